"""Who looks on while a run works: log lines here, a progress bar in `flows.cli.progress`."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

from flows.planning import Plan

_EVERY = 5.0  # seconds between log lines of one stage


@dataclass(slots=True)
class LogWatch:
    """Log lines: what is to do, how far it is every few seconds, when the load begins; `total` and `done` are bytes of the inbox."""

    logger: logging.Logger | logging.LoggerAdapter[logging.Logger]
    total: int = 0
    done: int = 0
    told: float = field(default_factory=time.monotonic)

    def planned(self, plan: Plan) -> None:
        """The run knows what it has to do."""
        self.total = plan.bytes
        self.logger.info("%d files in the inbox, %d to read, %d new rejects", len(plan.files), len(plan.reading), len(plan.rejects))

    def extracted(self, size: int) -> None:
        """So many more bytes of the inbox have been extracted."""
        self.done += size
        if self.done >= self.total or time.monotonic() - self.told > _EVERY:
            self.told = time.monotonic()
            self.logger.info("extracted %s of %s bytes", f"{self.done:,}", f"{self.total:,}")

    def loading(self) -> None:
        """All is extracted; the load begins."""
        self.logger.info("loading")
