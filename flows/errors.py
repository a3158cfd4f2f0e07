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


class UsageError(RunError):
    """What was asked for is not possible: an argument or a setting is wrong."""

    exit_code = 2
