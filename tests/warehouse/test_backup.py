from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.warehouse.given import TEXT, bare, document, full, load
from tests.warehouse.test_loading import contents
from tests.warehouse.test_verification import broken, file_of
from warehouse import backup as module
from warehouse.backup import back_up, restore
from warehouse.errors import LakeError
from warehouse.lake import Lake, reading, writing


def rows(lake: Lake) -> dict[str, list]:
    with reading(lake) as connection:
        return contents(connection)


def fill(lake: Lake, folder: Path, name: str) -> None:
    with writing(lake) as connection:
        load(connection, folder / lake.folder.name, (document(f"{name}.txt", f"{name}。{TEXT}"), bare(f"{name}。{TEXT}")))


@pytest.fixture
def copy(tmp_path) -> Lake:
    return Lake(tmp_path / "backups" / "copy")


@pytest.fixture
def filled(lake, tmp_path) -> Lake:
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document(), full()))
    return lake


def test_a_backup_is_a_lake_with_the_same_rows_and_files(filled, copy) -> None:
    made = back_up(filled, copy)
    assert rows(copy) == rows(filled) and not broken(copy)
    assert made.files == made.new_files == len(list(filled.data.rglob("*.parquet")))
    assert made.bytes == sum(file.stat().st_size for file in filled.data.rglob("*.parquet"))


def test_a_second_backup_copies_what_is_new(filled, copy, tmp_path) -> None:
    first = back_up(filled, copy)
    fill(filled, tmp_path, "乙")
    second = back_up(filled, copy)
    assert 0 < second.new_files < second.files and second.files == first.files + second.new_files
    assert rows(copy) == rows(filled) and not broken(copy)
    assert back_up(filled, copy).new_files == 0


def test_what_the_lake_has_let_go_leaves_the_backup(filled, copy, tmp_path) -> None:
    back_up(filled, copy)
    stray = copy.data / "main" / "articles" / "stray.parquet"
    stray.write_bytes(b"")
    back_up(filled, copy)
    assert not stray.exists() and not broken(copy)


def test_a_restored_lake_is_what_was_backed_up_and_goes_on(filled, copy, tmp_path) -> None:
    before = rows(filled)
    back_up(filled, copy)
    restored = Lake(tmp_path / "restored")
    restore(copy, restored)
    assert rows(restored) == before and not broken(restored)
    for lake in (filled, restored):
        fill(lake, tmp_path, "乙")
    assert rows(restored) == rows(filled)


def test_nothing_is_restored_over_a_lake(filled, copy) -> None:
    back_up(filled, copy)
    with pytest.raises(LakeError, match="already"):
        restore(copy, filled)
    filled.catalog.unlink()
    with pytest.raises(LakeError, match="already"):
        restore(copy, filled)


def test_a_backup_that_was_written_to_or_is_of_another_lake_is_not_overwritten(filled, copy, tmp_path) -> None:
    back_up(filled, copy)
    fill(copy, tmp_path, "乙")
    with pytest.raises(LakeError, match="another lake, or one that was written to"):
        back_up(filled, copy)
    fill(filled, tmp_path, "丙")  # as many snapshots as the copy, and not the same
    with pytest.raises(LakeError, match="another lake, or one that was written to"):
        back_up(filled, copy)
    fill(other := Lake(tmp_path / "other"), tmp_path, "丁")
    with pytest.raises(LakeError, match="another lake"):
        back_up(filled, other)
    assert rows(copy) != rows(filled)


def test_a_damaged_file_is_not_backed_up(filled, copy) -> None:
    file = file_of(filled, "articles")
    data = bytearray(file.read_bytes())
    data[50] ^= 1
    file.write_bytes(data)
    with pytest.raises(LakeError, match="damaged"):
        back_up(filled, copy)
    file.unlink()
    with pytest.raises(LakeError, match="missing"):
        back_up(filled, copy)
    assert not copy.exists


def test_a_damaged_backup_is_not_restored(filled, copy, tmp_path) -> None:
    back_up(filled, copy)
    file = file_of(copy, "articles")
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(LakeError, match="damaged"):
        restore(copy, restored := Lake(tmp_path / "restored"))
    assert not restored.exists


def test_a_backup_that_fails_leaves_the_earlier_one(filled, copy, tmp_path, monkeypatch) -> None:
    back_up(filled, copy)
    before = rows(copy)
    fill(filled, tmp_path, "乙")
    copied = module._copy_file
    calls = iter(range(100))

    def full_disk(*arguments) -> str:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")
        return copied(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(module, "_copy_file", full_disk)
        with pytest.raises(OSError, match="No space"):
            back_up(filled, copy)
    assert rows(copy) == before and not broken(copy)
    back_up(filled, copy)
    assert rows(copy) == rows(filled) and not broken(copy)


def test_a_backup_during_a_load_is_the_state_before_it(filled, copy, tmp_path) -> None:
    before = rows(filled)
    with writing(filled) as connection:
        connection.execute("BEGIN; UPDATE articles SET title = '未提交'")
        back_up(filled, copy)
        connection.execute("COMMIT")
    assert rows(copy) == before and not broken(copy)


def test_a_catalog_beside_which_a_killed_writer_left_a_journal_is_replaced_whole(filled, copy, tmp_path) -> None:
    back_up(filled, copy)
    copy.catalog.with_name("catalog.sqlite-journal").write_bytes(b"x" * 100)
    fill(filled, tmp_path, "乙")
    back_up(filled, copy)
    assert rows(copy) == rows(filled)
    with sqlite3.connect(copy.catalog) as catalog:
        assert catalog.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_there_must_be_something_to_back_up(lake, copy) -> None:
    with pytest.raises(LakeError, match="no lake"):
        back_up(lake, copy)
