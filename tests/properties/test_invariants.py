"""What must hold of every text: spans, quotes, accounts of numbers, ids, the order of loads, time."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st

from flows.pipeline import Request, ingest
from flows.settings import settings
from tests.flows.conftest import Here, Unwatched
from tests.fuzz import invariants
from tests.fuzz.texts import _WORDS
from tests.warehouse.test_loading import contents
from transforms.extraction import extract
from warehouse.lake import Lake, reading
from warehouse.rows import rows_of

WORDS = st.lists(st.sampled_from(_WORDS), max_size=60).map("".join)
TEXTS = st.one_of(WORDS, st.text(max_size=200), st.tuples(WORDS, st.text(max_size=20), WORDS).map("".join))


@tried(deadline=None, max_examples=150)
@given(TEXTS)
def test_spans_quotes_and_accounts_hold(text: str) -> None:
    """Spans lie within the text, quotes are the text at their span, every number is one statistic or one nonfact or not stated."""
    invariants.extraction(text.replace("\ud800", ""))


@tried(deadline=None, max_examples=150)
@given(TEXTS)
def test_cleaning_keeps_every_character_aligned(text: str) -> None:
    invariants.cleaning(text)


@tried(deadline=None, max_examples=40)
@given(WORDS)
def test_the_same_text_gives_the_same_rows(text: str) -> None:
    source = invariants.document(text)
    assert rows_of(source, extract(source), "1") == rows_of(source, extract(source), "1")


def state(folder: Path, batches: list[dict[str, str]]) -> dict[str, list]:
    """What a lake holds after loads of batches of files, one after the other."""
    inbox = folder / "inbox"
    for files in batches:
        inbox.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (inbox / name).write_text(text)
        ingest(Request("run", settings(inbox=inbox, lake=folder / "lake")), Here(), Unwatched())
    with reading(Lake(folder / "lake")) as connection:
        return contents(connection)


def test_the_order_of_loads_and_of_files_makes_no_difference(tmp_path: Path) -> None:
    """A then B is B then A is both at once, also where both hold the same article; the ids with them."""
    first = {"a.txt": "青河县破获案件3起。", "c.txt": "同一篇:林州市调解纠纷20起。"}
    second = {
        "b.txt": "白水县走访群众1.2万人次。",
        "d.txt": "同一篇:林州市调解纠纷20起。\n",
        "e.html": "<html><p>青河县破获案件3起。</p></html>",
    }
    one = state(tmp_path / "ab", [first, second])
    assert one == state(tmp_path / "ba", [second, first]) == state(tmp_path / "both", [{**second, **first}])
    assert one["statistics"]


def seconds(texts: Iterable[str]) -> float:
    """How much work it is to read some texts, one after the other."""
    sources = [invariants.document(text) for text in texts]
    began = time.process_time()
    for source in sources:
        extract(source)
    return time.process_time() - began


def repeated(unit: str, size: int, start: int) -> str:
    """So many bytes of a text that says the same again and again, each time with another number (what is the same would be furniture)."""
    times = size // len(unit.format(n=start, month=1).encode())
    return "".join(unit.format(n=n, month=n % 12 + 1) for n in range(start, start + times))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("{month}月3日,青河县公安局第{n}次行动破获盗窃案{n}起,抓获5人,同比下降15.2%。民警化解矛盾纠纷{n}余起。\n", 500_000),
        ("青河县公安局抓获嫌疑人{n}名同比下降", 1_000_000),
        ("破获案件{n}起", 300_000),  # every letter is of a fact: so many take as long as a megabyte of the others
        ("“第{n}次”“下降”,{n}、", 100_000),
        ("“{n}", 300_000),
    ],
    ids=["paragraphs", "a line without a mark", "a line that is all numbers", "quoted words and lists", "marks that are never closed"],
)
def test_ten_times_the_text_is_at_most_twelve_times_the_work(unit: str, size: int) -> None:
    """A text against those of a tenth of its size; the least of three tries, since other work disturbs."""
    seconds([repeated(unit, 1000, 1)])
    assert any(_growth(unit, size) <= 12 for _ in range(3))


def _growth(unit: str, size: int) -> float:
    """How many times the work of a tenth, as four of them take it, is that of the whole."""
    whole = seconds([repeated(unit, size, 10_000)])
    return 4 * whole / seconds(repeated(unit, size // 10, 10_000 * n) for n in range(1, 5))
