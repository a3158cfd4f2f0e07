"""Parts of a year: halves, quarters, months, weeks, seasons, festivals."""

from __future__ import annotations

import re

from transforms.mentions.dates import almanac
from transforms.mentions.dates.context import CLOCK, DAY, EDGE, END, FIGURES, Context, base_year, rule, today, year_of
from transforms.mentions.dates.model import Moment, Period, at, days, just, span
from transforms.mentions.dates.numerals import CHINESE, ONES, number
from transforms.mentions.dates.words import COUNT, FREE, MONTH, SMALL, SPACE, TO

_NUMERALS = FIGURES + "两十" + ONES
_LEADING = "(?:(?<![目之此以提])前|首|(?<=年)头)"
_AFTER_A_MONTH = frozenset("当同该次翌")  # these count from the month before them in the text
_SPRING = 5  # the last month of it
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}


def _year(within: Period | None, month: int, context: Context) -> int | None:
    return within.end.year if within else year_of(month, context)


def _months(within: Period | None, first: int, last: int, context: Context) -> Period | None:
    """From one month of the year to another; into the next year where the second comes earlier."""
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    year = _year(within, last if first < last else first, context)
    end = Moment(year, last) if first <= last else Moment(year, last).plus_years(1)
    return span(Moment(year, first), end)


