"""Raids abroad or in several places (在5省7市同时抓捕): of the division whose police made them, or of none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.facts.context import Line, within
from transforms.facts.scopes import Scope
from transforms.lexicon import words
from transforms.patterns import seldom


class Raid(NamedTuple):
    """Where a raid was made: what names its places, at `start` to before `end`, in the sentence that begins at or behind `told`."""

    start: int
    end: int
    name: str
    told: int


_LED = seldom(r"(?:在|赴|往|到|与|分赴|辗转|会同|联合)(?:[一-鿿]{2,8}[、和及与])*[一-鿿]{0,2}$")
_NUMERALS = "0123456789一二三四五六七八九十"
_NUMERAL = f"[{_NUMERALS}两]"
_PROVINCES = seldom(rf"(?:国内|全国|境内)?{_NUMERAL}{{1,3}}个?省(?:[区、]?[市州])?(?:{_NUMERAL}{{1,3}}个?[市地县])?")
_ROW = seldom(
    r"(?:[、和及与](?:[一-鿿]{2,8}?(?:省|市|自治区|等国|等地|多地|两地|三地|两国)|[一-鿿]{2,4}(?=[、和及与开同展,，])))*"
    r"(?:等国|等地)?"
)
_DOING = seldom(r"[^。;；\n]{0,40}?(?:收网|抓捕|抓获|捣毁|统一行动|联合行动|集中行动|押解|遣返|移交|执行任务|侦破|破获|打掉|摧毁|端掉)")
_NOT_THERE = seldom(r"[籍人语盾裔]|打工|务工|经商|旅游|留学|生活|工作|境内的?老家")
_REACH, _SENTENCE = 24, 120


@cache
def _names() -> AhoCorasick:
    return AhoCorasick([*words("raid_places", "word"), *(f"{n}省" for n in _NUMERALS), "个省"], matchkind=MatchKind.LeftmostLongest)


def raids(text: str) -> tuple[Raid, ...]:
    """The raids abroad or in several provinces that the text tells of, in order."""
    return tuple(_raids(text))


def _raids(text: str) -> Iterator[Raid]:
    done = 0
    for _, start, end in _names().find_matches_as_indexes(text):
        first = _first(text, start, end)
        if start < done or first is None or _NOT_THERE.match(text, end):
            continue
        counted = _PROVINCES.match(text, first)
        row = _ROW.match(text, counted.end() if counted else end)
        behind = row.end() if row else end
        if _DOING.match(text, behind):
            done = behind
            low = max(0, first - _SENTENCE)
            yield Raid(first, behind, text[first:behind], max(low, *(text.rfind(mark, low, first) for mark in "。\n")))


def _first(text: str, start: int, end: int) -> int | None:
    """Where the places begin that somebody is said to be in; None where nobody is."""
    while text[start - 1 : start] in _DIGITS and text[end - 1] == "省":
        start -= 1
    for head in ("国内", "全国", "境内"):
        start -= len(head) if text.endswith(head, 0, start) else 0
    return start if _LED.search(text, max(0, start - _REACH), start) else None


_DIGITS = frozenset(_NUMERALS + "两个")


def raid_at(at: int, line: Line, found: Sequence[Raid], scopes: Sequence[Scope]) -> Raid | None:
    """The raid that a number at `at` is of: the last told before it in its paragraph, with no other place in a later sentence.

    None where its sentence says before it whose police went (甲市公安局在5省同时收网): the number is theirs.
    """
    told = within(found, line.block_start, at + 1) if found else ()
    if not told or within(scopes, told[-1].told, told[-1].start):
        return None
    later = max(told[-1].end, line.start) if told[-1].start < line.start else at
    return None if within(scopes, later, at) else told[-1]
