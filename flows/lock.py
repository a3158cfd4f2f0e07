"""One run at a time on a lake: the lock is the operating system's, so that it ends with the process that holds it, however that ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from flows.errors import BusyError


@contextmanager
def only_run(folder: Path, now: datetime) -> Iterator[None]:
    """Hold the lake; BusyError, naming the other process, where another run does."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "run.lock").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            who = file.read().strip() or "just started"
            raise BusyError(
                f"another run is at work on {folder} ({who}), and this one leaves the work to it", "Run again when it is done."
            ) from None
        file.truncate(0)
        file.write(f"process {os.getpid()}, since {now:%Y-%m-%d %H:%M:%S}")
        file.flush()
        yield
