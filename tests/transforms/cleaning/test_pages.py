import pytest

from tests.transforms.cleaning.pages import BODY, TITLE, article, blocks, dropped, page

HEADS = [
    # head, published, source, site
    ("首页 > 新闻 > 法治 > 正文\n{title}\n2022-09-28 08:30:15 来源:清河日报 作者:王晓明 编辑:李敏", "2022-09-28", "清河日报", None),
    ("当前位置:清河新闻网首页 > 平安清河 >\n\n{title}\n\n2019-06-20 22:59来源:清河公安", "2019-06-20", "清河公安", "清河新闻网"),
    (
        "{title}\n发布时间:2022年09月28日 08:30 信息来源:市公安局 浏览次数:1268 字体:[ 大 中 小 ] 视力保护色:\n分享到:",
        "2022-09-28",
        "市公安局",
        None,
    ),
    ("{title}\n(2022-09-28)", "2022-09-28", None, None),
    ("{title}\n2022-09-28 10:11 来源:清河网-河东日报", "2022-09-28", "河东日报", "清河网"),
    ("{title}\n2022-09-28 10:11  清河网\n\n打印 放大 缩小\n原标题:柳林夜巡", "2022-09-28", "清河网", None),
    ("清河网  2022-09-28 10:11:12\n{title}", "2022-09-28", "清河网", "清河网"),
    ("{title}\n清河新闻网 2022-09-28 10:11:12", "2022-09-28", "清河新闻网", "清河新闻网"),
    ("{title}\n清河日报 2022-09-28 10:11:12", "2022-09-28", "清河日报", None),
    ("2022年 09月 30日\n星期五\n气温:27度\n{title}\n发布日期 : 2022-09-28", "2022-09-28", None, None),
    ("{title}\n来源:通讯员 何志强 记者 李斐 阅读量:10000 2022-09-28 15:01:04", "2022-09-28", None, None),
    ("{title}\n09-28 15:46:58 来源:河东新闻客户端", "XXXX-09-28", "河东新闻客户端", None),
    ("{title}\n来源:本站原创 更新时间:2022-9-8 点击数:665", "2022-09-08", None, None),
    ("{title}\n清河新闻网/记者林佩/清河报道 2022-09-28 17:48", "2022-09-28", "清河新闻网", None),
    ("{title}\n中华民国111年9月28日", None, None, None),
    ("{title}\n本报记者 王晓明 通讯员 赵立新", None, None, None),
    ("{title}\n2022年13月45日", None, None, None),
]


@pytest.mark.parametrize(("head", "published", "source", "site"), HEADS)
def test_the_head_tells_title_date_source_and_site(head, published, source, site):
    cleaned = page(article(head))
    assert (cleaned.title, cleaned.published, cleaned.source, cleaned.site) == (TITLE, published, source, site)


@pytest.mark.parametrize(
    ("head", "opening", "published"),
    [
        ("{title}", "中新社清河9月28日电(王晓明)", "XXXX-09-28"),
        ("{title}", "清河日报讯", None),
        ("{title}", "本报清河2月30日电 ", None),
        ("{title}\n2022-09-29 10:11:12", "新华社清河9月28日电(记者 王晓明)", "2022-09-29"),
    ],
)
def test_where_the_page_has_no_date_the_opening_tells_the_day(head, opening, published):
    cleaned = page("\n".join((head.format(title=TITLE), f"{opening}{BODY[0]}", *BODY[1:])))
    assert cleaned.published == published


@pytest.mark.parametrize("head", [head for head, *_ in HEADS])
def test_no_head_costs_a_paragraph(head):
    assert blocks(page(article(head)), "paragraph")[-3:] == list(BODY)


