from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.mentions.plain import plain_page
from transforms.mentions.organisations import find_organisations, organisations
from transforms.mentions.places import find_places


def hits(text, **page):
    built = plain_page(text, **page)
    return find_organisations(built, find_places(built))


def names(text, **page):
    return [hit.name for hit in hits(text, **page)]


def kinds(text, **page):
    return {hit.name: hit.kind for hit in hits(text, **page)}


def records(text, **page):
    built = plain_page(text, **page)
    return organisations(built, find_organisations(built, find_places(built)))


@pytest.mark.parametrize(
    "text",
    [
        "创新“民警+辅警+义警”的模式。",
        "没想到义警就在身边。",
        "有这支义警,我们放心。",
        "九成以上派出所达标。",
        "充分发挥村级护林队的作用。",
        "山西监管局副局长到场。",
    ],
)
def test_what_is_no_organisation(text):
    assert names(text) == []


def test_a_street_that_a_clause_has_as_its_subject_is_the_one_that_the_article_is_about():
    text = "河北区江都路街道的会。\n去年,街道共受理诉求86件,街道干部上门,街道是老街道。"
    assert names(text, title="江都路街道见闻")[2:] == ["河北区江都路街道"]
    assert "河北区江都路街道" not in names(text)


def test_all_police_of_the_country_are_one_where_they_act():
    assert kinds("一年里,全国公安机关破案12万起。") == {"全国公安机关": "other"}
    assert names("在全国公安机关的排名中上升。") == []
    assert names("一年里,各地公安机关破案12万起。") == ["全国公安机关"]
    assert names("平和县的会。平和县通报,各地公安机关破案12万起。") == []
    assert names("江西省公安系统掀起练兵热潮。") == ["江西公安机关"]


def test_a_centre_by_its_short_name_is_the_one_told_in_full():
    text = "无锡市反电信网络诈骗犯罪中心揭牌。\n无锡市反诈中心预警,反诈中心民警上门。"
    assert names(text) == ["无锡市反电信网络诈骗犯罪中心"] * 3


@pytest.mark.parametrize("text", ["小李学会了三招。", "县里的检察机关不多,各检察机关都忙。"])
def test_learning_and_bodies_of_no_place_name_none(text):
    assert names(text) == []


