"""A lake that an earlier release wrote is read and brought up to date; one that a later release wrote is refused."""

from __future__ import annotations

from pathlib import Path

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest

from flows.pages.publishing import publish
from tests.flows.test_cli import shizheng
from tests.warehouse.given import TEXT, bare, document, full, load
from tests.warehouse.releases import FOLDER, unpacked
from tests.warehouse.test_loading import contents
from tests.warehouse.test_verification import broken
from warehouse import versions
from warehouse.errors import LakeError
from warehouse.export import export
from warehouse.lake import Lake, inspecting, reading, writing
from warehouse.status import status
from warehouse.tables import TABLES
from warehouse.versions import Migration, current_version, unknown_columns

RELEASES = sorted(FOLDER.glob("*.tar.gz"))


@pytest.fixture
def filled(lake, tmp_path) -> Lake:
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document(), full()))
    return lake


def loads(lake: Lake) -> list[tuple]:
    with inspecting(lake) as connection:
        return connection.execute("SELECT command, outcome, schema_version FROM loads ORDER BY load_id").fetchall()


def test_there_is_a_lake_of_the_first_release() -> None:
    assert RELEASES and RELEASES[0].name == "0.1.0.tar.gz"


@pytest.mark.parametrize("archive", RELEASES, ids=lambda archive: archive.name)
def test_a_lake_of_each_release_is_read_verified_and_loaded_into(archive, tmp_path) -> None:
    lake = unpacked(archive, tmp_path)
    with reading(lake) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    text = "新的一篇。"
    with writing(lake) as connection:
        loaded = load(connection, tmp_path / "s", (document("new.txt", text), bare(text)))
        held = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}
        assert all(set(table.names) == columns_of(connection, table.name) for table in TABLES.values())
    assert (loaded.articles_added, held["articles"], held["statistics"], held["rejects"]) == (1, 3, 3, 1)
    assert not broken(lake)


def columns_of(connection, table: str) -> set[str]:
    return {row[0] for row in connection.execute(f"DESCRIBE {table}").fetchall()}


def test_each_load_names_the_version_of_the_tables(filled) -> None:
    assert loads(filled) == [("run", "done", current_version())]


RENAMED = Migration("the unit of response times is seconds", ("UPDATE incidents SET response_minutes = response_minutes * 60",))
CLEARED = Migration("subjects are read anew", ("UPDATE statistics SET subject = NULL", "UPDATE quotations SET speaker = 'x'"))


def test_migrations_are_carried_out_once_each_in_order_and_leave_their_rows(filled, monkeypatch) -> None:
    before = current_version()
    monkeypatch.setattr(versions, "MIGRATIONS", (*versions.MIGRATIONS, RENAMED, CLEARED))
    for _ in range(2):
        with writing(filled) as connection:
            assert connection.execute("SELECT DISTINCT response_minutes FROM incidents").fetchall() == [(450,)]
            assert connection.execute("SELECT DISTINCT subject FROM statistics").fetchall() == [(None,)]
            assert connection.execute("SELECT DISTINCT speaker FROM quotations").fetchall() == [("x",)]
    assert loads(filled)[1:] == [("migrate", "done", before + 1), ("migrate", "done", before + 2)]
    monkeypatch.setattr(versions, "MIGRATIONS", (*versions.MIGRATIONS, RENAMED))
    with writing(filled) as connection:
        assert connection.execute("SELECT DISTINCT response_minutes FROM incidents").fetchall() == [(27000,)]


def test_a_new_lake_needs_no_migration(lake, monkeypatch) -> None:
    monkeypatch.setattr(versions, "MIGRATIONS", (RENAMED, CLEARED))
    with writing(lake):
        pass
    assert loads(lake) == []


def test_a_migration_that_fails_leaves_the_lake_as_it_was(filled, monkeypatch) -> None:
    with reading(filled) as connection:
        before = contents(connection)
    with monkeypatch.context() as patch:
        patch.setattr(versions, "MIGRATIONS", (RENAMED, Migration("wrong", ("UPDATE incidents SET nothing = 1",))))
        with pytest.raises(Exception, match="nothing"), writing(filled):
            pass
    with reading(filled) as connection:
        assert contents(connection) == before
    assert len(loads(filled)) == 1


def test_an_earlier_program_refuses_what_a_later_one_wrote(filled, monkeypatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(versions, "MIGRATIONS", (RENAMED,))
        with writing(filled):
            pass
    for opened in (reading, writing):
        with pytest.raises(LakeError, match=r"newer version \(shizheng 0.*tables of version 2, .* knows 1\)") as error, opened(filled):
            pass
        assert "Install" in error.value.advice


def test_an_earlier_program_does_not_write_where_it_would_leave_columns_empty(filled) -> None:
    with writing(filled) as connection:
        connection.execute("ALTER TABLE statistics ADD COLUMN confidence DOUBLE")
    with pytest.raises(LakeError, match=r"newer version: it has statistics\.confidence"), writing(filled):
        pass
    with reading(filled) as connection:
        assert connection.execute("SELECT count(*) FROM articles WHERE raw = $raw", {"raw": TEXT}).fetchone() == (1,)


@pytest.fixture
def newer(filled) -> Lake:
    """A lake to each of whose tables a later program has added a column."""
    with writing(filled) as connection:
        for name in TABLES:
            connection.execute(f"ALTER TABLE {name} ADD COLUMN confidence DOUBLE DEFAULT 0.5")
    return filled


@pytest.mark.parametrize("form", ["parquet", "csv", "excel", "duckdb"])
def test_an_earlier_program_exports_what_it_can_define(newer, form, tmp_path) -> None:
    with reading(newer) as connection:
        (resource, *_) = export(connection, form, tmp_path / "export", ["statistics"])
    assert exported_columns(tmp_path / "export" / resource.path.name) == [column.name for column in TABLES["statistics"].columns]


def exported_columns(file: Path) -> list[str]:
    match file.suffix:
        case ".parquet":
            return pq.read_schema(file).names
        case ".csv":
            return file.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
        case ".xlsx":
            return [cell.value for cell in next(openpyxl.load_workbook(file)["statistics"].iter_rows())]
        case _:
            with duckdb.connect(str(file)) as connection:
                assert connection.execute("SELECT count(*) FROM statistics").fetchone() == (3,)
                return [name for name, *_ in connection.execute("DESCRIBE statistics").fetchall()]


def test_an_earlier_program_reads_past_columns_and_names_them(newer, tmp_path) -> None:
    with reading(newer) as connection:
        assert unknown_columns(connection) == sorted(f"{name}.confidence" for name in TABLES)
        assert status(connection).rows["statistics"] == 3
    publish(newer, tmp_path / "site", "zh")
    assert not broken(newer)
    for command in (("status",), ("export", str(tmp_path / "csv"), "--format", "csv")):
        done = shizheng(*command, "--lake", str(newer.folder), cwd=tmp_path)
        assert done.returncode == 0 and "statistics.confidence" in " ".join(done.stdout.split())


def test_a_lake_whose_making_was_killed_is_made_anew(lake) -> None:
    lake.data.mkdir(parents=True)
    lake.catalog.with_suffix(".unfinished").write_bytes(b"SQLite format 3\0" + b"x" * 100)
    with pytest.raises(LakeError, match="no lake"), reading(lake):
        pass
    with writing(lake) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    assert sorted(path.name for path in lake.folder.iterdir()) == ["catalog.sqlite", "data"]
