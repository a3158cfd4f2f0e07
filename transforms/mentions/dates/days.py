"""Days: of a month, of a week, counted from today or from the day before; and the beginnings and ends of longer times."""

from __future__ import annotations

import re

from transforms.lexicon import alternation
from transforms.mentions.dates.context import CLOCK, END, FIGURES, Context, day_before, month_of, rule, today
from transforms.mentions.dates.model import UNKNOWN_DAY, Moment, Period, at, days, just, span
from transforms.mentions.dates.numerals import ONES, number
from transforms.mentions.dates.words import COUNT, SMALL, SPACE, TO, WEEKDAY
from transforms.mentions.dates.words import DAY as DAY_NUMBER
from transforms.patterns import seldom

_NUMERALS = FIGURES + ONES + "十廿卅"
_FROM_TODAY = {"今": 0, "本": 0, "昨": -1, "前": -2, "大前": -3, "明": 1, "后": 2, "大后": 3, "大大后": 4, "大大前": -4}
_TURN = 11  # a story that is in this month tells the next year by its beginning
_AFTER_THE_DAY = {"次日": 1, "翌日": 1, "隔天": 1, "第二天": 1, "隔日": 1}
# A day without its month: after a stop or a preposition and before one, or before words that only an event's day stands before.
_BEFORE_A_BARE_DAY = seldom(r"(?:^|[\s。,;:!?、“”\"(()—])$|(?:记者|截至|截止|自|从|于|到|至|在|讯|本报)$")
_AFTER_A_BARE_DAY = seldom(r"[,、)起至到—\-~前止]|$")
_NO_BARE_DAY_AFTER = seldom(r"[第每近后前满超共达足期留业限过个逾余约月0-9]$")
_LASTED = seldom(f"(?:{alternation('durations', 'word', **{'class': 'days'})})[了达]?$")  # 拘留10日, 培训5日: how long
_LASTS = seldom(r"(?:之?以?内|之?后|之久|时间|左右|不等|以[上下]|余|多|游|假|工期|期限|的?(?:行政|刑事|司法)?拘留|宽限|缓冲|行程)")
_BEFORE_AN_EVENT = seldom(
    r"凌晨|早上|上午|中午|下午|傍晚|晚|深夜|[0-9零]{1,2}[时:]|[从在向对]|举行|召开|发布|公布|通报|获悉|宣布|表示|发生|讯|电"
)
_MEASURE = "名起个件人次场位家辆部台条只"


