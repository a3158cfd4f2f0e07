"""Numbers that draw a line rather than count: what a rate is per, limits of rules and classes, grades of speed."""

from __future__ import annotations

from transforms.facts.nonfacts.wording import PER_MEASURE, after, ahead
from transforms.facts.rules import MONEY, rule
from transforms.facts.sites import Site
from transforms.patterns import seldom

_WHOEVER = seldom(r"凡(?:是)?[^。;；!！]{0,30}$")
_LIMITED = seldom(r"(?!的?(?:群众|居民|民警|时间|人|罚款))的?[一-鿿]{2}|的\d|\d+[起件宗名人](?!次)")
_TERM = seldom("年(?:以[上下])?有期徒刑以[上下]|年以[上下]有期徒刑")  # how grave offences are that are counted by it
_JUDGED = seldom(r"判处?[^,，。;；]{0,6}$")  # 判处十年以上有期徒刑: a sentence that was passed
_PASSED = seldom(r"(?:有期)?徒刑(?![\d一二两三四五六七八九十百]+余?[人名])")
_FINE = seldom("的?罚[款金]")  # between what limits a law sets a fine
_CONDITION = seldom(r"的,?(?:一律|均|都(?:要|应|须|得)|必须|应当?|可以?|不得|予以|要)")
_CIRCLE = seldom(r"[”’]?(?:[出到处接]警|便民|反应|响应|处置|生活|服务|救援|办事|巡防|执法|社区|公共|法律|养老|调解|治理){1,3}圈")
_MINUTES_IN_A_ROW = seldom(
    r"\d{1,2}分钟[^,，。、;；\d]{0,6}(?:、[^,，。、;；\d]{0,4}\d{1,2}分钟[^,，。、;；\d]{0,6})+(?:机制|圈|模式|体系)"
    r"|(?<=“)\d{1,2}分钟[^”,，。]{2,5}(?:、\d{1,2}分钟[^”,，。]{2,5})+(?=”)|\d{1,2}(?:分钟)?、\d{1,2}(?:分钟)?(?:、\d{1,2})?分钟"
)
_EDGES = ("以上", "以下", "以内")
_CLAUSES = 36
_ROW = 30


@rule(
    "每〔10〕万人命案发案率最低。",
    "每〔百〕户配一名管家。",
    "酒精含量为86毫克/〔100毫升〕。",
    "酒精含量为123mg/〔100ml〕。",
    units=frozenset({None, "count", "km2", "L"}),
    signs=ahead("每/"),
)
def denominator(site: Site) -> str | None:
    """What a rate is per: 每10万人, 每百户, 毫克/100毫升."""
    per = site.before.endswith("每") and (site.hit.value > 1 or site.numeral in {"百", "千", "万"})
    return "name" if per or (site.before.endswith("/") and PER_MEASURE.search(site.before)) else None


@rule("〔低于80分〕的一律退回重办。", "欠费〔超过3个月〕的应当提醒。", "逾期〔5天以上〕的要通报。", signs=after("的"))
def condition(site: Site) -> str | None:
    """A limit that a rule sets (低于80分的一律退回)."""
    limit = site.hit.bound in {"over", "under"} and site.hit.unit not in {"percent", "percentage_point", "ratio", None}
    return "name" if limit and _CONDITION.match(site.after) else None


@rule(
    "破获〔5〕万元以上大案12起。",
    "走访〔30〕人以上企业46家。",
    "积压〔3〕年以上的案件逐一清理。",
    "其中〔20年以上〕4起。",
    "违者处〔五百元以下〕罚款。",
)
def threshold(site: Site) -> str | None:
    """A limit that narrows down what is counted (5万元以上大案, 30人以上企业)."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    if not own.endswith(_EDGES) and not site.text.startswith("年", site.hit.numeral_end):
        return None  # as most
    limit = own.endswith(_EDGES) and site.hit.unit not in {"percent", "percentage_point", "ratio", None}
    limited = limit and (_LIMITED.match(site.after) or (site.hit.unit in MONEY and _FINE.match(site.after)))
    told = limited or _TERM.match(site.text, site.hit.numeral_end)
    return None if not told or (_JUDGED.search(site.before) and _PASSED.match(site.after)) else "name"


@rule(
    "健全1、3、〔5分钟〕快速反应圈。",
    "落实1、〔3〕、5分钟处置机制。",
    "打造〔3〕、5、10分钟出警圈。",
    "形成“〔10分钟〕”便民服务圈。",
    "建立〔2分钟〕响应、5分钟到场的联动机制。",
)
def tiers(site: Site) -> str | None:
    """Grades of speed in a row (1、3、5分钟) and circles of minutes (5分钟出警圈) name a mechanism."""
    if "圈" in site.after and _CIRCLE.match(site.after):
        return "name"
    start, end = max(0, site.hit.start - _ROW), site.hit.end + _ROW
    if site.text.find("分钟", start, end) < 0:
        return None  # as most
    rows = _MINUTES_IN_A_ROW.finditer(site.text[start:end])
    return "name" if any(row.start() + start <= site.hit.start < row.end() + start for row in rows) else None


@rule("凡是一个月内诉求达到〔三件〕的,就要会商。", "凡欠薪〔三万元〕的一律督办。", "凡是〔两次〕未到的,都要约谈。")
def whoever(site: Site) -> str | None:
    """What a rule asks of whoever it is for (凡是一个月内达到三件的,就要会商)."""
    start = max(0, site.hit.start - _CLAUSES)
    return "idiom" if site.text.find("凡", start, site.hit.start) >= 0 and _WHOEVER.search(site.text, start, site.hit.start) else None
