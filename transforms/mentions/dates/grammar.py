"""The grammar put together: one pattern for each level, from years down to the time of day, and one for where a date may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from transforms.mentions.dates import clock, days, offsets, parts, years
from transforms.mentions.dates.context import END, FIGURES, Rule
from transforms.mentions.dates.numerals import CHINESE
from transforms.mentions.dates.words import SPACE, WEEKDAY

LEVELS: tuple[tuple[Rule, ...], ...] = (
    (*offsets.RULES, *years.RULES),
    parts.RULES,
    days.EDGES,
    days.RULES,
    clock.RULES,
)
assert len(LEVELS) == END
RULES: dict[str, Rule] = {rule.name: rule for level in LEVELS for rule in level}


def _among(chars: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(set(chars))))}]"


_NAMED = re.compile(r"\?P<[a-z_]+>")


def _tried(rules: Iterable[Rule], chars: set[str]) -> str:
    """The patterns of rules, each behind those of the characters it can begin with: the engine passes over all others without a try."""
    openings = [(rule, chars & set(rule.opens)) for rule in rules]
    return "|".join(rf"{_among(opens)}(?<=(?={_NAMED.sub('?:', rule.pattern)}).)" for rule, opens in openings if opens)


_STARTING = [rule for rule in RULES.values() if not rule.inner]
_COUNTING = [rule for rule in _STARTING if {"2", "3"} <= set(rule.opens) or {"二", "三"} <= set(rule.opens)]
_OPENINGS = {char for rule in _STARTING for char in rule.opens}
_NUMERALS = {*FIGURES, *CHINESE}
_COUNTS = {char for rule in _COUNTING for char in rule.opens}
_UNIT_AHEAD = (  # most numbers count no time: a look at what follows them spares them all the rules
    rf"(?=(?:[0-9]{{1,4}}|[{CHINESE}]{{1,9}}){SPACE}(?:[年月日号时点天周季旬世:/.·~–—至到、多余半 -]|个(?:[月半季]|星期|礼拜)))"
)
SITE = re.compile(
    rf"{_among(_OPENINGS)}(?<![0-9][0-9])(?<=(?:"
    rf"(?:{_among(_COUNTS - _NUMERALS)}|{_among(_COUNTS & _NUMERALS)}(?<={_UNIT_AHEAD}.))(?<=(?:{_tried(_COUNTING, _OPENINGS)}))"
    rf"|{_tried([rule for rule in _STARTING if rule not in _COUNTING], _OPENINGS)}))"
)

_GLUE = re.compile(f"{SPACE}的?{SPACE}")
_GLUE_CHARS = " \u3000\xa0的"


def _by_opening(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    """The rules that an expression can begin with at each character, in their order."""
    return {char: tuple(rule for rule in rules if char in rule.opens) for char in {char for rule in rules for char in rule.opens}}


TRIED = tuple(map(_by_opening, LEVELS))


def after_glue(text: str, at: int) -> int:
    """Where the next words begin after blanks and 的 (2021年的 第三个月)."""
    if text[at : at + 1] not in _GLUE_CHARS or at >= len(text):
        return at
    glue = _GLUE.match(text, at)
    return glue.end() if glue else at


WEEKDAY_TAIL = re.compile(rf"{SPACE}[,,]?{SPACE}[((]?(?:星期|周|礼拜)[{WEEKDAY}](?:[))]|(?=[^至到—-]|$))")
