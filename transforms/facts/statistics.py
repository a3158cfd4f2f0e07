"""From claims to statistics: each with its unit, metric, indicator, offence, period, place and subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from transforms.facts.abroad import raid_at
from transforms.facts.bodies import BODY
from transforms.facts.calendar import as_period, year_before
from transforms.facts.callings import impersonal
from transforms.facts.chunks import Chunk
from transforms.facts.claims import Claim, Sentence, read
from transforms.facts.classification import as_charged, indicators
from transforms.facts.context import REACH, Line, first, last, paragraph_before, within
from transforms.facts.frame import Frame, Placed, measure
from transforms.facts.indicators import indicator_among
from transforms.facts.namings import bare_name, may_be_of_accidents, of_accidents, of_kind, of_quarrel, of_theft
from transforms.facts.offences import offence_of, offence_words
from transforms.facts.periods import period_of, undated
from transforms.facts.persons.names import SURE, is_name, likeness
from transforms.facts.rules import OF_PEOPLE
from transforms.facts.scopes import At, contains, place_of, seat
from transforms.facts.stories import story_at
from transforms.facts.subjects import (
    OF_POLICE,
    fully,
    is_found_out,
    is_nobodys,
    is_of_people_there,
    is_of_police,
    is_of_sentence,
    is_of_the_case,
    lasts_by_itself,
    named_subject,
    narrowest,
    place_acts,
    police_there,
    takes_in,
)
from transforms.facts.tables import claims_of
from transforms.mentions.dates import DateHit
from transforms.mentions.numbers import NumberHit
from transforms.mentions.places.gazetteer import COUNTRY, coded, level
from transforms.patterns import seldom
from transforms.records import Statistic


def statistics_of(frame: Frame, lines: Sequence[Line], chunks: Sequence[Chunk]) -> Iterator[tuple[NumberHit, Statistic]]:
    """The numbers of the sentences with the statistics that they state."""
    claims, text = tuple[Claim, ...](), frame.page.text.text
    for before, line in zip((None, *lines), lines, strict=False):
        mine = tuple(within(chunks, line.start, line.end))
        follows = before is not None and ((before.end == line.start and before.block_start == line.block_start) or _goes_on(text, line))
        sentence = Sentence(mine, "".join([c.code for c in mine]), frame.numbers, claims if follows else ())
        row = frame.tables.get(line.block_start)
        claims = tuple(claims_of(frame.page.text.text, row, sentence, chunks)) if row else read(sentence)
        yield from _of_sentence(frame, line, sentence, claims)


def _goes_on(text: str, line: Line) -> bool:
    """Whether a line of a bulletin only says how what the line before counts has changed: 同比 ↓ 14.7%."""
    return line.end - line.start <= _SHORT and text.startswith(("同比", "环比", "较去年", "较上年", "比去年", "比上年"), line.start)


_SHORT = 30  # characters


def _of_sentence(frame: Frame, line: Line, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[NumberHit, Statistic]]:
    """The numbers of one sentence with the statistics that its claims state."""
    told: list[tuple[Claim, str]] = []
    for claim in claims:
        placed = _placed(frame, line, sentence, claim)
        indicator = indicator_among(placed, told)
        told.append((placed.claim, indicator))
        yield placed.hit, _statistic(placed, indicator)


def _placed(frame: Frame, line: Line, sentence: Sentence, claim: Claim) -> Placed:
    hit = sentence.number(claim.at)
    story = story_at(frame.stories, hit.start)
    named = claim if story else _of_accidents(frame, line, claim, hit)
    return Placed(frame, line, sentence, named, hit, sentence.chunks[sentence.clause_start(claim.at)].start, story, frame.context.text)


def _of_accidents(frame: Frame, line: Line, claim: Claim, hit: NumberHit) -> Claim:
    """A claim with a bare figure of accidents named in full, by what its paragraph or the one before tells."""
    if not may_be_of_accidents(claim.metric):
        return claim  # as most
    before = max(paragraph_before(frame.page.text.text, line.block_start), hit.start - REACH)
    metric = of_accidents(claim.metric, frame.page.text.text[before : hit.start])
    return claim if metric == claim.metric else claim._replace(metric=metric)


def _place(placed: Placed) -> tuple[str | None, str | None]:
    """The code and name of the place that a number is about."""
    frame, line = placed.frame, placed.line
    headed = bisect_left(frame.headings, line.block_start)
    spot = At(placed.hit.start, placed.clause, line, frame.headings[headed - 1] if headed else None)
    return place_of(spot, frame.context, frame.scopes, ranked=placed.claim.kind == "rank")


def _statistic(placed: Placed, indicator: str) -> Statistic:
    frame, line, claim, hit = placed.frame, placed.line, placed.claim, placed.hit
    unit, value, high = measure(hit, frame)
    unit = "percent" if hit.form == "zero" and claim.metric.endswith("率") else unit  # 再犯罪率为零
    value = abs(value) if claim.kind == "change" else value
    row = frame.tables.get(line.block_start)
    place, place_name = row.place if row and row.place else _place(placed)
    raid = raid_at(hit.start, line, frame.raids, frame.scopes)
    metric, offence = _about(placed, indicator)
    period = _period(placed, indicator)
    return Statistic(
        *frame.page.cite(hit.start, hit.end),
        rule=claim.rule,
        value=value,
        value_high=high,
        bound=hit.bound,
        unit=unit,
        classifier=hit.classifier,
        kind=claim.kind,
        direction=claim.direction,
        comparison=_comparison(frame, claim, period),
        metric=(_calling_nobody(metric, placed) or bare_name(hit)).translate(_FULL_WIDTH),
        indicator=as_charged(indicator, metric, offence),
        offence=offence,
        period=period,
        place=None if raid else coded(place),
        place_name=raid.name if raid else place_name,
        subject=_at_place(claim.actor, place_name) or fully(_subject(placed, indicator, place, place_name), frame.context),
        derived_from=(),
        sentence=frame.page.text.raw_span(line.start, line.end),
    )


def _nameless(metric: str, sentence: Sentence) -> str:
    """A metric without the name of whoever did it, at its head: (杨小兰)每周上门."""
    aged = _AGED.match(metric)
    metric = metric[aged.end() :] if aged else metric
    rest = metric[_FULL_NAME:]
    if aged and (called := next((c.text for c in sentence.chunks if metric.startswith(c.text) and c.code == "N" and is_name(c.text)), "")):
        return metric.removeprefix(called)
    if not rest or likeness(metric[:_FULL_NAME]) < SURE:
        return metric
    at = next((i for i, c in enumerate(sentence.chunks) if c.code == "N" and c.text == metric[:_FULL_NAME]), None)
    behind = sentence.codes[at + 1 : at + 2] if at is not None else "N"
    return rest if behind in set("XVYALPEDW,") else metric


def _calling_nobody(metric: str, placed: Placed) -> str:
    """A metric that calls nobody by any name: nothing of 小秦等〔20余人〕, 王某等〔12人〕."""
    hit = placed.hit
    nicknamed = hit.classifier in OF_PEOPLE and _NICKNAME.fullmatch(metric) and placed.text.endswith(f"{metric}等", 0, hit.start)
    return "" if nicknamed else impersonal(_nameless(metric, placed.sentence))


_FULL_NAME = 3
_NICKNAME = seldom("[小老阿][一-鿿]")  # 小秦等〔20余人〕
_AGED = seldom(r"^(?:今年|现年)?\d{1,3}岁的?(?!以|或|及|至)")  # 45岁的王某从警〔20年〕


def _at_place(actor: str | None, place_name: str | None) -> str | None:
    """People with their place by its name: 德清县义警 for 全县义警."""
    place = narrowest(place_name) if actor else None
    return _WHOLE.sub(place, actor) if actor and place else actor


_WHOLE = seldom("^(?:[全我该本][省市州盟县区旗镇乡]|[省市州县区旗镇乡](?=财政))")
_FULL_WIDTH = str.maketrans("()", "（）")  # one metric, however a page writes its brackets


_FLOWS = frozenset({"人次", "辆次", "台次", "车次", "艘次", "架次", "班次"})  # what is counted as often as it goes out


def _stands(placed: Placed, indicator: str) -> bool:
    """Whether a claim tells how things stand, with no date and no story of its own."""
    if not indicators()[indicator].standing or placed.story is not None:
        return False
    verb = placed.claim.phrase.verb
    return undated(verb.word.verb if verb else "", placed.hit.start, placed.line, placed.frame.days)


def _subject(placed: Placed, indicator: str, place: str | None, place_name: str | None) -> str | None:
    """The claim's subject: the organisation named near it, else the article's own where the claim is the article's, else the place.

    `place` is the claim's own, by its code and name.
    """
    frame = placed.frame
    kind = _doing(placed.claim, indicator, frame.main)
    if indicator == "money_lost" and is_of_the_case(placed.line, placed.text, placed.hit.start, placed.claim.metric):
        kind = "agency"
    if indicator in _TAKEN_IN and takes_in(placed):
        kind = "article"
    if kind == "nobody" or _is_of_none(placed, indicator, place):
        return None
    governed = placed.story is None and placed.claim.kind == "level" and placed.hit.unit != "percent"
    named = place_acts(frame.context, placed.line, placed.hit.start, indicator) if governed else None
    named = named or _named(placed, indicator, place)
    if named or frame.main:
        return named or (frame.main if _is_done_there(placed, indicator, place) and _is_own(placed, indicator, kind) else None)
    deed = placed.story is None and place not in {None, COUNTRY} and _is_deed(placed.claim, kind, indicator)
    return narrowest(place_name) if deed and _is_told_there(placed, place) else None


_TAKEN_IN = frozenset({"incidents", "cases_recorded", "population"})


def _is_told_there(placed: Placed, place: str | None) -> bool:
    """Whether a claim's sentence names its place before it: what a place did is told of it by name (隆回县去年开了〔3816场〕)."""
    told = within(placed.frame.context.places.hits, placed.line.start, placed.hit.start)
    return any(hit.adcode == place and (hit.kind != "named" or placed.text[hit.start - 1] not in _WHERE) for hit in told)


