"""Folding, glosses and their damage, script: from a text as it stands to its plain simplified form."""

import pytest

from tests.transforms.cleaning.pages import BODY, page
from transforms.aligned import AlignedText
from transforms.cleaning import plain
from transforms.cleaning.glosses import unglossed
from transforms.cleaning.script import script_of, simplified


def cleaned(text):
    return plain(AlignedText.identity(text))[0].text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("同比下降１５．２％，共１，２８０起（其中夜间４６起）：好！", "同比下降15.2%,共1,280起(其中夜间46起):好!"),
        ("「外面『裏面』」", "“外面‘里面’”"),
        ("﹁豎排﹂︰﹙小號﹚﹑完", "“竖排”:(小号)、完"),
        ("派\u200b出\ufeff所\u00ad", "派出所"),
        ("全角\u3000空格\u00a0与\t制表", "全角 空格 与 制表"),
        ("15–20分钟，3−1，约∼", "15-20分钟,3-1,约~"),
        ("⽤⼾", "用户"),
        ("⼈⺠警察进⻔、上⻋、⻅⾯", "人民警察进门、上车、见面"),
        ("处理完毕,。各单位,,继续", "处理完毕。各单位,继续"),
        ("1,280起、“甲”,乙", "1,280起、“甲”,乙"),
        ("尋獲 14 輛,逾 6 成,占 7.5%。", "寻获14辆,逾6成,占7.5%。"),
        ("热线 8600 3100 转 2", "热线 8600 3100 转 2"),
    ],
)
def test_many_shapes_of_a_character_become_one(raw, expected):
    assert cleaned(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("清陽(yáng)公安（gōng）", "清阳公安"),
        ("清陽(yang)縣(xian4)", "清阳县"),
        ("清陽(y?ng)", "清阳"),
        ("清陽(y¨¢ng)", "清阳"),
        ("清陽(ya\u0301ng)", "清阳"),
        ("清陽( yáng )", "清阳"),
        ("綠(lǜ)地", "绿地"),
        ("長(zhǎng)安", "长安"),
    ],
)
def test_pinyin_behind_a_character_goes(raw, expected):
    assert cleaned(raw) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一村(格)一警",
        "(1个领导小组,1个总体方案,7个工作专班)",
        "平台(app)上线",
        "人工智能(ai)辅助",
        "村民委员会(wei)",
        "派出所(3)",
        "城区(A)类",
        "张某(男)",
        "增长(约3%)",
    ],
)
def test_brackets_with_anything_else_stay(text):
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("在城區(qū)域?qū)嵭?4小時(shí)值守", "在城区域实行?4小时值守"),
        ("警車(chē)更新?lián)Q代", "警车更新换代"),
        ("清河日?qǐng)?bào)訊", "清河日报讯"),
        ("平安體(tǐ)系?;鶎由鐣?huì)安穩(wěn)", "平安体系。基层社会安稳"),
        ("“人抓到了?！?點(diǎn)頭", "“人抓到了。”点头"),
        ("平均處(chù)?gàn)脮r(shí)長(zhǎng)", "平均处置时长"),
        ("老教?chù)煛⒗蠎?zhàn)士", "老教师、老战士"),
    ],
)
def test_characters_that_the_glosses_broke_are_mended(raw, expected):
    assert cleaned(raw) == expected


@pytest.mark.parametrize("text", ["你去过吗?他问:好?", "网址 http://a.cn/?b=c 可查", "真的?!", "他去哪了?A座还是B座?"])
def test_true_question_marks_stay_even_in_a_text_with_glosses(text):
    assert cleaned("清陽(yáng)縣" + text) == "清阳县" + text


def test_a_gloss_stands_in_no_raw_span_of_its_neighbours():
    text = AlignedText.identity("清陽(yáng)縣")
    assert unglossed(text).raw_span(2, 3) == (8, 9)


def test_the_space_that_a_machine_sets_behind_a_gloss_goes_with_it():
    assert unglossed(AlignedText.identity("案件10萬(wan) 件,機關(guan) 共辦")).text == "案件10萬件,機關共辦"


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("羣眾與環衞工人啓動祕密武器,兼收幷蓄", "群众与环卫工人启动秘密武器,兼收并蓄"),
        ("隨着着力推進顯著成效,着重沉着", "随着着力推进显著成效,着重沉着"),
        ("隨著著力推進顯著成效,著名專著,甚麼土著", "随着着力推进显著成效,著名专著,什么土著"),
        ("乾隆年間乾燥,幹部幹活干涉", "乾隆年间干燥,干部干活干涉"),
        ("乾縣與乾安縣,瀋陽與沈丘", "乾县与乾安县,沈阳与沈丘"),
        ("頭髮發展,皇后後來,里程裏面,鐘點鍾山", "头发发展,皇后后来,里程里面,钟点钟山"),
        ("瞭望瞭解,答覆覆蓋,憑藉狼藉", "瞭望了解,答复覆盖,凭借狼藉"),
        ("警員喺深水埗拘捕佢哋", "警员喺深水埗拘捕佢哋"),
        ("臺灣計程車上的軟體", "台湾计程车上的软体"),
        ("妳們的鷄,牠的砲", "你们的鸡,它的炮"),
    ],
)
def test_traditional_script_becomes_simplified_character_for_character(traditional, expected):
    assert simplified(traditional) == expected


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("柳林派出所夜间巡逻", "Hans"),
        ("柳林派出所夜間巡邏", "Hant"),
        ("柳林", "Hans"),
        ("滎阳两个派出所选派优秀民警", "Hans"),
        ("山陽公安", "Hant"),
        ("12%", "Hans"),
    ],
)
def test_script_is_told_by_what_only_one_of_them_has(text, script):
    assert script_of(text) == script


def test_simplified_text_keeps_its_words_that_look_traditional_and_loses_strays():
    text = "乾隆年间,著名的瞭望塔,滎阳派出所余警官,于里长后土"
    assert cleaned(text) == text.replace("滎", "荥")


def test_simplified_lines_in_a_traditional_page_stay_as_they_are():
    simple = "干部发展了里程,面条和后土,余杭的于某著名。"
    assert simple in cleaned("羣眾與環衞工人啓動祕密武器,警員隨着車隊進發,顯著改善治安環境。\n" * 3 + simple)


def test_title_and_source_are_simplified_and_the_script_is_remembered():
    text = (
        "柳林分局:夜間巡邏護平安\n2022-09-28 來源:河東日報\n"
        + "分局今年接獲報案1,280宗,較去年同期下跌15.2%,破案率上升,警員每晚在區內巡邏。\n" * 2
    )
    found = page(text + BODY[0])
    assert (found.script, found.title, found.source) == ("Hant", "柳林分局:夜间巡逻护平安", "河东日报")
