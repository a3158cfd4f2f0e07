"""From a page and its places to its organisations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from transforms.aligned import Span
from transforms.cleaning import plain
from transforms.mentions.organisations.bodies import Body, Written, body_name, parent_name, place_of
from transforms.mentions.organisations.communities import communities
from transforms.mentions.organisations.context import Context, context
from transforms.mentions.organisations.reading import read
from transforms.mentions.organisations.reporters import reporters
from transforms.mentions.organisations.spot import Mention, Spot
from transforms.mentions.organisations.vocabulary import sites, vocabulary
from transforms.mentions.places import Places
from transforms.patterns import seldom
from transforms.records import Organisation, Page


class OrganisationHit(NamedTuple):
    """An organisation mentioned at `start` to before `end` of the clean text.

    `name` is its full name as far as the article lets one say, `place` the code of the place that it is of, `parent` the full name of
    the organisation above it; `rule` says how the full name was found.
    """

    start: int
    end: int
    name: str
    kind: str
    place: str | None
    parent: str | None
    rule: str


def find_organisations(page: Page, places: Places) -> tuple[OrganisationHit, ...]:
    """Every mention of an organisation, in order, under its full name. Deterministic; never raises."""
    known = context(page, places)
    mentions, written = _mentions(known)
    named = _in_full({body: _named(body, written) for body in {mention.body for mention in mentions} if body.form != "loose"})
    return tuple(
        OrganisationHit(mention.start, mention.end, *named[mention.body], mention.rule) for mention in mentions if mention.body in named
    )


def _mentions(known: Context) -> tuple[list[Mention], Written]:
    """The mentions in order, and the names that are written out in full.

    A mention that takes in those before it (公安局 | 李鹊派出所) stands for them.
    """
    found: list[Mention] = []
    written: dict[Body, str] = {}
    for site in sites(known.text, known.home):
        if found and site.start < found[-1].end:  # 公安局 in 公安部|铁路公安局
            continue
        new = read(Spot(*site, known, found))
        while new and found and found[-1].start >= new[0].start:
            found.pop()
        found += new
        for mention in new:
            if mention.written:
                written.setdefault(mention.body, mention.written)
    found = _completed(found, known.text)
    return _merged(_merged(found, reporters(known)), communities(known)), written


def _completed(mentions: list[Mention], text: str) -> list[Mention]:
    """The mentions, those of a station or team by its name alone under the one name that the page writes out in full.

    古塔派出所 in the title is that of the branch in the text, 高架二大队 that of the 交警支队高架二大队, and 大林第二派出所 behind 拉布 the
    拉布大林第二派出所.
    """
    spelled: dict[str, set[Body]] = {}
    for mention in mentions:
        if _is_called(mention) and mention.end - mention.start > len(mention.body.own):
            spelled.setdefault(mention.body.own[-_SHORTEST:], set()).add(mention.body)
    return [_whole(mention, spelled, text) for mention in mentions] if spelled else mentions


_SHORTEST = 5  # letters of 古塔派出所


def _is_called(mention: Mention) -> bool:
    """Whether it is a station, or a team with a name that tells which."""
    own = mention.body.own
    called = own.endswith("派出所") or (len(own) >= _SHORTEST and own.endswith(("支队", "大队", "中队")))
    return called and mention.body.form in {"unit", "apart"}


def _whole(mention: Mention, spelled: Mapping[str, set[Body]], text: str) -> Mention:
    """The mention as the one unit, of those written out, whose name stands there, in part or whole."""
    own = mention.body.own
    if not _is_called(mention) or mention.end - mention.start > len(own):
        return mention
    named = [body for body in spelled.get(own[-_SHORTEST:], ()) if body.own.endswith(own) and text.endswith(body.own, 0, mention.end)]
    longest = max((len(body.own) for body in named), default=0)
    named = [body for body in named if len(body.own) == longest]
    return mention._replace(start=mention.end - longest, body=named[0]) if len(named) == 1 else mention


def _merged(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Both in order; of the others only those that lie apart from every mention."""
    starts, ends = [mention.start for mention in mentions], [mention.end for mention in mentions]
    apart = [other for other in others if bisect_left(starts, other.end) == bisect_right(ends, other.start)]
    return sorted([*mentions, *apart], key=lambda mention: (mention.start, mention.end)) if apart else mentions


def _named(body: Body, written: Written) -> tuple[str, str, str | None, str | None]:
    """The full name of a body, its kind, its place and the full name of the organisation above it."""
    return body_name(body, written), body.kind, place_of(body), parent_name(body, written)


Named = tuple[str, str, str | None, str | None]
_FEW = 40  # names that end alike; of more none is looked for
_TELLING = 5  # letters of a name that says which is meant (吉林车站派出所)