_WHERE = frozenset("在到来回从于往赴离")


def _is_of_none(placed: Placed, indicator: str, place: str | None) -> bool:
    """Whether a claim tells what merely is or lasts, or of a place wider than the article's."""
    claim, hit, home = placed.claim, placed.hit, placed.frame.context.places.jurisdiction
    wider = home is not None and place is not None and contains(place, home)
    if wider and not (_is_of_country(place or "", indicator) or _has_actor(placed, place or "")):
        return True
    past = placed.text.startswith(("下来", "过去"), hit.end)
    lived = claim.rule == "lasting" and hit.unit == "a" and not past  # 当了12年网格员
    if is_found_out(placed.line, placed.text, hit.start, indicator):
        return True
    if is_of_sentence(placed) or lived or (claim.rule == "kept_up" and lasts_by_itself(claim.metric)):
        return True
    return is_nobodys(placed.text, placed.clause, placed.line, hit, claim)


def _has_actor(placed: Placed, place: str) -> bool:
    """Whether a claim's sentence names an organisation of its place before it (甘肃省公安厅决定…, in an article about a city of it)."""
    return any(seat(placed.text, hit) == place for hit in within(placed.frame.context.organisations, placed.line.start, placed.hit.start))


def _is_of_country(place: str, indicator: str) -> bool:
    """Whether a claim tells what all police of the country did, in whatever article."""
    return place == COUNTRY and indicator in OF_POLICE


