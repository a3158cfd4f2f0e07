"""Numerals as they stand in Chinese news: 1,180, 1.12万, 3万2千, 四百五, 五亿零四百, 廿二, 壹佰, 二零二二, mixed at will."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import NamedTuple

DIGITS = {
    **dict(zip("零〇一二三四五六七八九", (0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2,
    "俩": 2,
    "仨": 3,
    "貳": 2,
    "參": 3,
    "陸": 6,
    "兩": 2,
    "○": 0,
}
TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30, "k": 1000, "K": 1000}
SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12, "萬": 10**4, "億": 10**8}

_TOKEN = re.compile(r"(?P<arabic>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>.)", re.DOTALL)


class _Sum(NamedTuple):
    """What has been read so far: `total` closed by a scale, `section` closed by a ten, `pending` still open, `last` the unit read last."""

    total: Decimal
    section: Decimal
    pending: Decimal | None
    last: int
    gap: bool


def parse(text: str) -> Decimal:
    """The value of a numeral; ValueError where the text is none. White space and a sign (负, -) are allowed."""
    return Decimal(text) if text.isascii() and text.isdigit() else _parsed(text)


@lru_cache(maxsize=4096)  # 一, 两, 十 and the like make most of them
def _parsed(text: str) -> Decimal:
    text = "".join(text.split()).replace("，", ",").replace("．", ".")
    negative = text.startswith(("负", "負", "-", "－", "−"))
    whole, _, fraction = text[negative:].partition("点")
    value = _whole(whole) if whole else Decimal(0)
    if fraction:
        value += Decimal("0." + "".join(_digit(char) for char in fraction))
    return -value if negative else value


def _digit(char: str) -> str:
    if char in DIGITS:
        return str(DIGITS[char])
    if char.isdecimal():
        return str(int(char))
    raise ValueError(f"no digit: {char!r}")


def _whole(text: str) -> Decimal:
    if len(text) > 1 and all(char in DIGITS or char.isdecimal() for char in text):
        return Decimal("".join(_digit(char) for char in text))
    state = _Sum(Decimal(0), Decimal(0), None, 1, False)
    for match in _TOKEN.finditer(text):
        state = _read(state, match)
    return _close(state)


def _read(state: _Sum, match: re.Match[str]) -> _Sum:
    if match["arabic"]:
        return state._replace(pending=Decimal(match["arabic"].replace(",", "")))
    word = match["word"]
    if word in DIGITS:
        digit = DIGITS[word]
        gap = state.gap or digit == 0
        return state._replace(pending=Decimal(digit) if state.pending is None else state.pending * 10 + digit, gap=gap)
    if word in TENS:
        return _ten(state, TENS[word], alone=word in "廿卅")
    if word in SCALES:
        return _scale(state, SCALES[word])
    raise ValueError(f"no numeral: {word!r}")


def _ten(state: _Sum, unit: int, *, alone: bool) -> _Sum:
    if alone:
        return _Sum(state.total, state.section + unit, None, 10, False)
    count = Decimal(1) if state.pending is None or state.pending == 0 else state.pending
    return _Sum(state.total, state.section + count * unit, None, unit, False)


def _scale(state: _Sum, unit: int) -> _Sum:
    section = state.section + (state.pending or 0)
    if section == 0 and state.total == 0:
        section = Decimal(1)
    if section == 0 or (state.total and unit > state.last and state.total < unit):
        return _Sum((state.total + section) * unit, Decimal(0), None, unit, False)
    return _Sum(state.total + section * unit, Decimal(0), None, unit, False)


def _close(state: _Sum) -> Decimal:
    """The sum; a bare last digit counts in the next lower unit: 四百五 is 450, 一万三 is 13000."""
    pending = state.pending or Decimal(0)
    if not state.gap and state.last > 10 and 0 < pending < 10:
        pending *= state.last // 10
    return state.total + state.section + pending


_MEASURABLE = 20  # powers of ten; Decimal computes with 28 digits


def part_of(part: Decimal, whole: Decimal) -> Decimal:
    """A part of a whole as a fraction of one, to fifteen digits. Raises ArithmeticError where the whole is nothing."""
    return _PRECISION.divide(part, whole)


_PRECISION = Context(prec=15)


def hundredths(value: Decimal) -> Decimal:
    """A value to two places without trailing zeros; one beyond all measure as it is."""
    return (value.quantize(Decimal("0.01")) if value.adjusted() < _MEASURABLE else value).normalize() + 0
