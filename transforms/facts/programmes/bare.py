"""Names without quotation marks: noun phrases that end with a telling head, and well-known names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import rjieba

from transforms.facts.programmes.leads import Lead, Leads
from transforms.facts.programmes.names import recurs
from transforms.facts.programmes.nouns import EDGE, modifiers
from transforms.facts.programmes.quoted import Reading
from transforms.facts.programmes.scan import BARE, Scanned, Word
from transforms.facts.programmes.vocabulary import Kind, ending, known, role
from transforms.facts.rules import Rule, rule
from transforms.mentions.places import PlaceHit
from transforms.patterns import seldom

_LONGER = ("”", "室", "站", "车队", "战")  # “马背警务”, 马背警务室: other names


class Phrase(NamedTuple):
    """A noun phrase that ends with a head: where it lies, how much its modifiers tell, the verb that introduces it."""

    text: str
    start: int
    end: int
    head: str
    kind: Kind
    telling: int
    lead: Lead | None

    @property
    def name(self) -> str:
        """The phrase as written."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands right before it."""
        return self.text[max(0, self.start - 12) : self.start]

    @property
    def after(self) -> str:
        """What follows."""
        return self.text[self.end : self.end + 12]


def known_names(scanned: Scanned) -> Iterator[Reading]:
    """The well-known names that stand without quotation marks, with the head behind them (两队一室改革, 一村一警工作机制)."""
    text = scanned.leads.text
    for start, end, word in scanned.words:
        entry = known().get(word)
        if entry and not text.startswith(_LONGER, end):
            tail = _HEAD_BEHIND.match(text, end)
            behind = tail[0] if tail else ""
            yield Reading(start, end + len(behind), word + behind, entry.kind, word, behind, 2)


_HEAD_BEHIND = seldom(r"(?:警务|工作|运行|管理|服务|建设|专项)?(?:改革|机制|模式|体系|制度|行动|活动|斗争|工程)(?!中|的)")


def peaceful_places(text: str, places: Sequence[PlaceHit]) -> Iterator[Reading]:
    """The places that are to be made peaceful, without quotation marks: 推进平安青川建设."""
    for hit in places:
        start = hit.start - len(_PEACEFUL)
        if hit.kind == "named" and text.startswith(_PEACEFUL, max(0, start)) and _MADE.match(text, hit.end):
            name = text[start : hit.end]
            yield Reading(start, hit.end, name, "slogan", name, "", 1)


_PEACEFUL, _MADE = "平安", seldom("建设|创建")


def phrases(scanned: Scanned) -> Iterator[Phrase]:
    """The noun phrases that end with a telling head and may be a name, in order."""
    text = scanned.leads.text
    for word in scanned.words:
        if _BARE_BEFORE.match(text, word.start - 1) or word.word in known() or _GOES_ON.match(text, word.end):
            continue
        if word.word in _OF_SECTORS and _SECTOR.search(text, max(0, word.start - 4), word.start):
            continue
        if _is_likely(word, scanned.leads):
            phrase = _phrase(text, word, scanned.leads)
            if phrase:
                yield phrase


def _is_likely(word: Word, leads: Leads) -> bool:
    """Whether any rule may read the phrase: what a first look at its surroundings tells."""
    kind, lead = BARE.kinds[word.word], leads.governing(word.start)
    if word.word in role("offered"):
        return lead is not None and len(lead.gap) <= _WIDEST and lead.is_one_of("offer")
    if kind == "slogan" or word.word.endswith("线") or (lead and _may_govern(lead, kind)):
        return True
    if kind == "platform" and not EDGE.search(leads.text, max(0, word.start - 6), word.start):
        return True
    if word.word in _MEANS and _NEAR_MEANS.search(leads.text, max(0, word.start - 12), word.start):
        return True
    if word.word in _ROOMS and recurs(leads.text, leads.text[word.start - 2 : word.end], _OFTEN):
        return True
    return _is_hinted(word, leads.text)


