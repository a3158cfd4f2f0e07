"""The records that flow through the transforms and that the warehouse stores.

Offsets of facts are half-open and count Unicode code points of the decoded raw text; `quote` is the raw text at that span.
Numbers that are data are `Decimal`. Dates and periods are EDTF text (ISO 8601-2:2019). Places are codes of GB/T 2260.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, NamedTuple

from transforms.aligned import AlignedText, Span

Bound = Literal["exact", "over", "under", "about"]
Kind = Literal["level", "change", "rank"]
Direction = Literal["up", "down", "flat"]
Result = Literal["holds", "fails", "impossible"]
BlockKind = Literal["title", "dateline", "byline", "editor", "abstract", "heading", "paragraph", "caption", "table"]
Script = Literal["Hans", "Hant"]
Field = Literal["text", "title", "published", "source", "site", "author"]
Fields = Mapping[Field, str]
"""What records (JSON Lines, Parquet) call their fields, beside the usual names (`seeds/record_fields.csv`) and before them."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document lies: the file, and within an archive the member and its byte offset."""

    path: str
    file_sha256: str
    member: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came: `raw` is the reference of all spans, `visible` is what a reader of the page would see of it.

    `hints` are what the page says of itself apart from its text (HTML meta tags, fields of a JSON record): title, published,
    source, site, author.
    """

    origin: Origin
    encoding: str
    media_type: str
    raw: str
    visible: AlignedText
    hints: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Reject:
    """What could not be read: at which stage, what is wrong (`code` for machines, `message` for people) and what to do."""

    origin: Origin
    stage: str
    code: str
    message: str
    advice: str


class Block(NamedTuple):
    """A part of the clean text with one role; `start` and `end` count characters of the clean text."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A raw range that is not the article, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """A cleaned article: simplified script, half width, without glosses and boilerplate, each character aligned to the raw text.

    `title` and `source` are in simplified script; `published` is EDTF; fields that the page leaves open are None.
    """

    document: Document
    text: AlignedText
    blocks: tuple[Block, ...]
    boilerplate: tuple[Boilerplate, ...]
    script: Script
    title: str | None
    published: str | None
    source: str | None
    site: str | None

    def cite(self, start: int, end: int) -> tuple[int, int, str]:
        """Where the clean characters `start` to before `end` begin and end in the raw text, and the raw text there."""
        first, last = self.text.raw_range(start, end)
        return first, last, self.document.raw[first:last]


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of an article as a whole; fields as in the gold's `article`."""

    title: str | None
    published: str | None
    source: str | None
    site: str | None
    reference_year: int | None
    reference_evidence: str | None
    script: Script
    jurisdiction: str | None
    jurisdiction_name: str | None


class NumberMention(NamedTuple):
    """A number found, whether or not it became a fact; `fate` is `statistic` or the reason why it is none."""

    start: int
    end: int
    quote: str
    value: Decimal | None
    value_high: Decimal | None
    unit: str | None
    bound: Bound
    fate: str


class DateMention(NamedTuple):
    """A date or period found, with the EDTF it denotes."""

    start: int
    end: int
    quote: str
    edtf: str


class PlaceMention(NamedTuple):
    """An administrative division found, with its code."""

    start: int
    end: int
    quote: str
    adcode: str


class Statistic(NamedTuple):
    """A numeric claim. `unit` is ours (see `seeds/units.csv`), `value` in its base unit; `period` EDTF; `place` a code of GB/T 2260."""

    start: int
    end: int
    quote: str
    rule: str
    value: Decimal
    value_high: Decimal | None
    bound: Bound
    unit: str
    classifier: str | None
    kind: Kind
    direction: Direction | None
    comparison: str | None
    metric: str
    indicator: str
    offence: str | None
    period: str | None
    place: str | None
    place_name: str | None
    subject: str | None
    derived_from: tuple[Span, ...]
    sentence: Span


class Nonfact(NamedTuple):
    """A number that states no fact about the world, and why."""

    start: int
    end: int
    quote: str
    rule: str
    reason: Literal["date", "time", "age", "name", "ordinal", "identifier", "idiom"]


@dataclass(frozen=True, slots=True)
class Incident:
    """One event at one time and place; `statistics` are the spans of the numbers that belong to it.

    `response_minutes` counts from the call to the arrival.
    """

    start: int
    end: int
    quote: str
    rule: str
    when: str | None
    place_name: str | None
    place: str | None
    category: str
    summary: str
    outcome: str | None
    response_minutes: Decimal | None
    statistics: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A named way of working; `canonical` is one name for all its variants."""

    start: int
    end: int
    quote: str
    rule: str
    name: str
    canonical: str
    kind: Literal["mechanism", "campaign", "platform", "service", "organisation", "slogan"]
    owner: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation under its full name in simplified script; `aliases` as the article writes them; the span is its first mention."""

    start: int
    end: int
    quote: str
    rule: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    place: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in office, or an author; never a resident, victim or suspect."""

    start: int
    end: int
    quote: str
    rule: str
    name: str
    role: str
    organisation: str | None
    kind: Literal["official", "officer", "journalist", "editor"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech: the span is what stands inside the quotation marks."""

    start: int
    end: int
    quote: str
    rule: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found: the spans of the facts it compares, what it expected and what is stated."""

    rule: str
    result: Result
    facts: tuple[Span, ...]
    expected: str
    stated: str


AcrossRule = Literal["one_claim_two_values", "change_of_levels", "series_jump"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statistic as the checks across articles take it; `days` is the length of its period."""

    fact_id: str
    article_id: str
    indicator: str
    metric: str
    period: str
    days: int
    quote: str
    value: Decimal
    value_high: Decimal | None
    bound: Bound
    unit: str
    classifier: str | None
    kind: Kind
    direction: Direction | None
    comparison: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a check across articles found: the claims that it compares by their ids, the one that is checked first."""

    rule: AcrossRule
    result: Result
    claims: tuple[str, ...]
    expected: str
    stated: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """What one article repeats of another: the share of the shorter text that both have, and the numbers that the later one changed."""

    similarity: float
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gave.

    Articles whose `signature` has a number in common may repeat each other; how many letters of their `sketch` are the same tells how much.
    """

    article: Article
    boilerplate: tuple[Boilerplate, ...]
    statistics: tuple[Statistic, ...]
    nonfacts: tuple[Nonfact, ...]
    incidents: tuple[Incident, ...]
    programmes: tuple[Programme, ...]
    organisations: tuple[Organisation, ...]
    persons: tuple[Person, ...]
    quotations: tuple[Quotation, ...]
    findings: tuple[Finding, ...]
    numbers: tuple[NumberMention, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]
    text: str
    tokens: tuple[str, ...]
    signature: tuple[int, ...] = ()
    sketch: str = ""
