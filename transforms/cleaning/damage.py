"""Characters broken by a machine that sets glosses into GBK text byte by byte, and their repair.

Such a machine finds the two bytes of a character also across two others: in 域實 (D3F2 8C8D) it finds 驅 (F28C) and writes
`(qū)` between the halves of 實. Whoever decodes that reads `?` for the first half with the bracket, and all that follows
shifted by one byte up to the next ASCII character: 域?qū)嵭?4 for 域實行24. The repair shifts the bytes back: the swallowed first
half follows from the character that the machine took it for, the last half from its own gloss or from the dictionary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from transforms.aligned import AlignedText
from transforms.cleaning.folding import foldings
from transforms.cleaning.glosses import all_readings, is_glossed
from transforms.cleaning.script import simplified

_PINYIN = "[a-z\u00e0-\u01dc\u0300-\u030c]{1,7}"
_DAMAGE = re.compile(
    "(?<=([\u4e00-\u9fff”“。、》]))"  # a character of two bytes, the second of which was taken for a first
    rf"\?(?:({_PINYIN})\))?"  # the swallowed half, and what the machine wrote there
    rf"((?:(?!\?{_PINYIN}\))[,.:;!?])?[\u4e00-\u9fff]{{0,6}})"  # the shifted stretch (after a mark that was full width)
    rf"(?:([@-~])|\?(?:({_PINYIN})\))?)"  # its last half: as a letter, or swallowed with the next character, perhaps a bracket
)
_SHIFTED_MARKS = tuple(",.:;!?")
_MARKS = b"\xa1"  # the first byte of 。 “ ” and their like in GBK


def repaired(text: AlignedText) -> AlignedText:
    """The text (folded, glosses still in it) with broken characters mended where they can be; only toned glosses make it try."""
    return text.substituted(_DAMAGE, _repair) if "?" in text.text and is_glossed(text.text) else text


def _repair(match: re.Match[str]) -> str:
    before, taken_for, stretch, trail, own_reading = match.groups()
    if taken_for is None and stretch[:1] not in _SHIFTED_MARKS and _plausible(stretch):
        return match[0]
    for first in _swallowed(before, taken_for):
        code = first + _bytes(stretch)
        whole = code[:-1].decode("gbk", "replace")
        mended = (whole + _last(whole, code[-1:], trail, own_reading)).translate(foldings())
        if _plausible(mended):
            return mended + _lost_digit(match)
    return match[0]


def _swallowed(before: str, taken_for: str | None) -> Iterable[bytes]:
    """The first halves that may have been swallowed: that of `taken_for`, a character that begins with the last half of `before`."""
    if taken_for is None:
        return (_MARKS,)
    return (character.encode("gbk")[1:] for character in _spelled(before.encode("gbk", "replace")[-1:], taken_for))


def _bytes(stretch: str) -> bytes:
    """The stretch in GBK; an ASCII mark in it was full width."""
    return b"".join(bytes([0xA3, ord(c) + 0x80]) if c.isascii() else c.encode("gbk", "replace") for c in stretch)


def _last(whole: str, lead: bytes, trail: str | None, own_reading: str | None) -> str:
    """The last character: its first half is `lead`, its last half the letter `trail`, or follows from its gloss or the one before."""
    if trail:
        return (lead + trail.encode()).decode("gbk", "replace")
    if own_reading:
        return next(filter(_plausible, _spelled(lead, own_reading)), "\ufffd")
    return "”" if lead == _MARKS and whole.endswith("。") else _likeliest(whole[-1:], lead)


def _lost_digit(match: re.Match[str]) -> str:
    """A `?` where the last swallowed character must have been a digit: the number goes on behind it."""
    followed = match.string[match.end() : match.end() + 1].isdigit()
    return "?" if followed and match[0].endswith("?") else ""


def _spelled(lead: bytes, reading: str) -> tuple[str, ...]:
    return _by_lead_and_reading().get((lead, reading), ())


@cache
def _by_lead_and_reading() -> dict[tuple[bytes, str], tuple[str, ...]]:
    found: dict[tuple[bytes, str], tuple[str, ...]] = defaultdict(tuple)
    for character, readings in all_readings().items():
        for reading in readings:
            found[character.encode("gbk")[:1], reading] += (character,)
    return dict(found)


@cache
def _likeliest(previous: str, lead: bytes) -> str:
    """The character with that first byte that makes the most frequent word of two with the one before; U+FFFD where none does."""
    frequencies = _words_of_two(simplified(previous))
    candidates = (lead + bytes([trail]) for trail in range(0x40, 0xFF))
    characters = [c for code in candidates if len(c := code.decode("gbk", "ignore")) == 1]
    return max(characters, key=lambda c: frequencies.get(simplified(c), 0), default="\ufffd") if frequencies else "\ufffd"


def _words_of_two(first: str) -> dict[str, int]:
    """The last characters of jieba's words of two that begin so, with their frequencies."""
    dictionary = (files("jieba") / "dict.txt").read_text(encoding="utf-8")
    return {last: int(frequency) for last, frequency in re.findall(rf"^{re.escape(first)}(\w) (\d+)", dictionary, re.MULTILINE)}


def _plausible(text: str) -> bool:
    """Whether every character is one that people write: of GB 2312 or the first level of Big5, or a mark of theirs."""
    return bool(text) and all(c in "。、“”‘’《》,;:?!()…—" or _common(c) for c in text)


def _common(character: str) -> bool:
    big5 = character.encode("big5", "ignore")
    return "\u4e00" <= character <= "\u9fff" and (bool(character.encode("gb2312", "ignore")) or (len(big5) == 2 and big5 < b"\xc9"))