def _is_hinted(word: Word, text: str) -> bool:
    """Whether what stands around a head, other than a verb, may make it a name."""
    behind = _BEHIND.get(word.word if word.word == "制度" else BARE.kinds[word.word], _GOES)
    if behind.match(text, word.end) or _GOES.match(text, word.end):
        return True
    if BARE.kinds[word.word] == "campaign" and _IN_A_ROW.search(text, max(0, word.start - _WIDEST), word.start):
        return True
    if word.word in _SPECIALS and text.startswith(_SPECIAL, word.start):
        return True
    return _HINTS.search(text, max(0, word.start - 12), word.start) is not None


_THROUGH = "(?:通过|利用|运用|借助|登录|接入|录入|在|[传推][递送][到至])"
_STARTED = re.compile(r"的?(?:成立|组建|启动|启用|上线|投用|运行|建立|推行|开通|开展)(?:以来|之后|后|至今|以后|,|使|则|让|标志)")
_ON = seldom(
    r"中(?=,|$)|期间|以来|工作中|为契机|(?:首[日周月季]|阶段性|第一阶段)(?:情况|战果|成果|成效)?|(?:开展)?情况|战果|动员|部署会|推进会|总结会"
)
_GOES = re.compile(rf"{_STARTED.pattern}|{_ON.pattern}|为")
_WIDEST = 28
_BARE_BEFORE = re.compile(rf"{EDGE.pattern}|[的了]")
_GOES_ON = re.compile(
    r"(?<=整治|打击|行动)“|型|员|长(?!效)|民警|辅警|负责人|成员|中心|部署(?!会)|期(?!间)|性|室|部门|指挥|领导|办公室|战士|整改"
)
_ENDS_ITEM, _BESIDE_NEXT = re.compile("[。:;]"), re.compile(r"(?:以?及|[、和与])“")
_BEHIND = {"制度": _ENDS_ITEM, "campaign": _BESIDE_NEXT}
_HINTS, _IN_A_ROW = re.compile("级|[有着]一|——"), re.compile("”|组织|完成|[0-9]年")
_MEANS = frozenset({"平台", "系统"})
_OF_SECTORS = frozenset({"系统"})
_SECTOR = seldom("(?:公安|政法|检察|法院|审判|司法|教育|金融|卫生|交通|消防|应急|[全各][国省市州县区])$")
_NUMBER = seldom(r"[0-9一二两三四五六七八九十]+$")


def _may_govern(lead: Lead, kind: Kind) -> bool:
    near = len(lead.gap) <= _WIDEST or "、" in lead.gap
    return near and lead.is_one_of("founded" if kind == "organisation" else "adopt")


def _phrase(text: str, word: Word, leads: Leads) -> Phrase | None:
    start, end, head = word
    number = _NUMBER.search(text, max(0, start - 4), start) if head in role("measures") else None
    start = number.start() if number else start
    own = modifiers(text, start)
    if text.endswith("”", 0, own.start):
        return None
    first = _with_deed(own.start, leads) if BARE.kinds[head] == "campaign" else _with_partner(own.start, head, leads)
    telling = own.telling + own.start - first
    first += 0 if first < own.start and text.startswith("创建", first) else _other_words(text[first:end])
    return Phrase(text, first, end, head, _kind(text[first:end], head), telling, leads.before(first, 0))


def _with_deed(start: int, leads: Leads) -> int:
    """Where the name of a campaign begins that says what is done: 开展 | 打通消防通道行动."""
    first, lead = start, leads.before(start, 0)
    while lead and not lead.gap and lead.is_one_of("reject", "build") and lead.verb not in role("carry") | _STARTING:
        first -= len(lead.verb)
        lead = leads.before(first, 0)
    return first if lead and not lead.gap and lead.is_one_of("adopt") else start


def _other_words(name: str) -> int:
    """How many characters at the head of a name are none of it: 做实 | 做强 | 警民联防机制, 东城警务站 | 和 | 西城警务站."""
    if name[:1] in _CUT_OFF or (name[:1] in _AND and name[:_LEAST] not in _HARMONY):
        return 1
    led = _LED.match(name)
    if led:
        return led.end()
    return _LEAST if name[:_LEAST] in role("adopt") and len(name) > _LEAST * 3 else 0


