from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.mentions.numbers import find_numbers
from transforms.mentions.numerals import parse
from transforms.mentions.zeros import find_zeros

HAN = "零一二三四五六七八九十百千万亿两半几余多近约超第成折倍分点个人起件%,.0123456789-至到年月日小时元块角负"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3万2千", 32000),
        ("1.2万", 12000),
        ("四百五", 450),
        ("一万三", 13000),
        ("五亿零四百", 500000400),
        ("廿二", 22),
        ("壹佰零三", 103),
        ("二〇二二", 2022),
        ("两千零四", 2004),
        ("12,345,678", 12345678),
        ("87万5,766", 875766),
        ("负一点五", Decimal("-1.5")),
        ("三千万亿", 3 * 10**15),
        ("十", 10),
        ("百三", 130),
    ],
)
def test_numerals(text, value):
    assert parse(text) == value


@pytest.mark.parametrize("text", ["个", "abc", "一a"])
def test_what_is_no_numeral_is_refused(text):
    with pytest.raises(ValueError, match=r"no numeral"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "value", "high", "bound", "unit", "classifier"),
    [
        ("破获案件1.2万余起", "12000", None, "over", "count", "起"),
        ("走访近3000户", "3000", None, "under", "count", "户"),
        ("不到3分钟", "3", None, "under", "min", None),
        ("约40名", "40", None, "about", "count", "名"),
        ("夫妻俩三个月", "3", None, "exact", "month", None),
        ("一至两辆", "1", "2", "exact", "count", "辆"),
        ("三五起", "3", "5", "exact", "count", "起"),
        ("二三十人", "20", "30", "exact", "count", "人"),
        ("两到三万元", "20000", "30000", "exact", "CNY", None),
        ("下降近五成", "50", None, "under", "percent", None),
        ("占三成六", "36", None, "exact", "percent", None),
        ("占全镇的1/4", "0.25", None, "exact", "ratio", None),
        ("近1/5的商户", "0.2", None, "under", "ratio", None),
        ("1/2以上都来自山区", "0.5", None, "over", "ratio", None),
        ("百分之十五", "15", None, "exact", "percent", None),
        ("千分之三", "0.3", None, "exact", "percent", None),
        ("提高2.5个百分点", "2.5", None, "exact", "percentage_point", None),
        ("翻了两番", "3", None, "exact", "times", None),
        ("用时2分30秒", "150", None, "exact", "s", None),
        ("用时1小时20分", "80", None, "exact", "min", None),
        ("压缩至6分半", "6.5", None, "exact", "min", None),
        ("三年半", "3.5", None, "exact", "a", None),
        ("5个多月", "5", None, "over", "month", None),
        ("上百名", "100", None, "over", "count", "名"),
        ("十几名", "10", None, "over", "count", "名"),
        ("损失1.5亿港元", "150000000", None, "exact", "HKD", None),
        ("新台币60万元", "600000", None, "exact", "TWD", None),
        ("缴获毒品35.7公斤", "35.7", None, "exact", "kg", None),
        ("重三斤", "1.5", None, "exact", "kg", None),
        ("追出五里多路", "2.5", None, "over", "km", None),
        ("身高1米75", "1.75", None, "exact", "m", None),
        ("不到一刻钟", "15", None, "under", "min", None),
        ("八分多钟", "8", None, "over", "min", None),
        ("争取经费35万", "350000", None, "exact", "CNY", None),
        ("实行?4小时巡逻", "24", None, "exact", "h", None),
        ("查扣4亿6,000余万元", "460000000", None, "over", "CNY", None),
        ("查扣3亿5千多万元", "350000000", None, "over", "CNY", None),
        ("拦阻金额破15亿", "1500000000", None, "over", "CNY", None),
        ("警情跌破3万起大关", "30000", None, "under", "count", "起"),
        ("占三分之一强。", "0.333333333333333", None, "over", "ratio", None),
        ("扩大约20%", "20", None, "about", "percent", None),
        ("修订村规民约229份", "229", None, "exact", "count", "份"),
        ("开车跑了40多里,", "20", None, "over", "km", None),
        ("维修屋面4.8万平,", "48000", None, "exact", "m2", None),
        ("较上年超出3个百分点", "3", None, "exact", "percentage_point", None),
    ],
)
def test_numbers_with_bound_and_unit(text, value, high, bound, unit, classifier):
    (hit,) = find_numbers(text)
    assert (hit.value, hit.value_high) == (Decimal(value), high and Decimal(high))
    assert (hit.bound, hit.unit, hit.classifier) == (bound, unit, classifier)


