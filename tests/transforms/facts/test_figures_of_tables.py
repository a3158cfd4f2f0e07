"""Figures of tables, by the head of their column and the label of their row."""

import pytest

from transforms.extraction import extract
from transforms.lexicon import table
from transforms.reading import read
from transforms.records import Origin

CHANGES = """清河县公安局通报2023年治安情况

清河县公安局1月8日通报2023年全县治安情况,各类案件有升有降,主要数字如下。
类别 2023年 2022年 变幅
盗窃 86 126 -31.7%
诈骗 214 198 +8.1%
"""
PLACES = """衡阳市打击电信网络诈骗情况

2023年,衡阳市各县继续打击电信网络诈骗,各县情况如下。
县市区 立案数(起) 抓获人数(人) 挽回损失(万元) 占比
衡南县 320 256 1,250.5 61.9%
耒阳市 412 301 986 63.1%
"""
YEARLY = """清河县上半年矛盾纠纷化解情况

今年上半年,清河县公安局2024年1至6月的主要工作数字如下。
指标 数量 同比
化解矛盾纠纷(件) 1204 上升21.7%
走访群众 3,560户 持平
"""


def stated(text):
    """(value, unit, classifier, kind, direction, comparison, metric, indicator, offence, period, place) of each number of a table."""
    found = extract(next(iter(read(Origin("a.txt", ""), text.encode()))))
    return [
        (
            f"{s.value.normalize():f}",
            s.unit,
            s.classifier,
            s.kind,
            s.direction,
            s.comparison,
            s.metric,
            s.indicator,
            s.offence,
            s.period,
            s.place,
        )
        for s in found.statistics
        if s.rule == "tabled"
    ]


def test_columns_of_two_years_and_their_change():
    assert stated(CHANGES) == [
        ("86", "count", None, "level", None, None, "盗窃", "cases_recorded", "theft", "2023", "130534"),
        ("126", "count", None, "level", None, None, "盗窃", "cases_recorded", "theft", "2022", "130534"),
        ("31.7", "percent", None, "change", "down", "vs:2022", "盗窃", "cases_recorded", "theft", "2023", "130534"),
        ("214", "count", None, "level", None, None, "诈骗", "cases_recorded", "fraud", "2023", "130534"),
        ("198", "count", None, "level", None, None, "诈骗", "cases_recorded", "fraud", "2022", "130534"),
        ("8.1", "percent", None, "change", "up", "vs:2022", "诈骗", "cases_recorded", "fraud", "2023", "130534"),
    ]


def test_rows_of_places_count_what_their_columns_name_in_the_unit_in_brackets():
    found = stated(PLACES)
    assert [(row[0], row[1], row[2], row[-2], row[-1]) for row in found[:3]] == [
        ("320", "count", "起", "2023", "430422"),
        ("256", "count", "人", "2023", "430422"),
        ("12505000", "CNY", None, "2023", "430422"),
    ]
    assert [row[6] for row in found[:4]] == ["电信网络诈骗立案数", "抓获人数", "挽回损失", "挽回损失占比"]
    assert [row[7] for row in found[:3]] == ["cases_recorded", "persons_caught", "money_recovered"]
    assert {row[-1] for row in found[4:]} == {"430481"}


def test_what_the_head_calls_yoy_is_against_the_year_before():
    assert [row[:7] for row in stated(YEARLY)] == [
        ("1204", "count", "件", "level", None, None, "化解矛盾纠纷"),
        ("21.7", "percent", None, "change", "up", "yoy", "化解矛盾纠纷"),
        ("3560", "count", "户", "level", None, None, "走访群众"),
    ]
    assert {row[-2] for row in stated(YEARLY)} == {"2024-01/2024-06"}


@pytest.mark.parametrize(("first", "second"), [("2021年", "2022年"), ("2021", "2022")])
def test_rows_of_years_are_of_their_year(first, second):
    found = stated(f"清河县公安局通报\n\n清河县公安局公布两年的数字。\n年份 事故起数 拘留人数\n{first} 1,020 12\n{second} 980 9\n")
    assert [(row[6], row[7], row[-2]) for row in found] == [
        ("事故起数", "accidents", "2021"),
        ("拘留人数", "persons_caught", "2021"),
        ("事故起数", "accidents", "2022"),
        ("拘留人数", "persons_caught", "2022"),
    ]


def test_the_same_months_of_two_years_in_bars_and_signed_per_cents_below_a_bare_mark():
    head = "|  | 2018年（1至10月）案件宗數 | 2019年（1至10月）案件宗數 | % |"
    rows = ("| 盜竊 | 1,211 | 1,402 | +15.8 |", "| 縱火 | 45 | 30 | -33.3 |")
    found = stated("\n".join(("警方公布今年首10月數字", "", "警方公布今年首10個月的罪案數字。", "", head, *rows)))
    assert [(row[0], row[1], row[3], row[4], row[5], row[6], row[-2]) for row in found[:3]] == [
        ("1211", "count", "level", None, None, "盗窃", "2018-01/2018-10"),
        ("1402", "count", "level", None, None, "盗窃", "2019-01/2019-10"),
        ("15.8", "percent", "change", "up", "yoy", "盗窃", "2019-01/2019-10"),
    ]
    assert [row[4] for row in found] == [None, None, "up", None, None, "down"]


def test_rows_of_weekdays_count_what_their_columns_name():
    found = stated("清河县公安局通报\n\n清河县公安局公布一周的数字。\n日期 查处酒驾 查处超员\n星期一 12 3\n星期二 9 5\n")
    assert [(row[6], row[-2]) for row in found] == [("查处酒驾", None), ("查处超员", None)] * 2


def test_every_number_of_a_table_is_accounted_for():
    for text in (CHANGES, PLACES, YEARLY):
        found = extract(next(iter(read(Origin("a.txt", ""), text.encode()))))
        # 万 of the head (万元) is an idiom
        assert {number.fate for number in found.numbers} <= {"statistic", "date", "time", "idiom"}


HEADS = table("table_heads")


def test_no_word_of_heads_stands_twice_and_each_has_its_source():
    assert len({row["word"] for row in HEADS}) == len(HEADS)
    assert all(row["source"] for row in HEADS)


@pytest.mark.parametrize("row", HEADS, ids=lambda row: row["word"])
def test_every_word_of_heads_tells_its_kind(row):
    found = stated(f"清河县公安局通报治安情况\n\n清河县公安局通报2023年全县治安情况。\n类别 {row['word']}\n盗窃 3.1%\n诈骗 8.2%\n")
    told = [(kind, direction, comparison, metric) for _, _, _, kind, direction, comparison, metric, *_ in found]
    if row["kind"] == "change":
        assert told[0] == ("change", row["direction"] or "up", row["comparison"] or "unstated", "盗窃")
    else:
        assert told[0] == ("level", None, None, "盗窃占比" if row["kind"] in {"share", "percent"} else "盗窃")


def test_the_line_under_a_head_and_bold_print_of_markdown_name_nothing():
    rows = ("| | **2022年** | **2023年** |", "| --- | --- | --- |", "| **盗窃** | 56 | 48 |", "| **诈骗** | 31 | 29 |")
    found = stated("\n".join(("清河县公安局通报治安情况\n\n清河县公安局公布以下数字。", *rows, "")))
    assert [row[6] for row in found] == ["盗窃", "盗窃", "诈骗", "诈骗"]
