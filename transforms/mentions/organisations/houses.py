"""The house that an article writes by one letter: 该局, 局党委, 所党支部, 局指挥中心."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.mentions.organisations.bodies import Body
from transforms.mentions.organisations.names import name_start
from transforms.mentions.organisations.spot import Spot

_SORTS: Mapping[str, frozenset[str]] = {
    "局": frozenset({"bureau", "branch"}),
    "分局": frozenset({"branch"}),
    "厅": frozenset({"department"}),
    "院": frozenset({"court", "procuratorate"}),
}
_LETTERS = frozenset("局厅院所站队")
_LONGEST_WORD = 4  # letters of what 局 may end (水务局)


def is_a(body: Body, last: str) -> bool:
    """Whether 该局, 该院 may mean the body: whether it ends so, or is an institution that is called so."""
    if body.form == "institution":
        return not _SORTS.get(last, frozenset()).isdisjoint({body.kind, body.own})
    return body.own.endswith(last) and body.form != "loose"


def house(spot: Spot, end: int) -> Body | None:
    """What the one letter before `end` means: the article's own where it is named, else the one named last; None where it is of a word."""
    letter = spot.text[end - 1 : end]
    if letter not in _LETTERS or spot.over(end) or name_start(spot.text, max(0, end - 1 - _LONGEST_WORD), end - 1) < end - 1:
        return None
    such = [body for body in spot.recent() if is_a(body, letter)]
    return next((body for body in such if body.seat == spot.known.seat), next(iter(such), None))
