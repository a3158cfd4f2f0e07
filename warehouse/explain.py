"""Why a row is there: a fact with its sentence, its characters in the file, the load that wrote it, and the findings about it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from warehouse.ddl import quoted
from warehouse.errors import LakeError
from warehouse.tables import FACTS, Table

Row = Mapping[str, object]

_SENTENCE_END = re.compile("[。!?!?;;\n]")
_ARTICLE = "SELECT title, source, site, published, jurisdiction_name, characters, raw FROM articles WHERE article_id = ?"
_FILES = """
    SELECT path, member, member_offset, encoding FROM documents
    JOIN articles USING (article_id, content_sha256) WHERE article_id = ? ORDER BY path, member_offset
"""
_LOAD = "SELECT load_id, command, started, ended, software FROM loads WHERE load_id = ?"
_FINDINGS = "SELECT fact_id, result, rule, expected, stated, facts FROM findings WHERE list_contains(facts, ?) ORDER BY fact_id"
_RELATED = ("facts", "derived_from")


class FactError(LakeError):
    """No fact, or more than one, has the id."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the lake knows of a fact.

    `sentence` is raw text with the fact's characters from `start` to before `end`; `line` and `column` count from 1 in the decoded file.
    `related` are the facts that it names, `findings` the checks that compare it.
    """

    table: str
    fact: Row
    article: Row
    files: tuple[Row, ...]
    load: Row
    sentence: str
    start: int
    end: int
    line: int
    column: int
    related: tuple[Row, ...]
    findings: tuple[Row, ...]


def explain(connection: DuckDBPyConnection, name: str) -> Evidence:
    """The evidence of the fact with this id, or whose id alone begins so; FactError where there is none, or more than one."""
    table, fact = _fact(connection, name)
    article = _rows(connection, _ARTICLE, fact["article_id"])[0]
    raw, start, end = str(article["raw"]), int(str(fact["start"])), int(str(fact["end"]))
    first, last = _sentence(raw, start, end)
    named = [str(other) for column in _RELATED for other in _texts(fact.get(column))]
    return Evidence(
        table=table.name,
        fact=fact,
        article={key: value for key, value in article.items() if key != "raw"},
        files=_rows(connection, _FILES, fact["article_id"]),
        load=_rows(connection, _LOAD, fact["load_id"])[0],
        sentence=raw[first:last],
        start=start - first,
        end=end - first,
        line=raw.count("\n", 0, start) + 1,
        column=start - raw.rfind("\n", 0, start),
        related=tuple(row for other in named for _, row in _find(connection, other)),
        findings=_rows(connection, _FINDINGS, fact["fact_id"]),
    )


def _fact(connection: DuckDBPyConnection, name: str) -> tuple[Table, Row]:
    found = _find(connection, name) if re.fullmatch("[0-9a-f]+", name) else []
    if not found:
        raise FactError(f"no fact has the id {name!r}", "`shizheng sql 'SELECT fact_id, metric, value_zh FROM claims'` lists some.")
    if len(found) > 1:
        raise FactError(f"{len(found)} facts have ids that begin with {name!r}", "Give more of the id.")
    return found[0]


def _find(connection: DuckDBPyConnection, name: str) -> list[tuple[Table, Row]]:
    """The facts whose ids begin so, each with its table."""
    queries = ((table, f"SELECT * FROM {quoted(table.name)} WHERE fact_id BETWEEN ? AND ? || 'g'") for table in FACTS)
    return [(table, row) for table, query in queries for row in _rows(connection, query, name, name)]


def _rows(connection: DuckDBPyConnection, query: str, *parameters: object) -> tuple[Row, ...]:
    result = connection.execute(query, parameters)
    columns = [column[0] for column in result.description or ()]
    return tuple(dict(zip(columns, row, strict=True)) for row in result.fetchall())


def _sentence(raw: str, start: int, end: int) -> tuple[int, int]:
    """The raw sentence, or sentences, that hold a span."""
    before = [match.end() for match in _SENTENCE_END.finditer(raw, 0, start)]
    after = _SENTENCE_END.search(raw, max(start, end - 1))
    first = before[-1] if before else 0
    last = after.end() if after else len(raw)
    return first, last - (raw[last - 1 : last] == "\n")


def _texts(value: object) -> list[object]:
    return value if isinstance(value, list) else []
