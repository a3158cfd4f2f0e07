"""The site of a lake, beside the extraction of its articles: both with two processes, in turn, by the clock on the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from flows.pages.publishing import publish
from tests.bench.corpus import write_files
from tests.bench.figures import Figure, seconds
from tests.bench.flow import PROCESSES, alone
from tests.bench.lakes import run
from warehouse.lake import Lake

_TIMES = 3


def figures(size: int, folder: Path) -> Iterator[Figure]:
    """How much longer a report takes than the extraction of what it shows: medians of three, in turn."""
    inbox = write_files(folder / "inbox", size)
    lake = Lake(folder / "lake")
    run(inbox, lake.folder, PROCESSES)
    pairs = [(seconds(lambda: _report(lake)), seconds(lambda: alone(inbox))) for _ in range(_TIMES)]
    ours, other = (median(column) for column in zip(*pairs, strict=True))
    yield Figure("report, beside the extraction of its articles", size, ours, other, "s", ours / other, at_most=2.0)


def _report(lake: Lake) -> None:
    with TemporaryDirectory() as name:
        publish(lake, Path(name) / "site", "zh", PROCESSES)