TAILS = [
    "[责任编辑:刘婷]\n\n新闻评论",
    "责任编辑:王艳\n相关新闻\n我县启动冬季消防检查\n县法院集中执行",
    "新闻推荐\n天文台近日宣布,在三颗恒星附近找到六颗行星,这些行星比地球略大,温度很高,...",
    "(记者王晓明)\n\n新闻推荐\n\n频道推荐\n  • 明日油价调整最新消息\n  • 24小时新闻排行榜",
    "来源:河东日报\n编辑:tf10\n相关阅读\n清河网版权与免责声明:\n一、凡本站中注明“来源:清河网”的文字、图片,版权均属清河网所有,转载时必须注明出处。",
    "编辑:王俏\n责编:刘福庆\n监审:王勍\n\n分类: 本地要闻\n清河新闻网",
    "一审:张敏 二审:李强 三审:王凯",
    "上一条:市工商局加强市场监管\n下一条:县供电公司开展志愿服务",
    "打印本页 关闭窗口\n版权所有:清河县公安局 地址:清河县人民路12号 电话:0319-1234567\n"
    "冀ICP备05012345号-1 冀公网安备 13053402000123号 网站标识码:1305340001\n技术支持:清河信息中心",
    "8421309",
    "哪里有卖便宜的二手集装箱",
    "点赞\n在看\n阅读原文\n长按识别二维码关注我们",
    "清 河 日 报 社 版 权 所 有 未 经 授 权 禁 止 复 制",
    "声明:本文仅代表作者个人观点,与本网无关。其原创性以及文中陈述内容未经本站证实,请读者自行核实相关内容。",
    "地图 地图 地图 地图",
    "宜都市| 屏山县| 泾川县| 建昌县| 光泽县| 彭山县| 来安县| 惠州市",
    "【纠错】 【责任编辑:张敏 】\n阅读下一篇:\n010160000000000000002216479385",
    "***",
    "我要评论(3)\n评论列表(网友评论仅供网友表达个人看法)",
    "声明:凡本网注明来源的作品,未经授权不得转载。\n新闻热线:0319-1234567  冀ICP备05012345号\n"
    "24小时热文  1 清河莲藕上市  2 夜市开街  3 我县新增两条公交线路",
    "一周排行 1 我县6个项目获省级资金 2 假期接待游客58.6万人次 3 公交17路今起改线",
    "上一篇:县水利局排查汛期隐患27处  下一篇:全县125个村完成换届",
    "相关阅读: · 调解员一天跑了4个村 · 全县新建警务室12个",
    "附件:清河县上半年平安建设情况表.xlsx\n扫一扫在手机打开当前页\n您是第 1283746 位访问者",
    "分享让更多人看到\n推荐阅读\n3.2万亩早稻开镰收割\n关于我们 | 广告服务 | 合作加盟 | 网站律师",
    "点个“在看”,让更多人看到!\n喜欢此内容的人还喜欢\n警情通报",
    "想了解更多本地资讯,请关注“清河发布”微信公众号。",
    "欢迎网友提供新闻线索,线索一经采用,酌付稿酬。热线:0319-1234567",
    "(本文来源于网络,如有侵权请联系删除。)",
    "特别声明:以上内容为自媒体平台用户上传并发布,本平台仅提供信息存储服务。\n"
    "Notice: the content above is uploaded and posted by a user of this platform, which only provides storage.",
    "上一篇 下一篇\n版面目录\n第01版:要闻\n第02版:时政\n5名考生遗失准考证 民警20分钟送达",
    "相关推荐\n男子骑车撞倒护栏 民警7分钟处置完毕\n清河晚报\n2022-09-08 11:02:13\n52跟贴",
    "您需要登录后才可以回帖 登录 | 注册\n本版积分规则\nGMT+8, 2022-9-9 10:12 , Processed in 0.062 second(s), 26 queries in all.",
    "#派出所# #平安清河#\n打开APP",
    "看更多新闻\n24小时抢救8命 消防员曝心声\n热门新闻\n1 中奖号码出炉 2张发票中千万",
    "标签:派出所 调解\n热门推荐:二手房价格走势 | 小龙虾多少钱一斤\n网友:3楼 写得真好",
    "成为清河传媒的月费订户,支持我们继续采访。订户每周收到一封通讯。\n月费订户 网址:qinghe.com/join/#plan",
    "点击:356次  【收藏】【打印】【关闭】\n建议使用1920*1080分辨率浏览",
]


@pytest.mark.parametrize("tail", TAILS)
def test_the_tail_is_no_part_of_the_body(tail):
    cleaned = page(article(tail=tail))
    assert blocks(cleaned, "paragraph", "heading", "caption", "abstract") == list(BODY)
    kept = "".join(blocks(cleaned, "editor", "byline", "dateline"))
    signed = [
        line
        for line in tail.replace("【纠错】 ", "").split("\n")
        if line.startswith(("责任编辑", "[责任", "【责任", "编辑", "责编", "监审", "一审", "(记者", "来源"))
    ]
    assert kept == "".join(signed)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(本报记者 王晓明 通讯员 赵立新)", "byline"),
        ("徐卫华", "byline"),
        ("文/图 王晓明", "byline"),
        ("通讯员供图", "byline"),
        ("责任编辑 张敏", "editor"),
        ("编辑丨张敏  审核丨李强", "editor"),
        ("编辑 张 敏  二审 李 强", "editor"),
        ("(融媒体中心 徐卫华)", "byline"),
        ("[初审编辑:张敏]", "editor"),
        ("来源:清河公安", "dateline"),
    ],
)
def test_who_signs_is_metadata(line, kind):
    assert blocks(page(article(tail=line)))[-1] == (kind, line)


