"""Whose deed a claim is."""

import pytest

from tests.transforms.facts.examples import accounts_of


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青岛市公安局市北分局联合市北区司法局、市北区人民法院设立调解室,化解纠纷86件。", "青岛市公安局市北分局"),
        ("青岛市公安局市北分局会同市北区司法局化解纠纷86件。", "青岛市公安局市北分局"),
        ("青岛市公安局市北分局向市北区人民检察院移送起诉86人。", "青岛市公安局市北分局"),
        ("青岛市市北区司法局化解纠纷86件。", "青岛市市北区司法局"),
    ],
)
def test_who_goes_along_is_not_the_subject(text, subject):
    (found,) = accounts_of(text).statistics
    assert found.subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "青河县公安局主动寻求县委、县政府支持,招录辅警70名。",
        "青河县公安局在青河县政务服务中心增设3个户政窗口。",
        "在青河县人民政府的领导下,青河县公安局建成警务室20个。",
        "青河县公安局根据城南义警队提供的线索,侦破案件30件。",
        "青河县公安局侦破公安部目标贩毒案件,抓获嫌疑人70名。",
        "青河县公安局协助布尔津县公安局抓获逃犯2名。",
        "青河县公安局先后被公安部命名为先进集体,涌现出7名优秀民警。",
    ],
)
def test_who_supports_or_is_helped_is_not_the_subject(text):
    assert accounts_of(text).statistics[0].subject == "青河县公安局"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("隆回县公安局发动群众。全县义警参与巡逻1.2万人次,协助化解纠纷86件,同比增长12%。", ["隆回县义警"] * 3),
        ("隆回县公安局发动群众。“老班长”调解室受理纠纷86件,化解率96%。", ["“老班长”调解室"] * 2),
        ("隆回县公安局发动群众。群众提供线索86条,破获案件9起。", ["群众", "隆回县公安局"]),
        ("隆回县公安局收到群众上报线索86条。", ["隆回县公安局"]),
    ],
)
def test_people_other_than_police_own_what_they_did(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


def test_the_years_that_something_lasts_are_nobody_s():
    text = "隆回县公安局推进驻村警务。\n老周当了12年网格员。"
    assert [item.subject for item in accounts_of(text).statistics] == [None]


def test_what_the_whole_place_has_is_not_its_part_s():
    text = "平顶山市公安局推进改革。平顶山市公安局强化保障。舞钢市公安局把警务室搬进集市。目前,全市共建成警务室210个。"
    assert accounts_of(text).statistics[0].subject == "平顶山市公安局"


def test_an_office_named_once_in_passing_is_not_the_articles_own():
    text = "榆阳区把全区划分为1286个网格。\n化解纠纷86件。\n街道联系榆阳公安分局上门一次。"
    found = {item.quote: item.subject for item in accounts_of(text).statistics}
    assert found["86件"] is None


def test_the_only_police_that_head_a_clause_are_the_articles_own():
    text = "隆回县的水井修好了,隆回县的路也通了。\n近年来,隆回县公安局推进驻村警务。\n全县民警化解纠纷86件。"
    found = {item.quote: item.subject for item in accounts_of(text).statistics}
    assert found["86件"] == "隆回县公安局"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("隆回县去年开了会议380场。", "隆回县"),
        ("隆回县有乡镇25个。", None),
        ("泉州市去年开了会议380场。", "泉州市"),
        ("隆回县公安局严打犯罪。\n省统计局测评显示,隆回县群众安全感达98%。", None),
        ("隆回县的会。\n司法部数据显示,隆回县建成调解室86个。", "隆回县"),
        ("隆回县公安局严打犯罪。盗窃案件连续3个月下降。", None),
        ("隆回县公安局严打犯罪。\n5月3日,村民丁某家被盗,民警追出11公里。", "隆回县公安局"),
    ],
)
def test_whose_a_number_is(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("浙江省公安厅通报情况。\n从各市看,杭州破案320起。", "杭州市公安局"),
        ("通辽市公安局通报情况。\n科尔沁区抓获嫌疑人43名。", "通辽市公安局科尔沁区分局"),
        ("通辽市公安局通报情况。通辽市公安局民警在四平抓获嫌疑人4名。", "通辽市公安局"),
        ("公安部、国务院召开会议。去年,全国共侦破毒品案件2.6万起。全国各地加强协作。", "全国公安机关"),
        ("清水河县公安局辗转山西。清水河县公安局加强协作。\n民警在榆林抓获嫌疑人6名。", "清水河县公安局"),
        ("去年,全国公安机关打击诈骗。全国共建成反诈中心316个。", "全国公安机关"),
    ],
)
def test_the_police_of_a_place_do_what_police_do_there(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "舒兰市公安局破获盗窃案件30起,追回被盗摩托车17辆、耕牛6头。",
        "尼勒克县公安局破案8起,找回被盗马匹34匹。",
        "柯坪县人民法院上半年新收民事案件560件,同比减少35件。",
        "右玉县人民检察院办理公益诉讼案件23件。",
    ],
)
def test_cases_taken_up_and_goods_found_again_are_of_who_does_it(text):
    statistics = accounts_of(text).statistics
    assert {item.subject for item in statistics} == {text[: text.index("院" if "院" in text else "局") + 1]}


