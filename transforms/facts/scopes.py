"""Which place a number is about: its own clause's, else its sentence's, else its paragraph's, else the article's."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from transforms.facts.context import REACH, Context, Line, within
from transforms.mentions.organisations import OrganisationHit
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.elsewhere import is_of_person, is_passed_by, is_venue
from transforms.mentions.places.gazetteer import COUNTRY, label, level
from transforms.patterns import seldom

_LOCATING = re.compile(r"(?:在|以|像|如|举了|走进|来到|位于|地处|走访|作为|[。！？!?\n”“]|[时分许晚晨午夜日月年来][,，]|^)\s*$")
_AREA = seldom(r"一带|等地|等处|交界|之间|两[县区市镇乡地]|[三四五]地")
_JOINING = frozenset("、和及与")
_FIRST_THERE = seldom("(?:范围内?|[市省])?(?:率先|首[创个家批推]|最早|最先|排名?|位居|名列|位列)")
_EACH = seldom(r"分别|各自|依次|[;:]")
_APART = seldom(r"分别|各自|依次|[,;:]")
_SHARED_OUT = re.compile(r"分别|依次")
_FIGURES = seldom(r"[\d.]+|[一二三四五六七八九十百千万两]+")
_ATTRIBUTION = 16
_NEAR = 6
_DESCRIBING = 14
_OPENING = ",，。;；:：\n"
_COMPARED = seldom("[率首唯排第最领平均试之同仅各其性级]")  # 全市率先, 全省首个: what the article's own is set against
_LATER, _PARAGRAPH = 2, 3
_EVERYWHERE = seldom("各地|全国|我国|国家|中央|中国|世界|省份|各省|多省|公安部|最高|本报")
_TOLD_ON = 400  # characters: so near must be what tells of the place of a paragraph without one, or that it has none
_WITHIN = frozenset({"省内", "市内", "州内", "县内", "区内", "国内"})  # 办理〔省内〕户口迁移: of what sort it is
_EXAMPLES = seldom(r"(?:[、和及与][一-鿿]{2,6})*等(?:[\d一二三四五六七八九十]+个|[省市县州盟旗]{0,2}地(?!区))")


class Scope(NamedTuple):
    """A place that numbers may be about.

    `locates` tells that it sets the scene, so that later sentences may be about it too; `heads` that its clause tells of it.
    """

    start: int
    end: int
    adcode: str
    name: str
    locates: bool
    heads: bool = False


def scopes(text: str, context: Context) -> tuple[Scope, ...]:
    """The places that may scope a claim: not where somebody goes to or comes from, not those inside an organisation's name."""
    found = []
    passing, end = False, -1
    nowhere = context.places.jurisdiction in {None, COUNTRY}  # an article about no place in particular
    for hit in context.places.hits:
        joined = hit.start - end == 1 and text[end] in _JOINING  # of 辗转广东、福建、云南三省 all are passed by
        passing = (passing if joined else is_passed_by(text, hit.start)) or is_of_person(text, hit.end)
        passing = passing or (nowhere and is_venue(text, hit.start, hit.end))
        end = hit.end
        inside = any(o.start <= hit.start and hit.end <= o.end for o in within(context.organisations, hit.start - 24, hit.start + 1))
        first_there = text[hit.start - 1 : hit.start] == "在" and _FIRST_THERE.match(text, hit.end)  # 某区在〔全市〕率先组建
        if not (passing or inside or first_there or hit.name in _WITHIN or _is_apart(text, hit, context.places.jurisdiction)):
            heads = text[hit.start - 1 : hit.start] in _OPENING and _COMPARED.match(text, hit.end) is None
            locates = bool(_LOCATING.search(text[max(0, hit.start - 4) : hit.start])) and not _is_of_speaker(text, hit)
            found.append(Scope(hit.start, hit.end, hit.adcode, hit.full, locates, heads))
    acting = [
        Scope(o.start, o.end, place, label(place), True, text[o.start - 1 : o.start] in _OPENING)
        for o in context.organisations
        if (place := seat(text, o)) and _acts_there(o, context)
    ]
    return tuple(sorted([*found, *acting]))


def seat(text: str, hit: OrganisationHit) -> str | None:
    """The code of the place that an organisation acts in; the whole country, of the bodies of one kind all over it (全国法院)."""
    everywhere = hit.place is None and text.startswith("全国", hit.start) and text.endswith(_BODIES, hit.start, hit.end)
    return COUNTRY if everywhere else hit.place


_BODIES = ("机关", "部门", "法院", "检察院", "组织", "队伍")
_LOCAL = frozenset({"branch", "station"})


