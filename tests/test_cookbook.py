"""The cookbook is true: each question is asked of the lake of the sample articles, and its answer holds what a reader would expect."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from warehouse.query import ask, asking

COOKBOOK = Path(__file__).parents[1].joinpath("docs/cookbook.md").read_text(encoding="utf-8")
QUESTIONS = dict(re.findall(r"### ([^\n]+)\n[^\n]+\n\n```sql\n(.+?)\n```", COOKBOOK, re.S))

# Of each answer, cells that one of its rows has, as what a reader of the sample articles knows to be true.
EXPECTED: dict[str, dict[str, object]] = {
    "What was claimed of disputes mediated, where and for when?": {"place_name": "泗阳县", "period": "2022", "value_zh": "2791起"},
    "What went down or up, against what, and who says so?": {"place_name": "泗阳县", "value_zh": "同比下降21.6%", "source": "运河晚报"},
    "How did recorded crime in a county move from year to year?": {"year": 2023, "what": "电信网络诈骗", "lowest": 268},
    "By how much did a number change from one year to the next, in the words of different articles?": {
        "place_name": "泗阳县",
        "value_before": 312,
        "value": 268,
        "change_percent": -14.1,
    },
    "Who gives different numbers for what should be the same?": {"claimed": ["942起", "964起"], "sources": ["江淮法治报", "运河晚报"]},
    "Which numbers follow from others, and do they add up?": {"result": "holds", "rule": "base_and_difference", "expected": "45.93%"},
    "Which claims contradict each other, or themselves?": {
        "result": "fails",
        "expected": "942起",
        "stated": "964起",
        "place_name": "泗阳县",
    },
    "How soon do the police claim to arrive?": {"place_name": "嘉义县", "value_zh": "4分钟"},
    "What did fraud cost people, and what came back?": {"year": 2022, "lost_wan": 2180, "blocked_wan": 4860, "recovered_wan": 326},
    "How many people watch over how many?": {"place_name": "泗阳县", "value_zh": "2480名"},
    "Where is it told to be quiet: nothing stolen, nobody killed?": {"place_name": "泗阳县", "value_zh": "214天"},
    "Which claims do not say for when?": {"source": "运河晚报"},
    "What is known of a place?": {"name": "泗阳县", "province": "江苏省", "articles_count": 4, "first_year": 2021},
    "Which organisations are told of most?": {"name": "泗阳县公安局", "articles_count": 3},
    "Who holds which office?": {"organisation": "易门县公安局", "name": "李绍祥", "role": "易门县公安局副局长"},
    "Who is quoted, and with what words?": {"speaker": "沈建平", "quote": "警灯不是摆给人看的,是让有事的人一眼就能找到我们。"},
    "Which programmes are there, and where were they seen first?": {"canonical": "警灯计划", "place_name": "泗阳县", "articles_count": 2},
    "Which programmes have spread the furthest?": {"canonical": "警灯计划", "places_count": 1, "first_place_name": "泗阳县"},
    "What happened, where, and how soon was somebody there?": {"when": "2022-11-03T06:10", "place_name": "泗阳县", "response_minutes": 4},
    "Which claims about response times stand beside what single incidents show?": {"place_name": "泗阳县", "longest_claim": Decimal("7.6")},
    "How was every number accounted for?": {"source": "维港时报", "unstated_count": 0, "accounted_percent": 100.0},
    "Why were numbers set aside, with an example of each reason?": {"fate_en": "a date", "fate_zh": "日期"},
    "Which rules find the most, and what did each find?": {"rule": "counted_behind"},
    "How fresh is each source?": {"source": "江淮法治报", "articles_count": 2},
    "Which articles speak of a thing, and where exactly?": {"source": "运河晚报"},
    "Which articles repeat another, and how much of it?": {"original": "泗阳:一盏警灯照亮运河夜", "published": "2024-01-17"},
    "What was left out of the pages, and why?": {"reason": "comment", "example": "我要评论"},
    "What did the lake hold before its last load?": {"articles": 16, "articles_before": 0},
}


def test_there_are_at_least_fifteen_questions_and_each_has_an_expectation() -> None:
    assert len(QUESTIONS) >= 15
    assert set(QUESTIONS) == set(EXPECTED)
    assert len(QUESTIONS) == COOKBOOK.count("```sql"), "a question has a heading, a line in Chinese, and its query"


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_has_its_answer(samples, question) -> None:
    with asking(samples) as connection:
        answer = ask(connection, QUESTIONS[question])
        rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert any(EXPECTED[question].items() <= row.items() for row in rows), rows[:20]
