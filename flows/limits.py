"""A limit of time for one document, so that none holds up a run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_AGAIN = 1.0  # seconds until the limit is told once more, where a library took the first telling for a fault of its own


class OverdueError(BaseException):
    """The time is over. No Exception, so that nobody who works around a fault works on."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let what is inside use so many seconds of this process's time (not of the clock's: a busy machine changes no result).

    OverdueError where it takes longer. Only the main thread of a process can be stopped so; in others there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _over)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _over(_signal: int, _frame: FrameType | None) -> None:
    raise OverdueError
