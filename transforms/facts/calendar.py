"""The calendar of a page: the dates that may say of what period its numbers are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest

from transforms.facts.context import Context, Line, holder, last, paragraph_before, within
from transforms.mentions.dates import DateHit
from transforms.mentions.dates.numerals import number
from transforms.patterns import seldom
from transforms.records import Block

_LED_TO = re.compile(r"(?:至|到|为)$")
_COMPARED = re.compile(r"(?:较|比|与|同|和|跟|相比)(?:之)?$")
AT_ITS_PEAK = seldom(r"[较比][^,，。;；\d]{2,8}的$")  # 较峰值时的2016年
_DEPARTED = re.compile(r"(?:由|从|自)$")
_PAST = re.compile(
    r"(?:建成于|落成于|建于|始于|(?<!发)生于|恢复[到至]|创办于|成立于|始建于|创下|创|追溯到|(?<![单其别仅就正光])是|为|不到|不足|超过|相当于)$"
)
_SINCE = re.compile(r"[^,，。;；、0-9\n]{2,14}?(?:以来|至今|算起)")
_BUILT = re.compile(r"(?:建成|修建|始建|建起|建造|成立|组建|出生|投用|落成|竣工|交付)的")
_RECORD = re.compile(
    r"(?:有[纪记]录|有统计)?(?:以来|来)?的?(?:同期|单月|单日|单季|同季|历年|年度)?(?:最[低高少多好大小]|新[低高]|首次|同期(?!相比))|(?<=来)(?:[^,，。;；]{1,6}最[低高少多好大小]|的(?:命案|积案|陈案|旧案|逃犯|在逃))|第[一二三四五六七八九十\d]|首[次个场]"
    r"|(?:即将)?(?:到来|来临)|前夕|[讯電电](?![话信子诈動动])|摄影?(?=[)）。\s])|末|年版|版|生|出生|后|前"
)
_SET_AGAINST = seldom(
    r"(?:[、和与]\d{4}年)*(?:同期|同比|相比)|(?:全年|末|底|的)|[^,，。;；]{0,24}相比|[^,，。;；]{0,4}(?:[增减上下多少高低提降]|持平|相当|基本)"
)
_TOLD_ON = re.compile(  # the day that figures are told on is not theirs: 7月18日,市局通报,…
    r"[,，]?[^,，。;；\d]{0,30}?(?:(?:记者|从)[^,，。;；\d]{0,20}(?:获悉|获知|了解到)"
    r"|[局厅院部队府方委办处关署][^,，。;；\d]{0,8}(?:通报|公布|披露|发布|(?<![收到得])消息)(?:称|说|消息|了?[^,，。;；\d]{0,14}(?:情况|成绩|战果|成果|成效|数据|消息))?[,，:：](?!并)"
    r"|(?:召开|举行|举办)[^,，。;；]{0,30}(?:发布会|通气会|通报会|记者会|吹风会))"
    r"|(?:对外|向社会|向媒体|集中)?(?:通报|公布|披露|发布)(?:称|说)?[,，:：](?!并)"
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
_GOES_ON = seldom(r"[”’」』]?(?:专项)?(?:整治)?(?:行动|斗争)?(?:部署|启动|开展|实施|打响)*(?:以来|至今|期间)")
_CALLED = re.compile("女士|先生|某|大[爷妈娘]|奶奶|阿姨|老汉")
_SOMEBODY = seldom(r"[一-鿿](?:女士|先生|某某?|大爷|大妈|奶奶|阿姨|老汉|大娘)")  # tried at each letter: behind a look
_CLOCK = re.compile(r"T[\d:]+")
_DIGIT = re.compile(r"\d")
SENTENCE = 60  # characters
MONTH = len("2024-07")
DAYS = len("2024-07-01")  # a day or a range of months, no year
_RANGE = re.compile(r"[0-9X]{4}(?:-\d\d){1,2}/[0-9X]{4}(?:-\d\d){1,2}")


@dataclass(frozen=True, slots=True)
class Calendar:
    """What dates the claims of a page.

    The dates that may frame claims, in order, and those of them that are years; periods by their end; the campaign that frames the article,
    and what it is called; for blocks (by start) their section's period; the starts of blocks that go on about somebody of the paragraph
    before; the dates when something may have begun, where the article tells what was done since; the reference year.
    """

    text: str
    framing: tuple[DateHit, ...]
    years: tuple[DateHit, ...]
    closing: Mapping[str, str]
    campaign: DateHit | None
    called: tuple[str, ...]
    sections: Mapping[int, str]
    continued: frozenset[int]
    began: tuple[DateHit, ...]
    year: int | None


def calendar(text: str, dates: Sequence[DateHit], blocks: Sequence[Block], context: Context) -> Calendar:
    """The calendar of a page: its dates less those that only compare, date a record or tell where a change set out from."""
    own = (_opened(text, hit) for hit in _own(text, dates) if holder(context.lines, hit.start, hit.end))
    framing = _with_years_past(text, _closed(text, tuple(own)), context.reference.year)
    campaign = _campaign(text, framing, context)
    return Calendar(
        text,
        framing,
        years=tuple(hit for hit in framing if len(hit.edtf) == len("2024")),
        closing={hit.edtf.partition("/")[2]: hit.edtf for hit in reversed(framing) if hit.kind == "period"},
        campaign=campaign,
        called=tuple(sorted(set(_CALLED_SO.findall(text, *_sentence_at(text, campaign.start))))) if campaign else (),
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
        hit = _for_days(text, _for_months(text, told))
        before = found[-1] if found else None
        if before and _ends(text, before, hit):
            found[-1] = before._replace(end=hit.end, edtf=from_to(before.edtf.removesuffix("/.."), hit.edtf), kind="period")
        elif before is None or not _is_of_meeting(text, before, hit):
            found.append(hit)
    return tuple(found)


def _for_days(text: str, hit: DateHit) -> DateHit:
    """A day from which what it tells of took so many days and nights (11月22日,…经过三天两夜连续奋战) with the last of them."""
    day = _DAY_ALONE.fullmatch(hit.edtf) if hit.kind == "date" else None
    if day is None:
        return hit
    told = _DAYS_AND_NIGHTS.match(text, hit.end)
    if told is None:
        return hit
    days, nights = number(told["days"]), number(told["nights"] or told["days"])
    last = date(int(day["year"]), int(day["month"]), int(day["day"])) + timedelta(days=days - (nights < days))
    return hit._replace(edtf=f"{day[0].removesuffix('/..')}/{last.isoformat()}", kind="period")


_DAYS_AND_NIGHTS = seldom(
    r"[^。;；\n]{0,80}?(?:经过?|历经|历时|经历|连续|奋战|鏖战|苦战|激战|作战|蹲守|追踪|追捕|搜寻|搜救)了?(?:近|整整|长达)?"
    r"(?P<days>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})(?:昼夜|[天日](?P<nights>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})夜)(?!之?后)"
)


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
    same = len(year.edtf) == YEAR < len(day.edtf) and day.kind in {"date", "time"} and day.edtf.startswith(year.edtf)
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
    found, years = list(framing), [hit for hit in framing if len(hit.edtf) == YEAR]
    for match in _A_YEAR.finditer(text):
        named = last(years, 0, match.start())
        known = named and named.edtf.isdigit() and (year is None or 0 <= year - int(named.edtf) <= 1)
        if named and known and not within(framing, match.start(), match.end()):
            found.append(DateHit(*match.span(), named.edtf, "date", "year_past"))
    return tuple(sorted(found)) if len(found) > len(framing) else tuple(framing)


_A_YEAR = re.compile("(?<![0-9一二三四五六七八九十近])一年来")


def _may_begin(hit: DateHit) -> bool:
    return (hit.kind in {"date", "since"} or hit.rule in SEASONS) and hit.edtf[:YEAR].isdigit()


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
    """For each block behind one that dates a campaign, as far as the next heading or what is told besides it: the campaign's period."""
    found: dict[int, str] = {}
    period: str | None = None
    for block in blocks:
        if block.kind == "heading" or _BESIDES.match(text, block.start):
            period = None
        elif period is not None:
            found[block.start] = period
        told = [hit for hit in within(framing, block.start, block.end) if _dates_campaign(text, hit)]
        period = as_period(told[-1]) if told else period
    return found


