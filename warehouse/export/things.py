"""What can be exported, and what a file of an export says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.columns import Column
from warehouse.ddl import quoted
from warehouse.tables import TABLES
from warehouse.views import VIEWS, view_columns


@dataclass(frozen=True, slots=True)
class Thing:
    """A table or view: `en` and `zh` say what a row stands for; `key` identifies a table's row, and is empty for a view."""

    name: str
    en: str
    zh: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A written file, or a sheet of one, with the things that it holds; `more` are properties for Frictionless, `note` is for people."""

    name: str
    path: Path
    form: str
    mediatype: str
    holds: Sequence[Thing]
    more: Mapping[str, object]
    note: str = ""


def things() -> Mapping[str, Thing]:
    """All tables, then all views, by their names."""
    tables = {table.name: Thing(table.name, table.en, table.zh, table.columns, table.key) for table in TABLES.values()}
    return tables | {view.name: Thing(view.name, view.en, view.zh, view_columns()[view.name]) for view in VIEWS.values()}


def rows_of(connection: DuckDBPyConnection, thing: Thing) -> str:
    """A query for the rows of a thing in the lake, with the columns that are defined: one of a newer program would have no definition."""
    defined = {column.name for column in thing.columns}
    described = connection.execute(f"DESCRIBE lake.{quoted(thing.name)}").fetchall()
    return f"SELECT {', '.join(quoted(name) for name, *_ in described if name in defined)} FROM lake.{quoted(thing.name)}"
