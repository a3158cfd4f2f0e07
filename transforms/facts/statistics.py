"""From a page and its mentions to statistics: every number either states a fact, with all its fields, or has the reason why it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from transforms.aligned import Span
from transforms.facts.callings import impersonal
from transforms.facts.chunks import Chunk, Cover, chunk, words
from transforms.facts.claims import Claim, Sentence, read
from transforms.facts.claims.money import MONEY
from transforms.facts.claims.topics import OF_WHICH
from transforms.facts.classification import in_story, indicator_of, indicators
from transforms.facts.context import REACH, Context, Line, holder, last, outermost, paragraph_before, within
from transforms.facts.incidents.stories import Story as Telling
from transforms.facts.namings import of_accidents, of_kind, of_quarrel
from transforms.facts.nonfacts import reason_of
from transforms.facts.nonfacts.times import DONE_SINCE
from transforms.facts.offences import named_offence, offence_of
from transforms.facts.periods import Calendar, as_period, calendar, period_of, undated
from transforms.facts.ranks import with_ranks
from transforms.facts.scopes import Scope, contains, place_of, scopes
from transforms.facts.sites import quoted_terms, sites
from transforms.facts.stories import Story, stories, story_at
from transforms.facts.subjects import is_of_police, lasts_by_itself, main_organisation, named_subject, narrowest
from transforms.facts.themes import themes
from transforms.mentions.dates import DateHit
from transforms.mentions.numbers import NumberHit, find_numbers
from transforms.mentions.numerals import hundredths
from transforms.mentions.zeros import find_zeros, with_zeros
from transforms.records import Nonfact, NumberMention, Page, Statistic

Reason = Literal["date", "time", "age", "name", "ordinal", "identifier", "idiom"]


@dataclass(frozen=True, slots=True)
class Accounts:
    """Every number of a page, with what became of it."""

    statistics: tuple[Statistic, ...]
    nonfacts: tuple[Nonfact, ...]
    numbers: tuple[NumberMention, ...]


_SHORT = 8  # characters of a quoted term that is one word to the grammar
_BACK_TO = frozenset("在到于从自约比较与同")
_SHORTENED = re.compile(r"(?:大幅)?(?:缩短|压缩|减|降|提速)")
_COUNTING = frozenset({"个", "家", "支", "名", "人", "起", "件"})


class _Dismissed(NamedTuple):
    """A number that states no fact."""

    hit: NumberHit
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the claims of a page are placed in."""

    page: Page
    context: Context
    numbers: tuple[NumberHit, ...]
    dates: tuple[DateHit, ...]
    days: Calendar
    scopes: tuple[Scope, ...]
    stories: tuple[Story, ...]
    themes: Mapping[int, str]
    main: str | None


def account(page: Page, context: Context, incidents: Sequence[Telling]) -> Accounts:
    """Account for every number of the page; `context` is what the same page mentions, `incidents` which sentences tell one event."""
    text = page.text.text
    hits = with_ranks(text, with_zeros(find_numbers(text), find_zeros(text)))
    dates = outermost([hit for hit in context.dates if not _counts(text, hit)])
    quoted = quoted_terms(text)
    dismissed = _dismissed(hits, dates, context, quoted)
    gone = {item.hit.start for item in dismissed}
    free = tuple(hit for hit in hits if hit.start not in gone)
    lines = [line for line in context.lines if within(free, line.start, line.end)]
    tokens = [token for line in lines for token in words(text, line.start, line.end)]
    told = stories(text, context, incidents)
    frame = _Frame(
        page,
        context,
        free,
        dates,
        calendar(text, dates, page.blocks, context),
        scopes(text, context),
        told,
        themes(context, page.blocks, free, told),
        main_organisation(context),
    )
    chunks = chunk(text, tokens, _covers(context, dates, free, dismissed, quoted))
    stated = list(_stated(frame, lines, chunks))
    fates = {item.hit.start: item.reason for item in dismissed} | {hit.start: "statistic" for hit, _ in stated}
    return Accounts(
        statistics=tuple(statistic for _, statistic in stated),
        nonfacts=(
            *(_date(page, hit) for hit in _apart(dates, free) if hit.kind != "now"),
            *(_nonfact(page, item) for item in dismissed if item.rule != "date"),
        ),
        numbers=tuple(_mention(page, hit, fates.get(hit.start, "unstated")) for hit in hits),
    )


def _apart(dates: Sequence[DateHit], numbers: Sequence[NumberHit]) -> Iterator[DateHit]:
    """The dates as far as no number that may state a fact reaches into them: no character is both."""
    for hit in dates:
        number = holder(numbers, hit.start, hit.end)
        cut = hit._replace(end=min(hit.end, number.start)) if number else hit
        if cut.start < cut.end:
            yield cut


