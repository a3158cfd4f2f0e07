"""What happened and what came of it, in a few words of the text, without anybody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

import rjieba

from transforms.facts.callings import CALLED, surnames
from transforms.facts.chunks import vocabulary
from transforms.facts.context import Context, within
from transforms.facts.incidents.readings import Event
from transforms.facts.incidents.scenes import Sentence
from transforms.facts.persons.names import LIKELY, may_open, read_name
from transforms.lexicon import words as seed_words
from transforms.patterns import seldom

_LONGEST = 19
_CLAUSE = seldom(r"[,。;:!?\n]")
_CAUGHT = seldom("拘留|抓获|落网|逮捕|判处|投案|作案|嫌疑|供认")
_ROLES = (("女士小姐阿姨", "女子"), ("先生师傅老板", "男子"), ("大爷大妈大娘大伯老伯老汉老太阿婆奶奶爷爷婆婆", "老人"))
_RESIDENT = seldom(
    r"(?:村民|居民|市民|群众|男子|女子|老人|男孩|女孩|青年|学生|司机|店主|业主|棚主|商户|渔民|牧民|果农|游客|旅客|妇人|失主|事主|受害人|嫌疑人|邻居|儿子|女儿|丈夫|妻子|母亲|父亲|父子|夫妻|当事人|网格员|调解员|民警|辅警|消防员|工人|职工|队员|志愿者|主犯|从犯|被告人?|原告|死者|伤者|逃犯|在逃人员|驾驶[人员]|车主|摊主|患者|头目|骨干|负责人)$"
)
_NAME_TAGS = ("nr", "x")
_RESULTS = seldom(
    r"抓获|落网|擒获|截获|堵住|堵个正着|找到|找回|追回|救出|救起|扑灭|和解|达成|协议|签[了订字]|赔[偿了]|握手|手印|化解|劝下|送[到往医回至]|返还|发还|归还|办[结好完妥]"
    r"|拘留|判处|脱险|投案|没打起来|拆[了除]|拿到|领到|被控|托出|和好|联系[上到]|(?<!直)接回|认领|物归原主|完璧归赵|交还|还给|移送|送办|法办|被捕|放下|表决通过|审议通过"
)
_STEPS = seldom(
    r"查获|起回|整改|阻止|制止|疏散(?!出来|的)|转移|破获(?!率)|侦破|隔开|没少|处罚(?!金)|罚款|批评教育|消除|止付|冻结|退回|挽回|查处|纠正|查明"
)
_TOLL = seldom(
    r"(?:造成|导致|致使?)[^,。;]{0,24}(?:死|亡|伤|遇难|失踪|中毒|受灾|烧毁|受损)|(?:没有|未|无)[^,。;]{0,8}伤亡|[0-9]人[^,。;]{0,4}(?:死亡|遇难|身亡|受伤|失踪)"
)
_SUFFERED = frozenset({"fire", "traffic", "accident", "rescue", "homicide", "assault", "environment", "other"})
# What is wanted, and did not come about: 要求尽快疏散人员, 防止……发生.
_WANTED = seldom(r"要求|务必|必须|尽快|尽全力|确保|力争|切勿|呼吁|希望|将(?:会|继续|依法|对)|[一二三四五六]要|第[一二三四五六],|及时疏散")
_OTHER_CASE = seldom(r"锦旗|感谢信|第[0-9一二三四五六七八九十]+起|这是|酒精含量|[0-9]mg")
_DRUNK = seldom(r"醉酒|酒后|饮酒|酒驾|醉驾")


@cache
def _left_out() -> frozenset[str]:
    """What a summary does without: fillers, and surnames of two characters."""
    return frozenset({*seed_words("incident_fillers", "word"), *(name for name in surnames() if len(name) > 1)})


def summary_of(text: str, sentences: Sequence[Sentence], event: Event, context: Context) -> str:
    """What happened, in under 20 characters: the clause around the words that tell it, with who calls where that stands before."""
    event = _as_meant(text, sentences, event)
    left, right = _clause(text, sentences, event.start)
    if event.category == "meeting":
        return _of_meeting(text, left, event, context) or text[event.start : event.end][:_LONGEST]
    said = _SAYING.match(text, left, right)
    caller = _CALLER.findall(text, max(sentences[0].start, left - 40), left) if said else []
    opening = f"{caller[-1]}报警称" if caller else ""
    bodies = context if event.category not in _OFFICIAL else replace(context, organisations=())
    words = _worded(text, said.end() if said else left, max(right, event.end), event.start, bodies, _LONGEST - len(opening))
    return opening + words if words else text[event.start : event.end][:_LONGEST]


def _as_meant(text: str, sentences: Sequence[Sentence], event: Event) -> Event:
    """The event where it is said what a measure of alcohol means (醉酒驾驶), if it is the measure that tells it."""
    if not text.startswith("酒精", event.start):
        return event
    said = next((item.start + found.start() for item in sentences if (found := _DRUNK.search(item.words))), event.start)
    return event._replace(start=said, end=said + (event.end - event.start if said == event.start else 2))


def _of_meeting(text: str, left: int, event: Event, context: Context) -> str:
    """Who held which meeting: its end says what it was, so that what stands before is left out where it is long."""
    words = _worded(text, left, event.end, event.end - 1, replace(context, organisations=()), _LONGEST)
    return _AT_IT.sub("举行", _HELD.sub(r"\1", _SAID_AT.sub("会", words)))


_SAID_AT, _HELD = seldom(r"会上(?:指出|表示|介绍|通报|宣布|透露|公布|[说称])?$"), seldom(r"^.*(召开|举行|举办)的(?=.+会议?$)")
_AT_IT = seldom(r"(?<!会)在(?=(?:记者|发布|通气|新闻发布)会$)")
_OFFICIAL = frozenset({"meeting", "inspection", "campaign"})
_SAYING = seldom(r"[“,]?(?:并)?(?:称|说)(?:是|其)?")
_CALLER = seldom(r"群众|市民|居民|村民|男子|女子|老人|店主|司机|业主|学生|家属|家人|商户")


def outcome_of(text: str, sentences: Sequence[Sentence], event: Event, context: Context) -> str | None:
    """What came of it, in under 20 characters: the last clause that tells a result; None where none does."""
    told = sentences[:1] if event.category == "meeting" else sentences
    ways = (_RESULTS, _STEPS, *((_TOLL,) if event.category in _SUFFERED else ()))
    at = next((found for way in ways if (found := _last(text, told, way, event.end)) is not None), None)
    if at is None:
        return None
    left, right = _clause(text, sentences, at)
    return _worded(text, left, right, at, context, _LONGEST) or None


def _last(text: str, sentences: Sequence[Sentence], results: re.Pattern[str], event: int) -> int | None:
    """Where the last result stands behind the event, in a clause that tells of no other case and of nothing that is but wanted."""
    found = [sentence.start + match.start() for sentence in sentences for match in results.finditer(sentence.words)]
    return next((at for at in reversed(found) if at >= event and _is_result(text, *_clause(text, sentences, at))), None)


def _is_result(text: str, left: int, right: int) -> bool:
    return not (_OTHER_CASE.search(text, left, right) or _WANTED.search(text, left, right))


def _clause(text: str, sentences: Sequence[Sentence], at: int) -> tuple[int, int]:
    """The clause around an offset."""
    sentence = next((item for item in sentences if item.start <= at < item.end), sentences[0])
    breaks = [match.start() for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    left = max((edge + 1 for edge in breaks if edge < at), default=sentence.start)
    return left, min((edge for edge in breaks if edge >= at), default=sentence.end)


def _worded(text: str, left: int, right: int, at: int, context: Context, longest: int) -> str:
    """The words of a clause that fit, those around an offset first, without dates, organisations, places and names."""
    read = list(_tokens(text, left, right, context))
    if not read:
        return ""
    tokens = [(token.start, token.word) for token in read]
    middle = next((index for index, (start, word) in enumerate(tokens) if start + len(word) > at), len(tokens) - 1)
    last = middle + 1
    size = len(tokens[middle][1])
    while last < len(tokens) and size + len(tokens[last][1]) <= longest:
        size += len(tokens[last][1])
        last += 1
    first = middle
    while first and size + len(tokens[first - 1][1]) <= longest:
        first -= 1
        size += len(tokens[first][1])
    if 0 < first < middle and tokens[first - 1][1][-1] in _DIGITS:  # its measure word makes no sense alone
        first += 1
    while last < len(tokens) and last - first > 1 and read[last - 1].tag[0] in _UNFINISHED:  # 3名头目被成功 | 抓获
        last -= 1
    return _tidy("".join(word for _, word in tokens[first:last]))[:longest]


_UNFINISHED = frozenset("dpcu")  # parts of speech after which something must follow
_DIGITS = frozenset("0123456789一二两三四五六七八九十百千万余多")
_EDGES = seldom(
    r"^(?:[的了着过得地、和与及并将把到后时且但却则便就,”()]|随后|于是|因此|所以|可是|以及)+|(?:[的地、与及并在将把从对向于由被“(]|(?<!言)和)+$"
)


# What is left of 在某县境内的某某路发生……, once the names are out.
_LEFT_OVER = seldom(r"的(?=发生|突发|召开|举行)|^(?:境内|辖区)的?(?=.{4})|^[口]?镇(?=村民|居民|一[名户位])")


def _tidy(words: str) -> str:
    opened, closed = words.count("“"), words.count("”")
    words = _LEFT_OVER.sub("", words)
    return _EDGES.sub("", words if opened == closed else words.replace("“", "").replace("”", ""))


_LEVELS = frozenset("镇乡村县市区省")


class _Token(NamedTuple):
    """A word of a clause that may be repeated, with its place and part of speech."""

    start: int
    word: str
    tag: str

    @property
    def end(self) -> int:
        """Where it ends where it stands as in the text."""
        return self.start + len(self.word)


def _tokens(text: str, left: int, right: int, context: Context) -> Iterator[_Token]:
    """The words of a clause that may be repeated, less those that hang in the air once names and dates are out."""
    kept = list(_kept(text, left, right, context))
    for token, after in zip_longest(kept, kept[1:]):
        if after is None or not (_hangs(token, after) or (token.tag == after.tag == _ROLE and token.word == after.word)):
            yield token


def _hangs(token: _Token, after: _Token) -> bool:
    """Whether a preposition has lost the name that stood behind it: 在 | 被判处 of 在某县被判处, but not 在 | 门口."""
    apart = token.word in _PREPOSITIONS and after.start > token.end
    return apart and after.tag[0] not in _PLACED and not (token.word == "在" and after.tag[0] == "m")


_ROLE = "role"
_PREPOSITIONS = frozenset({"在", "于", "由", "从", "向", "经", "到", "赴", "自", "至"})
_PLACED = frozenset("nfsljbz")  # parts of speech that stand with the names: 在…门口


def _kept(text: str, left: int, right: int, context: Context) -> Iterator[_Token]:
    """The words of a clause that are no name, date or filler."""
    skipped = _mentions(left, right, context)
    resident, named, left_out = False, left, _left_out()
    for start, word, tag in _tagged(text[left:right]):
        at = left + start
        if at < named or at in skipped or word.isspace() or (word in _LEVELS and at - 1 in skipped):
            continue
        if tag == "role":
            resident = False
            yield _Token(at, word, _ROLE)
            continue
        name = read_name(text, at) if resident and may_open(text, at) else None
        if name and name.score >= LIKELY:
            resident, named = False, name.end
        elif tag.startswith("nr") and (text.startswith("的", at - 1) or text.startswith(("被", "遭"), at + len(word))):
            resident = False
            yield _Token(at, "嫌疑人" if _CAUGHT.search(text, left, right) else "当事人", _ROLE)
        elif not (word in left_out or tag.startswith(_NAME_TAGS) or (resident and _may_be_name(word, tag))):
            resident = _RESIDENT.search(text, max(left, at - 2), at + len(word)) is not None
            yield _Token(at, word, tag)


def _tagged(clause: str) -> Iterator[tuple[int, str, str]]:
    """The words of a clause with their parts of speech; who is called by a surname is called by what he is instead."""
    at = 0
    called = [match for match in CALLED.finditer(clause) if match[0][0] in surnames()]
    for match in [*called, None]:
        end = match.start() if match else len(clause)
        anonymous = at > 0
        for word, tag in rjieba.tag(clause[at:end]):
            if not (anonymous and _is_given(word, tag)):
                yield at, word, tag
            at, anonymous = at + len(word), False
        if match:
            before = clause[max(0, end - 4) : end]
            role = next((role for endings, role in _ROLES if match[0][1:] in endings), "")
            if role and not _RESIDENT.search(before):
                yield at, role, "role"
            elif match[0][1] == "某" and not _RESIDENT.search(before):
                yield at, "嫌疑人" if _CAUGHT.search(clause) else "当事人", "role"
            at = match.end()


_HIS = frozenset("家店妻父母儿女子夫弟兄姐妹车房手厂人等")


def _is_given(word: str, tag: str) -> bool:
    """Whether a word behind 某 is the end of a name (莫某 | 晶)."""
    return len(word) == 1 and "一" <= word <= "鿿" and tag[0] in "najgbzstx" and word not in _HIS


def _may_be_name(word: str, tag: str) -> bool:
    """Whether a word behind 村民 or 市民 may be the person's name, and no word that we know."""
    nickname = word[0] in "老小" and word[1:] in surnames()
    named = tag.startswith("n") and word not in vocabulary() and (word[0] in surnames() or len(word) == 1)
    return nickname or named


def _mentions(left: int, right: int, context: Context) -> frozenset[int]:
    """The offsets within dates, organisations and named places."""
    spans = [
        *((hit.start, hit.end) for hit in within(context.dates, left, right)),
        *((hit.start, hit.end) for hit in within(context.organisations, left, right)),
        *((hit.start, hit.end) for hit in within(context.places.hits, left, right) if hit.kind != "reference"),
    ]
    return frozenset(at for span in spans for at in range(*span))
