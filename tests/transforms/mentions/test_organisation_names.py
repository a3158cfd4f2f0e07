"""Where the names of organisations begin and end, and under which name one is recorded."""

import pytest

from tests.transforms.mentions.test_organisations import kinds, names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("他生前任松岭派出所民警。", "松岭派出所"),
        ("时任松岭派出所所长的周海说。", "松岭派出所"),
        ("周海历任松岭派出所民警、所长。", "松岭派出所"),
        ("任家庄派出所通报。", "任家庄派出所"),
        ("记者从良庄镇派出所了解到,麦收结束。", "良庄镇派出所"),
    ],
)
def test_a_verb_of_office_is_no_part_of_the_name_behind_it(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["整个派出所只有五人。", "住户齐聚司法所。", "多县消防救援队伍转制。", "下一步大队将加强巡查。"])
def test_words_before_a_unit_that_tell_none_in_particular(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("合肥市公安局经开分局破案9起。", "合肥市公安局经开分局"),
        ("武汉市公安局水上分局民警说。", "武汉市公安局水上分局"),
        ("南昌市公安局湾里景区分局通报。", "南昌市公安局湾里景区分局"),
    ],
)
def test_what_stands_between_a_bureau_and_a_branch_is_the_name_of_the_branch(text, name):
    assert kinds(text)[name] == "branch"


@pytest.mark.parametrize("verb", ["会同", "联合", "指导"])
def test_a_verb_between_a_bureau_and_a_branch_joins_two(verb):
    assert names(f"济南市公安局{verb}历下分局行动。") == ["济南市公安局", "济南市公安局历下区分局"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("应急管理部消防救援局发布提示。", "应急管理部消防救援局"),
        ("据公安部装备财务局通报。", "公安部装备财务局"),
        ("商务部流通业发展司有关负责人说。", "商务部流通业发展司"),
    ],
)
def test_a_bureau_of_a_ministry(text, name):
    assert kinds(text) == {name: "bureau"}


@pytest.mark.parametrize("text", ["公安部要求各局落实。", "公安部会同各局。", "公安部、各局开会。"])
def test_what_a_ministry_does_is_no_bureau(text):
    assert names(text) == ["公安部"]


def test_a_unit_is_recorded_under_the_longest_name_that_ends_in_its_own():
    text = "兰州铁路公安局武威公安处金昌站派出所的民警。\n武威公安处金昌站派出所所长周海说。"
    assert set(names(text)) == {"兰州铁路公安局武威公安处金昌站派出所"}
    assert set(names("河源市中心医院的医生。\n梅州市中心医院的医生。")) == {"河源市中心医院", "梅州市中心医院"}
    assert "城关镇派出所" not in names("定西市公安局安定分局城关镇派出所说。\n城关镇派出所说。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("随县公安局“3·09”专案组抓获3人。", "随县公安局“3·09”专案组"),
        ("随县成立“清河行动”工作专班。", "“清河行动”工作专班"),
        ("随县公安局“雷霆”专班破案8起。", "随县公安局“雷霆”专班"),
    ],
)
def test_a_team_formed_for_what_is_quoted(text, name):
    assert kinds(text)[name] == "team"


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("河北区江都路街道制定了方案。", ["河北区江都路街道"]),
        ("河北区江都路街道出台十条措施。", ["河北区江都路街道"]),
        ("河北区江都路街道有位老人。", []),
        ("河北区江都路街道发生火灾。", []),
    ],
)
def test_a_street_that_does_something_is_an_office(text, streets):
    assert names(text) == streets


def test_the_police_of_a_city_are_meant_where_it_has_named_them():
    city = {"title": "衡阳市见闻"}
    assert names("衡阳市公安局通报。\n警方提醒,防火。", **city)[-1:] == ["衡阳市公安局"]
    assert names("衡阳市教育局通报。\n警方提醒,防火。", **city) == ["衡阳市教育局"]
    assert names("湖南公安机关破案。\n警方提醒,防火。", title="湖南省见闻") == ["湖南公安机关", "湖南公安机关"]


@pytest.mark.parametrize("name", ["广州恒远运动康复专科医院", "广州医科大学第二附属医院", "长沙县恒昌铸造有限公司", "永昌铸造厂"])
def test_names_of_hospitals_and_firms_with_verbs_in_them(name):
    assert names(f"{name}的人说。") == [name]


@pytest.mark.parametrize("text", ["长沙共出动医院救护车9辆。", "送往定点医院。", "收治在方舱医院里。"])
def test_hospitals_without_a_name(text):
    assert names(text) == []


@pytest.mark.parametrize(
    "text", ["浙江省公安厅治安总队原总队长周海。", "清远市公安局刑侦支队原支队长周海。", "随县公安局交警大队原大队长周海。"]
)
def test_the_post_behind_a_team_is_no_team(text):
    assert len(names(text)) == 1


@pytest.mark.parametrize("text", ["甘肃白银公安局通报。", "白银市公安局说,白银公安局通报。", "甘肃白银警方通报。"])
def test_a_bureau_without_its_ending_is_of_the_city_that_has_a_district_of_its_name(text):
    assert set(names(text)) == {"白银市公安局"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("石嘴山市的会。石嘴山交警分局七大队说。", "石嘴山市公安局交警分局七大队", "team"),
        ("无锡公安110指挥中心接警。", "无锡市公安局110指挥中心", "team"),
        ("广州市交通委员会通报。", "广州市交通委员会", "department"),
    ],
)
def test_offices_of_cities(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize("text", ["他系松岭派出所民警。", "现在松岭派出所能办证。", "他们组和松岭派出所开会。"])
def test_what_stands_before_a_station_is_no_part_of_its_name(text):
    assert names(text) == ["松岭派出所"]


@pytest.mark.parametrize("text", ["法官依法庭审。", "早报记者走访。", "主要领导办公室开会。"])
def test_what_only_looks_like_an_office(text):
    assert names(text) == []


def test_a_committee_of_a_district_that_is_not_named_is_not_the_city_s():
    assert "中共天津市委政法委员会" not in names("街道联合区委政法委走访。", title="天津市见闻")


@pytest.mark.parametrize("text", ["随县万和镇三里路恒昌铸造有限公司门口。", "民警到恒昌铸造有限公司走访。", "他是恒昌运输有限公司的人。"])
def test_a_firm_whose_trade_is_a_verb_begins_behind_the_road(text):
    assert names(text)[0].startswith("恒昌")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("随县人民政府应急管理办公室通报。", "随县人民政府应急管理办公室", "department"),
        ("广州市白云区政府应急管理办公室通报。", "广州市白云区人民政府应急管理办公室", "department"),
        ("随县政府应急办通报。", "随县人民政府应急办", "department"),
    ],
)
def test_parts_of_governments(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("民警赶到。那洪派出所破案9起。", ["那洪派出所"]),
        ("民警赶到。那邦边境派出所破案9起。", ["那邦边境派出所"]),
        ("民警赶到。那所派出所破案9起。", []),
        ("那洪派出所破案9起。全市38个乡镇派出所都开通了窗口。", ["那洪派出所"]),
    ],
)
def test_names_that_begin_with_that_and_stations_that_are_counted(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("济南市推进改革。济南市章丘区普集镇有个集市。普集派出所破案9起。", "济南市公安局章丘区分局普集派出所"),
        ("济南市推进改革。济南市章丘区有个集市。普集派出所破案9起。", "普集派出所"),
    ],
)
def test_a_station_is_of_the_county_in_which_its_town_lies(text, found):
    assert names(text)[-1] == found
