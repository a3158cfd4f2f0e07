"""The work of one task: read a batch of files or of an archive's records, extract, and leave the rows as Parquet in the staging folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from flows.discovery import too_large, unreadable
from flows.limits import OverdueError, within
from flows.planning import Planned
from transforms.extraction import EXTRACTOR_VERSION, extract
from transforms.reading import LONGEST, Entry, entries, is_archive, read, read_entry
from transforms.records import Document, Fields, Origin, Reject
from warehouse.identity import digest
from warehouse.rows import Rows, reject_row, rows_of
from warehouse.staging import stage
from warehouse.storage import Folder


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file that a task opens; `origin` names it with the hash that it had when the run was planned."""

    origin: Origin
    file: Path
    share: int

    @property
    def size(self) -> int:
        """How much there is to read."""
        return self.share


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of the archive at `origin`, which the flow has taken out of it; `share` is how many bytes of the archive that took."""

    origin: Origin
    entry: Entry
    share: int

    @property
    def size(self) -> int:
        """How much there is to read, and at least a little."""
        return max(self.entry.size, _LEAST)


_LEAST = 100  # bytes that a record counts for, so that no batch has more of them than memory holds


@dataclass(frozen=True, slots=True)
class Terms:
    """How documents are read: what records call their fields, and how many seconds of work a document may take."""

    fields: Fields
    seconds: float


@dataclass(frozen=True, slots=True)
class Batch:
    """What one task reads and how, and the folder that its rows go to."""

    parts: tuple[WholeFile | Part, ...]
    folder: Folder
    terms: Terms

    @property
    def share(self) -> int:
        """How many bytes of the inbox it stands for."""
        return sum(part.share for part in self.parts)


def batches(plan: Iterable[Planned], staging: Folder, size: int, terms: Terms) -> Iterator[Batch]:
    """What the plan reads in batches of about `size` bytes, one after the other: an archive is unpacked while they are asked for.

    A batch's folder is named by what it reads and how, so that what a killed run has extracted serves the next.
    """
    group: list[WholeFile | Part] = []
    room = size
    for part in (part for planned in plan for part in _parts(planned)):
        if group and room < part.size:
            yield _batch(group, staging, terms)
            group, room = [], size
        group.append(part)
        room -= part.size
    if group:
        yield _batch(group, staging, terms)


def _batch(group: Sequence[WholeFile | Part], staging: Folder, terms: Terms) -> Batch:
    names = (name for part in group for name in _identity(part))
    return Batch(tuple(group), staging / digest(EXTRACTOR_VERSION, *sorted(terms.fields.items()), *names), terms)


def _identity(part: WholeFile | Part) -> tuple[object, ...]:
    at = part.origin
    return (at.path, at.file_sha256) if isinstance(part, WholeFile) else (at.path, at.file_sha256, part.entry.member, part.entry.offset)


def _parts(planned: Planned) -> Iterator[WholeFile | Part]:
    """A file as a whole, or what it holds where it is an archive."""
    found = planned.found
    origin = Origin(found.path, planned.file_sha256)
    try:
        with found.file.open("rb") as file:
            if is_archive(file, found.path):
                before = 0
                for entry in entries(file, found.path):
                    after = max(before, file.tell())
                    yield Part(origin, entry, after - before)
                    before = after
                return
    except OSError:
        pass  # whoever reads it says what is wrong
    yield WholeFile(origin, found.file, found.size)


def extract_batch(batch: Batch) -> Folder:
    """Read, extract and stage a batch; the folder of its rows. What was staged before is not done again."""
    if not batch.folder.exists():
        rows: Rows = defaultdict(list)
        for part in batch.parts:
            for found in _rows_of(part, batch.terms):
                for table, more in found.items():
                    rows[table] += more
        stage(batch.folder, rows)
    return batch.folder


def _rows_of(part: WholeFile | Part, terms: Terms) -> Iterator[Rows]:
    """The rows of each document or reject of a part, each in its time; one that takes longer to read ends the part."""
    items = _read(part, terms.fields)
    item: Document | Reject | None = None
    while True:
        try:
            item = None
            with within(terms.seconds):
                item = next(items, None)
                found = _rows(item) if item else {}
        except OverdueError:
            message = f"more than {terms.seconds:g} s of work, as no article is"
            found = _rejected(Reject((item or part).origin, "extraction", "overdue", message, _OVERDUE))
        yield found
        if item is None:
            return


def _read(part: WholeFile | Part, fields: Fields) -> Iterator[Document | Reject]:
    """The documents and rejects of a part: at least one."""
    items = _read_file(part, fields) if isinstance(part, WholeFile) else read_entry(part.origin, part.entry, fields)
    nothing = Reject(part.origin, "reading", "empty", "nothing in it that could be read", "Remove the file, or fill it.")
    yield next(items, nothing)
    yield from items


def _read_file(part: WholeFile, fields: Fields) -> Iterator[Document | Reject]:
    path = part.origin.path
    try:
        with part.file.open("rb") as stream:
            data = stream.read(LONGEST + 1)
    except OSError as error:
        yield unreadable(path, error)
        return
    if len(data) > LONGEST:
        yield too_large(path, len(data), LONGEST)
        return
    yield from read(Origin(path, sha256(data).hexdigest()), data, fields)


def _rows(item: Document | Reject) -> Rows:
    if isinstance(item, Reject):
        return _rejected(item)
    try:
        extraction = extract(item)
        if extraction.text.strip():
            return rows_of(item, extraction, EXTRACTOR_VERSION)
    except MemoryError:  # which another article may have used up: the run ends, and nothing is set aside
        raise
    except Exception as error:  # one article must not take the run with it
        return _rejected(Reject(item.origin, "extraction", "fault", f"{type(error).__name__}: {error}"[:_LONGEST_FAULT], _FAULT))
    return _rejected(Reject(item.origin, "cleaning", "no-text", "no article in it", "Look whether the page's text came with the file."))


def _rejected(reject: Reject) -> Rows:
    return {"rejects": [reject_row(reject, EXTRACTOR_VERSION)]}


_LONGEST_FAULT = 500  # characters of an error, which may hold half the article
_FAULT = "A fault of shizheng: report it, with the file."
_OVERDUE = "Split it into articles, or raise SHIZHENG_DOCUMENT_SECONDS; where it is one article, report it, with the file."
