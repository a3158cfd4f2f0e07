"""Rules: each has a name, a sentence of documentation and examples that are also its tests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Rule(Generic[Given, Found]):
    """How one construction is read: `apply` answers None where the construction is another.

    In an example the number that the rule is about stands between 〔 and 〕.
    """

    name: str
    documentation: str
    examples: tuple[str, ...]
    apply: Callable[[Given], Found | None]


def rule(*examples: str) -> Callable[[Callable[[Given], Found | None]], Rule[Given, Found]]:
    """Make a rule of a function: its name and docstring become the rule's own."""

    def decorate(function: Callable[[Given], Found | None]) -> Rule[Given, Found]:
        return Rule(function.__name__.strip("_"), (function.__doc__ or "").strip(), examples, function)

    return decorate


OfUnits = Mapping[frozenset[str | None], tuple[Rule[Given, Found], ...]]
"""Rules that only numbers of some units can meet (None is a number without one)."""


def meeting(unit: str | None, rules: Sequence[Rule[Given, Found]], of_units: OfUnits[Given, Found]) -> tuple[Rule[Given, Found], ...]:
    """The rules, in their order, less those that only numbers of other units can meet."""
    never = [known for units, found in of_units.items() if unit not in units for known in found]
    return tuple(known for known in rules if known not in never)


def first(rules: tuple[Rule[Given, Found], ...], given: Given) -> tuple[str, Found] | None:
    """The name and answer of the first rule that reads what is given."""
    for candidate in rules:
        found = candidate.apply(given)
        if found is not None:
            return candidate.name, found
    return None
