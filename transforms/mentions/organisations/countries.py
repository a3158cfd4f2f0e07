"""Other countries, whose authorities are none of ours: 越南公安部, 美国移民海关执法局."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.aligned import Span
from transforms.lexicon import words


def countries(text: str) -> tuple[Span, ...]:
    """Where the text names another country, in order."""
    return tuple(Span(start, end) for _, start, end in _names().find_matches_as_indexes(text))


@cache
def _names() -> AhoCorasick:
    return AhoCorasick(words("raid_places", "word", kind="country"), matchkind=MatchKind.LeftmostLongest)
