"""What the lake knows of files: which bytes it has read, under which version of the rules, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Seen:
    """The last reading of a file: hash of its bytes, version of the extractor, and how many rejects it left."""

    file_sha256: str
    extractor_version: str
    rejects: int


_READ = """(
    SELECT path, file_sha256, extractor_version, 0 AS rejected FROM documents
    UNION ALL SELECT path, file_sha256, extractor_version, 1 FROM rejects WHERE file_sha256 IS NOT NULL
)"""
_SEEN = f"""
SELECT path, max(file_sha256), min(extractor_version), sum(rejected)::INTEGER
FROM {_READ} SEMI JOIN asked USING (path) GROUP BY path
"""
_VANISHED = f"SELECT count(DISTINCT path) FROM {_READ} ANTI JOIN asked USING (path)"

# Other files with an article whose kept evidence is in one of the given files, and in none that stays.
_PARTNERS = """
SELECT DISTINCT other.path
FROM documents AS gone
JOIN articles USING (article_id, content_sha256)
JOIN documents AS other ON other.article_id = gone.article_id
WHERE gone.path IN (SELECT unnest($paths)) AND other.path NOT IN (SELECT unnest($paths))
  AND NOT EXISTS (
    FROM documents AS kept
    WHERE kept.article_id = gone.article_id AND kept.content_sha256 = gone.content_sha256 AND kept.path NOT IN (SELECT unnest($paths))
  )
"""


def seen_files(connection: DuckDBPyConnection, paths: Sequence[str]) -> dict[str, Seen]:
    """Those of the files that were ever read, by their paths within the inbox."""
    return {path: Seen(*what) for path, *what in _ask(connection, _SEEN, paths)}


def vanished_files(connection: DuckDBPyConnection, paths: Sequence[str]) -> int:
    """How many other files were ever read."""
    ((count,),) = _ask(connection, _VANISHED, paths)
    return int(count)


def _ask(connection: DuckDBPyConnection, query: str, paths: Sequence[str]) -> list[tuple[Any, ...]]:
    """The answer to a query that asks about files."""
    connection.register("asked", pa.table({"path": pa.array(paths, pa.string())}))
    found = connection.execute(query).fetchall()
    connection.unregister("asked")
    return found


def partners(connection: DuckDBPyConnection, paths: Sequence[str]) -> set[str]:
    """The files to read again because the changed files `paths` hold the evidence of an article that they give too."""
    return {path for (path,) in connection.execute(_PARTNERS, {"paths": list(paths)}).fetchall()}


def unread(connection: DuckDBPyConnection) -> set[str]:
    """The ids of the rejects of what could not be opened at all, those set aside among them."""
    return {name for (name,) in connection.execute("SELECT reject_id FROM rejects WHERE file_sha256 IS NULL").fetchall()}


def inbox_of(connection: DuckDBPyConnection) -> str | None:
    """The full path of the folder that the lake was last filled from; None where no load has said one."""
    row = connection.execute(
        "SELECT settings FROM loads WHERE outcome <> 'failed' AND settings <> '' ORDER BY load_id DESC LIMIT 1"
    ).fetchone()
    found = json.loads(row[0]).get("inbox") if row else None
    return found if isinstance(found, str) else None
