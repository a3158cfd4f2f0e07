from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.mentions.plain import plain_page
from transforms.mentions.places import find_places
from transforms.mentions.places.gazetteer import divisions, lineage, surfaces
from transforms.records import Boilerplate


def named(text, **page):
    """What is named, with its code, references left out."""
    return [(hit.name, hit.adcode) for hit in find_places(plain_page(text, **page)).hits if hit.kind != "reference"]


def referred(text, **page):
    return [(hit.name, hit.adcode) for hit in find_places(plain_page(text, **page)).hits if hit.kind == "reference"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("北京市海淀区启动夜查。", [("北京市海淀区", "110108")]),
        ("民警在天津滨海新区走访。", [("天津滨海新区", "120116")]),
        ("河北省邯郸市磁县开展宣讲。", [("河北省邯郸市磁县", "130427")]),
        ("山西大同市平城区的夜市", [("山西大同市平城区", "140213")]),
        ("内蒙古锡林郭勒盟苏尼特左旗牧区", [("内蒙古锡林郭勒盟苏尼特左旗", "152523")]),
        ("辽宁丹东的边境线", [("辽宁丹东", "210600")]),
        ("延边州的山林", [("延边州", "222400")]),
        ("黑龙江省伊春市嘉荫县", [("黑龙江省伊春市嘉荫县", "230722")]),
        ("上海浦东新区试点", [("上海浦东新区", "310115")]),
        ("江苏昆山的工厂里", [("江苏昆山", "320583")]),
        ("浙江省诸暨市", [("浙江省诸暨市", "330681")]),
        ("安徽亳州谯城区", [("安徽亳州谯城区", "341602")]),
        ("福建省漳州市云霄县", [("福建省漳州市云霄县", "350622")]),
        ("江西赣州的老城", [("江西赣州", "360700")]),
        ("山东省广饶县李家镇的网格", [("山东省广饶县李家镇", "370523")]),
        ("河南信阳光山县", [("河南信阳光山县", "411522")]),
        ("湖北恩施州来凤县", [("湖北恩施州来凤县", "422827")]),
        ("湖南湘西州凤凰县", [("湖南湘西州凤凰县", "433123")]),
        ("广东东莞的厂区", [("广东东莞", "441900")]),
        ("广西三江县的侗寨", [("广西三江县", "450226")]),
        ("海南省陵水县的渔港", [("海南省陵水县", "469028")]),
        ("重庆渝中区", [("重庆渝中区", "500103")]),
        ("四川凉山州西昌市", [("四川凉山州西昌市", "513401")]),
        ("贵州黔东南州凯里市", [("贵州黔东南州凯里市", "522601")]),
        ("云南西双版纳州勐海县", [("云南西双版纳州勐海县", "532822")]),
        ("西藏日喀则定日县", [("西藏日喀则定日县", "540223")]),
        ("陕西省商洛市山阳县", [("陕西省商洛市山阳县", "611024")]),
        ("甘肃张掖山丹县", [("甘肃张掖山丹县", "620725")]),
        ("青海海南州共和县", [("青海海南州共和县", "632521")]),
        ("宁夏吴忠同心县", [("宁夏吴忠同心县", "640324")]),
        ("新疆巴州库尔勒市", [("新疆巴州库尔勒市", "652801")]),
        ("台湾高雄市的港口", [("台湾高雄市", "710600")]),
        ("香港深水埗区的旧楼", [("香港深水埗区", "810000")]),
        ("澳门氹仔的街市", [("澳门氹仔", "820000")]),
    ],
)
def test_a_chain_of_names_is_one_place(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("泉州市公安局鲤城分局", [("泉州市", "350500"), ("鲤城", "350502")]),
        ("枣庄市公安局市中分局", [("枣庄市", "370400"), ("市中", "370402")]),
        ("内江市中区的夜市", [("内江市中区", "511002")]),
        ("济宁市中区的老街", [("济宁市中区", "370800")]),
        ("他们赴鲁学习,在豫西走访", [("鲁", "370000"), ("豫西", "410000")]),
        ("粤籍船员离琼返航", [("粤", "440000"), ("琼", "460000")]),
        ("鹰城的夜晚,春城的清晨", [("鹰城", "410400"), ("春城", "530100")]),
        ("章丘市和襄樊市的旧档案", [("章丘市", "370181"), ("襄樊市", "420600")]),
        ("峄城区山里镇、水边镇、田头村一带", [("峄城区山里镇", "370404"), ("水边镇", "370404"), ("田头村", "370404")]),
        ("苏州工业园区的企业", [("苏州工业园区", "320500")]),
        ("排在晋城市六个县的前列", [("晋城市", "140500")]),
        ("他推开平原县司法所的门", [("平原县", "371426")]),
        ("做法推广到台州53个乡镇", [("台州", "331000")]),
    ],
)
def test_other_ways_to_write_a_place(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "公安机关守护平安,让群众安居乐业,安宁和谐,合作互助。",
        "他走在北京路上,拐进南京东路,再到中山大道。",
        "据人民日报、南方都市报和济南日报报道",
        "兰州拉面、重庆火锅和沙县小吃",
        "记者 王海南、通讯员 张北京",
        "长江西岸,黄河南岸,太湖南端",
        "这份工作比如延长时间,日照充足,来宾众多,资源富裕,通道畅通",
        "和平社区、朝阳街道、新城小区、湖滨派出所",
        "城区和郊区的港口",
        "安全区域、安全省心、健全市场、完全县级",
        "已建成县级平台",
        "在新形势下,在台上,入云端",
        "一名澳籍男子落网",
        "澳大利亚的林火逼近,军方赴澳支援",
        "基层治理四平台",
        "中川东区派出所和老街南区的居民",
    ],
)
def test_words_and_names_of_other_things_are_no_places(text):
    assert find_places(plain_page(text)).hits == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("枣庄市开了会。市中区的民警到场。", "370402"),
        ("内江市开了会。市中区的民警到场。", "511002"),
        ("市中区的民警到场。", "370103"),
        ("福州市开了会。鼓楼区的民警到场。", "350102"),
        ("徐州的夜晚。鼓楼区的民警到场。", "320302"),
        ("江苏省南通市的会。通州区的民警到场。", "320612"),
        ("朝阳区的民警到场。", "110105"),
        ("长春市的会。朝阳区的民警到场。", "220104"),
        ("兰州市的会。城关区的民警到场。", "620102"),
        ("陕西省的会。西安市新城区的民警到场。新城区夜查。", "610102"),
        ("焦作的会。山阳公安夜查。", "410811"),
        ("山阳县的会。山阳公安夜查。", "611024"),
    ],
)
def test_the_document_decides_between_places_of_one_name(text, code):
    assert named(text)[-1][1] == code


