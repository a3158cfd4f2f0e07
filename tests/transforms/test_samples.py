"""What a reader sees on each sample article: which line is what, in which encoding and script, from where and when."""

from pathlib import Path
from typing import NamedTuple

import pytest

from transforms.cleaning import clean
from transforms.reading import read
from transforms.records import Document, Origin, Reject

FOLDER = Path(__file__).parents[2] / "seeds" / "articles"
LETTERS = {"title": "T", "dateline": "D", "byline": "B", "editor": "E", "abstract": "A", "heading": "H", "paragraph": "P", "caption": "C"}


class Sample(NamedTuple):
    """A file and what is right about it; `blocks` has a letter for each block, `dropped` the reasons of the boilerplate, both in order."""

    file: str
    encoding: str
    script: str
    title: str
    published: str | None
    source: str | None
    site: str | None
    blocks: str
    dropped: list[str]


SAMPLES = [
    Sample(
        "chiayi.txt",
        "utf-8",
        "Hant",
        "嘉义县警“护老专车”上路半年 诈骗财损减两成",
        "2025-01-14",
        "嘉南新闻网",
        "嘉南新闻网",
        "TDBPPPPP",
        ["navigation", "related", "related", "legal"],
    ),
    Sample("dehua.txt", "utf-8", "Hant", "瓷都夜话进网格 千窑安稳万家宁", "2020-11-24", "闽中日报", None, "TDDPPPPPPPBE", []),
    Sample("hongkong.txt", "big5hkscs", "Hant", "港岛东电话骗案回落 长者被骗款额仍逾亿", "2021-08-03", "维港时报", None, "TDBPPPPPB", []),
    Sample("jianshi.txt", "utf-8", "Hant", "建始:老茶馆里的新调解", None, None, None, "TPPHPPHPPHP", []),
    Sample(
        "langzhong.txt", "gb18030", "Hans", "古城檐下的“红灯笼”:阆中旅游警务五年记", "2018-09-17", "嘉陵江日报", None, "TDEPPHPPHPPPB", []
    ),
    Sample(
        "longyou.html",
        "utf-8",
        "Hans",
        "龙游:一张“红木码”管住一屋子风险",
        "2025-05-20",
        "衢江日报",
        "衢江在线",
        "TDPPHPPHPPPBE",
        ["counter"],
    ),
    Sample("ningcheng.txt", "utf-8", "Hans", "草原上的“流动派出所”", "2015-07-30", "宁城县公安局", None, "TDBPPPPP", []),
    Sample(
        "pingyao.htm",
        "gb18030",
        "Hans",
        "平遥城墙下来了“板车巡逻队”",
        "2013-11-21",
        "晋中法治网",
        "晋中法治网",
        "TDBPPPPPE",
        ["navigation", "counter", "share", "legal"],
    ),
    Sample("qitai.txt.gz", "utf-8", "Hans", "奇台:戈壁公路上的“蓝马甲”", "2023-10-19", "天山北坡网", None, "TDBPPPPPP", []),
    Sample(
        "siyang_2022.txt",
        "utf-8",
        "Hans",
        "运河边的“早班车”：泗阳公安把平安送到家门口",
        "2023-01-12",
        "运河晚报",
        None,
        "TDPPPHPPHPHPPPBE",
        [],
    ),
    Sample(
        "siyang_2023.txt",
        "utf-8",
        "Hans",
        "泗阳:一盏警灯照亮运河夜",
        "2024-01-16",
        "江淮法治报",
        None,
        "TDDPPPPPPPBE",
        ["unrelated", "counter"],
    ),
    Sample(
        "siyang_2023_reprint.txt",
        "utf-8",
        "Hans",
        "夜宵摊旁的警灯:泗阳刑事警情降至近5年最低",
        "2024-01-17",
        "江淮法治报",
        "淮上新闻网",
        "TDPPPPPBE",
        ["navigation", "counter", "share", "share", "related", "related", "related", "legal"],
    ),
    Sample(
        "siyang_questions.txt",
        "utf-8",
        "Hans",
        "怎样让“平安泗阳”可感可知？——泗阳县委政法委负责人答记者问",
        "2024-02-06",
        "运河晚报",
        None,
        "TTDBDPPPPPPPPPE",
        [],
    ),
    Sample("yanggu.txt", "utf-8", "Hans", "打虎地,今朝平安更硬气", None, None, None, "HTBHPPHPPHPHPPCBHPPP", []),
    Sample("yimen.txt", "utf-16-le", "Hans", "易门“平安铃”一响 左邻右舍都到场", "2016-12-05", "易门县公安局", None, "TDBPPPPPB", []),
    Sample(
        "zhijin.txt",
        "utf-8",
        "Hans",
        "织金:“院坝警务”走进千家万户",
        None,
        None,
        "乌江源网",
        "TAPHPPPHPPPE",
        ["navigation", "comment", "comment", "navigation", "legal", "legal", "legal", "navigation", "legal"],
    ),
]


