"""The calendar that everybody knows: festivals and holidays, five-year plans, events, anniversaries (`seeds/`)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from transforms.lexicon import table
from transforms.mentions.dates.model import Moment, Period, of_date, span


class Festival(NamedTuple):
    """A day of the year with a name.

    `month` and `day` fix it, or `month`, `nth` and `weekday` (1 is Monday), else the calendar does, year by year. Its holiday usually
    has `length` days; `lasting` says that the name itself is that of all these days (春运).
    """

    name: str
    month: int | None
    day: int | None
    nth: int | None
    weekday: int | None
    length: int
    lasting: bool


def _forms(row: Mapping[str, str], column: str = "forms") -> list[str]:
    return [form for form in row[column].split("|") if form]


def _either(forms: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(set(forms), key=lambda form: (-len(form), form)))) or "(?!)"


def _number(text: str) -> int | None:
    return int(text) if text else None


@cache
def _festivals() -> dict[str, Festival]:
    found = {}
    for row in table("festivals"):
        month, day, nth, weekday = (_number(row[column]) for column in ("month", "day", "nth", "weekday"))
        known = Festival(row["name"], month, day, nth, weekday, int(row["length"]), row["kind"] == "period")
        found.update(dict.fromkeys(_forms(row) + _forms(row, "bound_forms"), known))
    return found


@cache
def _calendar() -> dict[tuple[str, int], Mapping[str, str]]:
    return {(row["name"], int(row["year"])): row for row in table("calendar")}


OCCASION = "期间|假期|长假|小长假|黄金周|假日|放假"  # after a festival's name: its holiday
_FREE_FORMS = _either([form for row in table("festivals") for form in _forms(row)])
_BOUND_FORMS = _either([form for row in table("festivals") for form in _forms(row, "bound_forms")])
_AFTER_BOUND = f"节|{OCCASION}|前后|前夕|当[天日]|佳节|安保"
FESTIVAL = rf"(?:[“\"](?:{_BOUND_FORMS})[”\"](?:国际劳动节|国庆节?|节)?|(?:{_FREE_FORMS})节?|(?:{_BOUND_FORMS})(?:节|(?={_AFTER_BOUND})))"
FESTIVAL_ALONE = _BOUND_FORMS
FESTIVAL_OPENS = '“"' + "".join({form[0] for row in table("festivals") for form in _forms(row) + _forms(row, "bound_forms")})


def festival(text: str) -> Festival:
    """The festival of a name as `FESTIVAL` finds it, with or without quotation marks and what follows them."""
    bare = text.lstrip('“"')
    return next(known for form, known in _longest_first() if bare.startswith(form))


@cache
def _longest_first() -> list[tuple[str, Festival]]:
    return sorted(_festivals().items(), key=lambda item: (-len(item[0]), item[0]))


def festival_month(name: Festival, year: int | None) -> int | None:
    """The month in which the festival falls that year, None where nothing says."""
    day = festival_day(name, year)
    return day.month if day else None


def festival_day(name: Festival, year: int | None) -> Moment | None:
    """The day of the festival that year; for a fixed day also where the year is not known."""
    row = _calendar().get((name.name, year)) if year is not None else None
    if row:
        return of_date(datetime.date.fromisoformat(row["day"]))
    if name.month and name.day:
        return Moment(year, name.month, name.day)
    if name.month and name.nth and name.weekday and year is not None:
        return Moment(year, name.month, 1).next_weekday(name.weekday - 1).plus_days(7 * (name.nth - 1))
    return None


def holiday(name: Festival, year: int | None) -> Period | None:
    """The days off around the festival: as the State Council set them, else as many days as it usually has, from its day on."""
    row = _calendar().get((name.name, year)) if year is not None else None
    if row and row["first"]:
        return span(*(of_date(datetime.date.fromisoformat(row[end])) for end in ("first", "last")))
    day = festival_day(name, year)
    if day is None:
        return None
    return span(day, day.plus_days(name.length - 1) if year is not None else Moment(None, day.month, (day.day or 1) + name.length - 1))


PLANS = tuple(row["name"] for row in table("plans"))
PLAN = _either([*PLANS])


def plan(name: str) -> tuple[int, int]:
    """The first and last year of a five-year plan (十三五)."""
    return next((int(row["first"]), int(row["last"])) for row in table("plans") if row["name"] == name)


EVENT = _either([form for row in table("events") for form in _forms(row)])
EVENT_OPENS = "".join({form[0] for row in table("events") for form in _forms(row)})


def event(form: str) -> Period:
    """The days of an event that is known by name."""
    row = next(row for row in table("events") if form in _forms(row))
    return span(*(_moment(row[end]) for end in ("start", "end")))


def _moment(text: str) -> Moment:
    return Moment(*map(int, text.split("-")))