def _named(placed: Placed, indicator: str, place: str | None) -> str | None:
    """The organisation that is named near a claim, else the police of the place that it is told of."""
    context, at = placed.frame.context, placed.hit.start
    elsewhere = place != context.places.jurisdiction or place == COUNTRY
    heads = _heads_body(placed)
    if elsewhere and placed.story is None and not heads and not first(context.organisations, placed.clause, at):
        there = police_there(context, placed.clause, at, place, indicator)
        if there:
            return there
    named = named_subject(placed, indicator, place)
    if placed.story is not None or (named and (heads or place != COUNTRY)) or not (elsewhere or _is_of_station(placed.frame)):
        return named
    return police_there(context, placed.line.start, at, place, indicator) or named


def _heads_body(placed: Placed) -> bool:
    """Whether the last one named in a claim's sentence before it is a body under a descriptive name: no police of its place."""
    near = last(placed.frame.actors, placed.line.start, placed.hit.start)
    return near is not None and near.rule == BODY


def _is_of_station(frame: Frame) -> bool:
    """Whether the article's own organisation is a station, which does not act for all of its county, or none."""
    return frame.main is None or frame.main.endswith("派出所")


def _is_done_there(placed: Placed, indicator: str, place: str | None) -> bool:
    """Whether the article's own agency may have done it at the place: at home, and what police do also far from there.

    What police do in a part of the place may be the doing of its own; far away it is that of those whom the article tells of, but not of a
    province's.
    """
    home = placed.frame.context.places.jurisdiction
    if place == home or home is None:
        return place == home
    return indicator in OF_POLICE and home != COUNTRY and level(home) != "province" and not contains(home, place or "")


