"""One name for all the ways to write a programme, and how often it stands in a text."""

from __future__ import annotations

import re

from transforms.facts.programmes.vocabulary import known, plain
from transforms.patterns import seldom

_NEW = seldom(r"^(?:新时代|新时期|新型|全新|新(?![城区县市疆华兴安乡村田河余泰会宁]))+(?=.{3})")
_HEADS = "机制|体系|模式|平台|制度|工程|行动|工作法|活动|建设|改革|工作|创建|战略|品牌|方式|办理|理念|原则|目标|战役|警务|架构|格局"
_ENDS = tuple(_HEADS.split("|"))
_BAND = re.compile(r"(?<=义[警巡消])(?:队伍?|服务队|巡逻队)$")  # “扬枫义警队” is “扬枫义警”
_HEAD = seldom(rf"(?:{_HEADS})$")
_GENERIC = re.compile(
    rf"(?:(?:社区)?警务|工作|服务|治理|防控|管理|建设|运行|创新|矛盾化解|化解|集中统一|专项|新|的|实战|矛盾)*(?:{_HEADS})$"
)
_OF_TAIL = seldom(rf"^[新的]+|(?:工作|运行|运作|实战|建设|专项|新|的)*(?:{_HEADS})$")
_MIDDLE = seldom(rf"(?:专项|集中|统一|工作|新|的)+(?=(?:{_HEADS})$)")
_PROPERTY = re.compile(r"[^+、]{1,3}[式化型]")
_COUNTED = seldom(r"[二两三四五六七八九十双][^号级类个项条]")
_JOINTS = "+、—-"
_UNIT = seldom(r"[一二两三四五六七八九十][队室站所庭组岗员]")
_UNITS = re.compile(rf"(?:{_UNIT.pattern}){{2,4}}")
_ORDER = {character: rank for rank, character in enumerate("一二两三四五六七八九十")}
_BARE_FORMULA = seldom(r"[0-9A-Za-zNXx+一二两三四五六七八九十个级大张项条、]+[^、]?")


def canonical(core: str, tail: str = "") -> str:
    """The one name: of a well-known programme the name that the table has, else the core without what is generic.

    `core` is the quoted part of the name or the whole name, `tail` what follows the quoted part. A core that says too little alone
    (“1+N”, “一站式”) keeps what the tail says it is of, one of two characters (“蓝盾”专项行动) its tail.
    """
    core, tail = _BAND.sub("", plain(core)), plain(tail)
    short = _stripped(core)
    entry = known().get(core + tail) or known().get(core) or known().get(short)
    if entry:
        return entry.name
    if tail and (_BARE_FORMULA.fullmatch(core) or _PROPERTY.fullmatch(core)):
        return _ordered(short) + _OF_TAIL.sub("", tail)
    return short + _MIDDLE.sub("", tail) if _says_little(short) else _ordered(short)


def _stripped(name: str) -> str:
    """The name without what only says that it is new, and of which sort it is, unless too little remains."""
    name = _NEW.sub("", name) if name[:1] in "新全" else name
    match = _GENERIC.search(name) if name.endswith(_ENDS) else None
    if match is None or not match.start():
        return name
    short = name[: match.start()]
    if short[-1] in _JOINTS or _PROPERTY.fullmatch(short):
        less = _HEAD.sub("", name)
        return name if less[-1] in _JOINTS else less
    return _MIDDLE.sub("", name) if _says_little(short) else short


def _says_little(short: str) -> bool:
    """Whether a name is too short to stand alone: two characters that count nothing (蓝盾, but not 三联)."""
    return len(short) < 3 and _COUNTED.fullmatch(short) is None


def _ordered(name: str) -> str:
    """Counted units, the more numerous first: 两队一室 for 一室两队."""
    if not _UNITS.fullmatch(name):
        return name
    return "".join(sorted(_UNIT.findall(name), key=lambda unit: -_ORDER[unit[0]]))


def recurs(text: str, name: str, times: int) -> bool:
    """Whether a name stands in a text so many times at least; it is looked for no further than that."""
    at = 0
    for _ in range(times):
        at = text.find(name, at) + len(name)
        if at < len(name):
            return False
    return True