def test_stations_that_an_and_joins_are_two():
    assert names("城东便民警务站和河西便民警务站揭牌。") == ["城东便民警务站", "河西便民警务站"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("公安部部署行动。", "公安部", "ministry"),
        ("山东省公安厅部署行动。", "山东省公安厅", "department"),
        ("内蒙古自治区公安厅部署行动。", "内蒙古自治区公安厅", "department"),
        ("上海市公安局部署行动。", "上海市公安局", "bureau"),
        ("德宏州公安局部署行动。", "德宏州公安局", "bureau"),
        ("陕西省商洛市山阳县公安局部署行动。", "山阳县公安局", "bureau"),
        ("枣庄市公安局峄城分局部署行动。", "枣庄市公安局峄城分局", "branch"),
        ("南京市鼓楼区公安分局部署行动。", "南京市公安局鼓楼区分局", "branch"),
        ("济南历下公安部署行动。", "济南市公安局历下区分局", "branch"),
        ("武汉警方部署行动。", "武汉市公安局", "bureau"),
        ("广东公安机关部署行动。", "广东公安机关", "other"),
        ("恩施市公安局土桥派出所的民警。", "恩施市公安局土桥派出所", "station"),
        ("威海市公安局特巡警支队航空大队起飞。", "威海市公安局特巡警支队航空大队", "team"),
        ("武汉交警夜查。", "武汉市公安局交警支队", "team"),
        ("朝阳市消防救援支队夜查。", "朝阳市消防救援支队", "team"),
        ("云南德宏边境管理支队查缉。", "德宏州边境管理支队", "team"),
        ("樊城区人民法院宣判。", "襄阳市樊城区人民法院", "court"),
        ("五常市公安局山河第一派出所夜查。", "五常市公安局山河第一派出所", "station"),
        ("林海公安分局夜查。", "林海公安分局", "branch"),
        ("青河县设卡4处。该县公安机关夜查。", "青河县公安局", "bureau"),
        ("青河县设卡4处。县公安部门夜查。", "青河县公安局", "bureau"),
        ("龙湖苑义警站夜查。", "龙湖苑义警站", "team"),
        ("山东省高级人民法院宣判。", "山东省高级人民法院", "court"),
        ("山阳县法院宣判。", "山阳县人民法院", "court"),
        ("东莞市第二人民法院宣判。", "东莞市第二人民法院", "court"),
        ("阳泉市矿区检察院起诉。", "阳泉市矿区人民检察院", "other"),
        ("高密市委组织部发文。", "中共高密市委组织部", "party"),
        ("仙居县委政法委发文。", "中共仙居县委政法委员会", "party"),
        ("仙居县委发文。", "中共仙居县委员会", "party"),
        ("仙居县政府发文。", "仙居县人民政府", "government"),
        ("渭源县妇联发文。", "渭源县妇女联合会", "other"),
        ("渭源县司法局发文。", "渭源县司法局", "bureau"),
        ("广西壮族自治区统计局发文。", "广西壮族自治区统计局", "department"),
        ("襄阳市樊城区牛首镇综治中心揭牌。", "襄阳市樊城区牛首镇综治中心", "other"),
        ("剪子巷社区居委会换届,南京市的街坊都来了。", "剪子巷社区居民委员会", "other"),
        ("佛山供电局抢修。", "佛山供电局", "company"),
        ("南京铁路公安处夜查。", "南京铁路公安处", "bureau"),
        ("沈阳铁路公安局白城公安处夜查。", "沈阳铁路公安局白城公安处", "bureau"),
        ("长江航运公安局芜湖分局夜查。", "长江航运公安局芜湖分局", "branch"),
        ("友谊关海关查获走私货物。", "友谊关海关", "department"),
        ("厦门海关缉私局立案。", "厦门海关缉私局", "bureau"),
        ("平和县看守所开放日。", "平和县看守所", "other"),
        ("货物由迅达速递公司寄出。", "迅达速递公司", "company"),
        ("车停在长河化工厂门口。", "长河化工厂", "company"),
        ("塌方发生在石牛岭煤矿。", "石牛岭煤矿", "company"),
        ("平和县顺安水电安装工程有限公司赔偿。", "平和县顺安水电安装工程有限公司", "company"),
        ("厦门大学法学院派人。", "厦门大学法学院", "other"),
        ("泰国移民局通报线索。", "泰国移民局", "other"),
        ("西班牙国家警察通报线索。", "西班牙国家警察", "other"),
        ("柬埔寨内政部通报线索。", "柬埔寨内政部", "other"),
        ("山东省公安厅信通处处长说。", "山东省公安厅信通处", "other"),
        ("郑州高新区管委会发文。", "郑州市高新区管理委员会", "government"),
        ("香港警务处公布数字。", "香港警务处", "department"),
        ("新北市警察局公布数字。", "新北市政府警察局", "bureau"),
        ("据京江晚报报道。", "京江晚报", "media"),
        ("平和县政协来了。", "中国人民政治协商会议平和县委员会", "other"),
        ("平和县第三中学开学。", "平和县第三中学", "other"),
        ("平和县中医院开诊。", "平和县中医院", "other"),
        ("平和县琯溪志愿者协会来了。", "平和县琯溪志愿者协会", "other"),
        ("中国电信福建分公司来了。", "中国电信福建分公司", "company"),
        ("福建省粮食和物资储备局发文。", "福建省粮食和物资储备局", "department"),
        ("平和县蜜柚产业局发文。", "平和县蜜柚产业局", "bureau"),
        ("平和县委巡察办发文。", "中共平和县委巡察办", "party"),
        ("平和县人民法院立案庭受理。", "平和县人民法院立案庭", "department"),
        ("公安部禁毒局发文。", "公安部禁毒局", "bureau"),
        ("公安部刑侦局通报。", "公安部刑事侦查局", "bureau"),
        ("广东省公安厅经侦局通报。", "广东省公安厅经济犯罪侦查局", "department"),
        ("南京市公安局刑侦局三支队二大队夜查。", "南京市公安局刑事侦查局三支队二大队", "team"),
        ("昆明市公安局官渡分局巡警大队便衣中队蹲守。", "昆明市公安局官渡分局巡警大队便衣中队", "team"),
        ("荆州市监委约谈。", "荆州市监察委员会", "government"),
        ("全国扫黑办挂牌督办。", "全国扫黑除恶专项斗争领导小组办公室", "other"),
        ("全国纪检监察机关处分860人。", "全国纪检监察机关", "other"),
        ("湖北省司法行政机关排查。", "湖北省司法行政机关", "other"),
        ("荆州市公安局反诈中心预警组组长说。", "荆州市公安局反诈中心预警组", "team"),
        ("湖北省司法厅研究室主任说。", "湖北省司法厅研究室", "department"),
        ("武警漳州支队平和中队来了。", "武警漳州支队平和中队", "team"),
        ("盐城市公安局夜查。", "盐城市公安局", "bureau"),
        ("平和县人民政府新闻办公室主持。", "平和县人民政府新闻办公室", "government"),
        ("共青团平和县委员会来了。", "共青团平和县委员会", "party"),
        ("共青团平和县委来了。", "共青团平和县委员会", "party"),
        ("中共平和县委员会发文。", "中共平和县委员会", "party"),
        ("武汉市公安局反诈中心预警。", "武汉市公安局反诈中心", "team"),
        ("人民银行漳州市分行约谈。", "中国人民银行漳州市分行", "other"),
        ("平和县琯溪路消防救援站出动。", "琯溪路消防救援站", "station"),
        ("平和县石坎村村委会开会。", "石坎村村民委员会", "other"),
        ("福建红榕律师事务所应诉。", "福建红榕律师事务所", "company"),
        ("平和县“事不隔夜”综治中心开张。", "“事不隔夜”综治中心", "other"),
        ("漳州公安机关夜巡。", "漳州公安机关", "other"),
        ("新北市政府社会局来了。", "新北市政府社会局", "bureau"),
        ("台中市政府警察局第三分局来了。", "台中市政府警察局第三分局", "branch"),
    ],
)
def test_an_organisation_written_with_its_place(text, name, kind):
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("start", "text", "expected"),
    [
        (
            "济南市市中区的会。",
            "区委、区政府、市公安局和分局",
            ["中共济南市市中区委员会", "济南市市中区人民政府", "济南市公安局", "济南市公安局市中区分局"],
        ),
        ("山阳县的会。", "县公安局、县局、省公安厅", ["山阳县公安局", "山阳县公安局", "陕西省公安厅"]),
        ("山阳县的会。", "城关派出所、巡特警大队", ["山阳县公安局城关派出所", "山阳县公安局巡特警大队"]),
        ("山阳县的会。", "警务督察部门下沉", ["山阳县公安局警务督察部门"]),
        ("仙居县的会。", "县法院、县检察院、县司法局", ["仙居县人民法院", "仙居县人民检察院", "仙居县司法局"]),
        ("仙居县的会。", "县委常委、政法委书记", ["中共仙居县委员会", "中共仙居县委政法委员会"]),
        ("平顶山市的会。", "市委副书记、政法委书记", ["中共平顶山市委员会", "中共平顶山市委政法委员会"]),
        ("舞阳县的会。", "县公安局党委,该局党委", ["中共舞阳县公安局委员会"] * 2),
        ("舞阳县的会。", "县公安局党委书记", ["舞阳县公安局"]),
        ("邹城市的会。", "市公安局、市法院", ["邹城市公安局", "邹城市人民法院"]),
        ("北京市朝阳区的会。", "区法院、市公安局", ["北京市朝阳区人民法院", "北京市公安局"]),
        ("宁夏的会,宁夏各地学习。", "自治区公安厅、自治区党委", ["宁夏回族自治区公安厅", "中共宁夏回族自治区委员会"]),
        ("云林县的会。", "县警局、县府", ["云林县警察局", "云林县政府"]),
        ("平和县的会。", "县公安局、司法局和妇联", ["平和县公安局", "平和县司法局", "平和县妇女联合会"]),
        ("平和县的会。", "县委组织部、宣传部", ["中共平和县委组织部", "中共平和县委宣传部"]),
        ("平和县的会。", "县检察院会同公安局、民政局", ["平和县人民检察院", "平和县公安局", "平和县民政局"]),
        ("平和县小溪镇的会。", "小溪镇党委、政府", ["中共平和县小溪镇委员会", "平和县小溪镇人民政府"]),
        ("平和县小溪镇的会。", "镇司法所", ["平和县小溪镇司法所"]),
        ("平和县小溪镇的会。", "旧楼村党支部", ["旧楼村党支部"]),
        ("镇江市的会。", "全市公安机关、市公安局、镇江公安", ["镇江公安机关", "镇江市公安局", "镇江公安机关"]),
        ("江苏省的会。", "全省公安机关", ["江苏公安机关"]),
        ("平和县的会。", "全县公安机关、县大数据服务中心", ["平和县公安局", "平和县大数据服务中心"]),
        ("平和县的会。", "县公安局、开发区、司法局", ["平和县公安局", "平和县司法局"]),
        ("平和县的会。", "旧楼街道夜巡,街道综治中心", ["旧楼街道综治中心"]),
        ("平和县的会。", "一支“红马甲”巡逻队", ["“红马甲”巡逻队"]),
        ("柳州市公安局交警支队的会。", "鱼峰大队", ["柳州市公安局交警支队", "柳州市公安局交警支队鱼峰大队"]),
        ("平和县法院的会。", "执行局", ["平和县人民法院", "平和县人民法院执行局"]),
        ("花莲县警察局的会。", "花莲分局轩辕派出所", ["花莲县警察局", "花莲县警察局花莲分局轩辕派出所"]),
        ("花莲县警察局的会。\n", "刑事警察大队、少年队", ["花莲县警察局", "花莲县警察局刑事警察大队", "花莲县警察局少年队"]),
        ("平和县小溪镇旧楼村的会。\n", "报镇综治中心", ["平和县小溪镇综治中心"]),
        ("鞍山市铁西区的会。", "区融媒体中心来了", ["鞍山市铁西区融媒体中心"]),
        ("平和县公安局的会。\n", "指挥中心调度", ["平和县公安局", "平和县公安局指挥中心"]),
        ("平和县公安局刑警大队的会。", "刑警大队三中队", ["平和县公安局刑警大队", "平和县公安局刑警大队三中队"]),
        ("平和县法院的会。", "县法院平安法庭", ["平和县人民法院", "平和县人民法院平安法庭"]),
        (
            "平和县的会。",
            "县交警大队、市交警支队、县特巡警大队",
            [
                "平和县公安局交警大队",
                "漳州市公安局交警支队",
                "平和县公安局特巡警大队",
            ],
        ),
        ("平和县小溪镇的会。", "小溪镇党委书记、镇长和镇派出所", ["中共平和县小溪镇委员会", "平和县公安局小溪镇派出所"]),
        ("福州市鼓楼区的会。", "鼓楼区温泉街道司法所", ["福州市鼓楼区温泉街道司法所"]),
        ("上海市浦东新区的会。", "浦东交警支队夜查", ["上海市公安局浦东新区分局交警支队"]),
        ("成都市的会。", "双流公安机场路派出所", ["成都市公安局双流区分局机场路派出所"]),
        ("平和县公安局的会。", "会同县交通运输局", ["平和县公安局", "平和县交通运输局"]),
        ("平和县的会。", "高速交警三大队、武警平和中队", ["高速交警三大队", "武警平和中队"]),
        ("平和县的会。", "县防汛抗旱指挥部", ["平和县防汛抗旱指挥部"]),
        ("平和县的会。", "小溪镇城建科、平安办和县国土局", ["平和县小溪镇城建科", "平和县小溪镇平安办", "平和县国土资源局"]),
        ("平和县的会。", "公安部禁毒局、刑事侦查局派人", ["公安部禁毒局", "公安部刑事侦查局"]),
        ("平和县的会。", "越南公安部和公安部会谈", ["越南公安部", "公安部"]),
        ("平和县的会。", "一家速递公司、附近的煤矿和制鞋厂", []),
        ("平和县的会。", "捣毁一个诈骗集团、犯罪集团", []),
        ("平和县的会。", "推行“一村一辅警、一格一义警”", []),
        ("平和县的会。", "办了两张不同银行的卡,登录网上银行", []),
        ("平和县的会。", "辖区设定点医院3家,送附近医院,时间银行上线", []),
        ("香港的会,香港的夜。", "警察公共关系科", ["香港警务处警察公共关系科"]),
        ("平和县公安局的会。", "局党委部署", ["平和县公安局", "中共平和县公安局委员会"]),
        ("平和县公安局的会。", "县公安局法制科、县公安局科技强警", ["平和县公安局", "平和县公安局法制科", "平和县公安局"]),
        ("衡阳市的会。", "衡阳公安处衡阳站派出所、郴州站派出所", ["衡阳公安处衡阳站派出所", "郴州站派出所"]),
        ("衡阳市的会。", "衡阳公安处置警情", ["衡阳市公安局"]),
        ("平和县的会。", "青云街道古塔社区党支部", ["青云街道古塔社区党支部"]),
        ("平和县公安局的会。", "按月报送局法制大队", ["平和县公安局", "平和县公安局法制大队"]),
        ("平和县公安局的会。", "案由由局指挥中心分派", ["平和县公安局", "平和县公安局指挥中心"]),
        ("平和县公安局安厚派出所的会。", "今年,所党支部领了奖", ["平和县公安局安厚派出所", "平和县公安局安厚派出所党支部"]),
        ("平和县公安局的会。\n", "反诈中心预警", ["平和县公安局", "平和县公安局反诈中心"]),
        ("平和县公安局小溪派出所的会。\n", "案件办理队出警", ["平和县公安局小溪派出所", "平和县公安局小溪派出所案件办理队"]),
        ("平和县公安局交警大队副大队长到场。", "该大队夜查", ["平和县公安局交警大队"] * 2),
        ("香港的会,香港的夜。", "观塘区议会", ["观塘区议会"]),
        ("香港的会,香港的夜。", "警务处、警方和海关", ["香港警务处", "香港警务处", "香港海关"]),
    ],
)
def test_short_names_are_resolved_by_what_the_article_is_about(start, text, expected):
    assert names(start + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山阳县公安局的会。该局部署。", ["山阳县公安局"] * 2),
        ("山阳县公安局城关派出所的会。该所部署。派出所民警走访。", ["山阳县公安局城关派出所"] * 3),
        ("矿区检察院在阳泉市矿区办案。该院起诉。", ["阳泉市矿区人民检察院"] * 2),
        ("朝阳市消防救援支队夜查。支队通报。", ["朝阳市消防救援支队"] * 2),
        (
            "山阳县公安局城关派出所综合指挥室调度,案件侦办队出警。",
            ["山阳县公安局城关派出所综合指挥室", "山阳县公安局城关派出所案件侦办队"],
        ),
        ("长清区恒园小区热闹。这里的警务室升级了。", ["恒园小区警务室"]),
    ],
)
def test_references_mean_what_was_named_before(text, expected):
    assert names(text) == expected


