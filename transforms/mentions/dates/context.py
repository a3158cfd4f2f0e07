"""What a date is read in: the reference, the date before it, and what that leaves to be understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from transforms.mentions.dates.model import Moment, Period, Reference, of_date


class Context(NamedTuple):
    """What an expression is read in.

    `before` is the last date in the same paragraph. `joined` says that the expression goes on from it (the far end of a range, the
    next of a list). `ahead` says that the clause speaks of what is to come, or that the expression stands alone on its line and so
    tells no story: its months are then of the reference year.
    """

    reference: Reference
    before: Period | None = None
    joined: bool = False
    ahead: bool = False


Resolve = Callable[[re.Match[str], Period | None, Context], Period | None]


class Rule(NamedTuple):
    """A construction: its name, its pattern, and what it means.

    `opens` are the characters that it can begin with; `inner` says that it needs a longer time before it (a weekday its week).
    `resolve` takes the match, the period that the words before it name (a month is read within its year) and the context; it gives
    None where the words are no date after all. `then` is the first level that may follow.
    """

    name: str
    pattern: str
    opens: str
    resolve: Resolve
    then: int
    inner: bool


def rule(pattern: str, *, opens: str, then: int, inner: bool = False) -> Callable[[Resolve], Rule]:
    """Make a rule of the function that says what the pattern means; the function's name and docstring are the rule's."""
    return lambda resolve: Rule(resolve.__name__, pattern, opens, resolve, then, inner)


FIGURES = "0123456789"

YEAR, PART, EDGE, DAY, CLOCK, END = range(6)


def day_before(context: Context) -> Moment | None:
    """The last day in the same paragraph, if one was told."""
    last = context.before.end if context.before else None
    return last.day_only() if last and last.day else None


def year_of(month: int, context: Context) -> int | None:
    """The year of a month that is told without one.

    It is the year of the date before it in the paragraph, but for the day of publication; else the reference year. News tells what
    happened: a month that lies after the month of publication belongs to the year before, unless the clause looks ahead. The month right
    after publication is looked forward to, but in January, when newspapers review the year before.
    """
    before = context.before.end if context.before else None
    reference = context.reference
    if before and before.year and (context.joined or reference.date is None or before.date() != reference.date):
        return _year_after(before, month, context)
    published = reference.month
    if reference.year is None or published is None or context.ahead:
        return reference.year
    review = month > published + 1 or (published == 1 and month > 1)
    return reference.year - 1 if review else reference.year


def _year_after(before: Moment, month: int, context: Context) -> int | None:
    """The year of the date before, or the next where the story runs from the end of a year into the new one."""
    if before.year is None or context.joined:
        return before.year
    runs_over = bool(before.month) and before.month >= 11 and month <= 2  # type: ignore[operator]
    latest = context.reference.year
    return before.year + 1 if runs_over and (latest is None or before.year < latest) else before.year


def month_of(day: int, context: Context) -> Moment:
    """The year and month of a day that is told without them: of the date before it, else the last such day up to publication."""
    before = context.before.end if context.before else None
    if before and before.month:
        return Moment(before.year, before.month)
    published = context.reference.date
    if published is None:
        return Moment(None, 0)
    month = Moment(published.year, published.month)
    return month.plus_months(-1) if day > published.day and not context.ahead else month


def base_year(context: Context) -> int | None:
    """The year that 上年 and 前三年 count from: of the date before it in the paragraph, else the reference year."""
    before = context.before.end.year if context.before else None
    return before if before is not None else context.reference.year


def today(context: Context) -> Moment | None:
    """The day that 今天 and 三天前 count from."""
    return of_date(context.reference.date) if context.reference.date else None
