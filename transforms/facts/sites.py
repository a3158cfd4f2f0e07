"""Number sites: each number of a page with what stands around it, as the rules want to see it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

import ahocorasick_rs

from transforms.aligned import Span
from transforms.lexicon import table
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

_QUOTED = re.compile(r"[“《‘]([^“”《》‘’\n]{1,40})[”》’]")
_TERM = re.compile(r"[^,，。;；!！?？:：\n]{1,14}")
_DIGITS = "0-9一二三四五六七八九十百千万两双"
_NAMED = re.compile(rf"[{_DIGITS}].|.[{_DIGITS}]")
_COUNT = seldom(rf"[{_DIGITS}]+[^{_DIGITS}]{{0,2}}|.{{1,2}}")
_MOST_TERMS = 30  # so that the search stays linear in the text
_AROUND = 16


class Site(NamedTuple):
    """A number in its surroundings.

    `before` and `after` are a few characters of the same line, `quoted` the quoted term that it stands in, `word` the reason of the fixed
    word that holds it, `line_start` whether nothing but white space stands before it on its line.
    """

    text: str
    hit: NumberHit
    before: str
    after: str
    numeral: str
    quoted: str | None
    word: str | None
    line_start: bool


@cache
def _fixed_words() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    rows = table("numeral_words")
    matcher = ahocorasick_rs.AhoCorasick([row["word"] for row in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return matcher, tuple(row["reason"] for row in rows)


def fixed_words(text: str) -> tuple[tuple[Span, str], ...]:
    """The words with a numeral in them that state no number (一起来, 老百姓, 两抢一盗), with the reason; spans in order."""
    matcher, reasons = _fixed_words()
    return tuple((Span(start, end), reasons[index]) for index, start, end in matcher.find_matches_as_indexes(text))


def quoted_terms(text: str) -> tuple[Span, ...]:
    """What stands inside quotation marks and is a term, not a sentence: at most 14 characters without punctuation but 、, or a formula."""
    return tuple(Span(*match.span(1)) for match in _QUOTED.finditer(text) if "+" in match[1] or _TERM.fullmatch(match[1]))


def sites(text: str, hits: Sequence[NumberHit], quoted: Sequence[Span]) -> Iterator[Site]:
    """A site for each number; `quoted` are the quoted terms of the text, in order."""
    fixed, quoted = fixed_words(text), sorted([*quoted, *_said_again(text, quoted)])
    fixed_starts, quoted_starts = [span.start for span, _ in fixed], [span.start for span in quoted]
    return (_site(text, hit, _held(text, fixed, fixed_starts, hit), _quoted(text, quoted, quoted_starts, hit)) for hit in hits)


def _said_again(text: str, quoted: Sequence[Span]) -> Iterator[Span]:
    """Where terms with a numeral in them, quoted elsewhere in the text, stand without their marks (丽江的六个一改革, “六个一”)."""
    starts = [span.start for span in quoted]
    terms = dict.fromkeys(text[span.start : span.end] for span in quoted)
    named = (term for term in terms if _NAMED.search(term) and not _COUNT.fullmatch(term))
    for term in islice(named, _MOST_TERMS):
        start = text.find(term)
        while start >= 0:
            at = bisect_right(starts, start) - 1
            if at < 0 or quoted[at].end <= start:
                yield Span(start, start + len(term))
            start = text.find(term, start + len(term))


def _site(text: str, hit: NumberHit, word: str | None, quoted: str | None) -> Site:
    line = text.rfind("\n", max(0, hit.start - _AROUND), hit.start) + 1
    before = text[max(line, hit.start - _AROUND) : hit.start]
    end = text.find("\n", hit.end, hit.end + _AROUND)
    after = text[hit.end : end if end >= 0 else hit.end + _AROUND]
    return Site(
        text=text,
        hit=hit,
        before=before,
        after=after,
        numeral=text[hit.numeral_start : hit.numeral_end],
        quoted=quoted,
        word=word,
        line_start=not text[line : hit.start].strip(),
    )


_NO_NUMERALS = frozenset({"一一", "百兆", "千兆", "万兆"})  # whatever stands behind them: 一一排列, 千兆升级


def _held(text: str, fixed: Sequence[tuple[Span, str]], starts: Sequence[int], hit: NumberHit) -> str | None:
    """The reason of the word that holds a number, or whose last character its numeral is (统一 of 统一组建)."""
    lone = hit.bound == "under" and hit.value == 1 and hit.unit is None  # 警力不足〔一〕直是难题
    at = bisect_right(starts, hit.numeral_start if lone else hit.start) - 1
    if at < 0:
        return None
    (start, end), reason = fixed[at]
    if hit.end <= end or start < hit.numeral_start < hit.numeral_end == end:
        return reason
    return reason if hit.numeral_start < end and text[start:end] in _NO_NUMERALS else None


def _quoted(text: str, quoted: Sequence[Span], starts: Sequence[int], hit: NumberHit) -> str | None:
    at = bisect_right(starts, hit.numeral_start) - 1
    if at >= 0 and hit.numeral_end <= quoted[at].end:
        return text[quoted[at].start : quoted[at].end]
    return None
