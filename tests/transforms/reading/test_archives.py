from __future__ import annotations

import io
import json
import tracemalloc
import zlib
from random import Random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.archives import gzipped, json_lines, parquet, tar, warc, zipped, zstd
from transforms.reading import entries, is_archive, read, read_entry
from transforms.records import Document, Origin, Reject

FIRST = "青河县公安局破获案件三起。\n抓获5人。"
SECOND = "林州市调解纠纷20起,同比下降一成。"
RECORDS = [{"title": "青河破案", "text": FIRST, "published": "2024-05-01"}, {"text": SECOND}]
MEMBERS = {"2024/a.txt": FIRST.encode(), "2024/b.txt": SECOND.encode("gb18030")}
PAGES = {"http://a.example/1": FIRST.encode(), "http://a.example/2": SECOND.encode()}
ARCHIVE = Origin("news", "0" * 64)
KINDS = {
    "news.jsonl": json_lines(RECORDS),
    "news.jsonl.gz": gzipped(json_lines(RECORDS)),
    "news.jsonl.zst": zstd(json_lines(RECORDS)),
    "news.parquet": parquet(RECORDS),
    "news.tar": tar(MEMBERS),
    "news.tar.gz": gzipped(tar(MEMBERS)),
    "news.tar.zst": zstd(tar(MEMBERS)),
    "news.zip": zipped(MEMBERS),
    "crawl.warc": warc(PAGES, packed=False),
    "crawl.warc.gz": warc(PAGES),
    "crawl.warc.zst": zstd(warc(PAGES, packed=False)),
    "crawl.wet.gz": warc(PAGES, kind="conversion"),
}


def items(data: bytes, name: str = "news", **fields: str) -> list[Document | Reject]:
    return [item for entry in entries(io.BytesIO(data), name) for item in read_entry(ARCHIVE, entry, fields)]


def codes(data: bytes, name: str = "news") -> list[str]:
    return [item.code if isinstance(item, Reject) else "read" for item in items(data, name)]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_gives_its_articles(name: str) -> None:
    assert is_archive(io.BytesIO(KINDS[name]), name)
    assert [item.raw for item in items(KINDS[name], name)] == [FIRST, SECOND]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_told_by_its_bytes_alone(name: str) -> None:
    assert is_archive(io.BytesIO(KINDS[name]), "whatever")


@pytest.mark.parametrize("name", KINDS)
def test_each_article_has_a_place_of_its_own(name: str) -> None:
    places = {(item.origin.member, item.origin.offset) for item in items(KINDS[name], name)}
    assert len(places) == 2 and (None, None) not in places


@pytest.mark.parametrize("name", ["news.jsonl", "news.tar", "news.jsonl.gz", "news.jsonl.zst", "news.tar.gz"])
def test_the_place_points_at_the_bytes(name: str) -> None:
    unpacked = {"gz": lambda data: zlib.decompress(data, 31), "st": lambda _: KINDS["news.jsonl"]}.get(name[-2:], bytes)(KINDS[name])
    for entry in entries(io.BytesIO(KINDS[name]), name):
        assert unpacked[entry.offset :].startswith(entry.content)


def test_the_place_in_a_zip_archive_or_a_web_archive_is_where_the_header_begins() -> None:
    for entry in entries(io.BytesIO(KINDS["news.zip"]), "news.zip"):
        assert KINDS["news.zip"][entry.offset :].startswith(b"PK\x03\x04")
    for entry in entries(io.BytesIO(KINDS["crawl.warc"]), "crawl.warc"):
        assert KINDS["crawl.warc"][entry.offset :].startswith(b"WARC/1.") and entry.member in PAGES


@pytest.mark.parametrize("name", ["news.jsonl", "news.parquet"])
def test_records_say_their_title_and_date(name: str) -> None:
    assert items(KINDS[name], name)[0].hints == {"title": "青河破案", "published": "2024-05-01"}


