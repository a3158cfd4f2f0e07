"""Who did it or owns it: the organisation that the claim's clause, sentence or paragraph has as its subject, else the article's own."""

from __future__ import annotations

from collections import Counter

from transforms.facts.context import Context, Line, within
from transforms.mentions.organisations import OrganisationHit

_NOBODY = frozenset(
    "incidents cases_recorded casualties accidents incident_free_share incident_free_days population money_lost stolen_goods".split()
)
_AGENCIES = frozenset({"bureau", "branch", "department", "station", "team", "court", "government", "ministry", "other"})
_MAIN = frozenset({"bureau", "branch", "department", "station", "team", "court", "ministry"})
_POLICED = frozenset(
    "response_time persons_caught money_recovered personnel vehicles_and_equipment goods_seized people_helped cases_solved".split()
)
_PARTS = frozenset({"areas", "facilities", "distance_or_area"})


def main_organisation(context: Context) -> str | None:
    """The organisation that the article is about: the agency of its place named most often, the one named first among equals."""
    home = context.places.jurisdiction
    own = [hit for hit in context.organisations if (hit.kind in _MAIN or hit.name.endswith("公安机关")) and hit.place == home]
    own = own or [hit for hit in context.organisations if hit.kind in _AGENCIES and hit.place == home]
    counts = Counter(hit.name for hit in own)
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def subject_of(at: int, clause: int, line: Line, context: Context, indicator: str, main: str | None, *, told: bool) -> str | None:
    """The full name of the claim's subject; None for what nobody does (警情, 发案, 伤亡) and in a story that names no organisation.

    `told` tells that the claim is part of a story, or about another place than the article's.
    """
    if indicator in _NOBODY:
        return None
    for start, end in ((clause, at), (line.start, clause), (at, line.end), (line.block_start, line.start)):
        near = [hit for hit in within(context.organisations, start, end) if hit.kind in _AGENCIES]
        if near:
            return _acting(near, start == at).name
    return main if indicator in _POLICED or not (told or indicator in _PARTS) else None


def _acting(near: list[OrganisationHit], ahead: bool) -> OrganisationHit:
    return near[0] if ahead else near[-1]
