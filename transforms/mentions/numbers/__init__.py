"""Numbers with their bounds and units: where they stand in a clean text and what they say, whether or not they state a fact."""

from __future__ import annotations

from transforms.mentions.numbers.joining import joined
from transforms.mentions.numbers.model import NumberHit
from transforms.mentions.numbers.reading import single


def find_numbers(text: str) -> tuple[NumberHit, ...]:
    """Every number of a clean text (simplified script, half width), in order and apart from one another."""
    return tuple(joined(text, (hit for hit in single(text) if hit.form != "word")))


__all__ = ["NumberHit", "find_numbers"]
