"""The annotated article: what `extract --format html` prints, and what it makes of texts that are not meant well."""

from __future__ import annotations

from hashlib import sha256

from lxml import html

from flows.pages.article import Reading
from flows.pages.single import reading_of, single_page
from tests.warehouse.given import TEXT, document, full
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Document, Origin

STORY = """首页 > 新闻 > 正文
南河县打击电诈见成效
2025-11-03 来源:南河日报

今年1至10月,南河县公安局破获电信网络诈骗案件128起,同比上升12.5%,追回资金36万元。
“钱能追回来,要谢谢民警。”局长周文远说,全县有三名反诈专员。
责任编辑:陈晓
"""


def documents(data: bytes, path: str = "a.txt") -> list[Document]:
    return [item for item in read(Origin(path, sha256(data).hexdigest()), data) if isinstance(item, Document)]


def page_of(*found: Document) -> html.HtmlElement:
    return html.document_fromstring(single_page([reading_of(each, extract(each)) for each in found], "zh"))


def lines_of(reading: Reading) -> str:
    return "\n".join("".join(token.text for token in line.tokens) for line in reading.lines)


def test_every_fact_is_marked_with_its_raw_text_and_listed() -> None:
    (story,) = documents(STORY.encode())
    found = extract(story)
    page = page_of(story)
    facts = {
        "statistics": found.statistics,
        "quotations": found.quotations,
        "persons": found.persons,
        "numbers": [number for number in found.numbers if number.fate != "statistic"],
    }
    for kind, rows in facts.items():
        marks = page.xpath(f'//mark[@class="{kind}" and @data-fact]')
        assert sorted(mark.text_content() for mark in marks) == sorted(row.quote for row in rows) and rows
        for mark in marks:
            assert page.xpath(f'//li[@id="f-{mark.get("data-fact")}"]//dl[@id="{mark.get("aria-describedby")}"]')


def test_marks_can_be_reached_by_keyboard_and_link_to_their_entries_and_back() -> None:
    page = page_of(*documents(STORY.encode()))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(mark.get("tabindex") == "0" for mark in page.xpath("//mark[@data-fact and @id]"))
    assert {href[1:] for href in page.xpath('//a[starts-with(@href, "#")]/@href')} <= set(ids)


def test_boilerplate_stays_and_says_why() -> None:
    (story,) = documents(STORY.encode())
    grey = page_of(story).xpath('//span[@class="boilerplate"]')
    assert "首页 > 新闻 > 正文" in [each.text_content() for each in grey]
    assert all(each.get("data-reason") for each in grey)


def test_text_stays_text() -> None:
    hostile = '南河县破案3起。<script>alert("x")</script>\n<img src=x onerror=alert(1)> & "引号" \u202e反'
    page = page_of(*documents(f"南河县</title><b>标题\n\n{hostile}".encode()))
    assert page.xpath("count(//script)") == 1.0 and not page.xpath("//img") and not page.xpath("//main//b[text()='标题']")
    shown = page.xpath('//div[@class="text"]')[0].text_content()
    assert '<script>alert("x")</script>' in shown and "<img src=x onerror=alert(1)>" in shown
    assert "\u202e" not in shown and "\\u202e" in shown


def test_of_a_web_page_a_reader_sees_the_text_and_no_markup() -> None:
    said = "<p>今年以来,南河县公安局破获电信网络诈骗案件<b>12</b>起,追回的资金都已退还群众。</p><p>民警在河边救助3人,都已送到医院。</p>"
    source = f"<html><head><title>南河县打击电诈</title></head><body><h1>南河县打击电诈</h1>{said}</body></html>"
    (found,) = documents(source.encode(), "a.html")
    reading = reading_of(found, extract(found))
    assert "<" not in lines_of(reading) and "诈骗案件12起," in lines_of(reading)
    assert {"12起", "3人"} <= {fact.quote for fact in reading.facts.values()}


def test_findings_stand_beside_the_first_fact_that_they_compare() -> None:
    reading = reading_of(document(), full())
    (note,) = [note for line in reading.lines for note in line.notes]
    assert [reading.facts[name].quote for name in note.facts] == ["120", "20%"]
    shown = html.document_fromstring(single_page([reading], "zh")).xpath('//*[@role="note"]')[0]
    assert "change-of-level" in shown.text_content() and {a.text for a in shown.iter("a")} == {"120", "20%"}


def test_each_kind_of_fact_is_shown_once() -> None:
    reading = reading_of(document(), full())
    kinds = [kind for kind, _ in reading.groups(reading.lines)]
    assert kinds == ["statistics", "incidents", "programmes", "organisations", "persons", "quotations", "numbers"]
    assert lines_of(reading) == TEXT


def test_a_long_article_goes_on_several_pages_and_loses_nothing(monkeypatch) -> None:
    monkeypatch.setattr("flows.pages.article._HEAVIEST", 100_000)
    text = "\n".join(f"南河县第{n}村破获案件{n}起。" for n in range(1, 400))
    (story,) = documents(text.encode())
    reading = reading_of(story, extract(story))
    parts = reading.parts()
    assert len(parts) > 1 and tuple(line for part in parts for line in part) == reading.lines
    assert sum(len(line.facts) for line in reading.lines) == len(reading.facts)


def test_several_articles_of_a_file_are_on_one_page() -> None:
    found = (*documents(STORY.encode()), *documents("北山县去年救助8人。".encode()))
    assert [title.text for title in page_of(*found).xpath("//article/h1")] == ["南河县打击电诈见成效", "无标题"]