def test_counters_and_tools_in_a_line_of_metadata_are_boilerplate_and_the_rest_is_not():
    cleaned = page(article("{title}\n2022-09-28 来源:河东日报 浏览:3204 字号:大 中 小"))
    assert dropped(cleaned) == ["浏览:3204", "字号:大 中 小"]
    assert blocks(cleaned, "dateline") == ["2022-09-28 来源:河东日报"]


def test_the_number_of_a_part_of_the_article_is_a_heading():
    cleaned = page(
        "渔港夜巡记\n2022-09-28\n今年以来,渔港的夜巡添了人手,群众睡得踏实,商户也放心多了。\n01\n添人手\n县局抽调民警26名驻港,夜夜巡到天明。"
    )
    assert ("heading", "01") in blocks(cleaned)
    assert dropped(cleaned) == []


def test_every_part_of_boilerplate_has_a_reason():
    cleaned = page(article("首页 > 新闻\n{title}\n浏览:32", "相关新闻\n我县启动冬季消防检查\n分享到:"))
    assert [part.reason for part in cleaned.boilerplate] == ["navigation", "counter", "related", "related", "share"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "“今晚我值班,放心睡吧!”",
        "夜色里,手电筒的光又亮了……",
        "平安,是送给父老最好的礼物!",
        "群众可关注“清河警方”微信公众号,点击“一键求助”找到民警,半年来收到求助310件。",
        "警方提醒:如遇诈骗请拨打举报电话110,或关注公安机关公众号,通过网站举报。",
        "民警引导群众扫码下载反诈客户端,点击开启预警功能,当日新增注册用户320人。",
        "该案系侵犯著作权案,涉案图书未经著作权人许可出版,查获盗版图书1.2万册,涉案金额230万元。",
        "今天是第三个中国人民警察节,全局86名民警放弃休息坚守岗位。",
        "分享经验时,所长介绍了3项做法。",
        "已有12家企业签订责任书。",
    ],
)
def test_a_paragraph_of_the_body_is_never_taken_for_furniture(paragraph):
    assert paragraph in blocks(page(article(tail=paragraph)), "paragraph")
    assert paragraph in blocks(page(article("{title}\n2022-09-28\n" + paragraph)), "paragraph", "heading")


@pytest.mark.parametrize(
    "heading",
    [
        "守土有责 筑牢防线",
        "■数字链接",
        "一、织密网格",
        "——打造“一门通办”新模式",
        "2 强力推动“两任”工作,深度参与社区治理",
        "记者手记",
        "相关链接",
        "民生",
        "点赞",
        "警务搬上微信",
        "家家装上反诈APP",
        "首页改版,办事少跑腿",
    ],
)
def test_headings_are_body(heading):
    text = "\n".join((TITLE, BODY[0], heading, BODY[1], BODY[2]))
    assert blocks(page(text)) == [
        ("title", TITLE),
        ("paragraph", BODY[0]),
        ("heading", heading),
        ("paragraph", BODY[1]),
        ("paragraph", BODY[2]),
    ]


@pytest.mark.parametrize(
    "piece",
    ["中心14个,主要路口、村口和独居老人的", "问:网格员都做些什么?", "为补上农村防范的短板,县财政拿出1680万元,建成县级监控中心1个、乡镇分"],
)
def test_pieces_of_torn_paragraphs_and_questions_are_no_headings(piece):
    text = "\n".join((TITLE, BODY[0], "二、织密网格", piece, "三、化解纠纷", BODY[1]))
    assert piece in blocks(page(text), "paragraph")


def test_the_title_is_the_line_that_the_page_repeats_and_not_the_spam_before_it():
    cleaned = page(article(f"怎么选海外仓便宜\n{TITLE}\n发布时间:2022-09-28\n全警上路 全时守护\n{{title}}"))
    assert cleaned.title == TITLE
    assert blocks(cleaned, "title") == [TITLE, TITLE]
    assert dropped(cleaned) == ["怎么选海外仓便宜"]
    assert blocks(cleaned, "heading") == ["全警上路 全时守护"]


