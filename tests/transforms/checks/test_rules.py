"""Every check bears out its own examples; what it says of a number that does not fit is tested by what is planted."""

from decimal import Decimal

import pytest

from tests.transforms.checks.given import extracted
from tests.transforms.facts.examples import cases, marked, undocumented
from transforms.checks import RULES
from transforms.checks.amounts import told

LIMITS = {"direction", "at_most_all", "range_order", "rank_among"}  # these say something only of what cannot be


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_a_rule_bears_out_its_examples(rule, example):
    text, start, end = marked(example)
    extraction = extracted(text)
    found = [finding for finding in extraction.findings if finding.facts[0].start < end and start < finding.facts[0].end]
    assert any(fact.start < end and start < fact.end for fact in extraction.statistics)
    assert [finding.result for finding in found] == ([] if rule.name in LIMITS else ["holds"])


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented(RULES)


@pytest.mark.parametrize(
    ("text", "expected", "stated"),
    [
        ("今年办理户口业务7985件,同比增加2765件,增长52.9%。", "52.97%", "52.9%, truncated"),
        ("今年办理户口业务7985件,同比增加2765件,增长53%。", "52.97%", "53%, rounded"),
        ("今年立案484起,同比增加64起,增长近两成。", "15.24%", "under 20%"),
        ("今年立案1.2万起,同比减少0.3万起,下降20%。", "16.13-25.81%", "20%"),
        ("辖区47个小区中,零发案小区占比为95.74%。", "45/47 = 95.74%", "95.74%, rounded"),
        ("辖区47个小区中,零发案小区占比为94.5%。", "44/47 = 93.62%, 45/47 = 95.74%", "94.5%"),
        ("排查隐患326处,已整改318处,余下9处。", "8处", "9处"),
    ],
)
def test_what_was_expected_and_what_is_stated_are_told(text, expected, stated):
    assert [(finding.expected, finding.stated) for finding in extracted(text).findings] == [(expected, stated)]


@pytest.mark.parametrize(
    "text",
    [
        "全年立案1240起,比三年前减少560起,同比下降8.4%。",  # measured against two different years
        "立案由年初的30件降至20件,同比下降15%。",
        "抓获嫌疑人620人,其中外省籍340人、男性510人、未成年人45人。",  # kinds that overlap
        "发现隐患3100处,整改率98.6%,其中一家物流园有45处。",
        "3个县区试点,其中甲县建成警务室21个。",
        "禁毒方面,缴获毒品12.6公斤,同比增长130%。",
        "企业利润同比下降120%。",
        "出警时间由8分钟提升到5分钟。",  # less is better
        "抢出粮食?6吨,其中大米24吨。",  # a digit is lost
    ],
)
def test_what_only_looks_wrong_is_left_alone(text):
    assert [finding for finding in extracted(text).findings if finding.result != "holds"] == []


def test_a_number_that_others_imply_is_derived_from_them():
    extraction = extracted("破获395起,其中当年案件341起、积案54起。")
    whole, *parts = [(fact.start, fact.end) for fact in extraction.statistics]
    assert [fact.derived_from for fact in extraction.statistics] == [tuple(parts), (), ()]
    assert [finding.facts for finding in extraction.findings] == [(whole, *parts)]


def test_a_number_is_told_however_large():
    assert told(Decimal(10) ** 29 / 3) == "33333333333333333333333333330"
    assert [told(Decimal(value)) for value in ("45.90", "33.333", "-0.001", "100")] == ["45.9", "33.33", "0", "100"]
