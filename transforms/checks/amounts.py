"""What the words of a number leave open: the interval of values that it may truly stand for.

A written number is its value, or was rounded or cut off at its last digit; 余, 近, 约 and ranges are bounds and not values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from transforms.patterns import seldom
from transforms.records import Claim, Statistic

ZERO, HUNDRED = Decimal(0), Decimal(100)
_LARGEST = 30  # digits before the point; what is larger is no figure of the news
_RUN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"十": Decimal(10), "百": Decimal(100), "千": Decimal(1000), "万": Decimal(10_000), "亿": Decimal(100_000_000)}
_PLACES = seldom("点([零〇○一二三四五六七八九]*)")
_ROUGH = seldom(r"分之|半|番")
_LEAST = {"over": Decimal(1), "under": Decimal("0.5"), "about": Decimal("0.8")}
_MOST = {"over": Decimal("1.5"), "under": Decimal(1), "about": Decimal("1.25")}
_LABELS = {"percent": "%", "percentage_point": "个百分点", "times": "倍", "count": "", "rank": "位", "CNY": "元"}


Number = Statistic | Claim


class Amount(NamedTuple):
    """A number with the least and the greatest value that it may stand for; `step` is one of its last written digit, 0 where exact."""

    value: Decimal
    low: Decimal
    high: Decimal
    step: Decimal = ZERO

    def meets(self, other: Amount) -> bool:
        """Whether both may stand for the same value."""
        return self.low <= other.high and other.low <= self.high

    @property
    def room(self) -> Decimal:
        """How many values are left open."""
        return self.high - self.low


def amount(fact: Number, words: str) -> Amount | None:
    """The amount that a statistic states in `words` (clean text); None where a digit is lost (?4小时) or the number is beyond measure."""
    value, high = fact.value, fact.value_high
    if not _plain(value) or not (high is None or _plain(high)) or "?" in words:
        return None
    if high is not None:
        return Amount(value, min(value, high), max(value, high))
    step = _step(fact, words)
    if fact.bound != "exact":
        return Amount(value, value * _LEAST[fact.bound], value * _MOST[fact.bound], step)
    return Amount(value, value - step / 2, value + step, step)


def total(parts: Sequence[Amount | None]) -> Amount | None:
    """The sum of amounts; None where one is unknown."""
    known = [part for part in parts if part is not None]
    return Amount(*(sum(column, ZERO) for column in zip(*known, strict=True))) if len(known) == len(parts) else None


def implied(function: Callable[..., Decimal], sources: Sequence[Amount | None]) -> Amount | None:
    """What a function, monotonic in each argument, makes of amounts; None where one is unknown or it divides by nothing."""
    known = [source for source in sources if source is not None]
    if len(known) < len(sources):
        return None
    try:
        ends = [function(*corner) for corner in product(*((source.low, source.high) for source in known))]
        return Amount(function(*(source.value for source in known)), min(ends), max(ends))
    except ArithmeticError:
        return None


def label(fact: Number) -> str:
    """What stands behind a number of the fact's unit: %, 元, the measure word."""
    return fact.classifier or _LABELS.get(fact.unit, f" {fact.unit}")


def told(value: Decimal, places: int = 2) -> str:
    """A value as text, with at most so many places."""
    text = f"{value:z.{places}f}"  # unlike round(), however large the value
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(value: Decimal) -> bool:
    return value.is_finite() and (not value or -_LARGEST < value.adjusted() < _LARGEST)


def _step(fact: Number, words: str) -> Decimal:
    """One of the last digit that the words write, in the fact's unit; 0 for a whole number of things."""
    runs = _RUN.findall(words)
    if not runs:
        return _step_of_word(fact.value, words)
    places = len(runs[-1].partition(".")[2])
    last = Decimal(runs[-1].replace(",", ""))
    if len(runs) == 1 and last:
        scale = abs(fact.value) / last
    else:
        scale = _SCALES.get(words[words.rfind(runs[-1]) + len(runs[-1]) :][:1], Decimal(1))
    if places or scale != 1 or fact.unit not in {"count", "rank"}:
        return scale.scaleb(-places)
    return _round_step(fact.value)


def _step_of_word(value: Decimal, words: str) -> Decimal:
    """The step of a number in Chinese numerals: 三成 is rounded to tens, 一半 and 四分之一 are rough."""
    if "百分" in words or "点" in words:
        return Decimal(1).scaleb(-len(_PLACES.findall(words)[0]) if "点" in words else 0)
    if _ROUGH.search(words):
        return abs(value) / 5
    return Decimal(10 if not value % 10 else 1) if "成" in words else _round_step(value)


def _round_step(value: Decimal) -> Decimal:
    """A whole number is exact, but one that ends in two zeros or more may be rounded."""
    digits = f"{abs(value):f}".partition(".")[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(zeros - 1) if zeros >= 2 else ZERO
