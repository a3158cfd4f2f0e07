"""Where a programme may be named: quoted words with what stands before and after them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import rjieba

from transforms.facts.context import Context
from transforms.facts.programmes.leads import Lead, Leads
from transforms.facts.programmes.vocabulary import Heads, Kind, ending, heads, role

_QUOTED = re.compile(r"“([^“”\n]{1,60})”")
_JOINED = re.compile(r"[、,]?(?:以及|和|与|及)?")
_PHRASE = re.compile(r"[^,。;:!?、“”‘’《》\n…—/|(){}<>\s]{0,18}")
_ASIDE = re.compile(r"\([^()\n]{1,60}\)")
# What a movement wants to make of villages, districts and firms: “零案件”村(社区)、企业创建.
_MADE = re.compile(r"[一-鿿]{1,6}(?=[(、])(?:\([一-鿿]{1,5}\))?(?:[、和][一-鿿]{2,5})*(?P<head>创建)")
_NUMERAL = re.compile(r"[0-9]|[一二两三四五六七八九十百余多几]+[支个名家项次位]")
_SPEECH = re.compile(r"[。!?;…:我你您咱]|[,、吗呢吧啊呀哦嘛啦哩]”|(?<=“)[,、]")
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
    """Quoted words: `start` and `end` include the quotation marks; `first` and `last` are the ends of the row of quotations that they
    are one of; `times` says how often the page quotes the same words; `before` and `after` are what stands around that row in its sentence, `lead` the verb before, `tail` the noun phrase behind.
    """

    text: str
    start: int
    end: int
    first: int
    last: int
    block: int
    core: str
    times: int
    before: str
    after: str
    lead: Lead | None
    tail: Tail | None

    @property
    def alone(self) -> bool:
        """Whether the quoted words stand in no row."""
        return self.first == self.start and self.last == self.end


def sites(text: str, context: Context, leads: Leads) -> Iterator[Site]:
    """The quoted words of the text that states facts, in order; such as stand in a row share what stands before and after."""
    blocks = dict.fromkeys((line.block_start, line.block_end) for line in context.lines)
    found = [(start, [match.span() for match in _QUOTED.finditer(text, start, end)]) for start, end in blocks]
    times = Counter(text[first:last] for _, spans in found for first, last in spans)
    for block, spans in found:
        for row in _rows(text, spans):
            yield from _sites(text, row, block, leads, times)


def _sites(text: str, row: list[tuple[int, int]], block: int, leads: Leads, times: Mapping[str, int]) -> Iterator[Site]:
    named = [(start, end) for start, end in row if not _SPEECH.search(text, start + 1, end)]
    if not named:
        return
    first, last = row[0][0], row[-1][1]
    before = _BREAK.split(text[max(block, first - _BEFORE) : first])[-1]
    after = text[last : last + _AFTER].split("\n", 1)[0]
    lead, tail = leads.before(first, block), tail_at(text, last)
    for start, end in named:
        quoted = text[start:end]
        yield Site(text, start, end, first, last, block, quoted[1:-1], times[quoted], before, after, lead, tail)


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
    made = _MADE.match(text, end)
    if made:
        return Tail(end, made.end(), made[0], made["head"], "campaign", True, False)
    linked = text.startswith("的", start)
    start += linked
    phrase = _PHRASE.match(text, start)
    found = _head(_NUMERAL.split(phrase[0], 1)[0]) if phrase and phrase[0] else None
    if found is None or (linked and not found.strong):
        return None
    return Tail(start, start + found.length, text[start : start + found.length], found.head, found.kind, found.strong, linked)


class _Head(NamedTuple):
    length: int
    head: str
    kind: Kind
    strong: bool


def _head(words: str) -> _Head | None:
    """The head of the noun phrase that the words begin with: the last one, less what stands behind a telling head."""
    best: _Head | None = None
    read, stops = "", role("stop", "follow")
    for word in rjieba.cut(words):
        if word in stops:
            break
        read += word
        found = _ends(read)
        if found:
            best = found
        elif best and best.strong:
            break
    return best


_TAILS: tuple[tuple[bool, Heads], ...] = ((True, heads("strong", "tail", "engineering")), (False, heads("weak")))


def _ends(read: str) -> _Head | None:
    for strong, words in _TAILS:
        head = ending(read, words)
        if head and (len(head) > 1 or len(read) < 4):
            return _Head(len(read), head, words.kinds[head], strong)
    return None
