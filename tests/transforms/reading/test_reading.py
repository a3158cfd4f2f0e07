import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.reading import LONGEST, read
from transforms.records import Document, Origin, Reject

TEXT = "柳林派出所夜巡记\n今年1至8月,派出所接报警情1,280起,同比下降15.2%。“夜里踏实多了。”居民赵女士说。\n"
TRADITIONAL = "柳林分局夜巡記\n今年1至8月,分局接獲報案1,280宗,較去年同期下跌15.2%。「夜晚安心多了。」居民趙女士說。\n"
ORIGIN = Origin("inbox/a.txt", "0" * 64)


def gzipped(data):
    machine = zlib.compressobj(wbits=31)  # without the time of day, unlike gzip.compress
    return machine.compress(data) + machine.flush()


def only(data):
    (result,) = read(ORIGIN, data)
    return result


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_simplified_text_is_read_in_every_encoding(encoding):
    document = only(TEXT.encode(encoding))
    assert isinstance(document, Document)
    assert document.raw == document.visible.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gb18030", "utf-16-be"])
def test_traditional_text_is_read_in_every_encoding(encoding):
    assert only(TRADITIONAL.encode(encoding)).raw == TRADITIONAL


def test_hong_kong_characters_of_big5_are_read():
    text = TRADITIONAL + "警員在深水埗邨一帶巡邏,𠝹票黨二人落網。\n"
    assert only(text.encode("big5hkscs")).raw == text


def test_line_ends_stay_as_they_stand():
    assert only("第一行的字\r\n第二行的字\r第三行".encode()).raw == "第一行的字\r\n第二行的字\r第三行"


