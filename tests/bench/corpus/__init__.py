"""Generated articles: as many as are wanted, each different, the same on every machine. Patterns and words lie beside this file."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

SEED = 20261122
# Characters of the body and how many of a hundred articles have so many: briefs, reports, features.
LENGTHS = (((120, 350), 50), ((350, 800), 35), ((800, 2200), 15))
FOLDER = Path(__file__).parent
PLACES = FOLDER.parents[2] / "seeds" / "places.csv"

_NUMBERS: dict[str, Callable[[Random], object]] = {
    "n": lambda dice: dice.randint(101, 9999),
    "small": lambda dice: dice.randint(11, 400),
    "few": lambda dice: dice.randint(2, 9),
    "pct": lambda dice: round(dice.uniform(1, 60), 1),
    "share": lambda dice: round(dice.uniform(88, 99.9), 1),
    "wan": lambda dice: round(dice.uniform(1, 300), 2),
    "month": lambda dice: dice.randint(1, 12),
    "date": lambda dice: dice.randint(1, 28),
    "day": lambda dice: f"{dice.randint(1, 12)}月{dice.randint(1, 28)}日",
    "hour": lambda dice: dice.randint(0, 23),
    "minute": lambda dice: dice.randint(10, 59),
}


class _Slots:
    """What `str.format_map` fills a pattern from: what is settled for the article, else a new throw for each slot."""

    def __init__(self, dice: Random, settled: dict[str, object]) -> None:
        self._dice, self._settled = dice, settled

    def __getitem__(self, name: str) -> object:
        if name in self._settled:
            return self._settled[name]
        return _NUMBERS[name](self._dice) if name in _NUMBERS else self._dice.choice(_words()[name])


def article(number: int) -> str:
    """The article of this number: a page with headline, opening, body and the furniture of its site."""
    dice = Random(f"{SEED}/{number}")
    slots = _Slots(dice, _settled(dice))
    (least, most), *_ = dice.choices([length for length, _ in LENGTHS], [share for _, share in LENGTHS])
    body = _body(dice, slots, dice.randint(least, most))
    furniture = [pattern.format_map(slots) for pattern in dice.sample(_words()["furniture"], dice.randint(1, 4))]
    head, opening = (dice.choice(_words()[name]).format_map(slots) for name in ("headline", "opening"))
    return "\n".join([*furniture[:1], head, opening, "", *body, *furniture[1:], ""])


def articles(count: int, first: int = 0) -> Iterator[str]:
    """So many articles, from the number `first`."""
    return map(article, range(first, first + count))


def write_files(folder: Path, count: int, first: int = 0) -> Path:
    """The articles as files, a thousand to a folder."""
    for number, text in enumerate(articles(count, first), first):
        file = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def write_archive(file: Path, count: int) -> Path:
    """The articles as one JSON Lines file with gzip."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(file, "wt", encoding="utf-8", compresslevel=1) as lines:
        for number, text in enumerate(articles(count)):
            lines.write(json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n")
    return file


def _settled(dice: Random) -> dict[str, object]:
    place = dice.choice(_places())
    year = dice.randint(2018, 2025)
    unit = f"{place}{dice.choice(_words()['office'])}"
    level = {"县": "县", "市": "市"}.get(place[-1], "区")
    return {"place": place, "year": year, "nextyear": year + 1, "unit": unit, "level": level}


def _body(dice: Random, slots: _Slots, length: int) -> Iterator[str]:
    """Paragraphs of one to four sentences, about `length` characters in all."""
    while length > 0:
        paragraph = "".join(pattern.format_map(slots) for pattern in dice.sample(_sentences(), dice.randint(1, 4)))
        length -= len(paragraph)
        yield f"  {paragraph}"


@cache
def _sentences() -> Sequence[str]:
    lines = (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _words() -> dict[str, list[str]]:
    words = defaultdict(list)
    for row in csv.DictReader((FOLDER / "slots.csv").read_text(encoding="utf-8").splitlines()):
        words[row["slot"]].append(row["value"])
    return words


@cache
def _places() -> Sequence[str]:
    rows = csv.DictReader(PLACES.read_text(encoding="utf-8").splitlines())
    return [row["name"] for row in rows if row["level"] == "county" and row["status"] == "current"]
