from __future__ import annotations

import gzip
import json
import re
from hashlib import sha256
from statistics import mean

from tests.bench.corpus import DENSE, article, articles, write_archive, write_files
from tests.bench.figures import Figure
from tests.bench.page import lines
from transforms.checks.reprints import minhash, signature
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Origin


def test_articles_differ_and_are_the_same_everywhere() -> None:
    texts = list(articles(300))
    assert len(set(texts)) == 300 and texts[7] == article(7)
    assert 3000 < mean(map(len, texts)) < 4000
    known = "73575fb1"
    assert sha256(article(0).encode()).hexdigest().startswith(known)


def test_they_state_as_much_as_articles_do() -> None:
    text = "".join(articles(60))
    sentences = [sentence for sentence in re.findall(r"[^。!?\n]{4,}[。!?]", text) if sentence.strip()]
    plain = mean(not re.search(r"\d", sentence) for sentence in sentences)
    assert 55 < len(text) / len(re.findall(r"\d[\d.]*", text)) < 90
    assert 50 < mean(map(len, sentences)) < 75 and 0.5 < plain < 0.7
    dense = "".join(articles(60, kind=DENSE))
    assert len(dense) / len(re.findall(r"\d[\d.]*", dense)) < 25


def test_they_have_little_in_common() -> None:
    """Else each would look like a reprint of each."""
    bands = [set(signature(minhash(text))) for text in articles(40)]
    assert mean(bool(one & other) for at, one in enumerate(bands) for other in bands[:at]) < 0.02


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
