from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.mentions.plain import plain_page
from transforms.mentions.reference import Reference, find_reference
from transforms.records import Block


def proven(text, **fields):
    """The reference year of a page, and the words that prove it."""
    page = replace(plain_page(text), **fields)
    reference = find_reference(page)
    evidence = reference.evidence
    return reference.year, evidence and page.text.text[evidence.start : evidence.end]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2023-01-17", Reference(2023, date(2023, 1, 17), None, 1)),
        ("2023-01-17T09:40", Reference(2023, date(2023, 1, 17), None, 1)),
        ("2019-09", Reference(2019, None, None, 9)),
        ("2019", Reference(2019, None, None)),
        ("2023-02-30", Reference(2023, None, None, 2)),
        ("2023-19", Reference(2023, None, None)),
        ("unknown", Reference(None, None, None)),
        (None, Reference(None, None, None)),
    ],
)
def test_a_publication_date_is_taken_as_fine_as_it_is(published, expected):
    assert Reference.published(published) == expected


def test_the_evidence_of_a_publication_date_is_its_date_line():
    text = "某区公安开展夜查\n2023-01-17 09:40:41 来源:某报\n2022年9月3日,民警破案。"
    blocks = (Block("title", 0, 8), Block("dateline", 9, 34), Block("paragraph", 35, len(text)))
    assert proven(text, published="2023-01-17", blocks=blocks) == (2023, "2023-01-17 09:40:41")
    assert proven("2022年9月3日,民警破案。", published="2023-01-17") == (2023, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年是党的二十大召开之年,全局上下奋力争先。", (2022, "今年是党的二十大召开之年")),
        ("今年下半年将召开党的十九大,安保任务繁重。", (2017, "今年下半年将召开党的十九大")),
        ("今年恰逢建党100周年,各地开展宣讲。", (2021, "今年恰逢建党100周年")),
        ("今年是新中国成立七十五周年。", (2024, "今年是新中国成立七十五周年")),
        ("今年是“十四五”规划的开局之年。", (2021, "今年是“十四五”规划的开局之年")),
        ("今年是“十三五”收官之年,也是脱贫之年。", (2020, "今年是“十三五”收官之年")),
        ("今年是第三个中国人民警察节设立以来的新起点。", (2023, "今年是第三个中国人民警察节")),
        ("今年北京冬奥会安保期间,民警昼夜值守。", (2022, "今年北京冬奥会安保")),
        ("今年(2021年),该所接警下降。", (2021, "今年(2021年")),
        ("去年(2021年),该所接警下降。", (2022, "去年(2021年")),
    ],
)
def test_a_sentence_that_ties_this_year_to_an_event_proves_it(text, expected):
    assert proven(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "今年以来,该局认真学习党的二十大精神。",
        "2016年以来,警务室调解纠纷186起,今年警情下降。",
        "去年是建党100周年,今年更要奋进。",
        "今年工作任务重。党的二十大召开之年已经过去。",
        "7月29日,民警在夜市巡逻,截至目前抓获17人。",
        "到2025年,全县建成智慧警务室100个。",
        "该法自2022年5月1日起施行,民警入户宣传。",
        "依据《某某条例》(2019年修订)处理,并按公安〔2021〕15号执行。",
        "实施三年行动计划(2021-2023年),推进基层治理。",
        "2021年,全县发案下降。今年,降幅更大。",
        "水位为1931年以来最高,民警转移群众。",
    ],
)
def test_nothing_is_guessed(text):
    assert proven(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012年,该所成立。2014年2月28日晚,队员巡逻。2014年,发案下降。", (2014, "2014年2月28日")),
        ("2019年3月,专班成立;2020年5月8日,破案。到2025年实现全覆盖。", (2020, "2020年5月8日")),
        ("2021年,全县刑案下降。", (2021, "2021年")),
        ("2022年以来,该所走访群众。2022年7月,获评先进。", (2022, "2022年7月")),
        ("2022年以来,该所走访群众3600户。去年冬天,两村争水。", (2022, "2022年以来")),
        ("去年,发案下降。二〇二二年三月五日,民警破案。", (2022, "二〇二二年三月五日")),
        ("民国113年5月3日,警方说明案情。", (2024, "民国113年5月3日")),
    ],
)
def test_the_latest_past_date_of_the_body_proves_its_year(text, expected):
    assert proven(text) == expected


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1月16日,民警破案。\n2017年11月起,罗某作案6起。", 2018),
        ("3月8日,法院宣判。\n2018年10月,罗某盗走两头牛。\n3月6日,牛已还给村民。", 2019),
        ("今年5月6日,镇里起火。\n2015年9月,这里也起过火。", 2016),
        ("9月8日,法院宣判。\n2018年8月,罗某盗走两头牛。", 2018),
        ("1月16日,民警破案。\n2018年元宵节期间,罗某作案6起。", 2018),
        ("2018年1月16日,民警破案。2018年11月起,罗某服刑。", 2018),
        ("1月16日,民警巡逻。2018年,该所获评先进。", 2019),
        ("2月3日,县里颁奖,罗某获评2017年度平安卫士。", 2018),
        ("1月16日,民警巡逻。2018年以来,发案下降6%。", 2019),
        ("6月16日,民警巡逻。2018年以来,发案下降6%。", 2018),
        ("1月16日,民警为2018年春运备勤。", 2018),
        ("2022年9月,罗某行骗。今年2月,他落网。", 2023),
        ("2022年12月,县里修路。今年10月,路通了车。", 2023),
        ("2022年9月,罗某行骗。今年11月,他落网。", 2022),
        ("2022-09-06\n今年2月,罗某落网。", 2022),
        ("仅2020年一年,全省破案860起。今年4月,该省又破案36起。", 2021),
        ("去年12月16日,民警破案。2018年2月,该所成立。", 2018),
        ("1月16日,检方受理此案,原定于2018年8月6日开庭。", None),
    ],
)
def test_whoever_writes_in_a_year_does_not_name_it(text, year):
    assert proven(text)[0] == year


