"""Generated articles: as many as are wanted, each different, the same on every machine. Patterns and words lie beside this file."""

from __future__ import annotations

import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

SEED = 20261122
FOLDER = Path(__file__).parent
PLACES = FOLDER.parents[2] / "seeds" / "places.csv"


@dataclass(frozen=True, slots=True)
class Kind:
    """What articles are like, by weights: how many characters (from, to) a body has, and how many sentences a paragraph (one, two ...).

    `told` is the share of sentences that tell rather than count, `section` after how many paragraphs a heading may come (0: never).
    """

    lengths: tuple[tuple[tuple[int, int], int], ...]
    paragraph: tuple[int, ...]
    told: float
    section: int


# As five features of local news sites are (docs/benchmarks.md); and reports that hardly do more than count, as those of tests/gold.
ORDINARY = Kind((((600, 2400), 20), ((2400, 4200), 60), ((4200, 6000), 20)), (53, 32, 8, 4, 3), 0.72, 6)
DENSE = Kind((((120, 350), 50), ((350, 800), 35), ((800, 2200), 15)), (1, 1, 1, 1), 0.0, 0)
_TOLD = (3, 6, 10, 14, 16, 16, 13, 10, 7, 5)  # weights of no clause behind the opening of a sentence, of one, two ...

_KNOWN = 0.25  # the share of openings and clauses that are taken as they are
_CLAUSE = (
    *("{adv}{verb}{object}", "{verb}{object}", "{adv}{verb}{object}和{object}", "{verb}{object}、{verb}{object}") * 3,
    *("{cn}次{verb}{object}", "{verb}{object}等{cn}项工作", "{adv}{verb}{object}{small}次"),
)
_OPENING = ("{actor}{adv}{verb}{object}", "{link},{actor}{adv}{verb}{object}", "{link},{actor}{verb}{object}")

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
        return _NUMBERS[name](self._dice) if name in _NUMBERS else self._dice.choice(_words()[name]).format_map(self)


def article(number: int, kind: Kind = ORDINARY) -> str:
    """The article of this number: a page with headline, opening, body and the furniture of its site."""
    dice = Random(f"{SEED}/{number}")
    slots = _Slots(dice, _settled(dice))
    least, most = dice.choices(*zip(*kind.lengths, strict=True))[0]
    body = _body(dice, slots, kind, dice.randint(least, most))
    furniture = [pattern.format_map(slots) for pattern in dice.sample(_words()["furniture"], dice.randint(1, 4))]
    head, opening = (dice.choice(_words()[name]).format_map(slots) for name in ("headline", "opening"))
    return "\n".join([*furniture[:1], head, opening, "", *body, *furniture[1:], ""])


def articles(count: int, first: int = 0, kind: Kind = ORDINARY) -> Iterator[str]:
    """So many articles, from the number `first`."""
    return (article(number, kind) for number in range(first, first + count))


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


def _body(dice: Random, slots: _Slots, kind: Kind, length: int) -> Iterator[str]:
    """Paragraphs, and headings between them, about `length` characters in all."""
    since = 0
    while length > 0:
        (sentences,) = dice.choices(range(1, len(kind.paragraph) + 1), kind.paragraph)
        paragraph = "".join(_sentence(dice, kind).format_map(slots) for _ in range(sentences))
        length -= len(paragraph)
        since += 1
        yield f"  {paragraph}"
        if kind.section and since >= dice.randint(2, kind.section):
            since = 0
            yield f"\n{dice.choice(_words()['heading']).format_map(slots)}\n"


def _sentence(dice: Random, kind: Kind) -> str:
    """The pattern of a sentence: one that counts, or one put together of an opening and clauses."""
    if dice.random() >= kind.told:
        return dice.choice(_patterns("sentences"))
    (clauses,) = dice.choices(range(len(_TOLD)), _TOLD)
    return ",".join([_part(dice, "openings", _OPENING), *(_part(dice, "clauses", _CLAUSE) for _ in range(clauses))]) + "。"


def _part(dice: Random, known: str, composed: Sequence[str]) -> str:
    """A part of a sentence: most are put together word by word, so that articles have few runs of characters in common."""
    return dice.choice(_patterns(known) if dice.random() < _KNOWN else composed)


@cache
def _patterns(name: str) -> Sequence[str]:
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
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
