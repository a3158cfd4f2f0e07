"""Parquet: each row is a record, the JSON object of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from transforms.reading.archives.entry import Entry
from transforms.reading.archives.streams import Content, Growth, UnreadableError
from transforms.reading.limits import LONGEST
from transforms.reading.rejects import NESTED, too_long

_MAGIC = b"PAR1"
_ROWS = 16  # decoded at once: a long text that a file holds once and names in each row would fill the memory


def claims(head: bytes, _name: str) -> bool:
    """Whether the file begins as Parquet does."""
    return head.startswith(_MAGIC)


def read(content: Content) -> Iterator[Entry]:
    """A record for each row, called `row N` from 1 on."""
    if content.packed:
        raise UnreadableError(NESTED)
    size = content.file.seek(0, 2)
    growth = Growth()
    for number, row in enumerate(_rows(content.file), 1):
        record = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
        growth.add(len(record), size)
        yield Entry(f"row {number}", None, record if len(record) <= LONGEST else too_long(LONGEST), "record")


def _rows(content: BinaryIO) -> Iterator[dict[str, object]]:
    """Row by row, the columns that hold one value each; the file is read page by page."""
    import pyarrow as pa  # noqa: PLC0415  it takes a while to import
    import pyarrow.parquet as pq  # noqa: PLC0415

    file = pq.ParquetFile(content, buffer_size=1 << 16, pre_buffer=False)
    schema = file.schema_arrow
    plain = [field.name for field in schema if not pa.types.is_nested(field.type) and not pa.types.is_binary(field.type)]
    for batch in file.iter_batches(_ROWS, columns=plain):
        for row in range(batch.num_rows):
            yield {name: batch.column(name)[row].as_py() for name in plain}
