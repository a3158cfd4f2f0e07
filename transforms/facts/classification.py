"""What a claim is about: its indicator and its offence, by the decision tables in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.facts.chunks import Chunk
from transforms.facts.phrases import Phrase
from transforms.lexicon import table


class _Decision(NamedTuple):
    """One row of `seeds/indicator_rules.csv`: empty conditions hold always, the first row that holds decides."""

    indicator: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    units: frozenset[str]
    classifiers: frozenset[str]
    words: re.Pattern[str] | None


_CRIME = frozenset(
    "incidents cases_recorded cases_solved clearance_rate persons_caught persons_prosecuted gangs_broken persons_surrendered money_lost "
    "money_recovered money_blocked goods_seized stolen_goods incident_free_days incident_free_share tips casualties accidents violations".split()
)
_DEFAULT = {
    **{"money_blocked": "telecom_fraud", "persons_prosecuted": "criminal_all", "persons_surrendered": "criminal_all"},
    **{"incidents": "all", "cases_recorded": "all", "cases_solved": "all", "clearance_rate": "all", "persons_caught": "all"},
}


@cache
def _decisions() -> tuple[_Decision, ...]:
    return tuple(
        _Decision(
            row["indicator"],
            frozenset(row["verbs"].split()),
            frozenset(row["nouns"].split()),
            frozenset(row["units"].split()),
            frozenset(row["classifiers"].split()),
            re.compile(row["words"]) if row["words"] else None,
        )
        for row in table("indicator_rules")
    )


def indicator_of(phrase: Phrase, metric: str, unit: str, classifier: str | None) -> str:
    """The indicator (`seeds/indicators.csv`) of what a phrase counts in a unit."""
    verbs = {phrase.verb.word.verb} if phrase.verb else {c.word.verb for c in phrase.chunks if c.code == "V"}
    nouns = _classes(phrase.chunks)
    for decision in _decisions():
        if (not decision.classifiers or classifier in decision.classifiers) and _holds(decision, verbs, nouns, unit, metric):
            return decision.indicator
    return "other"


def _holds(decision: _Decision, verbs: set[str], nouns: frozenset[str], unit: str, metric: str) -> bool:
    if decision.units and unit not in decision.units:
        return False
    if decision.verbs and not decision.verbs & verbs:
        return False
    if decision.nouns and not decision.nouns & nouns:
        return False
    return decision.words is None or decision.words.search(metric) is not None


def _classes(chunks: Sequence[Chunk]) -> frozenset[str]:
    """The class of the head noun (the last one that has a class)."""
    return next((frozenset({c.word.noun}) for c in reversed(chunks) if c.word.noun and c.word.noun != "rate"), frozenset())


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


_TOLD = _CRIME | frozenset({"response_time", "duration", "distance_or_area"})
_OF_STORY = _TOLD | frozenset({"personnel", "vehicles_and_equipment", "other", "people_helped"})
_UMBRELLA = frozenset({"property", "preventable", "all", "dispute"})


def offence_of(metric: str, indicator: str, told: str, story: str | None) -> str | None:
    """The offence (`seeds/offences.csv`) that a metric is about; None where it is about none.

    `told` is what its sentence says before the number, `story` the offence of the story that it is part of.
    """
    own = _own_offence(metric, indicator)
    if own not in {None, "all"}:
        return own
    if story and indicator in _OF_STORY:
        return story
    earlier = _last_named(told) if indicator in _TOLD and indicator not in {"incidents", "cases_recorded"} else None
    return earlier or own or _DEFAULT.get(indicator)


def _own_offence(metric: str, indicator: str) -> str | None:
    named = named_offence(metric)
    if indicator in {"disputes_mediated", "mediation_rate"}:
        return "petition" if named and named.offence == "petition" else "dispute"
    return named.offence if named and (named.weight > 3 or indicator in _CRIME) else None


def _last_named(text: str) -> str | None:
    """The kind of offence that a text names last; the whole of criminal offences where it names no kind but that."""
    matcher, ranked = _offence_words()
    found = [(end, *ranked[index]) for index, _, end in matcher.find_matches_as_indexes(text, overlapping=True)]
    kinds = [(end, length, offence) for end, weight, length, offence in found if weight >= 5 and offence not in _UMBRELLA]
    if kinds:
        return max(kinds)[2]
    general = {offence for _, weight, _, offence in found if weight == 2}
    return "criminal_all" if general == {"criminal_all"} else None


def _own_offence(metric: str, indicator: str) -> str | None:
    named = named_offence(metric)
    if named is None:
        return _DEFAULT.get(indicator)
    if indicator in {"disputes_mediated", "mediation_rate"} and named.offence != "petition":
        return "dispute"
    return named.offence if named.weight > 3 or indicator in _CRIME else None
