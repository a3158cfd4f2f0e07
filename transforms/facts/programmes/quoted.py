"""Names in quotation marks: each rule reads one construction."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

import rjieba

from transforms.facts.persons.names import SURE, read_name
from transforms.facts.programmes.leads import Lead
from transforms.facts.programmes.names import recurs
from transforms.facts.programmes.nouns import modifiers
from transforms.facts.programmes.sites import Site, Tail
from transforms.facts.programmes.vocabulary import Kind, ending, figures, heads, known, plain, role
from transforms.facts.rules import Rule, rule
from transforms.patterns import seldom


class Reading(NamedTuple):
    """What a rule makes of a site.

    The span of the name, how it is written, its kind, what of it stands in quotation marks and what behind them (`core` is all of it
    where it has none), and how much the way it is named tells.
    """

    start: int
    end: int
    name: str
    kind: Kind
    core: str
    tail: str
    weight: int


_NAMING = seldom(r"[一-鿿A-Za-z]|[0-9]")
_FORMULA = seldom(r"[^+\s]{1,14}(?:\+[^+\s]{1,14})+")
_PAIRS = re.compile(r"(?:[一二两三四五六七八九十百千万双][^一二两三四五六七八九十、,0-9]{1,2}){2,4}")
_COUNTED = seldom(
    r"[一二两三四五六七八九十]{1,2}个?[^、,]{1,2}|[二两三四五六七八九十]个[^、,的]{3,6}|[一二两三四五六七八九十]{1,2}[^、,]{1,3}[制法]|[0-9]{3,4}"
)
_ONE = seldom(r"一[^、,一]{1,2}(?:通|办|联|结|查|管|码|键|站|网|访|式|档|策|屏|体|警|格)[^、,]{0,3}")
_JOINT = seldom(
    r"[^、,]{2,8}(?:通办|联动|联调|联控|联防|快办|速办|一体化|一体|共治|联治|代办|陪办|帮办|包联|联勤|快反|备勤|融合|对接|联办|互通|联巡|协作|合作|共建)"
)
_ROW = seldom(r"[、+]")
_AWARD = seldom(r"(?:获|获评|荣获|荣膺|评为|评选为|授予了?|命名为|荣立|入选|称号|选为|获得|捧回)[^,。]{0,10}$")
_AWARDED = seldom(r"荣誉|称号|奖|先进|标兵|单位")


def is_name(site: Site) -> bool:
    """Whether quoted words may name anything: they have letters, and are nothing that the sentence says is to end."""
    if _NAMING.search(site.core) is None or _LIKENED.search(site.before) or _is_code(site) or _LAYOUT.match(site.text, site.last):
        return False
    if (site.before.endswith("的") and _MADE_OUT.search(site.before)) or _is_cited(site) or _NO_WAY.search(site.core):
        return False
    return not _is_rejected(site) or against.apply(site) is not None


# Crimes, and honours that people are given (最美家庭, 全国模范调解员).
_NO_WAY = seldom(
    "[一-鿿]{3,}罪$|(?:诈骗|套路|骗局|黑产|赌[场局]|逃债|骗贷|套现|洗钱)$"
    "|家庭$|^(?:好(?:公婆|婆婆|媳妇|儿媳)|(?:全[国省市县]|省级?|市级?)?(?:最美|五好|文明|十佳|优秀|先进|模范)[一-鿿]{0,8}(?:员|者|户|兵|个人|集体|单位|[婆儿]媳))"
)


def _is_cited(site: Site) -> bool:
    """Whether quoted words are where news comes from (据“…”微信公众号消息), or a button of a programme that is used."""
    if _BUTTONS.match(site.text, site.last):
        return True
    account = _ACCOUNTS.match(site.text, site.last)
    return account is not None and (_FROM_SOURCE.search(site.before) is not None or _SAYS_SO.match(site.text, account.end()) is not None)


_BUTTONS = seldom("等?(?:[0-9一二两三四五六七八九十]+[类个大项])?(?:功能)?(?:模块|板块|按钮|选项|栏目)")
_ACCOUNTS = seldom("(?:官方)?(?:微信|微博|视频|抖音)?(?:公众号|账号|视频号|客户端|微信号)")
_FROM_SOURCE = seldom("[据从由]$")
_SAYS_SO = seldom("[^,。;]{0,12}(?:消息|发布|发文|通报|讯|获悉|报道|公布|披露|推文)")
_LAYOUT = re.compile("(?:战略|总体)布局")  # what the whole country is to become
_LIKENED = re.compile(
    r"(?:好比|如同|犹如|像是|好像|宛如|仿佛|好似|堪称|相当于)(?:是|一[个座道支把])?$"
    r"|是(?:群众|村民|居民|市民|百姓|企业|大家|人民)们?(?:身边|心中)?的$"
)
_MADE_OUT = seldom("(?:成为|成了|变成|当好|化身)[^,。;“”]{2,20}的$")  # 成了乡亲们的“驿站”


def _is_code(site: Site) -> bool:
    """Whether digits in quotation marks are the code or the date of a case: “715”跨境赌博专案, “8·15”火灾."""
    return _CASE_CODE.fullmatch(site.core) is not None and _OF_CASE.match(site.text, site.last) is not None


_CASE_CODE = re.compile(r"[0-9]{3,4}|[0-9]{1,2}[·.•][0-9]{1,2}")
_OF_CASE = seldom("[^,，。;；:“”\n]{0,24}?(?:专?案(?!例)|案件|事件|事故|火灾|矿难|地震)")


def is_award(site: Site) -> bool:
    """Whether quoted words are what somebody was awarded."""
    if site.core.endswith(("经验", "模式", "工作法")):  # these are named, not awarded: 命名为“浦江经验”
        return False
    return _AWARDED.match(site.text, site.last) is not None or _AWARD.search(site.before) is not None


def _is_rejected(site: Site) -> bool:
    """Whether the sentence says that what is quoted is to end (告别“人海战术”模式)."""
    lead = site.lead
    ends = lead is not None and lead.is_one_of("reject") and (lead.direct or _OF_IT.search(lead.gap)) and not _REPORTED.fullmatch(site.core)
    outworn = _OUTWORN.match(site.text, site.last) is not None or _FROM.search(site.before) is not None
    return ends or outworn or _in_change(site)


def _in_change(site: Site) -> bool:
    """Whether quoted words are what a change leaves or leads to: 由立案后“侦查打击”转为立案前“预警发现”."""
    if _CHANGES.match(site.text, site.last):
        return _BEFORE_CHANGE.search(site.before) is not None or _INTO_ANOTHER.match(site.text, site.last) is not None
    changed = _CHANGED_TO.search(site.text, max(0, site.first - _CLAUSE), site.first)
    return changed is not None or _IN_PLACE.match(site.text, site.last) is not None


_CLAUSE = 40  # characters that say what changed
_BEFORE_CHANGE = seldom(r"(?:由|从)[^,，。;“”]{1,8}$")
_CHANGES = re.compile(r"(?:转[为向变]|变[为成]|走向|迈向)")
_CHANGED_TO = re.compile(
    r"[由从][^,，。;]{1,16}”(?:的[^,，。;“”]{1,6})?(?:转[为向]|转?变[为成])[^,，。;“”]{1,8}$|“[^“”\n]{2,8}”转?变[为成]了?$"
)
_INTO_ANOTHER = seldom("转?变[为成]了?“")  # “下乡”变成“在乡”
_IN_PLACE = seldom("的(?:转变|跨越|升级|跃升)")  # 从“事后追”到“事前防”的转变
_FROM = re.compile("(?:变|由|从|面对|针对|面临|从(?:以前|以往|过去|原来|原先|当初|昔日)的?|到(?:如今|现在|今天)的?)$")
_OF_IT = seldom(r"(?<![队室站组])的$")  # 打击的“…”, but 打击办案队的“一室两队”
_OUTWORN = re.compile(r"的?(?:老(?:办法|套路|模式|做法|路子)|旧|传统(?:模式|做法|办法))")


_LISTED_DEED = seldom(r"等(?:[0-9一二三四五六七八九十]+[项个场])?(?:系列)?(?P<deed>(?:专项|集中|统一){0,2}行动|专项斗争|活动)")


def with_deed(site: Site, reading: Reading) -> Reading:
    """The name of a campaign with what a list of them ends with: “护苗”专项行动 of “净湾”“护苗”等专项行动."""
    found = _LISTED_DEED.match(site.text, site.last) if reading.end == site.end else None
    return reading._replace(name=reading.name + found["deed"], kind="campaign") if found else reading


def with_field(site: Site, reading: Reading) -> Reading:
    """The name of a campaign with the noun phrase right before the quoted words that tells of what it is: 冬季治安整治“百日会战”."""
    if site.core == "一件事":
        return _of_what(site, reading)
    if not site.alone or not (reading.kind == "campaign" or _says_how(site.core)):
        return reading
    low = modifiers(site.text, reading.start).start
    doing = _CARRIED.match(site.text, low, reading.start)
    low = doing.end() if doing else low
    tagged = list(rjieba.tag(site.text[low : reading.start]))
    field = "".join(word for word, _ in takewhile(_is_nominal, reversed(tagged)))
    start = reading.start - len(field)
    named = len(field) >= _FIELD and not _BODY.search(site.text, start, reading.start)
    return reading._replace(start=start, name=site.text[start : reading.start] + reading.name) if named else reading


def _of_what(site: Site, reading: Reading) -> Reading:
    """The name of what is done as one with what it is of: 企业开办“一件事”."""
    start = modifiers(site.text, reading.start).start
    field = site.text[start : reading.start]
    return reading._replace(start=start, name=field + reading.name, core=field + reading.core)


def _is_nominal(tagged: tuple[str, str]) -> bool:
    """Whether a word with its part of speech may stand in a noun phrase: 打击整治 as well as 治安."""
    word, tag = tagged
    return tag[0] in "ntblf" or word in role("nominal", "generic")


_CARRIED = seldom(".*(?:开展|推进|组织|实施|深化|参与|启动|部署|推广)")  # 全省积极开展 | …: what is done with it
_FIELD = 4  # letters
_BODY = seldom("公安|民警|机关|派出所|全[国省市州县区镇乡村]|年")


def _shaped(core: str) -> bool:
    """Whether words have the form of a programme's name: a formula (1+N), counted things (一村一警), a joint way (所队联动)."""
    return any(pattern.fullmatch(core) for pattern in (_FORMULA, _PAIRS, _COUNTED, _ONE, _JOINT))


