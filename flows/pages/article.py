"""An article as a page shows it: its text with every fact marked, what each fact says, and what the checks found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from flows.pages.amounts import period
from flows.pages.facts import KINDS, Detail, Fact, Row, fact, place_page, shortened
from flows.pages.marks import Piece, Token, by_line, line_spans, piece, shown_span, tokens
from flows.pages.words import word
from transforms.aligned import AlignedText, Span
from transforms.reading.html import hints, is_html, visible_text

Rows = Mapping[str, Sequence[Row]]

_LAYERS = ("boilerplate", "quotations", "incidents", "programmes", "organisations", "persons", "statistics", "numbers")
"""Which mark stands around the other where both have the same span."""
_HEAVIEST = 300_000  # bytes of a part of an article, about


@dataclass(frozen=True, slots=True)
class Note:
    """What a check found, for the margin: the facts are those that it compares, by id; `elsewhere` those of other articles."""

    finding_id: str
    rule: str
    result: str
    expected: str
    stated: str
    facts: tuple[str, ...]
    elsewhere: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: its tokens, the facts that begin in it, and the notes beside it."""

    tokens: tuple[Token, ...]
    facts: tuple[Fact, ...]
    notes: tuple[Note, ...]

    @property
    def weight(self) -> int:
        """About how many bytes it takes on a page."""
        text = sum(len(token.text) * 3 + 120 for token in self.tokens)
        return text + 1000 * len(self.facts) + 600 * len(self.notes)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it is read: who says it, its lines, its facts by id, and the numbers that list and text share."""

    article_id: str
    title: str
    lang: str
    about: tuple[Detail, ...]
    lines: tuple[Line, ...]
    facts: Mapping[str, Fact]
    ordinals: Mapping[str, int]
    marked: frozenset[str]

    def groups(self, lines: Iterable[Line]) -> list[tuple[str, list[Fact]]]:
        """The facts that begin in some of its lines, by kind; kinds without any are left out."""
        found = [each for line in lines for each in line.facts]
        grouped = ((kind, [each for each in found if each.kind == kind]) for kind in KINDS)
        return [(kind, facts) for kind, facts in grouped if facts]

    def parts(self) -> list[tuple[Line, ...]]:
        """The lines on as many pages as they need."""
        pages: list[list[Line]] = [[]]
        weight = 0
        for line in self.lines:
            if pages[-1] and weight + line.weight > _HEAVIEST:
                pages.append([])
                weight = 0
            pages[-1].append(line)
            weight += line.weight
        return [tuple(page) for page in pages]


def reading(article: Row, rows: Rows) -> Reading:
    """An article and its facts, from its row of `articles` and the rows of its facts by table."""
    visible = visible_of(article["raw"])
    facts = {each.fact_id: each for each in _facts(rows)}
    shown = {name: span for name, each in facts.items() if (span := shown_span(visible, Span(each.start, each.end)))}
    if visible.text != article["raw"]:  # a page: its reader knows the words, not the markup between them
        facts |= {name: replace(facts[name], quote=shortened(visible.text[slice(*span)])) for name, span in shown.items()}
    marks = [piece(span, facts[name].kind, name, _LAYERS.index(facts[name].kind)) for name, span in shown.items()]
    spans = line_spans(visible.text)
    pieces = by_line(spans, [*marks, *_boilerplate(article, visible)])
    return Reading(
        article["article_id"],
        article["title"] or "",
        f"zh-{article['script'] or 'Hans'}",
        tuple(_about(article)),
        tuple(_lines(visible.text, spans, pieces, facts, _notes(rows, facts))),
        facts,
        {name: number for number, name in enumerate(_in_order(facts), 1)},
        frozenset(shown),
    )


def visible_of(raw: str) -> AlignedText:
    """What a reader of the page sees, each character at its place in the raw text."""
    return visible_text(raw, hints(raw).get("title")) if is_html(raw) else AlignedText.identity(raw)


def _facts(rows: Rows) -> Iterator[Fact]:
    """The facts of the tables; of the numbers only those that are no statistics, which their own table holds."""
    for kind in KINDS:
        for row in rows.get(kind, ()):
            if kind != "numbers" or row["fate"] != "statistic":
                yield fact(kind, row)


def _in_order(facts: Mapping[str, Fact]) -> list[str]:
    return sorted(facts, key=lambda name: (facts[name].start, -facts[name].end, KINDS.index(facts[name].kind), name))


def _boilerplate(article: Row, visible: AlignedText) -> Iterator[Piece]:
    for part in article["boilerplate"] or ():
        if span := shown_span(visible, Span(part["start"], part["end"])):
            yield piece(span, "boilerplate", part["reason"], 0)


def _notes(rows: Rows, facts: Mapping[str, Fact]) -> dict[str, list[Note]]:
    """The findings by the fact beside which each stands: the first that it compares."""
    beside: dict[str, list[Note]] = {}
    for row in rows.get("findings", ()):
        compared = tuple(name for name in row["facts"] or () if name in facts)
        said = (shortened(row["expected"] or ""), shortened(row["stated"] or ""))
        first = min(compared, key=lambda name: facts[name].start, default="")
        beside.setdefault(first, []).append(
            Note(row["fact_id"], row["rule"] or "", row["result"], *said, compared, tuple(row.get("elsewhere") or ()))
        )
    return beside


def _lines(
    text: str, spans: Sequence[Span], pieces: Sequence[Sequence[Piece]], facts: Mapping[str, Fact], beside: Mapping[str, Sequence[Note]]
) -> Iterator[Line]:
    """The lines with their facts and notes; what stands in no line is told beside the last."""
    left = dict.fromkeys(_in_order(facts))
    notes_left = dict(beside)
    for span, within in zip(spans, pieces, strict=True):
        beginning = [each.reference for each in within if each.first and each.reference in left]
        if span is spans[-1]:
            beginning = list(left)
        for name in beginning:
            left.pop(name)
        notes = chain.from_iterable(notes_left.pop(name, ()) for name in beginning)
        alone = notes_left.pop("", ()) if span is spans[-1] else ()
        told = tuple(facts[name] for name in _in_order({name: facts[name] for name in beginning}))
        yield Line(tuple(tokens(text, span, within)), told, (*notes, *alone))


def _about(article: Row) -> Iterator[Detail]:
    """What is known of the article as a whole."""
    place = article["jurisdiction"]
    evidence = article["reference_evidence"]
    details = (
        Detail("source", article["source"] or ""),
        Detail("site", article["site"] or ""),
        Detail("published", period(article["published"])),
        Detail("jurisdiction", article["jurisdiction_name"] or "", place_page(place), place or ""),
        Detail("reference_year", str(article["reference_year"] or ""), also=f"“{shortened(evidence)}”" if evidence else ""),
        Detail("script", word(article["script"] or "Hans")),
    )
    yield from (detail for detail in details if detail.text)
