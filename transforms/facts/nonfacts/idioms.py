"""Numbers that say no more than the words around them: vague ones, figures of speech, 一 that only introduces."""

from __future__ import annotations

import re
from decimal import Decimal

from transforms.facts.chunks import words
from transforms.facts.nonfacts.wording import ENDS, NONE, ONE, ahead, behind
from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.lexicon import alternation
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

_SOME = frozenset({"百十", "三两", "三五"})
_CASUALTIES = re.compile(r"[死伤亡](?=[\d一二三四五六七八九十两]+[伤死亡]|\W|$)")
_COUNTED_ONE = re.compile(
    r"(?:每(?![^,。]{1,7}是)[^,。]{1,8}|仅仅?|只有?|只[^,。]{1,3}过|只能[^,。]{1,2}|唯有|各[播巡查开设发派配建测检有]?|由|至少|共|凭借?|只需|仅需|需|用|间隔|都有|均有|配备|利用|不到|有且只有)(?:了|召开|设立?|配备|安排|明确|有|过|组织|开展)?$"
)
_RATHER = re.compile(r"[^,，。]{0,4},?不如|[^,，。]{0,4}也(?:值|行(?!动|走|为|程)|愿|认|无所谓)")
_INSTEAD = re.compile(r"[多少][走跑](?:了|上)?$")
_IN_TURN_BEFORE = re.compile(r"每[^,，。]{1,5}一[^,，。]{1,3}[都就便][^,，。]{0,6}$")
_IN_TURN_AFTER = seldom(r"[都就便]")
_EVERY = re.compile(r"每(?P<done>[^,，。一\d]{1,4})$")
_PART_OF_DAY = re.compile(r"个?(?:上午|下午|晚上|白天|早上|早晨|中午|通宵|冬天|夏天|春天|秋天|暑假|寒假|周末)")
_ONLY_THOUGHT = re.compile(r"念头|想法|目标|心愿|目的|愿望|信念|道理|理由|声音|要求")
_IN_TEN = re.compile(r"十(?P<of>[个件户家起桩])(?![村乡镇县区所社小单学企])[^,，。]{0,8}[有里][^,，。]{0,4}[七八九](?P=of)")
_FIGURATIVE_HALF = seldom(
    r"(?:成功|气|心(?!脏)|酒|火气|担子|石头|病|包袱)(?:就|也|便|都|已|会)?(?:消|放下|醒|松|凉|落|好|卸|轻|去|下去|降|退)了?$|(?:课|话|饭|戏|路|活|会|歌|书|[走说讲听做干])[^,，。]{0,4}到$"
)
_CREDITED = seldom(r"(?:要|得|该|应)?归功|的?功劳")
_POINTING = re.compile(r"(?:[这那该此哪后]|上述|以上|前述|其余|[^目当之日年月天以提])(?<=[这那该此哪后述上外余前])$")
_SINCE = seldom(r"(?:以上|以后|之后|最后|先后|前后|随后|今后|另外|上)$")
_SIDES = re.compile(
    rf"个?{alternation('claim_words', 'word', **{'class': 'facet'})}|"
    r"(?:(?:省区?|市|县市?|区|镇|乡|村|地)(?:交界|交汇|结合部|接壤|毗邻|边界)|个?(?:大|金)?字(?![号牌])|级|项(?:主要)?(?:指[数标]|数据)|类加起来|方(?!面积)|大(?![巡战辖类项])|重|维|步|手|面|点(?!位|多)|角|边|侧|者|句话|口(?!人)|心)"
)
_SPENT = (
    "仅用",
    "只用",
    "用时",
    "用了",
    "不到",
    "历时",
    "历经",
    "为期",
    "经过",
    "耗时",
    "花了",
    "花费",
    "长达",
    "搭上",
    "攒了",
    "每隔",
)  # one of time
_SMALL_UNITS = frozenset({Decimal("0.5"), Decimal(15)})  # 里 in kilometres, 刻钟 in minutes
_AMOUNT_OF_ONE = seldom(r"一[人户家村格校组]$")
_EACH_GIVEN = re.compile(r"每[^,。]{0,4}[配设选建派][^,。]{0,2}一[^,。]{1,8}[和及、]$")
_LISTED_ONE = seldom(r"(?:凭借?|只需|仅需|只要|靠|由)一[^、,，。]{1,6}、$")
_COUNTED = seldom(
    r"(?:余|多)?(?:省(?![级委政公道会])|市(?=合计|共计|累计)|城区|街镇|警力|民警|辅警|干警|群众|居民|户|村民|职工|志愿者|人口|县区|区县|乡镇|村|县|镇街|[死伤亡](?![者于刑缓神]))"
)


@rule("打通服务群众的最后〔一米〕。", "走好防范的最后〔一百米〕。", "破解最后〔一公里〕难题。", units=frozenset({"m", "km"}))
def last_mile(site: Site) -> str | None:
    """The last mile, metre or kilometre of a service is a figure of speech."""
    return "idiom" if site.before.endswith("最后") else None


