"""Archives for tests: the same articles packed in every way."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.parquet as pq
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


def json_lines(records: Iterable[Mapping[str, object]]) -> bytes:
    return b"".join(json.dumps(record, ensure_ascii=False).encode() + b"\n" for record in records)


def zstd(data: bytes) -> bytes:
    packed = pa.BufferOutputStream()
    with pa.CompressedOutputStream(packed, "zstd") as stream:
        stream.write(data)
    return packed.getvalue().to_pybytes()


def tar(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            header = tarfile.TarInfo(name)
            header.size = len(data)
            archive.addfile(header, io.BytesIO(data))
    return file.getvalue()


def zipped(members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def parquet(records: Iterable[Mapping[str, object]]) -> bytes:
    file = io.BytesIO()
    table = pa.Table.from_pylist([dict(record) for record in records])
    pq.write_table(table, file, data_page_size=1 << 16, dictionary_pagesize_limit=1 << 16)
    return file.getvalue()


def warc(pages: Mapping[str, bytes], packed: bool = True, kind: str = "response", status: str = "200 OK") -> bytes:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "test"}))
    for address, data in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1") if kind == "response" else None
        writer.write_record(writer.create_warc_record(address, kind, payload=io.BytesIO(data), http_headers=headers))
    return file.getvalue()


def gzipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