@rule(r"(?P<half>[上下前后首])半年(?!度?报)", opens="上下前后首", then=EDGE)
def half(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """上半年, 今年后半年, 首半年: the first or second six months."""
    return _months(within, 1, 6, context) if match["half"] in "上前首" else _months(within, 7, 12, context)


@rule(
    rf"第?(?P<quarter>{FREE}[1-4]|(?<![{CHINESE}])[一二三四]){SPACE}季度|(?<![A-Za-z])Q(?P<q>[1-4])(?:季度|(?![0-9A-Za-z]))",
    opens="第Q1234一二三四",
    then=EDGE,
)
def quarter(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """一季度, 第三季度, Q1: three months."""
    return _quarters(within, number(match["quarter"] or match["q"]), None, context)


@rule(r"第(?P<quarter_of_year>[1-4一二三四])季(?!度)", opens="第", inner=True, then=EDGE)
def quarter_of_year(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """2024年第三季: a quarter where a year stands before it; else the season of a show."""
    return _quarters(within, number(match["quarter_of_year"]), None, context) if within else None


@rule(rf"第?(?P<first_quarter>[1-4一二三])(?:{TO}|、)(?P<last_quarter>[1-4二三四])季度", opens="第123一二三", then=END)
def quarters(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """一至三季度, 1-3季度, 三、四季度: from one quarter to another."""
    return _quarters(within, number(match["first_quarter"]), number(match["last_quarter"]), context)


@rule(rf"{_LEADING}(?P<leading_quarters>{SMALL})个?季(?:度|(?!节))|首个?季(?:度|(?=[,,的]))", opens="前首头", then=END)
def leading_quarters(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """前三季度, 首季度, 首三季: from the beginning of the year on."""
    return _quarters(within, 1, number(match["leading_quarters"] or "1"), context)


def _quarters(within: Period | None, first: int, last: int | None, context: Context) -> Period | None:
    last = first if last is None else last
    return _months(within, 3 * first - 2, 3 * last, context) if 1 <= first <= last <= 4 else None


@rule(r"(?P<near_quarter>[上本下])一?个?季度", opens="上本下", then=EDGE)
def near_quarter(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """上季度, 本季度, 下季度: counted from the quarter that the text speaks of, else from that of publication."""
    now = _told_quarter(context.before) or context.reference.moment
    if now.year is None or now.month is None:
        return None
    start = Moment(now.year, (now.month - 1) // 3 * 3 + 1).plus_months(3 * ("上本下".index(match["near_quarter"]) - 1))
    return span(start, start.plus_months(2))


def _told_quarter(before: Period | None) -> Moment | None:
    """The first month of the quarter that the text speaks of, if it does."""
    first, last = (before.first, before.last) if before else (None, None)
    whole = first and last and first.month and first.month % 3 == 1 and last == first.plus_months(2)
    return first if whole else None


@rule(rf"{_LEADING}{SPACE}(?P<leading_months>{COUNT}){SPACE}(?:个月|月(?!份))|首个?月(?!份)", opens="前首头", then=END)
def leading_months(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """前8个月, 今年头四个月, 首月: from January on."""
    if not match["leading_months"]:
        return at(within.end.year, 1) if within else None
    return _months(within, 1, number(match["leading_months"]), context)


@rule(rf"[后最末]后?(?P<closing_months>{COUNT})个?月", opens="后最末", inner=True, then=END)
def closing_months(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """2021年后三月, 今年最后两个月: the end of a year."""
    count = number(match["closing_months"])
    return _months(within, 13 - count, 12, context) if within and 1 <= count <= 12 else None


@rule(rf"第(?P<nth_month>{COUNT})个月", opens="第", inner=True, then=DAY)
def nth_month(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """2021年的第三个月: a month by its number in the year."""
    month = number(match["nth_month"])
    return at(within.end.year, month) if within and 1 <= month <= 12 else None


@rule(
    rf"(?P<first_month>{MONTH})(?:{SPACE}月份?)?(?:{TO}|、)(?P<last_month>{MONTH}){SPACE}月(?:份|(?![余多内]))(?!{SPACE}(?:{FREE}[0-9]{{1,2}}|[{ONES}十]{{1,3}}){SPACE}[日号])",
    opens=_NUMERALS + "元",
    then=END,
)
def months(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """1至9月, 5月-10月, 7、8月份: from one month to another."""
    first, last = number(match["first_month"]), number(match["last_month"])
    apart = "、" in match[0] and last != first % 12 + 1
    return None if apart else _months(within, first, last, context)


@rule(rf"(?P<month>{MONTH}){SPACE}月(?:份|(?![余多内饼票嫂球亮薪租度刊龄街]|革命|怀胎))", opens=_NUMERALS + "元", then=EDGE)
def month(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """3月, 十二月, 9月份, 元月: a month."""
    value = number(match["month"])
    return at(_year(within, value, context), value)


@rule(rf"(?P<clipped_month>{MONTH}){SPACE}(?:份(?=[,、至到])|(?=[上中下]旬))", opens=_NUMERALS, inner=True, then=EDGE)
def clipped_month(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """2021年4份, 2021年12中旬: a month of a year that has lost its 月."""
    return at(within.end.year, number(match["clipped_month"])) if within else None


@rule(
    r"(?P<near_month>本|这个?|当|同|该|次|翌|(?<!以)上一个?|(?<!以)上{1,2}个?|(?<!以)下一个?|(?<!以)下个?)月(?!薪|球|票|饼|亮)",
    opens="本这当同该次翌上下",
    then=EDGE,
)
def near_month(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """本月, 上个月, 当月, 次月: a month counted from that of publication, or from the date before it."""
    word = match["near_month"]
    later = word.count("下") - word.count("上") + (word in {"次", "翌"})
    before = context.before.end if context.before else None
    if word in _AFTER_A_MONTH and before and before.month:
        return just(Moment(before.year, before.month).plus_months(later))
    reference = context.reference
    if reference.month is None or word in _AFTER_A_MONTH - {"当"}:
        return None
    month_of_year = Moment(within.end.year if within else reference.year, reference.month)
    return just(month_of_year.plus_months(later))


@rule(
    r"(?P<near_week>(?<!以)上{1,3}一?个?|本|这一?个?|(?<!以)下{1,3}一?个?|今(?=(?:周|星期|礼拜)[一二三四五六日天]))(?:周|星期|礼拜)"
    r"(?![年边围转密全到口岁折报刊知期])",
    opens="上本这下今",
    then=DAY,
)
def near_week(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """上周, 本周, 下下周: a week from Monday to Sunday (ISO 8601), counted from that of publication."""
    day = today(context)
    if day is None:
        return None
    later = match["near_week"].count("下") - match["near_week"].count("上")
    return days(day.monday().plus_days(7 * later), 7)


@rule(r"(?P<part_of_week>[上下])半(?:周|星期)", opens="上下", then=END)
def half_week(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """上半周, 下半周: Monday to Wednesday, Thursday to Sunday."""
    day = today(context)
    if day is None:
        return None
    return days(day.monday(), 3) if match["part_of_week"] == "上" else days(day.monday().plus_days(3), 4)


@rule(rf"{_LEADING}(?P<leading_weeks>{COUNT})个?(?:周|星期)(?!年)", opens="前首", inner=True, then=END)
def leading_weeks(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """2021年的前2周: whole weeks, from the first Monday of the year on."""
    if not within or within.end.year is None:
        return None
    return days(Moment(within.end.year, 1, 1).next_weekday(0), 7 * max(number(match["leading_weeks"]), 1))


@rule(
    r"(?P<season>[春夏秋冬])(?!季?(?:治安)?(?:打击|整治|行动|攻势|严打|百日|平安))(?:季|天|(?![节晚种耕收])(?=[,,以至到]))",
    opens="春夏秋冬",
    inner=True,
    then=END,
)
def season(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """2022年夏季, 去年冬天: three months (winter from December on); without a year it is no date."""
    return _season(match["season"], within.end.year) if within else None


@rule(r"(?P<season_year>[今去])(?P<season_of>[春夏秋冬])(?:季|天)?", opens="今去", then=END)
def season_of_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """今夏, 去冬: a season of this year or the last."""
    known = context.reference.year
    return _season(match["season_of"], known and known - (match["season_year"] == "去"))


@rule(
    r"(?P<season_begun>入(?:[春夏秋冬]季?|汛|伏|梅)|开[春学年]|[春夏秋冬]季|汛期|暑期)以来",
    opens="入开春夏秋冬汛暑",
    then=END,
)
def season_begun(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """入夏以来, 汛期以来, 入冬以来: since some day of the year; a winter that is told of in spring began in the year before."""
    known, month = context.reference.year, context.reference.month
    if known is None:
        return None
    return Period(Moment(known - ("冬" in match["season_begun"] and month is not None and month <= _SPRING)), None)


def _season(name: str, year: int | None) -> Period:
    start = Moment(year, _SEASONS[name])
    return span(start, start.plus_months(2))


@rule(r"(?P<school_holiday>暑假|寒假|暑期)(?P<school_days>期间)?", opens="暑寒", then=END)
def school_holiday(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """去年暑假, 寒假期间: July and August, January and February; without a year only with 期间."""
    if not (within or match["school_days"]):
        return None
    return _months(within, 1, 2, context) if match["school_holiday"] == "寒假" else _months(within, 7, 8, context)


@rule(r"(?P<lunar_day>(?:大年|正月)初(?P<new_year_day>十|[一二三四五六七八九])|大年三十|正月十五)", opens="大正", then=CLOCK)
def new_year(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """大年初一, 正月初八, 大年三十: a day of the lunar New Year."""
    name = "元宵节" if match[0] == "正月十五" else "春节"
    found = _festival_day(almanac.festival(name), within, context)
    if found is None:
        return None
    return just(found.plus_days(number(match["new_year_day"]) - 1 if match["new_year_day"] else -1 if "三十" in match[0] else 0))


@rule(
    rf"(?P<festival>{almanac.FESTIVAL})(?:国际)?(?P<occasion>{almanac.OCCASION})?",
    opens=almanac.FESTIVAL_OPENS,
    then=CLOCK,
)
def festival(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """春节, 国庆假期, “五一”期间: a festival's day, or the days off around it."""
    name = almanac.festival(match["festival"])
    year = _festival_year(name, within, context)
    if match["occasion"] or name.lasting:
        return almanac.holiday(name, year)
    day = almanac.festival_day(name, year)
    return just(day) if day else None


def _festival_year(name: almanac.Festival, within: Period | None, context: Context) -> int | None:
    if within:
        return within.end.year
    month = almanac.festival_month(name, base_year(context))
    return year_of(month, context) if month else None


def _festival_day(name: almanac.Festival, within: Period | None, context: Context) -> Moment | None:
    return almanac.festival_day(name, _festival_year(name, within, context))


RULES = (
    *(half, quarters, quarter, quarter_of_year, leading_quarters, near_quarter, leading_months, leading_weeks, closing_months, nth_month),
    *(festival, new_year, months, month, clipped_month, near_month, half_week, near_week),
    *(season_of_year, season_begun, season, school_holiday),
)
