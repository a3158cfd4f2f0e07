"""A run from files to a committed snapshot, beside extraction alone in as many processes; and what memory it takes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from tests.bench.corpus import write_archive, write_files
from tests.bench.extraction import state
from tests.bench.figures import Figure, seconds
from tests.bench.lakes import run
from warehouse.lake import Lake, reading

PROCESSES = 2
_PIECE = 200  # files that a process takes at once


def end_to_end(size: int, folder: Path) -> Iterator[Figure]:
    """A run's speed as a share of that of extraction alone, which runs before and after it."""
    inbox = write_files(folder / "inbox", size)
    before = seconds(lambda: alone(inbox))
    ours = seconds(lambda: run(inbox, folder / "lake", PROCESSES))
    other = (before + seconds(lambda: alone(inbox))) / 2
    yield Figure("files to a committed snapshot, beside extraction alone", size, ours, other, "s", other / ours, at_least=0.7)


def alone(inbox: Path) -> None:
    """Read and extract each file, and keep nothing."""
    files = sorted(inbox.rglob("*.txt"))
    with ProcessPoolExecutor(PROCESSES, get_context("forkserver")) as pool:
        list(pool.map(_extract, (files[at : at + _PIECE] for at in range(0, len(files), _PIECE))))


def _extract(files: Sequence[Path]) -> None:
    state([file.read_text(encoding="utf-8") for file in files])


def memory(size: int, folder: Path) -> Iterator[Figure]:
    """The largest memory of `shizheng run` over one archive, all its processes together, in gigabytes."""
    write_archive(folder / "inbox" / "articles.jsonl.gz", size)
    command = (
        Path(sys.executable).with_name("shizheng"),
        "run",
        "--inbox",
        folder / "inbox",
        "--lake",
        folder / "lake",
        "-p",
        str(PROCESSES),
    )
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(map(_share, _tree(process.pid))))
            time.sleep(0.2)
    with reading(Lake(folder / "lake")) as connection:
        (found,) = connection.execute("SELECT count(*) FROM documents").fetchone()
    if found != size:
        raise ValueError(f"the run over an archive of {size} articles loaded {found}")
    yield Figure("peak memory of a run over one archive", size, peak / 1e9, 2.0, "GB", peak / 2e9, at_most=1.0)


def _tree(root: int) -> Iterator[int]:
    """A process and all that it started."""
    yield root
    with suppress(OSError):
        for thread in Path(f"/proc/{root}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _tree(int(child))


def _share(process: int) -> int:
    """Its memory in bytes; what it shares with others counts in part."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return 0
