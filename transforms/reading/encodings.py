"""Which encoding bytes are in, judged by whether the text that comes out is Chinese.

The rule: a byte-order mark decides; then valid UTF-8 without NUL is UTF-8; else each known encoding is tried, and the one wins whose text
is plausible Chinese. At most one character in 200 may be undecodable: it is read as U+FFFD. A stray NUL or other control character stays in
the raw text and goes in cleaning; more than one character in 100 means that the file is no text.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

from transforms.lexicon import words
from transforms.reading.rejects import EMPTY, ENCODING, Problem, binary

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 27), *range(28, 32))))
_PUNCTUATION = "，。、：；！？（）《》“”‘’—…「」『』〈〉·　"
_SAMPLE = 20_000
_PLAUSIBLE = 0.3
_BAD_IN = 200
_CONTROL_IN = 100
_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a zstd file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)


class Decoded(NamedTuple):
    """A text and the encoding that it was in (Python's name)."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | Problem:
    """The text of bytes, without its byte-order mark, or why there is none. `declared` is what the page itself says, tried first."""
    kind = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
    if kind:
        return binary(kind)
    found = _marked(data) or _plain_utf8(data) or _most_plausible(data, declared)
    if found is None:
        return ENCODING if _looks_like_text(data) else binary("a binary file")
    return _checked(found)


def plausibility(text: str) -> float:
    """How Chinese a text looks, 0 to 1: the share of frequent characters and Chinese punctuation in what is not ASCII."""
    others = [character for character in text[:_SAMPLE] if character > "\x7f"]
    return sum(character in _frequent() for character in others) / len(others) if others else 0.0


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    return None


def _plain_utf8(data: bytes) -> Decoded | None:
    try:
        return None if b"\x00" in data[:_SAMPLE] else Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _most_plausible(data: bytes, declared: str | None) -> Decoded | None:
    encodings = dict.fromkeys((*((declared,) if declared else ()), *_CANDIDATES))
    texts = (Decoded(data[: 2 * _SAMPLE].decode(encoding, "replace"), encoding) for encoding in encodings)
    likeliest = max(texts, key=lambda decoded: plausibility(decoded.text))
    best = likeliest if plausibility(likeliest.text) >= _PLAUSIBLE else _ascii(data)
    return Decoded(data.decode(best.encoding, "replace"), best.encoding) if best else None


def _ascii(data: bytes) -> Decoded | None:
    """Text without a Chinese character: ASCII but for damage."""
    text = data[: 2 * _SAMPLE].decode("utf-8", "replace")
    return Decoded(text, "utf-8") if text and text.count("\ufffd") * _BAD_IN <= len(text) else None


def _checked(found: Decoded) -> Decoded | Problem:
    text = found.text
    if not text.strip():
        return EMPTY
    if sum(map(text.count, _CONTROLS)) * _CONTROL_IN > len(text):
        return binary("a binary file")
    return ENCODING if text.count("\ufffd") * _BAD_IN > len(text) else found


def _looks_like_text(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return sum(byte < 9 or 13 < byte < 27 or 28 <= byte < 32 for byte in sample) * _CONTROL_IN <= len(sample)


@cache
def _frequent() -> frozenset[str]:
    return frozenset((*words("frequent_characters", "character"), *_PUNCTUATION))
