"""Hold extractions against gold facts: precision, recall and F1 of statistics, accounting, named and placed facts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

Item = dict
CORE = ("bound", "kind", "direction", "comparison")
FULL = (*CORE, "metric", "indicator", "offence", "period", "place")
ALIKE = 0.6


@dataclass
class Tally:
    """Hits, gold and found items by name."""

    hit: Counter = field(default_factory=Counter)
    gold: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)

    def add(self, name: str, hit: int, gold: int, found: int) -> None:
        self.hit[name] += hit
        self.gold[name] += gold
        self.found[name] += found

    def f1(self, name: str) -> float:
        """2PR/(P+R), which is twice the hits over gold and found together."""
        both = self.gold[name] + self.found[name]
        return 2 * self.hit[name] / both if both else 1.0

    def rows(self) -> dict[str, float]:
        return {name: round(self.f1(name), 4) for name in self.gold | self.found}


def load(path: Path) -> list[Item]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def locate(item: Item, raw: str) -> tuple[int, int]:
    start = raw.index(item["context"]) + item["context"].index(item.get("surface", item["context"]))
    return start, start + len(item.get("surface", item["context"]))


def overlap(span: tuple[int, int], item: Item) -> bool:
    return item["start"] < span[1] and span[0] < item["end"]


def alike(a: str | None, b: str | None) -> float:
    """Twice the longest common subsequence over both lengths."""
    a, b = a or "", b or ""
    if not a or not b:
        return float(a == b)
    row = [0] * (len(b) + 1)
    for x in a:
        left = 0
        for j, y in enumerate(b, 1):
            above = row[j]
            row[j] = left + 1 if x == y else max(above, row[j - 1])
            left = above
    return 2 * row[-1] / (len(a) + len(b))


def agrees(name: str, gold: Item, found: Item) -> bool:
    if name in {"metric", "subject"}:
        return alike(gold[name], found[name]) >= ALIKE
    return (gold[name] or None) == (found[name] or None)


def pairs(gold: list[Item], found: list[Item], raw: str) -> list[tuple[Item, Item]]:
    """Gold and found statistics of the same place, value and unit, each at most once."""
    free, matched = list(found), []
    for item in gold:
        span = locate(item, raw)
        same = [f for f in free if overlap(span, f) and Decimal(f["value"]) == Decimal(item["value"]) and f["unit"] == item["unit"]]
        if same:
            best = max(same, key=lambda f: sum(agrees(name, item, f) for name in FULL))
            free.remove(best)
            matched.append((item, best))
    return matched


OF_ALL = " of all"  # a field's share of all gold statistics, which finding more of them never lowers: what floors are held to


def score_statistics(tally: Tally, gold: list[Item], found: list[Item], raw: str) -> None:
    matched = pairs(gold, found, raw)
    tally.add("value and unit", len(matched), len(gold), len(found))
    for name, fields in (("core", CORE), ("full", FULL)):
        tally.add(name, sum(all(agrees(f, g, p) for f in fields) for g, p in matched), len(gold), len(found))
    for name in (*FULL, "subject"):
        right = sum(agrees(name, g, p) for g, p in matched)
        tally.add(name, right, len(matched), len(matched))
        tally.add(f"{name}{OF_ALL}", right, len(gold), len(gold))


def score_accounting(tally: Tally, by: dict[str, list[Item]], extraction: Item, raw: str) -> None:
    right = total = 0
    for kind, key in (("statistic", "statistics"), ("nonfact", "nonfacts")):
        for item in by.get(kind, []):
            total += 1
            right += any(overlap(locate(item, raw), f) for f in extraction[key])
    tally.add("accounted", right, total, total)


def greedy(gold: Iterable[Item], found: list[Item], same: Callable[[Item, Item], bool]) -> int:
    free, hits = list(found), 0
    for item in gold:
        best = next((f for f in free if same(item, f)), None)
        if best is not None:
            hits += 1
            free.remove(best)
    return hits


def score_named(tally: Tally, name: str, gold: list[Item], found: list[Item], key: str | None, floor: float) -> None:
    def same(item: Item, other: Item) -> bool:
        names = [item["name"], *item.get("aliases", [])]
        return max(alike(n, other["name"]) for n in names) >= floor and (key is None or item[key] == other[key])

    tally.add(name, greedy(gold, found, same), len(gold), len(found))


def score_article(tally: Tally, gold: list[Item], extraction: Item, raw: str) -> None:
    """Add one article to the tally."""
    by: dict[str, list[Item]] = {}
    for item in gold:
        by.setdefault(item["type"], []).append(item)
    score_statistics(tally, by.get("statistic", []), extraction["statistics"], raw)
    score_accounting(tally, by, extraction, raw)
    for kind, extra in (("incident", "category"), ("quotation", None)):
        found = extraction[f"{kind}s"]
        same = lambda g, f, extra=extra: overlap(locate(g, raw), f) and (extra is None or g[extra] == f[extra])  # noqa: E731
        tally.add(kind, greedy(by.get(kind, []), found, same), len(by.get(kind, [])), len(found))
    score_named(tally, "programme", by.get("programme", []), extraction["programmes"], None, 0.75)
    score_named(tally, "organisation", by.get("organisation", []), extraction["organisations"], "kind", 0.75)
    score_named(tally, "person", by.get("person", []), extraction["persons"], "kind", 1.0)