def _acts_there(hit: OrganisationHit, context: Context) -> bool:
    """Whether what an organisation does is done in its place; a branch of the city in a zone of its own is only called after the city."""
    home = context.places.jurisdiction
    wider = hit.kind in _LOCAL and home is not None and contains(hit.place or "", home)
    again = hit.rule == "told_in_full" and hit.place == home  # 反诈中心 without more: that tells of no place
    given = context.text.endswith(("给", "授予"), 0, hit.start)  # 省公安厅给〔市公安局〕记功: of the one that gives it
    many = "等地" in context.text[hit.start : hit.end]  # 西城、丰台等地市场监管局: of many places, and of none
    return hit.kind not in {"media", "company"} and not (wider or again or given or many)


_SPEAKER = seldom(r"[^,，。;；“”]{1,24}?(?:说|表示|感慨|感叹|坦言|回忆|连连)")


def _is_of_speaker(text: str, hit: PlaceHit) -> bool:
    """Whether a place behind a quotation only tells where the one is from who said it (“…”〔大兴区〕一家公司负责人王女士说)."""
    return text[hit.start - 1 : hit.start] == "”" and _SPEAKER.match(text, hit.end) is not None


def _is_apart(text: str, hit: PlaceHit, home: str | None) -> bool:
    """Whether a place is only what the article's own is a part of (占全省的四分之一), or an example of its parts (金湖、洪泽等4个县).

    So are those of 成都、绵阳等地.
    """
    if home is None:
        return False
    whole = text[hit.start - 1 : hit.start] == "占" and contains(hit.adcode, home)
    return whole or (contains(home, hit.adcode) and _EXAMPLES.match(text, hit.end) is not None)


def contains(wide: str, narrow: str) -> bool:
    """Whether the division of one code of GB/T 2260 holds that of another, and is not the same."""
    return wide == COUNTRY != narrow or (wide != narrow and narrow.startswith(_stem(wide)))


@cache
def _stem(adcode: str) -> str:
    """What the codes of all that a division holds begin with."""
    return re.sub(r"(?:00){1,3}$", "", adcode)


class At(NamedTuple):
    """Where a number stands: its offset, its clause and sentence, and the heading of its section, if it has one."""

    number: int
    clause: int
    line: Line
    heading: int | None


def place_of(spot: At, context: Context, found: Sequence[Scope], *, ranked: bool) -> tuple[str | None, str | None]:
    """The code and name of the place that a number is about.

    In an article about no place in particular a paragraph without one goes on telling of the place before it in its section, or not far
    before it where there are no sections.

    A place that holds the article's own (全市 in a county's article) scopes a count right behind it, and the sentence where it heads a
    clause; otherwise, and for ranks always, it is there to compare with.
    """
    at, clause, line, heading = spot
    home = context.places.jurisdiction
    stretches = ((clause, at), (line.start, clause), (at, line.end), (line.block_start, line.start))
    for number, (start, end) in enumerate(stretches):
        spots = within(found, start, end)
        if not spots:
            continue  # as in most
        if number == _PARAGRAPH:  # the last: looked for from behind, since a paragraph may be long
            near = _scene(spots, context.text, home)
        else:
            near = [s for s in spots if _reaches(s, at, home, adjacent=number == 0, ranked=ranked)]
        if number == _LATER:
            near = [s for s in near if s.locates or _described(context, at, s)][:1]
        if near:
            told = _together(context.text, spots, near[-1], at) if number < _LATER else _named_together(near)
            abroad = told[0] == COUNTRY != near[-1].adcode  # places of several provinces, where a case at home led
            return (home, context.places.jurisdiction_name) if abroad and home else told
    said = _attributed(at, line, context, found)
    if said and home and contains(home, said.adcode):
        return said.adcode, said.name
    if home is None and not _EVERYWHERE.search(context.text, max(line.block_start, at - _TOLD_ON), min(line.end, at + _TOLD_ON)):
        low = line.block_start - _TOLD_ON if heading is None else max(heading, line.block_start - REACH)
        before = _scene(within(found, low, line.block_start), context.text, home)
        return _named_together(before) if before else (None, None)
    part = _part_told_on(context, spot, found)
    return (part.adcode, part.name) if part else (home, context.places.jurisdiction_name)


_PARAGRAPHS_BACK = 4  # without a place of their own, that go on telling of one
_WHOLE = seldom("全[市省州盟]|[本我]市|同比|同期|截至|累计|全部|调查发现|各地|各[县区市]")


