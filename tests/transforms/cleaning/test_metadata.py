"""Lines of metadata taken apart: dates, fields, media, authors."""

import pytest

from transforms.cleaning.bylines import ending, is_byline, is_name, is_picture_credit, is_signature, lead_in
from transforms.cleaning.dates import dates
from transforms.cleaning.fields import fields
from transforms.cleaning.media import Origin, is_medium, origin, site_named_by


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022-09-28", "2022-09-28"),
        ("2022-9-8 8:03", "2022-09-08"),
        ("2022年09月28日 08:30", "2022-09-28"),
        ("2022年 9月 8日 星期四", "2022-09-08"),
        ("2022/9/28", "2022-09-28"),
        ("2022.09.28", "2022-09-28"),
        ("20220928", "2022-09-28"),
        ("2022 09/ 28 14:40:01", "2022-09-28"),
        ("28/09/2022 18:40", "2022-09-28"),
        ("2022-09-28T03:43:00+08:00", "2022-09-28"),
        ("二〇二二年九月二十八日", "2022-09-28"),
        ("二零一二年十月十日", "2012-10-10"),
        ("民国111年9月8日", "2022-09-08"),
        ("09-28 15:46:58", "XXXX-09-28"),
    ],
)
def test_dates_of_all_shapes_are_read(text, edtf):
    (found,) = dates(text)
    assert found.edtf == edtf
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize("text", ["2022-13-01", "2022-02-30", "1280起", "3-5名", "15:30", "12022-09-281", "2022年9月", "十年九月"])
def test_what_is_no_full_date_is_none(text):
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-09-28 09:40:41 来源:清河网-河东日报", {"published": "2022-09-28", "source": "清河网-河东日报"}),
        ("作者:王晓明、李敏 来源:新华社 时间:2007-05-23", {"author": "王晓明、李敏", "source": "新华社", "published": "2007-05-23"}),
        ("编辑:李敏 点击数: 字号:", {"editor": "李敏", "counter": "", "tools": ""}),
        ("[责任编辑:admin]", {"editor": "admin]"}),
        ("责编 刘福庆 审核 李强", {"editor": "李强"}),
        ("文章来源:河东商贸有限公司 | 录入人:管理员", {"source": "河东商贸有限公司 |", "author": "管理员"}),
        ("2022-09-28 10:05   https://www.example.cn/", {"published": "2022-09-28", "address": "https://www.example.cn/"}),
        ("2022-09-28 第03版:要闻", {"published": "2022-09-28", "edition": "第03版:要闻"}),
        ("原标题:公安部:今年破案1280起", {"original_title": "公安部:今年破案1280起"}),
        ("《清河夜谈》 (20220928)", {"free": ")", "published": "2022-09-28"}),
        ("(《清河夜谈》 20220928 19:00)", {"free": ")", "published": "2022-09-28"}),
        ("发布时间 2022-09-28", {"published": "2022-09-28"}),
        ("清河网 2022-09-28", {"free": "清河网", "published": "2022-09-28"}),
        ("原创 清河融媒 清河融媒 2022-09-28 18:30 发表于四川", {"free": "", "published": "2022-09-28", "tools": "发表于四川"}),
        ("原创 清河交警 9月28日 18:30 广东", {"free": "广东", "published": "XXXX-09-28"}),
        ("清河财经·2022-09-28 18:32", {"free": "清河财经·", "published": "2022-09-28"}),
        ("清河人民出版社  2022/9/8 10:40:32", {"free": "清河人民出版社", "published": "2022-09-08"}),
        ("清河晚报 2022-09-28 07:42 大字", {"free": "清河晚报", "published": "2022-09-28", "tools": "大字"}),
        ('date: "2022-09-28"', {"published": "2022-09-28"}),
        ("pubdate: 2022-09-28 08:30", {"published": "2022-09-28"}),
        ("author: 李敏", {"author": "李敏"}),
        ("编辑丨李敏  审核丨王晓明", {"editor": "王晓明"}),
        ("编辑 李 敏  二审 王 杰", {"editor": "王 杰"}),
        ("阅读 3.2万 点赞 186 评论 47", {"counter": "评论 47"}),
    ],
)
def test_a_line_of_metadata_is_taken_apart(text, expected):
    values = {field.name: field.value for field in fields(text)}
    assert {name: values.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "2022年9月3日,派出所接到报警,称手机丢失一部",
        "记者:请问今年派出所做了哪些工作?",
        "记者:您好",
        "统筹 推进基层治理",
        "时间:2022年6月25日至9月底",
        "今年来源清楚的线索有12条",
        "警情:2022年下降",
        "平安建设",
        "",
    ],
)
def test_a_line_of_the_body_is_no_metadata(text):
    assert fields(text) == ()