_LED = re.compile(
    r"(?:(?:充分|有效|积极|不断|持续)?(?:发挥|运用|利用|应用)|(?:容易|极易)?造成|一大批|一整套|市政府|省政府|县政府|小时|发展)(?=.{6})"
)
_AND, _HARMONY = frozenset("和与及"), frozenset({"和谐", "和美", "和睦", "和合", "和平", "和解"})


_CUT_OFF = frozenset("年起")  # 2015年 | 清网行动, 建立起 | 快侦快破机制
_LEAST = 2
_STARTING = frozenset({"部署", "推进", "推动", "深化", "参与", "发布", "举办", "强化"})
_PARTNER = seldom(r"[一-鿿]{2,6}与")
_OF_SEVERAL = frozenset({"机制", "体系", "系统", "平台", "模式", "工程"})
_DOING_TOO = seldom(r"(?P<first>[一-鿿]{4,12})[和及]")


def _with_partner(start: int, head: str, leads: Leads) -> int:
    """Where the name of two begins right behind a verb of adoption: 报警与监控系统, 线索移交和联合惩戒机制."""
    lead = leads.before(start, 0) if leads.text.endswith(("与", "和", "及"), 0, start) else None
    if lead is None or not lead.is_one_of("adopt"):
        return start
    ways = _DOING_TOO.fullmatch(lead.gap) if head in _OF_SEVERAL else None
    joined = _PARTNER.fullmatch(lead.gap) or (ways and _ends_in_deed(ways["first"]) and not ending(ways["first"], BARE))
    return start - len(lead.gap) if joined else start


def _ends_in_deed(words: str) -> bool:
    """Whether words end with what is done (线索移交), not with a thing (基础设施)."""
    *_, (_, tag) = rjieba.tag(words)
    return tag.startswith("v")


_TECHNICAL = seldom(r"视频|监控|系统|卡口|信息|数据|智慧|智能|感知|联网")


def _kind(name: str, head: str) -> Kind:
    """The kind that the head tells; a work of technology (视频监控工程) is a platform."""
    return "platform" if head in role("engineering") and _TECHNICAL.search(name) else BARE.kinds[head]


def _reading(phrase: Phrase, weight: int = 1) -> Reading:
    return Reading(phrase.start, phrase.end, phrase.name, phrase.kind, phrase.name, "", weight)


_LIST_GOES_ON = seldom(r"(?:工作|活动)?(?:[、,。;]|等|和|及|以及|$)")


def _is_governed(phrase: Phrase, *roles: str) -> bool:
    """Whether a verb of one of these roles introduces the phrase, alone or in a list."""
    lead = phrase.lead
    if lead is None or not lead.is_one_of(*roles):
        return False
    return lead.direct or lead.gap.endswith("的") or (lead.listed and _LIST_GOES_ON.match(phrase.after) is not None)


@rule(
    "县局建立〔涉校警情会商制度〕。",
    "该市推行〔沿街商户十户联保机制〕。",
    "支队研发了〔渣土车轨迹预警系统〕。",
)
def introduced(phrase: Phrase) -> Reading | None:
    """A noun phrase with a telling head that a verb of adoption introduces."""
    if phrase.kind in {"organisation", "slogan"} or phrase.head in role("offered", "graded") or not _is_named(phrase):
        return None
    if phrase.kind == "service" and _COUNTED_AFTER.match(phrase.after):
        return None
    if phrase.kind == "platform" and _IN_TRADE.search(phrase.name):
        return None
    if phrase.head == "方式" and (phrase.telling < _SORTED or not (phrase.lead and phrase.lead.direct)):  # 这种方式; 发布避险位置、领取方式
        return None
    if phrase.lead and phrase.lead.verb in _DEVELOPED and phrase.kind == "platform" and not _OF_A_SORT.search(phrase.before):
        return _reading(phrase) if _is_governed(phrase, "adopt") else None
    counted = phrase.head in role("measures") and not _NUMBER_FIRST.match(phrase.name)
    duty = phrase.head == "制度" and _DUTY.search(phrase.name) is not None
    told = (phrase.telling >= 2 or counted or duty) and len(phrase.name) >= 4
    whole = (phrase.head == "共同体" and len(phrase.name) >= 7) or (phrase.head.endswith("改革") and phrase.name != phrase.head)
    return _reading(phrase) if (told or whole) and _is_governed(phrase, "adopt") else None


