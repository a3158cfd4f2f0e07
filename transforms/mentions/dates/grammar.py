"""The grammar put together: one pattern for each level, from years down to the time of day, and one for where a date may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transforms.mentions.dates import clock, days, offsets, parts, years
from transforms.mentions.dates.context import END, Rule
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


def _site(rule: Rule) -> str:
    """The pattern of a rule behind the characters it can begin with: the engine passes over all others without a try."""
    return rf"{_among(rule.opens)}(?<=(?={rule.pattern}).)"


_STARTING = [rule for rule in RULES.values() if not rule.inner]
_OUT_OF_A_FIGURE = "(?<![0-9][0-9])"
SITE = re.compile(
    rf"{_among(char for rule in _STARTING for char in rule.opens)}{_OUT_OF_A_FIGURE}(?<=(?:{'|'.join(map(_site, _STARTING))}))"
)

_GLUE = re.compile(f"{SPACE}的?{SPACE}")
_PATTERNS = {rule.name: re.compile(rule.pattern) for rule in RULES.values()}
_BY_OPENING: tuple[dict[str, list[Rule]], ...] = tuple(
    {char: [rule for rule in rules if char in rule.opens] for char in {char for rule in rules for char in rule.opens}} for rules in LEVELS
)


def matches(level: int, text: str, at: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    """The rules of a level that match at an offset, in their order; the later ones matter where the first turns out to be no date."""
    glue = _GLUE.match(text, at)
    start = glue.end() if glue else at
    for rule in _BY_OPENING[level].get(text[start : start + 1], ()):
        match = _PATTERNS[rule.name].match(text, start)
        if match:
            yield rule, match


WEEKDAY_TAIL = re.compile(rf"{SPACE}[,,]?{SPACE}[((]?(?:星期|周|礼拜)[{WEEKDAY}](?:[))]|(?=[^至到—-]|$))")
