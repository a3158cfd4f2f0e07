"""Archives in the inbox: each record a document of its own, once and for all."""

from __future__ import annotations

import io

import pytest

from flows import batches
from flows.discovery import Found
from flows.local import Local
from flows.pipeline import Request, ingest
from flows.planning import Planned
from flows.settings import settings
from tests.archives import gzipped, json_lines, parquet, tar, warc, zipped, zstd
from tests.flows.conftest import Unwatched
from tests.warehouse.test_loading import contents
from transforms.reading import LONGEST, entries
from warehouse.lake import Lake, reading

TEXTS = [f"第{n}期简报。\n青河县公安局破获案件{n + 3}起,抓获{n + 5}人。" for n in range(12)]
RECORDS = [{"text": text, "published": "2024-05-01"} for text in TEXTS]
MEMBERS = {f"简报/{n}.txt": text.encode() for n, text in enumerate(TEXTS)}
ARCHIVES = {
    "a.jsonl": json_lines(RECORDS),
    "b.jsonl.gz": gzipped(json_lines(RECORDS)),
    "c.jsonl.zst": zstd(json_lines(RECORDS)),
    "d.parquet": parquet(RECORDS),
    "e.tar.gz": gzipped(tar(MEMBERS)),
    "f.zip": zipped(MEMBERS),
    "g.warc.gz": warc({f"http://a.example/{name}": data for name, data in MEMBERS.items()}),
    "h.wet.gz": warc({f"http://a.example/{name}": data for name, data in MEMBERS.items()}, kind="conversion"),
}


def rows(tmp_path, query: str, lake: str = "lake") -> list[tuple]:
    with reading(Lake(tmp_path / lake)) as connection:
        return connection.execute(query).fetchall()


def test_every_record_of_every_kind_is_a_document_with_its_place(inbox, run, tmp_path) -> None:
    for name, data in ARCHIVES.items():
        (inbox / name).write_bytes(data)
    summary = run(batch_bytes=300)
    assert (summary.loaded.documents_added, summary.loaded.articles_added, summary.loaded.rejects_added) == (12 * 8, 12, 0)
    places = rows(tmp_path, "SELECT path, count(DISTINCT (member, member_offset)) FROM documents GROUP BY path ORDER BY path")
    assert places == [(name, 12) for name in ARCHIVES]


def test_a_document_can_be_read_again_from_its_place(inbox, run, tmp_path) -> None:
    (inbox / "e.tar.gz").write_bytes(ARCHIVES["e.tar.gz"])
    run()
    for member, offset, raw in rows(tmp_path, "SELECT member, member_offset, raw FROM documents JOIN articles USING (article_id)"):
        found = next(entry for entry in entries(io.BytesIO(ARCHIVES["e.tar.gz"]), "e.tar.gz") if entry.offset == offset)
        assert (found.member, found.content.decode()) == (member, raw)


@pytest.mark.parametrize("name", ["b.jsonl.gz", "f.zip"])
def test_a_second_run_over_an_archive_loads_nothing(inbox, run, name) -> None:
    (inbox / name).write_bytes(ARCHIVES[name])
    assert run(batch_bytes=300).loaded.documents_added == 12
    second = run(batch_bytes=100)
    assert (second.loaded.outcome, second.run.files_read, second.plan.counts) == ("nothing", 0, {"loaded": 1})


def test_an_archive_that_was_partly_processed_completes(inbox, run, stops_at, tmp_path) -> None:
    (inbox / "b.jsonl.gz").write_bytes(ARCHIVES["b.jsonl.gz"])
    texts = stops_at(5)
    with pytest.raises(KeyboardInterrupt):
        run(batch_bytes=1)
    assert run(batch_bytes=1).loaded.documents_added == 12
    assert texts[5:] == TEXTS[4:]  # what was staged before was not extracted again
    run(batch_bytes=1, lake="fresh")
    with reading(Lake(tmp_path / "lake")) as first, reading(Lake(tmp_path / "fresh")) as second:
        assert contents(first) == contents(second)


def test_a_changed_archive_replaces_its_articles(inbox, run, tmp_path) -> None:
    (inbox / "a.jsonl").write_bytes(json_lines(RECORDS))
    run()
    (inbox / "a.jsonl").write_bytes(json_lines(RECORDS[2:]))
    summary = run()
    assert (summary.loaded.articles_removed, len(rows(tmp_path, "FROM documents"))) == (2, 10)


def test_a_bad_record_is_a_reject_at_its_place_and_all_else_is_loaded(inbox, run, tmp_path) -> None:
    lines = json_lines(RECORDS).splitlines(keepends=True)
    (inbox / "a.jsonl").write_bytes(b"".join([*lines[:6], b"{broken\n", *lines[6:], b'{"id": 7}\n', b'{"text": "\\u0000"}\n']))
    summary = run()
    assert summary.loaded.documents_added == 12
    assert rows(tmp_path, "SELECT member_offset, stage, code FROM rejects ORDER BY 1")[:2] == [
        (sum(map(len, lines[:6])), "reading", "record"),
        (sum(map(len, lines)) + 8, "reading", "no-text-field"),
    ]
    assert summary.rejected_share == pytest.approx(3 / 15)
    assert run().loaded.outcome == "nothing"


def test_the_fields_of_records_are_a_setting(inbox, run, monkeypatch) -> None:
    (inbox / "a.jsonl").write_bytes(json_lines({"story": text} for text in TEXTS))
    assert run().loaded.rejects_added == 12
    monkeypatch.setenv("SHIZHENG_FIELDS", '{"text": "story"}')
    summary = run("retry", frozenset({"a.jsonl"}))
    assert (summary.loaded.documents_added, summary.open_rejects) == (12, 0)


def test_an_archive_may_be_larger_than_a_document(inbox, run) -> None:
    with (inbox / "a.jsonl").open("wb") as file:
        for n in range(12):
            file.write(json_lines([{"text": f"第{n}期。破获案件{n}起。", "padding": "x" * (LONGEST // 10)}]))
    assert run().loaded.documents_added == 12


def test_an_archive_is_unpacked_while_batches_are_asked_for(inbox) -> None:
    """What waits in memory is bounded by how many batches an engine asks for, not by the archive."""
    (inbox / "torn.jsonl.gz").write_bytes(gzipped(json_lines(RECORDS)) + gzipped(json_lines(RECORDS))[:-9])
    found = Found("torn.jsonl.gz", inbox / "torn.jsonl.gz", 1)
    waiting = batches.batches([Planned(found, "0", "new")], inbox, 1, batches.Terms({}, 60.0))
    first = next(waiting)
    assert [part.entry.offset for part in first.parts] == [0]
    assert len(list(waiting)) == 24


def test_processes_give_the_same_rows_as_one(inbox, run, tmp_path) -> None:
    for name in ("b.jsonl.gz", "f.zip"):
        (inbox / name).write_bytes(ARCHIVES[name])
    run()
    there = settings(inbox=inbox, lake=tmp_path / "other", batch_bytes=300)
    ingest(Request("run", there), Local(2), Unwatched())
    with reading(Lake(tmp_path / "lake")) as first, reading(Lake(tmp_path / "other")) as second:
        assert contents(first) == contents(second)
