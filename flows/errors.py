"""What goes wrong with a run, said for people."""

from __future__ import annotations


class RunError(Exception):
    """A run that cannot go on; `advice` says what to do, `exit_code` how the command line ends."""

    exit_code = 3

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


class BusyError(RunError):
    """Another run is at work on this lake."""


class MemoryRunError(RunError):
    """A process that extracts was killed, or had no memory left."""

    def __init__(self) -> None:
        advice = "Run again: what was extracted is kept. If it happens again, lower SHIZHENG_PROCESSES or SHIZHENG_BATCH_BYTES."
        super().__init__("a process that extracts was killed (out of memory?)", advice)


class UsageError(RunError):
    """What was asked for is not possible: an argument or a setting is wrong."""

    exit_code = 2
