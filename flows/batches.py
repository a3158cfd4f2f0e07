"""The work of one task: read a batch of files, extract, and leave the rows as Parquet in the staging folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.discovery import too_large, unreadable
from flows.planning import Planned
from transforms.extraction import EXTRACTOR_VERSION, extract
from transforms.reading import LONGEST, read
from transforms.records import Document, Origin, Reject
from warehouse.identity import digest
from warehouse.rows import Rows, reject_row, rows_of
from warehouse.staging import stage


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that one task reads, each with its path within the inbox, and the folder that its rows go to."""

    files: tuple[tuple[str, Path], ...]
    folder: Path


def batches(plan: Sequence[Planned], staging: Path, size: int) -> list[Batch]:
    """The files in groups of about `size` bytes.

    A group's folder is named by what it reads and by the rules' version, so that what a killed run has extracted serves the next.
    """
    groups: list[list[Planned]] = []
    room = 0
    for planned in plan:
        if not groups or room < planned.found.size:
            groups.append([])
            room = size
        groups[-1].append(planned)
        room -= planned.found.size
    return [_batch(group, staging) for group in groups]


def _batch(group: Sequence[Planned], staging: Path) -> Batch:
    name = digest(EXTRACTOR_VERSION, *(part for planned in group for part in (planned.found.path, planned.file_sha256)))
    return Batch(tuple((planned.found.path, planned.found.file) for planned in group), staging / name)


def extract_batch(batch: Batch) -> Path:
    """Read, extract and stage a batch; the folder of its rows. What was staged before is not done again."""
    if not batch.folder.exists():
        rows: Rows = defaultdict(list)
        for path, file in batch.files:
            for item in _read(path, file):
                for table, found in _rows(item).items():
                    rows[table] += found
        stage(batch.folder, rows)
    return batch.folder


def _read(path: str, file: Path) -> Iterator[Document | Reject]:
    """The documents and rejects of a file: at least one."""
    try:
        with file.open("rb") as stream:
            data = stream.read(LONGEST + 1)
    except OSError as error:
        yield unreadable(path, error)
        return
    origin = Origin(path, sha256(data).hexdigest())
    if len(data) > LONGEST:
        yield too_large(path, len(data), LONGEST)
        return
    nothing = Reject(origin, "reading", "empty", "nothing in it that could be read", "Remove the file, or fill it.")
    items = read(origin, data)
    yield next(items, nothing)
    yield from items


def _rows(item: Document | Reject) -> Rows:
    if isinstance(item, Reject):
        return {"rejects": [reject_row(item, EXTRACTOR_VERSION)]}
    try:
        extraction = extract(item)
        if extraction.text.strip():
            return rows_of(item, extraction, EXTRACTOR_VERSION)
        reject = Reject(item.origin, "cleaning", "no-text", "no article in it", "Look whether the page's text came with the file.")
    except Exception as error:  # one article must not take the run with it
        reject = Reject(
            item.origin, "extraction", "fault", f"{type(error).__name__}: {error}", "A fault of shizheng: report it, with the file."
        )
    return {"rejects": [reject_row(reject, EXTRACTOR_VERSION)]}
