"""The sentences of a page as the reading of incidents sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from transforms.facts.context import Context, Line, within
from transforms.facts.incidents.vocabulary import DISTANT, HABITUAL, PERSON, SOMEBODY, SPEECH, VAGUE, Told, told_in
from transforms.mentions.dates import DateHit
from transforms.records import Page

_TELLING = frozenset({"paragraph", "abstract"})
_SIGNAL = re.compile(rf"{SOMEBODY.pattern}|{VAGUE.pattern}|结束后|发生了?一起")
_DAY = re.compile(r"[0-9X]{4}-(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX)")


class Sentence(NamedTuple):
    """A sentence: `words` is its text with all that somebody says blanked out, `dates` its calendar days and times of day, `told` its
    words that tell what happened.

    `distant` tells that it speaks of many cases, of a habit or of what may be.
    """

    start: int
    end: int
    words: str
    dates: tuple[DateHit, ...]
    months: tuple[DateHit, ...]
    told: tuple[Told, ...]
    distant: bool

    @property
    def somebody(self) -> bool:
        """Whether it speaks of somebody."""
        return SOMEBODY.search(self.words) is not None

    @property
    def vague(self) -> bool:
        """Whether it has a time that is no date (日前)."""
        return VAGUE.search(self.words) is not None


class Paragraph(NamedTuple):
    """A paragraph by its sentences' lines; `likely` tells that it may begin to tell of one day or of somebody."""

    text: str
    lines: Sequence[Line]
    context: Context
    likely: bool

    @property
    def opening(self) -> str:
        """How it begins."""
        return self.text[self.lines[0].start : self.lines[0].start + 12]

    def persons(self) -> frozenset[str]:
        """What tells the people in it from others."""
        return frozenset(PERSON.findall(self.text, self.lines[0].start, self.lines[-1].end))

    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        start, end = self.lines[0].block_start, self.lines[-1].end
        plain = SPEECH.sub(lambda match: " " * len(match[0]), self.text[start:end])
        told = [item._replace(start=item.start + start, end=item.end + start) for item in told_in(plain)]
        return [_sentence(line, plain[line.start - start : line.end - start], told, self.context) for line in self.lines]


def paragraphs(page: Page, context: Context) -> Iterator[Paragraph]:
    """The paragraphs of the body, in order."""
    text = page.text.text
    telling = {block.start for block in page.blocks if block.kind in _TELLING}
    for start, group in groupby(context.lines, key=lambda line: line.block_start):
        if start in telling:
            lines = list(group)
            end = lines[-1].end
            likely = _SIGNAL.search(text, start, end) is not None or any(map(is_day, within(context.dates, start, end)))
            yield Paragraph(text, lines, context, likely)


def is_day(hit: DateHit) -> bool:
    """Whether a date is one calendar day, or a time of day."""
    return hit.kind in {"date", "time"} and _DAY.match(hit.edtf) is not None and "/" not in hit.edtf


def _is_month(hit: DateHit) -> bool:
    return hit.kind == "date" and len(hit.edtf) == 7


def _sentence(line: Line, words: str, told: Sequence[Told], context: Context) -> Sentence:
    dates = within(context.dates, line.start, line.end)
    days, months = tuple(filter(is_day, dates)), tuple(filter(_is_month, dates))
    mine = tuple(item for item in told if line.start <= item.start < line.end)
    distant = DISTANT.search(words) is not None or (not days and HABITUAL.search(words) is not None)
    return Sentence(line.start, line.end, words, days, months, mine, distant)
