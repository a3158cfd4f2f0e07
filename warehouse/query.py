"""Questions to the lake: one read-only statement at a time, without access to files or network beyond the lake's own data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from types import MappingProxyType

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.errors import LakeError
from warehouse.lake import Lake, reading

_ASKING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


_SECONDS = 300.0
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


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question may use: memory in megabytes, time in seconds, and folders that it may read besides the lake's own data."""

    megabytes: int = 2000
    seconds: float = _SECONDS
    folders: tuple[Path, ...] = ()


@contextmanager
def asking(lake: Lake, limits: Limits = Limits()) -> Iterator[DuckDBPyConnection]:
    """A connection for questions of anybody: it reads the lake and what the limits allow, and its configuration is locked."""
    readable = ", ".join(literal(f"{folder.absolute()}/") for folder in (lake.data, *limits.folders))
    with reading(lake) as connection:
        connection.execute(f"SET allowed_directories = [{readable}]; SET memory_limit = '{limits.megabytes}MB'; SET temp_directory = ''")
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")
        yield connection


def ask(
    connection: DuckDBPyConnection, query: str, parameters: Mapping[str, object] = MappingProxyType({}), seconds: float = _SECONDS
) -> Answer:
    """The answer to one query, its parameters bound by name; QueryError where it is none, wrong, or takes longer than `seconds`."""
    alarm = Timer(seconds, connection.interrupt)
    alarm.daemon = True
    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1 or statements[0].type not in _ASKING:
            raise QueryError(_ONE, "Begin it with SELECT, FROM, WITH, DESCRIBE or SHOW.")
        alarm.start()
        result = connection.execute(statements[0], dict(parameters))
        columns = tuple(column[0] for column in result.description or ())
        return Answer(columns, _rows(result, alarm))
    except duckdb.Error as error:
        alarm.cancel()
        raise _told(error) from error


def _rows(result: DuckDBPyConnection, alarm: Timer) -> Iterator[tuple[object, ...]]:
    try:
        while rows := result.fetchmany(1024):
            yield from rows
    except duckdb.Error as error:
        raise _told(error) from error
    finally:
        alarm.cancel()


def _told(error: duckdb.Error) -> QueryError:
    """What went wrong with a query, for people."""
    if "Interrupted!" in str(error):  # of a class that depends on where it was
        return QueryError("the query takes too long", "Ask for less, or allow more seconds with --timeout.")
    if isinstance(error, duckdb.OutOfMemoryException):
        return QueryError("the query needs too much memory", "Ask for less, or allow more megabytes with --memory.")
    return QueryError(str(error), _HOW)
