"""The words for posts, and where a text uses them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.lexicon import table, words

Sort = Literal["police", "state", "neutral", "honour"]
_AUTHORS = ("journalist", "editor")


@dataclass(frozen=True, slots=True)
class Title:
    """A word for a post.

    `sort` says whose post it is: of the `police` (fire and border forces included) or the `state` by the word alone; `neutral` ones are
    what the organisation is, and without one what `bare` says; an `honour` only stands in a row of posts. `units` are the last words of
    the organisations that have such a post.
    """

    word: str
    sort: Sort
    bare: Literal["official", "officer"]
    units: tuple[str, ...]


class Site(NamedTuple):
    """A word for a post at its place in the text."""

    start: int
    end: int
    title: Title


def posts(text: str) -> list[Site]:
    """The words for posts in office, in order and apart from one another."""
    matcher, titles = _matcher()
    return [Site(start, end, titles[number]) for number, start, end in matcher.find_matches_as_indexes(text)]


@cache
def author_titles() -> Mapping[str, Literal["journalist", "editor"]]:
    """The words for authors and editors, with what each is."""
    rows = [(row["word"], row["class"]) for row in table("titles")]
    return {word: "journalist" if sort == "journalist" else "editor" for word, sort in rows if sort in _AUTHORS}


@cache
def _matcher() -> tuple[AhoCorasick, tuple[Title, ...]]:
    """One pass over a text, leftmost and longest."""
    found = tuple(_title(row) for row in table("titles") if row["class"] not in _AUTHORS)
    return AhoCorasick([title.word for title in found], matchkind=MatchKind.LeftmostLongest), found


def _title(row: Mapping[str, str]) -> Title:
    sort, bare = cast(Sort, row["class"]), cast(Literal["official", "officer"], row["bare"] or "official")
    return Title(row["word"], sort, bare, tuple(row["unit"].split()))


@cache
def private_words() -> frozenset[str]:
    """The words for residents, victims and suspects: those whom the data does not hold."""
    return frozenset(words("private_words", "word"))
