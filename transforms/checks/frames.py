"""The sentences of a page as the checks read them: text in which each statistic is one circled letter.

Ⓛ is a level (a count, an amount of money, a time), Ⓢ a share or rate in percent, Ⓡ a rank; Ⓓ is a difference, Ⓒ a change in percent,
Ⓣ one in percentage points, Ⓜ one in times. 办理7985件,同比增加2765件,提高52.9% is 办理Ⓛ,同比增加Ⓓ,提高Ⓒ.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from transforms.checks.amounts import Amount, Number, amount
from transforms.records import Page, Statistic

NUMBERS = "ⓁⓈⓇⒹⒸⓉⓂ"
GAP = f"[^{NUMBERS}。;]"  # a character between two numbers of one statement
_LETTERS = {
    ("level", "percent"): "Ⓢ",
    ("change", "percent"): "Ⓒ",
    ("change", "percentage_point"): "Ⓣ",
    ("change", "times"): "Ⓜ",
}
_OTHERS = {"level": "Ⓛ", "change": "Ⓓ", "rank": "Ⓡ"}
_ALIKE = {word: group[0] for group in ("人名位口", "起件宗例", "处个") for word in group}
_LETTER = re.compile(f"[{NUMBERS}]")
_REACH = 300  # characters; what stands further apart belongs to other statements


def thing_of(fact: Number) -> tuple[str, str | None]:
    """What is counted or measured, by unit and measure word: only like can be added, divided or compared."""
    word = fact.classifier
    return fact.unit, _ALIKE.get(word, word) if word else None


@dataclass(frozen=True)
class Stated:
    """A statistic with the words that state it, None where a character of them is lost."""

    fact: Statistic
    words: str | None

    @cached_property
    def amount(self) -> Amount | None:
        """The amount that the words leave open; None where the statistic cannot be taken at its word. Most are never asked for it."""
        return None if self.words is None else amount(self.fact, self.words)

    @property
    def thing(self) -> tuple[str, str | None]:
        """What is counted or measured."""
        return thing_of(self.fact)


class Frame(NamedTuple):
    """A sentence: `code` is its text with a letter for each statistic, and `places` tells where in it each of `stated` is."""

    code: str
    places: tuple[int, ...]
    stated: tuple[Stated, ...]

    def number(self, match: re.Match[str], name: str) -> Stated:
        """The statistic that a named group of a match stands for."""
        return self.at(match.start(name))

    def at(self, place: int) -> Stated:
        """The statistic at a place of the code."""
        return self.stated[bisect_left(self.places, place)]

    def within(self, start: int, end: int) -> tuple[Stated, ...]:
        """The statistics from `start` to before `end` of the code."""
        return self.stated[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def levels_before(self, place: int) -> tuple[Stated, ...]:
        """The levels that stand before a place of the code, and not far."""
        return tuple(stated for stated in self.within(place - _REACH, place) if stated.fact.kind == "level")

    def levels_from(self, place: int) -> tuple[Stated, ...]:
        """The levels that stand at a place of the code and behind it, and not far."""
        return tuple(stated for stated in self.within(place, place + _REACH) if stated.fact.kind == "level")


def frames(page: Page, statistics: Sequence[Statistic]) -> Iterator[Frame]:
    """The frames of a page, in order."""
    for sentence, group in groupby(statistics, key=attrgetter("sentence")):
        yield _frame(page, sentence, sorted((fact for fact in group if not _year(fact)), key=attrgetter("start")))


def _frame(page: Page, sentence: tuple[int, int], facts: Sequence[Statistic]) -> Frame:
    text, (done, end) = page.text.text, (_place(page, at) for at in sentence)
    code, places, stated = "", [], []
    for fact in facts:
        start, after = _place(page, fact.start), _place(page, fact.end)
        code += _plain(text[done:start])
        places.append(len(code))
        code += _LETTERS.get((fact.kind, fact.unit), _OTHERS[fact.kind])
        stated.append(Stated(fact, None if _torn(text, start) else text[start:after]))
        done = after
    return Frame(code + _plain(text[done:end]), tuple(places), tuple(stated))


def _place(page: Page, raw: int) -> int:
    """The place in the clean text of a raw offset."""
    return bisect_left(page.text.starts, raw)


def _plain(text: str) -> str:
    return _LETTER.sub("?", text)


def _year(fact: Statistic) -> bool:
    """Whether a duration must be a year of some calendar (较112年减少)."""
    return fact.unit == "a" and fact.value > 100


def _torn(text: str, start: int) -> bool:
    """Whether a character before the number is lost, which may have been a digit of it (?6名)."""
    return text[start - 1 : start] in {"?", "\N{REPLACEMENT CHARACTER}"}
