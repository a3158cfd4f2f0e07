"""`make bench`: measure, print the figures, and with --write keep them in docs/benchmarks.json for docs/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import extraction, flow, lake, report, start_up
from tests.bench.figures import Figure
from tests.bench.page import keep, lines

SUITES = ("start_up", "extraction", "flow", "memory", "lake", "report")


def measured(size: int, suites: list[str], peers: Path | None) -> Iterator[Figure]:
    """The figures of the suites, one after the other, on corpora of this size."""
    with TemporaryDirectory(prefix="shizheng-bench-") as name:
        steps: dict[str, Callable[[Path], Iterator[Figure]]] = {
            "start_up": start_up.figures,
            "extraction": lambda _: extraction.figures(min(size, 1000), peers),
            "flow": lambda folder: flow.end_to_end(size, folder),
            "memory": lambda folder: flow.memory(size, folder),
            "lake": lambda folder: lake.figures(size, folder),
            "report": lambda folder: report.figures(size, folder),
        }
        yield from chain.from_iterable(steps[suite](Path(name) / suite) for suite in suites)


def main() -> int:
    """Measure and show; 1 where a bar is not held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="the size of the corpora")
    parser.add_argument("--peers", type=Path, help="a Python that has JioNLP and Recognizers-Text")
    parser.add_argument("--write", action="store_true", help="keep the figures for docs/benchmarks.md")
    parser.add_argument("suites", nargs="*", default=SUITES, choices=[*SUITES, []], help="which; all by default")
    given = parser.parse_args()
    held = True
    for figure in measured(given.articles, list(given.suites), given.peers):
        print(lines(figure), flush=True)
        held = held and figure.held
        if given.write:
            keep(figure)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
