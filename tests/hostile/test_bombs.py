"""Data that unpacks to more than memory holds: a reject before it does."""

from __future__ import annotations

import bz2
import io
import struct
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.archives import gzipped, json_lines, tar, warc, zipped, zstd
from transforms.reading import LONGEST, entries, is_archive, read, read_entry
from transforms.records import Document, Origin, Reject

ORIGIN = Origin("bomb", "0" * 64)
ZEROS = bytes(12_000_000)
TEXT = "青河县破获案件三起。".encode()


def flat() -> bytes:
    """A zip archive whose members all are the same bytes: small as a file, and each member again large."""
    data = zipped({"a.txt": bytes(500_000)})
    start, end = data.index(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    entry = data[start:end]
    count = 4000
    return data[:start] + entry * count + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, count, count, len(entry) * count, start, 0)


def long_header() -> bytes:
    """A tar archive whose first header announces a name of 4 GB."""
    header = tarfile.TarInfo("name")
    header.type, header.size = tarfile.GNUTYPE_LONGNAME, 4 << 30
    return header.tobuf(tarfile.GNU_FORMAT) + bytes(100_000)


def dictionary() -> bytes:
    """A Parquet file that holds one long text once, and names it in each of many rows."""
    file = io.BytesIO()
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 2000), ["破" * 300_000])
    pq.write_table(pa.table({"text": texts}), file)
    return file.getvalue()


def nested(depth: int) -> bytes:
    """A zip archive in a zip archive, and so on."""
    data = TEXT
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    return data


def wide(times: int) -> bytes:
    """Zip archives in a zip archive, each with as much as one may hold."""
    inner = zipped({f"{n}.txt": bytes(LONGEST - 1) for n in range(12)})
    return tar({f"{n}.zip": inner for n in range(times)})


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "gzip": (lambda: gzipped(ZEROS), "bomb"),
    "json lines in gzip": (lambda: gzipped(b'{"text": "' + ZEROS), "bomb"),
    "json lines in zstd": (lambda: zstd(b'{"text": "' + ZEROS), "bomb"),
    "tar in gzip": (lambda: gzipped(tar({"a.txt": ZEROS})), "bomb"),
    "warc in gzip": (lambda: gzipped(warc({"http://a.example": ZEROS}, packed=False)), "bomb"),
    "warc without an end of its header": (lambda: b"WARC/1.0\r\nWARC-Type: " + b"a" * 2_000_000, "damaged"),
    "gzip in a page of a web archive": (lambda: warc({"http://a.example": gzipped(ZEROS)}, packed=False), "bomb"),
    "zip with one member many times": (flat, "bomb"),
    "zip with a large member": (lambda: zipped({"a.txt": ZEROS}), "too-long"),
    "zip with bzip2": (lambda: zipped({"a.txt": ZEROS}, zipfile.ZIP_BZIP2), "too-long"),
    "zip with xz": (lambda: zipped({"a.txt": ZEROS}, zipfile.ZIP_LZMA), "too-long"),
    "zip in zip in zip": (lambda: nested(6), "nested"),
    "archives in an archive": (lambda: wide(2), "bomb"),
    "tar with a long header": (long_header, "damaged"),
    "parquet with one text many times": (dictionary, "bomb"),
    "bzip2": (lambda: bz2.compress(ZEROS), "binary"),
    "a line of 12 MB": (lambda: b'{"text": "' + b"a" * 12_000_000 + b'"}\n', "too-long"),
}


def streamed(data: bytes) -> Iterator[Document | Reject]:
    return (item for entry in entries(io.BytesIO(data), "bomb") for item in read_entry(ORIGIN, entry))


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_a_reject_and_memory_stays_small(kind: str) -> None:
    make, code = BOMBS[kind]
    data = make()
    tracemalloc.start()
    items = list(streamed(data) if is_archive(io.BytesIO(data), "bomb") else read(ORIGIN, data))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert code in {item.code for item in items if isinstance(item, Reject)}
    assert all(item.advice for item in items if isinstance(item, Reject))
    assert most < 12 * LONGEST


def test_what_stands_before_a_bomb_is_read() -> None:
    lines = json_lines([{"text": TEXT.decode()}])
    first, *_ = streamed(gzipped(lines + b'{"text": "' + ZEROS))
    assert first.raw.encode() == TEXT


def test_text_that_packs_well_is_no_bomb() -> None:
    data = gzipped(json_lines({"text": f"第{n}期。" + TEXT.decode() * 20} for n in range(2000)))
    assert all(isinstance(item, Document) for item in streamed(data))
