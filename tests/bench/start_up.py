"""How long a person waits before anything happens, beside the start of plain jieba on the same machine: `make bench`.

Commands take turns with jieba (A B A B ...), so that a machine that is busy is busy for both; medians of whole processes are compared.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

RUNS = 7
JIEBA = (sys.executable, "-c", "import jieba; jieba.initialize()")
SHIZHENG = (str(Path(sys.executable).with_name("shizheng")),)
BARS = {("--help",): 0.4, ("extract", "article.txt"): 1.5}
WATCHED = (("sql", "SELECT 1"), ("status",))
ARTICLE = "青河县公安局破获案件三起\n2026-03-04 来源:青河日报\n\n青河县公安局今年破获案件30起,同比上升两成。\n" * 20


def seconds(command: Sequence[str], folder: Path) -> float:
    """How long a command takes, as a process of its own."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - start


def beside_jieba(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Medians of the command and of jieba, run in turn."""
    pairs = [(seconds((*SHIZHENG, *command), folder), seconds(JIEBA, folder)) for _ in range(RUNS)]
    return median(ours for ours, _ in pairs), median(theirs for _, theirs in pairs)


def main() -> int:
    """Print the figures; 1 where a bar is not held."""
    held = True
    print(f"{'command':<24}{'seconds':>9}{'jieba':>9}{'ratio':>8}  at most")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "inbox").mkdir()
        for path in ("article.txt", "inbox/article.txt"):
            (folder / path).write_text(ARTICLE, encoding="utf-8")
        for command in (("run",), *BARS, *WATCHED):
            ours, theirs = beside_jieba(command, folder)
            bar = BARS.get(command)
            held = held and (bar is None or ours / theirs < bar)
            print(f"{' '.join(command):<24}{ours:>9.2f}{theirs:>9.2f}{ours / theirs:>8.2f}  {bar or ''}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