_DUTY = seldom("值班|值守|备勤|带班|例会|会商|会议|研判|走访|报告|通报|巡逻|巡查|督查|考评|奖惩|首问|首接|回访")
_DEVELOPED = frozenset({"研发", "开发", "研制", "上线"})
_OF_A_SORT = seldom(r"[个款套项批种]$")
_NUMBER_FIRST = seldom(r"[0-9一二两三四五六七八九十]+[条项]")
_COUNTED_AFTER = re.compile(r"[0-9]+(?:余|多)?[个处家座间所]")  # 建成公共法律服务站75个: places, not a name
_CALLED = seldom(r"[百千万大]|进[一-鿿]{2}|[月周日季年度]活动|[村镇校区户]创建活动|^创建[一-鿿]{4,}活动")


_MERE = re.compile(
    r"(?:迅速|立即|积极|自觉|主动|快速|果断|马上|即刻|连夜)行动|(?:智慧|智能|数字|综合)平台|.*(?:违法|犯罪|非法)活动"
    r"|(?:国家|社会|基层|城乡|社区|乡村|农村|城市|市域|县域|公共安全|治安|综合|现代化?|精细化?|规范化|科学化|[共治建享])*(?:治理|防控)新?(?:体系|制度|格局|机制|模式|共同体)|新形势下.*"
    r"|(?:审判|监管|监督|奖励|激励|奖惩|管理|安全生产|户籍|反应|信用|惩戒|服务|工作|运行|领导|组织|司法|责任|公益诉讼)+(?:机制|模式|体系|制度)"
    r"|(?:多轮次?|多次|几轮|新一轮|多场)[一-鿿]*行动"
    r"|(?:强大|凌厉|强劲|猛烈|新一轮|严打|高压|全面)攻势|(?:发放|张贴|派发|印制|填写|有序|恢复|更新).*"
    r"|[同与跟].*斗争|(?:政务|服务|举报|咨询|投诉|市民|便民|报警)热线"
)


def _is_named(phrase: Phrase) -> bool:
    """Whether it has a name of its own.

    An activity is named for what it does (法治进校园活动), and a mere doing (走访慰问活动, 迅速行动) is not; nor is what the whole country
    has (社会治理体系).
    """
    own = not phrase.head.endswith("活动") or _CALLED.search(phrase.name) is not None
    return own and _MERE.fullmatch(phrase.name) is None


@rule(
    "县局组建〔护秋联防队〕。",
    "各镇成立了〔涉渔纠纷调解专班〕。",
    "河边有一支〔护渔巡逻队〕。",
)
def team(phrase: Phrase) -> Reading | None:
    """A team or office that is said to be founded."""
    told = phrase.kind == "organisation" and phrase.head not in _MANY and phrase.telling >= (_SORTED if phrase.head == "团队" else 2)
    there_is = _THERE_IS.search(phrase.before) and not phrase.head.endswith(("大队", "中队"))  # 只有一个巡警中队: of that sort
    founded = told and not _UNIT.fullmatch(phrase.name) and (_is_governed(phrase, "founded") or there_is)
    return _reading(phrase) if founded and not _MANY_BEFORE.search(phrase.before) else None


