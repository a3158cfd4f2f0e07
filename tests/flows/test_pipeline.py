from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows import batches, pipeline, planning
from flows.errors import BusyError, UsageError
from flows.home import name_inbox
from flows.local import Local
from flows.lock import only_run
from flows.pipeline import Request, ingest
from flows.settings import settings
from tests.flows.conftest import Unwatched
from tests.warehouse.test_loading import contents
from warehouse.lake import Lake, reading

TEXTS = {
    "a.txt": "青河县公安局破获案件三起。\n抓获5人。",
    "b.txt": "林州市调解纠纷20起,同比下降一成。",
    "sub/c.txt": "白水县走访群众1.2万人次。",
}


@pytest.fixture
def filled(inbox) -> Path:
    for path, text in TEXTS.items():
        (inbox / path).parent.mkdir(exist_ok=True)
        (inbox / path).write_text(text)
    return inbox


def rows(tmp_path, lake: str = "lake") -> dict[str, list]:
    with reading(Lake(tmp_path / lake)) as connection:
        return contents(connection)


def loads_of(tmp_path) -> dict[str, int]:
    with reading(Lake(tmp_path / "lake")) as connection:
        return dict(connection.execute("SELECT path, load_id FROM documents").fetchall())


def test_a_second_run_loads_nothing_and_says_why(filled, run, tmp_path) -> None:
    assert run().loaded.articles_added == 3
    before = rows(tmp_path)
    second = run()
    assert second.loaded.outcome == "nothing"
    assert second.plan.counts == {"loaded": 3}
    assert rows(tmp_path) == before


def test_one_changed_byte_reloads_that_file_alone(filled, run, tmp_path) -> None:
    run()
    (filled / "b.txt").write_text(TEXTS["b.txt"].replace("20", "21"))
    second = run()
    assert (second.run.files_read, second.loaded.articles_added, second.loaded.articles_removed) == (1, 1, 1)
    assert loads_of(tmp_path) == {"a.txt": 1, "b.txt": 2, "sub/c.txt": 1}
    run(lake="fresh")
    assert rows(tmp_path) == rows(tmp_path, "fresh")


def test_the_same_files_give_the_same_rows_on_two_machines(filled, run, tmp_path) -> None:
    run()
    run()
    assert rows(tmp_path)["places"]
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(filled, elsewhere)
    there = settings(inbox=elsewhere, lake=tmp_path / "other", processes=2, batch_bytes=20)
    assert ingest(Request("run", there), Local(2), Unwatched()).loaded.articles_added == 3
    assert rows(tmp_path) == rows(tmp_path, "other")


def test_a_vanished_file_leaves_its_rows(filled, run, tmp_path) -> None:
    run()
    before = rows(tmp_path)
    (filled / "a.txt").unlink()
    assert run().plan.vanished == 1
    assert rows(tmp_path) == before


def test_a_newer_version_of_the_rules_is_a_backfill_that_is_asked_for(filled, run, monkeypatch, tmp_path) -> None:
    run()
    for module in (batches, pipeline):
        monkeypatch.setattr(module, "EXTRACTOR_VERSION", "2")
    assert run().plan.counts == {"outdated": 3}
    filled_again = run("backfill")
    assert (filled_again.plan.counts, filled_again.loaded.articles_added) == ({"version": 3}, 3)
    assert run("backfill").loaded.outcome == "nothing"
    assert {row[-1] for row in rows(tmp_path)["articles"]} == {"2"}


def test_a_run_that_was_stopped_resumes(filled, run, stops_at, tmp_path) -> None:
    texts = stops_at(3)
    with pytest.raises(KeyboardInterrupt):
        run(batch_bytes=1)
    assert len(texts) == 3
    summary = run(batch_bytes=1)
    assert summary.loaded.articles_added == 3
    assert texts[3:] == texts[2:3]  # what was staged before was not extracted again
    assert not (tmp_path / "lake" / "staging").exists()


