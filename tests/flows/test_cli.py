"""The command line as a person or a program meets it: exit codes, streams, and what a command may import."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from flows.cli.app import call

ARTICLE = "青河县公安局破获案件三起\n2026-03-04 来源:青河日报\n\n青河县公安局破获案件3起。\n"


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def shizheng(*arguments: str | Path, cwd: Path, given: str = "", **environment: str) -> Done:
    """Call the command line in this process, which is ten times as fast as starting one."""
    streams = {"stdin": io.BytesIO(given.encode()), "stdout": io.BytesIO(), "stderr": io.BytesIO()}
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("SHIZHENG_", "PREFECT_"))]:
            patch.delenv(name)
        for name, value in {"PREFECT_HOME": str(cwd / "no-prefect"), "COLUMNS": "100", **environment}.items():
            patch.setenv(name, value)
        patch.chdir(cwd)
        for name, stream in streams.items():
            patch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))
        code = call([str(argument) for argument in arguments])
        return Done(code, *(streams[name].getvalue().decode() for name in ("stdout", "stderr")))


def process(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Start the command line as a person does."""
    env = {**os.environ, "PREFECT_HOME": str(cwd / "no-prefect"), "PREFECT_API_URL": ""}
    code = "import sys; sys.argv[0] = 'shizheng'; from flows.cli import main; main()"
    return subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, capture_output=True, text=True, env=env, check=False)


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with an inbox and the lake of its first run."""
    folder = tmp_path_factory.mktemp("place")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "a.txt").write_text(ARTICLE)
    (folder / "inbox" / "folder.txt").mkdir()
    first = shizheng("run", cwd=folder)
    assert first.returncode == 1, first.stderr
    assert "1 file read" in first.stdout and "folder.txt" in first.stdout and "Rename the folder" in first.stdout
    assert re.search("extracted ([0-9,]+) of \\1 bytes", first.stderr)  # log lines where there is no terminal
    return folder


def test_a_run_with_nothing_new_is_done(place) -> None:
    done = shizheng("run", cwd=place)
    assert done.returncode == 0
    assert "Nothing new" in done.stdout and "loaded already, unchanged" in done.stdout


def test_a_share_of_rejects_can_be_allowed(place, tmp_path) -> None:
    assert (
        shizheng("run", "--inbox", place / "inbox", "--lake", tmp_path / "lake", cwd=tmp_path, SHIZHENG_REJECT_SHARE="0.5").returncode == 0
    )


def test_plan_says_what_and_why_and_changes_nothing(place, tmp_path) -> None:
    done = shizheng("plan", "--inbox", place / "inbox", cwd=tmp_path)
    assert done.returncode == 0
    assert "1 of 1 file would be read" in done.stdout and "not seen before" in done.stdout
    assert list(tmp_path.iterdir()) == []
    assert "a.txt" in shizheng("plan", "--all", cwd=place).stdout


def test_extract_prints_one_object_and_nothing_else(place) -> None:
    done = process("extract", "inbox/a.txt", "--format", "json", cwd=place)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert set(found) == {
        *("article", "boilerplate", "statistics", "nonfacts", "incidents", "programmes", "organisations"),
        *("persons", "quotations", "findings", "mentions"),
    }


def test_extract_shows_a_person_a_table(place) -> None:
    done = shizheng("extract", "inbox/a.txt", cwd=place)
    assert done.returncode == 0 and "script" in done.stdout


def test_extract_reads_standard_input(place) -> None:
    assert json.loads(shizheng("extract", "-", "--format", "json", cwd=place, given=ARTICLE).stdout)["article"]["script"] == "Hans"


def test_extract_answers_a_pipe_line_by_line(place) -> None:
    lines = [
        '{"id": "甲", "text": "破获3起。", "published": "2026-03-04"}',
        '{"id": 2, "text": "\\ud83d坏"}',
        "no JSON",
        '{"id": 4}',
        '{"id": 5, "text": ""}',
    ]
    done = shizheng("extract", "--batch", cwd=place, given="\n".join(lines))
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["id"] for record in found] == ["甲", 2, None, None, 5]
    assert "mentions" in found[0] and "line 3" in found[2]["error"] and "line 4" in found[3]["error"]
    assert done.returncode == 1


def test_extract_of_what_cannot_be_read_fails(place, tmp_path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\xff\xfe" * 5)
    done = shizheng("extract", tmp_path / "bad.txt", cwd=place)
    assert (done.returncode, done.stdout) == (3, "")
    assert "error:" in done.stderr


WRONG = (
    "extract",
    "extract none.txt",
    "extract inbox",
    "extract a --batch",
    "frobnicate",
    "rejects show",
    "rejects drop",
    "run -i none",
    "sql SELEC",
)


@pytest.mark.parametrize("arguments", [line.split() for line in WRONG], ids=WRONG)
def test_wrong_usage_is_code_2_without_a_traceback(place, arguments) -> None:
    done = shizheng(*arguments, cwd=place)
    assert done.returncode == 2, done.stderr
    assert done.stderr and "Traceback" not in done.stderr


def test_no_lake_is_code_3_with_advice(tmp_path) -> None:
    done = shizheng("status", cwd=tmp_path)
    assert done.returncode == 3
    assert "no lake" in done.stderr and "shizheng run" in done.stderr


def test_sql_answers_people_and_programs(place) -> None:
    query = "SELECT path, encoding, 1.50::DECIMAL(9,4) AS number, NULL AS none FROM documents"
    assert "a.txt" in shizheng("sql", query, cwd=place).stdout
    assert list(csv.DictReader(io.StringIO(shizheng("sql", query, "--format", "csv", cwd=place).stdout))) == [
        {"path": "a.txt", "encoding": "utf-8", "number": "1.5", "none": ""}
    ]
    assert json.loads(shizheng("sql", query, "--format", "json", cwd=place).stdout) == [
        {"path": "a.txt", "encoding": "utf-8", "number": "1.5", "none": None}
    ]
    assert json.loads(shizheng("sql", "-", "--format", "json", cwd=place, given="SELECT 1 WHERE false").stdout) == []


def test_sql_alone_lists_the_tables(place) -> None:
    done = shizheng("sql", cwd=place)
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("articles", "statistics", "一条数字主张"))


def test_shell_answers_one_question_after_the_other(place) -> None:
    done = shizheng("shell", cwd=place, given="SELECT 40 +\n2 AS answer;\nSELEC;\n.tables\nSELECT 'last' AS word;\n.quit\n")
    assert done.returncode == 0
    assert "42" in done.stdout and "statistics" in done.stdout and "last" in done.stdout
    assert "error:" in done.stderr


def test_status_shows_rows_runs_and_what_is_open(place) -> None:
    done = shizheng("status", cwd=place)
    assert done.returncode == 0
    assert all(part in done.stdout for part in ("articles", "last runs", "rejects", "1 open reject"))


def test_rejects_are_listed_shown_retried_and_dropped(place, tmp_path) -> None:
    lake = ("--lake", tmp_path / "lake")
    assert shizheng("run", "--inbox", place / "inbox", *lake, cwd=tmp_path).returncode == 1
    listed = json.loads(shizheng("rejects", "list", "--format", "json", *lake, cwd=tmp_path).stdout)
    assert [(row["path"], row["code"]) for row in listed] == [("folder.txt", "folder")]
    assert "folder.txt" in shizheng("rejects", "list", *lake, cwd=tmp_path).stdout
    assert listed[0]["reject_id"] in shizheng("rejects", "show", "folder.txt", *lake, cwd=tmp_path).stdout
    assert shizheng("rejects", "retry", "--all", "--inbox", place / "inbox", *lake, cwd=tmp_path).returncode == 1
    assert "1 reject set aside" in shizheng("rejects", "drop", listed[0]["reject_id"][:8], *lake, cwd=tmp_path).stdout
    assert "No reject is open" in shizheng("rejects", "list", *lake, cwd=tmp_path).stdout
    assert shizheng("rejects", "show", "nobody", *lake, cwd=tmp_path).returncode == 3


def test_names_from_files_cannot_drive_the_terminal(tmp_path) -> None:
    (tmp_path / "inbox" / "evil\x1b[2J\u202e.txt").mkdir(parents=True)
    done = shizheng("run", cwd=tmp_path)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr and "\u202e" not in done.stdout + done.stderr
    assert "\\u001b[2J\\u202e" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("sql", "SELECT 1"),
        ("status",),
        ("extract", "inbox/a.txt", "--format", "json"),
        ("rejects", "list"),
        ("run",),
        ("search", "破获"),
        ("diff",),
        ("export", "exported", "--format", "csv"),
        ("explain", "nothing"),
    ],
)
def test_no_command_that_a_person_waits_for_imports_prefect(place, arguments) -> None:
    code = f"""
