"""Communities and streets as organisations, where the article is about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from transforms.mentions.organisations.bodies import Body, Seat
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.seats import quarter
from transforms.mentions.organisations.spot import Mention
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import divisions

_PART = re.compile(r"\w+?(?:街道|社区|[镇乡村])")
_OFTEN = 3


def communities(known: Context) -> list[Mention]:
    """The communities and streets that the title names, or the text often."""
    found = [mention for hit in known.named for mention in _parts(hit)]
    counts = Counter(mention.body for mention in found)
    title = known.page.title or ""
    return [mention for mention in found if counts[mention.body] >= _OFTEN or mention.body.own in title]


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