def _part_told_on(context: Context, spot: At, found: Sequence[Scope]) -> Scope | None:
    """The part of the article's place that a paragraph without one goes on telling of: the only one of the paragraph before it.

    In the same section, and where nothing is summed up.
    """
    home, text, line = context.places.jurisdiction, context.text, spot.line
    if home is None or home == COUNTRY or level(home) == "county":
        return None
    if _WHOLE.search(text, max(line.start, spot.number - _TOLD_ON), min(line.end, spot.number + _TOLD_ON)):
        return None
    low, before = max(0, line.block_start - REACH), line.block_start
    spots: Sequence[Scope] = ()
    for _ in range(_PARAGRAPHS_BACK):
        before = max(low, text.rfind("\n", low, max(low, before - 2)) + 1)
        spots = within(found, before, line.block_start) if spot.heading is None or before >= spot.heading else ()
        if spots:
            break
    only = spots[-1] if spots and all(spot.adcode == spots[-1].adcode for spot in spots) else None
    return only if only and contains(home, only.adcode) else None


def _scene(spots: Sequence[Scope], text: str, home: str | None) -> Sequence[Scope]:
    """The place that sets the scene of a paragraph, with those in a row with it: the last that does, looked for from behind."""
    at = next((i for i in range(len(spots) - 1, -1, -1) if spots[i].locates and _is_at(spots[i], home)), None)
    if at is None:
        return ()
    first = last = at
    while first > 0 and _are_joined(text, spots[first - 1], spots[first]):
        first -= 1
    while last + 1 < len(spots) and _are_joined(text, spots[last], spots[last + 1]):
        last += 1
    return spots[first : last + 1]


def _are_joined(text: str, one: Scope, other: Scope) -> bool:
    """Whether nothing but a comma of lists or an "and" stands between two places."""
    return other.start - one.end == 1 and text[one.end] in _JOINING


def _named_together(row: Sequence[Scope]) -> tuple[str, str]:
    """The place, or of several the common division."""
    return _common(row), "、".join(dict.fromkeys(s.name for s in row))


def _attributed(at: int, line: Line, context: Context, found: Sequence[Scope]) -> Scope | None:
    """The place told right behind a quotation, for a number inside it: “…连续三年下降。”在东平县,副县长说."""
    opened, closed = context.text.rfind("“", line.block_start, at), context.text.find("”", at, line.block_end)
    if opened < 0 or closed < 0 or context.text.find("”", opened, at) >= 0:
        return None
    return next(iter(within(found, closed, closed + _ATTRIBUTION)), None)


def _together(text: str, spots: Sequence[Scope], last: Scope, at: int) -> tuple[str, str]:
    """The last place that a number may be about, or of places in a row what the number at `at` is about.

    Of those that share figures out (A、B分别破案47起、38起) the one whose it is; of those that have it together (在A、B两区选了30个
    小区) their common division.
    """
    row, number = [last], spots.index(last)
    for scope in reversed(spots[:number]):
        if row[0].start - scope.end > 1:
            break
        row.insert(0, scope)
    for scope in spots[number + 1 :]:
        if scope.end > at or not _are_joined(text, row[-1], scope):
            break
        row.append(scope)
    behind = text[row[-1].end : at]
    its = figures_shared_out(text, row[-1].end, at)
    if its < len(row) > 1:
        return row[its].adcode, row[its].name
    if len(row) < 2 or not (_AREA.match(behind) or (text[row[-2].end] in _JOINING and not _EACH.search(behind))):
        return last.adcode, last.name
    return _named_together(row)


def figures_shared_out(text: str, start: int, at: int) -> int:
    """How many figures stand before the number at `at` of those that the text from `start` on shares out (分别); many where it does not."""
    shared_out = _SHARED_OUT.search(text, start, at)
    return len(_FIGURES.findall(text, shared_out.end(), at)) if shared_out else sys.maxsize


def _common(row: Sequence[Scope]) -> str:
    """The narrowest division that holds all the places."""
    code = row[0].adcode
    while any(s.adcode != code and not contains(code, s.adcode) for s in row):
        code = f"{code[:4]}00" if code[4:] != "00" else f"{code[:2]}0000" if code[2:4] != "00" else COUNTRY
    return code


def _described(context: Context, at: int, scope: Scope) -> bool:
    """Whether a place right behind a number is what it describes (有着1200万人口的重镇〔临沂〕)."""
    between = context.text[at : scope.start]
    return scope.start - at <= _DESCRIBING and "的" in between and _APART.search(between) is None


def _is_at(scope: Scope, home: str | None) -> bool:
    """Whether a place told earlier in the paragraph sets its scene: one in what the article is about, not far from it."""
    return home is None or scope.adcode == home or contains(home, scope.adcode)


def _reaches(scope: Scope, at: int, home: str | None, *, adjacent: bool, ranked: bool) -> bool:
    if scope.start > at:
        return home is not None and contains(home, scope.adcode)
    if home is None or not contains(scope.adcode, home):
        return True
    return not ranked and (scope.heads or (adjacent and at - scope.end <= _NEAR))
