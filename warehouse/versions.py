"""Versions of the tables, and the way from each to the next.

Tables and columns that a lake lacks are added whenever it is written to (`warehouse.ddl.missing`) and need no version of their own. What
columns do not show (a new name, another unit, a column that goes) is a migration: a line of MIGRATIONS, never changed once released.
Each row of `loads` says which version wrote it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import missing, sorting
from warehouse.errors import LakeError
from warehouse.tables import TABLES
from warehouse.views import outdated


@dataclass(frozen=True, slots=True)
class Migration:
    """A step to the next version: `what` changes, in words, and the statements that do it, in one transaction."""

    what: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = ()

_FIRST = 1  # the version of the first release, and of lakes from before there were versions
_UPDATE = "Install that version or a later one; to go on with this one, restore a backup that it made."


def current_version() -> int:
    """The version of the tables that this program knows."""
    return _FIRST + len(MIGRATIONS)


def refuse_newer(connection: DuckDBPyConnection) -> int:
    """The version of an open lake's tables; LakeError where a newer program than this one has written to it."""
    try:
        row = connection.execute("SELECT max(schema_version), max_by(software, schema_version), count(*) FROM loads").fetchone()
    except duckdb.BinderException:  # from before there were versions
        return _FIRST
    except duckdb.Error as error:
        raise LakeError(f"the lake is damaged: {error}", "`shizheng maintain verify` says what is wrong; restore a backup.") from error
    found, software, runs = row or (None, None, 0)
    if found is not None and found > current_version():
        known = f"tables of version {found}, where {_software()} knows {current_version()}"
        raise LakeError(f"this lake was written by a newer version ({software}; {known})", _UPDATE)
    return found or (_FIRST if runs else current_version())


def bring_up_to_date(connection: DuckDBPyConnection) -> None:
    """Give an open lake the tables and views of this program, in the transaction of the caller; LakeError where it knows too few."""
    present = _present(connection)
    found = refuse_newer(connection) if "loads" in present else current_version()
    steps = tuple(enumerate(MIGRATIONS, _FIRST + 1))[found - _FIRST :]
    for _, migration in steps:
        connection.execute(";".join(migration.statements))
    if steps:
        present = _present(connection)
    _refuse_unknown(present)
    for statement in (*missing(present), *sorting(present), *outdated(connection)):
        connection.execute(statement)
    for number, migration in steps:
        _record(connection, number, migration.what)


def _present(connection: DuckDBPyConnection) -> dict[str, frozenset[str]]:
    query = "SELECT table_name, list(column_name) FROM duckdb_columns() WHERE database_name = 'lake' GROUP BY ALL"
    return {table: frozenset(columns) for table, columns in connection.execute(query).fetchall()}


def unknown_columns(connection: DuckDBPyConnection) -> list[str]:
    """The columns of an open lake's tables that only a newer program than this one knows, as `table.column`; readers pass them by."""
    return _unknown(_present(connection))


def _unknown(present: Mapping[str, frozenset[str]]) -> list[str]:
    return sorted(f"{name}.{column}" for name, table in TABLES.items() for column in present.get(name, frozenset()) - set(table.names))


def _refuse_unknown(present: Mapping[str, frozenset[str]]) -> None:
    """LakeError where a table has columns that this program does not know, and would leave empty."""
    if unknown := _unknown(present):
        raise LakeError(f"this lake was written by a newer version: it has {', '.join(unknown)}", _UPDATE)


def _record(connection: DuckDBPyConnection, number: int, what: str) -> None:
    """Write a row of `loads` for a step to a version of the tables."""
    cells = {"message": f"tables of version {number}: {what}", "software": _software(), "schema_version": number}
    columns = ", ".join(f"${name} AS {name}" for name in cells)
    head = "coalesce(max(load_id), 0) + 1 AS load_id, 'migrate' AS command, 'done' AS outcome, now() AS started, now() AS ended"
    connection.execute(f"INSERT INTO loads BY NAME SELECT {head}, {columns} FROM loads", cells)


def _software() -> str:
    return f"shizheng {version('shizheng')}"
