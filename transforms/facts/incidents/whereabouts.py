"""When and where an event was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import rjieba

from transforms.facts.calendar import SEASONS, YEAR_EDGES
from transforms.facts.context import Context, last, within
from transforms.facts.incidents.scenes import NO_DAY, Sentence
from transforms.facts.scopes import Scope, contains
from transforms.mentions.dates import DateHit
from transforms.mentions.numerals import hundredths
from transforms.mentions.places.gazetteer import divisions, label
from transforms.patterns import seldom
from transforms.records import Statistic

_MINUTES = {"s": Decimal(1) / 60, "min": Decimal(1), "h": Decimal(60)}


def when_of(text: str, sentences: Sequence[Sentence], event: int, dates: Sequence[DateHit], above: Sequence[DateHit]) -> str | None:
    """When the event was, in EDTF: the day named last before it, else first after, with its time of day where that is told.

    Without a day it is the month that is named; else the year or month that the event's own sentence opens with (去年冬天, 1月下旬).
    `dates` are all that the telling names, `above` those that stand before it: the last day of them is that of a time of day alone.
    """
    hits = [hit for sentence in sentences for hit in sentence.dates]
    day = _nearest([hit for hit in hits if not hit.edtf.startswith(NO_DAY)], event)
    if day is None:
        month = _nearest([hit for sentence in sentences for hit in sentence.months], event)
        clock = _clock(hits, event, None)
        return _as_told(text, month) if month else _on_day_above(text, clock, above) if clock else _coarsely(text, sentences, event, dates)
    clock = _clock(hits, event, day) or _of_call(text, hits, event, day)
    return day.edtf[:10] + "T" + clock.edtf.split("T")[1] if clock and "T" not in day.edtf else day.edtf


def _clock(hits: Sequence[DateHit], event: int, day: DateHit | None) -> DateHit | None:
    """The time of day that is told last before the event, of its day."""
    timed = (hit for hit in hits if hit.start < event and "T" in hit.edtf)
    return _nearest([hit for hit in timed if day is None or hit.edtf[:10] in {NO_DAY, day.edtf[:10]}], event)


def _of_call(text: str, hits: Sequence[DateHit], event: int, day: DateHit) -> DateHit | None:
    """The time of day at which the event is reported behind it (当晚发生事故。22时13分,报警电话响了)."""
    timed = (hit for hit in hits if hit.start > event and "T" in hit.edtf and hit.edtf[:10] in {NO_DAY, day.edtf[:10]})
    return next((hit for hit in timed if _CALL.match(text, hit.end)), None)


_CALL = seldom("(?:左右|许)?[,，]?[^,，。;；]{0,14}(?:报警|接警|警情|求助|电话(?:响|打))")


def _on_day_above(text: str, clock: DateHit, above: Sequence[DateHit]) -> str:
    """A time of day with the day told last above; alone where it counts from a day of its own (昨天8时) or no day is told."""
    day = next((hit for hit in reversed(above) if hit.kind in {"date", "time"} and _WHOLE_DAY.match(hit.edtf)), None)
    if day is None or "/" in clock.edtf or text[clock.start] in "昨今前明":
        return clock.edtf
    return day.edtf[:10] + "T" + clock.edtf.split("T")[1]


_WHOLE_DAY = seldom("[0-9X]{4}-[0-9]{2}-[0-9]{2}")


def _as_told(text: str, month: DateHit) -> str:
    """A month; the year where its end or beginning is told (2024年底的一个周末)."""
    return month.edtf[:_YEAR] if text.endswith(YEAR_EDGES, month.start, month.end) else month.edtf


def _coarsely(text: str, sentences: Sequence[Sentence], event: int, dates: Sequence[DateHit]) -> str | None:
    """The year or the month of the year, season or third of a month that the event's own sentence opens with."""
    start = next((sentence.start for sentence in sentences if sentence.start <= event < sentence.end), event)
    hit = last(dates, start, event)
    if hit is None or hit.start > start or text[hit.end : hit.end + 1] not in {",", "，"} or not hit.edtf[:_YEAR].isdigit():
        return None
    if hit.rule == "third_of_month":
        return hit.edtf[:_MONTH]
    return hit.edtf[:_YEAR] if hit.rule in SEASONS or (hit.kind == "date" and len(hit.edtf) == _YEAR) else None


