"""From bytes to documents: encodings, HTML, archives."""

from __future__ import annotations

from collections.abc import Iterator

from transforms.aligned import AlignedText
from transforms.records import Document, Origin, Reject


def read(origin: Origin, data: bytes) -> Iterator[Document | Reject]:
    """The documents of a file, in order, or a reject for each that cannot be read. Never raises on any bytes."""
    try:
        raw = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield Reject(origin, "reading", "encoding", f"not UTF-8: {error}", "Save the file as UTF-8 and put it into the inbox again.")
        return
    yield Document(origin, "utf-8", "text/plain", raw, AlignedText.identity(raw))
