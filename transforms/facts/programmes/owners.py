"""Whose a programme is."""

from __future__ import annotations

import re

from transforms.facts.context import Context, holder, within
from transforms.facts.programmes.vocabulary import known
from transforms.facts.subjects import main_organisation
from transforms.mentions.organisations import OrganisationHit
from transforms.patterns import seldom

_OWNING = frozenset({"ministry", "department", "bureau", "branch", "station", "team", "court", "other", "party"})
_PRIVATE = re.compile(r"(?:中学|小学|学校|学院|大学|幼儿园|医院|银行|公司|协会|联合会|救援队|志愿队|志愿者|巡防队|巡逻队|义警队?)$")
_OPENING = {"“", "「", "『", "‘", '"'}
_COMMITTEE = seldom(r"中共(?P<body>.+(?:局|厅|部|支队|总队|分局))委员会")


def owner_of(at: int, name: str, context: Context, main: str | None) -> str | None:
    """The full name of the body that runs a programme named at an offset, as far as the text tells.

    It is the body that the sentence names before it, else the one that the article is about. What the whole country runs has no owner
    but the one that the article names with it.
    """
    entry = known().get(name)
    if entry is not None and entry.everywhere:
        return entry.owner if any(hit.name == entry.owner for hit in context.organisations) else None
    line = holder(context.lines, at, at + 1)
    near = [hit for hit in within(context.organisations, line.start, at) if _can_own(context.text, hit)] if line else []
    return _body(near[0], main) if near else main


def main_owner(context: Context) -> str | None:
    """The body that the article is about, as far as it may own a programme."""
    main = main_organisation(context)
    hits = (hit for hit in context.organisations if hit.name == main)
    return main if any(hit.kind == "government" or _can_own(context.text, hit) for hit in hits) else None


def _can_own(text: str, hit: OrganisationHit) -> bool:
    """Whether a body may run a programme: no school or firm, and no team that is a programme itself (“商城义警”)."""
    if _PRIVATE.search(hit.name) or "”" in hit.name or text[hit.start - 1 : hit.start] in _OPENING:
        return False
    return hit.kind in _OWNING and (hit.kind != "party" or "政法委" in hit.name or _COMMITTEE.fullmatch(hit.name) is not None)


def _body(hit: OrganisationHit, main: str | None) -> str:
    """The body that an organisation acts for: of a committee its own bureau, of a team or department the bureau that it is part of."""
    committee = _COMMITTEE.fullmatch(hit.name)
    if committee:
        return committee["body"]
    return main if main and hit.kind in {"team", "department"} and hit.name.startswith(main) else hit.name