@pytest.mark.parametrize(
    "text",
    [
        "平罗县公安局姚伏派出所所长说,辖区9个村都装了探头。",
        "平罗县公安局民警在距县城46公里的山口守了一夜。",
        "平罗县公安局民警跳进2米深的水渠救人。",
        "平罗县公安局在全市8个县区的执法质量考评中领先。",
        "平罗县公安局破案。该团伙先后骗取37名老人的养老金。",
        "平罗县公安局姚伏派出所守着8个乡镇。",
        "平罗县公安局严查酒驾。摩托车头盔佩戴率达到91%。",
    ],
)
def test_what_merely_is_and_what_criminals_did_is_nobody_s(text):
    assert [item.subject for item in accounts_of(text).statistics] == [None]


def test_criminals_who_are_caught_are_caught_by_somebody():
    text = "平罗县公安局破案。平罗县公安局抓获该团伙成员9名。"
    assert accounts_of(text).statistics[0].subject == "平罗县公安局"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("柯坪县公安局介绍情况。全县各级人民调解组织调处纠纷860件。", "柯坪县各级人民调解组织"),
        ("柯坪县公安局介绍情况。全县两级综治中心受理诉求860件,办结812件。", "柯坪县两级综治中心"),
        ("柯坪县公安局介绍情况。全国法院审结案件86万件。", "全国法院"),
        ("柯坪县公安局介绍情况。网格员按清单排查隐患86处。", "网格员"),
        ("柯坪县公安局介绍情况。“巷子会”共排查矛盾纠纷86件,就地化解85件。", "“巷子会”"),
        ("柯坪县公安局介绍情况。县财政每年投入专项经费86万元。", "柯坪县财政"),
    ],
)
def test_all_bodies_of_a_sort_own_what_they_did(text, subject):
    assert {item.subject for item in accounts_of(text).statistics} == {subject}


def test_who_people_are_brought_to_is_not_the_subject():
    text = "青河县公安局民警将丁某等3名嫌疑人带到青河县公安局城关派出所,依法行政拘留3名嫌疑人。"
    assert {item.subject for item in accounts_of(text).statistics} == {"青河县公安局"}


def test_a_station_did_not_do_what_all_of_its_county_did():
    text = "镇康县公安局南伞派出所的墙上挂着锦旗,南伞派出所的灯亮着。今年以来,全县共破获毒品案件64起。"
    assert accounts_of(text).statistics[0].subject == "镇康县公安局"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("河曲县人民法院发布报告。河曲县人民法院推进公开。\n去年审理案件412件,其中涉农案件86件,占两成。", "河曲县人民法院"),
        ("河曲县公安局发布报告。河曲县公安局推进公开。\n去年全县刑事案件86件。", None),
        ("河曲县公安局推行新模式。河曲县公安局加强防控。\n城区26个必巡点都有警车值守。", "河曲县公安局"),
        ("河曲县公安局推行新模式。河曲县公安局加强防控。\n今年处罚违规人员11人。", "河曲县公安局"),
    ],
)
def test_what_an_agency_does_all_day_is_its_own(text, subject):
    assert {item.subject for item in accounts_of(text).statistics} == {subject}