def alone(site: Site, kind: Kind, weight: int) -> Reading:
    """The quoted words by themselves."""
    return Reading(site.start, site.end, f"“{site.core}”", kind, site.core, "", weight)


def _with_tail(site: Site, kind: Kind, weight: int) -> Reading:
    """The quoted words with the noun phrase behind them; 的 between the two is no part of the name."""
    tail = site.tail
    if tail is None or site.last != site.end:
        return alone(site, kind, weight)
    linked = "的" if tail.linked else ""
    return Reading(site.start, tail.end, f"“{site.core}”{linked}{tail.words}", kind, site.core, tail.words, weight)


@rule(
    "县局借鉴“〔枫桥经验〕”化解矛盾。",
    "全乡实现“〔一村一警〕”全覆盖。",
    "派出所按照“〔两队一室〕”要求重组警力。",
)
def known_name(site: Site) -> Reading | None:
    """A name that the table of well-known programmes has."""
    words = site.tail.words if site.tail else ""
    entry = known().get(plain(site.core) + words) or known().get(plain(site.core))
    if entry is None:
        return None
    telling = site.tail is not None and not site.tail.linked and site.tail.words not in role("plain")
    kind = "campaign" if telling and site.tail and site.tail.kind == "campaign" else entry.kind
    return _with_tail(site, kind, 4) if telling else alone(site, entry.kind, 3)


