"""What a person searches for, in the terms of the clean text: simplified script, half width, cut into words like the articles."""

from __future__ import annotations

from dataclasses import dataclass

import rjieba

from transforms.aligned import AlignedText
from transforms.cleaning.folding import fold
from transforms.cleaning.script import script_of, simplify


@dataclass(frozen=True, slots=True)
class Asked:
    """The `phrases` that a person typed, apart by spaces, and the words that they consist of."""

    phrases: tuple[str, ...]
    words: tuple[str, ...]


def asked(query: str) -> Asked:
    """What a query asks for, whatever its script and width; no words where it has neither letters nor digits."""
    plain = simplify(fold(AlignedText.identity(query)), script_of(query)).text
    phrases = tuple(dict.fromkeys(plain.split()))
    words = (word for phrase in phrases for word in rjieba.cut(phrase) if any(map(str.isalnum, word)))
    return Asked(phrases, tuple(dict.fromkeys(words)))