def test_the_community_that_an_article_is_about_with_its_street_and_county():
    text = "桐庐县城南街道桂湖里社区推行共治。桐庐县城南街道桂湖里社区聘请院长。桐庐县城南街道桂湖里社区开放。\n桂湖里社区调解纠纷86件。"
    assert accounts_of(text).statistics[0].subject == "桐庐县城南街道桂湖里社区"


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("青河县公安局、青河县司法局建成调解室16个。", ["青河县公安局、青河县司法局"]),
        ("青河县公安局和青河县司法局共化解纠纷86件。", ["青河县公安局、青河县司法局"]),
        ("青河县公安局刑警大队、禁毒大队缴获冰毒3公斤。", ["青河县公安局刑警大队、禁毒大队"]),
        ("青河县公安局刑警大队、禁毒大队、城关派出所缴获冰毒3公斤。", ["青河县公安局"]),
        ("青河县公安局、布尔津县公安局分别破案47起、38起。", ["青河县公安局", "布尔津县公安局"]),
    ],
)
def test_organisations_side_by_side_act_together_or_share_figures_out(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


@pytest.mark.parametrize(
    "text",
    [
        "青河县公安局落实好国务院关于安全生产的决策部署,建成警务室20个。",
        "青河县公安局贯彻公安部会议精神,建成警务室20个。",
        "青河县公安局对公安部下发的20条线索逐一核查。",
        "青河县公安局办结县法院移交的纠纷20件。",
        "青河县公安局组建“红马甲”巡逻队20支。",
        "青河县公安局创新治理。群众安全感调查中,老旧设施占30%,青河县司法局正在走访。",
    ],
)
def test_who_orders_or_is_founded_or_comes_later_is_not_the_subject(text):
    assert accounts_of(text).statistics[0].subject in {"青河县公安局", None}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("青河县公安局发动群众。护路员、楼栋长上报隐患86处,办结81处,办结率94%。", ["护路员、楼栋长"] * 3),
        ("青河县公安局发动群众。村干部化解了86起纠纷,劝阻了12名群众。", ["村干部"] * 2),
        ("青河县公安局发动群众。景区救生员开展了12次宣讲。", ["景区救生员"]),
        ("青河县公安局发动群众。全县小区保安发现并制止违法86起。", ["青河县小区保安"]),
        ("青河县公安局发动群众。小分队主动排查并消除隐患86处。", ["小分队"]),
        ("青河县公安局发动群众。青河县公安局联合物业保安化解纠纷86件。", ["青河县公安局"]),
        ("青河县公安局发动群众。社区民警、网格员走访群众86户。", ["青河县公安局"]),
    ],
)
def test_people_who_work_together_are_known_by_their_endings(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("公安部部署。公安机关收缴枪支86支。", ["全国公安机关"]),
        ("江苏省公安厅部署。江苏省公安厅通报。公安机关查处违法86起。", ["江苏公安机关"]),
        ("江苏省公安厅部署。江苏省公安厅通报,公安机关民警走访群众86户。", ["江苏省公安厅"]),
        ("南甸县公安局走访群众86户,调解纠纷12起。", ["南甸县公安局"] * 2),
        ("宁川区法院审结案件86件。", ["宁川区人民法院"]),
        ("某县公安局走访群众86户。", [None]),
        ("多个县公安局走访群众86户。", [None]),
    ],
)
def test_police_at_large_and_agencies_of_places_that_no_table_has(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


def test_what_changes_by_itself_is_no_place_s():
    text = "石景山区推进治理。石景山区上门服务。今年,全区诉求办理量同比下降7.6%。"
    assert accounts_of(text).statistics[0].subject is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("隆回县去年开了屋场会3816场。", "隆回县"),
        ("隆回县推进改革。2020年起,该县划分网格412个。", "隆回县"),
        ("隆回县推进改革。事发两小时后,救护车绕路3小时才赶到。", None),
        ("隆回县推进改革。村民说,这样的会开了38场。", None),
    ],
)
def test_a_place_is_the_subject_of_what_its_own_sentence_tells_of_it(text, subject):
    assert accounts_of(f"屋场会里话平安\n\n{text}").statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("经查,2017年,王某在住处购买原料共计250公斤。", None),
        ("网店老板赵女士收到短信,扣款4999元。", None),
        ("双方各让一步,赔了20厘米地的钱3000元。", None),
        ("民警对王某的住处搜查,查获原料250公斤。", "青河县公安局"),
    ],
)
def test_what_the_people_of_a_story_did_is_no_authority_s_doing(text, subject):
    found = accounts_of(f"青河县公安局破获一起案件\n\n青河县公安局通报了案情。青河县公安局介绍了经过。{text}").statistics
    assert {item.subject for item in found} == {subject}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("铜梁区综治中心有人值守。今年以来,中心共接待群众86人次。", "铜梁区综治中心"),
        ("铜梁区综治中心有人值守。铜梁区公安局派员参加。中心设有窗口86个。", "铜梁区综治中心"),
        ("铜梁区综治中心启用了。投用以来,该中心累计化解纠纷86件。", "铜梁区综治中心"),
        ("铜梁区综治中心启用了。市中心设有岗亭86个。", "铜梁区综治中心"),
    ],
)
def test_a_bare_word_at_the_head_of_a_clause_means_the_organisation_that_ends_so(text, subject):
    found = accounts_of(f"铜梁区的一天\n\n{text}").statistics
    assert [(item.subject or "").endswith(subject) for item in found] == [True]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("今年前9个月,全国法院审结商事案件2.4万件。", "全国法院"),
        ("今年1月至9月,全国检察机关共办结案件1.5万件。", "全国检察机关"),
        ("去年,全国各级法院审结案件96万件。", "全国各级法院"),
    ],
)
def test_courts_and_procuratorates_are_no_police(text, subject):
    assert {item.subject for item in accounts_of(text).statistics} == {subject}


