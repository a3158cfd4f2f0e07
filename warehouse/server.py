"""The PostgreSQL server that may hold a lake's catalog: whether there is one, and the lock that all machines see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.errors import LakeError
from warehouse.extensions import load_extension

_KEY = int.from_bytes(b"shizheng")  # of the lock: eight bytes, as PostgreSQL has it; each database has locks of its own
_HOLD = f"SELECT pg_try_advisory_xact_lock({_KEY}) AS held"
_HOLDER = f"""
SELECT coalesce(host(client_addr), 'the server itself') || ', since ' || to_char(xact_start, 'YYYY-MM-DD HH24:MI:SS') AS who
FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32) + objid::bigint = {_KEY}
  AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@contextmanager
def connected(server: str) -> Iterator[DuckDBPyConnection]:
    """A connection to the database, as `server`; LakeError where it cannot be reached."""
    with duckdb.connect() as connection:
        load_extension(connection, "postgres_scanner")
        try:
            connection.execute(f"ATTACH {literal(server)} AS server (TYPE postgres, READ_ONLY)")
        except duckdb.Error as error:
            raise LakeError(f"the catalog's database cannot be reached: {error}", "Does it run, and is SHIZHENG_CATALOG right?") from error
        yield connection


def has_catalog(server: str) -> bool:
    """Whether the database holds a lake's catalog."""
    query = "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'server' AND table_name = 'ducklake_metadata'"
    with connected(server) as connection:
        return connection.execute(query).fetchone() != (0,)


@contextmanager
def holding(server: str) -> Iterator[str | None]:
    """Hold the lake of the database against all other machines: None. Where another session holds it: which, and nothing is held.

    The lock is PostgreSQL's and belongs to a transaction, so that it ends with the session that holds it, however that ends.
    """
    with connected(server) as connection:
        connection.execute("BEGIN")
        held = _asked(connection, _HOLD)
        yield None if held else str(_asked(connection, _HOLDER) or "just ended")


def _asked(connection: DuckDBPyConnection, query: str) -> object:
    row = connection.execute(f"FROM postgres_query('server', {literal(query)})").fetchone()
    return row[0] if row else None
