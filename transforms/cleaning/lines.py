"""The lines of a page and what each can be, as far as the line alone tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from transforms.cleaning.bylines import is_byline
from transforms.cleaning.fields import Field, fields
from transforms.cleaning.furniture import reason_of_line, reason_of_section
from transforms.lexicon import words
from transforms.patterns import seldom
from transforms.records import BlockKind

_ABSTRACT = re.compile(rf"^[\[【(]?\s*(?:{'|'.join(words('labels', 'label', field='abstract'))})\s*(?:[\]】)]|:)")
_CAPTION = re.compile(rf"[▲△↑↓←→]|[(\[【]?(?:{'|'.join(words('labels', 'label', field='caption'))})|[(▲]?图(?:[一二三四]|\d{{1,2}})?[:/ ]")
_CREDITS = tuple(credit + closer for credit in ("摄", "供图", "资料图", "资料图片") for closer in ("", ")", "]", "】"))
_MARKED = seldom(
    r"^(?:——|[■●◆▲★□◎※►▶▪◇☆〇]|第[一二三四五六七八九十]{1,3}[章节部]|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.\s](?!\d)|【[^】]{2,20}】$|\(?\d{1,2}\))"
)
_QUOTED_TERM = seldom(r"“[^“”,。!?;:…]{1,8}”$")  # as titles end: 告别“爬楼难”
_SENTENCE_ENDS = tuple("。!?…;")
_CLOSERS = "”’)」』】]"


class Part(NamedTuple):
    """A stretch of a line with one role: a kind of block, or boilerplate for a reason."""

    start: int
    end: int
    kind: BlockKind | None
    reason: str | None = None


class Line(NamedTuple):
    """A line of the page, folded and in simplified script, where it begins in the page's text, and what it tells of itself.

    `is_metadata` says that it is nothing but fields or authors, `is_prose` that it is made of sentences: what only a body, a notice or
    a teaser is.
    """

    text: str
    start: int
    fields: tuple[Field, ...]
    byline: bool
    furniture: str | None
    section: str | None
    is_metadata: bool
    is_prose: bool


def line(text: str, start: int) -> Line:
    """What a line is, on its own."""
    found = fields(text)
    byline = not found and is_byline(text)
    furniture = None if found else reason_of_line(text)
    prose = not (found or byline or furniture) and is_prose(text)
    return Line(text, start, found, byline, furniture, reason_of_section(text), byline or bool(found), prose)


def is_prose(text: str) -> bool:
    """Whether a text reads as sentences and not as a heading."""
    if text.endswith("——") or not any("一" <= character <= "鿿" for character in text):
        return False
    if "," not in text:
        return "。" in text
    if "。" in text or len(text) >= 60:
        return True
    return len(text) >= 25 and text[-1] in "!?…;:,”)" and _QUOTED_TERM.search(text) is None


def is_abstract(text: str) -> bool:
    """Whether a line is the page's summary of the article."""
    return _ABSTRACT.match(text) is not None


def said_by_abstract(text: str) -> str:
    """What an abstract says behind its label."""
    return _ABSTRACT.sub("", text).strip()


def is_caption(text: str) -> bool:
    """Whether a line describes a picture."""
    return len(text) <= 150 and (text.endswith(_CREDITS) or _CAPTION.match(text) is not None)


def is_marked_heading(text: str) -> bool:
    """Whether a line begins as headings do (——, ■, 一、, (二), 3) and is short."""
    return len(text) <= 40 and "。" not in text and _MARKED.match(text) is not None


def ends_a_sentence(text: str) -> bool:
    """Whether the last mark of a text ends a sentence, closing quotes and brackets aside."""
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def merged(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The parts of a line with neighbours of one role as one."""
    groups = (list(group) for _, group in groupby(parts, key=lambda part: (part.kind, part.reason)))
    return tuple(Part(group[0].start, group[-1].end, group[0].kind, group[0].reason) for group in groups)
