"""How far left a noun phrase reaches."""

from __future__ import annotations

import re
from typing import NamedTuple

import rjieba

from transforms.facts.programmes.vocabulary import role

EDGE = re.compile(r"[,。;:!?、“”‘’《》\n…—/|(){}<>\s]")
_LAST_EDGE = re.compile(f".*{EDGE.pattern}", re.DOTALL)
_WIDEST = 24
_STOPS = ("stop", "adopt", "build", "founded")
_MEASURE = "[个项套支批条种类家次场处名期轮间座台]"
_COUNT = re.compile(rf"[0-9一二两三四五六七八九十百几余近约N]+(?:多|余)?{_MEASURE}?|第[一二三四五六七八九十]|{_MEASURE}")


_FORMULA = re.compile(r"[0-9A-Za-z一二三四五六七八九十]{1,3}(?:\+[0-9A-Za-z一二三四五六七八九十]{1,3})+$")


class Modifiers(NamedTuple):
    """The words before a head that belong to its noun phrase, and where they begin."""

    start: int
    words: tuple[str, ...]

    @property
    def telling(self) -> int:
        """How many of their characters tell the thing from others of its sort."""
        generic = role("generic", *_STOPS)
        return sum(len(word) for word in self.words if word not in generic and len(word) > 1)


def modifiers(text: str, head: int) -> Modifiers:
    """The modifiers of a head that begins at an offset: they begin behind the last word that is no part of a name."""
    low = max(0, head - _WIDEST)
    edge = _LAST_EDGE.match(text, low, head)
    low = edge.end() if edge else low
    first, at = low, low
    words: list[str] = []
    stops = role(*_STOPS)
    cut = list(rjieba.cut(text[low:head]))
    compound = _compound(cut)
    for index, word in enumerate(cut):
        at += len(word)
        words.append(word)
        if (word in stops and index < compound) or _COUNT.fullmatch(word):
            first, words = at, []
    formula = _FORMULA.search(text, low, first)
    return Modifiers(formula.start() if formula else first, tuple(words))


_LEADING = frozenset({"推进", "深化", "强化", "促进"})  # 推进 | 农村警务改革, but 农村 | 推进 | 工程


def _compound(words: list[str]) -> int:
    """The index of the first of the last words that make one noun with the head: 提升 of 物业 | 提升 | 工程."""
    at, nominal, generic = len(words), role("nominal"), role("generic")
    while at and (words[at - 1] in nominal or words[at - 1] in generic) and not (at < len(words) and words[at - 1] in _LEADING):
        at -= 1
    return at
