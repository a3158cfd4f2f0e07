"""What a predicate is about: the noun phrase before it, in its clause or the clause before."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.claims.model import Given
from transforms.facts.phrases import EMPTY, Phrase
from transforms.lexicon import words

_BARE_AMOUNTS = frozenset(words("claim_words", "word", **{"class": "bare_amount"}))


_AGAINST = frozenset({"比", "较", "较之", "相比"})


def topic_of(given: Given, predicate: int) -> Phrase:
    """What a predicate is about: the noun phrase before it in its clause, else in the clause before, else what the last number counted."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    end, start = predicate, given.start
    while end > start and codes[end - 1] in "BAFDWPEu#JZ":
        end -= 1
    end = next((i for i in range(start, end) if chunks[i].code == "P" and chunks[i].text in _AGAINST), end)
    phrase = phrases.topic_before(chunks, start, end)
    if phrase.chunks and codes[end - 1] == "S":
        return Phrase((*phrase.chunks, chunks[end - 1]), phrase.verb)
    if phrase.text in _BARE_AMOUNTS:
        return _amount_of(given, phrase)
    if any(c.code in "NHRYQOV" for c in phrase.chunks):
        return phrase
    counted = [claim for claim in given.earlier if claim.rule != "lasting"] or given.earlier
    return _clause_before(given) or (counted[-1].phrase if counted else EMPTY)


def _amount_of(given: Given, amount: Phrase) -> Phrase:
    """What a bare amount (件数, 人数) is of: what the last number counted, else the kind of thing named last before it."""
    if given.last is None:
        kind = next((c for c in reversed(given.sentence.chunks[: given.start]) if c.word.noun in HAPPENINGS), None)
        return Phrase((kind, *amount.chunks), None) if kind else amount
    if amount.text == "人数":
        return Phrase((*given.last.phrase.chunks, *amount.chunks), given.last.phrase.verb)
    return _clause_before(given) or given.last.phrase


HAPPENINGS = frozenset({"accident", "case", "alarm", "dispute"})


def _clause_before(given: Given) -> Phrase | None:
    """The noun phrase that the clause before ends in, where nothing is counted in it or after it."""
    chunks, codes, start = given.sentence.chunks, given.sentence.codes, given.start
    if start < 2 or codes[start - 1] != "," or chunks[start - 2].text in _WHEN:
        return None
    previous = given.sentence.clause_start(start - 1)
    if "#" in codes[previous : start - 1] or not re.search(r"[NHRYQ]", codes[previous : start - 1]):
        return None
    phrase = phrases.topic_before(chunks, previous, stripped(codes, previous, start - 1))
    return phrase if phrase.chunks and (given.last is None or given.last.at < previous) else None


OF_WHICH = frozenset({"其中", "当中"})
_WHEN = frozenset({"以来", "之后", "后", "期间", "以后", "之前", "前", "以前"})  # a clause that ends so tells when, not what


def stripped(codes: str, start: int, end: int) -> int:
    """The end of a stretch of chunks without the baselines, dates and particles at its tail."""
    while end > start and codes[end - 1] in "BAFDWPEuJZUX":
        end -= 1
    return end
