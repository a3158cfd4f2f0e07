"""Checks of shares: a part of a whole, and the whole numbers that a percentage of a small count leaves (the GRIM test)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations
from typing import NamedTuple

from transforms.checks.amounts import HUNDRED, Amount, told
from transforms.checks.frames import GAP, Frame, Stated
from transforms.checks.readings import Reading, computed, sharp, words
from transforms.facts.rules import rule
from transforms.lexicon import alternation, table
from transforms.patterns import seldom

_CLOSE = "[^ⓁⓈⒹⒸ。;,]"
_PART = rf"{GAP}{{0,16}}(?P<part>Ⓛ){GAP}{{0,6}},?约?占(?:比|总数|总量|全部|比重|比例|[的约达到为高])*(?P<target>Ⓢ)"
_AMONG = seldom(rf"(?=其中[,:]?{_PART})")
_OUT_OF = seldom(rf"(?=(?P<whole>Ⓛ){_CLOSE}{{0,12}}中,?{_PART})")
_RATE = seldom(
    rf"(?=(?P<whole>Ⓛ)(?P<doing>{GAP}{{0,16}})(?P<part>Ⓛ)(?P<done>{_CLOSE}{{0,4}}),{GAP}{{0,6}}?"
    rf"(?P<rate>{alternation('rates', 'word')})(?:为|是|约|达到?)?(?P<target>Ⓢ))"
)
_SLIP = 40  # percentage points; a rate that is further off is of another whole
_SHARE_OF = seldom(r"(?P<noun>[一-鿿()]{1,8})占(?:比|[的约达到为高])*(?P<target>Ⓢ)")
_SHORT_NOUNS = frozenset("村镇乡县街所校企户")
_FEW = 200
_TELLING = Decimal("0.3")  # the share of percentages that a count allows, by chance
_SENTENCES = 20


@rule(
    "起诉盗窃犯罪360人,其中未成年人18人,占〔5%〕。",
    "排查出的240处隐患中,电气隐患60处,占〔四分之一〕。",
    "摸排线索800条,其中邻里纠纷480条,约占总数的〔60%〕。",
)
def part_of_whole(frame: Frame) -> Iterator[Reading]:
    """A part and its whole imply the share."""
    if "Ⓢ" not in frame.code or len(frame.stated) < 3:
        return
    for match in _OUT_OF.finditer(frame.code):
        yield from _share(frame.number(match, "whole"), frame.number(match, "part"), frame.number(match, "target"), certain=True)
    for match in _AMONG.finditer(frame.code):
        part, target = frame.number(match, "part"), frame.number(match, "target")
        for whole in [level for level in frame.levels_before(match.start()) if level.thing == part.thing][-1:]:
            yield from _share(whole, part, target, certain=True)
    for place, target in zip(frame.places, frame.stated, strict=True):
        if frame.code[place] == "Ⓢ" and sharp(target) and target.fact.value < HUNDRED:
            for first, second in reversed(list(combinations(frame.levels_before(place)[-5:], 2))):
                yield from _share(first, second, target, certain=False)
                yield from _share(second, first, target, certain=False)


@rule(
    "受理纠纷1200起,化解1170起,化解率〔97.5%〕。",
    "发现隐患400处,整改396处,整改率达到〔99%〕。",
    "提出建议24条,采纳18条,采纳率〔75%〕。",
)
def rate(frame: Frame) -> Iterator[Reading]:
    """A rate is the share of those with which it was done (化解1170起 gives the 化解率)."""
    for match in _RATE.finditer(frame.code) if "Ⓢ" in frame.code and len(frame.stated) > 2 else ():
        whole, part, target = (frame.number(match, name) for name in ("whole", "part", "target"))
        if any(word in match["doing"] + match["done"] for word in _doing()[match["rate"]]) and target.fact.value != HUNDRED:
            near = abs(part.fact.value * HUNDRED - target.fact.value * whole.fact.value) <= _SLIP * whole.fact.value
            yield from _share(whole, part, target, certain=near)


@rule(
    "辖区47个小区中,零发案小区占比为〔95.74%〕。",
    "全县24个村中,无访村占〔87.5%〕。",
    "辖区60个网格中,达标网格占比〔98.3%〕。",
)
def grim(frame: Frame) -> Iterator[Reading]:
    """A percentage of a known small count is that of a whole number (Brown and Heathers 2017, the GRIM test)."""
    for share in _shares(frame):
        if "中," in frame.code[: share.place]:
            for count in _counts(frame, share.nouns):
                yield from _whole_number(count, share.target, certain=True)


def grim_of_page(frames: Sequence[Frame]) -> Iterator[Reading]:
    """The same where the count stands in an earlier sentence: only where shares that chance hardly gives agree with it."""
    for index, frame in enumerate(frames):
        shares = _shares(frame)
        for earlier in reversed(frames[max(0, index - _SENTENCES) : index] if shares else ()):
            for count in dict.fromkeys(count for share in shares for count in _counts(earlier, share.nouns)):
                readings = [reading for share in shares for reading in _whole_number(count, share.target, certain=False)]
                if any(_chance(count, reading.target) < _TELLING for reading in readings) and all(r.result == "holds" for r in readings):
                    yield from readings


@cache
def _doing() -> Mapping[str, tuple[str, ...]]:
    """The words that say that something was done, by the rate of what it was done to."""
    return {row["word"]: tuple(row["done"].split()) for row in table("rates")}


def _share(whole: Stated, part: Stated, target: Stated, certain: bool) -> Iterator[Reading]:
    def percentage(everything: Decimal, some: Decimal) -> Decimal:
        return some * HUNDRED / everything

    if whole.thing == part.thing and whole.fact.value >= part.fact.value:
        yield from computed(target, (whole, part), percentage, certain)


class _Share(NamedTuple):
    """A share, its place, and what may be the name of the things that it is a share of (零发案小区占比)."""

    target: Stated
    place: int
    nouns: tuple[str, ...]


def _shares(frame: Frame) -> list[_Share]:
    """The shares of a sentence that say what they are shares of."""
    found = []
    for match in _SHARE_OF.finditer(frame.code) if "Ⓢ" in frame.code and "占" in frame.code else ():
        text = match["noun"]
        nouns = tuple(text[at:] for at in range(len(text)) if len(text) - at > 1 or text[at] in _SHORT_NOUNS)
        found.append(_Share(frame.number(match, "target"), match.start("target"), nouns))
    return found


def _counts(frame: Frame, nouns: Sequence[str]) -> Iterator[Stated]:
    """The small whole numbers of things with one of the names."""
    for place, stated in zip(frame.places, frame.stated, strict=True):
        fact = stated.fact
        small = fact.kind == "level" and fact.unit == "count" and fact.bound == "exact" and 1 < fact.value <= _FEW
        if small and any(noun in frame.code[place + 1 : place + 9] for noun in nouns):
            yield stated


def _whole_number(count: Stated, target: Stated, certain: bool) -> Iterator[Reading]:
    """The reading of a share as that of a whole number of the counted things."""
    if not target.amount or target.fact.bound != "exact" or target.fact.value > HUNDRED:
        return
    many = count.fact.value
    below = int(target.fact.value * many / HUNDRED)
    shares = {number: number * HUNDRED / many for number in (below, below + 1) if number <= many}
    fitting = {number: share for number, share in shares.items() if target.amount.low <= share <= target.amount.high}
    expected = ", ".join(f"{number}/{many} = {told(share)}%" for number, share in (fitting or shares).items())
    stated = words(target, *(Amount(share, share, share) for share in list(fitting.values())[:1]))
    yield Reading(target, (count,), expected, stated, "holds" if fitting else "impossible", certain)


def _chance(count: Stated, target: Stated) -> Decimal:
    """How likely any percentage, as exact as this one, is that of a whole number of things."""
    return count.fact.value * target.amount.room / HUNDRED if target.amount and target.fact.value < HUNDRED else HUNDRED
