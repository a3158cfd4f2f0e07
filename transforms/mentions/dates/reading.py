"""Reading one expression: a point in time, what it is joined to, and the words before and after that open or close it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from transforms.mentions.dates.context import END, YEAR, Context, Rule
from transforms.mentions.dates.grammar import WEEKDAY_TAIL, matches
from transforms.mentions.dates.model import Kind, Moment, Period, span
from transforms.mentions.dates.words import SPACE

_TOLD_YEARS = frozenset({"numeric", "numeric_months", "numeric_month", "years", "year", "chinese_year", "roc_year", "bare_roc_year", "two_digits"})
_INHERITING = frozenset({"months", "month", "day", "days_of_month", "lone_day", "edge", "festival", "clock", "quarter", "half"})
_WEEKDAY_AFTER = frozenset({"day", "numeric", "same_day", "near_day", "clock"})

_TO = re.compile(rf"(?:起|开始)?{SPACE}(?:-{{1,2}}|—{{1,2}}|–|~|~|―|一?直?[至到]){SPACE}(?!今)")
_AND = re.compile(rf"{SPACE}(?:、|和|与|及|以及|,(?=[0-9]{{1,2}}[日号])){SPACE}")
_BETWEEN = re.compile(r"之间|间(?![接隔谍断])")
_APART = re.compile(r"[^。;\n]{0,24}?分别")

_SINCE_BEFORE = re.compile(r"(?:(?<![来各独亲擅])自从?|打)$")
_UNTIL_BEFORE = re.compile(rf"截[至止]到?{SPACE}$")
_FROM_BEFORE = re.compile(r"[从自]$")
_SINCE = re.compile(
    rf"{SPACE}(?:年初)?(?:以来|至今|来(?=[,,])|(?:开始|起)(?=[,,、。;)至到]|$|施行|实施|开始|正式|全面|在|就|,)|起(?![诉草火义飞获拍源身步因哄码伏降落重底初跑点案事居床]))"
)
_AFTER = re.compile(rf"{SPACE}(?:以后|之后|后(?![勤备台续期面代人者世果方来]))")
_BEFORE = re.compile(rf"{SPACE}(?:以前|之前|前(?![往去来进线台后沿端提夕景列任者一二三四五六七八九十0-9]))")
_STOP = re.compile(rf"{SPACE}(?:为止|止(?![付损]))")
_ABOUT = re.compile(rf"{SPACE}(?:左右|前后|上下)")
_WHILE = re.compile(r"(?:期间|当中|全年)")


@dataclass(frozen=True, slots=True)
class Reading:
    """An expression read: where it stands, what it denotes, and the names of the rules that read it, in order."""

    start: int
    end: int
    period: Period
    rules: tuple[str, ...]
    kind: Kind = "date"
    clock: int | None = None

    @property
    def year_told(self) -> bool:
        """Whether the text states the year."""
        return self.rules[0] in _TOLD_YEARS


def read(text: str, at: int, context: Context) -> Reading | None:
    """The expression that begins at an offset, as long as it goes; None where there is none."""
    point = _read_point(text, at, context)
    if point is None:
        return None
    reading = _enclosed(text, _joined(text, point, context))
    return reading if reading.period.valid else None


def _read_point(text: str, at: int, context: Context) -> Reading | None:
    """One point in time: a year, a part of it, a day, a time of day, each read within the one before."""
    period, end, then, rules, clock = None, at, YEAR, (), None
    for level in range(END):
        step = _step(level, text, end, period, context) if level >= then else None
        if step:
            rule, match, found = step
            period, end, then, rules = _within(period, found), match.end(), rule.then, (*rules, rule.name)
            clock = match.start() if rule.name == "clock" else clock
    if period is None:
        return None
    tail = WEEKDAY_TAIL.match(text, end) if rules[-1] in _WEEKDAY_AFTER else None
    return Reading(at, tail.end() if tail else end, period, rules, _point_kind(rules), clock)


def _step(level: int, text: str, at: int, period: Period | None, context: Context) -> tuple[Rule, re.Match[str], Period] | None:
    """The first rule of a level that matches and finds its words to be a date."""
    for rule, match in matches(level, text, at):
        found = rule.resolve(match, period, context)
        if found:
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
    to = _TO.match(text, left.end)
    right = _next(text, to.end(), left, context) if to else None
    if right:
        return _range(left, right) or left
    return _listed(text, left, context)


def _next(text: str, at: int, left: Reading, context: Context) -> Reading | None:
    return _read_point(text, at, replace(context, before=left.period, joined=True))


def _range(left: Reading, right: Reading) -> Reading | None:
    """From the first moment of the one to the last of the other, which may lie in the next year or month; None if it lies before."""
    last = right.period.last
    if left.period.first is None or last is None:
        return None
    if right.rules[0] in _INHERITING and _key(last) < _key(left.period.end):
        last = last.plus_months(1) if right.rules[0] in {"day", "days_of_month"} else last.plus_years(1)
    if _key(last) < _key(left.period.first) and right.kind != "now":
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


def _enclosed(text: str, reading: Reading) -> Reading:
    """The reading with the words around it that open an end of it: 自…以来, 截至…, …以前, …左右."""
    before = text[max(0, reading.start - 5) : reading.start]
    if reading.kind == "now" or (reading.kind == "offset" and not reading.period.single):
        return reading
    return _since(text, before, reading) or _until(text, before, reading) or _loosened(text, before, reading)


def _since(text: str, before: str, reading: Reading) -> Reading | None:
    start, opened = reading.start, _SINCE_BEFORE.search(before)
    begun = start - len(opened[0]) if opened else start
    since, after = _SINCE.match(text, reading.end), _AFTER.match(text, reading.end)
    closed = reading.period.first != reading.period.last and not since and "years" in reading.rules
    if since or (opened and not closed and reading.period.single):
        return replace(reading, start=begun, end=since.end() if since else reading.end, period=Period(reading.period.first, None), kind="since")
    if after and reading.period.last:
        first = _beyond(reading, 1) if not _has_day(reading) else reading.period.last
        return replace(reading, start=begun, end=after.end(), period=Period(first, None), kind="since")
    return None


def _until(text: str, before: str, reading: Reading) -> Reading | None:
    opened, stop = _UNTIL_BEFORE.search(before), _STOP.match(text, reading.end)
    start = reading.start - len(opened[0]) if opened else reading.start
    if (opened or stop) and reading.period.single or opened:
        return replace(reading, start=start, end=stop.end() if stop else reading.end, period=Period(None, reading.period.last), kind="until")
    earlier = _BEFORE.match(text, reading.end)
    if not earlier or _ABOUT.match(text, reading.end) or reading.period.first is None:
        return None
    last = reading.period.last if _has_day(reading) or "edge" in reading.rules else _beyond(reading, -1)
    return replace(reading, end=earlier.end(), period=Period(None, last), kind="until")


def _has_day(reading: Reading) -> bool:
    return reading.period.end.day is not None


def _beyond(reading: Reading, step: int) -> Moment | None:
    """The year or month right after the period, or right before it: 2015年以前 leaves 2015 itself out."""
    moment = reading.period.last if step > 0 else reading.period.first
    if moment is None:
        return None
    return moment.plus_months(step) if moment.month else moment.plus_years(step)


def _loosened(text: str, before: str, reading: Reading) -> Reading:
    about, during, stop = (pattern.match(text, reading.end) for pattern in (_ABOUT, _WHILE, _STOP))
    whole = reading.period.first != reading.period.last
    start = reading.start - 1 if whole and _FROM_BEFORE.search(before) else reading.start
    end = next((found.end() for found in (about, during, stop) if found), reading.end)
    period = replace(reading.period, about=bool(about))
    return replace(reading, start=start, end=end, period=period, kind=kind_of(period, reading.kind))


def kind_of(period: Period, kind: Kind) -> Kind:
    """The kind of a reading by the ends that its period has."""
    if period.first is None or period.last is None:
        return "until" if period.first is None else "since"
    return "period" if period.first != period.last and kind == "date" else kind
