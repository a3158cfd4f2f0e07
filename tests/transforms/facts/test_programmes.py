"""Programmes: what is one, what is none, its one name, its kind, its owner and its parts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gold.corpora import extraction
from tests.transforms.facts.examples import cases, marked, read, undocumented
from transforms.facts.programmes import bare, find_programmes, joined, quoted, told
from transforms.facts.programmes.marks import with_quotation_marks
from transforms.facts.programmes.names import canonical
from transforms.lexicon import table

FOLDER = Path(__file__).parents[3] / "seeds" / "articles"
RULES = (*quoted.RULES, *told.RULES, *quoted.FAINT, *bare.RULES, *joined.RULES)


def programmes(text):
    return find_programmes(*read(text))


def names(text):
    return [programme.name for programme in programmes(text)]


@pytest.mark.parametrize(("rule", "example"), cases(RULES))
def test_a_rule_reads_its_examples(rule, example):
    text, start, end = marked(example)
    assert rule.name in {found.rule for found in programmes(text) if found.start < end and start < found.end}


@pytest.mark.parametrize(
    "text",
    [
        "峡谷里的“溜索警务”\n\n怒江边的人都记得“溜索警务”的头一天。有了“溜索警务”,山两边不再隔着一天的路。",
        "“渔嫂帮”管起一湾事\n\n说起“渔嫂帮”,码头上的人都笑。",
        "一盏“夜归灯”亮了六年\n\n“夜归灯”在巷口,六年没灭过。县局说,“夜归灯”照见的是人心。",
    ],
)
def test_what_a_page_is_called_by_is_a_programme_though_it_is_only_repeated(text):
    assert any(name in text.split("\n")[0] for name in names(text))


SAMPLES = {
    "dehua.txt": {"“瓷都夜话”工作法", "“断线行动”", "“千窑体检”"},
    "jianshi.txt": {"“三椅调解”", "“小案快办”机制", "“山路哨所”", "“背篓警务”"},
    "longyou.html": {"“红木码”", "“一业一码”"},
    "ningcheng.txt": {"“流动派出所”"},
    "siyang_2022.txt": {"“早班车”"},
    "siyang_2023.txt": {"“警灯计划”"},
    "yimen.txt": {"“平安铃”"},
    "zhijin.txt": {"“院坝警务”", "“院坝管家”"},
}


@pytest.mark.parametrize("file", SAMPLES)
def test_a_sample_article_is_about_its_programmes(file):
    _, found = extraction(FOLDER / file)
    assert {programme["name"] for programme in found["programmes"]} >= SAMPLES[file]


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented(RULES)


@pytest.mark.parametrize(
    "text",
    [
        "民警说:“小案不破,群众不安。”",
        "全镇织就一张平安“防护网”,群众心里踏实。",
        "把服务送到群众“最后一公里”。",
        "街面“两抢”案件下降三成。",
        "该所荣获“青年文明号”称号。",
        "派出所告别“单打独斗”模式。",
        "县局建立长效机制,开展专项行动。",
        "6月3日,全县开展设卡盘查行动。",
        "“你放心,我们一定管到底。”所长说。",
        "他被评为“最美警察”先进个人。",
        "镇里推进资源整合“一体化”。",
        "部门资源“协同融通”。",
        "变“坐等上门”为“主动出击”。",
        "这是一支由志愿者组成的警务辅助队伍。",
        "该县推行“主防型”的做法。",
        "形成快速发现、快速处置闭环。",
        "采取张贴标语、悬挂横幅等措施。",
        "警力覆盖主干道+商圈、港口+渔村。",
        "全县治安“三降一升”。",
        "全镇建成渔家服务站75个。",
        "骗子自称“公检法”,说“办案民警”要查她的“安全账户”。",
        "县局打破过去“坐等报警”的老办法。",
        "队员们把这叫作“把鱼鳞刮干净”。",
        "民警与村里的巡逻队“捆绑”巡防,到各个窗口“走流程”。",
        "罚款、站岗、发朋友圈,司机自己选“罚款、站岗、发朋友圈”。",
        "请拨打96110专线查证。",
        "明年计划再组建6支护渔巡逻分队。",
        "过去县城只有一个巡警中队。",
        "队员参加夜间值守、开展法治宣讲等工作。",
        "大队把监督拓展到物证中心、涉案财物管理中心和各所队。",
        "民警编排“山歌小调”等节目宣传反诈。",
        "会议学习“二十大”精神,“两客一危”车辆纳入监管。",
        "商户们吃了“定心丸”,民警当起了“护花使者”。",
        "检察机关开出“督促令”,他的微信名叫“山里人”。",
        "有困难可以拨打“12345”“12319”热线。",
        "全市警方迅速行动,完善社会治理体系。",
        "支队严打“黄牛党”违法活动。",
        "要做新时代的“焦裕禄”,人人争当“焦裕禄”。",
        "从“等人报警”到“满脸笑意”,变的是作风。从以前的“等人报警”到如今的“满脸笑意”,隔着六年。",
        "海事管理处(以下简称“海管处”)昨日通报。",
        "派出所采取“四个”强化。",
        "市局破获“715”特大跨境网络赌博专案。",
        "“9·30”大棚火灾的伤者都已出院。",
        "工作重心由案发后“被动应对”转为案发前“主动预警”。",
        "修路打通了乡里的“大动脉”。",
        "系列“捡钱分账”诈骗案告破,“捡钱分账”骗的多是老人。",
        "处长出席“去年治安形势记者会”。",
        "两户先后上网“讨说法”。",
        "“未雨绸缪”四个字,所长常挂嘴边:“未雨绸缪”就是多走一步。",
        "“老孟杂货店”开在村口,谁都认得“老孟杂货店”。",
        "警务室成了乡亲们拉家常的“暖心驿站”。",
        "全县推进“四个全面”战略布局。",
        "群里发布预警信息、避险位置、物资领取方式等事项。",
        "各社区通过设立公示牌、发放便民卡等办法公布信息。",
        "县里形成打击犯罪的强大攻势。",
        "民警通过微信平台找到失主。",
        "三个县建立了巡警大队。",
        "群众拨打政务热线求助。",
        "同盗窃团伙斗争了三年。",
        "各单位迅速推进专项行动,随着专项行动深入,各类专项行动接连展开。",
        "两人因“倒卖船舶登记信息罪”获刑,“假过户真逃债”露了馅。",
        "民警捣毁“高薪出海”网络诈骗窝点。",
        "县里完善监管机制,健全奖励激励机制,开展多轮打击行动。",
        "两家媒体都登了“排行榜”,广场上的“广场舞大妈”笑了。",
    ],
)
def test_what_is_no_programme(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("支队推行“三色预警”工作机制。", "“三色预警”工作机制", "mechanism"),
        ("县局推进渔区警务改革。", "渔区警务改革", "mechanism"),
        ("他们建立起涉企案件快立快破机制。", "涉企案件快立快破机制", "mechanism"),
        ("全县开展声势浩大的反盗窃斗争。", "反盗窃斗争", "campaign"),
        ("市委开展创建安全文明渔港活动。", "创建安全文明渔港活动", "campaign"),
        ("支队组建涉渔资金分析团队。", "涉渔资金分析团队", "organisation"),
        ("各所实行夜间值班制度。", "夜间值班制度", "mechanism"),
        ("夜市设起“流动警务站”。", "“流动警务站”", "service"),
        ("一条3米宽的“连心路”由此诞生。", "“连心路”", "mechanism"),
        ("渔港推行晚点名、早报备、夜巡更的工作制度。", "晚点名、早报备、夜巡更的工作制度", "mechanism"),
        ("全乡以“网格主防”为核心方向推进工作。", "“网格主防”", "mechanism"),
        ("全县开展“金秋护农”专项行动。", "“金秋护农”专项行动", "campaign"),
        ("县局上线“警民通”服务平台。", "“警民通”服务平台", "platform"),
        ("窗口开通“周末不打烊”服务热线。", "“周末不打烊”服务热线", "service"),
        ("镇里组建“银龄”调解队。", "“银龄”调解队", "organisation"),
        ("法院践行“如我在诉”理念。", "“如我在诉”", "slogan"),
        ("市局搭建渔船动态预警平台。", "渔船动态预警平台", "platform"),
        ('县局推行"一格双警"模式。', "“一格双警”模式", "mechanism"),
        ("县局推行‘一格双警’模式。", "“一格双警”模式", "mechanism"),
        ("縣府推動「一鄰一宣」。", "一邻一宣", "mechanism"),
        ("全县实施渔村面貌提升工程。", "渔村面貌提升工程", "mechanism"),
        ("镇里开展飞线充电整治行动。", "飞线充电整治行动", "campaign"),
        ("支队开展打通消防通道攻坚行动。", "打通消防通道攻坚行动", "campaign"),
        ("县局开展打击整治沉船盗采专项行动。", "打击整治沉船盗采专项行动", "campaign"),
        ("县里建成渔港报警与监控系统。", "渔港报警与监控系统", "platform"),
        ("法庭打造“渔火解纷”品牌。", "“渔火解纷”", "mechanism"),
        ("镇里组建“银龄”调解队调解纠纷。", "“银龄”调解队", "organisation"),
        ("派出所推行“渔港+警务”双网融合。", "“渔港+警务”双网融合", "mechanism"),
        ("县委将其命名为“白沙经验”。", "“白沙经验”", "mechanism"),
        ("大厅出台服务渔民八条措施。", "服务渔民八条措施", "mechanism"),
        ("县政府召开“守护渔港 平安一夏”系列新闻发布会。", "“守护渔港 平安一夏”系列新闻发布会", "campaign"),
        ("支队开展冬季校园周边“护苗”专项行动。", "冬季校园周边“护苗”专项行动", "campaign"),
        ("全市公安机关开展“清湾”行动。", "“清湾”行动", "campaign"),
        ("全市推进平安绍兴建设。", "平安绍兴", "slogan"),
        ("县局的两队一室改革见了效。", "两队一室改革", "mechanism"),
        ("“我们推行‘一巡五查’,把隐患消除在码头。”所长说。", "“一巡五查”", "mechanism"),
        ("数据不通,容易造成渔港船舶登记管理平台名存实亡。", "渔港船舶登记管理平台", "platform"),
        ("支队开发了海上求助APP。", "海上求助APP", "platform"),
        ("支队坚持“快响应、零差错”导向。", "“快响应、零差错”", "slogan"),
        ("支队推出出海人员“白名单”制度。", "“白名单”制度", "mechanism"),
        ("各所挑选“全能”办事员。", "“全能”办事员", "organisation"),
        ("县局以“防打管控护”为主线推进工作。", "“防打管控护”", "mechanism"),
        ("扫描“渔港随手报”二维码就能上报。", "“渔港随手报”", "platform"),
        ("“小鱼拉大鱼”防溺水安全课走进渔村。", "“小鱼拉大鱼”防溺水安全课", "service"),
        ("支队联合运营商建立诈骗号码预警模型。", "诈骗号码预警模型", "platform"),
        ("支队通报了秋季渔港秩序整治行动首月情况。", "秋季渔港秩序整治行动", "campaign"),
        ("这样的小事,村民起了个名字,叫“红围巾说理”。", "“红围巾说理”", "mechanism"),
        ("所里牵头组建“渔火”夜巡队。", "“渔火”夜巡队", "organisation"),
        ("全镇评出“无诈渔村”12个。", "“无诈渔村”", "campaign"),
        ("网格员搞起“旧网换绿植”。", "“旧网换绿植”", "mechanism"),
        ("全县深化市域社会治理现代化试点。", "市域社会治理现代化试点", "campaign"),
        ("法院开通诉讼“渔港到家”快速通道。", "“渔港到家”快速通道", "service"),
        ("渔港里,“五老”调解队守了八年。", "“五老”调解队", "organisation"),
        ("各村推选出“滩长”42名。", "“滩长”", "mechanism"),
        ("派出所在“千灯进渔村”走访慰问活动中收到建议。", "“千灯进渔村”走访慰问活动", "campaign"),
        ("渔区推行“一听、二看、三问”的涉渔调解工作法。", "“一听、二看、三问”的涉渔调解工作法", "mechanism"),
        ("县局建立涉渔线索移交和联合惩戒机制。", "涉渔线索移交和联合惩戒机制", "mechanism"),
        ("大队开展集中查处渣土车抛洒专项行动。", "集中查处渣土车抛洒专项行动", "campaign"),
        ("各所实行警务联动,一呼即到。", "警务联动", "mechanism"),
        ("县局深化渔区警务改革。", "渔区警务改革", "mechanism"),
        ("全省推行渔船上户“一件事”联办。", "渔船上户“一件事”", "service"),
        ("老石办案坚持“四不原则”。", "“四不原则”", "slogan"),
        ("支队开展“断流”等专项行动。", "“断流”专项行动", "campaign"),
        ("渡口乱象整治专项行动掀起攻势。", "渡口乱象整治专项行动", "campaign"),
        ("全省各地积极开展“渔嫂进渔港”活动。", "“渔嫂进渔港”活动", "campaign"),
        ("村口每月贴出“勤巡榜”。", "“勤巡榜”", "mechanism"),
        ("镇里接着组织“回头看”。", "“回头看”", "campaign"),
    ],
)
def test_name_and_kind(text, name, kind):
    assert [(found.name, found.kind) for found in programmes(text)] == [(name, kind)]


def test_a_programme_is_named_once_and_where_it_is_named_most_fully():
    text = "县局推行“双格联巡”。\n“双格联巡”警务机制运行后,警情下降。\n民警说,“双格联巡”管用。"
    (found,) = programmes(text)
    assert (found.name, found.quote) == ("“双格联巡”警务机制",) * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“两队一室”警务模式", "“一室两队”改革"),
        ("新时代“枫桥经验”", "“枫桥经验”"),
        ("四级巡防平台", "四级巡防体系"),
        ("“一村（格）一警”", "一村一警"),
        ("“情指勤舆”一体化", "情指行一体化"),
        ("“三联”工作机制", "三联机制"),
        ("“三联”机制", "“三联”"),
        ("“蓝盾”专项行动", "蓝盾行动"),
        ("一室三队", "“三队一室”"),
    ],
)
def test_variants_have_one_name(one, other):
    assert canonical(one) == canonical(other)


def test_a_bare_formula_is_told_from_others_by_what_it_is_a_formula_of():
    assert canonical("1+3+N", "网格治理机制") != canonical("1+3+N", "矛盾调解机制")


def test_set_phrases_keep_their_order():
    assert [canonical(name) for name in ("五位一体", "三抓三促", "一号工程", "“块”警务", "“科技+警务”模式")] == [
        *("五位一体", "三抓三促", "一号工程", "块警务", "科技+警务")
    ]


def test_a_core_alone_is_the_programme_that_has_it():
    (found,) = programmes("县里推行“6+1”多元调处模式。“6+1”多年来管用。")
    assert (found.name, found.canonical) == ("“6+1”多元调处模式", "6+1多元调处")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“渔港义警队”启动仪式举行。“渔港义警”成了好帮手。", ["“渔港义警队”"]),
        ("县里建立“片长—院长”三级包联体系,依托三级包联体系走访。", ["“片长—院长”三级包联体系"]),
        ("县局推开“一室两队”改革,组建指挥调度室、社区警务队、打击办案队。", ["“一室两队”改革"]),
        ("县局做实做强渔港联防工作机制。", ["渔港联防工作机制"]),
        ("县局优化勤务机制。", []),
    ],
)
def test_one_thing_is_one_programme(text, expected):
    assert names(text) == expected


def test_traditional_script_and_raw_span():
    text = "縣局推行「一校一警」護學機制。"
    (found,) = programmes(text)
    assert (found.name, text[found.start : found.end]) == ("“一校一警”护学机制", "「一校一警」護學機制")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("分局推行“车巡+步巡”模式。", ("车巡", "步巡")),
        ("分局建立“群众点单、民警上门”机制。", ("群众点单", "民警上门")),
        ("分局构建“1+2”(1个中心,2支队伍)防控体系。", ("1个中心", "2支队伍")),
        ("分局推行“两室一队”模式。“两室”指调解室和办案室,“一队”指巡逻队。", ("调解室", "办案室", "巡逻队")),
        ("镇里成立由老党员、退役军人组成的“板凳调解队”。", ("老党员", "退役军人")),
        ("该所推行“四步工作法”:一看、二听、三问、四办。", ("看", "听", "问", "办")),
        ("全县建成县、乡、村三级调处网络。", ("县", "乡", "村")),
        ("县局推行“三联”机制。“警医联动、警校联护、警企联防”逐步成形。", ("警医联动", "警校联护", "警企联防")),
        ("县局推行“一村一警”。", ()),
        ("县局推开“一室两队”改革,设立指挥调度室、社区警务队、打击办案队。", ("指挥调度室", "社区警务队", "打击办案队")),
        ("下设指挥调度室、社区警务队、打击办案队的“一室两队”模式运转顺畅。", ("指挥调度室", "社区警务队", "打击办案队")),
        ("县局推行“两队一室”模式,社区警务队、案件侦办队和综合指挥室各司其职。", ("社区警务队", "案件侦办队", "综合指挥室")),
        ("县局建立“一分钟到点、三分钟增援”的快速反应机制。", ("一分钟到点", "三分钟增援")),
        ("县里构筑“情报、调度、巡查、岗亭”四位一体联防体系。", ("情报", "调度", "巡查", "岗亭")),
        ("县里建起“县区—乡镇—村居”三级联动网络。", ("县区", "乡镇", "村居")),
        ("支队推出“城市快警”:在市区人流密集的路段科学布点、配备相应的车辆和装备。", ()),
    ],
)
def test_parts(text, parts):
    assert programmes(text)[0].parts == parts


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("青川县公安局推行“双格联巡”机制。", "青川县公安局"),
        ("近日,青川县公安局竹园派出所推出“夜间课堂”。", "青川县公安局竹园派出所"),
        ("青川县公安局发扬“枫桥经验”。", None),
        ("公安部部署开展“净网2021”专项行动。", "公安部"),
        ("青川县公安局成立“商城义警”,又建立“夜间课堂”。", "青川县公安局"),
        ("“岷山巡逻队”推出“帐篷夜话”工作法。", None),
    ],
)
def test_owner(text, owner):
    assert programmes(text)[0].owner == owner


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("镇里深化矛盾纠纷化解“一站式”平台建设。", "矛盾纠纷化解“一站式”平台"),
        ("县里建起“一站式”解纷中心。", "“一站式”解纷中心"),
        ("街道构建区、街道、社区(村)三级一体化解纷体系。", "区、街道、社区（村）三级一体化解纷体系"),
        ("全省开展打击整治跨境赌博犯罪“断流”行动。", "打击整治跨境赌博犯罪“断流”行动"),
    ],
)
def test_a_name_begins_with_what_it_is_of(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "村里评出“最美家庭”12户。",
        "他获得过“全国模范调解员”的证书。",
        "服务大厅实行“一站式”办公。",
        "镇上有“N”名志愿者。",
        "全县推进市域社会治理现代化。",
        "我们创建基层治理共同体。",
        "全市建立新形势下人民内部矛盾处理机制。",
        "会上推动公共法律服务体系建设。",
        "火警少了,全靠“事前预防”。",
    ],
)
def test_honours_manners_and_what_all_have_are_none(text):
    assert names(text) == []


def test_quotation_marks_of_all_shapes_keep_their_place():
    text = '"甲"和\'乙\'和『丙』,他说:“‘丁’不算。”\n"戊"don\'t'
    assert with_quotation_marks(text) == "“甲”和“乙”和“丙”,他说:“‘丁’不算。”\n“戊”don't"


def test_tables_have_no_doubles():
    words = [(row["word"], row["role"]) for row in table("programme_words")]
    figures = [row["word"] for row in table("programme_figures")]
    written = [name for row in table("programmes") for name in (row["name"], *row["variants"].split("|")) if name]
    for entries in (words, figures, written):
        assert len(entries) == len(set(entries))


SIGNS = "“”‘’\"'「」、,。;:!?()+的县局推行建立开展机制行动平台队一村警三级12NX网格调解室 \n"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=160) | st.text(max_size=80))
def test_it_never_raises_and_spans_are_quoted(text):
    page, context = read(text)
    for found in find_programmes(page, context):
        assert text[found.start : found.end] == found.quote
        assert found.name
        assert found.canonical
