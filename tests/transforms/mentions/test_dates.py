import csv
import datetime
import gc
import importlib.machinery
import importlib.util
import json
import time
from collections import Counter
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.mentions.dates import Reference, find_dates
from transforms.mentions.dates.alone import RULES as LONE_RULES
from transforms.mentions.dates.finding import readings
from transforms.mentions.dates.grammar import RULES

HERE = Path(__file__).parent / "dates"
SHARED = Path(__file__).parents[3].parent / "shared"


def rows(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reference(published):
    return Reference.published(published.removeprefix("roc:"), roc=published.startswith("roc:"))


def found(text, published=""):
    return "|".join(f"{text[hit.start : hit.end]}={hit.edtf} {hit.kind}" for hit in find_dates(text, reference(published)))


@pytest.mark.parametrize("row", rows("rules.csv"), ids=lambda row: f"{row['rule']}:{row['text']}")
def test_a_rule_reads_its_examples(row):
    assert found(row["text"], row["published"]) == row["found"]
    if row["rule"] in RULES:
        used = {rule for reading in readings(row["text"], reference(row["published"])) for rule in reading.rules}
        assert row["rule"] in used


def test_each_rule_has_three_examples():
    examples = Counter(row["rule"] for row in rows("rules.csv"))
    assert {rule: count for rule in [*RULES, *(rule.name for rule in LONE_RULES)] if (count := examples[rule]) < 3} == {}


@pytest.mark.parametrize("row", rows("cases.csv"), ids=lambda row: f"{row['kind']}:{row['text']}")
def test_the_words_around_a_date_count(row):
    assert found(row["text"], row["published"]) == row["found"]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("9月3日，夜查", "2022-09-05", "9月3日=2022-09-03 date"),
        ("２０２２年９月３日２０：３０", "", "２０２２年９月３日２０：３０=2022-09-03T20:30 time"),
        ("2022 年　9 月 3 日", "", "2022 年　9 月 3 日=2022-09-03 date"),
    ],
)
def test_full_width_and_blanks_are_read_where_they_stand(text, published, expected):
    assert found(text, published) == expected


def test_a_time_of_day_is_told_apart_from_its_day():
    text = "7月29日20时许,民警在检查"
    (hit,) = find_dates(text, reference("2025-08-01"))
    assert (text[hit.start : hit.clock], text[hit.clock : hit.end]) == ("7月29日", "20时许")


def test_a_year_that_the_text_states_is_told_from_one_understood():
    told = [hit.year_told for hit in find_dates("2022年9月3日报案,9月5日破案,去年也破一起", reference("2023-01-17"))]
    assert told == [True, False, False]


def test_a_date_that_no_calendar_has_is_none():
    assert find_dates("2022年2月30日", reference("2023-01-17")) == ()
    assert found("2月29日,夜查") == "2月29日=XXXX-02-29 date"


def test_nothing_crosses_a_paragraph_but_words_that_open_the_next():
    assert found("2014年2月28日晚,队员巡逻。\n9月5日,设卡盘查。", "2016-10-01").endswith("9月5日=2016-09-05 date")
    assert found("2014年2月28日,报案。\n\n当日下午,破案。\n次日,移送。").endswith("当日下午=2014-02-28 date|次日=2014-03-01 date")


def test_the_same_day_at_the_head_of_a_sentence_is_one_told_in_the_lines_above():
    story = "5月3日晚,渡口设卡。\n乘客问起缘由,{}。\n当晚,查出酒驾两起。"
    assert found(story.format("船工作答"), "2021-06-01").endswith("当晚=2021-05-03 date")
    assert "当晚" not in found(story.format("当晚的船工作答" * 60), "2021-06-01")
    assert "当晚" not in found(story.format("去年6月也这样"), "2021-06-01")


DATELIKE = (
    "0123456789年月日号时点分第前近今去上下个半季度周星期一二三四五六七八九十廿〇零两千"
    "初底末旬当次截至自从到起后以来之多余民国春节庆“”假期:/.-—、,。\n "
)
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(DATELIKE), st.characters()), max_size=60)
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
REFERENCES = st.one_of(
    st.just(Reference(None, None, None)),
    st.integers(1000, 2999).map(lambda year: Reference(year, None, None)),
    DAYS.map(lambda day: Reference.published(day.isoformat(), roc=day.day > 20)),
)


