"""Full text: the articles that hold words, the best first, each with the passage that shows why.

Ranked by BM25 (Robertson and Zaragoza 2009) over the words of the clean text; an article that holds more of the phrases as they were asked
for stands before one that only has their words. A phrase that is no word of its own in an article (a part of a longer one) is found too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

_AROUND = 30  # characters of a passage before its first mark
_PASSAGE = 100  # characters of a passage
_K1, _B = 1.2, 0.75  # the usual saturation, and the usual weight of length

_SEARCH = f"""
WITH size AS (SELECT count(*) AS articles, avg(characters) AS usual FROM articles),
found AS (
    SELECT
        article_id, characters,
        len(list_filter($phrases, lambda phrase: contains(text, phrase))) AS phrases,
        list_transform($words, lambda word: len(list_filter(tokens, lambda token: token = word))) AS times
    FROM articles
    WHERE len(list_filter($words, lambda word: contains(text, word))) > 0  -- seven times as fast as looking into tokens
),
matches AS (
    SELECT article_id, characters, phrases, unnest(times) AS times, generate_subscripts(times, 1) AS word
    FROM found
    WHERE phrases > 0 OR list_sum(times) > 0
),
weighed AS (
    SELECT *, count(*) FILTER (times > 0) OVER (PARTITION BY word) AS having_it FROM matches
),
ranked AS (
    SELECT article_id, phrases, sum(
        ln(1 + (articles - having_it + 0.5) / (having_it + 0.5))
        * times * ({_K1} + 1) / (times + {_K1} * (1 - {_B} + {_B} * characters / usual))) AS score
    FROM weighed, size
    GROUP BY article_id, phrases
)
SELECT a.article_id, a.title, a.source, a.published, score, a.text, (SELECT count(*) FROM ranked)
FROM (FROM ranked ORDER BY phrases DESC, score DESC, article_id LIMIT $most)
JOIN articles AS a USING (article_id)
ORDER BY phrases DESC, score DESC, article_id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found; `marks` are the ranges of `passage`, a part of its clean text, that hold what was asked for."""

    article_id: str
    title: str | None
    source: str | None
    published: str | None
    score: float
    passage: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many articles there are in all."""

    hits: tuple[Hit, ...]
    articles: int


def search(connection: DuckDBPyConnection, phrases: Sequence[str], words: Sequence[str], most: int) -> Found:
    """The best `most` articles for the phrases, which consist of the words, all in the terms of the clean text."""
    rows = connection.execute(_SEARCH, {"words": list(words), "phrases": list(phrases), "most": most}).fetchall()
    pattern = re.compile("|".join(map(re.escape, sorted({*phrases, *words}, key=lambda part: (-len(part), part)))))
    return Found(tuple(_hit(row[:6], pattern) for row in rows), rows[0][6] if rows else 0)


def _hit(row: tuple[str, str | None, str | None, str | None, float, str], pattern: re.Pattern[str]) -> Hit:
    article, title, source, published, score, text = row
    passage, marks = _passage(text, pattern)
    return Hit(article, title, source, published, score, passage, marks)


def _passage(text: str, pattern: re.Pattern[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of a text where most different words stand close together, and where in it they stand."""
    spans = [match.span() for match in pattern.finditer(text)]
    begin = max(spans, key=lambda span: _worth(text, spans, span[0]), default=(0, 0))[0]
    start, end = _edges(text, begin)
    passage = text[start:end].replace("\n", " ")
    return passage, tuple((a - start, b - start) for a, b in spans if start <= a and b <= end)


def _worth(text: str, spans: Sequence[tuple[int, int]], begin: int) -> int:
    """How many characters of different words a passage holds that has its first word at `begin`."""
    near = {text[a:b] for a, b in spans if begin <= a and b <= begin + _PASSAGE - _AROUND}
    return sum(map(len, near))


def _edges(text: str, begin: int) -> tuple[int, int]:
    """A passage around a word: from the start of its sentence, where that is near."""
    earliest = max(begin - _AROUND, 0)
    opening = max(text.rfind(mark, earliest, begin) for mark in "。!?;\n") + 1
    start = opening or earliest
    return start, min(start + _PASSAGE, len(text))
