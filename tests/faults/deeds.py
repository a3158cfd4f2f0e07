"""What a process does until it is killed: a run or a maintenance, dying by its own hand at a named step, or from without at any moment."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from pkgutil import resolve_name
from unittest.mock import patch

import pyarrow.parquet as pq

from flows.errors import BusyError
from flows.lean import without_pandas
from flows.lock import only_run
from flows.pipeline import Request, ingest
from flows.settings import settings
from tests.flows.conftest import Here, Unwatched
from transforms.aligned import AlignedText
from transforms.extraction import extract
from transforms.records import Document, Origin
from warehouse import lake as lakes
from warehouse import loading
from warehouse.lake import Lake, writing
from warehouse.maintenance import maintain

BUSY = 75
LATER = timedelta(days=4)  # after which nobody can still need a file that no snapshot names


def run(inbox: Path, lake: Path) -> None:
    """A run, all of it in this process, without the thousands of places that make a lake large."""
    with patch("flows.pipeline.reference", dict):
        ingest(Request("run", settings(inbox=inbox, lake=lake, processes=1, batch_bytes=900)), Here(), Unwatched())


def tidy(_inbox: Path, lake: Path) -> None:
    """Maintenance as it is some days later, when nothing has to be kept for readers."""
    now = datetime.now(UTC) + LATER
    with only_run(Lake(lake), now), writing(Lake(lake)) as connection:
        list(maintain(connection, now, timedelta(days=1)))


DEEDS: dict[str, Callable[[Path, Path], None]] = {"run": run, "maintain": tidy}


def die() -> None:
    """Die at once, with no chance to tidy up."""
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)


def _before(target: str, calls: int = 1) -> Iterator[None]:
    """Die when a function is about to be called, at that call of it."""
    original, left = resolve_name(target), iter(range(calls - 1))

    def called(*arguments: object, **named: object) -> object:
        if next(left, None) is None:
            die()
        return original(*arguments, **named)

    with patch(target, called):
        yield


def _after_calls(target: str, original: Callable[..., object], calls: int) -> Iterator[None]:
    """Die when a function has been called so many times."""
    left = iter(range(calls - 1))

    def called(*arguments: object, **named: object) -> object:
        result = original(*arguments, **named)
        if next(left, None) is None:
            die()
        return result

    with patch(target, called):
        yield


def _in_commit(delay: float, marker: Path) -> Iterator[None]:
    """Die so many seconds after the commit has begun; `marker` is there where it had ended by then."""

    @contextmanager
    def transaction(connection) -> Iterator[None]:
        connection.execute("BEGIN")
        yield
        threading.Thread(target=lambda: (time.sleep(delay), die()), daemon=True).start()
        connection.execute("COMMIT")
        marker.touch()
        time.sleep(60)

    with patch.object(loading, "transaction", transaction):
        yield


STEPS: dict[str, Callable[[], Iterator[None]]] = {
    "planned": partial(_before, "flows.pipeline._batches"),
    "half a batch staged": partial(_after_calls, "warehouse.staging.pq.write_table", pq.write_table, 2),
    "all staged": partial(_before, "flows.pipeline.load_run"),
    "half the lake made": partial(_after_calls, "warehouse.lake.bring_up_to_date", lakes.bring_up_to_date, 1),
    "half the rows written": partial(_after_calls, "warehouse.loading._insert", loading._insert, 3),
    "before the commit": partial(_after_calls, "warehouse.loading._record", loading._record, 1),
    "after the commit": partial(_before, "flows.pipeline.rejects"),
    "before the hashes": partial(_before, "warehouse.lake.record_hashes"),
    "half the hashes": partial(_before, "warehouse.files.Path.rename"),
    "staging not cleared": partial(_before, "flows.pipeline.remove", 2),
}


def compete(inbox: Path, lake: Path) -> None:
    """A run beside another; the process ends with BUSY where it left the work to that."""
    without_pandas()
    try:
        run(inbox, lake)
    except BusyError:
        sys.exit(BUSY)


def act(deed: str, inbox: Path, lake: Path, step: str | None = None, delay: float | None = None) -> None:
    """Do a deed; die at a step, or `delay` seconds into the commit, where one is given."""
    without_pandas()
    dying = contextmanager(STEPS[step])() if step else contextmanager(_in_commit)(delay, lake.with_suffix(".committed")) if delay else None
    if dying is None:
        DEEDS[deed](inbox, lake)
        return
    with dying:
        DEEDS[deed](inbox, lake)


_WARM = "青河县公安局今年破获案件120起,同比上升20%。"
# What forks of this process need not load again.
extract(Document(Origin("w.txt", ""), "utf-8", "text/plain", _WARM, AlignedText.identity(_WARM)))
