"""A hundred kills, and fifty times two runs at once: `make soak`. Ends with 1 where a row was lost, doubled or other than it should be.

python -m tests.faults.soak [KILLS [PAIRS]]
"""

from __future__ import annotations

import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from tests.faults.deeds import BUSY, STEPS, act, compete
from tests.faults.ground import Ground, faults, prepare, process

SEED = 7
_TOO_LATE = "the work was done before the kill; not counted among the kills"
_COMMIT_SECONDS = 0.3  # about what a commit takes at most


def measured(ground: Ground, deed: str) -> float:
    """How many seconds a deed takes that nobody disturbs."""
    lake = ground.begin("later", f"measured-{deed}")
    began = time.monotonic()
    process(act, deed, ground.inbox, lake).join()
    return time.monotonic() - began


def kills(ground: Ground, number: int, chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """So many kills, of each kind in turn: what was killed when, and what was wrong then."""
    if not number:
        return
    whole = {deed: measured(ground, deed) for deed in ("run", "maintain")}
    steps = cycle(STEPS)
    kinds = (
        "run, first",
        "run, later",
        "in the commit",
        "run, first",
        "run, later",
        "a step",
        "run, later",
        "in the commit",
        "maintain",
        "a step",
    )
    killed = 0
    for count, kind in enumerate(cycle(kinds)):
        lake = ground.folder / f"killed-{count}"
        what, found = _kill(ground, kind, next(steps) if kind == "a step" else None, whole, chance, lake)
        killed += what != _TOO_LATE
        yield what, found
        shutil.rmtree(lake)
        if killed == number:
            return


def _kill(ground: Ground, kind: str, step: str | None, whole: dict[str, float], chance: random.Random, lake: Path) -> tuple[str, list[str]]:
    start = "first" if kind == "run, first" or step == "half the lake made" else "later"
    ground.begin(start, lake.name)
    if kind == "in the commit":
        begun = process(act, "run", ground.inbox, lake, None, chance.uniform(0, _COMMIT_SECONDS) + 0.0001)
    else:
        deed = "maintain" if kind == "maintain" else "run"
        begun = process(act, deed, ground.inbox, lake, step)
        if step is None:
            begun.join(chance.uniform(0, whole[deed]))
            begun.kill()
    begun.join()
    marker = lake.with_suffix(".committed")
    when = (f": {step}" if step else "") + (" (it had just ended)" if marker.exists() else "")
    marker.unlink(missing_ok=True)
    found = faults(ground, lake, start)
    if begun.exitcode not in {0, -signal.SIGKILL}:
        found.append(f"ended with {begun.exitcode} and was not killed")
    return _TOO_LATE if begun.exitcode == 0 else f"{kind}{when}", found


def pairs(ground: Ground, number: int) -> Iterator[tuple[str, list[str]]]:
    """So many times two runs at once: how they ended, and what was wrong then."""
    for count in range(number):
        lake = ground.begin("later", f"pair-{count}")
        both = [process(compete, ground.inbox, lake) for _ in range(2)]
        for one in both:
            one.join()
        codes = sorted(one.exitcode or 0 for one in both)
        errors = [] if set(codes) <= {0, BUSY} else [f"exit codes {codes}"]
        yield "one worked, one left" if codes == [0, BUSY] else "one after the other", errors + faults(ground, lake, "later")
        shutil.rmtree(lake)


def main(kill_count: int = 100, pair_count: int = 50) -> int:
    """Print the figures; 1 where anything was wrong."""
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        ground = prepare(Path(name))
        for title, tried in (("kills", kills(ground, kill_count, random.Random(SEED))), ("two runs at once", pairs(ground, pair_count))):
            counts: Counter[str] = Counter()
            began = time.monotonic()
            for what, found in tried:
                counts[what] += 1
                wrong += bool(found)
                print(f"{title} {counts.total()}: {what}", *found, sep="\n  ", flush=True)
            print(
                f"{title}: {counts.total()} in {time.monotonic() - began:.0f} s",
                *(f"  {n:3} {what}" for what, n in sorted(counts.items())),
                sep="\n",
            )
            print(flush=True)
    print(f"wrong: {wrong}")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
