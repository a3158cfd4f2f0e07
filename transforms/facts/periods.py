"""Which period a number belongs to: its clause's, else its sentence's, its paragraph's, or that of the campaign that frames it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest

from transforms.facts.context import REACH, Context, Line, holder, last, paragraph_before, points_back, within
from transforms.mentions.dates import DateHit
from transforms.mentions.dates.numerals import number
from transforms.patterns import seldom
from transforms.records import Block

_COMPARED = re.compile(r"(?:较|比|与|同|和|跟|相比)(?:之)?$")
_DEPARTED = re.compile(r"(?:由|从|自)$")
_PAST = re.compile(
    r"(?:建成于|落成于|建于|始于|(?<!发)生于|创办于|成立于|始建于|创下|创|追溯到|(?<![单其别仅就正光])是|为|不到|不足|超过|相当于)$"
)
_SINCE = re.compile(r"[^,，。;；、0-9\n]{2,14}?(?:以来|至今|算起)")
_BUILT = re.compile(r"(?:建成|修建|始建|建起|建造|成立|组建|出生|投用|落成|竣工|交付)的")
_RECORD = re.compile(
    r"(?:以来|来)?的?(?:最[低高少多好大小]|新[低高]|首次|同期(?!相比))|(?<=来)(?:[^,，。;；]{1,6}最[低高少多好大小]|的(?:命案|积案|陈案|旧案|逃犯|在逃))|第[一二三四五六七八九十\d]|首[次个场]"
    r"|(?:即将)?(?:到来|来临)|前夕|[讯電电](?![话信子诈動动])|末|年版|版|生|出生|后|前"
)
_SET_AGAINST = seldom(
    r"(?:[、和与]\d{4}年)*(?:同期|同比|相比)|(?:全年|末|底|的)|[^,，。;；]{0,24}相比|[^,，。;；]{0,4}(?:[增减上下多少高低提降]|持平|相当|基本)"
)
_TOLD_ON = re.compile(  # the day that figures are told on is not theirs: 7月18日,市局通报,…
    r"[,，]?[^,，。;；\d]{0,30}?(?:记者[^,，。;；\d]{0,20}(?:获悉|获知|了解到)"
    r"|[局厅院部队府方委办处关署][^,，。;；\d]{0,8}(?:通报|公布|披露|发布|消息)(?:称|说|消息|了?[^,，。;；\d]{0,14}(?:情况|成绩|战果|成果|成效|数据|消息))?[,，:：](?!并)"
    r"|(?:召开|举行|举办)[^,，。;；]{0,30}(?:发布会|通气会|通报会|记者会|吹风会))"
)
_YEARLY = re.compile("(?:每年|每逢|历年|往年)的?$")
_LOOKED_THROUGH = seldom(r"来?的?[^,，。;；]{0,20}(?:分析|梳理|研判|复盘|倒查|回访)")  # 对近三年来的〔8600条〕警情逐条分析
_SCENE = re.compile(r"的(?![\d一二三四五六七八九十百近约超逾第同])")  # a month or a year long past of a thing: 六月的江面, 1983年的底册
_UNRELATED = seldom(r"(?:19\d|200)\d年|[\d一二三四五六七八九十]{1,2}月")
_CAMPAIGN = re.compile("行动|攻势|会战|整治|斗争")
_OPENED = re.compile(r"[^,，。;；\n]{0,12}(?:行动|攻势|会战)[^,，。;；\n]{0,6}(?:以来|至今)")
_BEGUN = re.compile(  # 6月以来,县局部署开展“清风”行动。
    r"[,，][^。;；\n\d]{0,20}(?:开展|部署|启动|组织|发起|打响|实施)了?[^,，。;；\n\d]{2,20}(?:行动|攻势|会战|斗争|整治)[”’」』]?(?=[,，。])"
)
_PART_OF_YEAR = re.compile("季度|半年")
_LED_TO = re.compile(r"(?:至|到|为)$")
_FOUND_OUT = re.compile(r"查明涉案|经(?:初步|进一步|深入|民警)?(?:查|审[查讯]|调查|讯问|核查|初查)|据[^,，。]{0,6}(?:交代|供述|交待)")
_OTHER_TIMES = re.compile(  # now, and formerly
    r"现有|现共有|现辖|现设"
    r"|(?<![年月日天把从由将比较])(?:以往|以前|从前|原先|早先|早些年|过去(?=[,，]))(?![^。]*(?:如今|现在|现|目前|今年|后来))"
)
_FOUNDED = re.compile(r"成立|建成|组建|建立|推行|启动|实施|试点|设立|建起|划分|划成|推广|整合|上线|启用|配备|推出")
_GOES_ON = seldom(r"[”’」』]?(?:专项)?(?:整治)?(?:行动|斗争)?(?:部署|启动|开展|实施|打响)*(?:以来|至今|期间)")
_SINCE_THEN = re.compile(r"(?:启动|部署|实施|发起|打响|成立|推行|上线|启用)[^。]{0,40}。?[^。,;]{0,14}以来")
_EVERY = re.compile(r"每[天日周月年晚名个人村]|24小时|全天")
_FRAMED = seldom(
    r"(?:行动|活动|攻势|战役|会战|整治|斗争|工作|专项)[”’」』]?(?:部署|全面|正式|开展|启动|实施|打响|发起|开始)*(?:以来|期间|中(?!心)|至今)"
)
_SOMEBODY = re.compile(r"[一-鿿](?:女士|先生|某某?|大爷|大妈|奶奶|阿姨|老汉|大娘)")
_CLOCK = re.compile(r"T[\d:]+")
_DIGIT = re.compile(r"\d")
_SENTENCE = 60  # characters
_MONTH = len("2024-07")
_CLOSED = len("2024-07-01")  # a day or a range of months, no year
_RANGE = re.compile(r"[0-9X]{4}(?:-\d\d){1,2}/[0-9X]{4}(?:-\d\d){1,2}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates the claims of a page.

    The dates that may frame claims, in order, and those of them that are years; periods by their end; the campaign that frames the article;
    for blocks (by start) their section's period; the starts of blocks that go on about somebody of the paragraph before; the dates when
    something may have begun, where the article tells what was done since; the reference year.
    """

    text: str
    framing: tuple[DateHit, ...]
    years: tuple[DateHit, ...]
    closing: Mapping[str, str]
    campaign: DateHit | None
    sections: Mapping[int, str]
    continued: frozenset[int]
    began: tuple[DateHit, ...]
    year: int | None