def test_a_longer_line_right_above_the_title_is_its_shoulder():
    story = article("警力下沉、网格联动,云岭县把矛盾化解在家门口\n守好一条街\n")
    assert page(story.replace("守好一条街\n", "守好一条街\n\n　　")).title == "守好一条街"
    assert page(story.replace("家门口\n", "家门口\n\n")).title == "警力下沉、网格联动,云岭县把矛盾化解在家门口"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("云岭县推进城乡网格化服务", "守好一条街"),
        ("记者走访北山五村", "山里的夜校亮到九点半(乡村见闻·一线)"),
        ("石桥派出所 十年守着一条老街", "老街的灯"),
    ],
)
def test_a_title_stands_below_its_shoulder_apart_from_the_text(above, title):
    assert page(article(f"{above}\n{title}\n\n　　")).title == title.split("(")[0].split("（")[0]


@pytest.mark.parametrize("label", ["[视频]", "标题:", "title: "])
def test_a_label_is_no_part_of_the_title(label):
    assert page(article(f"{label}{{title}}\n2022-09-28")).title == TITLE


@pytest.mark.parametrize("column", ["（平安中国）", "（一线走访·社区里）", "（组图）", "(深一度观察)"])
def test_the_column_is_no_part_of_the_title(column):
    assert page(article(f"{{title}}{column}\n2022-09-28 10:11")).title == TITLE


@pytest.mark.parametrize("ending", ["（一）", "（2022年）", "（试行）"])
def test_other_brackets_are_a_part_of_the_title(ending):
    assert page(article(f"{{title}}{ending}\n2022-09-28 10:11")).title == TITLE + ending


def test_a_title_keeps_the_marks_of_its_page():
    assert page(article("柳林派出所：夜里的灯，（为谁）亮着？\n2022-09-28")).title == "柳林派出所：夜里的灯，（为谁）亮着？"


def test_a_kicker_stands_above_the_title_and_a_subtitle_belongs_to_it():
    cleaned = page(article("柳林派出所全警上路,用脚步丈量平安——\n把灯点亮在门前\n——柳林派出所夜巡侧记\n□ 本报记者 王晓明"))
    assert cleaned.title == "把灯点亮在门前——柳林派出所夜巡侧记"
    assert blocks(cleaned, "heading") == ["柳林派出所全警上路,用脚步丈量平安——"]
    assert blocks(cleaned, "byline") == ["□ 本报记者 王晓明"]


def test_the_name_of_the_site_is_no_part_of_the_title():
    assert page(article("{title}_清河新闻网")).title == TITLE


def test_a_page_that_begins_with_its_body_has_no_title_but_that_of_its_hints():
    assert page("本报讯(记者 王晓明)" + BODY[1]).title is None
    assert page("本报讯(记者 王晓明)" + BODY[1], title="夜巡 - 清河新闻网").title == "夜巡"


def test_hints_tell_what_the_page_does_not():
    cleaned = page("\n".join((TITLE, *BODY)), published="2022-09-28T08:30:00+08:00", source="河东日報", site="清河新闻网")
    assert (cleaned.published, cleaned.source, cleaned.site) == ("2022-09-28", "河东日报", "清河新闻网")


@pytest.mark.parametrize("line", ["《清河夜话》 (20230107)", "(《清河夜话》 20230107 19:00)", "《清河夜话》2023年1月7日"])
def test_a_programme_beside_its_date_is_the_source(line):
    found = page("\n".join((line, TITLE, *BODY)))
    assert (found.title, found.published, found.source) == (TITLE, "2023-01-07", "清河夜话")


def test_the_paper_of_the_reporter_comes_before_the_site_that_has_it():
    assert page("\n".join((TITLE, "清河网1月7日讯(清河晚报记者 王晓明)" + BODY[0], BODY[1]))).source == "清河晚报"
    assert page("\n".join((TITLE, "清河网1月7日讯(本报记者 王晓明)" + BODY[0], BODY[1]))).source == "清河网"


@pytest.mark.parametrize(
    ("signed", "source"),
    [
        ("本版采写/清河晚报记者 王晓明 摄影/清河晚报记者 赵立新", "清河晚报"),
        ("清河都市报首席记者 王晓明 文/图", "清河都市报"),
        ("清河晚报记者 王晓明 柳林日报记者 赵立新", None),
        ("本报记者 王晓明", None),
    ],
)
def test_the_paper_that_those_who_signed_write_for_is_the_source_where_it_is_one(signed, source):
    assert page("\n".join((TITLE, *BODY, signed))).source == source