_CALLED = re.compile(
    r"(?:的|这一|这个|一个|为)?(?:[一二两三]个|工作|服务|警务|执法|办案|治理|发展|总体|核心|根本|基本|奋斗|建设|调解|职责|职能|总){0,2}"
    r"(?:理念|目标(?!导向)|定位|原则|精神)|的?(?:鲜明|工作|用人)?导向"
)


@rule(
    "民警牢记“〔群众无小事〕”的服务理念。",
    "支队以“〔不漏一户、不落一人〕”为目标走访。",
    "法庭坚持“〔能调则调、当判则判〕”原则。",
)
def called_slogan(site: Site) -> Reading | None:
    """Words that the article calls a principle, an aim or a spirit."""
    if not _CALLED.match(site.text, site.last) or site.core in figures() or len(site.core) < 3:
        return None
    return alone(site, "slogan", 2)


_MOVEMENT = seldom(r"(?:平安|法治|和谐|幸福|无讼|清廉)[一-鿿]{2,3}")
_MADE = ("共建", "助建", "创建", "争建", "建设", "打造", "构筑")


@rule(
    "全市推进“〔平安余杭〕”建设。",
    "各方共建“〔法治阿荣〕”。",
    "志愿者助力“〔平安崇阳〕”创建。",
)
def peaceful_place(site: Site) -> Reading | None:
    """The place that a movement wants to make peaceful or lawful."""
    if not _MOVEMENT.fullmatch(site.core) or site.core in figures() or ending(site.core, _INSIDE):
        return None
    made = site.text.endswith(_MADE, 0, site.first) or (site.tail and site.tail.head in {"建设", "创建"})
    return alone(site, "slogan", 2) if made else None