def test_without_any_ground_to_choose_a_name_stays_open():
    assert named("鼓楼区的民警到场。") == []


def test_the_source_decides_where_the_text_does_not():
    assert named("鼓楼区的民警到场。", source="福州晚报") == [("鼓楼区", "350102")]
    assert named("鼓楼区的民警到场。", source="徐州日报") == [("鼓楼区", "320302")]
    assert named("铁西区的民警到场。", source="鞍山市铁西区应急管理局") == [("铁西区", "210303")]


def test_the_path_to_the_page_decides_where_the_text_does_not():
    built = plain_page("普陀甘泉路街道的街坊。")
    shown = replace(
        built, document=replace(built.document, raw="东方网 > 上海频道 > 社区"), boilerplate=(Boilerplate(0, 15, "navigation"),)
    )
    assert [hit.adcode for hit in find_places(shown).hits] == ["310107"]
    assert find_places(built).hits == ()


def test_a_province_goes_before_a_prefecture_of_its_short_name():
    assert named("海南的海") == [("海南", "460000")]
    assert named("海南藏族自治州的草原") == [("海南藏族自治州", "632500")]
    assert named("吉林的雪") == [("吉林", "220000")]
    assert named("吉林市的雾凇") == [("吉林市", "220200")]


def test_a_name_that_the_text_gives_to_a_town_is_not_the_city_of_that_name():
    assert named("霞浦县三沙镇靠海。三沙的渔民出海。") == [("霞浦县三沙镇", "350921")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("仙居县的会。全县排查,全市第一,全省领先。", [("全县", "331024"), ("全市", "331000"), ("全省", "330000")]),
        ("济南市历下区的会。全区排查,全市第一。", [("全区", "370102"), ("全市", "370100")]),
        ("广西灵山县的会。全县排查,全区第三。", [("全县", "450721"), ("全区", "450000")]),
        ("邹城市的会。邹城市公安局在全市排查。", [("全市", "370883")]),
        ("北京市朝阳区的会。全市推广。", [("全市", "110000")]),
        ("临夏县的会。该县和全州", [("该县", "622921"), ("全州", "622900")]),
        ("广饶县李家镇的会。全镇三万人,辖区平稳。", [("全镇", "370523"), ("辖区", "370523")]),
        ("全国推广。", [("全国", "100000")]),
    ],
)
def test_generic_references_mean_what_the_document_is_about(text, expected):
    assert referred(text) == expected


