"""What happened and what came of it, in a few words of the text, without anybody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import rjieba

from transforms.facts.chunks import vocabulary
from transforms.facts.context import Context, within
from transforms.facts.incidents.readings import Event
from transforms.facts.incidents.scenes import Sentence
from transforms.lexicon import words as seed_words

_LONGEST = 19
_CLAUSE = re.compile(r"[,。;:!?\n]")
_CALLED = re.compile(
    r"[一-鿿](?:女士|小姐|阿姨)|[一-鿿](?:先生|师傅|老板)|[一-鿿](?:大爷|大妈|大娘|大伯|老伯|老汉|老太|阿婆|奶奶|爷爷|婆婆)|[一-鿿]某{1,2}(?![村镇乡小公单企酒商超网品学医地处局县市区社街路厂])|[一-鿿](?=姓(?:男子|女子|妇人|老人))姓"
)
_CAUGHT = re.compile("拘留|抓获|落网|逮捕|判处|投案|作案|嫌疑|供认")
_ROLES = (("女士小姐阿姨", "女子"), ("先生师傅老板", "男子"), ("大爷大妈大娘大伯老伯老汉老太阿婆奶奶爷爷婆婆", "老人"))
_RESIDENT = re.compile(
    r"(?:村民|居民|市民|群众|男子|女子|老人|男孩|女孩|青年|学生|司机|店主|业主|棚主|商户|渔民|牧民|果农|游客|旅客|妇人|失主|事主|受害人|嫌疑人|邻居|儿子|女儿|丈夫|妻子|母亲|父亲|父子|夫妻|当事人)$"
)
_NAME_TAGS = ("nr", "x")
_RESULTS = re.compile(
    r"抓获|落网|擒获|截获|堵住|堵个正着|找到|找回|追回|救出|救起|扑灭|和解|达成|协议|签[了订字]|赔[偿了]|握手|手印|化解|劝下|送[到往医回至]|返还|发还|归还|办[结好完妥]"
    r"|拘留|判处|脱险|投案|没打起来|拆[了除]|拿到|领到|被控|托出|和好|放下|表决通过|审议通过"
)
_STEPS = re.compile(r"查获|起回|整改|阻止|制止|疏散|转移|破获(?!率)|侦破|隔开|没少|处罚(?!金)|罚款|批评教育|消除|止付|挽回|查处|纠正|查明")
_OTHER_CASE = re.compile(r"第[0-9一二三四五六七八九十]+起|这是")


@cache
def _fillers() -> frozenset[str]:
    return frozenset(seed_words("incident_fillers", "word"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(seed_words("surnames", "surname"))


def summary_of(text: str, sentences: Sequence[Sentence], event: Event, context: Context) -> str:
    """What happened, in under 20 characters: the clause around the words that tell it, with who calls where that stands before."""
    left, right = _clause(text, sentences, event.start)
    said = _SAYING.match(text, left, right)
    caller = _CALLER.findall(text, max(sentences[0].start, left - 40), left) if said else []
    opening = f"{caller[-1]}报警称" if caller else ""
    bodies = context if event.category not in _OFFICIAL else replace(context, organisations=())
    words = _worded(text, said.end() if said else left, max(right, event.end), event.start, bodies, _LONGEST - len(opening))
    return opening + words if words else text[event.start : event.end][:_LONGEST]


_OFFICIAL = frozenset({"meeting", "inspection", "campaign"})
_SAYING = re.compile(r"[“,]?(?:并)?(?:称|说)(?:是|其)?")
_CALLER = re.compile(r"群众|市民|居民|村民|男子|女子|老人|店主|司机|业主|学生|家属|家人|商户")


def outcome_of(text: str, sentences: Sequence[Sentence], event: Event, context: Context) -> str | None:
    """What came of it, in under 20 characters: the last clause that tells a result; None where none does."""
    told = sentences[:1] if event.category == "meeting" else sentences
    at = _last(text, told, _RESULTS, event.end) or _last(text, told, _STEPS, event.end)
    if at is None:
        return None
    left, right = _clause(text, sentences, at)
    return _worded(text, left, right, at, context, _LONGEST) or None


def _last(text: str, sentences: Sequence[Sentence], results: re.Pattern[str], event: int) -> int | None:
    """Where the last result stands behind the event, in a clause that tells of no other case."""
    found = [sentence.start + match.start() for sentence in sentences for match in results.finditer(sentence.words)]
    return next((at for at in reversed(found) if at >= event and not _OTHER_CASE.search(text, *_clause(text, sentences, at))), None)


def _clause(text: str, sentences: Sequence[Sentence], at: int) -> tuple[int, int]:
    """The clause around an offset."""
    sentence = next((item for item in sentences if item.start <= at < item.end), sentences[0])
    breaks = [match.start() for match in _CLAUSE.finditer(text, sentence.start, sentence.end)]
    left = max((edge + 1 for edge in breaks if edge < at), default=sentence.start)
    return left, min((edge for edge in breaks if edge >= at), default=sentence.end)


def _worded(text: str, left: int, right: int, at: int, context: Context, longest: int) -> str:
    """The words of a clause that fit, those around an offset first, without dates, organisations, places and names."""
    tokens = list(_tokens(text, left, right, context))
    if not tokens:
        return ""
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
    return _tidy("".join(word for _, word in tokens[first:last]))[:longest]


_EDGES = re.compile(r"^[的了着过得地、和与及并将把到后时,”()]+|[的地、和与及并在将把从对向“(]+$")


def _tidy(words: str) -> str:
    opened, closed = words.count("“"), words.count("”")
    return _EDGES.sub("", words if opened == closed else words.replace("“", "").replace("”", ""))


def _tokens(text: str, left: int, right: int, context: Context) -> Iterator[tuple[int, str]]:
    """The words of a clause that may be repeated, each with its place."""
    skipped = _mentions(left, right, context)
    resident = False
    for start, word, tag in _tagged(text[left:right]):
        at = left + start
        if at in skipped or word.isspace():
            continue
        if tag == "role":
            resident = False
            yield at, word
        elif not (tag.startswith(_NAME_TAGS) or _is_double_surname(word) or word in _fillers() or (resident and _may_be_name(word, tag))):
            resident = _RESIDENT.search(word) is not None
            yield at, word


def _tagged(clause: str) -> Iterator[tuple[int, str, str]]:
    """The words of a clause with their parts of speech; who is called by a surname is called by what he is instead."""
    at = 0
    for match in [*_CALLED.finditer(clause), None]:
        end = match.start() if match else len(clause)
        for word, tag in rjieba.tag(clause[at:end]):
            yield at, word, tag
            at += len(word)
        if match:
            before = clause[max(0, end - 4) : end]
            role = next((role for endings, role in _ROLES if match[0][1:] in endings), "")
            if role and not _RESIDENT.search(before):
                yield at, role, "role"
            elif match[0][1] == "某" and not _RESIDENT.search(before):
                yield at, "嫌疑人" if _CAUGHT.search(clause) else "当事人", "role"
            at = match.end()


def _is_double_surname(word: str) -> bool:
    return len(word) > 1 and word in _surnames()


def _may_be_name(word: str, tag: str) -> bool:
    """Whether a word behind 村民 or 市民 may be the person's name, and no word that we know."""
    nickname = word[0] in "老小" and word[1:] in _surnames()
    named = tag.startswith("n") and word not in vocabulary() and (word[0] in _surnames() or len(word) == 1)
    return nickname or named


def _mentions(left: int, right: int, context: Context) -> frozenset[int]:
    """The offsets within dates, organisations and named places."""
    spans = [
        *((hit.start, hit.end) for hit in within(context.dates, left, right)),
        *((hit.start, hit.end) for hit in within(context.organisations, left, right)),
        *((hit.start, hit.end) for hit in within(context.places.hits, left, right) if hit.kind != "reference"),
    ]
    return frozenset(at for span in spans for at in range(*span))
