"""Tables: what the head of its column and the label of its row say of each figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

from transforms.aligned import Span
from transforms.cleaning.tables import YEAR, cells, is_ruled, is_value
from transforms.facts.calendar import as_period, year_before
from transforms.facts.chunks import Chunk
from transforms.facts.claims import Claim, Sentence
from transforms.facts.context import Context, Located, first, within
from transforms.facts.phrases import Phrase
from transforms.lexicon import table
from transforms.mentions.dates import DateHit
from transforms.mentions.numbers import NumberHit, find_numbers
from transforms.patterns import seldom
from transforms.records import Block, Direction

Hit = TypeVar("Hit", bound=Located)
_UNIT = seldom(r"\(([^()]{1,6})\)\Z")
_LISTED = seldom(r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.]|其中:?")
_DOWN = seldom(r"[-−↓▼]|[下减降跌]")
_UP = seldom(r"[+↑▲]|[上增升涨]")


class Column(NamedTuple):
    """A column by its head: what it names without its unit, its kind, against what, and when; None where open.

    A column is of a `level`, `share`, `change`, or of `percent`: changes where its figures have a sign, else shares.
    """

    span: Span
    name: str
    kind: str
    comparison: str | None
    direction: Direction | None
    period: str | None
    unit: str


class Row(NamedTuple):
    """A row: its label, what that names without the unit in brackets, and whether it tells whose or of when the figures are.

    `place` is the code and name of the place that the label is, `period` the date that it is; `figures` are the cells with their columns.
    """

    label: Span
    name: str
    unit: str
    is_owner: bool
    place: tuple[str, str] | None
    period: str | None
    figures: tuple[tuple[Span, Column], ...]

    def column(self, at: int) -> Column | None:
        """The column of the figure that holds an offset."""
        return next((column for cell, column in self.figures if cell.start <= at < cell.end), None)


Tables = Mapping[int, Row]
"""The rows of a page's tables, by where their lines begin; a head is a row without figures."""


def tables_of(blocks: Sequence[Block], dates: Sequence[DateHit], context: Context) -> Tables:
    """The rows of a page's tables."""
    text = context.text
    found: dict[int, Row] = {}
    columns: tuple[Column, ...] = ()
    for before, block in pairwise((Block("title", 0, 0), *(blocks if any(block.kind == "table" for block in blocks) else ()))):
        if block.kind != "table":
            continue
        spans = tuple(Span(block.start + start, block.start + end) for start, end in cells(text[block.start : block.end]))
        if is_ruled([text[start:end] for start, end in spans]):
            found[block.start] = _headed(spans[0])
            continue
        is_head = before.kind != "table" or not any(is_value(text[start:end]) for start, end in spans[1:])
        if is_head:
            columns = _columns(text, spans, dates, _introduced(before, dates) if before.kind != "table" else None)
        found[block.start] = _headed(spans[0]) if is_head else _row(spans, columns, context, dates)
    return found


def _headed(span: Span) -> Row:
    """A row without figures: a head, or the line under it."""
    return Row(span, "", "", False, None, None, ())


def _introduced(block: Block, dates: Sequence[DateHit]) -> str | None:
    """The period of which the paragraph tells that stands right above a table: its last that is longer than a day."""
    told = [period for hit in within(dates, block.start, block.end) if (period := as_period(hit)) and _LONGER_THAN_A_DAY.fullmatch(period)]
    return told[-1] if told else None


_LONGER_THAN_A_DAY = seldom(r"\d{4}(?:-\d\d)?|.+/.+")


def _columns(text: str, spans: Sequence[Span], dates: Sequence[DateHit], above: str | None) -> tuple[Column, ...]:
    """The columns that a head names; where it has no date, each is of the period `above`, and a change is from its earlier period."""
    named = _of_one_measure([_column(text, span, dates) for span in spans])
    told = sorted({column.period for column in named if column.kind == "level" and column.period}, reverse=True)
    other = _baseline(told[0], told[1]) if len(told) > 1 else "unstated"
    return tuple(_placed(column, told[0] if told else None, above, other) for column in named)


def _of_one_measure(columns: Sequence[Column]) -> list[Column]:
    """The columns; where all that are dated measure the same (2021年宗数, 2022年宗数), that names nothing."""
    dated = [column.name for column in columns if column.kind == "level" and column.period]
    same = len(dated) > 1 and len(set(dated)) == 1
    return [column._replace(name="") if same and column.period and column.kind == "level" else column for column in columns]


def _baseline(period: str, earlier: str) -> str:
    """The comparison with an earlier period: `yoy` with the same months of the year before, `vs:` with a year."""
    months = "-" in period and earlier == year_before(period)
    return "yoy" if months else f"vs:{earlier}"


def _placed(column: Column, first_period: str | None, above: str | None, other: str) -> Column:
    """A column with the period and the baseline that the others and the paragraph above the table give it."""
    if column.kind not in {"change", "percent"}:
        return column if first_period else column._replace(period=above)
    return column._replace(period=column.period or first_period or above, comparison=column.comparison or other)


def _column(text: str, span: Span, dates: Sequence[DateHit]) -> Column:
    head = text[span.start : span.end]
    date, months = first(dates, span.start, span.end), _MONTHS.match(head)
    period = _months(months) if months else as_period(date) if date else None
    rest = head[months.end() :] if months else head.replace(text[date.start : date.end], "", 1) if date else head
    unit = _UNIT.search(rest)
    bare = rest[: unit.start()] if unit else rest
    kind, comparison, direction = next((row for word, row in _heads() if _names(word, row[0], head, bare)), ("", None, None))
    unnamed = kind in {"value", "percent"} or (period is not None and len(bare) < _LEAST_NAME)
    sort = kind if kind in {"change", "share", "percent"} else "level"
    return Column(span, "" if unnamed else bare, sort, comparison, direction, period, "%" if kind == "percent" else _inner(unit))


