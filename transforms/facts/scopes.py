"""Which place a number is about: its own clause's, else its sentence's, else its paragraph's, else the article's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.facts.context import Context, Line, within
from transforms.mentions.places import PlaceHit

_PASSING = re.compile(r"(?:赴|奔赴|赶赴|赶往|前往|飞往|逃往|逃至|逃到|押回|来自|远赴|辗转|途经|驶往|开往|与|同|和|据|《|较|比)$")
_OF_PERSON = re.compile(r"(?:籍|男子|女子|人(?![民口均员大才次])|小伙|老板|网友|游客|客商|口音|日报|晚报|电视台|新闻|网)")


class Scope(NamedTuple):
    """A place that numbers may be about."""

    start: int
    end: int
    adcode: str
    name: str


def scopes(text: str, context: Context) -> tuple[Scope, ...]:
    """The places that may scope a claim: not where somebody goes to or comes from, not those inside an organisation's name."""
    organisations = context.organisations
    found = []
    for hit in context.places.hits:
        inside = any(o.start <= hit.start and hit.end <= o.end for o in within(organisations, hit.start - 24, hit.start + 1))
        if not inside and not _passing(text, hit):
            found.append(Scope(hit.start, hit.end, hit.adcode, hit.full))
    return tuple(found)


def _passing(text: str, hit: PlaceHit) -> bool:
    return bool(_PASSING.search(text[max(0, hit.start - 4) : hit.start]) or _OF_PERSON.match(text[hit.end : hit.end + 4]))


def place_of(at: int, clause: int, line: Line, context: Context, found: Sequence[Scope]) -> tuple[str | None, str | None]:
    """The code and name of the place that a number at `at` is about."""
    for start, end in ((clause, at), (line.start, clause), (line.block_start, line.start)):
        near = within(found, start, end)
        if near:
            return near[-1].adcode, near[-1].name
    return context.places.jurisdiction, context.places.jurisdiction_name