def _is_own(placed: Placed, indicator: str, kind: str) -> bool:
    """Whether a claim that names nobody is of the agency that the article is about."""
    claim, hit, story = placed.claim, placed.hit, placed.story
    main = placed.frame.main or ""
    if is_of_people_there(claim, indicator, main) or (main.endswith(_JUDGES) and claim.metric.startswith(_BY_POLICE)):
        return False
    acts = hit.classifier is not None and claim.phrase.verb is not None and claim.phrase.verb.word.verb in _OF_AGENCIES
    if kind == "agency" or acts or (kind == "article" and (story is None or story.service)):
        return True
    return story is not None and is_of_police(indicator, placed.frame.context, placed.line)


_JUDGES = ("法院", "法庭", "检察院")
_BY_POLICE = ("破获", "侦破", "告破", "抓获", "缴获", "打掉", "捣毁", "刑事拘留", "刑拘", "查获")


def _doing(claim: Claim, indicator: str, main: str | None) -> str:
    """Whose doing a claim tells of by its indicator and verb.

    Cases that are taken up, and goods that are found again, are those of who does it; all cases are, where courts tell of theirs.
    """
    verb, level = claim.phrase.verb.word.verb if claim.phrase.verb else "", claim.kind == "level"
    patrolled = indicator == "areas" and "巡" in claim.metric
    tried = indicator == "cases_recorded" and main is not None and main.endswith(_COURTS) and verb != "occur"
    if patrolled or tried or (indicator == "other" and level and verb in _ACTS):
        return "article"
    done = _DONE.get((indicator, verb)) if level or indicator == "cases_recorded" else None
    return done or indicators()[indicator].subject


_COURTS = ("法院", "检察院")
_ACTS = frozenset({"deploy", "find", "handle", "help", "penalise", "rectify", "seize", "tip", "warn"})
_DONE = {
    ("incidents", "visit"): "article",
    ("cases_recorded", "handle"): "article",
    ("stolen_goods", "recover"): "agency",
    ("stolen_goods", "help"): "agency",
}
_OF_AGENCIES = frozenset({"catch", "prosecute"})  # what only an agency does, or decides not to do (不批准逮捕54人)


def _is_deed(claim: Claim, kind: str, indicator: str) -> bool:
    """Whether a place itself did what a claim tells, or was judged for it; not what it merely has, nor how safe people feel there.

    What changes by itself (全区诉求同比减少〔860件〕) is no deed.
    """
    if claim.kind == "change" and kind == "article":
        return False
    if kind == "named":
        verb = claim.phrase.verb.word.verb if claim.phrase.verb else "hold"
        return (indicator in {"rank", "satisfaction"} and "安全感" not in claim.metric) or (verb != "hold" and indicator != "other")
    return not indicators()[indicator].standing or claim.phrase.verb is not None


