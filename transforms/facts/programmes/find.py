"""From a page and its mentions to its programmes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transforms.facts.context import Context, holder
from transforms.facts.programmes import bare, joined, quoted, told
from transforms.facts.programmes.marks import with_quotation_marks
from transforms.facts.programmes.names import canonical
from transforms.facts.programmes.owners import main_owner, owner_of
from transforms.facts.programmes.parts import Spelling, parts_of, spelling
from transforms.facts.programmes.quoted import Reading
from transforms.facts.programmes.scan import scan
from transforms.facts.programmes.sites import sites
from transforms.facts.programmes.vocabulary import plain
from transforms.facts.rules import first
from transforms.patterns import seldom
from transforms.records import Page, Programme


class Found(NamedTuple):
    """A reading with the rule that gave it, the one name of the programme, and its parts."""

    reading: Reading
    rule: str
    canonical: str
    parts: tuple[str, ...] = ()


def find_programmes(page: Page, context: Context) -> tuple[Programme, ...]:
    """The programmes that a page names, each once, in the order of the text. Deterministic; never raises."""
    text = with_quotation_marks(page.text.text)
    spelled = spelling(text)
    groups = _grouped(_apart(_readings(text, context)))
    found = [_fullest(group)._replace(parts=_parts(text, group, spelled)) for group in _credible(groups, page.title or "")]
    main = main_owner(context)
    return tuple(_programme(page, context, item, main) for item in _without_doubles(found))


def _readings(text: str, context: Context) -> Iterator[Found]:
    scanned = scan(text, context)
    yield from _campaigns(text, context)
    for site in sites(text, context, scanned.leads):
        answer = first(_OF_QUOTED, site) if quoted.is_name(site) else None
        if answer and not quoted.is_award(site):
            yield _found(answer[0], quoted.with_deed(site, quoted.with_field(site, answer[1])))
    yield from (_found("known_name", reading) for reading in bare.known_names(scanned))
    yield from (_found("peaceful_place", reading) for reading in bare.peaceful_places(text, context.places.hits))
    for row in joined.rows(scanned):
        of_several = first(joined.RULES, row) if holder(context.lines, row.start, row.end) else None
        if of_several:
            yield _found(*of_several)
    for phrase in bare.phrases(scanned):
        named = first(bare.RULES, phrase)
        if named:
            yield _found(named[0], _own(named[1], context))


_OF_QUOTED = (*quoted.RULES, *told.RULES, *quoted.FAINT)


def _own(reading: Reading, context: Context) -> Reading:
    """The reading without the organisation or date that the noun phrase begins with."""
    near = (holder(mentions, reading.start, reading.end) for mentions in (context.organisations, context.dates))
    floor = max((item.end for item in near if item and item.end < reading.end - 3), default=0)
    if floor <= reading.start or (reading.kind == "service" and reading.end - floor <= _SHORT):  # 国安处 | 举报热线
        return reading
    name = reading.name[floor - reading.start :]
    return reading._replace(start=floor, name=name, core=name)


_SHORT = 4  # letters that name no service alone


def _campaigns(text: str, context: Context) -> Iterator[Found]:
    """The campaigns whose days are known (`seeds/campaigns.csv`)."""
    for hit in context.campaigns:
        if holder(context.lines, hit.start, hit.end):
            name = text[hit.start : hit.end]
            yield _found("campaign", Reading(hit.start, hit.end, name, "campaign", hit.name or name, "", 6))


def _found(rule: str, reading: Reading) -> Found:
    return Found(reading, rule, canonical(reading.core, reading.tail))


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """What does not lie within another name."""
    last = -1
    for item in sorted(found, key=lambda item: (item.reading.start, -item.reading.end)):
        if item.reading.start >= last:
            yield item
            last = item.reading.end


def _grouped(found: Iterable[Found]) -> list[list[Found]]:
    """The mentions of each programme; a core alone (“6+1”) is the one programme of the page that has this core."""
    groups: dict[str, list[Found]] = {}
    for item in found:
        groups.setdefault(item.canonical, []).append(item)
    wider: dict[str, set[str]] = {}
    for name, group in groups.items():
        for core in {plain(item.reading.core) for item in group} - {name}:
            wider.setdefault(core, set()).add(name)
    for core, names in wider.items():
        if len(names) == 1 and core in groups:
            groups[next(iter(names))] += groups.pop(core)
    return sorted(groups.values(), key=lambda group: _fullest(group).reading.start)


_ONLY_REPEATED = frozenset({"repeated"})
_OTHERS, _OFTEN = 3, 3


def _credible(groups: list[list[Found]], title: str) -> list[list[Found]]:
    """The groups less quoted words that are but repeated, as news quotes much that names nothing.

    They stand where the page has its title from them or names several programmes besides; where it names one, they must come back often.
    """
    told = [group for group in groups if not _ONLY_REPEATED.issuperset(item.rule for item in group)]
    if len(told) >= _OTHERS:
        return groups
    named = [group for group in groups if any(item.reading.core in title for item in group)]
    return [group for group in groups if group in told or group in named or (told and len(group) >= _OFTEN)]


def _fullest(group: list[Found]) -> Found:
    """The mention that names the programme most fully, the first among equals."""
    return max(group, key=lambda item: (item.reading.weight, -item.reading.start))


def _parts(text: str, group: list[Found], spelled: Spelling) -> tuple[str, ...]:
    """The parts that the text names at one of the mentions."""
    return next((parts for item in group if (parts := parts_of(text, item.reading, spelled))), ())


def _without_doubles(found: list[Found]) -> Iterator[Found]:
    """The programmes less what is no more than the parts of another, one of its parts, or its tail alone.

    “三联” and “警种联动、警保联控、警民联防” are one; 案件办理队 is a part of “一室两队”; 三级包联体系 is “片长—院长”三级包联体系.
    """
    short = {item.parts for item in found if item.parts and "、".join(item.parts) != item.reading.core}
    teams = {part for item in found for part in item.parts if _OF_UNITS.search(item.reading.core)}
    tails = {item.reading.tail for item in found if len(item.reading.tail) >= _TELLING}
    for item in found:
        spelt = item.parts in short and "、".join(item.parts) == item.reading.core
        if not spelt and item.reading.name not in teams | tails:
            yield item


_TELLING = 6  # letters of a tail that says more than of which sort a thing is
_OF_UNITS = seldom(r"[一二两三四五][队室站组]")


_CORNERS = frozenset("「『")


def _bare(name: str) -> str:
    """A name that is quoted as a whole without the marks: those of traditional script are none of ours."""
    return name[1:-1] if name.startswith("“") and name.find("”") == len(name) - 1 else name


def _programme(page: Page, context: Context, item: Found, main: str | None) -> Programme:
    reading = item.reading
    start, end, quote = page.cite(reading.start, reading.end)
    name = _bare(reading.name) if quote[:1] in _CORNERS else reading.name
    name = name.replace("(", "（").replace(")", "）")
    owner = owner_of(reading.start, item.canonical, context, main)
    return Programme(start, end, quote, item.rule, name, item.canonical, reading.kind, owner, item.parts)
