"""One load: what was staged becomes rows of the lake in one transaction, and what it replaces goes in the same.

An article is kept once, however many documents give it. Its evidence (raw text and facts) is that of the document with the smallest
content hash, so that the order in which files arrive makes no difference. It leaves with its last document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

import pyarrow as pa
from duckdb import DuckDBPyConnection

from warehouse.across import Judge, nothing, replace_comparisons, touch
from warehouse.arrow import staged_names
from warehouse.columns import COLUMNS
from warehouse.ddl import literal, quoted
from warehouse.lake import transaction
from warehouse.reprints import Compare, replace_reprints, unlike
from warehouse.staging import portions, staged_files
from warehouse.storage import Folder
from warehouse.tables import FACTS, TABLES, Table
from warehouse.versions import current_version


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of a run when it ends; `settings` is JSON, `software` names versions."""

    command: str
    started: datetime
    ended: datetime
    files_seen: int
    files_read: int
    bytes_read: int
    extractor_version: str
    software: str
    settings: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load changed, in rows."""

    load_id: int
    documents_added: int = 0
    articles_added: int = 0
    articles_removed: int = 0
    facts_added: int = 0
    rejects_added: int = 0

    @property
    def outcome(self) -> str:
        """`rejects`, `done` or `nothing`, as the table `loads` has it."""
        if self.rejects_added:
            return "rejects"
        return "done" if self.documents_added or self.articles_removed else "nothing"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a run brings.

    `staged` are the folders with its rows, `taken` the paths of all files that it read, whose older rows therefore go, `mended` the ids of
    rejects that no longer hold, and `reference` the rows of the tables of reference as the rules now know them, by table. `compare` tells
    what one text repeats of another, and `judge` what the claims of several articles say of each other.
    """

    staged: Sequence[Folder]
    taken: Sequence[str]
    mended: Sequence[str] = ()
    reference: Mapping[str, Iterable[Mapping[str, str]]] = field(default_factory=dict)
    compare: Compare = unlike
    judge: Judge = nothing


def commit(connection: DuckDBPyConnection, run: Run, delivery: Delivery) -> Loaded:
    """Load what a run brings, in one transaction."""
    with transaction(connection):
        load_id = _next_load(connection)
        _offer(connection, delivery)
        documents = _replace_documents(connection, load_id)
        removed = _remove_articles(connection, run.extractor_version)
        articles, *facts = (_add(connection, table, load_id, delivery.staged) for table in (TABLES["articles"], *FACTS))
        touch(connection, f"load_id = {load_id}")
        replace_comparisons(connection, delivery.judge, run.extractor_version, load_id)
        replace_reprints(connection, delivery.compare, run.extractor_version, load_id)
        rejects = _replace_rejects(connection, load_id)
        for table, wanted in delivery.reference.items():
            _replace_reference(connection, TABLES[table], wanted)
        loaded = Loaded(load_id, documents, articles, removed, sum(facts), rejects)
        _record(connection, run, loaded, loaded.outcome)
    return loaded


def record_failure(connection: DuckDBPyConnection, run: Run, message: str) -> None:
    """Write a row of `loads` for a run that failed, and nothing else."""
    with transaction(connection):
        _record(connection, run, Loaded(_next_load(connection)), "failed", message)


def record_change(connection: DuckDBPyConnection, run: Run) -> None:
    """Write a row of `loads` for what changed no other table, such as the folder that the lake is filled from."""
    with transaction(connection):
        _record(connection, run, Loaded(_next_load(connection)), "done")


def _next_load(connection: DuckDBPyConnection) -> int:
    return _one(connection, "SELECT coalesce(max(load_id), 0) + 1 FROM loads")


def _record(connection: DuckDBPyConnection, run: Run, loaded: Loaded, outcome: str, message: str | None = None) -> None:
    cells = {**asdict(run), **asdict(loaded), "outcome": outcome, "message": message, "schema_version": current_version()}
    columns = ", ".join(f"${name} AS {quoted(name)}" for name in cells)
    connection.execute(f"INSERT INTO loads BY NAME SELECT {columns}", cells)
    connection.execute(f"CALL lake.set_commit_message('shizheng', {literal(f'load {loaded.load_id}: {run.command}, {outcome}')})")


