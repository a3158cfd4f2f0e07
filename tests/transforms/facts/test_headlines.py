"""A number that stands alone on its line says what its like below says; one of the title is of no time but its own."""

import pytest

from tests.transforms.facts.examples import accounts_of
from tests.transforms.facts.test_metrics import told

PAGE = "86起\n\n今年以来,全县共破获电信网络诈骗案件86起,抓获嫌疑人120人。"


def test_a_number_alone_on_its_line_counts_what_its_like_below_counts():
    assert told(PAGE)["86起"] == ("破获电信网络诈骗案件", "cases_solved")


def test_a_number_alone_with_none_like_it_below_says_nothing():
    assert told(PAGE.replace("86起\n", "87起\n"))["87起"][0] != "破获电信网络诈骗案件"


@pytest.mark.parametrize(
    ("page", "number", "period"),
    [
        ("某县公安破案86起\n2024-08-02 来源:某报\n今年上半年,全县共破获电诈案件86起,抓获36人。", "86起", None),
        ("某县公安去年破案86起\n2024-08-02 来源:某报\n今年上半年,全县共破获电诈案件86起。", "86起", "2023"),
        ("某县夜查旅馆160家\n2024-08-02 来源:某报\n8月1日晚,某县公安局夜查,检查旅馆160家。", "160家", None),
    ],
)
def test_a_number_of_the_title_takes_no_time_from_the_body(page, number, period):
    assert next(item.period for item in accounts_of(page).statistics if item.quote == number) == period
