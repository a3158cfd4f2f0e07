"""Steps run here, batches in a pool of processes: the flow without a Prefect server."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeVar

from flows.batches import Batch
from flows.errors import MemoryRunError
from flows.lean import with_little_collecting, without_pandas
from warehouse.storage import Folder

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def _begin() -> None:
    """Prepare a worker: no pandas, and no life after the process that it works for, which may be killed and can then tell it nothing."""
    without_pandas()
    with_little_collecting()
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _executor(processes: int, module: str) -> ProcessPoolExecutor:
    """Processes that have imported a module; each is started when there is work for it."""
    context = multiprocessing.get_context("forkserver")  # a fork of this process would take DuckDB's threads along
    context.set_forkserver_preload([module])
    return ProcessPoolExecutor(processes, context, _begin)


@dataclass(frozen=True, slots=True)
class Local:
    """An engine of this machine alone."""

    processes: int

    def call(self, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of the step, run in this process."""
        return step(*args, **kwargs)

    def each(self, step: Callable[[Batch], Folder], items: Iterable[Batch]) -> Iterator[tuple[Batch, Folder]]:
        """The results, as processes finish; an item is asked for when it soon has its turn. RunError where a process is killed."""
        try:
            with pool(self.processes, "flows.batches") as workers:
                yield from side_by_side(workers, step, items, _WAITING * self.processes)
        except (BrokenProcessPool, MemoryError) as error:
            raise MemoryRunError from error


@contextmanager
def pool(processes: int, module: str) -> Iterator[ProcessPoolExecutor]:
    """Processes that have imported a module; who stops early does not wait for the work that has not begun."""
    with _executor(processes, module) as workers:
        try:
            yield workers
        finally:
            workers.shutdown(cancel_futures=True)


def side_by_side(workers: Executor, step: Callable[[T], R], items: Iterable[T], most: int) -> Iterator[tuple[T, R]]:
    """The results of a step with their items, as they come; an item is taken when fewer than `most` are at work or next in turn."""
    asked: dict[Future[R], T] = {}
    for item in items:
        asked[workers.submit(step, item)] = item
        if len(asked) >= most:
            yield from _done(asked)
    while asked:
        yield from _done(asked)


def apart(step: Callable[[Batch], Folder], item: Batch) -> Folder:
    """The result of the step from the main thread of another process, for a caller in a thread, where no document could be stopped.

    The process is started once and ends with this one. MemoryRunError where it is killed.
    """
    beside = _beside()
    try:
        return beside.submit(step, item).result()
    except BrokenProcessPool as error:
        _beside.cache_clear()
        raise MemoryRunError from error


@cache
def _beside() -> ProcessPoolExecutor:
    return _executor(len(os.sched_getaffinity(0)), "flows.batches")


def _done(asked: dict[Future[R], T]) -> Iterator[tuple[T, R]]:
    """Wait for one result or more, and take them out of what was asked."""
    for future in wait(asked, return_when=FIRST_COMPLETED).done:
        yield asked.pop(future), future.result()


_WAITING = 3  # batches for each process, at work or next in turn
