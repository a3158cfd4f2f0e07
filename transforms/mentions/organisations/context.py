"""What the reading of organisations knows of the page before it begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from transforms.aligned import Span
from transforms.mentions.organisations.bodies import Seat, seat_of
from transforms.mentions.organisations.countries import countries
from transforms.mentions.places import PlaceHit, Places
from transforms.mentions.places.gazetteer import COUNTRY, Level, level
from transforms.mentions.places.references import referred
from transforms.mentions.places.resolve import paragraph_edges
from transforms.records import Page

_MEMORY = 50  # places that a reader still has in mind


class Context(NamedTuple):
    """The page's text and places, ready to be asked."""

    page: Page
    text: str
    home: str | None
    seat: Seat | None
    ends: Mapping[int, PlaceHit]
    named: Sequence[PlaceHit]
    starts: Sequence[int]
    paragraphs: Sequence[int]
    countries: Sequence[Span]

    def named_until(self, end: int) -> PlaceHit | None:
        """The place, no reference, that ends at `end`."""
        hit = self.ends.get(end)
        return None if hit is None or hit.kind == "reference" else hit

    def paragraph(self, offset: int) -> int:
        """Where the paragraph around `offset` begins."""
        return self.paragraphs[bisect_right(self.paragraphs, offset) - 1]

    def nearby(self, offset: int, since: int = 0) -> Iterator[PlaceHit]:
        """The places named last before `offset`, from `since` on, the latest first."""
        last = bisect_left(self.starts, offset)
        for hit in self.named[max(0, last - _MEMORY) : last][::-1]:
            if hit.start < since:
                return
            yield hit

    def at_level(self, wanted: Level, written: str, offset: int) -> str | None:
        """The code of the division that 市, 县 or 省 means at that offset."""
        before = [hit.adcode for hit in self.nearby(offset, self.paragraph(offset))]
        code = referred(wanted, written, self.home, before)
        return None if code == COUNTRY else code


def context(page: Page, places: Places) -> Context:
    """The context of a page."""
    text = page.text.text
    named = [hit for hit in places.hits if hit.kind != "reference"]
    ends = {hit.end: hit for hit in sorted(places.hits, key=lambda hit: hit.end - hit.start)}
    edges = [0, *paragraph_edges(text)]
    home = None if places.jurisdiction == COUNTRY else places.jurisdiction
    return Context(page, text, home, _seat(places), ends, named, [hit.start for hit in named], edges, countries(text))


def _seat(places: Places) -> Seat | None:
    """The seat that the article is about: a zone where it is named after one."""
    if places.jurisdiction in {None, COUNTRY}:
        return None
    zone = next((hit for hit in places.hits if hit.kind == "zone" and hit.full == places.jurisdiction_name), None)
    return Seat(zone.adcode, zone.full, True) if zone else seat_of(places.jurisdiction)


def is_local(seat: Seat | None) -> bool:
    """Whether the seat is a county, a district or a zone: one that has police stations of its own."""
    return seat is not None and (seat.zone or level(seat.adcode) == "county")
