"""The bytes of a file, with gzip or zstd around it taken off, and no bomb behind it."""

from __future__ import annotations

import gzip
from io import BufferedIOBase, BufferedReader, RawIOBase
from typing import BinaryIO, Literal, NamedTuple, cast

from transforms.reading.limits import RATIO, SMALL
from transforms.reading.rejects import CUT_OFF, Problem, bomb

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BUFFER = 1 << 16


class UnreadableError(Exception):
    """An archive cannot be read on: `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Content(NamedTuple):
    """A file as it lies (`file`), and what it holds (`stream`), which differ where something is `packed` around it."""

    file: BinaryIO
    stream: BufferedReader
    packed: Literal["gzip", "zstd"] | None

    @property
    def head(self) -> bytes:
        """The first bytes of the content, some tens of thousands or all; the stream stays where it is."""
        return self.stream.peek(_BUFFER)


class Growth:
    """How much has come out of a file, against its size or what has been read of it."""

    def __init__(self) -> None:
        self.unpacked = 0

    def add(self, unpacked: int, packed: int) -> None:
        """So many bytes more came out, of `packed` bytes in all; UnreadableError where that is more than any text grows."""
        self.unpacked += unpacked
        if self.unpacked > max(SMALL, RATIO * packed):
            raise UnreadableError(bomb(RATIO))


class _Lent(RawIOBase):
    """A stream that belongs to somebody else, who closes it."""

    def __init__(self, stream: BufferedIOBase) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer as far as there is something; how far."""
        data = self.more(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def more(self, size: int) -> bytes:
        """Up to `size` bytes more: what is to be had at once, so that what stands before a damage is read."""
        return self._stream.read1(size)


class _Guarded(_Lent):
    """What is unpacked from a file, as long as it grows no more than text does."""

    def __init__(self, packed: BinaryIO, unpacked: BufferedIOBase) -> None:
        super().__init__(unpacked)
        self._packed, self._growth = packed, Growth()

    def more(self, size: int) -> bytes:
        """Up to `size` bytes more; UnreadableError where the file is a bomb or ends too soon."""
        try:
            data = super().more(size)
        except EOFError as error:
            raise UnreadableError(CUT_OFF) from error
        self._growth.add(len(data), self._packed.tell())
        return data


def opened(file: BinaryIO) -> Content:
    """What the file holds from its start on."""
    file.seek(0)
    magic = file.read(len(_ZSTD))
    file.seek(0)
    if magic.startswith(_GZIP):
        return Content(file, _guarded(file, gzip.GzipFile(fileobj=file)), "gzip")
    if magic == _ZSTD:
        return Content(file, _guarded(file, _zstd(file)), "zstd")
    return Content(file, BufferedReader(_Lent(cast(BufferedIOBase, file)), _BUFFER), None)


def _guarded(packed: BinaryIO, unpacked: BufferedIOBase) -> BufferedReader:
    return BufferedReader(_Guarded(packed, unpacked), _BUFFER)


def _zstd(file: BinaryIO) -> BufferedIOBase:
    import pyarrow as pa  # noqa: PLC0415  only who reads zstd pays for it

    return cast(BufferedIOBase, pa.CompressedInputStream(pa.PythonFile(BufferedReader(_Lent(cast(BufferedIOBase, file))), "r"), "zstd"))