def test_in_a_wider_article_a_reference_means_the_place_of_its_paragraph():
    text = "山东的会。山东公安推广,山东各地学习,山东省公安厅部署。\n临沂的网格员多,全市警情下降。\n威海的无人机多,全市发案减少。"
    assert referred(text) == [("全市", "371300"), ("全市", "371000")]


@pytest.mark.parametrize(
    ("title", "text", "code", "name"),
    [
        ("峄城公安:办好小案", "枣庄市公安局峄城分局的民警走访。山东省公安厅肯定了他们。", "370404", "枣庄市峄城区"),
        ("古塔所记事", "合肥市公安局瑶海分局古塔派出所在老城。合肥在变。古塔派出所不大,古塔派出所很忙。", "340102", "合肥市瑶海区"),
        ("山阳公安夜巡", "山阳县公安局部署。山阳公安巡逻。", "611024", "陕西省商洛市山阳县"),
        ("山东:基层警务", "济南、威海和临沂的做法。山东公安机关总结。", "370000", "山东省"),
        ("威海夜巡", "环翠区和文登区的民警。威海市公安局部署。荣成的渔港。", "371000", "威海市"),
        ("德宏禁毒", "瑞丽市和芒市查缉。德宏州公安局通报。", "533100", "德宏傣族景颇族自治州"),
        ("屯门反诈", "香港警务处通报。元朗和屯门的案件。", "810000", "香港特别行政区"),
        ("深水埗罪案下跌", "深水埗警区公布数字。旺角一间店铺发生劫案。", "810000", "香港特别行政区"),
        ("上半年罪案下跌", "警务处公布,本港罪案下跌。", "810000", "香港特别行政区"),
        ("码头忙起来", "吊桥自动作业,全港装箱三百只。", None, None),
        ("全国调解成功率超八成", "记者从会上获悉,全国调解员增多。\n天津的老张。天津的医院。天津的家属。天津的会。", "100000", "全国"),
        ("平安榆林:网格治理", "榆林市榆阳区划分网格。榆阳区网格员上报事件。榆阳区的街道。", "610802", "榆林市榆阳区"),
        (
            "老马的一天",
            "重庆市的会。重庆江北区观音桥街道的老马。观音桥街道很大。观音桥街道很忙。观音桥街道的人都认得他。",
            "500105",
            "重庆市江北区",
        ),
        (
            "重庆的老马",
            "重庆市的会。重庆江北区观音桥街道的老马。观音桥街道很大。观音桥街道很忙。观音桥街道的人都认得他。",
            "500000",
            "重庆市",
        ),
        ("平安榆林:网格治理", "榆林市部署。榆阳区网格员上报事件。榆阳区的街道。榆林市总结。", "610800", "榆林市"),
    ],
)
def test_the_jurisdiction_is_the_narrowest_place_that_holds_most_names(title, text, code, name):
    places = find_places(plain_page(text, title=title))
    assert (places.jurisdiction, places.jurisdiction_name) == (code, name)


