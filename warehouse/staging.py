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


def arrow_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows, in the order of the staged columns, as an Arrow table."""
    schema = staged_schema(name)
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.Table.from_arrays([pa.array(list(cells), field.type) for cells, field in zip(columns, schema, strict=True)], schema=schema)


def stage(folder: Path, rows: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of each table that has any to `folder/TABLE.parquet`; the folder appears once all are there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
    for name, found in rows.items():
        if found:
            pq.write_table(arrow_table(name, found), unfinished / f"{name}.parquet", compression="zstd")
    try:
        unfinished.rename(folder)
    except OSError:
        if not folder.exists():
            raise
        shutil.rmtree(unfinished)  # another process has staged the same meanwhile


def staged_files(folders: Sequence[Path], table: str) -> list[str]:
    """The staged files of a table, in order of their paths."""
    return sorted(str(path) for folder in folders if (path := folder / f"{table}.parquet").exists())


def portions(files: Sequence[str], size: int = 32_000_000) -> Iterator[list[str]]:
    """The files in groups of about `size` bytes: what is sorted at once."""
    group: list[str] = []
    room = size
    for file in files:
        if group and room <= 0:
            yield group
            group, room = [], size
        group.append(file)
        room -= Path(file).stat().st_size
    if group:
        yield group
