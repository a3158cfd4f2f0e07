"""Findings across articles: judged again for the places, indicators and offences that a load touches, and for no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import get_args

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.records import AcrossRule, Claim, Comparison
from warehouse.identity import digest

Judge = Callable[[Sequence[Claim]], Iterable[Comparison]]

_RULES = list(get_args(AcrossRule))
_TOPIC = "concat_ws('/', place, indicator, offence)"
_TOUCHED = f"SELECT DISTINCT {_TOPIC} AS topic FROM statistics WHERE place IS NOT NULL AND period_last IS NOT NULL AND article_id IN "
_OUTDATED = f"""
DELETE FROM findings WHERE rule IN (SELECT unnest($rules)) AND facts[1] IN (
    SELECT fact_id FROM statistics WHERE place IS NOT NULL AND {_TOPIC} IN (FROM touched))
"""

# The claims of each topic that several articles have, the first published first.
_CLAIMS = f"""
SELECT {_TOPIC} AS topic, fact_id, article_id, indicator, metric, period, date_diff('day', period_first, period_last) + 1 AS days,
    quote, value, value_high, bound, unit, classifier, kind, direction, comparison
FROM statistics JOIN (SELECT article_id, published_last FROM articles) USING (article_id)
WHERE place IS NOT NULL AND period_first IS NOT NULL AND period_last IS NOT NULL AND value IS NOT NULL AND {_TOPIC} IN (FROM touched)
QUALIFY min(article_id) OVER (PARTITION BY {_TOPIC}) <> max(article_id) OVER (PARTITION BY {_TOPIC})
ORDER BY topic, published_last NULLS LAST, article_id, start
"""
_INSERT = """
INSERT INTO findings BY NAME
SELECT c.fact_id, s.article_id, s.start, s."end", s.quote, c.rule, c.result, c.facts, c.expected, c.stated,
    $version AS extractor_version, $load_id AS load_id
FROM compared AS c JOIN statistics AS s ON s.fact_id = c.facts[1]
ORDER BY s.article_id, s.start, s."end", c.fact_id
"""


def nothing(_claims: Sequence[Claim]) -> Iterable[Comparison]:
    """Claims are never judged."""
    return ()


def touch(connection: DuckDBPyConnection, articles: str) -> None:
    """Remember in the temporary table `touched` what the statistics of articles are about, `articles` being a temporary table of them."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (topic VARCHAR)")
    connection.execute(f"INSERT INTO touched {_TOUCHED} (SELECT article_id FROM {articles})")


def replace_comparisons(connection: DuckDBPyConnection, judge: Judge, version: str, load_id: int) -> None:
    """Bring the findings across articles up to date with what was touched."""
    if connection.execute("FROM touched LIMIT 1").fetchone():
        connection.execute(_OUTDATED, {"rules": _RULES})
        rows = [_row(comparison) for claims in _claims(connection) for comparison in judge(claims)]
        names = ("fact_id", "rule", "result", "facts", "expected", "stated")
        types = (*[pa.string()] * 3, pa.list_(pa.string()), *[pa.string()] * 2)
        columns = zip(*rows, strict=True) if rows else [()] * len(names)
        cells = [pa.array(list(column), kind) for column, kind in zip(columns, types, strict=True)]
        connection.register("compared", pa.Table.from_arrays(cells, names=names))
        connection.execute(_INSERT, {"version": version, "load_id": load_id})
        connection.unregister("compared")
    connection.execute("DROP TABLE touched")


def _claims(connection: DuckDBPyConnection) -> Iterator[list[Claim]]:
    """The claims of one topic after the other, read in portions."""
    found = connection.execute(_CLAIMS)
    rows = iter(lambda: found.fetchmany(10_000), [])
    for _, group in groupby((row for portion in rows for row in portion), key=lambda row: row[0]):
        yield [Claim(*row[1:]) for row in group]


def _row(comparison: Comparison) -> tuple[object, ...]:
    name = digest("findings", comparison.rule, *comparison.claims)
    return (name, comparison.rule, comparison.result, list(comparison.claims), comparison.expected, comparison.stated)
