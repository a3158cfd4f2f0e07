"""The JSON of an extraction: lists are lists, also empty ones, and what the article leaves open is null."""

from tests.transforms.checks.given import extracted
from transforms.serialisation import as_json


def test_findings_tell_the_facts_that_they_compare_and_limits_only_their_own():
    text = "办结率为120%。\n破获395起,其中当年案件341起、积案54起。"
    rate, whole = as_json(extracted(text))["findings"]
    assert rate == {"rule": "at_most_all", "result": "impossible", "facts": [[4, 8]], "expected": "at most 100%", "stated": "120%"}
    assert [text[start:end] for start, end in whole["facts"]] == ["395起", "341起", "54起"]


def test_what_is_open_is_null_and_what_is_empty_is_a_list():
    found = as_json(extracted("破获395起,其中当年案件341起、积案54起。\n临泉县公安局召开新闻发布会。"))
    assert [fact["derived_from"] for fact in found["statistics"]] == [[[13, 17], [20, 23]], None, None]
    assert [organisation["aliases"] for organisation in found["organisations"]] == [["临泉县公安局"]]
    assert as_json(extracted("一段没有数字的话。"))["findings"] == []
