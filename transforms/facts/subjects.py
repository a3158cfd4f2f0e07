"""Who did it or owns it: the organisation that the claim's clause, sentence or paragraph has as its subject, else the article's own."""

from __future__ import annotations

from collections import Counter

from transforms.facts.context import Context, Line, within
from transforms.mentions.organisations import OrganisationHit

_NOBODY = frozenset("incidents cases_recorded casualties accidents incident_free_share incident_free_days population money_lost stolen_goods".split())
_AGENCIES = frozenset({"bureau", "branch", "department", "station", "team", "court", "government", "ministry", "other"})


def main_organisation(context: Context) -> str | None:
    """The organisation that the article is about: the agency named most often, the one named first among equals."""
    counts = Counter(hit.name for hit in context.organisations if hit.kind in _AGENCIES)
    home = context.places.jurisdiction
    ranked = sorted(
        counts,
        key=lambda name: (-counts[name] * (2 if any(h.place == home for h in context.organisations if h.name == name) else 1), name),
    )
    return ranked[0] if ranked else None


def subject_of(at: int, clause: int, line: Line, context: Context, indicator: str, main: str | None) -> str | None:
    """The full name of the claim's subject; None for what nobody does (警情, 发案, 伤亡)."""
    if indicator in _NOBODY:
        return None
    for start, end in ((clause, at), (line.start, clause), (line.block_start, line.start)):
        near = [hit for hit in within(context.organisations, start, end) if _acts(hit)]
        if near:
            return near[-1].name
    return main


def _acts(hit: OrganisationHit) -> bool:
    return hit.kind in _AGENCIES