def test_a_reporter_of_a_paper_beside_the_date_names_the_source():
    found = page(article("{title}\n\n清新聞記者　2022-01-18 20:14:05\n"))
    assert (found.source, found.published) == ("清新闻", "2022-01-18")


def test_dates_of_the_body_are_not_the_date_of_publication():
    assert (
        page("\n".join((TITLE, "2022年9月3日,派出所接到报警。", *BODY, "时间:2022年10月2日", "截至2022年10月1日,破案9起。"))).published
        is None
    )


def test_a_date_that_stands_alone_below_the_body_is_that_of_the_page():
    assert page("\n".join((TITLE, *BODY, "清河县公安局", "2022年10月1日"))).published == "2022-10-01"
    assert page("\n".join((TITLE, "2022-09-28", *BODY, "相关新闻", "2022年10月1日"))).published == "2022-09-28"


def test_what_an_e_paper_leaves_below_its_text_names_paper_and_day():
    found = page(article(tail="--> 2019-08-09 2 2 清河晚报 content_129981.html 1 3 后记 /enpproperty-->"))
    assert (found.published, found.source, [part.reason for part in found.boilerplate]) == ("2019-08-09", "清河晚报", ["navigation"])


def test_the_list_of_an_e_papers_page_is_not_the_article():
    listed = f"少女捡牙刷 家长虚惊\n{TITLE}\n黑作坊停水整改"
    head = f"第A03版:社会\n3上一版  下一版4\n{listed}\n3上一篇  下一篇4 2013年8月28日 放大 缩小 默认\n{{title}}\nN本报记者 王晓明"
    found = page(article(head))
    assert (found.title, found.published) == (TITLE, "2013-08-28")
    assert blocks(found, "heading") == []
    assert blocks(found, "paragraph") == list(BODY)


def test_authors_within_a_paragraph_are_blocks_of_their_own():
    cleaned = page("\n".join((TITLE, "清河日报讯(记者 王晓明)" + BODY[0], BODY[1] + "(记者 王晓明 赵立新)")))
    assert blocks(cleaned, "byline") == ["清河日报讯(记者 王晓明)", "(记者 王晓明 赵立新)"]
    assert blocks(cleaned, "paragraph") == [BODY[0], BODY[1]]
    assert cleaned.source == "清河日报"


@pytest.mark.parametrize("button", ["我要评论", "阅读原文", "返回顶部"])
def test_a_button_glued_to_the_last_paragraph_is_boilerplate(button):
    cleaned = page("\n".join((TITLE, *BODY[:2], f"{BODY[2]} {button}")))
    assert dropped(cleaned) == [button]
    assert blocks(cleaned, "paragraph") == list(BODY)


def test_words_behind_the_last_sentence_that_are_no_button_stay():
    cleaned = page("\n".join((TITLE, *BODY[:2], f"{BODY[2]} 平安清河")))
    assert dropped(cleaned) == []


def test_abstract_and_captions_are_told_from_paragraphs():
    text = "\n".join(
        (
            TITLE,
            "[摘要]" + BODY[0][:40] + "...",
            *BODY,
            "图为民警走访商铺。",
            "民警在夜市巡逻。",
            "本报记者 王晓明 摄",
            BODY[1][:30] + "完成。",
        )
    )
    cleaned = page(text)
    assert blocks(cleaned, "abstract") == ["[摘要]" + BODY[0][:40] + "..."]
    assert blocks(cleaned, "caption") == ["图为民警走访商铺。", "民警在夜市巡逻。"]


def test_a_body_that_the_page_repeats_counts_once():
    cleaned = page("\n".join((TITLE, *BODY, *BODY)))
    assert blocks(cleaned, "paragraph").count(BODY[1]) == 1
    assert [part.reason for part in cleaned.boilerplate] == ["repeated", "repeated"]


def test_navigation_before_and_a_list_of_articles_in_the_middle_of_the_head_do_not_hide_the_body():
    cleaned = page(article("首页\n新闻\n热点推荐\n我县启动冬季消防检查\n{title}\n2022-09-28"))
    assert cleaned.title == TITLE
    assert blocks(cleaned, "paragraph") == list(BODY)


def test_a_page_without_sentences_is_still_a_page():
    cleaned = page("停水公告\n柳林小区\n9月8日")
    assert cleaned.title == "停水公告"
    assert cleaned.text.text == "停水公告\n柳林小区\n9月8日"


