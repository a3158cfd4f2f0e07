import pytest

from tests.transforms.cleaning.pages import BODY, TITLE, blocks, page
from transforms.cleaning.torn import continues, wrap_width


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("该局坚持“层层过滤风险、圈层防范风", "险”的原则,统筹防控。"),
        ("“善作善成”推动联防联控。以村(社区)", "警务室为中心,发动群众。"),
        ("该机制由派出所牵头,联合信访办、司法所、综治办、人民", "调解委员会四家单位共同运转。"),
        ("民警走访商铺、", "工地和学校。"),
        ("群众携带有关证件前来自助办理驾驶证申领、换证、体检和交通违法处理业务,方便快捷,节约时间,共", "办理车驾管业务5635件。"),
        ("全局上下统筹圈层防控体系建设和治安防", "范宣传,把工作做在前面。"),
    ],
)
def test_a_line_torn_in_mid_sentence_goes_on(before, after):
    assert continues(before, after, None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("整改隐患12处。", "派出所还走访了学校。"),
        ("居民说:“踏实多了。”", "派出所还走访了学校。"),
        ("守土有责 筑牢防线", "今年以来,派出所接警1280起。"),
        ("坚持人民至上,构建治理新格局", "柳林派出所创新机制,走访商铺46家。"),
        ("——打造“一门通办”新模式,服务到家", "该局将高频事项纳入窗口办理。"),
        ("其做法如下:", "首先,做强综合指挥室。"),
        ("精力在基层、时间在基层,切实解决烦心事,发挥了民辅警进“两委”后", "——建立会商制度"),
        ("民警把警灯亮在街头,把服务送到门口,把矛盾化解在萌芽,依托分局指挥调", "一、织密网格"),
        ("走访商铺46家,整改隐患12处;", "二是强化宣传。"),
    ],
)
def test_what_ends_or_heads_does_not_go_on(before, after):
    assert not continues(before, after, None)


def test_torn_columns_become_one_paragraph_cited_across_the_gap():
    raw = "\n".join((TITLE, BODY[0], "派出所坚持“层层过滤风险、圈层防范风", "", "", "险”的原则,走访商铺46家,化解纠纷9起。", BODY[1]))
    cleaned = page(raw)
    joined = "派出所坚持“层层过滤风险、圈层防范风险”的原则,走访商铺46家,化解纠纷9起。"
    assert blocks(cleaned, "paragraph")[1] == joined
    at = cleaned.text.text.index("风险”的原则")
    assert cleaned.cite(at, at + 2)[2] == "风\n\n\n险"


def test_nothing_is_joined_across_a_heading_or_a_caption():
    raw = "\n".join((TITLE, BODY[0], "民警走访群众,切实解决烦心事,发挥了", "2 强力推动“两任”工作", "作用,化解纠纷9起。", BODY[1]))
    assert blocks(page(raw), "paragraph", "heading")[1:4] == [
        "民警走访群众,切实解决烦心事,发挥了",
        "2 强力推动“两任”工作",
        "作用,化解纠纷9起。",
    ]
    raw = "\n".join((TITLE, BODY[0], "民警走访群众,切实解决烦心事,发挥了", "图为民警走访群众", "作用,化解纠纷9起。", BODY[1]))
    assert "作用,化解纠纷9起。" in blocks(page(raw), "paragraph")


def test_hard_wrapped_text_is_one_paragraph_again():
    text = BODY[0] + BODY[1][:-1] + ",辖区治安环境持续向好,群众安全感不断提升,派出所连续三年获评先进集体,所长多次登台介绍经验。"
    wrapped = [text[i : i + 20] for i in range(0, len(text), 20)]
    assert wrap_width([len(line) for line in wrapped]) == 20
    assert "".join(blocks(page("\n".join((TITLE, *wrapped))), "paragraph")[:1]).startswith(BODY[0][:40])


def test_lines_of_many_lengths_are_not_hard_wrapped():
    assert wrap_width([12, 80, 45, 33, 60, 120, 18]) is None
    assert wrap_width([]) is None
