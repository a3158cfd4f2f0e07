"""Extraction beside jieba, JioNLP and Recognizers-Text: the same texts, one process each, processor time."""

from __future__ import annotations

import json
import logging
import subprocess
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time

import jieba

from tests.bench.corpus import DENSE, ORDINARY, articles
from tests.bench.figures import Figure, in_turn
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Origin

PEERS = {"jionlp": ("JioNLP (time, money, places)", 15.0, 40), "recognizers": ("Recognizers-Text (numbers, units, dates)", 75.0, 12)}
KINDS = {"": ORDINARY, " of dense reports": DENSE}
_PIECE = 20  # articles between two turns


def figures(size: int, python: Path | None) -> Iterator[Figure]:
    """Ratios of speed, above 1 where extraction is the faster; `python` is that of the peers' environment."""
    for of, kind in KINDS.items():
        texts = list(articles(size, kind=kind))
        yield beside_jieba(f"extraction{of}", texts)
        for name, (title, bar, most) in PEERS.items() if python else ():
            yield beside(python, name, f"extraction{of} beside {title}", bar, texts[:most])


def beside_jieba(what: str, texts: Sequence[str]) -> Figure:
    """Extraction and plain jieba in turn."""
    jieba.setLogLevel(logging.ERROR)
    cut(texts[:1])
    state(texts[:_PIECE])
    pieces = [texts[at : at + _PIECE] for at in range(0, len(texts), _PIECE)]
    ours, theirs = in_turn([partial(state, piece) for piece in pieces], [partial(cut, piece) for piece in pieces])
    return _figure(f"{what} beside jieba.cut", ours, theirs, len(texts), 1.0)


def beside(python: Path, name: str, what: str, bar: float, texts: Sequence[str]) -> Figure:
    """Extraction here, and another program in its own environment."""
    lines = "".join(json.dumps(text, ensure_ascii=False) + "\n" for text in texts)
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run([python, script, name], input=lines, capture_output=True, text=True, check=True)
    start = process_time()
    state(texts)
    ours = process_time() - start
    return _figure(what, ours, json.loads(done.stdout.splitlines()[-1])[name], len(texts), bar)


def state(texts: Sequence[str]) -> None:
    """Read and extract, as a run does."""
    for text in texts:
        for document in read(Origin("article.txt", ""), text.encode()):
            extract(document)


def cut(texts: Sequence[str]) -> None:
    """Cut into words with jieba."""
    for text in texts:
        list(jieba.cut(text))


def _figure(what: str, ours: float, theirs: float, size: int, bar: float) -> Figure:
    return Figure(what, size, ours / size * 1000, theirs / size * 1000, "ms an article", theirs / ours, at_least=bar)
