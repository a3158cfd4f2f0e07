"""Lakes of a size: what a run makes of some articles, and copies of its rows under other ids and paths."""

from __future__ import annotations

from pathlib import Path

from duckdb import DuckDBPyConnection

from flows.local import Local
from flows.pipeline import Request, Summary, ingest
from flows.settings import settings
from tests.bench.corpus import write_files
from tests.flows.conftest import Unwatched
from warehouse.lake import Lake, transaction, writing
from warehouse.tables import FACTS

DISTINCT = 1000  # articles that are extracted; the others are their copies
_AT_ONCE = 4  # copies in one transaction
_IDS = {"article_id": 32, "document_id": 32, "fact_id": 24}


def run(inbox: Path, lake: Path, processes: int = 2) -> Summary:
    """A run as `shizheng run` makes it, but for the terminal."""
    return ingest(Request("run", settings(inbox=inbox, lake=lake, processes=processes)), Local(processes), Unwatched())


def lake_of(folder: Path, articles: int) -> Lake:
    """A lake with so many articles, the first of them extracted."""
    distinct = min(articles, DISTINCT)
    run(write_files(folder / "inbox", distinct), folder / "lake")
    lake = Lake(folder / "lake")
    copies = articles // distinct
    with writing(lake) as connection:
        for first in range(1, copies, _AT_ONCE):
            _copy(connection, first, min(first + _AT_ONCE, copies))
    return lake


def _copy(connection: DuckDBPyConnection, first: int, last: int) -> None:
    with transaction(connection):
        for table in ("articles", "documents", *(table.name for table in FACTS)):
            known = {name for name, *_ in connection.execute(f"DESCRIBE {table}").fetchall()}
            renamed = [f"substr(md5({name} || '/' || copy), 1, {size}) AS {name}" for name, size in _IDS.items() if name in known]
            renamed += ["copy || '/' || path AS path"] if "path" in known else []
            renamed += ["0 AS load_id"]  # so that no copy is copied
            rows = f"{table} AS original, range({first}, {last}) AS copies(copy) WHERE load_id = 1"
            connection.execute(f"INSERT INTO {table} BY NAME SELECT original.* REPLACE ({', '.join(renamed)}) FROM {rows}")
