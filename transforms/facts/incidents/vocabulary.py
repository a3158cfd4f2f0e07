"""What the reading of incidents knows of words: `seeds/incident_words.csv`, `seeds/incident_signs.csv`."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Literal, NamedTuple

import ahocorasick_rs

from transforms.lexicon import table

Sign = Literal["told", "somebody", "person", "vague", "occurred", "distant", "unreal", "staged", "neutral"]

_NOT_CALLED = "(?<![警案助报电映]称“)(?<![警案助报电映]称[,:]“)"  # 报警称, 求助称
_SAID = "(?:(?<=[:说道喊问答绍]“)|(?<=[绍示],“))"
SPEECH = re.compile(rf"“{_NOT_CALLED}(?:[^“”\n]*[。!?][^“”\n]*|[^“”\n]{{16,}}|{_SAID}[^“”\n]*)”|《[^《》\n]*》")
"""What somebody says, quoted sentences, and titles of what is written, but not what somebody calls the police for."""


class Hit(NamedTuple):
    """A word in its place: one that tells what happened, of a category with a weight, or another sign.

    A `person` (男子) is somebody where it is counted (一名男子), `somebody` always. `vague` is a time that is no date (日前). `occurred`
    says that one case broke out or was met with (清查中), `distant` that a sentence speaks of many cases or to everybody (累计, 警方提醒),
    `unreal` that it speaks of a habit or of what may be (每天, 一旦), `staged` of an exercise (演练). `neutral` words tell nothing and hide
    those within them (救援队).
    """

    start: int
    end: int
    sign: Sign
    category: str = ""
    weight: int = 0


_BEGINNING = frozenset({"vague", "occurred", "somebody", "person"})


class _Matcher(NamedTuple):
    matcher: ahocorasick_rs.AhoCorasick
    entries: tuple[tuple[Sign, str, int], ...]
    beginning: frozenset[int]  # the entries with which an event may begin to be told


@cache
def _words() -> _Matcher:
    signs = {row["word"]: (row["sign"], "", 0) for row in table("incident_signs")}
    told = {row["word"]: ("told", row["category"], int(row["weight"])) for row in table("incident_words")}
    entries = {**signs, **told}
    matcher = ahocorasick_rs.AhoCorasick(list(entries), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    beginning = frozenset(index for index, (sign, _, _) in enumerate(entries.values()) if sign in _BEGINNING)
    return _Matcher(matcher, tuple(entries.values()), beginning)  # type: ignore[arg-type]


class Found(NamedTuple):
    """The words of a text that tell what happened or are signs of a telling: where they begin, and each as the matcher gives it."""

    starts: list[int]
    matches: list[tuple[int, int, int]]

    def within(self, start: int, end: int) -> list[Hit]:
        """Those that begin in a range, in order."""
        entries = _words().entries
        return [Hit(first, last, *entries[index]) for index, first, last in self._matches(start, end)]

    def may_begin(self, start: int, end: int) -> bool:
        """Whether one of those in a range may begin to tell of an event: a first look."""
        beginning = _words().beginning
        return any(index in beginning for index, _, _ in self._matches(start, end))

    def _matches(self, start: int, end: int) -> list[tuple[int, int, int]]:
        return self.matches[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_words(text: str) -> Found:
    """The words of a text that tell what happened or are signs of a telling."""
    matches = _words().matcher.find_matches_as_indexes(text)
    return Found([start for _, start, _ in matches], matches)


_COUNTED = re.compile(
    r"[一两二三四五六七八九十几数0-9][余多]?(?:名|位|个|对|户|家|伙|群|艘)[^,。;、“”\n]{0,14}$|[0-9一二三四五六七八九十]$|(?<![没还只未现设具拥所])有$"
)


def is_somebody(text: str, hit: Hit) -> bool:
    """Whether a word speaks of somebody of whom something may be told."""
    return hit.sign == "somebody" or (hit.sign == "person" and _COUNTED.search(text, max(0, hit.start - 18), hit.start) is not None)


_PERSON = re.compile(r"某|(?:女士|先生|大[爷妈娘伯叔姐哥]|阿[姨婆伯]|奶奶|爷爷|老[汉伯太]|婆婆|师傅|老板|小姐|同学)")


def persons_in(text: str) -> frozenset[str]:
    """What tells the anonymised people of a text from others: the surnames that 某 or a form of address follows."""
    return frozenset(text[match.start() - 1] for match in _PERSON.finditer(text) if match.start())
