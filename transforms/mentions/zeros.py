"""Numbers that words state without a numeral of their own: nothing happened (未发生一起, 零发案), nothing changed (同比持平)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from transforms.lexicon import words
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

_EVENT = "|".join(words("zero_events", "event"))
_NONE = re.compile(
    r"(?:(?:从未|尚未|未再|没有再|未曾|未|没有|没|无|绝无)(?:发生|出现|接到|发现|引发|造成|酿成|有|出)?过?(?:任何)?一(?P<unit>起|例|件|宗|人|名|处|家|户|次|个|辆|桩)(?![来样直]))"
    r"|无一(?<!万无一)(?=反弹|反复|上交|上访|激化|升级|伤亡|漏|失|发生|积压|逾期|差错|重犯|投诉)"
    r"|一(?P<turned>起|例|件|宗|人|处|次|批|个|家|户|名|辆|封|笔)(?:未发生?|没发生?|也没有|都没有|未出|也未)"
)
_NEVER = seldom(
    r"(?P<none>(?:未|没有|没)再?(?:发生|出现)过?)(?!一[起例件宗人名处家户次个])(?:任何)?(?!因)[^,，。;；、：:！？!?\n\d]{0,14}?"
    r"(?:案件|案\(事\)件|案事件|事件|事故|火灾|火情|命案|警情|案|灾害|疫情|纠纷)(?=[,，;；。\n]|$)"
)
_SO_LONG = seldom(
    r"(?:连续|已)[^,，。;；]{0,3}[\d一二三四五六七八九十]+[多余]?(?:年|个月|天|日)[多余]?[^,，。;；\d]{0,6}$"
    r"|[\d一二三四五六七八九十百千余多][个家户所处][^,，。;；]{0,8}$"
)
_ZERO = re.compile(rf"零(?P<event>{_EVENT})(?P<after>[”’\"]?[^,，。;；、\n]?)")
_HOLDERS = seldom(
    r"\d+个?(?:村|社区|小区|乡镇|街道|派出所|单位|企业|学校|县|区)(?:[^,，。;；]{0,8}(?:实现|保持|做到|达到)[^,，。;；]{0,6}|(?:全年|今年|上半年)?)[“]?$"
)
_LISTED = seldom(rf"零(?:{_EVENT})[”、和及“]*$")
_NIL = re.compile(r"零(?<=[^整]为零)(?=[,，。;；\n]|$|的)")
_CLEARED = seldom(r"(?:[由从][^,，。;；]{0,14}\d[余多]?[一-鿿]{1,2})(?P<nil>(?:全部)?(?:清零|归零|(?:压?[降减][至到为]|变[为成])零))")
_FLAT = seldom(r"(?:基本|大体|大致)?持平(?!稳|安|衡)")
_DOUBLED = re.compile(r"翻了?[番倍](?=[,，。;；、\n)）]|$)")
_BASELINE = seldom(r"(?:同比|环比|同期|[与同跟较和][^,，。;；]{2,12}|比[^,，。;；]{2,10})[^,，。;；]{0,6}$")


def find_zeros(text: str) -> tuple[NumberHit, ...]:
    """Zeros in words and unchanged figures, in order: value 0; unit `count`, or `percent` with the form `flat` for 持平.

    翻番, that has no number of its own, is 1 `times`.
    """
    found = [*_none(text), *_never(text), *_events(text), *_flat(text), *_doubled(text)]
    return tuple(sorted(found, key=lambda hit: hit.start))


def _zero(start: int, end: int, unit: str, classifier: str | None, form: str) -> NumberHit:
    return NumberHit(start, end, start, end, Decimal(0), None, "exact", unit, classifier, form)


def _none(text: str) -> list[NumberHit]:
    return [_zero(*match.span(), "count", match["unit"] or match["turned"], "zero") for match in _NONE.finditer(text)]


def _never(text: str) -> list[NumberHit]:
    """Where nothing of a kind is told to have happened, without a numeral (未发生群体性事件).

    How long it has not (连续1120天未发生火灾), or in how many places (9个村没有发生盗窃案), is the fact where that is told.
    """
    found = _NEVER.finditer(text) if "发生" in text or "出现" in text else ()
    return [
        _zero(*match.span("none"), "count", None, "zero")
        for match in found
        if not _SO_LONG.search(text, max(0, match.start() - 24), match.start())
    ]


def _events(text: str) -> list[NumberHit]:
    """零发案 where it is stated of something; before another noun (零发案小区) it is part of a name.

    What was so many is none: 由8处清零.
    """
    hits = [_zero(match.start(), match.end("event"), "count", None, "zero") for match in _ZERO.finditer(text) if _ends_claim(match)]
    cleared = [_zero(*match.span("nil"), "count", None, "zero") for match in _CLEARED.finditer(text)] if "零" in text else []
    return [*hits, *cleared, *(_zero(*match.span(), "count", None, "zero") for match in _NIL.finditer(text))]


def _ends_claim(match: re.Match[str]) -> bool:
    after = match["after"].lstrip('”’"')
    following = match.string[match.end("event") : match.end("event") + 4].lstrip('”’"')
    if follows_holders(match.string, match.start()):
        return False
    listed = bool(re.match(r"[、和及]?[“]?零", following)) or bool(_LISTED.search(match.string, max(0, match.start() - 10), match.start()))
    return not listed and (
        after == ""
        or not re.match(r"[一-鿿零“]", following)
        or following.startswith(("的目标", "的纪录", "的记录", "的成绩", "记录", "纪录"))
    )


def follows_holders(text: str, at: int) -> bool:
    """Whether places are counted right before a zero (11个社区实现零发案): their count is the fact, the zero its name."""
    return _HOLDERS.search(text, max(0, at - 24), at) is not None


def _flat(text: str) -> list[NumberHit]:
    return [
        _zero(*match.span(), "percent", None, "flat")
        for match in (_FLAT.finditer(text) if "持平" in text else ())
        if _BASELINE.search(text, max(0, match.start() - 24), match.start())
    ]


def _doubled(text: str) -> list[NumberHit]:
    """翻番 and 翻倍, that name no number: one more than before."""
    found = _DOUBLED.finditer(text)
    return [_zero(*match.span(), "times", None, "plain")._replace(value=Decimal(1)) for match in found]


def with_zeros(numbers: Sequence[NumberHit], zeros: Sequence[NumberHit]) -> tuple[NumberHit, ...]:
    """Both, in order; a numeral inside a zero (一 of 未发生一起) is the zero's."""
    if not zeros:
        return tuple(numbers)
    kept = [hit for hit in numbers if not any(zero.start < hit.end and hit.start < zero.end for zero in zeros)]
    return tuple(sorted([*kept, *zeros], key=attrgetter("start")))
