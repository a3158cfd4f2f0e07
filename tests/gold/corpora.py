"""The gold corpora: three of our own that rules are written on, one that nobody looks at (`corpora.csv`), and the real articles."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from tests.gold.scoring import Item, Tally, load, score_article
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Document, Origin
from transforms.serialisation import as_json

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"
CORPORA = {row["article"]: row["corpus"] for row in csv.DictReader((HERE / "corpora.csv").read_text(encoding="utf-8").splitlines())}
NAMES = ("first", "second", "third", "blind", "real")


def corpus(name: str) -> Iterator[tuple[Path, Path]]:
    """The article and gold files of a corpus; nothing for `real` where ../shared is absent."""
    articles, facts = (SHARED / "articles", SHARED / "gold") if name == "real" else (HERE / "articles", HERE / "facts")
    for gold in sorted(facts.glob("*.jsonl")):
        if name in {"real", CORPORA.get(gold.stem)}:
            yield articles / f"{gold.stem}.txt", gold


def extraction(article: Path) -> tuple[str, Item]:
    """The raw text of an article and what is extracted from it."""
    document = next(iter(read(Origin(article.name, ""), article.read_bytes())))
    assert isinstance(document, Document)
    return document.raw, as_json(extract(document))


def tally(name: str) -> Tally:
    """The scores of a corpus."""
    scores = Tally()
    for article, gold in corpus(name):
        raw, found = extraction(article)
        score_article(scores, load(gold), found, raw)
    return scores
