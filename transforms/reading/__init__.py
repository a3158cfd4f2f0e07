"""From bytes to documents: what a file holds, in which encoding, and what a reader of it would see.

A format is a question (is it this?) and a reader; another one, such as an archive, is one more row of `_FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from transforms.aligned import AlignedText
from transforms.reading.compressed import MAGIC, unpack
from transforms.reading.encodings import decode
from transforms.reading.html import declared_encoding, hints, is_html, visible_text
from transforms.reading.rejects import EMPTY, NESTED, Problem, too_long
from transforms.records import Document, Origin, Reject

LONGEST = 10_000_000
"""The most bytes of text that a document may have; an article has a thousandth."""
_DEEPEST = 3


def read(origin: Origin, data: bytes) -> Iterator[Document | Reject]:
    """The documents of a file, in order, or a reject for each that cannot be read. Never raises on any bytes."""
    yield from _read(origin, data, 0)


def _read(origin: Origin, data: bytes, depth: int) -> Iterator[Document | Reject]:
    if depth > _DEEPEST:
        yield NESTED.reject(origin)
        return
    reader = next(each.read for each in _FORMATS if each.claims(data))
    yield from reader(origin, data, depth)


def _gzip(origin: Origin, data: bytes, depth: int) -> Iterator[Document | Reject]:
    unpacked = unpack(data, LONGEST)
    if isinstance(unpacked, Problem):
        yield unpacked.reject(origin)
    else:
        yield from _read(origin, unpacked, depth + 1)


def _page(origin: Origin, data: bytes, _depth: int) -> Iterator[Document | Reject]:
    """One text or HTML page."""
    decoded = _decoded(data)
    if isinstance(decoded, Problem):
        yield decoded.reject(origin)
        return
    text, encoding = decoded
    if not is_html(text):
        yield Document(origin, encoding, "text/plain", text, AlignedText.identity(text))
        return
    said = hints(text)
    visible = visible_text(text, said.get("title"))
    yield Document(origin, encoding, "text/html", text, visible, said) if len(visible) else EMPTY.reject(origin)


def _decoded(data: bytes) -> tuple[str, str] | Problem:
    if not data:
        return EMPTY
    return too_long(LONGEST) if len(data) > LONGEST else decode(data, declared_encoding(data))


class _Format(NamedTuple):
    """A kind of file: whether bytes are of it, and how it is read, given how deep it lies in others."""

    claims: Callable[[bytes], bool]
    read: Callable[[Origin, bytes, int], Iterator[Document | Reject]]


_FORMATS = (
    _Format(lambda data: data.startswith(MAGIC), _gzip),
    _Format(lambda _: True, _page),
)
