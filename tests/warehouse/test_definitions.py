from __future__ import annotations

import re
from pathlib import Path

import pytest

from warehouse.columns import COLUMNS
from warehouse.dictionary import dictionary
from warehouse.tables import TABLES
from warehouse.views import VIEWS, view_columns


def test_each_column_is_in_a_table_or_view_and_each_name_of_these_is_a_column() -> None:
    named = {name for table in TABLES.values() for name in table.names}
    viewed = {column.name for columns in view_columns().values() for column in columns}
    assert named | viewed == set(COLUMNS)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_key_and_order_are_columns_of_the_table_and_no_column_stands_twice(table) -> None:
    assert {*table.key, *table.order} <= set(table.names)
    assert len(set(table.names)) == len(table.names)


def test_all_is_described_in_both_languages() -> None:
    for thing in (*COLUMNS.values(), *TABLES.values(), *VIEWS.values()):
        assert thing.en.strip() and not re.search(r"[\u4e00-\u9fff]{6}", thing.en), thing.name
        assert re.search(r"[\u4e00-\u9fff]", thing.zh), thing.name


def test_the_dictionary_in_the_documentation_is_the_generated_one() -> None:
    written = Path(__file__).parents[2].joinpath("docs/data-dictionary.md").read_text(encoding="utf-8")
    assert written == dictionary(), "run `make dictionary`"


def test_the_tables_of_the_contract_are_there() -> None:
    facts = {"statistics", "numbers", "incidents", "programmes", "organisations", "persons", "quotations", "findings"}
    assert set(TABLES) == facts | {"articles", "documents", "places", "reprints", "rejects", "loads", "terms"}
    for name in facts:
        assert {"fact_id", "article_id", "start", "end", "quote", "rule", "extractor_version", "load_id"} <= set(TABLES[name].names)
