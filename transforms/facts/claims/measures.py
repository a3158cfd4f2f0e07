"""Claims of what is measured: how warm it is, how long, wide or far things are."""

from __future__ import annotations

import itertools
import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import rule
from transforms.patterns import seldom


@rule("正午气温一度达到〔39度〕。", "民警冒着〔零下25度〕的严寒守卡。", "井下水温只有〔3℃〕。", units=frozenset({"Cel"}))
def temperature(given: Given) -> Claim | None:
    """How warm it is, by the last word of warmth before the number; the air where nothing is named."""
    ahead = given.sentence.chunks[given.start : given.at]
    at = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i].text.endswith(_WARMTH)), None)
    named = phrases.topic_before(ahead, 0, at + 1) if at is not None else EMPTY
    nouns = tuple(c for c in named.chunks if c.code in "NHXR")
    return Claim(given.at, "level", Phrase(nouns, None), "".join(c.text for c in nouns) or "气温", given.at)


_WARMTH = ("温", "温度", "体温", "气温")


@rule(
    "护栏〔86米〕长。",
    "这条〔12公里〕长的堤坝由义警守护。",
    "门前的路〔不到5米〕宽。",
    "以警务站为中心〔3公里〕半径内警情下降。",
    "村里修了一条宽〔3米〕、长2.4公里的产业路。",
    units=frozenset({"m", "km"}),
)
def extent(given: Given) -> Claim | None:
    """How long, wide, high or deep a thing is, by the word beside the number: 86米长的护栏, 一条宽3米的产业路."""
    behind = given.sentence.chunks[given.at + 1 : given.end]
    dimension = _DIMENSIONS.get(behind[0].text) if behind else None
    if dimension is None:
        return _dimension_ahead(given) or _long_thing(given)
    held = phrases.after(given.sentence.chunks, given.at + 3, given.end)[0] if given.right[1:2] == "U" else EMPTY
    ahead = _around(given) if dimension == "半径" else phrases.topic_before(given.sentence.chunks, given.segment, given.at)
    thing = held if held.chunks else ahead
    return Claim(given.at, "level", thing, "".join(c.text for c in thing.chunks if c.code != "V") + dimension, given.at)


def _dimension_ahead(given: Given) -> Claim | None:
    """What is so long or wide, told by the word right before the number: 〔墙〕高4米, 一条宽3米、长2.4公里的〔产业路〕."""
    at = next((i for i in range(given.at - 1, given.segment - 1, -1) if given.sentence.codes[i] not in "uAE"), given.segment)
    dimension = _DIMENSIONS.get(given.sentence.chunks[at].text.removesuffix("达")) if at < given.at else None
    if dimension is None:
        return None
    ahead = [c for c in phrases.topic_before(given.sentence.chunks, given.segment, at).chunks if c.code in "NHQXR"]
    last = given.last.phrase.chunks if given.last is not None and given.last.rule == "extent" and given.segment == given.last.at + 1 else ()
    thing = _named_at_end(given) or tuple(ahead) or last
    name = "".join(c.text for c in thing)
    return Claim(given.at, "level", Phrase(thing, None), name + dimension, given.at) if name else None


def _named_at_end(given: Given) -> tuple[Chunk, ...]:
    """The thing behind the last of its dimensions: 宽〔3米〕、长2.4公里的〔产业路〕."""
    found = _THING_BEHIND.match(given.sentence.codes, given.at + 1)
    return tuple(c for c in given.sentence.chunks[found.start(1) : found.end(1)] if c.code != '"') if found else ()


_THING_BEHIND = seldom('(?:[J,][NXCVA][uAE]*#)*U((?:[NHQGX]|")+)')


def _long_thing(given: Given) -> Claim | None:
    """The length of what can only be long: 1.2公里的老街."""
    rest = given.sentence.chunks[given.at + 2 : given.end] if given.right.startswith("U") else ()
    thing = tuple(itertools.takewhile(lambda c: c.code in "NHGOQ", rest))
    name = "".join(c.text for c in thing).removesuffix("上")
    return Claim(given.at, "level", Phrase(thing, None), name + "长度", given.at) if name.endswith(_LONG_THINGS) else None


def _around(given: Given) -> Phrase:
    """What is done so far around a place, told behind its radius: 30公里半径〔巡航〕."""
    done = [c for c in given.sentence.chunks[given.at + 2 : given.end] if c.code in "VXY"]
    return Phrase(tuple(done[-1:]), None)


_LONG_THINGS = ("街", "路", "道", "巷", "堤", "大坝", "沙滩", "隧道", "边境线", "海岸线", "国境线", "河道", "山路", "防火带")
_DIMENSIONS = {"长": "长度", "宽": "宽度", "高": "高度", "深": "深度", "厚": "厚度", "半径": "半径", "见方": "边长"}


