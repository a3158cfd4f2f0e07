from __future__ import annotations

import gzip
import json
from hashlib import sha256
from statistics import mean

from tests.bench.corpus import article, articles, write_archive, write_files
from tests.bench.figures import Figure
from tests.bench.page import lines
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Origin


def test_articles_differ_and_are_the_same_everywhere() -> None:
    texts = list(articles(300))
    assert len(set(texts)) == 300 and texts[7] == article(7)
    assert 500 < mean(map(len, texts)) < 1000
    known = "5abaa454"
    assert sha256(article(0).encode()).hexdigest().startswith(known)


def test_most_of_them_state_something() -> None:
    stated = [len(extract(document).statistics) for text in articles(6) for document in read(Origin("a.txt", ""), text.encode())]
    assert len(stated) == 6 and sum(stated) > 30


def test_files_and_archive_hold_the_same(tmp_path) -> None:
    files = sorted(write_files(tmp_path / "files", 3).rglob("*.txt"))
    with gzip.open(write_archive(tmp_path / "all.jsonl.gz", 3), "rt", encoding="utf-8") as archive:
        records = [json.loads(line)["text"] for line in archive]
    assert [file.read_text(encoding="utf-8") for file in files] == records == list(articles(3))


def test_a_figure_says_whether_its_bar_is_held() -> None:
    slow = Figure("speed", 10, 2.0, 1.0, "s", 0.5, at_least=0.7)
    small = Figure("memory", 10, 1.0, 2.0, "GB", 0.5, at_most=1.0)
    assert not slow.held and "NOT HELD: at least 0.7" in lines(slow)
    assert small.held and "held: at most 1" in lines(small)
    assert Figure("watched", 10, 1.0, 2.0, "s", 0.5).held
