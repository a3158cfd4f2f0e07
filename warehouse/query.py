"""Questions to the lake: one read-only statement at a time, without access to files or network beyond the lake's own data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.errors import LakeError
from warehouse.lake import Lake, reading

_ASKING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


_ONE = "only one query at a time is answered, and none that writes"
_HOW = "`shizheng sql` alone lists the tables, `shizheng sql 'DESCRIBE statistics'` a table's columns."


class QueryError(LakeError):
    """A question that cannot be answered as it stands."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a result, and its rows as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


@contextmanager
def asking(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection for questions of anybody: it reads the lake and nothing else, and its configuration is locked."""
    with reading(lake) as connection:
        connection.execute(f"SET allowed_directories = [{literal(f'{lake.data.absolute()}/')}]")
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")
        yield connection


def ask(connection: DuckDBPyConnection, query: str) -> Answer:
    """The answer to one query; QueryError where it is none, or wrong."""
    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type not in _ASKING:
            raise QueryError(_ONE, "Begin it with SELECT, FROM, WITH, DESCRIBE or SHOW.")
        result = connection.execute(statements[0])
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns, _rows(result))
    except duckdb.Error as error:
        raise QueryError(str(error), _HOW) from error


def _rows(result: DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    while rows := result.fetchmany(1024):
        yield from rows