def test_a_list_before_one_word_names_one_organisation_each():
    assert names("济南、威海等市公安局发文。") == ["济南市公安局", "威海市公安局"]
    assert names("枣庄市峄城、薛城分局发文。") == ["枣庄市公安局峄城区分局", "枣庄市公安局薛城区分局"]
    assert names("山阳县湖滨、东河两个派出所推行。") == ["山阳县公安局湖滨派出所", "山阳县公安局东河派出所"]


@pytest.mark.parametrize(
    "text",
    [
        "公安机关和有关部门走访,各派出所、三个派出所、辖区派出所、基层派出所联动。",
        "他们联合派出所抓获嫌疑人,移送派出所处理。",
        "退休教师当义警,当一天义警,想当义警的人多,试点的占派出所总数的六成。",
        "全市公安局长会议强调,市场监管部门、职能部门配合。",
        "社区警务室、农村警务室、警务室遍布,义务巡逻队、党员突击队巡逻。",
        "省、市、县三级指挥中心,八十三家保安公司。",
        "政府采购,政府工作报告,检察机关,法院系统,银行卡",
        "城市局面,社区委员,一把手工程",
        "压实派出所责任,授予“五星派出所”称号,参观派出所",
        "全国公安部门,市中心,省会中心城市,以人民为中心",
        "中国新格局,漳州布局,平和县开局良好,政法委员说",
        "他最早报名,当日报警的人多,昨晚报案,今日报送线索,每日报告",
        "下载国家反诈中心APP,注册“国家反诈中心”小程序",
        "全市建成乡镇专职消防队31支、微型消防站12座,再建8个乡镇消防站",
        "一家银行、女大学生、平和县大学城小区,孩子也归义警管,成立义警巡逻队",
        "光靠派出所不行,信访大厅、诉讼服务中心、法律服务中心,吸收为“红袖标”联防队员",
        "骑着摩托车冲进派出所,以前跟派出所不亲,全旗牧区派出所",
        "办户口找派出所,办护照找出入境大队",
        "现场记者、互联网记者和新闻记者都来了,茶叶合作社负责人也在",
        "青岛、烟台、威海等地公安机关赴境外协作,各地公安机关联动",
        "三万义警上岗,6000人义警队成立,创建人民满意派出所",
        "一路护送病人回医院,走进中小学幼儿园讲课",
    ],
)
def test_words_that_name_nothing_in_particular(text):
    assert names(text) == []