_UNIT = seldom(
    "(?:专职)?(?:巡警|巡特警|特警|特巡警|交警|刑警|刑侦|治安|经侦|网安|网侦|[环食药森]{2,3}侦|禁毒|反诈|消防|森林警察|水警|骑警|机动|防暴)*(?:大队|中队|支队|队)"
)
_SORTED = 4  # letters that tell one team from others of its sort (资金分析团队)
_MANY_BEFORE = seldom(r"(?:[2-9两三四五六七八九十百余多]|\d{2})[支个]$")  # 再组建6支义警分队: none with a name
_THERE_IS = re.compile(r"(?:有|活跃着)了?(?:这样|这么)?一[支个群]$")


@rule(
    "大厅推出〔午间延时服务〕。",
    "派出所开通〔夜间预约服务〕。",
    "检察院首创〔异地听证服务〕。",
)
def offered(phrase: Phrase) -> Reading | None:
    """A service or a way to police that is said to be new."""
    telling = phrase.telling >= 2 or (phrase.head in _JOINTLY and len(phrase.name) >= 4 and _LIST_GOES_ON.match(phrase.after))
    told = phrase.head in role("offered") and telling and not phrase.before[-1:].isdigit() and not _EVERYWHERE.fullmatch(phrase.name)
    of_what = phrase.after.startswith("过程") or (phrase.lead is not None and phrase.lead.gap.startswith("对"))  # 实行对车辆的动态管理
    return _reading(phrase) if told and not of_what and _is_governed(phrase, "offer") else None


@rule(
    "全局树立〔民意引领巡防理念〕。",
    "该院秉持〔双向保护未成年人理念〕。",
    "民警践行〔数据护航民生理念〕。",
)
def held(phrase: Phrase) -> Reading | None:
    """A principle that is said to be held, and called one."""
    return _reading(phrase) if phrase.kind == "slogan" and phrase.telling >= 4 and _HOLD.search(phrase.before) else None


# What everybody does: 实行封闭管理, 动态管理.
_EVERYWHERE = seldom(
    r"(?:全?封闭式?|动态化?|闭环|名单|全程|全过程|双重|集中|统一|分类|分级|精细化|规范化|日常|临时|交通|封院|[停复]工)(?:化)?管理"
)
_JOINTLY = frozenset({"联动", "协作", "联调", "联控", "联勤", "联治", "联防"})  # these tell by themselves: 警务联动
_MANY = frozenset({"队伍", "党支部"})  # they say of what sort a team is: 一支由志愿者组成的队伍
_HOLD = seldom(r"(?:树立|树牢|秉持|秉承|践行|奉行|恪守)了?$")
_LEVEL = r"(?:省|市|区县?|县区?|镇街?|乡镇?|街道|街镇|镇街|街乡镇|社区|村居?|居|小区|网格|楼栋|院落|户)(?:\([一-鿿]{1,3}\))?"
_LEVELS = seldom(rf"{_LEVEL}(?:[、和]{_LEVEL})+(?<=\))$")  # 区、镇(街)、村(居) | 三级联调机制
_GRADED = re.compile(r"[^级]{0,4}(?P<grade>[二两三四五六七八九]级)[^级]")


@rule(
    "全县建成〔县乡村四级调处网络〕。",
    "群众夸〔三级巡防体系〕管用。",
    "〔五级联动机制〕覆盖全域。",
)
def graded(phrase: Phrase) -> Reading | None:
    """A system that is named by its levels."""
    found = _GRADED.match(phrase.name) if len(phrase.name) > 5 and phrase.kind in {"mechanism", "platform"} else None
    if not found:
        return None
    start = phrase.start + found.start("grade")
    levels = _LEVELS.search(phrase.text, max(0, start - _WIDEST), start)
    if levels:
        return _reading(phrase._replace(start=levels.start()))
    listed = phrase.text.endswith("、", 0, phrase.start)
    return _reading(phrase._replace(start=start) if listed else phrase)


@rule(
    "民警登录〔辖区重点人员动态感知平台〕。",
    "〔渔船进出港智能核验系统〕亮起红灯。",
    "线索来自〔城乡网格事件流转平台〕。",
)
def long_platform(phrase: Phrase) -> Reading | None:
    """A platform with a name of many words."""
    named = phrase.kind == "platform" and len(phrase.name) >= _MANY_LETTERS and phrase.telling >= _SORTED
    return _reading(phrase) if named and not _ANY_PLATFORM.search(phrase.name) and _is_noun(phrase) else None