@rule(
    r"(?<!岁末)(?P<edge_of>[年月](?:[年月])?|(?<=[年月度节])|(?<=季度))(?P<edge>底|末(?![次尾])|初(?![中级审步选评赛夏秋冬春期一二三四五六七八九十])|伊始)",
    opens="年月底末初伊",
    then=END,
)
def edge(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """2022年底, 年初, 9月底, 一季度末: the first or last month of a year or quarter; of a month, the month itself."""
    whole = within or _told_edge(match[0], context)
    if whole is None or whole.first is None or whole.last is None:
        return None
    first, last = whole.first, whole.last
    if first.month is None:
        first, last = Moment(first.year, 1), Moment(last.year, 12)
    return just(first if match["edge"] in {"初", "伊始"} else last)


def _told_edge(word: str, context: Context) -> Period | None:
    """The year or month whose beginning or end is told without it (年底, 月初): of the date before it, else of publication.

    A year that begins after one has ended (去年底…,年初…) is the next.
    """
    before = context.before.end if context.before else None
    reference = context.reference
    if word.startswith("年"):
        turned = before is not None and (before.month or 0) >= _TURN and word.endswith(("初", "伊始")) and before.year != reference.year
        return at(before.year + turned if before and before.year else reference.year)
    if word.startswith("月") and before and before.month:
        return at(before.year, before.month)
    return at(reference.year, reference.month) if word and reference.month else None


@rule(
    rf"(?P<first_day>{DAY_NUMBER}){SPACE}[日号]?(?:{TO}|、)(?P<last_day>{DAY_NUMBER}){SPACE}(?:日|号(?![楼线院文令店码]))",
    opens=_NUMERALS,
    then=CLOCK,
)
def days_of_month(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """9月1日至3日, 5月1-3日, 8、9日: days of one month, from one to another."""
    month = _month(match, within, context)
    first, last = number(match["first_day"]), number(match["last_day"])
    if month is None or ("、" in match[0] and last != first + 1):
        return None
    start, end = Moment(month.year, month.month, first), Moment(month.year, month.month, last)
    return span(start, end if first < last else end.plus_months(1))


@rule(rf"(?P<day>{DAY_NUMBER}){SPACE}(?:日|号(?![楼线院文令店码]))(?![元均内常志程]|报(?!道))", opens=_NUMERALS, then=CLOCK)
def day(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """9月3日, 十二月20号, 记者15日获悉: a day of a month; without a month only where nothing else can be meant."""
    month = _month(match, within, context)
    return at(month.year, month.month, number(match["day"])) if month else None


def _month(match: re.Match[str], within: Period | None, context: Context) -> Moment | None:
    """The month of a day: the one told, or understood where the words around show that a day is meant."""
    if within:
        single = within.single
        return Moment(single.year, single.month) if single and single.month is not None and single.day is None else None
    if not context.joined and ("号" in match[0] or not _is_bare_day(match)):
        return None
    return month_of(number(match.groupdict().get("day") or match["first_day"]), context)


def _is_bare_day(match: re.Match[str]) -> bool:
    before, after = match.string[max(0, match.start() - 4) : match.start()], match.string[match.end() : match.end() + 6]
    if _NO_BARE_DAY_AFTER.search(before):
        return False
    if _BEFORE_AN_EVENT.match(after) or (_BEFORE_A_BARE_DAY.search(before) and _AFTER_A_BARE_DAY.match(after)):
        return True
    return match[0][0] in FIGURES and not (_LASTED.search(before) or _LASTS.match(after))


@rule(rf"(?P<lone_day>{DAY_NUMBER})(?=$|,(?![0-9])|[。;、)\n]|{TO})", opens=_NUMERALS, inner=True, then=END)
def lone_day(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """1月3, 八月十五: a day of a month without 日, before a stop."""
    single = within.single if within else None
    return at(single.year, single.month, number(match["lone_day"])) if single and single.month and single.day is None else None


@rule(r"(?P<third>[上中下])旬", opens="上中下", inner=True, then=END)
def third_of_month(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """9月上旬, 本月下旬: ten days of a month."""
    month = within.single if within else None
    if month is None or not month.month:
        return None
    first = {"上": 1, "中": 11, "下": 21}[match["third"]]
    start = Moment(month.year, month.month, first)
    return span(start, Moment(month.year, month.month, first + 9) if first < 21 else start.month_end())


@rule(rf"第(?P<nth_week>{SMALL})个?(?:周|星期|礼拜)(?![{WEEKDAY}年])|(?P<first_week>首)周", opens="第首", inner=True, then=END)
def nth_week(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """3月第三周, 本月第2周: a week of a month; the first is that of its first Monday."""
    first = _first_of(within)
    return days(first.next_weekday(0).plus_days(7 * number(match["nth_week"] or "1") - 7), 7) if first else None


@rule(
    rf"(?:第(?P<nth>{SMALL})个?|(?P<last>最后一个))(?:周|星期|礼拜)(?P<nth_weekday>[{WEEKDAY}])",
    opens="第最",
    inner=True,
    then=CLOCK,
)
def nth_weekday(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """6月第3个星期日, 四月的最后一个星期一: a day of the week by its number in the month."""
    first = _first_of(within)
    if first is None:
        return None
    if match["last"]:
        return just(first.plus_months(1).plus_days(-7).next_weekday(_weekday(match["nth_weekday"])))
    return just(first.next_weekday(_weekday(match["nth_weekday"])).plus_days(7 * number(match["nth"]) - 7))


def _first_of(within: Period | None) -> Moment | None:
    """The first day of the month that is told, if one is, with its year."""
    month = within.single if within else None
    return Moment(month.year, month.month, 1) if month and month.year and month.month and month.day is None else None


def _weekday(char: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return min(WEEKDAY.index(char), 6)


@rule(rf"(?<!目)前(?P<leading_days>{COUNT})[天日]", opens="前", inner=True, then=END)
def leading_days(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """4月前4天: the first days of a month."""
    first = _first_of(within)
    return days(first, max(number(match["leading_days"]), 1)) if first else None


@rule(rf"(?:周|星期|礼拜)?(?P<weekday>[{WEEKDAY}末])(?![{_MEASURE}])", opens=WEEKDAY + "末周星礼", inner=True, then=CLOCK)
def weekday(match: re.Match[str], within: Period | None, _: Context) -> Period | None:
    """上周四, 这周二, 下周末: a day of a week that is told."""
    monday = within.first if within else None
    if monday is None or within is None or not monday.date() or monday != monday.monday() or within.last != monday.plus_days(6):
        return None
    if match["weekday"] == "末":
        return days(monday.plus_days(5), 2)
    return just(monday.plus_days(_weekday(match["weekday"])))


@rule(
    r"(?<![每逢到至、—~上下本这该那个两一-])(?:周|星期|礼拜)(?P<bare_weekday>[一二三四五六日])"
    r"(?=凌晨|清晨|早|上午|中午|下午|傍晚|晚|深夜|[(,]|[在于向对被再遭因接]|宣布|表示|公布|发布|召开|举行|使用|通报)",
    opens="周星礼",
    then=CLOCK,
)
def bare_weekday(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """周五晚, 星期三在该区: the last such day up to that of publication, where no week is told."""
    day = today(context)
    date = day.date() if day else None
    if day is None or date is None or within:
        return None
    return just(day.plus_days(-((date.weekday() - _weekday(match["bare_weekday"])) % 7)))


@rule(
    r"(?P<today>[今昨本明]|大{1,2}[前后]|(?<![目以之提])前|(?<![今以之最然])后)(?:\((?P<own_day>[0-9]{1,2})\)(?=日))?(?P<today_unit>[天日](?!头条|说法|关注|制|益)|[早晚夜](?!报|期|班|会))",
    opens="今昨本明大前后",
    then=CLOCK,
)
def near_day(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """今天, 昨日, 大后天, 昨晚, 去年的今天: a day counted from that of publication; 昨(5)日 tells which it is."""
    if match["own_day"]:
        month = month_of(int(match["own_day"]), context)
        return at(month.year, month.month, int(match["own_day"]))
    if (match["today_unit"] in "早晚夜" and match["today"] not in "今昨明前") or match[0] in {"本天", "前夜", "后日", "前日"}:
        return None
    day = today(context)
    if day is None or day.year is None:
        return just(UNKNOWN_DAY)
    found = day.plus_days(_FROM_TODAY[match["today"]])
    year = within.end.year if within else None
    return just(found.plus_years(year - day.year) if year else found)


@rule(
    r"(?P<same_day>次日|翌日|隔[天日]|第二天|当[天日](?![地])|当晚|同日|同一天|第(?P<nth_day>[一三四五六七八])天|(?<=[假期活])首[日天]|最后一[天日])",
    opens="次翌隔第当同首",
    then=CLOCK,
)
def same_day(match: re.Match[str], within: Period | None, context: Context) -> Period | None:
    """当日, 同日, 次日, 第二天, 第三天: the day before it in the paragraph, or a day after that; of several days one of them."""
    told = day_before(context)
    if told is None or within:
        return None
    word = match["same_day"]
    several = _first_of_several(context) if word.startswith(_COUNTED) else None
    if several is None and word.startswith(_OF_SEVERAL):
        return None
    later = number(match["nth_day"]) - 1 if match["nth_day"] else _AFTER_THE_DAY.get(word, 0)
    return just((several or told).plus_days(later))


_OF_SEVERAL = ("第一天", "首")
_COUNTED = ("第", "首")


def _first_of_several(context: Context) -> Moment | None:
    """The first of the days told before, if they are several (国庆假期…, 第三天)."""
    before = context.before
    first = before.first.day_only() if before and before.first and before.first.day else None
    return first if before and before.last and first != before.last.day_only() else None


EDGES = (edge,)
RULES = (days_of_month, day, lone_day, third_of_month, nth_week, nth_weekday, leading_days, near_day, same_day, weekday, bare_weekday)