def test_a_failed_run_is_recorded_and_changes_nothing(filled, run, monkeypatch, tmp_path) -> None:
    run()
    before = rows(tmp_path)
    (filled / "d.txt").write_text("新的一篇。")

    def full_disk(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(batches, "stage", full_disk)
    with pytest.raises(OSError, match="No space"):
        run()
    assert rows(tmp_path) == before
    with reading(Lake(tmp_path / "lake")) as connection:
        outcome, message = connection.execute("SELECT outcome, message FROM loads ORDER BY load_id DESC LIMIT 1").fetchone()
    assert outcome == "failed" and "No space" in message


def test_bad_input_is_rejected_and_all_else_loaded(filled, run, tmp_path) -> None:
    (filled / "bad.txt").write_bytes(gzip.compress(b"x" * 999)[:20])
    (filled / "folder.txt").mkdir()
    (filled / "link.txt").symlink_to("/etc/hostname")
    summary = run()
    assert summary.loaded.articles_added == 3
    assert {reject.origin.path for reject in summary.rejects} == {"bad.txt", "folder.txt", "link.txt"}
    assert all(reject.message and reject.advice for reject in summary.rejects)
    assert 0 < summary.rejected_share <= 0.5
    again = run()
    assert (again.loaded.rejects_added, again.open_rejects) == (0, 3)


def test_a_mended_file_takes_its_reject_along(filled, run) -> None:
    (filled / "bad.txt").mkdir()
    run()
    (filled / "bad.txt").rmdir()
    (filled / "bad.txt").write_text("好的一篇。")
    summary = run()
    assert (summary.loaded.articles_added, summary.open_rejects) == (1, 0)


def test_a_reject_goes_when_its_cause_has_gone(filled, run) -> None:
    (filled / "folder.txt").mkdir()
    (filled / "link.txt").symlink_to("/etc/hostname")
    assert run().open_rejects == 2
    (filled / "folder.txt").rmdir()
    assert run().open_rejects == 1


def test_a_retry_reads_what_it_is_asked_for_and_nothing_else(filled, run) -> None:
    (filled / "bad.txt").write_bytes(gzip.compress(b"x" * 999)[:20])
    run()
    (filled / "new.txt").write_text("新的一篇。")
    summary = run("retry", frozenset({"bad.txt"}))
    assert summary.plan.counts == {"retry": 1}
    assert (summary.loaded.rejects_added, summary.open_rejects) == (1, 1)


def test_two_runs_do_not_overlap(filled, run, tmp_path) -> None:
    lines = (
        "import sys; from datetime import datetime; from pathlib import Path; from flows.lock import only_run",
        "from warehouse.lake import Lake",
        "with only_run(Lake(Path('lake')), datetime(2026, 5, 1)): print('held', flush=True); sys.stdin.read()",
    )
    script = "\n".join(lines)
    with subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=f"process {other.pid}, since 2026-05-01"):
            run()
        other.kill()
    assert run().loaded.articles_added == 3
    with only_run(Lake(tmp_path / "lake"), datetime.now(UTC)):
        pass


def test_a_wrong_setting_is_named(monkeypatch) -> None:
    monkeypatch.setenv("SHIZHENG_BATCH_BYTES", "many")
    with pytest.raises(UsageError, match="batch_bytes"):
        settings()


