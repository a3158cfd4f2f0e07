from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.sentences import sentences
from transforms.records import Block


def split(text):
    return [text[start:end] for start, end in sentences(text, Block("paragraph", 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("立案12起。破案9起!为何?因为快。", ["立案12起。", "破案9起!", "为何?", "因为快。"]),
        ("立案12起;破案9起;抓获7人。", ["立案12起;破案9起;抓获7人。"]),
        ("下降3.5个百分点。上升12.5%。", ["下降3.5个百分点。", "上升12.5%。"]),
        ("“人找到了。谢谢你们。”老人说。", ["“人找到了。", "谢谢你们。”", "老人说。"]),
        ("坚持“小事不出村。”的做法,成效明显。", ["坚持“小事不出村。”的做法,成效明显。"]),
        ("纠正违法行为40余起……入秋以来,队员每晚上路。", ["纠正违法行为40余起……", "入秋以来,队员每晚上路。"]),
        ("走访商铺、工地、学校……等场所。", ["走访商铺、工地、学校……等场所。"]),
        ("(以上数字由分局提供。)另据了解,还有2起。", ["(以上数字由分局提供。)另据了解,还有2起。"]),
        ("实行?4小时巡逻。好。", ["实行?4小时巡逻。", "好。"]),
        ("详见 http://x.cn/?id=3 一文。", ["详见 http://x.cn/?id=3 一文。"]),
        ("其做法如下:", ["其做法如下:"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert split(text) == expected


def test_a_block_bounds_its_sentences():
    text = "标题\n第一句。第二句"
    assert [text[a:b] for a, b in sentences(text, Block("paragraph", 3, len(text)))] == ["第一句。", "第二句"]


def test_what_goes_on_without_an_end_is_cut_at_a_lesser_mark():
    items = "、".join(f"第{n}项工作" for n in range(1, 400))
    pieces = split(f"开头。{items}。结尾。")
    assert (pieces[0], pieces[-1]) == ("开头。", "结尾。") and len(pieces) > 4
    assert all(len(piece) <= 1000 for piece in pieces) and all(piece.endswith("项工作、") for piece in pieces[1:-2])
    assert [len(piece) for piece in split("啊" * 2500)] == [1000, 1000, 500]


@given(st.text(alphabet="甲乙。!?…;,“”‘’() \n12.的等", max_size=40))
def test_sentences_hold_the_whole_block_in_order(text):
    spans = sentences(text, Block("paragraph", 0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
