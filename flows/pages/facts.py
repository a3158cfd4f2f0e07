"""Rows of the fact tables as a reader of a page meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flows.pages.amounts import amount, arrow, number, period
from flows.pages.words import Word, indicators, offences, word

Row = Mapping[str, Any]

KINDS = ("statistics", "incidents", "programmes", "organisations", "persons", "quotations", "numbers")
"""The tables whose rows are marked in the text, in the order in which a page lists them."""
_LONGEST = 120  # characters of a quote in a list


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of what is known of a fact: `key` names it, `lang` is the language of the text, `page` the page that tells more of it."""

    key: str
    text: str
    lang: str = "en"
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
    brief: str
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


def claimed(row: Row) -> str:
    """The amount that a statistic claims, with the direction of a change."""
    return arrow(row["direction"]) + amount(row["value"], row["value_high"], row["bound"], row["unit"], row["classifier"])


def comparison(text: str | None) -> Word:
    """What a change is measured against, in words."""
    if text and text.startswith("vs:"):
        return Word(f"against {period(text[3:])}", f"与{period(text[3:])}相比")
    return word(text) if text in ("yoy", "pop") else Word("", "")


def _statistic(row: Row) -> Iterator[Detail]:
    yield Detail("value", claimed(row), "zh-Hans")
    against = comparison(row["comparison"])
    yield Detail("change", against.zh, "zh-Hans", also=against.en)
    yield Detail("metric", row["metric"] or "", "zh-Hans")
    yield _labelled("indicator", row["indicator"], indicators(), f"indicators/{row['indicator']}.html")
    yield _labelled("offence", row["offence"], offences())
    yield Detail("period", period(row["period"]))
    yield _place(row)
    yield Detail("subject", row["subject"] or "", "zh-Hans")


def _number(row: Row) -> Iterator[Detail]:
    reason = word(row["fate"] or "unstated")
    yield Detail("reason", reason.zh, "zh-Hans", also=reason.en)
    yield Detail("value", amount(row["value"], row["value_high"], row["bound"], row["unit"], None))


def _incident(row: Row) -> Iterator[Detail]:
    yield Detail("when", period(row["when"]))
    yield _place(row)
    yield _labelled("category", row["category"], offences())
    yield Detail("outcome", row["outcome"] or "", "zh-Hans")
    yield Detail("response_minutes", "" if row["response_minutes"] is None else number(row["response_minutes"]))


def _programme(row: Row) -> Iterator[Detail]:
    yield Detail("canonical", row["canonical"] or "", "zh-Hans", programme_page(row["canonical"] or row["name"]))
    yield Detail("kind", row["kind"] or "")
    yield Detail("owner", row["owner"] or "", "zh-Hans")
    yield Detail("parts", "、".join(row["parts"] or ()), "zh-Hans")


def _organisation(row: Row) -> Iterator[Detail]:
    yield Detail("kind", row["kind"] or "")
    yield Detail("place", row["place"] or "", page=place_page(row["place"]))
    yield Detail("aliases", "、".join(row["aliases"] or ()), "zh-Hans")
    yield Detail("parent", row["parent"] or "", "zh-Hans")


def _person(row: Row) -> Iterator[Detail]:
    yield Detail("role", row["role"] or "", "zh-Hans")
    yield Detail("organisation", row["organisation"] or "", "zh-Hans")
    yield Detail("kind", row["kind"] or "")


def _quotation(row: Row) -> Iterator[Detail]:
    yield Detail("speaker", row["speaker"] or "", "zh-Hans")


def _place(row: Row) -> Detail:
    return Detail("place", row["place_name"] or row["place"] or "", "zh-Hans", place_page(row["place"]))


def _rule(row: Row) -> Sequence[Detail]:
    return (Detail("rule", row["rule"] or ""),)


def _labelled(key: str, name: str | None, labels: Mapping[str, Word], page: str = "") -> Detail:
    label = labels.get(name or "", word(name) if name else Word("", ""))
    return Detail(key, label.zh, "zh-Hans", page, label.en) if label.zh else Detail(key, label.en, page=page)


def place_page(code: str | None) -> str:
    """The address of the page of a place, from the root of the site."""
    return f"places/{code}.html" if code else ""


def programme_page(canonical: str) -> str:
    """The address of the page of a programme, from the root of the site."""
    from warehouse.identity import digest  # noqa: PLC0415

    return f"programmes/{digest('programme', canonical)}.html"


_Details = Callable[[Row], Iterator[Detail]]
_READERS: Mapping[str, tuple[Callable[[Row], str], _Details]] = {
    "statistics": (lambda row: row["metric"] or "", _statistic),
    "numbers": (lambda row: word(row["fate"] or "unstated").zh, _number),
    "incidents": (lambda row: row["summary"] or "", _incident),
    "programmes": (lambda row: row["name"], _programme),
    "organisations": (lambda row: row["name"], _organisation),
    "persons": (lambda row: row["name"], _person),
    "quotations": (lambda row: row["speaker"] or "", _quotation),
}
