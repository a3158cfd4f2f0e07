"""From lines with roles to the clean text: what is no boilerplate, torn lines rejoined, in blocks of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.aligned import AlignedText, Span
from transforms.cleaning.lines import Line, Part
from transforms.cleaning.torn import continues, wrap_width
from transforms.records import Block, BlockKind, Boilerplate


class _Piece(NamedTuple):
    """A stretch of a line with its kind: the first on its line, or behind another on the same line."""

    kind: BlockKind
    span: Span
    text: str
    opens_line: bool


def boilerplate_of(text: AlignedText, lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> tuple[Boilerplate, ...]:
    """The raw ranges that are not the article, with their reasons."""
    others = ((line, part) for line, its in zip(lines, parts, strict=True) for part in its if part.kind is None)
    found = ((_stripped(line, part), part.reason or "unrelated") for line, part in others)
    return tuple(Boilerplate(*text.raw_span(*span), reason) for (span, body), reason in found if body)


def text_and_blocks(text: AlignedText, lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> tuple[AlignedText, tuple[Block, ...]]:
    """The clean text, lines apart by a line feed, and its blocks in order."""
    spans: list[list[Span]] = []
    blocks: list[Block] = []
    at = 0
    for run in _runs(list(_pieces(lines, parts))):
        if run[0].opens_line or not spans:
            at += bool(spans)
            spans.append([])
        spans[-1] += (piece.span for piece in run)
        length = sum(len(piece.text) for piece in run)
        blocks.append(Block(run[0].kind if len(run) == 1 else "paragraph", at, at + length))
        at += length
    return text.in_lines(spans), tuple(blocks)


def _pieces(lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> Iterator[_Piece]:
    for line, its in zip(lines, parts, strict=True):
        opens_line = True
        for part in its:
            span, body = _stripped(line, part)
            if part.kind is not None and body:
                yield _Piece(part.kind, span, body, opens_line)
                opens_line = False


def _stripped(line: Line, part: Part) -> tuple[Span, str]:
    """A part of a line without white space at either end: where it stands in the page's text, and its characters."""
    body = line.text[part.start : part.end].strip()
    start = line.start + line.text.index(body, part.start)
    return Span(start, start + len(body)), body


def _runs(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces, those of one torn paragraph together; nothing is joined across a heading, a caption or metadata."""
    width = wrap_width([len(piece.text) for piece in pieces if piece.kind in ("paragraph", "heading")])
    runs: list[list[_Piece]] = []
    for piece in pieces:
        if runs and _goes_on(runs[-1][-1], piece, width):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _goes_on(before: _Piece, after: _Piece, width: int | None) -> bool:
    if not after.opens_line or {before.kind, after.kind} - {"paragraph", "heading"}:
        return False
    return continues(before.text, after.text, width)
