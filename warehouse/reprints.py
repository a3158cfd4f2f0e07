"""Which articles repeat earlier ones: kept up to date with each load, at a cost that follows what is new.

Of two articles that are alike the one published first is the original; where that does not tell, the longer one is. An article has at most
one original, the earliest that it repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple

import pyarrow as pa
from duckdb import DuckDBPyConnection

from transforms.records import Repeat
from warehouse.arrow import schema
from warehouse.ddl import quoted
from warehouse.tables import TABLES

Compare = Callable[[str, str], Repeat | None]

_EARLIER = "published_last NULLS LAST, characters DESC, article_id"
_CANDIDATES = 8  # of the articles with one band, so many of the earliest may be the original
_ALIKE = 0.14  # of the letters of their sketches are the same where texts share a third of all runs, but for one pair in 100,000
_STEP = 8  # times as many candidates are looked at each time
_CHUNK = 10_000  # pairs whose texts are held at a time
_FEW = 2000  # articles that are looked for one by one

# What lost its original with this load, and what came with it.
_FRESH = """
CREATE OR REPLACE TEMP TABLE fresh AS
SELECT article_id FROM entering
UNION SELECT article_id FROM reprints WHERE original_id IN (FROM leaving) AND article_id NOT IN (FROM leaving)
"""

# The articles of each band that several have and one of them fresh, the earliest first. No texts are read.
_MEMBERS = f"""
CREATE OR REPLACE TEMP TABLE members AS
WITH touched AS (SELECT unnest(signature) AS band FROM articles SEMI JOIN fresh USING (article_id)),
bands AS (SELECT article_id, published_last, characters, unnest(signature) AS band FROM articles)
SELECT band, article_id, row_number() OVER (PARTITION BY band ORDER BY {_EARLIER}) AS place
FROM bands SEMI JOIN touched USING (band)
QUALIFY count(*) OVER (PARTITION BY band) > 1
"""

# Each article with those that it may repeat, the earliest first; one that has an original only with earlier ones that are new. Articles
# from before there were sketches may repeat each other for all that one knows.
_PAIRS = f"""
CREATE OR REPLACE TEMP TABLE pairs AS
WITH times AS (
    SELECT article_id, sketch, row_number() OVER (ORDER BY {_EARLIER}) AS time FROM articles SEMI JOIN members USING (article_id)
),
pairs AS (
    SELECT DISTINCT later.article_id, earlier.article_id AS original_id
    FROM members AS later JOIN members AS earlier USING (band)
    WHERE earlier.place < later.place AND earlier.place <= {_CANDIDATES}
      AND (later.article_id IN (FROM fresh) OR earlier.article_id IN (FROM fresh))
)
SELECT pairs.article_id, pairs.original_id, row_number() OVER (PARTITION BY pairs.article_id ORDER BY original.time)::INTEGER AS turn
FROM pairs
JOIN times AS copy ON copy.article_id = pairs.article_id
JOIN times AS original ON original.article_id = pairs.original_id
LEFT JOIN reprints ON reprints.article_id = pairs.article_id
LEFT JOIN times AS known ON known.article_id = reprints.original_id
WHERE (known.time IS NULL OR original.time < known.time)
  AND coalesce(hamming(original.sketch, copy.sketch) <= (1 - {_ALIKE}) * length(copy.sketch), true)
"""
_TURNS = """
SELECT article_id, original_id FROM pairs
WHERE turn >= $turn AND turn < $turn * $step AND article_id NOT IN (SELECT unnest($found)) ORDER BY article_id, turn
"""
# For few a condition on rows as they are read: the texts of the others are then passed over; for many a join, which reads them all once.
_TEXTS_OF_FEW = "SELECT article_id, text FROM articles WHERE list_contains($articles::VARCHAR[], article_id)"
_TEXTS_OF_MANY = "SELECT article_id, text FROM articles SEMI JOIN (SELECT unnest($articles::VARCHAR[]) AS article_id) USING (article_id)"


def unlike(_original: str, _copy: str) -> Repeat | None:
    """Texts are never compared: no article repeats another."""
    return None


def replace_reprints(connection: DuckDBPyConnection, compare: Compare, version: str, load_id: int) -> int:
    """Bring the table up to date with a load, which has left the temporary tables `entering` and `leaving`; how many rows are new."""
    connection.execute(_FRESH)
    connection.execute("DELETE FROM reprints WHERE article_id IN (FROM leaving) OR original_id IN (FROM leaving)")
    if not connection.execute("FROM fresh LIMIT 1").fetchone():
        return 0
    connection.execute(_MEMBERS)
    connection.execute(_PAIRS)
    found = dict(_found(connection, compare))
    if found:
        _insert(connection, [(article, original, *astuple(repeat), version, load_id) for article, (original, repeat) in found.items()])
    return len(found)


def _found(connection: DuckDBPyConnection, compare: Compare) -> Iterator[tuple[str, tuple[str, Repeat]]]:
    """Each article with the first of its candidates that it repeats: all are held against one, those left against seven more, then 56 ...

    Each of these steps looks for texts in the whole lake.
    """
    found: set[str] = set()
    turn = 1
    while pairs := connection.execute(_TURNS, {"turn": turn, "step": _STEP, "found": sorted(found)}).fetchall():
        for at in range(0, len(pairs), _CHUNK):
            chunk = pairs[at : at + _CHUNK]
            texts = _texts(connection, {name for pair in chunk for name in pair})
            for article, original in chunk:
                repeat = None if article in found else compare(texts[original], texts[article])
                if repeat is not None:
                    found.add(article)
                    yield article, (original, repeat)
        turn *= _STEP


def _texts(connection: DuckDBPyConnection, articles: set[str]) -> dict[str, str]:
    query = _TEXTS_OF_FEW if len(articles) <= _FEW else _TEXTS_OF_MANY
    return dict(connection.execute(query, {"articles": sorted(articles)}).fetchall())


def _insert(connection: DuckDBPyConnection, rows: Sequence[tuple[object, ...]]) -> None:
    """Write rows, in place of those of the same articles."""
    table = TABLES["reprints"]
    columns = [pa.array(list(cells), field.type) for cells, field in zip(zip(*rows, strict=True), schema(table.names), strict=True)]
    connection.register("found_reprints", pa.Table.from_arrays(columns, schema=schema(table.names)))
    connection.execute("DELETE FROM reprints WHERE article_id IN (SELECT article_id FROM found_reprints)")
    order = ", ".join(map(quoted, table.order))
    connection.execute(f"INSERT INTO reprints BY NAME FROM found_reprints ORDER BY {order}")
    connection.unregister("found_reprints")