_MANY_LETTERS = 9


def _is_noun(phrase: Phrase) -> bool:
    """Whether a phrase is a noun with what its head is for (渔船轨迹 | 查控 | 平台), and no clause that ends with one (下载反诈平台)."""
    cut = list(rjieba.tag(phrase.name[: -len(phrase.head)]))
    while cut and (cut[-1][1][0] == "v" or cut[-1][0] in role("generic", "nominal")):
        cut.pop()
    return bool(cut) and not any(tag[0] in _NO_NOUN and word not in role("generic", "nominal") for word, tag in cut)


_NO_NOUN = frozenset("vpdrcumqy")  # parts of speech


@rule(
    "数据随即传递到〔渔船轨迹查控平台〕。",
    "民警通过〔护林云眼系统〕找到火点。",
    "乡里在〔渔事通办平台〕上线办事端口。",
)
def used(phrase: Phrase) -> Reading | None:
    """A platform with a name of its own by means of which something is done."""
    own = phrase.telling >= 2 or len(phrase.name) > _LONG_NAME
    named = phrase.head in _MEANS and own and not _ANY_PLATFORM.search(phrase.name)
    return _reading(phrase) if named and _BY_MEANS.search(phrase.before) else None


_LONG_NAME = 7
_BY_MEANS, _NEAR_MEANS = seldom(f"{_THROUGH}$"), seldom(_THROUGH)
_TRADE = (
    "网购|购物|电商|直播|交易|支付|投资|理财|借贷|赌博|社交|贷款|聊天|游戏|外卖|快递|招聘|租赁|二手|代驾|交友|刷单|虚假"
    "|(?<!反)诈骗|P2P|非法|融资|基金|淫秽|黑客|营销"
)
_WATCHED = "预警|反诈|防|监测|监管|治理|打击|查控|劝阻|举报"
_IN_TRADE = seldom(rf"^(?!.*(?:{_WATCHED})).*(?:{_TRADE})")  # what platforms of commerce and of crime are called by
_ANY_PLATFORM = seldom(
    f"{_TRADE}|网络|互联网|微信|视频|媒体|新闻|导航|操作|收银|监控系统|[这那该此某]|我们|有关|相关|部门|第三方|受理|各|政务服务平台|工作平台|平台系统|金融系统|网站|问政|留言"
    "|公众号|微博|短信|正规|官方|境[内外]|公开|商业|计算机|财富|资本|网约|顺风车|快车"
    "|(?:公安|监察|检察院|法[院检]|[国安发改]委|国安|纪检|机关|政府|党委|教育|医疗|税务|司法|公交|环境|控制|通信)系统|国家平台|数字平台|远程监控|二楼"
)


@rule(
    "〔反诈专班〕成立以来追回货款。",
    "〔护航秋收行动〕启动后,夜巡加密。",
    "〔网约车登记平台〕上线以来运行平稳。",
)
def founded(phrase: Phrase) -> Reading | None:
    """A noun phrase with a telling head that is said to be founded or started."""
    return _reading(phrase) if phrase.telling >= 2 and _STARTED.match(phrase.after) else None


@rule(
    "在〔夏夜护苗行动〕中,民警查获一批违禁品。",
    "〔缉私护渔专项行动〕期间,上交电鱼器3台。",
    "〔清湖护渔会战〕以来,渔船归港。",
)
def under_way(phrase: Phrase) -> Reading | None:
    """A campaign during which something is said to happen."""
    lasting = phrase.kind == "campaign" and phrase.head.endswith(("行动", "战", "战役", "攻势", "斗争"))
    return _reading(phrase) if lasting and phrase.telling >= 2 and _ON.match(phrase.after) else None