def test_settings_come_from_arguments_then_the_environment_then_the_file(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shizheng.toml").write_text('inbox = "file"\nlake = "file"\ncron = "file"\n')
    monkeypatch.setenv("SHIZHENG_LAKE", "environment")
    monkeypatch.setenv("SHIZHENG_CRON", "environment")
    found = settings(cron="argument", inbox=None)
    assert (str(found.inbox), str(found.lake), found.cron) == ("file", "environment", "argument")
    (tmp_path / "shizheng.toml").write_text("inbox = ")
    with pytest.raises(UsageError, match="TOML"):
        settings()


def bad_inputs(inbox: Path) -> dict[str, str]:
    """Files that cannot be read, by path, each with the stage at which it fails."""
    (inbox / "empty.txt").touch()
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (inbox / "torn.txt.gz").write_bytes(gzip.compress("青河县破获案件三起。".encode() * 500)[:60])
    (inbox / "mixed.txt").write_bytes("青河县破获案件三起,".encode() + b"\xff\xfe\xff\x80\x81" * 30)
    (inbox / "nul.txt").write_bytes(b"\0" * 3000)
    (inbox / "folder.txt").mkdir()
    (inbox / "link.txt").symlink_to("/etc/hostname")
    with (inbox / "line.txt").open("wb") as line:
        for _ in range(200):
            line.write(b"x" * 1_000_000)
    found = {"empty.txt": "reading", "picture.txt": "reading", "torn.txt.gz": "reading", "mixed.txt": "reading", "nul.txt": "reading"}
    return found | {"folder.txt": "discovery", "link.txt": "discovery", "line.txt": "discovery", "closed.txt": "discovery"}


def test_every_kind_of_bad_input_is_a_reject_with_what_to_do(filled, run, monkeypatch) -> None:
    wanted = bad_inputs(filled)
    (filled / "closed.txt").write_text("关着的一篇。")
    hashed = planning.file_hash

    def refuse(file: Path) -> str:  # whoever runs the tests as root may read everything
        if file.name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return hashed(file)

    monkeypatch.setattr(planning, "file_hash", refuse)
    summary = run()
    assert {reject.origin.path: reject.stage for reject in summary.rejects} == wanted
    assert all(reject.message and reject.advice for reject in summary.rejects)
    assert summary.loaded.articles_added == len(TEXTS)
    assert summary.seconds < 120


def test_a_reprint_is_found_with_what_it_changed_and_goes_with_its_original(run, inbox, tmp_path):
    samples = Path(__file__).parents[2] / "seeds" / "articles"
    for name in ("siyang_2022.txt", "siyang_2023.txt", "siyang_2023_reprint.txt"):
        shutil.copy(samples / name, inbox)
    copy = inbox / "siyang_2023_reprint.txt"
    copy.write_text(copy.read_text("utf-8").replace("942起", "924起"), "utf-8")
    run()
    query = """
        SELECT copy.path, first.path, changed FROM reprints AS r
        JOIN documents AS copy ON copy.article_id = r.article_id JOIN documents AS first ON first.article_id = r.original_id
    """
    with reading(Lake(tmp_path / "lake")) as connection:
        assert connection.execute(query).fetchall() == [("siyang_2023_reprint.txt", "siyang_2023.txt", ["接报刑事警情942→924起"])]
    (inbox / "siyang_2023.txt").write_text("另一篇没有数字的文章。", "utf-8")
    run()
    with reading(Lake(tmp_path / "lake")) as connection:
        assert connection.execute(query).fetchall() == []


def test_a_lake_does_not_take_in_another_inbox(filled, run, tmp_path) -> None:
    run()
    before = rows(tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("别处的一篇。")
    for command in ("run", "backfill"):
        with pytest.raises(UsageError, match=r"filled from .*inbox, and .*other has other files") as error:
            run(command, inbox=other)
        assert "maintain inbox" in error.value.advice
    assert rows(tmp_path) == before


def test_an_inbox_that_was_moved_is_known_by_its_files(filled, run, tmp_path) -> None:
    run()
    moved = filled.rename(tmp_path / "moved")
    (moved / "d.txt").write_text("第四篇。")
    assert run(inbox=moved).plan.counts == {"loaded": 3, "new": 1}
    assert run(inbox=moved).loaded.outcome == "nothing"


def test_an_inbox_that_is_emptied_stays_the_inbox(filled, run) -> None:
    run()
    for path in TEXTS:
        (filled / path).unlink()
    (filled / "new.txt").write_text("新的一篇。")
    assert run().loaded.articles_added == 1


def test_another_inbox_can_be_named(filled, run, tmp_path) -> None:
    run()
    other = tmp_path / "other"
    other.mkdir()
    (other / "new.txt").write_text("新的一篇。")
    name_inbox(settings(inbox=other, lake=tmp_path / "lake"), datetime.now(UTC))
    assert run(inbox=other).loaded.articles_added == 1
    assert set(loads_of(tmp_path)) == {*TEXTS, "new.txt"}
