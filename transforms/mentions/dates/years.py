"""Years, and what stands in their place: numeric dates, decades, five-year plans, events that everybody can date."""

from __future__ import annotations

import re

from transforms.mentions.dates import almanac
from transforms.mentions.dates.context import CLOCK, END, FIGURES, PART, Context, base_year, rule
from transforms.mentions.dates.model import Moment, Period, at, span
from transforms.mentions.dates.numerals import ONES, ZERO, digits, number
from transforms.mentions.dates.words import (
    CHINESE_FREE,
    CHINESE_YEAR,
    COUNT,
    FREE,
    FULL_YEAR,
    MONTH,
    OLD_YEAR,
    QUOTE_CLOSE,
    QUOTE_OPEN,
    SMALL,
    SPACE,
    SPOKEN_YEAR,
    TO,
)

_YEAR_WORD = f"{SPACE}年(?:度(?![过假]))?(?![级版款]|代(?![表理言办替码号]))"
_WITHIN_A_YEAR = (  # what may follow a year of two digits, which else is a duration
    rf"(?=的?{SPACE}(?:(?:{MONTH})月|第?{SMALL}季|[上下前后]半年|[前后首]{SPACE}(?:{COUNT})个?月|年?底|年?末|{almanac.FESTIVAL}))"
)
_FROM_REFERENCE = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "大前年": -3, "明年": 1, "后年": 2}
_PIVOT = 2020  # where nothing tells the century of 98年, the year nearest to this


