"""From a page and its mentions to its accounts: every number either states a fact, or has the reason why it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from transforms.aligned import Span
from transforms.facts.abroad import raids
from transforms.facts.calendar import calendar
from transforms.facts.chunks import Cover, chunk
from transforms.facts.context import Context, Located, holder, outermost, within
from transforms.facts.doers import actors
from transforms.facts.frame import Frame
from transforms.facts.headlines import told_below
from transforms.facts.incidents.stories import Story as Telling
from transforms.facts.nonfacts import reason_of
from transforms.facts.nonfacts.times import DONE_SINCE
from transforms.facts.ranks import with_ranks
from transforms.facts.scopes import scopes
from transforms.facts.sites import quoted_terms, sites
from transforms.facts.statistics import statistics_of
from transforms.facts.stories import stories
from transforms.facts.subjects import main_organisation
from transforms.facts.tables import is_figure, tables_of, with_units
from transforms.facts.themes import themes
from transforms.mentions.dates import DateHit
from transforms.mentions.numbers import NumberHit, find_numbers
from transforms.mentions.zeros import find_zeros, with_zeros
from transforms.patterns import seldom
from transforms.records import Nonfact, NumberMention, Page, Statistic


@dataclass(frozen=True, slots=True)
class Accounts:
    """Every number of a page, with what became of it."""

    statistics: tuple[Statistic, ...]
    nonfacts: tuple[Nonfact, ...]
    numbers: tuple[NumberMention, ...]


_SHORT = 8  # characters of a quoted term that is one word to the grammar
_BACK_TO = frozenset("在到于从自约比较与同")
_SHORTENED = seldom(r"(?:大幅)?(?:缩短|压缩|减|降|提速)")
_BRACKETED = re.compile(r"国\(边\)境")  # one word to the grammar
_COUNTING = frozenset({"个", "家", "支", "名", "人", "起", "件"})


class _Dismissed(NamedTuple):
    """A number that states no fact."""

    hit: NumberHit
    rule: str
    reason: str


def account(page: Page, context: Context, incidents: Sequence[Telling]) -> Accounts:
    """Account for every number of the page; `context` is what the same page mentions, `incidents` which sentences tell one event."""
    text = page.text.text
    hits = with_ranks(text, with_zeros(find_numbers(text), find_zeros(text)))
    dates = outermost([hit for hit in context.dates if not _counts(text, hit)])
    tables = tables_of(page.blocks, dates, context)
    hits = with_units(text, hits, tables)
    quoted = quoted_terms(text)
    dismissed = _dismissed([hit for hit in hits if not is_figure(hit, tables, text)], dates, context, quoted)
    gone = {item.hit.start for item in dismissed}
    free = tuple(hit for hit in hits if hit.start not in gone)
    lines = [line for line in context.lines if line.block_start in tables or within(free, line.start, line.end)]
    told = stories(text, context, incidents)
    frame = Frame(
        page,
        context,
        free,
        dates,
        calendar(text, dates, page.blocks, context),
        scopes(text, context),
        _sections(page),
        raids(text),
        told,
        themes(context, page.blocks, free, told),
        main_organisation(context),
        tables,
        actors(context),
    )
    chunks = chunk(text, [(line.start, line.end) for line in lines], _covers(context, dates, free, dismissed, quoted))
    stated = list(told_below(text, list(statistics_of(frame, lines, chunks))))
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
    names: tuple[Located, ...] = outermost([*context.organisations, *(hit for hit in context.places.hits if hit.kind == "named")])
    found = []
    for site in sites(context.text, hits, quoted):
        hit = site.hit
        date = holder(dates, hit.numeral_start, hit.numeral_end)
        if date is not None and not _measures(hit, date):
            found.append(_Dismissed(hit, "date", "date"))
        elif hit.unit != "rank" and hit.form not in {"zero", "flat"}:
            name = None if hit.classifier in _COUNTING else holder(names, hit.numeral_start, hit.numeral_end)
            because = ("proper_name", "name") if name else reason_of(site)
            if because:
                found.append(_Dismissed(hit, *because))
    return found


def _measures(hit: NumberHit, date: DateHit) -> bool:
    """Whether a number that looks like a date goes on with a unit; nothing is counted in parts (2010.09|副总警监)."""
    return date.end < hit.end and hit.unit not in {None, "a", "month", "d"} and not (hit.unit == "count" and hit.value % 1)


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
        [_numeral(item, context.text) for item in dismissed if not _is_in_word(item)],
        [Cover(*match.span(), "N", -1) for match in _BRACKETED.finditer(context.text)],
    ]
    taken = bytearray(len(context.text))
    found: list[Cover] = []
    for cover in chain.from_iterable(map(outermost, layers)):
        if taken.find(1, cover.start, cover.end) < 0:
            taken[cover.start : cover.end] = b"\1" * (cover.end - cover.start)
            found.append(cover)
    return sorted(found)


def _numeral(item: _Dismissed, text: str) -> Cover:
    """A number that states no fact; one that heads an item of a list ends a clause with the mark behind it: 〔一、〕刑事案件:立案320起."""
    heads = item.rule == "list_number" and text.startswith("、", item.hit.end)
    return Cover(item.hit.numeral_start, item.hit.end + heads, "," if heads else "M", -1)


def _is_in_word(item: _Dismissed) -> bool:
    """Whether a numeral is but a letter of a word that stays whole (一般, 统一)."""
    return item.rule == "fixed_word" and item.hit.value <= 1


def _date(page: Page, hit: DateHit) -> Nonfact:
    return Nonfact(*page.cite(hit.start, hit.end), "date", "time" if hit.kind == "time" else "date")


def _nonfact(page: Page, item: _Dismissed) -> Nonfact:
    return Nonfact(*page.cite(item.hit.start, item.hit.end), item.rule, item.reason)  # type: ignore[arg-type]


def _mention(page: Page, hit: NumberHit, fate: str) -> NumberMention:
    return NumberMention(*page.cite(hit.start, hit.end), hit.value, hit.value_high, hit.unit, hit.bound, fate)


def _sections(page: Page) -> tuple[int, ...]:
    """Where the sections of a page begin: at their headings, at the first where one stands right below another."""
    kinds = ("", *(block.kind for block in page.blocks))
    return tuple(b.start for before, b in zip(kinds, page.blocks, strict=False) if b.kind == "heading" != before)
