"""What a number counts, where its own clause does not say it all."""

import pytest

from tests.transforms.facts.examples import accounts_of


def told(text):
    """Metric and indicator by the number as it is written."""
    return {item.quote: (item.metric, item.indicator) for item in accounts_of(text).statistics}


@pytest.mark.parametrize(
    ("text", "number", "metric", "indicator"),
    [
        ("在全省法治建设考评中,青河县得96.5分,列第3名。", "第3名", "法治建设考评排名", "rank"),
        ("该局破案率位居全市8个分局第1位。", "第1位", "破案率全市排名", "rank"),
        ("今年一季度,满意度在全州7个县市中排第2。", "第2", "满意度全州排名", "rank"),
        ("查获假酒320箱,案值18万元。", "18万元", "假酒案值", "goods_seized"),
        ("电信诈骗案46起,涉款210万元。", "210万元", "电信诈骗案涉款", "money_lost"),
        ("缴获冰毒12公斤,市值约300万元。", "约300万元", "冰毒市值", "goods_seized"),
        ("社区民警人均走访群众36人次。", "36人次", "人均走访群众", "people_reached"),
        ("全县每万人配备辅警12人。", "12人", "每万人配备辅警", "personnel"),
        ("全市每千名居民拥有网格员2.1名。", "2.1名", "每千名居民网格员", "personnel"),
        ("像他这样的平安志愿者,全镇有1300多名。", "1300多名", "平安志愿者", "personnel"),
        ("接警出动860起,其中抢险救援310起、社会救助220起。", "220起", "社会救助", "people_helped"),
        ("店主拨打110,3分钟后,巡逻车就停在了门口。", "3分钟", "巡逻车到达现场用时", "response_time"),
        ("居民报警后仅4分钟,消防车就开到了楼下。", "4分钟", "消防车到达现场用时", "response_time"),
        ("老人求助,10分钟后网格员敲响了房门。", "10分钟", "网格员到达现场用时", "response_time"),
        ("全市发生道路交通事故86起,造成7人死亡。", "7人", "道路交通事故死亡", "casualties"),
        ("全省发生生产安全事故12起、死亡9人。", "9人", "生产安全事故死亡", "casualties"),
        ("事故起数、死亡人数同比分别下降5.5%和7.8%。", "7.8%", "事故死亡人数", "casualties"),
        ("接报火灾86起,直接财产损失120万元。", "120万元", "火灾直接财产损失", "money_lost"),
        ("网络诈骗立案数下降17%,破案数上升31%。", "31%", "网络诈骗破案数", "cases_solved"),
        ("街面警情平均到场用时4分钟。", "4分钟", "街面警情平均到场用时", "response_time"),
        ("在全市反诈考核中,该镇由第11名升至第4名,得分96.3分。", "96.3分", "反诈考核全市得分", "other"),
        ("在全县25个乡镇(街道)设立调解室12个。", "25个", "乡镇(街道)", "areas"),
        ("全市现有消防救援站22个。", "22个", "消防救援站", "facilities"),
        ("两名男子抢去约80万元现金。", "约80万元", "抢去现金", "money_lost"),
        ("发现隐患637处,现场整改598处,限期整改39处。", "39处", "限期整改隐患", "hazards_rectified"),
        ("受理纠纷926起,调处成功率98.5%,占调解总量的52.3%。", "52.3%", "受理纠纷占比", "disputes_mediated"),
        ("全市已在5个乡镇推广马背警务室43个。", "5个", "乡镇", "areas"),
        ("建成枫桥式派出所3个,其中省级1个。", "1个", "省级枫桥式派出所", "facilities"),
        ("现有网格员36名,其中男性24名、女性12名。", "12名", "女性网格员", "personnel"),
        ("安装摄像头260个,其中高清180个。", "180个", "高清摄像头", "vehicles_and_equipment"),
        ("全县盗窃案连降3年。", "3年", "盗窃案连降年数", "duration"),
        ("消防站接警后1分钟出动,4分钟到达火场,12分钟将火势控制。", "1分钟", "接警到出动用时", "response_time"),
        ("街面警情平均3分20秒到场,比上年同期缩短25秒。", "25秒", "街面警情平均到场用时", "response_time"),
        ("民警循线追踪,仅用12小时就将嫌疑人抓获。", "12小时", "抓获嫌疑人用时", "duration"),
        ("专案组辗转三省,历时45天,成功打掉该团伙。", "45天", "打掉团伙用时", "duration"),
        ("经过6个多小时的奋战,明火被全部扑灭。", "6个多小时", "扑灭明火用时", "duration"),
        ("从报警到抓获嫌疑人,民警只用了40分钟。", "40分钟", "报警到抓获嫌疑人用时", "duration"),
        ("楼上楼下因为漏水闹了五年。", "五年", "漏水纠纷持续时间", "duration"),
        ("这起持续了7年的土地纠纷终于画上句号。", "7年", "土地纠纷持续时间", "duration"),
        ("自助服务区24小时不打烊。", "24小时", "服务区每天服务时间", "duration"),
        ("全镇立现行命案2起、破2起,连续9年保持全破。", "9年", "现行命案连续全破年数", "duration"),
        ("受大雾影响,高速公路封闭3小时后恢复通行。", "3小时", "高速公路封闭时间", "duration"),
        ("义警服务总时长3.6万小时,人均34小时。", "34小时", "人均义警服务总时长", "duration"),
        ("有12天全所无警情。", "12天", "无警情天数", "incident_free_days"),
    ],
)
def test_it_is_said_from_what_stands_around_it(text, number, metric, indicator):
    assert told(text)[number] == (metric, indicator)


@pytest.mark.parametrize(
    "text",
    [
        "犯罪嫌疑人陈某等6人被抓获。",
        "法院判处被告人张某某有期徒刑12年。",
        "民警36小时内将嫌疑人李某抓获。",
        "王女士被骗8.6万元,刘大爷损失2万元。",
        "赵先生家中被盗现金1.2万元。",
    ],
)
def test_it_names_nobody_private(text):
    metrics = "".join(metric for metric, _ in told(text).values())
    assert metrics and not any(word in metrics for word in ("某", "女士", "先生", "大爷", "陈", "张", "李", "王", "刘", "赵"))


def test_members_of_a_list_share_what_the_last_one_says():
    found = told("自行车、电动车被盗案件分别同比下降42.1%、38.6%,破案率分别提高11.2个、9.8个百分点。")
    assert found["42.1%"][0] == "自行车被盗案件" and found["38.6%"][0] == "电动车被盗案件"