def test_fields_are_the_whole_line():
    text = "清河网 2022-09-28 08:30 来源:河东日报 浏览:320 【大 中 小】"
    found = fields(text)
    assert [field.start for field in found[1:]] == [field.end for field in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("舜网-济南日报", Origin("济南日报", "舜网")),
        ("大众网·海报新闻", Origin("海报新闻", "大众网")),
        ("《河东日报》", Origin("河东日报", None)),
        ("河东日报(记者王晓明)", Origin("河东日报", None)),
        ("市公安局", Origin("市公安局", None)),
        ("河东日报 清河网", Origin("河东日报", None)),
        ("本站原创", Origin(None, None)),
        ("未知", Origin(None, None)),
        ("通讯员 何志强", Origin(None, None)),
        ("sp20241114", Origin(None, None)),
        ("", Origin(None, None)),
    ],
)
def test_the_value_of_a_source_names_medium_and_site(value, expected):
    assert origin(value) == expected


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("版权所有: 清河网 Copyright(c) 2010", "清河网"),
        ("返回清河网首页", "清河网"),
        ("当前位置:清河新闻网首页 > 法治", "清河新闻网"),
        ("清河新闻网 > 平安清河 > 正文", "清河新闻网"),
        ("相关新闻", None),
        ("首页 > 法治", None),
    ],
)
def test_furniture_names_the_site(line, site):
    assert site_named_by([line]) == site


def test_media_are_known_by_name_or_by_ending():
    assert all(map(is_medium, ["新华社", "河东日报", "清河新闻网", "《河东晚报》"]))
    assert not any(map(is_medium, ["柳林派出所", "织密平安网", "网", "日报", "民警走访 河东日报"]))


@pytest.mark.parametrize(
    "line",
    [
        *(
            "本报记者 王晓明 通讯员 赵立新",
            "(本报记者 王晓明 通讯员 赵立新 孙洪)",
            "新甘肃·河东法制报通讯员 冯青林",
            "记者王晓明/清河报道",
            "全媒体中心 记者刘迅",
        ),
        *(
            "□ 本报记者 王晓明",
            "王晓明 文/图",
            "摄影 通讯员 姚峰 梁勇",
            "通讯员供图",
            "河东日报全媒体记者 吴良 通讯员 廖敬生",
            "记者 王晓明/文 李敏/摄",
            "本报综合报道",
            "(融媒体中心 郭海平)",
            "(清河县公安局办公室 刘志强)",
        ),
    ],
)
def test_lines_of_authors_are_bylines(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line", ["记者调查", "(一个中心 两个平台)", "记者从会上获悉", "记者手记", "平安建设", "民警王晓明走访商铺", "通讯员培训班开班"]
)
def test_lines_that_only_mention_authors_are_no_bylines(line):
    assert not is_byline(line)


def test_picture_credits_and_signatures():
    assert is_picture_credit("本报记者 王晓明 摄")
    assert not is_picture_credit("本报记者 王晓明")
    assert all(map(is_signature, ["徐卫华", "房 晶", "(王晓明 李敏)", "/褚宇峰"]))
    assert not any(map(is_signature, ["社会治理", "民警 巡逻", "", "王晓明走访"]))
    assert all(map(is_name, ["王晓明", "欧阳修文", "阿卜杜拉·买买提"]))
    assert not any(map(is_name, ["派出所", "王", "王晓明李敏", "治理"]))


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("新华社北京9月27日电(记者王晓、李敏) ", "公安部通报"),
        ("本报讯(记者 王晓明) ", "7月31日"),
        ("本报讯 ", "27日,全省"),
        ("据新华社北京6日电 ", "目前"),
        ("清河网5月25日讯(李敏记者雷蕾) ", "25日"),
        ("清河日报讯 ", "为坚持"),
        ("【本报综合报道】", "河东省"),
        ("(中央社记者王扬台北8日电)", "警政署"),
        ("〔记者李容/桃园报导〕", "中坜警方"),
    ],
)
def test_the_opening_of_a_report_is_told_from_its_text(opening, rest):
    assert lead_in(opening + rest) == len(opening)


@pytest.mark.parametrize(
    "text", ["全区电信网络诈骗案件", "社区电动车充电", "本报记者走访", "某网电信诈骗", "日前,清河网讯息", "(1个领导小组)构建"]
)
def test_no_opening_is_seen_where_there_is_none(text):
    assert lead_in(text) == 0


@pytest.mark.parametrize(
    ("body", "bracket"),
    [
        ("名列前茅。", "(记者 王晓明 李敏)"),
        ("达成协议。", "(王庆 黄一博)"),
        ("有所缓解。", "(完)"),
        ("已上线。", "(来源:公安部刑侦局)"),
    ],
)
def test_the_bracket_that_signs_a_paragraph_is_told_from_it(body, bracket):
    assert ending(body + bracket) == len(body)


@pytest.mark.parametrize("text", ["做好工作。(试行)", "拨打电话(下同)", "增长12%。(同口径)", "圈层防控建设体系(1个领导小组)。"])
def test_other_brackets_stay_with_their_paragraph(text):
    assert ending(text) == len(text)
