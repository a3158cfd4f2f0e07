"""Exports are read back by the tools that they are for."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from hashlib import sha256

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from frictionless import Package, system

from tests.warehouse.given import document, full, load
from warehouse import export as exports
from warehouse.columns import Type
from warehouse.export import ExportError, export
from warehouse.export.package import _TYPES
from warehouse.export.things import things
from warehouse.lake import reading, transaction, writing
from warehouse.tables import TABLES
from warehouse.views import VIEWS

EVIL = ["=1+1", "+49 30", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "　=1", " =cmd|' /C calc'!A0"]
HARMLESS = ["破获3起", "a=b", "'quoted'", '引号",逗号\n换行', "3-4", ""]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A lake with all kinds of facts, and a title for each text that is dangerous in a spreadsheet or hard in CSV."""
    from warehouse.lake import Lake

    folder = tmp_path_factory.mktemp("filled")
    with writing(Lake(folder / "lake")) as connection:
        load(connection, folder / "s", (document(), full()))
        with transaction(connection):
            rows = [(f"{n}", title) for n, title in enumerate([*EVIL, *HARMLESS])]
            connection.executemany("INSERT INTO articles (article_id, title) VALUES (?, ?)", rows)
    return Lake(folder / "lake")


def written(lake, form, folder, names=()):
    with reading(lake) as connection:
        export(connection, form, folder, names)
    return json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))


def rows_of(lake, query):
    with reading(lake) as connection:
        return connection.execute(query).fetchall()


@pytest.mark.parametrize("form", ["csv", "parquet", "excel", "duckdb"])
def test_a_package_is_valid_and_knows_its_files(filled, tmp_path, form) -> None:
    package = written(filled, form, tmp_path / "out", ["articles", "statistics", "claims"])
    assert not Package.validate_descriptor(package).errors
    assert {path.name for path in (tmp_path / "out").iterdir()} == {resource["path"] for resource in package["resources"]} | {
        "datapackage.json"
    }
    for resource in package["resources"]:
        data = (tmp_path / "out" / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")


@pytest.mark.parametrize("form", ["csv", "excel"])
def test_the_rows_are_as_the_package_says(filled, tmp_path, form) -> None:
    written(filled, form, tmp_path / "out", ["articles", "statistics", "findings", "loads", "rejects", "claims", "series"])
    with system.use_context(trusted=True):
        report = Package(tmp_path / "out" / "datapackage.json").validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:20]
    assert len(report.tasks) == 7 and not report.warnings


def test_a_row_that_does_not_fit_is_seen_by_that_test(filled, tmp_path) -> None:
    written(filled, "csv", tmp_path / "out", ["statistics"])
    path = tmp_path / "out" / "statistics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("120,exact", "viele,exact").replace(",120,,", ",viele,,"), encoding="utf-8")
    assert not Package(tmp_path / "out" / "datapackage.json").validate().valid


def test_all_tables_and_views_are_exported_with_all_their_rows(filled, tmp_path) -> None:
    written(filled, "parquet", tmp_path / "out")
    for name in things():
        rows = rows_of(filled, f"SELECT count(*) FROM {name}")[0][0]
        assert pq.read_metadata(tmp_path / "out" / f"{name}.parquet").num_rows == rows
    assert set(things()) == {*TABLES, *VIEWS}


def test_parquet_keeps_the_types(filled, tmp_path) -> None:
    written(filled, "parquet", tmp_path / "out", ["statistics"])
    with duckdb.connect() as connection:
        found = connection.execute(f"FROM '{tmp_path}/out/statistics.parquet' ORDER BY fact_id").fetchall()
    assert found == rows_of(filled, "FROM statistics ORDER BY fact_id")


