"""Archives: many documents in one file, read as a stream, so that memory does not grow with the file.

An archive is a stream of entries, each with its place in the archive. Nothing is opened but the stream that is given, and nothing is
written: names of members, however hostile, are only provenance. A format is a question (is it this?) and a reader, a row of `_FORMATS`;
gzip and zstd around it are taken off before. What goes wrong at one place is an entry that says so; where an archive cannot be read on,
the last entry says it, at the offset of the last before it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from transforms.reading.archives import columnar, lines, tars, warcs, zips
from transforms.reading.archives.entry import Entry
from transforms.reading.archives.streams import Content, UnreadableError, opened
from transforms.reading.rejects import EMPTY, damaged

__all__ = ["Entry", "entries", "is_archive"]

_CHUNK = 1 << 16
_SUFFIXES = (".gz", ".zst", ".zstd")


class _Format(NamedTuple):
    """A kind of archive: whether a file that begins so and is called so is one, and how it is read."""

    claims: Callable[[bytes, str], bool]
    read: Callable[[Content], Iterator[Entry]]


_FORMATS = tuple(_Format(kind.claims, kind.read) for kind in (zips, columnar, tars, warcs, lines))


def is_archive(file: BinaryIO, name: str) -> bool:
    """Whether a file (which can seek), called `name`, holds many documents."""
    try:
        return _format(opened(file), name) is not None
    except (OSError, EOFError, ValueError, zlib.error, UnreadableError):  # damaged: whoever reads it says so
        return False


def entries(file: BinaryIO, name: str) -> Iterator[Entry]:
    """The entries of an archive (a file that can seek), in order: at least one. Never raises on any bytes."""
    last = None
    try:
        for last in _entries(file, name):
            yield last
        if last is None:
            yield Entry(None, None, EMPTY)
    except UnreadableError as error:
        yield Entry(None, last.offset if last else None, error.problem)
    except Exception as error:  # whatever a library makes of damaged bytes
        yield Entry(None, last.offset if last else None, damaged(f"{type(error).__name__}: {error}"))


def _entries(file: BinaryIO, name: str) -> Iterator[Entry]:
    content = opened(file)
    archive = _format(content, name)
    if archive:
        yield from archive.read(content)
        while content.packed and content.stream.read(_CHUNK):  # its checksum stands at its end
            pass


def _format(content: Content, name: str) -> _Format | None:
    plain = name.lower()
    for suffix in _SUFFIXES:
        plain = plain.removesuffix(suffix)
    head = content.head
    return next((archive for archive in _FORMATS if archive.claims(head, plain)), None)
