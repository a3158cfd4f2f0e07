from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows import batches as module
from flows.batches import Batch, Terms, WholeFile, extract_batch
from flows.batches import batches as lazily
from flows.discovery import Found
from flows.planning import Planned
from transforms.records import Origin
from warehouse.staging import staged_files

TERMS = Terms({}, 60.0)


def planned(*sizes: int) -> list[Planned]:
    return [Planned(Found(f"{n}.txt", Path(f"/inbox/{n}.txt"), size), str(n), "new") for n, size in enumerate(sizes)]


def batches(plan: list[Planned], size: int) -> list[Batch]:
    return list(lazily(plan, Path("/s"), size, TERMS))


def test_batches_are_filled_in_order_up_to_their_size() -> None:
    found = batches(planned(4, 4, 4, 20, 1), 10)
    assert [[part.origin.path for part in batch.parts] for batch in found] == [["0.txt", "1.txt"], ["2.txt"], ["3.txt"], ["4.txt"]]
    assert len({batch.folder for batch in found}) == 4


def test_a_batch_is_named_by_what_it_reads_and_by_the_rules(monkeypatch) -> None:
    (batch,) = batches(planned(4, 4), 10)
    assert batches(planned(4, 4), 10) == [batch]
    assert batches(planned(4), 10)[0].folder != batch.folder
    monkeypatch.setattr(module, "EXTRACTOR_VERSION", "another")
    assert batches(planned(4, 4), 10)[0].folder != batch.folder


@pytest.fixture
def batch(inbox, tmp_path) -> Batch:
    (inbox / "a.txt").write_text("青河县破获案件三起。")
    return Batch((WholeFile(Origin("a.txt", "0"), inbox / "a.txt", 9),), tmp_path / "staging" / "one", TERMS)


def test_a_batch_leaves_its_rows(batch) -> None:
    assert extract_batch(batch) == batch.folder
    assert staged_files([batch.folder], "documents") and staged_files([batch.folder], "articles")


def test_what_was_staged_is_not_done_again(batch, monkeypatch) -> None:
    extract_batch(batch)
    monkeypatch.setattr(module, "extract", lambda document: pytest.fail("extracted again"))
    assert extract_batch(batch) == batch.folder


def rejected(batch: Batch) -> list[tuple[str, str, str]]:
    extract_batch(batch)
    return [
        (row["stage"], row["code"], row["advice"])
        for file in staged_files([batch.folder], "rejects")
        for row in pq.read_table(file).to_pylist()
    ]


def test_a_fault_of_ours_costs_one_article(batch, monkeypatch) -> None:
    def broken(document):
        raise ZeroDivisionError("除以零")

    monkeypatch.setattr(module, "extract", broken)
    assert [row[:2] for row in rejected(batch)] == [("extraction", "fault")]


def test_a_file_that_has_gone_since_the_plan_is_a_reject(batch, inbox) -> None:
    (inbox / "a.txt").unlink()
    assert [row[:2] for row in rejected(batch)] == [("discovery", "unreadable")]


def test_a_file_that_has_grown_since_the_plan_is_a_reject(batch, monkeypatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 10)
    assert [row[:2] for row in rejected(batch)] == [("discovery", "too-large")]


def test_a_text_without_an_article_is_a_reject(batch, inbox) -> None:
    (inbox / "a.txt").write_text(" \n　\n")
    found = rejected(batch)
    assert len(found) == 1 and found[0][2]


def test_a_reader_that_finds_nothing_is_a_reject(batch, monkeypatch) -> None:
    monkeypatch.setattr(module, "read", lambda origin, data, fields: iter(()))
    assert [row[:2] for row in rejected(batch)] == [("reading", "empty")]
