"""Numbers that are part of a name: of a way of working, a kind of place or people, a mechanism, a plan."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from transforms.facts.nonfacts.wording import DIFFERENCE, ENDS, NONE, RUNS, SCORED, SMALL, after, ahead, behind
from transforms.facts.rules import TIME, rule
from transforms.facts.sites import Site
from transforms.lexicon import words as words_of
from transforms.mentions.zeros import follows_holders
from transforms.patterns import seldom

_TOWN = seldom(
    r"[道家堡门桥塘圣](?:镇|乡)(?!镇|村)|[道家间座台棵](?![乡村城县市渔山小大新古老超菜农商])[一-鿿](?:[镇乡屯]|村(?![一-鿿]{0,2}[书干委])|街道|派出所|警务室|路口|市场)(?![村镇户家])"
    r"|台山(?:景区|风景|公安|分局|派出)"
)
_ZERO_EVENT = seldom("|".join(words_of("zero_events", "event")))
_BORN_SINCE = seldom(r"[%％]?后(?!续|台|方|勤|备|,|,)")
_SUM = " \t\u3000+＋"
_PLUS = re.compile(r"\s*[+＋]\s*[\dA-Za-zＮNX一-鿿]")
_PLUS_BEFORE = seldom(r"[\dA-Za-zN]\s*[+＋]\s*$")
_COUNTED_NOUNS = ("隐患", "问题", "纠纷", "案件", "场所", "点")
_PLAN_NAME = re.compile(
    r"(?:[一-鿿]{2}){0,2}(?:行动|计划|规划|攻坚战|工程|方案|成绩单|答卷|战报|回眸|综述|巡礼)|来?工作(?:回眸|回顾|综述|总结|纪实|巡礼|盘点)"
)
_NAMES_ON = seldom(r"[”’\x22]?(?:的?[一-鿿零]|、[零“])")
_PAIR_AHEAD = re.compile(r"(?![年月日天个名起件死伤亡])[一-鿿](?:\([一-鿿]\))?[一二三四五六七八九两双][一-鿿](?![一-鿿]?元)")
_PAIR_BEHIND = seldom(r"[一二三四五六七八九两双](?![死伤亡])[一-鿿](?:\([一-鿿]\))?$")
_YEAR = seldom(r"(?:19|20)\d\d")


@rule("不少〔90〕后民警主动请战。", "〔80〕后所长扎根边境。", "一批〔95〕后志愿者加入。", units=NONE)
def generation(site: Site) -> str | None:
    """A generation named by its decade (80后)."""
    return "name" if len(site.numeral) == 2 and _BORN_SINCE.match(site.after) else None


@rule(
    "〔409〕创业谷热闹起来。清早,409创业谷开门;傍晚,409创业谷还亮着灯。",
    "走进〔66〕茶铺,人声鼎沸。66茶铺在街角,66茶铺的掌柜姓白。",
    "参观〔1949〕书局。1949书局有书,1949书局有茶。",
    units=NONE,
    numerals="figures",
)
def called_by_number(site: Site) -> str | None:
    """A figure without a classifier that the page has again and again before the same noun: a house or quarter is called so (798艺术区)."""
    named = len(site.numeral) > 1 and site.numeral.isdigit() and site.hit.bound == "exact"
    return "name" if named and _called_by_number(site.text)[site.numeral + site.after[:_NOUN]] >= _OFTEN else None


@lru_cache(maxsize=1)
def _called_by_number(text: str) -> Counter[str]:
    """How often a text has which figures before which two letters."""
    return Counter(_FIGURE_AND_NOUN.findall(text))


_FIGURE_AND_NOUN, _NOUN, _OFTEN = re.compile(r"(?<![\d.])\d{2,5}[一-鿿]{2}"), 2, 3


@rule("推进“〔4〕+N+N”治理模式。", "构建〔1〕+3+X格局。", "形成“〔1〕+〔6〕”体系。", signs=after(_SUM) | ahead(_SUM))
def sum_of_parts(site: Site) -> str | None:
    """A formula of parts (1+N, 4+N+N) is a name."""
    if site.hit.unit in {"km", "m"}:  # a stake of a road: 128公里+500米
        return None
    return (
        "name" if _PLUS.match(site.after) or (site.before[-2:].rstrip()[-1:] in {"+", "＋"} and _PLUS_BEFORE.search(site.before)) else None
    )


@rule("没有做不到的〔一〕起来想办法。", "与老百姓〔一〕样过节。", "解决〔百姓〕难题。", "窗口〔一一〕排开。", "专线由〔千兆〕升级到万兆。")
def fixed_word(site: Site) -> str | None:
    """A word whose numeral counts nothing (一起来, 老百姓, 四面八方) or names something (两抢一盗)."""
    if site.word is None:
        return None
    counted = site.hit.unit == "count" and site.after[:1] in ENDS and site.before.endswith(_COUNTED_NOUNS)
    return None if counted else site.word


@rule("深化“〔六〕心警务”品牌。", "〔六〕心警务见成效。“六心警务”推行三年。", "推行“〔3〕快工作法”。", "探索“红黄蓝〔三〕牌预警”机制。")
def quoted_name(site: Site) -> str | None:
    """A number inside a quoted term is part of its name; a zero with an event is judged by the frame of zeros."""
    if site.quoted is None:
        return None
    if site.numeral in {"零", "0"} and _states_zero(site):
        return "name" if follows_holders(site.text, site.hit.start) else None
    whole = site.quoted == site.text[site.hit.start : site.hit.end]
    return None if (whole and site.hit.unit not in {None, "count"}) or site.hit.unit in {"percent", "percentage_point"} else "name"


@rule("实现〔零〕上访、零案件目标。", "创建“无毒”和〔零〕事故小区。", "争创〔零〕发案村。", numerals="characters")
def named_zero(site: Site) -> str | None:
    """A zero that stands for a kind of place or aim (零发案小区, 零上访、零事故), not for a count."""
    after = site.text[site.hit.numeral_end : site.hit.numeral_end + 4]
    return "name" if site.numeral == "零" and (site.hit.unit is None or _ZERO_EVENT.match(after)) else None


@rule(
    "开展治本攻坚〔三年〕行动。",
    "实施反诈〔两年〕攻坚计划。",
    "编制平安建设〔五年〕规划。",
    "晒出平安〔半年〕成绩单。",
    "公安局〔半年〕工作回眸。",
    units=RUNS,
)
def years_of_plan(site: Site) -> str | None:
    """The years in the name of a plan or campaign, or of a report on them."""
    return "name" if site.hit.unit == "a" and _PLAN_NAME.match(site.after) else None


@rule("加强〔8小时〕外的管理。", "民警〔八小时〕以外的生活圈。", "实行〔8小时〕工作制。", units=frozenset({"h"}))
def working_day(site: Site) -> str | None:
    """The eight hours of a working day, by which its rest goes: 八小时外, 八小时工作制."""
    return "name" if site.hit.value == _WORKING_HOURS and re.match("以?外(?!出|籍|地)|之外|工作制", site.after) else None


_WORKING_HOURS = 8


@rule(
    "戒断〔三年〕未复吸人员1380人。",
    "帮教期满〔两年〕未重犯人员占九成。",
    "戒断〔3年〕以上未复吸的有86人。",
    "戒断〔两年〕未发现复吸人员460名。",
    units=RUNS,
)
def years_without(site: Site) -> str | None:
    """The years without a relapse by which people are classed (戒断三年未复吸人员)."""
    return "name" if re.match(r"(?:以上)?未(?:发现)?(?:复吸|重犯|再犯)", site.after) else None


def _states_zero(site: Site) -> bool:
    """Whether 零发案 is stated of something (保持零发案), not part of a name (零发案小区)."""
    rest = site.text[site.hit.numeral_end : site.hit.numeral_end + 10]
    event = _ZERO_EVENT.match(rest)
    return event is not None and not _NAMES_ON.match(rest, event.end())


@rule("深化〔一〕格一员。", "推行〔五〕队三室。", "落实〔一〕楼一管家。", numerals="characters")
def paired(site: Site) -> str | None:
    """Small numerals in pairs, each with a noun and no classifier (一村一警, 两队一室), are a name."""
    if site.numeral not in SMALL or site.hit.end - site.hit.start > 3 or site.hit.unit == "percent":
        return None
    rest = site.text[site.hit.numeral_end : site.hit.numeral_end + 6]
    if _PAIR_AHEAD.match(rest) and rest[2:3] not in set("十百千万年月"):
        return "name"
    return "name" if site.hit.unit is None and _PAIR_BEHIND.search(site.before) else None


@rule(
    "〔8〕类严重暴力案件全破。",
    "交通事故〔4〕项指数全面下降。",
    "〔5〕类可防性案件少发。",
    "侦破〔6〕类涉枪案件19起。",
    "盗窃、斗殴、抢劫、强奸〔四〕类占比合计81.5%。",
    units=frozenset({None, "count"}),
    signs=behind("类项"),
)
def kinds_of_case(site: Site) -> str | None:
    """How many kinds of case or figure a name sums up (8类严重暴力案件, 4项指数)."""
    return "name" if _KINDS.match(site.text, site.hit.numeral_end) else None


_KINDS = re.compile(
    "类(?:严重|主要|重点|突出|多发|高发|暴力|可防性?|侵财|刑事){1,3}[^,，。;；、]{0,4}[案警]|项(?:主要)?指[数标](?!为|作|体系|对|来)|类(?:合计)?占比"
    "|类[^,，。;；、]{0,10}(?:案件?|警情)[^,，。;；、]{0,6}(?:[0-9]|同比|环比|[下上]降|[下上]升|发案|破案)"
)


@rule(
    "调派〔32米〕云梯消防车到场。",
    "购置〔20吨〕重型水罐车3辆。",
    "出动一台〔50米〕登高平台消防车。",
    units=frozenset({"m", "t", "L"}),
)
def size_of_vehicle(site: Site) -> str | None:
    """The size by which a kind of vehicle is known (32米云梯车)."""
    return "name" if _SIZED.match(site.text, site.hit.end) else None


_SIZED = seldom("级?(?:[^,，。;；、的后处外内撞与和被到至追\\d]{0,12}(?:消防|云梯|水罐|泡沫|举高|登高|平板|高空作业)车|(?:吊|起重|洒水)车)")


@rule(
    "重点路段〔3分钟〕到场率97%。",
    "诉求〔24小时〕响应率99%。",
    "工单〔1个工作日〕签收率100%。",
    units=TIME,
    signs=after("内到出处响办签接回反见联"),
)
def within_what_time(site: Site) -> str | None:
    """The time within which a rate counts what was done (3分钟到场率), a part of its name."""
    return "name" if _IN_TIME.match(site.text, site.hit.end) else None


_IN_TIME = seldom("内?(?:到场|到达|到位|出警|处置|响应|办结|签收|接通|回复|反馈|见警|联系)率")


@rule("护航〔2025〕行动收官。", "启动平安〔2024〕专项整治。", "完成禁毒〔2023〕第三季度抽检。", units=NONE, numerals="figures")
def year_in_name(site: Site) -> str | None:
    """A year without 年, as campaigns have it in their names."""
    return "date" if _YEAR.fullmatch(site.numeral) and not SCORED.search(site.before) and not DIFFERENCE.search(site.before) else None


@rule(
    "在〔三道〕镇巡逻。",
    "〔六家〕乡的干部到场。",
    "来到〔两道〕乡。",
    "驻守〔四道〕坎村。",
    "〔九家〕湾派出所成立。",
    units=frozenset({"count"}),
    numerals="characters",
    signs=behind("道家堡门桥塘圣间座台棵"),
)
def town(site: Site) -> str | None:
    """A town or village whose name begins as a count does (三道镇, 四道坎村)."""
    return "name" if site.numeral in SMALL and _TOWN.match(site.text, site.hit.numeral_end) else None


@rule(
    "沿〔五四路〕追到桥头。",
    "在〔三一〕大道设卡。",
    "建设〔三路〕与人民街路口积水。",
    numerals="characters",
    signs=behind("东南西北中路大街巷弄桥广公村乡镇厂矿医小学社商"),
)
def street(site: Site) -> str | None:
    """A street, square or school named by a date or a number (五四路, 八一广场, 建设三路路口)."""
    spelt = _SPELT.fullmatch(site.numeral) and site.hit.value_high is None
    if spelt and _STREET.match(site.text, site.hit.numeral_end):
        return "name"
    one_of_several = site.hit.classifier == "路" and site.numeral in SMALL
    if not one_of_several or _DIVIDED.search(site.before):
        return None
    return "name" if _GRID.search(site.before) or _CROSSING.match(site.after) else None


_SPELT = seldom("[〇零一二三四五六七八九]{2,}")
_STREET = seldom(
    "[东南西北中]{0,2}(?:路(?!人马|民警|大军)|大道|大?街|巷|弄|桥|广场|公园|村|[乡镇](?!镇)|厂|矿|医院|[中小]学|学校|社区|小区|商[场城])"
)
_DIVIDED = seldom("(?:分|分成|分为|共|出动|组成)$")  # 兵分三路
_GRID = seldom("(?:经|纬|大环|环城)$")
_CROSSING = seldom("[与和及、][^,，。;；、]{1,8}(?:[路街]|大道)|路口|交叉|交汇|沿线|口|附近|\\d+号|[东南西北]?段")


@rule(
    "切实做到〔五个〕到位。",
    "严格落实〔六个〕不准。",
    "坚持〔三个〕不放过原则。",
    units=frozenset({"count"}),
    numerals="characters",
    signs=behind("个"),
)
def maxims(site: Site) -> str | None:
    """How many maxims a name sums up, each of them a verb (五个到位, 六个不准)."""
    return "name" if site.numeral in SMALL and _MAXIM.match(site.text, site.hit.numeral_end) else None


_MAXIM = re.compile(r"个(?:不[准许能得放漏][一-鿿]{0,4}|到位|必须|严禁|一律|坚持|杜绝|绝不|决不)(?=[,，。;；、:：即原要规”]|$)")


@rule("事发地位于两路交口东〔10米〕处。", "轿车停在桥头以南〔50米〕处。", "卡点设在收费站西侧〔200米〕处。", units=frozenset({"m", "km"}))
def whereabouts(site: Site) -> str | None:
    """Where a place is, told by how far it is from another in some direction (路口东10米处)."""
    return "name" if site.after.startswith("处") and _DIRECTED.search(site.before) else None


_DIRECTED = seldom(r"(?:[东南西北][侧面边方]?|以[东南西北])约?$")