_SPECIAL = "专项"
_ANY_SPECIAL = seldom(
    r"(?:随着|通过|经过|根据|按照|为期|[全各][国省市州县区镇所局类地项种]|系列|一系列|若干|有关|相关|这[次一]|此次|本次|上述|该|其他|重点|集中|统一|联合|日常|常态化?|[0-9一二两三四五六七八九十多数几]+[个项次场轮])*"
    r"专项(?:整治|打击|治理|清理|攻坚)?(?:行动|斗争)|关于.*|.*(?:推进|开展|部署|参与|启动|实施|组织|深化)专项.*"
)


@rule(
    "〔护苗清网专项行动〕掀起一波又一波攻势。",
    "墙上写着〔护渔打非专项斗争〕的战果。",
    "老人们都夸〔渡口乱象整治专项行动〕。",
)
def special(phrase: Phrase) -> Reading | None:
    """A special campaign that is named for what it is about, whatever is said of it."""
    told = phrase.head in _SPECIALS and len(phrase.name) >= _SPELT_OUT and _SPECIAL in phrase.name and _is_named(phrase)
    return _reading(phrase) if told and not _ANY_SPECIAL.fullmatch(phrase.name) else None


_SPELT_OUT = 8  # letters of a name that says what is done
_SPECIALS = frozenset({"专项行动", "专项斗争", "行动", "斗争", "专项整治行动"})
_ORGANISED = seldom(r"(?<![党会团群])组织(?:了|实施)?[^,。;:“”、]{2,8}的$|(?<!未)完成了?$|(?:19|20)[0-9]{2}年$")


@rule(
    "县局组织了为期一月的〔渡口秩序整治行动〕。",
    "大队组织为期五天的〔校车隐患清零行动〕。",
    "支队组织声势浩大的〔夜市噪音治理统一行动〕。",
    "两局年底前完成〔旧楼消防特别巡查行动〕。",
    "公安机关2015年〔护苗清网专项行动〕收官。",
)
def organised(phrase: Phrase) -> Reading | None:
    """A campaign that somebody is said to organise or to have done, or that is named with its year."""
    told = phrase.kind == "campaign" and phrase.telling >= 2 and phrase.head != "活动" and _is_named(phrase)
    return _reading(phrase) if told and _ORGANISED.search(phrase.before) else None


_BESIDE = seldom(r"”[一-鿿]{0,6}(?:行动|整治|会战|斗争|攻坚战)?(?:以?及|[、和与])$")


@rule(
    "全所结合“护苗”行动和〔渡口周边治理行动〕,警力全部上路。",
    "民警把“清湾行动”、〔老旧渔船清查行动〕一并推进。",
    "此次清查与〔河道采砂整治行动〕、“断流行动”同步。",
)
def beside(phrase: Phrase) -> Reading | None:
    """A campaign in a row with one in quotation marks."""
    told = phrase.kind == "campaign" and phrase.telling >= 2 and _is_named(phrase)
    return _reading(phrase) if told and (_BESIDE.search(phrase.before) or _BESIDE_NEXT.match(phrase.after)) else None


_OPENS_ITEM = seldom(r"(?:^|[。;\n])\s*(?:[一二三四五六七八九十]是|\(?[0-9一二三四五六七八九十]+[)、.])?$")


@rule(
    "一是建章立制。二是〔来访首接制度〕。谁接待,谁负责到底。",
    "〔警情回访制度〕。案件办结一周内,民警上门听意见。",
    "(三)〔涉渔纠纷会商制度〕:每月逢五,各方坐到一起。",
)
def itemed(phrase: Phrase) -> Reading | None:
    """A way of working that is a sentence of its own, over what it is."""
    told = phrase.kind == "mechanism" and phrase.telling >= 2 and phrase.head.endswith("制度") and _ENDS_ITEM.match(phrase.after)
    return _reading(phrase) if told and _OPENS_ITEM.search(phrase.before) else None


_APPOSED = re.compile(r"(?:队伍?|团队?|组织|平台|系统|程序|品牌|机制|模式|制度)——$")


