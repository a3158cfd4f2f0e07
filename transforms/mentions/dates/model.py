"""What a date is here: a day or time of day, a period between two of them, and what a text's dates are counted from."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal, NamedTuple

from transforms.aligned import Span

Kind = Literal["date", "period", "since", "until", "now", "time", "offset"]

_EDTF = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Reference:
    """What relative dates count from.

    `date` is the day of publication where the page tells it, `month` its month where it tells only that; `year` is the year of
    publication or what the body proves. `evidence` is the span of the clean text that says so, None where the page's metadata
    says it. `roc` tells that bare years of two or three digits count from 1911 (a page from Taiwan).
    """

    year: int | None
    date: datetime.date | None
    evidence: Span | None
    month: int | None = None
    roc: bool = False

    @classmethod
    def published(cls, edtf: str | None, evidence: Span | None = None, *, roc: bool = False) -> Reference:
        """The reference that a publication date (EDTF: a day, a month or a year) gives; one that knows nothing where it gives none."""
        found = _EDTF.match(edtf or "")
        if not found:
            return cls(None, None, None, roc=roc)
        year, month, day = (int(part) if part else None for part in found.groups())
        whole = Moment(year, month, day).date()
        return cls(year, whole, evidence, month if month and month <= 12 else None, roc)

    @property
    def moment(self) -> Moment:
        """The reference as finely as it is known."""
        return Moment(self.year, self.month, self.date.day if self.date else None)


class DateHit(NamedTuple):
    """A date, period or time of day in a text.

    `start` and `end` are offsets in that text, `clock` the one where a time of day begins, if any. `kind`: a `date` is one calendar
    unit, a `period` has two ends, `since` and `until` one, `now` is the time of writing, `time` tells a time of day, and an `offset`
    is counted by a duration from the date before it or from the reference (3天后, 两年前). `rule` names the construction,
    `year_told` says that the year stands in the text itself, and `name` is a campaign's.
    """

    start: int
    end: int
    edtf: str
    kind: Kind
    rule: str = ""
    clock: int | None = None
    year_told: bool = False
    name: str | None = None


class Moment(NamedTuple):
    """A year, month, day, hour or minute; what is not told is None, and a month or day that is meant but not known is 0."""

    year: int | None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def edtf(self) -> str:
        """EDTF text (ISO 8601-2:2019), with X for the digits of what is not known."""
        hour = None if self.hour is None else f"{self.hour:02d}" + ("" if self.minute is None else f":{self.minute:02d}")
        depth = 3 if hour else 2 if self.day is not None else 1 if self.month is not None else 0
        date = ["XXXX" if self.year is None else f"{self.year:04d}", _two(self.month), _two(self.day)]
        return "-".join(date[: depth + 1]) + (f"T{hour}" if hour else "")

    @property
    def valid(self) -> bool:
        """Whether the calendar has such a day; without a year, whether a leap year has."""
        return not (self.month and self.day) or self.day <= monthrange(self.year or 2000, self.month)[1]

    def date(self) -> datetime.date | None:
        """The day, where all of it is known and the calendar has it."""
        known = self.year and self.month and self.month <= 12 and self.day and self.valid
        return datetime.date(self.year, self.month, self.day) if known else None  # type: ignore[arg-type]

    def day_only(self) -> Moment:
        """The day without its time."""
        return self._replace(hour=None, minute=None)

    def plus_years(self, years: int) -> Moment:
        """The same month and day of another year."""
        return self._replace(year=None if self.year is None else min(max(self.year + years, 1), 9999))

    def plus_months(self, months: int) -> Moment:
        """That many months later (earlier if negative); a day that the month lacks becomes its last."""
        if self.month is None:
            return self
        years, month = divmod(self.month - 1 + months, 12)
        moved = self.plus_years(years)._replace(month=month + 1)
        return moved._replace(day=moved.day and min(moved.day, monthrange(moved.year or 2000, month + 1)[1]))

    def plus_days(self, days: int) -> Moment:
        """That many days later (earlier if negative); the moment itself where its day is not known, or the calendar ends.

        Without a year it is what every year says; around the end of February nobody can say.
        """
        if self.year is None:
            common, leap = (self._replace(year=year).plus_days(days) for year in (2001, 2004))
            return common._replace(year=None) if (common.month, common.day) == (leap.month, leap.day) else UNKNOWN_DAY
        date = self.date()
        try:
            return of_date(date + datetime.timedelta(days)) if date else self
        except OverflowError:
            return self

    def next_weekday(self, weekday: int) -> Moment:
        """The first such day of the week on or after a known day; 0 is Monday."""
        date = self.date()
        return self.plus_days((weekday - date.weekday()) % 7) if date else self

    def monday(self) -> Moment:
        """The Monday of a known day's week."""
        date = self.date()
        return self.plus_days(-date.weekday()) if date else self

    def month_end(self) -> Moment:
        """The last day of the month; the 28th of a February whose year is not known."""
        return self._replace(day=monthrange(self.year or 2001, self.month)[1]) if self.month else self


UNKNOWN_DAY = Moment(None, 0, 0)


def of_date(date: datetime.date) -> Moment:
    """The moment of a calendar day."""
    return Moment(date.year, date.month, date.day)


def _two(number: int | None) -> str:
    return f"{number:02d}" if number else "XX"


class Period(NamedTuple):
    """From the first moment to the last, both of them in it; None is an open end. `about` marks it as approximate."""

    first: Moment | None
    last: Moment | None
    about: bool = False

    @property
    def single(self) -> Moment | None:
        """The one moment that the period is, if it is one."""
        return self.first if self.first == self.last else None

    @property
    def edtf(self) -> str:
        """EDTF text: a single date, or an interval with `..` for an open end."""
        single = self.single
        if single:
            return single.edtf + ("~" if self.about else "")
        return f"{self.first.edtf if self.first else '..'}/{self.last.edtf if self.last else '..'}"

    @property
    def end(self) -> Moment:
        """The last moment that is known."""
        return self.last or self.first or Moment(None)

    @property
    def valid(self) -> bool:
        """Whether the calendar has both ends."""
        return (self.first is None or self.first.valid) and (self.last is None or self.last is self.first or self.last.valid)


def at(year: int | None, month: int | None = None, day: int | None = None) -> Period:
    """The period that is one year, month or day."""
    moment = Moment(year, month, day)
    return Period(moment, moment)


def just(moment: Moment) -> Period:
    """The period that is one moment."""
    return Period(moment, moment)


def span(first: Moment, last: Moment) -> Period:
    """The period from one moment to another."""
    return Period(first, last)


def days(first: Moment, count: int) -> Period:
    """So many days from a day on."""
    return Period(first, first.plus_days(count - 1))


_TOLD_YEARS = frozenset(
    {
        "numeric",
        "numeric_months",
        "numeric_month",
        "years",
        "year",
        "chinese_year",
        "roc_year",
        "bare_roc_year",
        "numbered_year",
        "two_digits",
    }
)


class Reading(NamedTuple):
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


def kind_of(period: Period, kind: Kind) -> Kind:
    """The kind of a reading by the ends that its period has."""
    if period.first is None or period.last is None:
        return "until" if period.first is None else "since"
    return "period" if period.first != period.last and kind == "date" else kind
