"""What a number indicates, by its own words, by what it is part of, and by the story that it stands in."""

import pytest

from tests.transforms.facts.examples import accounts_of


def indicators(text):
    return [item.indicator for item in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月3日,村民丁某在家中被盗,丢失现金2600元。", "money_lost"),
        ("5月3日,客服模样的人骗得市民孙某信了电信诈骗的套路,孙某正要汇款8万元,民警赶到。", "money_blocked"),
        ("5月3日,高某撬锁盗窃,接连骑走3辆电动车。", "stolen_goods"),
        ("5月3日,东庄两户村民为一堵墙吵了起来。", "other"),
    ],
)
def test_a_story_tells_what_befell_people(text, expected):
    assert indicators(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到举报线索320条,查实110条。", ["tips", "tips"]),
        ("调解纠纷86件,移交司法所6件。", ["disputes_mediated", "disputes_mediated"]),
        ("上报事件8600件,其中矛盾纠纷360件。", ["other", "disputes_mediated"]),
        ("接报火灾90起,因电器短路引发30起。", ["incidents", "incidents"]),
        ("摸排隐患300处,其中家庭、学校、商户分别占20%、15%和30%。", ["hazards_found"] * 4),
        ("全年起诉210人,其中盗窃60人。", ["persons_prosecuted", "persons_prosecuted"]),
        ("截获走私香烟2600条,案值630万元。", ["goods_seized", "goods_seized"]),
        ("治安案件零发生、游客零投诉。", ["cases_recorded", "other"]),
        ("批捕180人,不捕40人。", ["persons_caught", "other"]),
        ("讨回工资86万元,涉及73人。", ["money_recovered", "other"]),
        ("在群众安全感测评中,全县得了97.2分。", ["satisfaction"]),
        ("排查出租屋3600间,以及小旅店、工地260处、空置厂房和娱乐场所86个。", ["sites_inspected"] * 3),
        ("查获吸毒人员5人,其他违法人员21人。", ["persons_caught"] * 2),
        ("民警当场抓获正在销赃的陆某等6人。", ["persons_caught"]),
        ("查处酒驾18起、逆行32起、闯禁行6起。", ["violations"] * 3),
        ("全县共打击处理83人,其中刑拘46人、移送起诉31人。", ["persons_caught", "persons_caught", "persons_prosecuted"]),
        ("抓获的360名盗窃嫌疑人中,未成年人26名。", ["persons_caught"] * 2),
        ("判处有期徒刑的有36人,占72%。", ["persons_prosecuted"] * 2),
        ("诉前调解纠纷360件,成功率82%。", ["disputes_mediated", "mediation_rate"]),
        ("在36名遇难者中,男性21人。", ["casualties"] * 2),
        ("排查纠纷260件,九成在村里化解。", ["disputes_mediated", "mediation_rate"]),
        ("沿河有3个盗采团伙互相勾结。", ["other"]),
        ("打掉盗采团伙3个、销赃团伙2个。", ["gangs_broken"] * 2),
        ("从此没有发生一起纠纷。", ["incidents"]),
    ],
)
def test_a_part_is_of_its_whole(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("机动车保有量达3.2万辆。", "other"),
        ("现场有消防救援人员46名。", "personnel"),
        ("带来搜救犬6条。", "vehicles_and_equipment"),
        ("找到失联人员3名。", "people_helped"),
        ("其他人员13名。", "other"),
        ("处分干部23人。", "other"),
        ("查处小偷小摸16人。", "persons_caught"),
        ("共判决52人。", "persons_prosecuted"),
        ("新发现吸毒人员31名。", "other"),
        ("安装报警装置120处。", "vehicles_and_equipment"),
        ("浓烟熏死工人3名。", "casualties"),
        ("列出重大火灾隐患单位7家。", "hazards_found"),
        ("疏导送瓜车辆600辆次。", "other"),
        ("有三个特点。", "other"),
        ("窗口好评率为98%。", "satisfaction"),
        ("服判息诉率为91%。", "other"),
        ("移送公安机关5件。", "other"),
        ("经司法确认的有62件。", "services_handled"),
        ("添置抢险救援器材2600件套。", "vehicles_and_equipment"),
        ("专职消防员数量达130人。", "personnel"),
        ("电子送达360件。", "services_handled"),
        ("院坝里坐着30名村民。", "other"),
        ("推荐就业96人。", "people_helped"),
        ("每天打出劝阻电话320个。", "other"),
        ("一审判决生效率为91%。", "other"),
        ("共捣毁窝点12处。", "gangs_broken"),
        ("现有社区戒毒康复人员213名。", "population"),
        ("建成社区戒毒康复工作站13个。", "facilities"),
        ("共召开约谈会15次。", "activities"),
        ("网格员人均服务居民970人。", "population"),
        ("改革惠及群众2300人次。", "people_helped"),
        ("去年共收到居民投诉310件。", "other"),
        ("直播的听众有6000人次。", "people_reached"),
        ("短片播放量达40万次。", "people_reached"),
        ("小区新添停车位86个。", "facilities"),
        ("经检测,司机的酒精含量为121毫克。", "other"),
        ("上半年,发出检察建议36份。", "other"),
        ("网格员上报事件8600件。", "other"),
        ("设巡逻岗86个。", "facilities"),
        ("全年承担勤务90余次。", "activities"),
        ("扣押涉案资金2.1亿元。", "goods_seized"),
        ("查处租赁车36起。", "violations"),
        ("巡逻队日均处警37次。", "incidents"),
        ("查冻涉诈账户资金560万元。", "money_blocked"),
        ("退赔受害群众损失43万元。", "money_recovered"),
        ("上月隐患整改率为95%。", "hazards_rectified"),
        ("追回黄金首饰13件。", "stolen_goods"),
        ("劝导教育学生1600人次。", "people_reached"),
        ("引导居民安装国家反诈中心APP1.6万人。", "people_reached"),
        ("轮训民警430人次。", "personnel"),
        ("处理群众诉求730件。", "services_handled"),
        ("督导场所270家。", "sites_inspected"),
        ("核验人员8600名。", "checks"),
        ("排除险情26处。", "hazards_rectified"),
        ("划分警格36个。", "areas"),
        ("化解风险隐患54条。", "hazards_rectified"),
        ("扑救山火7起。", "incidents"),
        ("全县有社区康复126人。", "population"),
        ("案件调撤率达61%。", "mediation_rate"),
        ("讲课73节。", "activities"),
        ("梳理高危人员170人。", "population"),
        ("该团伙先后盗得摩托车23辆。", "stolen_goods"),
        ("影响群众安全感的盗窃案件下降6%。", "cases_recorded"),
        ("电诈案件挽损36.4万。", "money_recovered"),
        ("中心共接待群众8600人次。", "people_reached"),
        ("扑灭初起火情6起。", "incidents"),
        ("局长接访群众86批。", "people_reached"),
        ("辖区实现零发案。", "cases_recorded"),
        ("纠纷回访率达100%。", "other"),
        ("暴力犯罪86宗。", "cases_recorded"),
        ("热线接获查询1.6万个。", "services_handled"),
        ("成功拦阻86件。", "other"),
        ("起出现金86万元。", "goods_seized"),
        ("责令社区戒毒86人。", "persons_caught"),
        ("戒断三年未复吸人员860名。", "other"),
        ("临时查封16家。", "violations"),
        ("捣毁跑分窝点6个。", "gangs_broken"),
        ("开展公开听证36场。", "activities"),
        ("刷单返利类诈骗占36%。", "cases_recorded"),
        ("清运生活垃圾86吨。", "other"),
        ("义警参与巡逻1.6万人次。", "personnel"),
        ("止付涉案账户86个。", "money_blocked"),
        ("城区设必巡点16个。", "areas"),
        ("较大火灾事故零发生。", "accidents"),
        ("检控的士违规860宗。", "violations"),
        ("巡查后移送检察院16人。", "persons_prosecuted"),
        ("21名被告人获刑。", "persons_prosecuted"),
        ("行政处罚126人。", "persons_caught"),
        ("没收违法所得86万元。", "goods_seized"),
        ("协议签订后回访3次。", "activities"),
        ("回访当事人860人次。", "people_reached"),
        ("寻找走失人员26人。", "people_helped"),
        ("观看直播的网友达12万人次。", "people_reached"),
        ("民警把3万元现金还给失主。", "money_recovered"),
        ("夜巡队有36人。", "personnel"),
        ("破获特大团伙盗窃案6起。", "cases_solved"),
        ("成功劝阻潜在受害群众86人。", "people_helped"),
        ("累计见面劝阻860人次。", "people_reached"),
        ("大队在16个主要路口设岗。", "facilities"),
        ("全县有革命旧址36处。", "facilities"),
        ("小镇上只住着360人。", "population"),
        ("受害人家属起诉索赔案12宗。", "cases_recorded"),
        ("溃坝事件引发索赔案260宗。", "cases_recorded"),
        ("3名遇难者家属到庭。", "other"),
        ("县公安局先后6次赴外省。", "activities"),
        ("嫌疑男子身高1.7米。", "other"),
        ("为农民工讨薪86万元。", "money_recovered"),
        ("采购时节约资金36万元。", "other"),
        ("安装门禁系统36套。", "vehicles_and_equipment"),
        ("挂出警示牌120块。", "vehicles_and_equipment"),
        ("纳管精神障碍患者126名。", "population"),
        ("安置帮教人员126名。", "population"),
        ("隐患整治率达98%。", "hazards_rectified"),
        ("排查事故多发路段16处。", "hazards_found"),
        ("查处超限超载货车46辆。", "violations"),
        ("推出惠民措施26项。", "services_offered"),
        ("设置临时安置点16处。", "facilities"),
        ("设立驿站36个。", "facilities"),
        ("全市有专门学校6所。", "facilities"),
        ("新建充电桩126处。", "facilities"),
        ("成立业主委员会36个。", "other"),
        ("抢救出被埋压人员3名。", "people_helped"),
        ("代购生活物资320次。", "people_helped"),
        ("尿检吸毒人员360人次。", "checks"),
        ("旁听群众260人。", "people_reached"),
        ("接待群众来访860批次。", "people_reached"),
        ("越级访下降36%。", "incidents"),
        ("受理信访事项320件。", "incidents"),
        ("尚有信访积案26件。", "other"),
        ("封堵涉诈网址1260个。", "other"),
        ("先后20次把逃犯押解回国。", "activities"),
        ("查处易制毒化学品违法案件6起。", "cases_solved"),
        ("全县412名代办员跑遍了山村。", "personnel"),
        ("摧毁诈骗网站12个。", "other"),
        ("封停涉案微信账号860个。", "other"),
        ("冻结涉案银行账号2600个。", "money_blocked"),
        ("县纪委给予党纪政务处分36人。", "other"),
        ("法院审理民商事案件1260件。", "other"),
        ("与邻省警方500多名警力联合行动。", "personnel"),
        ("走访房屋中介86家。", "sites_inspected"),
        ("保障运输应急物资12万批次。", "other"),
        ("居民可以在平台上办理45个日常服务事项。", "services_offered"),
    ],
)
def test_words_decide(text, expected):
    assert indicators(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("侦破敲诈勒索案9起、职务侵占案3起。", ["other", "other"]),
        ("侦破非法吸收公众存款案4起。", ["other"]),
        ("查处故意毁坏财物案17起。", ["other"]),
        ("侦破非法集资案12起。", ["fraud"]),
        ("铲除种毒地块,查处非法种植毒品原植物案6起。", ["drugs"]),
        ("抓获“帮信”嫌疑人37名。", ["telecom_fraud"]),
        ("查处炸街、飙车违法行为64起。", ["traffic"]),
    ],
)
def test_a_case_is_of_the_offence_that_it_names(text, expected):
    assert [item.offence for item in accounts_of(text).statistics] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("派出所给86户独居老人安装了报警铃。", "people_helped"),
        ("社区为45户困难家庭送去米面。", "people_helped"),
        ("民警帮17名农民工讨回了工钱。", "people_helped"),
        ("志愿者替9位留守老人挑水劈柴。", "people_helped"),
        ("会上,县局给15名民警颁发奖章。", "personnel"),
        ("全村共有312户人家。", "population"),
        ("一个冬天,民警走遍了430户人家。", "people_reached"),
        ("网格员敲开了72户居民的家门。", "people_reached"),
        ("这伙人骗走的46万元已全部追回。", "money_recovered"),
        ("第二天,8.5万元工资打到了工人卡上。", "money_recovered"),
        ("欠下的2.3万元货款隔天就转了账。", "money_recovered"),
        ("修路花了40万元。", "money_spent"),
        ("差点转走的20万元被拦了下来。", "money_blocked"),
        ("民警及时止付,保住了老人的12万元。", "money_blocked"),
        ("靠着调解,老人拿到欠薪3.2万元。", "money_recovered"),
        ("那场直播,2300名学生听了课。", "people_reached"),
        ("3起命案积案全部侦破。", "cases_solved"),
        ("3起案件正在进一步侦办中。", "cases_recorded"),
        ("行动中,28名涉案人员落网。", "persons_caught"),
        ("全港共有2300人涉嫌参与非法集结被捕。", "persons_caught"),
        ("涉案的5人被判有期徒刑。", "persons_prosecuted"),
        ("他曾20多次往返于县城和山寨之间。", "activities"),
        ("安装国家反诈中心APP5万人。", "people_reached"),
        ("关停涉诈电话号码1.1万个。", "other"),
        ("新增自助服务区7处。", "facilities"),
        ("城管队员清理无证摊点86处。", "violations"),
        ("查处违规用工企业8家。", "violations"),
        ("制止旅客吸烟行为36起。", "violations"),
        ("法律援助中心办理援助案件620件。", "services_handled"),
        ("社区接到热线工单430件。", "services_handled"),
        ("网格员上报各类隐患线索1.2万条。", "tips"),
        ("看守所在押人员320人。", "population"),
        ("厂区聚集了1.6万名务工者。", "population"),
        ("警方带走参赌男女18人。", "persons_caught"),
        ("“老娘舅”调解队壮大到86人。", "personnel"),
        ("巡逻车两分钟就到。", "response_time"),
        ("老人转出的2万元没能追回。", "money_lost"),
        ("被骗的2万元很快追回。", "money_recovered"),
        ("联合执法队拆除违章建筑31处。", "violations"),
        ("全市9个区县公安机关全部建成合成作战中心。", "facilities"),
        ("他和三名战友远赴新疆抓捕逃犯。", "personnel"),
        ("省扫黑办对9起涉黑案件挂牌督办。", "other"),
        ("这次征地涉及村民126户。", "population"),
        ("平台已收到市民发来的讯息2600条。", "tips"),
        ("网格员采集人口信息3.6万条。", "other"),
        ("工人们讨要23万元工钱。", "other"),
        ("全校有师生2300人。", "population"),
        ("调解成功纠纷类警情931起。", "disputes_mediated"),
        ("民辅警入户2.6万户。", "people_reached"),
        ("编发工作简报26期。", "other"),
        ("港口年吞吐量达860万吨。", "other"),
        ("夹层里藏着海洛因1.2公斤。", "goods_seized"),
    ],
)
def test_words_around_a_number_tell_for_whom_and_what_became_of_it(text, expected):
    assert indicators(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专案组在8省23市同步收网。", ["areas", "areas"]),
        ("行动中,民警赴4省抓获嫌疑人31名。", ["areas", "persons_caught"]),
        ("会上通报了严打的9类犯罪嫌疑人。", ["other"]),
        ("联合组对36所中小学开展安全检查。", ["sites_inspected"]),
        ("执法人员对58家企业进行了抽查。", ["sites_inspected"]),
        ("破获刑事案件86起,重大案件12起,抓获嫌疑人41名。", ["cases_solved", "cases_solved", "persons_caught"]),
        ("侦破盗窃案31起、诈骗案9起。", ["cases_solved", "cases_solved"]),
        ("电气原因占火灾总数的39%。", ["incidents"]),
        ("货车肇事占事故总数的两成。", ["accidents"]),
        ("专班领到6个追逃任务。", ["other"]),
        ("打掉一个12人的盗窃团伙。", ["persons_caught"]),
        ("捣毁赌博团伙3个、赌博网站42个。", ["gangs_broken", "other"]),
        ("法院受理公益诉讼案件18件。", ["other"]),
        ("旧楼大火夺去5人性命。", ["casualties"]),
        ("立案查处占道经营行为32起。", ["violations"]),
    ],
)
def test_what_is_counted_agrees_with_what_it_is_counted_in(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("劫案全年录得76宗。", "cases_recorded"),
        ("非禮案去年共錄得1,086宗。", "cases_recorded"),
        ("上月錄得爆竊案213宗。", "cases_recorded"),
    ],
)
def test_cases_are_recorded_in_the_words_of_hong_kong(text, expected):
    assert indicators(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现场查获假冒洗衣液900瓶,灌装用的空桶300个,价值达40万余元。", ["goods_seized"] * 3),
        ("民警查扣走私冻品60箱、包装袋2000个,案值36万元。", ["goods_seized"] * 3),
        ("执法人员收缴盗版光盘1.2万张,封面4000套。", ["goods_seized", "goods_seized"]),
        ("1月9日,8卡车伪劣香烟被集中销毁。", ["goods_seized"]),
        ("12箱假药被当场查扣。", ["goods_seized"]),
        ("3000瓶假酒被依法没收。", ["goods_seized"]),
        ("警方端掉制售假药的窝点6个。", ["gangs_broken"]),
        ("民警一举捣毁4个涉及多省的地下印刷厂。", ["gangs_broken"]),
        ("专案组打掉赌博窝点3处。", ["gangs_broken"]),
        ("这伙人半年时间里非法获利30余万元。", ["duration", "other"]),
        ("贩子倒手一次牟利2000元。", ["other"]),
        ("张某从中获利8.6万元。", ["other"]),
        ("两年里,所里换了3任所长。", ["duration", "personnel"]),
        ("侦查员比对了两万枚指纹。", ["checks"]),
        ("专班筛查4600条信息。", ["checks"]),
        ("专案组兵分六路,抓获5人。", ["personnel", "persons_caught"]),
    ],
)
def test_what_was_seized_goes_on_through_its_list(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市监局受理消费投诉46件,按期办结45件。", ["services_handled", "services_handled"]),
        ("话务员每天接听电话130个。", ["services_handled"]),
        ("热线每天接到60多个反映停电问题的来电。", ["services_handled"]),
        ("中心开通远程坐席,提供英、日等6种外语服务。", ["services_offered"]),
        ("检察院全年收到信访1.2万件。", ["incidents"]),
        ("全国铁路发送旅客1.7亿人次。", ["other"]),
        ("平台注册用户达4.5万人。", ["other"]),
        ("路口日均车流量达1.2万辆。", ["other"]),
        ("民辅警走进3100个家庭。", ["people_reached"]),
        ("一审宣判7人。", ["persons_prosecuted"]),
    ],
)
def test_who_serves_the_public_is_asked_and_answers(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("经审查,上述3人交代了犯罪事实。", ["persons_caught"]),
        ("到案后,李某等4人供述了作案经过。", ["persons_caught"]),
        ("面对证据,2名男子如实供认。", ["persons_caught"]),
        ("周某交代了先后盗窃电缆20余起的犯罪事实。", ["cases_solved"]),
        ("他供述先后作案6起。", ["cases_solved"]),
        ("嫌疑人供认多次入室盗窃9起。", ["cases_solved"]),
        ("两人先后盗窃手机4部、电动车3辆。", ["stolen_goods", "stolen_goods"]),
        ("该男子多次偷窃香烟30条。", ["stolen_goods"]),
        ("他盗窃耕牛12头。", ["stolen_goods"]),
        ("目前,上述4人和其他涉案的9名嫌疑人均已被抓获。", ["persons_caught", "persons_caught"]),
        ("全国共有60名民警和35名辅警牺牲。", ["casualties", "casualties"]),
        ("歹徒击伤赵某及6名群众。", ["casualties"]),
        ("货车撞伤路边的3名工人。", ["casualties"]),
        ("专班查处非法狩猎案17起,以危险方法危害公共安全案18起。", ["cases_solved", "cases_solved"]),
        ("警方拘捕52人,包括46男6女。", ["persons_caught"] * 3),
    ],
)
def test_who_confesses_is_caught_and_what_is_confessed_is_solved(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他侦破诈骗案60起,荣立个人三等功2次。", ["fraud", None]),
        ("她办理毒品案件90起,获嘉奖5次。", ["drugs", None]),
        ("专班侦办赌博案8起,评出优秀人物6名。", ["gambling", None]),
        ("查处口罩价格违规行为4起。", ["other"]),
        ("侦破非法出版物案件6起。", ["other"]),
        ("警方侦办偷渡案9起。", ["other"]),
        ("市政交通改造投入260万元。", [None]),
        ("交通安全宣讲60场。", ["traffic"]),
    ],
)
def test_offences_by_what_a_number_is_about(text, expected):
    assert [item.offence for item in accounts_of(text).statistics] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("专班侦破赌博案3起,涉案金额900万元。", "other"),
        ("侦破非法经营案2起,涉案价值60万元。", "money_lost"),
        ("侦破贩毒案2起,涉案价值60万元。", "other"),
        ("侦破电信诈骗案2起,涉案金额60万元。", "money_lost"),
    ],
)
def test_what_a_case_involves_is_a_loss_unless_it_was_staked_or_traded(text, expected):
    assert indicators(text)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("民警捣毁非法储存窝点3个、销售窝点1个。", ["gangs_broken", "gangs_broken"]),
        ("警方端掉赌博窝点5处,卖淫窝点2处。", ["gangs_broken", "gangs_broken"]),
        ("专班打掉诈骗窝点4个和洗钱窝点3个。", ["gangs_broken", "gangs_broken"]),
        ("依法处置涉嫌贩药人员64名。", ["persons_caught"]),
        ("截获非法越境人员12名。", ["persons_caught"]),
        ("全年查处275人。", ["persons_caught"]),
        ("法院判处李某等3人有期徒刑三年。", ["persons_prosecuted", "duration"]),
        ("一审分别判处周某等9人六个月至十个月不等有期徒刑。", ["persons_prosecuted", "duration"]),
        ("3名责任人被追究刑事责任。", ["persons_prosecuted"]),
        ("缴获假车牌262副,伪造证书1310件。", ["goods_seized", "goods_seized"]),
        ("查扣辐射多省的伪造证书1.4万余张。", ["goods_seized"]),
        ("民警搜出走私香烟60条。", ["goods_seized"]),
        ("毒品下线近百人。", ["other"]),
    ],
)
def test_who_answers_for_what(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9人被判处3年9个月至11个月不等的有期徒刑。", 11, 45),
        ("16人被判处一年六个月至10年不等的有期徒刑。", 18, 120),
        ("8人被判处十年至六个月不等的有期徒刑。", 6, 120),
    ],
)
def test_terms_are_one_range(text, low, high):
    term = accounts_of(text).statistics[1]
    assert (term.value, term.value_high, term.unit) == (low, high, "month")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("破获诈骗案件90起,其中公安部督办案件6起。", ["cases_solved", "cases_solved"]),
        ("侦破毒品案件60起,其中挂牌督办大要案件4起。", ["cases_solved", "cases_solved"]),
        ("民警侦破盗窃案31起,其中省厅督办案件2起。", ["cases_solved", "cases_solved"]),
        ("县局5个集体和60人获记功。", ["other", "other"]),
        ("民警使用橡胶子弹3发。", ["other"]),
        ("现场搜出子弹30发。", ["goods_seized"]),
        ("热线新设坐席40席。", ["facilities"]),
        ("局党委班子有9人。", ["personnel"]),
    ],
)
def test_what_is_supervised_honoured_or_fired(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("签字那天,施工方赔偿老人2.6万元。", ["money_recovered"]),
        ("调解后,租客还清了8600元房租。", ["money_recovered"]),
        ("房东要求租客赔偿8600元。", ["other"]),
        ("服务站有社工7人,服务居民3.1万人。", ["personnel", "population"]),
        ("窗口开办至今,累计服务老人860人次。", ["people_helped"]),
        ("参与演练的群众2600人次。", ["people_reached"]),
        ("民警发动30多人参与河堤巡逻。", ["personnel"]),
        ("160名渔民加入护河队。", ["personnel"]),
        ("抽调民警组成16个专项工作组。", ["other"]),
        ("村里有志愿服务队伍26支。", ["other"]),
        ("开展志愿服务活动360次。", ["activities"]),
        ("园区建有党组织26家、工会18家。", ["other", "other"]),
        ("小区有16栋居民楼。", ["other"]),
        ("古镇日均接待游客1.6万人次。", ["population"]),
        ("营救被困游客6人。", ["people_helped"]),
        ("团伙盗采河沙3600吨。", ["stolen_goods"]),
        ("该案涉案人员260人。", ["other"]),
        ("抓获涉案人员26人。", ["persons_caught"]),
        ("处理诈骗预警信息2.6万条。", ["tips"]),
        ("改造6个农贸市场。", ["facilities"]),
        ("镇上没有发生一起治安违法案件。", ["cases_recorded"]),
    ],
)
def test_who_pays_serves_takes_part_and_is_involved(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县七成纠纷通过人民调解化解。", ("service_share", "dispute")),
        ("只有一成纠纷需要分流到县里。", ("service_share", "dispute")),
        ("六成矛盾由乡贤出面调处。", ("service_share", "dispute")),
        ("九成矛盾纠纷都能在村里得到化解。", ("mediation_rate", "dispute")),
        ("老人拿到赔偿款3.6万元。", ("money_recovered", "dispute")),
        ("老板结清了工人的工资26万元。", ("money_recovered", "dispute")),
    ],
)
def test_quarrels_are_settled_by_a_way_and_paid_for(text, expected):
    found = accounts_of(text).statistics[0]
    assert (found.indicator, found.offence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓获刑事犯罪嫌疑人62人。", ["persons_caught"]),
        ("捣毁作案窝点3处。", ["other"]),
        ("打掉赌博团伙2个、非法窝点6处。", ["gangs_broken", "other"]),
        ("查获涉案资产6200万元。", ["goods_seized"]),
        ("群众反诈知识知晓率达92%。", ["other"]),
        ("办理民爆物品审批手续2600批次。", ["services_handled"]),
        ("外流贩毒同比下降36%。", ["cases_recorded"]),
        ("全年破获盗窃案件720起,相当于每天近2起。", ["cases_solved", "cases_solved"]),
        ("完成污水样品检测260份。", ["other"]),
        ("反诈小分队日均宣防3600人次。", ["people_reached"]),
        ("警务区组建了26名社区警务团队。", ["personnel"]),
        ("及时拦截,避免260起诈骗案件发生。", ["other"]),
        ("她要供读三个大学生。", ["other"]),
        ("新发现吸毒人员占查处吸毒人员比例降至36%。", ["other"]),
    ],
)
def test_words_that_look_like_others(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全县现有吸毒人员2300名,男性1900名,女性400名。", ["population"] * 3),
        ("行政处罚6名违法行为人。", ["persons_caught"]),
        ("批评教育违停司机260人。", ["people_reached"]),
        ("他冒充保健员,骗取60名老年人。", ["other"]),
        ("清理谣言信息2.6万条。", ["other"]),
        ("开展违停集中整治26次。", ["activities"]),
        ("住建部门出动检查人员260人次。", ["personnel"]),
        ("出台行业标准6部。", ["other"]),
        ("研发应用场景160个。", ["other"]),
        ("上半年组建了12个小分队。", ["other"]),
        ("志愿者参与交通劝导1.2万人次。", ["personnel"]),
        ("促成和解62件。", ["disputes_mediated"]),
        ("男子入户盗窃2.6万元。", ["money_lost"]),
        ("警方已对19人采取刑事强制措施。", ["persons_caught"]),
        ("渔船上有船员12名。", ["other"]),
        ("提供民生服务160项。", ["services_offered"]),
    ],
)
def test_people_and_papers_of_the_pool(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老人办养老、助残等60项公共服务只跑一次。", ["services_offered"]),
        ("新建办案系统16个。", ["other"]),
        ("市政平台上报案件8600件。", ["services_handled"]),
        ("村里打了26眼水井。", ["other"]),
        ("民警登检渔船63艘。", ["checks"]),
        ("全镇评出五好家庭160户。", ["other"]),
        ("街道化解拆迁纠纷86户。", ["disputes_mediated"]),
        ("大厅有6个功能区。", ["facilities"]),
        ("平台设有6类功能模块。", ["services_offered"]),
        ("中心吸纳行业调委会12个。", ["other"]),
        ("擅自取去交通工具36宗。", ["cases_recorded"]),
        ("老板同意先支付2万元。", ["other"]),
        ("义警为1600名群众开展过防火宣传。", ["people_reached"]),
        ("所长走访了刘师傅等20位店主。", ["people_reached"]),
        ("流动调解车化解的纠纷占总量的七成。", ["service_share"]),
        ("有六成调解是在手机上完成的。", ["service_share"]),
    ],
)
def test_systems_wells_and_ways(text, expected):
    assert indicators(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支队投入查缉兵力6200人次。", ["personnel"]),
        ("小站每天有列车通过86趟。", ["other"]),
        ("查处干部违纪问题26起。", ["violations"]),
        ("市纪委通报6起典型问题。", ["other"]),
        ("捣毁制假作坊6个。", ["other"]),
        ("打掉跑分平台3个。", ["other"]),
        ("会计侵吞集体资金36万元。", ["money_lost"]),
        ("公司非法吸收资金6.2亿元。", ["money_lost"]),
        ("查处违规项目36宗。", ["violations"]),
        ("参与串通的工程项目26个。", ["other"]),
    ],
)
def test_what_officials_and_swindlers_did(text, expected):
    assert indicators(text) == expected
