"""What a claim is, and how a number is given to the rules that read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from transforms.facts.chunks import Chunk
from transforms.facts.phrases import Phrase
from transforms.mentions.numbers import NumberHit
from transforms.records import Direction, Kind

_MARK = re.compile("[,.]")


@dataclass(frozen=True)
class Sentence:
    """A sentence as chunks, their codes as one string, the numbers that its `#` chunks stand for, and the claims of the sentence before it.

    The claims before have their chunks in another sentence: only what they count is of use here.
    """

    chunks: tuple[Chunk, ...]
    codes: str
    numbers: Sequence[NumberHit]
    before: tuple[Claim, ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        """The texts of its chunks: what most rules look for stands in few sentences."""
        return frozenset([chunk.text for chunk in self.chunks])

    def number(self, at: int) -> NumberHit:
        """The number of chunk `at`."""
        return self.numbers[self.chunks[at].item]

    def clause_start(self, at: int) -> int:
        """The first chunk of the clause that chunk `at` is in."""
        start = max(self.codes.rfind(",", 0, at), self.codes.rfind(".", 0, at)) + 1
        depth = 0
        for index in range(at - 1, start - 1, -1) if "(" in self.codes[start:at] else ():
            depth += (self.codes[index] == ")") - (self.codes[index] == "(")
            if depth < 0:
                return index + 1
        return start

    def clause_end(self, at: int) -> int:
        """One past the last chunk of the clause that chunk `at` is in."""
        mark = _MARK.search(self.codes, at)
        end = mark.start() if mark else len(self.codes)
        depth = 0
        for index in range(at, end) if ")" in self.codes[at:end] else ():
            depth += (self.codes[index] == "(") - (self.codes[index] == ")")
            if depth < 0:
                return index
        return end


class Claim(NamedTuple):
    """What one number claims. `at` is its chunk, `phrase` names what is counted, `predicate` is where its frame begins.

    `earlier` tells that a level is that of the time compared with; `items` are the members of a list that the following numbers share out;
    `head` is what is counted without what is told of it, where the metric holds both; `actor` are the people who do it; `period` is what
    the head of its column tells of a figure in a table.
    """

    at: int
    kind: Kind
    phrase: Phrase
    metric: str
    predicate: int
    direction: Direction | None = None
    comparison: str | None = None
    earlier: bool = False
    items: tuple[Phrase, ...] = ()
    head: str = ""
    actor: str | None = None
    rule: str = ""
    period: str | None = None

    def of(self, rule: str, actor: str | None) -> Claim:
        """The claim with the rule that read it and the people who do it: what `_replace` gives, in half the time."""
        return Claim(*self[:10], actor, rule, self.period)


LATER = "later"
"""The sign of a number behind another claim; other signs of numbers to be read are codes in `left`."""


class Given(NamedTuple):
    """A number to be read: the sentence, its chunk, and the claims read before it in the same sentence.

    `start` is where its clause begins. `segment` and `end` bound the stretches before and behind the number, as far as the numbers next
    to it in the clause; `left` and `right` are their codes. `last` is the claim read last, if any.
    """

    sentence: Sentence
    at: int
    earlier: tuple[Claim, ...]
    number: NumberHit
    start: int
    segment: int
    end: int
    left: str
    right: str
    last: Claim | None

    @classmethod
    def of(cls, sentence: Sentence, at: int, earlier: tuple[Claim, ...]) -> Given:
        """The number at a chunk of a sentence, after the claims read so far."""
        codes, start, end = sentence.codes, sentence.clause_start(at), sentence.clause_end(at)
        segment = max(start, codes.rfind("#", 0, at) + 1)
        following = codes.find("#", at + 1, end)
        end = end if following < 0 else following
        last = earlier[-1] if earlier else None
        return cls(sentence, at, earlier, sentence.number(at), start, segment, end, codes[segment:at], codes[at + 1 : end], last)

    @property
    def right_before(self) -> Chunk | None:
        """The last chunk of the stretch before the number that is no adverb, particle or bound (封闭〔了近〕5小时)."""
        at = self.segment + len(self.left.rstrip("uAE"))
        return self.sentence.chunks[at - 1] if at > self.segment else None
