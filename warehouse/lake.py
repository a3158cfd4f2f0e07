"""Opening the lake: DuckLake, Parquet data files under one catalog with snapshots. One writes at a time, any number read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.errors import LakeError
from warehouse.extensions import load_extension
from warehouse.files import record_hashes
from warehouse.server import has_catalog
from warehouse.snapshots import current_snapshot
from warehouse.storage import Bucket, Folder, secret
from warehouse.versions import bring_up_to_date, refuse_newer

# How data files are written: parts small enough that a question about a place reads little, large enough that their index stays short.
_FILES = {"parquet_row_group_size": "16384", "parquet_compression": "zstd"}
# Articles hold texts, of which no more may lie together than memory holds while they are sorted.
_FILES_OF_ARTICLES = {"parquet_row_group_size": "2048", "target_file_size": "32MB"}
_MEMORY = "800MB"  # what does not fit while rows are sorted goes to the disk; a load of 100,000 articles is no slower for it
_WRITING = "DATA_INLINING_ROW_LIMIT 0"
_THEIRS = "Back up the database with `pg_dump`, and the bucket with its own tools."
_BUSY_MS = 30_000  # how long to wait for a catalog that another process holds


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake in a folder: the catalog beside the data.

    With `server` (how to reach a PostgreSQL database) the catalog is there, with `storage` (a URL of S3) the data and what is staged.
    The folder then holds what concerns this machine alone.
    """

    folder: Path
    server: str | None = None
    storage: str | None = None

    @property
    def catalog(self) -> Path:
        """The SQLite file that knows the snapshots."""
        return self.folder / "catalog.sqlite"

    @property
    def data(self) -> Folder:
        """Where the Parquet files lie."""
        return self._root / "data"

    @property
    def own_data(self) -> Path:
        """Where the Parquet files lie on this machine; LakeError where they do not."""
        if self.server or self.storage:
            raise LakeError("this looks after lakes in folders, and the lake is on servers", _THEIRS)
        return self.folder / "data"

    @property
    def staging(self) -> Folder:
        """Where a run keeps what it has extracted and not yet committed."""
        return self._root / "staging"

    @property
    def spill(self) -> Path:
        """Where a load keeps rows that do not fit into memory."""
        return self.folder / "spill"

    @property
    def exists(self) -> bool:
        """Whether somebody has written to it."""
        return has_catalog(self.server) if self.server else self.catalog.exists()

    @property
    def _root(self) -> Folder:
        return Bucket(self.storage) if self.storage else self.folder


@contextmanager
def writing(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that may write, with all tables and views there; the lake is made where there is none."""
    if isinstance(lake.data, Path):
        lake.data.mkdir(parents=True, exist_ok=True)
    if not lake.exists:
        _make(lake)
    with _attached(lake, lake.catalog, _WRITING) as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'; SET temp_directory = {literal(str(lake.spill))}")
        with transaction(connection):
            bring_up_to_date(connection)
        yield connection
        if not (lake.server or lake.storage):
            record_hashes(connection, lake.own_data)


@contextmanager
def reading(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that cannot write, each of its queries on one snapshot, also while a load runs.

    LakeError where there is no lake, or where a newer program than this one has written to it.
    """
    with inspecting(lake) as connection:
        refuse_newer(connection)
        yield connection


@contextmanager
def reading_still(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """As `reading`, but with all queries on the same snapshot, the last as this begins, whatever is committed meanwhile."""
    with reading(lake) as connection:
        last = current_snapshot(connection)
    with _attached(lake, lake.catalog, f"READ_ONLY, SNAPSHOT_VERSION {last.number}") as connection:
        yield connection


@contextmanager
def inspecting(lake: Lake) -> Iterator[DuckDBPyConnection]:
    """A connection that cannot write, to a lake in any state that can be opened at all; LakeError where there is none."""
    if not lake.exists:
        raise LakeError(f"there is no lake at {lake.folder}", "Make one with `shizheng run`, or name another with --lake.")
    if not lake.server:
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
    if lake.server:  # where tables appear together, and a lake without them is brought up to date
        _lay_out(lake, lake.catalog)
        return
    unfinished = lake.catalog.with_suffix(".unfinished")
    remove_catalog(unfinished)
    _lay_out(lake, unfinished)
    unfinished.rename(lake.catalog)


def _lay_out(lake: Lake, catalog: Path) -> None:
    with _attached(lake, catalog, _WRITING) as connection:
        for option, value in _FILES.items():
            connection.execute(f"CALL lake.set_option({literal(option)}, {literal(value)})")
        with transaction(connection):
            bring_up_to_date(connection)
        keep_articles_apart(connection)


def keep_articles_apart(connection: DuckDBPyConnection) -> None:
    """Let DuckLake write articles in smaller parts than other rows; lakes of earlier versions are told so when they are maintained."""
    for option, value in _FILES_OF_ARTICLES.items():
        connection.execute(f"CALL lake.set_option({literal(option)}, {literal(value)}, table_name => 'articles')")


def remove_catalog(catalog: Path) -> None:
    """Remove a SQLite file with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        catalog.with_name(catalog.name + ending).unlink(missing_ok=True)


@contextmanager
def _attached(lake: Lake, catalog: Path, options: str) -> Iterator[DuckDBPyConnection]:
    with duckdb.connect() as connection:
        for extension in ("postgres_scanner" if lake.server else "sqlite_scanner", "ducklake", *["httpfs"] * bool(lake.storage)):
            load_extension(connection, extension)
        if lake.storage:
            connection.execute(secret())
        connection.execute("SET enable_progress_bar = false")  # which goes to standard output, between the rows
        connection.execute("SET TimeZone = 'UTC'; SET parquet_metadata_cache = true")  # data files never change
        try:
            source = f"ducklake:postgres:{lake.server}" if lake.server else f"ducklake:sqlite:{catalog}"
            connection.execute(f"ATTACH {literal(source)} AS lake ({options}, {_everywhere(lake)}{_of_sqlite(lake, options)})")
            connection.execute("USE lake")
        except duckdb.Error as error:
            raise LakeError(f"the lake at {lake.folder} cannot be opened: {error}", "Is it a lake, and may you read its files?") from error
        yield connection


def _everywhere(lake: Lake) -> str:
    """Options of every connection: the data lies beside the catalog, wherever the folder has been moved to."""
    return f"DATA_PATH {literal(f'{lake.data.absolute()}/')}, OVERRIDE_DATA_PATH true"


def _of_sqlite(lake: Lake, options: str) -> str:
    """What a catalog in SQLite needs beside: patience, and for a writer a journal that blocks no reader."""
    if lake.server:
        return ""
    return f", META_BUSY_TIMEOUT {_BUSY_MS}" + ", META_JOURNAL_MODE 'WAL'" * (options == _WRITING)


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
