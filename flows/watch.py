"""Who looks on while a run works: log lines here, a progress bar in `flows.cli.progress`."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

from flows.planning import Plan

_EVERY = 5.0  # seconds between log lines of one stage


@dataclass(slots=True)
class LogWatch:
    """Log lines: what is to do, how far it is every few seconds, when the load begins."""

    logger: logging.Logger | logging.LoggerAdapter[logging.Logger]
    total: int = 0
    done: int = 0
    told: float = field(default_factory=time.monotonic)

    def planned(self, plan: Plan) -> None:
        """The run knows what it has to do."""
        self.total = len(plan.reading)
        self.logger.info("%d files in the inbox, %d to read, %d new rejects", len(plan.files), self.total, len(plan.rejects))

    def extracted(self, files: int) -> None:
        """So many more files have been extracted."""
        self.done += files
        if self.done == self.total or time.monotonic() - self.told > _EVERY:
            self.told = time.monotonic()
            self.logger.info("extracted %d of %d files", self.done, self.total)

    def loading(self) -> None:
        """All is extracted; the load begins."""
        self.logger.info("loading")
