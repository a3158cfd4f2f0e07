"""Numbers that stand for people told of before: 两人, 两家, 两个老人."""

from __future__ import annotations

from transforms.facts.nonfacts.wording import ONE, SMALL, ahead, behind
from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.patterns import seldom

_BACK, _PARAGRAPH = 400, 160  # characters
_TWO_BEFORE = seldom(r"两[家户]")
_TAKEN_UP = seldom(r"(?:^|[,，。;；:：“\s]|后来|当年|如今|现在|最终|终于|随后|当场)$")
_NEW_PARTY = seldom(r"人家|村民|牧民|居民|群众|客人|农户|邻居|商铺|店|单位|企业|公司|银行|商场|超市|医院|学校|酒店|宾馆|工厂|网吧|门店")
_ONE_TOLD = "(?:[一-鿿]某|大[爷妈伯娘叔婶]|老[汉伯]|阿姨|女士|先生|老太)"
_TWO_TOLD = seldom(rf"{_ONE_TOLD}[^。\n]{{1,40}}?{_ONE_TOLD}[^\n]{{0,80}}$")
_POLITELY = seldom(r"[位名](?:老人|老汉|老太|邻居|当事人|村民|居民|牧民|老哥|老乡|大[爷妈伯娘叔婶]|司机|车主|工友|朋友|商户|[业店摊]主)")
_PERSONS = seldom(r"个(?:老人|老汉|老乡|老伙计|店主|汉子|邻居|小伙|年轻人|当事人|司机|孩子|男人|女人|老人家|邻里)(?![家口数])")
_LIMBS = seldom(r"[条只双]?(?:腿(?!部)|手(?![机表套镯续工枪])|脚(?!印)|眼|耳朵|胳膊|膝盖|肩膀)")
_OLD = seldom(r"(?<![养敬爱助为扶尊])老$")
_KIN = seldom(r"[哥弟姐妹兄嫂爷孙夫妻婆媳母父子女儿口们他她你我咱]$")
_OPENS = seldom(r"(?:^|[,，。;；:：、\s“]|[让将把使对向与给被由劝])$")
_BEFALLEN = seldom(r"死亡|受伤|身亡|轻伤|重伤|[,，。、]|落网|溺")


@rule(
    "〔两人〕随后被带走。",
    "民警让〔两人〕坐下来谈。",
    "经查,〔三人〕系同乡。",
    "郭某和钟某〔两人〕都在工地干活。",
    "民警赶到〔两人〕所在的村子。",
    "她找到〔两人〕的母亲。",
    numerals="characters",
)
def pronoun(site: Site) -> str | None:
    """两人, 二人 that stand for people told of before."""
    own = site.text[site.hit.numeral_start : site.hit.end]
    if own not in {"两人", "二人", "三人", "俩人", "四人"} or _BEFALLEN.match(site.after):
        return None
    return "idiom" if _OPENS.search(site.before) or _NAMED.search(site.before) or _THEIRS.match(site.after) else None


_NAMED = seldom(r"(?:某某?|我们|你们|他们|她们|咱们?|夫妻|夫妇|[兄姐弟妹父母子女婆媳]{2})$")
_THEIRS = seldom(
    r"的?(?:父亲|母亲|父母|孩子|[儿妻]子|女儿|家人|丈夫|矛盾|关系|争执|误会|心结|情绪|手(?!机))|所(?=[在住说讲])|之间|身边|面前"
)


@rule(
    "争执平息后,〔两家〕各让一步。",
    "修缮费〔两户〕都愿意出。",
    "老人一劝,〔两家〕握了手。",
    units=frozenset({"count"}),
    numerals="characters",
    signs=behind("家户"),
)
def two_parties(site: Site) -> str | None:
    """The parties of a dispute told of before: 两家, 两户 at the head of a clause or taken together by what follows (两家各让一步)."""
    if site.text[site.hit.numeral_start : site.hit.end] not in {"两家", "两户"}:
        return None
    if site.after[:1] in {"各", "都", "均"}:
        return "idiom"
    known = _TAKEN_UP.search(site.before) or _TWO_BEFORE.search(site.text, max(0, site.hit.start - _BACK), site.hit.start)
    return "idiom" if known and not (site.before.endswith("有") or _NEW_PARTY.match(site.after)) else None


@rule(
    "民警一劝,〔两个〕老人握了手。",
    "隔着屏幕,〔两个〕老乡别过头去。",
    "没多久,〔两个〕店主就和好了。",
    "马大伯跟楼下的牛大妈吵了又吵,〔两位〕邻居谁也不理谁。",
    units=frozenset({"count"}),
    numerals="characters",
    signs=behind("个位名"),
)
def told_persons(site: Site) -> str | None:
    """Two persons of a story told before, at the head of a clause (两个老人握了手); politely (两位老人) where two have been told of."""
    if site.numeral not in {"两", "俩"} or not _OPENS.search(site.before):
        return None
    if _PERSONS.match(site.text, site.hit.numeral_end):
        return "idiom"
    start = site.hit.start
    told = _POLITELY.match(site.text, site.hit.numeral_end) and _TWO_TOLD.search(site.text, max(0, start - _PARAGRAPH), start)
    return "idiom" if told else None


@rule(
    "靠〔两条〕腿走遍全村。",
    "他张开〔两只〕手拦住众人。",
    "急得〔两眼〕发红。",
    units=frozenset({None, "count"}),
    numerals="characters",
    signs=behind("条只双腿手脚眼耳胳膝肩"),
)
def limbs(site: Site) -> str | None:
    """The two legs, hands or eyes that everybody has."""
    return "idiom" if site.numeral in {"两", "双"} and _LIMBS.match(site.text, site.hit.numeral_end) else None


@rule("老〔二〕劝老大。", "老〔三家〕的院墙塌了。", "说起老〔四〕,大伙都乐。", numerals="characters", signs=ahead("老"))
def child(site: Site) -> str | None:
    """A child by the order of birth (老二, 老三)."""
    return "name" if site.before.endswith("老") and site.numeral in SMALL and site.numeral not in ONE and _OLD.search(site.before) else None


@rule("老哥〔俩〕头一低,手一握。", "母女〔俩〕当场落泪。", "爷〔仨〕守着果园。", numerals="characters")
def of_kin(site: Site) -> str | None:
    """The two or three that a word for kin or a pronoun names (母女俩)."""
    return "idiom" if site.numeral in {"俩", "仨"} and _KIN.search(site.before) else None