@rule("〔一个个〕难题迎刃而解。", "〔一家家〕店铺开门营业。", "化解〔一起起〕纠纷。", numerals="characters")
def reduplicated(site: Site) -> str | None:
    """A doubled classifier (一个个) counts nothing."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    return "idiom" if site.numeral in ONE and own and site.after.startswith(own) else None


@rule(
    "〔数十〕名民警连夜搜救。",
    "〔几百〕户居民受益。",
    "〔成千上万〕名群众参与。",
    "以前办一件事要跑〔好几个〕地方。",
    "〔几天〕后老人送来锦旗。",
    "警情、发案实现“〔双〕下降”。",
    "〔百十来号人〕围在路口。",
    "约上〔三两个〕朋友聚餐。",
    "常有〔三五个〕老友来坐。",
    "人群占了大〔半个〕广场。",
    "她把社区当成〔半个〕家。",
    "大伙说他是〔半个〕医生。",
    numerals="characters",
)
def vague(site: Site) -> str | None:
    """Numbers that do not say how many (数十, 几百, 成千上万, 好几个, 三两个, 半个) or have no value of their own (双下降)."""
    rounded = site.numeral[0] in "十百千万亿" and site.before.endswith(("成百上", "成千", "成百", "成千上", "几", "数"))
    most = site.numeral == "半个" and site.hit.unit == "count"
    some = site.numeral in _SOME and site.hit.unit in {None, "count"}
    return "idiom" if site.hit.form == "vague" or rounded or most or some else None


@rule("串〔百〕户门、知百户情。", "守护〔万〕户安宁。", "解了〔千〕人难题。", numerals="characters")
def bare_scale(site: Site) -> str | None:
    """A bare 百, 千 or 万 without a bound is a figure of speech."""
    bare = site.numeral in {"百", "千", "万", "亿", "千万", "万千", "十"} and site.hit.bound == "exact" and site.hit.unit != "percent"
    return "idiom" if bare and not (site.numeral == "十" and site.hit.unit) else None


@rule(
    "这〔两〕个案例令人深思。",
    "上述〔三〕个问题已整改。",
    "后〔两〕项有所下降。",
    units=frozenset({None, "count"}),
    signs=ahead("这那该此哪后述上外余前"),
)
def anaphoric(site: Site) -> str | None:
    """A number that points back at what was told (这两个案例, 前两项)."""
    if len(site.numeral) > 1 or (site.numeral.isascii() and not site.before.endswith("这")):
        return None
    return "idiom" if _POINTING.search(site.before) and not _SINCE.search(site.before) else None


@rule("统筹〔五方〕力量。", "坚持〔四个方面〕发力。", "覆盖〔三方面〕对象。", "从〔三个维度〕评价。", numerals="characters")
def level_of_system(site: Site) -> str | None:
    """Levels, sides and the like of a system in Chinese numerals (三级, 四方, 两方面)."""
    if site.numeral.isascii() or (site.hit.classifier and site.text.startswith("大", site.hit.numeral_end)):
        return None
    return "idiom" if _SIDES.match(site.text, site.hit.numeral_end) else None


@rule(
    "送〔一单〕餐就少〔一单〕纠纷。",
    "每送〔一单〕都贴一张提示卡。",
    "审核合格一个上岗〔一个〕。",
    units=frozenset({"count"}),
    numerals="characters",
)
def in_turn(site: Site) -> str | None:
    """One thing with one other, as often as it happens (每送一单都贴一张, 合格一个上岗一个)."""
    if site.numeral not in ONE:
        return None
    own = site.text[site.hit.numeral_start : site.hit.end]
    apart = (site.after.partition(own), site.before.rpartition(own)[::-1])
    paired_with = any(found and _PAIRING.fullmatch(between) for between, found, _ in apart)
    every = _EVERY.search(site.before)
    each = every and (_IN_TURN_AFTER.match(site.after) or _are_verbs(site.text, site.hit.start - len(every["done"]), site.hit.start))
    return "idiom" if paired_with or each or _IN_TURN_BEFORE.search(site.before) else None


_PAIRING = seldom("(?:[一-鿿]{0,2}[就便])?[一-鿿]{1,2}")  # 送一单〔餐就少〕一单


def _are_verbs(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is but verbs (每打出一通, 每调成一件)."""
    return all(tag[:1] in "vu" for *_, tag, _ in words(text, start, end))


@rule("气消了〔一半〕。", "课上到〔一半〕,有人敲门。", "有〔一半〕要归功于群众。", units=frozenset({"ratio"}), numerals="characters")
def figurative_half(site: Site) -> str | None:
    """Half of what nobody measures: of one's anger, of a lesson, of the credit."""
    if not site.numeral.startswith(("一半", "半")):
        return None
    return "idiom" if _FIGURATIVE_HALF.search(site.before) or _CREDITED.match(site.after) else None


