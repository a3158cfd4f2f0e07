"""Bare figures (立案〔1127起〕, 死亡〔43人〕) with the kind of offence or accident that their paragraph is about in their names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from transforms.facts.offences import UMBRELLA
from transforms.facts.rules import OF_PEOPLE
from transforms.lexicon import table, words
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

_CASES = re.compile(
    r"(?P<done>破获|侦破|查破|打掉|捣毁|查处)(?P<what>案件|(?:犯罪)?团伙|窝点)"
    r"|(?:立|发|破)案(?:数|率|起数)?|案件(?:破案率|发案数|破案数|立案数)|(?:群众)?(?:经济|财产)?损失(?:金额|总额)?"
)
_ACCIDENTS = re.compile(
    r"(?:发生)?(?:事故)?(?P<figure>(?:死亡|受伤|伤亡|亡人)?(?:人数)?|起数|[亡伤]人数)|(?:事故)?(?P<loss>(?:直接)?(?:经济|财产)?损失)"
)
_OF_CRIME = seldom("诈|骗|盗|抢|案|挽回")
_OWN_NAMES = {"fraud": ("非法集资", "集资诈骗", "合同诈骗", "贷款诈骗", "养老诈骗")}  # sorts that go by names of their own
_OF_LIVES = frozenset({"assault", "homicide", "traffic", "fire", "brawl"})  # nobody loses money to them as to fraud
_UNNAMED = UMBRELLA | {"other", "accident", "petition", "criminal_all", "public_order_all", "administrative_all"}


def bare_name(number: NumberHit) -> str:
    """What a number counts that nothing names, by its unit or classifier alone."""
    unit = number.unit or ""
    if unit.isupper():
        return "金额"
    return "距离" if unit in {"m", "km"} else "人数" if number.classifier in OF_PEOPLE else "数量"


def of_kind(metric: str, offence: str | None, told: str) -> str:
    """The name of a bare figure of cases with their kind of offence, as `told` before it (电信网络诈骗破案数); any other as it is."""
    bare = _CASES.fullmatch(metric)
    if bare is None or offence is None or offence in _UNNAMED or (offence in _OF_LIVES and "损失" in metric):
        return metric
    label = next((word for word in _OWN_NAMES.get(offence, ()) if word in told), _labels()[offence])
    return f"{bare['done']}{label}{bare['what']}" if bare["done"] else label + metric


def of_theft(metric: str, offence: str | None) -> str:
    """The name of what its owner misses, where it was stolen: 被盗手机 of 丢失手机."""
    return _MISSED.sub("被盗", metric) if offence in _THEFTS else metric


_MISSED = seldom("^(?:在?[^丢]{0,6})丢失(?=.)")
_THEFTS = frozenset({"theft", "burglary", "vehicle_theft", "robbery_and_theft", "theft_two_kinds"})
_LONG = frozenset({"a", "month"})
_PARTIES = 3  # more of them are not those that quarrel
_SHORT = frozenset({"d", "h", "min", "s"})
_NAMED = seldom(r"到场|到达|赶|接警|连续|住|距|持续|约定|^工作|从事|从警|任职|从业")
_CALLED = seldom(r"跑|往返|上门|登门|走访")
_TALKED = seldom(r"谈|坐|劝|调|说|聊")


def of_quarrel(metric: str, hit: NumberHit) -> str:
    """The name of a number in the story of a quarrel: how long it lasted, how long and how often people talked, between whom."""
    unit, classifier = hit.unit, hit.classifier
    if unit in _LONG | _SHORT and metric.endswith(("用时", "时间")) and not _NAMED.search(metric):
        return "纠纷持续时间" if unit in _LONG else "纠纷调解用时"
    if classifier in {"户", "家"} and hit.value <= _PARTIES and "的" not in metric and not metric.startswith("纠纷当事"):
        return "纠纷当事人家"
    if classifier in {"次", "趟", "回", "遍"} and (_CALLED.search(metric) or _TALKED.search(metric)):
        return "上门调解" if _CALLED.search(metric) else "纠纷调解"
    return metric


@cache
def _labels() -> dict[str, str]:
    return {row["offence"]: row["label_zh"] for row in table("offences")}


@lru_cache(maxsize=1 << 14)
def may_be_of_accidents(metric: str) -> bool:
    """Whether `of_accidents` may find another name for a figure."""
    return metric in _kinds() or _ACCIDENTS.fullmatch(metric) is not None


def of_accidents(metric: str, told: str) -> str:
    """The name of a bare figure of accidents with the kind of accident that is `told` last before it; any other name as it is."""
    if metric in _kinds() and "事故" in told and not metric.endswith(("事故", "火灾")):
        return f"{metric}事故"
    bare = _ACCIDENTS.fullmatch(metric)
    if bare is None or not metric:
        return metric
    kind = max((word for word in _kinds() if word in told), key=lambda word: (told.rfind(word) + len(word), len(word)), default=None)
    if kind is None or (bare["loss"] and "直接" not in metric and _OF_CRIME.search(told, told.rfind(kind))):
        return metric
    return (kind if kind.endswith(("事故", "火灾")) else f"{kind}事故") + (bare["figure"] or bare["loss"] or "")


@cache
def _kinds() -> tuple[str, ...]:
    return words("claim_words", "word", **{"class": "accident_kind"})