def calendar(text: str, dates: Sequence[DateHit], blocks: Sequence[Block], context: Context) -> Calendar:
    """The calendar of a page: its dates less those that only compare, date a record or tell where a change set out from."""
    own = (_opened(text, hit) for hit in _own(text, dates) if holder(context.lines, hit.start, hit.end))
    framing = _with_years_past(text, _closed(text, tuple(own)), context.reference.year)
    return Calendar(
        text,
        framing,
        years=tuple(hit for hit in framing if len(hit.edtf) == len("2024")),
        closing={hit.edtf.partition("/")[2]: hit.edtf for hit in reversed(framing) if hit.kind == "period"},
        campaign=_campaign(text, framing, context),
        sections={**_lists(text, framing, blocks), **_sections(text, framing, blocks)},
        continued=_continued(text, context.lines),
        began=tuple(filter(_may_begin, dates)),
        year=context.reference.year,
    )


def _closed(text: str, framing: Sequence[DateHit]) -> tuple[DateHit, ...]:
    """The dates, of which two that something lasted between are one (自5月10日启动,到7月底结束).

    A year that only names what a day of it is told of (3月5日,全市召开2024年安保工作会议) is left out.
    """
    found: list[DateHit] = []
    for told in framing:
        hit = _for_months(text, told)
        before = found[-1] if found else None
        if before and _ends(text, before, hit):
            found[-1] = before._replace(end=hit.end, edtf=_from(before.edtf.removesuffix("/.."), hit.edtf), kind="period")
        elif before is None or not _is_of_meeting(text, before, hit):
            found.append(hit)
    return tuple(found)


def _for_months(text: str, hit: DateHit) -> DateHit:
    """A day on which what lasts so many months begins (从3月1日启动,为期三个月) with the last of them; others as they are."""
    lasting = _FOR_MONTHS.match(text, hit.end) if hit.kind in {"date", "since"} else None
    day = _DAY_ALONE.fullmatch(hit.edtf) if lasting else None
    if lasting is None or day is None:
        return hit
    months = int(day["year"]) * 12 + int(day["month"]) - 1 + number(lasting["count"]) - (day["day"] == "01")
    return hit._replace(end=lasting.end(), edtf=f"{hit.edtf.removesuffix('/..')}/{months // 12:04d}-{months % 12 + 1:02d}", kind="period")


_FOR_MONTHS = seldom(
    r"(?:起|开始|正式|全面|启动|展开|开展|实施|打响){0,3}[,，]?(?:将)?(?:持续|为期)(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})个月"
)
_DAY_ALONE = seldom(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:/\.\.)?")


def _ends(text: str, since: DateHit, until: DateHit) -> bool:
    """Whether the second of two dates ends what began on the first."""
    begun = since.kind == "since" or (since.kind == "date" and _STARTED.match(text, since.end))
    if not begun or until.kind != "date" or until.start - since.end > _SHORT or since.edtf.removesuffix("/..") >= until.edtf:
        return False
    return _ENDED.match(text, until.end) is not None and _LASTED.fullmatch(text, since.end, until.start) is not None


def _is_of_meeting(text: str, day: DateHit, year: DateHit) -> bool:
    """Whether a year only names a meeting or campaign of a day that is told before it in the sentence."""
    same = len(year.edtf) == _YEAR < len(day.edtf) and day.kind in {"date", "time"} and day.edtf.startswith(year.edtf)
    return same and text.find("。", day.end, year.start) < 0 and _MEETING.match(text, year.end) is not None