@rule(
    "分局推行“〔警格+网格〕”融合机制。",
    "镇里建起“〔银发〕”巡逻队。",
    "全市打响“〔蓝盾〕”专项行动。",
)
def headed(site: Site) -> Reading | None:
    """Quoted words before a noun that names a way of working, a campaign, a platform, a service or a team."""
    tail = site.tail
    if tail is None or not tail.strong or (tail.linked and tail.words in known()):
        return None
    if site.core in figures() and not (_is_adopted(site) or tail.head in _BANDS):
        return None
    if tail.words == tail.head and (
        site.core.isdigit() or tail.head == "方式"
    ):  # “12345”热线, “薅羊毛”方式: a number, how anything is done
        return None
    if tail.linked and site.alone and _ROW.search(site.core) and _is_named_apart(site, tail):
        return Reading(tail.start, tail.end, tail.words, tail.kind, tail.words, "", 4)
    if tail.head == "品牌":  # what it is, no part of its name
        return alone(site, "mechanism", 5)
    return _with_tail(site, tail.kind, 5)


def _is_named_apart(site: Site, tail: Tail) -> bool:
    """Whether what the quoted words describe is known by a name of its own: “一家有事、四邻帮忙”的渔区警务共同体."""
    own = len(tail.words) - len(tail.head) >= _FIELD
    return own and (tail.head == "共同体" or recurs(site.text, tail.words, 2))


_REPORTED = seldom(r".{2,}(?:行动|战役|会战|攻坚战|整治)")


_BANDS = frozenset({"调解队", "巡逻队", "志愿队", "宣讲团", "服务队", "突击队"})  # whatever their name: “五老”调解队
_SORT_BEFORE = seldom(r"了?(?![了着过起一])[一-鿿]{2,6}(?<![的个场次项])")


def _is_adopted(site: Site) -> bool:
    """Whether a verb of adoption introduces the words, with no more between than of what sort they are (推出商务人员“白名单”制度)."""
    lead = site.lead
    return lead is not None and lead.is_one_of("adopt") and (lead.direct or _SORT_BEFORE.fullmatch(lead.gap) is not None)


_INSIDE = heads("inner", "slogan")


@rule(
    "社区里有一间“〔老杨调解室〕”。",
    "“〔摩托警务〕”把服务送上门。",
    "该院的“〔护苗工作室〕”已运行三年。",
)
def head_inside(site: Site) -> Reading | None:
    """Quoted words that end with such a noun themselves."""
    head = ending(site.core, _INSIDE)
    if head is None or len(site.core) < max(3, len(head) + 1) or site.core in figures():
        return None
    if len(site.core) > (_LONG if _INSIDE.kinds[head] == "platform" else _LONGEST - 2):
        return None
    joined = (len(head) == 1 and "、" in site.core) or (_INSIDE.kinds[head] == "organisation" and "+" in site.core)
    if site.core[-2:] in role("whole") or joined or _CONFERENCE.search(site.core):
        return None
    weak = site.tail is not None and (site.tail.head == "建设" or _FORMULA.fullmatch(site.core) is not None)
    return _with_tail(site, _INSIDE.kinds[head], 4) if weak else alone(site, _INSIDE.kinds[head], 3)


_LONG = 24  # characters of a platform's name
_CONFERENCE = seldom("(?:记者|发布|通气|座谈|推进|部署|总结|表彰|动员|调度|研讨|联席|交流|年|例|大|晚|博览|招聘|音乐)会$")
_STRONG, _WEAK = heads("strong"), heads("weak")


