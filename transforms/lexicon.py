"""The seeds as read-only tables: each CSV of `seeds/` is read once a process, and never written."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def table(name: str) -> tuple[MappingProxyType[str, str], ...]:
    """The rows of `seeds/NAME.csv`, each a mapping from column to text; FileNotFoundError where there is no such table."""
    text = files("seeds").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    header, *rows = csv.reader(text.splitlines())
    return tuple(MappingProxyType(dict(zip(header, row, strict=True))) for row in rows)


@cache
def words(name: str, column: str, **equal: str) -> tuple[str, ...]:
    """The words of one column of `seeds/NAME.csv`, longest first, from the rows whose other columns equal what is given."""
    found = {row[column] for row in table(name) if all(row[key] == value for key, value in equal.items())}
    return tuple(sorted(found - {""}, key=lambda word: (-len(word), word)))


@cache
def alternation(name: str, column: str, **equal: str) -> str:
    """The same words as a regular expression that matches any of them, the longest first."""
    return "(?:" + "|".join(map(re.escape, words(name, column, **equal))) + ")"
