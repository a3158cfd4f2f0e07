"""A number that stands alone on its line says what its like below says."""

from tests.transforms.facts.test_metrics import told

PAGE = "86起\n\n今年以来,全县共破获电信网络诈骗案件86起,抓获嫌疑人120人。"


def test_a_number_alone_on_its_line_counts_what_its_like_below_counts():
    assert told(PAGE)["86起"] == ("破获电信网络诈骗案件", "cases_solved")


def test_a_number_alone_with_none_like_it_below_says_nothing():
    assert told(PAGE.replace("86起\n", "87起\n"))["87起"][0] != "破获电信网络诈骗案件"
