"""What the reading of programmes knows of words: `seeds/programme_words.csv`, `seeds/programme_figures.csv`, `seeds/programmes.csv`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from transforms.lexicon import table

Kind = Literal["mechanism", "campaign", "platform", "service", "organisation", "slogan"]

_MARKS = dict.fromkeys(map(ord, "“”‘’\"'《》()（） \t·"))


class Heads(NamedTuple):
    """Words that tell of what kind a thing is, the lengths that they have, and their last characters."""

    kinds: Mapping[str, Kind]
    sizes: tuple[int, ...]
    lasts: frozenset[str]


@cache
def heads(*roles: str) -> Heads:
    """The words of one of these roles with the kind of programme that they tell."""
    rows = table("programme_words")
    found: dict[str, Kind] = {row["word"]: row["kind"] for name in roles for row in rows if row["role"] == name}  # type: ignore[misc]
    sizes = tuple(sorted({len(word) for word in found}, reverse=True))
    return Heads(MappingProxyType(found), sizes, frozenset(word[-1] for word in found))


@cache
def role(*names: str) -> frozenset[str]:
    """The words of one of these roles."""
    return frozenset(row["word"] for row in table("programme_words") if row["role"] in names)


@cache
def figures() -> frozenset[str]:
    """Ordinary words that are quoted as a figure of speech, a term or a catchword, and name no programme."""
    return frozenset(row["word"] for row in table("programme_figures"))


def ending(text: str, known_heads: Heads) -> str | None:
    """The longest of the heads that the text ends with."""
    if text[-1:] not in known_heads.lasts:
        return None
    words = known_heads.kinds
    for size in known_heads.sizes:
        if text[-size:] in words:
            return text[-size:]
    return None


class Known(NamedTuple):
    """A well-known programme.

    Its one name, its kind, who owns it if one body does; whether it needs quotation marks to be told from ordinary words, and whether it
    is everywhere, so that a place that has it does not own it.
    """

    name: str
    kind: Kind
    owner: str | None
    quoted: bool
    everywhere: bool


def plain(name: str) -> str:
    """A name without quotation marks, brackets and spaces."""
    return name if name.isalnum() else name.translate(_MARKS)


@cache
def known() -> Mapping[str, Known]:
    """Every way to write a well-known programme, without quotation marks and brackets."""
    found: dict[str, Known] = {}
    for row in table("programmes"):
        entry = Known(row["name"], row["kind"], row["owner"] or None, row["when"] == "quoted", row["scope"] == "country")  # type: ignore[arg-type]
        found.update((plain(written), entry) for written in (row["name"], *row["variants"].split("|")) if written)
    return MappingProxyType(found)
