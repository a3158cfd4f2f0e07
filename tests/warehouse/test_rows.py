from __future__ import annotations

from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from tests.warehouse.given import TEXT, bare, document, full, rows
from transforms.aligned import Span
from transforms.records import NumberMention, Origin, Reject
from warehouse.arrow import staged_schema
from warehouse.identity import content_sha256, document_id, fact_ids
from warehouse.rows import rows_of
from warehouse.staging import arrow_table, stage, staged_files
from warehouse.tables import FACTS


def records(table: str, found) -> list[dict]:
    return arrow_table(table, found[table]).to_pylist()


def test_every_table_of_facts_gets_its_row_with_the_raw_characters_at_its_span() -> None:
    found = rows_of(document(), full(), "7")
    for table in FACTS:
        for row in records(table.name, found):
            assert row["quote"] == TEXT[row["start"] : row["end"]]
            assert row["extractor_version"] == "7"
            assert row["article_id"] == records("articles", found)[0]["article_id"]


def test_a_statistic_keeps_each_field_in_its_column() -> None:
    row = records("statistics", rows_of(document(), full(), "1"))[0]
    assert (row["value"], row["unit"], row["classifier"], row["kind"], row["bound"]) == (Decimal("120"), "count", "起", "level", "exact")
    assert (row["metric"], row["indicator"], row["offence"]) == ("破获案件", "cases_solved", "criminal_all")
    assert (row["period"], str(row["period_first"]), row["period_last"]) == ("2026/..", "2026-01-01", None)
    assert (row["place"], row["place_name"], row["subject"]) == ("654325", "青河县", "青河县公安局")
    assert (row["sentence_start"], row["sentence_end"], row["rule"]) == (0, 35, "verb-object")


def test_facts_name_the_facts_that_they_come_from() -> None:
    found = rows_of(document(), full(), "1")
    by_quote = {row["quote"]: row for row in records("statistics", found)}
    assert by_quote["20%"]["derived_from"] == [by_quote["120"]["fact_id"], by_quote["24起"]["fact_id"]]
    assert by_quote["120"]["derived_from"] is None
    assert records("findings", found)[0]["facts"] == [by_quote["120"]["fact_id"], by_quote["20%"]["fact_id"]]
    three = next(row for row in records("numbers", found) if row["quote"] == "3")
    assert records("incidents", found)[0]["facts"] == [three["fact_id"]]


def test_the_other_records_keep_their_fields() -> None:
    found = rows_of(document(), full(), "1")
    incident, programme, person = (records(table, found)[0] for table in ("incidents", "programmes", "persons"))
    assert (incident["when"], incident["category"], incident["response_minutes"]) == ("2026-05", "rescue", Decimal("7.5"))
    assert (programme["kind"], programme["parts"], programme["owner"]) == ("campaign", ["甲", "乙"], "青河县公安局")
    assert (person["name"], person["role"], person["organisation"], person["kind"]) == ("林向东", "局长", "青河县公安局", "official")
    assert records("organisations", found)[0]["aliases"] == ["青河县公安局"]
    assert records("quotations", found)[0]["speaker"] == "林向东"
    assert records("findings", found)[0]["result"] == "holds"


def test_every_number_has_its_fate_and_the_rule_that_decided_it() -> None:
    fates = {row["quote"]: (row["fate"], row["rule"]) for row in records("numbers", rows_of(document(), full(), "1"))}
    assert fates["120"] == ("statistic", "verb-object")
    assert fates["百日行动"] == ("name", "name-of-campaign")
    assert fates["3"] == ("statistic", None)


def test_an_article_keeps_its_raw_text_and_what_was_left_out_of_it() -> None:
    row = records("articles", rows_of(document(), full(), "1"))[0]
    assert (row["raw"], row["text"], row["characters"], row["tokens"]) == (TEXT, TEXT, len(TEXT), ["青河县", "公安局"])
    assert row["boilerplate"] == [{"start": 58, "end": 59, "reason": "spam"}]
    assert (str(row["published_first"]), str(row["published_last"])) == ("2026-03-01", "2026-03-31")
    assert (row["statistics_count"], row["numbers_count"], row["reference_year"]) == (3, 4, 2026)


@pytest.mark.parametrize(
    ("value", "held"),
    [
        ("120", "120"),
        ("0.1234567891", "0.123456789"),
        ("9" * 29, "9" * 29),
        ("9" * 30, None),
        ("1e40", None),
        ("NaN", None),
        ("Infinity", None),
    ],
)
def test_a_number_is_held_to_nine_places_or_is_null_with_its_quote(value, held) -> None:
    text = bare("数字")
    mention = NumberMention(0, 2, "数字", Decimal(value), None, None, "exact", "identifier")
    found = rows_of(
        document(raw="数字"), type(text)(**{**{f: getattr(text, f) for f in text.__dataclass_fields__}, "numbers": (mention,)}), "1"
    )
    row = records("numbers", found)[0]
    assert row["value"] == (held and Decimal(held))
    assert row["quote"] == "数字"


def test_ids_do_not_depend_on_the_run_and_tell_facts_at_one_span_apart() -> None:
    span = Span(3, 9)
    ids = fact_ids("article", "persons", [span, span, Span(3, 10)])
    assert len(set(ids)) == 3
    assert ids == fact_ids("article", "persons", [span, span, Span(3, 10)])
    assert fact_ids("article", "programmes", [span]) != ids[:1]
    assert document_id(Origin("a", "1")) != document_id(Origin("a", "2"))
    assert document_id(Origin("a", "1", "m", 0)) != document_id(Origin("a", "1", "m", 1))


def test_half_a_surrogate_pair_is_refused_and_not_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        content_sha256(document(raw="坏\ud800", data="x"))


def test_empty_columns_keep_their_types(tmp_path) -> None:
    stage(tmp_path / "one", rows((document(), bare(TEXT)), Reject(Origin("b", ""), "reading", "empty", "empty", "fill it")))
    for path in staged_files([tmp_path / "one"], "articles") + staged_files([tmp_path / "one"], "rejects"):
        table = path.rsplit("/", 1)[1].removesuffix(".parquet")
        assert pq.read_schema(path).equals(staged_schema(table))
    assert staged_files([tmp_path / "one"], "statistics") == []


def test_a_staged_folder_appears_whole(tmp_path) -> None:
    with pytest.raises(ValueError, match="zip"):
        stage(tmp_path / "one", {"documents": [("too", "short")]})
    assert not (tmp_path / "one").exists()
    stage(tmp_path / "one", rows((document(), bare(TEXT))))
    assert (tmp_path / "one").exists()


def test_two_processes_may_stage_the_same(tmp_path) -> None:
    for _ in range(2):
        stage(tmp_path / "one", rows((document(), bare(TEXT))))
    assert [path.name for path in tmp_path.iterdir()] == ["one"]
