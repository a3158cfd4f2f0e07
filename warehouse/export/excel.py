"""One Excel workbook with a sheet for each table and view; more than one where there are more rows than a sheet holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from duckdb import DuckDBPyConnection

from warehouse.columns import Column, Type
from warehouse.ddl import quoted
from warehouse.errors import LakeError
from warehouse.export.things import Resource, Thing

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_ROWS = 1_048_575  # of a sheet, below its head
_CHARACTERS = 32_767  # of a cell
_DIGITS = 15  # of a number; a longer one is written as text, which keeps it exact
_LONG = ("text", "tokens", "raw", "boilerplate", "signature", "sketch")  # whole articles, which no cell holds, and what follows from them
_NOTE = f"Without whole texts ({', '.join(_LONG)}); lists are joined with 、; cells end with … after 32,767 characters."
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "default_date_format": "yyyy-mm-dd"}
_MEDIATYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write_excel(connection: DuckDBPyConnection, things: Sequence[Thing], folder: Path) -> Sequence[Resource]:
    """The workbook `shizheng.xlsx`; LakeError where the library that writes it is not installed."""
    path = folder / "shizheng.xlsx"
    resources: list[Resource] = []
    with _workbook(path) as book:
        for thing in map(_short, things):
            for part, sheet in enumerate(_sheets(connection, book, thing), 1):
                name = thing.name if part == 1 else f"{thing.name}-{part}"
                more = {"dialect": {"excel": {"sheet": sheet}}}
                resources.append(Resource(name, path, "xlsx", _MEDIATYPE, [thing], more, _NOTE))
    return resources


def _workbook(path: Path) -> Workbook:
    try:
        book: Workbook = import_module("xlsxwriter").Workbook(path, _OPTIONS)
    except ModuleNotFoundError:
        raise LakeError("Excel files need the library XlsxWriter", "Install it: pip install 'shizheng[excel]'.") from None
    return book


def _short(thing: Thing) -> Thing:
    """The thing as sheets have it: without the columns that no cell holds, and with lists as texts."""
    kept = (column for column in thing.columns if column.name not in _LONG)
    columns = tuple(replace(column, type=Type.TEXT) if column.type.endswith("[]") else column for column in kept)
    return replace(thing, columns=columns)


def _sheets(connection: DuckDBPyConnection, book: Workbook, thing: Thing) -> Iterator[str]:
    """Write a thing to as many sheets as it needs: their names."""
    columns = ", ".join(quoted(column.name) for column in thing.columns)
    result = connection.execute(f"SELECT {columns} FROM {quoted(thing.name)}")
    rows = result.fetchmany(_ROWS)
    part = 1
    while rows or part == 1:
        name = thing.name if part == 1 else f"{thing.name} {part}"
        _fill(book.add_worksheet(name), thing.columns, rows)
        yield name
        rows, part = result.fetchmany(_ROWS), part + 1


def _fill(sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Sequence[object]]) -> None:
    sheet.freeze_panes(1, 0)
    for number, row in enumerate([[column.name for column in columns], *rows]):
        for place, value in enumerate(row):
            _write(sheet, number, place, value)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _write(sheet: Worksheet, row: int, place: int, value: object) -> None:
    """Write a cell by the type of its value: a text stays a text, whatever it begins with."""
    match value:
        case None:
            return
        case bool():
            sheet.write_boolean(row, place, value)
        case Decimal() if len(value.normalize().as_tuple().digits) > _DIGITS:
            sheet.write_string(row, place, f"{value.normalize():f}")
        case int() | float() | Decimal():
            sheet.write_number(row, place, value)
        case datetime():
            sheet.write_string(row, place, f"{value:%Y-%m-%dT%H:%M:%SZ}")
        case date():
            sheet.write_datetime(row, place, datetime(value.year, value.month, value.day))
        case list():
            sheet.write_string(row, place, _cut("、".join(map(str, value))))
        case _:
            sheet.write_string(row, place, _cut(str(value)))


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1] + "…"