def test_a_zone_without_a_code_names_the_jurisdiction():
    text = "平顶山市城乡一体化示范区公安分局走访。示范区的民警说,示范区的警情少了。示范区管委会肯定了。"
    places = find_places(plain_page(text))
    assert (places.jurisdiction, places.jurisdiction_name) == ("410400", "平顶山市城乡一体化示范区")
    assert {hit.full for hit in places.hits if hit.kind == "zone"} == {"平顶山市城乡一体化示范区"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全国法院受理案件。全国一半的法庭接入平台。北京的一家法庭试点。", "100000"),
        ("全国先进单位西宁市公安局夜巡。西宁的警情下降。", "630100"),
        ("赤壁市的民警帮助一名荆州籍男子。一名从荆门赶来的荆门人作证。", "421281"),
        ("高邮的综治中心启用。高邮的部门入驻。高邮的群众少跑路。", "321084"),
        ("浙江乐清的民警抓到逃犯。逃犯被押解回山东老家。", "330382"),
        ("陕西省人民政府关于防控工作的通告。全省登记到过武汉的人。我省设卡。", "610000"),
        ("小偷在广州街头落网。", "440100"),
        ("白银市白银区发生案件。白银公安局侦查。白银公安局破案。白银公安局表彰民警。", "620400"),
    ],
)
def test_the_whole_country_and_those_who_come_from_elsewhere(text, code):
    assert find_places(plain_page(text)).jurisdiction == code


def test_a_page_without_a_place_is_about_its_mediums():
    assert find_places(plain_page("前柳镇的网格员走访。", source="宁海新闻网")).jurisdiction == "330226"


def test_an_article_about_no_place_in_particular_has_no_jurisdiction():
    assert find_places(plain_page("公安部部署专项行动。")).jurisdiction is None
    assert find_places(plain_page("北京、上海、广东和四川的做法。")).jurisdiction is None


@given(
    st.text(alphabet="济南市中区公安局山东省县海吉林全本辖、。\n镇村街道示范高新开发0年a ", max_size=80),
    st.sampled_from([None, "济南日报", "x"]),
)
def test_any_text_gives_ordered_hits_of_known_places_within_it(text, source):
    places = find_places(plain_page(text, source=source))
    assert places == find_places(plain_page(text, source=source))
    assert all(0 <= hit.start < hit.end <= len(text) and hit.name == text[hit.start : hit.end] for hit in places.hits)
    assert all(hit.adcode == "100000" or hit.adcode in divisions() for hit in places.hits)
    assert all(a.start <= b.start for a, b in pairwise(places.hits))


def test_an_urban_core_has_no_code_of_its_own_and_stands_for_its_city():
    """cpca gives 淮安市市辖区 the code 320801, which counts no division; 淮安市 is what a reader understands."""
    assert named("淮安市市辖区") == [("淮安市", "320800")]


