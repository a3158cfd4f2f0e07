from __future__ import annotations

import gzip

import pytest

from flows.planning import KEPT, READ, make_plan, reason
from warehouse.lake import Lake
from warehouse.ledger import Seen


@pytest.mark.parametrize(
    ("command", "seen", "asked", "why"),
    [
        ("run", None, False, "new"),
        ("run", Seen("1", "v2", 0), False, "loaded"),
        ("run", Seen("1", "v2", 2), False, "rejected"),
        ("run", Seen("0", "v2", 0), False, "changed"),
        ("run", Seen("0", "v1", 0), False, "changed"),
        ("run", Seen("1", "v1", 0), False, "outdated"),
        ("backfill", Seen("1", "v1", 0), False, "version"),
        ("backfill", Seen("1", "v2", 0), False, "loaded"),
        ("backfill", None, False, "new"),
        ("retry", Seen("1", "v2", 1), True, "retry"),
    ],
)
def test_reason(command, seen, asked, why) -> None:
    assert reason(command, "v2", seen, "1", asked) == why
    assert why in READ or why in KEPT


def plan(tmp_path, inbox, command="run", only=()):
    return make_plan(inbox, Lake(tmp_path / "lake"), command, "1", only)


def test_a_plan_without_a_lake_reads_everything_and_makes_none(tmp_path, inbox) -> None:
    (inbox / "a.txt").write_text("甲。")
    (inbox / "b.txt").mkdir()
    found = plan(tmp_path, inbox)
    assert [(p.found.path, p.reason) for p in found.files] == [("a.txt", "new")]
    assert [reject.origin.path for reject in found.rejects] == ["b.txt"]
    assert (found.bytes, found.vanished) == (6, 0)
    assert not (tmp_path / "lake").exists()


def test_a_plan_goes_by_content_and_not_by_time(tmp_path, inbox, run) -> None:
    (inbox / "a.txt").write_text("甲案件三起。")
    (inbox / "b.txt").write_text("乙案件三起。")
    run()
    (inbox / "a.txt").touch()
    assert plan(tmp_path, inbox).counts == {"loaded": 2}
    (inbox / "b.txt").write_text("乙案件四起。")
    assert {p.found.path: p.reason for p in plan(tmp_path, inbox).files} == {"a.txt": "loaded", "b.txt": "changed"}


def test_rejects_are_told_once(tmp_path, inbox, run) -> None:
    (inbox / "b.txt").mkdir()
    (inbox / "bad.txt").write_bytes(gzip.compress(b"x" * 999)[:20])
    run()
    found = plan(tmp_path, inbox)
    assert (found.rejects, found.counts) == ((), {"rejected": 1})
    again = plan(tmp_path, inbox, "retry", {"b.txt", "bad.txt"})
    assert [reject.origin.path for reject in again.rejects] == ["b.txt"]
    assert again.counts == {"retry": 1}


def test_a_vanished_file_is_counted(tmp_path, inbox, run) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (inbox / name).write_text(f"{name}案件三起。")
    run()
    (inbox / "a.txt").unlink()
    (inbox / "b.txt").unlink()
    (inbox / "b.txt").mkdir()  # which is there, though nothing can be read
    (inbox / "new.txt").write_text("丁案件三起。")
    assert plan(tmp_path, inbox).vanished == 1
