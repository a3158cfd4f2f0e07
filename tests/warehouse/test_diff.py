from __future__ import annotations

from dataclasses import astuple

import pytest

from tests.warehouse.given import bare, document, full, load
from warehouse.diff import SnapshotError, changes, counts, snapshot
from warehouse.lake import reading, transaction, writing


@pytest.fixture
def states(lake, tmp_path):
    """A lake of three loads: an article with facts, another, and the first file with another text."""
    with writing(lake) as connection:
        load(connection, tmp_path / "s", (document("a.txt"), full()))
        load(connection, tmp_path / "s", (document("b.txt", "别的文章。"), bare("别的文章。")))
        load(connection, tmp_path / "s", (document("a.txt", "改过的文章。"), bare("改过的文章。")))
    return lake


def counted(connection, old, new):
    return {row.table: astuple(row)[1:] for row in counts(connection, old, new)}


def test_a_load_adds_and_a_changed_file_replaces(states) -> None:
    with reading(states) as connection:
        last = snapshot(connection, None, 1)
        second = counted(connection, last - 2, last - 1)
        third = counted(connection, last - 1, last)
        both = counted(connection, last - 2, last)
    assert second["articles"] == (1, 0, 0) and second["statistics"] == (0, 0, 0) and second["loads"] == (1, 0, 0)
    assert third["articles"] == (1, 1, 0) and third["statistics"] == (0, 3, 0) and third["documents"] == (1, 1, 0)
    assert both["articles"] == (2, 1, 0) and both["loads"] == (2, 0, 0)


def test_what_comes_back_has_not_changed(states, tmp_path) -> None:
    with writing(states) as connection:
        before = snapshot(connection, None, 2)
        load(connection, tmp_path / "s", (document("a.txt"), full()))
        found = counted(connection, before, snapshot(connection, None, 1))
    assert found["articles"] == found["statistics"] == (0, 0, 0)  # another load wrote them, and they state the same


def test_a_changed_row_tells_its_old_and_new_values(states) -> None:
    with writing(states) as connection:
        with transaction(connection):
            connection.execute("UPDATE articles SET title = '新题', source = NULL, load_id = 99 WHERE text = '别的文章。'")
        after = snapshot(connection, None, 1)
        found = list(changes(connection, "articles", after - 1, after))
    assert [(change.what, dict(change.columns)) for change in found] == [("changed", {"title": ("别的文章。", "新题")})]


def test_rows_are_told_with_their_keys(states) -> None:
    with reading(states) as connection:
        last = snapshot(connection, None, 1)
        removed = list(changes(connection, "statistics", last - 1, last))
    assert [change.what for change in removed] == ["removed"] * 3
    assert {change.columns["quote"] for change in removed} == {("120", None), ("20%", None), ("24起", None)}
    assert all(len(change.key) == 1 for change in removed)


def test_a_table_that_was_not_there_is_all_new_and_a_column_that_was_not_is_not_compared(states) -> None:
    with reading(states) as connection:
        assert counted(connection, 0, snapshot(connection, None, 1))["articles"] == (2, 0, 0)
    with writing(states) as connection:
        with transaction(connection):
            connection.execute("ALTER TABLE statistics DROP COLUMN subject")
        last = snapshot(connection, None, 1)
        assert counted(connection, last - 1, last)["statistics"] == (0, 0, 0)


def test_a_snapshot_is_named_by_number_time_or_not_at_all(states) -> None:
    with reading(states) as connection:
        times = dict(connection.execute("SELECT snapshot_id, snapshot_time FROM lake.snapshots()").fetchall())
        last = max(times)
        assert snapshot(connection, None, 1) == snapshot(connection, str(last), 1) == snapshot(connection, "2999-01-01", 1) == last
        assert snapshot(connection, None, 2) == last - 1
        assert snapshot(connection, times[last - 1].isoformat(), 1) == last - 1
        assert snapshot(connection, None, 99) == 0
        for wrong in ("99", "gestern", "1999-01-01"):
            with pytest.raises(SnapshotError) as error:
                snapshot(connection, wrong, 1)
            assert error.value.advice