def _offer(connection: DuckDBPyConnection, delivery: Delivery) -> None:
    """Name what is delivered: temporary views `staged_TABLE`, tables `taken` and `mended`, and in `chosen` one document an article."""
    for name, column, values in (("taken", "path", delivery.taken), ("mended", "reject_id", delivery.mended)):
        query = f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT unnest($found::VARCHAR[]) AS {column}"
        connection.execute(query, {"found": list(values)})
    for table in ("articles", "documents", "rejects"):
        connection.execute(f"CREATE OR REPLACE TEMP VIEW staged_{table} AS {_staged(table, staged_files(delivery.staged, table))}")
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE chosen AS
        SELECT article_id, unnest(min({'content_sha256': content_sha256, 'document_id': document_id}))
        FROM staged_articles GROUP BY article_id
    """)


def _staged(table: str, files: Sequence[str]) -> str:
    if files:
        return f"FROM read_parquet([{', '.join(map(literal, files))}])"
    columns = ", ".join(f"NULL::{COLUMNS[name].type} AS {quoted(name)}" for name in staged_names(table))
    return f"SELECT {columns} WHERE false"


def _replace_documents(connection: DuckDBPyConnection, load_id: int) -> int:
    connection.execute("CREATE OR REPLACE TEMP TABLE gone AS SELECT DISTINCT article_id FROM documents SEMI JOIN taken USING (path)")
    if _one(connection, "SELECT count(*) FROM gone"):
        connection.execute("DELETE FROM documents WHERE path IN (FROM taken)")
    return _insert(connection, TABLES["documents"], load_id, "staged_documents")


def _remove_articles(connection: DuckDBPyConnection, version: str) -> int:
    """Take away the articles that no document gives any more and those that a chosen document replaces; leaves `entering`."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE leaving AS
        SELECT article_id
        FROM (SELECT article_id, content_sha256, extractor_version FROM articles) AS old LEFT JOIN chosen USING (article_id)
        WHERE (article_id IN (FROM gone) OR chosen.article_id IS NOT NULL) AND (
            article_id NOT IN (SELECT article_id FROM documents)
            OR chosen.content_sha256 < old.content_sha256
            OR chosen.article_id IS NOT NULL AND (
                old.extractor_version <> $version
                OR NOT EXISTS (FROM documents AS d WHERE d.article_id = old.article_id AND d.content_sha256 = old.content_sha256)))
        """,
        {"version": version},
    )
    removed = _one(connection, "SELECT count(*) FROM leaving")
    if removed:
        touch(connection, "article_id IN (FROM leaving)")
    for table in ("articles", *(table.name for table in FACTS)) if removed else ():
        connection.execute(f"DELETE FROM {table} WHERE article_id IN (FROM leaving)")
    connection.execute("CREATE OR REPLACE TEMP TABLE entering AS FROM chosen WHERE article_id NOT IN (SELECT article_id FROM articles)")
    return removed


def _add(connection: DuckDBPyConnection, table: Table, load_id: int, staged: Sequence[Folder]) -> int:
    """Add the rows of documents that enter, a portion at a time: each becomes a sorted data file, and memory holds no more than one."""
    parts = (f"({_staged(table.name, files)})" for files in portions(staged_files(staged, table.name)))
    return sum(_insert(connection, table, load_id, f"{part} SEMI JOIN entering USING (document_id)") for part in parts)


def _replace_rejects(connection: DuckDBPyConnection, load_id: int) -> int:
    leaving = "path IN (SELECT path FROM staged_rejects UNION FROM taken) OR reject_id IN (FROM mended)"
    if _one(connection, f"SELECT count(*) FROM rejects WHERE {leaving}"):
        connection.execute(f"DELETE FROM rejects WHERE {leaving}")
    return _insert(connection, TABLES["rejects"], load_id, "(SELECT DISTINCT ON (reject_id) * FROM staged_rejects ORDER BY ALL)")


def _replace_reference(connection: DuckDBPyConnection, table: Table, rows: Iterable[Mapping[str, str]]) -> None:
    """Bring a table of reference up to date, where it is not."""
    name, names = quoted(table.name), ", ".join(map(quoted, table.names))
    wanted = sorted(tuple(row[column] or None for column in table.names) for row in rows)
    if wanted == sorted(connection.execute(f"SELECT {names} FROM {name}").fetchall()):
        return
    cells = {column: pa.array(found, pa.string()) for column, found in zip(table.names, zip(*wanted, strict=True), strict=True)}
    connection.execute(f"DELETE FROM {name}")
    connection.register("wanted", pa.table(cells))
    connection.execute(f"INSERT INTO {name} BY NAME FROM wanted ORDER BY {', '.join(map(quoted, table.order))}")
    connection.unregister("wanted")


def _insert(connection: DuckDBPyConnection, table: Table, load_id: int, rows: str) -> int:
    columns = ", ".join(quoted(name) if name != "load_id" else f"{load_id} AS load_id" for name in table.names)
    return _one(connection, f"INSERT INTO {quoted(table.name)} BY NAME SELECT {columns} FROM {rows}")


def _one(connection: DuckDBPyConnection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
