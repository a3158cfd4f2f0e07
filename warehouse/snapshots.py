"""The states that a lake has been in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from duckdb import DuckDBPyConnection

_CURRENT = "SELECT snapshot_id, snapshot_time FROM lake.snapshots() JOIN lake.current_snapshot() ON id = snapshot_id"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of the lake: its number, and when it was made (UTC)."""

    number: int
    made: datetime


def current_snapshot(connection: DuckDBPyConnection) -> Snapshot:
    """The snapshot that the connection sees: the newest, or the one at which the lake was attached."""
    return Snapshot(*connection.execute(_CURRENT).fetchall()[0])
