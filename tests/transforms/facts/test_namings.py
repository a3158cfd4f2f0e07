"""Bare figures are named with what their paragraph is about."""

import pytest

from tests.transforms.facts.examples import accounts_of


def metrics(text):
    return [item.metric for item in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("严打电信网络诈骗。全年破案86起,打掉团伙5个。", ["破获电信网络诈骗案件", "打掉电信网络诈骗团伙"]),
        ("禁毒工作成效明显。全年立案36起,破案率94%。", ["毒品立案", "毒品破案率"]),
        ("上半年,道路交通事故持续下降。共发生事故86起,死亡12人。", ["道路交通事故", "道路交通事故死亡"]),
        ("分行业看,各类事故两升一降:建筑业上升9%,工贸下降7%。", ["建筑业事故", "工贸事故"]),
        ("全市发生火灾90起。与去年同期相比,起数下降12%。", ["发生火灾", "火灾起数"]),
    ],
)
def test_they_take_its_kind(text, expected):
    assert metrics(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全所立案126起,破案率68%。", ["立案", "破案率"]),
        ("严打电信网络诈骗。全年抓获嫌疑人41名。", ["抓获嫌疑人"]),
    ],
)
def test_others_keep_their_names(text, expected):
    assert metrics(text) == expected
