"""The dates of a text: where they stand, in order, each read in the light of those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transforms.mentions.dates.alone import lone_readings, opens_line, stands_alone
from transforms.mentions.dates.context import Context
from transforms.mentions.dates.grammar import SITE
from transforms.mentions.dates.holidays import find_holidays
from transforms.mentions.dates.model import DateHit, Period, Reading, Reference, just
from transforms.mentions.dates.reading import INHERITING, read
from transforms.patterns import seldom

_WIDE = re.compile("[！-～　]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_WILL = r"(?:将(?=[于在是会有由举召开全正迎启继]|实施|施行|上线|进一步)|即将|拟[于在]|定于|计划|预计|力争|有望|预定)"
_AHEAD_BEFORE = re.compile(rf"{_WILL}[^。;!?\n]{{0,6}}$")
_AHEAD_AFTER = seldom(rf"[^。,;!?\n]{{0,14}}?(?:起[,,]?(?:正式)?(?:施行|实施|执行)|{_WILL})|[^。;!?\n]{{0,2}},{_WILL}")
_DEADLINE = seldom(r"(?:要|须|应|需|全部|全面|必须|基本|力争|前){0,2}(?:完成|建成|实现|落实|整改|报送|达到|办结)(?![了的])")
_COMPARED_AFTER = re.compile(r"(?:年?同期)?相?(?:比较?|持平)")
_EVERY = re.compile(r"(?:每年?的?|每逢|每到|历年|往年|每个?月的?)$")
_IN_TITLE = re.compile(r"[《〈〔][^《》〈〉〔〕\n]{0,30}$")


def find_dates(text: str, reference: Reference) -> tuple[DateHit, ...]:
    """The dates, periods and times of day of a clean text, in order, apart from one another, each as long as it goes.

    Never raises on any text, and takes time linear in its length.
    """
    narrow = narrowed(text)
    found = list(readings(narrow, reference))
    alone = list(lone_readings(narrow, Context(reference, ahead=True)))
    hits = [_hit(reading) for reading in _merged(found, alone)]
    taken = {offset for hit in hits for offset in range(hit.start, hit.end)}
    again = [hit for hit in (*find_holidays(narrow, reference), *_reviewed(narrow)) if taken.isdisjoint(range(hit.start, hit.end))]
    return tuple(sorted((*hits, *again)) if again else hits)


def narrowed(text: str) -> str:
    """The text with its full-width figures and signs in half width, each where it stands."""
    return text.translate(_NARROW) if _WIDE.search(text) else text


_REVIEWED = seldom(r"(?:回望|回首|回眸|回顾|盘点|告别|走过|挥别|难忘|数说|数读)(?P<year>20[0-9]{2})(?![0-9年.·/-])")


def _reviewed(text: str) -> Iterator[DateHit]:
    """The years that are looked back on without 年: 回望2018, 盘点2023."""
    for match in _REVIEWED.finditer(text):
        yield DateHit(*match.span("year"), match["year"], "date", "reviewed", year_told=True)


def _merged(found: list[Reading], alone: list[Reading]) -> list[Reading]:
    """All readings in order; a line that is a time only by standing alone gives way to what it is in prose too, if that is all of it."""
    whole = {(reading.start, reading.end) for reading in found}
    lines = [reading for reading in alone if (reading.start, reading.end) not in whole]
    if not lines:
        return found
    covered = {offset for line in lines for offset in range(line.start, line.end)}
    return sorted([*(reading for reading in found if reading.start not in covered), *lines], key=lambda reading: reading.start)


def _hit(reading: Reading) -> DateHit:
    return DateHit(
        *(reading.start, reading.end, reading.period.edtf, reading.kind, reading.rules[-1], reading.clock, reading.year_told),
    )


def readings(text: str, reference: Reference) -> Iterator[Reading]:
    """Each expression in turn.

    The date before one holds to the end of its line; words that open a line may look back to the line before, 当晚 and 这一年 to a day
    or year told in the lines above.
    """
    at, before, told = 0, None, None
    known: dict[tuple[int | None, int | None], int | None] = {}
    for start in _sites(text):
        if start < at:
            continue
        above = None
        newline = text.find("\n", at, start)
        if newline >= 0:
            above, before = before if text[newline:start].isspace() else None, None
        reading = _read_at(text, start, Context(reference, before))
        if reading is None and above:
            reading = _read_at(text, start, Context(reference, above))
        if reading is None and told:
            reading = _same_day(text, start, told, reference)
        elif reading and told and before is None:
            reading = _of_day_told(_as_above(text, start, reading, told, reference), known)
        if reading is None:
            at = start + 1
            continue
        told = reading
        _note_day(reading, known)
        yield reading if reading.start >= at else reading._replace(start=at)
        before, at = _carried(text, reading, before, reference), max(reading.end, start + 1)


def _as_above(text: str, start: int, reading: Reading, told: Reading, reference: Reference) -> Reading:
    """这一年 where its paragraph tells no other: the year of the date before it; so a day's month (6日); other readings as they are."""
    past = "same_year" in reading.rules and told.kind in {"date", "time"}
    month = told.period.end.month if told.period.end.year in {None, reference.year} else None
    lost = month and reading.rules[0] in {"day", "days_of_month"} and not reading.period.end.month
    return ((past or lost) and read(text, start, Context(reference, told.period))) or reading


