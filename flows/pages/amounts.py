"""Numbers, units and periods as a reader takes them in at a glance."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import takewhile

from flows.pages.words import NOTHING, Word, term, word

_ARROWS = {"up": "↑ ", "down": "↓ ", "flat": "→ "}
_ATTACHED = frozenset({"%", "°C", "°F"})
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?:T.*)?[?~%]*")
_SEASONS = {
    "21": "春季",
    "22": "夏季",
    "23": "秋季",
    "24": "冬季",
    "40": "上半年",
    "41": "下半年",
    "33": "第一季度",
    "34": "第二季度",
    "35": "第三季度",
    "36": "第四季度",
}
_OPEN = frozenset({"", ".."})


def number(value: Decimal | int) -> str:
    """The number with its thousands apart and no trailing zeros."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal | None, high: Decimal | None, bound: str | None, unit: str | None, classifier: str | None) -> Word:
    """A value or range with its bound and unit: `超1,200份`, `3–5名`, `12.5%`; nothing where there is no value."""
    if value is None:
        return NOTHING
    digits = Word(_range(number, value, high), _range(_in_wan, value, high))
    if unit == "rank":
        return word("ranked", n=digits)
    measured = Word(classifier, classifier) if classifier else NOTHING if unit == "count" else term("unit", unit)
    before = term("bound", bound) if bound and bound != "exact" else NOTHING
    space = "" if measured.en in _ATTACHED else " "
    return Word(f"{before.en}{digits.en}{space}{measured.en}".rstrip(), f"{before.zh}{digits.zh}{measured.zh}")


def _range(written: Callable[[Decimal], str], value: Decimal, high: Decimal | None) -> str:
    return written(value) if high is None else f"{written(value)}–{written(high)}"


def _in_wan(value: Decimal) -> str:
    """A number as Chinese readers take it in: in 万 and 亿 where that leaves at most four decimals."""
    for size, step, name in ((10**8, 10**4, "亿"), (10**4, 10**2, "万")):
        if abs(value) >= size and value % step == 0:
            return f"{number(value / size)}{name}"
    return number(value)


def arrow(direction: str | None) -> str:
    """The sign of a direction of change, with a space behind it."""
    return _ARROWS.get(direction or "", "")


def period(edtf: str | None) -> Word:
    """A date or period without the marks of EDTF: `2025年1月至9月`, `2022年起`."""
    if not edtf:
        return NOTHING
    first, slash, last = edtf.partition("/")
    if not slash:
        return Word(_english(first), "".join(_chinese(first)))
    if last in _OPEN:
        return Word(f"since {_english(first)}", f"{''.join(_chinese(first))}起")
    if first in _OPEN:
        return Word(f"until {_english(last)}", f"截至{''.join(_chinese(last))}")
    return Word(f"{_english(first)} to {_english(last)}", _from_to(_chinese(first), _chinese(last)))


def _from_to(first: list[str], last: list[str]) -> str:
    """An interval in which the last day does not say again what it shares with the first."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, last[:-1], strict=False)))
    return f"{''.join(first)}至{''.join(last[shared:])}"


def _english(edtf: str) -> str:
    return re.sub(r"^XXXX-", "–", edtf)


def _chinese(edtf: str) -> list[str]:
    """Year, month and day with their words; an unknown year is left out, what is no date stays as it is."""
    date = _DATE.fullmatch(edtf)
    if date is None:
        return [edtf]
    year = [] if date["year"] == "XXXX" else [f"{date['year'][:3]}0年代"] if date["year"].endswith("X") else [f"{date['year']}年"]
    month, day = date["month"], date["day"]
    named = [] if month in (None, "XX") else [_SEASONS.get(month) or f"{int(month)}月"]
    return [*year, *named, *([f"{int(day)}日"] if day and day != "XX" else [])] or [edtf]
