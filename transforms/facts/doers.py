"""Who heads a clause without the full name of an organisation: a team by its bare word, a town or village by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.facts.bodies import bodies
from transforms.facts.context import REACH, Context, within
from transforms.facts.context import last as last_in
from transforms.facts.predicates import CLAUSE_ENDS, GOVERNS, holds_or_does
from transforms.lexicon import words
from transforms.mentions.organisations import OrganisationHit
from transforms.mentions.organisations.names import acts, name_start
from transforms.mentions.places.gazetteer import COUNTRY, label, level, name_of
from transforms.patterns import seldom

TEAM, QUARTER = "again_by_word", "quarter"  # the rules by which they are found


def actors(context: Context) -> tuple[OrganisationHit, ...]:
    """The organisations of a page with those who head a clause by less than their name, in order."""
    described = [*bodies(context)]
    known = tuple(sorted([*context.organisations, *described], key=_start)) if described else context.organisations
    found = [*_teams(context, known), *_quarters(context), *_seats(context)]
    return tuple(sorted([*known, *found], key=_start)) if found else known


def _start(hit: OrganisationHit) -> int:
    return hit.start


@cache
def _words() -> AhoCorasick:
    bands = (word for word in words("organisations", "word", role="band") if word.endswith(("队", "团", "站")))
    found = (*bands, *words("claim_words", "word", **{"class": "group"}))
    return AhoCorasick(found, matchkind=MatchKind.LeftmostLongest)


_HEAD = seldom(
    r"(?:^|[,，。;；:：“”\s]|[日月年来前底])(?:目前|如今|今年|同时)?[,，]?(?P<this>该|这个(?:[^,，。;；]{0,8}的)?|这支|)(?:义务|专职|志愿)?$"
)
_HEAD_LENGTH = 16


def _teams(context: Context, named: Sequence[OrganisationHit]) -> Iterator[OrganisationHit]:
    """Teams and offices by their bare word at the head of a clause: the last one named before that ends so (〔中心〕共接待群众)."""
    for _, start, end in _words().find_matches_as_indexes(context.text):
        head = _HEAD.search(context.text, max(0, start - _HEAD_LENGTH), start)
        whole = _same(named, start, context.text[start:end]) if head else None
        if whole and head and (head["this"] or _goes_on(context.text, end)):
            yield whole._replace(start=start, end=end, rule=TEAM)


def _same(named: Sequence[OrganisationHit], at: int, word: str) -> OrganisationHit | None:
    """The organisation named last before `at` that is called by a word, where none is named there."""
    known = within(named, max(0, at - REACH), at + 1)
    if not known or known[-1].end > at:
        return None
    return next((hit for hit in reversed(known) if hit.name.rstrip("”").endswith(word)), None)


def _goes_on(text: str, end: int) -> bool:
    """Whether what ends there does something (调解队〔已经〕摆了43场, 骑友们〔参与〕巡防)."""
    return acts(text, end + text.startswith("们", end))


_TOWNS = ("社区", "街道", "镇", "乡", "村")
_NO_NAMES = seldom(
    "(?:.*[各每全本该我农城小老两个的是这那])?(?:社区|街道|[镇乡村])|乡村|中心[镇村]|.*(?:行政|自然|试点|示范|贫困|重点)[村镇]|智慧社区"
)
_LONGEST = 8


@cache
def _towns() -> AhoCorasick:
    return AhoCorasick(_TOWNS, matchkind=MatchKind.LeftmostLongest)


def _quarters(context: Context) -> Iterator[OrganisationHit]:
    """Towns, villages and communities that govern by their name: 〔方召镇〕选聘寨管家52名."""
    text = context.text
    for _, at, end in _towns().find_matches_as_indexes(text):
        if GOVERNS.match(text, end) is None and not holds_or_does(text, end):
            continue  # as most
        start = name_start(text, max(0, at - _LONGEST), at)
        name = text[start:end]
        if start < at and text[start - 1 : start] in CLAUSE_ENDS and not _NO_NAMES.fullmatch(name):
            yield OrganisationHit(start, end, _name(context, start, end), "government", context.places.jurisdiction, None, QUARTER)


def _name(context: Context, start: int, end: int) -> str:
    """The name of a town or village with its county, where it is known as a place or the article is about one county: 台江县方召镇."""
    hit, home = last_in(context.places.hits, start, end), context.places.jurisdiction
    if hit and hit.end == end and hit.kind == "named":
        return name_of(hit.adcode) + hit.full.removeprefix(label(hit.adcode))
    above = name_of(home) if home and level(home) == "county" else ""
    return above + context.text[start:end].removeprefix(above)


_THERE = "里"


def _seats(context: Context) -> Iterator[OrganisationHit]:
    """The place that an article is about by its level alone, where it does something: 〔县里〕推行网格化管理,划分网格1920个."""
    home, text = context.places.jurisdiction, context.text
    if home is None or home == COUNTRY:
        return
    own = name_of(home)
    for there in re.finditer(own[-1] + _THERE, text):
        if text[there.start() - 1 : there.start()] in CLAUSE_ENDS and acts(text, there.end()):
            yield OrganisationHit(*there.span(), own, "government", home, None, QUARTER)
