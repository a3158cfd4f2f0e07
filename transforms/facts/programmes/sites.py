"""Where a programme may be named: quoted words with what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

import rjieba

from transforms.facts.context import Context
from transforms.facts.programmes.leads import Lead, Leads
from transforms.facts.programmes.vocabulary import Heads, Kind, ending, figures, heads, role
from transforms.patterns import seldom

_QUOTED = re.compile(r"“([^“”\n]{1,60})”")
_JOINED = re.compile(r"[、,]?(?:以及|和|与|及)?")
_PHRASE = re.compile(r"[^,。;:!?、“”‘’《》\n…—/|(){}<>\s]{0,18}")
_ASIDE = re.compile(r"\([^()\n]{1,60}\)")
# What a movement wants to make of villages, districts and firms: “零案件”村(社区)、企业创建.
_MADE = seldom(r"[一-鿿]{1,6}(?=[(、])(?:\([一-鿿]{1,5}\))?(?:[、和][一-鿿]{2,5})*(?P<head>创建)")
_JOINING = seldom(r"(?:[三四五六多]位一体|全覆盖|相结合|为一体|齐抓共管|共治|联动)(?=的)|[三四五六多]位一体")  # “A、B、C”三位一体防控体系
_NUMERAL = re.compile(r"[0-9]|[一二两三四五六七八九十百余多几]+[支个名家项次位站岗队]")
_SPEECH = re.compile(r"[。!?;…:]|[我你您咱](?=.{8})|(?<=.{8})[我你您咱]")
_SAID = frozenset(",、吗呢吧啊呀哦嘛啦哩")
_BEFORE, _AFTER = 30, 24
_BREAK = re.compile(r"[。;!?\n“”]")


class Tail(NamedTuple):
    """The rest of a name behind its quoted part, what its head tells, and whether 的 stands between the two."""

    start: int
    end: int
    words: str
    head: str
    kind: Kind
    strong: bool
    linked: bool


class Site(NamedTuple):
    """Quoted words.

    `start` and `end` include the quotation marks; `first` and `last` are the ends of the row of quotations that they are one of, `before`
    is what stands before that row in its sentence, as far as it may tell something, `lead` the verb before it, `tail` the noun phrase
    behind it.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    before: str
    core: str
    lead: Lead | None
    tail: Tail | None

    @property
    def after(self) -> str:
        """What stands behind the row."""
        return self.text[self.last : self.last + _AFTER].split("\n", 1)[0]

    @property
    def alone(self) -> bool:
        """Whether the quoted words stand in no row."""
        return self.first == self.start and self.last == self.end


def sites(text: str, context: Context, leads: Leads) -> Iterator[Site]:
    """The quoted words of the text that states facts, in order; such as stand in a row share what stands before and after."""
    blocks = dict.fromkeys((line.block_start, line.block_end) for line in context.lines)
    for start, end in blocks:
        for row in _rows(text, [match.span() for match in _QUOTED.finditer(text, start, end)]):
            yield from _sites(text, row, start, leads)


def _sites(text: str, row: list[tuple[int, int]], block: int, leads: Leads) -> Iterator[Site]:
    said = [(start, end) for start, end in row if not _is_speech(text[start + 1 : end - 1])]
    if not said:
        return
    first, last = row[0][0], row[-1][1]
    lead, tail = leads.before(first, block), tail_at(text, last)
    before = _BREAK.split(text[max(block, first - _BEFORE) : first])[-1]
    for start, end in said:
        core = text[start + 1 : end - 1]
        if (tail and tail.strong) or core not in figures():  # a figure of speech names something only before a telling noun
            yield Site(text, start, end, first, last, before, core, lead, tail)


def _is_speech(core: str) -> bool:
    """Whether quoted words are what somebody says, and no name."""
    return core[0] in ",、" or core[-1] in _SAID or _SPEECH.search(core) is not None


def _rows(text: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    row = spans[:1]
    for (_, end), following in pairwise(spans):
        if following[0] - end > 3 or not _JOINED.fullmatch(text, end, following[0]):
            yield row
            row = []
        row.append(following)
    if row:
        yield row


def tail_at(text: str, end: int) -> Tail | None:
    """The noun phrase that goes on behind the quotation marks up to its head, where it has one that we know."""
    aside = _ASIDE.match(text, end)
    start = aside.end() if aside else end
    joined = _JOINING.match(text, start)
    start = joined.end() if joined else start
    made = _MADE.match(text, end)
    if made:
        return Tail(end, made.end(), made[0], made["head"], "campaign", True, False)
    linked = joined is not None or text.startswith("的", start)
    start += text.startswith("的", start)
    phrase = _PHRASE.match(text, start)
    words = _NUMERAL.split(phrase[0], 1)[0] if phrase else ""
    found = _head(words)
    found = found if found and found.strong else _band(words) or found
    if found is None or (linked and not found.strong) or _NO_TAIL.search(words[: found.length]):
        return None
    if found.head == "网络" and _ON_THE_NET.match(words, found.length):
        return None
    return Tail(start, start + found.length, text[start : start + found.length], found.head, found.kind, found.strong, linked)


_ON_THE_NET = seldom("诈骗|赌博|犯罪|传销|投资|主播|直播|平台|安全|空间|作家|黑|贩|水军|暴力|谣言|游戏|贷款|交易|信息|文学|问政")
_NO_TAIL = seldom("(?:违法|犯罪|非法)活动$|领导小组$|^[名位个]|媒体")  # what is fought, who steers, who is counted, and who reports


class _Head(NamedTuple):
    length: int
    head: str
    kind: Kind
    strong: bool


def _head(words: str) -> _Head | None:
    """The head of the noun phrase that the words begin with: the last one, less what stands behind a telling head."""
    best: _Head | None = None
    read, cut = "", list(rjieba.cut(words))
    for index, word in enumerate(cut):
        if word in role("stop") or (word in role("follow") and not _heads_a_noun(cut[index + 1 :])):
            break
        read += word
        found = _ends(read)
        if found and (found.strong or best is None or not best.strong or word in role("bridge")):
            best = found
        elif best and best.strong and word not in role("bridge"):
            break
    return best


def _heads_a_noun(following: Sequence[str]) -> bool:
    """Whether the words behind a verb make one noun with it (走访 | 活动, 提升 | 专项 | 行动)."""
    between = tuple(takewhile(lambda word: word in role("generic", "nominal", "follow"), following))
    return ending("".join(following[: len(between) + 1]), _DEEDS) is not None


_DEEDS = heads("strong", "engineering")
_BAND = seldom(r"(?:调解|巡逻|巡防|联防|夜巡|志愿|服务|突击|宣传|护渔|护林)队(?![伍员长列])")


def _band(words: str) -> _Head | None:
    """The band that the words begin with, where jieba cuts across its end (调解|队有)."""
    found = _BAND.match(words)
    return _Head(found.end(), found[0], "organisation", True) if found else None


_TAILS: tuple[tuple[bool, Heads], ...] = ((True, heads("strong", "tail", "engineering")), (False, heads("weak")))


def _ends(read: str) -> _Head | None:
    for strong, words in _TAILS:
        head = ending(read, words)
        if head and (len(head) > 1 or len(read) < 4):
            return _Head(len(read), head, words.kinds[head], strong)
    return None
