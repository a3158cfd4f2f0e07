"""What a predicate is about: the noun phrase before it, in its clause or the clause before."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.claims.model import Given
from transforms.facts.phrases import EMPTY, Phrase
from transforms.lexicon import words

_BARE_AMOUNTS = frozenset(words("claim_words", "word", **{"class": "bare_amount"}))


def topic_of(given: Given, predicate: int) -> Phrase:
    """What a predicate is about: the noun phrase before it in its clause, else in the clause before, else what the last number counted."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    end, start = predicate, given.start
    while end > start and codes[end - 1] in "BAFDWPEu#JZ":
        end -= 1
    phrase = phrases.topic_before(chunks, start, end)
    if phrase.chunks and codes[end - 1] == "S":
        return Phrase((*phrase.chunks, chunks[end - 1]), phrase.verb)
    bare = phrase.text in _BARE_AMOUNTS and given.last is not None
    if given.last and phrase.text == "人数":
        return Phrase((*given.last.phrase.chunks, *phrase.chunks), given.last.phrase.verb)
    if not bare and any(c.code in "NHRYQOV" for c in phrase.chunks):
        return phrase
    if start > 0:
        previous = given.sentence.clause_start(start - 1)
        if "#" not in codes[previous : start - 1] and codes[start - 1] == "," and re.search(r"[NHRYQ]", codes[previous : start - 1]):
            ahead = stripped(codes, previous, start - 1)
            phrase = phrases.topic_before(chunks, previous, ahead)
            if phrase.chunks and (given.last is None or given.last.at < previous):
                return phrase
    return given.last.phrase if given.last else EMPTY


def stripped(codes: str, start: int, end: int) -> int:
    """The end of a stretch of chunks without the baselines, dates and particles at its tail."""
    while end > start and codes[end - 1] in "BAFDWPEuJZUX":
        end -= 1
    return end
