"""Each kind of damage is found, and named."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.warehouse.given import TEXT, bare, document, full, load
from warehouse.files import hashes_file
from warehouse.lake import Lake, inspecting, writing
from warehouse.maintenance import maintain
from warehouse.verification import verify


def broken(lake: Lake) -> dict[str, tuple[int, tuple[str, ...]]]:
    """What does not hold: how often, and examples."""
    with inspecting(lake) as connection:
        return {check.promise: (check.broken, check.examples) for check in verify(connection, lake.data) if not check.holds}


@pytest.fixture
def filled(lake, tmp_path) -> Lake:
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document(), full()))
        load(connection, tmp_path / "s", (document("b.txt", "另一篇。"), bare("另一篇。")))
    return lake


def file_of(lake: Lake, table: str) -> Path:
    return min((lake.data / "main" / table).glob("*.parquet"))


def test_a_whole_lake_is_whole_and_all_of_it_was_looked_at(filled) -> None:
    assert not broken(filled)
    with inspecting(filled) as connection:
        looked_at = {check.promise: check.looked_at for check in verify(connection, filled.data)}
    files = len(list(filled.data.rglob("*.parquet")))
    assert [looked_at[f"each {promise}"] for promise in ("data file is there", "has its SHA-256", "has its rows")] == [files] * 3
    assert all(looked_at.values())


def test_it_is_whole_after_changes_deletes_and_maintenance(filled, tmp_path) -> None:
    changed = TEXT.replace("120", "130")
    with writing(filled) as connection:
        load(
            connection, tmp_path / "s", (document("c.txt", "第三篇。"), bare("第三篇。")), (document("d.txt", "第四篇。"), bare("第四篇。"))
        )
        load(connection, tmp_path / "s", (document(raw=changed), bare(changed)), (document("c.txt", "改了。"), bare("改了。")))
        assert list(filled.data.rglob("*delete*"))
    assert not broken(filled)
    with writing(filled) as connection:
        list(maintain(connection, datetime.now(UTC) + timedelta(days=4), timedelta(days=1)))
    assert not broken(filled)


def test_a_missing_file_is_named(filled) -> None:
    gone = file_of(filled, "persons")
    gone.unlink()
    assert broken(filled) == {"each data file is there": (1, (gone.relative_to(filled.data).as_posix(),))}


@pytest.mark.parametrize("table", ["loads", "articles"])
def test_a_changed_byte_is_found(filled, table) -> None:
    file = file_of(filled, table)
    data = bytearray(file.read_bytes())
    data[10] ^= 1
    file.write_bytes(data)
    assert list(broken(filled)) == ["each has its SHA-256"]


def test_a_torn_file_is_found_by_its_size_and_rows_also_without_hashes(filled) -> None:
    hashes_file(filled.data).unlink()
    file = file_of(filled, "numbers")
    file.write_bytes(file.read_bytes()[:-40])
    assert list(broken(filled)) == ["each has its size", "each has its rows"]


@pytest.mark.parametrize(
    ("damage", "promise", "name"),
    [
        ("UPDATE statistics SET quote = '121' WHERE quote = '120'", "each quote stands in the raw text at its span", "statistics: "),
        ('UPDATE persons SET "start" = "start" + 1', "each quote stands in the raw text at its span", "persons: "),
        ("UPDATE articles SET text = text || '。' WHERE title = '破案上升'", "each article's text has the hash that names it", ""),
        ("INSERT INTO quotations FROM quotations", "each row has a key of its own", "quotations: "),
        ("UPDATE programmes SET article_id = 'x'", "each article and load that a row names is there", "programmes: "),
        ("DELETE FROM loads WHERE load_id = 1", "each article and load that a row names is there", "articles: "),
        ("UPDATE findings SET facts = ['x']", "each fact that a fact rests on is there", "findings: "),
        ("DELETE FROM documents WHERE path = 'b.txt'", "each article is given by a document", "articles: "),
    ],
)
def test_rows_that_break_a_promise_are_named(filled, damage, promise, name) -> None:
    with writing(filled) as connection:
        connection.execute(damage)
    found = broken(filled)
    assert promise in found
    assert any(example.startswith(name) for example in found[promise][1])


def test_a_catalog_that_counts_other_rows_is_found(filled) -> None:
    with sqlite3.connect(filled.catalog) as catalog:
        catalog.execute("UPDATE ducklake_data_file SET record_count = record_count + 1 WHERE data_file_id = 0")
    assert list(broken(filled)) == ["each has its rows"]


def test_hashes_are_as_sha256sum_reads_them(filled) -> None:
    lines = hashes_file(filled.data).read_text().splitlines()
    assert len(lines) == len(list(filled.data.rglob("*.parquet")))
    assert all(len(taken) == 64 and (filled.folder / path).is_file() for taken, path in (line.split("  ") for line in lines))
