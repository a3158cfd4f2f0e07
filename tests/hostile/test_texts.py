"""Texts and pages made to do harm: nothing executes, nothing hangs, nothing is lost."""

from __future__ import annotations

import json
import time

import pytest

from flows.limits import within
from tests.flows.test_cli import shizheng
from tests.fuzz.invariants import extraction, reading
from transforms.extraction import extract
from transforms.records import Document, Reject

FACT = "青河县公安局破获案件三起,抓获5人,同比下降15.2%。"
QUOTES = ["三起", "5人", "15.2%"]


def told(text: str) -> list[str]:
    """The statistics of a text, checked against all that must hold, in little time."""
    with within(30):
        return [record.quote for record in extraction(text).statistics]


TEXTS = {
    "NUL": (FACT.replace("公", "公\0"), QUOTES),
    "bidi controls": (FACT.replace("公", "\u202e公\u202c\u2066").replace("5", "\u200f5"), QUOTES),
    "invisible characters": (FACT.replace("抓", "\u200b抓\u2060\ufeff"), QUOTES),
    "a million nested brackets": ("(" * 500_000 + "\n" + FACT + "\n" + ")" * 500_000, QUOTES),
    "a hundred thousand quotation marks": ("“" * 50_000 + "《" * 50_000 + "\n" + FACT, QUOTES),
    "a number of ten thousand digits": (FACT + "抓获" + "9" * 10_000 + "人。", QUOTES),
    "a Chinese number of ten thousand digits": (FACT + "抓获" + "九千" * 5_000 + "人。", QUOTES),
    "ten thousand numbers in a row": ("1," * 10_000 + "\n" + FACT, QUOTES),
    "a hundred thousand line ends": (FACT + "\n" * 100_000, QUOTES),
    "a line that nearly is a page bar": (FACT + "\n" + "1" * 110 + "x\n" + "." * 110 + "x\n" + "A+" * 50 + "x", QUOTES),
    "a row of verbs before a programme": (FACT + "“" + "打击整治" * 40 + "x”", QUOTES),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_keeps_its_facts(kind: str) -> None:
    text, quotes = TEXTS[kind]
    plain = [quote.translate({ord(c): None for c in "\0\u200f\u202e\u202c\u2066"}) for quote in told(text)]
    assert set(quotes) <= set(plain)


def test_a_line_of_ten_megabytes_is_read_in_time_that_grows_with_it_or_rejected(inbox, run) -> None:
    (inbox / "a.txt").write_text("破" * 3_300_000)
    (inbox / "b.txt").write_text(FACT)
    summary = run(document_seconds=20)
    assert summary.loaded.documents_added + summary.loaded.rejects_added == 2
    assert {reject.origin.path for reject in summary.rejects} <= {"a.txt"}


def test_half_a_surrogate_pair_is_a_replacement_character() -> None:
    (item,) = reading(json.dumps({"text": "\ud83d" + FACT}).encode() + b"\n")
    assert isinstance(item, Document) and item.raw == "\ufffd" + FACT


@pytest.mark.parametrize("record", ['{"text": ' + "[" * 1_000_000, '{"a":' * 100_000, '{"text": ' + "9" * 100_000 + "}", "[" * 1_000_000])
def test_json_that_is_too_deep_or_too_long_is_a_reject(record: str) -> None:
    with within(20):
        assert all(isinstance(item, Reject) or item.media_type == "text/plain" for item in reading(record.encode() + b"\n{}\n"))


LIES = {
    "says gb2312, is UTF-8": ('<html><meta charset="gb2312"><p>' + FACT + "</p></html>").encode(),
    "says utf-8, is GBK": ('<html><meta charset="utf-8"><p>' + FACT + "</p></html>").encode("gbk"),
    "says big5, is UTF-16": ('<html><meta charset="big5"><p>' + FACT + "</p></html>").encode("utf-16"),
    "says a codec that is none of text": ('<html><meta charset="zlib_codec"><p>' + FACT + "</p></html>").encode(),
    "says a codec that executes": ('<html><meta charset="unicode_escape"><p>' + FACT + "</p></html>").encode(),
    "a mark of UTF-8 before GBK is damaged": b"\xef\xbb\xbf" + (FACT * 3).encode("gbk"),
}


@pytest.mark.parametrize("lie", LIES)
def test_an_encoding_that_lies_is_found_out(lie: str) -> None:
    (item,) = reading(LIES[lie])
    if lie.endswith("damaged"):
        assert isinstance(item, Reject) and item.code == "encoding"
    else:
        assert isinstance(item, Document) and FACT in item.visible.text


PAGE = f"""<html><head><title>夜巡</title></head><body onload="steal()"><h1>夜巡</h1>
<script>document.write("抓获900人")</script><style>p::before {{ content: "抓获901人" }}</style>
<svg onload="steal()"><script>steal("抓获902人")</script><text>图</text></svg>
<p>{FACT}<a href="javascript:steal()">全文</a><img src=x onerror="steal('抓获903人')"></p>
<iframe srcdoc="<p>抓获904人</p>"></iframe><math><mtext></mtext></math>
<p>&lt;script&gt;steal()&lt;/script&gt;民警调解纠纷20起。</p><!-- 抓获905人 --></body></html>"""


def test_what_a_page_would_execute_is_no_text() -> None:
    (item,) = reading(PAGE.encode())
    found = {record.quote for record in extract(item).statistics}
    assert {"三起", "5人", "20起"} <= found
    assert not any(number in item.visible.text for number in ("900", "901", "902", "903", "905"))


def test_the_annotated_page_shows_markup_and_executes_none(tmp_path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.txt").write_text(f'夜巡<script>steal()</script>"><img src=x onerror=steal()>\n{FACT}\n<a href="javascript:steal()">')
    for name in ("a.html", "b.txt"):
        page = shizheng("extract", name, "--format", "html", cwd=tmp_path).stdout
        assert "三起" in page
        for harm in ("<script>steal", "<img", "<svg onload", "<iframe", 'href="javascript:', 'onload="steal'):
            assert harm not in page.replace("&#34;", '"') or harm not in page


@pytest.mark.parametrize(
    "source", ["<div>" * 100_000, "<" * 200_000, "<!--" * 100_000, "<!---->" * 700, "&amp;" * 100_000, "<p a=" * 50_000]
)
def test_broken_markup_is_read_in_time(source: str) -> None:
    began = time.process_time()
    reading(("<html>" + source + FACT).encode())
    assert time.process_time() - began < 30