def _counts(text: str, hit: DateHit) -> bool:
    """Whether a date counted by a duration is that duration: it belongs to the word before it (成立三年来), or tells how long after."""
    if text[hit.end - 1] == "来" and DONE_SINCE.search(text, max(0, hit.start - 4), hit.start):
        return True
    if text.startswith("过去", hit.start) and text[hit.start - 1 : hit.start] in {"由", "从"}:
        return _SHORTENED.match(text, hit.end) is not None
    before, end = text[hit.start - 1 : hit.start], text[hit.end - 1]
    return hit.kind == "offset" and (end == "后" or ("一" <= before <= "鿿" and not (end == "前" and before in _BACK_TO)))


def _dismissed(hits: Sequence[NumberHit], dates: Sequence[DateHit], context: Context, quoted: Sequence[Span]) -> list[_Dismissed]:
    named = [Span(hit.start, hit.end) for hit in context.places.hits if hit.kind == "named"]
    names = outermost([*(Span(hit.start, hit.end) for hit in context.organisations), *named])
    found = []
    for site in sites(context.text, hits, quoted):
        hit = site.hit
        date = holder(dates, hit.numeral_start, hit.numeral_end)
        if date is not None and not (date.end < hit.end and hit.unit not in {None, "a", "month", "d"}):
            found.append(_Dismissed(hit, "date", "date"))
        elif hit.unit != "rank" and hit.form not in {"zero", "flat"}:
            name = None if hit.classifier in _COUNTING else holder(names, hit.numeral_start, hit.numeral_end)
            because = ("proper_name", "name") if name else reason_of(site)
            if because:
                found.append(_Dismissed(hit, *because))
    return found


def _covers(
    context: Context, dates: Sequence[DateHit], free: Sequence[NumberHit], dismissed: Sequence[_Dismissed], quoted: Sequence[Span]
) -> list[Cover]:
    """Every mention as one chunk; dates win over numbers, organisations over the places in their names."""
    counted = {hit.end for hit in free}
    layers: list[list[Cover]] = [
        [Cover(hit.start, hit.end, "#", index) for index, hit in enumerate(free)],
        [Cover(hit.start, hit.end, "W" if hit.kind == "now" else "D", index) for index, hit in enumerate(dates)],
        [Cover(hit.start, hit.end, "O", index) for index, hit in enumerate(context.organisations) if hit.start not in counted],
        [Cover(hit.start, hit.end, "G", index) for index, hit in enumerate(context.places.hits) if hit.start not in counted],
        [Cover(span.start, span.end, "Q", -1) for span in quoted if span.end - span.start <= _SHORT],
        [Cover(item.hit.numeral_start, item.hit.end, "M", -1) for item in dismissed if not _is_in_word(item)],
    ]
    taken: list[Cover] = []
    for layer in layers:
        taken = sorted([*taken, *(cover for cover in outermost(layer) if holder(taken, cover.start, cover.end) is None)])
    return taken


def _is_in_word(item: _Dismissed) -> bool:
    """Whether a numeral is but a letter of a word that stays whole (一般, 统一)."""
    return item.rule == "fixed_word" and item.hit.value <= 1


def _stated(frame: _Frame, lines: Sequence[Line], chunks: Sequence[Chunk]) -> Iterator[tuple[NumberHit, Statistic]]:
    """The numbers of the sentences with the statistics that they state."""
    claims: tuple[Claim, ...] = ()
    for before, line in zip((None, *lines), lines, strict=False):
        mine = tuple(within(chunks, line.start, line.end))
        follows = before is not None and before.end == line.start and before.block_start == line.block_start
        sentence = Sentence(mine, "".join(c.code for c in mine), frame.numbers, claims if follows else ())
        claims = read(sentence)
        yield from _of_sentence(frame, line, sentence, claims)


def _of_sentence(frame: _Frame, line: Line, sentence: Sentence, claims: Sequence[Claim]) -> Iterator[tuple[NumberHit, Statistic]]:
    """The numbers of one sentence with the statistics that its claims state."""
    told: list[tuple[Claim, str]] = []
    for bare in claims:
        hit = sentence.number(bare.at)
        claim = _of_accidents(frame, line, bare, hit)
        indicator = _indicator(frame, sentence, claim, told)
        told.append((claim, indicator))
        yield hit, _statistic(frame, line, sentence, claim, indicator)