def test_a_sort_of_office_that_is_sent_out_is_none_in_particular():
    station = ["山阳县公安局石桥派出所"]
    for rest in ("该局组织派出所、交警夜查。", "县局抽调派出所民警值守。", "县里协调派出所上门。"):
        assert [name for name in names(f"山阳县石桥派出所的民警。{rest}") if name.endswith("派出所")] == station
    assert names("山阳县石桥派出所的民警。最远的牧户离派出所有76公里。") == station * 2


def test_words_before_a_station_are_no_part_of_its_name():
    for before in ("参观", "压实", "学习", "以", "到", "近日", "走进", "一名民警带到", "会同", "据"):
        assert names(f"山阳县的会。{before}石桥派出所") == ["山阳县公安局石桥派出所"]


@pytest.mark.parametrize("name", ["大观园", "十里河", "六都寨", "和平路", "解放", "御路口", "三里屯", "城关镇"])
def test_station_names_of_all_shapes(name):
    assert names(f"山阳县的会。昨日,{name}派出所夜查。") == [f"山阳县公安局{name}派出所"]


def test_bands_have_names_of_their_own():
    assert names("“红袖标”巡逻队上街,“平安巡防队”夜巡,泉城义警守望。") == ["“红袖标”巡逻队", "平安巡防队", "泉城义警"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("荆楚网记者:请问今年有哪些变化?", "荆楚网"),
        ("《武夷晚报》记者:请问今年有哪些变化?", "武夷晚报"),
        ("荆门广电记者:请问今年有哪些变化?", "荆门广电"),
        ("湖北之声全媒体记者提问。", "湖北之声"),
    ],
)
def test_media_are_named_by_their_reporters(text, medium):
    assert kinds(text) == {medium: "media"}