def test_gzip_members_are_read_as_one_text():
    half = TEXT.encode()
    assert only(gzipped(half) + gzipped(half)).raw == TEXT * 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<html><body></body></html>", "empty"),
        (gzipped(b""), "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        (b"%PDF-1.7 whatever", "binary"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 5000, "binary"),
        ((TEXT * 3).encode().replace(b"\n", b"\x00\x00\x00\x01\x02"), "binary"),
        (gzipped(TEXT.encode() * 50)[:-20], "truncated"),
        (b"\x1f\x8b\x08\x00nonsense", "truncated"),
        (gzipped(TEXT.encode()) + b"\x1f\x8b", "truncated"),
        (gzipped(b"a" * (LONGEST // 2)), "bomb"),
        (gzipped(gzipped(gzipped(gzipped(gzipped(TEXT.encode()))))), "nested"),
        (b"a" * (LONGEST + 1), "too-long"),
        ("Привет, мир. Это не китайский текст.".encode("cp1251"), "encoding"),
        (TEXT.encode("gbk").replace("警".encode("gbk"), b"\xff\xff\xff") * 3, "encoding"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_advice(data, code):
    reject = only(data)
    assert isinstance(reject, Reject)
    assert (reject.code, reject.stage, reject.origin) == (code, "reading", ORIGIN)
    assert reject.message.endswith(".")
    assert reject.advice.endswith(".")


def test_a_few_undecodable_bytes_are_read_as_replacement_characters():
    document = only((TEXT * 5).encode() + b"\xff" + (TEXT * 5).encode())
    assert document.raw.count("\ufffd") == 1
    assert document.raw.replace("\ufffd", "") == TEXT * 10


def test_a_stray_nul_stays_in_the_raw_text():
    assert only((TEXT * 5).replace("派", "\0派", 1).encode()).raw.count("\0") == 1


PAGE = """<html><head><meta charset="{charset}"><title>柳林派出所夜巡记_清河新闻网</title>
<meta name="SiteName" content="清河新闻网"><meta name="PubDate" content="2022-09-28 08:30">
<meta name="ContentSource" content="清河日报"></head>
<body><ul><li><a href="/">首页</a></li><li><a href="/fz">法治</a></li></ul><h1>柳林派出所夜巡记</h1>
<p>&ldquo;夜里踏实多了。&rdquo;居民赵女士说。今年1至8月,柳林派出所接报警情<b>1&#44;2</b>80起,同比下降15.2%,其中盗窃类警情86起,
同比下降31.7%。</p><script>var x = "<p>假的</p>";</script>
<p>派出所依托网格员队伍走访商铺46家,发现安全隐患12处,当场整改9处,化解矛盾纠纷214起,化解率达97.3%。</p>
<div>相关新闻</div><ul><li><a href="/1">我县启动冬季消防检查</a></li></ul></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("gbk", "utf-8"), ("gb2312", "utf-16")])
def test_a_page_shows_its_article_and_says_what_it_is(charset, encoding):
    document = only(PAGE.format(charset=charset).encode(encoding))
    assert document.media_type == "text/html"
    assert dict(document.hints) == {
        "title": "柳林派出所夜巡记_清河新闻网",
        "published": "2022-09-28 08:30",
        "source": "清河日报",
        "site": "清河新闻网",
    }
    lines = document.visible.text.split("\n")
    assert lines[0] == "柳林派出所夜巡记"
    assert "接报警情1,280起,同比下降15.2%,其中盗窃类警情86起,同比下降31.7%。" in document.visible.text
    assert "假的" not in document.visible.text
    assert "冬季消防检查" not in document.visible.text


def test_each_visible_character_of_a_page_is_cited_from_its_source():
    document = only(PAGE.format(charset="utf-8").encode())
    at = document.visible.text.index("1,280起")
    span = document.visible.raw_span(at, at + 6)
    assert document.raw[span.start : span.end] == "1&#44;2</b>80起"
    quote = document.visible.raw_span(document.visible.text.index("“"), document.visible.text.index("“") + 1)
    assert document.raw[quote.start : quote.end] == "&ldquo;"


@pytest.mark.parametrize("paragraphs", [1, 3])
def test_a_table_between_the_paragraphs_of_a_page_is_read_row_by_row(paragraphs):
    rows = (("类别", "2023年", "2022年"), ("盗窃", "86", "126"), ("诈骗", "214", "198"))
    table = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    told = "<p>清河县公安局通报全县治安情况，各类案件有升有降，社会治安总体平稳，群众安全感稳步提升。</p>" * paragraphs
    source = f"<html><body><h1>清河县治安情况</h1>{told}<table>{table}</table><p>下一步，全县公安机关将继续夜巡。</p></body></html>"
    assert [" ".join(row) for row in rows] == [
        line for line in only(source.encode()).visible.text.splitlines() if line[:2] in "类别盗窃诈骗"
    ]


def test_a_page_without_main_text_is_read_whole():
    assert only("<html><body><p>公告</p><p>明日停水。</p></body></html>".encode()).visible.text == "公告\n明日停水。"


def is_sound(result):
    if isinstance(result, Reject):
        return bool(result.message and result.advice)
    visible = result.visible
    inside = all(0 <= a <= b <= len(result.raw) for a, b in zip(visible.starts, visible.ends, strict=True))
    return inside and list(visible.starts) == sorted(visible.starts)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_reading_never_raises_on_any_bytes(data):
    assert all(map(is_sound, read(ORIGIN, data)))


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.integers(0, 60), st.sampled_from([b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff", b"<html>", b"<p>", b"PK\x03\x04"])
)
def test_reading_never_raises_on_damaged_archives_and_marks(data, cut, head):
    assert all(map(is_sound, read(ORIGIN, gzipped(data)[: max(1, 80 - cut)])))
    assert all(map(is_sound, read(ORIGIN, head + data)))


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<div",
            ">",
            "<br/>",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&bogus;",
            "警情12起。",
            " ",
            "\n",
            "<",
            "&",
            "<td>",
            "<meta charset=gbk>",
        ]
    ),
    max_size=30,
).map("".join)


@settings(deadline=None)
@given(MARKUP)
def test_reading_never_raises_on_any_markup(source):
    assert all(map(is_sound, read(ORIGIN, b"<html>" + source.encode())))
