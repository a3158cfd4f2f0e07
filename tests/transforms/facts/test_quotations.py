"""Quotations: direct speech with its speaker, wherever that stands; terms, slogans and titles are none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.transforms.facts.examples import cases, marked, read, undocumented
from transforms.facts import quotations
from transforms.facts.persons import find_persons

BODY = "近日,辖区治安形势平稳,派出所民警走村入户,化解了一批矛盾纠纷,群众安全感明显提升,各项防范措施落到了实处。"


def found(text):
    page, context = read(text)
    return quotations.find_quotations(page, context, find_persons(page, context))


def said(paragraphs):
    """What is said in the paragraphs of an article, with the names of the speakers."""
    return [
        (quotation.quote, quotation.speaker)
        for quotation in found(f"平安建设见闻\n\n{BODY}\n\n{paragraphs}\n\n{BODY.replace('近日', '日前')}\n")
    ]


@pytest.mark.parametrize(("rule", "example"), cases(quotations.RULES))
def test_a_rule_reads_its_examples(rule, example):
    paragraph, start, end = marked(example)
    text = f"平安建设见闻\n\n{BODY}\n\n{paragraph}\n\n{BODY.replace('近日', '日前')}\n"
    assert {quotation.quote: quotation.rule for quotation in found(text)}[paragraph[start:end]] == rule.name


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented(quotations.RULES)


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("“路灯亮了,心里也亮了。”派出所所长王立新说。", [("路灯亮了,心里也亮了。", "王立新")]),
        ("派出所所长王立新说:“路灯亮了,心里也亮了。”", [("路灯亮了,心里也亮了。", "王立新")]),
        (
            "“门口的路灯亮了,”民警赵海涛介绍,“晚上散步的人也多了。”",
            [("门口的路灯亮了,", "赵海涛"), ("晚上散步的人也多了。", "赵海涛")],
        ),
        ("“这条路难走。可是再难走也得走。大家都在等着。”教导员马忠明说。", [("这条路难走。可是再难走也得走。大家都在等着。", "马忠明")]),
        ("县长蔡明远表示,办法很多,但“路没有走完”,他要求再快一些。", [("路没有走完", "蔡明远")]),
        ("副局长高志明坦言,数据仍有堵点,“办事的‘最后一段路’通了,还要看最后一步”。", [("办事的‘最后一段路’通了,还要看最后一步", "高志明")]),
        ("网格员郝丽云绕楼转了一圈。“楼道的灯不亮了,得换。”她一边念叨,一边记下来。", [("楼道的灯不亮了,得换。", "郝丽云")]),
        ("民警宋晓明摆开桌子。“谁都别先讲理。”宋晓明的开场白让人一愣。", [("谁都别先讲理。", "宋晓明")]),
        ("社区主任魏强走访了一天。魏主任说:“心里有底了。”", [("心里有底了。", "魏强")]),
        ("“过去靠腿,现在靠数据。”街道办主任魏强算了一笔账:警情降了三成。", [("过去靠腿,现在靠数据。", "魏强")]),
        ("警长周平说:“我们会一直走下去。”他又说,“路还长。”", [("我们会一直走下去。", "周平"), ("路还长。", "周平")]),
    ],
)
def test_the_speaker_stands_before_behind_or_in_the_middle(paragraph, expected):
    assert said(paragraph) == expected


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        ("“警察同志,谢谢你们!”握着民警李强的手,张大爷连声说。", "警察同志,谢谢你们!"),
        ("民警李强把牛牵回来。“牛回来了,年也能过了。”村民王某说。", "牛回来了,年也能过了。"),
        ("她告诉民警李强:“钱要不回来,日子就没法过了。”", "钱要不回来,日子就没法过了。"),
        ("民警李强的妻子说:“他三天没回家了。”", "他三天没回家了。"),
        ("所长李强推开门。居民刘奶奶打趣:“小李一天来三趟。”", "小李一天来三趟。"),
        ("船老大陈某逢人就讲:“警察比亲人还亲。”", "警察比亲人还亲。"),
        ("跟在民警李强后头的老人点点头:“有你们在,我放心。”", "有你们在,我放心。"),
    ],
)
def test_what_residents_say_has_no_speaker(paragraph, quote):
    assert said(paragraph) == [(quote, None)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "该局推行“一村一警”机制,做到“小事不出村、大事不出镇”,群众安全感提升。",
        "派出所坚持“什么问题突出就解决什么问题,哪里群众不满意就整改哪里”,开展专项整治。",
        "集市上挂着横幅,写着“平安建设,人人有责!”,围满了人。",
        "一面写有“破案神速,为民解忧”的锦旗送到了所长王立新手中。",
        "条例第二十条规定:“经营者应当登记,并在三日内报告。”",
        "活动以“反诈,你我同行!”为主题,发放宣传单两千份。",
        "所长王立新说,要让“有困难找警察”变成群众的习惯。",
        "群众称赞他们是“贴心人”,民警被称为“活地图”“百事通”。",
        "局长李明强调,要落实“早发现、早处置”的方针,始终保持高压态势。",
        "“零距离”服务、“一站式”办理、“最多跑一次”改革,让群众少跑腿。",
        "全市公安机关牢记“人民公安为人民”的宗旨,做到“对党忠诚、服务人民、执法公正、纪律严明”。",
        "“天上有云、地上有格、中间有网”,这是该县打造的立体防控体系。",
        "他的座右铭是:“干一行,爱一行。”",
        "“叮铃铃……”清晨六点,值班室的电话响了。",
        "该所先后获评“枫桥式派出所”“青年文明号”等称号,多次受到表彰。",
        "在道路两旁,“平安建设,我们同行”,几个大字十分醒目,引人驻足。",
        "记者:今年有什么打算?\n\n王立新:再建两个警务站,把路灯全部换一遍,让夜里更亮。",
    ],
)
def test_terms_slogans_titles_and_rules_are_no_quotations(paragraph):
    assert said(paragraph) == []


def test_corner_marks_and_raw_spans():
    text = "平安見聞\n\n「騙徒只求一個電話,市民多問一句,損失便少一分。」警務處處長鄧偉明說。他強調「民調只是參考,街上安全才是『真章』」。\n"
    first, second = found(text)
    assert (first.quote, first.speaker) == ("騙徒只求一個電話,市民多問一句,損失便少一分。", "邓伟明")
    assert (second.quote, second.speaker) == ("民調只是參考,街上安全才是『真章』", "邓伟明")
    assert text[first.start : first.end] == first.quote


def test_a_line_that_is_a_whole_sentence_is_said_and_a_heading_is_not():
    assert said("“谁动了我的渔网?”\n\n“没有!”\n\n“把门敲开”\n\n所里的人都笑了,渔网第二天找到了,船老大连声道谢。") == [
        ("谁动了我的渔网?", None),
        ("没有!", None),
    ]


def test_what_is_to_be_is_a_clause():
    assert said("通报称,查明原因后,“将依规追究渡口的责任”。") == [("将依规追究渡口的责任", None)]


def test_a_speech_over_paragraphs_closes_only_once():
    assert [quote for quote, _ in said("所长王立新说:“一是把门敲开。\n\n“二是把心敲开,把话说透。”")] == [
        "一是把门敲开。",
        "二是把心敲开,把话说透。",
    ]


def test_straight_marks_are_read_in_pairs():
    assert said('派出所所长王立新说:"路灯亮了,心里也亮了。"') == [("路灯亮了,心里也亮了。", "王立新")]


WORDS = st.sampled_from(
    [*'“”‘’"「」,。:!?…\n', "他说", "王立新", "所长王立新", "民警", "我们", "的理念", "了", "大爷", "表示", "写着", "路灯亮了"]
)
PAGES = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map("".join))


@settings(deadline=None)
@given(PAGES)
def test_any_text_gives_the_same_quotations_twice_each_where_it_stands(text):
    quoted = found(text)
    assert quoted == found(text)
    assert all(text[quotation.start : quotation.end] == quotation.quote for quotation in quoted)
    assert all(before.end <= after.start for before, after in pairwise(quoted))
