"""Texts from fuzzed bytes: as they are, or as words that facts are made of, so that a byte more is a word more."""

from __future__ import annotations

from pathlib import Path

_PLAIN = 0x80
_SPACES = ("\n", "\n\n", "\t", "\u3000", "\r\n", "\x00", "\u202e", "\ufeff")
_WORDS = (*(Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split(), *_SPACES)


def text_of(data: bytes) -> str:
    """The text that fuzzed bytes stand for: the first byte says how the others are read."""
    if not data or data[0] < _PLAIN:
        return data[1:].decode("utf-8", "ignore")
    return "".join(_WORDS[byte % len(_WORDS)] for byte in data[1:])