@rule(
    rf"{FREE}(?<!-)(?P<ymd_year>(?:19|20)[0-9]{{2}})(?P<ymd_mark>[-/. ])(?P<ymd_month>0[1-9]|1[0-2]|(?<! )[1-9])(?P<ymd_same>[-/. ])"
    r"(?P<ymd_day>0[1-9]|[12][0-9]|3[01]|(?<! )[1-9])(?![0-9]|[-/.][0-9])",
    opens=FIGURES,
    then=CLOCK,
)
def numeric(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """2022-09-03, 2010.1.29, 2020/12/1, 2010 01 29: a day in figures."""
    if match["ymd_mark"] != match["ymd_same"]:
        return None
    return at(int(match["ymd_year"]), int(match["ymd_month"]), int(match["ymd_day"]))


@rule(
    rf"{FREE}(?P<first_ym>(?:19|20)[0-9]{{2}}\.(?:0[1-9]|1[0-2])){TO}(?P<last_ym>(?:19|20)[0-9]{{2}}(?:\.(?:0[1-9]|1[0-2]))?)(?![0-9.年])",
    opens=FIGURES,
    then=END,
)
def numeric_months(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """2008.03-2009, 2019.09—2021.06: from one month to another, in figures."""
    first, last = ([int(part) for part in match[end].split(".")] for end in ("first_ym", "last_ym"))
    return span(Moment(*first), Moment(*last)) if first < last else None


@rule(
    r"(?<![0-9.\-])(?P<ym_year>(?:19|20)[0-9]{2})(?:-|\.(?=0[1-9][^0-9]))(?P<ym_month>0[1-9]|1[0-2])(?![0-9年]|[-/.:][0-9]|[一-鿿]?[人名万亿起件元次%分点米吨克])",
    opens=FIGURES,
    then=END,
)
def numeric_month(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """2022-06, 2010.09: a month in figures; a point might be one of a decimal, so the month after it begins with a zero."""
    return at(int(match["ym_year"]), int(match["ym_month"]))


@rule(
    rf"(?P<first_year>{FULL_YEAR})(?:{SPACE}年度?)?{TO}(?P<last_year>(?:19|20)?[0-9]{{2}}){SPACE}学?年(?:度(?![过假]))?(?![级版款])"
    rf"|(?<=[从自])(?P<from_year>{FULL_YEAR}){TO}(?P<to_year>(?:19|20)[0-9]{{2}})(?![0-9年])"
    rf"|(?P<one_year>{FULL_YEAR})[、和](?P<next_year>20[0-9]{{2}})年",
    opens=FIGURES,
    then=PART,
)
def years(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """1995-1997年, 2010年至2018年, 1985到89年, 从2016到2018, 2016、2017年: from one year to another."""
    if match["one_year"]:
        one, following = int(match["one_year"]), int(match["next_year"])
        return span(Moment(one), Moment(following)) if following == one + 1 else None
    first = int(match["first_year"] or match["from_year"])
    last = int(match["last_year"] or match["to_year"])
    last += first - first % 100 if last < 100 else 0
    return span(Moment(first), Moment(last)) if first < last else None


@rule(rf"(?:公元)?(?P<year>{FULL_YEAR}|{OLD_YEAR}(?=年(?:{MONTH})月)){_YEAR_WORD}", opens=FIGURES + "公", then=PART)
def year(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """2022年, 2014年度, 1357年6月: a year in figures."""
    return at(int(match["year"]))


@rule(
    rf"(?:公元)?(?P<chinese_year>{CHINESE_YEAR}|{SPOKEN_YEAR}|[两二]千(?=年(?:{MONTH})月)){_YEAR_WORD}",
    opens="公两一二",
    then=PART,
)
def chinese_year(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """二〇二二年, 两千零四年, 两千年八月: a year in Chinese numerals, digit by digit or spoken."""
    value = number(match["chinese_year"])
    return at(value) if 1000 <= value <= 2100 else None


@rule(
    rf"民国{SPACE}(?P<republic>[0-9]{{1,3}}|[{ZERO}{ONES}十百元]{{1,5}}){_YEAR_WORD}",
    opens="民",
    then=PART,
)
def roc_year(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """民国113年, 民国一一三年, 民国元年: a year of the Republic of China, whose first is 1912."""
    return at(1911 + number(match["republic"]))


@rule(
    rf"(?P<bare_republic>{FREE}1[0-4][0-9]|{CHINESE_FREE}一[{ZERO}一二三四][{ZERO}{ONES}]){_YEAR_WORD}(?![前来多余内])",
    opens="1一",
    then=PART,
)
def bare_roc_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """113年, 112年度, 一一四年: a year of the Republic on a page from Taiwan, elsewhere a duration."""
    return at(1911 + digits(match["bare_republic"])) if context.reference.roc else None


@rule(
    rf"(?P<short_year>{FREE}(?<!-)[0-9]{{2}}(?={SPACE}年{_WITHIN_A_YEAR})|{FREE}0[0-9](?={SPACE}年)"
    rf"|(?<![{ZERO}{ONES}十百千])(?:[〇零][{ONES}](?=年)|[{ONES}][{ZERO}{ONES}](?=年{_WITHIN_A_YEAR}))){_YEAR_WORD}",
    opens=FIGURES + ZERO + ONES,
    then=PART,
)
def two_digits(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """07年第三季度, 零八年, 98年4月: a year without its century, the nearest to the reference year (in Taiwan, since 1911)."""
    return at(nearest_year(digits(match["short_year"]), context))


def nearest_year(value: int, context: Context) -> int:
    """The year with these last two digits that is nearest to the reference year; in Taiwan, that year of the Republic."""
    if context.reference.roc:
        return 1911 + value
    near = context.reference.year or _PIVOT
    return min((century + value for century in range(1000, 2200, 100)), key=lambda full: (abs(full - near), full))


@rule(
    r"(?P<relative_year>今年|本年|去年|大前年|(?<![目之以空])前年|(?<![声证说])明年(?!龄)|(?<![以之今])后年)(?:度(?![过假]))?(?:同期)?",
    opens="今本去大前明后",
    then=PART,
)
def relative_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """今年, 去年同期, 本年度, 明年: a year counted from the reference year; 同期 is the period before it, in that year."""
    known = context.reference.year
    return _same_period(match, None if known is None else known + _FROM_REFERENCE[match["relative_year"]], context)


@rule(
    r"(?P<its_relation>[今去前明])\((?P<its_number>1[0-4][0-9]|20[0-9]{2})\)年(?:度(?![过假]))?(?:同期)?",
    opens="今去前明",
    then=PART,
)
def numbered_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """去(112)年, 今(2024)年: a year by its relation and its number; of three digits a year of the Republic."""
    told = int(match["its_number"])
    return _same_period(match, told if told >= _FOUR_DIGITS else 1911 + told, context)


_FOUR_DIGITS = 1000


@rule(r"(?P<near_year>(?<!以)[上下]一?年)(?![龄纪岁级])(?:度(?![过假]))?(?:同期)?", opens="上下", then=PART)
def near_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """上年, 上一年同期, 下一年度: the year before or after the one that the text speaks of."""
    known = base_year(context)
    step = 1 if match["near_year"].startswith("下") else -1
    return _same_period(match, None if known is None else known + step, context)


def _same_period(match: re.Match[str], value: int | None, context: Context) -> Period:
    before = context.before
    if value is None or not match[0].endswith("同期") or not before or not before.first or not before.last or before.end.year is None:
        return at(value)
    shift = value - before.end.year
    return span(before.first.plus_years(shift), before.last.plus_years(shift))


@rule(r"(?P<same_year>当年|同年|次年|翌年|[这那该]一?年)(?![级龄轻头])", opens="当同次翌这那该", then=PART)
def same_year(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """同年, 当年, 次年, 这一年: the year of the date before it, or the next."""
    known = context.before.end.year if context.before else None
    if known is None and match["same_year"] == "这一年":
        known = context.reference.year
    return None if known is None else at(known + (match["same_year"] in {"次年", "翌年"}))


@rule(
    rf"(?:(?P<full_decade>{FREE}(?:18|19|20)[0-9]0)|(?:(?P<decade_century>上个?|本|{FREE}[12][0-9]|十九|二十一?)世纪)?"
    rf"(?P<decade>{FREE}[1-9]0|(?<!十)[二三四五六七八九]十))年代(?![表理言办替码号])",
    opens=FIGURES + ONES + "十上本",
    then=END,
)
def decade(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """上世纪80年代, 20世纪九十年代, 1990年代: ten years; without a century those of the twentieth, but 10 and 20 of ours."""
    if match["full_decade"]:
        first = int(match["full_decade"])
    else:
        tens = number(match["decade"])
        first = _before_century(match["decade_century"] or ("本" if tens < 30 else "上")) + tens
    return span(Moment(first), Moment(first + 9))


@rule(
    rf"(?P<century>上个?|本|{FREE}(?:1[5-9]|2[01])|十[五六七八九]|二十一?)世纪(?P<part>[初末][期叶年]?)?(?!中|[0-9一二三四五六七八九])",
    opens="上本12十二",
    then=END,
)
def century(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """上世纪, 19世纪, 二十一世纪: a hundred years; 21世纪初, 20世纪末: the first or last decade, as people say it."""
    before = _before_century(match["century"])
    if match["part"]:
        first = before + (0 if match["part"][0] == "初" else 90)
        return span(Moment(first), Moment(first + 9))
    return span(Moment(before + 1), Moment(before + 100))


def _before_century(text: str) -> int:
    named = {"上": 1900, "上个": 1900, "本": 2000}
    return named[text] if text in named else (number(text) - 1) * 100


@rule(
    rf"{QUOTE_OPEN}?(?P<plan>{almanac.PLAN}){QUOTE_CLOSE}?(?P<plan_part>期间|时期|末期?(?!尾)|初期?|开局之年|收官之年|(?=以来))",
    opens='“"「十八九',
    then=END,
)
def plan(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """“十三五”期间, “十四五”以来, “十三五”末: the years of a five-year plan."""
    first, last = almanac.plan(match["plan"])
    part = match["plan_part"]
    if part.startswith("末") or part == "收官之年":
        return at(last)
    return at(first) if part.startswith("初") or part == "开局之年" else span(Moment(first), Moment(last))


@rule(
    rf"(?P<event>{almanac.EVENT}){QUOTE_CLOSE}?(?:胜利)?(?:召开|举办|闭幕)?(?P<event_part>期间|(?=以来|以后|之后|之前))",
    opens=almanac.EVENT_OPENS,
    then=END,
)
def event(match: re.Match[str], _: Period | None, __: Context) -> Period | None:
    """党的十八大以来, 北京冬奥会期间: the days of an event that everybody can date."""
    return almanac.event(match["event"])


RULES = (
    *(numeric, numeric_months, years, numeric_month, year, chinese_year, roc_year, bare_roc_year, decade, century, two_digits),
    *(relative_year, numbered_year, near_year, same_year, plan, event),
)
