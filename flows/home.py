"""The inbox of a lake: the one folder whose files it knows by their paths."""

from __future__ import annotations

from datetime import datetime

from flows.pipeline import software
from flows.settings import Settings, recorded
from transforms.extraction import EXTRACTOR_VERSION
from warehouse.lake import writing
from warehouse.loading import Run, record_change


def name_inbox(settings: Settings, now: datetime) -> None:
    """Let the lake of these settings take their inbox for its own, though it has nothing in common with what was read."""
    run = Run("inbox", now, now, 0, 0, 0, EXTRACTOR_VERSION, software(), recorded(settings))
    with writing(settings.place) as connection:
        record_change(connection, run)
