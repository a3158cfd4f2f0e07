"""A progress bar for a person at a terminal, log lines for everybody else."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from flows.cli.terminal import err
from flows.pipeline import Watch
from flows.planning import Plan
from flows.watch import LogWatch


@contextmanager
def watching() -> Iterator[Watch]:
    """The watch that fits standard error."""
    if not err.is_terminal:
        yield LogWatch(_logger())
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        yield Bar(progress, progress.add_task("looking at the inbox", total=None))


def _logger() -> logging.Logger:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("shizheng")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)
    return logger


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that fills as the inbox is extracted."""

    progress: Progress
    task: TaskID

    def planned(self, plan: Plan) -> None:
        """The run knows what it has to do."""
        self.progress.update(self.task, description="extracting", total=plan.bytes)

    def extracted(self, size: int) -> None:
        """So many more bytes of the inbox have been extracted."""
        self.progress.advance(self.task, size)

    def loading(self) -> None:
        """All is extracted; the load begins."""
        self.progress.update(self.task, description="loading")