def test_the_names_of_fields_can_be_said() -> None:
    data = json_lines([{"正文体": FIRST, "text": "摘要", "标题行": "青河破案"}])
    (item,) = items(data, text="正文体", title="标题行")
    assert (item.raw, item.hints) == (FIRST, {"title": "青河破案"})
    assert items(data)[0].raw == "摘要"


def test_an_html_page_in_a_record_is_read_as_one() -> None:
    (item,) = items(json_lines([{"html": f"<html><body><p>{SECOND}</p></body></html>", "title": "调解"}]))
    assert (item.media_type, item.visible.text, item.hints["title"]) == ("text/html", SECOND, "调解")


def test_a_line_in_gbk_is_read() -> None:
    assert items(json.dumps({"text": SECOND}, ensure_ascii=False).encode("gb18030"), "a.jsonl")[0].raw == SECOND


@pytest.mark.parametrize("text", ["{青河县破案三起。\n", '{"青河县"破案三起。}\n另一行', "青河县\n", ""])
def test_a_text_that_begins_with_a_brace_is_no_archive(text: str) -> None:
    assert not is_archive(io.BytesIO(text.encode()), "a.txt")


def test_an_archive_within_an_archive_is_read_with_both_places() -> None:
    inner = {"day.jsonl.gz": gzipped(json_lines(RECORDS)), "page.txt.gz": gzipped(FIRST.encode())}
    found = items(tar({"month.zip": zipped(inner)}))
    assert [item.raw for item in found] == [FIRST, SECOND, FIRST]
    assert [item.origin.member for item in found][2] == "month.zip at 512 » page.txt.gz"
    assert len({(item.origin.member, item.origin.offset) for item in found}) == 3


def test_what_is_small_is_read_as_a_whole_too() -> None:
    assert [item.raw for item in read(ARCHIVE, KINDS["news.tar.gz"])] == [FIRST, SECOND]


def test_what_is_no_article_of_an_archive_is_passed_over() -> None:
    members = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "README.md": b"x", "./../a.txt": FIRST.encode()}
    for data in (tar(members), zipped(members)):
        assert [item.origin.member for item in items(data)] == ["./../a.txt"]


def test_names_of_a_zip_from_a_chinese_windows_are_read() -> None:
    name = "青河日报/要闻.txt"
    data = zipped({"q" * len(name.encode("gb18030")): FIRST.encode()})
    data = data.replace(b"q" * len(name.encode("gb18030")), name.encode("gb18030"))
    assert items(data)[0].origin.member == name


def test_what_is_between_two_damaged_records_is_read() -> None:
    lines = [b"{nonsense", json_lines([RECORDS[0]]).strip(), b"", b"[1]", b'{"id": 1}', b'{"text": " "}', json_lines([RECORDS[1]])]
    assert codes(b"\n".join(lines), "a.jsonl") == ["record", "read", "record", "no-text-field", "empty", "read"]


def test_a_record_without_text_says_which_fields_it_has() -> None:
    (reject,) = items(json_lines([{"headline": "甲", "story": "乙"}]))
    assert "headline, story" in reject.message and "SHIZHENG_FIELDS" in reject.advice


TORN = ["news.jsonl.gz", "news.tar", "news.tar.gz", "news.jsonl.zst", "news.tar.zst", "crawl.warc", "crawl.warc.gz"]


@pytest.mark.parametrize("name", TORN)
@pytest.mark.parametrize("lost", [5, 30])
def test_a_torn_archive_is_read_up_to_the_tear_and_says_so(name: str, lost: int) -> None:
    members = {f"{n}.txt": FIRST.encode() + b" " * n for n in range(400)}
    whole = {
        "jsonl": json_lines({"text": text.decode()} for text in members.values()),
        "tar": tar(members).rstrip(b"\0") if name == "news.tar" else tar(members),
        "warc": warc(members, packed=False),
    }[name.split(".")[1]]
    data = warc(members) if name == "crawl.warc.gz" else {"gz": gzipped, "st": zstd}.get(name[-2:], bytes)(whole)
    found = codes(data[:-lost], name)
    assert found[-1] in ("truncated", "damaged") and set(found[:-1]) <= {"read"} and len(found) <= 401


