"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from transforms.reading.archives.entry import Entry
from transforms.reading.archives.streams import Content
from transforms.reading.limits import LONGEST
from transforms.reading.rejects import too_long

_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def claims(head: bytes, name: str) -> bool:
    """Whether a file is called so, or its first line is an object (or begins one, where it is longer than `head`)."""
    if name.endswith(_NAMES):
        return True
    line, end, _ = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return line.startswith(b'{"') and (_is_object(line) if end else line.rstrip().endswith(b"}") or len(head) > len(line) // 2 > 1000)


def read(content: Content) -> Iterator[Entry]:
    """A record for each line that is not blank; `offset` counts the bytes of the unpacked file."""
    offset = 0
    while line := content.stream.readline(LONGEST + 1):
        record = line if len(line) <= LONGEST else too_long(LONGEST)
        size = len(line)
        while not line.endswith(b"\n") and (line := content.stream.readline(LONGEST)):
            size += len(line)
        if not isinstance(record, bytes) or record.strip():
            yield Entry(None, offset, record, "record")
        offset += size


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
