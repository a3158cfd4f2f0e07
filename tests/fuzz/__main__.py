"""`python -m tests.fuzz [--minutes N] [TARGET ...]`: fuzz each target for so long, and say what was run.

Runs libFuzzer by way of atheris, each target in a process of its own, again and again until its time is over; what breaks an invariant,
crashes or hangs is left in `tests/fuzz/findings/TARGET-HASH`, to be mended and kept. The corpus grows in `.fuzz/`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
FINDINGS = Path(__file__).parent / "findings"
CORPUS = ROOT / ".fuzz"
NAMES = ("reading", "cleaning", "extraction")
LONGEST = 3000  # bytes of an input
HANG = 120  # seconds


def main() -> None:
    """Fuzz what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", default=NAMES, metavar="TARGET", help=f"of {', '.join(NAMES)}; all")
    parser.add_argument("--minutes", type=float, default=80, help="for each target")
    given = parser.parse_args()
    for name in given.targets:
        print(report(name, *fuzz(name, given.minutes * 60)), flush=True)


def fuzz(name: str, seconds: float) -> tuple[float, list[str]]:
    """Run a target for so long, beginning again after each finding; how long, and the log of each run."""
    corpus = CORPUS / name
    corpus.mkdir(parents=True, exist_ok=True)
    FINDINGS.mkdir(exist_ok=True)
    sow(name, corpus)
    began, logs = time.monotonic(), []
    while (left := seconds - (time.monotonic() - began)) > 1:
        options = [f"-max_total_time={left:.0f}", f"-max_len={LONGEST}", f"-timeout={HANG}", f"-artifact_prefix={FINDINGS}/{name}-"]
        command = [sys.executable, "-m", "tests.fuzz.inside", name, *options, "-print_final_stats=1", str(corpus)]
        log = CORPUS / f"{name}-{len(logs)}.log"
        with log.open("wb") as output:
            subprocess.run(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT, check=False)
        logs.append(log.read_text(errors="replace"))
        if len(logs) > 1 and not executions(logs[-1]):
            break  # it does not even start
    return time.monotonic() - began, logs


def sow(name: str, corpus: Path) -> None:
    """Begin with the sample articles, and with archives of them."""
    from tests.archives import gzipped, json_lines, parquet, tar, warc, zipped, zstd

    samples = [path.read_bytes()[:LONGEST] for path in sorted((ROOT / "seeds" / "articles").iterdir()) if path.suffix != ".md"]
    if name == "reading":
        few = {f"{n}.txt": data[:300] for n, data in enumerate(samples[:3])}
        lines = json_lines({"text": data.decode("utf-8", "ignore")} for data in few.values())
        packed = [
            tar(few),
            zipped(few),
            lines,
            gzipped(lines),
            zstd(lines),
            warc(few),
            warc(few, packed=False),
            parquet([{"text": "警情3起"}]),
        ]
        samples += [*packed, gzipped(samples[0]), samples[0].decode("utf-8", "ignore").encode("gb18030")]
    else:
        samples = [b"\0" + data for data in samples] + [bytes([0x80, *range(256)])]
    for n, data in enumerate(samples):
        (corpus / f"sample-{n}").write_bytes(data)


def report(name: str, seconds: float, logs: list[str]) -> str:
    """A line of the table: executions, coverage (edges), hours, findings."""
    edges = [int(found) for log in logs for found in re.findall(r"cov: (\d+)", log)]
    findings = len(list(FINDINGS.glob(f"{name}-*")))
    return f"| {name} | {sum(map(executions, logs)):,} | {max(edges, default=0):,} | {seconds / 3600:.2f} | {findings} |"


def executions(log: str) -> int:
    """How many inputs a run tried."""
    return max((int(found) for found in re.findall(r"(?:#|number_of_executed_units: )(\d+)", log)), default=0)


if __name__ == "__main__":
    main()
