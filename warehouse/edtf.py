"""The days that an EDTF date denotes (ISO 8601-2:2019, the parts that articles need), for columns that a query can compare."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

Days = tuple[date | None, date | None]

_DATE = re.compile(r"(?P<year>[0-9]{1,4}X{0,3})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?:T.*)?")
# Quarters 33 to 36 and half-years 40 and 41 of ISO 8601-2, by their first and last months.
_MONTHS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}


@lru_cache(maxsize=65536)
def days(edtf: str | None) -> Days:
    """First and last day of a date or interval; None at an end that is open, and for both where the text denotes no day of a known year."""
    if not edtf:
        return None, None
    first, slash, last = edtf.partition("/")
    return (_days(first)[0], _days(last)[1]) if slash else _days(edtf)


def _days(edtf: str) -> Days:
    match = _DATE.fullmatch(edtf.rstrip("?~%"))
    if match is None or len(match["year"]) != 4:
        return None, None
    years = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    months = _months(match["month"])
    try:
        return date(years[0], months[0], _day(match["day"], 1)), date(
            years[1], months[1], _day(match["day"], monthrange(years[1], months[1])[1])
        )
    except ValueError:  # no such month or day, or the year 0
        return None, None


def _months(month: str | None) -> tuple[int, int]:
    if month in {None, "XX"}:
        return 1, 12
    number = int(month or 0)
    return _MONTHS.get(number, (1, 12) if 21 <= number <= 24 else (number, number))


def _day(day: str | None, default: int) -> int:
    return default if day in {None, "XX"} else int(day or 0)
