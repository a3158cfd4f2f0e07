"""What a story is about holds for every number in it."""

import pytest

from tests.transforms.facts.examples import accounts_of


def offences(text):
    return [item.offence for item in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月3日凌晨,青河镇一间木材厂因线路老化起火,消防站2辆消防车9分钟后赶到,保住了隔壁3间仓库。", "fire"),
        ("今年2月,牧民丁某家圈里的牛不见了,报警后民警20分钟赶到,顺着脚印追出8公里,抓获2名嫌疑人。", "theft"),
        ("老周和老吴两家为一堵墙吵了起来,网格员上门3次,谈了2个小时,双方签了协议。", "dispute"),
        ("5月3日,刑侦大队打掉一个抢劫、盗窃团伙,将孙某等4人抓获,追回手机6部。", "robbery_and_theft"),
        ("6月8日,包工头拖欠86万元工资,9名工人与他吵了起来,调解员当晚到场。", "dispute"),
        ("8月9日晚,林某在夜市与邻桌客人推搡起来,巡逻车2分钟后停在门口,4名食客被带到派出所。", "brawl"),
    ],
)
def test_its_numbers_have_the_offence_that_it_tells(text, expected):
    found = offences(text)
    assert len(found) >= 2 and set(found) == {expected}


def test_the_paragraph_after_it_has_none_of_it():
    text = "5月3日凌晨,青河镇一间木材厂因线路老化起火,消防站2辆消防车9分钟后赶到。\n全县设有警务站6个。"
    assert offences(text) == ["fire", "fire", None]


def test_a_service_is_about_no_offence():
    assert set(offences("3月2日,市民王女士到青河派出所办证,还处理了交通违法,民警15分钟办结3项业务。")) == {None}


@pytest.mark.parametrize(
    ("text", "quote", "metric"),
    [
        ("5月3日,村民石某和邻居因为一口水井吵了起来,积怨已有9年,镇长到场调解,双方握手言和。", "9年", "持续时间"),
        ("5月3日,李某和王某两家为排水沟吵了三年,调解员从中说和,双方达成协议。", "两家", "纠纷当事人家"),
        ("5月3日,两兄弟因为分地起了争执,调解员跑了4趟,双方达成协议。", "4趟", "上门调解"),
    ],
)
def test_what_a_story_of_a_quarrel_counts(text, quote, metric):
    found = {item.quote: item.metric for item in accounts_of(text).statistics}
    assert found[quote].endswith(metric)


def test_what_months_sum_up_is_no_story():
    text = "今年1月至6月,县局破获刑事案件86起,其中命案2起,抓获嫌疑人60人,移送起诉36人。"
    assert offences(text) == ["criminal_all", "homicide", "criminal_all", "criminal_all"]


@pytest.mark.parametrize(
    "text",
    [
        "镇上的小两口,结婚六年闹了三回离婚。调解员陪着谈了5次,两人红着脸和好了。",
        "马某和牛某是亲兄弟,父亲留下26亩果园。马某满腹委屈。\n调解员劝和,兄弟俩不再吵。",
        "村东头有两户邻居,为一排枣树较了8年的劲,官司打了两场。",
    ],
)
def test_a_paragraph_tells_how_people_fell_out(text):
    assert set(offences(text)) == {"dispute"}


def test_a_settled_quarrel_is_over_where_the_paragraph_sums_up():
    text = "5月3日,村民石某和邻居因为一口水井吵了起来,镇长到场调解,双方握手言和。石某赔了600元。今年以来,全镇建成警务室6个。"
    assert offences(text) == ["dispute", None]


def test_what_was_at_stake_in_quarrels_is_about_them():
    text = "去年,中心成功调解劳动争议案件860件,涉及职工2600人,为职工挽回经济损失960万元。"
    assert offences(text) == ["dispute"] * 3
