"""The date of publication as pages write it, as EDTF (ISO 8601-2:2019). Dates in an article's own sentences are not read here."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from transforms.patterns import seldom

_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_GAP = r"\s{0,2}"
_YEAR_FIRST = rf"(?<!\d)(?P<y>(?:19|20)\d\d){_GAP}[-/.年·]{_GAP}(?P<m>\d{{1,2}}){_GAP}[-/.月·]{_GAP}(?P<d>\d{{1,2}})(?!\d)(?:{_GAP}日|/)?"
_COMPACT = r"(?<!\d)(?P<cy>(?:19|20)\d\d)(?P<cm>[01]\d)(?P<cd>[0-3]\d)(?!\d)"
_DAY_FIRST = r"(?<!\d)(?P<ed>\d{1,2})[/.](?P<em>\d{1,2})[/.](?P<ey>(?:19|20)\d\d)(?!\d)"
_REPUBLIC = rf"民国{_GAP}(?P<ry>\d{{2,3}}){_GAP}年{_GAP}(?P<rm>\d{{1,2}}){_GAP}月{_GAP}(?P<rd>\d{{1,2}}){_GAP}日"
_UP_TO_99 = "[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_IN_WORDS = rf"(?P<wy>[一二][〇○零一二三四五六七八九]{{3}})年(?P<wm>{_UP_TO_99})月(?P<wd>{_UP_TO_99})日"
_APART = r"(?<!\d)(?P<ay>(?:19|20)\d\d)\s{1,3}(?P<am>\d{1,2})\s?/\s?(?P<ad>\d{1,2})(?=\s+\d{1,2}:\d\d)"
_NO_YEAR = r"(?<![\d年-])(?P<nm>\d{1,2})[-月](?P<nd>\d{1,2})日?(?=\s+\d{1,2}:\d\d)"
_DATE = re.compile("|".join((_YEAR_FIRST, _DAY_FIRST, _REPUBLIC, _IN_WORDS, _COMPACT, _APART, _NO_YEAR)))
_TRAILING = seldom(
    r"[T\s,/]*(?:\(?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*\)?|(?:上午|下午|凌晨|晚上)?\s*\d{1,2}\s*[:时点]\s*\d{1,2}(?:\s*[:分]\s*(?:\d{1,2}(?:\.\d+)?)?秒?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\((?:北京时间|GMT|UTC|GSM)[^()]{0,16}\)|北京时间|农历[\u4e00-\u9fff]{2,8})"
)


class FoundDate(NamedTuple):
    """A date in a line: where it stands, with weekday and time, and what it denotes as EDTF."""

    start: int
    end: int
    edtf: str


def dates(text: str) -> list[FoundDate]:
    """The full dates of a line of metadata, in order; those that no calendar has are left out."""
    found = ((match, _edtf(match)) for match in _DATE.finditer(text))
    return [FoundDate(match.start(), _end(text, match.end()), edtf) for match, edtf in found if edtf]


def _end(text: str, at: int) -> int:
    while match := _TRAILING.match(text, at):
        at = match.end()
    return at


def _edtf(match: re.Match[str]) -> str | None:
    named = {key: value for key, value in match.groupdict().items() if value is not None}
    if "nm" in named:
        return yearless(int(named["nm"]), int(named["nd"]))
    year, month, day = (_number(next(value for key, value in named.items() if key.endswith(part))) for part in "ymd")
    return _valid(year + 1911 if "ry" in named else year, month, day)


def yearless(month: int, day: int) -> str | None:
    """A day of an unknown year as EDTF (XXXX-03-05); None where no calendar has it."""
    return f"XXXX-{valid[5:]}" if (valid := _valid(2024, month, day)) else None  # a leap year: 29 February may be meant


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _number(text: str) -> int:
    if "十" not in text:
        return int(text.translate(_CHINESE_DIGITS))
    tens, ones = text.split("十", 1)
    return int(tens.translate(_CHINESE_DIGITS) or 1) * 10 + int(ones.translate(_CHINESE_DIGITS) or 0)
