"""What a claim is, and how a number is given to the rules that read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from transforms.facts.chunks import Chunk
from transforms.facts.phrases import Phrase
from transforms.mentions.numbers import NumberHit

Kind = Literal["level", "change", "rank"]


Direction = Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as chunks, their codes as one string, and the numbers that its `#` chunks stand for."""

    chunks: tuple[Chunk, ...]
    codes: str
    numbers: Sequence[NumberHit]

    def number(self, at: int) -> NumberHit:
        """The number of chunk `at`."""
        return self.numbers[self.chunks[at].item]

    def clause_start(self, at: int) -> int:
        """The first chunk of the clause that chunk `at` is in."""
        depth = 0
        for index in range(at - 1, -1, -1):
            code = self.codes[index]
            depth += (code == ")") - (code == "(")
            if code in ",." or depth < 0:
                return index + 1
        return 0

    def clause_end(self, at: int) -> int:
        """One past the last chunk of the clause that chunk `at` is in."""
        depth = 0
        for index in range(at, len(self.codes)):
            code = self.codes[index]
            depth += (code == "(") - (code == ")")
            if code in ",." or depth < 0:
                return index
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one number claims. `at` is its chunk, `phrase` names what is counted, `predicate` is where its frame begins.

    `earlier` tells that a level is that of the time compared with; `items` are the members of a list that the following numbers share out;
    `head` is what is counted without what is told of it, where the metric holds both; `actor` are the people who do it.
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


class Given(NamedTuple):
    """A number to be read: the sentence, its chunk, and the claims read before it in the same sentence."""

    sentence: Sentence
    at: int
    earlier: tuple[Claim, ...]

    @property
    def number(self) -> NumberHit:
        """The number itself."""
        return self.sentence.number(self.at)

    @property
    def start(self) -> int:
        """Where the clause begins."""
        return self.sentence.clause_start(self.at)

    @property
    def segment(self) -> int:
        """Where the stretch before the number begins: after the number before it in the clause, else where the clause begins."""
        return max(self.start, self.sentence.codes.rfind("#", 0, self.at) + 1)

    @property
    def end(self) -> int:
        """Where the stretch behind the number ends: at the next number of the clause, else where the clause ends."""
        following = self.sentence.codes.find("#", self.at + 1)
        end = self.sentence.clause_end(self.at)
        return end if following < 0 else min(end, following)

    @property
    def left(self) -> str:
        """The codes of the stretch before the number."""
        return self.sentence.codes[self.segment : self.at]

    @property
    def right(self) -> str:
        """The codes of the stretch behind the number."""
        return self.sentence.codes[self.at + 1 : self.end]

    @property
    def last(self) -> Claim | None:
        """The claim read last."""
        return self.earlier[-1] if self.earlier else None