@pytest.mark.parametrize(
    "text",
    [
        "重庆市公安局破获公安部督办的传销案,抓获嫌疑人206名。",
        "重庆市公安局侦办了公安部联合挂牌督办案件,捣毁窝点12个。",
        "在公安部、应急管理部的直接指挥和大力支持下,重庆市公安局捣毁窝点32个。",
        "重庆市公安局接到报警。重庆大学学生报了案。民警抓获嫌疑人4名。",
    ],
)
def test_who_presses_a_case_or_whose_people_were_robbed_is_not_the_subject(text):
    assert {item.subject for item in accounts_of(text).statistics} == {"重庆市公安局"}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("为减轻企业负担,青岛市出台16条措施。", "青岛市"),
        ("今年3月,青岛市投入资金1260万元。", "青岛市"),
        ("青岛还把老城区划分为网格2768个。", "青岛市"),
        ("今年3月,青岛市开展整治,检察机关批捕86人。", "青岛市公安局"),
    ],
)
def test_a_place_that_governs_by_its_name_is_the_subject_though_the_article_is_about_an_office(text, subject):
    found = accounts_of(f"青岛市公安局推进改革\n\n青岛市公安局推进改革。青岛市公安局成效明显。\n{text}").statistics
    assert {item.subject for item in found} == {subject}


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("青河县成立“热心肠”调解队。\n今年以来,调解队已经化解纠纷86件。", ["“热心肠”调解队"]),
        ("青河县公安局设立城南分局。\n青河县公安局城南分局启用新址。分局打掉团伙12个。", ["青河县公安局城南分局"]),
        ("青河县公安局组建“老班长”巡逻队。这支巡逻队从最初的9人发展到86人。", ["“老班长”巡逻队"] * 2),
        ("青河县公安局谈起调解队。调解队是新事物,有队员86人。", ["青河县公安局"]),
    ],
)
def test_a_team_is_known_by_its_bare_word_once_it_was_named(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青河县推进平安建设。\n塔克什肯镇按一村一员选聘管家86名。", "青河县塔克什肯镇"),
        ("青河县推进平安建设。\n塔克什肯镇共有专职人民调解员21名。", "青河县塔克什肯镇"),
        ("青河县推进平安建设。\n塔克什肯镇调解邻里纠纷86件。", "青河县塔克什肯镇"),
        ("青河县推进平安建设。\n塔克什肯镇因水得名,住着护边员86名。", None),
        ("青河县推进平安建设。\n塔克什肯镇位于边境,有村民86人。", None),
        ("隆回县推进平安建设。\n县里推行“微网格”机制,划分网格860个。", "隆回县"),
        ("隆回县推进平安建设。\n辖区里推行“微网格”机制,全村住着86户人家。", None),
    ],
)
def test_towns_and_seats_govern_by_their_names(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


@pytest.mark.parametrize(
    "text",
    [
        "隆回县公安局推进平安建设。\n全县网格员已达1320名。",
        "隆回县公安局推进平安建设。\n像老李这样的护边员有860名。",
        "隆回县公安局推进平安建设。\n小区只有86个车位。",
        "隆回县公安局金石派出所推进平安建设。全镇86个村划分网格。",
    ],
)
def test_people_of_a_place_and_what_they_have_are_nobodys(text):
    assert accounts_of(text).statistics[0].subject is None


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("近年来,大理市以司法所为依托,成立了46个调解室。", "大理市"),
        ("大理市在2019年引入新理念,把城区划分为860个网格。", "大理市"),
        ("大理市每半年发布1次平安指数。", "大理市"),
    ],
)
def test_a_place_governs_in_some_manner(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


def test_the_share_of_what_somebody_did_is_theirs():
    text = "隆回县公安局推进平安建设。\n全县网格员上报事件8.6万件,九成以上在村里办结。"
    assert [item.subject for item in accounts_of(text).statistics] == ["隆回县网格员"] * 2


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青河县公安局推进改革。以往办一次证要跑86公里。", None),
        ("青河县公安局推进改革。民警发现,每隔8天就有货车进村。", None),
        ("青河县公安局推进改革。时隔8年,居民又说起此事。", None),
        ("青河县公安局推进改革。民警走了86公里。", "青河县公安局"),
    ],
)
def test_what_something_takes_is_nobodys(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青河县公安局打掉团伙8个,涉案金额300万元。", "青河县公安局"),
        ("青河县公安局侦办案件。经查,该公司组织员工86人冒充记者,涉案金额300万元。", None),
        ("青河县公安局侦办案件。经查,王某和李某注册公司,雇用员工86人。", None),
    ],
)
def test_what_police_found_out_is_no_deed_of_theirs(text, subject):
    assert accounts_of(text).statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("青河县公安局发动群众。青河县公安局组建“红马甲”巡逻队。今年以来,抓获嫌疑人86人。", ["青河县公安局"]),
        ("青河县公安局发动群众。“红马甲”巡逻队夜夜上街。今年以来,追回摩托车86辆。", ["青河县公安局"]),
        ("青河县公安局发动群众。“红马甲”巡逻队当场抓获嫌疑人2人。", ["“红马甲”巡逻队"]),
    ],
)
def test_volunteers_told_of_before_caught_nobody(text, subjects):
    assert [item.subject for item in accounts_of(text).statistics] == subjects


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青河县公安局侦办案件。6个团伙互相关联,分工明确。", None),
        ("青河县公安局侦办案件。民警一举打掉6个团伙。", "青河县公安局"),
        ("青河县公安局侦办案件。距开学只剩6天。", None),
    ],
)
def test_what_gangs_do_is_no_deed_of_police(text, subject):
    assert accounts_of(text).statistics[0].subject == subject


