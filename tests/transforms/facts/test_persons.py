"""Persons in office and authors: found with their posts under names of all shapes, and nobody private among them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.facts.examples import cases, marked, read, undocumented
from transforms.facts.persons import find_persons, posts

BODY = "近日,辖区治安形势平稳,派出所民警走村入户,化解了一批矛盾纠纷,群众安全感明显提升,各项防范措施落到了实处。"


def persons(text):
    return find_persons(*read(text))


def told(sentence):
    """What is found in a sentence of an article: names with their kinds."""
    return {person.name: person.kind for person in persons(f"平安建设见闻\n\n{sentence}\n\n{BODY}\n")}


def signed(line):
    """What is found in a line below an article: names with their posts."""
    return {person.name: person.role for person in persons(f"平安建设见闻\n\n{BODY}\n\n{BODY.replace('近日', '日前')}\n{line}\n")}


def opened(line):
    """What is found in a line above an article."""
    return {person.name: person.role for person in persons(f"平安建设见闻\n{line}\n\n{BODY}\n")}


@pytest.mark.parametrize(("rule", "example"), cases(posts.RULES))
def test_a_rule_reads_its_examples(rule, example):
    text, start, end = marked(example)
    assert {person.name: person.rule for person in persons(f"平安建设见闻\n\n{text}\n\n{BODY}\n")}[text[start:end]] == rule.name


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented(posts.RULES)


@pytest.mark.parametrize(
    "sentence",
    [
        "村民王某报警称,王某某的电动车被盗,李大爷和张女士作证,陈先生也在场。",
        "市民王建国说,村民李秀英与居民张桂兰老人都在场,犯罪嫌疑人赵强被抓获。",
        "79岁的周云清老人拉着民警的手,被害人刘洋和司机孙某松了口气,店主周敏连声道谢。",
        "网友“小鱼”留言,受访群众表示满意,外籍人士约翰·史密斯也来点赞。",
        "民警将犯罪嫌疑人李国强、王海涛抓获归案,被告人张明被判处有期徒刑三年。",
        "自称是公安局民警李强的骗子打来电话,冒充检察官王芳要求转账。",
        "某物业公司负责人周伟、业委会主任刘敏、超市老板赵刚参加了座谈。",
        "志愿者陈静、义警队长张涛、出租车司机马勇带路,快递员何军报了警。",
        "受害人家属孙丽、报警人周强、目击者吴刚向民警描述了经过。",
        "民警的妻子刘敏、老师王静、医生赵海、律师陈东也来到现场。",
        "大队长张伟(化名)说,原局长王大山涉嫌受贿被提起公诉。",
        "男子李强酒后驾车,女子张莉坐在副驾驶,工人王军、学生李明路过。",
        "某公司负责人张海涛、保安队长刘刚、银行支行主任李静表示支持。",
        "民警王某、辅警张某某、李所长、赵警官和小王赶到现场,老张、小李也来了。",
        "家住城东的孙桂英今年七十岁,邻居周大妈说,孩子叫王小虎。",
        "社区居民代表李红梅、退休工人王德胜、老党员赵长河参加议事。",
        "民警王女士、所长的朋友李强、局长办公室的来客都在。",
        "吸毒人员王海、在逃人员李军、涉案人员张华、诈骗团伙成员刘强落网。",
        "失主马晓东、车主李刚、租客王芳、房东赵敏、业主代表孙磊签了字。",
        "民警抓获嫌疑人张三、李四,并向村民王五了解情况。",
        "日本籍游客田中太郎、韩国商人金某、外卖小哥阿力木江获救。",
        "李强,原系城关派出所民警,因涉嫌受贿被开除。",
        "民警耐心劝导,张贴通告三千份,高度重视每一条线索,严格执法,连夜赶赴现场,安抚群众。",
        "志愿者王海霞、退休教师赵国明、老党员马占明组成调解小组,组长赵国明最年长。",
        "救援队队长王志明带着队员赶来,老支书陈德明说,过去为水打架,退休民警周大海也在。",
        "镇上有一支“马灯”义务巡逻队。队长孙德福笑了,副队长周大山也笑了。",
        "队长孙德福今年65岁,年轻时当过铁匠。安仁镇“银龄”调解队队长赵德贵是位退休教师。",
        "“渔火”巡逻队队员钱有才、“枣树下”调解队组长冯月英守在村口,志愿者队长李秀英准时出门。",
        "男子王海、李军、赵强三名司机被罚,村民孙立、周小满两名队员在场。",
        "配备专兼职调解员86名,其中双语调解员占九成。",
        "所长于一月到任,书记从实际出发,主任和网格员挨户走访,局长向群众承诺,队长经过调查抓获一人。",
    ],
)
def test_residents_victims_and_suspects_are_nobody(sentence):
    assert told(sentence) == {}


def test_who_stands_in_a_list_with_an_officer_is_nobody_where_the_text_calls_that_name_a_resident():
    found = told("民警张军和王建国一家合影,村民王建国家的牛找到了。")
    assert found == {"张军": "officer"}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("派出所民警董力用手电照了照路面。", "董力"),
        ("派出所民警董力勇提着手电上了山。", "董力勇"),
        ("局长赵鸣指着墙上的地图。", "赵鸣"),
        ("处长刘竹青表示,下一步还要提速。", "刘竹青"),
        ("所长欧阳明亮主持会议。", "欧阳明亮"),
        ("教导员司徒健说,路修好了。", "司徒健"),
        ("社区民警诸葛青云敲开了门。", "诸葛青云"),
        ("民警买买提·艾力说,羊找到了。", "买买提·艾力"),
        ("副所长艾力·吾买尔江告诉记者,草场的事解决了。", "艾力·吾买尔江"),
        ("派出所所长旦增多吉回忆,那年雪很大。", "旦增多吉"),
        ("民警敖特根巴图正在检查装备。", "敖特根巴图"),
        ("民警古丽娜尔没有先评理。", "古丽娜尔"),
        ("副所长马合沙提蹲在地上。", "马合沙提"),
        ("副局长图门乌力吉说。", "图门乌力吉"),
        ("所长那顺巴雅尔已经备好了马,那顺巴雅尔笑了。", "那顺巴雅尔"),
        ("民警王 磊,所里最年轻的一个。", "王磊"),
        ("“最美基层民警”宋明远回到了家乡。", "宋明远"),
        ("副处长(行动)周一鸣出席会议。", "周一鸣"),
    ],
)
def test_names_of_all_shapes(sentence, name):
    assert list(told(sentence)) == [name]


def test_a_surname_that_no_list_has_is_read_where_the_name_recurs():
    assert told("副县长扇忠明讲了话。扇忠明要求,各乡镇把责任扛起来。") == {"扇忠明": "official"}


@pytest.mark.parametrize(
    ("sentence", "role", "kind"),
    [
        ("市委副书记、政法委书记赵宏远出席。", "市委副书记、政法委书记", "official"),
        ("副县长、公安局局长赵明磊介绍。", "副县长、公安局局长", "official"),
        (
            "市公安局党委委员、副局长,市中区副区长、公安分局局长刘宜春认为,平安是大事。",
            "市公安局党委委员、副局长,市中区副区长、公安分局局长",
            "official",
        ),
        ("市公安局党委委员、副局长卫万山带队。", "市公安局党委委员、副局长", "officer"),
        ("分局党委副书记、政委芦向前带领大家。", "分局党委副书记、政委", "officer"),
        ("省公安厅信通处处长刘竹青表示满意。", "省公安厅信通处处长", "officer"),
        ("治安大队负责人毛俊峰介绍。", "治安大队负责人", "officer"),
        ("市消防救援支队防火监督科科长曲明说。", "市消防救援支队防火监督科科长", "officer"),
        ("城管大队大队长何立新到场。", "城管大队大队长", "official"),
        ("渔政站站长于连海说。", "渔政站站长", "official"),
        ("区人民检察院检察长白志远报告。", "区人民检察院检察长", "official"),
        ("法官周海敲下法槌。", "法官", "official"),
        ("社区网格员郝丽云敲门。", "社区网格员", "official"),
        ("江南街道综合治理办公室主任魏强说。", "江南街道综合治理办公室主任", "official"),
        ("村警李国梁七次登门。", "村警", "officer"),
        ("警务处处长邓伟明汇报。", "警务处处长", "officer"),
        ("元朗警区指挥官谭嘉明总警司在场。", "元朗警区指挥官、总警司", "officer"),
        ("县长蔡明远表示,还要努力。", "县长", "official"),
        ("议员何俊文质疑人手不足。", "议员", "official"),
        ("市公安局政务服务管理支队支队长季春明说。", "市公安局政务服务管理支队支队长", "officer"),
        ("警务三队队长兼反诈中心主任施晓明带队。", "警务三队队长兼反诈中心主任", "officer"),
    ],
)
def test_posts_as_written_and_whose_they_are(sentence, role, kind):
    assert [(person.role, person.kind) for person in persons(f"平安建设见闻\n\n{sentence}\n\n{BODY}\n")] == [(role, kind)]


def test_a_meeting_with_many_officials():
    found = told("市委常委、常务副市长任志军,副市长、市公安局党委书记、局长张振海出席,城关派出所所长李明、教导员王红和民警赵亮、孙平参加。")
    assert found == {
        "任志军": "official",
        "张振海": "official",
        "李明": "officer",
        "王红": "officer",
        "赵亮": "officer",
        "孙平": "officer",
    }


def test_one_record_an_article_with_the_fullest_post_and_its_organisation():
    text = "局长赵明磊走进大厅。东平县副县长、公安局局长赵明磊说,案子破了。赵明磊局长还说,路通了。"
    (person,) = persons(f"东平县见闻\n\n{text}\n\n{BODY}\n")
    assert (person.role, person.kind, person.organisation) == ("东平县副县长、公安局局长", "official", "东平县公安局")


def test_a_post_without_organisation_is_in_the_one_last_spoken_of():
    text = "临夏县公安局榆林派出所管着两个乡。教导员马忠明带着村干部上门。"
    assert [person.organisation for person in persons(f"临夏县见闻\n\n{text}\n\n{BODY}\n")] == ["临夏县公安局榆林派出所"]


def test_the_span_is_of_the_raw_text():
    text = "平安見聞\n\n派出所所長(zhǎng)趙建國(guó)說,路修好了。群眾都說好,大家心裡踏實,夜裡也敢出門了。\n"
    (person,) = persons(text)
    assert person.name == "赵建国"
    assert text[person.start : person.end] == person.quote
    assert person.quote.startswith("趙建國")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("(冉启明 铜仁日报记者 田维明)", {"冉启明": "记者", "田维明": "记者"}),
        ("(临沧日报记者 字开明 通讯员 鲁正明)", {"字开明": "记者", "鲁正明": "通讯员"}),
        ("作者:季明 选稿:顾佳明", {"季明": "作者", "顾佳明": "选稿"}),
        ("(本报记者 陈立 通讯员 李岩 孙洪海)", {"陈立": "本报记者", "李岩": "通讯员", "孙洪海": "通讯员"}),
        ("本报记者 卢平 摄", {"卢平": "本报记者"}),
        ("责任编辑:周琳", {"周琳": "责任编辑"}),
        ("编辑:王琳 校对:李岩", {"王琳": "编辑", "李岩": "校对"}),
        ("一审:张琳 二审:李岩 三审:王磊", {"张琳": "一审", "李岩": "二审", "王磊": "三审"}),
        ("(通讯员董立红对本文亦有贡献)", {"董立红": "通讯员"}),
        ("(记者王立、通讯员周平、李岩)", {"王立": "记者", "周平": "通讯员", "李岩": "通讯员"}),
        ("(王立 李建军)", {"王立": "作者", "李建军": "作者"}),
        ("王立 李建军 文/图", {"王立": "文/图", "李建军": "文/图"}),
        ("通讯员王京京张力董立新 校对王菲", {"王京京": "通讯员", "张力": "通讯员", "董立新": "通讯员", "王菲": "校对"}),
        ("(清河晚报记者吴臻游庆辉通讯员黄绿荣文/图)", {"吴臻": "记者", "游庆辉": "记者", "黄绿荣": "通讯员"}),
        ("(通讯员高洁于洋)", {"高洁": "通讯员", "于洋": "通讯员"}),
        ("(通讯员程朗于文博)", {"程朗": "通讯员", "于文博": "通讯员"}),
        ("责任编辑:娜仁", {"娜仁": "责任编辑"}),
        ("(记者 买买提·艾力 阿迪力江)", {"买买提·艾力": "记者", "阿迪力江": "记者"}),
        ("[责任编辑:admin]", {}),
        ("供稿:城关派出所", {}),
        ("文案:王蕾 张力", {"王蕾": "文案", "张力": "文案"}),
        ("文案/王蕾 编辑/张力", {"王蕾": "文案", "张力": "编辑"}),
        ("文案整理:王蕾", {"王蕾": "文案整理"}),
        ("市民王强 摄", {}),
        ("右图:民警走访途中帮村民挑水。 胡海明 摄", {"胡海明": "摄"}),
    ],
)
def test_bylines_below(line, found):
    assert signed(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("文/图 周平", {"周平": "文/图"}),
        ("新华社记者王立、李建军", {"王立": "记者", "李建军": "记者"}),
        ("□本报记者朱立军", {"朱立军": "本报记者"}),
        ("本报记者 房 晶 通讯员 李岩", {"房晶": "本报记者", "李岩": "通讯员"}),
        ("法治日报全媒体记者 王立 通讯员 周平", {"王立": "全媒体记者", "周平": "通讯员"}),
        ("特约记者 欧阳明 通讯员 司徒健", {"欧阳明": "特约记者", "司徒健": "通讯员"}),
        ("央视网记者 王静 摄", {"王静": "记者"}),
        ("图为民警夜巡。(记者邹军摄)", {"邹军": "记者"}),
    ],
)
def test_bylines_above(line, found):
    assert opened(line) == found


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("本报讯(记者 王磊 通讯员 李红)", ["王磊", "李红"]),
        ("【记者林重远台中报导】", ["林重远"]),
        ("中新网拉萨4月18日电 (李林 任帅)", ["李林", "任帅"]),
        ("新华社济南1月2日电(记者王立、李建军)", ["王立", "李建军"]),
    ],
)
def test_openings_of_reports(opening, names):
    assert [person.name for person in persons(f"平安建设见闻\n\n{opening}{BODY}\n")] == names


def test_the_name_of_a_place_or_station_holds_no_post():
    assert told("东莞市长安镇热闹起来。盐城市公安局长江路派出所出警。《楚天都市报》记者:怎么办?") == {}


def test_a_reporter_in_the_story_and_an_editor_twice():
    text = f"平安建设见闻\n编辑:周琳\n\n本报记者王立新在现场看到,{BODY}\n\n{BODY.replace('近日', '日前')}\n[责任编辑:周琳]\n"
    assert {person.name: (person.role, person.kind) for person in persons(text)} == {
        "周琳": ("责任编辑", "editor"),
        "王立新": ("记者", "journalist"),
    }


WORDS = st.sampled_from(
    [
        *"王李赵向于和某·、,。:“”()()【】 \n",
        "民警",
        "所长",
        "局长",
        "记者",
        "通讯员",
        "编辑",
        "摄",
        "公安局",
        "派出所",
        "副",
        "的",
        "说",
        "买买提",
        "同志",
        "现任",
    ]
)
PAGES = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map("".join))


@settings(deadline=None)
@given(PAGES)
def test_any_text_gives_the_same_persons_twice_each_where_it_stands(text):
    found = persons(text)
    assert found == persons(text)
    assert all(text[person.start : person.end] == person.quote for person in found)
    assert len({person.name for person in found}) == len(found)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [("高建平局长在会上要求压实责任。", "高建平"), ("郭亮副局长当即带队下所。", "郭亮"), ("冶成虎政委率队夜查。", "冶成虎")],
)
def test_a_post_behind_a_name_says_where_it_ends(sentence, name):
    assert list(told(sentence)) == [name]


@pytest.mark.parametrize("sentence", ["高桥村主任带着大家修路。", "山水苑网格员上门登记。"])
def test_a_village_before_a_post_is_nobody(sentence):
    assert told(sentence) == {}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("记者/王立新、陈海 编辑/赵敏", {"王立新", "陈海", "赵敏"}),
        ("作者/周海涛 编辑/李春梅", {"周海涛", "李春梅"}),
        ("通讯员/郑志刚", {"郑志刚"}),
    ],
)
def test_authors_behind_a_stroke(line, names):
    assert set(signed(line)) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("平安路上灯火明。通讯员 王立新 江岸记者 陈海", {"王立新", "陈海"}),
        ("大家都说好。记者 周海涛 李春梅", {"周海涛", "李春梅"}),
        ("据新华社记者王立新、陈海涛、赵敏采访,路修好了。", {"王立新", "陈海涛", "赵敏"}),
    ],
)
def test_authors_at_the_end_of_a_story_and_in_a_list(sentence, names):
    assert {person.name for person in persons(f"平安建设见闻\n\n{BODY}{sentence}\n")} == names


@pytest.mark.parametrize(
    "sentence", ["作为小区居民代表,王立新常提意见。", "沈阳市委常委会开了会。", "他们沿着处长江大桥边走边看。", "所长都佩戴执法记录仪。"]
)
def test_words_that_look_like_names_behind_a_post(sentence):
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [("社区民警张敏说,门要锁好。", "张敏"), ("社区民警张敏称:“锁好门。”", "张敏"), ("“锁好门。”社区民警李强说。", "李强")],
)
def test_a_verb_of_saying_is_no_part_of_a_name(sentence, name):
    assert list(told(sentence)) == [name]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("警民关系主任陈国华总督察回应。", "officer"),
        ("公安部装备财务局副巡视员周海说。", "officer"),
        ("省民政厅副巡视员周海说。", "official"),
        ("市民热线接线员周海说。", "official"),
    ],
)
def test_whose_post_it_is_by_all_that_tells_it(sentence, kind):
    assert set(told(sentence).values()) == {kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "王立新,男,汉族,1968年8月出生,云南省麻栗坡县人,1989年参加公安工作,生前系麻栗坡县公安局预审科民警。",
        "王立新,生于1974年,山东宁阳人,1995年7月参加公安工作,生前任泰安市公安局民警。",
        "王立新,女,1980年生,大学文化,党员,2003年参加工作,现任城关派出所所长。",
    ],
)
def test_a_life_told_in_a_sentence(sentence):
    assert told(sentence) == {"王立新": "officer"}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("大家都满意。(人民网赵晓敏孙铭远)", {"赵晓敏", "孙铭远"}),
        ("大家都满意。(何文杰李俊平)", {"何文杰", "李俊平"}),
        ("大家都满意。(本报记者尚杰赵明远)", {"尚杰", "赵明远"}),
        ("大家都满意。(完)", set()),
        ("大家都满意。(文中均为化名)", set()),
        ("【法眼观】", set()),
    ],
)
def test_names_in_brackets_at_the_end_sign(line, names):
    assert set(signed(line)) == names


def test_characters_of_given_names_that_no_dictionary_counts():
    assert told("社区党委副书记金娟告诉记者,网格员李淑坤、周彬彬都来了。") == {
        "金娟": "official",
        "李淑坤": "official",
        "周彬彬": "official",
    }


def test_who_sits_on_a_committee_of_the_state_is_an_official():
    assert told("省禁毒委副主任、省公安厅副厅长陈文荣说。") == {"陈文荣": "official"}
    assert told("市公安局副局长、市禁毒委办公室主任陈文荣说。") == {"陈文荣": "officer"}
