"""A document that takes too long is a reject; the run and its processes go on."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows import batches
from flows.errors import MemoryRunError
from flows.limits import OverdueError, within
from flows.local import Local, apart
from flows.pipeline import Request, ingest
from flows.planning import make_plan
from flows.settings import settings
from tests.archives import json_lines
from tests.flows.conftest import Unwatched
from transforms.extraction import EXTRACTOR_VERSION
from transforms.reading import read
from transforms.records import Origin
from warehouse.lake import Lake

GOOD = "青河县破获案件三起。"


def work(seconds: float) -> None:
    """Use the processor for so long, in vain."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_work_is_stopped_after_its_time() -> None:
    with pytest.raises(OverdueError), within(0.1):
        work(20)


def test_a_pattern_that_backtracks_is_stopped() -> None:
    with pytest.raises(OverdueError), within(0.1):
        re.match("(a+)+b", "a" * 60)


def test_who_works_around_faults_is_stopped_too() -> None:
    with pytest.raises(OverdueError), within(0.1):
        try:
            work(20)
        except Exception:
            work(20)


def test_time_to_spare_is_no_trouble_later() -> None:
    with within(0.2):
        work(0.01)
    work(0.3)


def test_waiting_is_no_work() -> None:
    with within(0.1):
        time.sleep(0.2)


def test_in_another_thread_there_is_no_limit() -> None:
    done = []

    def long() -> None:
        with within(0.01):
            work(0.1)
        done.append(True)

    thread = threading.Thread(target=long)
    thread.start()
    thread.join()
    assert done


@pytest.fixture
def slow(monkeypatch) -> None:
    """Extraction that never ends on one text."""
    extract = batches.extract
    (text,) = read(Origin("a", "0"), GOOD.encode())
    extract(text)  # the first one reads the tables, which takes longer than the limit here

    def endless(document):
        if "慢" in document.raw:
            work(60)
        return extract(document)

    monkeypatch.setattr(batches, "extract", endless)


def test_a_document_that_takes_too_long_is_a_reject_and_its_neighbours_are_loaded(slow, inbox, run) -> None:
    (inbox / "a.txt").write_text("慢慢地破获案件三起。")
    (inbox / "b.txt").write_text(GOOD)
    (inbox / "c.jsonl").write_bytes(json_lines([{"text": GOOD + "一"}, {"text": "慢"}, {"text": GOOD + "二"}]))
    summary = run(document_seconds=0.5)
    assert summary.loaded.documents_added == 3
    assert [(reject.origin.path, reject.code) for reject in summary.rejects] == [("a.txt", "overdue"), ("c.jsonl", "overdue")]
    assert "0.5 s" in summary.rejects[0].message and "SHIZHENG_DOCUMENT_SECONDS" in summary.rejects[0].advice
    assert run().loaded.outcome == "nothing"


def test_reading_that_takes_too_long_is_a_reject(inbox, run, monkeypatch) -> None:
    def endless(origin, data, fields):
        work(60)
        yield from ()

    (inbox / "a.txt").write_text(GOOD)
    monkeypatch.setattr(batches, "read", endless)
    (reject,) = run(document_seconds=0.5).rejects
    assert (reject.origin.path, reject.code) == ("a.txt", "overdue")


def test_the_processes_survive(inbox: Path, tmp_path: Path) -> None:
    """Two real processes, and a limit that no text can keep."""
    for n in range(4):
        (inbox / f"{n}.txt").write_text(GOOD * 3000 + str(n))
    (inbox / "b.txt").write_text(GOOD)
    configured = settings(inbox=inbox, lake=tmp_path / "lake", batch_bytes=1, document_seconds=0.02)
    summary = ingest(Request("run", configured), Local(2), Unwatched())
    assert {reject.code for reject in summary.rejects} == {"overdue"}
    assert {f"{n}.txt" for n in range(4)} <= {reject.origin.path for reject in summary.rejects}
    assert summary.loaded.outcome == "rejects"


def test_the_limit_holds_in_a_thread_whose_work_is_done_in_a_process(inbox: Path, tmp_path: Path) -> None:
    """As in a Dask worker, which computes in threads."""
    (inbox / "long.txt").write_text(GOOD * 3000)
    plan = make_plan(inbox, Lake(tmp_path / "lake"), "run", EXTRACTOR_VERSION)
    (batch,) = batches.batches(plan.reading, tmp_path / "staging", 1, batches.Terms({}, 0.02))
    with ThreadPoolExecutor(1) as worker:
        folder = worker.submit(apart, batches.extract_batch, batch).result()
    assert [row["code"] for row in pq.read_table(folder / "rejects.parquet").to_pylist()] == ["overdue"]


def test_a_killed_process_ends_its_batch_and_not_the_next() -> None:
    with ThreadPoolExecutor(1) as worker:
        with pytest.raises(MemoryRunError):
            worker.submit(apart, end, None).result()
        assert worker.submit(apart, str, 1).result() == "1"


def end(_item: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
