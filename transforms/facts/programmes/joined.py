"""Names without quotation marks that are made of several: joined by plus signs, parallel, or in a list that says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

import rjieba

from transforms.facts.programmes.leads import Lead, Leads
from transforms.facts.programmes.quoted import Reading
from transforms.facts.programmes.scan import BARE, Scanned, Word
from transforms.facts.programmes.sites import Tail, tail_at
from transforms.facts.programmes.vocabulary import ending, heads, role
from transforms.facts.rules import Rule, rule
from transforms.patterns import seldom


class Row(NamedTuple):
    """Parts in a row: where they lie, what joins them, the verb before them and the noun phrase behind them."""

    text: str
    start: int
    end: int
    joint: Literal["+", "、", "等", "等制度", "等行动", "分钟", "《", "群", "机制", "制"]
    parts: tuple[str, ...]
    lead: Lead | None
    tail: Tail | None

    @property
    def introduced(self) -> bool:
        """Whether a verb of adoption stands right before the row."""
        return self.lead is not None and self.lead.direct and self.lead.is_one_of("adopt")


def rows(scanned: Scanned) -> Iterator[Row]:
    """The rows of a text that may be names."""
    yield from _sums(scanned.leads)
    yield from _parallels(scanned)
    yield from _lists(scanned.leads)
    yield from _titles(scanned.leads)
    yield from _minutes(scanned.leads.text)
    yield from _kept(scanned.leads)
    yield from _ways(scanned)
    yield from _orders(scanned.leads)


_MINUTES = seldom(r"“?[0-9]{1,2}(?:、[0-9]{1,2}){1,3}”?分钟”?")


def _minutes(text: str) -> Iterator[Row]:
    """The minutes in which police of one town, its neighbours and all are to arrive."""
    for match in _MINUTES.finditer(text) if "分钟" in text else ():
        end = match.end()
        yield Row(text, match.start(), end, "分钟", (match[0],), None, tail_at(text, end))


_PIECE = "[一-鿿A-Za-z0-9]"
_SUM = seldom(rf"(?P<first>{_PIECE}{{1,12}}+)\+(?:{_PIECE}{{1,8}}\+)*(?P<last>{_PIECE}{{1,8}})")


def _sums(leads: Leads) -> Iterator[Row]:
    text = leads.text
    for match in _SUM.finditer(text) if "+" in text else ():
        if text.rfind("“", 0, match.start()) <= text.rfind("”", 0, match.start()):
            yield _sum(match, leads)


def _sum(match: re.Match[str], leads: Leads) -> Row:
    """The parts less the verb before the first and less what follows the last."""
    inner = leads.before(match.end("first"), match.start() + 1)
    start = match.end("first") - len(inner.gap) if inner else match.start()
    end = match.start("last") + len(_last_part(match["last"], match["first"][-1]))
    parts = tuple(leads.text[start:end].split("+"))
    return Row(leads.text, start, end, "+", parts, leads.before(start, 0), tail_at(leads.text, end))


def _last_part(words: str, sign: str) -> str:
    """What ends as the first part does (车巡+视频巡), else the first word, with the second where it has one letter."""
    alike = words.find(sign, 1, _LONG)
    if alike > 0:
        return words[: alike + 1]
    cut = list(rjieba.cut(words))
    return "".join(cut[:2]) if len(cut[0]) == 1 and not cut[0].isascii() else cut[0]


def _parallels(scanned: Scanned) -> Iterator[Row]:
    """What stands between a verb and a head, where it is a row."""
    text = scanned.leads.text
    for word in scanned.words:
        if word.word in BARE.kinds and "、" in text[max(0, word.start - _WIDE) : word.start] and not text.startswith("中心", word.end):
            lead = scanned.leads.governing(word.start)
            if lead and "、" in lead.gap:
                yield _parallel(text, word, lead)


def _parallel(text: str, word: Word, lead: Lead) -> Row:
    gap = lead.gap[lead.gap.startswith(("了", "起", "出")) :]
    joined, of, field = gap.rpartition("的") if _JOINED.search(gap) else (gap.removesuffix("的"), gap[-1:], "")
    start, words = word.start - len(field), field + word.word
    tail = Tail(start, word.end, words, word.word, BARE.kinds[word.word], True, of == "的")
    return Row(text, word.start - len(gap), start - tail.linked, "、", tuple(joined.split("、")), Lead(lead.verb, ""), tail)


_JOINED = seldom("(?:结合|一体|一体化)的[一-鿿]{0,6}$|的(?:工作|运行|管理|治安|联动)$")


_WIDE, _LONG = 12, 4
_LIST = re.compile(
    r"(?<=、)[^、,。;:“”\n]{4,14}等(?:[0-9一二三四五六七八九十多]+[项个种场])?[一-鿿]{0,6}?(?:举措|措施|服务|(?P<rules>机制|制度)|做法|(?P<deeds>行动|会战))"
)


def _lists(leads: Leads) -> Iterator[Row]:
    """The ways in a list that ends with what they are: as one, but each campaign by itself."""
    for match in _LIST.finditer(leads.text):
        lead = _before_list(leads, match.start())
        if lead:
            at = match.start() - len(lead.gap)
            listed, before = leads.text[at : match.end()].split("等")[0], Lead(lead.verb, "")
            if not match["deeds"]:
                joint: Literal["等", "等制度"] = "等制度" if match["rules"] else "等"
                yield Row(leads.text, at, at + len(listed), joint, tuple(listed.split("、")), before, None)
            for part in listed.split("、") if match["deeds"] else ():
                yield Row(leads.text, at, at + len(part), "等行动", (part,), before, None)
                at += len(part) + 1


def _before_list(leads: Leads, at: int) -> Lead | None:
    """The verb before a list whose last item begins at an offset; verbs in the items (渡口重点 | 整治) are none."""
    start, lead = at, leads.before(at, 0)
    while lead and lead.verb in role("nominal") and lead.is_one_of("reject"):
        start -= len(lead.gap) + len(lead.verb)
        lead = leads.before(start, 0)
    return Lead(lead.verb, leads.text[start - len(lead.gap) : at]) if lead else None


_TITLE = seldom(r"《(?P<name>[一-鿿]{2,24}(?:制|制度|机制|工作法|清单|规范|公约))》")


def _titles(leads: Leads) -> Iterator[Row]:
    """Ways of working in the marks of a title."""
    for match in _TITLE.finditer(leads.text) if "《" in leads.text else ():
        yield Row(leads.text, *match.span("name"), "《", (match["name"],), leads.before(match.start(), 0), None)


_GROUP = seldom(
    r"(?:(?:建立|组建|建起|搭建|成立|开通|依托|通过|利用|运用)了?|整合[^,。;]{2,16}?成)(?P<group>(?![各该本这多专]|[村楼]里|业主|微信|工作|数)[一-鿿]{2,8}微信群)"
    r"|(?:建立|制定|编制|推行|实行|纳入|形成)了?(?P<sheet>[一-鿿]{3,8}(?<!和)清单)(?=[,。;管制])"
)


_WAYS = seldom(r"(?<=[,。的了在套:靠])[一-鿿]{4}(?:、[一-鿿]{4}){2,7}$")
_SO_MANY = 42  # letters of eight ways in a row


def _ways(scanned: Scanned) -> Iterator[Row]:
    """Ways of four letters in a row right before 机制."""
    text = scanned.leads.text
    for word in scanned.words:
        if word.word.endswith("机制") and text[max(0, word.start - 5) : word.start].startswith("、"):
            match = _WAYS.search(text, max(0, word.start - _SO_MANY), word.start)
            if match:
                yield Row(text, *match.span(), "机制", tuple(match[0].split("、")), None, tail_at(text, match.end()))


_ORDER = seldom(
    r"(?:了?(?:多年|已久)的|了)?(?P<row>(?:[一-鿿]{3,8}制[、和及]){0,5}[一-鿿]{3,8}(?<![机体控限编强抑遏法绘研印定复录牵节克管专])制)(?=[,。;])"
)
_PRACTISED = frozenset({"实行", "全面实行", "推行", "全面推行", "大力推行", "推出", "试行", "执行", "严格执行"})


def _orders(leads: Leads) -> Iterator[Row]:
    """Ways to work in a row whose names end with 制."""
    for end, verb in zip(leads.ends, leads.words, strict=True):
        match = _ORDER.match(leads.text, end) if verb in _PRACTISED else None
        at = match.start("row") if match else end
        for part in re.split("[、和及]", match["row"]) if match else ():
            yield Row(leads.text, at, at + len(part), "制", (part,), None, None)
            at += len(part) + 1


def _kept(leads: Leads) -> Iterator[Row]:
    """Groups and lists of tasks with names of their own."""
    text = leads.text
    for match in _GROUP.finditer(text) if "微信群" in text or "清单" in text else ():
        name = match.lastgroup or ""
        yield Row(text, *match.span(name), "群", (match[name],), None, None)


def _name(row: Row) -> Reading:
    core = row.text[row.start : row.end]
    if row.tail is None:
        return Reading(row.start, row.end, core, "mechanism", core, "", 1)
    end = row.tail.end
    return Reading(row.start, end, row.text[row.start : end], row.tail.kind, core, row.tail.words, 2)


@rule(
    "分局推行〔船巡+岸巡+无人机巡〕,江面平静。",
    "镇里实行〔田长+警长〕机制。",
    "〔哨兵+渔民〕联防模式护住海湾。",
)
def summed(row: Row) -> Reading | None:
    """What plus signs join, where a verb introduces it or a noun says what it is."""
    strong = row.tail is not None and row.tail.strong
    apart = row.text[row.start - 1 : row.start] in _MARKS and row.text[row.end : row.end + 1] in _MARKS and _WHO.search("".join(row.parts))
    told = row.joint == "+" and max(map(len, row.parts)) > 1 and (row.introduced or strong or apart)
    return _name(row) if told else None


@rule(
    "〔1、3、5分钟〕快反圈让坏人难逃。",
    "〔3、5、8分钟〕快反机制覆盖城区。",
    "全市建成〔2、4、6分钟〕处置圈。",
)
def in_minutes(row: Row) -> Reading | None:
    """A way to answer calls that is named by the minutes in which the police arrive."""
    named = row.tail is not None or row.parts[0].startswith("“")
    return _name(row) if row.joint == "分钟" and named else None


_MARKS = frozenset("、,。;:\n和")
_WHO = seldom(r"[巡防格员警调治网队者官师党检]")  # who or how; places alone (主干道+商圈) name nothing
_REACHED = frozenset({"形成", "实现"})  # what comes of it: 形成快速发现、快速处置闭环


@rule(
    "县里健全〔村组吹哨、部门响应〕机制。",
    "全局推行〔值班所长查岗、督察队员巡岗〕制度。",
    "该镇实行〔养殖户定期自查、邻船互查、船队联查〕制度。",
    "镇里形成〔船东互看、邻港互通、渔嫂互助〕的工作机制。",
    "全乡建立〔村防、路防、田防三结合〕的治安机制。",
    "县局健全〔警情日碰头、周梳理、月复盘〕制度。",
)
def parallel(row: Row) -> Reading | None:
    """Ways of like length in a row before a head: one name."""
    nouns = _NOUNS if row.tail and row.tail.kind == "mechanism" else BARE
    if (
        row.joint != "、"
        or not row.introduced
        or _is_outcome(row)
        or _is_told(row)
        or any(_DOING.search(part) or ending(part, nouns) for part in row.parts)
    ):
        return None
    last = _WHOLE.sub("", row.parts[-1])
    if last != row.parts[-1] and len({len(part) for part in (*row.parts[:-1], last)}) == 1:
        return _name(row)
    size, more = len(row.parts[-1]), len(row.parts[0]) - len(row.parts[-1])
    alike = min(size, size + more) >= (3 if _is_rota(row) else 4) and all(len(part) == size for part in row.parts[1:])
    return _name(row) if alike and (abs(more) <= 1 or (more > 0 and len(row.parts) > 2)) else None


def _is_told(row: Row) -> bool:
    """Whether the row is what people are told: 预警信息、避险位置、领取方式."""
    return row.tail is not None and row.tail.head == "方式" and not row.tail.linked


def _is_rota(row: Row) -> bool:
    """Whether three ways or more tell what is done when: 日分析、周研判、月通报制度."""
    return len(row.parts) >= _THREE and row.tail is not None and row.tail.head.endswith(("机制", "制度"))


def _is_outcome(row: Row) -> bool:
    """Whether the row says what comes of something, or how something else is done (以上门走访、当面交心的方式)."""
    reached = row.lead is not None and row.lead.verb in _REACHED and not (row.tail and row.tail.head.endswith("机制"))
    return reached or (row.tail is not None and row.tail.linked and len(row.parts) < _THREE)


_WHOLE = seldom(r"(?:[二三四五多]|相)结合$|[三四五多]位一体$|一体化$")  # A、B、C三结合: as one
_NOUNS = heads("strong", "graded", "engineering", "measures", "team")
_THREE = 3
_DOING = seldom(r"[的了着过等]|^(?:通过|采取|利用|提供|开展|参与|加强|做好|[至到在])")


@rule(
    "大队推出〔轻微擦碰快处、驾照到期提醒〕等便民举措。",
    "大厅推行〔午间不断档、证照邮寄到村〕等服务。",
    "乡里首创〔渔船夜归报备、船老大轮值〕等制度。",
    "支队推广〔逢案必问、所长包片联户〕等制度。",
)
def offered_in_a_list(row: Row) -> Reading | None:
    """Ways to work or serve in a list of what is said to be new: one name, where none of them is quoted for itself."""
    verbs = {"等": ("offer",), "等制度": ("offer", "adopt")}.get(row.joint)
    told = verbs is not None and row.lead is not None and row.lead.is_one_of(*verbs)
    return _name(row) if told and all(4 <= len(part) <= 14 and "“" not in part and not _DOING.search(part) for part in row.parts) else None


_DEEDS = seldom(r"(?:整治|治理|会战|行动|清查|清剿|排查|攻坚|护航|打击|巡查|夜查|严打|攻势|宣防|走访|守护|[一-鿿]战)$")


@rule(
    "县局先后开展〔渡口重点整治〕、百日追逃会战等专项行动。",
    "支队接连组织开展〔夏夜护航〕、校园周边清查等集中行动。",
    "全市部署〔渣土车治理〕、河道采砂清剿等5场行动。",
)
def campaigns_in_a_list(row: Row) -> Reading | None:
    """A campaign in a list that ends with what they are."""
    name = row.parts[0].removeprefix("了")
    told = row.joint == "等行动" and row.lead is not None and row.lead.is_one_of("adopt")
    if not told or not 4 <= len(name) <= 14 or not _DEEDS.search(name) or "“" in name or _DOING.search(name):
        return None
    return Reading(row.end - len(name), row.end, name, "campaign", name, "", 1)


@rule(
    "所里健全《〔值班所长负责制〕》,谁值班谁拍板。",
    "支队建立了《案件回访制度》《〔错案倒查制度〕》。",
    "各所严格落实《〔来访首接责任制〕》。",
    "县局制定了《〔驻村民警任务清单〕》,一条一条公开。",
)
def entitled(row: Row) -> Reading | None:
    """A way of working in the marks of a title, which somebody adopts."""
    lead = row.lead if row.joint == "《" else None
    return _name(row) if lead and lead.is_one_of("adopt") and (lead.direct or "》" in lead.gap) else None


@rule(
    "镇上实行〔渔船包保联系制〕。",
    "所里推行〔节假日轮休制〕和错峰上岗制。",
    "大厅试行预约办理制、〔午间轮岗制〕。",
)
def ordered(row: Row) -> Reading | None:
    """A way to work whose name ends with 制, which somebody puts into practice."""
    return _name(row) if row.joint == "制" else None


@rule(
    "在〔快速受理、限时办结、逐级督办、回头评价〕机制保障下,积案清零。",
    "靠着这套〔船头预警、码头核查、村头劝返〕机制,走私少了。",
    "完善的〔村级排查、镇级调处、县级兜底〕机制见了效。",
)
def in_a_row(row: Row) -> Reading | None:
    """Three ways or more of one length right before 机制: one name, whatever stands before."""
    return _name(row) if row.joint == "机制" else None


@rule(
    "社区整合各类工作群成〔院落微信群〕,楼长全部入群。",
    "镇里建立〔渔船平安微信群〕,谁家归航晚了一目了然。",
    "县局率先建立〔驻村辅警任务清单〕。",
)
def kept(row: Row) -> Reading | None:
    """A group in which people write to each other, or a list of tasks, under a name of its own."""
    if row.joint != "群":
        return None
    core = row.parts[0]
    return Reading(row.start, row.end, core, "platform" if core.endswith("群") else "mechanism", core, "", 1)


RULES: tuple[Rule[Row, Reading], ...] = (
    summed,
    parallel,
    offered_in_a_list,
    campaigns_in_a_list,
    entitled,
    in_minutes,
    in_a_row,
    ordered,
    kept,
)
