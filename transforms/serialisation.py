"""An extraction as the JSON object that `shizheng extract` prints; its keys are the contract."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

from transforms.aligned import Span
from transforms.records import Extraction

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None

_FACTS: dict[str, tuple[str, ...]] = {
    "boilerplate": ("start", "end", "reason"),
    "statistics": (
        *("start", "end", "quote", "value", "value_high", "bound", "unit", "classifier", "kind", "direction", "comparison"),
        *("metric", "indicator", "offence", "period", "place", "place_name", "subject", "derived_from", "rule"),
    ),
    "nonfacts": ("start", "end", "quote", "reason", "rule"),
    "incidents": ("start", "end", "when", "place_name", "place", "category", "summary", "outcome", "response_minutes"),
    "programmes": ("start", "end", "name", "kind", "owner", "parts"),
    "organisations": ("name", "aliases", "kind", "place"),
    "persons": ("name", "role", "organisation", "kind"),
    "quotations": ("start", "end", "speaker"),
    "findings": ("rule", "result", "facts", "expected", "stated"),
}
_LEFT_OPEN = frozenset({"derived_from", "parts"})  # null where the article says nothing of them; other lists are empty then
_MENTIONS: dict[str, tuple[str, ...]] = {
    "numbers": ("start", "end", "value", "value_high", "unit", "bound"),
    "dates": ("start", "end", "edtf"),
    "places": ("start", "end", "adcode"),
}


def as_json(extraction: Extraction) -> dict[str, Json]:
    """The object that `shizheng extract FILE --format json` prints; numbers that are data are decimal strings."""
    article: Json = {f.name: _plain(getattr(extraction.article, f.name)) for f in fields(extraction.article)}
    facts = {name: _rows(getattr(extraction, name), keys) for name, keys in _FACTS.items()}
    mentions: Json = {name: _rows(getattr(extraction, name), keys) for name, keys in _MENTIONS.items()}
    return {"article": article, **facts, "mentions": mentions}


def _rows(records: tuple[object, ...], keys: tuple[str, ...]) -> Json:
    return [{key: _cell(key, getattr(record, key)) for key in keys} for record in records]


def _cell(key: str, value: object) -> Json:
    return None if value == () and key in _LEFT_OPEN else _plain(value)


def _plain(value: object) -> Json:
    match value:
        case Decimal():
            return f"{value:f}"
        case Span(start, end):
            return [start, end]
        case tuple():
            return [_plain(item) for item in value]
        case str() | int() | float() | None:
            return value
    raise TypeError(f"no JSON for {type(value).__name__}")