@pytest.mark.parametrize("name", ["news.parquet", "news.zip"])
def test_an_archive_without_its_directory_is_a_reject(name: str) -> None:
    assert codes(KINDS[name][:-9], name) == ["damaged"]


def test_an_empty_archive_is_a_reject() -> None:
    assert codes(tar({})) == codes(zipped({})) == codes(b"\n\n", "a.jsonl") == ["empty"]


def test_an_office_document_is_no_archive_of_articles() -> None:
    assert codes(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})) == ["binary"]


def test_answers_of_a_server_that_are_no_article_are_rejects() -> None:
    assert codes(warc(PAGES, status="404 Not Found")) == ["status", "status"]


def peak(data: bytes, name: str) -> tuple[int, int]:
    """How many entries an archive gives, and the most memory that was held while it gave them."""
    file = io.BytesIO(data)
    before = pa.total_allocated_bytes()
    tracemalloc.start()
    arrow = [pa.total_allocated_bytes() for _ in entries(file, name)]
    most = tracemalloc.get_traced_memory()[1] + max(arrow) - before
    tracemalloc.stop()
    return len(arrow), most


def varied(count: int) -> dict[str, bytes]:
    random = Random(count)
    return {f"{n}.txt": "".join(random.choices(FIRST + SECOND, k=500)).encode() for n in range(count)}


PACKERS = {
    "a.jsonl": lambda members: json_lines({"text": text.decode()} for text in members.values()),
    "a.jsonl.gz": lambda members: gzipped(json_lines({"text": text.decode()} for text in members.values())),
    "a.jsonl.zst": lambda members: zstd(json_lines({"text": text.decode()} for text in members.values())),
    "a.parquet": lambda members: parquet({"text": text.decode()} for text in members.values()),
    "a.tar": tar,
    "a.tar.gz": lambda members: gzipped(tar(members)),
    "a.warc.gz": warc,
    "a.zip": zipped,
}
DIRECTORY = 1500  # bytes of memory for a member, where a format keeps a directory
SETTLED = {"a.parquet": 3000}  # from so many on, where buffers grow at first


@pytest.mark.parametrize("name", PACKERS)
def test_memory_does_not_grow_with_the_archive(name: str) -> None:
    pack, count = PACKERS[name], SETTLED.get(name, 300)
    peak(pack(varied(10)), name)  # what a library keeps from its first use on
    few, small = peak(pack(varied(count)), name)
    many, large = peak(pack(varied(count + 3000)), name)
    assert (few, many) == (count, count + 3000)
    assert large < small * 1.2 + 200_000 + (many * DIRECTORY if name == "a.zip" else 0)


@hypothesis_settings(deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.integers(0, 5000), st.binary(min_size=1, max_size=4))
def test_damage_anywhere_is_read_or_rejected(name: str, at: int, noise: bytes) -> None:
    data = KINDS[name]
    at %= len(data)
    found = items(data[:at] + noise + data[at + len(noise) :], name)
    assert all(isinstance(item, Document) or (item.message and item.advice) for item in found)


@hypothesis_settings(deadline=None)
@given(
    st.sampled_from([b"PK\x03\x04", b"PAR1", b"WARC/1.0\r\n", b"\x28\xb5\x2f\xfd", b'{"', bytes(257) + b"ustar\x0000"]),
    st.binary(max_size=2000),
)
def test_any_bytes_behind_a_mark_are_read_or_rejected(mark: bytes, data: bytes) -> None:
    assert all(isinstance(item, Document) or (item.message and item.advice) for item in read(ARCHIVE, mark + data))
