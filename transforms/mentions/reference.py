"""What the relative dates of a page count from, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from transforms.aligned import Span
from transforms.lexicon import table
from transforms.mentions.dates import DateHit, Reference, almanac, find_dates, narrowed
from transforms.mentions.dates.numerals import ONES, ZERO, number
from transforms.mentions.dates.words import CHINESE_FREE
from transforms.patterns import seldom
from transforms.records import Page

__all__ = ["Reference", "find_reference"]

_ROC = re.compile(r"民国[0-9一二三四五六七八九〇零百十]{1,5}年")
_BARE_ROC = seldom(rf"(?:(?<![0-9])1[0-4][0-9]|{CHINESE_FREE}一[{ZERO}一二三四][{ZERO}{ONES}])年(?![前来多余内历间之])")
_TAIWAN = seldom(
    "台湾|[台臺][北中南东]市|新北市|高雄|桃园|新竹|基隆|宜兰|苗栗|彰化|南投|云林|嘉义|屏东|花莲|澎湖|金门|马祖|警政署|行政院|立法院"
)

_DAY_SENT = r"(1[0-2]|0?[1-9])月(3[01]|[12][0-9]|0?[1-9])日(?:讯|电(?![话信])|消息[(,:])"
_SENT = seldom(rf"(?<![0-9])(20[0-9]{{2}})年{_DAY_SENT}")
_THIS_YEAR = seldom("今年|本年")
_BROKEN = seldom(r"[。!?;\n]|去年|明年")
_REACH = 45  # characters from 今年 to what it is said to be
_NUMBER = "[0-9]{1,3}|[一二三四五六七八九十百零]{1,5}"

_PLANNED_BEFORE = seldom(r"(?:[到至]|定[于在]|力争|计划|预计|将[于在]|拟[于在]?|有效期|规划|目标|期限|届时|[划案要动见]\()[^。,;\n]{0,3}$")
_PLANNED_AFTER = seldom(
    r"[^。;\n]{0,3}?(?:起?施行|起?实施|前(?:完成|实现|建成)|版)|[^。,;\n]{0,12}?(?:力争|(?<![“‘])目标(?!推进|管理|考核)|规划|计划|行动方案|远景|将)"
)
_CITED_BEFORE = seldom(r"(?:[《〔][^》〕\n]{0,30}|》\(|生于|出生)$")
_CITED_AFTER = seldom(r"[^。,;\n]{0,2}(?:出生|生人|修[订正]|修改|通过\)|颁布|公布\))|[)〕]?[^。,;\n]{0,1}号")
_REPUBLIC = 1911
_FIRST, _MOST = 1990, 2100  # no article of ours is of an earlier or later year: it tells of the past (为1927年以来最高)


def find_reference(page: Page) -> Reference:
    """What the page's relative dates count from.

    That is its publication date where it has one; else the day that the report is sent on (2024年1月8日讯); else what its body proves:
    a sentence that ties this year to an event (今年是党的二十大召开之年) or names it (今年(2022年)), else the latest year of its own past
    dates. Where nothing proves it, nothing is known. The evidence is a span of the clean text; None where the publication date comes from
    the page's metadata.
    """
    roc = counts_by_republic(page)
    published = Reference.published(page.published, roc=roc)
    if published.year is not None:
        return Reference.published(page.published, _date_line(page, published), roc=roc)
    text = narrowed(page.text.text)
    if sent := _SENT.search(text):
        return Reference.published(f"{sent[1]}-{sent[2]:0>2}-{sent[3]:0>2}", Span(sent.start(), sent.end() - 1), roc=roc)
    proof = _tied(text) or _latest(text, _body(page), roc)
    return _sent_in(text, *proof, roc=roc) if proof else published


def _sent_in(text: str, year: int, evidence: Span, *, roc: bool) -> Reference:
    """The reference of a year that is proven: the day of it that the report is sent on, if it says so."""
    sent = _SENT_IN.search(text)
    return Reference.published(f"{year}-{sent[1]:0>2}-{sent[2]:0>2}" if sent else str(year), evidence, roc=roc)


def _body(page: Page) -> int:
    """Where the first paragraph begins."""
    return next((block.start for block in page.blocks if block.kind == "paragraph"), 0)


def counts_by_republic(page: Page) -> bool:
    """Whether bare years of three digits are those of the Republic of China: on a page in traditional script from Taiwan."""
    text = page.text.text
    return bool(_ROC.search(text)) or (page.script == "Hant" and bool(_BARE_ROC.search(text) and _TAIWAN.search(text)))


def _date_line(page: Page, published: Reference) -> Span | None:
    """Where the page's own lines about itself say the date of publication."""
    for block in page.blocks:
        if block.kind in {"dateline", "byline", "editor"}:
            for hit in find_dates(page.text.text[block.start : block.end], published):
                if hit.edtf.startswith(published.moment.edtf):
                    return Span(block.start + hit.start, block.start + hit.end)
    return None