def _of_accidents(frame: _Frame, line: Line, claim: Claim, hit: NumberHit) -> Claim:
    """A claim with a bare figure of accidents named in full, by what its paragraph or the one before tells."""
    if story_at(frame.stories, hit.start):
        return claim
    before = max(paragraph_before(frame.page.text.text, line.block_start), hit.start - REACH)
    return claim._replace(metric=of_accidents(claim.metric, frame.page.text.text[before : hit.start]))


_Told = Sequence[tuple[Claim, str]]
"""The claims before one in its sentence, each with its indicator."""


def _indicator(frame: _Frame, sentence: Sentence, claim: Claim, told: _Told) -> str:
    """The indicator of a claim: its own, that of what it is about or part of, or what the story that it stands in makes of it."""
    hit = sentence.number(claim.at)
    if claim.kind == "rank" or hit.unit == "rank":
        return "rank"
    named = claim.metric if hit.unit in MONEY else claim.head or claim.metric
    own = indicator_of(claim.phrase, named, _measure(hit, frame)[0], hit.classifier)
    indicator = _of_whole(frame, sentence, claim, told, own) or (_of_kin(frame, sentence, claim, told) if own == "other" else own)
    story = story_at(frame.stories, hit.start)
    if story is None or story.offence is None:
        return indicator
    start = sentence.chunks[sentence.clause_start(claim.at)].start
    return in_story(indicator, story.offence, hit, frame.page.text.text[start : hit.end + _BEHIND])


_BEHIND = 8  # characters behind a number that may say that nothing came of it


def _of_whole(frame: _Frame, sentence: Sentence, claim: Claim, told: _Told, own: str) -> str | None:
    """The indicator of what a claim is part of or tells the change of; None where it is for itself."""
    hit = sentence.number(claim.at)
    alike = [(earlier, known) for earlier, known in told if _alike(frame, sentence.number(earlier.at), hit)]
    of_which = _of_which(sentence, claim) if alike else -1
    wholes = [known for earlier, known in alike if earlier.at < of_which or _is_divided(sentence, earlier, claim)]
    acts = claim.phrase.verb is not None and claim.phrase.verb.word.verb != "lose"
    if (
        wholes
        and not acts
        and own != "accidents"
        and (hit.classifier is not None or (claim.metric.endswith("占比") and indicators()[own].standing))
    ):
        return wholes[-1]
    same = [known for earlier, known in told if earlier.phrase is claim.phrase and known != "rank"]
    if (own == "other" and (same or wholes)) or (claim.kind == "change" and same):
        return (same or wholes)[-1]
    none_of_them = hit.form == "zero" and hit.classifier is not None and not any(c.word.noun for c in claim.phrase.chunks)
    if none_of_them and alike and not (own == "other" and named_offence(claim.metric)):
        return alike[-1][1]
    shared = told and claim.items and told[-1][0].items is claim.items and claim.metric.endswith("占比")
    return told[-1][1] if shared and own != "casualties" else None


def _of_kin(frame: _Frame, sentence: Sentence, claim: Claim, told: _Told) -> str:
    """The indicator of a claim that says none of its own, by what is told around it."""
    hit = sentence.number(claim.at)
    if hit.form == "zero" and named_offence(claim.metric):
        return "cases_recorded"
    if told and _is_done_to_them(sentence, told[-1][0], claim):
        return told[-1][1]
    felt = hit.unit == "point" and _FELT.search(frame.page.text.text, sentence.chunks[0].start, hit.start)
    return "satisfaction" if felt else "other"


def _alike(frame: _Frame, whole: NumberHit, part: NumberHit) -> bool:
    """Whether a number may count some of what another counts: in the same classifier, or as a share of it."""
    return whole.classifier == part.classifier or _measure(part, frame)[0] == "percent"


_FELT = re.compile("安全感|满意|好评|民意")


