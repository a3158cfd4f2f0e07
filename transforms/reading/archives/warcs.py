"""WARC and WET, the formats of web archives (ISO 28500)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from transforms.reading.archives.entry import Entry, written
from transforms.reading.archives.streams import Content, UnreadableError
from transforms.reading.limits import HEADER, LONGEST
from transforms.reading.rejects import CUT_OFF, Problem, answered, damaged, too_long

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_PAGES = ("response", "resource", "conversion")  # the others are about the crawl
_CHUNK = 1 << 16


class _Metered:
    """A stream that ends a header without end, which warcio would read into memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._allowed = stream, HEADER

    def read(self, size: int) -> bytes:
        """Up to `size` bytes; UnreadableError beyond what is allowed."""
        data = self._stream.read(size)
        self._allowed -= len(data)
        if self._allowed < 0:
            raise UnreadableError(damaged(f"a header of more than {HEADER:,} bytes"))
        return data

    def allow(self, size: int) -> None:
        """So many bytes may be read from now on."""
        self._allowed = size


def claims(head: bytes, _name: str) -> bool:
    """Whether the file begins with a WARC record."""
    return head.startswith(b"WARC/")


def read(content: Content) -> Iterator[Entry]:
    """A page for each response, resource and conversion, called by its address; `offset` counts the bytes of the unpacked file."""
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415  only who reads web archives pays for it

    stream = _Metered(content.stream)
    records = WARCIterator(stream, verify_http=False)
    for record in records:
        if record.length is None or records.err_count:
            raise UnreadableError(damaged("a record of the wrong length"))
        stream.allow(record.length + _CHUNK)
        offset, page = records.offset, _page(record) if record.rec_type in _PAGES else None
        while record.raw_stream.read(_CHUNK):
            pass
        if page is not None:
            yield Entry(_address(record), offset, page)
        if record.raw_stream.limit:
            raise UnreadableError(CUT_OFF)
        stream.allow(HEADER)


def _page(record: ArcWarcRecord) -> bytes | Problem:
    """What the server sent, without the marks of its transfer; gzip within is for who reads the page, who notices damage."""
    http = record.http_headers
    if record.length > LONGEST:
        return too_long(LONGEST)
    if http and http.get_statuscode() != "200":
        return answered(http.get_statuscode())
    if http and (http.get_header("content-encoding") or "").lower() == "gzip":
        http.remove_header("content-encoding")
    data: bytes = record.content_stream().read(LONGEST + 1)
    return data if len(data) <= LONGEST else too_long(LONGEST)


def _address(record: ArcWarcRecord) -> str | None:
    address = record.rec_headers.get_header("WARC-Target-URI")
    return written(address.encode("utf-8", "surrogatepass")) if address else None
