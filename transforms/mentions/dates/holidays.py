"""Days off that a text speaks of again without their name: 假期里, 整个假期."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from transforms.mentions.dates.context import Context
from transforms.mentions.dates.model import DateHit, Period, Reference, span
from transforms.mentions.dates.numerals import number
from transforms.mentions.dates.reading import read
from transforms.patterns import seldom

_NAMED = seldom(r"(?:中秋[、和与]?)?(?P<longer>国庆)(?:[、和与]?中秋)?|元旦|春节|清明|五一|劳动节|端午|中秋|[寒暑](?:假|期)")
_AGAIN = seldom(r"(?<![寒暑上个逢每日旦节明一午秋庆小休婚产年])(?:小?长假|(?:整个|全)?假期)(?:期间|下来|[里内中])?")

_LENGTH = seldom(r"([2-9]|[三四五六七八九])天(?:的)?(?:小?长假|假期)")
_SHORTEST = 28  # days that every month has


def find_holidays(text: str, reference: Reference) -> tuple[DateHit, ...]:
    """The days off that are spoken of again, in order, each with the days of the holiday that was named last before it."""
    named = list(_NAMED.finditer(text)) if "假" in text else []
    return tuple(_found(text, named, reference)) if named else ()


def _found(text: str, named: list[re.Match[str]], reference: Reference) -> Iterator[DateHit]:
    ends = [match.end() for match in named]
    length = _LENGTH.search(text) if reference.year is None else None
    for match in _AGAIN.finditer(text):
        before = bisect_right(ends, match.start()) - 1
        holiday = read(f"{named[before]['longer'] or named[before][0]}假期", 0, Context(reference)) if before >= 0 else None
        if holiday:
            period = _as_long(holiday.period, number(length[1])) if length else holiday.period
            yield DateHit(*match.span(), period.edtf, "period", "holiday_again")


def _as_long(holiday: Period, length: int) -> Period:
    """A holiday of a year that is not known with as many days as the text says (8天长假)."""
    first = holiday.first
    return (
        span(first, first._replace(day=first.day + length - 1)) if first and first.day and first.day + length - 1 <= _SHORTEST else holiday
    )
