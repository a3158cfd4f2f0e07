"""Many shapes of one character become one: full width, compatibility forms, corner quotes, odd spaces and dashes; invisible ones go."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from transforms.aligned import AlignedText, Span
from transforms.cleaning.characters import Exchange
from transforms.lexicon import table
from transforms.patterns import seldom

# Blocks of compatibility characters that stand for one other character each (Unicode normalisation form KC).
_COMPATIBLE = (
    *((0x2E80, 0x2FDF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),  # radicals and compatibility ideographs
    *((0xFE10, 0xFE19), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF)),  # vertical, small, full-width and half-width forms
    *((0x2000, 0x200A), (0x1D7CE, 0x1D7FF)),  # spaces of all widths, mathematical digits
)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
# A comma that a machine set before another mark: 处理,。 and 网格,,每格.
_STRAY_COMMA = re.compile(r",(?<![,，],),*(?=[,。;、!?:])")
# Blanks that some sites set around figures in their prose: 尋獲 14 輛, 逾 6 成
_SET_OFF = seldom(r"(?m) (?<=[一-鿿] )\d[\d,.]*(?: (?=[一-鿿])|(?=[%％](?!\s*(?:[\d+-]|$))))")


def fold(text: AlignedText) -> AlignedText:
    """The text with each character in its plain form and without invisible ones; characters stay one for one, but for those taken out."""
    closed = _closed_up(text)
    folded = closed.rewritten(_folding().apply(closed.text))
    return _without(_without(folded, _INVISIBLE), _STRAY_COMMA)


_WIDE_MARKS = frozenset("，：；！？（）")


def as_written(text: AlignedText, start: int, end: int, raw: str) -> str:
    """The characters of the text from `start` to before `end`, with the full-width marks that the raw text has for them."""
    return "".join(_as_written(text, at, raw) for at in range(start, end))


def _as_written(text: AlignedText, at: int, raw: str) -> str:
    first, behind = text.raw_range(at, at + 1)
    written = raw[first:behind]
    return written if written in _WIDE_MARKS and not text.text[at].isalnum() else text.text[at]


@cache
def foldings() -> dict[int, str]:
    """The plain form of each character that has one: what `fold` maps one for one."""
    ours = {int(row["character"], 16): chr(int(row["plain"], 16)) for row in table("lookalikes")}
    return _compatible() | ours


@cache
def _folding() -> Exchange:
    return Exchange.of(foldings())


def _compatible() -> dict[int, str]:
    codes = (code for first, last in _COMPATIBLE for code in range(first, last + 1))
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    return {code: form for code, form in forms.items() if len(form) == 1 and form != chr(code)}


def _closed_up(text: AlignedText) -> AlignedText:
    """The text without the blanks that set its figures off from the words on both sides."""
    if " " not in text.text:
        return text
    return text.without([Span(at, at + 1) for match in _SET_OFF.finditer(text.text) for at in _blanks(match)])


def _blanks(match: re.Match[str]) -> tuple[int, ...]:
    return (match.start(), match.end() - 1) if match[0].endswith(" ") else (match.start(),)


def _without(text: AlignedText, pattern: re.Pattern[str]) -> AlignedText:
    return text.without([Span(*match.span()) for match in pattern.finditer(text.text)])