def test_a_report_counts_from_the_day_that_it_is_sent_on():
    reference = find_reference(plain_page("2025年底前建成。\n本报2024年1月8日讯 12月28日,民警破案。"))
    assert (reference.date, reference.month) == (date(2024, 1, 8), 1)
    assert find_reference(plain_page("2024年1月8日电话回访。")).month is None


def test_bare_years_of_three_digits_count_from_1911_on_pages_from_taiwan_only():
    text = "台北市警方表示,113年1至4月诈骗案件下降。"
    assert find_reference(replace(plain_page(text), script="Hant")).roc
    assert not find_reference(plain_page(text)).roc
    assert find_reference(replace(plain_page("金门县警察局公布113年治安统计。"), script="Hant")).roc
    assert not find_reference(replace(plain_page("某店创立113年1月关张。"), script="Hant")).roc


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("自2008年起,老林调到青石坳警务区,至今已坚守16年。2022年,他获评先进。", 2024),
        ("2013年,县里成立反诈专班。六年来,专班抓获460人。2016年,专班立功。", 2019),
        ("自1999年区划调整以来,20多年时间,人口猛增。2003年建成新城。", None),
        ("2016年,镇里成立调解室。三年来,调解室化解纠纷86起。2018年7月,获评先进。", 2018),
        ("2019年12月,他到任。今年8月,全所破案6起。", 2020),
        ("2021年,全县刑事发案下降12%。今年,该局将继续开展整治。", 2022),
        ("2021年5月至今年8月,全县刑事发案下降12%。", 2022),
        ("1月8日,发布会召开。2022年全年接警3.6万起。今年的会上还有新榜单。", 2023),
    ],
)
def test_the_years_that_are_counted_tell_a_later_one_than_the_dates(text, year):
    assert find_reference(plain_page(text)).year == year


def test_a_report_is_of_the_day_of_the_proven_year_that_it_is_sent_on():
    reference = find_reference(plain_page("云州6月18日消息(记者 某某)2013年11月以来,该县连发盗窃案。"))
    assert reference.date == date(2014, 6, 18)


@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("今年是党的二十大召开之建周0123456789月日第个届“十四五”开局(),。\n去"), st.characters(exclude_categories=["Cs"])
        ),
        max_size=60,
    )
)
def test_any_page_has_a_reference_or_none(text):
    reference = find_reference(plain_page(text))
    assert reference.date is None
    assert (reference.year is None) == (reference.evidence is None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("本报兰州1月9日电,省厅通报:2021年11月,专案组收网。", 2022),
        ("本报讯 2018年9月,民警走访时接到线索。去年1—11月,全市立案下降三成。", 2019),
        ("本报兰州12月9日电,省厅通报:2021年11月,专案组收网。", 2021),
        ("2018年9月,民警接到线索。去年1—11月立案460起,今年立案320起。", 2018),
    ],
)
def test_a_report_sent_before_the_month_that_it_tells_of_is_of_the_next_year(text, year):
    assert find_reference(plain_page(text)).year == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2018年11月19日晚,民警潜伏在江边。\n去年11月19日的行动抓获4人。", 2019),
        ("2018年11月19日晚,民警潜伏在江边。\n去年11月20日的行动抓获4人。", 2018),
    ],
)
def test_a_day_that_is_told_again_as_last_years_is_of_last_year(text, year):
    assert proven(text)[0] == year


@pytest.mark.parametrize(("month", "year"), [(2, 2022), (8, 2021)])
def test_a_title_that_names_the_year_hides_no_report_of_the_next(month, year):
    text = f"中新网清河{month}月19日电 市公安局开会,2021年,全市打掉团伙26个。"
    assert find_reference(plain_page(text, title="某市警方2021年打掉团伙26个")).year == year


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        ("某市去年打掉团伙26个", "2021年,全市打掉团伙26个。", 2022),
        ("某市打掉团伙26个", "2021年,全市打掉团伙26个,去年8个。", 2021),
    ],
)
def test_a_title_of_last_year_tells_that_the_year_of_the_body_is_over(title, text, year):
    assert find_reference(plain_page(text, title=title)).year == year
