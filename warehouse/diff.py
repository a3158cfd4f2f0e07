"""Two snapshots of the lake: which rows of which tables were added, removed and changed between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal, quoted
from warehouse.errors import LakeError
from warehouse.tables import TABLES, Table

_OWN = frozenset({"load_id", "extractor_version"})  # say when and by what a row was written, not what it states
_LONG = frozenset({"text", "tokens", "raw", "boilerplate"})  # follow from the hashes beside them


class SnapshotError(LakeError):
    """A snapshot that is not there."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is not the same in both snapshots: `what` is added, removed or changed, `columns` hold old and new values that differ."""

    table: str
    what: str
    key: tuple[object, ...]
    columns: Mapping[str, tuple[object, object]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table were added, removed and changed."""

    table: str
    added: int
    removed: int
    changed: int


def snapshot(connection: DuckDBPyConnection, name: str | None, default: int) -> int:
    """The number of a snapshot: its number, the last one at a time (ISO 8601, UTC), or the `default`-th from the end."""
    times: dict[int, datetime] = dict(connection.execute("SELECT snapshot_id, snapshot_time FROM lake.snapshots() ORDER BY 1").fetchall())
    numbers = list(times)
    if name is None:
        return numbers[max(-default, -len(numbers))]
    if name.isdigit():
        found = [number for number in numbers if number == int(name)]
    else:
        found = [number for number in numbers if times[number] <= _time(name)]
    if not found:
        raise SnapshotError(
            f"there is no snapshot {name}", f"The lake has {numbers[0]} to {numbers[-1]}: FROM lake.snapshots() lists them."
        )
    return found[-1]


def counts(connection: DuckDBPyConnection, old: int, new: int) -> Iterator[Counts]:
    """How many rows of each table differ between two snapshots."""
    for table in TABLES.values():
        query = f"SELECT what, count(*) FROM ({_differences(connection, table, old, new)}) GROUP BY what"
        found = dict(connection.execute(query).fetchall())
        yield Counts(table.name, *(found.get(what, 0) for what in ("added", "removed", "changed")))


def changes(connection: DuckDBPyConnection, name: str, old: int, new: int) -> Iterator[Change]:
    """The rows of a table that differ between two snapshots, in order of their keys."""
    table = TABLES[name]
    columns = _columns(connection, table, old, new)
    result = connection.execute(f"{_differences(connection, table, old, new)} ORDER BY ALL")
    for what, before, after, *key in result.fetchall():
        pairs = {column: ((before or {}).get(column), (after or {}).get(column)) for column in columns}
        yield Change(name, what, tuple(key), {column: pair for column, pair in pairs.items() if pair[0] != pair[1]})


def _differences(connection: DuckDBPyConnection, table: Table, old: int, new: int) -> str:
    """A query for the rows that differ: what became of each, its old and new columns, and its key."""
    columns = _columns(connection, table, old, new)
    before, after = (_state(connection, table, version, columns) for version in (old, new))
    return f"""
        SELECT
            CASE WHEN before IS NULL THEN 'added' WHEN after IS NULL THEN 'removed' ELSE 'changed' END AS what,
            before, after, {", ".join(map(quoted, table.key))}
        FROM ({before}) AS o (before, {", ".join(map(quoted, table.key))})
        FULL JOIN ({after}) AS n (after, {", ".join(map(quoted, table.key))}) USING ({", ".join(map(quoted, table.key))})
        WHERE before IS DISTINCT FROM after
    """


def _state(connection: DuckDBPyConnection, table: Table, version: int, columns: list[str]) -> str:
    """A query for a table as of a snapshot, empty where it had none: its columns as one value, and its key."""
    key = ", ".join(map(quoted, table.key))
    value = ", ".join(f"{literal(column)}: {quoted(column)}" for column in columns)
    there = _present(connection, table, version)
    return f"SELECT {{{value}}}, {key} FROM {quoted(table.name)}" + (f" AT (VERSION => {version})" if there else " WHERE false")


def _columns(connection: DuckDBPyConnection, table: Table, old: int, new: int) -> list[str]:
    """The columns that are compared: those that both states have."""
    kept = [name for name in table.names if name not in _OWN | _LONG]
    for version in (old, new):
        present = _present(connection, table, version)
        kept = [name for name in kept if name in present or not present]
    return kept


def _present(connection: DuckDBPyConnection, table: Table, version: int) -> frozenset[str]:
    """The columns of a table as of a snapshot; none where it was not there."""
    try:
        described = connection.execute(f"DESCRIBE FROM {quoted(table.name)} AT (VERSION => {version})").fetchall()
    except duckdb.CatalogException:
        return frozenset()
    return frozenset(row[0] for row in described)


def _time(name: str) -> datetime:
    try:
        when = datetime.fromisoformat(name)
    except ValueError:
        raise SnapshotError(f"{name!r} is no snapshot and no time", "Give a number, or a time like 2026-03-04T12:00.") from None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