@given(TEXTS, REFERENCES)
def test_hits_are_in_order_apart_and_within_any_text(text, reference):
    hits = find_dates(text, reference)
    edges = [edge for hit in hits for edge in (hit.start, hit.end)]
    assert edges == sorted(edges)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(hit.clock is None or hit.start <= hit.clock < hit.end for hit in hits)
    assert hits == find_dates(text, reference)


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2099, 12, 31)))
def test_each_day_is_read_back_however_it_is_written(day):
    chinese = str.maketrans("0123456789", "〇一二三四五六七八九")
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{str(day.year).translate(chinese)}年{day.month}月{day.day}日"):
        assert [hit.edtf for hit in find_dates(text, Reference(None, None, None))] == [day.isoformat()]


def seconds(work, text):
    """The least time of three runs, of this process alone, the collector kept out."""
    gc.collect()
    gc.disable()
    try:
        times = []
        for _ in range(3):
            started = time.process_time()
            work(text)
            times.append(time.process_time() - started)
        return min(times)
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["1", "年", "一", "前", "1月", "截至", "9月3日,"])
def test_time_is_linear_in_the_length_of_a_line(unit):
    def work(text):
        find_dates(text, Reference.published("2023-01-17"))

    def ratio():
        return seconds(work, unit * (200_000 // len(unit))) / seconds(work, unit * (20_000 // len(unit)))

    assert any(ratio() <= 12 for _ in range(3))  # noise only lengthens


NEWS = (
    "本报讯 2023年以来,某区公安分局坚持把群众安全感放在首位,全面推进派出所工作,辖区接报警情同比下降12.6%。"
    "该局抽调骨干警力充实一线,组建巡逻队伍,每天在商圈、学校、车站周边开展巡逻防控,提高见警率和管事率。"
    "9月5日晚,巡逻民警在夜市拦下一名神色慌张的男子,经过盘查,确认其为在逃人员,随即将其带回审查。"
    "社区民警走村入户,了解居民所需所盼,把防范宣传送到家门口,用方言讲案例,用身边事教育身边人,受到群众一致好评。"
    "针对邻里之间因房前屋后通行、噪声扰民等引发的矛盾,派出所联合司法所、村委会上门调解,把问题解决在萌芽状态。"
    "民警走村入户,开展防范宣传,调解邻里纠纷,把矛盾化解在基层,受到群众称赞。截至目前,共走访群众三千余户。\n"
)


@pytest.mark.bench
def test_dates_cost_at_most_a_fifth_of_segmentation():
    text = NEWS * 100
    jieba.initialize()

    def ratio():
        words = seconds(lambda text: list(jieba.cut(text)), text)
        return seconds(lambda text: find_dates(text, Reference.published("2023-10-01")), text) / words

    assert any(ratio() <= 1 / 5 for _ in range(3))


@pytest.fixture(scope="module")
def peers():
    path = SHARED / "eval" / "peers"
    if not path.exists():
        pytest.skip(f"no {path}")
    loader = importlib.machinery.SourceFileLoader("peers", str(path))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("peers", loader))
    loader.exec_module(module)
    return module


@pytest.mark.shared
def test_other_projects_cases_hold_but_for_those_we_read_otherwise(peers):
    lines = (SHARED / "peersuites" / "dates.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case["expected"]]
    wrong = []
    for case in cases:
        hits = find_dates(case["input"], Reference.published((case["reference_date"] or "")[:10]))
        mentions = [{"start": hit.start, "end": hit.end, "edtf": hit.edtf} for hit in hits]
        if not peers.right(case, {"mentions": {"dates": mentions}}, "dates"):
            wrong.append((case["suite"], case["case"], "|".join(hit.edtf for hit in hits)))
    listed = [(row["suite"], row["case"], row["ours"]) for row in rows("peers_disagreements.csv")]
    assert sorted(wrong) == sorted(listed)
    assert 1 - len(wrong) / len(cases) >= 0.92