_SHORT = 20  # characters
_LASTED = seldom(r"[^。;；]{0,14}[,，]?(?:一直)?[至到]?")
_STARTED = re.compile("(?:正式|全面)?(?:启动|开始|开展|打响|部署|展开|拉开)")
_ENDED = seldom("(?:前?(?:结束|收官|完成|告一段落|落幕)|止)")
_MEETING = seldom(
    r"度?[^,，。;；\d]{0,20}(?:行动|活动|会议|大会|推进会|部署会|仪式|演练|练兵|比武|竞赛|培训|考试|论坛|宣传[月周日]|整治|攻坚)"
)


def _with_years_past(text: str, framing: Sequence[DateHit], year: int | None) -> tuple[DateHit, ...]:
    """The dates with each 一年来 that nothing else tells the days of: the year that the article has named, this or the last."""
    found, years = list(framing), [hit for hit in framing if len(hit.edtf) == _YEAR]
    for match in _A_YEAR.finditer(text):
        named = last(years, 0, match.start())
        known = named and named.edtf.isdigit() and (year is None or 0 <= year - int(named.edtf) <= 1)
        if named and known and not within(framing, match.start(), match.end()):
            found.append(DateHit(*match.span(), named.edtf, "date", "year_past"))
    return tuple(sorted(found)) if len(found) > len(framing) else tuple(framing)


_A_YEAR = re.compile("(?<![0-9一二三四五六七八九十近])一年来")


def _may_begin(hit: DateHit) -> bool:
    return (hit.kind in {"date", "since"} or hit.rule in SEASONS) and hit.edtf[:_YEAR].isdigit()


def _own(text: str, dates: Sequence[DateHit]) -> Iterator[DateHit]:
    """The dates less those that stand aside, and those in a row with one (比2019年、2020年、2021年低)."""
    aside: DateHit | None = None
    for hit in dates:
        in_row = aside is not None and hit.start - aside.end == 1 and text[aside.end] in "、和与"
        if in_row or _aside(text, hit):
            aside = hit
        else:
            yield hit


def _opened(text: str, hit: DateHit) -> DateHit:
    """A date since which something goes on (今年3月启动行动以来, 今年到现在), open at its end; others as they are."""
    if "/" in hit.edtf and text.endswith(_TO_NOW, hit.start, hit.end):
        return hit._replace(kind="since", edtf=f"{hit.edtf.partition('/')[0]}/..")
    if hit.kind != "date" or not _SINCE.match(text, hit.end) or "/" in hit.edtf:
        return hit
    return hit._replace(kind="since", edtf=f"{hit.edtf}/..")


_TO_NOW = ("到现在", "到目前", "至目前", "至现在", "到如今")


def _sections(text: str, framing: Sequence[DateHit], blocks: Sequence[Block]) -> Mapping[int, str]:
    """For each block behind one that dates a campaign, as far as the next heading: the campaign's period."""
    found: dict[int, str] = {}
    period: str | None = None
    for block in blocks:
        if block.kind == "heading":
            period = None
        elif period is not None:
            found[block.start] = period
        told = [hit for hit in within(framing, block.start, block.end) if _dates_campaign(text, hit)]
        period = as_period(told[-1]) if told else period
    return found


def _lists(text: str, framing: Sequence[DateHit], blocks: Sequence[Block]) -> Mapping[int, str]:
    """For each item of a list (a short block, up to the first that ends a sentence): the period before its colon, or alone on a line."""
    found: dict[int, str] = {}
    period: str | None = None
    for block in blocks:
        words = text[block.start : block.end].rstrip()
        told = last(framing, block.start, block.end)
        if block.kind in {"heading", "paragraph"} and told and (words.endswith((":", "：")) or _is_all(text, block, told)):
            period = as_period(told)
            continue
        if period and len(words) <= _ITEM:
            found[block.start] = period
        if len(words) > _ITEM or "。" in words:
            period = None
    return found


def _is_all(text: str, block: Block, told: DateHit) -> bool:
    """Whether a year is all that a line tells, but for a word or two (2019年, 数说2023)."""
    rest = text[block.start : told.start].strip() + text[told.end : block.end].strip()
    return len(told.edtf) == _YEAR and len(rest) <= len("数说")


_ITEM = 60  # characters


