"""Opening the lake: DuckLake, Parquet data files under one catalog with snapshots. One writes at a time, any number read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.errors import LakeError
from warehouse.files import record_hashes
from warehouse.versions import bring_up_to_date, refuse_newer

# How data files are written: parts small enough that a question about a place reads little, large enough that their index stays short.
_FILES = {"parquet_row_group_size": "16384", "parquet_compression": "zstd"}
_MEMORY = "1200MB"  # what does not fit while rows are sorted goes to the disk
_WRITING = "DATA_INLINING_ROW_LIMIT 0, META_JOURNAL_MODE 'WAL'"
_BUSY_MS = 30_000  # how long to wait for a catalog that another process holds


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake in a folder: the catalog beside the data."""

    folder: Path

    @property
    def catalog(self) -> Path:
        """The SQLite file that knows the snapshots."""
        return self.folder / "catalog.sqlite"

    @property
    def data(self) -> Path:
        """Where the Parquet files lie."""
        return self.folder / "data"

    @property
    def staging(self) -> Path:
        """Where a run keeps what it has extracted and not yet committed."""
        return self.folder / "staging"

    @property
    def spill(self) -> Path:
        """Where a load keeps rows that do not fit into memory."""
        return self.folder / "spill"

    @property
    def exists(self) -> bool:
        """Whether somebody has written to it."""
        return self.catalog.exists()


@contextmanager
def writing(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that may write, with all tables and views there; the lake is made where there is none."""
    lake.data.mkdir(parents=True, exist_ok=True)
    if not lake.exists:
        _make(lake)
    with _attached(lake, lake.catalog, _WRITING) as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'; SET temp_directory = {literal(str(lake.spill))}")
        with transaction(connection):
            bring_up_to_date(connection)
        yield connection
        record_hashes(connection, lake.data)


@contextmanager
def reading(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that cannot write, each of its queries on one snapshot, also while a load runs.

    LakeError where there is no lake, or where a newer program than this one has written to it.
    """
    with inspecting(lake) as connection:
        refuse_newer(connection)
        yield connection


@contextmanager
def inspecting(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that cannot write, to a lake in any state that can be opened at all; LakeError where there is none."""
    if not lake.exists:
        raise LakeError(f"there is no lake at {lake.folder}", "Make one with `shizheng run`, or name another with --lake.")
    _recover(lake.catalog)
    with _attached(lake, lake.catalog, "READ_ONLY") as connection:
        yield connection


@contextmanager
def transaction(connection: DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: committed at the end, rolled back where something is raised."""
    connection.execute("BEGIN")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _make(lake: Lake) -> None:
    """Make an empty lake; its catalog appears whole or not at all, so that a catalog that is there has its tables."""
    unfinished = lake.catalog.with_suffix(".unfinished")
    remove_catalog(unfinished)
    with _attached(lake, unfinished, _WRITING) as connection:
        for option, value in _FILES.items():
            connection.execute(f"CALL lake.set_option({literal(option)}, {literal(value)})")
        with transaction(connection):
            bring_up_to_date(connection)
    unfinished.rename(lake.catalog)


def remove_catalog(catalog: Path) -> None:
    """Remove a SQLite file with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        catalog.with_name(catalog.name + ending).unlink(missing_ok=True)


@contextmanager
def _attached(lake: Lake, catalog: Path, options: str) -> Iterator[DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for extension in ("sqlite_scanner", "ducklake"):
            _load_extension(connection, extension)
        connection.execute("SET enable_progress_bar = false")  # which goes to standard output, between the rows
        connection.execute("SET TimeZone = 'UTC'; SET parquet_metadata_cache = true")  # data files never change
        try:
            connection.execute(f"ATTACH {literal(f'ducklake:sqlite:{catalog}')} AS lake ({options}, {_everywhere(lake)})")
            connection.execute("USE lake")
        except duckdb.Error as error:
            raise LakeError(f"the lake at {lake.folder} cannot be opened: {error}", "Is it a lake, and may you read its files?") from error
        yield connection


def _everywhere(lake: Lake) -> str:
    """Options of every connection: the data lies beside the catalog, wherever the folder has been moved to."""
    return f"DATA_PATH {literal(f'{lake.data.absolute()}/')}, OVERRIDE_DATA_PATH true, META_BUSY_TIMEOUT {_BUSY_MS}"


def _load_extension(connection: DuckDBPyConnection, name: str) -> None:
    """Load what is installed, else what a wheel brought, else what DuckDB can download; DuckDB checks the signature of each."""
    for statement in (f"LOAD {name}", f"LOAD {literal(str(_wheel(name)))}"):
        try:
            connection.execute(statement)
        except duckdb.Error:
            continue
        return
    connection.execute(f"INSTALL {name}; LOAD {name}")


def _wheel(name: str) -> Path:
    module = import_module(f"duckdb_extension_{name}")
    return Path(str(module.__file__)).parent / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"


def _recover(catalog: Path) -> None:
    """Let SQLite finish what a killed writer left, which a read-only connection may not: "attempt to write a readonly database"."""
    if not any(catalog.with_name(catalog.name + ending).exists() for ending in ("-journal", "-wal")):
        return
    try:
        with sqlite3.connect(catalog, timeout=_BUSY_MS / 1000) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
        connection.close()
    except sqlite3.OperationalError:
        pass  # somebody else is at it, or we may not write: the read-only connection will tell