def test_every_alias_means_a_division_and_every_division_has_its_parents():
    assert all(code in divisions() for surface in surfaces() for code in surface.codes)
    assert all(lineage(code)[-1].endswith("0000") for code in divisions())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("钟山公安分局夜查出租屋。钟山派出所民警找回走失儿童。", "520201"),
        ("眉县公安局表彰义警。", "610326"),
        ("在川心巷口,眉县公安局设岗。", "610326"),
        ("六枝消防大队服务我区群众。该队获六盘水市嘉奖,在全区推广经验。", "520203"),
        ("包河区南宁路发生事故。包河区的民警到场。", "340111"),
        ("六枝消防大队受六盘水市嘉奖,经验在全市推广。", "520200"),
    ],
)
def test_what_stands_behind_a_short_name_and_what_is_ours_tell_the_division(text, code):
    assert find_places(plain_page(text)).jurisdiction == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("市交警支队严查酒驾\n\n市交警支队在岷山路设卡。\n临渭区的中队查处违法86起,民警在临渭区守到天亮。\n临渭区的车少了。", "610500"),
        ("临渭区严查酒驾\n\n市交警支队在临渭区设卡。\n临渭区的中队查处违法86起。", "610502"),
        (
            "夜里的上海,上海市公安局徐汇分局交警支队民警守在路口。\n徐汇区的车多,上海的桥长。\n徐汇区的居民说,上海变了。\n上海下雪了。",
            "310104",
        ),
        ("界江巡逻\n\n黑龙江江面结了冰,民警踏冰巡逻。", None),
    ],
)
def test_forces_of_a_city_and_of_a_district_tell_what_an_article_is_about(text, code):
    assert find_places(plain_page(text)).jurisdiction == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("旅客来自贵州、云南和广西。河西区的工人抢险。", "120103"),
        ("河西区的工人抢险。安徽六安的赵大勇说,他吓坏了。江苏徐州的刘某表示感谢。", "120103"),
        ("辰溪县田湾镇的集市很热闹。怀化铁路公安处的民警宣传。怀化火车站派出所的民警宣传。怀化铁路公安处表彰。", "431223"),
        ("怀化铁路公安处的民警宣传。怀化火车站派出所的民警宣传。", "431200"),
        ("重庆两江新区夜巡。两江新区的民警夜查。", "500000"),
        ("雄安新区的民警夜查。", "130600"),
        ("渭南道和成都道上车多。和平区的交警夜查,天津市和平区的居民说好。", "120101"),
    ],
)
def test_where_people_come_from_and_what_is_called_after_a_city_tell_no_jurisdiction(text, code):
    assert find_places(plain_page(text)).jurisdiction == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "四川省“坝坝会”进乡村\n\n在四川省广汉市三水镇,老李爱管闲事。广汉市的干部说好。\n如今,全省已有坝坝会860个,今年全省调处纠纷86件。",
            "510000",
        ),
        ("广汉“坝坝会”进乡村\n\n在四川省广汉市三水镇,老李爱管闲事。全省推广,全省学习。", "510681"),
    ],
)
def test_an_example_in_a_province_and_a_branch_in_a_city(text, code):
    assert find_places(plain_page(text)).jurisdiction == code


def test_a_city_that_is_named_only_before_a_branch_is_not_what_an_article_is_about():
    text = "湖北武汉江汉区街头灯亮着。\n武汉市公安局江汉区分局巡警大队的老周上岗了。"
    assert find_places(plain_page(text, title="武汉有群守夜人")).jurisdiction == "420103"
    assert find_places(plain_page(text + "\n武汉的雨下了。", title="武汉有群守夜人")).jurisdiction == "420100"


def test_a_branch_of_a_city_may_be_called_like_a_county_far_away():
    assert named("西安市公安局曲江分局走访") == [("西安市", "610100")]
    assert named("韶关市公安局曲江分局走访") == [("韶关市", "440200"), ("曲江", "440205")]


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("公安部新闻发布会30日在北京举行,全国公安机关今年破案860起。公安部部署行动。", None, "全国"),
        ("发言人24日在北京表示,全国电诈案件下降。国务院部署打击,我国损失减少。", None, "全国"),
        ("发布会30日在北京举行。北京市公安局通报,北京警情下降。全国平均也下降。", "110000", "北京市"),
    ],
)
def test_where_the_bodies_of_the_country_speak_is_not_what_they_speak_of(text, code, name):
    places = find_places(plain_page(text))
    assert ((places.jurisdiction if code else None), places.jurisdiction_name) == (code, name)