@rule(
    "平安乡村系统“〔看家宝〕”装进农家。",
    "他们开发了报警小程序“〔随手报〕”。",
    "队里有支巡逻队“〔夜猫子〕”。",
)
def after_head(site: Site) -> Reading | None:
    """Quoted words right behind a noun that says what they are."""
    head = ending(site.text[site.first - 6 : site.first], _STRONG)
    if head is None or not site.alone or not _SHORTEST < len(site.core) <= 10 or site.core in figures() or head.endswith("活动"):
        return None
    if _EACH.search(site.text, max(0, site.first - 10), site.first):
        return None
    own = modifiers(site.text, site.start - len(head))
    name = site.text[own.start : site.end]
    return Reading(own.start, site.end, name, _STRONG.kinds[head], name, "", 2)


_SHORTEST = 2  # letters that say what is done (与巡逻队“捆绑”巡防), not a name
_EACH = seldom(r"(?:各个?|每个?|到|在)[一-鿿]{0,4}$")  # 到各个窗口“走流程”
_LOOSE = frozenset({"工作", "建设", "措施", "举措", "做法", "标准", "规范"})


@rule(
    "大队开展“〔三防〕”宣传。",
    "窗口推出“〔一次办〕”服务。",
    "全县推进“〔两员〕”工作。",
)
def introduced_with_head(site: Site) -> Reading | None:
    """Quoted words before a general noun (服务, 宣传); before any (工作) where a verb introduces them or their form tells."""
    tail = site.tail
    if tail is None or tail.strong or site.core in figures():
        return None
    adopted = site.lead is not None and site.lead.direct
    shaped = _shaped(site.core) and (site.lead or len(site.core) > 3)
    telling = shaped or (len(site.core) > 2 and tail.head not in _LOOSE)
    return _with_tail(site, tail.kind, 3) if adopted or telling else None


_ONE_STOP = seldom("的?(?P<what>[一-鿿]{0,8}?(?:中心|阵地|平台|大厅))(?!(?:主任|负责|工作人))")


@rule(
    "县里建起“〔一站式〕”解纷中心。",
    "镇上打造“〔一站式〕”矛盾化解阵地。",
    "街道建成“〔一窗式〕”受理大厅。",
)
def one_stop(site: Site) -> Reading | None:
    """Words that only say how a house works, with the noun that says what it is."""
    found = _ONE_STOP.match(site.text, site.end) if site.alone and _AT_ONE.fullmatch(site.core) else None
    if found is None:
        return None
    return Reading(site.start, found.end(), f"“{site.core}”{found['what']}", "platform", site.core, found["what"], 5)


_AT_ONE = seldom("一[站窗门]式")


@rule(
    "法院推行“〔一案三查〕”。",
    "村里坚持“〔四访五问〕”。",
    "县局落实“〔见警率日通报〕”。",
)
def adopted(site: Site) -> Reading | None:
    """Quoted words that a verb of adoption introduces, without a noun that says what they are."""
    lead, core = site.lead, site.core
    if lead is None or core in figures() or not 2 <= len(core) <= _LONGEST or "," in core or lead.is_one_of("reject"):
        return None
    if _says_how(core) or _CHANGED.fullmatch(core) or _ONLY_COUNTED.fullmatch(core):
        return None
    telling = (_shaped(core) and (len(core) > 2 or lead.direct)) or (lead.direct and _is_taken_up(site, lead))
    plainly = not lead.is_one_of("build") or lead.verb == "创建"
    if not telling and not (lead.direct and len(core) > 2 and lead.is_one_of("adopt") and plainly):
        return None
    head = ending(core, _WEAK)
    return alone(site, _WEAK.kinds[head] if head else "mechanism", 3 if lead.direct else 2)


def _is_taken_up(site: Site, lead: Lead) -> bool:
    """Whether words that a verb introduces directly are said to take root, or are ways of working in a row (采取“一警多用、定岗明责”)."""
    row = _ROW_OF_WAYS.fullmatch(site.core) is not None and lead.verb in role("carry") and not site.after.startswith("的")
    return row or _TAKES_ROOT.match(site.text, site.last) is not None


_CHANGED = seldom(r"(?:[一二两双三四五](?:个?(?:下降|上升|提升|增长|减少|降低|提高)|[升降增减平])){1,2}")  # “三下降”, “两升一降”
_ONLY_COUNTED = seldom("[一二两三四五六七八九十]个")  # “四个”坚持
_ROW_OF_WAYS = seldom(r"[^、]{4,6}(?:、[^、]{4,6}){1,3}")
_LONGEST = 18
_TAKES_ROOT = seldom(r"(?:落地|走深走实|见效|全覆盖|提质增效)")
_HOW = seldom(r"[^0-9一二两三四五六七八九十]{1,3}[化型式性]|一体化|一[站窗门]式")


