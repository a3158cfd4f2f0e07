"""One run at a time on a lake, from whichever machine.

The lock is the operating system's, and for a catalog in PostgreSQL that server's as well, so that it ends with the process that holds it,
however that ends.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from pathlib import Path

from flows.errors import BusyError
from warehouse.lake import Lake
from warehouse.server import holding


@contextmanager
def only_run(lake: Lake, now: datetime) -> Iterator[None]:
    """Hold the lake; BusyError, naming the other process or machine, where another run does."""
    with _only_here(lake.folder, now), holding(lake.server) if lake.server else nullcontext() as other:
        if other:
            raise _busy(f"the lake of {lake.folder}", f"from {other}")
        yield


@contextmanager
def _only_here(folder: Path, now: datetime) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "run.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise _busy(str(folder), file.read().strip() or "just started") from None
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {now:%Y-%m-%d %H:%M:%S}")
        file.flush()
        yield


def _busy(lake: str, who: str) -> BusyError:
    return BusyError(f"another run is at work on {lake} ({who}), and this one leaves the work to it", "Run again when it is done.")
