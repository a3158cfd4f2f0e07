"""Reprints: what an article repeats of another, told by the runs of five characters that both have, and by their numbers.

A signature finds candidates without reading texts: MinHash values of the runs (Broder 1997), three of them a band. Two articles that
share a third of all their runs share a band with a chance of four in five, two that share half with one of 99.6 %. A sketch of the same
values then tells how much two articles share, well enough to pass by those that have a band in common by chance. The texts decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from string import ascii_letters, digits
from unicodedata import numeric

from rensa import RMinHash

from transforms.patterns import seldom
from transforms.records import Repeat

_RUN, _BANDS, _ROWS, _SEED = 5, 42, 3, 1
_LETTERS = (ascii_letters + digits)[:61]  # a prime number of them, so that values that differ hardly ever have the same
_LEAST_RUNS = 60  # what is shorter resembles others by chance
_OPENING = 200  # runs of which most texts have enough that differ
_SIMILAR, _OVERLAP, _NUMBERS = 0.6, 0.3, 0.5
_FEW_NUMBERS = 4
_SAMPLE = 64  # runs that tell most texts apart, at a tenth of the time that all of them take
_LONGEST = 3000  # tokens of a changed passage that are compared; a longer one is another text
_TOKEN = seldom(r"(?P<number>\d[\d,.]*%?|[一二三四五六七八九十百千万亿两零〇]+)|(?s:.)")
_HEAD = seldom(r"\d[-/.]\d{1,2}[-/.]\d|\d:\d\d")  # when a copy was put up is its own
_SENTENCE = seldom(r"[^。;!?\n]+[。;!?\n]*")
_BEFORE = 6  # characters before a changed number that say what it counts


def minhash(text: str) -> list[int]:
    """The MinHash values of a text's runs, of which two texts have as large a share in common; none for a text too short to tell."""
    runs = _runs(text)
    if all(len(set(some)) < _LEAST_RUNS for some in (runs[:_OPENING], runs)):
        return []
    hashed = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
    hashed.update(runs)
    return list(hashed.digest())


def signature(values: list[int]) -> tuple[int, ...]:
    """The bands of MinHash values, as signed integers of 64 bits: texts that share one may repeat each other."""
    return tuple(_band(at, values[at : at + _ROWS]) for at in range(0, len(values), _ROWS))


def sketch(values: list[int]) -> str:
    """A letter for each MinHash value: texts that share a third of their runs share about a third of the letters, at their places."""
    return "".join(_LETTERS[value % len(_LETTERS)] for value in values)


def compare(original: str, copy: str) -> Repeat | None:
    """What a text repeats of another and what it changes; None where it is a text of its own.

    A copy has most of the shorter text's runs, and most of its numbers: bulletins that only fill in a form have other numbers each time.
    """
    if _strangers(original, copy):
        return None
    first, second = set(_runs(original)), set(_runs(copy))
    shared, shorter = len(first & second), min(len(first), len(second))
    if shorter < _LEAST_RUNS or shared < _SIMILAR * shorter or shared < _OVERLAP * len(first | second):
        return None
    return Repeat(round(shared / shorter, 3), tuple(_changes(original, copy))) if _same_numbers(original, copy) else None


def _strangers(original: str, copy: str) -> bool:
    """Whether so few of a sample of the shorter text's runs, taken at even distances, stand in the longer that no copy can be the cause."""
    shorter, longer = sorted((_plain(original), _plain(copy)), key=len)
    sample = range(0, len(shorter) - _RUN, max(len(shorter) // _SAMPLE, 1))
    return sum(shorter[at : at + _RUN] in longer for at in sample) < _SIMILAR / 2 * len(sample)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _runs(text: str) -> list[str]:
    plain = _plain(text)
    return [plain[at : at + _RUN] for at in range(len(plain) - _RUN + 1)]


def _band(at: int, values: list[int]) -> int:
    return int.from_bytes(blake2b(repr((at, values)).encode(), digest_size=8).digest(), "big", signed=True)


def _same_numbers(original: str, copy: str) -> bool:
    first, second = (set(re.findall(r"\d[\d,.]*", text)) for text in (original, copy))
    fewer = min(len(first), len(second))
    return fewer < _FEW_NUMBERS or len(first & second) >= _NUMBERS * fewer


def _changes(original: str, copy: str) -> Iterator[str]:
    """The numbers that differ in passages that are otherwise alike, each as what stands before it, `original→copy` and its unit."""
    first, second = ([line for line in _SENTENCE.findall(text) if not _HEAD.search(line)] for text in (original, copy))
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "replace":
            yield from _changed_numbers(_tokens("".join(first[a:b])), _tokens("".join(second[c:d])))


def _changed_numbers(first: list[str], second: list[str]) -> Iterator[str]:
    if max(len(first), len(second)) > _LONGEST:
        return
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "replace" and b - a == d - c:
            for at, to in zip(range(a, b), range(c, d), strict=True):
                if _differ(first[at], second[to]):
                    yield f"{''.join(first[max(0, at - _BEFORE) : at])}{first[at]}→{second[to]}{''.join(second[to + 1 : to + 2])}"


def _tokens(text: str) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(text)]


def _differ(first: str, second: str) -> bool:
    """Whether two tokens are different numbers, and not 3 and 三."""
    matches = _TOKEN.fullmatch(first), _TOKEN.fullmatch(second)
    return all(match and match["number"] for match in matches) and (len(first + second) > 2 or numeric(first) != numeric(second))