_BESIDES = seldom(r"\s*(?:与此同时|此外|另外|除此之外)")


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
    return len(told.edtf) == YEAR and len(rest) <= len("数说")


_ITEM = 60  # characters


def _continued(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The starts of paragraphs that name somebody whom the paragraph before names (张女士); each paragraph is looked through once."""
    found = set()
    for start, end in dict.fromkeys((line.block_start, line.block_end) for line in lines):
        named = set(_SOMEBODY.findall(text, start, end) if _CALLED.search(text, start, end) else ())
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
    if len(_CLOCK.sub("", hit.edtf)) == DAYS and _TOLD_ON.match(text, hit.end):
        return True
    if hit.edtf.startswith("T") or told == "当年" or (_SCENE.match(after) and _UNRELATED.fullmatch(told)):
        return True
    at_peak = before.endswith("的") and AT_ITS_PEAK.search(text, max(0, hit.start - 12), hit.start)
    if at_peak or (_COMPARED.search(before) and (before.endswith(("较", "比")) or _SET_AGAINST.match(after))):
        return True
    if before.endswith(("距", "距离")) or _YEARLY.search(before) or (before.endswith("对") and _LOOKED_THROUGH.match(after)):
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
            return hit._replace(edtf=from_to(hit.edtf.removesuffix("/.."), following.edtf[3:]))
    opened = next((hit for hit in framing if hit.kind == "since" and (_OPENED.match(text, hit.end) or _BEGUN.match(text, hit.end))), None)
    named = context.campaigns
    return opened or (named[0] if len(named) > 1 else next((hit for hit in named if _GOES_ON.match(text, hit.end)), None))


def _sentence_at(text: str, at: int) -> tuple[int, int]:
    """The sentence that an offset stands in, no further than the names of a campaign stand from its dates."""
    start, end = text.rfind("。", max(0, at - SENTENCE), at) + 1, text.find("。", at, at + 3 * SENTENCE)
    return max(start, at - SENTENCE), end if end >= 0 else at + 3 * SENTENCE


_CALLED_SO = seldom("[“‘「『]([^“”‘’「」『』\n]{2,14}(?:行动|攻势|会战|整治|斗争))[”’」』]")


def _campaign_ends(text: str, since: DateHit, until: DateHit) -> bool:
    """Whether two dates beside each other tell since when a campaign runs, and how far it is told (自3月15日行动开展以来,截至8月20日)."""
    near = until.start - since.end <= SENTENCE and since.kind == "since" and until.edtf.startswith("../")
    return near and _CAMPAIGN.search(text, since.end, until.start) is not None


def as_period(hit: DateHit) -> str | None:
    """The EDTF period of a date: without its clock time; None for now, and for a time of no known day. A season tells but its year."""
    return None if hit.kind == "now" else _days_of(hit.edtf[:YEAR] if hit.rule in SEASONS else hit.edtf)


def year_before(period: str | None) -> str:
    """The same days of the year before: 2022-05 of 2023-05; nothing of no period."""
    return re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period or "")


YEAR_BEGINS = ("年初", "年伊始")
YEAR_EDGES = ("年底", "年末", *YEAR_BEGINS)
SEASONS = frozenset({"season", "season_of_year"})
YEAR = len("2024")


_SINCE_A_YEAR = "XXXX/.."  # 今年以来 on a page of no year: it tells that the count goes on, as a bare 今年 does not


@lru_cache(maxsize=4096)
def _days_of(edtf: str) -> str | None:
    period = _CLOCK.sub("", edtf)
    first, _, final = period.partition("/")
    return (first if first == final else period) if _DIGIT.search(period) or period == _SINCE_A_YEAR else None


def told_last(days: Calendar, start: int, end: int, at: int, *, own: bool = False) -> DateHit | None:
    """The last framing date of a stretch, less those that only say when a change led to its number (升至下半年的第16位).

    A time compared with (去年同期有20起), or a day in brackets (最高峰日(2月25日)达34万人), dates no number but those of its own clause.
    """
    hits = within(days.framing, start, end)
    for hit in reversed(hits):
        led_to = _LED_TO.search(days.text, hit.start - 1, hit.start) and days.text.startswith("的", hit.end)
        compared = not own and hit.start > start and days.text.endswith("同期", hit.start, hit.end)
        compared = compared or (not own and _is_bracketed(days.text, hit))
        if not compared and (not led_to or at - hit.end <= 1):
            return hit
    return None


def _is_bracketed(text: str, hit: DateHit) -> bool:
    """Whether a day stands in brackets behind what was most then: 最高峰日(2月25日); 今天(2月25日) is the day of all that follows."""
    alone = len(hit.edtf) == DAYS and text[hit.start - 1 : hit.start] in _OPEN and text[hit.end : hit.end + 1] in _CLOSE
    return alone and _PEAK.search(text, max(0, hit.start - 12), hit.start - 1) is not None


_PEAK = seldom("[最峰][^,，。;；]{0,8}$")
_OPEN, _CLOSE = frozenset("(（"), frozenset(")）")


def from_to(start: str, end: str) -> str:
    """A period from the first month of its first year, or from the first day of its first month if it ends on a day."""
    if len(start) == YEAR < len(end):
        return f"{start}-01/{end}"
    return f"{start}-01/{end}" if len(start) == MONTH < len(end) else f"{start}/{end}"
