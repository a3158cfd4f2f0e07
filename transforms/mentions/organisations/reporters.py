"""Media that their reporters name: 东南网记者, 《闽南日报》记者, 厦门广电记者."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.cleaning.media import is_medium
from transforms.lexicon import alternation
from transforms.mentions.organisations.bodies import Body
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.names import is_generic, name_start
from transforms.mentions.organisations.spot import Mention
from transforms.patterns import seldom

_REPORTER = "记者"
_REACH = 24
_LEAST = 3  # letters of a name; 早报 is none
_QUOTED = seldom(r"《(?P<name>[^《》\n]{2,14})》(?:客户端)?\Z")
_SORT = seldom(r"(?:(?:全|融|新)媒体|融媒|特约|见习|实习|首席|特派|摄影|驻[一-鿿]{2,4})+\Z")


def reporters(known: Context) -> list[Mention]:
    """The media whose reporters appear, in order."""
    return list(_found(known))


def _found(known: Context) -> Iterator[Mention]:
    text, at = known.text, known.text.find(_REPORTER)
    while at >= 0:
        sort = _SORT.search(text, max(0, at - _REACH), at)
        span = _name(known, sort.start() if sort else at)
        if span:
            yield Mention(*span, Body("named", "media", text[slice(*span)]), "reporter")
        at = text.find(_REPORTER, at + len(_REPORTER))


def _name(known: Context, end: int) -> tuple[int, int] | None:
    """Where the name of a medium stands that ends there: in brackets for titles, or with a word that such names end in."""
    text = known.text
    quoted = _QUOTED.search(text, max(0, end - _REACH), end)
    if quoted:
        return quoted.span("name")
    tail = _tails().search(text, max(0, end - _REACH), end)
    if tail is None:
        return None
    start = name_start(text, max(0, end - _REACH), tail.start())
    place = known.named_until(start)
    start = place.start if place else start
    bare = start == tail.start() or is_generic(text[start : tail.start()])
    return None if end - start < _LEAST or (bare and not is_medium(text[start:end])) else (start, end)


@cache
def _tails() -> re.Pattern[str]:
    """The last words of the names of media, before 记者."""
    return re.compile(alternation("organisation_words", "word", role="medium") + r"\Z")