def test_the_branch_that_a_station_is_named_after_is_a_record_too():
    named = [record.name for record in records("衡阳市石鼓分局青山派出所的民警来了。")]
    assert named == ["衡阳市公安局石鼓区分局青山派出所", "衡阳市公安局石鼓区分局"]


def test_a_station_by_its_name_alone_is_the_one_that_is_written_out():
    text = "古塔派出所的故事。\n山阳县公安局城关分局古塔派出所成立于1996年。古塔派出所有民警30名。"
    assert names(text) == ["山阳县公安局城关分局古塔派出所"] * 3
    text = "黑山头第三派出所靠着界河。\n额尔古纳市公安局黑山头第三派出所养了六匹马。"
    assert names(text) == ["额尔古纳市公安局黑山头第三派出所"] * 2


def test_rooms_and_teams_with_names_of_their_own():
    named = names("山阳县的会。民警轮流守着柳湾社区警务室、盐仓路社区警务室。市公安局打假总队来访,县公安局网侦部门接待。")
    assert named[:2] == ["柳湾社区警务室", "盐仓路社区警务室"]
    assert named[2].endswith("公安局打假总队")
    assert named[3] == "山阳县公安局网侦部门"


def test_the_committee_of_a_bureau_is_told_by_its_members():
    named = [record.name for record in records("平和县公安局党委委员、副局长来了。")]
    assert named == ["平和县公安局", "中共平和县公安局委员会"]


