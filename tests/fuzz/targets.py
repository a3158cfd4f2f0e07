"""What is fuzzed: a target takes bytes and raises where something that must hold does not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.fuzz import invariants
from tests.fuzz.texts import text_of


def reading(data: bytes) -> None:
    """Any bytes as a file."""
    invariants.reading(data)


def cleaning(data: bytes) -> None:
    """Any text as a plain page, cleaned."""
    invariants.cleaning(text_of(data))


def extraction(data: bytes) -> None:
    """Any text, all the way to rows."""
    invariants.extraction(text_of(data))


TARGETS: Mapping[str, Callable[[bytes], None]] = {"reading": reading, "cleaning": cleaning, "extraction": extraction}
