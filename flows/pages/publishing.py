"""A report from beginning to end: built beside its place, then put there whole."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

from flows.errors import UsageError
from flows.pages.build import build
from flows.pages.words import Language
from warehouse.lake import Lake, reading_still

_MARK = b'content="shizheng"'  # what index.html of every report says of who made it


@dataclass(frozen=True, slots=True)
class Published:
    """What was written: how many pages, in what time."""

    pages: int
    seconds: float


def publish(lake: Lake, folder: Path, language: Language, processes: int = 1) -> Published:
    """Write the site of a lake as of now to a folder, in place of an earlier one; UsageError where something else is there."""
    started = perf_counter()
    _check(folder)
    with reading_still(lake) as connection:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            build(connection, made, language, processes)
            pages = sum(1 for _ in made.rglob("*.html"))
            _replace(folder, made)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    return Published(pages, perf_counter() - started)


def _check(folder: Path) -> None:
    if find_spec("pygal") is None:
        raise UsageError("the charts of a report need pygal, which is not installed", "Install it with `pip install 'shizheng[report]'`.")
    index = folder / "index.html"
    ours = index.is_file() and _MARK in index.read_bytes()[:2000]
    if folder.exists() and not ours and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} holds something else than a report", "Name another folder with --output, or empty that one.")


def _replace(folder: Path, made: Path) -> None:
    made.chmod(0o755)
    if folder.exists():
        shutil.rmtree(folder)
    made.rename(folder)