def result(file):
    (found,) = read(Origin(file, "0" * 64), (FOLDER / file).read_bytes())
    return found


def page(file):
    return clean(result(file))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_a_sample_is_read_and_cleaned_as_a_reader_would(sample):
    found = page(sample.file)
    kinds = "".join(LETTERS[block.kind] for block in found.blocks)
    reasons = [part.reason for part in found.boilerplate]
    told = (found.document.encoding, found.script, found.title, found.published, found.source, found.site, kinds, reasons)
    assert Sample(sample.file, *told) == sample


def test_every_sample_has_its_line_in_the_table_and_its_expectation():
    files = {path.name for path in FOLDER.iterdir()} - {"README.md"}
    table = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert files == {sample.file for sample in SAMPLES} | {"broken.txt.gz"}
    assert all(f"`{file}`" in table for file in files)


def test_the_damaged_sample_is_rejected():
    reject = result("broken.txt.gz")
    assert isinstance(reject, Reject)
    assert reject.code == "truncated"


@pytest.mark.parametrize(
    ("file", "clean_text", "raw_text"),
    [
        ("yanggu.txt", "追回被盗电瓶268块", "追回被盗电\n\n瓶268块"),
        ("yanggu.txt", "由15天缩短到6天", "由\n\n15天缩短到6天"),
        ("longyou.html", "1,386家红木作坊", "1,&#51;86家红木作坊"),
        ("longyou.html", "发生作坊火灾14起", "发生作坊火灾<b>14</b>起"),
        ("hongkong.txt", "罪案1,846宗", "罪案1,846宗"),
        ("dehua.txt", "参加群众3.9万人次", "參加羣眾3.9萬人次"),
        ("chiayi.txt", "随着行动派出所开进178个社区", "隨著行動派出所開進178個社區"),
        ("jianshi.txt", "建始县公安局", "建始縣(xiàn)公安局"),
        ("jianshi.txt", "就是当地百姓口中的“", "就是當?shù)匕傩湛谥械摹叭?握{"),
        ("langzhong.txt", "民警王䶮接警", "民警王䶮接警"),
        ("ningcheng.txt", "流动派出所\ufffd行程4.6万公里", "流动派出所\ufffd行程4.6万公里"),
        ("yimen.txt", "3260组", "3260组"),
    ],
)
def test_a_fact_of_a_sample_is_cited_from_its_raw_text(file, clean_text, raw_text):
    found = page(file)
    at = found.text.text.index(clean_text)
    assert found.cite(at, at + len(clean_text))[2] == raw_text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.file)
def test_no_number_of_a_sample_is_lost(sample):
    """Each digit that the reader of a page sees is in the clean text or in the boilerplate."""
    document = result(sample.file)
    assert isinstance(document, Document)
    found = clean(document)
    dropped = "".join(document.raw[part.start : part.end] for part in found.boilerplate)
    seen = sum(character.isdecimal() for character in document.visible.text)
    assert sum(character.isdecimal() for character in found.text.text) + sum(map(str.isdecimal, dropped)) >= seen
