"""What a claim is about: its indicator and its offence, by the decision tables in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.facts.chunks import Chunk
from transforms.facts.phrases import Phrase
from transforms.lexicon import table
from transforms.patterns import compiled


class _Row(NamedTuple):
    """A row of `seeds/indicator_rules.csv`: empty conditions always hold, the first row to hold decides."""

    indicator: str
    units: frozenset[str]
    classifiers: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    words: str


class Indicator(NamedTuple):
    """What `seeds/indicators.csv` says of an indicator.

    `offence` tells where its offence may come from: `always` the metric, its sentence or the story, `told` the same unless the metric names
    only a kind in passing, `story` the story, `named` only a telling word of the metric itself; with none of these it is the default one,
    if the metric has a default word. `subject` tells who may own it: `nobody`, the `article`'s organisation, a police `agency` even in a
    story, or only one `named` nearby. `standing` facts tell how things stand. `themed` ones are about what their paragraph is about.
    """

    offence: str
    default_offence: str | None
    default_words: re.Pattern[str]
    subject: str
    standing: bool
    themed: bool


@cache
def indicators() -> dict[str, Indicator]:
    """The indicators by name."""
    return {
        row["indicator"]: Indicator(
            row["offence"],
            row["default_offence"] or None,
            re.compile(row["default_words"]),
            row["subject"],
            bool(row["standing"]),
            bool(row["themed"]),
        )
        for row in table("indicators")
    }


@cache
def offences() -> frozenset[str]:
    """The offences by name (`seeds/offences.csv`)."""
    return frozenset(row["offence"] for row in table("offences"))


@cache
def _rows() -> tuple[_Row, ...]:
    def several(row: Mapping[str, str], column: str) -> frozenset[str]:
        return frozenset(row[column].split())

    return tuple(
        _Row(
            row["indicator"],
            units=several(row, "units"),
            classifiers=several(row, "classifiers"),
            verbs=several(row, "verbs"),
            nouns=several(row, "nouns"),
            words=row["words"],
        )
        for row in table("indicator_rules")
    )


@lru_cache(maxsize=4096)
def _decisions(unit: str, classifier: str | None, verbs: frozenset[str], noun: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The indicators that claims of a unit, classifier, verbs and noun may have, in order, each with the words that decide for it."""
    return tuple(
        (row.indicator, compiled(row.words))
        for row in _rows()
        if (not row.units or unit in row.units)
        and (not row.classifiers or classifier in row.classifiers)
        and (not row.verbs or not row.verbs.isdisjoint(verbs))
        and (not row.nouns or noun in row.nouns)
    )


def indicator_of(phrase: Phrase, metric: str, unit: str, classifier: str | None) -> str:
    """The indicator (`seeds/indicators.csv`) of what a phrase counts in a unit."""
    verbs = frozenset([phrase.verb.word.verb] if phrase.verb else [c.word.verb for c in phrase.chunks if c.code == "V"])
    decisions = _decisions(unit, classifier, verbs, _head_class(phrase.chunks))
    return next((indicator for indicator, words in decisions if words.search(metric)), "other")


_THEFTS = frozenset({"theft", "burglary", "vehicle_theft", "robbery", "snatching", "robbery_and_theft"})
_FRAUDS = frozenset({"fraud", "telecom_fraud"})
_LOOT = frozenset({"辆", "头", "只", "匹", "部", "台", "枚", "袋", "箱"})
_OF_POLICE = re.compile("警|消防|巡逻|队|救")
_NOT_YET = re.compile("要|欲|准备|打算|执意|眼看|险些|差点|正")


def in_story(own: str, offence: str, classifier: str | None, clause: str) -> str:
    """The indicator of a number in the story of an offence: whom and what it befell, not what was spent, owned or counted."""
    if own == "population":
        return "other"
    if own == "money_spent":
        if offence in _FRAUDS:
            return "money_blocked" if _NOT_YET.search(clause) else "money_lost"
        return "money_lost" if offence in _THEFTS else "other"
    if own in {"other", "vehicles_and_equipment"} and offence in _THEFTS and classifier in _LOOT and not _OF_POLICE.search(clause):
        return "stolen_goods"
    return own


def _head_class(chunks: Sequence[Chunk]) -> str:
    """The class of the head noun (the last one that has a class)."""
    return next((c.word.noun for c in reversed(chunks) if c.word.noun and c.word.noun != "rate"), "")


class OffenceWord(NamedTuple):
    """A word of `seeds/offence_words.csv` in its place in a text; its weight is 9 for the most telling."""

    start: int
    end: int
    weight: int
    offence: str
    word: str

    @property
    def is_general(self) -> bool:
        """Whether the word names criminal or public order offences as a whole."""
        return self.weight == _GENERAL and self.offence in {"criminal_all", "public_order_all"}

    @property
    def is_kind(self) -> bool:
        """Whether the word names a kind of offence, and not cases of many kinds."""
        return self.weight >= _KIND and self.offence not in _UMBRELLA

    @property
    def is_step(self) -> bool:
        """Whether the word names a step taken on offences of any kind (起诉)."""
        return self.weight == _STEP


_KIND, _GENERAL, _STEP = 5, 2, 1


