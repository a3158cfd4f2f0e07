"""What the pages ask of the lake: rows in the order in which pages take them, as they come, never a table at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from duckdb import DuckDBPyConnection

from flows.pages.facts import KINDS, Row

_CLAIM = """
    fact_id, article_id, title, published_first, source, place, place_name, period, period_first, period_last, year,
    indicator, offence, subject, metric, kind, direction, comparison, bound, value, value_high, unit, classifier, quote
"""
ARTICLES = """
SELECT a.* EXCLUDE (text, tokens), f.paths, r.original_id, o.title AS original_title
FROM (FROM articles WHERE {}) AS a
LEFT JOIN (SELECT article_id, list(path ORDER BY path) AS paths FROM documents GROUP BY article_id) AS f USING (article_id)
LEFT JOIN (SELECT article_id, min(original_id) AS original_id FROM reprints GROUP BY article_id) AS r USING (article_id)
LEFT JOIN articles AS o ON o.article_id = r.original_id
ORDER BY a.article_id
"""
LISTED = """
SELECT article_id, title, published, published_first, source, jurisdiction, jurisdiction_name, statistics_count
FROM articles ORDER BY published_first DESC NULLS LAST, title, article_id
"""
CLAIMS_BY_PLACE = f"""
SELECT {_CLAIM} FROM claims WHERE place IS NOT NULL
ORDER BY place, indicator, offence, metric, subject, unit, period_first, period_last, published_first, fact_id
"""
CLAIMS_BY_INDICATOR = f"""
SELECT {_CLAIM} FROM claims WHERE indicator IS NOT NULL
ORDER BY indicator, place, offence, metric, subject, unit, period_first, period_last, published_first, fact_id
"""
SERIES = """
SELECT t.place, t.place_name, t.indicator, t.offence, t.subject, t.metric, t.unit, t.period, t.period_first, t.period_last, t.year,
       s.fact_id, s.article_id, s.value, s.value_high, s.bound, s.classifier, s.direction
FROM (
    FROM series WHERE kind = 'level' AND indicator <> 'other' AND period_last - period_first >= 20
    QUALIFY count(*) OVER (PARTITION BY place, indicator, offence, subject, metric, unit) > 1
) AS t JOIN statistics AS s ON s.fact_id = t.facts[1]
ORDER BY t.{0}, t.place, t.indicator, t.offence, t.metric, t.subject, t.unit, t.period_first, t.period_last
"""
PROFILES = "FROM place_profiles ORDER BY adcode"
PLACES = "SELECT adcode, name, level, parent, province, city, short_name FROM places"
PLACE_ARTICLES = f"SELECT * FROM ({LISTED}) WHERE jurisdiction IS NOT NULL ORDER BY jurisdiction, published_first DESC NULLS LAST, title"
PLACE_INCIDENTS = "SELECT * FROM responses WHERE place IS NOT NULL ORDER BY place, when_first DESC NULLS LAST, fact_id"
PLACE_PROGRAMMES = "SELECT * FROM adoption WHERE place IS NOT NULL ORDER BY place, canonical"
ADOPTION = "SELECT * FROM adoption ORDER BY canonical, first_seen NULLS LAST, place"
SPREAD = "SELECT * FROM spread ORDER BY places_count DESC, articles_count DESC, canonical"
MENTIONS = """
SELECT p.fact_id, p.article_id, p.name, p.canonical, p.kind, p.owner, p.parts, p.quote, a.title, a.published_first, a.source
FROM programmes AS p JOIN articles AS a USING (article_id) ORDER BY p.canonical, a.published_first NULLS LAST, p.article_id, p.start
"""
FINDINGS = """
SELECT f.fact_id, f.article_id, f.rule, f.result, f.expected, f.stated, a.title, a.published_first, a.source
FROM findings AS f JOIN articles AS a USING (article_id)
ORDER BY CASE f.result WHEN 'impossible' THEN 0 WHEN 'fails' THEN 1 ELSE 2 END, a.published_first DESC NULLS LAST, f.fact_id
"""
RUNS = "SELECT * EXCLUDE (settings) FROM loads ORDER BY load_id DESC"
REJECTS = "SELECT * FROM rejects WHERE NOT dropped ORDER BY path, reject_id"
FATES = "SELECT fate, sum(numbers_count)::BIGINT AS n FROM fates GROUP BY fate ORDER BY n DESC, fate"
MONTHS = """
SELECT month, (SELECT count(*) FROM articles WHERE published_first >= month AND published_last < month + INTERVAL 1 MONTH) AS n
FROM (
    SELECT unnest(generate_series(date_trunc('month', min(published_first)), max(published_last), INTERVAL 1 MONTH)) AS month FROM articles
) ORDER BY month
"""
INDICATORS = """
SELECT indicator, count(*) AS claims_count, count(DISTINCT place) AS places_count, count(DISTINCT article_id) AS articles_count
FROM statistics WHERE indicator IS NOT NULL GROUP BY indicator ORDER BY claims_count DESC, indicator
"""
TOTALS = """
SELECT (SELECT count(*) FROM articles) AS articles, (SELECT count(*) FROM statistics) AS statistics,
       (SELECT count(*) FROM incidents) AS incidents,
       (SELECT count(*) FROM findings WHERE result <> 'holds') AS findings, (SELECT count(*) FROM findings) AS checked,
       (SELECT count(*) FROM rejects WHERE NOT dropped) AS rejects,
       (SELECT min(published_first) FROM articles) AS first, (SELECT max(published_first) FROM articles) AS last
