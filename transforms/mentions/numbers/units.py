"""What a number counts or measures in: its unit behind it or before it, and the classifier that it is counted by."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from transforms.lexicon import table
from transforms.mentions.numbers.model import NumberHit
from transforms.mentions.numerals import parse
from transforms.patterns import seldom

ALONE = re.compile(r"\w")  # not found on either side of what stands alone


class Unit(NamedTuple):
    """A unit by its short name, how many of it a word stands for (万元), and the classifier that the word is."""

    unit: str
    factor: Decimal
    classifier: str | None


_CURRENCY = seldom(r"(人民币|港币|港元|澳门币|新台币|台币|美元|美金|欧元|英镑|日元)(?:\(以下同\))? ?$")
_AMBIGUOUS = frozenset("块里级人日分发部群家队团户股场点项平")  # unit words, or how other words begin
_ROUNDS = seldom(r"(?<!一)发(?=[^,，。;；]{0,4}?[子炮枪霰铅猎空实][弹药]|[弹,，。;；、）)\n]|$|和|及|以及)")
_NO_UNITS = (
    *(
        "部门",
        "部委",
        "部队",
        "部级",
        "人口",
        "人民群众",
        "人民警察",
        "人民调解",
        "日元宵",
        "日元旦",
        "分散",
        "分布",
        "分赴",
        "分别",
        "日均",
    ),
    *(
        "群众",
        "群体",
        "家庭",
        "家长",
        "家属",
        "队员",
        "队伍",
        "团员",
        "团队",
        "团伙",
        "户籍",
        "股民",
        "股东",
        "人员",
        "场所",
        "点位",
        "项目",
    ),
)
_YET_UNITS = (
    "家庭院",
    "家长期",
    "家长达",
    "家长年",
    "家长久",
    "家属于",
    "家属地",
    "点位于",
    "项目标",
    "团队列",
    "人员工",
    "群体育",
)  # 12项目标, 3家长期合作的商户
_ODD = frozenset("个分")
_LI = seldom(r"里(?=多?(?:[山土夜水雪泥石]?路(?!口)|地(?![区方点]|处))|多(?![\w])|外的|开外)")
_TRAVELLED = seldom(r"(?:行程|奔袭|辗转|跋涉|往返|驱车|奔走|[跑走赶追]了)[^,，。;；]{0,4}$")
_AS_FAR = 10  # characters before 里 that may tell of a way travelled
_OF_MONEY = seldom(r"(?:资金|经费|投资|损失|款项?|金额|费用|资产|[挽止]损|止付)(?:约|近|达|共|高达|累计|达到|合计|总计)?$")
_YUAN = seldom(r"块(?=钱|零?[一二三四五六七八九两\d](?:[角毛分]|$|\W|到)|$|\W)")
# what is counted in pieces right before them: 展板30块, 海洛因18块
_IN_PIECES = seldom(r"(?:海洛因|冰毒|鸦片|毒品|电瓶|电池|手表|玻璃|[板牌屏栏匾碑砖石地])[\d一二三四五六七八九十百两余多]+$")
_NIGHTS = re.compile(r"(?:零|又)?[一二两三四五六七八九十\d]{1,2}个?(?:夜|晚上?)")  # 三天三夜
_OF_QUAKE = seldom(r"震级[^,，。\d]{0,3}[\d.]+$")
_QUAKE = seldom(r"级(?=.{0,4}?[地余强]震)")
_TENTHS = seldom(r"成(?P<more>[一二三四五六七八九\d])(?![成万千百十\d]|[一-鿿]?[%元])")
_MINUTES = seldom(r"分(?:(?=半)|(?= ?\d{1,2} ?秒)|钟(?= ?\d{1,2} ?秒))")
_WARM = seldom(r"(?:[气水体室地低高油]温|温度)[^,，。;；\d]{0,8}$")
_TIMED = seldom(r"(?:小时|时间|用时|时长|分钟|缩短|压缩|耗时|到场|到达|平均|[快慢]了)[^,，。;；]{0,12}$")


@cache
def units() -> dict[str, Unit]:
    """Every unit word (`seeds/units.csv`) with its unit."""
    return {
        row["word"]: Unit(row["unit"], Decimal(row["factor"]), row["word"].removeprefix("大") if row["kind"] == "classifier" else None)
        for row in table("units")
    }


@cache
def _units_by_opening() -> dict[str, tuple[tuple[str, Unit, bool], ...]]:
    """The unit words by their first character, the longest first, and whether a letter or figure behind them makes them another word."""
    found: dict[str, list[tuple[str, Unit, bool]]] = defaultdict(list)
    for word, unit in sorted(units().items(), key=lambda item: -len(item[0])):
        found[word[0]].append((word, unit, word.isascii() and word[0].isalpha()))
    return {opening: tuple(units) for opening, units in found.items()}


def measured(text: str, hit: NumberHit) -> NumberHit:
    """The hit with the unit or classifier that follows it, and what may stand between and behind: 5个多月, 三年半."""
    if hit.unit in {"ratio", "percent"}:
        return hit
    at = hit.end + (text[hit.end : hit.end + 1] == " " and text[hit.end - 1].isascii())
    odd = _odd(text, at) if text[at : at + 1] in _ODD else None
    if odd:
        half = Decimal("0.5") if text[at + 1] == "半" else Decimal(0)
        return hit._replace(end=odd[0], value=hit.value + half, bound="exact" if half else "over", unit=odd[1])
    tenths = text.startswith("成", at) and _TENTHS.match(text, at)
    if tenths:
        return hit._replace(end=tenths.end(), value=hit.value * 10 + parse(tenths["more"]), unit="percent")
    known = _with_other(text, at, unit_at(text, at))
    if known and known[1].unit == "point" and _minutes(text, hit, at):
        known = known[0], units()["分钟"]
    if known and known[1].unit == "度" and _WARM.search(text, max(0, hit.start - 12), hit.start):
        known = known[0], units()["℃"]
    return _with_unit(text, hit, at + known[0], _again(text, hit, known[1])) if known else hit


_OR_ELSE = re.compile(r"[(（][套支头条面部个张件][)）]")


def _with_other(text: str, at: int, known: tuple[int, Unit] | None) -> tuple[int, Unit] | None:
    """A classifier with another that a bracket adds to it: 野生动物86只(头), 锦旗130封(面)."""
    more = _OR_ELSE.match(text, at + known[0]) if known and known[1].classifier else None
    return (more.end() - at, known[1]) if known and more else known


def _odd(text: str, at: int) -> tuple[int, str] | None:
    """Where a unit with 多 or 半 inside ends, and what it is: 5个多月, 三个半小时, 七分多钟."""
    if text.startswith(("分多钟", "分半钟"), at):
        return at + 3, "min"
    known = unit_at(text, at + 2) if text.startswith(("个多", "个半"), at) else None
    return (at + 2 + known[0], known[1].unit) if known and known[1].unit in {"month", "h", "wk"} else None


def _again(text: str, hit: NumberHit, unit: Unit) -> Unit:
    """The unit of 个 that repeats one told before: 由7个工作日缩短至5个, 从3个月压缩到1个."""
    told = _TOLD.search(text, max(0, hit.start - _AS_FAR_BACK), hit.start) if unit.classifier == "个" else None
    return units()[told["unit"]] if told else unit


_TOLD = seldom(r"个(?P<unit>工作日|月|小时|星期|百分点)[^,，。;；\d]{0,8}(?:[至到为]|成了?)[近约不足到超过]{0,2}$")
_AS_FAR_BACK = 20  # characters that may part 个 from the unit that it repeats


def _minutes(text: str, hit: NumberHit, at: int) -> bool:
    """Whether 分 are minutes: before seconds or a half, or after hours or a word of time."""
    return (bool(_MINUTES.match(text, at)) and bool(_TIMED.search(text, max(0, hit.start - 20), hit.start))) or bool(
        re.match(r"分 ?\d{1,2} ?秒", text[at : at + 6]) or re.search(r"\d ?(?:个)?小时$", text[max(0, hit.start - 5) : hit.start])
    )


def unit_at(text: str, at: int) -> tuple[int, Unit] | None:
    """The unit word at an offset, by its end, and its unit; None where none stands there."""
    opening = text[at : at + 1]
    if opening in _AMBIGUOUS:
        if opening in _OPENED:
            return _OPENED[opening](text, at)
        if opening == "块" and _YUAN.match(text, at) and not _IN_PIECES.search(text, max(0, at - 12), at):
            return (2 if text.startswith("块钱", at) else 1), units()["元"]
        if opening == "平" and _AREA.match(text, at):
            return 1, units()["平方米"]
        if text.startswith(_NO_UNITS, at) and not text.startswith(_YET_UNITS, at):
            return None
    for word, unit, spelt in _units_by_opening().get(opening, ()):
        if text.startswith(word, at) and not (spelt and text[at + len(word) : at + len(word) + 1].isalnum()):
            return len(word), unit
    return None


def _li_at(text: str, at: int) -> tuple[int, Unit] | None:
    """里 of a way: 20里山路, 行程120里."""
    told = _LI.match(text, at) or _TRAVELLED.search(text, max(0, at - _AS_FAR), at)
    return (1, Unit("km", Decimal("0.5"), None)) if told else None


def _rounds_at(text: str, at: int) -> tuple[int, Unit] | None:
    """发 of ammunition: 2400余发子弹, 霰弹60发."""
    return (1, Unit("count", Decimal(1), "发")) if _ROUNDS.match(text, at) else None


def _magnitude_at(text: str, at: int) -> tuple[int, Unit] | None:
    """级 of an earthquake: 4.2级地震, 震级4.2级."""
    quake = _QUAKE.match(text, at)
    told = quake or _OF_QUAKE.search(text, max(0, at - 12), at)
    return (quake.end() - at if quake else 1, units()["级地震"]) if told else None


_AREA = seldom(r"平(?=[,，。;；、)）]|$)")  # 屋面4.8万平
_OPENED = {"里": _li_at, "发": _rounds_at, "级": _magnitude_at}


def _with_unit(text: str, hit: NumberHit, end: int, unit: Unit) -> NumberHit:
    high = None if hit.value_high is None else hit.value_high * unit.factor
    value, bound, classifier = hit.value * unit.factor, hit.bound, unit.classifier
    if classifier and text.startswith("(次)", end) and f"{classifier}次" in units():  # 出动警力320人(次)
        classifier, end = f"{classifier}次", end + len("(次)")
    nights = _NIGHTS.match(text, end) if unit.unit == "d" else None
    end = nights.end() if nights else end
    follow = text[end : end + 1]
    if follow == "半" and unit.unit != "count" and text[end : end + 2] not in {"半年", "半径"}:
        value, end = value + unit.factor / 2, end + 1
    elif follow == "多" and bound == "exact" and (unit.unit != "percent" or text[end - 1] == "成"):
        bound, end = "over", end + 1
    return NumberHit(hit.start, end, hit.numeral_start, hit.numeral_end, value, high, bound, unit.unit, classifier, hit.form)


def in_currency(text: str, hit: NumberHit) -> NumberHit:
    """The hit in the currency named before it (港币2960元); money are 资金120余万, too, and a bare 五分 with no word at its sides."""
    if hit.unit == "CNY":
        named = _CURRENCY.search(text, max(0, hit.start - 10), hit.start)
        return hit._replace(start=named.start(), unit=units()[named[1]].unit) if named else hit
    if hit.unit is None and text[hit.end - 1] in "万亿" and _OF_MONEY.search(text, max(0, hit.start - 8), hit.start):
        return hit._replace(unit="CNY")
    if hit.unit == "point" and not ALONE.search(text[max(0, hit.start - 1) : hit.start] + text[hit.end : hit.end + 1]):
        return hit._replace(value=hit.value / 100, unit="CNY")
    return hit


@cache
def currencies() -> frozenset[str]:
    """The units of money (ISO 4217)."""
    return frozenset(row["unit"] for row in table("units") if row["kind"] == "money")
