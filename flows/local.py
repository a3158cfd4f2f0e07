"""Steps run here, batches in a pool of processes: the flow without a Prefect server."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import ParamSpec, TypeVar

from flows.batches import Batch
from flows.errors import RunError
from flows.lean import without_pandas

P = ParamSpec("P")
R = TypeVar("R")


def _begin() -> None:
    """Prepare a worker: no pandas, and no life after the process that it works for, which may be killed and can then tell it nothing."""
    without_pandas()
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


@dataclass(frozen=True, slots=True)
class Local:
    """An engine of this machine alone."""

    processes: int

    def call(self, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of the step, run in this process."""
        return step(*args, **kwargs)

    def each(self, step: Callable[[Batch], Path], items: Sequence[Batch]) -> Iterator[tuple[Batch, Path]]:
        """The results, as processes finish. BrokenProcessPool where one of them is killed."""
        if not items:
            return
        context = multiprocessing.get_context("forkserver")  # a fork of this process would take DuckDB's threads along
        context.set_forkserver_preload(["flows.batches"])
        with ProcessPoolExecutor(min(self.processes, len(items)), context, _begin) as pool:
            asked = {pool.submit(step, item): item for item in items}
            try:
                for future in as_completed(asked):
                    yield asked[future], future.result()
            except BrokenProcessPool as error:
                raise RunError("a process that extracts was killed (out of memory?)", _LESS) from error
            finally:
                pool.shutdown(cancel_futures=True)  # who stops a run does not wait for the batches that have not begun


_LESS = "Run again: what was extracted is kept. If it happens again, lower SHIZHENG_PROCESSES or SHIZHENG_BATCH_BYTES."
