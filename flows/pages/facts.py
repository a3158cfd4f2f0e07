"""Rows of the fact tables as a reader of a page meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.pages.amounts import amount, arrow, number, period
from flows.pages.words import NOTHING, Word, term, terms, word
from warehouse.identity import digest

Row = Mapping[str, Any]

KINDS = ("statistics", "incidents", "programmes", "organisations", "persons", "quotations", "numbers")
"""The tables whose rows are marked in the text, in the order in which a page lists them."""
_LONGEST = 120  # characters of a quote in a list


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of what is known of a fact: `key` names it; text of the article stands in Chinese, a word in the page's language.

    `page` is the page that tells more of it, from the root of the site; `also` a code or a quote beside it.
    """

    key: str
    text: str | Word
    page: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of an article: `brief` is what matters most of it, `details` the rest."""

    fact_id: str
    kind: str
    start: int
    end: int
    quote: str
    brief: str | Word
    details: tuple[Detail, ...]
    implied_by: tuple[str, ...]


def fact(kind: str, row: Row) -> Fact:
    """The fact of a row of a table of `KINDS`."""
    brief, details = _READERS[kind]
    shown = tuple(detail for detail in (*details(row), *_rule(row)) if detail.text)
    span = (row["start"], row["end"])
    references = tuple(row.get("derived_from") or row.get("facts") or ())
    return Fact(row["fact_id"], kind, *span, shortened(row["quote"]), brief(row), shown, references)


def shortened(text: str) -> str:
    """The text, cut where it is too long for a list."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def claimed(row: Row) -> Word:
    """The amount that a statistic claims, with the direction of a change."""
    said, sign = amount(row["value"], row["value_high"], row["bound"], row["unit"], row["classifier"]), arrow(row["direction"])
    return Word(sign + said.en, sign + said.zh)


def comparison(text: str | None) -> Word:
    """What a change is measured against, in words."""
    if text and text.startswith("vs:"):
        return word("against", period=period(text[3:]))
    return term("comparison", text) if text in ("yoy", "pop") else NOTHING


def _statistic(row: Row) -> Iterator[Detail]:
    yield Detail("value", claimed(row))
    yield Detail("change", comparison(row["comparison"]))
    yield Detail("indicator", term("indicator", row["indicator"]), indicator_page(row["indicator"]))
    yield Detail("offence", term("offence", row["offence"]))
    yield Detail("period", period(row["period"]))
    yield _place(row)
    yield Detail("subject", row["subject"] or "")


def _number(row: Row) -> Iterator[Detail]:
    yield Detail("value", amount(row["value"], row["value_high"], row["bound"], row["unit"], None))


def _incident(row: Row) -> Iterator[Detail]:
    yield Detail("when", period(row["when"]))
    yield _place(row)
    yield Detail("category", category(row["category"]))
    yield Detail("outcome", row["outcome"] or "")
    yield Detail("response_minutes", "" if row["response_minutes"] is None else number(row["response_minutes"]))


def _programme(row: Row) -> Iterator[Detail]:
    yield Detail("canonical", row["canonical"] or "", programme_page(row["canonical"] or row["name"]))
    yield Detail("kind", term("programme", row["kind"]))
    yield Detail("owner", row["owner"] or "")
    yield Detail("parts", "、".join(row["parts"] or ()))


def _organisation(row: Row) -> Iterator[Detail]:
    yield Detail("kind", term("organisation", row["kind"]))
    yield Detail("place", row["place"] or "", place_page(row["place"]))
    yield Detail("aliases", "、".join(row["aliases"] or ()))
    yield Detail("parent", row["parent"] or "")


def _person(row: Row) -> Iterator[Detail]:
    yield Detail("role", row["role"] or "")
    yield Detail("organisation", row["organisation"] or "")
    yield Detail("kind", term("person", row["kind"]))


def _quotation(row: Row) -> Iterator[Detail]:
    yield Detail("speaker", row["speaker"] or "")


def _place(row: Row) -> Detail:
    return Detail("place", row["place_name"] or row["place"] or "", place_page(row["place"]))


def _rule(row: Row) -> Sequence[Detail]:
    return (Detail("rule", row["rule"] or ""),)


def category(name: str | None) -> Word:
    """What kind of incident: a term of its own, or the offence."""
    return term("category" if name in terms("category") else "offence", name)


def indicator_page(name: str | None) -> str:
    """The address of the page of an indicator, from the root of the site."""
    return f"indicators/{name}.html" if name else ""


def place_page(code: str | None) -> str:
    """The address of the page of a place, from the root of the site."""
    return f"places/{code}.html" if code else ""


def programme_page(canonical: str) -> str:
    """The address of the page of a programme, from the root of the site."""
    return f"programmes/{digest('programme', canonical)}.html"


_Details = Callable[[Row], Iterator[Detail]]
_READERS: Mapping[str, tuple[Callable[[Row], str | Word], _Details]] = {
    "statistics": (lambda row: row["metric"] or "", _statistic),
    "numbers": (lambda row: term("fate", row["fate"] or "unstated"), _number),
    "incidents": (lambda row: row["summary"] or "", _incident),
    "programmes": (lambda row: row["name"], _programme),
    "organisations": (lambda row: row["name"], _organisation),
    "persons": (lambda row: row["name"], _person),
    "quotations": (lambda row: row["speaker"] or "", _quotation),
}