def _in_full(named: Mapping[Body, Named]) -> dict[Body, Named]:
    """Each body under the longest name of the page that ends in its own, where all such names end in one another.

    吉林铁路公安处吉林北车站派出所 is the one that the page elsewhere writes behind 沈阳铁路公安局.
    """
    ending: dict[str, list[Named]] = {}
    for name in set(named.values()):
        ending.setdefault(name[0][-_TELLING:], []).append(name)
    return {body: _longest(name, ending[name[0][-_TELLING:]]) for body, name in named.items()}


def _longest(name: Named, others: Sequence[Named]) -> Named:
    """The longest of the names that end in this one; the name itself where two of them are of two organisations."""
    if len(name[0]) < _TELLING or not 1 < len(others) <= _FEW:
        return name
    alike = (other for other in others if other[0].endswith(name[0]) and other[1] == name[1])
    fuller = sorted(alike, key=lambda other: (len(other[0]), *(part or "" for part in other)))  # of one name the one that tells more
    return fuller[-1] if all(fuller[-1][0].endswith(other[0]) for other in fuller) else name


def organisations(page: Page, hits: Sequence[OrganisationHit]) -> tuple[Organisation, ...]:
    """One record for each organisation in the order of first mention, then the media that only the page's furniture names."""
    by_name: dict[str, list[OrganisationHit]] = {}
    for hit in hits:
        by_name.setdefault(hit.name, []).append(hit)
    named = [_record(page, group) for group in by_name.values()]
    told = chain(_above(page, hits), _committees(page, hits))
    above = {hit.name: _record(page, [hit]) for hit in told if hit.name not in by_name}
    return (*named, *above.values(), *_media(page, by_name))


_WHOLES = {"分局": "branch", "大队": "team", "支队": "team", "法院": "court"}


def _above(page: Page, hits: Sequence[OrganisationHit]) -> Iterator[OrganisationHit]:
    """The branch or team that is written at the head of its station's or section's name: 斗六分局 | 公正派出所."""
    for hit in hits:
        ending = (hit.parent or "")[-2:]
        at = page.text.text.find(ending, hit.start, hit.end - 2) if ending in _WHOLES and hit.kind in {"station", "team", "court"} else -1
        if at >= 0 and hit.parent and (ending in {"分局", "法院"} or hit.kind == "station"):
            yield OrganisationHit(hit.start, at + 2, hit.parent, _WHOLES[ending], hit.place, None, "whole")


_IN_COMMITTEE = seldom("公安局(?P<committee>党委)(?:副?书记|委员)")


def _committees(page: Page, hits: Sequence[OrganisationHit]) -> Iterator[OrganisationHit]:
    """The party committee of a bureau of police, a member of which is named: 县公安局 | 党委委员."""
    for hit in hits:
        post = _IN_COMMITTEE.match(page.text.text, hit.end - len("公安局")) if hit.name.endswith("公安局") else None
        if post:
            yield OrganisationHit(hit.start, post.end("committee"), f"中共{hit.name}委员会", "party", hit.place, hit.name, "whole")


def _record(page: Page, group: Sequence[OrganisationHit]) -> Organisation:
    first = group[0]
    cited = [page.cite(hit.start, hit.end) for hit in group]
    aliases = tuple(dict.fromkeys(quote for *_, quote in cited))
    return Organisation(*cited[0], first.rule, first.name, aliases, first.kind, first.place, first.parent)


def _media(page: Page, named: Iterable[str]) -> list[Organisation]:
    """The page's source and site, where the raw text holds their names."""
    found = []
    for name in dict.fromkeys((page.source, page.site)):
        full = {name, *(word.full for word in vocabulary().get(name or "", ()))}
        span = _in_raw(page, name) if name and full.isdisjoint(named) else None
        if name and span:
            quote = page.document.raw[span.start : span.end]
            found.append(Organisation(*span, quote, "page", name, (quote,), _publisher(name), None, None))
    return found


def _in_raw(page: Page, name: str) -> Span | None:
    """Where the raw text has a name, in whatever script."""
    at = page.document.raw.find(name)
    if at >= 0 or page.script == "Hans":
        return Span(at, at + len(name)) if at >= 0 else None
    visible, _ = plain(page.document.visible)
    at = visible.text.find(name)
    return visible.raw_span(at, at + len(name)) if at >= 0 else None


def _publisher(name: str) -> str:
    """The kind of a source: a medium but where its name ends as that of a government, a bureau or a court does."""
    longest = next((word for size in range(len(name), 1, -1) for word in vocabulary().get(name[-size:], ())), None)
    return longest.kind if longest and longest.role in {"seat", "office"} else "media"
