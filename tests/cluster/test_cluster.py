"""The same flow on many machines: here two workers, a catalog in PostgreSQL and data in S3, and one worker killed in mid-run."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cluster.parts import BUCKET, cluster, missing
from tests.warehouse.test_loading import contents
from warehouse.lake import Lake, reading

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {', '.join(missing())}")]
FILES = 16
SHIZHENG = Path(sys.executable).with_name("shizheng")


def write(inbox: Path) -> None:
    inbox.mkdir()
    for number in range(FILES):
        (inbox / f"{number:03}.txt").write_text(f"第{number}期\n\n青河县今年破获案件{number + 2}起,同比下降{number + 1}%。\n" * 8)
    (inbox / "copy.txt").write_text((inbox / "003.txt").read_text())
    (inbox / "empty.txt").write_text(" ")


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
        environment = {**parts.environment, "SHIZHENG_BATCH_BYTES": "1000"}
        command = (SHIZHENG, "run", "--inbox", "inbox", "--lake", "lake")
        with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
            staged = wait_for_batches(parts.objects, 3, run)
            parts.workers[0].kill()
            told, _ = run.communicate(timeout=900)
        assert run.returncode == 1, told  # done, with one reject
        assert staged < FILES  # there was work left when the worker died
        assert parts.workers[0].poll() is not None and parts.workers[1].poll() is None
        for name, value in parts.keys.items():
            monkeypatch.setenv(name, value)
        lake = Lake(tmp_path / "lake", environment["SHIZHENG_CATALOG"], environment["SHIZHENG_STORAGE"])
        with reading(lake) as connection:
            found = contents(connection)
            files = connection.execute("SELECT data_file FROM ducklake_list_files('lake', 'statistics')").fetchall()
        asked = subprocess.run(
            (SHIZHENG, "sql", "SELECT count(*) AS n FROM articles", "--format", "csv"),
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert asked.stdout.split() == ["n", str(FILES)], asked.stderr
    assert files and all(file.startswith(f"s3://{BUCKET}/lake/data/") for (file,) in files)
    assert not list(parts.objects.glob("lake/staging/*/*"))
    local = subprocess.run((SHIZHENG, "run", "--inbox", "inbox", "--lake", "alone"), cwd=tmp_path, capture_output=True, check=False)
    assert local.returncode == 1
    with reading(Lake(tmp_path / "alone")) as connection:
        assert contents(connection) == found
    assert len(found["documents"]) == FILES + 1
