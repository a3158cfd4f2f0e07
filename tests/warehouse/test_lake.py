from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.given import TEXT, bare, document, load
from warehouse import tables
from warehouse.errors import LakeError
from warehouse.lake import Lake, reading, reading_still, transaction, writing
from warehouse.status import status
from warehouse.tables import TABLES


def columns(lake: Lake) -> list[tuple[str, str, str, str]]:
    query = """
        SELECT table_name, column_name, data_type, c.comment FROM duckdb_columns() AS c
        SEMI JOIN duckdb_tables() USING (database_name, table_name) WHERE database_name = 'lake'
    """
    with reading(lake) as connection:
        return connection.execute(query).fetchall()


def test_a_new_lake_has_all_tables_with_types_and_comments(lake) -> None:
    with writing(lake):
        pass
    found = {(table, column): (type_, comment) for table, column, type_, comment in columns(lake)}
    assert set(found) == {(table.name, column.name) for table in TABLES.values() for column in table.columns}
    for table in TABLES.values():
        for column in table.columns:
            type_, comment = found[table.name, column.name]
            assert type_ == column.type
            assert column.en in comment and column.zh in comment


def test_opening_again_changes_nothing(lake) -> None:
    for _ in range(2):
        with writing(lake) as connection:
            snapshots = connection.execute("SELECT count(*) FROM lake.snapshots()").fetchone()
    assert snapshots == (2,)  # the empty lake, and its tables


def test_columns_that_an_older_lake_lacks_are_added(lake, monkeypatch) -> None:
    older = {
        name: replace(table, names=tuple(n for n in table.names if n != "subject")) for name, table in TABLES.items() if name != "reprints"
    }
    with monkeypatch.context() as patch:
        patch.setattr("warehouse.ddl.TABLES", older)
        patch.setattr("warehouse.versions.outdated", lambda _: ())
        with writing(lake) as connection:
            connection.execute("INSERT INTO statistics (fact_id) VALUES ('old')")
    with writing(lake) as connection:
        assert connection.execute("SELECT fact_id, subject FROM statistics").fetchall() == [("old", None)]
        assert connection.execute("SELECT count(*) FROM reprints").fetchone() == (0,)
    assert any(row[:2] == ("statistics", "subject") and "主体" in row[3] for row in columns(lake))
    assert tables.TABLES is TABLES


def test_a_reader_cannot_write(lake) -> None:
    with writing(lake):
        pass
    with reading(lake) as connection, pytest.raises(duckdb.Error, match="read-only"):
        connection.execute("DELETE FROM articles")


def test_a_lake_that_is_not_there_is_said_so(lake) -> None:
    with pytest.raises(LakeError, match="no lake") as error, reading(lake):
        pass
    assert "shizheng run" in error.value.advice


def test_something_that_is_no_lake_is_said_so(lake) -> None:
    lake.folder.mkdir()
    lake.catalog.write_text("这不是目录")
    with pytest.raises(LakeError, match="cannot be opened"), reading(lake):
        pass


def test_a_transaction_that_fails_leaves_nothing(lake) -> None:
    with writing(lake) as connection:
        with pytest.raises(RuntimeError), transaction(connection):
            connection.execute("INSERT INTO loads (load_id) VALUES (1)")
            raise RuntimeError
        assert connection.execute("SELECT count(*) FROM loads").fetchone() == (0,)


def test_a_reader_sees_one_snapshot_while_a_load_runs(lake, tmp_path) -> None:
    with writing(lake) as writer:
        load(writer, tmp_path / "staging", (document(), bare(TEXT)))
        with reading(lake) as reader:
            reader.execute("BEGIN")
            before = reader.execute("SELECT count(*) FROM articles").fetchone()
            load(writer, tmp_path / "staging", (document("b.txt", "另一篇。"), bare("另一篇。")))
            assert reader.execute("SELECT count(*) FROM articles").fetchone() == before == (1,)
            reader.execute("COMMIT")
            assert reader.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_a_still_reader_has_all_its_queries_on_one_snapshot(lake, tmp_path) -> None:
    query = "SELECT (SELECT count(*) FROM articles), (SELECT id FROM lake.current_snapshot()), (SELECT count(*) FROM freshness)"
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document(), bare(TEXT)))
    with reading_still(lake) as still:
        before = still.execute(query).fetchone()
        with writing(lake) as connection:
            load(connection, tmp_path / "s", (document("b.txt", "又一篇。"), bare("又一篇。")))
        cursor = still.cursor()
        cursor.execute("USE lake")
        assert still.execute(query).fetchone() == cursor.execute(query).fetchone() == before
    with reading_still(lake) as still:
        assert still.execute(query).fetchone() != before


def test_an_earlier_state_can_be_asked(lake, tmp_path) -> None:
    with writing(lake) as connection:
        load(connection, tmp_path / "staging", (document(), bare(TEXT)))
        earlier = status(connection).snapshot
        load(connection, tmp_path / "staging", (document("b.txt", "另一篇。"), bare("另一篇。")))
        query = f"SELECT (SELECT count(*) FROM articles AT (VERSION => {earlier})), (SELECT count(*) FROM articles)"
        assert connection.execute(query).fetchone() == (1, 2)


def test_a_lake_can_be_moved_and_be_named_from_anywhere(lake, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with writing(Lake(Path("lake"))) as connection:
        load(connection, tmp_path / "staging", (document(), bare(TEXT)))
    moved = lake.folder.rename(tmp_path / "moved")
    monkeypatch.chdir("/")
    with writing(Lake(moved)) as connection:
        load(connection, tmp_path / "staging", (document("b.txt", "另一篇。"), bare("另一篇。")))
    with reading(Lake(moved)) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    assert not lake.folder.exists()


def killed_in_a_transaction(catalog: str, journal: str) -> None:
    """A process that writes so much to the catalog that pages of an open transaction reach the disk, and dies."""
    script = f"""
import os, signal, sqlite3
connection = sqlite3.connect({catalog!r}, isolation_level=None)
connection.execute("PRAGMA journal_mode = {journal}")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE junk (x)")
for _ in range(500):
    connection.execute("INSERT INTO junk VALUES (randomblob(5000))")
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_killed_writer_does_not_lock_readers_out(lake, tmp_path, journal) -> None:
    with writing(lake) as connection:
        load(connection, tmp_path / "staging", (document(), bare(TEXT)))
    killed_in_a_transaction(str(lake.catalog), journal)
    assert any((lake.folder / f"catalog.sqlite-{ending}").exists() for ending in ("journal", "wal"))
    with reading(lake) as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (1,)
    with sqlite3.connect(lake.catalog) as catalog:
        assert catalog.execute("SELECT count(*) FROM sqlite_master WHERE name = 'junk'").fetchone() == (0,)


def test_extensions_come_with_the_install(lake, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))  # no extension is installed there, and none may be downloaded
    script = "from pathlib import Path; from warehouse.lake import *\nwith writing(Lake(Path('lake'))): print('open')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "http_proxy": "http://127.0.0.1:9"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "open\n", done.stderr
    assert not (tmp_path / "nobody").exists()
