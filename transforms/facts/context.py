"""What the facts of a page are read from: its text in sentences, and everything that it mentions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from transforms.cleaning.sentences import sentences
from transforms.mentions.dates import DateHit, Reference, find_campaigns, find_dates
from transforms.mentions.organisations import OrganisationHit, find_organisations
from transforms.mentions.places import Places, find_places
from transforms.mentions.reference import find_reference
from transforms.records import Block, Page

_STATING = frozenset({"title", "heading", "paragraph", "caption", "table"})
_TELLING = 16
REACH = 2000  # characters before a number that may say of what and when it is: longer paragraphs are none


def states_facts(page: Page, block: Block) -> bool:
    """Whether numbers of a block may be facts: those of the body, and of an abstract that the body does not repeat."""
    if block.kind != "abstract":
        return block.kind in _STATING
    text = page.text.text
    opening = re.sub(r"^[【\[(]?[^】\])::]{2,5}[】\]):::]", "", text[block.start : block.end].strip()).strip()[:_TELLING]
    return text.count(opening) == 1


class Located(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """One past the last character."""


Item = TypeVar("Item", bound=Located)
_START, _END = attrgetter("start"), attrgetter("end")  # asked for at each step of each search: no function of ours is as fast


class Line(NamedTuple):
    """A sentence with the block that it is in: offsets of both in clean text."""

    start: int
    end: int
    block_start: int
    block_end: int


@dataclass(frozen=True, slots=True)
class Context:
    """The clean text of a page and all that it mentions, in order; `lines` are the sentences that may state facts."""

    text: str
    lines: tuple[Line, ...]
    dates: tuple[DateHit, ...]
    campaigns: tuple[DateHit, ...]
    places: Places
    organisations: tuple[OrganisationHit, ...]
    reference: Reference


_BACK = re.compile(
    r"\s*(?:据[^,，。\d]{1,4}[,，])?在?(?:此次|这次|本次|活动中|行动中|会上|活动现场|当天的|其中[,，]|[其期]间[,，]|期内"
    r"|(?:大会|会议|[^,，。\d\s]{0,6}仪式)(?:上|还|并)?(?:宣布|宣读|通报|表彰|决定))"
)


def points_back(text: str, start: int) -> bool:
    """Whether a paragraph that begins at `start` points back at the one before it (此次观摩 …)."""
    return _BACK.match(text, start) is not None


def paragraph_before(text: str, start: int) -> int:
    """Where the paragraph before the one that begins at `start` begins."""
    return text.rfind("\n", 0, max(0, start - 2)) + 1


def within(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """The items that begin in `start` to before `end`; the items must be in order."""
    low = bisect_left(items, start, key=_START)
    return items[low : bisect_left(items, end, lo=low, key=_START)]


def first(items: Sequence[Item], start: int, end: int) -> Item | None:
    """The first item that begins in `start` to before `end`, if any; the items must be in order."""
    at = bisect_left(items, start, key=_START)
    return items[at] if at < len(items) and items[at].start < end else None


def last(items: Sequence[Item], start: int, end: int) -> Item | None:
    """The last item that begins in `start` to before `end`, if any; the items must be in order."""
    at = bisect_left(items, end, key=_START) - 1
    return items[at] if at >= 0 and items[at].start >= start else None


def holder(items: Sequence[Item], start: int, end: int) -> Item | None:
    """The item that overlaps the range, if any; the items must be in order and apart from one another."""
    at = bisect_right(items, start, key=_START) - 1
    if at >= 0 and items[at].end > start:
        return items[at]
    return items[at + 1] if at + 1 < len(items) and items[at + 1].start < end else None


def outermost(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items less those that overlap an earlier or longer one, in order."""
    kept: list[Item] = []
    for item in sorted(sorted(items, key=_END, reverse=True), key=_START):  # in C, and so faster than by a key of both
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def context_of(page: Page) -> Context:
    """Everything that the facts of a page are read from: its sentences, dates, campaigns, places and organisations."""
    text = page.text.text
    reference, places = find_reference(page), find_places(page)
    lines = tuple(
        Line(span.start, span.end, block.start, block.end)
        for block in page.blocks
        if states_facts(page, block)
        for span in sentences(text, block)
    )
    return Context(
        text, lines, find_dates(text, reference), find_campaigns(text, reference), places, find_organisations(page, places), reference
    )
