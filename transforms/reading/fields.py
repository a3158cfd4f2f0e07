"""Records: a JSON object that is an article, with its text and what it says of itself in fields of known names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from transforms.lexicon import table
from transforms.patterns import seldom
from transforms.reading.encodings import decode
from transforms.reading.rejects import EMPTY, NO_RECORD, Problem, no_field
from transforms.records import Fields

_HALF = seldom("[\ud800-\udfff]")
_LONGEST_HINT = 500


class Record(NamedTuple):
    """The text of a record and its hints."""

    text: str
    hints: dict[str, str]


def parsed(data: bytes, fields: Fields) -> Record | Problem:
    """The record in a JSON object, or why there is none. Half a surrogate pair, which JSON can carry, is read as U+FFFD."""
    decoded = decode(data)
    found = decoded if isinstance(decoded, Problem) else _object(decoded.text)
    if isinstance(found, Problem):
        return found
    cells = {name.lower(): _HALF.sub("\ufffd", cell) for name, cell in found.items() if isinstance(cell, str) and cell}
    values = {field: cells[name] for field, name in reversed(_names(fields)) if name in cells}
    text = values.pop("text", None)
    if text is None:
        return EMPTY if _has_text(found, fields) else no_field(map(str, found))
    return Record(text, {field: value[:_LONGEST_HINT] for field, value in values.items()}) if text.strip() else EMPTY


def _object(text: str) -> dict[str, object] | Problem:
    """The object that a text is; numbers stay as they are written, however long."""
    try:
        found = json.loads(text, strict=False, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return NO_RECORD
    return found if isinstance(found, dict) else NO_RECORD


def _names(fields: Fields) -> list[tuple[str, str]]:
    """Pairs of a field and a name for it in lower case, the likeliest first."""
    return [
        *((str(field), name.lower()) for field, name in fields.items()),
        *((row["field"], row["name"]) for row in table("record_fields")),
    ]


def _has_text(found: Mapping[str, object], fields: Fields) -> bool:
    """Whether the field of the text is there, with nothing in it."""
    names = {name.lower() for name in found}
    return any(name in names for field, name in _names(fields) if field == "text")