@rule("羊在〔8公里〕外的河滩被找到。", "事发地在〔30多公里〕之外。", "村子离县城〔86公里〕。", units=frozenset({"m", "km"}))
def away(given: Given) -> Claim | None:
    """How far off something is: 8公里外的河滩, 距县城20公里处."""
    behind = given.sentence.chunks[given.at + 1].text if given.right else ""
    ahead = "".join(c.text for c in given.sentence.chunks[given.segment : given.at])
    from_where = _FROM.search(ahead) or _BESIDE.search(ahead)
    if behind not in _OFF and not (from_where and (not behind or behind in _AT)):
        return None
    told = _from(given, from_where[1]) if from_where else _found(given)
    return Claim(given.at, "level", EMPTY, f"{told.removesuffix('距离')}距离", given.at)


_OFF = frozenset({"外", "之外", "开外", "以外", "远", "之遥"})
_AT = frozenset({"处", "的", "左右"})
_FROM = seldom(r"((?:距离?|离)[^,，。;；距离]{1,8}?)(?:仅仅?|只有?|就|还有|尚有|约|近|不足|不到|有|达|超过)*$")


_BESIDE = seldom(r"([^,，。;；的]{1,8}(?:上游|下游|以[东南西北]|[东南西北]方向))约?$")


def _from(given: Given, start: str) -> str:
    """What is so far off (〔检查站〕距县城40公里, 距火场50米外的〔楼顶〕), as far as it is short, with from where it is."""
    ahead = "".join(c.text for c in given.sentence.chunks[given.segment : given.at])
    what = _LAST_NAMED.search(ahead[: ahead.rindex(start)])
    behind = _off_there(given)
    here = behind or (what[1] if what else "")
    here = here.replace("的", "")
    here = here if len(here) <= _SHORT else next((c.text for c in reversed(given.sentence.chunks[: given.at]) if here.endswith(c.text)), "")
    return (here if len(here) <= _SHORT and not here.endswith(_FINDERS) else "") + _DISTANCE.sub("与" if here else "距", start)


_DISTANCE = seldom("^距离")
_LAST_NAMED = seldom(r"(?:[这那]?[一这那][辆条处座个栋家名位]|位于)?((?:最[^的]{1,2}的)?[^的了是现我,，、“\"]{2,}?)[仅只就在]?$")
_SHORT = 8


def _off_there(given: Given) -> str:
    """The place so far off, named behind the number: 距火场50米外的〔楼顶〕, 距县城20公里的〔村庄〕."""
    found = _NAMED_OFF.match(given.sentence.codes, given.at + 1)
    named = "".join(c.text for c in given.sentence.chunks[found.start(1) : found.end(1)]) if found else ""
    return "" if named.startswith(_NO_PLACE) else named


_NAMED_OFF = seldom("[AN]?UM?([NHOXC]?[NHO]{1,2})")
_NO_PLACE = ("地方", "位置", "地点", "时候")
_FINDERS = ("人员", "民警", "队员", "警察", "消防员", "记者")


def _found(given: Given) -> str:
    """The place so far off, named behind the number: 8公里外的〔河滩〕."""
    if not re.match("[ANG]U", given.right):
        return ""
    named, _ = phrases.after(given.sentence.chunks, given.at + 3, given.end)
    return "".join(c.text for c in named.chunks if c.code in "NHGO")


@rule("在年客流量〔超过500万〕的古镇,警务室设在城门口。", "常住人口只有〔2000多人〕的小镇。", "查获价值〔6万元〕的香烟。")
def possessed(given: Given) -> Claim | None:
    """What a thing behind the number has: 年客流量超过500万的〔古镇〕, 人口只有2000人的〔小镇〕."""
    found = _POSSESSOR.match(given.right)
    before = given.right_before if found else None
    if before is None or found is None or not before.text.endswith(_POSSESSED) or before.text.startswith("涉"):
        return None
    thing = Phrase(given.sentence.chunks[given.at + 2 : given.at + 1 + found.end()], None)
    measure = phrases.topic_before(given.sentence.chunks, given.segment, given.at)
    told = "".join(c.text for c in measure.chunks if c.code in "NHRM") or before.text
    whose = thing.text if len(thing.text) <= _WHOSE else thing.chunks[-1].text
    return Claim(given.at, "level", Phrase(measure.nouns, None), whose + told, given.at)


_POSSESSOR = re.compile("U[NHQG]{1,3}")
_WHOSE = 4
_POSSESSED = (
    "人口",
    "流量",
    "产量",
    "销量",
    "面积",
    "产值",
    "收入",
    "规模",
    "里程",
    "海拔",
    "房龄",
    "楼龄",
    "警龄",
    "党龄",
    "价值",
    "市值",
    "人数",
)
