"""The time since something began: where the article says that it did, or so many years before."""

from __future__ import annotations

import re
from decimal import Decimal

from transforms.facts.calendar import YEAR, Calendar, as_period, told_last
from transforms.facts.context import Line
from transforms.mentions.dates import DateHit
from transforms.mentions.dates.numerals import number
from transforms.patterns import seldom


def run_itself(at: int, line: Line, days: Calendar, years: Decimal) -> str | None:
    """The period of a run of years that is told since when it runs (自2012年以来…守了12年, 建站40年来), or that is to last (为期3年)."""
    told = _SINCE_IT_BEGAN.search(days.text, max(line.start, at - RUN), at + RUN)
    if told and told.start("years") == at:
        return _begun(days, line, told)
    hit = told_last(days, line.start, at, at)
    period = as_period(hit) if hit else None
    if hit is None or period is None:
        return None
    if _TO_LAST.search(days.text, max(line.start, at - RUN), at):
        return f"{period}/.." if hit.kind == "date" else period
    if not _ran(hit, days, years, at):
        return None
    went_on = hit.kind == "date" and _WENT_ON.search(days.text, max(hit.end, at - RUN), at)
    return f"{period}/.." if went_on else period if hit.kind == "since" else None


_WENT_ON = seldom("(?:一[干管守当做跑待住]就是|坚[持守]了?|已(?:经|有)?|干了|守了|当了)$")
RUN = 10  # characters of a run of years, and of what it is a run of
_TO_LAST = seldom("为期(?:近|约|大约|整整)?$")
_UP_TO_NOW = seldom(r"(?:以来|至今)[,，]?[^,，。;]{0,4}$")


def _ran(since: DateHit, days: Calendar, years: Decimal, at: int) -> bool:
    """Whether so many years have passed since a date, the last of them counted or not; where no year is known, the words tell."""
    if days.year is None or not since.edtf[:YEAR].isdigit():
        return _UP_TO_NOW.search(days.text, max(since.start, at - RUN), at) is not None
    return abs(days.year - int(since.edtf[:YEAR]) - years) <= 1 < years


def run_of(hit: DateHit, days: Calendar, line: Line, at: int) -> str | None:
    """The time since something began that is told behind a date, or by the date itself (两年多来, and 四年来 if it began so long ago)."""
    return since_it_began(days, line, hit.start if hit.rule == "since_then" else max(hit.end, line.start), at)


def since_it_began(days: Calendar, line: Line, start: int, at: int) -> str | None:
    """The time since something began that the article dates elsewhere: 联络站成立以来, 建站40年来, 两年多下来.

    It began so many years ago as the words say; else it is what they name; else the only thing that the article tells to have begun.
    """
    if not days.began or _HITHERTO.search(days.text, start, at) is None:
        return None  # as most: spared the pattern
    told = next(reversed(list(_SINCE_IT_BEGAN.finditer(days.text, start, at))), None)
    return _begun(days, line, told) if told and (told["thing"] or told["years"]) else None


def _begun(days: Calendar, line: Line, told: re.Match[str]) -> str | None:
    """The time since that began which the words tell to have begun."""
    began = [hit for hit in days.began if _is_beginning(days, hit, told, line)]
    before = [hit for hit in began if hit.start < told.start()]
    period = as_period((before or began)[-1 if before else 0]) if began else None
    return f"{period.removesuffix('/..')}/.." if period else _years_ago(days, told)


def _years_ago(days: Calendar, told: re.Match[str]) -> str | None:
    """Since the year so many years before that of the article (建站40年来); None for a run of years of nothing, and one not counted out."""
    if days.year is None or told["more"] or not (told["years"] and told["thing"]):
        return None
    return f"{days.year - number(told['years'])}/.."


def _is_beginning(days: Calendar, hit: DateHit, told: re.Match[str], line: Line) -> bool:
    """Whether a date tells when that began since which something is told."""
    begins = _BEGINS_SINCE if hit.kind == "since" else _BEGINS
    founded = begins.match(days.text, hit.end) or days.text.endswith(_FOUNDED_IN, 0, hit.start)
    if told["years"]:
        passed = (days.year or 0) - int(hit.edtf[:YEAR]) - number(told["years"])
        near = line.block_start <= hit.start < told.start()
        return (passed == 0 or (passed == 1 and told["more"] is not None)) and (near or founded is not False)
    named = told["named"] or ""
    sentence = days.text[days.text.rfind("。", 0, hit.start) + 1 : days.text.find("。", hit.end)]
    return bool(founded) and (named.lstrip("该本此这自") in sentence)


_THING = "成立|组建|创建|创办|建立|设立|开办|建成|挂牌|揭牌|投用|启用|运行|上线|开通|推行|启动|开展|实施|试点|行动|整治"
_BEHIND = r"(?=[,，、的已]|共(?!同)|累计|先后|总共|平均)"
_HITHERTO = re.compile(rf"(?:来|至今){_BEHIND}")  # how all that the next one finds ends
_SINCE_IT_BEGAN = re.compile(
    rf"(?P<thing>(?P<named>[一-鿿]{{2}})?自?(?:{_THING})|建[队站所院校会])?"
    r"(?:(?<![近去过数几])(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?P<more>[多余半])?)?(?:以来|下来|来|至今)" + _BEHIND
)
_BEGINS = seldom(rf"[^。;；\n]{{0,16}}?(?:{_THING}|办起|建起|打响)")
_BEGINS_SINCE = seldom(rf"[^。;；\n]{{0,60}}?(?:{_THING}|办起|建起|打响)")  # 2021年起,…: what goes on from then
_FOUNDED_IN = ("成立于", "建于", "组建于", "创建于", "创办于", "设立于")
