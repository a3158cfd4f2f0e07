"""Views over rows of our own: an empty database of the lake's tables, to which each test adds what it needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from duckdb import DuckDBPyConnection

from flows.reference import reference
from transforms.lexicon import words
from warehouse.ddl import missing, quoted
from warehouse.edtf import days
from warehouse.lake import reading, transaction, writing
from warehouse.query import asking
from warehouse.views import VIEWS, View, create, view_columns

COUNTY, CITY, OTHER = "150429", "140100", "321323"  # 宁城县 of 赤峰市, 太原市, 泗阳县


@pytest.fixture
def tables() -> Iterator[DuckDBPyConnection]:
    """Tables of reference filled, all others empty, and the views."""
    with duckdb.connect() as connection:
        connection.execute(";".join(missing({})))
        for table, rows in reference().items():
            columns = [name for (name,) in connection.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
            wanted = [row for row in rows if table != "places" or row["adcode"] in {COUNTY, CITY, OTHER}]
            cells = [[row[name] or None for name in columns] for row in wanted]
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", cells)
        connection.execute(";".join(map(create, VIEWS.values())))
        yield connection


def add(connection: DuckDBPyConnection, table: str, **cells: object) -> None:
    """Add a row; what is not given is NULL."""
    connection.execute(f"INSERT INTO {table} BY NAME SELECT {', '.join(f'${name} AS {quoted(name)}' for name in cells)}", cells)


def article(
    connection: DuckDBPyConnection, name: str, published: str | None, source: str = "甲报", jurisdiction: str | None = None
) -> None:
    cells = {"title": f"题{name}", "published": published, "published_first": days(published)[0], "source": source}
    add(connection, "articles", article_id=name, jurisdiction=jurisdiction, raw="前言。破获案件3起。", load_id=1, **cells)


def statistic(connection: DuckDBPyConnection, fact: str, of: str = "a", **cells: object) -> None:
    period = cells.get("period")
    first, last = days(period if isinstance(period, str) else None)
    usual = {"value": 3, "bound": "exact", "unit": "count", "kind": "level", "indicator": "cases_solved", "metric": "破获案件", "start": 7}
    usual |= {"sentence_start": 3, "sentence_end": 10, "place": COUNTY, "place_name": "该县", "period_first": first, "period_last": last}
    add(connection, "statistics", fact_id=fact, article_id=of, **{**usual, **cells})


def rows(connection: DuckDBPyConnection, query: str) -> list[tuple[object, ...]]:
    return connection.execute(query).fetchall()


# What is claimed


def test_a_claim_is_spelt_out(tables) -> None:
    article(tables, "a", "2024-02-01")
    statistic(tables, "f", offence="theft", classifier="起", period="2023")
    found = rows(
        tables, "SELECT title, source, place_name, province, city, county, year, indicator_zh, offence_en, iccs, sentence FROM claims"
    )
    assert found == [("题a", "甲报", "宁城县", "内蒙古自治区", "赤峰市", "宁城县", 2023, "破案", "theft", "0502", "破获案件3起。")]


@pytest.mark.parametrize(
    ("cells", "zh", "en"),
    [
        ({"value": 120, "classifier": "起"}, "120起", "120"),
        ({"value": Decimal("61.20"), "unit": "percent"}, "61.2%", "61.2%"),
        ({"value": 2000, "classifier": "人", "bound": "over"}, "超2000人", "over 2,000"),
        ({"value": 50_300_000, "unit": "CNY", "bound": "about"}, "约5030万元", "about 50,300,000 CNY"),
        ({"value": 1_250_000_000, "unit": "CNY"}, "12.5亿元", "1,250,000,000 CNY"),
        ({"value": 1, "value_high": 3, "unit": "min"}, "1至3分钟", "1–3 min"),
        (
            {"value": 12.5, "unit": "percent", "kind": "change", "direction": "down", "comparison": "yoy"},
            "同比下降12.5%",
            "down 12.5% year on year",
        ),
        ({"value": 5, "classifier": "人", "kind": "change", "direction": "up", "comparison": "vs:2019"}, "较2019上升5人", "up 5 on 2019"),
        ({"value": 0, "kind": "change", "direction": "flat", "comparison": "pop"}, "环比持平", "unchanged on the period before"),
        ({"value": 2, "unit": "rank", "kind": "rank"}, "第2名", "rank 2"),
        ({"value": 7, "unit": "丈"}, "7丈", "7 丈"),
        ({"value": Decimal("1234567.891"), "unit": "m2"}, "1234567.891平方米", "1,234,567.891 m²"),
        ({"value": None, "classifier": "起"}, "起", ""),
    ],
)
def test_a_value_is_written_as_people_write_it(tables, cells, zh, en) -> None:
    article(tables, "a", None)
    statistic(tables, "f", **cells)
    assert rows(tables, "SELECT value_zh, value_en FROM claims") == [(zh, en)]


def test_a_place_without_a_code_keeps_the_name_that_the_article_gives_it(tables) -> None:
    article(tables, "a", None)
    statistic(tables, "f", place=None, place_name="某地")
    assert rows(tables, "SELECT place_name, county FROM claims") == [("某地", None)]


def test_a_series_has_a_row_a_period_with_what_all_sources_claim(tables) -> None:
    for name, source in (("a", "甲报"), ("b", "乙报")):
        article(tables, name, "2024-02-01", source)
        statistic(tables, f"{name}1", name, value=10 if name == "a" else 12, period="2023")
        statistic(tables, f"{name}2", name, value=20, period="2022-01/2022-06")
    statistic(tables, "open", period="2021/..")
    statistic(tables, "long", period="2021/2023")
    statistic(tables, "nowhere", period="2022", place=None)
    query = "SELECT place_name, year, period, lowest, highest, claims_count, sources_count, facts FROM series ORDER BY year"
    assert rows(tables, query) == [
        ("宁城县", 2022, "2022-01/2022-06", 20, 20, 2, 2, ["a2", "b2"]),
        ("宁城县", 2023, "2023", 10, 12, 2, 2, ["a1", "b1"]),
    ]


def test_contradictions_are_the_checks_that_do_not_hold_with_what_they_compare(tables) -> None:
    article(tables, "a", "2024-02-01", "甲报")
    article(tables, "b", "2024-03-01", "乙报")
    statistic(tables, "f1", "a", value=10, classifier="起")
    statistic(tables, "f2", "b", value=12, classifier="起")
    for name, result in (("x", "fails"), ("y", "holds"), ("z", "impossible")):
        add(
            tables,
            "findings",
            fact_id=name,
            article_id="b",
            rule="same_claim",
            result=result,
            expected="10",
            stated="12",
            facts=["f1", "f2"],
        )
    add(tables, "findings", fact_id="lost", article_id="b", rule="same_claim", result="fails", facts=["gone"])
    query = "SELECT fact_id, result, place_name, claims, sources FROM contradictions ORDER BY fact_id"
    both = ("宁城县", ["破获案件 10起", "破获案件 12起"], ["乙报", "甲报"])
    assert [row for row in rows(tables, query) if row[0] != "lost"] == [("x", "fails", *both), ("z", "impossible", *both)]
    assert [row[:2] for row in rows(tables, query) if row[0] == "lost"] == [("lost", "fails")]


# Who does what


def test_adoption_tells_places_by_the_first_date_seen(tables) -> None:
    article(tables, "early", "2021-05-01", "甲报", COUNTY)
    article(tables, "late", "2023-05-01", "乙报", COUNTY)
    article(tables, "other", "2022-05-01", "丙报", OTHER)
    article(tables, "undated", None, "丁报", CITY)
    for name in ("early", "late", "other", "undated"):
        add(tables, "programmes", fact_id=name, article_id=name, name=f"{name}灯计划", canonical="灯计划", kind="mechanism", owner="某局")
    query = "SELECT place_name, first_seen, last_seen, first_source, articles_count, names FROM adoption ORDER BY first_seen"
    assert rows(tables, query) == [
        ("宁城县", date(2021, 5, 1), date(2023, 5, 1), "甲报", 2, ["early灯计划", "late灯计划"]),
        ("泗阳县", date(2022, 5, 1), date(2022, 5, 1), "丙报", 1, ["other灯计划"]),
        ("太原市", None, None, None, 1, ["undated灯计划"]),
    ]
    spread = rows(tables, "SELECT places_count, provinces_count, articles_count, first_seen, first_place_name FROM spread")
    assert spread == [(3, 3, 4, date(2021, 5, 1), "宁城县")]


def test_a_programme_is_where_its_owner_is(tables) -> None:
    article(tables, "a", "2021-05-01", jurisdiction=CITY)
    add(tables, "organisations", fact_id="o", article_id="a", name="泗阳县公安局", place=OTHER)
    add(tables, "programmes", fact_id="p", article_id="a", name="灯计划", canonical="灯计划", owner="泗阳县公安局")
    assert rows(tables, "SELECT place, county, owners FROM adoption") == [(OTHER, "泗阳县", ["泗阳县公安局"])]


def test_an_organisation_has_its_counts_across_articles(tables) -> None:
    for name, published in (("a", "2021-05-01"), ("b", "2022-05-01")):
        article(tables, name, published)
        aliases = ["县局", "该局"] if name == "a" else ["县局"]
        add(tables, "organisations", fact_id=f"o{name}", article_id=name, name="某局", kind="bureau", place=COUNTY, aliases=aliases)
        add(tables, "persons", fact_id=f"n{name}", article_id=name, name="林向东", organisation="某局")
        statistic(tables, f"s{name}", name, subject="某局")
    add(tables, "programmes", fact_id="p", article_id="a", name="灯计划", canonical="灯计划", owner="某局")
    query = "SELECT name, county, aliases, articles_count, first_seen, claims_count, programmes_count, persons_count FROM activity"
    assert rows(tables, query) == [("某局", "宁城县", ["县局", "该局"], 2, date(2021, 5, 1), 2, 1, 1)]


def test_incidents_have_their_response_times(tables) -> None:
    article(tables, "a", "2021-05-01")
    for name, minutes in (("x", 3), ("y", 8), ("z", 4), ("untimed", None)):
        place = {"place": COUNTY, "place_name": "老哈河镇"}
        add(tables, "incidents", fact_id=name, article_id="a", category="rescue", response_minutes=minutes, **place)
    add(tables, "incidents", fact_id="t", article_id="a", category="theft", place=COUNTY)
    assert rows(tables, "SELECT county, scene, category_zh, category_en FROM responses WHERE fact_id = 'x'") == [
        ("宁城县", "老哈河镇", "救援", "rescue")
    ]
    assert rows(tables, "SELECT category_zh FROM responses WHERE fact_id = 't'") == [("盗窃",)]
    query = "SELECT place_name, incidents_count, timed_count, fastest, middle, slowest FROM response_times WHERE category = 'rescue'"
    assert rows(tables, query) == [("宁城县", 4, 3, 3, 4, 8)]


def test_the_profile_of_a_place_counts_all_that_is_told_of_it(tables) -> None:
    article(tables, "a", "2021-05-01", jurisdiction=COUNTY)
    statistic(tables, "s1", period="2019")
    statistic(tables, "s2", period="2020", indicator="incidents")
    statistic(tables, "s3", period="2020", indicator="incidents")
    add(tables, "organisations", fact_id="o", article_id="a", name="某局", place=COUNTY)
    add(tables, "programmes", fact_id="p", article_id="a", name="灯计划", canonical="灯计划", owner="某局")
    add(tables, "incidents", fact_id="i", article_id="a", category="rescue", place=COUNTY)
    add(tables, "findings", fact_id="x", article_id="a", result="fails", facts=["s2", "s3"])
    query = """
        SELECT name, articles_count, claims_count, first_year, last_year, indicators,
            programmes_count, organisations_count, incidents_count, contradictions_count
        FROM place_profiles
    """
    assert rows(tables, query) == [("宁城县", 1, 3, 2019, 2020, ["incidents", "cases_solved"], 1, 1, 1, 1)]


# How numbers were accounted for


def test_numbers_are_accounted_for_by_source_and_load(tables) -> None:
    article(tables, "a", "2021-05-01", "甲报")
    article(tables, "b", "2021-05-01", "乙报")
    fates = [
        ("a", "statistic", "counted"),
        ("a", "date", "day"),
        ("a", "unstated", None),
        ("a", "date", "day"),
        ("b", "statistic", "counted"),
    ]
    for n, (of, fate, rule) in enumerate(fates):
        add(tables, "numbers", fact_id=str(n), article_id=of, fate=fate, rule=rule, quote=f"{n}日", load_id=1)
    query = "SELECT source, numbers_count, statistics_count, explained_count, unstated_count, accounted FROM accounting ORDER BY source"
    assert rows(tables, query) == [("乙报", 1, 1, 0, 0, 1.0), ("甲报", 4, 1, 2, 1, 0.75)]
    dates = "SELECT fate_en, fate_zh, rule, numbers_count, example FROM fates WHERE source = '甲报' AND fate = 'date'"
    assert rows(tables, dates) == [("a date", "日期", "day", 2, "1日")]


def test_the_freshness_of_a_source_is_that_of_its_newest_article(tables) -> None:
    article(tables, "a", "2021-05-01")
    article(tables, "b", "2022-05")
    query = "SELECT articles_count, first_published, last_published, days_since = current_date - DATE '2022-05-01' FROM freshness"
    assert rows(tables, query) == [(2, date(2021, 5, 1), date(2022, 5, 1), True)]


# The views as such


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.name)
def test_the_key_of_a_view_tells_its_rows_apart(samples, view) -> None:
    key = ", ".join(map(quoted, view.key))
    with reading(samples) as connection:
        assert rows(connection, f"SELECT {key}, count(*) FROM {view.name} GROUP BY ALL HAVING count(*) > 1") == []
    assert set(view.key) <= {column.name for column in view_columns()[view.name]}


def test_the_lake_has_all_views_and_says_what_their_rows_are(samples) -> None:
    with asking(samples) as connection:
        found = dict(rows(connection, "SELECT view_name, comment FROM duckdb_views() WHERE database_name = 'lake'"))
    assert set(found) == set(VIEWS)
    assert all(found[view.name].startswith(f"{view.en} / {view.zh}") for view in VIEWS.values())


@pytest.mark.parametrize("change", [{"sql": "SELECT 1 AS one"}, {"en": "another word"}])
def test_a_view_of_an_older_definition_is_replaced_and_then_left_alone(lake, monkeypatch, change) -> None:
    series = VIEWS["series"]
    fields = {name: getattr(series, name) for name in View.__slots__}
    with monkeypatch.context() as patch:
        patch.setattr("warehouse.views.VIEWS", {**VIEWS, "series": View(**{**fields, **change})})
        with writing(lake):
            pass
    counts = []
    for _ in range(2):
        with writing(lake) as connection:
            counts += rows(connection, "SELECT count(*) FROM lake.snapshots()")
            assert rows(connection, "SELECT comment FROM duckdb_views() WHERE view_name = 'series'") == [(series.comment,)]
            assert rows(connection, "SELECT lowest FROM series") == []
    assert counts == [(3,), (3,)]


def test_a_filter_on_a_view_reaches_the_data_files(lake) -> None:
    with writing(lake) as connection, transaction(connection):
        connection.execute("INSERT INTO statistics (fact_id, article_id, place) SELECT n, 'a', n FROM range(1000) AS r(n)")
    with reading(lake) as connection:
        for view in ("claims", "series"):
            plan = rows(connection, f"EXPLAIN SELECT * FROM {view} WHERE place = '7' AND indicator = 'x'")[0][1]
            scan = str(plan).split("Table: statistics")[1].split("┌")[0]
            assert "place='7'" in scan and "indicator='x'" in scan


@pytest.mark.parametrize(
    ("vocabulary", "seed", "column"),
    [("unit", "units", "unit"), ("indicator", "indicators", "indicator"), ("offence", "offences", "offence"), ("bound", "bounds", "bound")],
)
def test_each_word_that_the_rules_use_has_a_name(vocabulary, seed, column) -> None:
    named = {row["term"] for row in reference()["terms"] if row["vocabulary"] == vocabulary}
    assert set(words(seed, column)) <= named


def test_terms_are_named_once_and_in_both_languages() -> None:
    terms = [(row["vocabulary"], row["term"]) for row in reference()["terms"]]
    assert len(set(terms)) == len(terms)
    unnamed = {(row["vocabulary"], row["term"]) for row in reference()["terms"] if not (row["label_en"] and row["label_zh"])}
    assert unnamed == {("unit", "count"), ("bound", "exact"), ("comparison", "unstated")}  # what one does not say