def test_a_centre_is_known_by_its_bare_word():
    text = "五莲县反诈中心推进改革。\n老人险些被骗。\n反诈中心接警后7分钟内完成止付。"
    assert accounts_of(text).statistics[-1].subject == "五莲县反诈中心"


@pytest.mark.parametrize(
    ("title", "subject"),
    [("章丘区推进网格治理", None), ("章丘区双山街道综治中心推进网格治理", "济南市章丘区双山街道综治中心")],
)
def test_an_office_of_a_street_is_what_the_article_is_about_only_where_the_title_names_it(title, subject):
    body = "章丘区双山街道综治中心启用。\n章丘区双山街道综治中心忙碌。\n今年化解纠纷86件。"
    assert accounts_of(f"{title}\n\n{body}").statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("去年,青岛市共受理投诉线索860条。", "青岛市"),
        ("青岛市现有道德模范86名。", "青岛市"),
        ("青岛市邀请86名退休法官当调解员。", "青岛市"),
        ("青岛市与潍坊相邻,海岸线长860公里。", None),
        ("在全省群众安全感测评中,青岛得分98.6分。", None),
    ],
)
def test_what_a_place_does_or_has_is_its_own_but_not_how_it_lies(text, subject):
    assert accounts_of(f"平安建设的故事\n\n青岛市推进平安建设。\n{text}").statistics[-1].subject == subject


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("今年以来,青河县各级人民调解员共调解案件860件。", ["青河县各级人民调解员"]),
        ("目前,三级矛调中心运行平稳,累计接待群众860人次。", ["青河县三级矛调中心"]),
        ("街道及村(社区)矛调中心共接待群众860批次,调解成功率为92%。", ["青河县街道及村（社区）矛调中心"] * 2),
        ("“老班长”调解中心共有调解员86名。", ["“老班长”调解中心"]),
        ("青河县海关缉私部门2020年以来还先后破获走私案件6起。", ["青河县海关缉私部门"]),
        ("“八仙解纷码”共受理纠纷860件。", ["“八仙解纷码”"]),
        ("青河县毒品实验室正式投入使用,先后参与侦办毒品案件86起。", ["青河县毒品实验室"]),
        ("每个调解中心都接待了群众860人次。", [None]),
        ("群众走进综治中心反映诉求860件。", [None]),
    ],
)
def test_bodies_head_a_clause_under_a_descriptive_name(text, subjects):
    found = accounts_of(f"枫桥故事\n\n青河县推进平安建设。青河县成效明显。\n{text}").statistics
    assert [item.subject for item in found] == subjects


