"""Rows and heads of tables among the lines of a page."""

import pytest

from tests.transforms.cleaning.pages import BODY, TITLE, blocks, dropped, page
from transforms.cleaning.tables import cells, is_value, table_lines

TABLE = ("类别 2022年 2021年 变幅", "盗窃 86 126 -31.7%", "诈骗 214 198 +8.1%")


@pytest.mark.parametrize("separated", [" ", "   ", "\t", " | "])
def test_a_head_and_rows_of_as_many_cells_are_a_table(separated):
    rows = [row.replace(" ", separated) for row in TABLE]
    cleaned = page("\n".join((TITLE, *BODY, *rows)))
    assert len(blocks(cleaned, "table")) == len(TABLE)
    assert blocks(cleaned, "paragraph") == list(BODY)
    assert dropped(cleaned) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("类别 2022年", "盗窃 86"),  # one row
        ("类别 2022年 2021年", "盗窃 86 126", "诈骗 214"),  # rows of different length
        ("盗窃 86", "诈骗 214", "赌博 12"),  # no head
        ("单位 电话", "城关派出所 2024年1月", "城东派出所 2024年2月"),  # dates
        ("城关派出所 所长 王某", "城东派出所 所长 李某", "城西派出所 所长 赵某"),
        BODY,
    ],
)
def test_other_lines_are_none(lines):
    assert table_lines(lines) == frozenset()


def test_the_corner_of_a_table_may_be_empty():
    assert table_lines(("2022年 2021年", "盗窃 86 126", "诈骗 214 198")) == {0, 1, 2}


def test_cells_between_bars_keep_their_blanks():
    row = "| 化解 纠纷 | 86 件 |"
    assert [row[start:end] for start, end in cells(row)] == ["化解 纠纷", "86 件"]


@pytest.mark.parametrize("cell", ["86", "1,204起", "-31.7%", "+8.1%", "上升8.1%", "同比下降2.5个百分点", "持平", "—", "1250.5万元", "↓3%"])
def test_figures_are_values(cell):
    assert is_value(cell)


@pytest.mark.parametrize("cell", ["2022年", "1-6月", "盗窃", "第3", "约八成"])
def test_words_and_dates_are_no_values(cell):
    assert not is_value(cell)
