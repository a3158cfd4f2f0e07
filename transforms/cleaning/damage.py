"""Characters broken by a machine that sets glosses into GBK text byte by byte, and their repair.

Such a machine finds the two bytes of a character also across two others: in 域實 (D3F2 8C8D) it finds 驅 (F28C) and writes
`(qū)` between the halves of 實. Whoever decodes that reads `?` for the first half with the bracket, and all that follows
shifted by one byte up to the next ASCII character: 域?qū)嵭?4 for 域實行24. The repair shifts the bytes back: the swallowed first
half follows from the character that the machine took it for, the last half from its own gloss or from the dictionary.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from transforms.aligned import AlignedText, Span
from transforms.cleaning.folding import foldings
from transforms.cleaning.glosses import all_readings
from transforms.cleaning.script import simplified
from transforms.patterns import seldom

_PINYIN = "[a-z\u00e0-\u01dc\u0300-\u030c]{1,7}"
_SWALLOWED = seldom(rf"(?<=[^\x00-\x7f])\?(?:({_PINYIN})\))?")
_OWN_READING = seldom(rf"\?({_PINYIN})\)")
_LONGEST = 24
_LOST = b"\xff\xff"
_MARKS = b"\xa1"  # the first byte of 。 “ ” and their like in GBK
_UNKNOWN = "?"


class _Stretch(NamedTuple):
    """Shifted characters, where they end, and the last half behind them: a letter, or swallowed and known by the character's gloss.

    A `?` among the characters stands for two bytes that made no character.
    """

    text: str
    end: int
    trail: str | None
    own_reading: str | None


def repaired(text: AlignedText) -> AlignedText:
    """The text (folded, whole glosses taken out) with broken characters mended where they can be."""
    return text.replaced(_repairs(text.text))


def _repairs(text: str) -> Iterator[tuple[Span, str]]:
    at = 0
    for match in _SWALLOWED.finditer(text):
        found = _repair(text, match) if match.start() >= at else None
        if found:
            yield found
            at = found[0].end


def _repair(text: str, match: re.Match[str]) -> tuple[Span, str] | None:
    """The stretch behind a swallowed half of which most reads as Chinese once it is shifted back, and what it reads."""
    tried = (
        (mended, stretch)
        for first in _swallowed(text[match.start() - 1], match[1])
        for stretch in _stretches(text, match.end())
        if (mended := _shifted_back(first, stretch)) and (match[1] or _is_odd(stretch.text))
    )
    best = max(tried, key=lambda found: 2 * len(found[0]) - 3 * found[0].count(_UNKNOWN), default=None)
    return (Span(match.start(), best[1].end), best[0] + _lost_digit(text, best[1])) if best else None


def _swallowed(before: str, taken_for: str | None) -> Iterable[bytes]:
    """The first halves that may have been swallowed: that of `taken_for`, a character that begins with the last half of `before`."""
    if taken_for is None:
        return (_MARKS,)
    return (character.encode("gbk")[1:] for character in _spelled(before.encode("gbk", "replace")[-1:], taken_for))


def _stretches(text: str, start: int) -> Iterator[_Stretch]:
    for at in range(start, min(start + _LONGEST, len(text))):
        if text[at] == "?":
            own = _OWN_READING.match(text, at)
            yield _Stretch(text[start:at], own.end() if own else at + 1, None, own[1] if own else None)
            if own:
                return
        elif "@" <= text[at] <= "~":
            yield _Stretch(text[start:at], at + 1, text[at], None)


def _shifted_back(first: bytes, stretch: _Stretch) -> str | None:
    """What stood there before the shift, None where that is no plausible text; a character that nothing tells is a `?`."""
    code = first + _bytes(stretch.text)
    whole = "".join(_character(code[i : i + 2]) for i in range(0, len(code) - 1, 2))
    mended = (whole + _last(whole, code[-1:], stretch)).translate(foldings())
    return mended if all(c == _UNKNOWN or _plausible(c) for c in mended) and mended.strip(_UNKNOWN) else None


def _bytes(stretch: str) -> bytes:
    """The stretch in GBK; what is ASCII in it was full width, two bytes that made no character are two FF."""
    return b"".join(_LOST if c == "?" else bytes([0xA3, ord(c) + 0x80]) if c.isascii() else c.encode("gbk", "replace") for c in stretch)


def _character(code: bytes) -> str:
    return _UNKNOWN if _LOST[:1] in code else code.decode("gbk", "replace")


def _last(whole: str, lead: bytes, stretch: _Stretch) -> str:
    """The last character, of which `lead` is the first half."""
    if stretch.trail:
        return _character(lead + stretch.trail.encode())
    if stretch.own_reading:
        return next(filter(_plausible, _spelled(lead, stretch.own_reading)), "\ufffd")
    return "”" if lead == _MARKS and whole.endswith("。") else _likeliest(whole[-1:], lead)


def _lost_digit(text: str, stretch: _Stretch) -> str:
    """A `?` where the last swallowed character must have been a digit: the number goes on behind it."""
    return "?" if not stretch.trail and not stretch.own_reading and text[stretch.end : stretch.end + 1].isdigit() else ""


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
    """The character with that first byte that makes the most frequent word of two with the one before, `?` where none does."""
    frequencies = _words_of_two(simplified(previous)) if "\u4e00" <= previous <= "\u9fff" else {}
    characters = [code.decode("gbk", "ignore") for code in (lead + bytes([trail]) for trail in range(0x40, 0xFF))]
    best = max(characters, key=lambda c: frequencies.get(simplified(c), 0))
    return best if frequencies.get(simplified(best)) else _UNKNOWN


def _words_of_two(first: str) -> dict[str, int]:
    """The last characters of jieba's words of two that begin so, with their frequencies."""
    return {last: int(frequency) for last, frequency in re.findall(rf"^{first}(\w) (\d+)", _dictionary(), re.MULTILINE)}


@cache
def _dictionary() -> str:
    """Jieba's dictionary, found without an import of jieba, which takes ten times as long."""
    package = find_spec("jieba")
    folders = package.submodule_search_locations if package else None
    return (Path(folders[0]) / "dict.txt").read_text(encoding="utf-8") if folders else ""


def _is_odd(stretch: str) -> bool:
    """Whether a stretch behind a bare `?` shows the shift: marks where none can be, or characters that nobody writes."""
    return stretch[:1] in (",", ".", ":", ";", "!", "=") or not _plausible(stretch or "安")


def _plausible(text: str) -> bool:
    """Whether every character is one that people write: of GB 2312 or the first level of Big5, or a mark of theirs."""
    return bool(text) and all(c in "。、“”‘’《》,;:?!()…—" or _common(c) for c in text)


def _common(character: str) -> bool:
    big5 = character.encode("big5", "ignore")
    return "\u4e00" <= character <= "\u9fff" and (bool(character.encode("gb2312", "ignore")) or (len(big5) == 2 and big5 < b"\xc9"))
