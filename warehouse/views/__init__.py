"""The views of the lake: each an SQL file of this folder.

Its first lines say what a row is (`en`, `zh`) and what tells rows apart (`key`). A view names tables and other views without their schema,
so that the same SQL serves the lake, an export and a chosen part of either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files
from types import MappingProxyType

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.columns import COLUMNS, Column
from warehouse.ddl import literal, missing, quoted
from warehouse.identity import digest

_HEADER = re.compile(r"-- en: (?P<en>.+)\n-- zh: (?P<zh>.+)\n-- key: (?P<key>.+)\n(?:--.*\n)*(?P<sql>(?s:.+))")


@dataclass(frozen=True, slots=True)
class View:
    """A view: `en` and `zh` say what one row stands for, `key` what tells rows apart, `sql` is its query."""

    name: str
    en: str
    zh: str
    key: tuple[str, ...]
    sql: str

    @property
    def comment(self) -> str:
        """What the lake says of it, with a mark that tells this definition from others: the lake keeps a query in words of its own."""
        return f"{self.en} / {self.zh} [{digest(self.sql, size=4)}]"


def _views() -> Mapping[str, View]:
    found = {path.name[:-4]: path.read_text(encoding="utf-8") for path in files(__name__).iterdir() if path.name.endswith(".sql")}
    read = {name: _view(name, text) for name, text in sorted(found.items())}
    order = TopologicalSorter({view.name: _uses(view, read) for view in read.values()}).static_order()
    return MappingProxyType({name: read[name] for name in order})


def _view(name: str, text: str) -> View:
    header = _HEADER.fullmatch(text)
    if header is None:
        raise ValueError(f"warehouse/views/{name}.sql does not begin with its lines `-- en:`, `-- zh:` and `-- key:`")
    return View(name, header["en"], header["zh"], tuple(header["key"].split()), header["sql"].strip())


def _uses(view: View, views: Mapping[str, View]) -> set[str]:
    """The views that one is made of."""
    return set(re.findall(r"(?:FROM|JOIN) (\w+)", view.sql)) & views.keys()


VIEWS: Mapping[str, View] = _views()  # each after those that it is made of


def outdated(connection: DuckDBPyConnection) -> Iterator[str]:
    """The statements that bring the views of a lake up to the definition, in order; they can run once all tables are there."""
    present = dict(connection.execute("SELECT view_name, comment FROM duckdb_views() WHERE database_name = 'lake'").fetchall())
    for view in VIEWS.values():
        if present.get(view.name) != view.comment:
            yield create(view)


def create(view: View) -> str:
    """The statements that make a view, or make it anew, with its comment."""
    name = quoted(view.name)
    return f"CREATE OR REPLACE VIEW {name} AS {view.sql}; COMMENT ON VIEW {name} IS {literal(view.comment)}"


@cache
def view_columns() -> Mapping[str, tuple[Column, ...]]:
    """The columns of each view, in order; ValueError where one is not defined, or has another type than its name has elsewhere."""
    with duckdb.connect() as connection:
        connection.execute(";".join(missing({})))
        connection.execute(";".join(map(create, VIEWS.values())))
        described = {name: connection.execute(f"DESCRIBE {quoted(name)}").fetchall() for name in VIEWS}
    return MappingProxyType({view: tuple(_column(view, *row[:2]) for row in rows) for view, rows in described.items()})


def _column(view: str, name: str, type_: str) -> Column:
    column = COLUMNS.get(name)
    if column is None or column.type != type_:
        raise ValueError(f"the view {view} has a column {name} of {type_}; warehouse/columns.py has {column}")
    return column