_YEAR, _MONTH = len("2024"), len("2024-07")


def _nearest(hits: Sequence[DateHit], event: int) -> DateHit | None:
    before = [hit for hit in hits if hit.start < event]
    return before[-1] if before else hits[0] if hits else None


class Place(NamedTuple):
    """A place by its code of GB/T 2260 and its name."""

    adcode: str | None
    name: str | None


_TOWN = r"[一-鿿]{2,4}?(?:街道|镇|乡|苏木)"
_VILLAGE = r"(?!一[名个位户])[一-鿿]{2,6}?(?:社区|小区|村|屯|庄园)(?![民警干里])"
_SITE = (
    r"(?:路口|路|步行街|老街|街|巷|广场|商圈|商场|超市|市场|集市|夜市|店|酒店|宾馆|餐馆|公园|大棚|码头|港|口岸|查缉点|卡点|大厅|窗口|派出所|学校|中学|小学|幼儿园|医院|车站|转盘|工地|厂|桥|水库|湖"
    r"|河边|河道|江堤|江边|岛|[0-9一二三四五六七八九十]+号楼|邮局|银行|网吧|公司|仓库|村屋|山上|海里处|海域|收费站|服务区|隧道|公路|国道|高速|饭店|旅馆|工业园|产业园|景区|山庄|村道)"
)
_CHAIN = seldom(
    rf"(?P<town>{_TOWN})?(?P<village>{_VILLAGE})?(?P<site>的?(?:一[家处个座条间])?[一-鿿0-9]{{0,8}}?{_SITE}(?:一带|附近|门口|门前|内|里)?)?"
)
_NO_SPOT = seldom(
    r"[某被将把向对为由从称说并及与和我你他她它]|一路|[0-9]{4}|[汇通接]报|自己|辖区|走访|工作|巡逻|现场|调解|途中|民警|官兵|发现|加强|以来|村民|居民|市民|群众|全[县市区所]|多个|各|兵分|迷路|该|^[一二两三四五六多]路|中国"
)
_FROM = seldom(r"的?(?:渔船|船|货车|客车|车|人|老板|男子|女子|客商|游客)")


def place_of(text: str, sentences: Sequence[Sentence], event: int, scopes: Sequence[Scope], context: Context) -> Place:
    """The place of the event: the narrowest division that the telling names up to it, and what the text says of the spot."""
    end = next((sentence.end for sentence in sentences if event < sentence.end), sentences[-1].end)
    start, home = sentences[0].start, context.places.jurisdiction
    first, rest = _named(text, start, end, scopes, home), _named(text, end, sentences[-1].end, scopes, home)
    inside = [code for code in rest if home is None or contains(home, code)]
    adcode = min(first or inside, key=_width, default=home)
    hits = [hit for hit in within(context.places.hits, start, end) if hit.adcode == adcode and hit.kind == "named"]
    told = [hit.full for hit in hits]
    known = context.places.jurisdiction_name if adcode == home else label(adcode) if adcode in divisions() else None
    full = max(told, key=len) if told else known
    division, spot = _ABOVE.sub("", full or ""), _spot(text, start, end, event, context) or ""
    written = [text[hit.start : hit.end] for hit in hits]
    return Place(adcode, _joined(division, _beyond(spot, written)) or None)


def _beyond(spot: str, written: Sequence[str]) -> str:
    """The spot without the division as the text writes it: 小庙镇周章村 of 合肥小庙镇周章村."""
    prefix = max((name for name in written if spot.startswith(name)), key=len, default="")
    return "" if any(name.startswith(spot) for name in written) else spot[len(prefix) :]


def _joined(division: str, spot: str) -> str:
    """Both as one name, without what they share: 连平县上坪镇 and 上坪镇第二中学."""
    shared = next((size for size in range(min(len(division), len(spot)), 0, -1) if division.endswith(spot[:size])), 0)
    return spot if division in spot else division + spot[shared:]


