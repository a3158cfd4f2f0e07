"""Gzip: one or more members one after the other, within limits that no text reaches and a bomb does."""

from __future__ import annotations

import zlib

from transforms.reading.limits import RATIO, SMALL
from transforms.reading.rejects import TRUNCATED, Problem, bomb, too_long

MAGIC = b"\x1f\x8b"
_GZIP_WINDOW = 31
_CHUNK = 1 << 20


def unpack(data: bytes, limit: int) -> bytes | Problem:
    """The unpacked bytes of all members, or why there are none: truncated, more than `limit` bytes, or grown beyond belief."""
    unpacked = bytearray()
    rest = data
    while rest.startswith(MAGIC):
        problem, rest = _member(rest, unpacked, limit, len(data))
        if problem:
            return problem
    return bytes(unpacked)


def _member(data: bytes, unpacked: bytearray, limit: int, size: int) -> tuple[Problem | None, bytes]:
    """Unpack one member behind what is unpacked already: a problem or none, and the bytes that follow it."""
    machine = zlib.decompressobj(_GZIP_WINDOW)
    rest = data
    try:
        while not machine.eof and rest:
            unpacked += machine.decompress(rest, _CHUNK)
            rest = machine.unconsumed_tail
            if len(unpacked) > max(SMALL, RATIO * size):
                return bomb(RATIO), b""
            if len(unpacked) > limit:
                return too_long(limit), b""
    except zlib.error:
        return TRUNCATED, b""
    return (None, machine.unused_data) if machine.eof else (TRUNCATED, b"")