def _about(placed: Placed, indicator: str) -> tuple[str, str | None]:
    """The full name of what a claim counts, and the offence that it is about."""
    claim, hit, story = placed.claim, placed.hit, placed.story
    if hit.unit == "a" and _CAREER.search(placed.text, placed.clause, hit.start):
        return claim.metric, None
    if indicator == "other" and _HONOUR.search(claim.metric) and (hit.classifier == "次" or _MODEL.search(claim.metric)):
        return claim.metric, None
    start = placed.clause if indicators()[indicator].offence == "story" else placed.line.start
    told = "" if story and story.service else placed.text[start : hit.start]
    theme = None if hit.unit == "point" else placed.frame.themes.of_sentences.get(placed.line.start)
    whom = _WHOM.match(placed.text, hit.end) if indicator in _COUNTS_OF_PEOPLE else None
    counted = claim.metric + (whom[0] if whom else "")
    offence = offence_of(counted, indicator, told, story.offence if story else None, theme if story is None else None)
    if offence is None and indicator == "personnel" and (sent := _SENT_FOR.match(placed.text, hit.end)):
        offence = next((word.offence for word in offence_words(sent[0]) if word.is_kind), None)
    if offence in {None, "all"} and _AT_STAKE.search(placed.text, max(placed.line.start, hit.start - _NEAR), hit.start):
        offence = "dispute"
    if offence == "fraud" and not _OF_ITS_OWN.search(claim.metric):
        offence = placed.frame.themes.fraud
    if story is None:
        return of_theft(of_kind(claim.metric, offence, told), offence), offence
    return of_quarrel(claim.metric, hit) if story.offence == "dispute" else of_theft(claim.metric, offence), offence


_SENT_FOR = seldom(
    "[^,，。;；:：]{0,12}(?:开展|展开|实施|进行)[^,，。;；:：]{2,40}?(?:行动|整治|会战|战役|收网|抓捕)"
)  # 300名警力开展〔禁毒整治〕
_NEAR = 90  # characters
_AT_STAKE = seldom(  # 调解劳动争议86件,涉及职工〔120人〕,为职工挽回损失〔36万元〕
    "(?:调解|调处|化解)[^,，;；。]{0,12}(?:纠纷|争议|矛盾|案件)[^,，;；。]{1,10}[,，](?:[^,，;；。]*(?:率|成功)[^,，;；。]*[,，])?"
    "(?:[^,，;；。]*[,，])?(?:共|累计|总)?(?:涉及|为[^,，;；。]{1,8}挽回)[^,，;；。0-9]*$"
)
_COUNTS_OF_PEOPLE = frozenset({"persons_caught", "persons_prosecuted", "persons_surrendered"})
_WHOM = seldom("[^,，。;；:：、]{2,16}?(?:男子|女子|青年|男女|人员|嫌疑人|疑犯|人士|分子|学生|妇女|的人)")  # 抓获2名〔涉嫌贩毒男子〕
_CAREER = seldom("(?:从[警事业医教军]|入[警职行]|任职|当[了过]|担任|做了|干了|扎根|驻守|戍边|守边)[^,，]{0,10}$")  # 当了〔12年〕网格员
_HONOUR = seldom("[一二三]等功|嘉奖|先进|荣誉|称号|表彰|奖励|候选人|人物|评为")  # what somebody was honoured for so often, is no one case
_MODEL = seldom("候选人|人物|标兵|模范")
_OF_ITS_OWN = seldom("合同|养老|集资|保险|骗[保贷]")  # frauds that are never meant by the bare word


def _comparison(frame: Frame, claim: Claim, period: str | None) -> str | None:
    """`yoy`, `pop`, `vs:` with the EDTF of the date compared with, or `unstated`; None for what is no change."""
    if claim.comparison is None or not claim.comparison.startswith("@"):
        return claim.comparison
    compared = frame.dates[int(claim.comparison[1:])]
    text = frame.page.text.text[compared.start : compared.end]
    if period and _YEARS_BEFORE.fullmatch(text) and (years := _RUN_OF_YEARS.fullmatch(period)):
        first, final = map(int, years[0].split("/"))
        return f"vs:{2 * first - final - 1}/{first - 1}"
    last_year = compared.edtf == str((frame.context.reference.year or 0) - 1)
    same_days = text.startswith(("去年", "上年")) and as_period(compared) == year_before(period)
    if text == "前一年" or same_days or (last_year and frame.page.text.text.startswith("同期", compared.end)):
        return "yoy"
    return "pop" if text in _PERIOD_BEFORE else f"vs:{as_period(compared)}"


