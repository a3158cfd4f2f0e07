"""How a load and a question grow with what the lake holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from duckdb import DuckDBPyConnection

from tests.bench.corpus import write_files
from tests.bench.figures import Figure, seconds, typical
from tests.bench.lakes import lake_of, run
from warehouse.lake import Lake, reading, writing
from warehouse.maintenance import maintain

NEW = 100
TRIES = 3
MILLION = 1_000_000  # statistics, which the bar for questions is about
COMMONEST = """
SELECT place, indicator FROM statistics WHERE place IS NOT NULL AND indicator IS NOT NULL
GROUP BY ALL ORDER BY count(*) DESC, place, indicator LIMIT 1
"""


def figures(size: int, folder: Path) -> Iterator[Figure]:
    """Both, on a lake of so many articles."""
    lake = lake_of(folder / "full", size)
    yield growth(size, folder / "full", folder / "new")
    yield from questions(size, lake)


def growth(size: int, full: Path, folder: Path) -> Figure:
    """Loading some new files into the lake of a folder with its inbox, and into an empty one, in turn."""
    (folder / "nothing").mkdir(parents=True)
    spent: list[tuple[float, float]] = []
    for number in range(TRIES):
        empty = folder / str(number)
        for place in (full, empty):
            write_files(place / "inbox", NEW, first=10_000_000 + number * NEW)
        run(folder / "nothing", empty / "lake")
        spent.append((seconds(partial(run, full / "inbox", full / "lake")), seconds(partial(run, empty / "inbox", empty / "lake"))))
    ours, other = (median(column) for column in zip(*spent, strict=True))
    return Figure(f"{NEW} new files into a lake, beside an empty one", size, ours, other, "s", ours / other, at_most=1.5)


def questions(size: int, lake: Lake) -> Iterator[Figure]:
    """A question by place and indicator on a lake that is kept in shape, beside a scan for its answer, a scan of one column, and none."""
    with writing(lake) as connection:
        list(maintain(connection, datetime.now(UTC), timedelta(days=30)))
    with reading(lake) as connection:
        (rows,) = connection.execute("SELECT count(*) FROM statistics").fetchone()
        chosen = "WHERE place = '{}' AND indicator = '{}'".format(*connection.execute(COMMONEST).fetchone())
        asked = f"SELECT sum(value) FROM statistics {chosen}"
        others = {
            "beside its answer by a scan": f"SELECT sum(value) FILTER ({chosen}) FROM statistics",
            "beside a sum of all values": "SELECT sum(value) FROM statistics",
            "beside one that reads no data": "SELECT sum(value) FROM (FROM statistics LIMIT 0)",
        }
        _refuse_other_answers(connection, asked, others["beside its answer by a scan"])
        ours, *spent = typical([partial(_ask, connection, query) for query in (asked, *others.values())], 31)
    bars = (0.2 if rows >= MILLION else None, None, None)
    for what, other, bar in zip(others, spent, bars, strict=True):
        title = f"a question by place and indicator, {what} ({rows:,} statistics)"
        yield Figure(title, size, ours * 1000, other * 1000, "ms", ours / other, at_most=bar)


def _refuse_other_answers(connection: DuckDBPyConnection, asked: str, scanned: str) -> None:
    if _ask(connection, asked) != _ask(connection, scanned):
        raise ValueError("a question and its answer by a scan differ")


def _ask(connection: DuckDBPyConnection, query: str) -> object:
    return connection.execute(query).fetchall()
