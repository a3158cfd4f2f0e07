"""What the reading of a word gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from transforms.mentions.organisations.bodies import Body
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.vocabulary import Site


class Mention(NamedTuple):
    """A body at its place in the text; `rule` names the reading that found it, `written` is its name where it is written out in full."""

    start: int
    end: int
    body: Body
    rule: str
    written: str | None = None


_MEMORY = 100  # mentions that a reader still has in mind; it also keeps the reading linear

Reading = Callable[[Site, Context, Sequence[Mention]], Mention | None]


def ending(before: Sequence[Mention], end: int) -> Mention | None:
    """The last mention, where it ends right there."""
    return before[-1] if before and before[-1].end == end else None


def floor(before: Sequence[Mention]) -> int:
    """How far left a name may reach: to the end of the last mention."""
    return before[-1].end if before else 0


def recent(before: Sequence[Mention], since: int = 0) -> Iterator[Body]:
    """The bodies mentioned last, from the offset `since` on, the latest first, each followed by those that it is within."""
    for mention in before[: -_MEMORY - 1 : -1]:
        if mention.start < since:
            return
        body: Body | None = mention.body
        while body is not None:
            yield body
            body = body.within
