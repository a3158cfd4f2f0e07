"""What the reading of persons knows of a page before it begins: its posts, organisations and places, each to be found by where it ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from transforms.facts.context import Context, holder
from transforms.facts.persons.titles import Site, posts
from transforms.mentions.organisations import OrganisationHit
from transforms.mentions.places import PlaceHit
from transforms.records import Page

_ENDS_OF_NAMES = "省市县区州盟旗镇乡村街路庄所局队室站院"
_MEMORY = 40  # organisations that a reader still has in mind


@dataclass(frozen=True)
class Scene:
    """A page with its posts, organisations and places."""

    page: Page
    text: str
    sites: Sequence[Site]
    organisations: Sequence[OrganisationHit]
    places: Sequence[PlaceHit]

    @cached_property
    def site_ends(self) -> Mapping[int, Site]:
        """The post that ends at an offset."""
        return {site.end: site for site in self.sites}

    @cached_property
    def site_starts(self) -> Mapping[int, Site]:
        """The post that begins at an offset."""
        return {site.start: site for site in self.sites}

    @cached_property
    def named_since(self) -> Mapping[int, int]:
        """Where the place or organisation begins that ends at an offset, an organisation rather than its place."""
        places = {hit.end: hit.start for hit in self.places[::-1]}
        return places | {hit.end: hit.start for hit in self.organisations[::-1]}

    @cached_property
    def named_until(self) -> Mapping[int, int]:
        """Where the place or organisation ends that begins at an offset, an organisation rather than its place."""
        return {hit.start: hit.end for hit in self.places} | {hit.start: hit.end for hit in self.organisations}

    @cached_property
    def organisation_starts(self) -> Sequence[int]:
        """Where organisations begin, in order."""
        return [hit.start for hit in self.organisations]

    def named_from(self, start: int, end: int) -> bool:
        """Whether what stands there is a place or an organisation, or the beginning of one (高新区分局, not 安宁 that is a person)."""
        until = self.named_until.get(start, 0)
        return until > end or (until == end and self.text[end - 1] in _ENDS_OF_NAMES)

    def is_within_name(self, site: Site) -> bool:
        """Whether what looks like a post only is part of a place or organisation: 东莞市长安镇, 应城市公安局长江埠派出所."""
        for items in (self.organisations, self.places):
            over = holder(items, site.end - 1, site.end)
            if over and over.start < site.end < over.end:
                return True
        return False

    def organisations_within(self, start: int, end: int) -> Sequence[OrganisationHit]:
        """The organisations that begin between two offsets."""
        low = bisect_left(self.organisation_starts, start)
        return self.organisations[low : bisect_left(self.organisation_starts, end, lo=low)]

    def recent(self, before: int) -> Sequence[OrganisationHit]:
        """The organisations mentioned last before an offset, the latest first."""
        last = bisect_left(self.organisation_starts, before)
        return self.organisations[max(0, last - _MEMORY) : last][::-1]


def scene(page: Page, context: Context) -> Scene:
    """The scene of a page."""
    text = page.text.text
    return Scene(page, text, posts(text), context.organisations, context.places.hits)
