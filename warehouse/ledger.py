"""What the lake knows of files: which bytes it has read, under which version of the rules, and what came of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
_COUNT = f"SELECT count(DISTINCT path) FROM {_READ}"

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


def seen_files(connection: DuckDBPyConnection, paths: Iterable[str]) -> dict[str, Seen]:
    """Those of the files that were ever read, by their paths within the inbox."""
    connection.register("asked", pa.table({"path": pa.array(paths, pa.string())}))
    found = connection.execute(_SEEN).fetchall()
    connection.unregister("asked")
    return {path: Seen(*what) for path, *what in found}


def count_files(connection: DuckDBPyConnection) -> int:
    """How many files were ever read."""
    row = connection.execute(_COUNT).fetchone()
    return int(row[0]) if row else 0


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
