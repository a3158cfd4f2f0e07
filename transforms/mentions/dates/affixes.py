"""The words before and after a date that open an end of it: 自…以来, 截至…, …以前, …左右."""

from __future__ import annotations

import re

from transforms.mentions.dates.model import Moment, Period, Reading, kind_of
from transforms.mentions.dates.words import SPACE, TO_FAR_END
from transforms.patterns import seldom

_LAST_BEFORE = frozenset("自从打至止到 ")
_FIRST_AFTER = frozenset("以至来开起后之前左上期当止为全年已 \u3000\xa0")
_SINCE_BEFORE = re.compile(r"(?:(?<![来各独亲擅])自从?|打)$")
_UNTIL_BEFORE = re.compile(rf"截[至止]到?{SPACE}$")
_FROM_BEFORE = seldom(r"[从自]$")
_SINCE = seldom(
    rf"{SPACE}(?:年初)?(?:以来|至今(?![年天日晚早夏秋冬])|来(?=[,,])|(?:开始|起)(?=[,,、。;)至到]|$|施行|实施|开始|正式|全面|在|就|,)|起(?![诉草火义飞获拍源身步因哄码伏降落重底初跑点案事居床]))|(?<=今年)(?=已)"
)
_ON = seldom(f"{SPACE}(?:开始|起)")
_AFTER = re.compile(rf"{SPACE}(?:以后|之后|后(?![勤备台续期面代人者世果方来]))")
_BEFORE = seldom(rf"{SPACE}(?:以前|之前|前(?!提(?![高升])|[往去来进移线台后沿端夕景列任者一二三四五六七八九十0-9]))")
_STOP = re.compile(rf"{SPACE}(?:为止|止(?![付损]))")
_ABOUT = seldom(rf"{SPACE}(?:左右|前后|上下)")
_WHILE = seldom(r"(?:期间|当中|全年)")


def enclosed(text: str, reading: Reading) -> Reading:
    """The reading with the words around it that open an end of it: 自…以来, 截至…, …以前, …左右."""
    if reading.kind == "now" or (reading.kind == "offset" and not reading.period.single):
        return reading
    before = text[max(0, reading.start - 5) : reading.start]
    if before[-1:] not in _LAST_BEFORE and text[reading.end : reading.end + 1] not in _FIRST_AFTER:
        return _named(reading, reading.period)
    return _since(text, before, reading) or _until(text, before, reading) or _loosened(text, before, reading)


def _since(text: str, before: str, reading: Reading) -> Reading | None:
    """自2022年6月起, 2012年以来, 去年至今, 今年已…; 2015年以后 leaves 2015 itself out, 5月1日以后 does not."""
    opened, since, after = _SINCE_BEFORE.search(before), _SINCE.match(text, reading.end), _AFTER.match(text, reading.end)
    start = reading.start - len(opened[0]) if opened else reading.start
    if since is None and opened is None and reading.period.single and before.endswith("从"):
        since = _ON.match(text, reading.end)
    if since or (opened and reading.period.single):
        end = since.end() if since else reading.end
        return reading._replace(start=start, end=end, period=Period(reading.period.first, None), kind="since")
    if after and reading.period.last:
        first = reading.period.last if _has_day(reading) else _beyond(reading, 1)
        return reading._replace(start=start, end=after.end(), period=Period(first, None), kind="since")
    return None


def _until(text: str, before: str, reading: Reading) -> Reading | None:
    """截至11月底, 到9月为止; 2015年以前 leaves 2015 itself out, 6月30日前 and 年底前 do not."""
    opened, stop = _UNTIL_BEFORE.search(before), _STOP.match(text, reading.end)
    if opened or (stop and reading.period.single):
        start, end = reading.start - len(opened[0]) if opened else reading.start, stop.end() if stop else reading.end
        return reading._replace(start=start, end=end, period=Period(None, reading.period.last), kind="until")
    earlier = _BEFORE.match(text, reading.end)
    if not earlier or _ABOUT.match(text, reading.end) or reading.period.first is None:
        return None
    last = reading.period.last if _has_day(reading) or "edge" in reading.rules else _beyond(reading, -1)
    return reading._replace(end=earlier.end(), period=Period(None, last), kind="until")


def _has_day(reading: Reading) -> bool:
    return reading.period.end.day is not None


def _beyond(reading: Reading, step: int) -> Moment | None:
    """The year or month right after the period, or right before it: 2015年以前 leaves 2015 itself out."""
    moment = reading.period.last if step > 0 else reading.period.first
    if moment is None:
        return None
    return moment.plus_months(step) if moment.month else moment.plus_years(step)


def _loosened(text: str, before: str, reading: Reading) -> Reading:
    about, during, stop = (pattern.match(text, reading.end) for pattern in (_ABOUT, _WHILE, _STOP))
    start = reading.start - 1 if _FROM_BEFORE.search(before) and TO_FAR_END.search(text, reading.start, reading.end) else reading.start
    end = next((found.end() for found in (about, during, stop) if found), reading.end)
    period = reading.period._replace(about=True) if about else reading.period
    return _named(reading._replace(start=start, end=end), period)


def _named(reading: Reading, period: Period) -> Reading:
    """The reading with this period, and its kind by it."""
    kind = kind_of(period, reading.kind)
    return reading if kind == reading.kind and period is reading.period else reading._replace(period=period, kind=kind)
