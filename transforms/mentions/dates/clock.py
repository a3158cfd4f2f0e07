"""Times of day."""

from __future__ import annotations

import re

from transforms.mentions.dates.context import END, FIGURES, Context, day_before, rule
from transforms.mentions.dates.model import UNKNOWN_DAY, Moment, Period, just, span
from transforms.mentions.dates.numerals import ONES, number
from transforms.mentions.dates.words import CHINESE_FREE, SPACE, TO
from transforms.patterns import seldom

_PARTS = "凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|深夜|夜间|夜里|午夜|早|晚|夜"
_MIDNIGHT = 24
_AFTERNOON = frozenset({"午后", "下午", "傍晚", "晚上", "晚间", "深夜", "夜间", "夜里", "晚", "夜"})
_NIGHT = frozenset({"晚上", "晚间", "深夜", "夜间", "夜里", "晚", "夜"})
_HOUR = rf"(?:(?<![0-9.:])(?:[01]?[0-9]|2[0-4])|{CHINESE_FREE}(?:二十[{ONES}]?|十[{ONES}]?|[零两{ONES}]))"
_MINUTE = rf"(?:[0-5]?[0-9]|[二三四五]?十[{ONES}]?|零?[{ONES}])"
_NO_TIME = "(?![间期候代段刻而常有速尚光效俱机空差装钟])"
_RECURRING = seldom(r"(?:每[天日晚周]|工作日|日常|时间)[^。;\n]{0,4}$")
_SCORE = seldom(r"(?:比分|比例|配比|比)[为是达以]?\s?$|[以为]$")
_TO_AN_HOUR = seldom(rf"{TO}{_HOUR}(?:时|点){_NO_TIME}")
_FROM_AN_HOUR = seldom(rf"[时点分半整]{TO}$")
_AFTER_SCORE = seldom(r"\s?(?:的?比[例分]|比|战胜|击败|获胜|大胜|险胜|领先|落后|逆转|取胜|配[备比])")


@rule(
    rf"T?(?:(?P<day_part>{_PARTS})(?:大?约|近)?)?{SPACE}(?:(?P<colon_hour>(?<![0-9.:])(?:[01]?[0-9]|2[0-4])):(?P<colon_minute>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?(?![0-9:]|\.[0-9])(?:分(?![钟之]))?"
    rf"|(?P<hour>{_HOUR}){SPACE}(?:(?P<hour_word>时|点钟?){_NO_TIME}){SPACE}"
    rf"(?:(?P<minute>{_MINUTE})分(?![钟之])|(?P<half_hour>半)|(?P<quarter_hour>[一三])刻)?整?)(?P<vague>许|左右|多)?",
    opens="T凌清早上中正午下傍晚深夜零两十" + ONES + FIGURES,
    then=END,
)
def clock(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """20时许, 22时15分, 下午3点半, 晚上约9时, 10:30: a time of day, of the day before it in the paragraph unless it recurs."""
    day = within.end if within else _day(match, context)
    if day.day is None or (within is None and not _is_time(match)):
        return None
    evening = match.string[match.start() - 1 : match.start()] in {"晚", "夜"}  # 当晚8点, 昨夜11时
    hour = _hour(match["day_part"] or ("晚" if evening else ""), number(match["colon_hour"] or match["hour"]))
    minute = _minute(match)
    if hour == _MIDNIGHT and minute:
        return None
    moment = day._replace(hour=hour, minute=minute)
    return span(within.first, moment) if within and within.first and not within.single else just(moment)  # 10月1日至8日16时


def _is_time(match: re.Match[str]) -> bool:
    """Whether a time that stands without a day is one, and no score, ratio or list of points."""
    before, after = match.string[max(0, match.start() - 4) : match.start()], match.string[match.end() : match.end() + 4]
    if match["colon_hour"]:
        return bool(match["day_part"]) or not (_SCORE.search(before) or _AFTER_SCORE.match(after))
    told = match["day_part"] or match["minute"] or match["vague"] or match["half_hour"] or match["quarter_hour"]
    figures = match["hour_word"] == "时" and match["hour"].isdigit() and len(match["hour"]) == 2
    joined = _TO_AN_HOUR.match(match.string, match.end()) or _FROM_AN_HOUR.search(before)
    return bool(told or figures or joined or match[0].endswith(("整", "点钟")))


def _day(match: re.Match[str], context: Context) -> Moment:
    recurring = _RECURRING.search(match.string[max(0, match.start() - 8) : match.start()])
    return (None if recurring else day_before(context)) or UNKNOWN_DAY


def _hour(part: str, hour: int) -> int:
    if hour == 12 and part in _NIGHT:
        return 24
    return hour + 12 if part in _AFTERNOON and hour < 12 and not (part in {"深夜", "夜里", "夜间"} and hour < 6) else hour


def _minute(match: re.Match[str]) -> int | None:
    if match["half_hour"]:
        return 30
    if match["quarter_hour"]:
        return 15 * number(match["quarter_hour"])
    told = match["colon_minute"] or match["minute"]
    return number(told) if told else None


@rule(rf"当?(?P<part_of_day>{_PARTS})(?![报期班会点])", opens="当凌清早上中正午下傍晚深夜", inner=True, then=END)
def part_of_day(_: re.Match[str], within: Period | None, __: Context) -> Period | None:
    """2月28日晚, 当天下午: the day; without a day it is no date."""
    return within if within and within.end.day is not None else None


RULES = (clock, part_of_day)
