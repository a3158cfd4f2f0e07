"""Where a text may name a place: one pass over it, and a look around each hit that has no 省, 市 or 县 to vouch for it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

import rjieba

from transforms.lexicon import alternation, table, words
from transforms.mentions.places.gazetteer import BEFORE_LETTER, Surface, best_known, level, matcher, surfaces
from transforms.patterns import seldom

_WINDOW = 5
_LONGEST = 16
_SHORTEST = 2  # a full name of two letters (单县, 和县) may be a part of other words
_PEOPLE = frozenset("人籍话城市")
_TITLE_ENDS = frozenset("长任员记警授师官")
_SURNAMES = frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘董袁蒋余杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪陆")


class Match(NamedTuple):
    """A surface at its place in the text."""

    start: int
    end: int
    surface: Surface


def scan(text: str) -> list[Match]:
    """The surfaces in the text, in order and apart from one another, less those that are parts of other words."""
    known = surfaces()
    found = [Match(start, end, known[number]) for number, start, end in matcher().find_matches_as_indexes(text)]
    towns = _towns(found, text)
    edges = {match.start for match in found} & {match.end for match in found}
    named: list[Match] = []
    for match in (_letter(match, text) if match.surface.form == "letter" else match for match in found):
        stands = match.surface.text not in towns and (_touches(match, edges, text) or _stands(match, text))
        place = match if stands else _begun_within(match, text)
        if place and (not named or named[-1].end <= place.start):
            named.append(place)
    return named


def _begun_within(match: Match, text: str) -> Match | None:
    """The full name that begins within what is no name (平原县 in 推开平原县, where the matcher sees 开平)."""
    begun = (_name_at(at, text) for at in range(match.start + 1, match.end) if text[at : at + 2] in _openings())
    return next((name for name in begun if name and name.surface.text in _openings()[name.surface.text[:2]]), None)


def _name_at(at: int, text: str) -> Match | None:
    """The longest surface that begins at a character."""
    number, start, end = next(iter(matcher().find_matches_as_indexes(text[at : at + _LONGEST])), (0, 1, 1))
    return None if start else Match(at, at + end, surfaces()[number])


@cache
def _openings() -> dict[str, set[str]]:
    """The full names of more than two letters, by their first two."""
    found: dict[str, set[str]] = defaultdict(set)
    for surface in surfaces():
        if surface.form == "full" and len(surface.text) > _SHORTEST:
            found[surface.text[:2]].add(surface.text)
    return dict(found)


def _touches(match: Match, edges: set[int], text: str) -> bool:
    """Whether another name stands right before or after: the two vouch for each other, but not for a street (滨湖区南宁路)."""
    beside = match.surface.form != "reference" and (match.start in edges or match.end in edges)
    return beside and not (match.surface.form == "short" and _followed_by("street").match(text, match.end))


def _stands(match: Match, text: str) -> bool:
    form = match.surface.form
    if form == "reference":
        return _refers(match, text)
    if form == "nickname" and _QUARTER.match(text, match.end):
        return False
    if form == "letter" and (_ONE_LETTER.match(text, match.end) or (match.surface.codes == _MACAU and "澳大利亚" in text)):
        return False
    if form == "zone" or (form == "full" and len(match.surface.text) > _SHORTEST):
        return not (match.surface.text[-1] == "县" and text.startswith("区", match.end))  # 滨海县区: counties and districts by the sea
    if form == "full" and governs(text, match.end):
        return True
    return not _names_another(match.end, text) and _is_word(match.start, match.end, text) and not _is_given_name(match.start, text)


_QUARTER = seldom("区(?!域|划)")  # 中川东区: the east of a town, and no part of a province
_MACAU = ("820000",)
_ONE_LETTER = seldom("[东西南北中心口边江河湖山水城门]")  # 在川心小区: a letter that another joins names nothing by itself


def governs(text: str, end: int) -> bool:
    """Whether an institution of a division stands behind a name (单县〔公安局〕)."""
    return _followed_by("institution").match(text, end) is not None


def _refers(match: Match, text: str) -> bool:
    """全省 but not 安全省心: the letters that must not stand on either side are in the table."""
    before, after = _neighbours()[match.surface.text]
    return text[match.start - 1 : match.start] not in before and text[match.end : match.end + 1] not in after


@cache
def _neighbours() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    return {row["word"]: (frozenset(row["not_after"]), frozenset(row["not_before"])) for row in table("place_references")}


def _names_another(end: int, text: str) -> bool:
    """北京路, 济南日报, 兰州拉面: the name of a place inside the name of something else; 广州街头 is in 广州."""
    return not text.startswith("街头", end) and _followers().match(text, end) is not None


@cache
def _followed_by(kind: str) -> re.Pattern[str]:
    """What may follow a short name, of one kind (`seeds/place_followers.csv`)."""
    return re.compile(alternation("place_followers", "word", kind=kind) + (_AVENUE if kind == "street" else ""))


_AVENUE = "|道(?![路德士教口交])"  # 广东道 of 香港, 成都道 of 天津


@cache
def _followers() -> re.Pattern[str]:
    kinds = ("street", "town", "unit", "media", "brand", "idiom")
    things = "|".join(alternation("place_followers", "word", kind=kind) for kind in kinds)
    return re.compile(rf"{things}{_AVENUE}|(?:(?:、\w{{2,4}}){{1,3}}等?|等)[\d两三四五六七八九十]{{1,3}}个{_followed_by('town').pattern}")


def _is_word(start: int, end: int, text: str) -> bool:
    """Whether the dictionary's words around the name begin where it begins, and end where it ends (or with 人, 籍, 城)."""
    at = max(0, start - _WINDOW)
    begins = False
    for token in rjieba.cut(text[at : end + _WINDOW], False):
        begins = begins or at == start
        at += len(token)
        if at >= end:
            return begins and (at == end or text[end:at] in _PEOPLE)
    return False


def _is_given_name(start: int, text: str) -> bool:
    """王海南, 所长季长春: a surname before it, and before that no letter, or the last of a title."""
    if not start or text[start - 1] not in _surnames():
        return False
    before = text[max(0, start - 2) : start - 1]
    return before in _TITLE_ENDS or (text[start - 1] in _SURNAMES and not "一" <= before <= "鿿")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames", "surname"))


def _towns(found: list[Match], text: str) -> set[str]:
    """Short names that the text uses for a town or a police station (三沙镇), where no division of that name is written in full.

    Nor does an institution of the division stand behind one (钟山公安分局).
    """
    full = {code for match in found if match.surface.form == "full" or governs(text, match.end) for code in match.surface.codes}
    short = (match for match in found if match.surface.form == "short" and level(match.surface.codes[0]) != "province")
    named = {match.surface for match in short if _followed_by("town").match(text, match.end)}
    return {surface.text for surface in named if full.isdisjoint(surface.codes)}


def _letter(match: Match, text: str) -> Match:
    """The one letter of 赴鲁 or 粤籍 that is the place; in 赴鲁西 and 在晋城市 all of the name."""
    if match.surface.text[0] not in BEFORE_LETTER:
        return match._replace(end=match.end - 1)
    return _name_at(match.start + 1, text) or match._replace(start=match.start + 1)


def codes_in(name: str) -> list[str]:
    """What the best-known places in a name mean, whatever the name is of: 济南日报 gives 济南."""
    known = surfaces()
    found = (known[number] for number, _, _ in matcher().find_matches_as_indexes(name))
    return [code for surface in found if surface.codes and not surface.common for code in [best_known(surface.codes)] if code]
