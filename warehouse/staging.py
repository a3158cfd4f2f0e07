"""Rows on their way to the lake: Parquet files in a folder, one a table, that appear whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from warehouse.arrow import staged_schema
from warehouse.rows import Row
from warehouse.storage import Bucket, Folder, s3, size, there


def arrow_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows, in the order of the staged columns, as an Arrow table."""
    schema = staged_schema(name)
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(list(cells), field.type) for cells, field in zip(columns, schema, strict=True)], schema=schema)


def stage(folder: Folder, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of each table that has any to `folder/TABLE.parquet`; the folder appears once all are there."""
    tables = {name: arrow_table(name, found) for name, found in rows.items() if found}
    if isinstance(folder, Path):
        _write(folder, tables)
    else:
        _send(folder, tables)


def _write(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    for name, table in tables.items():
        pq.write_table(table, unfinished / f"{name}.parquet", compression="zstd")
    try:
        unfinished.rename(folder)
    except OSError:
        if not folder.exists():
            raise
        shutil.rmtree(unfinished)  # another process has staged the same meanwhile


def _send(folder: Bucket, tables: Mapping[str, pa.Table]) -> None:
    """Who else sends the same batch, because this process was thought dead, sends the same bytes."""
    for name, table in tables.items():
        pq.write_table(table, (folder / f"{name}.parquet").key, compression="zstd", filesystem=s3())
    folder.complete()


def staged_files(folders: Sequence[Folder], table: str) -> list[str]:
    """The staged files of a table, in order of their paths."""
    return there([f"{folder}/{table}.parquet" for folder in folders])


def portions(files: Sequence[str], most: int = 32_000_000) -> Iterator[list[str]]:
    """The files in groups of about `most` bytes: what is sorted at once."""
    group: list[str] = []
    room = most
    for file in files:
        if group and room <= 0:
            yield group
            group, room = [], most
        group.append(file)
        room -= size(file)
    if group:
        yield group