def _tied(text: str) -> tuple[int, Span] | None:
    """The year that a sentence about this year proves, and that part of it."""
    for match in _proofs_in(text):
        year = _proven(match)
        if match["this_year"] or match["told"]:
            return year, Span(*match.span())
        start = _this_year_before(text, match.start())
        if start is not None:
            return year, Span(start, match.end())
    return None


def _this_year_before(text: str, end: int) -> int | None:
    """Where 今年 stands in the same sentence before an offset, with no other year between."""
    found = list(_THIS_YEAR.finditer(text, max(0, end - _REACH), end))
    last = found[-1] if found else None
    return last.start() if last and not _BROKEN.search(text, last.end(), end) else None


def _proofs_in(text: str) -> Iterator[re.Match[str]]:
    """The proofs of a year, in order: looked for only where a word stands that one begins with."""
    at = 0
    for start in sorted({start for _, start, _ in _openings().find_matches_as_indexes(text, overlapping=True)}):
        match = _proofs().match(text, start) if start >= at else None
        if match:
            at = match.end()
            yield match


@cache
def _openings() -> AhoCorasick:
    """The words that proofs begin with."""
    plans = [quote + plan for quote in ("", "“", '"') for plan in almanac.PLANS]
    forms = [form for name in ("years", "anniversaries", "events") for row in table(name) for form in row["forms"].split("|")]
    return AhoCorasick(sorted({"今年", "去年", "今(", "去(", "第", "召开", "举办", "举行", "迎来", "迎接", *plans, *forms}))


@cache
def _proofs() -> re.Pattern[str]:
    """The ways to prove a year: named outright, by an event, by the edge of a five-year plan, by an anniversary."""
    years, around = _forms("years"), _forms("anniversaries")
    return re.compile(
        r"(?P<told>今年\(?[即是]?(?P<told_year>20[0-9]{2})年|去年\((?P<told_last_year>20[0-9]{2})年"
        r"|(?P<numbered>[今去])\((?P<number>1[0-4][0-9]|20[0-9]{2})\)年)"
        rf"|(?P<marked>{years})"
        rf"|[“\"]?(?P<plan>{almanac.PLAN})[”\"]?(?:规划|时期|建设|发展)?的?(?P<plan_edge>开局|起步|收官|收尾)之年"
        rf"|(?P<anniversary>{around})(?:召开|建立|成立)?(?P<count>{_NUMBER})周年|第(?P<nth>{_NUMBER})[个届](?P<ordinal>{around})"
        rf"|(?:召开|举办|举行|迎来|迎接)(?P<held>{almanac.EVENT})"
        rf"|(?P<event>{almanac.EVENT})(?:将[于在]|[于在])?(?:(?P<this_year>今年)|(?:即将|将|胜利|成功|顺利)?(?:召开|举办|举行|开幕)(?!以?来|之?后|[0-9一二三四五六七八九十])|安保)"
    )


def _forms(name: str) -> str:
    forms = {form for row in table(name) for form in row["forms"].split("|")}
    return "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))


def _proven(match: re.Match[str]) -> int:
    if match["numbered"]:
        number_told = int(match["number"])
        return number_told + (0 if number_told >= _FIRST else _REPUBLIC) + (match["numbered"] == "去")
    if match["told"]:
        return int(match["told_year"] or int(match["told_last_year"]) + 1)
    if match["marked"]:
        return int(_row("years", match["marked"])["year"])
    if match["plan"]:
        first, last = almanac.plan(match["plan"])
        return first if match["plan_edge"] in {"开局", "起步"} else last
    if match["anniversary"] or match["ordinal"]:
        return int(_row("anniversaries", match["anniversary"] or match["ordinal"])["origin"]) + number(match["count"] or match["nth"])
    return almanac.event(match["event"] or match["held"]).end.year or 0