def test_bodies_of_the_whole_country_are_read_without_its_name():
    assert len(accounts_of("枫桥故事\n\n全国省级综治中心化解纠纷860件。").statistics) == 1


def test_a_body_of_a_sort_did_not_what_a_court_is_told_of_next():
    text = "枫桥故事\n\n青河县推进平安建设。\n青河县各级调解组织化解纠纷860件,青河县人民法院新收案件412件。"
    assert accounts_of(text).statistics[-1].subject == "青河县人民法院"


def test_whom_something_is_done_for_is_not_the_subject():
    text = "青河县司法局推进改革。青河县司法局为辖区群众提供法律咨询860人次。"
    assert accounts_of(text).statistics[0].subject == "青河县司法局"


def test_who_mediates_is_not_taken_for_who_measures():
    text = "枫桥故事\n\n青河县司法局聘请的人民调解员名册已公开。青河县司法局人民调解工作站化解纠纷86件。"
    assert (accounts_of(text).statistics[0].subject or "").startswith("青河县司法局")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("青河县公安局侦破公安部毒品目标案件20起。", "青河县公安局"),
        ("青河县公安局入选公安部典型案例30件。", "青河县公安局"),
        ("该案被公安部列为督办案件,青河县公安局抓获嫌疑人20名。", "青河县公安局"),
        ("青河县公安局邀请水利、交通、布尔津县司法局等11家部门参加。", "青河县公安局"),
        ("青河县公安局打掉一个团伙,查明其编写木马程序1000余个。", None),
        ("青河县公安局侦办案件。王某被判处有期徒刑十年。", None),
        ("青河县公安局侦办案件。青河县人民法院判处王某有期徒刑十年。", "青河县人民法院"),
    ],
)
def test_what_others_list_order_commit_or_impose_is_not_the_agencys(text, subject):
    found = accounts_of(f"青河县公安局推进改革\n\n青河县公安局推进改革。青河县公安局成效明显。\n{text}").statistics
    assert found[-1].subject == subject


@pytest.mark.parametrize(
    ("deed", "subject"),
    [("破获毒品案件86起", None), ("抓获嫌疑人86名", None), ("审结案件86件", "河曲县人民法院")],
)
def test_a_court_that_an_article_is_about_does_not_do_what_police_do(deed, subject):
    (found,) = accounts_of(f"河曲县人民法院发布报告。河曲县人民法院推进公开。\n去年{deed}。").statistics
    assert found.subject == subject


def test_a_town_in_an_article_about_the_whole_country_is_named_as_it_stands_there():
    page = "全国平安建设推进\n全国公安机关部署行动。全国的民警行动起来。方召镇选聘寨管家52名。"
    (found,) = accounts_of(page).statistics
    assert found.subject == "方召镇"