def test_the_site_of_a_page_in_traditional_script_is_a_record():
    built = replace(plain_page("東海岸日報 版權所有", site="东海岸日报"), script="Hant")
    (record,) = organisations(built, ())
    assert (record.name, record.quote) == ("东海岸日报", "東海岸日報")


def test_in_a_wide_article_a_station_without_any_ground_stays_alone():
    assert names("山东的会,山东学习。\n济南历下的王某到千佛山派出所报警。") == ["千佛山派出所"]


def test_in_a_wide_article_a_bare_bureau_is_that_of_the_place_named_last():
    assert names("山东的会,山东学习。\n在东平县,副县长、公安局局长说。") == ["东平县公安局"]


def test_a_zone_has_a_branch_of_its_own():
    text = "平顶山市城乡一体化示范区的会。示范区公安分局走访。市公安局城乡一体化示范区分局部署。示范区党工委、管委会支持。湖滨派出所夜巡。"
    assert names(text) == [
        *["平顶山市公安局城乡一体化示范区分局"] * 2,
        "平顶山市城乡一体化示范区党工委",
        "平顶山市城乡一体化示范区管理委员会",
        "平顶山市公安局城乡一体化示范区分局湖滨派出所",
    ]


def test_what_an_organisation_is_within():
    parents = {hit.name: hit.parent for hit in hits("枣庄市公安局峄城分局坛山派出所,山阳县公安局,公安部,济南市公安局,山东省公安厅")}
    assert parents == {
        "枣庄市公安局峄城分局坛山派出所": "枣庄市公安局峄城分局",
        "山阳县公安局": "商洛市公安局",
        "公安部": None,
        "济南市公安局": "山东省公安厅",
        "山东省公安厅": "公安部",
    }


