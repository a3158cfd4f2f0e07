from __future__ import annotations

import duckdb
import pytest

from tests.warehouse.given import TEXT, document, full, load
from warehouse.errors import LakeError
from warehouse.extensions import _wheel
from warehouse.lake import writing
from warehouse.query import Limits, QueryError, ask, asking


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


def test_parameters_are_bound_and_never_become_sql(filled) -> None:
    with asking(filled) as connection:
        query = "SELECT quote FROM statistics WHERE quote = $quote"
        assert list(ask(connection, query, {"quote": "120"}).rows) == [("120",)]
        assert list(ask(connection, query, {"quote": "' OR true --"}).rows) == []


ENDLESS = "SELECT count(*) FROM range(1000000000000) AS a(x) WHERE hash(x) = 1"


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(filled) -> None:
    with asking(filled) as connection:
        with pytest.raises(QueryError, match="takes too long") as error:
            ask(connection, ENDLESS, seconds=0.3)
        assert "--timeout" in error.value.advice
        assert list(ask(connection, "SELECT 1", seconds=30).rows) == [(1,)]


def test_an_answer_that_comes_for_too_long_is_stopped(filled) -> None:
    with asking(filled) as connection, pytest.raises(QueryError, match="takes too long"):
        for _ in ask(connection, "SELECT x, hash(x) FROM range(1000000000) AS a(x)", seconds=1).rows:
            pass


def test_a_query_that_needs_too_much_memory_is_refused(filled) -> None:
    with asking(filled, Limits(megabytes=60)) as connection:
        with pytest.raises(QueryError, match="too much memory") as error:
            list(ask(connection, "SELECT list(x) FROM range(50000000) AS a(x)").rows)
        assert "--memory" in error.value.advice
        assert list(ask(connection, "SELECT count(*) FROM articles").rows) == [(1,)]


def test_a_folder_can_be_read_that_was_asked_for_and_no_other(filled, tmp_path) -> None:
    for name in ("open", "closed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.csv").write_text("x\n1\n")
    with asking(filled, Limits(folders=(tmp_path / "open",))) as connection:
        assert list(ask(connection, f"FROM '{tmp_path}/open/a.csv'").rows) == [(1,)]
        with pytest.raises(QueryError, match="Permission"):
            ask(connection, f"FROM '{tmp_path}/closed/a.csv'")
        with pytest.raises(QueryError):
            ask(connection, "FROM 'http://127.0.0.1:9/a.csv'")


def test_an_extension_that_nobody_signed_is_not_loaded(tmp_path) -> None:
    forged = tmp_path / "ducklake.duckdb_extension"
    data = bytearray(_wheel("ducklake").read_bytes())
    data[5000] ^= 1
    forged.write_bytes(data)
    with duckdb.connect() as fresh, pytest.raises(duckdb.Error, match="signature"):
        fresh.execute(f"LOAD '{forged}'")