def _says_how(core: str) -> bool:
    """Whether quoted words only say how something is done (“一体化”, “主防型”)."""
    return _HOW.fullmatch(core) is not None


_NAMED = re.compile(
    r"(?:这|该|此|把|管(?!理))[^,。“”]{0,8}(?:叫做?|称为|称之为|取名为?|概括为|总结为|叫作|简称)$"
    r"|,(?:也|就|便)?(?:叫作|叫做|名叫|取名)$|(?:名字|取名|起名)[^。“”]{0,4}$|(?:群众|村民|居民|大家|百姓|街坊|牧民|渔民)们?(?:都|也|还)?(?:亲切地)?(?:叫它|叫他们|称它为?|称其为)$"
)
_TOLD_OFF = re.compile(r"[把让给][^、]{3,}")  # 把火场搬进脑子里: what is done, no name


@rule(
    "这套做法叫“〔三张清单〕”。",
    "群众把这支队伍称为“〔铁脚板〕”。",
    "这个办法取名“〔五色预警〕”。",
)
def named(site: Site) -> Reading | None:
    """Quoted words that the article says to be the name of a way of working or a team."""
    own = len(site.core) > 1 and not _TOLD_OFF.fullmatch(site.core)
    return alone(site, "mechanism", 2) if own and _NAMED.search(site.before) else None


_LISTED = seldom(
    r"等(?:[0-9一二两三四五六七八九十多几余]+(?:多|余)?[个项种套类批])?[^,。;“”]{0,8}?"
    r"(?P<what>品牌|工具|平台|系统|机制|工作法|做法|模式|应用|小程序|程序|载体|服务|活动|举措|措施|行动)"
)


@rule(
    "厅里研发“〔码上查〕”“随手拍”等12个应用程序。",
    "形成“〔村头说〕”“炕头调”等三个品牌。",
    "支队总结“〔看听问〕”等多种工作法。",
)
def listed(site: Site) -> Reading | None:
    """Quoted words in a list that ends with what they are."""
    found = _LISTED.match(site.text, site.last)
    if not found or site.core in figures() or len(site.core) < 2:
        return None
    kind = _STRONG.kinds.get(found["what"]) or ("platform" if found["what"] in {"工具", "应用", "程序"} else "mechanism")
    return alone(site, kind, 2)


_USED = seldom(r"(?:以|将|把)[^,。;“”]{0,10}$")
_MEANS = re.compile(
    r"[^,。;“”\n]{0,6}(?:为|作为|当作)[^,。;“”\n]{0,10}(?:抓手|载体|牵引|依托|支撑|手段|平台|主线|引领|切入点|突破口|着力点|方向|路径|导向)"
)


@rule(
    "县局以“〔三联三促〕”为抓手。",
    "乡里把“〔邻里联保〕”作为重要载体。",
    "该所以“〔警心向党〕”为牵引。",
)
def lever(site: Site) -> Reading | None:
    """Quoted words that are said to be the means of the work."""
    used = site.core not in figures() and "," not in site.core and _MEANS.match(site.text, site.last) and _USED.search(site.before)
    return alone(site, "mechanism", 1) if used else None


_JOINED_WAY = seldom(r"的[^,。“”]{0,6}(?:联防|联动|联控|联调|巡防|防控|巡逻|力量|方式)")
_TWO = seldom(r"[一-鿿A-Za-z0-9]{1,8}(?:\+[一-鿿A-Za-z0-9]{1,8})+")


@rule(
    "海湾靠“〔快艇+哨塔〕”守望。",
    "镇里把“〔1+6〕”用活了。",
    "“〔站点+车组〕”让求助不再难。",
)
def formula(site: Site) -> Reading | None:
    """Quoted words that a plus sign joins: what works together."""
    told = (
        "+" in site.core
        and _TWO.fullmatch(site.core)
        and site.core not in figures()
        and (_JOINED_WAY.match(site.after) or not site.after.startswith("的"))
    )
    return _with_tail(site, site.tail.kind if site.tail else "mechanism", 1) if told else None


_BEGUN = re.compile(
    r"(?:由此|就此)?(?:诞生|应运而生|问世)"
    r"|(?:正式)?(?:启动|上线|开通|运行|推行|实施|落地|投用|成立|开展|启用|建成)(?:以来|之后|后|至今|,|。|运行)|以来"
)


