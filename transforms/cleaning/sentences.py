"""Where sentences begin and end within a block of the clean text.

- 。 ! ? end a sentence, ; : , do not. Closing quotation marks and brackets behind the end belong to it.
- Within a quotation each sentence ends for itself, and the last one ends with the closing mark: “甲。乙。”某某说。 is three
  sentences, the last of which names the speaker. Where the quotation is but a part of a sentence (”的原则, ”、“, ”等), it is no end.
- … ends a sentence where another one follows, not before 等, 的 or a comma.
- A bracket holds no end: (甲。乙) is within its sentence. Nor does a ? that stands for a lost digit or within an address.
- What goes on for more than a thousand characters is no sentence but a list or a page without marks: it is cut at a lesser mark,
  so that no work is more than so many characters' at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from transforms.aligned import Span
from transforms.patterns import seldom
from transforms.records import Block

_END = re.compile(r"[。!?…](?:(?<=…)…+)?[。!?]*([”’)】》\]]*)")
_BRACKET = re.compile(r"\([^()\n]{0,300}\)")
_LONGEST = 1000  # characters; the longest sentence of the real articles has a third of them
_LESSER = ("\n", ";", ",", " ", "、", ":")
_GOES_ON_BEHIND_QUOTE = seldom(r"[的地等之和与及或为是]|[,、;:。!?)]")
_GOES_ON_BEHIND_ELLIPSIS = seldom(r"[等的地得和与及或都也]|[,、;:)]")


def sentences(text: str, block: Block) -> tuple[Span, ...]:
    """The sentences of a block, in order, as spans of the clean text without white space at either end; together they hold all of it."""
    edges = [block.start, *_bounded(text, [block.start, *_ends(text, block), block.end])]
    stripped = (_stripped(text, start, end) for start, end in pairwise(edges))
    return tuple(span for span in stripped if span.start < span.end)


def _bounded(text: str, edges: list[int]) -> Iterator[int]:
    """All the edges but the first, and more where two are further apart than a sentence is long."""
    for start, end in pairwise(edges):
        at = start
        while end - at > _LONGEST:
            at = next((cut + 1 for mark in _LESSER if (cut := text.rfind(mark, at, at + _LONGEST)) > at), at + _LONGEST)
            yield at
        yield end


def _ends(text: str, block: Block) -> Iterator[int]:
    brackets = iter([match.span() for match in _BRACKET.finditer(text, block.start, block.end)])
    bracket = next(brackets, None)
    for match in _END.finditer(text, block.start, block.end):
        while bracket and bracket[1] <= match.start():
            bracket = next(brackets, None)
        if not (bracket and bracket[0] <= match.start()) and _is_end(text, match):
            yield match.end()


def _is_end(text: str, match: re.Match[str]) -> bool:
    if match[0] == "。":
        return True
    after = text[match.end() : match.end() + 1]
    if match[0].startswith("…"):
        return not _GOES_ON_BEHIND_ELLIPSIS.match(after)
    if match[0][0] in "!?" and not match[1] and after.isascii() and after.isalnum():
        return False
    return not (match[1] and _GOES_ON_BEHIND_QUOTE.match(after))


def _stripped(text: str, start: int, end: int) -> Span:
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return Span(start, end)
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))