import sys
import time
from flows.cli import main
sys.argv = {["shizheng", *arguments]!r}
try:
    main()
except SystemExit:
    pass
print([name for name in ("prefect", "pandas", "fastapi", "sqlalchemy") if name in sys.modules], file=sys.stderr)
"""
    env = {**os.environ, "PREFECT_HOME": str(place / "no-prefect"), "PREFECT_API_URL": ""}
    done = subprocess.run([sys.executable, "-c", code], cwd=place, capture_output=True, text=True, env=env, check=False, timeout=300)
    assert done.stderr.splitlines()[-1] == "[]", done.stderr


def test_help_has_an_example_of_every_command(place) -> None:
    commands = (
        "run",
        "backfill",
        "plan",
        "extract",
        "sql",
        "shell",
        "search",
        "explain",
        "diff",
        "export",
        "status",
        "serve",
        "rejects",
        "maintain",
    )
    overview = shizheng("--help", cwd=place).stdout
    for command in commands:
        assert command in overview
        assert f"shizheng {command}" in shizheng(command, "--help", cwd=place).stdout


def test_a_run_that_is_stopped_says_so_and_the_next_goes_on(tmp_path) -> None:
    (tmp_path / "inbox").mkdir()
    files = 800  # so many that the run is still at work when it is stopped
    for number in range(files):
        (tmp_path / "inbox" / f"{number}.txt").write_text(f"{ARTICLE}第{number}篇。" + "走访群众3次。" * 5)
    env = {**os.environ, "PREFECT_HOME": str(tmp_path / "no-prefect"), "SHIZHENG_BATCH_BYTES": "900", "SHIZHENG_PROCESSES": "1"}
    # A suite that was started in the background ignores the signal, and so would its children.
    heeds = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    command = [sys.executable, "-c", heeds + "import sys; sys.argv[0] = 'shizheng'; from flows.cli import main; main()", "run"]
    with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        deadline = time.monotonic() + 120
        while len(list((tmp_path / "lake" / "staging").glob("*"))) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=120)
    assert process.returncode == 3
    assert "stopped" in said and "Traceback" not in said
    assert "no lake" in shizheng("status", cwd=tmp_path).stderr
    done = shizheng("run", cwd=tmp_path, SHIZHENG_BATCH_BYTES="900")
    assert done.returncode == 0 and f"{files} files read" in done.stdout


def test_extract_gives_a_page_to_look_at(place, tmp_path) -> None:
    done = shizheng("extract", place / "inbox" / "a.txt", "--format", "html", cwd=tmp_path)
    assert done.returncode == 0 and done.stderr == ""
    assert done.stdout.startswith("<!doctype html>") and 'class="statistics"' in done.stdout and "://" not in done.stdout


def test_report_writes_a_site(place, tmp_path) -> None:
    done = shizheng("report", "--lake", place / "lake", "--output", tmp_path / "site", cwd=tmp_path)
    assert done.returncode == 0 and "pages in" in done.stdout and (tmp_path / "site" / "index.html").exists()
    foreign = shizheng("report", "--lake", place / "lake", "--output", place, cwd=tmp_path)
    assert foreign.returncode == 2 and "something else" in foreign.stderr


def test_a_lake_is_verified_backed_up_and_restored(place, tmp_path) -> None:
    lake = place / "lake"
    assert "is whole" in shizheng("maintain", "verify", "--lake", lake, cwd=tmp_path).stdout
    copied = shizheng("maintain", "backup", tmp_path / "copy", "--lake", lake, cwd=tmp_path)
    assert copied.returncode == 0 and "of it new" in copied.stdout
    refused = shizheng("maintain", "restore", tmp_path / "copy", "--lake", lake, cwd=tmp_path)
    assert refused.returncode == 3 and "Move that folder away" in refused.stderr
    restored = shizheng("maintain", "restore", "copy", cwd=tmp_path)
    assert restored.returncode == 0 and "is whole" in restored.stdout
    query = ("sql", "--format", "csv", "SELECT * EXCLUDE load_id FROM statistics ORDER BY ALL")
    assert shizheng(*query, cwd=tmp_path).stdout == shizheng(*query, cwd=place).stdout
    next((tmp_path / "lake" / "data").rglob("*.parquet")).unlink()
    damaged = shizheng("maintain", "verify", cwd=tmp_path)
    assert damaged.returncode == 1 and "each data file is there: not so" in damaged.stdout and "restore a backup" in damaged.stdout


def test_maintain_says_what_it_did_and_where_an_option_belongs(place, tmp_path) -> None:
    assert "files that were deleted" in shizheng("maintain", cwd=place).stdout
    misplaced = shizheng("maintain", "--lake", tmp_path, "verify", cwd=place)
    assert misplaced.returncode == 2 and "after `verify`" in misplaced.stderr
    assert shizheng("maintain", "verify", cwd=tmp_path).returncode == 2


def test_another_inbox_is_refused_and_can_be_named(place, tmp_path) -> None:
    (tmp_path / "a.txt").write_text("别处的一篇。")
    shizheng("maintain", "backup", tmp_path / "copy", cwd=place)
    refused = shizheng("run", "--inbox", tmp_path, "--lake", tmp_path / "copy", cwd=place)
    assert refused.returncode == 2 and "has other files" in refused.stderr
    assert shizheng("maintain", "inbox", tmp_path, "--lake", tmp_path / "copy", cwd=place).returncode == 0
