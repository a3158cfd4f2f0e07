"""What a sentence, a paragraph or an article is about holds for the numbers in it that name no offence."""

import pytest

from tests.transforms.facts.examples import accounts_of


def offences(text):
    return [item.offence for item in accounts_of(text).statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("禁毒战线捷报频传。全年禁毒大队打掉团伙6个,抓获嫌疑人41名,发放宣传册3000份。", "drugs"),
        ("针对电信网络诈骗,社区民警入户走访800户,张贴海报1200张。", "telecom_fraud"),
        ("在消防方面,全镇排查隐患86处,整改80处,罚款2万元。", "fire"),
        (f"全县重拳整治赌博\n{'赌博害人。' * 8}诈骗同样害人。\n专班抓获嫌疑人41名。\n今年打掉团伙6个。", "gambling"),
        ("反诈劝阻快人一步\n中心发出预警指令2600条,见面劝阻310人。", "telecom_fraud"),
    ],
)
def test_numbers_that_name_none_have_the_theme(text, expected):
    assert set(offences(text)) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "交警大队查处酒驾12起、醉驾3起。全县现有警务站6个。",  # how things stand
        "“电信网络诈骗,不听不信。”民警走访群众900户,开展宣传12场次。",  # only quoted
        "民警走访群众900户,反诈宣传进了校园。",  # named after the number
    ],
)
def test_others_have_none(text):
    assert offences(text)[-1] is None or offences(text)[0] is None


def test_general_figures_of_such_a_paragraph_stay_general():
    text = "严打盗窃犯罪不手软。今年共破获盗窃案件20起、刑事案件95起。抓获嫌疑人60名。"
    assert offences(text) == ["theft", "criminal_all", "all"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共破获抢劫、抢夺案件9起。", ["robbery_and_snatching"]),
        ("共破获盗窃、诈骗案件52起,抓获40人。", ["property", "property"]),
        ("共破获赌博和毒品案件12起,刑事拘留9人。", ["other", "other"]),
        ("破获盗窃电动车等民生小案22起,抓获嫌疑人17名。", ["property", "all"]),
        ("共破获盗窃案件31起,移送起诉18人。", ["theft", "theft"]),
        ("抓获参赌人员36名。", ["gambling"]),
        ("抢包案件零发生。", ["snatching"]),
        ("森林火灾零发生。", ["fire"]),
        ("虚假贷款类警情下降36%。", ["telecom_fraud"]),
        ("校园欺凌事件零发生。", ["other"]),
        ("酒后驾车扣20分。", [None]),
    ],
)
def test_lists_examples_and_steps(text, expected):
    assert offences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接报电信网络诈骗警情80起,返还被骗资金9万元。", ["telecom_fraud", "telecom_fraud"]),
        ("网格员上报事件860件。", [None]),
        ("全年新收民商事案件3100件,其中刑事案件210件。", ["other", "criminal_all"]),
        ("法院办结公益诉讼案件12件。", ["other"]),
        ("全镇有16个村实现零发案。", ["all"]),
        ("全镇有16个村建成警务室。", [None]),
    ],
)
def test_what_several_kinds_share(text, expected):
    assert offences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("查处扰乱秩序等治安案件9起,行政拘留7人。", ["public_order_all", "public_order_all"]),
        ("办结阻碍交通等行政案件6起,处罚违法人员8名。", ["administrative_all", "administrative_all"]),
        ("侦破刑事案件36起,查处治安案件52起,抓获违法犯罪人员61名。", ["criminal_all", "public_order_all", "all"]),
    ],
)
def test_who_is_punished_for_offences_in_general(text, expected):
    assert offences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("代办员共受理信访事项260件,群众满意率97%。", "petition"),
        ("调解纠纷310起,回访满意率98%。", "dispute"),
        ("窗口办理业务2600笔,群众满意率99%。", None),
    ],
)
def test_satisfaction_with_how_petitions_and_quarrels_were_settled(text, expected):
    assert offences(text)[-1] == expected


def test_who_went_out_went_out_against_what_the_paragraph_is_about():
    text = "交通秩序整治再加力。大队严查交通违法,出动警力360人次、警车86台次,查处酒驾12起。"
    assert set(offences(text)) == {"traffic"}


def test_an_article_on_telecom_fraud_means_that_by_the_bare_word():
    talk = "反诈中心谈反诈,反诈民警讲反诈。" * 3
    assert offences(talk + "\n全年捣毁诈骗窝点16个,破获合同诈骗案件3起。") == ["telecom_fraud", "fraud"]
    assert offences("全年捣毁诈骗窝点16个。") == ["fraud"]


@pytest.mark.parametrize("text", ["县城地处交通枢纽,设有卡点6处。", "为净化治安环境,大队组织为期5天的夜查。", "全镇有生态移民260户。"])
def test_words_that_hold_the_name_of_an_offence_but_are_none(text):
    assert offences(text) == [None]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("河口大桥垮塌案开庭", {"accident"}),  # about what came of it
        ("河口县严防工地坍塌", {None, "all"}),
        ("河口县法院开放日", {None, "all"}),
    ],
)
def test_an_article_on_a_disaster_is_about_it(title, expected):
    assert set(offences(title + "\n昨天,法院开门审案。\n法院共受理相关案件36件,诉请金额860万元。")) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("河口县重拳打击盗采江砂", {"environment"}),
        ("河口县生态环境越来越好", {None, "all"}),
    ],
)
def test_an_article_on_crimes_against_nature_is_about_them(title, expected):
    assert set(offences(title + "\n专班蹲守了6天。\n专班抓获嫌疑人26名。")) == expected


def test_who_was_sent_for_a_campaign_was_sent_against_its_offence():
    assert offences("市局组织260名警力开展禁毒集中整治行动。") == ["drugs"]
    assert offences("市局组织260名警力开展队列训练。") == [None]
