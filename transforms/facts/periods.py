"""Which period a number belongs to: its clause's, else its sentence's, its paragraph's, or that of the campaign that frames it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from transforms.facts.beginnings import RUN, run_itself, run_of, since_it_began
from transforms.facts.calendar import DAYS, MONTH, SENTENCE, YEAR, YEAR_BEGINS, YEAR_EDGES, Calendar, as_period, from_to, told_last
from transforms.facts.context import REACH, Line, last, paragraph_before, points_back, within
from transforms.mentions.dates import DateHit
from transforms.mentions.dates.numerals import number
from transforms.patterns import seldom

_FOUND_OUT = re.compile(r"查明涉案|经(?:初步|进一步|深入|民警)?(?:查|审[查讯]|调查|讯问|核查|初查)|据[^,，。]{0,6}(?:交代|供述|交待)")
_OTHER_TIMES = re.compile(  # now, and formerly
    r"现有|现共有|现辖|现设"
    r"|(?<![年月日天把从由将比较])(?:以往|以前|从前|原先|早先|早些年|过去(?=[,，]))(?![^。]*(?:如今|现在|现|目前|今年|后来))"
)
_LATELY = re.compile(  # another event than the one told before, of no known day
    r"(?<=[。;；!?！？\s])(?:近日|日前|近期|前不久|不久前|前些天|前几天|前段时间)(?![^。]{0,40}(?:通报|公布|发布|获悉|了解到|介绍|印发))"
)
_FOUNDED = re.compile(r"成立|建成|组建|建立|推行|启动|实施|试点|设立|建起|划分|划成|推广|整合|上线|启用|配备|推出")
_SINCE_THEN = re.compile(r"(?:启动|部署|实施|发起|打响|成立|推行|上线|启用)[^。]{0,40}。?[^。,;]{0,14}以来")
_EVERY = re.compile(r"每[天日周月年晚名个人村]|24小时|全天")
_FRAMED = seldom(
    r"(?:行动|活动|攻势|战役|会战|整治|斗争|工作|专项)[”’」』]?(?:部署|全面|正式|开展|启动|实施|打响|发起|开始)*(?:以来|期间|中(?!心)|至今)"
)
_MADE = seldom("建|增|划|配备|安装|设立|招|聘|投入|添")


def period_of(at: int, clause: int, line: Line, days: Calendar, years: Decimal | None, *, stock: bool = False) -> str | None:
    """The period of a claim whose number stands at `at`.

    The last framing date before it in its clause, its sentence or its paragraph. A run of `years` has only one of its clause, or one of its
    sentence that is as long; a `stock` (机动车保有量) has no beginning.
    """
    near = max(line.block_start, at - REACH)
    told = _parted(days.text, line, near, at)
    floor = max([*told, _past_years(days, line.start, at)])
    if years is not None:
        return run_itself(at, line, days, years) or _of_run(at, clause, max(clause, floor), line, days, years)
    for begin, end in ((clause, at), (line.start, clause), (line.block_start, line.start)):
        start = max(begin, floor)
        hit = told_last(days, start, end, at, own=begin == clause)
        if hit and begin == line.block_start < line.start and _goes_on(days, max(line.start, near), at):
            hit = hit if hit.kind == "since" or _SINCE_THEN.search(days.text, max(hit.end, near), at) else None
        if hit:
            return _dated(hit, clause, at, line, days, stock=stock)
        if begin in {line.start, line.block_start} and (framed := _framed(days, max(start, near), at)):
            return framed
    if since := since_it_began(days, line, max(line.start, near, *told), at):
        return since
    return (_whole_year(days, line, at) or _carried(line, days) or _reported(days, line, at)) if not floor else None


def _of_run(at: int, clause: int, start: int, line: Line, days: Calendar, years: Decimal) -> str | None:
    """The period of a run of years that is told with one: in its clause, or as long in its sentence."""
    hit = told_last(days, start, at, at, own=True)
    if hit is None and start == clause:
        before = told_last(days, line.start, clause, at)
        hit = before if before and (_spans(before, years) or _is_short(before, years, at, days)) else None
    return _dated(hit, clause, at, line, days, stock=False) if hit else None


def _is_short(hit: DateHit, years: Decimal, at: int, days: Calendar) -> bool:
    """Whether a run of a month or less may be one of the month or day of a date (2017年11月,一位老人报案,称半个月内…)."""
    fine = years <= _A_MONTH and hit.kind in {"date", "time"} and len(hit.edtf) >= MONTH and at - hit.end <= REACH
    quoted = days.text.rfind("“", hit.end, at) > days.text.rfind("”", hit.end, at)
    return fine and not quoted and not _SPENT.search(days.text, max(hit.end, at - RUN), at)


_A_MONTH = Decimal(1) / 12
_SPENT = seldom("(?:经过?|历经|历时|经历|时隔)了?(?:近|约|长达|将近|大约)?$")


def _dated(hit: DateHit, clause: int, at: int, line: Line, days: Calendar, *, stock: bool) -> str | None:
    """The period that a date gives a number behind it; None where it is past."""
    known = _reviewed(days, hit) or run_of(hit, days, line, at)
    if known is None and _is_past(hit, clause, at, days, max(line.block_start, at - REACH)):
        return None
    return known or _whole(hit, at, line, days, stock=stock)


def _is_past(hit: DateHit, clause: int, at: int, days: Calendar, near: int) -> bool:
    """Whether a date is no longer that of a number: work of months lies between them (经过三个月侦查), or the number is of every month.

    What is done every month since something was founded, or laid down so, has its date.
    """
    between = max(hit.end, near)
    fine = hit.kind in {"date", "time", "offset"} and len(hit.edtf) >= MONTH
    if hit.rule == "ago" and len(hit.edtf) == MONTH:
        return True  # 一个月前: about then
    if fine and _WORKED.search(days.text, between, at):
        return True
    if hit.kind == "date" and hit.start < clause and _DESCRIBED.search(days.text, max(between, at - _FAR), at):
        return True
    if hit.start >= clause or hit.kind not in {"date", "time", "until"}:
        return False
    habit = "每" in days.text[at - 1 : at + 1] or _HABIT.search(days.text, max(clause, at - SENTENCE), at) or _ALL_DAY.match(days.text, at)
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


def _reviewed(days: Calendar, hit: DateHit) -> str | None:
    """The whole year that a year up to now (一年来, 过去一年) is: the one that the article has named, else that before a spring."""
    if not _YEAR_PAST.match(days.text, hit.start):
        return None
    year = last(days.years, 0, hit.start)
    if year is not None and hit.edtf.startswith(year.edtf):
        return year.edtf
    over = "04" if days.text.startswith("过去", hit.start) else "02"  # 一年来 of January is the year before
    return hit.edtf[:YEAR] if hit.edtf[-len("01-17") :] < over else None


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


def _parted(text: str, line: Line, near: int, at: int) -> list[int]:
    """Where what is told now goes on behind words that part it from the time told before (经查, 现有, 近日); mostly nothing."""
    partings = _partings(text, line.block_start, line.block_end)
    return [_behind(words, text, line.start if of_sentence else near, at) for words, of_sentence in partings]


_PARTINGS = (  # what to look for in a paragraph, what parts its numbers from a time told before, and whether in their sentence alone
    (_FOUND_OUT, _FOUND_OUT, False),
    (re.compile("现有|现共有|现辖|现设|以往|以前|从前|原先|早[先些]|过去"), _OTHER_TIMES, True),
    (re.compile("近日|日前|近期|前不久|不久前|前[些几]天|前段时间"), _LATELY, False),
)


@lru_cache(maxsize=256)
def _partings(text: str, start: int, end: int) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """What may part the numbers of a paragraph, which is asked for each of them."""
    return tuple((words, of_sentence) for plain, words, of_sentence in _PARTINGS if plain.search(text, start, end))


def _behind(words: re.Pattern[str], text: str, start: int, at: int) -> int:
    """Where a stretch goes on behind the last of the words that part it from the time told before (经查, 现有); 0 without them."""
    if words.search(text, start, at) is None:
        return 0  # as most
    return max(match.end() for match in words.finditer(text, start, at))


def _goes_on(days: Calendar, start: int, at: int) -> bool:
    """Whether a sentence tells of all the time since something began (行动开展以来): only the date when it did dates that."""
    framed = _FRAMED.search(days.text, start, at)
    return framed is not None and framed[0].endswith(("以来", "至今"))


def _past_years(days: Calendar, start: int, at: int) -> int:
    """Where a stretch goes on behind a run of years up to now, where nothing tells which years they are (一年来); 0 without one."""
    if days.text.find("年", start, at) < 0:
        return 0  # as most: spared the pattern
    runs = _YEARS_PAST.finditer(days.text, start, at)
    return max([run.end() for run in runs if not within(days.framing, run.start() - 1, run.end())], default=0)


_YEARS_PAST = re.compile(
    r"(?:[一二三四五六七八九十两\d]+|近)(?:多|余)?年(?:多|余)?来|前的?[一二三四五六七八九十两\d]+年(?:时间)?[里中间]"
    r"|从[警军业教医政][一二三四五六七八九十两\d]+(?:多|余)?年(?:多|余)?(?=[,，])"
)


def _spans(hit: DateHit, years: Decimal) -> bool:
    """Whether a period is as many years long."""
    ends = re.fullmatch(r"(\d{4})/(\d{4})", hit.edtf)
    return ends is not None and int(ends[2]) - int(ends[1]) + 1 == years


def _whole(hit: DateHit, at: int, line: Line, days: Calendar, *, stock: bool) -> str | None:
    """The period of a date with its beginning (3月以来 … 截至10月底), and open where something was founded that stands or goes on since.

    Of a `stock`, which has no beginning (截至11月底,机动车保有量 …), the day or month itself.
    """
    if hit.kind == "now":
        return _up_to_now(hit, line, days, stock=stock)
    period = as_period(hit)
    if hit.kind == "until" and period and period.startswith("../"):
        return _years_to_end(hit, period[3:], days) or _until(hit, period[3:], line, days, stock=stock)
    if closed := _closed_year(hit, line, days):
        return closed
    between = days.text[max(hit.end, at - REACH) : at]
    stands = _FOUNDED.search(between) and (stock or _EVERY.search(between))
    if hit.kind == "date" and days.text.endswith(YEAR_EDGES, hit.start, hit.end) and (not stock or _MADE.search(between)):
        begun = stands and days.text.endswith(YEAR_BEGINS, hit.start, hit.end)
        return hit.edtf[:YEAR] + ("/.." if begun else "")  # 去年底新建探头80个: work of a year, whatever month it is told to end in
    fine = len(period or "") >= MONTH and (stands or _SINCE_THEN.search(between))
    dated = hit.kind == "date" and (fine or _IN_OFFICE.search(between) or _IN_USE.match(between))
    if period and (dated or (hit.kind in {"date", "period"} and (_ONGOING.search(between) or _NEVER_AGAIN.search(between)))):
        return f"{period[:4] if '/' in period else period}/.."
    return period


def _up_to_now(now: DateHit, line: Line, days: Calendar, *, stock: bool) -> str | None:
    """Since the year or day told right before it (今年截至目前), or since which its sentence tells (今年1月以来,截至目前); else none."""
    began = last(days.framing, line.start, now.start)
    if began is None:
        return None
    if began.kind == "since" and not stock and days.text.find("以来", began.start, now.start) >= 0:
        return as_period(began)
    if now.start - began.end > 1:
        return None
    return as_period(began) if began.kind == "since" else f"{began.edtf}/.." if len(began.edtf) == YEAR else None


def _closed_year(year: DateHit, line: Line, days: Calendar) -> str | None:
    """A year as far as the day told before it in the clause or the one before (截至6月30日,今年全县立案160起)."""
    until, told = last(days.framing, line.start, year.start), year.edtf.removesuffix("/..")
    if until is None or until.kind != "until" or not until.edtf.startswith(f"../{told}-"):
        return None
    return from_to(told, until.edtf[3:]) if _OF_SOMEBODY.fullmatch(days.text, until.end, year.start) else None


_OF_SOMEBODY = seldom(r"[,，]?[^,，。;；]{0,10}")  # 截至6月30日,〔全县法院〕今年立案160起


_IN_OFFICE = seldom(  # 2014年,他调任所长,先后破获〔36起〕
    r"(?:转岗|调[入任到至]|担任|出任|接任|就任|上任|到任|当选|被任命|从警|参警|入警|入职|参加(?:公安)?工作|加入)[^。]{0,80}?[,，](?:他|她|其)?(?:带领[^,，。]{0,12})?"
    r"(?:已?先后|累计|共(?!同)|总共|多次)[^。]*$"
)
_IN_USE = seldom(  # 2019年6月,某实验室正式投入使用,先后参与侦办〔80余起〕
    r"[,，]?[^。;；]{2,40}?(?:投[入付]使用|投用|启用|揭牌|挂牌|上线|建成|成立|组建)(?:运行|运营|并[^,，。]{2,8})?"
    r"[,，。](?:[^。;；]{0,20}[,，])?(?:已经?|迄今|至今)?(?:已?先后|累计)"
)
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
    unknown = end.startswith("X") and not start.startswith("X")  # of a year that nobody knows: not set beside one that is known
    if unknown or (start and start <= end):
        return f"../{end}" if unknown else from_to(start, end)
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
    whole_year = len(period) == YEAR and _YEAR_END.fullmatch(end, YEAR) is not None
    months = hit.kind == "period" and period.count("-") == _TWO_MONTHS
    return period if (whole_year or months) and end.startswith(period.partition("/")[2] or period) else None


def _years_to_end(hit: DateHit, end: str, days: Calendar) -> str | None:
    """The run of years that is told behind the end of its last (截至2018年底,五年内…)."""
    run = _YEARS_TO_END.match(days.text, hit.end) if _YEAR_END.fullmatch(end, YEAR) else None
    return f"{int(end[:YEAR]) - number(run['years']) + 1}/{end[:YEAR]}" if run else None


_YEARS_TO_END = seldom(r"[,，](?:近|过去|前)?(?P<years>[2-9]|[二两三四五六七八九十])年(?:时间)?(?:以来|[来内里间])")
_TWO_MONTHS = 2  # hyphens: one in each month
_YEAR_END = seldom("-12(?:-31)?")


def _founded(text: str, hit: DateHit, end: int) -> bool:
    """Whether something was founded in the month or on the day of a date."""
    return hit.kind == "date" and len(hit.edtf) >= MONTH and _FOUNDED.search(text, hit.end, end) is not None


def _is_year_of(year: DateHit, until: DateHit) -> bool:
    """Whether a year stands right before the month of it that a period ends in: 今年截至11月底."""
    return len(year.edtf) == 4 and until.edtf.startswith(f"../{year.edtf}-") and until.start - year.end <= 1


def _framed(days: Calendar, start: int, at: int) -> str | None:
    """The campaign's period, where the claim is set in it (行动开展以来, 行动期间) or told of it by name (“利剑行动”共…)."""
    told = days.campaign and (_FRAMED.search(days.text, start, at) or any(days.text.find(name, start, at) >= 0 for name in days.called))
    return as_period(days.campaign) if days.campaign and told else None


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
    event = _EVENT.search(days.text, line.block_start, line.block_start + SENTENCE)
    if event is None:
        return None
    told = within(days.framing, max(0, line.block_start - REACH), line.block_start)
    return next((hit for hit in reversed(told) if event[1] in days.text[hit.end : hit.end + SENTENCE].partition("。")[0]), None)


_VISITED = seldom(r"[^。;；]{0,24}?记者[^。;；,，]{0,8}(?:走进|来到|走访|探访|采访|跟随|见到|看到)")  # 8月1日,记者走进该所,〔12名〕民警…


def undated(verb: str, at: int, line: Line, days: Calendar) -> bool:
    """Whether a claim of how things stand (辖区有7个派出所) has no date.

    One of another sentence dates it only if it tells since when (2024年7月起,推行…), or the closed period that it was built or deployed in.
    """
    told = [hit for hit in within(days.framing, line.start, at) if not _VISITED.match(days.text, hit.end)]
    if told or points_back(days.text, line.block_start) or _framed(days, line.start, at):
        return False
    before = told_last(days, line.block_start, line.start, at)
    began = (
        before is not None
        and before.kind == "since"
        and _FOUNDED.search(days.text, max(before.end, line.start - REACH), line.start) is not None
    )
    done = before is not None and verb in {"build", "deploy"} and len(before.edtf) >= DAYS
    return verb in {"", "build", "hold", "deploy"} and not began and not done
