"""Numbers that put things in order: list numbers, grades, anniversaries."""

from __future__ import annotations

from transforms.facts.nonfacts.wording import END, NONE, RUNS, SMALL, after, ahead, behind
from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.patterns import seldom

_OPENING = seldom(r"[。;；:：,，—\s]")
_ITEM = seldom(r"[、.．)）](?!\d)| +\S|\s*$")
_BEHIND_COUNTER = frozenset(",，、:：是")
_ITEM_BRACKET = seldom(r"(?:^|[\s。;；,，])[(（]$")
_GRADE = seldom(
    r"等(?:功|奖|以上|舱)|年级|期(?:工程|项目|建[设成]|改造|投[用入运]|试点|[”’]?$)|号工程|[审审]$|级(?!地震)"
    r"|届[一-鿿]{0,4}(?:人大|人民代表|党代|政协|委员会|常委|[一二三四五六七八九]中全会|代表大会)"
)


@rule(
    "〔一是〕强化巡防。",
    "〔二是〕压实责任。",
    "〔三是〕做优服务。",
    "〔二要〕守住底线。",
    units=NONE,
    numerals="characters",
    signs=after("是则来要"),
)
def item_of_speech(site: Site) -> str | None:
    """The counter of an enumeration in running text (一是 … 二是)."""
    if site.numeral not in SMALL or site.after[:1] not in {"是", "则", "来", "要"}:
        return None
    return "ordinal" if site.line_start or _OPENING.match(site.before[-1:]) else None


@rule("〔1〕 强力推动警务改革", "〔二〕、压实责任", "〔3〕.完善机制", signs=behind(" \n、.．)）") | END | after(")）"))
def list_number(site: Site) -> str | None:
    """The number of a heading or list item, at the start of its line."""
    if (
        site.line_start
        and site.text[site.hit.numeral_end : site.hit.numeral_end + 1] in {" ", "\n"}
        and len(site.numeral) <= 2
        and site.numeral.isascii()
    ):
        return "ordinal"
    if site.line_start and site.hit.unit is None and _ITEM.match(site.text[site.hit.numeral_end : site.hit.numeral_end + 2]):
        return "ordinal"
    return "ordinal" if site.after[:1] in {")", "）"} and _ITEM_BRACKET.search(site.before) else None


@rule("荣立个人〔三等〕功。", "立案〔2级〕响应。", "小学〔三年级〕学生。", "县〔八届〕人大常委会审议通过。", signs=behind("等年期号审级届"))
def grade(site: Site) -> str | None:
    """Grades, classes and stages of things: 三等功, 二级平台, 一期工程, 三年级, 八届人大."""
    tail = site.text[site.hit.numeral_end : site.hit.numeral_end + 3]
    return "ordinal" if len(site.numeral) <= 2 and _GRADE.match(tail) and not site.before.endswith(("震", "里氏")) else None


@rule("这是今年破获的第〔11〕起案件。", "第〔三〕天便结案。", "第〔四次〕上门劝导。", "其〔二〕,定期回访。", signs=ahead("其第 "))
def ordinal(site: Site) -> str | None:
    """第N, unless it ranks something: then the frame of ranks takes it; the counter of an enumeration (其一, 其二)."""
    counter = site.before.endswith("其") and site.numeral in SMALL and site.after[:1] in _BEHIND_COUNTER
    return "ordinal" if counter or site.before.rstrip().endswith("第") else None


@rule("纪念建局〔60周年〕。", "建党〔100周年〕安保。", "成立〔十周年〕之际。", units=RUNS)
def anniversary(site: Site) -> str | None:
    """An anniversary counts nothing that happened."""
    return "ordinal" if site.text[site.hit.numeral_end : site.hit.end] == "周年" else None
