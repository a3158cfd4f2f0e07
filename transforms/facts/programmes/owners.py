"""Whose a programme is."""

from __future__ import annotations

import re

from transforms.facts.context import Context, holder, within
from transforms.facts.programmes.vocabulary import known
from transforms.mentions.organisations import OrganisationHit

_OWNING = frozenset({"ministry", "department", "bureau", "branch", "station", "team", "court", "other", "party"})
_COMMITTEE = re.compile(r"中共(?P<body>.+(?:局|厅|部|支队|总队|分局))委员会")


def owner_of(at: int, name: str, context: Context, main: str | None) -> str | None:
    """The full name of the body that runs a programme named at an offset, as far as the text tells.

    It is the body that the sentence names before it, else the one that the article is about. What the whole country runs has no owner
    but the one that the article names with it.
    """
    entry = known().get(name)
    if entry is not None and entry.everywhere:
        return entry.owner if any(hit.name == entry.owner for hit in context.organisations) else None
    line = holder(context.lines, at, at + 1)
    near = [hit for hit in within(context.organisations, line.start, at) if _can_own(hit)] if line else []
    return _body(near[0], main) if near else main


def _can_own(hit: OrganisationHit) -> bool:
    return hit.kind in _OWNING and (hit.kind != "party" or "政法委" in hit.name or _COMMITTEE.fullmatch(hit.name) is not None)


def _body(hit: OrganisationHit, main: str | None) -> str:
    """The body that an organisation acts for: of a committee its own bureau, of a team or department the bureau that it is part of."""
    committee = _COMMITTEE.fullmatch(hit.name)
    if committee:
        return committee["body"]
    return main if main and hit.kind in {"team", "department"} and hit.name.startswith(main) else hit.name
