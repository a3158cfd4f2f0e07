"""Numbers that are one: ranges, hours and minutes, metres and figures behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from transforms.mentions.numbers.model import NumberHit
from transforms.mentions.numbers.units import currencies, unit_at
from transforms.mentions.numerals import SCALES, parse, part_of
from transforms.patterns import seldom

_TO = re.compile(r" ?(?:至|到|~|-|—|–|─|～|−|―)+ ?")
_WIDEST = 8
_BY = seldom("(?:[升增减跌降多少][加少长]?|上升|下降|下跌)了?$")  # 升2宗至31宗: by how many, and to how many
_PARTS = {("h", "min"): 60, ("min", "s"): 60, ("a", "month"): 12}


def joined(text: str, hits: Iterator[NumberHit]) -> Iterator[NumberHit]:
    """The hits, with the two ends of a range made one and the parts of a sum of money added up."""
    last: NumberHit | None = None
    for hit in hits:
        if last is None:
            last = hit
            continue
        near = hit.start - last.end <= _WIDEST or text[last.end : hit.start].isspace()
        merged = next((whole for join in _JOINS if (whole := join(text, last, hit))), None) if near else None
        if merged is None:
            yield last
        last = merged or hit
    if last is not None:
        yield last


def _range(text: str, low: NumberHit, high: NumberHit) -> NumberHit | None:
    if _next_one(text, low, high):
        return high._replace(start=low.start, numeral_start=low.numeral_start, value=low.value, value_high=high.value, bound=low.bound)
    if not 0 < high.numeral_start - low.end <= _WIDEST or _TO.fullmatch(text, low.end, high.numeral_start) is None:
        return None
    if low.value_high is not None or high.value_high is not None or "unread" in (low.form, high.form):
        return None
    if low.classifier is not None and _BY.search(text, max(0, low.start - 4), low.start):
        return None
    value = _scaled_alike(text, low, high)
    if low.unit not in {None, high.unit} or value > abs(high.value):
        return _downward(text, low, high)
    return high._replace(start=low.start, numeral_start=low.numeral_start, value=value, value_high=abs(high.value), bound=low.bound)


def _downward(text: str, first: NumberHit, last: NumberHit) -> NumberHit | None:
    """A range told from its upper end, or in months and years: 3年9个月至11个月不等, 一年六个月至10年不等."""
    mixed = {first.unit, last.unit} == {"a", "month"}
    if not (mixed or first.unit == last.unit) or not text.startswith("不等", last.end):
        return None
    ends = sorted(hit.value * 12 if mixed and hit.unit == "a" else hit.value for hit in (first, last))
    return last._replace(
        start=first.start,
        numeral_start=first.numeral_start,
        value=ends[0],
        value_high=ends[1],
        unit="month" if mixed else last.unit,
    )


def _next_one(text: str, low: NumberHit, high: NumberHit) -> bool:
    """Whether two digits in characters, each the next of the other, are the ends of a range (五、六个)."""
    pair = text[low.numeral_start : high.numeral_end]
    return len(pair) == 3 and pair[1] == "、" and high.unit == "count" and low.unit is None and pair[0] + pair[2] in "一二三四五六七八九"


def _scaled_alike(text: str, low: NumberHit, high: NumberHit) -> Decimal:
    """The lower end in the scale of the upper one: 两到三万 is 20000 to 30000."""
    scales = "".join(char for char in text[high.numeral_start : high.numeral_end] if char in SCALES or char in "百千")
    own = any(char in SCALES or char in "十百千" for char in text[low.numeral_start : low.numeral_end])
    factor = _units_factor(text, high) if low.unit is None else Decimal(1)
    bare = low.value * factor
    if (own and not any(char in SCALES for char in scales)) or not scales:
        return bare
    scaled = bare * parse("一" + scales)
    return scaled if scaled <= abs(high.value) else bare


def _units_factor(text: str, hit: NumberHit) -> Decimal:
    known = unit_at(text, hit.numeral_end)
    return known[1].factor if known else Decimal(1)


def _sum(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Yuan, jiao and fen side by side are one sum of money: 五元六角, 三块四分, 一块二."""
    if major.unit not in currencies() or text[major.end : minor.start] not in {"", "又"} or minor.value >= 10:
        return None
    share = _share(text, minor, text[major.numeral_end : major.end])
    if share is None:
        return None
    high = None if major.value_high is None else major.value_high + share
    value = major.value + share if high is None else major.value
    return major._replace(end=minor.end, numeral_end=minor.numeral_end, value=value, value_high=high)


def _share(text: str, minor: NumberHit, word: str) -> Decimal | None:
    """What the smaller part of a sum of money adds to it: jiao, fen, or a bare digit after 块 (in fen where a zero leads it)."""
    if minor.unit in currencies() and minor.value < 1:
        return minor.value
    if minor.unit == "point":
        return minor.value / 100
    if minor.unit is None and word.startswith("块"):
        return minor.value / (100 if text[minor.start] == "零" else 10)
    return None


def _clock(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Two units of time side by side are one duration, in the smaller unit: 4分52秒 is 292 s, 3年6个月 is 42 months."""
    parts = _PARTS.get((major.unit or "", minor.unit or ""))
    if parts == 12 and (major.value > 99 or not text.startswith("个", minor.numeral_end)):
        return None
    if parts is None or text[major.end : minor.start].strip() or minor.value >= parts or major.value_high is not None:
        return None
    return minor._replace(start=major.start, numeral_start=major.numeral_start, value=major.value * parts + minor.value, bound=major.bound)


def _length(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Metres with the figures of what goes beyond them: 1米75, 一米八."""
    digits = text[minor.start : minor.end]
    if major.end != minor.start or text[major.numeral_end : major.end] != "米" or minor.unit or len(digits) > 2 or minor.value_high:
        return None
    beyond = minor.value.scaleb(-1 if minor.value < 10 else -2)
    return major._replace(end=minor.end, numeral_end=minor.end, value=major.value + beyond)


def _fraction(text: str, part: NumberHit, whole: NumberHit) -> NumberHit | None:
    """A part of one with a stroke (占全县的1/8, 近2/3), where its words say that it is one; a date (1/8) or a page (2/3) is none."""
    if text[part.end : whole.numeral_start] != "/" or part.unit or whole.unit or not 0 < part.value < whole.value <= _FINEST:
        return None
    bound = whole.bound if part.bound == "exact" else part.bound
    told = bound != "exact" or _OF_IT.search(text, max(0, part.start - 2), part.start) or text.startswith("的", whole.end)
    digits = text[part.numeral_start : whole.numeral_end].replace("/", "").isdecimal() and not text.startswith("/", whole.numeral_end)
    if not (told and digits):
        return None
    return part._replace(end=whole.end, numeral_end=whole.numeral_end, value=part_of(part.value, whole.value), unit="ratio", bound=bound)


_FINEST = 10
_OF_IT = seldom("[占达的仅只足过超近约到][有到过]?$")


_JOINS = (_range, _sum, _clock, _length, _fraction)
