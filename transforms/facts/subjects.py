"""Who did it or owns it: the organisation that the claim's clause, sentence or paragraph has as its subject, else the article's own."""

from __future__ import annotations

import re
from collections import Counter

from transforms.facts.context import Context, Line, points_back, within
from transforms.mentions.organisations import OrganisationHit

_AGENCIES = frozenset({"bureau", "branch", "department", "station", "team", "court", "ministry"})
_ACTORS = _AGENCIES | {"government", "other"}


_WITH = re.compile(r"(?:联合|会同|协同|对接|联动|邀请|依托|向)(?:[^,。;“”]{1,12}、)*[^,。;、“”]{0,4}$")
_REACH = 40  # characters of a list of companions


def _accompanies(context: Context, hit: OrganisationHit) -> bool:
    """Whether an organisation only goes along with the one that acts, or gets what is done (分局联合〔司法局〕、〔法院〕设立调解室)."""
    return _WITH.search(context.text, max(0, hit.start - _REACH), hit.start) is not None


def main_organisation(context: Context) -> str | None:
    """The organisation that the article is about: the agency of its place named most often, the first by name among equals."""
    own = [hit for hit in context.organisations if hit.place == context.places.jurisdiction and hit.kind in _ACTORS]
    agencies = [hit for hit in own if hit.kind in _AGENCIES or hit.name.endswith("公安机关")]
    lead = next((line.block_end for line in context.lines), 0)
    counts = Counter(hit.name for hit in agencies or own if not _accompanies(context, hit))
    known = {hit.name for hit in own if hit.start < lead}
    counts = Counter({name: count for name, count in counts.items() if count > 1 or name in known})
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def named_subject(at: int, clause: int, line: Line, context: Context) -> str | None:
    """The full name of the organisation that acts nearest to a number at `at`.

    It stands in the number's clause, in its sentence before or behind it, in its paragraph, or in the one that this points back at.
    """
    for start, end in ((clause, at), (line.start, clause), (at, line.end), (line.block_start, line.start)):
        hits = within(context.organisations, start, end)
        near = next(
            (hit for hit in (hits if start == at else reversed(hits)) if hit.kind in _ACTORS and not _accompanies(context, hit)), None
        )
        if near:
            return near.name
    if points_back(context.text, line.block_start):
        before = context.text.rfind("\n", 0, max(0, line.block_start - 2)) + 1
        return next((hit.name for hit in within(context.organisations, before, line.block_start) if hit.kind in _ACTORS), None)
    return None
