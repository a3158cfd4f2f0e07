"""`search`, `explain` and `diff`, as a person or a program meets them, on the lake of the sample articles."""

from __future__ import annotations

import json

import pytest

from tests.flows.test_cli import shizheng


def test_search_finds_simplified_text_by_traditional_words_and_the_reverse(samples, tmp_path) -> None:
    def titles(query: str) -> list[str]:
        done = shizheng("search", query, "--format", "json", "--lake", samples.folder, cwd=tmp_path)
        return [hit["title"] for hit in json.loads(done.stdout)]

    assert titles("詐騙") == titles("诈骗")
    assert "泗阳:一盏警灯照亮运河夜" in titles("電信詐騙")  # simplified
    assert "嘉义县警“护老专车”上路半年 诈骗财损减两成" in titles("护老专车")  # traditional


def test_search_shows_a_person_the_passage(samples, tmp_path) -> None:
    done = shizheng("search", "警灯计划", "--most", "2", "--lake", samples.folder, cwd=tmp_path)
    assert done.returncode == 0
    assert "2 of" in done.stdout and "“警灯计划”的第312个" in done.stdout and "江淮法治报" in done.stdout
    assert "0 of 0 articles" in shizheng("search", "饕餮", "--lake", samples.folder, cwd=tmp_path).stdout


def test_explain_tells_all_of_a_fact(samples, tmp_path) -> None:
    query = "SELECT fact_id FROM claims WHERE metric = '盗窃警情' AND unit = 'percent' AND year = 2022"
    lake = ("--lake", samples.folder)
    (row,) = json.loads(shizheng("sql", query, "--format", "json", *lake, cwd=tmp_path).stdout)
    done = shizheng("explain", row["fact_id"][:12], *lake, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for part in (
        "其中盗窃警情274起，同比下降31.5%",
        "siyang_2022.txt:8:",
        "utf-8",
        "change",
        "A difference from another period",
        "运河晚报",
        "1: run of",
    ):
        assert part in done.stdout
    (found,) = json.loads(shizheng("explain", row["fact_id"], "--format", "json", *lake, cwd=tmp_path).stdout)
    assert found["sentence"][found["start"] : found["end"]] == found["fact"]["quote"] == "31.5%"


def test_diff_counts_and_lists(samples, tmp_path) -> None:
    lake = ("--lake", samples.folder)
    counts = json.loads(shizheng("diff", "0", "--format", "json", *lake, cwd=tmp_path).stdout)
    assert {"table": "articles", "added": 16, "removed": 0, "changed": 0} in counts
    rows = json.loads(shizheng("diff", "0", "--table", "rejects", "--format", "json", *lake, cwd=tmp_path).stdout)
    assert [row["what"] for row in rows] == ["added"] and "path: broken.txt.gz" in rows[0]["columns"]
    assert "articles" in shizheng("diff", *lake, cwd=tmp_path).stdout


@pytest.mark.parametrize(
    "arguments", [("explain", "nothing"), ("explain", "ffffffffffff"), ("diff", "99"), ("diff", "--table", "x"), ("search", "!!")]
)
def test_wrong_usage_is_code_2_with_advice(samples, tmp_path, arguments) -> None:
    done = shizheng(*arguments, "--lake", samples.folder, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert "error:" in done.stderr and "Traceback" not in done.stderr
