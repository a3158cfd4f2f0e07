import pytest

from tests.transforms.facts.examples import accounts_of


def places_of(text):
    """Which place each number of a text is about."""
    return [(statistic.quote, statistic.place) for statistic in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("京口区、润州区警情分别下降15.1%和12.8%。", [("15.1%", "321102"), ("12.8%", "321111")]),
        ("京口区和丹阳市分别破案四十起、二十起。", [("四十起", "321102"), ("二十起", "321181")]),
        ("丹阳市、扬中市、句容市依次化解纠纷30件、20件、10件。", [("30件", "321181"), ("20件", "321182"), ("10件", "321183")]),
    ],
)
def test_places_share_figures_out_in_their_order(text, expected):
    found = places_of(f"镇江市平安建设\n\n镇江市通报了情况。{text}")
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("丹阳、扬中等6个县区警情下降12%。", [("6个", "321100"), ("12%", "321100")]),
        ("专案组在湖北、江西两地抓获14名嫌疑人。", [("14名", "321100")]),
    ],
)
def test_examples_of_parts_and_places_far_apart_leave_a_number_to_the_whole(text, expected):
    found = dict(places_of(f"镇江市平安建设\n\n镇江市通报了情况。镇江市部署。{text}"))
    assert [(quote, found.get(quote)) for quote, _ in expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "该县破案占全省的四分之一。",
        "村民老赵远在苏州。调解员打了三次电话。",
        "一艘浙江温岭的渔船靠岸,船上有6人。",
        "现有陕西好人28名、商洛工匠3名。",
    ],
)
def test_what_is_elsewhere_is_not_the_place_of_a_number(text):
    assert {place for _, place in places_of(f"山阳县平安建设\n\n山阳县通报了情况。{text}")} == {"611024"}


def test_what_sort_of_service_it_is_tells_no_place():
    assert places_of("桦川县公安局为群众办理省内户口迁移7人。") == [("7人", "230826")]


def test_a_branch_in_a_zone_of_its_own_acts_where_the_article_is():
    text = "盘州市公安局推进共治,盘州市的路通了,盘州市的灯亮了。\n六盘水市公安局两河分局化解纠纷16起。"
    assert places_of(text) == [("16起", "520281")]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("据了解,全市已建综治中心7个,配备调解员310名。", "321300"),
        ("去年,全省投入资金3亿元,新建警务室420个。", "320000"),
        ("该县在全市率先建成警务室12个。", "321322"),
        ("该县工作全市领先,化解纠纷90起。", "321322"),
    ],
)
def test_a_wider_place_holds_for_the_sentence_that_tells_of_it_and_not_where_it_is_compared_with(sentence, code):
    found = places_of(f"沭阳县平安建设\n\n沭阳县通报了情况。{sentence}")
    assert {place for _, place in found} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "公安部的专项行动在浙江嘉兴正式启动,1.2万支枪支被销毁。",
        "公安部今天在北京召开发布会,通报86起案件。",
        "全国禁毒宣传活动在云南昆明举行,86名民警参加。",
    ],
)
def test_what_is_told_where_something_of_the_whole_country_is_held_is_of_no_place(text):
    assert {place for _, place in places_of(f"全国公安工作\n\n全国公安机关部署。全国的民警行动。{text}")} == {None}


@pytest.mark.parametrize(
    ("scene", "code"),
    [
        ("近日,专项行动在京口区、润州区同时展开。民警抓获嫌疑人12名。", "321100"),
        ("今年3月,京口区和丹阳市试行新办法。调解员化解纠纷40起。", "321100"),
        ("山东、广东等地连续发生骗案。目前,3起案件全部告破。", "321100"),
    ],
)
def test_places_in_a_row_that_set_the_scene_of_a_paragraph_hold_it_together(scene, code):
    found = places_of(f"镇江市平安建设\n\n镇江市通报了情况。镇江市部署。\n{scene}")
    assert {place for _, place in found} == {code}


@pytest.mark.parametrize(
    "text",
    [
        "该团伙在江苏苏州、广东东莞作案,骗得16万元。",
        "专案组在江苏苏州、广东东莞蹲守,缴获手机30部。",
        "民警对江苏苏州和广东东莞的仓库逐一核查,发现假货120箱。",
    ],
)
def test_commas_do_not_part_a_number_from_places_in_a_row(text):
    assert {place for _, place in places_of(f"打击诈骗\n\n{text}")} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "甘肃省公安厅决定,给白银市公安局等4个集体记功;给平川区公安局记功,给12名民警嘉奖。",
        "甘肃省公安厅给白银市公安局发放奖金,记功5人。",
        "甘肃省公安厅授予白银市公安局奖牌12块。",
    ],
)
def test_what_is_given_to_an_organisation_is_told_of_the_place_of_who_gives_it(text):
    found = accounts_of(f"庆功大会\n\n{text}").statistics
    assert {(item.place, item.subject) for item in found} == {("620000", "甘肃省公安厅")}


