"""`sql` and `shell`: questions to the lake, read-only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.cli.app import LakeOption, app

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ParamOption = Annotated[
    list[str] | None, typer.Option("--param", "-P", help="NAME=TEXT for `$NAME` in the query; a number needs a cast, `$NAME::INT`.")
]
TimeoutOption = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds after which a query is stopped.")]
MemoryOption = Annotated[int, typer.Option("--memory", min=50, help="Megabytes that a query may use.")]
FilesOption = Annotated[list[Path] | None, typer.Option("--files", help="A folder whose files queries may read, too (CSV, Parquet).")]
FormatOption = Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f", help="For people, or for programs.")]


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help="A query; `-` reads it from standard input, none lists tables and views.")] = None,
    lake: LakeOption = None,
    form: FormatOption = "table",
    param: ParamOption = None,
    timeout: TimeoutOption = 300,
    memory: MemoryOption = 2000,
    files: FilesOption = None,
) -> None:
    """Ask the lake in SQL (DuckDB's). Nothing can be written, and nothing but the lake can be read, unless --files names it.

    \b
      shizheng sql
      shizheng sql 'DESCRIBE articles'
      shizheng sql 'SELECT published, title, source FROM articles ORDER BY published_first DESC'
      shizheng sql --format csv 'FROM statistics' > statistics.csv
      shizheng sql 'SELECT count(*) FROM articles AT (VERSION => 3)'
      shizheng sql --param name=青河县 'FROM places WHERE name = $name'
    """
    from flows.cli.terminal import write
    from flows.settings import settings
    from warehouse.query import Limits, ask, asking

    text = sys.stdin.read() if query == "-" else query or TABLES_QUERY
    with asking(settings(lake=lake).place, Limits(memory, timeout, tuple(files or ()))) as connection:
        answer = ask(connection, text, _parameters(param or []), timeout)
        write(form, answer.columns, answer.rows)


TABLES_QUERY = r"""
SELECT name, "rows", "one row for" FROM (
    SELECT 'table' AS kind, table_name AS name, estimated_size AS "rows", comment AS "one row for", database_name FROM duckdb_tables()
    UNION ALL SELECT 'view', view_name, NULL, regexp_replace(comment, ' \[\w+\]$', ''), database_name FROM duckdb_views()
) WHERE database_name = 'lake' ORDER BY kind, name
"""


def _parameters(given: list[str]) -> dict[str, object]:
    """Parameters by their names; usage error where one is not NAME=TEXT."""
    pairs = [(name, value) for name, equals, value in (text.partition("=") for text in given) if equals and name.isidentifier()]
    if len(pairs) < len(given):
        raise typer.BadParameter("--param takes NAME=TEXT")
    return dict(pairs)


@app.command()
def shell(lake: LakeOption = None, timeout: TimeoutOption = 300, memory: MemoryOption = 2000, files: FilesOption = None) -> None:
    """Ask the lake one question after the other. A query ends with `;`.

    \b
      shizheng shell
    """
    from flows.cli.terminal import say
    from flows.settings import settings
    from warehouse.query import Limits, asking

    place = settings(lake=lake).place
    with asking(place, Limits(memory, timeout, tuple(files or ()))) as connection:
        say(f"{place.folder}, read-only. A query ends with `;`. `.tables` lists the tables, `.quit` leaves.", "dim")
        _converse(connection, timeout)


def _converse(connection: DuckDBPyConnection, seconds: float) -> None:
    from flows.cli.terminal import complain, write
    from warehouse.query import QueryError, ask

    for query in _questions():
        try:
            answer = ask(connection, query, seconds=seconds)
            write("table", answer.columns, answer.rows)
        except QueryError as error:
            complain(str(error), error.advice)


def _questions() -> Iterator[str]:
    """What a person types, query by query, until the end of input or `.quit`."""
    lines: list[str] = []
    while (line := _line("      ...> " if lines else "shizheng> ")) not in {None, ".quit", ".exit"}:
        if line == ".tables":
            yield TABLES_QUERY
            continue
        lines.append(line or "")
        if lines[-1].rstrip().endswith(";"):
            yield "\n".join(lines)
            lines = []


def _line(prompt: str) -> str | None:
    with suppress(ImportError):  # line editing and history, where the platform has them
        import readline  # noqa: F401
    try:
        return input(prompt)
    except EOFError:
        print()  # noqa: T201
        return None
    except KeyboardInterrupt:
        print()  # noqa: T201
        return ""
