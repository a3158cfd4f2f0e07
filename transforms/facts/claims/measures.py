"""Claims of what is measured: how warm it is, how long, wide or far things are."""

from __future__ import annotations

import itertools
import re

from transforms.facts import phrases
from transforms.facts.claims.model import Claim, Given
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import rule


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
    units=frozenset({"m", "km"}),
)
def extent(given: Given) -> Claim | None:
    """How long, wide, high or deep a thing is, by the word behind the number: 86米长的护栏, 路宽不到5米."""
    behind = given.sentence.chunks[given.at + 1 : given.end]
    dimension = _DIMENSIONS.get(behind[0].text) if behind else None
    if dimension is None:
        return _long_thing(given)
    held = phrases.after(given.sentence.chunks, given.at + 3, given.end)[0] if given.right[1:2] == "U" else EMPTY
    ahead = _around(given) if dimension == "半径" else phrases.topic_before(given.sentence.chunks, given.segment, given.at)
    thing = held if held.chunks else ahead
    return Claim(given.at, "level", thing, "".join(c.text for c in thing.chunks if c.code != "V") + dimension, given.at)


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
_FROM = re.compile(r"((?:距离?|离)[^,，。;；距离]{1,8}?)(?:仅仅?|只有?|还有|尚有|约|近|不足|不到|有|达|超过)*$")


_BESIDE = re.compile(r"([^,，。;；的]{1,8}(?:上游|下游|以[东南西北]|[东南西北]方向))约?$")


def _from(given: Given, start: str) -> str:
    """From where something is so far off, with what is (最远的村子〔离派出所〕86公里), where that is short."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.at - 1, given.segment, -1) if chunks[i].text in _AWAY_FROM), given.segment)
    what = "".join(c.text for c in chunks[given.segment : at] if c.code in "NHXM")
    return what + start if len(what) <= _SHORT else start


_AWAY_FROM = frozenset({"离", "距", "距离"})
_SHORT = 8


def _found(given: Given) -> str:
    """The place so far off, named behind the number: 8公里外的〔河滩〕."""
    if not re.match("[ANG]U", given.right):
        return ""
    named, _ = phrases.after(given.sentence.chunks, given.at + 3, given.end)
    return "".join(c.text for c in named.chunks if c.code in "NHGO")