def test_a_record_holds_all_ways_to_write_the_organisation():
    text = "枣庄市公安局峄城分局的会。峄城公安走访,分局部署。"
    (record,) = records(text)
    assert (record.name, record.kind, record.place) == ("枣庄市公安局峄城分局", "branch", "370404")
    assert record.aliases == ("枣庄市公安局峄城分局", "峄城公安", "分局")
    assert text[record.start : record.end] == record.quote == "枣庄市公安局峄城分局"


def test_the_medium_of_the_page_is_a_record_where_its_name_stands_in_the_raw_text():
    (record,) = records("来源:福州晚报", source="福州晚报")
    assert (record.name, record.kind, record.quote) == ("福州晚报", "media", "福州晚报")
    assert records("平安", source="福州晚报") == ()
    assert [record.kind for record in records("来源:平和公安局", source="平和公安局")] == ["bureau"]
    assert names("本报讯 夜巡", source="福州晚报") == ["福州晚报"]


def test_a_community_is_an_organisation_where_the_article_is_about_it():
    text = "河北区江都路街道锦里社区"
    assert names(text, title="锦里社区见闻") == ["锦里社区"] * 2
    assert names(text) == []


_LETTERS = "济南市中区公安局分局山阳县派出所大队党委政府法院该全“”、。\n等两个和义警街道社区第二"


@given(st.text(alphabet=_LETTERS, max_size=60), st.sampled_from([None, "济南日报"]))
def test_any_text_gives_ordered_hits_within_it(text, source):
    page = plain_page("济南市市中区" + text, source=source)
    found = find_organisations(page, find_places(page))
    assert found == find_organisations(page, find_places(page))
    assert all(0 <= hit.start < hit.end <= len(page.text.text) and hit.name and hit.kind for hit in found)
    assert all(a.start <= b.start for a, b in pairwise(found))
    assert {record.name for record in organisations(page, found)} >= {hit.name for hit in found}


@given(st.text(max_size=100))
def test_no_text_raises(text):
    page = plain_page(text)
    organisations(page, find_organisations(page, find_places(page)))


def test_a_special_district_has_a_bureau_as_a_county_has():
    assert [record.name for record in records("六枝特区公安局受理申请。")] == ["六枝特区公安局"]


def test_a_branch_without_its_name_is_the_only_one_of_a_local_text():
    text = "六盘水市公安局两河分局守护园区。盘州市公安局与它联动,盘州市的路通了,盘州市的灯亮了。\n2012年,分局化解纠纷16起。"
    assert names(text)[-1] == "六盘水市公安局两河分局"


def test_a_team_by_its_own_name_is_the_one_written_out_in_full():
    text = "高架二大队严查酒驾。\n合肥市公安局交警支队高架二大队在路口设卡。"
    assert set(names(text)) == {"合肥市公安局交警支队高架二大队"}


def test_all_police_of_the_country_where_they_act():
    assert names("去年,全国公安机关抓获嫌疑人4.1万名。他获评全国公安机关爱民模范。") == ["全国公安机关"]


