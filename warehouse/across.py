"""Findings across articles: judged again for the places, indicators and offences that a load touches, and for no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import get_args

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.records import AcrossRule, Claim, Comparison
from warehouse.ddl import literal
from warehouse.identity import digest

Judge = Callable[[Sequence[Claim]], Iterable[Comparison]]

_RULES = list(get_args(AcrossRule))
_TOPIC = "concat_ws('/', place, indicator, offence)"
_JUDGED = "place IS NOT NULL AND period_first IS NOT NULL AND period_last IS NOT NULL AND value IS NOT NULL"

# The claims about what was touched. That places are in a list is asked twice: once so that parts of files are passed over by their least
# and greatest place, and once of each row as it is read, so that of the other rows no further column is.
_CLAIMS = f"""
CREATE OR REPLACE TEMP TABLE claims AS
SELECT {_TOPIC} AS topic, fact_id, article_id, indicator, metric, period, date_diff('day', period_first, period_last) + 1 AS days,
    quote, value, value_high, bound, unit, classifier, kind, direction, comparison, start
FROM statistics
WHERE place IN ({{places}}) AND list_contains([{{places}}], place) AND {_JUDGED} AND {_TOPIC} IN (FROM touched)
"""
_OUTDATED = "DELETE FROM findings WHERE rule IN (SELECT unnest($rules)) AND facts[1] IN (SELECT fact_id FROM claims)"

# Those of each topic that several articles have, the first published first.
_SEVERAL = """
SELECT claims.* EXCLUDE (start)
FROM claims JOIN (SELECT article_id, published_last FROM articles) USING (article_id)
QUALIFY min(article_id) OVER (PARTITION BY topic) <> max(article_id) OVER (PARTITION BY topic)
ORDER BY topic, published_last NULLS LAST, article_id, start
"""
_PLACES = "SELECT DISTINCT split_part(topic, '/', 1) FROM touched"
_INVOLVED = """
CREATE OR REPLACE TEMP TABLE involved AS
SELECT fact_id, article_id, start, "end", quote, value, unit FROM statistics WHERE list_contains($articles::VARCHAR[], article_id)
"""

# Two articles that each state the other's number too are at one: a rule has given the numbers to the wrong things in one of them.
_INSERT = """
INSERT INTO findings BY NAME
SELECT c.fact_id, s.article_id, s.start, s."end", s.quote, c.rule, c.result, c.facts, c.expected, c.stated,
    $version AS extractor_version, $load_id AS load_id
FROM compared AS c JOIN involved AS s ON s.fact_id = c.facts[1] JOIN involved AS o ON o.fact_id = c.facts[2]
WHERE c.rule <> 'one_claim_two_values'
    OR NOT EXISTS (FROM involved AS x WHERE x.article_id = o.article_id AND (x.value, x.unit) = (s.value, s.unit))
    OR NOT EXISTS (FROM involved AS x WHERE x.article_id = s.article_id AND (x.value, x.unit) = (o.value, o.unit))
ORDER BY s.article_id, s.start, s."end", c.fact_id
"""
_TEXTS = ("fact_id", "rule", "result", "expected", "stated")
_COMPARED = pa.schema([*((name, pa.string()) for name in _TEXTS), ("facts", pa.list_(pa.string()))])


def nothing(_claims: Sequence[Claim]) -> Iterable[Comparison]:
    """Claims are never judged."""
    return ()


def touch(connection: DuckDBPyConnection, which: str) -> None:
    """Remember in the temporary table `touched` what statistics are about, `which` being a condition on them in SQL."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (topic VARCHAR)")
    connection.execute(f"INSERT INTO touched SELECT DISTINCT {_TOPIC} FROM statistics WHERE {_JUDGED} AND {which}")


def replace_comparisons(connection: DuckDBPyConnection, judge: Judge, version: str, load_id: int) -> None:
    """Bring the findings across articles up to date with what was touched."""
    if connection.execute("FROM touched LIMIT 1").fetchone():
        places = ", ".join(literal(place) for (place,) in connection.execute(_PLACES).fetchall())
        connection.execute(_CLAIMS.format(places=places))
        connection.execute(_OUTDATED, {"rules": _RULES})
        found = [each for claims in _claims(connection) for each in _compared(claims, judge)]
        if found:
            connection.execute(_INVOLVED, {"articles": sorted({article for _, articles in found for article in articles})})
            rows = pa.Table.from_pylist([_row(comparison) for comparison, _ in found], schema=_COMPARED)
            connection.register("compared", rows)
            connection.execute(_INSERT, {"version": version, "load_id": load_id})
            connection.unregister("compared")
        connection.execute("DROP TABLE claims")
    connection.execute("DROP TABLE touched")


def _claims(connection: DuckDBPyConnection) -> Iterator[list[Claim]]:
    """The claims of one topic after the other, read in portions."""
    found = connection.execute(_SEVERAL)
    rows = iter(lambda: found.fetchmany(10_000), [])
    for _, group in groupby((row for portion in rows for row in portion), key=lambda row: row[0]):
        yield [Claim(*row[1:]) for row in group]


def _compared(claims: Sequence[Claim], judge: Judge) -> list[tuple[Comparison, tuple[str, ...]]]:
    """The comparisons among the claims of one topic with the articles of each, so that the claims themselves need not be kept."""
    article = {claim.fact_id: claim.article_id for claim in claims}
    return [(comparison, tuple(article[fact] for fact in comparison.claims)) for comparison in judge(claims)]


def _row(comparison: Comparison) -> dict[str, object]:
    name = digest("findings", comparison.rule, *comparison.claims)
    told = {"rule": comparison.rule, "result": comparison.result, "expected": comparison.expected, "stated": comparison.stated}
    return {"fact_id": name, "facts": list(comparison.claims), **told}
