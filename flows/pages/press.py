"""Many pages at once: jobs that write pages, carried out by processes side by side, or here where there are too few to share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

from flows.errors import RunError
from flows.local import pool, side_by_side
from flows.pages.site import chunks

R = TypeVar("R")
Job = Callable[[], R]

_AT_ONCE = 8  # jobs that a process takes at once
_WAITING = 3  # such handfuls for each process, at work or next in turn


class Press(Protocol):
    """What carries out jobs and gives their results as they come, in any order."""

    def __call__(self, jobs: Iterable[Job[R]]) -> Iterator[R]:
        """The results of jobs, each taken when it soon has its turn."""
        ...


@contextmanager
def press(processes: int) -> Iterator[Press]:
    """A press of so many processes, of this one alone where it is one; RunError where one is killed."""
    if processes == 1:
        yield _here
        return
    try:
        with pool(processes, "flows.pages.leaves") as workers:
            yield _Shared(workers, processes)
    except BrokenProcessPool as error:
        advice = "Run again; if it happens again, lower SHIZHENG_PROCESSES."
        raise RunError("a process that writes pages was killed (out of memory?)", advice) from error


@dataclass(frozen=True, slots=True)
class _Shared:
    workers: Executor
    processes: int

    def __call__(self, jobs: Iterable[Job[R]]) -> Iterator[R]:
        for _, results in side_by_side(self.workers, _carry_out, chunks(jobs, _AT_ONCE), _WAITING * self.processes):
            yield from results


def _here(jobs: Iterable[Job[R]]) -> Iterator[R]:
    return (job() for job in jobs)


def _carry_out(jobs: Iterable[Job[R]]) -> list[R]:
    return [job() for job in jobs]
