from __future__ import annotations

from collections import Counter

import pytest

from tests.warehouse.given import TEXT, document, full, load
from warehouse.explain import FactError, explain
from warehouse.lake import reading, writing

BEFORE = "第一行。\n"


@pytest.fixture
def filled(lake, tmp_path):
    raw = BEFORE + TEXT
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document("2026/a.txt", raw), full(raw)))
    with reading(lake) as connection:
        yield connection


def ids(connection, table):
    return [name for (name,) in connection.execute(f'SELECT fact_id FROM {table} ORDER BY "start"').fetchall()]


def test_a_fact_is_explained_by_its_sentence_and_its_characters_in_the_file(filled) -> None:
    found = explain(filled, ids(filled, "statistics")[1])
    assert found.table == "statistics"
    assert found.sentence == "青河县公安局今年破获案件120起,同比上升20%,比去年多24起。"
    assert found.sentence[found.start : found.end] == found.fact["quote"] == "20%"
    assert (BEFORE + TEXT)[int(str(found.fact["start"])) : int(str(found.fact["end"]))] == "20%"
    assert [file["path"] for file in found.files] == ["2026/a.txt"]
    assert (found.line, found.column) == (2, TEXT.index("20%") + 1)
    assert found.article["title"] == "破案上升"
    assert "raw" not in found.article
    assert found.load["command"] == "run"


def test_what_implies_it_and_what_checks_it_stand_beside_it(filled) -> None:
    base, change, difference = ids(filled, "statistics")
    found = explain(filled, change)
    assert [row["fact_id"] for row in found.related] == [base, difference]
    assert [(row["rule"], row["result"]) for row in found.findings] == [("change-of-level", "holds")]
    assert [row["fact_id"] for row in explain(filled, ids(filled, "findings")[0]).related] == [base, change]
    assert explain(filled, difference).findings == ()


@pytest.mark.parametrize("table", ["numbers", "incidents", "programmes", "organisations", "persons", "quotations", "findings"])
def test_every_kind_of_fact_can_be_explained(filled, table) -> None:
    for name in ids(filled, table):
        found = explain(filled, name)
        assert found.table == table
        assert found.sentence[found.start : found.end] == found.fact["quote"]


def test_the_first_characters_of_an_id_do_where_they_fit_one_fact(filled) -> None:
    name = ids(filled, "statistics")[0]
    assert explain(filled, name[:12]).fact["fact_id"] == name
    filled_by = Counter(other[0] for table in ("statistics", "numbers", "persons", "findings") for other in ids(filled, table))
    with pytest.raises(FactError, match="ids that begin"):
        explain(filled, filled_by.most_common(1)[0][0])


@pytest.mark.parametrize("name", ["0123456789abcdef01234567", "x", "", "%", "' OR 1=1 --"])
def test_what_is_no_fact_is_said_so(filled, name) -> None:
    with pytest.raises(FactError, match="no fact") as error:
        explain(filled, name)
    assert error.value.advice
