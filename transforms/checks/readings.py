"""Readings: one number of a sentence as what others imply.

A number that some reading bears out holds; it is wrong only where none does and the words themselves say how it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from transforms.aligned import Span
from transforms.checks.amounts import Amount, implied, label, told
from transforms.checks.frames import Frame, Stated
from transforms.facts.rules import Rule
from transforms.records import Finding, Result

_ROOM = Decimal("1.5")  # of a percentage without decimals, rounded or cut off
_WEIGHTS = {"holds": 3, "impossible": 2, "fails": 1}


class Reading(NamedTuple):
    """A number and what implies it. A `certain` reading is what the words say; another is worth telling only where the number agrees."""

    target: Stated
    sources: tuple[Stated, ...]
    expected: str
    stated: str
    result: Result
    certain: bool

    @property
    def weight(self) -> int:
        """How much the reading says of its number: that it agrees, that it cannot be, that it does not agree, or nothing."""
        return _WEIGHTS[self.result] if self.certain or self.result == "holds" else 0

    def finding(self, rule: str) -> Finding:
        """The finding that the reading gives; its first fact is the number that was checked."""
        spans = tuple(Span(stated.fact.start, stated.fact.end) for stated in (self.target, *self.sources))
        return Finding(rule, self.result, spans, self.expected, self.stated)


Check = Rule[Frame, Iterator[Reading]]


def chosen(readings: Iterable[tuple[str, Reading]]) -> tuple[Finding, ...]:
    """The findings of readings with the names of their rules: one for each number that was read, from the reading that says most of it."""
    best: dict[tuple[int, int], tuple[str, Reading]] = {}
    for rule, reading in readings:
        key = reading.target.fact.start, reading.target.fact.end
        if reading.weight > (best[key][1].weight if key in best else 0):
            best[key] = rule, reading
    return tuple(reading.finding(rule) for _, (rule, reading) in sorted(best.items(), key=lambda item: item[0]))


def computed(target: Stated, sources: Sequence[Stated], function: Callable[..., Decimal], certain: bool) -> Iterator[Reading]:
    """The reading of a number as a function, monotonic in each argument, of others."""
    return compared(target, sources, implied(function, [source.amount for source in sources]), certain)


def compared(target: Stated, sources: Sequence[Stated], wanted: Amount | None, certain: bool) -> Iterator[Reading]:
    """The reading of a number as an amount that others imply; none where one of them cannot be taken at its word."""
    if wanted is not None and target.amount is not None:
        result: Result = "holds" if target.amount.meets(wanted) else "fails"
        yield Reading(target, tuple(sources), _expected(wanted, target), words(target, wanted), result, certain)


def contradicted(target: Stated, sources: Sequence[Stated], expected: str) -> Reading:
    """The reading of a number that cannot be: `expected` says what could."""
    return Reading(target, tuple(sources), expected, words(target), "impossible", certain=True)


def sharp(stated: Stated) -> bool:
    """Whether a number is exact enough for an agreement to be no chance."""
    if stated.fact.bound != "exact" or stated.amount is None:
        return False
    return stated.amount.room <= (_ROOM if stated.fact.unit in {"percent", "percentage_point"} else abs(stated.fact.value) / 40)


def words(stated: Stated, wanted: Amount | None = None) -> str:
    """What the article states and, where a value is wanted, how the one comes from the other: rounded or cut off."""
    fact = stated.fact
    high = "" if fact.value_high is None else f"-{told(fact.value_high, 9)}"
    text = f"{told(fact.value, 9)}{high}{label(fact)}"
    return (
        f"{fact.bound} {text}" if fact.bound != "exact" else text + (_rounding(stated.amount, wanted) if stated.amount and wanted else "")
    )


def _rounding(stated: Amount, wanted: Amount) -> str:
    if not stated.step or wanted.value == stated.value or not stated.low <= wanted.value <= stated.high:
        return ""
    return ", rounded" if abs(wanted.value - stated.value) <= stated.step / 2 else ", truncated"


def _expected(wanted: Amount, target: Stated) -> str:
    """What is expected, as one value or, where its sources leave room, as a range."""
    low, high = told(wanted.low), told(wanted.high)
    return f"{told(wanted.value) if low == high else f'{low}-{high}'}{label(target.fact)}"
