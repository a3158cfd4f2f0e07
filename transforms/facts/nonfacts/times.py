"""Numbers that tell when or how old: ages, days of the month, years told from now."""

from __future__ import annotations

import re

from transforms.facts.nonfacts.wording import RUNS, SMALL, after, ahead, behind
from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.patterns import seldom

_MOON = seldom(r"(?:[正冬腊]|农历[一二三四五六七八九十]{1,2})月初?$|年初$")
_EVERY_WEEK = seldom(r"[每逢]个?(?:周|星期|礼拜)$")
_TIMES_A_WEEK = seldom(r"[次个场回期轮名人起天小讲课篇件至到份]")
_BEFORE_DAY = seldom(r"(?:^|每个?月|[,，。;；、:：(\s“]|[于在从自仅说]|截至)$")
SPAN = seldom(r"[到至][^,，。;；]{2,10}这$")  # 从2013年到2018年这五年
_IN_COURSE = re.compile("间(?![隔断歇休])")  # 三年间
DONE_SINCE = re.compile(
    r"(?:开展|成立|实施|运行|启动|推行|设立|建成|开通|上线|投用|创建|组建|履职|任职|施行|试点|建[队站所局院校警]|组队|[从入]警|从[教医]|入[职伍]"
    r"|[上到]任|负责[^,，。;；、]{1,12})$"
)
_TOO_LATE = re.compile(r"再[晚迟拖](?:来|到|去)?(?:上|个)?$")
_FROM_HOUR = seldom(r"[从到至早晚夜午晨]$")
_NEXT_DAY = ("次日", "翌日", "第二天", "次日凌晨")
_HOURS = seldom(r"点(?:钟|多|半|整|许)?(?=[谈开起才就到左干等睡忙][^名]|[,，。])")
_AGE = seldom(r"周?岁|年次|歲|旬(?:老|大|的|妇|翁|婆|,|。|夫|母|父)|旬$")
_YEARS_OLD = seldom(r"[多余]?(?:周?岁|歲)")
_RECORD = re.compile(r"(?:来|以来)?的?(?:新[低高]|最[低高多少好])")
_COMPARED = re.compile(r"(?:[较比同与和在到于从自约]|相比)$")
_SPENT = ("了", "已", "已经", "达", "用时", "历时", "经过", "历经", "耗时")
_LASTS = seldom(r"的|时间|光景|之久|没|未|无|才|过去")
_AGO = re.compile(r"(?:以前|之前|前)")
_YEARS_AGO = re.compile("前(?![期提往沿台任段后景列])")
_LONG_AGO = re.compile(r"前(?:[一-鿿]{0,4}(?:命案|旧案|积案|悬案|案)|就|才|刚|曾)")
_SUMMED_UP = re.compile("(?:累计|总共|一共|共(?![同建商])|全[国省市县区州旗镇乡])")
_YEARS_BEFORE = re.compile(r"(?:过去|此前|(?<![提从以目日空])前)$")
_CLAUSE_MARKS = frozenset(",，。;；“(而但")


@rule(
    "年过〔七旬〕的老人走失。",
    "〔85〕岁的老党员带头。",
    "〔五十六〕年次的李嫌被捕。",
    "〔60〕岁以上老人优先。",
    "他刚〔三十〕出头。",
    signs=behind("多余周岁年歲旬出") | after("多余周岁歲"),
)
def age(site: Site) -> str | None:
    """The age of a person, in years or decades of life, or the year of birth (五十六年次)."""
    tail = site.text[site.hit.numeral_end : site.hit.numeral_end + 3].lstrip("多余")
    told = _AGE.match(tail) or _YEARS_OLD.match(site.after) or (tail.startswith("出头") and site.hit.unit is None)
    return "age" if told else None


@rule("发案数创〔10年〕新低。", "破案率为〔五年〕来最高。", "事故起数是〔8年〕以来最少。", units=RUNS)
def record_years(site: Site) -> str | None:
    """The run of years that a record is one of (创10年新低)."""
    return "date" if _RECORD.match(site.after) else None


