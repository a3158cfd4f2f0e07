"""From bytes to documents: what a file holds, in which encoding, and what a reader of it would see.

A format is a question (is it this?) and a reader, a row of `_FORMATS`. An archive that is small enough to lie in memory, such as one
within another, is one of them; large ones are streams of entries (`transforms.reading.archives`), and each entry is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple

from transforms.aligned import AlignedText
from transforms.reading.archives import Entry, entries, is_archive
from transforms.reading.compressed import MAGIC, unpack
from transforms.reading.encodings import decode
from transforms.reading.fields import parsed
from transforms.reading.html import declared_encoding, hints, is_html, visible_text
from transforms.reading.limits import INSIDE, LONGEST
from transforms.reading.rejects import EMPTY, NESTED, Problem, too_long
from transforms.records import Document, Fields, Origin, Reject

__all__ = ["LONGEST", "Entry", "entries", "is_archive", "read", "read_entry"]

_DEEPEST = 3
_NO_FIELDS: Fields = MappingProxyType({})


def read(origin: Origin, data: bytes, fields: Fields = _NO_FIELDS) -> Iterator[Document | Reject]:
    """The documents of a file, in order, or a reject for each that cannot be read. Never raises on any bytes.

    `fields` are names of the fields of records beside the usual ones.
    """
    yield from _read(_Place(origin, 0, fields), data)


def read_entry(archive: Origin, entry: Entry, fields: Fields = _NO_FIELDS) -> Iterator[Document | Reject]:
    """The same for an entry of the archive that lies at `archive`."""
    yield from _read_entry(_Place(archive, 0, fields), entry)


class _Place(NamedTuple):
    """Where bytes lie, how many archives and compressed files around them, and what their records call their fields."""

    origin: Origin
    depth: int
    fields: Fields

    def deeper(self, entry: Entry | None = None) -> _Place:
        """The place of what is inside: an entry of an archive, or compressed data."""
        return _Place(_within(self.origin, entry) if entry else self.origin, self.depth + 1, self.fields)


def _within(archive: Origin, entry: Entry) -> Origin:
    """The place of an entry; in an archive that is itself an entry, its name begins with that entry's and its place."""
    if archive.member is None and archive.offset is None:
        return replace(archive, member=entry.member, offset=entry.offset)
    outer = " at ".join(str(part) for part in (archive.member, archive.offset) if part is not None)
    return replace(archive, member=f"{outer} » {entry.member or ''}", offset=entry.offset)


def _read(place: _Place, data: bytes) -> Iterator[Document | Reject]:
    if place.depth > _DEEPEST:
        yield NESTED.reject(place.origin)
        return
    reader = next(each.read for each in _FORMATS if each.claims(place, data))
    yield from reader(place, data)


def _read_entry(place: _Place, entry: Entry) -> Iterator[Document | Reject]:
    inside = place.deeper(entry)
    if isinstance(entry.content, Problem):
        yield entry.content.reject(inside.origin)
    elif entry.form == "page":
        yield from _read(inside, entry.content)
    else:
        record = parsed(entry.content, place.fields)
        yield record.reject(inside.origin) if isinstance(record, Problem) else _document(inside.origin, record.text, "utf-8", record.hints)


def _archive(place: _Place, data: bytes) -> Iterator[Document | Reject]:
    """A small archive, as long as it holds no more than memory does."""
    room = INSIDE
    for entry in entries(BytesIO(data), _name(place)):
        room -= entry.size
        if room < 0:
            yield too_long(INSIDE).reject(place.deeper(entry).origin)
            return
        yield from _read_entry(place, entry)


def _gzip(place: _Place, data: bytes) -> Iterator[Document | Reject]:
    unpacked = unpack(data, LONGEST)
    if isinstance(unpacked, Problem):
        yield unpacked.reject(place.origin)
    else:
        yield from _read(place.deeper(), unpacked)


def _page(place: _Place, data: bytes) -> Iterator[Document | Reject]:
    """One text or HTML page."""
    decoded = _decoded(data)
    yield decoded.reject(place.origin) if isinstance(decoded, Problem) else _document(place.origin, *decoded, {})


def _document(origin: Origin, text: str, encoding: str, said: Mapping[str, str]) -> Document | Reject:
    """The document in a text; what its record says of it comes before what an HTML page says of itself."""
    if not is_html(text):
        return Document(origin, encoding, "text/plain", text, AlignedText.identity(text), MappingProxyType(dict(said)))
    said = MappingProxyType({**hints(text), **said})
    visible = visible_text(text, said.get("title"))
    return Document(origin, encoding, "text/html", text, visible, said) if len(visible) else EMPTY.reject(origin)


def _decoded(data: bytes) -> tuple[str, str] | Problem:
    if not data:
        return EMPTY
    return too_long(LONGEST) if len(data) > LONGEST else decode(data, declared_encoding(data))


def _name(place: _Place) -> str:
    return place.origin.member or place.origin.path


class _Format(NamedTuple):
    """A kind of file: whether bytes are of it, and how it is read."""

    claims: Callable[[_Place, bytes], bool]
    read: Callable[[_Place, bytes], Iterator[Document | Reject]]


_FORMATS = (
    _Format(lambda place, data: is_archive(BytesIO(data), _name(place)), _archive),
    _Format(lambda _, data: data.startswith(MAGIC), _gzip),
    _Format(lambda *_: True, _page),
)
