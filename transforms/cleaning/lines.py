"""The lines of a page and what each can be, as far as the line alone tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from transforms.aligned import AlignedText
from transforms.cleaning.bylines import is_byline
from transforms.cleaning.fields import Field, fields
from transforms.cleaning.furniture import reason_of_line, reason_of_section
from transforms.lexicon import words
from transforms.records import BlockKind

_ABSTRACT = re.compile(rf"^[\[【(]?\s*(?:{'|'.join(words('labels', 'label', field='abstract'))})\s*(?:[\]】)]|:)")
_CAPTION = re.compile(
    rf"^[▲△↑↓←→]|^[(\[【]?(?:{'|'.join(words('labels', 'label', field='caption'))})"
    r"|^[(▲]?图(?:[一二三四]|\d{1,2})?[:/ ]|(?:摄|供图|资料图片?)[)\]】]?$"
)
_MARKED = re.compile(
    r"^(?:——|[■●◆▲★□◎※►▶▪◇☆〇]|第[一二三四五六七八九十]{1,3}[章节部]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.\s](?!\d)|【[^】]{2,20}】$|\(?\d{1,2}\))"
)
_SENTENCE_END = re.compile(r"[。!?…;][”’)」』】\]]*$")
_CLOSERS = "”’)】》]"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line with one role: a kind of block, or boilerplate for a reason."""

    start: int
    end: int
    kind: BlockKind | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page, folded and in simplified script, with what it tells of itself."""

    aligned: AlignedText
    fields: tuple[Field, ...]
    byline: bool
    furniture: str | None
    section: str | None

    @property
    def text(self) -> str:
        """The characters of the line."""
        return self.aligned.text

    @property
    def is_metadata(self) -> bool:
        """Whether the line is nothing but fields or authors."""
        return self.byline or bool(self.fields)

    @property
    def is_prose(self) -> bool:
        """Whether the line is made of sentences: what only a body, a notice or a teaser is."""
        return not self.is_metadata and self.furniture is None and is_prose(self.text)


def line(aligned: AlignedText) -> Line:
    """What a line is, on its own."""
    text = aligned.text
    found = fields(text)
    return Line(aligned, found, not found and is_byline(text), None if found else reason_of_line(text), reason_of_section(text))


def is_prose(text: str) -> bool:
    """Whether a text reads as sentences and not as a heading."""
    if text.endswith("——"):
        return False
    if "," not in text:
        return "。" in text
    return "。" in text or len(text) >= 60 or (len(text) >= 25 and text[-1] in "!?…;:,”)")


def is_abstract(text: str) -> bool:
    """Whether a line is the page's summary of the article."""
    return _ABSTRACT.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line describes a picture."""
    return len(text) <= 150 and _CAPTION.search(text) is not None


def is_marked_heading(text: str) -> bool:
    """Whether a line begins as headings do (——, ■, 一、, (二), 3) and is short."""
    return len(text) <= 40 and "。" not in text and _MARKED.match(text) is not None


def ends_a_sentence(text: str) -> bool:
    """Whether the last mark of a text ends a sentence, closing quotes and brackets aside."""
    return _SENTENCE_END.search(text) is not None


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a line with neighbours of one role as one."""
    groups = (list(group) for _, group in groupby(parts, key=lambda part: (part.kind, part.reason)))
    return tuple(Part(group[0].start, group[-1].end, group[0].kind, group[0].reason) for group in groups)
