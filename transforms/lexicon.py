"""The seeds as read-only tables: each CSV of `seeds/` is read once a process, and never written."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of `seeds/NAME.csv`, each a mapping from column to text; FileNotFoundError where there is no such table."""
    text = files("seeds").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    return tuple([dict(zip(header, row, strict=True)) for row in rows])


@cache
def words(name: str, column: str, **equal: str) -> tuple[str, ...]:
    """The words of one column of `seeds/NAME.csv`, longest first, from the rows whose other columns equal what is given."""
    found = _grouped(name, column, tuple(equal)).get(tuple(equal.values()), set())
    return tuple(sorted(found - {""}, key=lambda word: (-len(word), word)))


@cache
def _grouped(name: str, column: str, others: tuple[str, ...]) -> Mapping[tuple[str, ...], set[str]]:
    """The words of one column by what other columns say of them, so that many kinds of words take one way through the table."""
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in table(name):
        groups[tuple([row[other] for other in others])].add(row[column])
    return groups


@cache
def alternation(name: str, column: str, **equal: str) -> str:
    """The same words as a regular expression that matches any of them, the longest first."""
    return "(?:" + "|".join(map(re.escape, words(name, column, **equal))) + ")"
