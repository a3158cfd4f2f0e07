"""What offence a number is about: by its own words, by where the work was done, and none for a career."""

import pytest

from tests.transforms.facts.examples import accounts_of


def offences(text):
    return [item.offence for item in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("便衣队抓获扒手36名。", "theft"),
        ("找回失窃电动车83辆。", "vehicle_theft"),
        ("过火面积约600平方米。", "fire"),
        ("旧楼大火夺去5人性命。", "fire"),
        ("劫案全年录得76宗。", "robbery"),
        ("爆窃案上半年接获113宗。", "burglary"),
        ("他从事交管工作已有22年。", None),
        ("老周当了26年禁毒专干。", None),
        ("纠纷反复率降至2%。", "dispute"),
        ("缴获被盗抢机动车46辆。", "vehicle_theft"),
        ("侦破扰乱景区治安的各种刑事案件73起。", "criminal_all"),
        ("全省治安卡口截获犯罪嫌疑人640名。", "all"),
        ("查扣假烟1200条。", "other"),
        ("受伤人员有16人。", None),
        ("查获新精神活性物质36克。", "drugs"),
        ("交警快处事故860起。", "traffic"),
        ("交警大队查处违法行为860起。", "traffic"),
        ("公安交通管理部门对86处重大隐患挂牌督办。", "traffic"),
        ("交警大队侦破盗窃案件86起。", "theft"),
        ("县局侦办金融领域犯罪案件86起。", "other"),
    ],
)
def test_its_own_words_tell(text, expected):
    assert offences(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("盗窃案件下降9.1%;破获刑事案件64起,抓获犯罪嫌疑人81人。", "criminal_all"),
        ("电诈案件发案12起;全市共立刑事案件350起,抓获嫌疑人96名。", "criminal_all"),
        ("破获刑事案件64起;破获盗窃案件21起,抓获嫌疑人30名。", "theft"),
    ],
)
def test_crime_as_a_whole_behind_a_semicolon_leaves_the_kinds_behind(text, expected):
    assert offences(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年调解纠纷640起,涉案金额720万元。", ["dispute", "dispute"]),
        ("调处涉企矛盾纠纷18起,涉及金额90万元。", ["dispute", "dispute"]),
        ("破获诈骗案件12起,涉案金额893万元。", ["fraud", "fraud"]),
    ],
)
def test_what_cases_and_disputes_were_about_is_of_them(text, expected):
    assert offences(text) == expected


def test_work_done_in_provinces_is_about_what_the_paragraph_is_about():
    text = "严打跨境赌博\n\n公安机关持续打击跨境赌博犯罪。专案组在8省23市同步收网,打掉赌博团伙6个。全县有26个行政村。"
    assert offences(text) == ["gambling", "gambling", "gambling", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("因婚恋纠纷引发的治安案件下降四成。", ["public_order_all"]),
        ("涉毒引起的盗窃案件减少12起。", ["theft"]),
        ("追回被盗摩托车16辆、耕牛3头。", ["vehicle_theft", "theft"]),
        ("查处交通违法86起,较大以上事故零发生。", ["traffic", "traffic"]),
        ("农村道路隐患治理加快,查处酒驾12起,亡人事故下降两成,工矿事故下降一成。", ["traffic", "traffic", "accident"]),
    ],
)
def test_heads_and_earlier_clauses_tell(text, expected):
    assert offences(text) == expected


def test_plain_cases_are_about_what_the_paragraph_is_about():
    text = "公安机关严打电信网络诈骗。今年打掉电诈团伙31个,12次把疑犯从国外押送回来,发布典型案例10起。"
    assert offences(text) == ["telecom_fraud"] * 3