@cache
def _offence_matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, str, str], ...]]:
    ranked = tuple((int(row["weight"]), row["offence"], row["word"]) for row in table("offence_words"))
    return ahocorasick_rs.AhoCorasick([word for _, _, word in ranked], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), ranked


def offence_words(text: str) -> list[OffenceWord]:
    """The words that name offences, in order; of words that overlap the longest."""
    matcher, ranked = _offence_matcher()
    return [OffenceWord(start, end, *ranked[index]) for index, start, end in matcher.find_matches_as_indexes(text)]


def without_examples(text: str, named: Iterable[OffenceWord]) -> list[OffenceWord]:
    """The words that name offences in a text less those that are examples of more (盗窃、诈骗等案件)."""
    return [word for word in named if not _EXAMPLE.match(text, word.end)]


_EXAMPLE = re.compile(r"(?:、[^,，。;；、等]{1,8})*等(?!级|待)")


def named_offence(text: str) -> OffenceWord | None:
    """The most telling word in a text that names an offence; None where it names none."""
    found = offence_words(text)
    if not found:
        return None
    named = max(found, key=lambda word: (word.weight, len(word.word)))
    both = {"criminal_all", "public_order_all"} <= {word.offence for word in found}
    return named._replace(weight=0, offence="all") if named.weight <= _GENERAL and both else named


_UMBRELLA = frozenset({"property", "preventable", "all", "dispute"})
_OWN_ONLY = frozenset({"incidents", "cases_recorded"})
_OUTREACH = frozenset({"people_reached", "activities"})
_DISPUTES = frozenset({"disputes_mediated", "mediation_rate"})


def offence_of(metric: str, indicator: str, told: str, story: str | None, theme: str | None) -> str | None:
    """The offence (`seeds/offences.csv`) that a metric is about; None where it is about none.

    `told` is what its sentence says before the number, `story` the offence of the story that it is part of, `theme` that of its paragraph.
    """
    known = indicators()[indicator]
    own = _own_offence(metric, indicator)
    named = named_offence(metric)
    if own not in {None, "all"} and not (named and named.is_step):
        return own
    if story and known.offence != "named":
        return story
    earlier = _last_named(told) if _inherits(metric, indicator, known) else None
    if earlier == "accident" and indicator != "casualties":
        earlier = None
    of_paragraph = theme if known.themed and (known.offence == "always" or not named) else None
    return earlier or of_paragraph or own or (known.default_offence if known.default_words.search(metric) else None)


def _inherits(metric: str, indicator: str, known: Indicator) -> bool:
    """Whether a number may be about what its sentence names before it."""
    if indicator in _OWN_ONLY:
        return metric.endswith("占比")
    return known.offence in {"always", "told"} or indicator in _OUTREACH


_ASSESSED = re.compile(r"(?:考[核评]|测评|评[比议估])(?:排名|得分)$")  # a judging of work against fraud is about no fraud


def _own_offence(metric: str, indicator: str) -> str | None:
    if _ASSESSED.search(metric):
        return None
    told = metric.rpartition("等")[2]
    named = named_offence(told) or (named_offence(metric) if told != metric else None)
    if indicator in _DISPUTES:
        return "petition" if named and named.offence == "petition" else "dispute"
    floor = {"always": -1, "told": 2}.get(indicators()[indicator].offence, 3)
    if named is None or (named.weight <= floor and not named.is_step):
        return None
    return _together(told, [word for word in offence_words(told) if word.is_kind]) or named.offence


_TOGETHER = (
    ("robbery_and_snatching", frozenset({"robbery", "snatching"})),
    ("robbery_and_theft", frozenset({"robbery", "snatching", "theft", "robbery_and_snatching"})),
    ("property", frozenset({"robbery", "snatching", "theft", "burglary", "vehicle_theft", "fraud", "telecom_fraud", "robbery_and_theft"})),
)
_LISTED = re.compile(r"[^,，。;；、]{0,2}[、和与及](?:涉嫌)?")


def _together(text: str, kinds: Sequence[OffenceWord]) -> str | None:
    """The offence that holds all kinds of the list that a text ends its naming in (抢劫、抢夺案件); None where it ends in no list."""
    listed = list(kinds[-1:])
    for word in reversed(kinds[:-1]):
        if not _LISTED.fullmatch(text, word.end, listed[0].start):
            break
        listed.insert(0, word)
    offences = {word.offence for word in listed}
    if len(offences) < 2:
        return None
    return next((whole for whole, parts in _TOGETHER if offences <= parts), "other")


_PART = re.compile(r"(?:其中|当中)[^,;]*[,;]")  # what a part of a whole is named holds for that part alone


def _last_named(text: str) -> str | None:
    """The kind of offence that a text names last; criminal offences as a whole, or accidents, where it names no kind but that."""
    text = _PART.sub("", text)
    named = without_examples(text, offence_words(text))
    kinds = [word for word in named if word.is_kind]
    if kinds:
        of_telecom = kinds[-1].offence == "fraud" and any(word.offence == "telecom_fraud" for word in kinds)
        return "telecom_fraud" if of_telecom else _together(text, kinds) or kinds[-1].offence
    general = {word.offence for word in named if word.weight in {_GENERAL, _STEP}}
    return next(iter(general)) if general in ({"criminal_all"}, {"accident"}) else None