@rule(
    "“〔蓝鲸〕”上线以来接单3000件。",
    "自“〔金穗〕”启动后,田间巡查加密。",
    "“〔乡音和合〕”开通,老人听得懂。",
)
def begun(site: Site) -> Reading | None:
    """Quoted words that are said to be started."""
    return alone(site, "mechanism", 1) if site.core not in figures() and _BEGUN.match(site.text, site.last) else None


_AGAINST = seldom(
    r"(?:严厉|依法|集中|严打)?(?:打击|整治|清理|治理|查处|严打|打击治理|打击整治|专项整治)++(?:手机|电话|网络|非法|涉[一-鿿])?$"
)  # ++: or it takes time that doubles with each word


# 打击整治跨境赌博“断流”行动, but no 打击犯罪,开展“断流”行动
_AGAINST_WHAT = seldom(r"(?:打击|整治|打击治理|打击整治)(?!.*(?:开展|推进|组织|实施|部署|启动|参与|深化|力度|[的和与及]))[一-鿿]{2,14}$")


@rule(
    "全市开展〔打击“砂霸”专项行动〕。",
    "支队组织〔整治“炸街”行动〕。",
    "〔打击整治“飙车”集中行动〕启动。",
)
def against(site: Site) -> Reading | None:
    """A campaign that is named after what it is against."""
    tail = site.tail
    if tail is None or tail.kind != "campaign" or not tail.strong or not site.alone:
        return None
    what = _AGAINST_WHAT.search(site.before)
    deed = _AGAINST.search(site.before) or what
    if deed is None:
        return None
    start = site.start - len(deed[0])
    name = site.text[start : tail.end]
    if deed is what:  # which has a name of its own, and may be told of by that alone
        return Reading(start, tail.end, name, "campaign", site.core, tail.words, 6)
    return Reading(start, tail.end, name, "campaign", name, "", 5)


_WORKING = re.compile(
    r"(?!坐等|坐诊|被动|办案|执勤|假冒|事[前中后]|人[力工]|线[上下])[^、,0-9不没无]{3}[查巡访调办防控治警联护](?<!民警|交警|报警|片警|辅警)"
)


@rule(
    "火警少了,全靠“〔错峰夜巡〕”。",
    "老人盼的就是这样的“〔敲门走访〕”。",
    "“〔炕头说调〕”让邻里和好。",
)
def working_word(site: Site) -> Reading | None:
    """Four quoted characters that end with what the police and the grassroots do."""
    own = site.core not in figures() and _WORKING.fullmatch(site.core) and not _SHOWN.match(site.text, site.last)
    return alone(site, "mechanism", 1) if own else None


_SHOWN = seldom(r"等[^,。;]{0,12}(?:方式|形式|节目|作品)")  # 编排“山歌小调”等节目


@rule(
    "镇里有“邻里帮”机制。村口来了“〔蓝围裙〕”。晒谷场上,“蓝围裙”一站就是半天,乡亲们认准了“蓝围裙”。",
    "靠着“户联户”机制,山村静了。说起“〔枣树下〕”,老人话多。一到傍晚,“枣树下”便热闹起来,“枣树下”的茶管够。",
    "所里推行“日结日清”机制、“码上办”服务,开展“守夜”行动。“〔半分利〕”不大,人情大。三年来,“半分利”攒下一本账。",
)
def repeated(site: Site) -> Reading | None:
    """Quoted words that the article comes back to, in quotation marks again."""
    if not 3 <= len(site.core) <= 8 or _quoted(site.text)[site.core] < _TWICE:
        return None  # as most
    own = not (site.core[0].isdigit() or _says_how(site.core) or site.core in figures())
    turned = _TURNED.search(site.text, max(0, site.start - 2 * _LONGEST), site.start)
    own = own and not (turned or SORT.match(site.text, site.last) or _ACCOUNT.search(site.before))
    own = own and not _UNNAMING.search(site.core) and not _is_person(site) and not _is_trick(site) and not _is_saying(site.core)
    return alone(site, "mechanism", 1) if own else None


