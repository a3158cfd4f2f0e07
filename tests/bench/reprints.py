"""How long reprints take, and how much memory: articles of our own, every tenth of which repeats another; and a load on top of them.

Run as `make soak`; prints one line a load. The articles are rows only: extraction is measured elsewhere.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tests.warehouse.given import START, bare, document
from transforms.checks.reprints import compare, minhash, signature, sketch
from transforms.records import Document, Extraction
from warehouse.lake import Lake, reading, writing
from warehouse.loading import Delivery, Run, commit
from warehouse.rows import rows_of
from warehouse.staging import stage

LENGTH, PORTION, REPEATED = 1200, 2000, 10
WORDS = [a + b for a in "全县市区公安民警派所群众安平法治" for b in "警情案件破获化解纠巡逻隐患整改率满意"]


def text(number: int) -> str:
    """A text of its own, or, for every tenth number, the one before it with another head, two numbers changed and its end cut off."""
    given = random.Random(number - number % REPEATED if number % REPEATED == 1 else number)
    body = "".join(f"{''.join(given.choices(WORDS, k=9))}{given.randrange(10, 9999)}起。" for _ in range(LENGTH // 24))
    return f"转载第{number}号。{body[100 : -LENGTH // 5]}" if number % REPEATED == 1 else body


def read(first: int, last: int) -> Iterator[tuple[Document, Extraction]]:
    """The articles of these numbers, as if they had been read."""
    for number in range(first, last):
        body = text(number)
        extraction = bare(body)
        day = date(2000, 1, 1) + timedelta(number % 9000)
        article = replace(extraction.article, published=day.isoformat())
        values = minhash(body)
        yield document(f"{number}.txt", body), replace(extraction, article=article, signature=signature(values), sketch=sketch(values))


def load(lake: Lake, folder: Path, first: int, last: int) -> tuple[float, int]:
    """Load the articles of these numbers; seconds of the load alone, and how many reprints the lake has then."""
    folders = []
    for start in range(first, last, PORTION):
        staged: dict[str, list[tuple[object, ...]]] = {}
        for item in read(start, min(start + PORTION, last)):
            for table, found in rows_of(*item, "1").items():
                staged.setdefault(table, []).extend(found)
        folders.append(folder / str(start))
        stage(folders[-1], staged)
    begun = time.perf_counter()
    with writing(lake) as connection:
        run = Run("run", START, START, 0, 0, 0, "1", "bench", "{}")
        commit(connection, run, Delivery(folders, [f"{number}.txt" for number in range(first, last)], compare=compare))
    seconds = time.perf_counter() - begun
    with reading(lake) as connection:
        (count,) = connection.execute("SELECT count(*) FROM reprints").fetchone() or (0,)
    return seconds, count


def main(articles: int) -> None:
    """Load so many articles at once, then a hundred more."""
    with tempfile.TemporaryDirectory() as folder:
        lake = Lake(Path(folder) / "lake")
        for first, last in ((0, articles), (articles, articles + 100)):
            seconds, found = load(lake, Path(folder) / "staged", first, last)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{last - first} articles: {seconds:.1f} s, {found} reprints in the lake, {peak:.0f} MB at most", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
