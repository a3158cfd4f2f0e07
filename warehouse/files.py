"""The data files of a lake: what the catalog says of each, and its hash, kept beside the data.

A data file never changes, so that a hash once taken holds for as long as the file is needed. `data.sha256` has them as `sha256sum --check`
reads them; whoever writes to the lake brings it up to date.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that the catalog names: `path` within the folder of the data, its bytes, its rows (for a file of deletes, the rows gone)."""

    path: str
    size: int
    rows: int


_CATALOGUED = """
WITH places AS (
    SELECT table_id, CASE WHEN t.path_is_relative THEN s.path || t.path ELSE t.path END AS folder
    FROM {catalog}.ducklake_table AS t JOIN {catalog}.ducklake_schema AS s USING (schema_id)
), named AS (
    SELECT table_id, path, path_is_relative, file_size_bytes, record_count AS amount FROM {catalog}.ducklake_data_file
    UNION ALL SELECT table_id, path, path_is_relative, file_size_bytes, delete_count FROM {catalog}.ducklake_delete_file
)
SELECT DISTINCT CASE WHEN path_is_relative THEN folder || path ELSE path END AS path, file_size_bytes, amount
FROM named JOIN places USING (table_id) ORDER BY path
"""
CATALOG = "__ducklake_metadata_lake"


def catalogued(connection: DuckDBPyConnection) -> list[DataFile]:
    """All files that a snapshot of an open lake needs, the older snapshots among them, in order of their paths."""
    return [DataFile(*row) for row in connection.execute(_CATALOGUED.format(catalog=CATALOG)).fetchall()]


def hashes_file(data: Path) -> Path:
    """Where the hashes of a folder of data are kept."""
    return data.with_name(f"{data.name}.sha256")


def known_hashes(data: Path) -> dict[str, str]:
    """The hashes that were taken, in hexadecimal digits, by path within the folder; none where there is no such file."""
    kept = hashes_file(data)
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    return {path.removeprefix(f"{data.name}/"): taken for taken, _, path in (line.partition("  ") for line in lines)}


def record_hashes(connection: DuckDBPyConnection, data: Path) -> None:
    """Take the hash of each file that the catalog has got since the last time, and forget those that it no longer names."""
    known, files = known_hashes(data), catalogued(connection)
    if known.keys() != {file.path for file in files}:
        found = {file.path: known.get(file.path) or sha256_of(data / file.path) for file in files if (data / file.path).exists()}
        write_hashes(data, found)


def write_hashes(data: Path, hashes: Mapping[str, str]) -> None:
    """Write the hashes of a folder of data, all or none."""
    replace_text(hashes_file(data), "".join(f"{taken}  {data.name}/{path}\n" for path, taken in sorted(hashes.items())))


def sha256_of(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits; OSError where it cannot be read."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def replace_text(file: Path, text: str) -> None:
    """Write a file so that it is there whole, or as it was before, also where the machine stops."""
    unfinished = file.with_name(f".{file.name}.part")
    with unfinished.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.rename(file)
