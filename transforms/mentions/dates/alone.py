"""A line that is nothing but a time: a table cell, a caption, a question. It tells no story, so more can be read in it than in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.mentions.dates import almanac
from transforms.mentions.dates.context import END, Context, Rule, rule, today, year_of
from transforms.mentions.dates.model import Moment, Period, Reading, at, just, kind_of, span
from transforms.mentions.dates.numerals import number
from transforms.mentions.dates.offsets import amount, duration, shifted
from transforms.mentions.dates.words import COUNT, WEEKDAY
from transforms.mentions.dates.years import nearest_year

_LONGEST = 16  # letters of a line that may be nothing but a time
_EDGE = ' \u3000"“”'


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line of an expression."""
    right = text[end : end + 3].lstrip(_EDGE)
    return opens_line(text, start) and (right.startswith("\n") or (not right and end + 3 >= len(text)))


def opens_line(text: str, start: int) -> bool:
    """Whether nothing but blanks and quotation marks stands before an offset on its line."""
    left = text[max(0, start - 3) : start].rstrip(_EDGE)
    return left.endswith("\n") or (not left and start <= 3)


def lone_readings(text: str, context: Context) -> Iterator[Reading]:
    """The lines that are times only because nothing else stands on them."""
    for start, words in _short_lines(text):
        for known, pattern in _PATTERNS:
            match = pattern.fullmatch(words)
            period = known.resolve(match, None, context) if match else None
            if period and period.valid:
                yield Reading(start, start + len(words), period, (known.name,), kind_of(period, "date"))
                break


def _short_lines(text: str) -> Iterator[tuple[int, str]]:
    """The short lines without blanks and quotation marks around them, and where they begin."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST and (words := line.strip(_EDGE)):
            yield at + line.index(words), words
        at += len(line) + 1


@rule(r"(?P<year>(?:19|20)[0-9]{2})", opens="", then=END)
def lone_year(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """2018: a year in figures."""
    return at(int(match["year"]))


@rule(r"(?P<year>[0-9]{2})年", opens="", then=END)
def lone_short_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """24年: a year without its century."""
    return at(nearest_year(int(match["year"]), context))


@rule(r"(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])", opens="", then=END)
def lone_month_day(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """09-01: a month and day in figures."""
    return at(context.reference.year, int(match["month"]), int(match["day"]))


@rule(r"(?P<month>1[0-2]|[1-9])·(?P<day>3[01]|[12]?[0-9])", opens="", then=END)
def lone_memorial(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """6·30: a month and day, as memorable days are written."""
    return at(context.reference.year, int(match["month"]), int(match["day"]))


@rule(rf"{duration('limit')}(?:之内|以内|内)", opens="", then=END)
def lone_limit(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """17天内, 3年半以内: from the reference on."""
    reference = context.reference.moment
    end = shifted(reference, amount(match, "limit"), match["limit_unit"], 1) if reference.year is not None else None
    return span(reference, end) if end else None


@rule(rf"(?P<count>{COUNT})个?(?:工作日|交易日)(?P<side>之?以?[内后])", opens="", then=END)
def lone_working_days(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """15个工作日内, 5个交易日之后: Mondays to Fridays, whatever holidays lie between."""
    day, date = today(context), context.reference.date
    if day is None or date is None:
        return None
    weeks, rest = divmod(min(date.weekday(), 4) + number(match["count"]), 5)
    end = day.monday().plus_days(7 * weeks + rest)
    return span(day, end) if match["side"].endswith("内") else Period(end, None)


@rule(rf"[再过]过?{duration('wait')}", opens="", then=END)
def lone_wait(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """过十周: from then on."""
    reference = context.reference.moment
    start = shifted(reference, amount(match, "wait"), match["wait_unit"], 1) if reference.year is not None else None
    return Period(start, None) if start else None


@rule(rf"第(?P<count>{COUNT})(?P<unit>[天年])(?P<on>起)?", opens="", then=END)
def lone_ordinal(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """第三天起, 第七年: the reference is the first."""
    reference, later = context.reference.moment, number(match["count"]) - 1
    if reference.year is None or (match["unit"] == "天" and not reference.date()):
        return None
    found = reference.plus_days(later) if match["unit"] == "天" else Moment(reference.year).plus_years(later)
    return Period(found, None) if match["on"] else just(found)


@rule(rf"(?:周|星期|礼拜)(?P<weekday>[{WEEKDAY}])", opens="", then=END)
def lone_weekday(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """星期天: of the week of the reference (ISO 8601)."""
    day = today(context)
    return just(day.monday().plus_days(min(WEEKDAY.index(match["weekday"]), 6))) if day else None


@rule("全天", opens="", then=END)
def lone_whole_day(_: re.Match[str], __: Period | None, context: Context) -> Period | None:
    """全天: the day of the reference."""
    day = today(context)
    return just(day) if day else None


@rule(f"(?P<festival>{almanac.FESTIVAL_ALONE})", opens="", then=END)
def lone_festival(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """十一, 五一: what in prose needs 节 or 期间 after it."""
    known = almanac.festival(match["festival"])
    month = almanac.festival_month(known, context.reference.year)
    day = almanac.festival_day(known, year_of(month, context)) if month else None
    return just(day) if day else None


RULES: tuple[Rule, ...] = (
    *(lone_year, lone_short_year, lone_month_day, lone_memorial, lone_limit, lone_working_days, lone_wait, lone_ordinal),
    *(lone_weekday, lone_whole_day, lone_festival),
)
_PATTERNS = tuple((known, re.compile(known.pattern)) for known in RULES)
