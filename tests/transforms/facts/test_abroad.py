import pytest

from tests.transforms.facts.examples import accounts_of
from transforms.facts.abroad import raids


def places_of(text):
    return {statistic.quote: (statistic.place, statistic.place_name) for statistic in accounts_of(text).statistics}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("专案民警在柬埔寨和国内多地开展收网行动,抓获嫌疑人86名。", "柬埔寨和国内多地"),
        ("各路警力在6省14市同时收网,抓获嫌疑人65名。", "6省14市"),
        ("专案组赴缅甸抓捕。历时数月,抓获210名嫌疑人。", "缅甸"),
        ("我方联合老挝警方捣毁窝点3个。", "老挝"),
    ],
)
def test_a_raid_abroad_or_in_several_provinces_is_of_no_division_where_nobody_says_whose(text, name):
    assert [raid.name for raid in raids(text)] == [name]
    assert places_of(text)[accounts_of(text).statistics[-1].quote] == (None, name)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("泉州市公安局在柬埔寨和国内多地开展收网行动,抓获嫌疑人86名。", "350500"),
        ("公安部指挥江苏省公安厅会同南通市公安局在6省14市同时收网,抓获嫌疑人65名。", "320600"),
        ("去年8月,义乌市公安局赴缅甸抓捕。历时数月,抓获210名嫌疑人。", "330782"),
    ],
)
def test_a_raid_is_of_the_division_whose_police_made_it(text, place):
    assert list(places_of(text).values())[-1][0] == place


@pytest.mark.parametrize(
    "text",
    [
        "韩国客商来义乌市采购,警方办理签证120份。",
        "在越南打工的李某被骗3万元,警方抓获嫌疑人2名。",
        "全省16市警情下降8%,破获案件320起。",
        "缅甸籍女子迷路,民警打掉语言隔阂,走访3户。",
    ],
)
def test_who_comes_from_abroad_makes_no_raid(text):
    assert raids(text) == ()


def test_a_place_told_after_the_raid_has_its_numbers():
    found = places_of("专案组赴柬埔寨抓捕,抓获嫌疑人86名。今年泉州市破获案件420起。")
    assert (found["86名"][0], found["420起"][0]) == (None, "350500")
