"""How a load and a question grow with what the lake holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from tests.bench.corpus import write_files
from tests.bench.figures import Figure, seconds, typical
from tests.bench.lakes import lake_of, run
from warehouse.lake import Lake, reading, writing
from warehouse.maintenance import maintain

NEW = 100
TRIES = 3
COMMONEST = """
SELECT place, indicator FROM statistics WHERE place IS NOT NULL AND indicator IS NOT NULL
GROUP BY ALL ORDER BY count(*) DESC, place, indicator LIMIT 1
"""


def figures(size: int, folder: Path) -> Iterator[Figure]:
    """Both, on a lake of so many articles."""
    lake = lake_of(folder / "full", size)
    yield growth(size, lake.folder, folder / "new")
    yield question(size, lake)


def growth(size: int, full: Path, folder: Path) -> Figure:
    """Loading some new files into the lake, and into an empty one, in turn."""
    (folder / "nothing").mkdir(parents=True)
    spent: list[tuple[float, float]] = []
    for number in range(TRIES):
        inbox = write_files(folder / f"inbox{number}", NEW, first=10_000_000 + number * NEW)
        empty = folder / f"empty{number}"
        run(folder / "nothing", empty)
        spent.append((seconds(lambda: run(inbox, full)), seconds(lambda: run(inbox, empty))))  # noqa: B023
    ours, other = (median(column) for column in zip(*spent, strict=True))
    return Figure(f"{NEW} new files into a lake, beside an empty one", size, ours, other, "s", ours / other, at_most=1.5)


def question(size: int, lake: Lake) -> Figure:
    """A question by place and indicator, beside one that reads the same column whole, on a lake that is kept in shape."""
    with writing(lake) as connection:
        list(maintain(connection, datetime.now(UTC), timedelta(days=30)))
    with reading(lake) as connection:
        place, indicator = connection.execute(COMMONEST).fetchone()
        (rows,) = connection.execute("SELECT count(*) FROM statistics").fetchone()
        asked = f"SELECT sum(value) FROM statistics WHERE place = '{place}' AND indicator = '{indicator}'"
        ours = typical(lambda: connection.execute(asked).fetchall(), 31)
        other = typical(lambda: connection.execute("SELECT sum(value) FROM statistics").fetchall(), 31)
    what = f"a question by place and indicator, beside a scan ({rows:,} statistics)"
    return Figure(what, size, ours * 1000, other * 1000, "ms", ours / other, at_most=0.2)