_PERIOD_BEFORE = frozenset({"上月", "上个月", "上季度", "上周", "前一个月", "前一月", "前一季度", "前一周"})
_YEARS_BEFORE = seldom("前[三四五]年")  # as many years before those that the text tells of: 2018年至2022年…,比前五年


def _is_ranked_among(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number only tells among how many somebody is ranked (列〔11个〕市州第2名, 在〔12个〕县中由第6名升至第4名)."""
    following = sentence.codes.find("#", claim.at + 1)
    while following >= 0 and sentence.number(following).unit != "rank":
        following = sentence.codes.find("#", following + 1)
    if following < 0:
        return False
    between = "".join(c.text for c in sentence.chunks[claim.at + 1 : following])
    return _RANKED.fullmatch(sentence.codes, claim.at + 1, following) is not None or _AMONG.fullmatch(between) is not None


_RANKED = seldom("[NHGAVXPOu()]*")
_AMONG = seldom("[^,，;；]{1,10}[中里](?!心).{0,12}")
_BASE = re.compile("相比|比较?(?=[,，])")  # 与去年同期〔1280人〕相比
_BASE_OF = seldom(r"[,，](?:约|共|同比)?(?:净|绝对)?(?:[增减升降多少]|上升|下降|下跌)")  # 较2019年〔820起〕,减少40起
_IN_ROW_THEN = seldom("的[^,，。;；]{1,20}[、和与及]")  # 由2020年的23.1%和〔12.4%〕
_OF_THEN = seldom("的?(?:全?[市县区省国州旗][^,，。;；]{0,4})?|[^,，。;；]{1,2}")  # 去年的全市〔第9位〕


def _period(placed: Placed, indicator: str) -> str | None:
    if placed.claim.period:
        return placed.claim.period
    frame, line, claim, hit, clause = placed.frame, placed.line, placed.claim, placed.hit, placed.clause
    if own := _date_of_base(placed) or _shared_out(placed):
        return own
    if claim.earlier or _BASE.match(placed.text, hit.end) or (claim.kind == "level" and _BASE_OF.match(placed.text, hit.end)):
        date = last(frame.dates, clause, hit.start)
        if date and (
            _OF_THEN.fullmatch(placed.text, date.end, hit.start)
            or (claim.items and _IN_ROW_THEN.fullmatch(placed.text, date.end, hit.start))
        ):
            return as_period(date)
        if claim.earlier:
            return _first_of_years(period_of(hit.start, clause, line, frame.days, None)) if claim.rule == "departed" else None
    if _is_ranked_among(placed.sentence, claim) or (hit.classifier not in _FLOWS and _stands(placed, indicator)):
        return None
    period = period_of(hit.start, clause, line, frame.days, _years(claim, hit), stock=placed.story is None and _is_stock(claim, indicator))
    laid_out = placed.text.endswith(_FOR, 0, hit.start) and not _ENDS.search(period or "")  # for how long: no day on which it was told
    period = None if laid_out else period
    return _end_of_years(period, -1) or period if claim.rule == "reached" else period


_ENDS = seldom("/\\d")
_FOR = ("为期", "为期近", "为期约")


def _years(claim: Claim, hit: NumberHit) -> Decimal | None:
    """How many years a run of years or months lasts; None of other numbers."""
    if claim.rule not in {"lasting", "kept_up", "quarrelled"} or hit.unit not in {"a", "month"}:
        return None
    return hit.value / 12 if hit.unit == "month" else hit.value


def _is_stock(claim: Claim, indicator: str) -> bool:
    """Whether a claim counts what there is at a time, not what was done up to it."""
    verb = claim.phrase.verb.word.verb if claim.phrase.verb else ""
    return "保有" in claim.metric or (indicators()[indicator].standing and verb not in _CHECKED)


_CHECKED = frozenset({"inspect", "check", "visit"})


def _date_of_base(placed: Placed) -> str | None:
    """The date that a level which something fell or rose from is told with: 从2019年的〔860起〕一路降至…."""
    text, hit = placed.text, placed.hit
    if placed.claim.kind != "level" or text[hit.start - 1] != "的":
        return None  # as most
    date = last(placed.frame.dates, placed.clause, hit.start)
    if date is None or date.end != hit.start - 1 or text[date.start - 1] not in "从由" or date.kind != "date":
        return None
    return as_period(date)


def _shared_out(placed: Placed) -> str | None:
    """The date of a number in a row of as many as there are dates before them: 2021年和2022年分别下降12%、〔8%〕."""
    text, hit = placed.text, placed.hit
    if text[hit.end : hit.end + 1] not in _ROW and text[hit.start - 1] not in _ROW:
        return None  # as most
    numbers = within(placed.frame.numbers, max(placed.line.start, hit.start - _NEAR), min(placed.line.end, hit.end + _NEAR))
    first = final = numbers.index(hit)
    while first and _IN_ROW.fullmatch(text, numbers[first - 1].end, numbers[first].start):
        first -= 1
    while final + 1 < len(numbers) and _IN_ROW.fullmatch(text, numbers[final].end, numbers[final + 1].start):
        final += 1
    before = max(placed.line.start, numbers[first].start - _NEAR)
    told = within(placed.frame.days.framing, before, numbers[first].start)
    dates = _dates_in_row(text, told) if placed.claim.items or not told else _years_in_turn(text, told, numbers[first].start)
    return dates[numbers.index(hit) - first] if len(dates) == final - first + 1 > 1 else None


_NEAR = 200  # characters in which as many numbers stand as there may be dates before them
_ROW = frozenset("、和与及以")
_IN_ROW = seldom("、|和|与|及|以及")


def _years_in_turn(text: str, dates: Sequence[DateHit], until: int) -> list[str | None]:
    """The years of a run that numbers of one thing share out (2020年至2022年起诉人数分别为98人、137人、106人), else the dates in a row."""
    in_turn = _IN_TURN.search(text, dates[-1].end, until)
    return [*_units(dates[-1].edtf)] if in_turn and _RUN_OF_YEARS.fullmatch(dates[-1].edtf) else _dates_in_row(text, dates)


_IN_TURN = seldom("分别|依次")


def _dates_in_row(text: str, dates: Sequence[DateHit]) -> list[str | None]:
    """The periods of the last dates of a stretch that are joined: 去年和今年上半年, 2021年、2022年."""
    if not dates:
        return []
    units = _units(dates[-1].edtf) if not _ROW.isdisjoint(text[dates[-1].start : dates[-1].end]) else []
    if units:
        return [*units]
    row = len(dates) - 1
    while row and _IN_ROW.fullmatch(text, dates[row - 1].end, dates[row].start):
        row -= 1
    return [as_period(date) for date in dates[row:]]


def _units(edtf: str) -> list[str]:
    """The years, or the months of a year, that a run of them consists of (2022/2023, 2024-06/2024-07); none of another period."""
    first, _, final = edtf.partition("/")
    if _RUN_OF_YEARS.fullmatch(edtf):
        return [str(year) for year in range(int(first), int(final) + 1)]
    if _RUN_OF_MONTHS.fullmatch(edtf):
        return [f"{first[:4]}-{month:02d}" for month in range(int(first[5:]), int(final[5:]) + 1)]
    return []


_RUN_OF_MONTHS = seldom(r"(\d{4})-\d\d/\1-\d\d")


def _end_of_years(period: str | None, end: int) -> str | None:
    """The first or last year of a run of years (2019年至2023年,由24万起降至16万起); None for another period."""
    return period.split("/")[end] if period and _RUN_OF_YEARS.fullmatch(period) else None


def _first_of_years(period: str | None) -> str | None:
    """The year that a change since then set out from (2016年以来,由16840人降至5739人), or the first of a run of years."""
    return period[:4] if period and _SINCE_A_YEAR.fullmatch(period) else _end_of_years(period, 0)


_SINCE_A_YEAR = seldom(r"\d{4}/\.\.")
_RUN_OF_YEARS = seldom(r"\d{4}/\d{4}")
