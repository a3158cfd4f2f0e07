"""Towns, streets and communities that were named with their county and return without it: 李鹊镇 after 广饶县李鹊镇."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.mentions.places.chains import Group
from transforms.mentions.places.gazetteer import full_name

_PART = re.compile(r"\w{1,8}?(?:街道|社区|小区|苏木|嘎查|[镇乡村])")
_SHORTEST = 3


class Quarter(NamedTuple):
    """A town or quarter as it returns, the division it lies in, and its full name."""

    start: int
    end: int
    adcode: str
    full: str


def quarters(named: Sequence[tuple[Group, str]], text: str) -> list[Quarter]:
    """Where the towns and quarters of the named places return alone, in order."""
    introduced = _introduced(named)
    if not introduced:
        return []
    names = list(introduced)
    found = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest).find_matches_as_indexes(text)
    taken = [group.start for group, _ in named]
    ends = [group.end for group, _ in named]
    return [Quarter(start, end, *introduced[names[number]]) for number, start, end in found if _is_free(start, end, taken, ends)]


def _introduced(named: Iterable[tuple[Group, str]]) -> dict[str, tuple[str, str]]:
    """The parts of the named places below the county, each with its division and full name."""
    found: dict[str, tuple[str, str]] = {}
    for group, code in named:
        for part in _PART.finditer(group.tail):
            if len(part.group()) >= _SHORTEST:
                found.setdefault(part.group(), (code, full_name(code, group.tail[: part.end()])))
    return found


def _is_free(start: int, end: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether no named place lies there already."""
    last = bisect_right(starts, start) - 1
    following = starts[last + 1] if last + 1 < len(starts) else end
    return (last < 0 or ends[last] <= start) and following >= end
