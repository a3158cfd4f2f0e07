"""Checks across articles: one claim with two values, a change that two levels contradict, a series that jumps.

Articles are compared only on what they state exactly, of one place, indicator and offence, for a closed period of a month or more. Numbers
that are worlds apart are of two things, and small ones may be of a single case: a contradiction missed costs less than a false alarm.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import groupby
from typing import Literal
from unicodedata import normalize

from transforms.checks.amounts import HUNDRED, Amount, amount, implied, label, told
from transforms.checks.frames import thing_of
from transforms.lexicon import alternation
from transforms.records import AcrossRule, Claim, Comparison

_VAGUE = frozenset(
    {"other", "rank", "duration", "response_time", "satisfaction", "efficiency", "distance_or_area", "people_helped", "activities"}
)
_LEAST_DAYS, _LEAST_COUNT = 28, 20
_APART = 2  # times
_REVISED = Decimal(1)  # percentage points that a change may be off, where last year's figure was revised since
_JUMP = 5  # times
_WHOLE_YEAR = re.compile(r"\d{4}")

_Series = Mapping[tuple[str, tuple[str, str | None]], Mapping[str, Claim]]


def across(claims: Sequence[Claim]) -> Iterator[Comparison]:
    """What the checks find in the claims about one place, indicator and offence, those published first first."""
    plain = _unambiguous([claim for claim in claims if _comparable(claim)])
    series = _series(plain)
    yield from _one_claim_two_values(plain)
    yield from _changes_of_levels(plain, series)
    yield from _jumps(series)


def _comparable(claim: Claim) -> bool:
    exact = claim.bound == "exact" and claim.value_high is None
    told_apart = claim.unit != "count" or claim.value >= _LEAST_COUNT
    return exact and told_apart and claim.days >= _LEAST_DAYS and claim.indicator not in _VAGUE


def _unambiguous(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of which an article says one thing only."""
    values = defaultdict(set)
    for claim in claims:
        values[claim.article_id, _claimed(claim)].add(claim.value)
    return [claim for claim in claims if len(values[claim.article_id, _claimed(claim)]) == 1]


def _claimed(claim: Claim) -> tuple[object, ...]:
    """What is claimed, but for its value."""
    return _metric(claim.metric), claim.period, thing_of(claim), claim.kind, claim.direction, claim.comparison


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(alternation("metric_fillers", "word"))


def _metric(metric: str) -> str:
    """A metric less the words that one article has and another leaves out (接报刑事警情, 刑事警情)."""
    return _fillers().sub("", metric) or metric


def _one_claim_two_values(claims: Sequence[Claim]) -> Iterator[Comparison]:
    ordered = sorted(claims, key=lambda claim: repr(_claimed(claim)))  # stable: the first published stays first
    for _, group in groupby(ordered, key=_claimed):
        first, *later = group
        for claim in later:
            if claim.article_id != first.article_id and _contradict(first, claim):
                yield _compared("one_claim_two_values", "fails", (claim, first), _words(first))


def _contradict(first: Claim, second: Claim) -> bool:
    one, other = _amount(first), _amount(second)
    near = max(first.value, second.value) <= _APART * min(first.value, second.value)
    return one is not None and other is not None and near and not one.meets(other)


def _series(claims: Sequence[Claim]) -> _Series:
    """The levels of each thing by their periods, as they were published first."""
    found: dict[tuple[str, tuple[str, str | None]], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.kind == "level":
            found[_metric(claim.metric), thing_of(claim)].setdefault(claim.period, claim)
    return found


def _changes_of_levels(claims: Sequence[Claim], series: _Series) -> Iterator[Comparison]:
    """A change in percent against the level beside it and that of the year before in another article."""
    levels = {(claim.article_id, _metric(claim.metric), claim.period): claim for claim in claims if claim.kind == "level"}
    for claim in claims:
        now = levels.get((claim.article_id, _metric(claim.metric), claim.period))
        if claim.kind != "change" or claim.unit != "percent" or claim.comparison != "yoy" or now is None or now.unit == "percent":
            continue
        before = series[_metric(now.metric), thing_of(now)].get(_year_before(now.period))
        if before is not None and before.article_id != claim.article_id:
            yield from _change_of(claim, before, now)


def _change_of(claim: Claim, before: Claim, now: Claim) -> Iterator[Comparison]:
    sign = -1 if claim.direction == "down" else 1

    def percentage(old: Decimal, new: Decimal) -> Decimal:
        return sign * (new - old) * HUNDRED / old

    wanted, stated = implied(percentage, [_amount(before), _amount(now)]), _amount(claim)
    if wanted is not None and stated is not None:
        near = stated.meets(Amount(wanted.value, wanted.low - _REVISED, wanted.high + _REVISED))
        if stated.meets(wanted) or not near:
            yield _compared("change_of_levels", "holds" if near else "fails", (claim, before, now), f"{told(wanted.value)}%")


def _jumps(series: _Series) -> Iterator[Comparison]:
    """Of three years in a row the middle one many times more, or less, than both others."""
    for periods in series.values():
        for year, middle in periods.items():
            before, after = periods.get(_year_before(year)), periods.get(_year_after(year))
            if _WHOLE_YEAR.fullmatch(year) and before is not None and after is not None and before.value > 0 < after.value:
                low, high = sorted((before.value, after.value))
                if middle.value > _JUMP * high or middle.value * _JUMP < low:
                    yield _compared("series_jump", "fails", (middle, before, after), f"{told(low)}-{told(high)}{label(middle)}")


def _compared(rule: AcrossRule, result: Literal["holds", "fails"], claims: Sequence[Claim], expected: str) -> Comparison:
    return Comparison(rule, result, tuple(claim.fact_id for claim in claims), expected, _words(claims[0]))


def _words(claim: Claim) -> str:
    return f"{told(claim.value)}{label(claim)}"


def _amount(claim: Claim) -> Amount | None:
    return amount(claim, normalize("NFKC", claim.quote))


def _year_before(period: str) -> str:
    return re.sub(r"\d{4}", lambda year: f"{int(year.group()) - 1:04}", period)


def _year_after(period: str) -> str:
    return re.sub(r"\d{4}", lambda year: f"{int(year.group()) + 1:04}", period)
