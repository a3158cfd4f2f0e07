"""Where the name of a unit begins: 以杆石桥派出所为试点 has 杆石桥, 联合派出所抓获 has none."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from transforms.lexicon import words
from transforms.patterns import seldom

_LONGEST = 12
_SOMEBODY = re.compile(r"(?:所长|书记|主任|局长|队长|民警|庭长|教导员)[一-鿿]{2,3}[和与]\Z")  # 所长马玉玲和|派出所
_RUN = re.compile(r"[一-鿿〇○·A-Za-z]+\Z")
# Letters that end a name wherever they stand, letters that may stand inside one (六都寨, 保和), and letters that may begin one (下党).
_HARD = frozenset(
    "在以由向对把将被从与及或为是经据让请到赴给因等的了着过各每全某本我你他她这那其两个名近约共并也还又再已曾即就才只则且但而之们"
    "不没未指令称说往至于使叫送带见设建派找离距跟冲闯跑拉扯报进归光靠仅凭当占想做像"
)
_SOFT = frozenset("和都时年月日无有来去起号者该出")
_NEVER_LAST = frozenset("任读聚回驻住入请问看")  # 乡任|司法所, 齐聚|司法所: verbs before the word, whatever stands before them
_OFFICES = frozenset("办局所队院会部室站组")  # 房管办和居民区: 和 joins two
_SIDES = frozenset("上下中前后内外")
_FEATURES = frozenset("路街道桥村庄镇乡湖山河湾门口里坪坝屯堡城园港")
_AND = frozenset("和与及")
_TOLD_BY = seldom("(?:记者|笔者)(?:日前|近日|[昨今]日|[昨今]天)?从")  # 记者从|良庄镇派出所, where 从良 would be a word
_ORDINAL = seldom("第[一二三四五六]$")
_THESE = frozenset("这那该每各")  # 这支义警队
_COUNT = re.compile("[一二三四五六七八九十百千万两几数多余]+[名个支家位人级类次条项批天年]?")
_MEASURES = frozenset("名个支家位人级类次条项批天年多余几")


def in_marks(least: int, most: int) -> str:
    """The pattern of a name of so many letters in quotation marks, up to the word that it is of (“某某”爱心|车队)."""
    return f"“[^“”\n,，。!！?？;；]{{{least},{most}}}”(?!作为|[为由是的在与和及让把被])[一-鿿]{{0,4}}"


def name_start(text: str, floor: int, end: int) -> int:
    """The start of the name that ends at `end`, no further left than `floor`; `end` itself where no name stands there."""
    told_by = _TOLD_BY.search(text, max(floor, end - _LONGEST), end)
    run = _RUN.search(text, max(floor, end - _LONGEST) if told_by is None else told_by.end(), end)
    if run is None:
        return end
    if run.start() == floor > 0 and run.group()[0] in _AND:  # 世贸警务站 | 和 | 文游 | 警务站
        return name_start(text, floor + 1, end)
    number = _ORDINAL.search(text, run.start(), end)
    if number:
        start = run.start() if run.start() == floor > 0 else name_start(text, floor, number.start())
        return start if start < number.start() or start == floor > 0 else end
    tokens = rjieba.tag(run.group(), False)
    at, taken = end, ""
    while tokens:
        token, tag = tokens.pop()
        if not _may_be_part(token, tag, tokens, text[at:end]):
            break
        at, taken = at - len(token), token
    at += taken in _SOFT or taken == _IS or (taken == _HOLDS and _names_a_post(text, at, end))
    trade = _business_end().search(run.group()) if run.group().endswith(_branches()) else None
    at = min(at, run.start() + trade.start()) if trade else at
    at -= at > floor and text[at - 1] == _THAT and _begins_with_that(text[at:end])
    return end if is_generic(text[at:end]) or _SOMEBODY.search(text, max(floor, end - _LONGEST), end) else at


_IS, _HOLDS = "系", "任"
_THAT, _KINDS = "那", frozenset("所间座道种片群边里些")
_ON_BORDERS = ("边境", "边防")
_FAMILY = frozenset("家庄店集")  # 任家庄派出所


def _begins_with_that(name: str) -> bool:
    """Whether 那 before a single letter is of the name (那邦 | 派出所, 那洪 | 边境派出所), and tells of none (那所 | 派出所)."""
    own = next((name.removesuffix(word) for word in _ON_BORDERS if name.endswith(word)), name)
    return len(own) == 1 and own not in _MEASURES | _KINDS


def _names_a_post(text: str, at: int, end: int) -> bool:
    """Whether 任 at `at` says that somebody holds a post (生前|任|上栗分局民警), and is not the first letter of a name (任庄派出所)."""
    return end - at > 2 and text[at + 1] not in _FAMILY and not (at and text[at - 1] in _AND)


def brand_start(text: str, place: int) -> int:
    """Where the name of a firm or force begins that stands before a place: 中国移动 | 陕西 | 公司; else where the place begins."""
    brands = words("organisation_words", "word", role="brand")
    return next((place - len(brand) for brand in brands if text.endswith(brand, 0, place)), place)


_NEXT = 5  # letters behind it that tell whether it acts
_ACTING = frozenset({"v", "d", "ad", "p"})


def acts(text: str, end: int) -> bool:
    """Whether a verb, an adverb or a preposition follows, so that what stands before it is the subject (社区〔划分〕, not 社区〔民警〕)."""
    return next((tag in _ACTING and word != "是" for word, tag in rjieba.tag(text[end : end + _NEXT], False)), False)


def does(text: str, end: int) -> bool:
    """Whether a verb of two letters or more follows, so that what stands before it does something (街道〔制定〕, not 街道〔有位〕老人)."""
    word, tag = next(iter(rjieba.tag(text[end : end + _NEXT], False)), ("", "x"))
    return tag == "v" and len(word) > 1 and word not in _PASSING


_PASSING = frozenset({"位于", "发生", "居住", "出现"})


def is_generic(name: str) -> bool:
    """Whether the name says no more than which sort is meant: 基层, 城区, 三级."""
    return not name or _generic().fullmatch(name) is not None or _COUNT.fullmatch(name) is not None


_PARTICLES = frozenset("的了在将对和与及由被把为是从到")


def is_proper(name: str, strict: bool) -> bool:
    """Whether what stands between a place and a word can be a name with verbs in it (运动损伤专科医院); if `strict`, none at its edges."""
    if not _PARTICLES.isdisjoint(name):
        return False
    tags = [tag for _, tag in rjieba.tag(name, False)] if strict else []
    return not tags or (tags[0][0] in "nbsj" and tags[-1][0] in "nbj" and not any(tag[0] in "dpcur" for tag in tags))


def is_business(name: str) -> bool:
    """Whether the name is of a branch of police work: 刑侦, 警务督察."""
    return _business().fullmatch(name) is not None


def _may_be_part(token: str, tag: str, left: list[tuple[str, str]], right: str) -> bool:
    """Whether a word may stand inside a name, between the words to its left and what is already taken to its right.

    Verbs may not (移送派出所), but for those of police work (巡逻大队), of common names (解放), and before 路 or 桥 (富强路).
    """
    if token in _words("stop") or (_COUNT.fullmatch(token) and token[-1] in _MEASURES):
        return False
    if token[-1] == "的" or (not right and token[-1] in _NEVER_LAST):
        return False
    before = left[-1][0] if left else ""
    if token in _SIDES:
        return bool(right) and (len(before) < 2 or (token in "上下" and before in _words("stop")))
    if token in _SOFT:
        return len(before) == 1 and before not in _SOFT | _HARD | _OFFICES
    if len(token) == 1:
        return token not in _HARD and tag[0] != "u" and not (token in _MEASURES and before in _THESE)
    return tag[0] not in "vdpcurtq" or right[:1] in _FEATURES or token in _words("proper") or is_business(token)


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(words("organisation_words", "word", role=role))


@cache
def _generic() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(words("organisation_words", "word", role="generic")) + ")+")


@cache
def _branches() -> tuple[str, ...]:
    return words("organisation_words", "word", role="business")


@cache
def _business() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(_branches()) + ")+")


@cache
def _business_end() -> re.Pattern[str]:
    return re.compile(_business().pattern + "$")
