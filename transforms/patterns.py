"""Regular expressions that are compiled when they are first used: who reads one article waits for none that it does not need."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A regular expression by its text, for those that stand in tables."""
    return re.compile(pattern)


_ASIDE = re.compile(
    r"\(\?<?!(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[\^[^]]*\]"  # what must not stand there
    r"|\((?:\?:)?[^()]*\)[?*]|\[[^]]*\][?*]|.[?*]"  # what need not stand there
)
_CLASS = re.compile(r"\[([^]]*)\]")
_LITERAL = re.compile("[一-鿿A-Za-z]+")


def literals(pattern: str) -> frozenset[str]:
    """Words of which at least one stands in whatever a pattern finds; none where it may find anything."""
    needed = _CLASS.sub(lambda match: " ".join(f" {match[1]} "), _ASIDE.sub(" ", pattern))
    return frozenset(_LITERAL.findall(needed))


def seldom(pattern: str) -> re.Pattern[str]:
    """A regular expression that few texts need: what `re.compile` gives, but compiled at its first use."""
    return cast("re.Pattern[str]", _Seldom(pattern))


class _Seldom:
    """A pattern that takes over the methods of the compiled one when the first of them is asked for."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        expression = re.compile(self.pattern)
        vars(self).update({method: getattr(expression, method) for method in _METHODS})
        return vars(self)[name]
