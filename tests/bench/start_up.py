"""How long a person waits before anything happens, beside plain jieba that cuts the same file: processor time of whole processes.

Commands take turns with jieba (A B A B ...), so that a machine that is busy is busy for both; medians are compared.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from tests.bench.corpus import article
from tests.bench.figures import Figure

RUNS = 7
CUT = "import jieba; list(jieba.cut(open('article.txt', encoding='utf-8').read()))"
JIEBA = (sys.executable, "-c", CUT)
SHIZHENG = (str(Path(sys.executable).with_name("shizheng")),)
BARS = {("run",): None, ("--help",): 0.4, ("extract", "article.txt"): 1.5, ("sql", "SELECT 1"): None, ("status",): None}


def figures(folder: Path) -> Iterator[Figure]:
    """Each command on a folder with one article; the first makes the lake that later ones ask."""
    (folder / "inbox").mkdir(parents=True)
    for path in ("article.txt", "inbox/article.txt"):
        (folder / path).write_text(article(2), encoding="utf-8")
    spent(JIEBA, folder)  # leaves jieba's cache of its dictionary
    for command, bar in BARS.items():
        pairs = [(spent((*SHIZHENG, *command), folder), spent(JIEBA, folder)) for _ in range(RUNS)]
        ours, other = (median(column) for column in zip(*pairs, strict=True))
        what = f"start: shizheng {' '.join(command)}, beside a cut with jieba"
        yield Figure(what, 1, ours, other, "s", ours / other, at_most=bar)


def spent(command: Sequence[str], folder: Path) -> float:
    """Processor seconds of a command as a process of its own."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
