"""The Arrow schemas of the tables, from their columns."""

from __future__ import annotations

from functools import cache

import pyarrow as pa

from warehouse.columns import COLUMNS, Type
from warehouse.tables import TABLES

_TYPES: dict[Type, pa.DataType] = {
    Type.TEXT: pa.string(),
    Type.TEXTS: pa.list_(pa.string()),
    Type.INTEGER: pa.int32(),
    Type.BIGINT: pa.int64(),
    Type.BIGINTS: pa.list_(pa.int64()),
    Type.NUMBER: pa.decimal128(38, 9),
    Type.SHARE: pa.float64(),
    Type.DATE: pa.date32(),
    Type.TIME: pa.timestamp("us", tz="UTC"),
    Type.FLAG: pa.bool_(),
    Type.RANGES: pa.list_(pa.struct([("start", pa.int32()), ("end", pa.int32()), ("reason", pa.string())])),
}


def schema(names: tuple[str, ...]) -> pa.Schema:
    """The schema of columns, by their names."""
    return pa.schema([pa.field(name, _TYPES[COLUMNS[name].type]) for name in names])


def staged_names(table: str) -> tuple[str, ...]:
    """The columns of a table on their way to the lake: not yet the load, but always the document that gave the row."""
    names = tuple(name for name in TABLES[table].names if name != "load_id")
    return names if "document_id" in names else (*names, "document_id")


@cache
def staged_schema(table: str) -> pa.Schema:
    """The schema of a table on its way to the lake."""
    return schema(staged_names(table))
