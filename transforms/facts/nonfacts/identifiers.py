"""Numbers that only identify: telephone numbers, accounts, road and house numbers, versions."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters

from transforms.facts.nonfacts.wording import DIFFERENCE, NONE, PER_MEASURE, SCORED, after, ahead, behind
from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.lexicon import table
from transforms.patterns import seldom

_SQUAD_OF = seldom(r"(?:[大中支]队|战斗|消防站|救援站|特勤)$")
_FORCE = seldom(r"(?:总队|[支大]队|(?<!全)局|公安厅)$")
_FORCE_BY_NUMBER = seldom("[支大中]队(?![伍列])")
_MODEL = seldom(r"式(?:[一-鿿]{0,3}[枪炮弹雷]|警用)")
_FLOORS = frozenset("层楼")
_FLOOR = seldom(r"[层楼](?![栋房宇长道盘梯干层]|顶(?!层))")
_UP_TO = seldom(r"(?:爬[到上]?|[在到上住从至]|(?<![建筑层])楼|大厦|公寓)$")
_CALLED = seldom(r"(?:热线|电话|专线|拨打|致电|号码)(?:是|为|号|:)?$")
_LETTER = re.compile(r"[A-Za-z]")
_LETTERED = seldom(r"[A-Za-z](?:[-·]?|[/*×]{1,4}|\d{0,3}[*×＊]{1,4}|\d+\+)$")
_JOINING = frozenset(ascii_letters + "-·/*×＊+")
_GROUP = seldom(r"[组社](?!织|建|成|区|会|长|员)")
_GROUPS = frozenset("组社")
_VILLAGE = seldom(r"(?:村|村委会|社区|屯|组和|组、)$")
_NUMBERED = re.compile(r"码(?!头|洋)|号(?!召|称|令|角|手|人)|號|弄(?!场)|栋(?!楼)|室(?!一|内|外)")
_ROAD_BEHIND = seldom(r"(?:国|省|县)道")
_ROAD = re.compile(r"(?:[国國省县縣]道|[东東西]经|[东東西]經|[南北][纬緯])")
_ON_ROAD = seldom(r"(?:段|线|道|高速|公路|方向|[A-Z])$")
_WORD_OF_LETTERS = seldom(r"[A-Za-z]{2,}$")
_HOUSES = frozenset("栋幢座单")
_HOUSE = seldom(r"(?:栋|幢|座)(?:[\d一二三四五六七八九十]+(?:单元|号|层|室))|单元(?!楼|格)")
_NOUN = seldom(
    r"[余多]?[一-鿿]{2}|[死伤亡](?![者于刑缓神])|[男女](?![性子孩生童工士警])|(?:起|大)[一-鿿]|[镇乡村县区市街校站所队国省企馆园院寨屯]"
)


_SPOKEN = str.maketrans("〇○零一二三四五六七八九", "000123456789")


@cache
def _hotlines() -> frozenset[str]:
    return frozenset(row["number"] for row in table("hotlines"))


@rule("市民可拨打〔96110〕咨询。", "全市〔110〕接报警情下降。", "按下〔12345〕热线反映。", "他拨了〔一一〇〕报警。", units=NONE)
def hotline(site: Site) -> str | None:
    """A service number (110, 12345, 96110) is an identifier, with a digit lost too (?10接警)."""
    if site.hit.unit is None and site.numeral.isascii() and len(site.numeral) < 7 and _CALLED.search(site.before):
        return "identifier"
    if site.before.endswith(("?", "□")) and site.numeral == "10" and re.match(r"[接报出处指]", site.after):
        return "identifier"
    return "identifier" if site.numeral.translate(_SPOKEN) in _hotlines() else None


@rule(
    "复议与诉讼之比由〔0.8〕:1变为1.9:1。",
    "男女比例为1.2:〔1〕。",
    "网格员与住户是〔1〕对60。",
    units=frozenset({None, "count"}),
    signs=ahead(":∶：对") | behind(":∶：对"),
)
def ratio(site: Site) -> str | None:
    """Either side of a ratio (之比为0.8:1, 1对60), which neither counts nor measures alone."""
    text, start, end = site.text, site.hit.numeral_start, site.hit.numeral_end
    if _ONE_TO.match(text, end) or _TO_MANY.search(text, max(0, start - 3), start):
        return "name"
    side = text[end : end + 1] in _COLONS or text[start - 1 : start] in _COLONS
    return "name" if side and _PROPORTION.search(text, max(0, start - 24), start) else None


_COLONS = frozenset(":∶：")
_PROPORTION = seldom("(?:之比|比例|配比|比值)[^,，。;；]{0,18}$")
_ONE_TO, _TO_MANY = seldom(r"(?<=[^\d]1)对\d"), seldom(r"(?<!\d)1对$")


@rule("值班电话〔65224567〕。", "手机号〔13800001234〕已停用。", "账号〔6222020200112233〕被冻结。", units=NONE, numerals="figures")
def long_number(site: Site) -> str | None:
    """Seven digits or more without a unit, or digits after a leading zero, are an identifier."""
    plain = site.numeral.isascii() and site.numeral.isdigit()
    if site.line_start and len(site.numeral) == 2 and site.text.startswith("\n", site.hit.numeral_end):  # 01 over a part of the article
        return None
    return "identifier" if plain and (len(site.numeral) >= 7 or (len(site.numeral) > 1 and site.numeral[0] == "0")) else None


@rule(
    "登记在冀A〔12345〕名下。",
    "沿G〔15〕高速追赶。",
    "撞上皖K*〔218〕的小客车。",
    "行至K91+〔300〕处侧翻。",
    "车牌号为冀F6×××〔8〕的轿车。",
    "全面推广〔5〕G执法终端。",
)
def lettered(site: Site) -> str | None:
    """A number written together with Latin letters is part of a name or identifier, unless it counts what they name (手机APP175部)."""
    if site.hit.unit is None and _LETTER.match(site.after):
        return "identifier"
    if site.before[-1:] not in _JOINING or (site.hit.unit == "count" and _WORD_OF_LETTERS.search(site.before)):
        return None
    if PER_MEASURE.search(site.before):
        return None
    return "identifier" if _LETTERED.search(site.before) else None


@rule(
    "沿国道〔105〕行驶。",
    "震中位于北纬〔31.2〕度。",
    "住在〔3〕号楼。",
    "车停在高速〔1982公里〕处。",
    "侧翻在省道〔76公里〕+200米。",
    "追尾发生在高速38公里+〔600米〕处。",
    "家住〔6〕栋2单元。",
    "印发〔15〕号文件。",
    "现场提取〔42〕码的鞋印。",
    "驻守〔3〕号卡点。",
    signs=ahead("道經经纬緯〔[﹝台臺+＋ ") | behind("组社栋幢座单") | after("线線国省县+＋ 处码号號弄栋室"),
)
def numbered(site: Site) -> str | None:
    """Numbers of houses, documents and roads are identifiers."""
    if site.after[:1] in {"线", "線"} and site.before[-1:] in {"台", "臺"}:
        return "identifier"
    if site.hit.unit in {"km", "m"} and _is_stake(site):
        return "identifier"
    road = _ROAD.fullmatch(site.before[-2:]) or (site.hit.unit is None and _ROAD_BEHIND.match(site.after))
    if road or site.before.endswith(("〔", "[", "﹝")) or _NUMBERED.match(site.after):
        return "identifier"
    behind = site.text[site.hit.numeral_end : site.hit.numeral_end + 1]
    group = behind in _GROUPS and _GROUP.match(site.text, site.hit.numeral_end) and _VILLAGE.search(site.before)
    return "identifier" if group or (behind in _HOUSES and _HOUSE.match(site.text, site.hit.numeral_end)) else None


def _is_stake(site: Site) -> bool:
    """Whether kilometres, or metres beyond them, tell a place on a road (高速1982公里处, 128公里+500米)."""
    if site.hit.unit == "m":
        return _FROM_STAKE.search(site.before) is not None
    return _TO_STAKE.match(site.after) is not None or (site.after.startswith("处") and _ON_ROAD.search(site.before) is not None)


_TO_STAKE = seldom(r" ?[+＋] ?\d")
_FROM_STAKE = seldom(r"公里 ?[+＋] ?$")


@rule(
    "特警大队〔三班〕巡逻至此。",
    "消防站战斗〔一班〕破拆。",
    "收缴〔64〕式手枪一支。",
    "发现〔82〕式迫击炮弹10枚。",
    "经侦总队〔六支〕队队长介绍案情。",
    units=frozenset({None, "count"}),
    signs=behind("班支大中") | after("式"),
)
def squad_or_model(site: Site) -> str | None:
    """A squad or force by its number (大队三班, 经侦总队六支队) or a model of arms (64式手枪)."""
    squad = site.text[site.hit.numeral_end : site.hit.end] == "班" and _SQUAD_OF.search(site.before)
    force = not site.numeral.isascii() and _FORCE_BY_NUMBER.match(site.text, site.hit.numeral_end) and _FORCE.search(site.before)
    return "name" if squad or force or (site.hit.unit is None and _MODEL.match(site.after)) else None


@rule("老人爬到〔三层〕就喘。", "漏水的根子在〔二层〕。", "他住〔3〕楼。", units=frozenset({None, "count"}), signs=behind("层楼"))
def floor(site: Site) -> str | None:
    """A floor of a house, by its number."""
    named = site.text[site.hit.numeral_end : site.hit.numeral_end + 1] in _FLOORS and _FLOOR.match(site.text, site.hit.numeral_end)
    return "ordinal" if named and (site.hit.unit is None or _UP_TO.search(site.before)) else None


@rule("版本升级到〔2.0〕。", "比分为〔3:2〕。", "编号为〔17〕。", units=NONE, numerals="figures")
def bare_digits(site: Site) -> str | None:
    """Digits without unit and without a noun to count."""
    if not site.numeral[0].isascii() or site.hit.form == "damaged":
        return None
    fraction = "." in site.numeral and DIFFERENCE.search(site.before)
    counts = _NOUN.match(site.after) or SCORED.search(site.before) or fraction
    return None if counts or (site.hit.numeral_end - site.hit.numeral_start > 1 and site.numeral[-1] in "万亿") else "identifier"