def cells(folder, name):
    data = (folder / f"{name}.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))


def test_no_text_of_a_csv_begins_like_a_formula_and_all_else_is_as_it_was(filled, tmp_path) -> None:
    written(filled, "csv", tmp_path / "out", ["articles"])
    titles = {row["article_id"]: row["title"] for row in cells(tmp_path / "out", "articles")}
    assert [titles[f"{n}"] for n in range(len(EVIL))] == [f"'{text}" for text in EVIL]
    assert [titles[f"{n}"] for n in range(len(EVIL), len(EVIL) + len(HARMLESS))] == HARMLESS


def test_csv_writes_numbers_lists_and_times_so_that_programs_read_them(filled, tmp_path) -> None:
    written(filled, "csv", tmp_path / "out", ["statistics", "loads", "articles"])
    statistics = cells(tmp_path / "out", "statistics")
    assert sorted(row["value"] for row in statistics) == ["120", "20", "24"]
    assert len(json.loads(next(row["derived_from"] for row in statistics if row["derived_from"]))) == 2
    assert cells(tmp_path / "out", "loads")[0]["started"] == "2026-05-01T08:00:00Z"
    assert json.loads(cells(tmp_path / "out", "articles")[0]["boilerplate"] or "[]") in ([], [{"start": 58, "end": 59, "reason": "spam"}])


def test_excel_takes_no_text_for_a_formula_and_numbers_for_numbers(filled, tmp_path) -> None:
    written(filled, "excel", tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "shizheng.xlsx")
    assert book.sheetnames == list(things())
    articles = book["articles"]
    head = [cell.value for cell in articles[1]]
    titles = [row[head.index("title")] for row in articles.iter_rows(min_row=2)]
    assert {cell.value for cell in titles} >= {text for text in EVIL if "\r" not in text}
    assert {cell.data_type for cell in titles} <= {"s", "n"} and "raw" not in head  # n: empty
    statistics = book["statistics"]
    value = [cell.value for cell in statistics[1]].index("value")
    assert sorted(row[value].value for row in statistics.iter_rows(min_row=2)) == [20, 24, 120]


def test_excel_goes_on_in_another_sheet_and_shortens_what_no_cell_holds(filled, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("warehouse.export.excel._ROWS", 2)
    monkeypatch.setattr("warehouse.export.excel._CHARACTERS", 5)
    package = written(filled, "excel", tmp_path / "out", ["statistics"])
    book = openpyxl.load_workbook(tmp_path / "out" / "shizheng.xlsx")
    assert [(sheet.title, sheet.max_row) for sheet in book] == [("statistics", 3), ("statistics 2", 2)]
    assert [resource["name"] for resource in package["resources"]] == ["statistics", "statistics-2"]
    assert "654325" not in {cell.value for cell in book["statistics"][2]} and "6543…" in {cell.value for cell in book["statistics"][2]}


def test_the_database_opens_without_extensions_under_any_name(filled, tmp_path) -> None:
    written(filled, "duckdb", tmp_path / "out")
    path = (tmp_path / "out" / "shizheng.duckdb").rename(tmp_path / "moved.duckdb")
    config = {"autoload_known_extensions": "false", "autoinstall_known_extensions": "false"}
    with duckdb.connect(str(path), read_only=True, config=config) as connection:
        for name in things():
            (count,) = rows_of(filled, f"SELECT count(*) FROM {name}")
            assert connection.execute(f"SELECT count(*) FROM {name}").fetchone() == count, name
        assert connection.execute("SELECT value FROM statistics ORDER BY 1").fetchall() == [(Decimal(20),), (Decimal(24),), (Decimal(120),)]
        comments = dict(connection.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        assert all(TABLES[name].zh in comment for name, comment in comments.items())


def test_only_what_is_named_is_exported(filled, tmp_path) -> None:
    package = written(filled, "csv", tmp_path / "out", ["claims"])
    assert [resource["name"] for resource in package["resources"]] == ["claims"]
    assert package["snapshot"] == rows_of(filled, "SELECT max(snapshot_id) FROM lake.snapshots()")[0][0]


def test_what_is_there_is_not_overwritten_and_what_fails_leaves_nothing(filled, tmp_path, monkeypatch) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("!")
    for folder, names in ((tmp_path / "mine", []), (tmp_path / "mine" / "thesis.txt", []), (tmp_path / "new", ["nothing"])):
        with pytest.raises(ExportError) as error:
            written(filled, "csv", folder, names)
        assert error.value.advice

    def fails(*_):
        raise OSError("no space left on device")

    monkeypatch.setattr(exports, "package", fails)
    with pytest.raises(OSError, match="space"):
        written(filled, "duckdb", tmp_path / "new")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_excel_says_what_is_missing_where_its_library_is_not_there(filled, tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(exports.LakeError, match="XlsxWriter") as error:
        written(filled, "excel", tmp_path / "out")
    assert "pip install" in error.value.advice


def test_each_type_of_column_has_one_in_a_package() -> None:
    assert set(Type) == set(_TYPES)
