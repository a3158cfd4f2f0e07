"""Rows of the tables from the records that the transforms give, each in the order of `warehouse.arrow.staged_names`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from transforms.aligned import Span
from transforms.records import (
    Document,
    Extraction,
    Finding,
    Incident,
    NumberMention,
    Organisation,
    Person,
    Programme,
    Quotation,
    Reject,
    Statistic,
)
from warehouse.edtf import days
from warehouse.identity import article_id, content_sha256, document_id, fact_ids, reject_id

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

_LARGEST = 29  # digits before the point in DECIMAL(38,9)
_STEP = Decimal("1e-9")
_WIDE = Context(prec=60)


@dataclass(frozen=True, slots=True)
class _Fact:
    """What all facts have, and in `own` what only its table has."""

    start: int
    end: int
    quote: str
    rule: str | None
    own: Row


def rows_of(document: Document, extraction: Extraction, version: str) -> Rows:
    """All rows that one document gives, by table; `version` is that of the extractor."""
    article, copy = article_id(extraction.text), document_id(document.origin)
    rows: Rows = {
        "articles": [_article(article, copy, document, extraction, version)],
        "documents": [_document(article, copy, document, version)],
    }
    for table, facts in _facts(article, document.raw, extraction).items():
        ids = fact_ids(article, table, (Span(fact.start, fact.end) for fact in facts))
        rows[table] = [
            (name, article, fact.start, fact.end, fact.quote, fact.rule, *fact.own, version, copy)
            for name, fact in zip(ids, facts, strict=True)
        ]  # fmt: skip
    return rows


def reject_row(reject: Reject, version: str) -> Row:
    """The row of a reject; `version` is that of the extractor."""
    at = reject.origin
    where = (at.path, at.file_sha256 or None, at.member, at.offset)
    return (reject_id(reject), *where, reject.stage, reject.code, reject.message, reject.advice, False, version, document_id(at))


def _article(article: str, copy: str, document: Document, extraction: Extraction, version: str) -> Row:
    about = extraction.article
    counts = (len(extraction.text), len(extraction.statistics), len(extraction.numbers))
    texts = (extraction.text, list(extraction.tokens), list(extraction.signature), extraction.sketch or None, document.raw)
    boilerplate = [{"start": part.start, "end": part.end, "reason": part.reason} for part in extraction.boilerplate]
    published = (about.published, *days(about.published))
    place = (about.jurisdiction, about.jurisdiction_name, about.reference_year, about.reference_evidence)
    head = (article, about.title, *published, about.source, about.site, about.script, *place)
    return (*head, *counts, *texts, boilerplate, content_sha256(document), version, copy)


def _document(article: str, copy: str, document: Document, version: str) -> Row:
    at = document.origin
    read = (document.encoding, document.media_type, content_sha256(document))
    return (copy, at.path, at.file_sha256, at.member, at.offset, *read, article, version)


def _facts(article: str, raw: str, extraction: Extraction) -> Mapping[str, Sequence[_Fact]]:
    numbers = _numbers(extraction)
    named = _named(article, "numbers", numbers) | _named(article, "statistics", extraction.statistics)
    return {
        "statistics": [_fact(record, _statistic(record, named)) for record in extraction.statistics],
        "numbers": numbers,
        "incidents": [_fact(record, _incident(record, named)) for record in extraction.incidents],
        "programmes": [_fact(record, _programme(record)) for record in extraction.programmes],
        "organisations": [_fact(record, _organisation(record)) for record in extraction.organisations],
        "persons": [_fact(record, _person(record)) for record in extraction.persons],
        "quotations": [_fact(record, (record.speaker,)) for record in extraction.quotations],
        "findings": [_finding(record, raw, named) for record in extraction.findings],
    }


def _fact(record: Statistic | Incident | Programme | Organisation | Person | Quotation, own: Row) -> _Fact:
    return _Fact(record.start, record.end, record.quote, record.rule, own)


def _named(article: str, table: str, facts: Sequence[_Fact] | Sequence[Statistic]) -> dict[Span, str]:
    """The ids of facts by their spans; of several at one span the first."""
    spans = [Span(fact.start, fact.end) for fact in facts]
    return dict(reversed(list(zip(spans, fact_ids(article, table, spans), strict=True))))


def _ids_at(spans: Iterable[Span], named: Mapping[Span, str]) -> list[str]:
    """The facts at the spans; where none has exactly that span, those that share characters with it."""
    found = [[named[span]] if span in named else [name for at, name in named.items() if at.overlaps(span)] for span in spans]
    return list(dict.fromkeys(name for names in found for name in names))


def _numbers(extraction: Extraction) -> list[_Fact]:
    """Every number, with the rule that decided on it; a nonfact that holds no number found is a row of its own."""
    rules = {Span(r.start, r.end): r.rule for r in extraction.nonfacts} | {Span(r.start, r.end): r.rule for r in extraction.statistics}
    covered = {at for r in extraction.numbers for at in range(r.start, r.end)}
    alone = [r for r in extraction.nonfacts if covered.isdisjoint(range(r.start, r.end))]
    found = [_Fact(r.start, r.end, r.quote, rules.get(Span(r.start, r.end)), _number(r)) for r in extraction.numbers]
    found += [_Fact(r.start, r.end, r.quote, r.rule, (None, None, None, None, r.reason)) for r in alone]
    return sorted(found, key=lambda fact: (fact.start, fact.end))


def _number(record: NumberMention) -> Row:
    return (_held(record.value), _held(record.value_high), record.unit, record.bound, record.fate)


def _statistic(record: Statistic, named: Mapping[Span, str]) -> Row:
    amount = (_held(record.value), _held(record.value_high), record.bound, record.unit, record.classifier)
    claim = (record.kind, record.direction, record.comparison, record.metric, record.indicator, record.offence)
    where = (record.period, *days(record.period), record.place, record.place_name, record.subject)
    return (*amount, *claim, *where, _ids_at(record.derived_from, named) or None, *record.sentence)


def _incident(record: Incident, named: Mapping[Span, str]) -> Row:
    where = (record.when, *days(record.when), record.place_name, record.place)
    what = (record.category, record.summary, record.outcome)
    return (*where, *what, _held(record.response_minutes), _ids_at(record.statistics, named) or None)


def _programme(record: Programme) -> Row:
    return (record.name, record.canonical, record.kind, record.owner, list(record.parts) or None)


def _organisation(record: Organisation) -> Row:
    return (record.name, list(record.aliases) or None, record.kind, record.place, record.parent)


def _person(record: Person) -> Row:
    return (record.name, record.role, record.organisation, record.kind)


def _finding(record: Finding, raw: str, named: Mapping[Span, str]) -> _Fact:
    start, end = min(span.start for span in record.facts), max(span.end for span in record.facts)
    own = (record.result, _ids_at(record.facts, named), record.expected, record.stated)
    return _Fact(start, end, raw[start:end], record.rule, own)


def _held(value: Decimal | None) -> Decimal | None:
    """The value as DECIMAL(38,9) holds it, rounded to nine places; None where it is too large or no number."""
    if value is None or not value.is_finite() or value.adjusted() >= _LARGEST:
        return None
    exponent = value.as_tuple().exponent
    return value.quantize(_STEP, context=_WIDE) if isinstance(exponent, int) and exponent < -9 else value
