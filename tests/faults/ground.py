"""Where faults are tried: an inbox and lakes to start from, processes to kill, and the judge of what is left."""

from __future__ import annotations

import multiprocessing
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.faults.deeds import LATER, run
from tests.warehouse.test_loading import contents
from warehouse.files import catalogued
from warehouse.lake import Lake, reading, transaction, writing
from warehouse.maintenance import maintain
from warehouse.verification import verify

State = dict[str, list[tuple[object, ...]]]

ARTICLE = """青河县公安局{title}
2026-03-{day:02d} 来源:青河日报

青河县公安局今年破获案件{count}起,同比上升{share}%。局长林向东说:“群众满意。”
全县调解纠纷{more}件,走访群众1.2万人次。
"""


def article(number: int, more: int = 0) -> str:
    """An article of our own that states a few things, others for each number."""
    return ARTICLE.format(title=f"通报第{number}号", day=number + 1, count=30 + number, share=10 + number, more=200 + number + more)


@dataclass(frozen=True)
class Ground:
    """A folder with an inbox, and beside it the lakes that runs start from: `first` has none, `later` one that knows an earlier inbox."""

    folder: Path
    states: dict[str, State]
    after: State

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    def begin(self, start: str, name: str) -> Path:
        """A fresh lake to try something on."""
        lake = self.folder / name
        if start != "first":
            shutil.copytree(self.folder / start, lake)
        return lake


def prepare(folder: Path) -> Ground:
    """An inbox of which a part was loaded, and then changed: a file that is new, one that is other, one that cannot be read."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for number in range(4):
        (inbox / f"{number}.txt").write_text(article(number), encoding="utf-8")
    run(inbox, folder / "later")
    before = rows(folder / "later")
    (inbox / "1.txt").write_text(article(1, more=7), encoding="utf-8")
    (inbox / "4.txt").write_text(article(4), encoding="utf-8")
    (inbox / "folder.txt").mkdir()
    shutil.copytree(folder / "later", folder / "undisturbed")
    run(inbox, folder / "undisturbed")
    run(inbox, folder / "at-once")
    after = rows(folder / "undisturbed")
    assert after == rows(folder / "at-once") != before
    return Ground(folder, {"later": before}, after)


def rows(lake: Path) -> State:
    """All rows of a lake but for what names the load."""
    with reading(Lake(lake)) as connection, transaction(connection):
        return contents(connection)


def process(deed: Callable[..., None], *arguments: object) -> BaseProcess:
    """A process that does a deed, begun: forked from one that has loaded all that it needs, and opened nothing."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.deeds"])
    begun = context.Process(target=deed, args=arguments)
    begun.start()
    return begun


def killed_after(seconds: float, deed: Callable[..., None], *arguments: object) -> bool:
    """Whether a process was killed, so many seconds after its beginning, before it had done its deed."""
    begun = process(deed, *arguments)
    time.sleep(seconds)
    begun.kill()
    begun.join()
    return begun.exitcode != 0


def faults(ground: Ground, folder: Path, start: str) -> list[str]:
    """What is wrong with a lake after a fault, with the run that follows it, and with what maintenance then leaves."""
    found = [f"after the fault: {fault}" for fault in _left(folder, ground.states.get(start), ground.after)]
    run(ground.inbox, folder)
    lake, now = Lake(folder), datetime.now(UTC) + LATER
    with writing(lake) as connection:
        found += [f"after the next run: {fault}" for fault in _unlike(contents(connection), ground.after)]
        list(maintain(connection, now, timedelta(days=1)))
        found += [f"after maintenance: {fault}" for fault in _unlike(contents(connection), ground.after)]
        found += [f"{check.promise}: {check.examples}" for check in verify(connection, lake.data) if not check.holds]
        needed = {lake.data / file.path for file in catalogued(connection)}
    return found + [f"a file that nothing needs: {file}" for file in leftovers(lake, needed)]


def _left(folder: Path, *wanted: State | None) -> list[str]:
    """How the lake that a fault left is unlike each of the states that it may be in (None: no row in it)."""
    if not Lake(folder).exists:
        return [] if None in wanted else ["there is no lake"]
    return _unlike(rows(folder), *wanted)


def _unlike(held: State, *wanted: State | None) -> list[str]:
    if held in wanted or (None in wanted and not any(held.values())):
        return []
    return [f"rows of no state that it may be in: { {name: len(rows) for name, rows in held.items()} }"]


def leftovers(lake: Lake, needed: set[Path]) -> list[Path]:
    """Files in the folder of a lake that nothing needs."""
    known = needed | {lake.catalog, lake.folder / "run.lock", lake.folder / "data.sha256"}
    beside = {lake.catalog.with_name(f"{lake.catalog.name}{ending}") for ending in ("-wal", "-shm")}
    return [file for file in lake.folder.rglob("*") if file.is_file() and file not in known | beside]
