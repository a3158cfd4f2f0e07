"""What a claim is about: its indicator, by the decision tables in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.facts.chunks import Chunk
from transforms.facts.phrases import Phrase
from transforms.facts.rules import MONEY, TIME, Units
from transforms.lexicon import table
from transforms.mentions.numbers import NumberHit
from transforms.patterns import literals, seldom


class _Row(NamedTuple):
    """A row of `seeds/indicator_rules.csv`: empty conditions always hold, `-` is no classifier, the first row to hold decides.

    Sets of rows are bits of a number, the lowest for the first row: one operation finds the rows that two sets share.
    """

    indicator: str
    units: Units
    classifiers: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    words: re.Pattern[str] | None


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
            seldom(row["default_words"]),
            row["subject"],
            bool(row["standing"]),
            bool(row["themed"]),
        )
        for row in table("indicators")
    }


_SORTS: dict[str, Units] = {
    "money": MONEY | {"USDT"},
    "time": TIME,
    "mass": frozenset({"g", "kg", "t", "L"}),
    "share": frozenset({"percent", "percentage_point"}),
}
"""What the tables call units of a sort."""


def _units(named: str) -> Units:
    """The units, or classifiers, that a table names; those of a sort one by one."""
    return frozenset(unit for name in named.split() for unit in _SORTS.get(name, {name}))


@cache
def _rows() -> tuple[_Row, ...]:
    def several(row: Mapping[str, str], column: str) -> frozenset[str]:
        return frozenset(row[column].split())

    return tuple(
        _Row(
            row["indicator"],
            units=_units(row["units"]),
            classifiers=several(row, "classifiers"),
            verbs=several(row, "verbs"),
            nouns=several(row, "nouns"),
            words=seldom(row["words"]) if row["words"] else None,
        )
        for row in table("indicator_rules")
    )


_ALIKE = {"位": "名"}  # classifiers that count the same
_NONE = "-"  # what stands in the table for a number without a classifier


@lru_cache(maxsize=4096)
def _allowed(unit: str, classifier: str | None, verbs: frozenset[str], noun: str) -> int:
    """The rows whose conditions hold for claims of a unit, classifier, verbs and noun."""
    return sum(
        1 << at
        for at, row in enumerate(_rows())
        if (not row.units or unit in row.units)
        and (not row.classifiers or (_ALIKE.get(classifier, classifier) if classifier else _NONE) in row.classifiers)
        and (not row.verbs or not row.verbs.isdisjoint(verbs))
        and (not row.nouns or noun in row.nouns)
    )


@cache
def _literals() -> tuple[ahocorasick_rs.AhoCorasick, tuple[int, ...], int]:
    """The words that expressions need, for each the rows that need it or another one, and the rows that need none."""
    needing: dict[str, int] = {}
    free = 0
    for at, row in enumerate(_rows()):
        needed = literals(row.words.pattern) if row.words else frozenset()
        free |= 0 if needed else 1 << at
        for word in needed:
            needing[word] = needing.get(word, 0) | 1 << at
    return ahocorasick_rs.AhoCorasick(list(needing)), tuple(needing.values()), free


def _worded(metric: str) -> int:
    """The rows whose expressions may find something in a metric, as it has a word that they need."""
    matcher, needing, rows = _literals()
    for word, _, _ in matcher.find_matches_as_indexes(metric, overlapping=True):
        rows |= needing[word]
    return rows


def indicator_of(phrase: Phrase, metric: str, unit: str, classifier: str | None) -> str | None:
    """The indicator (`seeds/indicators.csv`) of what a phrase counts in a unit; None where no row of the table holds."""
    verbs = frozenset([phrase.verb.word.verb] if phrase.verb else [c.word.verb for c in phrase.chunks if c.code == "V"])
    return _indicator(metric, unit, classifier, verbs, _head_class(phrase.chunks))


@lru_cache(maxsize=1 << 14)
def _indicator(metric: str, unit: str, classifier: str | None, verbs: frozenset[str], noun: str) -> str | None:
    """The indicator of the first row that holds; kept, since the news counts the same things again and again."""
    rows, left = _rows(), _allowed(unit, classifier, verbs, noun) & _worded(metric)
    while left:
        first = left & -left
        row = rows[first.bit_length() - 1]
        if row.words is None or row.words.search(metric):
            return row.indicator
        left ^= first
    return None


class _Turn(NamedTuple):
    """A row of `seeds/indicator_turns.csv`: what the words before and behind a number make of the indicators that its phrase may give."""

    indicator: str
    counted_in: Units
    before: re.Pattern[str]
    behind: re.Pattern[str]

    def holds(self, before: str, behind: str) -> bool:
        """Whether the words around a number are such; expressions without any of their words there are not even compiled."""
        return all(
            (not (needed := _needed(expression.pattern)) or any(word in text for word in needed)) and expression.search(text)
            for expression, text in ((self.before, before), (self.behind, behind))
        )


_needed = cache(literals)


@cache
def _turns() -> dict[str, tuple[_Turn, ...]]:
    """The turns by the indicator that they make another of."""
    turns: dict[str, tuple[_Turn, ...]] = {}
    for row in table("indicator_turns"):
        turn = _Turn(row["indicator"], _units(row["counted_in"]), seldom(row["before"]), seldom(row["behind"]))
        for before in row["instead_of"].split():
            turns[before] = (*turns.get(before, ()), turn)
    return turns


def turned(indicator: str, hit: NumberHit, before: str, behind: str) -> str:
    """The indicator of a number by what is told around it: to whom something was given, what became of a sum (被骗的5万元全部〔追回〕)."""
    counted = _ALIKE.get(hit.classifier, hit.classifier) if hit.classifier else hit.unit
    for turn in _turns().get(indicator, ()):
        if counted in turn.counted_in and turn.holds(before, behind):
            return turn.indicator
    return indicator


_THEFTS = frozenset({"theft", "burglary", "vehicle_theft", "robbery", "snatching", "robbery_and_theft"})
_FRAUDS = frozenset({"fraud", "telecom_fraud"})
_ON_ROADS = frozenset({"traffic", "accident"})  # 两辆轿车相撞
_PAPERS = frozenset({"条", "段", "部", "张"})
_LOOT = frozenset({"辆", "头", "只", "匹", "部", "台", "枚", "袋", "箱"})
_SEIZED = seldom("缴|扣|查获|起获|收缴")
_OF_POLICE = seldom("警|消防|巡逻|队|救")
_PAID = seldom("赔|罚|薪|价格|单价|获利|牟利|悬赏|佣金|报酬")
_NOT_YET = seldom("要|欲|准备|打算|执意|眼看|险些|差点|正")


def in_story(own: str, offence: str, hit: NumberHit, clause: str) -> str:
    """The indicator of a number in the story of an offence: whom and what it befell, not what was owned or counted."""
    if own == "population" or (own == "people_reached" and hit.classifier in _PAPERS):  # 购买学生资料〔1800条〕
        return "other"
    if hit.unit in MONEY and own in {"money_spent", "money_lost", "other"} and not _PAID.search(clause):
        if offence in _FRAUDS:
            return "money_blocked" if _NOT_YET.search(clause) else "money_lost"
        return "money_lost" if offence in _THEFTS else own
    if own == "goods_seized" and hit.unit in MONEY and offence in _THEFTS and not _SEIZED.search(clause):
        return "money_lost"
    if own == "vehicles_and_equipment" and offence in _ON_ROADS and not _OF_POLICE.search(clause):
        return "other"
    return "stolen_goods" if offence in _THEFTS and _is_loot(own, hit, clause) else own


def as_charged(indicator: str, metric: str, offence: str | None) -> str:
    """The indicator of a sum by the offence that it is about: what was staked or traded in a case is nobody's loss."""
    involved = indicator == "money_lost" and offence in _WITHOUT_LOSS and _INVOLVED.search(metric) is not None
    return "other" if involved else indicator


_WITHOUT_LOSS = frozenset({"drugs", "gambling", "prostitution", "organised_crime"})
_INVOLVED = seldom("^(?!.*(?:损失|被骗|骗走|诈骗)).*(?:涉案|案值|涉款|涉及)")


def _is_loot(own: str, hit: NumberHit, clause: str) -> bool:
    """Whether a number in the story of a theft counts what was taken."""
    if own in {"goods_seized", "other"} and hit.unit in _SORTS["mass"]:
        return not _SEIZED.search(clause)
    return own in {"other", "vehicles_and_equipment"} and hit.classifier in _LOOT and not _OF_POLICE.search(clause)


def _head_class(chunks: Sequence[Chunk]) -> str:
    """The class of the head noun (the last one that has a class)."""
    for chunk in reversed(chunks):
        if chunk.word.noun and chunk.word.noun != "rate":
            return chunk.word.noun
    return ""
