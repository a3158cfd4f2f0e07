"""Tables as text: a head that names the columns, and below it rows of as many cells, a label first and figures behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.aligned import Span
from transforms.patterns import seldom

_LONGEST = 240
_LONGEST_HEAD = 20
_LEAST_ROWS = 2
_BETWEEN_BARS = seldom(r"[^|\s*][^|]*?(?=[\s*]*(?:\||\Z))")  # without the stars of bold print
_SET_APART = re.compile(r"\S+(?:\s\S+)*")  # by two blanks or more
_WORDS = re.compile(r"\S+")
_WIDE_GAP = re.compile(r"\S\s{2,}\S")
YEAR = seldom(r"(?:19|20)\d\d")
_LABEL = seldom(r"[一-鿿]")
_SENTENCE = re.compile(r"[。;!?]")
_VALUE = seldom(
    r"(?:同比|环比)?(?:上升|下降|增长|减少|增加|[升降增减跌涨])?了?\s?[+\-±−↑↓▲▼]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|‰|个?百分点|[万亿千]?[一-鿿]{0,2})?\s?[↑↓▲▼]?"
    r"|持平|[-—–/]{1,2}"
)
_NO_UNIT = seldom(r"(?:[年月日时秒号]|(?<!百分)点|(?<!得)分)\Z")


def cells(text: str) -> tuple[Span, ...]:
    """The cells of a row: between bars, else apart by two blanks or more, else by one."""
    pattern = _BETWEEN_BARS if "|" in text else _SET_APART if _WIDE_GAP.search(text) else _WORDS
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


def table_lines(texts: Sequence[str]) -> frozenset[int]:
    """Which lines (folded) are heads or rows of tables: a head with two rows or more right below it."""
    rows = [_split(text) for text in texts]
    found: set[int] = set()
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        if end > at + _LEAST_ROWS:
            found.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(found)


def _split(text: str) -> tuple[str, ...]:
    may_be = len(text) <= _LONGEST and (" " in text or "|" in text) and not _SENTENCE.search(text)
    return tuple(text[start:end] for start, end in cells(text)) if may_be else ()


def _end(rows: Sequence[tuple[str, ...]], head: int) -> int:
    """One past the last row of the table whose head is there; the head itself where it is none."""
    if not _is_head(rows[head]):
        return head
    first = end = head + 1 + (head + 1 < len(rows) and is_ruled(rows[head + 1]))
    while end < len(rows) and _is_row(rows[end]) and 0 <= len(rows[end]) - len(rows[head]) <= 1 and len(rows[end]) == len(rows[first]):
        end += 1
    return end if end > first else head


def is_ruled(row: Sequence[str]) -> bool:
    """Whether cells are but the line that Markdown draws between a head and its rows: | --- | --- |."""
    return bool(row) and all(_RULED.fullmatch(cell) for cell in row)


_RULED = seldom(":?-{2,}:?")


def _is_head(row: tuple[str, ...]) -> bool:
    """Whether cells name columns: two or more, short, and none a figure but a year; the corner may be empty."""
    return (
        len(row) > 1
        and not is_ruled(row)
        and all(len(cell) <= _LONGEST_HEAD and (not is_value(cell) or YEAR.fullmatch(cell)) for cell in row)
    )


def _is_row(row: tuple[str, ...]) -> bool:
    """Whether cells are a label, or a year, and figures."""
    figures = row[1:]
    labelled = len(row) > 1 and ((_LABEL.search(row[0]) is not None and not is_value(row[0])) or YEAR.fullmatch(row[0]) is not None)
    return labelled and all(map(is_value, figures)) and _some(figures)


def _some(figures: Sequence[str]) -> bool:
    return any(char.isdigit() for cell in figures for char in cell)


def is_value(cell: str) -> bool:
    """Whether a cell holds nothing but a figure, with its unit, sign or word of change, or a mark for none; a date is none."""
    return _VALUE.fullmatch(cell) is not None and _NO_UNIT.search(cell) is None
