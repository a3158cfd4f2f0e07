"""One DuckDB file with tables and views, for everybody who has DuckDB: it opens without extensions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.ddl import literal, missing, quoted
from warehouse.export.things import Resource, Thing, rows_of
from warehouse.tables import TABLES
from warehouse.views import VIEWS, create

EXPORTED = "exported"  # the name that the file has while it is written


def write_database(connection: DuckDBPyConnection, things: Sequence[Thing], folder: Path) -> Sequence[Resource]:
    """The file `shizheng.duckdb`: the tables among the things with their rows, the others empty, since the views stand on all of them.

    It stays attached, for the transaction to complete it.
    """
    path = folder / "shizheng.duckdb"
    connection.execute(f"ATTACH {literal(str(path))} AS {EXPORTED}; USE {EXPORTED}")
    try:
        connection.execute(";".join([*missing({}), *map(create, VIEWS.values())]))
        for thing in (thing for thing in things if thing.name in TABLES):
            connection.execute(f"INSERT INTO {quoted(thing.name)} BY NAME {rows_of(connection, thing)}")
    finally:
        connection.execute("USE lake")
    return [Resource("shizheng", path, "duckdb", "application/vnd.duckdb", things, {})]