"""
COMPARED = """
article_id IN (
    SELECT s.article_id FROM (SELECT article_id, unnest(facts) AS claim FROM findings) AS u
    JOIN statistics AS s ON s.fact_id = u.claim AND s.article_id <> u.article_id
)
"""
"""Of articles those that findings in other articles refer to."""
_FACTS = "SELECT * FROM {} WHERE {} AND {} ORDER BY article_id, start, fact_id"
_FINDINGS = """
SELECT f.*, e.elsewhere
FROM (FROM findings WHERE {}) AS f
LEFT JOIN (
    SELECT
        u.fact_id,
        list(
            struct_pack(fact_id := s.fact_id, article_id := s.article_id, quote := s.quote, source := a.source) ORDER BY s.fact_id
        ) AS elsewhere
    FROM (SELECT fact_id, article_id, unnest(facts) AS claim FROM findings) AS u
    JOIN statistics AS s ON s.fact_id = u.claim AND s.article_id <> u.article_id
    JOIN articles AS a ON a.article_id = s.article_id
    GROUP BY u.fact_id
) AS e ON e.fact_id = f.fact_id
ORDER BY f.article_id, f.start, f.fact_id
"""
_FEWER = {"numbers": "fate <> 'statistic'"}  # the others stand in the table of statistics, too


def rows(connection: DuckDBPyConnection, query: str) -> Iterator[Row]:
    """The rows of a query, by the names of its columns, as they come; other queries may run meanwhile."""
    cursor = connection.cursor()
    cursor.execute("USE lake")
    result = cursor.execute(query)
    columns = [column[0] for column in result.description or ()]
    while found := result.fetchmany(1024):
        for row in found:
            yield dict(zip(columns, row, strict=True))


def by(column: str, found: Iterator[Row]) -> Callable[[Any], Sequence[Row]]:
    """Of rows in the order of a column: those with a value, asked for in that order, too."""
    groups = groupby(found, key=lambda row: row[column])
    waiting = next(groups, None)

    def of(value: Any) -> Sequence[Row]:  # noqa: ANN401
        nonlocal waiting
        while waiting and waiting[0] < value:
            waiting = next(groups, None)
        return list(waiting[1]) if waiting and waiting[0] == value else ()

    return of


def articles(connection: DuckDBPyConnection, which: str = "true") -> Iterator[tuple[Row, Mapping[str, Sequence[Row]]]]:
    """The articles of a condition, each with its facts by table, in the order of their ids."""
    facts = {name: by("article_id", rows(connection, _FACTS.format(name, which, _FEWER.get(name, "true")))) for name in KINDS}
    facts["findings"] = by("article_id", rows(connection, _FINDINGS.format(which)))
    for article in rows(connection, ARTICLES.format(which)):
        yield article, {name: of(article["article_id"]) for name, of in facts.items()}
