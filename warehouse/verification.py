"""Whether a lake is whole: files as the catalog and their hashes say, rows as the tables promise, quotes as the raw texts have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from warehouse.ddl import quoted
from warehouse.files import DataFile, catalogued, known_hashes
from warehouse.identity import article_id
from warehouse.lake import transaction
from warehouse.storage import Folder, filesystem, sizes
from warehouse.tables import FACTS, TABLES, Table

Question = tuple[str, str]  # a table, and the query that names its rows that break a promise

# Columns that name a row of another table: the column, that table, and its key.
_POINTING = (("article_id", "articles", "article_id"), ("original_id", "articles", "article_id"), ("load_id", "loads", "load_id"))
_NAMED = 5  # of what is wrong, how much is named


@dataclass(frozen=True, slots=True)
class Check:
    """A promise of the lake: how many things were looked at, how many break it, and the first of those by name."""

    promise: str
    looked_at: int
    broken: int
    examples: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing breaks it."""
        return not self.broken


def verify(connection: DuckDBPyConnection, data: Folder) -> Iterator[Check]:
    """Every check in order, on one snapshot; those of rows where the files hold, since rows are read from files."""
    with transaction(connection):
        files = list(_files(catalogued(connection), data))
        yield from files
        if all(check.holds for check in files):
            yield from _rows_checks(connection)


def _files(files: list[DataFile], data: Folder) -> Iterator[Check]:
    found = sizes(data, [file.path for file in files])
    there = [file for file in files if file.path in found]
    hashes = known_hashes(data) if isinstance(data, Path) else {}  # a store of objects keeps checksums of its own
    hashed = [file.path for file in there if file.path in hashes]
    yield _check("each data file is there", len(files), [file.path for file in files if file not in there])
    yield _check("each has its size", len(there), [file.path for file in there if found[file.path] != file.size])
    yield _check("each has its SHA-256", len(hashed), [path for path in hashed if _hash(data, path) != hashes[path]])
    yield _check("each has its rows", len(there), [file.path for file in there if _rows(data, file.path) != file.rows])


def _hash(data: Folder, path: str) -> str:
    system, root = filesystem(data)
    with system.open_input_stream(f"{root}/{path}") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _rows(data: Folder, path: str) -> int | None:
    """The rows of a Parquet file; None where it is none."""
    system, root = filesystem(data)
    try:
        return int(pq.read_metadata(f"{root}/{path}", filesystem=system).num_rows)
    except (OSError, pa.ArrowException):
        return None


def _rows_checks(connection: DuckDBPyConnection) -> Iterator[Check]:
    for promise, questions in _PROMISES.items():
        yield _asked(connection, promise, tuple(questions()))
    yield _texts(connection)


def _asked(connection: DuckDBPyConnection, promise: str, questions: Sequence[Question]) -> Check:
    """A check of several tables in one query; where rows cannot be read, the error is what breaks it."""
    broken = " UNION ALL ".join(f"SELECT '{table}: ' || name FROM ({query}) AS found(name)" for table, query in questions)
    tables = sorted({table for table, _ in questions})
    counts = " + ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    try:
        looked_at = connection.execute(f"SELECT {counts}").fetchone() or (0,)
        return _check(promise, looked_at[0], [name for (name,) in connection.execute(broken).fetchall()])
    except duckdb.Error as error:
        return Check(promise, 0, 1, (str(error),))


def _keys() -> Iterator[Question]:
    for table in TABLES.values():
        key = ", ".join(map(quoted, table.key))
        missing = " OR ".join(f"{quoted(name)} IS NULL" for name in table.key)
        yield table.name, f"SELECT concat_ws(' ', {key}) FROM {table.name} GROUP BY {key} HAVING count(*) > 1 OR {missing}"


def _references() -> Iterator[Question]:
    for table in TABLES.values():
        for name, target, key in _POINTING:
            if name in table.names and table.name != target:
                lost = f"{name} IS NOT NULL AND NOT EXISTS (FROM {target} AS target WHERE target.{key} = {table.name}.{name})"
                yield table.name, _named(table, lost)


def _pointers() -> Iterator[Question]:
    every = " UNION ALL ".join(f"SELECT fact_id AS pointed FROM {table.name}" for table in FACTS)
    for table in FACTS:
        for column in sorted({"derived_from", "facts"} & set(table.names)):
            pointing = f"(SELECT fact_id, unnest({column}) AS pointed FROM {table.name})"
            yield table.name, f"SELECT fact_id FROM {pointing} ANTI JOIN ({every}) USING (pointed)"


def _documents() -> Iterator[Question]:
    yield "articles", _named(TABLES["articles"], "NOT EXISTS (FROM documents WHERE documents.article_id = articles.article_id)")


def _quotes() -> Iterator[Question]:
    wrong = """quote IS DISTINCT FROM substring(raw, fact."start" + 1, fact."end" - fact."start")"""
    for table in FACTS:
        yield table.name, f"SELECT fact_id FROM {table.name} AS fact JOIN articles USING (article_id) WHERE {wrong}"


_PROMISES: Mapping[str, Callable[[], Iterator[Question]]] = {
    "each row has a key of its own": _keys,
    "each article and load that a row names is there": _references,
    "each fact that a fact rests on is there": _pointers,
    "each article is given by a document": _documents,
    "each quote stands in the raw text at its span": _quotes,
}


def _texts(connection: DuckDBPyConnection) -> Check:
    texts = connection.execute("SELECT article_id, text FROM articles")
    looked_at, broken = 0, []
    while rows := texts.fetchmany(1000):
        looked_at += len(rows)
        broken += [name for name, text in rows if article_id(text) != name]
    return _check("each article's text has the hash that names it", looked_at, broken)


def _named(table: Table, where: str) -> str:
    return f"SELECT concat_ws(' ', {', '.join(map(quoted, table.key))}) FROM {table.name} WHERE {where}"


def _check(promise: str, looked_at: int, broken: list[str]) -> Check:
    return Check(promise, looked_at, len(broken), tuple(broken[:_NAMED]))
