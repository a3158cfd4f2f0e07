"""Times told by a duration: 两年前, 3天后, 近三年, 五年来; and the time of writing."""

from __future__ import annotations

import math
import re
from fractions import Fraction

from transforms.mentions.dates.context import END, FIGURES, Context, base_year, day_before, rule
from transforms.mentions.dates.model import Moment, Period, just, of_date, span
from transforms.mentions.dates.numerals import ONES, number
from transforms.mentions.dates.words import COUNT, SPACE

_NUMERALS = FIGURES + "两半十" + ONES
_UNIT = "年|个?季度|个月|月|个?星期|个?礼拜|周|天"
_MONTHS = {"年": 12, "季度": 3, "月": 1}
_HALF = 6
_DAYS = {"星期": 7, "礼拜": 7, "周": 7, "天": 1}


def amount(match: re.Match[str], prefix: str) -> Fraction:
    """How many units are told; halves count (一年半, 两个半月, 半年)."""
    count, halves = match[f"{prefix}_count"], match[f"{prefix}_half"] or match[f"{prefix}_too"]
    return Fraction(number(count) if count else 0) + (Fraction(1, 2) if halves else 0)


def duration(name: str) -> str:
    """The pattern of a duration whose groups begin with a name: 3天, 一年半, 两个半月, 20多个月."""
    return (
        rf"(?:(?P<{name}_count>{COUNT})(?P<{name}_vague>[多余几])?(?:个(?=半))?)?(?P<{name}_half>半)?{SPACE}(?P<{name}_unit>{_UNIT})(?P<{name}_too>半)?"
        rf"(?P<{name}_more>多|余)?"
    )


def shifted(moment: Moment, amount: Fraction, unit: str, sign: int) -> Moment | None:
    """The moment so many units later or earlier, as fine as the unit: years, else months (for halves of years too), else days."""
    unit = unit.lstrip("个")
    if unit in _MONTHS:
        return _months_away(moment, amount * _MONTHS[unit], unit, sign)
    count = math.ceil(amount * _DAYS[unit])
    return moment.plus_days(sign * count) if moment.date() else None


