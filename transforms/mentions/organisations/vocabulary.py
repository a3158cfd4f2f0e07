"""The words by which organisations are called, and where a text uses them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.lexicon import table


@dataclass(frozen=True, slots=True)
class Word:
    """A word for an organisation.

    `role` is how it finds its full name (see `reading.py`), `full` the word in its full form, `institution` the row of
    `seeds/institutions.csv` that names it, `bare` whether it may stand without a place, `only` the beginning of the codes of the region
    that uses it.
    """

    text: str
    role: str
    kind: str
    institution: str
    full: str
    bare: bool
    only: str


class Site(NamedTuple):
    """A word for an organisation at its place in the text."""

    start: int
    end: int
    word: Word


@cache
def vocabulary() -> Mapping[str, tuple[Word, ...]]:
    """The words by their text; those of one region before those of all."""
    found: dict[str, list[Word]] = defaultdict(list)
    for r in table("organisations"):
        found[r["word"]].append(
            Word(r["word"], r["role"], r["kind"], r["institution"], r["name"] or r["word"], r["bare"] == "yes", r["only"])
        )
    return MappingProxyType({text: tuple(sorted(words, key=lambda word: not word.only)) for text, words in found.items()})


def sites(text: str, home: str | None) -> list[Site]:
    """The words for organisations in the text, in order and apart from one another, as a paper of that place uses them."""
    matcher, used = _matcher(home[:2] if home and home[:2] in _own_regions() else "")
    return [_site(start, end, used[number]) for number, start, end in matcher.find_matches_as_indexes(text)]


def _site(start: int, end: int, word: Word) -> Site:
    """The word there; of 公安部署, which would hide 公安 behind 公安部, the head alone."""
    if word.role != "head":
        return Site(start, end, word)
    return Site(start, start + len(word.full), vocabulary()[word.full][-1])


@cache
def _own_regions() -> frozenset[str]:
    return frozenset(word.only for words in vocabulary().values() for word in words if word.only)


@cache
def _matcher(region: str) -> tuple[AhoCorasick, tuple[Word, ...]]:
    """One pass over a text, leftmost and longest, for the words of all and of the region."""
    used = [word for words in vocabulary().values() for word in words if region.startswith(word.only)]
    first = {word.text: word for word in reversed(used)}
    return AhoCorasick(list(first), matchkind=MatchKind.LeftmostLongest), tuple(first.values())
