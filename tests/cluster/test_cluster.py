"""The same flow on many machines: here two workers, a catalog in PostgreSQL and data in S3, and one worker killed in mid-run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.lock import only_run
from tests.cluster.parts import BUCKET, Servers, cluster, missing, servers
from tests.warehouse.test_loading import contents
from warehouse.lake import Lake, reading
from warehouse.storage import s3

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {', '.join(missing())}")]
FILES = 16
LIMIT = {"SHIZHENG_DOCUMENT_SECONDS": "4"}  # of work, which long.txt takes longer than
SHIZHENG = Path(sys.executable).with_name("shizheng")


def write(inbox: Path) -> None:
    inbox.mkdir()
    for number in range(FILES):
        (inbox / f"{number:03}.txt").write_text(f"第{number}期\n\n青河县今年破获案件{number + 2}起,同比下降{number + 1}%。\n" * 8)
    (inbox / "copy.txt").write_text((inbox / "003.txt").read_text())
    (inbox / "empty.txt").write_text(" ")
    (inbox / "long.txt").write_text("青河县破获案件三起。" * 100_000)


def wait_for_batches(objects: Path, most: int, run: subprocess.Popen) -> int:
    """How many batches are staged, once there are some."""
    while run.poll() is None:
        staged = len(list(objects.glob("lake/staging/*/done")))
        if staged >= most:
            return staged
        time.sleep(0.05)
    raise AssertionError(f"the run ended before {most} batches were staged")


def test_a_killed_worker_costs_nothing_and_doubles_nothing(tmp_path, monkeypatch) -> None:
    write(tmp_path / "inbox")
    with cluster(tmp_path) as parts:
        environment = {**parts.environment, "SHIZHENG_BATCH_BYTES": "1000", **LIMIT}
        command = (SHIZHENG, "run", "--inbox", "inbox", "--lake", "lake")
        with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
            staged = wait_for_batches(parts.objects, 3, run)
            parts.workers[0].kill()
            told, _ = run.communicate(timeout=900)
        assert run.returncode == 1, told  # done, with rejects
        assert staged < FILES  # there was work left when the worker died
        assert parts.workers[0].poll() is not None and parts.workers[1].poll() is None
        for name, value in parts.keys.items():
            monkeypatch.setenv(name, value)
        lake = Lake(tmp_path / "lake", environment["SHIZHENG_CATALOG"], environment["SHIZHENG_STORAGE"])
        with reading(lake) as connection:
            found = contents(connection)
            rejected = connection.execute("SELECT path, code FROM rejects ORDER BY ALL").fetchall()
            files = connection.execute("SELECT data_file FROM ducklake_list_files('lake', 'statistics')").fetchall()
        asked = subprocess.run(
            (SHIZHENG, "sql", "SELECT count(*) AS n FROM articles", "--format", "csv"),
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert asked.stdout.split() == ["n", str(FILES)], asked.stderr
    assert files and all(file.startswith(f"s3://{BUCKET}/lake/data/") for (file,) in files)
    assert not list(parts.objects.glob("lake/staging/*/*"))
    command = (SHIZHENG, "run", "--inbox", "inbox", "--lake", "alone")
    assert subprocess.run(command, cwd=tmp_path, env={**os.environ, **LIMIT}, capture_output=True, check=False).returncode == 1
    with reading(Lake(tmp_path / "alone")) as connection:
        assert contents(connection) == found
    assert len(found["documents"]) == FILES + 1
    assert rejected == [("empty.txt", "empty"), ("long.txt", "overdue")]


@pytest.fixture
def filled(tmp_path) -> Iterator[Servers]:
    (tmp_path / "inbox").mkdir()
    for number in range(3):
        (tmp_path / "inbox" / f"{number}.txt").write_text(f"第{number}期\n\n青河县今年破获案件{number + 2}起。\n")
    with servers(tmp_path) as parts:
        done = shizheng(parts, tmp_path, "run", "--inbox", "inbox")
        assert done.returncode == 0, done.stderr
        yield parts


def shizheng(parts: Servers, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run((SHIZHENG, *arguments), cwd=folder, env=parts.environment, capture_output=True, text=True, check=False)


def test_a_lake_on_servers_is_verified(filled, tmp_path, monkeypatch) -> None:
    whole = shizheng(filled, tmp_path, "maintain", "verify")
    assert whole.returncode == 0 and f"s3://{BUCKET}/lake is whole" in whole.stdout, whole.stdout + whole.stderr
    for name, value in filled.keys.items():
        monkeypatch.setenv(name, value)
    torn, lost = (next((filled.objects / "lake" / "data" / "main" / table).glob("*.parquet")) for table in ("statistics", "places"))
    short = torn.read_bytes()[:-9]
    with s3().open_output_stream(f"{BUCKET}/lake/data/main/statistics/{torn.name}") as stream:
        stream.write(short)
    s3().delete_file(f"{BUCKET}/lake/data/main/places/{lost.name}")
    damaged = shizheng(filled, tmp_path, "maintain", "verify")
    told = " ".join((damaged.stdout + damaged.stderr).split())
    assert damaged.returncode == 1
    assert f"each has its size: not so for main/statistics/{torn.name}" in told
    assert f"each data file is there: not so for main/places/{lost.name}" in told


def test_runs_from_two_machines_do_not_overlap(filled, tmp_path) -> None:
    """Two machines have two folders, and the one catalog."""
    (tmp_path / "inbox" / "new.txt").write_text("青河县今年破获案件九起。")
    with only_run(Lake(tmp_path / "elsewhere", filled.environment["SHIZHENG_CATALOG"]), datetime.now(UTC)):
        second = shizheng(filled, tmp_path, "run", "--inbox", "inbox")
        assert second.returncode == 3 and "another run is at work" in second.stderr and "127.0.0.1, since" in second.stderr
        assert shizheng(filled, tmp_path, "maintain").returncode == 3
    assert shizheng(filled, tmp_path, "run", "--inbox", "inbox").returncode == 0
    asked = shizheng(filled, tmp_path, "sql", "SELECT count(*) AS n FROM articles", "--format", "csv")
    assert asked.stdout.split() == ["n", "4"]