def _row(name: str, form: str) -> dict[str, str]:
    return dict(next(row for row in table(name) if form in row["forms"].split("|")))


def _latest(text: str, body: int, roc: bool) -> tuple[int, Span] | None:
    """The latest year of the body's own past dates, and the first and finest of its dates.

    A bare year that 今年 is set against proves nothing: this year may be a later one.
    """
    told = find_dates(text, Reference(None, None, None, roc=roc))
    dated = [(year, hit) for hit in _own_dates(text, told) if (year := _last_year(hit))]
    if not dated:
        return None
    latest = max(year for year, _ in dated)
    hit = max((hit for year, hit in dated if year == latest), key=lambda hit: (_depth(hit), hit.kind != "since", -hit.start))
    later = _THIS_YEAR.search(text, hit.end, hit.end + _REACH)
    own = [hit for _, hit in dated]
    in_body = [each for each in own if each.start >= body]
    earlier = _is_of_last_year(text, body) or _is_of_earlier_year(text, hit)
    over = earlier or _is_over(text, latest, own) or _is_past(text, latest, in_body, told)
    counted = _counted(text, latest + over)
    if counted:
        return None if counted["vague"] else (_until(counted), Span(*counted.span()))
    return None if _depth(hit) == 0 and later and not over else (latest + over, _evidence(text, hit))


_COUNTED = seldom(  # 自2009年起…至今…16年; 2015年…成立。四年来
    r"[自从]?(?P<since>(?:19|20)[0-9]{2})年(?:[^。;\n]{0,40}?(?:至今|迄今|到现在|以来,)[^。;,\n]{0,12}?|[^。\n]{0,40}?(?:成立|组建|建立|创办|创建|设立|启用)[^。\n]{0,12}[。,])"
    rf"(?P<count>{_NUMBER})(?P<vague>[多余])?年(?:多?来|时间|间|了|(?=[。,;]))"
)
_LONG = 5  # years: of fewer the first and the last may both be counted


def _counted(text: str, latest: int) -> re.Match[str] | None:
    """The words that count the years since something to one after the latest that is told."""
    return next((told for told in _COUNTED.finditer(text) if _until(told) > latest + (number(told["count"]) < _LONG)), None)


def _until(counted: re.Match[str]) -> int:
    return int(counted["since"]) + number(counted["count"])


def _is_of_earlier_year(text: str, latest: DateHit) -> bool:
    """Whether this year, of which an earlier month is told (今年7月), is the one after that of the latest date (2016年12月)."""
    month = latest.edtf[5:7]
    told = (int(found[1]) for found in _MONTH_OF_THIS_YEAR.finditer(text, latest.end))
    in_words = text.find("年", latest.start, latest.end) >= 0  # 2018-10-12 may be the day of the page itself
    return latest.kind == "date" and in_words and month.isdigit() and any(int(month) > this for this in told)


_MONTH_OF_THIS_YEAR = seldom("(?:今年|本年)(1[0-2]|0?[1-9])月")


_SENT_IN = seldom(rf"(?<![年0-9]){_DAY_SENT}")
_IS_NEXT = seldom("今年,?[^。,;\n]{0,8}(?:将|继续|还要|计划)")
_WHOLE_LAST_YEAR = seldom(r"去年(?:全年|一年|1[-—–~至到]1[0-2]月|前(?:10|11|十|十一)个月)|截至去年(?:1[0-2]月|年?底)")


def _is_over(text: str, year: int, dates: Sequence[DateHit]) -> bool:
    """Whether the latest year told is last year.

    A report sent on a day of an earlier month than one that it tells of in that year (1月16日电 … 2019年11月) is of the next, and so is one
    that tells of most of last year (去年1—11月) and nothing of this year, or of all of that year (2019年全年, 2019年一年) beside
    this one, or of that year only as a whole and what this year will bring, or of the time from that year to this (2021年5月至今年8月).
    """
    if (_WHOLE_LAST_YEAR.search(text) and not _THIS_YEAR.search(text)) or _is_last_years_day(text, year, dates):
        return True
    if re.search(rf"{year}年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?[初底]?[到至—~～-]+今年", text):
        return True
    whole = all(hit.edtf == str(year) for hit in dates if str(year) in hit.edtf)
    if (whole and _IS_NEXT.search(text)) or (_THIS_YEAR.search(text) and re.search(f"{year}年?(?:全年|一年)", text)):
        return True
    sent = _SENT_IN.search(text)
    months = [int(month) for hit in dates for month in re.findall(rf"{year}-([0-9]{{2}})", hit.edtf)]
    return sent is not None and max(months, default=0) > int(sent[1])


