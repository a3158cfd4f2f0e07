"""One pass over a text for all words that the reading of programmes begins with."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.facts.context import Context
from transforms.facts.programmes.leads import Leads
from transforms.facts.programmes.vocabulary import heads, known, role

BARE = heads("strong", "graded", "engineering", "measures", "offered", "team", "held")


class Word(NamedTuple):
    """A well-known name or a head in its place."""

    start: int
    end: int
    word: str


class Scanned(NamedTuple):
    """The verbs that may introduce a name, and the names and heads, each in order; these only where the text states facts."""

    leads: Leads
    words: list[Word]


class _Scanner(NamedTuple):
    matcher: ahocorasick_rs.AhoCorasick
    words: tuple[str, ...]
    verbs: int


@cache
def _scanner() -> _Scanner:
    verbs = sorted(role("adopt", "build", "founded", "reject"))
    names = [name for name, entry in known().items() if not entry.quoted]
    words = (*verbs, *sorted({*names, *BARE.kinds} - set(verbs)))
    return _Scanner(ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), words, len(verbs))


def scan(text: str, context: Context) -> Scanned:
    """The words of a text that the reading of programmes begins with; the longest where several begin at one place."""
    scanner = _scanner()
    hits = scanner.matcher.find_matches_as_indexes(text)
    verbs = [hit for hit in hits if hit[0] < scanner.verbs]
    leads = Leads(text, [end for _, _, end in verbs], [scanner.words[index] for index, _, _ in verbs])
    starts = [line.start for line in context.lines]
    ends = [line.end for line in context.lines]
    found = (Word(start, end, scanner.words[index]) for index, start, end in hits if index >= scanner.verbs)
    return Scanned(leads, [word for word in found if bisect_right(starts, word.start) > bisect_right(ends, word.start)])