def test_furniture_within_the_body_is_none_of_it():
    inside = ("点击播放视频", "下滑查看更多 ↓", "左右滑动查看更多图片", "(点击查看大图)", "广告")
    cleaned = page("\n".join((TITLE, BODY[0], *inside, BODY[1], "———————", BODY[2])))
    assert dropped(cleaned) == list(inside)
    assert blocks(cleaned, "paragraph") == [BODY[0], BODY[1], "———————", BODY[2]]


def test_a_subtitle_that_says_whom_it_is_about_is_no_byline_and_no_title():
    assert page(article("草原深处\n——记清河县公安局柳林派出所\n2022-09-28")).title == "草原深处——记清河县公安局柳林派出所"
    assert page(article("——清河县公安局夜间巡逻侧记\n山高路远处 见警心自安\n本报记者 王晓明")).title == "山高路远处 见警心自安"


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("清河晚报 平安周刊 第六版\n{title}\n本报记者 王晓明", "清河晚报"),
        ("{title}\n2022-09-28 来源:网络整理", None),
        ("{title}\n2022-09-28 来源:澎湃新闻·澎湃号·政务", "澎湃新闻"),
        ("{title}\n2022-09-28 08:12 | 来源:清河网-河东频道", "清河网"),
    ],
)
def test_the_source_is_a_medium(head, source):
    assert page(article(head)).source == source


def test_a_paper_is_the_source_of_what_its_own_site_carries():
    assert page(article("{title}\n2022/07/26 15:42", "更多清河新闻\n◆夜市開街\n© 2018 清河日报 版权所有 不得转载")).source == "清河日报"


def test_what_is_not_the_article_within_its_lines_of_metadata():
    found = page(article("{title}\n2022-09-28 责任编辑:姜楠 [大] [中] [小] [打印]", "编辑 方晓蕾 校对 安文 热线 0319-2252000"))
    assert dropped(found) == ["[大] [中] [小] [打印]", "热线 0319-2252000"]
    assert dropped(page("\n".join((TITLE, BODY[0], "(下转第七版)", BODY[1], BODY[2])))) == ["(下转第七版)"]
    assert dropped(page(article("{title}\n2022-09-28\n摘要: 点击上方蓝字关注我们,获取更多精彩内容"))) == [
        "摘要: 点击上方蓝字关注我们,获取更多精彩内容"
    ]


def test_the_name_of_the_medium_above_the_title_is_not_the_title():
    assert page(article("清河县融媒体中心\n{title}\n2022-09-28\n语音播报 00:00 / 03:26")).title == TITLE
    assert page(article("清河网 > 新闻中心 > 镇街 > 柳林\n怎样看住“钱袋子”\n2022-09-28 来源:清河日报")).title == "怎样看住“钱袋子”"


def test_an_empty_text_gives_an_empty_page():
    cleaned = page("")
    assert (cleaned.text.text, cleaned.blocks, cleaned.boilerplate, cleaned.title) == ("", (), (), None)


def test_a_title_may_end_in_a_quoted_term():
    title = "三十部电梯上了楼,柳林社区四百多户人家从此告别了“爬楼难”"
    assert page("\n".join((title, "2024-05-06 10:20", *BODY))).title == title


def test_the_first_heading_of_a_report_is_not_its_title():
    text = "\n".join(("清河县矛盾纠纷化解情况周通报", "一、夜间巡逻和矛盾纠纷化解情况", *BODY))
    assert page(text).title == "清河县矛盾纠纷化解情况周通报"


def test_the_lines_of_a_bulletin_are_not_its_title():
    title = "【关注】一季度平安“成绩单”出炉!这些数据与你有关"
    text = "\n".join((title, "平安清河 2025-04-11 18:30 江苏", "01 / 警情再降", "接报警情1026起", "同比 ↓ 14.7%", *BODY))
    assert page(text).title == title


def test_an_advertisement_in_the_head_is_none_of_the_article():
    assert "广告:清河海鲜直销 电话0660-8812345" in dropped(page(article("{title}\n2022-09-28 清河网\n广告:清河海鲜直销 电话0660-8812345")))


def test_a_medium_in_brackets_behind_the_body_is_the_source():
    cleaned = page(article(tail="(清河日报)"))
    assert cleaned.source == "清河日报"
    assert cleaned.boilerplate == ()


def test_the_name_of_a_file_is_no_part_of_the_article():
    cleaned = page("\n".join(("标题:巡逻", BODY[0], "9f86d081884c7d659a2feaa0c55ad015.jpg", *BODY[1:])))
    assert [part.reason for part in cleaned.boilerplate] == ["address"]