def test_a_community_that_the_title_names_alone():
    text = "彭泽县的桂湖里社区连着三条街。桂湖里社区调解纠纷86件。"
    assert set(names(text, title="桂湖里社区的一天")) == {"彭泽县桂湖里社区"}
    assert names(text.replace("社区", "小区"), title="桂湖里小区的一天") == []


@pytest.mark.parametrize(
    ("text", "station"),
    [
        ("安岳县的事。\n在镇子镇,派出所所长陈立说。", "安岳县公安局镇子镇派出所"),
        ("石泉县的事。\n今年,在两河镇,派出所教导员走了。\n在后柳镇,派出所所长来了。", "石泉县公安局后柳镇派出所"),
        ("旬邑县的事。\n在张洪镇，派出所副所长李一到场。", "旬邑县公安局张洪镇派出所"),
    ],
)
def test_the_chief_of_the_station_is_that_of_the_town_where_the_sentence_is(text, station):
    assert names(text)[-1] == station


def test_teams_called_by_their_districts_are_of_the_one_force_of_the_page():
    text = "柳州市公安局交警支队通报。\n夜里,鱼峰大队副大队长到场,柳北大队民警也来了。"
    assert names(text)[1:] == ["柳州市公安局交警支队鱼峰大队", "柳州市公安局交警支队柳北大队"]


@pytest.mark.parametrize("medium", ["广西法治日报", "湖北长安网", "山西法制日报"])
def test_a_place_before_a_medium_is_a_part_of_its_name(medium):
    assert names(f"来源:{medium}。") == [medium]


@pytest.mark.parametrize("text", ["“真险!”作为反诈专班的民警,他们拦下了汇款。", "“别急。”由专班来办。", "“等一等,再等等”的巡逻队员。"])
def test_what_somebody_says_before_a_team_is_no_name(text):
    assert not any("“" in name for name in names(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("邻居们走进“老佟”调解工作室。", "“老佟”调解工作室", "other"),
        ("当事人在“红梅”品牌调解室里和解。", "“红梅”品牌调解室", "other"),
        ("他来到“大嫂说事室”坐下。", "大嫂说事室", "other"),
        ("走进郭守信调解室,墙上都是锦旗。", "郭守信调解室", "other"),
        ("大家常去老丁工作室坐坐。", "老丁工作室", "team"),
    ],
)
def test_rooms_of_mediation_under_a_name(text, name, kind):
    assert kinds(text) == {name: kind}


@pytest.mark.parametrize(
    "text",
    [
        "双方在联合调解室里和解。",
        "建成“老佟”调解室58个。",
        "“两调联动”工作室让大家省心。",
        "派出所打造“老佟调解室”。",
        "全镇唯一品牌调解室。",
        "来到设计工作室。",
    ],
)
def test_rooms_of_a_sort_or_newly_set_up_are_none(text):
    assert names(text) == []


def test_the_league_is_written_by_one_letter():
    assert names("会上,团平和县委干部发言。") == ["共青团平和县委员会"]
    assert names("平和县的会。采访团平和县委见闻。") == ["中共平和县委员会"]


def test_a_town_is_told_with_its_county():
    text = "平和县山格司法所来了。平和县的会。山格镇党委、政府报告了情况,山格镇人民调解委员会出面。"
    assert names(text)[1:] == ["中共平和县山格镇委员会", "平和县山格镇人民政府", "平和县山格镇人民调解委员会"]


@pytest.mark.parametrize("text", ["浙江多家快递公司停业。", "武汉全市医院都忙。", "泉州市一银行报警。"])
def test_houses_of_a_sort_are_none(text):
    assert names(text) == []


def test_a_room_that_was_set_up_is_a_programme_wherever_it_is_told_of():
    assert names("街道成立“三槐调解室”。\n居民走进“三槐调解室”。") == []


def test_reporters_on_a_tour_are_under_its_name():
    assert names("12日,新时代“清河经验”中央媒体主题采访团来到平和县。")[0] == "新时代“清河经验”中央媒体主题采访团"
    assert names("采访团来到平和县。") == []


def test_departments_of_a_place_by_their_work():
    assert kinds("平和县禁毒部门查获一车。") == {"平和县禁毒部门": "department"}
    assert names("禁毒部门查获一车。") == []
