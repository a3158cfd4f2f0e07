"""Number sites: each number of a page with what stands around it, as the rules want to see it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from transforms.aligned import Span
from transforms.lexicon import table
from transforms.mentions.numbers import NumberHit

_QUOTED = re.compile(r"[“《‘]([^“”《》‘’\n]{1,40})[”》’]")
_TERM = re.compile(r"[^,，。;；!！?？:：\n]{1,14}")
_AROUND = 16
Token = tuple[int, int, str, str]
_NO_TOKEN: Token = (0, 0, "", "")


@dataclass(frozen=True, slots=True)
class Site:
    """A number in its surroundings.

    `before` and `after` are a few characters of the same line, `quoted` the quoted term that it stands in, `word` the reason of the fixed
    word that holds it, `token` the word that it is inside of, `previous` the part of speech (jieba's) of the word before it, `line_start`
    whether nothing but white space stands before it on its line.
    """

    text: str
    hit: NumberHit
    before: str
    after: str
    numeral: str
    quoted: str | None
    word: str | None
    token: str
    previous: str
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
    """What stands inside quotation marks and is a term, not a sentence: at most 14 characters without punctuation but 、."""
    return tuple(Span(*match.span(1)) for match in _QUOTED.finditer(text) if _TERM.fullmatch(match[1]))


def sites(text: str, hits: Sequence[NumberHit], tokens: Sequence[Token]) -> tuple[Site, ...]:
    """A site for each number; `tokens` are the words of the text in order."""
    fixed, quoted = fixed_words(text), quoted_terms(text)
    fixed_starts, quoted_starts = [span.start for span, _ in fixed], [span.start for span in quoted]
    starts = [token[0] for token in tokens]
    return tuple(
        _site(text, hit, _held(fixed, fixed_starts, hit), _quoted(text, quoted, quoted_starts, hit), _tokens(tokens, starts, hit))
        for hit in hits
    )


def _tokens(tokens: Sequence[Token], starts: Sequence[int], hit: NumberHit) -> tuple[Token, Token]:
    """The word that a number begins in, and the word before the number."""
    at = bisect_right(starts, hit.numeral_start) - 1
    before = bisect_right(starts, hit.start - 1) - 1
    return tokens[at] if at >= 0 else _NO_TOKEN, tokens[before] if before >= 0 else _NO_TOKEN


def _site(text: str, hit: NumberHit, word: str | None, quoted: str | None, near: tuple[Token, Token]) -> Site:
    token, previous = near
    line = text.rfind("\n", 0, hit.start) + 1
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
        token=token[2] if token[0] < hit.numeral_start < token[1] else "",
        previous=previous[3] if previous[1] == hit.start else "",
        line_start=not text[line : hit.start].strip(),
    )


def _held(fixed: Sequence[tuple[Span, str]], starts: Sequence[int], hit: NumberHit) -> str | None:
    at = bisect_right(starts, hit.start) - 1
    if at >= 0 and fixed[at][0].start <= hit.start and hit.end <= fixed[at][0].end:
        return fixed[at][1]
    return None


def _quoted(text: str, quoted: Sequence[Span], starts: Sequence[int], hit: NumberHit) -> str | None:
    at = bisect_right(starts, hit.numeral_start) - 1
    if at >= 0 and hit.numeral_end <= quoted[at].end:
        return text[quoted[at].start : quoted[at].end]
    return None
