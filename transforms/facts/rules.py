"""Rules: each has a name, a sentence of documentation and examples that are also its tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")

Units = frozenset[str | None]
"""Short names of units; None is a number without one."""

Classifiers = frozenset[str | None]
"""Words that count, as they are written (起, 名); None is a number without one."""

Numerals = Literal["figures", "characters"]
"""How a number is written: 12, 十二."""

Signs = frozenset[str]
"""What stands next to a number, as a table of rules has it: most rules look for something there before anything else."""

MONEY: Units = frozenset({"CNY", "HKD", "TWD", "USD", "MOP", "EUR", "GBP", "JPY", "KRW"})
TIME: Units = frozenset({"s", "min", "h", "d", "wk", "month", "a", "季度"})
PERSONS: Classifiers = frozenset({"人", "名", "位"})
OF_PEOPLE: Classifiers = PERSONS | {"人次"}


@dataclass(frozen=True, slots=True)
class Rule(Generic[Given, Found]):
    """How one construction is read: `apply` answers None where the construction is another.

    In an example the number that the rule is about stands between 〔 and 〕.
    """

    name: str
    documentation: str
    examples: tuple[str, ...]
    apply: Callable[[Given], Found | None]
    units: Units | None = None
    classifiers: Classifiers | None = None
    numerals: Numerals | None = None
    signs: Signs | None = None


def rule(
    *examples: str,
    units: Units | None = None,
    classifiers: Classifiers | None = None,
    numerals: Numerals | None = None,
    signs: Signs | None = None,
) -> Callable[[Callable[[Given], Found | None]], Rule[Given, Found]]:
    """Make a rule of a function with its name and docstring.

    Numbers of other `units`, `classifiers` or `numerals`, and those with none of the `signs` at their sides, never meet it.
    """

    def decorate(function: Callable[[Given], Found | None]) -> Rule[Given, Found]:
        name, documentation = function.__name__.strip("_"), (function.__doc__ or "").strip()
        return Rule(name, documentation, examples, function, units, classifiers, numerals, signs)

    return decorate


def meeting(
    rules: Iterable[Rule[Given, Found]], unit: str | None, classifier: str | None, signs: Signs, numerals: Numerals | None = None
) -> tuple[Rule[Given, Found], ...]:
    """The rules, in their order, that a number of the unit, with the classifier and signs, in such numerals, can meet."""
    rules = (known for known in rules if known.signs is None or not known.signs.isdisjoint(signs))
    written = (known for known in rules if None in {known.numerals, numerals} or known.numerals == numerals)
    counted = (known for known in written if known.classifiers is None or classifier in known.classifiers)
    return tuple(known for known in counted if known.units is None or unit in known.units)


def signs_of(rules: Iterable[Rule[Given, Found]]) -> Signs:
    """All signs that some rule asks for."""
    return frozenset().union(*(known.signs for known in rules if known.signs is not None))


def first(rules: tuple[Rule[Given, Found], ...], given: Given) -> tuple[str, Found] | None:
    """The name and answer of the first rule that reads what is given."""
    for candidate in rules:
        found = candidate.apply(given)
        if found is not None:
            return candidate.name, found
    return None
