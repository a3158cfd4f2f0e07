"""Lakes of a size: what a thousand articles state, staged as often as wanted under other ids and paths, and loaded as a run loads."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from flows.batches import batches, extract_batch
from flows.discovery import Found, discover
from flows.planning import Planned, file_hash
from tests.bench.corpus import write_files
from transforms.extraction import EXTRACTOR_VERSION
from warehouse.lake import Lake, writing
from warehouse.loading import Delivery, Run, commit

_IDS = {"article_id": 32, "document_id": 32, "fact_id": 24, "content_sha256": 32}
_AT_ONCE = 100_000  # articles in one load


def lake_of(folder: Path, articles: int, extracted: int = 1000) -> Lake:
    """A lake with so many articles, of which `extracted` differ in their text."""
    lake = Lake(folder / "lake")
    distinct = min(articles, extracted)
    staged = _extract(write_files(folder / "inbox", distinct), folder / "staged")
    copies = [_copy(one, folder / "copies" / str(copy), copy) for copy in range(articles // distinct) for one in staged]
    with writing(lake) as connection:
        commit(connection, _run(articles), Delivery(copies, []))
    return lake


def _extract(inbox: Path, folder: Path) -> list[Path]:
    plan = [Planned(found, file_hash(found.file), "new") for found in discover(inbox) if isinstance(found, Found)]
    return [extract_batch(batch) for batch in batches(plan, folder, 200_000_000)]


def _copy(staged: Path, folder: Path, copy: int) -> Path:
    """The same rows, in files of the same names, under the ids of another copy."""
    folder.mkdir(parents=True)
    for file in staged.glob("*.parquet"):
        ours = duckdb.sql(f"DESCRIBE FROM '{file}'").fetchall()
        columns = ", ".join(_column(str(name), copy) for name, *_ in ours)
        duckdb.sql(f"COPY (SELECT {columns} FROM '{file}') TO '{folder / file.name}' (COMPRESSION zstd)")
    return folder


def _column(name: str, copy: int) -> str:
    if name in _IDS:
        return f"""substr(md5("{name}" || '/{copy}'), 1, {_IDS[name]}) AS "{name}\""""
    return f"'{copy}/' || path AS path" if name == "path" else f'"{name}"'


def _run(files: int) -> Run:
    now = datetime.now(UTC)
    return Run("run", now, now, files, files, 0, EXTRACTOR_VERSION, "bench", "{}")
