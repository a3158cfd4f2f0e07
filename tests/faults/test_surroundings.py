"""What a run meets when the machine does not play along; and two runs that meet each other."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from flows import batches
from flows.errors import RunError
from tests.faults.deeds import run
from tests.faults.ground import faults, process, rows
from tests.faults.soak import pairs
from warehouse import lake as lakes
from warehouse.errors import LakeError
from warehouse.lake import Lake, reading, transaction, writing
from warehouse.maintenance import maintain


def quietly(inbox: Path, lake: Path) -> None:
    """A run whose failure is its exit code."""
    try:
        run(inbox, lake)
    except Exception:
        sys.exit(3)


def without_room(size: int, inbox: Path, lake: Path) -> None:
    """A run on a disk where no file can grow beyond some bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    quietly(inbox, lake)


def without_permission(inbox: Path, lake: Path) -> None:
    """A run by a user to whom the lake does not belong."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    else:
        for folder in (lake, *lake.rglob("*")):
            folder.chmod(0o500)
    quietly(inbox, lake)


@pytest.mark.parametrize("size", [0, 3000, 40_000])
def test_a_disk_that_is_full(ground, name, size) -> None:
    lake = ground.begin("later", name)
    begun = process(without_room, size, ground.inbox, lake)
    begun.join()
    assert begun.exitcode == 3
    assert not faults(ground, lake, "later")


def test_no_permission(ground, name) -> None:
    lake = ground.begin("later", name)
    begun = process(without_permission, ground.inbox, lake)
    begun.join()
    for path in (lake, *lake.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert begun.exitcode == 3
    assert not faults(ground, lake, "later")


HOLD = """
import sqlite3, sys
holder = sqlite3.connect(sys.argv[1], isolation_level=None)
holder.execute("PRAGMA locking_mode = EXCLUSIVE")
holder.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_catalog_that_another_process_holds(ground, name, monkeypatch) -> None:
    lake = ground.begin("later", name)
    monkeypatch.setattr(lakes, "_BUSY_MS", 200)
    command = [sys.executable, "-c", HOLD, str(lake / "catalog.sqlite")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LakeError, match="cannot be opened"):
            run(ground.inbox, lake)
        holder.kill()
    assert not faults(ground, lake, "later")


def test_a_worker_that_runs_out_of_memory_costs_no_article(ground, name, monkeypatch) -> None:
    lake = ground.begin("later", name)

    def hungry(_document: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(batches, "extract", hungry)
        with pytest.raises(RunError, match="out of memory") as error:
            run(ground.inbox, lake)
    assert "SHIZHENG_PROCESSES" in error.value.advice
    assert not faults(ground, lake, "later")


def test_a_clock_that_was_set_back(ground, name) -> None:
    """All that the lake holds is of next year, as the clock now says."""
    lake = ground.begin("later", name)
    with sqlite3.connect(lake / "catalog.sqlite") as catalog:
        catalog.execute("UPDATE ducklake_snapshot SET snapshot_time = replace(snapshot_time, substr(snapshot_time, 1, 4), '2099')")
    catalog.close()
    for file in lake.rglob("*.parquet"):
        os.utime(file, (4_000_000_000, 4_000_000_000))
    assert not faults(ground, lake, "later")


def test_two_runs_at_once(ground) -> None:
    ((_, wrong),) = pairs(ground, 1)
    assert not wrong


def test_a_reader_keeps_its_snapshot_through_a_load_and_maintenance(ground, name) -> None:
    lake = ground.begin("later", name)
    before = rows(lake)
    query = "SELECT fact_id, quote FROM statistics ORDER BY ALL"
    with reading(Lake(lake)) as reader, transaction(reader):
        held = reader.execute(query).fetchall()
        run(ground.inbox, lake)
        with writing(Lake(lake)) as connection:
            row = connection.execute("SELECT max(snapshot_time) FROM lake.snapshots()").fetchone()
            list(maintain(connection, row[0] + timedelta(hours=1), timedelta(0)))
        assert reader.execute(query).fetchall() == held
    assert rows(lake) == ground.after != before
