"""Zip archives, by their directory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile, ZipInfo

from transforms.reading.archives.entry import Entry, passed_over, written
from transforms.reading.archives.streams import Content, Growth, UnreadableError
from transforms.reading.limits import LONGEST
from transforms.reading.rejects import ENCRYPTED, NESTED, Problem, binary, damaged, too_long

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_UTF8 = 0x800
_ENCRYPTED = 0x1
_OFFICE = ("[Content_Types].xml", "META-INF/manifest.xml", "META-INF/MANIFEST.MF")


def claims(head: bytes, _name: str) -> bool:
    """Whether the file begins as a zip archive does."""
    return head.startswith(_MAGIC)


def read(content: Content) -> Iterator[Entry]:
    """A page for each file; `offset` is where its header begins. UnreadableError where the archive is a document of another program."""
    if content.packed:
        raise UnreadableError(NESTED)
    size = content.file.seek(0, 2)
    growth = Growth()
    with ZipFile(content.file) as archive:
        if any(name in archive.NameToInfo for name in _OFFICE):
            raise UnreadableError(binary("an Office document or a program"))
        for info in archive.infolist():
            if not info.is_dir() and not passed_over(name := _name(info)):
                entry = Entry(name, info.header_offset, _data(archive, info))
                growth.add(entry.size, size)
                yield entry


def _data(archive: ZipFile, info: ZipInfo) -> bytes | Problem:
    if info.flag_bits & _ENCRYPTED:
        return ENCRYPTED
    try:
        with archive.open(info) as file:
            data = file.read(LONGEST + 1)
    except (BadZipFile, EOFError, zlib.error, NotImplementedError) as error:
        return damaged(str(error))
    return data if len(data) <= LONGEST else too_long(LONGEST)


def _name(info: ZipInfo) -> str:
    """The member's name: UTF-8 where it says so, else what Chinese systems write without saying it."""
    if info.flag_bits & _UTF8:
        return written(info.filename.encode("utf-8", "surrogateescape"))
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return written(raw)
