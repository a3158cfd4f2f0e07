"""What a claim is about: its indicator and its offence, by the decision tables in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    story, or only one `named` nearby. `standing` facts tell how things stand.
    """

    offence: str
    default_offence: str | None
    default_words: re.Pattern[str]
    subject: str
    standing: bool


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


def _head_class(chunks: Sequence[Chunk]) -> str:
    """The class of the head noun (the last one that has a class)."""
    return next((c.word.noun for c in reversed(chunks) if c.word.noun and c.word.noun != "rate"), "")


@cache
def _offence_words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, int, str], ...]]:
    rows = table("offence_words")
    ranked = tuple((int(row["weight"]), len(row["word"]), row["offence"]) for row in rows)
    return ahocorasick_rs.AhoCorasick([row["word"] for row in rows]), ranked


class Named(NamedTuple):
    """An offence that a text names: the weight of its word (9 for the most telling), the offence, the word."""

    weight: int
    offence: str
    word: str


def named_offence(text: str) -> Named | None:
    """The offence that a text names; None where it names none."""
    matcher, ranked = _offence_words()
    found = [(*ranked[index], text[start:end]) for index, start, end in matcher.find_matches_as_indexes(text, overlapping=True)]
    if not found:
        return None
    weight, _, offence, word = max(found)
    general = {name for value, _, name, _ in found if value <= 2}
    if weight <= 2 and {"criminal_all", "public_order_all"} <= general:
        return Named(0, "all", word)
    return Named(weight, offence, word)


_UMBRELLA = frozenset({"property", "preventable", "all", "dispute"})
_OWN_ONLY = frozenset({"incidents", "cases_recorded"})
_DISPUTES = frozenset({"disputes_mediated", "mediation_rate"})


def offence_of(metric: str, indicator: str, told: str, story: str | None) -> str | None:
    """The offence (`seeds/offences.csv`) that a metric is about; None where it is about none.

    `told` is what its sentence says before the number, `story` the offence of the story that it is part of.
    """
    known = indicators()[indicator]
    own = _own_offence(metric, indicator)
    if own not in {None, "all"}:
        return own
    if story and known.offence != "named":
        return story
    earlier = _last_named(told) if known.offence in {"always", "told"} and (indicator not in _OWN_ONLY or metric.endswith("占比")) else None
    if earlier == "accident" and indicator != "casualties":
        earlier = None
    return earlier or own or (known.default_offence if known.default_words.search(metric) else None)


def _own_offence(metric: str, indicator: str) -> str | None:
    told = metric.rpartition("等")[2]
    named = named_offence(told) or (named_offence(metric) if told != metric else None)
    if indicator in _DISPUTES:
        return "petition" if named and named.offence == "petition" else "dispute"
    floor = {"always": -1, "told": 2}.get(indicators()[indicator].offence, 3)
    return named.offence if named and named.weight > floor else None


_PART = re.compile(r"(?:其中|当中)[^,;]*[,;]")  # what a part of a whole is named holds for that part alone


def _last_named(text: str) -> str | None:
    """The kind of offence that a text names last; criminal offences as a whole, or accidents, where it names no kind but that."""
    text = _PART.sub("", text)
    matcher, ranked = _offence_words()
    found = [(end, start, *ranked[index]) for index, start, end in matcher.find_matches_as_indexes(text, overlapping=True)]
    kinds = [item for item in found if item[2] >= 5 and item[4] not in _UMBRELLA]
    if kinds:
        last, first = max(kinds)[0], max(kinds)[1]
        touching = [(weight, length, offence) for end, start, weight, length, offence in kinds if end > first and start < last]
        return max(touching)[2]
    general = {offence for _, _, weight, _, offence in found if weight == 2}
    return next(iter(general)) if general in ({"criminal_all"}, {"accident"}) else None