@pytest.mark.parametrize("speaker", ["一家公司负责人王女士说", "居民老张感慨", "某商场经理连连表示"])
def test_where_a_speaker_is_from_sets_no_scene(speaker):
    found = places_of(f"镇江市热线服务\n\n镇江市开通热线。“拨打电话都能得到解答。”丹阳市{speaker}。目前,热线共受理咨询590件。")
    assert found == [("590件", "321100")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("近日,四川省金川县突降暴雪,一支队伍被困。\n救援人员连夜出发,救下游客34名。", "513226"),
        ("今年四月,湖南省启动帮扶工作。\n目前,志愿者已帮扶家庭337户。", "430000"),
        ("近日,四川省金川县突降暴雪,一支队伍被困。\n各地加强值守,共检查景区960处。", None),
    ],
)
def test_in_an_article_about_no_place_a_paragraph_goes_on_telling_of_the_place_before(text, code):
    found = places_of(f"警钟长鸣\n\n北京市、上海市、广东省、江苏省、浙江省都有人迷路。\n{text}")
    assert found[-1][1] == code


_FILLING = "老人们坐在树下说话,孩子们在院子里跑,谁家有了事,大家都来商量。" * 16


@pytest.mark.parametrize(
    ("section", "code"),
    [
        (f"桥头村位于安溪县。\n{_FILLING}\n网格员帮了26户。", "350524"),
        (f"走进天台县的山村,灯亮着。\n{_FILLING}\n村民凑了9万元。", "331023"),
        (f"{_FILLING}\n村里装灯12盏。", None),
    ],
)
def test_in_an_article_about_no_place_its_section_goes_on_telling_of_its_place(section, code):
    opening = "村里的新事\n\n记者走访了北京市、上海市、广东省、四川省的村庄。\n一、树下的议事会\n在平和县,树下坐满了人。\n"
    assert places_of(f"{opening}二、村里有了灯\n{section}")[-1][1] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("民警在河南、镇江同步收网,端掉窝点3个。", "321100"),
        ("民警在湖北、江苏同步收网,端掉窝点3个。", "321100"),
        ("京口、丹阳等地市场监管局接到线索。为缩短时间,窗口增设座席6个。", "321100"),
        ("上家是河南的王某,每箱货卖400元。", "321100"),
        ("这里距乌鲁木齐3700公里。", "321100"),
        ("患者中20人有湖北旅行史,2人无接触史。", "321100"),
    ],
)
def test_far_places_beside_the_articles_own_or_in_passing_are_not_what_a_number_is_about(text, code):
    found = places_of(f"镇江市平安建设\n\n镇江市通报了情况。镇江市部署。\n{text}")
    assert found[-1][1] == code


@pytest.mark.parametrize("below", ["作案手法:发送短信", "作案手法:冒充客服", "作案手法:攻击网站"])
def test_a_heading_right_below_another_begins_no_section(below):
    opening = "三起案件告破\n\n记者走访了北京市、上海市、广东省、四川省的派出所。\n浙江案4名嫌犯落网\n"
    found = places_of(f"{opening}{below}\n8月12日,一名学生被人以缴纳年费等理由骗走1996元,家人随后报了警。")
    assert found[-1] == ("1996元", "330000")


WHOLE = "济南市推进平安建设。\n济南市公安局组建巡逻队。\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (WHOLE + "在章丘区,老周和邻居为院墙闹翻。\n他们量到最后,争的不过是18厘米。", "370114"),
        (WHOLE + "在章丘区,老周和邻居为院墙闹翻。\n截至目前,共调解纠纷86件。", "370100"),
        (WHOLE + "在章丘区和历城区,邻居为院墙闹翻。\n他们量到最后,争的不过是18厘米。", "370100"),
        (WHOLE + "在章丘区,老周和邻居为院墙闹翻。\n济南市有网格86个。", "370100"),
    ],
)
def test_a_paragraph_goes_on_telling_of_the_part_that_the_one_before_told_of(text, place):
    assert accounts_of(text).statistics[-1].place == place


def test_organisations_of_one_place_in_a_row_name_it_once():
    text = "青河县推进改革。青河县公安局、青河县司法局化解纠纷86件。"
    assert [item.place_name for item in accounts_of(text).statistics] == ["青河县"]


@pytest.mark.parametrize(
    ("told", "name", "subject"),
    [
        ("全国公安机关共打掉涉黑组织860个。", "全国", "全国公安机关"),
        ("全国检察机关起诉860人。", "全国", "全国检察机关"),
        ("我国电诈案件下降12%。", "全国", None),
        ("镇江市公安局打掉涉黑组织860个。", "镇江市", "镇江市公安局"),
    ],
)
def test_what_all_bodies_of_a_kind_in_the_country_did_is_of_the_country(told, name, subject):
    page = f"镇江市平安建设\n\n镇江市公安局通报了情况,镇江市民满意。\n2023年,{told}"
    assert [(statistic.place_name, statistic.subject) for statistic in accounts_of(page).statistics] == [(name, subject)]


@pytest.mark.parametrize(
    ("between", "code"),
    [("", "321181"), ("大家都来了。\n", "321181"), ("大家都来了。\n老赵很忙。\n", "321181"), ("大家都来了。\n京口区也在办。\n", "321102")],
)
def test_paragraphs_without_a_place_go_on_telling_of_the_part_before_them(between, code):
    text = f"镇江市平安建设\n\n镇江市通报了情况。镇江市部署。\n在丹阳市,老赵开了调解室。\n{between}他调解了纠纷86件。"
    assert dict(places_of(text))["86件"] == code


def test_where_somebody_is_the_first_to_do_something_is_not_what_it_is_told_of():
    text = "镇江市平安建设\n\n镇江市通报了情况。镇江市部署。\n丹阳市在镇江率先组建协会,吸纳会员86名。"
    assert places_of(text) == [("86名", "321181")]
