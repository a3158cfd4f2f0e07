"""From lines with roles to the clean text: what is no boilerplate, torn lines rejoined, in blocks of one kind."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.aligned import AlignedText
from transforms.cleaning.lines import Line, Part
from transforms.cleaning.torn import continues, wrap_width
from transforms.records import Block, BlockKind, Boilerplate


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a line with its kind: the first on its line, or behind another on the same line."""

    kind: BlockKind
    text: AlignedText
    opens_line: bool


def boilerplate_of(lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> tuple[Boilerplate, ...]:
    """The raw ranges that are not the article, with their reasons."""
    others = ((line, part) for line, its in zip(lines, parts, strict=True) for part in its if part.kind is None)
    found = ((line.aligned.cut(part.start, part.end).strip(), part) for line, part in others)
    return tuple(Boilerplate(*text.raw_span(0, len(text)), part.reason or "unrelated") for text, part in found if len(text))


def text_and_blocks(lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> tuple[AlignedText, tuple[Block, ...]]:
    """The clean text, lines apart by a line feed, and its blocks in order."""
    texts: list[AlignedText] = []
    blocks: list[Block] = []
    at = 0
    for run in _runs(list(_pieces(lines, parts))):
        if run[0].opens_line and texts:
            texts.append(_line_feed(texts[-1]))
            at += 1
        texts += (piece.text for piece in run)
        length = sum(len(piece.text) for piece in run)
        blocks.append(Block(run[0].kind if len(run) == 1 else "paragraph", at, at + length))
        at += length
    return AlignedText.concatenate(texts), tuple(blocks)


def _pieces(lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> Iterator[_Piece]:
    for line, its in zip(lines, parts, strict=True):
        opens_line = True
        for part in its:
            text = line.aligned.cut(part.start, part.end).strip()
            if part.kind is not None and len(text):
                yield _Piece(part.kind, text, opens_line)
                opens_line = False


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
    return continues(before.text.text, after.text.text, width)


def _line_feed(before: AlignedText) -> AlignedText:
    """A line feed that stands for no raw character, behind the text before it."""
    end = array("l", [before.ends[-1]])
    return AlignedText("\n", end, end)