def _named(text: str, start: int, end: int, scopes: Sequence[Scope], home: str | None) -> list[str]:
    """The codes of the divisions named in a range that are narrower than the article's own or beside it."""
    here = (scope.adcode for scope in within(scopes, start, end) if not _FROM.match(text, scope.end))
    return [code for code in here if home is None or (code != home and not contains(code, home))]


def _width(adcode: str) -> int:
    """How wide a division is: the more zeros its code ends with, the wider."""
    return len(adcode) - len(adcode.rstrip("0"))


# What stands above the last division of a full name: 河南省漯河市 in 河南省漯河市舞阳县.
_ABOVE = seldom(r"^(?:.{2,6}?(?:省|自治区))?(?:.{2,10}?(?:市|自治州|地区|盟)(?=.+[县区市旗]$))?")


def _spot(text: str, start: int, end: int, event: int, context: Context) -> str | None:
    """What the text says of the spot: a town, village or site, the nearest before the event that stands where a name can begin."""
    named = [hit for hits in (context.places.hits, context.organisations) for hit in within(hits, start, end)]
    found = [match for at in _beginnings(text, start, end, context) if (match := _CHAIN.match(text, at, end)) and _is_spot(match)]
    found = [match for match in found if not any(hit.start <= match.start() and match.end() <= hit.end for hit in named)]
    before = [match for match in found if match.start() <= event]
    chosen = max(before, key=lambda match: (bool(match["town"]), match.start()), default=None) or (found[0] if found else None)
    return _from_noun(chosen[0].removeprefix("的")) if chosen else None


def _is_spot(match: re.Match[str]) -> bool:
    return bool(match[0]) and not _NO_SPOT.search(match[0])


def _from_noun(spot: str) -> str | None:
    """The spot without a verb that stands before it (日夜守在码头)."""
    words = list(rjieba.tag(spot))
    verbs = [index for index, (word, tag) in enumerate(words) if tag in {"v", "p", "vd"} and not _is_of_noun(word, words[index + 1 :])]
    rest = "".join(word for word, _ in words[verbs[-1] + 1 :]) if verbs else spot
    return rest if len(rest) > 1 else None


def _is_of_noun(word: str, rest: Sequence[tuple[str, str]]) -> bool:
    """Whether a word that looks like a verb belongs to the noun: 一处, 一家在建工地."""
    return word in "一家处" or (word == "在" and bool(rest) and rest[0][0].startswith("建"))


_OPENS = seldom(r"(?<=[,。;:、”])|(?<=[^现正实存所]在)(?!建)|(?<=时许)|(?<=[日晚晨时分]),?")


def _beginnings(text: str, start: int, end: int, context: Context) -> list[int]:
    """Where the name of a spot may begin: behind a mark, a date, a division or 在."""
    marks = {match.end() for match in _OPENS.finditer(text, start, end)}
    places = {edge for hit in within(context.places.hits, start, end) for edge in (hit.start, hit.end)}
    dates = {hit.end for hit in within(context.dates, start, end)}
    inside = {at for hit in within(context.organisations, start, end) for at in range(hit.start + 1, hit.end)}
    return sorted({start, *marks, *places, *dates} - inside)


_ARRIVED = seldom(
    r"(?<![0-9时点:])(?P<min>[0-9]{1,2})分(?:钟)?(?:(?P<sec>[0-9]{1,2})秒)?钟?(?:之?内|后)?[,就便即]{0,2}[^。;某先女家]{0,14}?(?:赶到|赶抵|到达|到场|抵达|来到|停在|敲响)"
)


def response_minutes(sentences: Sequence[Sentence], statistics: Sequence[Statistic]) -> Decimal | None:
    """The minutes from the call to the arrival, where the telling has them."""
    told = next((item for item in statistics if item.indicator == "response_time" and item.unit in _MINUTES), None)
    if told:
        return hundredths(told.value * _MINUTES[told.unit])
    found = next((match for item in sentences if "分" in item.words and (match := _ARRIVED.search(item.words))), None)
    return hundredths(Decimal(found["min"]) + Decimal(found["sec"] or 0) / 60) if found else None
