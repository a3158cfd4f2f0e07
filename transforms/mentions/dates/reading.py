"""Reading one expression: a point in time, and what it is joined to."""

from __future__ import annotations

import re

from transforms.mentions.dates.affixes import enclosed
from transforms.mentions.dates.context import END, YEAR, Context, Rule
from transforms.mentions.dates.grammar import TRIED, WEEKDAY_TAIL, after_glue
from transforms.mentions.dates.model import Kind, Moment, Period, Reading, span
from transforms.mentions.dates.words import SPACE, TO_FAR_END
from transforms.patterns import compiled, seldom

INHERITING = frozenset({"months", "month", "day", "days_of_month", "lone_day", "edge", "festival", "clock", "quarter", "half"})
_WEEKDAY_AFTER = frozenset({"day", "numeric", "same_day", "near_day", "clock"})

_LINKS = frozenset("-—–~―至到起开一直 \u3000\xa0、和与及以,")  # what may come first between two dates that belong together
_AND = re.compile(rf"{SPACE}(?:、|和|与|及|以及|,(?=[0-9]{{1,2}}[日号])){SPACE}")
_BETWEEN = seldom(r"之间|间(?![接隔谍断])")
_APART = seldom(r"[^。;\n]{0,24}?分别")


def read(text: str, at: int, context: Context) -> Reading | None:
    """The expression that begins at an offset, as long as it goes; None where there is none."""
    point = _read_point(text, at, context)
    if point is None:
        return None
    reading = enclosed(text, _joined(text, point, context))
    return reading if reading.period.valid else None


def _read_point(text: str, at: int, context: Context) -> Reading | None:
    """One point in time: a year, a part of it, a day, a time of day, each read within the one before."""
    period: Period | None = None
    rules: tuple[str, ...] = ()
    start, end, then, clock = at, at, YEAR, None
    for level in range(END):
        step = _step(level, text, start, period, context) if level >= then else None
        if step:
            rule, match, found = step
            period, end, then, rules = _within(period, found), match.end(), rule.then, (*rules, rule.name)
            clock = match.start() if rule.name == "clock" else clock
            start = after_glue(text, end)
    if period is None:
        return None
    tail = WEEKDAY_TAIL.match(text, end) if rules[-1] in _WEEKDAY_AFTER else None
    return Reading(at, tail.end() if tail else end, period, rules, _point_kind(rules), clock)


def _step(level: int, text: str, at: int, period: Period | None, context: Context) -> tuple[Rule, re.Match[str], Period] | None:
    """The first rule of a level that matches and finds its words to be a date."""
    for rule in TRIED[level].get(text[at : at + 1], ()):
        match = compiled(rule.pattern).match(text, at)
        found = rule.resolve(match, period, context) if match else None
        if match and found:
            return rule, match, found
    return None


def _within(whole: Period | None, part: Period) -> Period:
    """A part of the last of several years (1985到89年9月) leaves the first as it is."""
    several = whole is not None and whole.first is not None and whole.last is not None and whole.first.year != whole.last.year
    return Period(whole.first, part.last) if several and whole and part.first != whole.first else part


def _point_kind(rules: tuple[str, ...]) -> Kind:
    if rules[0] == "now":
        return "now"
    return "time" if rules[-1] == "clock" else "offset" if rules[0] in {"ago", "later"} else "date"


def _joined(text: str, left: Reading, context: Context) -> Reading:
    """The reading with what it is joined to: the far end of a range, or the next of a list."""
    if text[left.end : left.end + 1] not in _LINKS:
        return left
    to = TO_FAR_END.match(text, left.end)
    right = _next(text, to.end(), left, context) if to else None
    if right:
        return _range(left, right) or left
    return _listed(text, left, context)


def _next(text: str, at: int, left: Reading, context: Context) -> Reading | None:
    return _read_point(text, at, context._replace(before=left.period, joined=True))


def _range(left: Reading, right: Reading) -> Reading | None:
    """From the first moment of the one to the last of the other, which may lie in the next year or month; None if it lies before."""
    last = right.period.last
    if left.period.first is None or last is None:
        return None
    if right.rules[0] in INHERITING and _key(last) < _key(left.period.end):
        last = last.plus_months(1) if right.rules[0] in {"day", "days_of_month"} else last.plus_years(1)
    if last.year is not None and _key(last) < _key(left.period.first):
        return None
    kind: Kind = "time" if "time" in {left.kind, right.kind} else "date"
    clock = left.clock if left.clock is not None else right.clock
    return Reading(left.start, right.end, span(left.period.first, last), left.rules, kind, clock)


def _key(moment: Moment) -> tuple[int, int, int]:
    return (moment.year or 0, moment.month or 0, moment.day or 0)


def _listed(text: str, left: Reading, context: Context) -> Reading:
    """Units one after the other (2012年和2013年, 10号、11号) are one period, but where numbers are told of each apart (分别)."""
    merged = left
    while right := _next_listed(text, merged, context):
        between = _BETWEEN.match(text, right.end)
        period = Period(merged.period.first, right.period.last)
        if between and _key(merged.period.end) < _key(right.period.end):
            return Reading(left.start, between.end(), period, left.rules)
        if merged.period.last is None or not _follows(merged.period.last, right.period) or _APART.match(text, right.end):
            break
        merged = Reading(left.start, right.end, period, left.rules)
    return merged


def _next_listed(text: str, left: Reading, context: Context) -> Reading | None:
    link = _AND.match(text, left.end)
    return _next(text, link.end(), left, context) if link else None


def _follows(last: Moment, period: Period) -> bool:
    """Whether the period is the very next year, month or day."""
    if last.hour is not None or period.single is None:
        return False
    if last.day is not None:
        return last.date() is not None and period.single == last.plus_days(1)
    return period.single == (last.plus_months(1) if last.month else last.plus_years(1)) and last.year is not None