_LEAST_NAME = 2
_MONTHS = seldom(r"((?:19|20)\d\d)年?\(?(\d{1,2})月?[至到—-](\d{1,2})月\)?")


def _months(told: re.Match[str]) -> str:
    """Months of a year, also in brackets: 2018年(1至11月) is 2018-01/2018-11."""
    year, begin, end = told.groups()
    return f"{year}-{int(begin):02}/{year}-{int(end):02}"


def _names(word: str, kind: str, head: str, bare: str) -> bool:
    """Whether a word tells the kind of a column: one of no more than values is all that its head names (人数, not 抓获人数)."""
    return bare == word if kind in {"value", "percent"} else word in head


def _row(spans: Sequence[Span], columns: Sequence[Column], context: Context, dates: Sequence[DateHit]) -> Row:
    label, figures = spans[0], spans[1:]
    written = context.text[label.start : label.end]
    unit = _UNIT.search(written)
    name = written[: unit.start()] if unit else written
    listed = _LISTED.match(name)
    place, date = _whole(context.places.hits, label.start, name), _whole(dates, label.start, name)
    owned = place or date or _whole(context.organisations, label.start, name) or _DAY.fullmatch(name)
    period = as_period(date) if date else name if YEAR.fullmatch(name) else None
    heads = columns[len(columns) - len(figures) :]
    where = (place.adcode, place.full) if place else None
    own = name[listed.end() :] if listed else name
    return Row(label, own, _inner(unit), owned is not None, where, period, tuple(zip(figures, heads, strict=False)))


_DAY = seldom(rf"{YEAR.pattern}|(?:星期|周|礼拜)[一二三四五六日天]")


def _whole(hits: Sequence[Hit], start: int, name: str) -> Hit | None:
    """The mention that the whole label is, but for a letter."""
    found = first(hits, start, start + 1)
    return found if found and len(name) - 1 <= found.end - start <= len(name) else None


def _inner(unit: re.Match[str] | None) -> str:
    return unit[1] if unit else ""


@cache
def _heads() -> tuple[tuple[str, tuple[str, str | None, Direction | None]], ...]:
    """The words of heads, the longest first, each with the kind, baseline and direction that it gives its column."""
    rows = sorted(table("table_heads"), key=lambda row: -len(row["word"]))
    return tuple((row["word"], (row["kind"], row["comparison"] or None, row["direction"] or None)) for row in rows)  # type: ignore[misc]


def with_units(text: str, hits: Sequence[NumberHit], tables: Tables) -> tuple[NumberHit, ...]:
    """The numbers, those of tables in the unit that stands in brackets behind the head of their column or the label of their row."""
    return tuple(_in_unit(hit, *found) if (found := _figure(hit, tables, text)) else hit for hit in hits) if tables else tuple(hits)


def _figure(hit: NumberHit, tables: Tables, text: str) -> tuple[Row, Column] | None:
    """The row and column of a number of a table."""
    row = tables.get(text.rfind("\n", 0, hit.start) + 1)
    column = row.column(hit.start) if row else None
    return (row, column) if row and column else None


def _in_unit(hit: NumberHit, row: Row, column: Column) -> NumberHit:
    unit = column.unit or ("" if column.kind == "change" else row.unit)
    told = find_numbers(f"1{unit}") if unit and hit.unit is None else ()  # 1万元
    return hit._replace(value=hit.value * told[0].value, unit=told[0].unit, classifier=told[0].classifier) if len(told) == 1 else hit


def is_figure(hit: NumberHit, tables: Tables, text: str) -> bool:
    """Whether a number is a figure of a table."""
    return bool(tables) and _figure(hit, tables, text) is not None


def claims_of(text: str, row: Row, sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[Claim]:
    """The claims of the figures of a row."""
    for at, code in enumerate(sentence.codes):
        column = row.column(sentence.chunks[at].start) if code == "#" else None
        if column:
            cell = next(text[cell.start : cell.end] for cell, named in row.figures if named is column)
            yield _claim(at, row, column, cell, chunks)


def _claim(at: int, row: Row, column: Column, cell: str, chunks: Sequence[Chunk]) -> Claim:
    counted = _counted(row, column)
    span, metric = (
        (counted.span, counted.name) if row.is_owner else (row.label, row.name + (counted.name if column.kind == "level" else ""))
    )
    words = tuple(within(chunks, span.start, span.end))
    phrase = Phrase(words, next((c for c in words if c.code == "V"), None))
    period = row.period or column.period
    if column.kind == "change" or (column.kind == "percent" and (_DOWN.search(cell) or _UP.search(cell))):
        return Claim(at, "change", phrase, metric, at, _direction(cell, column), column.comparison, rule=_RULE, period=period)
    share = "占比" if column.kind in {"share", "percent"} else ""
    return Claim(at, "level", phrase, metric + share, at, rule=_RULE, period=period)


_RULE = "tabled"


def _counted(row: Row, column: Column) -> Column:
    """The column that says what is counted: for a share or change of an owner the last level before it."""
    before = [named for _, named in row.figures if named.kind == "level" and named.span.start < column.span.start]
    return before[-1] if column.kind != "level" and before else column


def _direction(cell: str, column: Column) -> Direction:
    if cell == "持平":
        return "flat"
    return "down" if _DOWN.search(cell) else "up" if _UP.search(cell) else column.direction or "up"