@pytest.mark.parametrize("text", ["部队伍同志", "登陆艇", "附近的超市", "苗圃"])
def test_words_that_only_look_like_numbers(text):
    assert find_numbers(text) == ()


def test_a_list_of_sums_stays_a_list():
    assert [hit.value for hit in find_numbers("下降8.5%、12%和7.25%")] == [Decimal("8.5"), Decimal(12), Decimal("7.25")]


@pytest.mark.parametrize(
    ("text", "form", "classifier"),
    [
        ("全年未发生一起命案", "zero", "起"),
        ("街面抢夺零发案。", "zero", None),
        ("无一人伤亡", "zero", "人"),
        ("立案数同比持平。", "flat", None),
        ("全市未发生重大群体性事件,秩序平稳。", "zero", None),
        ("节日期间没有发生亡人火灾。", "zero", None),
        ("辖区再未发生刑事案件", "zero", None),
    ],
)
def test_zeros_and_flat_figures_in_words(text, form, classifier):
    (hit,) = find_zeros(text)
    assert (hit.value, hit.form, hit.classifier) == (0, form, classifier)


@pytest.mark.parametrize(
    "text",
    [
        "建成零发案小区九成",
        "实现零上访、零案件",
        "没有一定之规",
        "连续86天未发生火灾。",
        "未发生盗窃案的村有9个",
        "没有出现纰漏。",
    ],
)
def test_zeros_in_names_state_nothing(text):
    assert find_zeros(text) == ()


@given(st.text(alphabet=HAN, max_size=40) | st.text(max_size=40))
def test_any_text_gives_numbers_in_order_and_apart(text):
    hits = find_numbers(text)
    assert all(0 <= hit.start <= hit.numeral_start <= hit.numeral_end <= hit.end <= len(text) for hit in hits)
    assert all(a.end <= b.start for a, b in pairwise(hits))


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit"),
    [
        ("气温降到零下35摄氏度。", "零下35摄氏度", -35, "Cel"),
        ("零下二十℃的夜里。", "零下二十℃", -20, "Cel"),
        ("夜里只有零下41度。", "零下41度", -41, "Cel"),
        ("午后气温升到39度。", "39度", 39, "Cel"),
        ("汇出新台币(以下同)26万元。", "新台币(以下同)26万元", 260000, "TWD"),
        ("净重1.82公克。", "1.82公克", Decimal("1.82"), "g"),
    ],
)
def test_what_stands_before_a_number_and_is_part_of_it(text, quote, value, unit):
    (hit,) = find_numbers(text)
    assert (text[hit.start : hit.end], hit.value, hit.unit) == (quote, value, unit)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("车辆罪案升2宗至31宗", [("2宗", 2, "count"), ("31宗", 31, "count")]),
        ("办理时限由7个工作日缩短至5个。", [("7个工作日", 7, "d"), ("5个", 5, "d")]),
        ("修好的18万一分没少", [("18万", 180000, None), ("一分", 1, "point")]),
        ("110日均接警420个", [("110", 110, None), ("420个", 420, "count")]),
        ("社区零群体性事件", [("零", 0, None)]),
    ],
)
def test_numbers_that_neighbours_do_not_join(text, read):
    assert [(text[hit.start : hit.end], int(hit.value), hit.unit) for hit in find_numbers(text)] == read


def test_what_was_so_many_and_is_none():
    (hit,) = find_zeros("“飞线”由1680处全部清零。")
    assert (hit.value, hit.unit, hit.form) == (0, "count", "zero")


def test_a_feast_behind_a_day_is_no_money():
    assert "JPY" not in {hit.unit for hit in find_numbers("2月11日元宵节")}
