"""Communities and streets as organisations, where the article is about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transforms.mentions.organisations.bodies import Body, Seat
from transforms.mentions.organisations.context import Context, is_local
from transforms.mentions.organisations.names import acts, does, name_start
from transforms.mentions.organisations.seats import quarter
from transforms.mentions.organisations.spot import Mention
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import divisions
from transforms.patterns import seldom

_PART = seldom(r"\w+?(?:街道|社区|[镇乡村])")
_OFTEN = 3
_TWICE = 2  # a street that is named again is spoken of as an office


def communities(known: Context) -> list[Mention]:
    """The communities and streets that the title names, or the text often."""
    found = [mention for hit in known.named for mention in _parts(hit)]
    counts = Counter(mention.body for mention in found)
    title = known.page.title or ""
    acting = {mention.body for mention in found if mention.body.kind == "government" and does(known.text, mention.end)}
    told = [mention for mention in found if _is_often(mention.body, counts) or mention.body.own in title or mention.body in acting]
    told = told or list(_alone(known))
    return sorted([*told, *_again(known, told)], key=lambda mention: mention.start) if told else []


def _is_often(body: Body, counts: Counter[Body]) -> bool:
    """Whether the text names a street or community so often that it is about it."""
    return counts[body] >= (_TWICE if body.kind == "government" else _OFTEN)


_HEAD = seldom(r"(?<=[,，。;；:：\n“])(?:街道|社区)")


def _again(known: Context, told: list[Mention]) -> Iterator[Mention]:
    """The street or community that a clause has as its subject by that word alone: 〔街道〕共受理诉求."""
    bodies = {mention.body for mention in told}
    for match in (match for match in _HEAD.finditer(known.text) if acts(known.text, match.end())):
        near = [mention for mention in told if known.paragraph(match.start()) <= mention.start < match.start()]
        same = [mention.body for mention in near if mention.body.own.endswith(match[0])]
        only = [body for body in bodies if body.own.endswith(match[0])]
        if same or len(only) == 1:
            yield Mention(*match.span(), same[-1] if same else only[0], "again")


def _parts(hit: PlaceHit) -> Iterator[Mention]:
    """Each community or street in a name (江都路街道 | 锦泰里社区): a street is an office of its district, a community stands by itself."""
    below = quarter(hit)
    base = hit.end - len(below)
    for part in _PART.finditer(below) if below != hit.full else ():
        name, start = part.group(), base + part.start()
        if name.endswith(("街道", "社区")) and start >= hit.start:
            kind = "government" if name.endswith("街道") else "other"
            at = divisions()[hit.adcode].name if kind == "government" and hit.full != below else ""
            yield Mention(start, base + part.end(), Body("office", kind, name, Seat(hit.adcode, at)), "community")


_QUARTER = "社区"
_LEAST = 2  # letters of a name


def _alone(known: Context) -> Iterator[Mention]:
    """The community that the title names without what it lies in (向阳里社区探索共治), wherever the text speaks of it again."""
    head = next((block for block in known.page.blocks if block.kind == "title"), None)
    at = known.text.find(_QUARTER, head.start, head.end) if head and is_local(known.seat) else -1
    start = name_start(known.text, head.start, at) if head and at >= 0 else at
    name = known.text[start : at + len(_QUARTER)]
    if known.seat is None or at - start < _LEAST or known.text.count(name) < _OFTEN:
        return
    body = Body("office", "other", name, Seat(known.seat.adcode, divisions()[known.seat.adcode].name))
    for match in re.finditer(name, known.text):
        yield Mention(*match.span(), body, "community")
