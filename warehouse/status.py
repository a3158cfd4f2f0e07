"""How the lake stands: its rows, its last runs, its open rejects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

from warehouse.ddl import quoted
from warehouse.snapshots import current_snapshot
from warehouse.tables import TABLES


@dataclass(frozen=True, slots=True)
class LastRun:
    """A row of `loads`, in short."""

    load_id: int
    command: str
    outcome: str
    message: str | None
    started: datetime
    ended: datetime
    articles_added: int
    rejects_added: int


@dataclass(frozen=True, slots=True)
class Status:
    """Rows of each table; the last runs, newest first; open rejects; the newest snapshot and when it was made."""

    rows: dict[str, int]
    runs: tuple[LastRun, ...]
    open_rejects: int
    snapshot: int
    changed: datetime


def status(connection: DuckDBPyConnection, runs: int = 5) -> Status:
    """The state of the lake, with its last runs."""
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {quoted(name)}" for name in TABLES)
    fields = ", ".join(LastRun.__dataclass_fields__)
    last = connection.execute(f"SELECT {fields} FROM loads ORDER BY load_id DESC LIMIT {runs}").fetchall()
    snapshot = current_snapshot(connection)
    rejects = connection.execute("SELECT count(*) FROM rejects WHERE NOT dropped").fetchone()
    if rejects is None:
        raise AssertionError("a count is a row")
    rows: dict[str, int] = dict(connection.execute(counts).fetchall())
    return Status(rows, tuple(LastRun(*row) for row in last), rejects[0], snapshot.number, snapshot.made)
