"""What holds for any text: each clean character stands where its raw character stands, and is its plain form."""

import time
from itertools import pairwise
from pathlib import Path

import jieba
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.cleaning.pages import BODY, TITLE, document
from transforms.aligned import Span
from transforms.cleaning import clean
from transforms.cleaning.folding import foldings
from transforms.cleaning.script import simplified

ARTICLES = Path(__file__).parents[3] / "seeds" / "articles"
LINES = st.sampled_from(
    [
        *(
            TITLE,
            *BODY,
            "",
            " ",
            "　　",
            "首页 > 新闻",
            "发布时间:2022-09-28 08:30 来源:河东日报 浏览:320",
            "责任编辑:李敏",
            "相关新闻",
            "——夜巡侧记",
            "■数字链接",
        ),
        *(
            "山陽(yáng)公安:織密平安網(wǎng)",
            "今年１至８月，共破獲案件１，２８０宗，較去年同期下跌15.2％。",
            "隨著甚麼著名的衞生羣眾，「夜裏」安心。",
        ),
        *(
            "派出所坚持“层层过滤风险、圈层防范风",
            "险”的原则,走访商铺46家,共",
            "办理业务5635件。",
            "滎陽兩個派出所",
            "本报记者 王晓明 摄",
            "[摘要]近日...",
            "8421309",
        ),
        *("區(qū)域?qū)嵭?4小時(shí)巡邏。", "全部更新?lián)Q代。", "\x00\ufeff\u200b民警", "处理,,完毕,。"),
    ]
)
PAGES = st.lists(LINES, max_size=25).flatmap(lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines)))
TEXTS = st.one_of(PAGES, st.text(max_size=200), st.text(alphabet="警情(yáng)?“”。,\n 1陽１（）:", max_size=120))


def plain_form(character):
    return simplified(character.translate(foldings())).replace("著", "着").replace("甚", "什")


def stands_for(clean_character, raw):
    if not raw:
        return clean_character == "\n"
    return len(raw) > 1 or plain_form(raw) == plain_form(clean_character)


@settings(deadline=None)
@given(TEXTS)
def test_each_clean_character_is_the_plain_form_of_its_raw_character(text):
    page = clean(document(text))
    for i, character in enumerate(page.text.text):
        start, end, raw = page.cite(i, i + 1)
        assert 0 <= start <= end <= len(text)
        assert stands_for(character, raw)
        assert len(raw) <= 1 or "?" in raw


@settings(deadline=None)
@given(TEXTS)
def test_the_order_of_the_raw_text_is_kept(text):
    page = clean(document(text))
    assert all(a <= b for a, b in pairwise(page.text.starts))
    assert all(a <= b for a, b in pairwise(page.text.ends))


@settings(deadline=None)
@given(TEXTS, st.data())
def test_any_span_of_clean_text_has_a_raw_span(text, data):
    page = clean(document(text))
    if page.text.text:
        start = data.draw(st.integers(0, len(page.text) - 1))
        end = data.draw(st.integers(start + 1, len(page.text)))
        first, last, quote = page.cite(start, end)
        assert 0 <= first <= last <= len(text)
        assert quote == text[first:last]


@settings(deadline=None)
@given(TEXTS)
def test_blocks_follow_one_another_and_hold_all_but_line_feeds(text):
    page = clean(document(text))
    edges = [0, *(edge for block in page.blocks for edge in (block.start, block.end)), len(page.text)]
    assert edges == sorted(edges)
    assert all(page.text.text[a:b] in ("", "\n") for a, b in list(pairwise(edges))[::2])


@settings(deadline=None)
@given(TEXTS)
def test_what_is_boilerplate_is_not_in_the_clean_text(text):
    page = clean(document(text))
    dropped = [Span(part.start, part.end) for part in page.boilerplate]
    assert all(0 <= part.start < part.end <= len(text) for part in dropped)
    assert all(a.end <= b.start for a, b in pairwise(dropped))
    kept = [Span(a, b) for a, b in zip(page.text.starts, page.text.ends, strict=True)]
    assert not any(part.overlaps(span) for part in dropped for span in kept)


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_cleaning_is_the_same_each_time(text):
    assert clean(document(text)) == clean(document(text))


def seconds(page):
    started = time.process_time()
    clean(page)
    return time.process_time() - started


def test_cleaning_takes_time_in_proportion_to_the_length():
    """A megabyte without a mark or a line feed takes at most twelve times as long as a tenth of it."""
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000))) * 2
    tenth, whole = document(text[:33_333]), document(text[:33_333] * 10)
    ratios = (sum(seconds(whole) for _ in range(2)) / sum(seconds(tenth) for _ in range(2)) for _ in range(8))
    assert any(ratio <= 12 for ratio in ratios)


def test_cleaning_costs_less_than_half_of_cutting_into_words():
    """Measured: 0.13 to 0.30 of `jieba.cut` on the same text."""
    jieba.setLogLevel("ERROR")
    pages = [document((ARTICLES / name).read_text(encoding="utf-8")) for name in ("siyang_2022.txt", "dehua.txt", "zhijin.txt")]
    jieba.initialize()
    ratios = (sum(map(seconds, pages)) / sum(map(cut, pages)) for _ in range(10))
    assert any(ratio < 0.5 for ratio in ratios)


def cut(page):
    started = time.process_time()
    list(jieba.cut(page.raw))
    return time.process_time() - started