def _is_done_to_them(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    """Whether a claim only says what was done to some of what the one before counted (收到线索627条，〔查实257条〕)."""
    alike = sentence.number(before.at).classifier == sentence.number(claim.at).classifier is not None
    return alike and bool(claim.phrase.chunks) and all(c.code in "VXYL" for c in claim.phrase.chunks)


def _of_which(sentence: Sentence, part: Claim) -> int:
    """The last 其中 before a claim; every number before it may be the whole that the claim is a part of."""
    return next((at for at in range(part.at - 1, -1, -1) if sentence.chunks[at].text in OF_WHICH), -1)


def _is_divided(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether what stands right behind a claim makes a later one a part of it: 190人中, or a list."""
    behind = whole.at + 1
    if behind >= part.at:
        return False
    listed = sentence.codes[behind] == "J" and sentence.codes.rfind("#", 0, part.at) == whole.at
    return listed or sentence.chunks[behind].text in {"中", "里"}


def _statistic(frame: _Frame, line: Line, sentence: Sentence, claim: Claim, indicator: str) -> Statistic:
    hit = sentence.number(claim.at)
    unit, value, high = _measure(hit, frame)
    value = abs(value) if claim.kind == "change" else value
    at, clause = hit.start, sentence.chunks[sentence.clause_start(claim.at)].start
    place, place_name = place_of(at, clause, line, frame.context, frame.scopes, ranked=claim.kind == "rank")
    span, quote = frame.page.cite(hit.start, hit.end)
    metric, offence = _about(frame, line, claim, hit, clause, indicator)
    period = _period(frame, line, sentence, claim, indicator)
    return Statistic(
        *span,
        quote=quote,
        rule=claim.rule,
        value=value,
        value_high=high,
        bound=hit.bound,
        unit=unit,
        classifier=hit.classifier,
        kind=claim.kind,
        direction=claim.direction,
        comparison=_comparison(frame, claim, period),
        metric=impersonal(metric).translate(_FULL_WIDTH),
        indicator=indicator,
        offence=offence,
        period=period,
        place=place,
        place_name=place_name,
        subject=claim.actor or _subject(frame, line, claim, hit, clause, (indicator, place, place_name)),
        derived_from=(),
        sentence=frame.page.text.raw_span(line.start, line.end),
    )


_FULL_WIDTH = str.maketrans("()", "（）")  # one metric, however a page writes its brackets
_LOCAL_MONEY = {"81": "HKD", "82": "MOP", "71": "TWD"}


def _measure(hit: NumberHit, frame: _Frame) -> tuple[str, Decimal, Decimal | None]:
    """Unit and value as a statistic has them: a ratio is its percentage, a bare number counts, a bare 元 is the local currency."""
    if hit.unit == "CNY" and "人民" not in frame.page.text.text[hit.start - 3 : hit.end]:
        return _LOCAL_MONEY.get((frame.context.places.jurisdiction or "")[:2], "CNY"), hit.value, hit.value_high
    if hit.unit == "ratio":
        return "percent", hundredths(hit.value * 100), None
    return hit.unit or "count", hit.value, hit.value_high


def _stands(frame: _Frame, indicator: str, verb: str, at: int, line: Line) -> bool:
    """Whether a claim tells how things stand, with no date and no story of its own."""
    return indicators()[indicator].standing and undated(verb, at, line, frame.days) and story_at(frame.stories, at) is None


def _subject(frame: _Frame, line: Line, claim: Claim, hit: NumberHit, clause: int, about: tuple[str, str | None, str | None]) -> str | None:
    """The claim's subject: the organisation named near it, else the article's own where the claim is the article's, else the place.

    `about` is the claim's indicator, and its place by code and name.
    """
    indicator, place, place_name = about
    kind = indicators()[indicator].subject
    home = frame.context.places.jurisdiction
    if kind == "nobody" or (home and place and contains(place, home)):
        return None
    if claim.rule == "kept_up" and lasts_by_itself(claim.metric):
        return None
    named = named_subject(hit.start, clause, line, frame.context, claim.metric)
    story = story_at(frame.stories, hit.start)
    if frame.main is None:
        return named or (narrowest(place_name) if story is None and place and _is_deed(claim, kind, indicator) else None)
    of_police = story is not None and is_of_police(indicator, frame.context, line)
    acts = hit.classifier is not None and claim.phrase.verb is not None and claim.phrase.verb.word.verb in _OF_AGENCIES
    own = place == home and (kind == "agency" or acts or of_police or (kind == "article" and (story is None or story.service)))
    return named or (frame.main if own else None)


_OF_AGENCIES = frozenset({"catch", "prosecute"})  # what only an agency does, or decides not to do (不批准逮捕54人)


def _is_deed(claim: Claim, kind: str, indicator: str) -> bool:
    """Whether a place itself did what a claim tells, or was judged for it; not what it merely has, nor how safe people feel there."""
    if kind == "named":
        verb = claim.phrase.verb.word.verb if claim.phrase.verb else "hold"
        return (indicator in {"rank", "satisfaction"} and "安全感" not in claim.metric) or (verb != "hold" and indicator != "other")
    return not indicators()[indicator].standing or claim.phrase.verb is not None


def _about(frame: _Frame, line: Line, claim: Claim, hit: NumberHit, clause: int, indicator: str) -> tuple[str, str | None]:
    """The full name of what a claim counts, and the offence that it is about."""
    story = story_at(frame.stories, hit.start)
    start = clause if indicators()[indicator].offence == "story" else line.start
    told = "" if story and story.service else frame.page.text.text[start : hit.start]
    theme = None if hit.unit == "point" else frame.themes.get(line.start)
    offence = offence_of(claim.metric, indicator, told, story.offence if story else None, theme if story is None else None)
    if story is None:
        return of_kind(claim.metric, offence), offence
    return of_quarrel(claim.metric, hit) if story.offence == "dispute" else claim.metric, offence


def _comparison(frame: _Frame, claim: Claim, period: str | None) -> str | None:
    """`yoy`, `pop`, `vs:` with the EDTF of the date compared with, or `unstated`; None for what is no change."""
    if claim.comparison is None or not claim.comparison.startswith("@"):
        return claim.comparison
    compared = frame.dates[int(claim.comparison[1:])]
    text = frame.page.text.text[compared.start : compared.end]
    if period and _YEARS_BEFORE.fullmatch(text) and (years := _RUN_OF_YEARS.fullmatch(period)):
        first, final = map(int, years[0].split("/"))
        return f"vs:{2 * first - final - 1}/{first - 1}"
    last_year = compared.edtf == str((frame.context.reference.year or 0) - 1)
    if last_year and frame.page.text.text.startswith("同期", compared.end):
        return "yoy"
    return "pop" if text in {"上月", "上个月", "上季度", "上周"} else f"vs:{as_period(compared)}"


_YEARS_BEFORE = re.compile("前[三四五]年")  # as many years before those that the text tells of: 2018年至2022年…,比前五年


def _is_ranked_among(sentence: Sentence, claim: Claim) -> bool:
    """Whether a number only tells among how many somebody is ranked (列〔11个〕市州第2名, 在〔12个〕县中由第6名升至第4名)."""
    ranks = (at for at in range(claim.at + 1, len(sentence.codes)) if sentence.codes[at] == "#" and sentence.number(at).unit == "rank")
    following = next(ranks, -1)
    if following < 0:
        return False
    between = "".join(c.text for c in sentence.chunks[claim.at + 1 : following])
    return _RANKED.fullmatch(sentence.codes, claim.at + 1, following) is not None or _AMONG.fullmatch(between) is not None


_RANKED = re.compile("[NHGAVXPOu()]*")
_AMONG = re.compile("[^,，;；]{1,10}[中里](?!心).{0,12}")


_OF_THEN = re.compile("的?(?:全?[市县区省国州旗][^,，。;；]{0,4})?|[^,，。;；]{1,2}")  # 去年的全市〔第9位〕


def _period(frame: _Frame, line: Line, sentence: Sentence, claim: Claim, indicator: str) -> str | None:
    hit, clause = sentence.number(claim.at), sentence.chunks[sentence.clause_start(claim.at)].start
    if claim.earlier:
        date = last(frame.dates, clause, hit.start)
        if date and _OF_THEN.fullmatch(frame.page.text.text, date.end, hit.start):
            return as_period(date)
        return _end_of_years(period_of(hit.start, clause, line, frame.days, None), 0) if claim.rule == "departed" else None
    verb = claim.phrase.verb.word.verb if claim.phrase.verb else ""
    if _is_ranked_among(sentence, claim) or _stands(frame, indicator, verb, hit.start, line):
        return None
    years = hit.value if claim.rule in {"lasting", "kept_up", "quarrelled"} and hit.unit in {"a", "month"} else None
    stock = indicators()[indicator].standing or "保有" in claim.metric
    period = period_of(hit.start, clause, line, frame.days, years, stock=stock)
    return _end_of_years(period, -1) or period if claim.rule == "reached" else period


def _end_of_years(period: str | None, end: int) -> str | None:
    """The first or last year of a run of years (2019年至2023年,由24万起降至16万起); None for another period."""
    return period.split("/")[end] if period and _RUN_OF_YEARS.fullmatch(period) else None


_RUN_OF_YEARS = re.compile(r"\d{4}/\d{4}")


def _date(page: Page, hit: DateHit) -> Nonfact:
    span, quote = page.cite(hit.start, hit.end)
    return Nonfact(*span, quote, "date", "time" if hit.kind == "time" else "date")


def _nonfact(page: Page, item: _Dismissed) -> Nonfact:
    span, quote = page.cite(item.hit.start, item.hit.end)
    return Nonfact(*span, quote, item.rule, item.reason)  # type: ignore[arg-type]


def _mention(page: Page, hit: NumberHit, fate: str) -> NumberMention:
    span, quote = page.cite(hit.start, hit.end)
    return NumberMention(*span, quote, hit.value, hit.value_high, hit.unit, hit.bound, fate)
