"""Parquet and CSV: a file for each table and view."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.columns import Column, Type
from warehouse.ddl import literal, quoted
from warehouse.export.things import Resource, Thing, rows_of

# What a spreadsheet would take for a formula (OWASP, "CSV Injection"), also behind blanks and in full width.
_FORMULA = r"^[\s\p{Z}]*[=+\-@＝＋－＠]|^[\t\r\n]"
_MARK = "\ufeff"  # by which Excel knows UTF-8


def write_parquet(connection: DuckDBPyConnection, things: Sequence[Thing], folder: Path) -> Sequence[Resource]:
    """A Parquet file for each thing, with the types of the lake."""
    for thing in things:
        path = literal(str(folder / f"{thing.name}.parquet"))
        connection.execute(f"COPY ({rows_of(connection, thing)}) TO {path} (FORMAT parquet, COMPRESSION zstd)")
    mediatype = "application/vnd.apache.parquet"
    return [Resource(thing.name, folder / f"{thing.name}.parquet", "parquet", mediatype, [thing], {}) for thing in things]


def write_csv(connection: DuckDBPyConnection, things: Sequence[Thing], folder: Path) -> Sequence[Resource]:
    """A CSV file for each thing: UTF-8 with a byte-order mark, lists as JSON, NULL as nothing, and no text that becomes a formula."""
    for thing in things:
        columns = ", ".join(_cell(column, _MARK * (column is thing.columns[0])) for column in thing.columns)
        path = literal(str(folder / f"{thing.name}.csv"))
        connection.execute(f"COPY (SELECT {columns} FROM {quoted(thing.name)}) TO {path} (FORMAT csv, HEADER)")
    note = "A text that a spreadsheet would take for a formula has an apostrophe before it."
    more = {"encoding": "utf-8"}
    return [Resource(thing.name, folder / f"{thing.name}.csv", "csv", "text/csv", [thing], more, note) for thing in things]


def _cell(column: Column, mark: str) -> str:
    """A column as text for CSV; `mark` stands before its name."""
    name = quoted(column.name)
    match column.type:
        case Type.TEXT:
            value = f"CASE WHEN regexp_matches({name}, {literal(_FORMULA)}) THEN '''' || {name} ELSE {name} END"
        case Type.TEXTS | Type.BIGINTS | Type.RANGES:
            value = f"to_json({name})::VARCHAR"
        case Type.NUMBER:
            value = rf"regexp_replace({name}::VARCHAR, '\.?0+$', '')"
        case Type.TIME:
            value = f"strftime({name}, '%Y-%m-%dT%H:%M:%SZ')"
        case _:
            value = name
    return f"{value} AS {quoted(mark + column.name)}"
