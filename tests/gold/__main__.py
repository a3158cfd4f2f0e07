"""Print the scores of the gold corpora; with `--lift`, lift the floors of CI to them."""

import csv
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.gold.corpora import NAMES, corpus, tally
from tests.gold.scoring import OF_ALL

FLOORS = Path(__file__).parent / "floors.csv"
SLACK = 0.005


def lift(scores: dict[str, dict[str, float]]) -> None:
    """Write floors a little under the scores; none is lowered."""
    held = {(row["corpus"], row["score"]): float(row["floor"]) for row in csv.DictReader(FLOORS.read_text(encoding="utf-8").splitlines())}
    for name, rows in scores.items():
        for score, value in rows.items():
            if f"{score}{OF_ALL}" in rows:
                continue
            held[name, score] = max(held.get((name, score), 0.0), round(value - SLACK, 3))
    with FLOORS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["corpus", "score", "floor"])
        writer.writerows([*key, f"{value:.3f}"] for key, value in sorted(held.items()))


scores = {name: tally(name).rows() for name in NAMES if any(corpus(name))}
table = Table("F1, or share right", *scores)
for row in dict.fromkeys(key for rows in scores.values() for key in rows if not key.endswith(OF_ALL)):
    table.add_row(row, *(f"{rows[row]:.3f}" if row in rows else "" for rows in scores.values()))
Console().print(table)
if "--lift" in sys.argv:
    lift(scores)