@rule("仅〔26日〕就出现多处险情。", "火灾从〔二十四日〕开始蔓延。", "〔十六日〕天还没亮队员就出发了。", units=RUNS, signs=behind("日"))
def day_of_month(site: Site) -> str | None:
    """A day of the month without its month; behind another word (拘留10日, 为期3日) it is a run of days."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    if own != "日" or site.hit.value > 31:
        return None
    return "date" if _BEFORE_DAY.search(site.before) and site.after[:1] not in set("内游以之多余") else None


@rule(
    "案件数低于前〔三年〕均值。",
    "数字比过去〔五年〕的都小。",
    "〔一年〕来,网格员上门不断。",
    "〔五年〕间,全乡警情逐年走低。",
    "满意度较〔五年〕前提高3个百分点。",
    "他第一次进村是在〔十六年〕前。",
    "〔近三年〕先后有12人立功。",
    "一举破获〔18年〕前命案。",
    "警务室是〔三年〕前建的。",
    "这桩〔5年〕前结下的积怨解开了。",
    "他〔3个月〕前刚刚出狱。",
    "〔五年〕累计化解纠纷86起。",
    "〔3年〕全县新建警务室36个。",
    "出庭率92%,而〔三年〕前仅为17%。",
    units=RUNS,
)
def years_before(site: Site) -> str | None:
    """A run of years told from now or then (前三年, 过去五年, 一年来), where no year of reference makes it a date."""
    ago = (_COMPARED.search(site.before) and _AGO.match(site.after)) or _LONG_AGO.match(site.after)
    ago = ago or (_YEARS_AGO.match(site.after) if site.hit.unit == "a" else None)
    recent = (
        site.text.startswith("近", site.hit.start)
        and site.hit.unit == "a"
        and not (_LASTS.match(site.after) or site.before.endswith(_SPENT))
    )
    within = site.hit.unit == "a" and site.text[site.hit.end - 1] == "内" and site.after.startswith("的")
    since = site.after.startswith(("来", "以来", "前的")) and not DONE_SINCE.search(site.before)
    at_head = _AGO.match(site.after) and (not site.before or site.before[-1] in _CLAUSE_MARKS)
    over = site.hit.unit == "a" and _IN_COURSE.match(site.after) is not None and not SPAN.search(site.before)
    summed = site.hit.unit == "a" and _SUMMED_UP.match(site.after) and not SPAN.search(site.before)
    told = recent or over or ago or at_head or within or since or summed or _YEARS_BEFORE.search(site.before)
    return "date" if told else None


@rule(
    "正月〔十五〕元宵节。",
    "腊月〔二十三〕过小年。",
    "农历八月〔十五〕团圆夜。",
    "正月初〔六〕开工。",
    numerals="characters",
    signs=ahead("月初"),
)
def lunar_day(site: Site) -> str | None:
    """A day of a month of the moon (正月十五, 腊月初八)."""
    return "date" if site.before.endswith(("月", "初")) and site.hit.value <= 30 and _MOON.search(site.before) else None


@rule("每周〔一〕例会雷打不动。", "每周〔五〕大扫除。", "逢周〔三〕巡回办公。", numerals="characters", signs=ahead("周期拜"))
def weekday(site: Site) -> str | None:
    """A day of every week (每周一); 每周一次 counts."""
    weekly = site.numeral in SMALL and _EVERY_WEEK.search(site.before)
    return "date" if weekly and not _TIMES_A_WEEK.match(site.text, site.hit.numeral_end) else None


@rule(
    "再晚〔半个小时〕,人就没了。",
    "再迟〔两三分钟〕,钱就转走了。",
    "再拖〔一天〕,证据就没了。",
    units=frozenset({"min", "h", "d", "s", "month"}),
)
def too_late(site: Site) -> str | None:
    """What would have been too late (再晚两分钟)."""
    return "idiom" if _TOO_LATE.search(site.before) else None


@rule(
    "从〔2〕点谈到天黑。",
    "从〔3〕点等到开饭。",
    "从〔五〕点忙到半夜。",
    "22时至次日〔6〕时是高发时段。",
    units=frozenset({None, "point", "count"}),
    signs=behind("点时"),
)
def hour(site: Site) -> str | None:
    """An hour of the day."""
    if site.text.startswith(("时", "点"), site.hit.numeral_end) and site.before.endswith(_NEXT_DAY) and 0 <= site.hit.value <= 24:
        return "time"
    if not site.text.startswith("点", site.hit.numeral_end):
        return None
    return "time" if 0 < site.hit.value <= 24 and _FROM_HOUR.search(site.before) and _HOURS.match(site.text, site.hit.numeral_end) else None
