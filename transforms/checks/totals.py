"""Checks of totals: parts and their sum, a part that is more than its whole, what is left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, permutations

from transforms.checks.amounts import total
from transforms.checks.frames import GAP, NUMBERS, Frame, Stated
from transforms.checks.readings import Reading, compared, computed, contradicted, words
from transforms.facts.rules import rule
from transforms.patterns import seldom

_NEAR = f"[^{NUMBERS}。;,、]"
_LIST = rf"(?:Ⓛ(?={_NEAR}*[、和及与])[^{NUMBERS}。;,]{{1,20}}){{1,12}}Ⓛ"
_SUMMED = seldom(rf"(?P<parts>{_LIST}){_NEAR}{{0,10}},?(?P<word>共计|合计|总计|总共|一共|共有|共)(?P<way>{_NEAR}{{0,6}})(?P<target>Ⓛ)")
_SUMMING = frozenset("共合总")
_IN_ALL = frozenset({"共计", "合计", "总计", "总共", "一共"})
_OPENED = tuple(
    seldom(
        rf"(?P<target>Ⓛ)[^{NUMBERS}。;,每各]{{0,8}}{opening}(?P<parts>[^{NUMBERS}。;,每各]{{0,8}}{_LIST})[^{NUMBERS}。;,、等]{{0,6}}[)。;]"
    )
    for opening in (r"[:(]", r",?(?:分别[是为有]|分为|包括)")
)
_AMONG = re.compile(rf"其中[,:]?{_NEAR}{{0,14}}(?P<first>Ⓛ)")
_PARTS = re.compile(_LIST)
_LEFT = seldom(
    rf"(?P<whole>Ⓛ){GAP}{{0,12}}?,{GAP}{{0,12}}(?P<part>Ⓛ){_NEAR}{{0,4}},(?:{_NEAR}{{0,8}}Ⓢ,)?"
    rf"(?P<word>余下|剩余|剩下|尚余|其余)的?(?P<target>Ⓛ)"
)
_LEAVING = frozenset("余剩")
_JOINED = seldom(r"^.*其中[,:]?|^[^、,和及与]{0,10}[、,和及与]")
_EVENTS = frozenset("起件宗例")  # an event is of one kind; people and places may be of several
_OF_ANYTHING = frozenset("个项处家种类")  # 2个县区,其中某县建成5个 counts two things
_MOST_PARTS = 10


@rule(
    "观摩3个派出所、4个警务室和5个工作站,共计〔12个〕点位。",
    "为群众办理居住证120件、身份证80件,合计〔200件〕。",
    "抽调民警12名、辅警30名,共〔42名〕。",
)
def total_after_parts(frame: Frame) -> Iterator[Reading]:
    """The parts of a list make the total that follows it."""
    for match in _SUMMED.finditer(frame.code) if len(frame.stated) > 2 and not _SUMMING.isdisjoint(frame.code) else ():
        target, parts = frame.number(match, "target"), frame.within(*match.span("parts"))
        plain = match["word"] in _IN_ALL and match["way"] in {"", "约", "达", "为", "有"}
        yield from _sum(target, parts, certain=plain)
        for start in range(max(1, len(parts) - _MOST_PARTS), len(parts) - 1):
            yield from _sum(target, parts[start:], certain=False)


@rule(
    "铃声响了〔900次〕:火情200次、求助400次、误触300次。",
    "办理证件〔300件〕(居住证180件、身份证120件)。",
    "破获案件〔30起〕,分别为盗窃18起、诈骗12起。",
)
def total_before_parts(frame: Frame) -> Iterator[Reading]:
    """A list that spells a total out sums up to it."""
    for pattern in _OPENED if len(frame.stated) > 2 else ():
        for match in pattern.finditer(frame.code):
            yield from _sum(frame.number(match, "target"), frame.within(*match.span("parts")), certain=True)


@rule(
    "处置警情〔1450起〕,其中纠纷812起、求助436起、线索202起。",
    "破获〔395起〕,其中当年案件341起、积案54起。",
    "抓获嫌疑人〔60名〕,其中男性48名、女性12名。",
)
def part_and_whole(frame: Frame) -> Iterator[Reading]:
    """What is among a whole is no more than it; parts that are all of it sum up to it."""
    for match in _AMONG.finditer(frame.code):
        first = frame.number(match, "first")
        for whole in [level for level in frame.levels_before(match.start()) if level.thing == first.thing][-1:]:
            yield from _among(whole, first, frame, match.start("first"))


def parts_in_next_sentence(frames: Sequence[Frame]) -> Iterator[Reading]:
    """The same where a sentence that begins with 其中 tells the parts of a whole in the one before."""
    for before, frame in pairwise(frames):
        if frame.code.lstrip().startswith("其中"):
            for whole in before.stated:
                yield from _sum(whole, frame.stated, certain=False)


@rule(
    "重大隐患326项,已整改318项,余下〔8项〕挂牌督办。",
    "受理信访件90件,办结84件,剩余〔6件〕正在办理。",
    "名册上有40人,已走访37人,剩下〔3人〕。",
)
def remainder(frame: Frame) -> Iterator[Reading]:
    """A whole less what is done leaves the rest."""
    for match in _LEFT.finditer(frame.code) if len(frame.stated) > 2 and not _LEAVING.isdisjoint(frame.code) else ():
        whole, part, target = (frame.number(match, name) for name in ("whole", "part", "target"))
        if whole.thing == part.thing == target.thing and whole.fact.value >= part.fact.value:
            yield from computed(target, (whole, part), Decimal.__sub__, certain=match["word"] != "其余")


def _among(whole: Stated, first: Stated, frame: Frame, place: int) -> Iterator[Reading]:
    """The readings of a whole and of the parts among it, the first of which stands at the place."""
    if first.amount and whole.amount and first.amount.low > whole.amount.high and first.fact.classifier not in _OF_ANYTHING:
        yield contradicted(first, (whole,), f"at most {words(whole)}")
    parts = [stated for stated in frame.levels_from(place) if stated.thing == first.thing]
    for end in range(2, min(len(parts), _MOST_PARTS) + 1):
        yield from _sum(whole, parts[:end], certain=False)
    listed = _PARTS.match(frame.code, place)
    if listed:
        yield from _listed(whole, frame.within(*listed.span()), frame.code[max(0, place - 20) : listed.end()])


def _listed(whole: Stated, parts: Sequence[Stated], code: str) -> Iterator[Reading]:
    """The reading of a list that tells apart what is among a whole: men and women are all of it, kinds of events no more than it."""
    names = [_JOINED.sub("", text) for text in re.split(f"[{NUMBERS}]", code)[:-1]][-len(parts) :]
    sexes = sorted(name[:1] for name in names) == ["女", "男"]
    kinds = whole.fact.classifier in _EVENTS and 2 < len(parts) <= _MOST_PARTS and not any(a in b for a, b in permutations(names, 2))
    if sexes or (kinds and sum(part.fact.value for part in parts) > whole.fact.value):
        yield from _sum(whole, parts, certain=True)


def _sum(target: Stated, parts: Sequence[Stated], certain: bool) -> Iterator[Reading]:
    if len(parts) > 1 and all(part.thing == target.thing for part in parts):
        yield from compared(target, parts, total([part.amount for part in parts]), certain)