def _is_last_years_day(text: str, year: int, dates: Sequence[DateHit]) -> bool:
    """Whether a day of a year is told again as one of last year (2018年11月19日晚…,去年11月19日的行动)."""
    days = {tuple(map(int, hit.edtf[5:10].split("-"))) for hit in dates if re.match(f"{year}-[0-9]{{2}}-[0-9]{{2}}", hit.edtf)}
    return bool(days) and any((int(told[1]), int(told[2])) in days for told in _DAY_OF_LAST_YEAR.finditer(text))


_DAY_OF_LAST_YEAR = seldom("(?:去年|上年)(1[0-2]|0?[1-9])月(3[01]|[12][0-9]|0?[1-9])[日号]")


def _is_of_last_year(text: str, body: int) -> bool:
    """Whether the title tells of last year, whose number the body gives, and nothing tells of this one."""
    return text.find("去年", 0, body) >= 0 and _THIS_YEAR.search(text) is None


def _is_past(text: str, year: int, dates: Sequence[DateHit], told: Sequence[DateHit]) -> bool:
    """Whether a page that opens with a day of no year is of the year after the latest told: whoever writes in a year does not name it.

    That is so where a month told of that year is a later one than those of all days without a year (1月21日,… 2018年12月,…), or where a
    day of the first months comes before a year that is told as a whole (2月26日,… 2018年度…).
    """
    bare = [hit for hit in told if _UNDATED.match(hit.edtf) and not text.startswith(_EARLIER, hit.start)]
    of_year = [hit for hit in dates if hit.edtf.startswith(str(year)) and hit.year_told]
    if not bare or min((hit.start for hit in of_year), default=0) < bare[0].start:
        return False
    latest = max(int(hit.edtf[_MONTH]) for hit in bare)
    months = [int(hit.edtf[_MONTH]) for hit in of_year if "月" in text[hit.start : hit.end]]
    if months:
        return max(months) > latest
    return latest <= _EARLY and any(_AS_A_WHOLE.match(text, hit.start) for hit in of_year)


_UNDATED = seldom("XXXX-(?:0[1-9]|1[0-2])-[0-9]{2}")
_EARLIER = ("去", "上", "前")
_MONTH = slice(5, 7)
_EARLY = 2  # months of a year in which the one before is what is reported on
_AS_A_WHOLE = seldom("自?[0-9]{4}年(?:度|,|以来|全年|年?底|年?末)")


def _own_dates(text: str, told: Sequence[DateHit]) -> Iterator[DateHit]:
    """The dates that a text tells with their year, of what has happened: no plans, laws, documents or births."""
    for hit in told:
        before, after = (text, max(0, hit.start - 34), hit.start), (text, hit.end)
        planned = _PLANNED_BEFORE.search(*before) or _PLANNED_AFTER.match(*after) or text.startswith("前", hit.end - 1)
        if hit.year_told and not planned and not _CITED_BEFORE.search(*before) and not _CITED_AFTER.match(*after):
            yield hit


def _last_year(hit: DateHit) -> int | None:
    years = [int(year) for year in re.findall(r"(?<![0-9-])[0-9]{4}", hit.edtf)]
    return max(years) if years and _FIRST <= max(years) <= _MOST else None


def _depth(hit: DateHit) -> int:
    """0 for a year, 1 for a month, 2 for a day."""
    return min(hit.edtf.split("/")[-1].replace("..", hit.edtf.split("/")[0]).count("-"), 2)


def _evidence(text: str, hit: DateHit) -> Span:
    """The span of the date without the time of day."""
    end = hit.clock or hit.end
    day = max(text.rfind(char, hit.start, end) for char in "日号") + 1
    return Span(hit.start, day or end)