@rule(
    "他跑〔十趟〕,不如我跑一趟。",
    "说〔十句〕不如做一件。",
    "骂我〔十句〕也行。",
    "诉后少跑〔十里〕路。",
    units=frozenset({"count", "km"}),
    numerals="characters",
)
def rather(site: Site) -> str | None:
    """What somebody would rather do, as often as one says it (跑十趟,不如跑一趟; 多跑十趟也值; 少跑十里路)."""
    return "idiom" if not site.numeral.isascii() and (_RATHER.match(site.after) or _INSTEAD.search(site.before)) else None


@rule(
    "不到〔一个〕上午,纠纷就有了着落。",
    "他用了〔两个〕晚上才写完。",
    "跑了〔三个〕下午。",
    units=frozenset({None, "count"}),
    numerals="characters",
    signs=behind("个上下晚白早中通冬夏春秋暑寒周"),
)
def part_of_day(site: Site) -> str | None:
    """Mornings, evenings and seasons that something took: no measure of time."""
    return "idiom" if _PART_OF_DAY.match(site.text, site.hit.numeral_end) else None


@rule(
    "以前劝〔十个〕人有八个不听。",
    "以前劝十个人有〔八个〕不听。",
    "〔十个〕里头有九个说好。",
    units=frozenset({"count"}),
    numerals="characters",
)
def in_ten(site: Site) -> str | None:
    """Eight or nine in ten, as one says of most."""
    start = max(0, site.hit.start - 16)
    around = site.text[start : site.hit.end + 16]
    return "idiom" if any(m.start() + start <= site.hit.start < m.end() + start for m in _IN_TEN.finditer(around)) else None


_ON_END = seldom("一[一-鿿]就是$")  # 一等就是〔一个小时〕


@rule("〔一〕名男子形迹可疑。", "妥善处置〔一〕起纠纷。", "走进〔一〕家超市。", "和家人〔一起〕,守在路口。", numerals="characters")
def introducing_one(site: Site) -> str | None:
    """一 with a classifier that only introduces a participant; counted when 每, 仅, 共, 由 stand before it, or when it follows its noun."""
    if (
        site.numeral not in ONE
        or site.hit.bound != "exact"
        or not _is_one(site.hit)
        or site.hit.unit in {"percent", "percentage_point", "ratio", "times"}
    ):
        return None
    if _CASUALTIES.match(site.text, site.hit.numeral_end) or (site.hit.unit == "km" and site.after.startswith(("外", "之外", "开外"))):
        return None
    if site.hit.unit in {"h", "min", "s", "d", "wk", "month", "a"}:
        return (
            None
            if (site.hit.unit in {"a", "month"} and site.after.startswith(("没", "未")))
            or site.after.startswith(("后", "之后", "时间", "内", "之内", "以内", "左右", "就", "便", "不到"))
            or site.before.endswith(_SPENT)
            or _ON_END.search(site.before)
            else "idiom"
        )
    listed = (site.before.endswith("、") and (_LISTED_ONE.search(site.before) or _beside_several(site))) or _EACH_GIVEN.search(site.before)
    if not _ONLY_THOUGHT.match(site.after) and (listed or _COUNTED_ONE.search(site.before) or _postposed(site)):
        return None
    return "idiom"


def _beside_several(site: Site) -> bool:
    """Whether several of a kind are counted right before one of another (帮助两名儿童、〔一名〕老人)."""
    several = _SEVERAL.search(site.before)
    return several is not None and several[1] == site.hit.classifier


_SEVERAL = seldom(r"[\d二两三四五六七八九十]余?([名位个辆起台头只家])[^、,，。;；]{1,8}、$")


def _is_one(hit: NumberHit) -> bool:
    """Whether a numeral one is one of its unit, and no half more (一年半); one of a small unit (一里, 一刻钟) is one, too."""
    return hit.value in {0, 1} or (hit.unit in {"km", "min"} and hit.value in _SMALL_UNITS)


def _postposed(site: Site) -> bool:
    """Whether the number follows its noun and ends its clause (丢失手机一部)."""
    if site.hit.unit != "count" or (site.after and site.after[0] not in ENDS):
        return False
    if site.before.endswith(("成", "人手")) or _AMOUNT_OF_ONE.search(site.before):
        return False
    if site.hit.classifier == "起" and _IN_COMPANY.search(site.before):
        return False
    before = [tag for *_, tag, _ in words(site.text, site.hit.start - len(site.before), site.hit.start)]
    return bool(before) and before[-1][:1] in {"n", "j"}


_IN_COMPANY = seldom(r"(?:与|和|跟|同|陪|带着?|携|联合)[^,，。;；]{1,24}(?<![案件故灾情斗纷])$")  # 和家人一起


@rule("走遍〔六〕合路。", "打通〔五〕联巷。", "加强〔七〕联建设。", units=NONE, numerals="characters")
def bare_numeral(site: Site) -> str | None:
    """A small Chinese numeral without a unit counts nothing by itself."""
    if any(char.isdigit() and char.isascii() for char in site.numeral) or site.hit.bound != "exact":
        return None
    return None if _COUNTED.match(site.text, site.hit.numeral_end) else "idiom"
