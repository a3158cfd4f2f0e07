"""Tar, read from its beginning to its end without going back."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from transforms.reading.archives.entry import Entry, passed_over, written
from transforms.reading.archives.streams import Content, UnreadableError
from transforms.reading.limits import HEADER, LONGEST
from transforms.reading.rejects import CUT_OFF, NO_FILE, Problem, damaged, too_long

_MAGIC = slice(257, 262)
_CONTENTS = (*tarfile.REGULAR_TYPES, tarfile.LNKTYPE, tarfile.SYMTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)


class _Header(tarfile.TarInfo):
    """A header that is whole, and as long as a header is: tarfile takes a damaged one for the end, and reads a long one into memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        """The header in a block of 512 bytes; UnreadableError where it is none."""
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not any(buf):
                raise  # the end
            raise UnreadableError(CUT_OFF if len(buf) < tarfile.BLOCKSIZE else damaged(str(error))) from error
        if header.type not in _CONTENTS and header.size > HEADER:
            raise UnreadableError(damaged(f"a header of {header.size:,} bytes"))
        return header


def claims(head: bytes, _name: str) -> bool:
    """Whether the first block is a header of POSIX or GNU tar."""
    return head[_MAGIC] == b"ustar"


def read(content: Content) -> Iterator[Entry]:
    """A page for each file; `offset` counts the bytes of the unpacked archive up to the file's data."""
    with tarfile.open(fileobj=content.stream, mode="r|", tarinfo=_Header) as archive:
        while header := archive.next():
            archive.members.clear()  # type: ignore[attr-defined]  # or it would keep every header
            if not header.isdir() and not passed_over(header.name):
                yield Entry(_name(header), header.offset_data, _data(archive, header))


def _data(archive: tarfile.TarFile, header: tarfile.TarInfo) -> bytes | Problem:
    if not header.isreg():
        return NO_FILE
    file = archive.extractfile(header)
    data = file.read(LONGEST + 1) if file else b""
    return data if len(data) <= LONGEST else too_long(LONGEST)


def _name(header: tarfile.TarInfo) -> str:
    return written(header.name.encode("utf-8", "surrogateescape"))