@rule(
    "社区孵化出一支志愿者队伍——〔阿婆巧手缝补队〕。",
    "老人找到了镇里的服务队——〔老街坊修修队〕。",
    "县里有自己的平台——〔渔船平安通系统〕。",
)
def apposed(phrase: Phrase) -> Reading | None:
    """What a dash says a team, platform or way of working to be."""
    return _reading(phrase) if phrase.telling >= 2 and _APPOSED.search(phrase.before) else None


_LEVER = seldom(r"为(?:重要|主要|有力)?(?:抓手|载体|牵引|契机|依托|支撑|平台|主导|引领|统领|龙头|主线|突破口|切入点)")


@rule(
    "全县以〔平安护渔行动〕为抓手,整治违规捕捞。",
    "乡里以〔渔船预警平台〕为支撑。",
    "镇里以〔邻里评议制度〕为载体移风易俗。",
)
def relied_on(phrase: Phrase) -> Reading | None:
    """A noun phrase with a telling head that is said to be the means of the work."""
    told = phrase.telling >= 2 and phrase.before.endswith("以") and _LEVER.match(phrase.after)
    return _reading(phrase) if told else None


_ROOMS = frozenset(("调解室", "工作室", "会客厅", "议事厅", "驿站", "巡逻队", "巡防队", "联防队", "义警队", "宣讲团", "突击队", "服务队"))
_OFTEN = 3


@rule(
    "〔麻柳调解室〕离集市不远。老人爱去麻柳调解室坐坐,麻柳调解室的茶总是热的。",
    "〔盐道巡防队〕有九个人。夜里,盐道巡防队走完三个村。盐道巡防队从不缺席。",
    "〔马头琴宣讲团〕又上路了。牧民爱听马头琴宣讲团,马头琴宣讲团也爱唱。",
)
def recurring(phrase: Phrase) -> Reading | None:
    """A room or team with a name of its own that the article comes back to."""
    named = phrase.head in _ROOMS and phrase.telling >= 2 and recurs(phrase.text, phrase.name, _OFTEN)
    return _reading(phrase) if named else None


_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"[0-9]{3,8}$"), re.compile(r"[0-9]{3,8}")
_OPENED = seldom(r"(?:电话)?(?:自[^,。;]{1,12})?(?:正式)?(?:开通|启用|投用|设立)")
_COMMON_LINES = frozenset({"110", "96110", "119", "120", "122"})
_OF_MAYORS, _PLAIN_LINES = "12345", frozenset({"热线", "政务服务热线", "政务服务便民热线", "政府热线", "便民热线"})


@rule(
    "群众可拨打〔12348法律援助热线〕咨询。",
    "县里开通〔护企热线8110〕。",
    "请拨〔165专线〕查证。",
    "〔涉企诉求热线〕自5月起开通。",
)
def hotline(phrase: Phrase) -> Reading | None:
    """A telephone line that people can call, with its number or the day since when they can."""
    if not phrase.head.endswith(("热线", "专线")):
        return None
    before, after = _NUMBER_BEFORE.search(phrase.before), _NUMBER_AFTER.match(phrase.after)
    number = before or after
    if number is None:
        announced = phrase.telling >= _SORTED and _is_governed(phrase, "offer", "adopt")
        opened = phrase.telling >= 2 and _OPENED.match(phrase.after)
        return _reading(phrase._replace(kind="service")) if announced or opened else None
    if number[0] in _COMMON_LINES or (number[0] == _OF_MAYORS and phrase.name in _PLAIN_LINES):
        return None
    start, end = phrase.start - (len(before[0]) if before else 0), phrase.end + (len(after[0]) if after else 0)
    start += len("小时") if phrase.name.startswith("小时") else 0  # 24小时 | 热线18222
    name = phrase.text[start:end]
    return Reading(start, end, name, "service", name, "", 1)


RULES: tuple[Rule[Phrase, Reading], ...] = (
    *(hotline, introduced, team, offered, held),
    *(organised, beside, itemed, apposed),
    *(graded, relied_on, long_platform, used, founded, under_way, recurring, special),
)