def _months_away(moment: Moment, months: Fraction, unit: str, sign: int) -> Moment | None:
    whole, rest = divmod(months, 1)
    if unit == "年" and whole % 12 == 0:
        return Moment(moment.plus_years(sign * int(whole) // 12).year)
    start = Moment(moment.year, moment.month or 1, moment.day if rest else None)
    moved = start.plus_months(sign * int(whole))
    return (moved.plus_days(sign * 15) if moved.date() else None) if rest else moved


@rule(
    rf"{duration('ago')}(?P<ago>以前|之前|前(?!提(?![高升])|[往去来进移线台期后沿端夕景列任者一二三四五六七八九十0-9]))",
    opens=_NUMERALS,
    then=END,
)
def ago(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """两年前, 3天前, 一年半以前: counted back from the date of publication; 以前 and 之前 reach back without end."""
    reference = context.reference.moment
    if reference.year is None or not _plain(match, "ago"):
        return None
    found = shifted(reference, amount(match, "ago"), match["ago_unit"], -1)
    if found is None:
        return None
    return Period(None, found) if match["ago"] == "以前" else just(found)


@rule(
    rf"{duration('later')}(?P<later>以后|之后|后(?![勤备台续期面代人者世果方来]))",
    opens=_NUMERALS,
    then=END,
)
def later(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """3天后, 两个月之后: counted from the day before it in the paragraph; without one, nobody can say, unless it stands alone."""
    told = day_before(context) or (context.reference.moment if context.ahead else None)
    if told is None or told.year is None or not _plain(match, "later"):
        return None
    found = shifted(told, amount(match, "later"), match["later_unit"], 1)
    if found is None:
        return None
    return Period(found, None) if match["later"] != "后" and day_before(context) is None else just(found)


def _plain(match: re.Match[str], prefix: str) -> bool:
    """Whether a unit of the duration is one that can be counted back or on: 三月前 is before March, 两月前 is no month."""
    unit, count = match[f"{prefix}_unit"], match[f"{prefix}_count"]
    has_amount = bool(count or match[f"{prefix}_half"])
    return has_amount and (unit != "月" or bool(match[f"{prefix}_half"]) or count == "两")


_ALMOST = "(?<!历时)(?<!历经)(?<!经过)(?<!用时)(?<!长达)(?<!耗时)(?<!时隔)(?<!为期)(?<!达)(?<!时)(?<!接)(?<!了)(?<!已)"
_NOT_TIME_SPENT = "(?!的?(?:努力|奋战|侦查|时间(?![里内以])|建设|经营))"


@rule(
    rf"{_ALMOST}(?:最近|过去|近)的?{duration('recent')}(?:以来|来(?![自访电信到临])|[里内间中](?![部容心]))?{_NOT_TIME_SPENT}",
    opens="最过近",
    then=END,
)
def recent(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """近三年, 过去五年, 近半年来, 最近7天: whole years up to the reference year; months and days up to the day of publication."""
    if match["recent_more"] or match["recent_vague"] or not (match["recent_count"] or match["recent_half"]):
        return None
    count, unit = amount(match, "recent"), match["recent_unit"].lstrip("个")
    term = match[0].startswith("过去") and unit == "年" and count == _TERM
    return _term(context) if term else _until_now(count, unit, context)


_TERM = 5  # years of those who report on them in the spring after


def _term(context: Context) -> Period | None:
    """The last five years; told by the end of March those before the year."""
    year, month = context.reference.year, context.reference.month
    if year is None:
        return None
    last = year - (month is not None and month <= 3)
    return span(Moment(last + 1 - _TERM), Moment(last))


@rule(
    rf"{_ALMOST}(?<![近多余数几去]){duration('since_then')}(?P<since_then>以来|来(?=[,,、。;的已]|共(?!同)|累计|先后|总共|平均|$))",
    opens=_NUMERALS,
    then=END,
)
def since_then(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """三年来, 三年多以来, 7天来: up to now; with 多 or a half from the day of so many years ago on."""
    if match["since_then_vague"] or match["since_then_unit"] == "季度" or not _plain(match, "since_then"):
        return None
    count, unit = amount(match, "since_then"), match["since_then_unit"].lstrip("个")
    reference = context.reference.moment
    if unit == "年" and count == _TERM and not match["since_then_more"]:
        return _term(context)
    if not match["since_then_more"] and unit not in _DAYS:
        return _until_now(count, unit, context)
    known = reference.year is not None and (reference.month is not None or (unit == "年" and count.denominator == 1))
    start = shifted(reference, count, unit, -1) if known else None
    return span(start, reference) if start else None


def _until_now(count: Fraction, unit: str, context: Context) -> Period | None:
    """The last so many years, months or days, the current one counted; a single year, or a half, is counted by days.

    Half a year, told in July or January, is the one just over.
    """
    reference = context.reference.moment
    if unit == "年" and count.denominator == 1 and count > 1:
        return span(Moment(reference.year).plus_years(1 - int(count)), Moment(reference.year)) if reference.year else None
    if not reference.date():
        return None
    months = count * _MONTHS.get(unit, 0)
    if unit == "年" and months == _HALF and reference.month in {1, 7}:
        month = Moment(reference.year, reference.month)
        return span(month.plus_months(-_HALF), month.plus_months(-1))
    back = reference.plus_months(-int(months)) if months >= 1 else shifted(reference, count, unit, -1)
    return span(back.plus_days(1), reference) if back else None


@rule(
    rf"(?P<previous>(?<![目之以此提])前(?P<previous_count>{COUNT})年)(?![级龄])",
    opens="前",
    then=END,
)
def previous_years(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """较前三年: the years before the one that the text speaks of."""
    known, count = base_year(context), number(match["previous_count"])
    return span(Moment(known - count), Moment(known - 1)) if known and 0 < count < 100 else None


@rule(
    r"(?:截至|截止到?|到)?(?:目前|(?<![出体表呈实发重兑展显再])现在|如今|眼下|现阶段|(?<![适担应充正恰相])当前(?!往|行|来|位置|页))(?:为止)?"
    r"|截[至止]发稿(?:时|前)?|截稿(?:时|前)|迄今(?:为止)?|截至今[天日]?(?!年)",
    opens="截到目现如眼当迄",
    then=END,
)
def now(match: re.Match[str], _: Period | None, context: Context) -> Period | None:
    """目前, 截至目前, 现在, 迄今: the time of writing."""
    del match
    return just(of_date(context.reference.date)) if context.reference.date else just(Moment(None))


RULES = (now, recent, ago, later, since_then, previous_years)
