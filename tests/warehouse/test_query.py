from __future__ import annotations

import pytest

from tests.warehouse.given import TEXT, document, full, load
from warehouse.errors import LakeError
from warehouse.lake import writing
from warehouse.query import QueryError, ask, asking


@pytest.fixture
def filled(lake, tmp_path):
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document(), full()))
    return lake


def test_an_answer_has_columns_and_rows(filled) -> None:
    with asking(filled) as connection:
        answer = ask(connection, 'SELECT quote, "end" - start AS length FROM statistics ORDER BY start')
        assert answer.columns == ("quote", "length")
        assert list(answer.rows) == [("120", 3), ("20%", 3), ("24起", 3)]


@pytest.mark.parametrize("query", ["DESCRIBE statistics", "SHOW TABLES", "EXPLAIN SELECT 1", "WITH a AS (SELECT 1) FROM a", "VALUES (1)"])
def test_all_that_asks_is_answered(filled, query) -> None:
    with asking(filled) as connection:
        assert list(ask(connection, query).rows)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM articles",
        "SELECT 1; DROP TABLE articles",
        "COPY articles TO '{data}/stolen.csv'",
        "ATTACH '{data}/other.db'",
        "SET lock_configuration = false",
        "INSTALL httpfs",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('/*')",
        "FROM '{folder}/catalog.sqlite'",
        "SELECT nothing FROM articles",
        "SELEC 1",
        "",
    ],
)
def test_nothing_else_is(filled, query) -> None:
    with asking(filled) as connection, pytest.raises(QueryError) as error:
        list(ask(connection, query.format(data=filled.data, folder=filled.folder)).rows)
    assert error.value.advice
    with asking(filled) as connection:
        assert list(ask(connection, "SELECT raw FROM articles").rows) == [(TEXT,)]


def test_a_question_to_no_lake_is_no_query_error(lake) -> None:
    with pytest.raises(LakeError) as error, asking(lake):
        pass
    assert not isinstance(error.value, QueryError)
