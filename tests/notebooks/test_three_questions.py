"""The notebook, run from its first to its last cell without a window, on the lake of the sample articles and on one that holds nothing."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from warehouse.lake import Lake, writing

pytest.importorskip("marimo", reason="marimo is not installed (the extra `notebook`)")
NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "three_questions.py"


@pytest.fixture
def run(monkeypatch):
    def run_on(lake: Lake) -> dict[str, object]:
        monkeypatch.setenv("SHIZHENG_LAKE", str(lake.folder))
        spec = spec_from_file_location("three_questions", NOTEBOOK)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        _, definitions = module.app.run()
        return definitions

    return run_on


def test_it_answers_from_the_lake(run, samples) -> None:
    found = run(samples)
    assert "“电信网络诈骗案件立案”：2022年 312，2023年 268，下降 14.1%" in found["crime_answer"].text
    fraud = found["crime"][found["crime"]["metric"] == "电信网络诈骗案件立案"]
    assert list(zip(fraud["year"], fraud["value"], strict=True)) == [(2022, 312), (2023, 268)] and all(fraud["fact_id"])
    assert {"泗阳县", "嘉义县"} <= set(found["response"]["place_name"]) and found["response"]["minutes"].min() == 3
    assert "不成立 2 处" in found["sums_answer"].text, "the two figures that one sample says otherwise than another (seeds/articles/README.md)"
    for name in ("crime_chart", "response_chart", "accounted_chart"):
        assert any(found[name].to_dict()["datasets"].values())


def test_it_says_so_where_there_is_nothing_to_tell(run, tmp_path) -> None:
    lake = Lake(tmp_path / "lake")
    with writing(lake):
        pass
    found = run(lake)
    assert "尚无同一口径的跨年数据" in found["crime_answer"].text and "尚无到场用时的数据" in found["response_answer"].text
