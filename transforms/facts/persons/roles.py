"""The post of a person: how far left its words reach, whose post it is, and in which organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import rjieba

from transforms.facts.persons.scene import Scene
from transforms.facts.persons.titles import Site
from transforms.lexicon import alternation, words
from transforms.mentions.organisations import OrganisationHit
from transforms.patterns import seldom

Kind = Literal["official", "officer"]

_LONGEST = 90
_REACH = 14
_RUN = seldom(r"[一-鿿A-Za-z0-9+]+\Z")
_MODIFIER = seldom(alternation("person_words", "word", use="modifier") + r"\Z")
_POLICE = seldom("公安|警察|警务|边防|边境|消防|派出所|分局")
_OF_POLICE = seldom("公安局[^、,]*[支大中]队|公安局[^、,]*[处科室]$|公安分局[^、,]*[支大中]队")
_WEAK = {"force": "police", "local": "civil"}
_UNITS = "处科室股组队所站局办部厅委院庭村镇乡县市区省州旗"
_WORKING = (
    "办公室",
    "中心",
    "总队",
    "支队",
    "大队",
    "中队",
    "科",
    "处",
    "室",
    "股",
    "组",
    "专班",
    "站",
    "治理",
    "监督",
    "执法",
    "管理",
    "调解",
)
_STOPS = "的了着过在是对与和向由被把将为从到给让请跟同及等据听见找说叫于以就都也还又再才各每某本我你他她该这那其之而且但或个名位"
_NUMBERED = seldom(r"第?[一二三四五六七八九十\d]+[大中支分]?[队科室所股组处]")
_JOINT = re.compile(r"(?:[、,]|兼任?|暨|\s)\Z")


def role_start(scene: Scene, site: Site) -> int:
    """Where the words of a post begin: with its organisation, and with the posts that stand in a row before it (副县长、公安局局长)."""
    offsets = range(site.start + 1, site.end)  # the 局 of 公安局长 ends the organisation, the 市 of 台中市长 the place
    inner = [scene.named_since[at] for at in offsets if at in scene.named_since]
    start, floor = min(inner, default=site.start), max(0, site.start - _LONGEST)
    while start > floor:
        left = _step(scene, start)
        if left == start:
            break
        start = left
    return start


def _step(scene: Scene, start: int) -> int:
    """One part further left (an organisation, a place, a post, a word of a unit, the post before a comma); `start` where there is none."""
    named = scene.named_since.get(start)
    if named is not None:
        return named
    if start in scene.site_ends:
        return scene.site_ends[start].start
    text = scene.text
    joint = _JOINT.search(text, max(0, start - 2), start)
    if joint:
        return joint.start() if joint.start() in scene.site_ends else start
    if text[start - 1] == "的":
        return start - 1 if start - 1 in scene.named_since else start
    modifier = _MODIFIER.search(text, max(0, start - 3), start)
    return modifier.start() if modifier else _unit_start(scene, start)


def _unit_start(scene: Scene, start: int) -> int:
    """Where the words for a unit begin that end at `start` (防火监督科), no further than where an organisation ends."""
    for length in (6, 5, 4, 3, 2):
        if scene.text[max(0, start - length) : start] in _office_words():
            return start - length
    run = _RUN.search(scene.text, max(0, start - _REACH), start)
    tokens = rjieba.tag(run.group(), False) if run else []
    at = start
    while tokens and _is_of_unit(*tokens[-1], scene.text[at:start]):
        at -= len(tokens.pop()[0])
        if at in scene.named_since:
            break
    return at


def _is_of_unit(token: str, tag: str, right: str) -> bool:
    """Whether a word may be part of a unit's name before what is already taken of it (`right`, which begins with the post's own word).

    Nouns may, verbs where they are the work of an office (执法|大队), single letters where they are a unit (科, 处) or inside a name.
    """
    if len(token) == 1:
        return token in _UNITS or (bool(right) and token not in _STOPS)
    if tag[0] in "nbjsl" or token in _office_words() or _NUMBERED.fullmatch(token):
        return True
    return (tag == "vn" and bool(right)) or (tag[0] == "v" and right.startswith(_WORKING))


def kind(scene: Scene, start: int, end: int) -> Kind | None:
    """Whose post stands at `start` to before `end`; None where it is none in office (物业公司经理, 业委会主任).

    Police chiefs who also hold a post of the state are officials; posts of the police alone, those of its party committee included, are
    officers.
    """
    found = list(_kinds(scene, start, end))
    if not found or "private" in found:
        return None
    return "official" if "official" in found else "officer"


def _kinds(scene: Scene, start: int, end: int) -> Iterator[str]:
    """The kind of each post in a row; one without an organisation of its own is of the kind of that before it."""
    last: str | None = None
    at = start
    for site in _row(scene, start, end):
        before = scene.text[at : site.start + site.title.word.startswith("室")]  # 禁毒委办公|室主任
        if site.title.sort != "honour":
            last = _kind(scene, site, before, last)
            yield last
        elif _office(before + site.title.word) == "police":
            yield "officer"
        at = site.end


def _row(scene: Scene, start: int, end: int) -> Sequence[Site]:
    return [scene.site_ends[at] for at in range(start + 1, end + 1) if at in scene.site_ends]


def _kind(scene: Scene, site: Site, before: str, last: str | None) -> str:
    found = _office(before)
    if (found == "private" or _is_of_volunteers(scene, site)) and site.title.sort != "police":
        return "private"
    if site.title.sort != "neutral":
        return "officer" if site.title.sort == "police" else "official"
    if found or last:
        return {"police": "officer", "civil": "official"}.get(found or "", last or "official")
    meant = _meant(scene, site)
    return {"police": "officer", "civil": "official"}.get(_office(meant.name if meant else "") or "", site.title.bare)


def _is_of_volunteers(scene: Scene, site: Site) -> bool:
    """Whether a post is in a band of volunteers: one that stands right before it, or that a bare 队长 means."""
    last = next(iter(scene.recent(site.end)), None)
    meant = last if last and last.end == site.start else _meant(scene, site)
    return meant is not None and meant.rule == "band"


def _office(text: str) -> str | None:
    """Of whom the last word of an office in a text is: `police`, `civil`, `private`.

    Where no other word is, 大队 and the like (`force`) are the police's, else 社区 and 街道 (`local`) of the state. What is part of a
    bureau of the police is theirs whatever its work: 市公安局政务服务管理支队.
    """
    found = [_office_words()[word] for word in _office_pattern().findall(text)]
    told = [sort for sort in found if sort not in _WEAK]
    if told and told[-1] == "civil" and _OF_POLICE.search(text):
        return "police"
    return told[-1] if told else next((meant for weak, meant in _WEAK.items() if weak in found), None)


def organisation(scene: Scene, start: int, site: Site) -> str | None:
    """The full name of the organisation in which a post is.

    That is the last that its words name, the police first; where they name none, the one last spoken of that has such posts.
    """
    named = scene.organisations_within(start, site.end)
    if not named:
        meant = _meant(scene, site)
        return meant.name if meant else None
    last = next((hit for hit in named[::-1] if _POLICE.search(hit.name)), named[-1])
    return last.parent if last.kind == "party" and last.parent and _POLICE.search(last.parent) else last.name


def _meant(scene: Scene, site: Site) -> OrganisationHit | None:
    """The organisation last spoken of whose name ends as those do that have such a post (所长: 派出所)."""
    units = site.title.units
    return next((hit for hit in scene.recent(site.end) if units and hit.name.endswith(units)), None)


@cache
def _office_words() -> dict[str, str]:
    return {
        word: sort for sort in ("private", "civil", "police", "force", "local") for word in words("office_words", "word", **{"class": sort})
    }


@cache
def _office_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_office_words(), key=len, reverse=True)))
