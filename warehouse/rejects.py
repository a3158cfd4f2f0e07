"""The quarantine: what could not be read, looked at and set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from transforms.records import Origin, Reject
from warehouse.errors import LakeError
from warehouse.lake import transaction


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row of `rejects`: its id, what is wrong with which bytes and what to do, whether it is set aside, and the load that wrote it."""

    reject_id: str
    reject: Reject
    dropped: bool
    load_id: int


def rejects(connection: DuckDBPyConnection, condition: str = "NOT dropped", **parameters: object) -> list[Quarantined]:
    """The rejects that meet an SQL condition, in order of their paths."""
    query = f"""
        SELECT reject_id, path, coalesce(file_sha256, ''), member, member_offset, stage, code, message, advice, dropped, load_id
        FROM rejects WHERE {condition} ORDER BY path, member_offset, reject_id
    """
    rows = connection.execute(query, parameters).fetchall()
    return [Quarantined(row[0], Reject(Origin(*row[1:5]), *row[5:9]), *row[9:]) for row in rows]


def named(connection: DuckDBPyConnection, names: Sequence[str]) -> list[Quarantined]:
    """The rejects with these paths or ids (their first characters do); LakeError for a name that fits none, or more than one path."""
    found: dict[str, Quarantined] = {}
    for name in names:
        rows = rejects(connection, "path = $name OR starts_with(reject_id, $name)", name=name)
        if not rows:
            raise LakeError(f"no reject is called {name!r}", "`shizheng rejects list` shows them.")
        if len({row.reject.origin.path for row in rows}) > 1:
            raise LakeError(f"{name!r} fits {len(rows)} rejects", "Give more of the id.")
        found |= {row.reject_id: row for row in rows}
    return list(found.values())


def drop(connection: DuckDBPyConnection, names: Sequence[str]) -> int:
    """Set rejects aside, by their ids; they stay known, so that no run reports them again. How many were open."""
    with transaction(connection):
        query = "UPDATE rejects SET dropped = true WHERE reject_id IN (SELECT unnest($names::VARCHAR[])) AND NOT dropped"
        row = connection.execute(query, {"names": list(names)}).fetchone()
    return int(row[0]) if row else 0
