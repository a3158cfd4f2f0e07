"""From the persons that a page names, wherever it names them, to one record for each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from transforms.facts.context import Context
from transforms.facts.persons.bylines import Author, authors
from transforms.facts.persons.posts import Holder, holders
from transforms.facts.persons.scene import Scene, scene
from transforms.records import Page, Person

_RANK = {"official": 0, "officer": 1, "journalist": 2, "editor": 2}
_TELLING = ("title", "heading", "abstract", "paragraph", "caption")
_VAGUE = "领导"
_OF_A_MEDIUM = ("记者",)


class Mention(NamedTuple):
    """A person named once."""

    start: int
    end: int
    name: str
    role: str
    kind: Literal["official", "officer", "journalist", "editor"]
    organisation: str | None
    rule: str


def find_persons(page: Page, context: Context) -> tuple[Person, ...]:
    """Those in office and those named as authors, one record each, in the order of first mention. Deterministic; never raises.

    Residents, victims and suspects are none of them.
    """
    known = scene(page, context)
    groups: dict[str, list[Mention]] = {}
    for mention in sorted((*_in_office(known), *_authors(known)), key=lambda mention: (mention.start, mention.end)):
        groups.setdefault(mention.name, []).append(mention)
    return tuple(_person(page, group) for group in groups.values())


def _in_office(known: Scene) -> Iterator[Mention]:
    """Everybody named with a post in a part of the page that tells something."""
    blocks = [block for block in known.page.blocks if block.kind in _TELLING]
    starts = [block.start for block in blocks]
    for site in known.sites:
        at = bisect_right(starts, site.start) - 1
        if at >= 0 and site.end <= blocks[at].end and not known.is_within_name(site):
            yield from (_holder(holder) for holder in holders(known, site))


def _authors(known: Scene) -> Iterator[Mention]:
    """Everybody named as an author anywhere on the page."""
    return (_author(known.page, author) for author in authors(known))


def _holder(found: Holder) -> Mention:
    return Mention(found.start, found.end, found.name, found.role, found.kind, found.organisation, found.rule)


def _author(page: Page, found: Author) -> Mention:
    """An author; reporters are of the medium that first published the article."""
    medium = page.source if found.role.endswith(_OF_A_MEDIUM) else None
    return Mention(found.start, found.end, found.name, found.role, found.kind, medium, found.rule)


def _person(page: Page, group: Sequence[Mention]) -> Person:
    """One record of all mentions: of the highest kind, with the fullest role that goes with it."""
    rank = min(_RANK[mention.kind] for mention in group)
    kin = [mention for mention in group if _RANK[mention.kind] == rank]
    best = max(kin, key=lambda mention: (not mention.role.endswith(_VAGUE), len(mention.role), -mention.start)) if len(kin) > 1 else kin[0]
    body = best.organisation or next((mention.organisation for mention in kin if mention.organisation), None)
    return Person(*page.cite(kin[0].start, kin[0].end), kin[0].rule, best.name, best.role, body, best.kind)
