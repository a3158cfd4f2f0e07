"""The DDL of the lake, from its tables and columns. Tables and columns that a lake lacks are added; none is ever dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from warehouse.columns import Column
from warehouse.tables import TABLES, Table


def quoted(name: str) -> str:
    """An identifier as SQL takes it, whatever its characters."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL takes it."""
    return "'" + text.replace("'", "''") + "'"


def missing(present: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The statements that bring a lake with these tables and columns up to the definition, in order."""
    for table in TABLES.values():
        if table.name not in present:
            yield _create(table)
        new = [column for column in table.columns if column.name not in present.get(table.name, frozenset())]
        if table.name in present:
            yield from (f"ALTER TABLE {quoted(table.name)} ADD COLUMN {quoted(column.name)} {column.type}" for column in new)
        yield from (_comment(table, column) for column in new)


def sorting(present: Collection[str]) -> Iterator[str]:
    """The statements that let DuckLake sort the tables that a lake lacks whenever it writes them: by a load, or as it merges files."""
    for table in TABLES.values():
        if table.name not in present:
            yield f"ALTER TABLE {quoted(table.name)} SET SORTED BY ({', '.join(map(quoted, table.order))})"


def _create(table: Table) -> str:
    columns = ", ".join(f"{quoted(column.name)} {column.type}{' NOT NULL' * (column.name in table.key)}" for column in table.columns)
    return f"CREATE TABLE {quoted(table.name)} ({columns}); COMMENT ON TABLE {quoted(table.name)} IS {literal(f'{table.en} / {table.zh}')}"


def _comment(table: Table, column: Column) -> str:
    unit = f" [{column.unit}]" if column.unit else ""
    return f"COMMENT ON COLUMN {quoted(table.name)}.{quoted(column.name)} IS {literal(f'{column.en}{unit} / {column.zh}')}"