def _note_day(reading: Reading, known: dict[tuple[int | None, int | None], int | None]) -> None:
    """Keep the year of a day that is told with it (2024年5月8日), by month and day; one told of two years has none."""
    day = reading.period.single
    if reading.year_told and day and day.day:
        known[day.month, day.day] = day.year if known.get((day.month, day.day), day.year) == day.year else None


def _of_day_told(reading: Reading, known: Mapping[tuple[int | None, int | None], int | None]) -> Reading:
    """A day without its year that was told with one in the lines above (2024年5月8日,… 5月8日上午…): of that year; others as they are."""
    day = reading.period.single
    if not known or day is None or not day.day or reading.rules[0] != "month":
        return reading
    year = known.get((day.month, day.day))
    if year is None or year == day.year:
        return reading
    return reading._replace(period=just(day._replace(year=year)))


def _same_day(text: str, start: int, told: Reading, reference: Reference) -> Reading | None:
    """当晚, 次日 at the head of a sentence, counted from the day that the date before it told, if that is not far above."""
    day = told.period.single
    if day is None or day.day is None or start - told.end > _FAR or text[start - 1] not in _SENTENCE_END:
        return None
    reading = read(text, start, Context(reference, told.period))
    return reading if reading and "same_day" in reading.rules else None


_SENTENCE_END = frozenset("。!?\n ”")
_FAR = 400  # characters: an event that takes longer to tell tells its day again


@lru_cache(maxsize=1)
def _sites(text: str) -> tuple[int, ...]:
    """Where a date may begin; kept for the text at hand, whose dates are read without a reference before they are read with one."""
    return tuple(site.start() for site in SITE.finditer(text))


def _read_at(text: str, start: int, context: Context) -> Reading | None:
    reading = read(text, start, context)
    if reading is None:
        lone = read(text, start, context._replace(ahead=True)) if opens_line(text, start) else None
        return lone if lone and stands_alone(text, lone.start, lone.end) else None
    if reading.year_told:
        return reading
    if _EVERY.search(text, max(0, start - 4), start):
        return read(text, start, Context(Reference(None, None, None)))
    if _IN_TITLE.search(text, max(0, start - 32), start):
        return None
    if context.before or not context.reference.month or reading.rules[0] not in INHERITING:
        return reading
    ahead = stands_alone(text, reading.start, reading.end) or _looks_ahead(text, reading)
    return read(text, start, context._replace(ahead=True)) if ahead else reading


def _looks_ahead(text: str, reading: Reading) -> bool:
    """Whether the clause around speaks of what is to come."""
    before = _AHEAD_BEFORE.search(text, max(0, reading.start - 12), reading.start)
    due = text.startswith("前", reading.end - 1) and _DEADLINE.match(text, reading.end)
    return bool(before or due or _AHEAD_AFTER.match(text, reading.end))


def _carried(text: str, reading: Reading, before: Period | None, reference: Reference) -> Period | None:
    """What the next ones are read after: this date, unless it is a baseline, a target, an open end or not known."""
    end = reading.period.end
    target = reading.kind == "until" and text.startswith("前", reading.end - 1)
    future = end.year is not None and reference.year is not None and end.year > reference.year
    unknown = reading.kind in {"since", "now"} or not (end.year or end.month)
    return before if target or future or unknown or _is_baseline(text, reading) else reading.period


def _is_baseline(text: str, reading: Reading) -> bool:
    """Whether a number is compared with that of the time: 与2012年相比, 比去年同期, 由2008年的82%提高到91%."""
    start, end = reading.start, reading.end
    fell_from = text.startswith("的", end) and (text[start] in "从由" or text[start - 1 : start] in {"从", "由"})
    same_period = text.startswith("同期", end - 2)
    return fell_from or same_period or text[start - 1 : start] in {"比", "较"} or bool(_COMPARED_AFTER.match(text, end))
