"""From spans that nest and cross to text with marks that only nest, line by line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from transforms.aligned import AlignedText, Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_LINE = 20_000  # characters, behind which a line goes on as another


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A mark, or what of it stands in a line and within the marks around it; `first` and `last` where it is not a continuation.

    Pieces sort as they open: by start, the longer before the shorter, then by `layer`.
    """

    start: int
    minus_end: int
    layer: int
    kind: str
    reference: str
    first: bool = True
    last: bool = True

    @property
    def end(self) -> int:
        """The character after the last."""
        return -self.minus_end

    def until(self, end: int) -> Piece:
        """What of it stands before a character."""
        return self if self.end <= end else replace(self, minus_end=-end, last=False)

    def since(self, start: int) -> Piece:
        """What of it stands from a character on."""
        return self if self.start >= start else replace(self, start=start, first=False)


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text, or where a piece opens or closes."""

    text: str = ""
    opens: Piece | None = None
    closes: Piece | None = None


def piece(span: Span, kind: str, reference: str, layer: int) -> Piece:
    """A whole mark; of two marks at the same span that with the lower layer is around the other."""
    return Piece(span.start, -span.end, layer, kind, reference)


def shown_span(text: AlignedText, raw: Span) -> Span | None:
    """The characters of a text that stand for a raw span; None where none does."""
    start = bisect_left(text.starts, raw.start)
    while start < len(text) and text.ends[start] <= raw.start:  # an inserted character, which stands for nothing
        start += 1
    end = bisect_left(text.starts, raw.end, start)
    return Span(start, end) if start < end else None


def line_spans(text: str) -> list[Span]:
    """The lines that hold anything but white space, without their ends; a line that is very long in several."""
    edges = [0, *(edge for match in _LINE_END.finditer(text) for edge in match.span()), len(text)]
    whole = (Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip())
    return [Span(at, min(at + _LONGEST_LINE, line.end)) for line in whole for at in range(line.start, line.end, _LONGEST_LINE)]


def by_line(lines: Sequence[Span], pieces: Iterable[Piece]) -> list[list[Piece]]:
    """For each line the pieces that stand in it, cut at its ends."""
    found: list[list[Piece]] = [[] for _ in lines]
    starts = [line.start for line in lines]
    for each in pieces:
        for at in range(max(bisect_right(starts, each.start) - 1, 0), bisect_left(starts, each.end)):
            cut = each.since(lines[at].start).until(lines[at].end)
            if cut.start < cut.end:
                found[at].append(cut)
    return found


def tokens(text: str, line: Span, pieces: Iterable[Piece]) -> Iterator[Token]:
    """The line's text with its pieces opened and closed in order; a piece that crosses the end of another goes on behind it."""
    waiting, around, at = list(pieces), list[Piece](), line.start
    heapify(waiting)
    while waiting or around:
        if around and (not waiting or around[-1].end <= waiting[0].start):
            closed = around.pop()
            edge, token = closed.end, Token(closes=closed)
        else:
            opened = heappop(waiting)
            if around and opened.end > around[-1].end:
                heappush(waiting, opened.since(around[-1].end))
                opened = opened.until(around[-1].end)
            around.append(opened)
            edge, token = opened.start, Token(opens=opened)
        if at < edge:
            yield Token(text[at:edge])
        at = edge
        yield token
    if at < line.end:
        yield Token(text[at : line.end])