_TWICE = 2
# Where people live, offices, cases, money, and what is said of something (小事不出村, 平安为百姓, 稳稳的幸福).
_UNNAMING = seldom(
    r"(?:花园|家园|[一-鿿]店|超市|公司|饭馆|酒家|恐怖|小区|大厦|广场|公寓|山庄|新村|新城|嘉园|名苑|[康东西南北]城|公安|警方|警察|法院|检察院|消防|[库矿厂]|案|事件|纠纷|[一-鿿][钱款费贼产客])$|[一-鿿]{2}[不为][一-鿿]{2}|的"
)
# How somebody is called: 网友“…”, 名为“…”的账号.
_ACCOUNT = seldom(
    r"(?:微博|官微|微信群?|公众号|账号|网名|昵称|网友|博主|绰号|外号|化名|代号|自称|好友|队友|歌手|乐队|商标|品牌名)(?:是|为|叫|名为)?$"
)


def _is_saying(core: str) -> bool:
    """Whether quoted words are a saying that everybody uses: “未雨绸缪”."""
    ((word, tag), *rest) = rjieba.tag(core)
    return not rest and len(word) == _FIELD and tag[0] in "il"


def _is_trick(site: Site) -> bool:
    """Whether quoted words are how somebody cheats: “捡钱分钱”诈骗."""
    return site.core in _tricks(site.text)


@lru_cache(maxsize=1)
def _tricks(text: str) -> frozenset[str]:
    """The quoted words of a text that it calls a way to cheat somewhere."""
    return frozenset(_CHEATING.findall(text))


@lru_cache(maxsize=1)
def _quoted(text: str) -> Counter[str]:
    """How often a text quotes which words: told once for all of them, as there may be many."""
    return Counter(_MARKED.findall(text))


_MARKED = re.compile("“([^“”\n]+)”")
_CHEATING = seldom("“([^“”\n]+)”(?:[式类型]?诈骗|骗[局术]|案|盗窃)")
_TURNED = seldom(r"从[^“”,。]{0,4}“[^“”]{2,16}”[到向][^“”,。]{0,4}$")  # from “…” to “…”


def _is_person(site: Site) -> bool:
    """Whether quoted words are somebody's name."""
    name = read_name(site.text, site.start + 1)
    return name is not None and name.end == site.end - 1 and name.score >= SURE


@rule(
    "“〔一户两员〕”让独居老人安心。",
    "靠着“〔四进四听〕”,干部摸清了家底。",
    "村民夸“〔三问三送〕”贴心。",
)
def in_numbers(site: Site) -> Reading | None:
    """Quoted words that count in pairs what is done or who does it."""
    pairs = len(site.core) >= 4 and _PAIRS.fullmatch(site.core) and not _RESULTS.search(site.core)
    own = pairs and site.core not in figures() and not SORT.match(site.text, site.last)
    return alone(site, "mechanism", 1) if own else None


_RESULTS = seldom(r"[升降增减平]")  # “两升一降” is what came of it

SORT = seldom(r"等?(?:案|警情|人员|场所|犯罪|行为|群体|问题|现象|对象|违法)")


@rule(
    "居民扫描“〔隐患随手报〕”二维码就能举报。",
    "门口贴着“〔码上找警〕”的二维码。",
    "“〔院落连心〕”专属二维码人人会扫。",
)
def scanned(site: Site) -> Reading | None:
    """Quoted words before 二维码: what it opens."""
    return alone(site, "platform", 6) if site.core not in figures() and _CODE.match(site.text, site.last) else None


_CODE = re.compile(r"的?(?:专属|举报|警民|便民|报警)?二维码")


@rule(
    "大队把“〔流动车驾管所〕”开进山乡。",
    "法官将“〔竹林审判〕”搬到田间地头。",
    "民警把“〔办证小马扎〕”搬进了夜市。",
)
def brought(site: Site) -> Reading | None:
    """What is brought to people's doors: a quoted office on wheels or feet."""
    own = len(site.core) >= _FIELD and site.core not in figures() and _TAKEN_TO.search(site.before)
    return alone(site, "service", 1) if own and _BROUGHT.match(site.text, site.last) else None


_TAKEN_TO = re.compile("[把将]$")
_BROUGHT = seldom("(?:开|搬|设|建|办|挪|驶|送)(?:进|到|至|在|上)了?")


RULES: tuple[Rule[Site, Reading], ...] = (
    *(against, one_stop, known_name, scanned, called_slogan, peaceful_place, headed, head_inside, introduced_with_head),
    *(listed, after_head, named, lever, adopted, brought, formula, working_word, begun, in_numbers),
)
FAINT: tuple[Rule[Site, Reading], ...] = (repeated,)  # asked last, after those of `told` too
