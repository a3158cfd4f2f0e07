"""Text that knows where it came from: each character of a cleaned text remembers the raw characters that it stands for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of Unicode code points: `start` is the first character, `end` the one after the last."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly within."""
        return self.start <= other.start and other.end <= self.end


_OFFSETS = array("l", range(1 << 13))  # counted once for all texts but long ones


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A text and, for each of its characters, the half-open raw range (code points) that it stands for.

    `starts` never falls, and no character ends before it starts; an inserted character has an empty range.
    """

    text: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def identity(cls, raw: str) -> AlignedText:
        """The raw text itself, each character standing for itself."""
        size = len(raw)
        offsets = _OFFSETS if size < len(_OFFSETS) else array("l", range(size + 1))
        return cls(raw, offsets[:size], offsets[1 : size + 1])

    @classmethod
    def concatenate(cls, parts: Iterable[AlignedText]) -> AlignedText:
        """The parts one after the other; they must come in the order of their raw text."""
        parts = list(parts)
        if len(parts) == 1:
            return parts[0]
        starts, ends, texts = array("l"), array("l"), []
        for part in parts:
            texts.append(part.text)
            starts.extend(part.starts)
            ends.extend(part.ends)
        return cls("".join(texts), starts, ends)

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int) -> AlignedText:
        """The characters from `start` to before `end`."""
        if start == 0 and end == len(self.text):
            return self
        return AlignedText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def raw_range(self, start: int, end: int) -> tuple[int, int]:
        """The smallest raw range that holds the characters `start` to before `end`; ValueError where there are none."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no characters at {start}:{end} in a text of {len(self.text)}")
        first, last = self.ends[start], self.ends[end - 1]
        return self.starts[start], last if last > first else first

    def raw_span(self, start: int, end: int) -> Span:
        """The same as a span."""
        return Span(*self.raw_range(start, end))

    def without(self, spans: Sequence[Span]) -> AlignedText:
        """The text less the given spans (in order, apart from one another)."""
        if not spans:
            return self
        edges = [0, *(edge for span in spans for edge in span), len(self.text)]
        kept = list(pairwise(edges))[::2]
        starts, ends = array("l"), array("l")
        for start, end in kept:
            starts += self.starts[start:end]
            ends += self.ends[start:end]
        return AlignedText("".join([self.text[start:end] for start, end in kept]), starts, ends)

    def strip(self) -> AlignedText:
        """The text without white space at either end."""
        body = self.text.strip()
        start = self.text.find(body)
        return self.cut(start, start + len(body))

    def in_lines(self, lines: Iterable[Iterable[Span]]) -> AlignedText:
        """The given spans (in order), those of a line joined, lines apart by a line feed that stands for no raw character."""
        starts, ends = array("l"), array("l")
        texts: list[str] = []
        for line in lines:
            if texts:
                texts.append("\n")
                starts.append(ends[-1])
                ends.append(ends[-1])
            for start, end in line:
                texts.append(self.text[start:end])
                starts += self.starts[start:end]
                ends += self.ends[start:end]
        return AlignedText("".join(texts), starts, ends)

    def rewritten(self, text: str) -> AlignedText:
        """Another text of the same length, character for character; ValueError where the length differs."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters cannot stand for {len(self.text)}")
        return AlignedText(text, self.starts, self.ends)

    def substituted(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> AlignedText:
        """Each match replaced; every character of a replacement stands for the whole match."""
        return self.replaced([(Span(*match.span()), replacement(match)) for match in pattern.finditer(self.text)])

    def replaced(self, replacements: Iterable[tuple[Span, str]]) -> AlignedText:
        """The given spans (in order, apart from one another) replaced; every character of a replacement stands for its whole span."""
        parts, at = [], 0
        for span, new in replacements:
            if span.start == span.end:
                continue
            raw = self.raw_span(*span)
            parts += [self.cut(at, span.start), AlignedText(new, array("l", [raw.start]) * len(new), array("l", [raw.end]) * len(new))]
            at = span.end
        return AlignedText.concatenate([*parts, self.cut(at, len(self.text))]) if parts else self

    def lines(self) -> list[Span]:
        """The lines that are not blank, without white space at either end; CR and LF end a line, and no other character does."""
        found, at = [], 0
        for line in self.text.replace("\r", "\n").split("\n"):
            body = line.strip()
            if body:
                start = at + line.find(body)
                found.append(Span(start, start + len(body)))
            at += len(line) + 1
        return found