def _continued(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of paragraphs that name somebody whom the paragraph before names (张女士); each paragraph is looked through once."""
    found = set()
    for start, end in dict.fromkeys((line.block_start, line.block_end) for line in lines):
        named = set(_SOMEBODY.findall(text, start, end))
        before = paragraph_before(text, start)
        if named and not named.isdisjoint(_SOMEBODY.findall(text, before, start)):
            found.add(start)
    return frozenset(found)


def _dates_campaign(text: str, hit: DateHit) -> bool:
    around = text[max(0, hit.start - 24) : hit.end + 30]
    named = text[hit.start : hit.end]
    return bool(_RANGE.fullmatch(as_period(hit) or "")) and not _PART_OF_YEAR.search(named) and _CAMPAIGN.search(around) is not None


def _aside(text: str, hit: DateHit) -> bool:
    before, after, told = text[max(0, hit.start - 4) : hit.start], text[hit.end : hit.end + 30], text[hit.start : hit.end]
    if len(_CLOCK.sub("", hit.edtf)) == _CLOSED and _TOLD_ON.match(text, hit.end):
        return True
    if hit.edtf.startswith("T") or told == "当年" or (_SCENE.match(after) and _UNRELATED.fullmatch(told)):
        return True
    if _COMPARED.search(before) and (before.endswith(("较", "比")) or _SET_AGAINST.match(after)):
        return True
    if _YEARLY.search(before) or (before.endswith("对") and _LOOKED_THROUGH.match(after)):
        return True
    if _RECORD.match(text, hit.end) or _BUILT.match(after) or (_PAST.search(before) and re.match(r"代|末|初|的|。|,", after)):
        return True
    return bool(_DEPARTED.search(before) and re.match(r"(?:同期)?的", after))


def _campaign(text: str, framing: Sequence[DateHit], context: Context) -> DateHit | None:
    """The campaign that the article is about.

    Dates of its own beside the word 行动, else a known campaign that it names twice, or says what was done since.
    """
    for hit, following in zip_longest(framing, framing[1:]):
        if _dates_campaign(text, hit):
            return hit
        if following and _campaign_ends(text, hit, following):
            return hit._replace(edtf=_from(hit.edtf.removesuffix("/.."), following.edtf[3:]))
    opened = next((hit for hit in framing if hit.kind == "since" and (_OPENED.match(text, hit.end) or _BEGUN.match(text, hit.end))), None)
    named = context.campaigns
    return opened or (named[0] if len(named) > 1 else next((hit for hit in named if _GOES_ON.match(text, hit.end)), None))


def _campaign_ends(text: str, since: DateHit, until: DateHit) -> bool:
    """Whether two dates beside each other tell since when a campaign runs, and how far it is told (自3月15日行动开展以来,截至8月20日)."""
    near = until.start - since.end <= _SENTENCE and since.kind == "since" and until.edtf.startswith("../")
    return near and _CAMPAIGN.search(text, since.end, until.start) is not None


def as_period(hit: DateHit) -> str | None:
    """The EDTF period of a date: without its clock time; None for now, and for a time of no known day. A season tells but its year."""
    return None if hit.kind == "now" else _days_of(hit.edtf[:_YEAR] if hit.rule in SEASONS else hit.edtf)


def year_before(period: str | None) -> str:
    """The same days of the year before: 2022-05 of 2023-05; nothing of no period."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period or "")


_MADE = seldom("建|增|划|配备|安装|设立|招|聘|投入|添")
_YEAR_BEGINS = ("年初", "年伊始")
YEAR_EDGES = ("年底", "年末", *_YEAR_BEGINS)
SEASONS = frozenset({"season", "season_of_year"})
_YEAR = len("2024")


@lru_cache(maxsize=4096)
def _days_of(edtf: str) -> str | None:
    period = _CLOCK.sub("", edtf)
    first, _, final = period.partition("/")
    return (first if first == final else period) if _DIGIT.search(period) else None


def period_of(at: int, clause: int, line: Line, days: Calendar, years: Decimal | None, *, stock: bool = False) -> str | None:
    """The period of a claim whose number stands at `at`.

    The last framing date before it in its clause, its sentence or its paragraph. A run of `years` has only one of its clause, or one of its
    sentence that is as long; a `stock` (机动车保有量) has no beginning.
    """
    near = max(line.block_start, at - REACH)
    told = _behind(_FOUND_OUT, days.text, near, at), _behind(_OTHER_TIMES, days.text, line.start, at)
    floor = max(*told, _past_years(days, line.start, at))
    if years is not None:
        return _run_itself(at, line, days, years) or _of_run(at, clause, max(clause, floor), line, days, years)
    for begin, end in ((clause, at), (line.start, clause), (line.block_start, line.start)):
        start = max(begin, floor)
        hit = _last(days, start, end, at, own=begin == clause)
        if hit and begin == line.block_start < line.start and _goes_on(days, max(line.start, near), at):
            hit = hit if hit.kind == "since" or _SINCE_THEN.search(days.text, max(hit.end, near), at) else None
        if hit:
            return _dated(hit, clause, at, line, days, stock=stock)
        if begin in {line.start, line.block_start} and (framed := _framed(days, max(start, near), at)):
            return framed
    if since := _since_it_began(days, line, max(line.start, near, *told), at):
        return since
    return (_whole_year(days, line, at) or _carried(line, days) or _reported(days, line, at)) if not floor else None


def _of_run(at: int, clause: int, start: int, line: Line, days: Calendar, years: Decimal) -> str | None:
    """The period of a run of years that is told with one: in its clause, or as long in its sentence."""
    hit = _last(days, start, at, at, own=True)
    if hit is None and start == clause:
        before = _last(days, line.start, clause, at)
        hit = before if before and (_spans(before, years) or _is_short(before, years, at, days)) else None
    return _dated(hit, clause, at, line, days, stock=False) if hit else None


def _is_short(hit: DateHit, years: Decimal, at: int, days: Calendar) -> bool:
    """Whether a run of a month or less may be one of the month or day of a date (2017年11月,一位老人报案,称半个月内…)."""
    fine = years <= _A_MONTH and hit.kind in {"date", "time"} and len(hit.edtf) >= _MONTH and at - hit.end <= REACH
    quoted = days.text.rfind("“", hit.end, at) > days.text.rfind("”", hit.end, at)
    return fine and not quoted and not _SPENT.search(days.text, max(hit.end, at - _RUN), at)


_A_MONTH = Decimal(1) / 12
_SPENT = seldom("(?:经过?|历经|历时|经历|时隔)了?(?:近|约|长达|将近|大约)?$")


def _dated(hit: DateHit, clause: int, at: int, line: Line, days: Calendar, *, stock: bool) -> str | None:
    """The period that a date gives a number behind it; None where it is past."""
    known = _reviewed(days, hit) or _run_of(hit, days, line, at)
    if known is None and _is_past(hit, clause, at, days, max(line.block_start, at - REACH)):
        return None
    return known or _whole(hit, at, line, days, stock=stock)


def _run_itself(at: int, line: Line, days: Calendar, years: Decimal) -> str | None:
    """The period of a run of years that is told since when it runs (自2012年以来…守了12年, 建站40年来), or that is to last (为期3年)."""
    told = _SINCE_IT_BEGAN.search(days.text, max(line.start, at - _RUN), at + _RUN)
    if told and told.start("years") == at:
        return _begun(days, line, told)
    hit = _last(days, line.start, at, at)
    period = as_period(hit) if hit else None
    if hit is None or period is None:
        return None
    if _TO_LAST.search(days.text, max(line.start, at - _RUN), at):
        return f"{period}/.." if hit.kind == "date" else period
    if not _ran(hit, days, years, at):
        return None
    went_on = hit.kind == "date" and _WENT_ON.search(days.text, max(hit.end, at - _RUN), at)
    return f"{period}/.." if went_on else period if hit.kind == "since" else None


_WENT_ON = seldom("(?:一[干管守当做跑待住]就是|坚[持守]了?|已(?:经|有)?|干了|守了|当了)$")
_RUN = 10  # characters of a run of years, and of what it is a run of
_TO_LAST = seldom("为期(?:近|约|大约|整整)?$")
_UP_TO_NOW = seldom(r"(?:以来|至今)[,，]?[^,，。;]{0,4}$")


def _ran(since: DateHit, days: Calendar, years: Decimal, at: int) -> bool:
    """Whether so many years have passed since a date, the last of them counted or not; where no year is known, the words tell."""
    if days.year is None or not since.edtf[:_YEAR].isdigit():
        return _UP_TO_NOW.search(days.text, max(since.start, at - _RUN), at) is not None
    return abs(days.year - int(since.edtf[:_YEAR]) - years) <= 1 < years


def _is_past(hit: DateHit, clause: int, at: int, days: Calendar, near: int) -> bool:
    """Whether a date is no longer that of a number: work of months lies between them (经过三个月侦查), or the number is of every month.

    What is done every month since something was founded, or laid down so, has its date.
    """
    between = max(hit.end, near)
    fine = hit.kind in {"date", "time", "offset"} and len(hit.edtf) >= _MONTH
    if hit.rule == "ago" and len(hit.edtf) == _MONTH:
        return True  # 一个月前: about then
    if fine and _WORKED.search(days.text, between, at):
        return True
    if hit.kind == "date" and hit.start < clause and _DESCRIBED.search(days.text, max(between, at - _FAR), at):
        return True
    if hit.start >= clause or hit.kind not in {"date", "time", "until"}:
        return False
    habit = "每" in days.text[at - 1 : at + 1] or _HABIT.search(days.text, max(clause, at - _SENTENCE), at) or _ALL_DAY.match(days.text, at)
    stop = days.text.find("。", between, at)
    told = (days.text, between, at if stop < 0 else stop)
    return bool(habit) and not (_FOUNDED.search(*told) or _LAID_DOWN.search(*told))


_WORKED = seldom(
    r"(?:经过?|历经|历时|经历)了?(?:近|约|长达|将近|大约)?(?:半年|半个月|数[月年]|数个月|[0-9一二两三四五六七八九十]{1,3}[多余]?(?:个[多半]?月|年(?!度))[多半余]?)"
)
_HABIT = seldom(
    r"(?<!平均)每(?:[天日月周晚年季]|个月|季度|个?星期|半年|[两二三四五六0-9]{1,2}(?:年|个月|天|周))[^,，。;从由到至]{0,14}$"
    r"|(?<![今去全本当上下0-9一二三四五六七八九十两])年(?:均|接待|产|客流|人流|流动|吞吐|游客|旅客|货运|通行|交易|营业)[^,，。;从由到至]{0,10}$"
)
_ALL_DAY = re.compile("(?:[7７] ?[×xX*·] ?)?[2２][4４]小时(?!内)")
_FAR = 100  # characters
_DESCRIBED = seldom(  # what a thing is like that was made then: 该系统由〔5个〕模块组成,可查询〔12类〕信息
    r"[,，。;；”](?:该|此|这(?:一|个|套|种|款|座|处))[一-鿿A-Za-z]{2,8}?(?:[^。]{0,60}[,，、以由])?"
    r"(?:由|以|可|能|分为|分成|包括|包含|涵盖|占地|面积|设有|内设|配有)[^,，。]{0,20}$"
)
_LAID_DOWN = seldom("规定|要求|明确|分工|约定|制定")


def _run_of(hit: DateHit, days: Calendar, line: Line, at: int) -> str | None:
    """The time since something began that is told behind a date, or by the date itself (两年多来, and 四年来 if it began so long ago)."""
    return _since_it_began(days, line, hit.start if hit.rule == "since_then" else max(hit.end, line.start), at)


def _since_it_began(days: Calendar, line: Line, start: int, at: int) -> str | None:
    """The time since something began that the article dates elsewhere: 联络站成立以来, 建站40年来, 两年多下来.

    It began so many years ago as the words say; else it is what they name; else the only thing that the article tells to have begun.
    """
    if not days.began or (days.text.find("来", start, at) < 0 and days.text.find("至今", start, at) < 0):
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
        passed = (days.year or 0) - int(hit.edtf[:_YEAR]) - number(told["years"])
        near = line.block_start <= hit.start < told.start()
        return (passed == 0 or (passed == 1 and told["more"] is not None)) and (near or founded is not False)
    named = told["named"] or ""
    sentence = days.text[days.text.rfind("。", 0, hit.start) + 1 : days.text.find("。", hit.end)]
    return bool(founded) and (named.lstrip("该本此这自") in sentence)


_THING = "成立|组建|创建|创办|建立|设立|开办|建成|挂牌|揭牌|投用|启用|运行|上线|开通|推行|启动|开展|实施|试点|行动|整治"
_SINCE_IT_BEGAN = re.compile(
    rf"(?P<thing>(?P<named>[一-鿿]{{2}})?自?(?:{_THING})|建[队站所院校会])?"
    r"(?:(?<![近去过数几])(?P<years>\d{1,2}|[一二两三四五六七八九十]{1,3})年(?P<more>[多余半])?)?(?:以来|下来|来|至今)(?=[,，、的已]|共(?!同)|累计|先后|总共|平均)"
)
_BEGINS = seldom(rf"[^。;；\n]{{0,16}}?(?:{_THING}|办起|建起|打响)")
_BEGINS_SINCE = seldom(rf"[^。;；\n]{{0,60}}?(?:{_THING}|办起|建起|打响)")  # 2021年起,…: what goes on from then
_FOUNDED_IN = ("成立于", "建于", "组建于", "创建于", "创办于", "设立于")


def _reviewed(days: Calendar, hit: DateHit) -> str | None:
    """The whole year that a year up to now (一年来, 过去一年) is: the one that the article has named, else that before a spring."""
    if not _YEAR_PAST.match(days.text, hit.start):
        return None
    year = last(days.years, 0, hit.start)
    if year is not None and hit.edtf.startswith(year.edtf):
        return year.edtf
    over = "04" if days.text.startswith("过去", hit.start) else "02"  # 一年来 of January is the year before
    return hit.edtf[:_YEAR] if hit.edtf[-len("01-17") :] < over else None


_YEAR_PAST = re.compile("一年来|过去的?一年")


def _reported(days: Calendar, line: Line, at: int) -> str | None:
    """The period whose figures the next sentence says that these are (破案86起。市局昨天通报了今年上半年的打防情况).

    Figures that lead in (破案86起……) are those of the time since the date behind them, or of the account that they are said to be.
    """
    for hit in within(days.framing, at, line.block_end):
        if hit.kind == "since" and _LEADS_IN.fullmatch(days.text, line.end - 1, hit.start):
            return as_period(hit)
        if days.text.find("。", line.end, hit.start) >= 0:
            return None
        told = _REPORTS.search(days.text, max(line.end, hit.start - 10), hit.start)
        these_are = _THESE_ARE.fullmatch(days.text, line.end, hit.start)
        if (told and _OF_WORK.match(days.text, hit.end)) or (these_are and _ACCOUNT.match(days.text, hit.end)):
            return as_period(hit)
    return None


_LEADS_IN = seldom("…+")
_REPORTS = re.compile(r"(?:通报|公布|发布|晒出|亮出|介绍|总结|盘点)了?(?:[^,，。;；\d]{0,8})$")
_THESE_ARE = re.compile(  # ……这是县局前三季度交出的成绩单
    r"\s*(?:[^,，。;；\d]{0,6}数[字据][^,，。;；\d]{0,8}[,，])?这?(?:就|正)?是[^,，。;；\d]{0,24}"
)
_ACCOUNT = seldom(r"[^,，。;；]{0,30}(?:成绩|答卷|战果|战绩|缩影|账单|成效|答案|数据)")
_OF_WORK = seldom(r"[^,，。;；]{0,40}(?:情况|成绩|战果|成效|成果|数据|工作|答卷)")


def _whole_year(days: Calendar, line: Line, at: int) -> str | None:
    """The year told last in the article, for what a sentence or those before it say of the whole year (全年检查单位860家)."""
    if days.text.find("全年", max(line.block_start, at - REACH), at) < 0:
        return None
    year = last(days.years, 0, line.start)
    return year.edtf if year else None


def _last(days: Calendar, start: int, end: int, at: int, *, own: bool = False) -> DateHit | None:
    """The last framing date of a stretch, less those that only say when a change led to its number (升至下半年的第16位).

    A time compared with (去年同期有20起) dates no number but those of its own clause.
    """
    hits = within(days.framing, start, end)
    for hit in reversed(hits):
        led_to = _LED_TO.search(days.text, hit.start - 1, hit.start) and days.text.startswith("的", hit.end)
        compared = not own and hit.start > start and days.text.endswith("同期", hit.start, hit.end)
        if not compared and (not led_to or at - hit.end <= 1):
            return hit
    return None


def _behind(words: re.Pattern[str], text: str, start: int, at: int) -> int:
    """Where a stretch goes on behind the last of the words that part it from the time told before (经查, 现有); 0 without them."""
    return max([match.end() for match in words.finditer(text, start, at)], default=0)


def _goes_on(days: Calendar, start: int, at: int) -> bool:
    """Whether a sentence tells of all the time since something began (行动开展以来): only the date when it did dates that."""
    framed = _FRAMED.search(days.text, start, at)
    return framed is not None and framed[0].endswith(("以来", "至今"))


def _past_years(days: Calendar, start: int, at: int) -> int:
    """Where a stretch goes on behind a run of years up to now, where nothing tells which years they are (一年来); 0 without one."""
    if days.text.find("来", start, at) < 0:
        return 0  # as most: spared the pattern
    runs = _YEARS_PAST.finditer(days.text, start, at)
    return max([run.end() for run in runs if not within(days.framing, run.start() - 1, run.end())], default=0)


_YEARS_PAST = re.compile(r"(?:[一二三四五六七八九十两\d]+|近)(?:多|余)?年(?:多|余)?来")


def _spans(hit: DateHit, years: Decimal) -> bool:
    """Whether a period is as many years long."""
    ends = re.fullmatch(r"(\d{4})/(\d{4})", hit.edtf)
    return ends is not None and int(ends[2]) - int(ends[1]) + 1 == years


def _whole(hit: DateHit, at: int, line: Line, days: Calendar, *, stock: bool) -> str | None:
    """The period of a date with its beginning (3月以来 … 截至10月底), and open where something was founded that stands or goes on since.

    Of a `stock`, which has no beginning (截至11月底,机动车保有量 …), the day or month itself.
    """
    if hit.kind == "now":
        return _up_to_now(hit, line, days)
    period = as_period(hit)
    if hit.kind == "until" and period and period.startswith("../"):
        return _until(hit, period[3:], line, days, stock=stock)
    if closed := _closed_year(hit, line, days):
        return closed
    between = days.text[max(hit.end, at - REACH) : at]
    stands = _FOUNDED.search(between) and (stock or _EVERY.search(between))
    if hit.kind == "date" and days.text.endswith(YEAR_EDGES, hit.start, hit.end) and (not stock or _MADE.search(between)):
        begun = stands and days.text.endswith(_YEAR_BEGINS, hit.start, hit.end)
        return hit.edtf[:_YEAR] + ("/.." if begun else "")  # 去年底新建探头80个: work of a year, whatever month it is told to end in
    dated = hit.kind == "date" and len(period or "") >= _MONTH and (stands or _SINCE_THEN.search(between))
    if period and (dated or (hit.kind in {"date", "period"} and (_ONGOING.search(between) or _NEVER_AGAIN.search(between)))):
        return f"{period[:4] if '/' in period else period}/.."
    return period


def _up_to_now(now: DateHit, line: Line, days: Calendar) -> str | None:
    """Since the year or day told right before it (今年截至目前); now alone is no period."""
    began = last(days.framing, line.start, now.start)
    if began is None or now.start - began.end > 1:
        return None
    return as_period(began) if began.kind == "since" else f"{began.edtf}/.." if len(began.edtf) == _YEAR else None


def _closed_year(year: DateHit, line: Line, days: Calendar) -> str | None:
    """A year as far as the day told before it in the clause or the one before (截至6月30日,今年全县立案160起)."""
    until, told = last(days.framing, line.start, year.start), year.edtf.removesuffix("/..")
    if until is None or until.kind != "until" or not until.edtf.startswith(f"../{told}-"):
        return None
    return _from(told, until.edtf[3:]) if _OF_SOMEBODY.fullmatch(days.text, until.end, year.start) else None


_OF_SOMEBODY = seldom(r"[,，]?[^,，。;；]{0,10}")  # 截至6月30日,〔全县法院〕今年立案160起


_NEVER_AGAIN = re.compile("后[,，][^。]{0,20}再也?$|后[,，][^。]{0,20}再也?[未没无]")  # 2021年建起巡护队后,再〔未发生一起〕
_ONGOING = re.compile(
    r"(?:成立|组建|启用|投用|揭牌|开办|开通|上线|运行|推行|实施|启动|开展|行动|试点|试行|建成)(?:以来|至今)"
    r"|[天月年周][多余]?(?:来|下来)[,，]"
)


def _until(hit: DateHit, end: str, line: Line, days: Calendar, *, stock: bool) -> str:
    """A period that is told to end: from the beginning told before it in the paragraph, else as the article tells one with that end."""
    near = max(line.block_start, hit.start - REACH)
    told = within(days.framing, near, hit.start)
    began = [d for d in told if d.kind == "since" or _is_year_of(d, hit) or _founded(days.text, d, hit.start)]
    start = (as_period(began[-1]) or "").removesuffix("/..") if began else ""
    if start and start <= end:
        return _from(start, end)
    if told and as_period(told[-1]) == end:
        return end  # 7月31日…截至当日18时
    if told and not stock and (whole := _ends_with(told[-1], end)):
        return whole
    if days.campaign and _FRAMED.search(days.text, near, hit.start):
        return f"{(as_period(days.campaign) or '').split('/')[0]}/{end}"
    if stock:
        return end
    return days.closing.get(end, f"../{end}")


def _ends_with(hit: DateHit, end: str) -> str | None:
    """The months or the year told before that a last day or month closes (今年上半年…,截至6月30日; 2022年…,截至2022年底)."""
    period = as_period(hit) or ""
    whole_year = len(period) == _YEAR and _YEAR_END.fullmatch(end, _YEAR) is not None
    months = hit.kind == "period" and period.count("-") == _TWO_MONTHS
    return period if (whole_year or months) and end.startswith(period.partition("/")[2] or period) else None


_TWO_MONTHS = 2  # hyphens: one in each month
_YEAR_END = seldom("-12(?:-31)?")


def _founded(text: str, hit: DateHit, end: int) -> bool:
    """Whether something was founded in the month or on the day of a date."""
    return hit.kind == "date" and len(hit.edtf) >= _MONTH and _FOUNDED.search(text, hit.end, end) is not None


def _is_year_of(year: DateHit, until: DateHit) -> bool:
    """Whether a year stands right before the month of it that a period ends in: 今年截至11月底."""
    return len(year.edtf) == 4 and until.edtf.startswith(f"../{year.edtf}-") and until.start - year.end <= 1


def _from(start: str, end: str) -> str:
    """A period from the first month of its first year, or from the first day of its first month if it ends on a day."""
    if len(start) == _YEAR < len(end):
        return f"{start}-01/{end}"
    return f"{start}-01/{end}" if len(start) == _MONTH < len(end) else f"{start}/{end}"


def _framed(days: Calendar, start: int, at: int) -> str | None:
    """The campaign's period, where the claim is set in it (行动开展以来, 行动期间)."""
    return as_period(days.campaign) if days.campaign and _FRAMED.search(days.text, start, at) else None


def _carried(line: Line, days: Calendar) -> str | None:
    """The last date of the paragraph before, for a paragraph that points back at it (此次观摩 …) or goes on about the same person."""
    if line.block_start in days.sections:
        return days.sections[line.block_start]
    before = paragraph_before(days.text, line.block_start)
    same = line.block_start in days.continued
    if not same and not points_back(days.text, line.block_start):
        return None
    date = _of_event(days, line) or last(days.framing, before if same else 0, line.block_start)
    return as_period(date) if date else None


_EVENT = seldom("[此这本]次[^,，。]{0,8}?(行动|活动|观摩|演练|会议|比武|评比|清查|整治)")


def _of_event(days: Calendar, line: Line) -> DateHit | None:
    """The last date whose sentence tells of the event that a paragraph points back at (10月18日,分局开展统一行动. … 本次行动 …)."""
    event = _EVENT.search(days.text, line.block_start, line.block_start + _SENTENCE)
    if event is None:
        return None
    told = within(days.framing, max(0, line.block_start - REACH), line.block_start)
    return next((hit for hit in reversed(told) if event[1] in days.text[hit.end : hit.end + _SENTENCE].partition("。")[0]), None)


_VISITED = seldom(r"[^。;；]{0,24}?记者[^。;；,，]{0,8}(?:走进|来到|走访|探访|采访|跟随|见到|看到)")  # 8月1日,记者走进该所,〔12名〕民警…


def undated(verb: str, at: int, line: Line, days: Calendar) -> bool:
    """Whether a claim of how things stand (辖区有7个派出所) has no date.

    One of another sentence dates it only if it tells since when (2024年7月起,推行…), or the closed period that it was built or deployed in.
    """
    told = [hit for hit in within(days.framing, line.start, at) if not _VISITED.match(days.text, hit.end)]
    if told or points_back(days.text, line.block_start) or _framed(days, line.start, at):
        return False
    before = _last(days, line.block_start, line.start, at)
    began = (
        before is not None
        and before.kind == "since"
        and _FOUNDED.search(days.text, max(before.end, line.start - REACH), line.start) is not None
    )
    done = before is not None and verb in {"build", "deploy"} and len(before.edtf) >= _CLOSED
    return verb in {"", "build", "hold", "deploy"} and not began and not done
