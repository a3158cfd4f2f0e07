"""One name for all the ways to write a programme."""

from __future__ import annotations

import re

from transforms.facts.programmes.vocabulary import known, plain

_NEW = re.compile(r"^(?:新时代|新时期|新型|全新|新)+(?=.{3})")
_GENERIC = re.compile(
    r"(?:(?:社区)?警务|工作|服务|治理|防控|管理|建设|运行|创新|矛盾化解|化解|集中统一|专项|新|的|实战|矛盾)*"
    r"(?:机制|体系|模式|平台|制度|工程|行动|工作法|活动|建设|改革|工作|创建|战略|品牌|方式|办理|理念|原则|目标|战役|警务)$"
)
_PAIR = re.compile(r"[一二两三四五六七八九十][^一二两三四五六七八九十0-9、+]")
_PAIRS = re.compile(rf"(?:{_PAIR.pattern}){{2,4}}")
_ORDER = {character: rank for rank, character in enumerate("一二两三四五六七八九十")}
_BARE_FORMULA = re.compile(r"[0-9A-Za-zNXx+一二两三四五六七八九十个级大张项条、]*[^、]?")


def canonical(core: str, tail: str = "") -> str:
    """The one name: of a well-known programme the name that the table has, else the core without what is generic.

    `core` is the quoted part of the name or the whole name, `tail` what follows the quoted part.
    """
    core, tail = plain(core), plain(tail)
    short = _stripped(core)
    entry = known().get(core + tail) or known().get(core) or known().get(short)
    if entry:
        return entry.name
    return _ordered(short) + _stripped(tail, 0) if tail and _BARE_FORMULA.fullmatch(core) else _ordered(short)


def _stripped(name: str, least: int = 3) -> str:
    """The name without what only says that it is new, and of which sort it is, unless too little remains."""
    name = _NEW.sub("", name)
    match = _GENERIC.search(name)
    if match is None or match.start() >= len(name):
        return name
    return name[: match.start()] if match.start() >= least else name


def _ordered(name: str) -> str:
    """Pairs of a number and a word in the order of the numbers: 一室两队 for 两队一室."""
    if not _PAIRS.fullmatch(name):
        return name
    return "".join(sorted(_PAIR.findall(name), key=lambda pair: (_ORDER[pair[0]], pair)))
