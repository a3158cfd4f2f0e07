"""Checks of changes: a percentage against its base and its difference, a change against the two levels that it lies between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from transforms.checks.amounts import HUNDRED
from transforms.checks.frames import GAP, NUMBERS, Frame, Stated
from transforms.checks.readings import Reading, computed, contradicted, sharp, words
from transforms.facts.rules import rule
from transforms.lexicon import alternation
from transforms.patterns import seldom

_VERB = alternation("changes", "word", form="change")
_EARLIER = r"(?:去年|上年|上一年|前一年|前年|同期|上月|上季度|\d年)"
_THAN = rf"(?:[比较与同跟][^{NUMBERS},。;]{{1,14}}?(?:相比|比)?,?)?"
_LINK = rf"[,、(]?{_THAN}(?:同比|环比|按年|按月|分别)?(?:净|共|又|再|已|均)?(?:{_VERB})?(?:了|约|达|为|-)*"
_AFTER = rf"(?P<link>(?:{_LINK}[ⒸⒹⓉⓂ])?{_LINK})(?P<target>[ⒸⒹⓉⓂ])"

_WITH_BASE = tuple(
    seldom(f"(?={form})")
    for form in (
        rf"(?P<level>Ⓛ){_LINK}(?P<difference>Ⓓ){_LINK}(?P<target>Ⓒ)",
        rf"(?P<level>Ⓛ){_LINK}(?P<target>Ⓒ){_LINK}(?P<difference>Ⓓ)",
    )
)
_DIFFERENCE = seldom(rf"(?=(?P<difference>Ⓓ){GAP}{{0,25}}(?P<target>Ⓒ))")
_BETWEEN = tuple(  # each with the characters of which every match has one
    (frozenset(signs), seldom(f"(?={form})"))
    for signs, form in (
        ("由从", rf"(?P<since>[由从]{GAP}{{0,16}})(?P<old>[ⓁⓈ]){GAP}{{0,12}}[至到为成]{GAP}{{0,10}}(?P<new>[ⓁⓈ]){_AFTER}"),
        ("比较与同", rf"(?P<new>[ⓁⓈ]),?(?P<since>[比较与同]{_EARLIER}{GAP}{{0,10}})(?P<old>[ⓁⓈ])(?:相比|比)?{_AFTER}"),
        ("(", rf"(?P<new>[ⓁⓈ])\((?P<since>{_EARLIER}{GAP}{{0,10}})(?P<old>[ⓁⓈ])\){_AFTER}"),
        ("今", rf"(?P<since>{_EARLIER}{GAP}{{0,14}})(?P<old>[ⓁⓈ]),?今年{GAP}{{0,16}}(?P<new>[ⓁⓈ]){_AFTER}"),
    )
)
_CHANGE = re.compile("[ⒸⒹⓉⓂ]")
_TO = {way: alternation("changes", "word", form="to", direction=way) for way in ("up", "down")}
_ONE_WAY = seldom(
    rf"(?=(?P<since>[由从]{GAP}{{0,16}})(?P<old>[ⓁⓈⓇ]){GAP}{{0,8}}?(?:(?P<up>{_TO['up']})|(?P<down>{_TO['down']})){GAP}{{0,10}}(?P<target>[ⓁⓈⓇ]))"
)
_FROM = frozenset("由从")
_BETTER_WHEN_LESS = frozenset({"s", "min", "h", "d", "wk", "month", "a"})  # 提升到3分钟 is praise
_GRADES = frozenset("级类档层步")


@rule(
    "全县办理居住证1280件,同比增加256件,增长〔25%〕。",
    "全年立案4410件,较上年减少310件(〔-6.6%〕)。",
    "共接报警情930起,同比下降〔7%〕,减少70起。",
    "今年以来办理户口业务3150件,业务量同比增加1050件,工作效率提高〔50%〕。",
)
def base_and_difference(frame: Frame) -> Iterator[Reading]:
    """A level and its difference from an earlier one imply the change in percent."""
    if "Ⓓ" not in frame.code or "Ⓒ" not in frame.code:
        return
    for pattern in _WITH_BASE:
        for match in pattern.finditer(frame.code):
            level, difference, target = (frame.number(match, name) for name in ("level", "difference", "target"))
            if _comparable(difference, target):
                yield from _of_base(level, difference, target, certain=True)
    for match in _DIFFERENCE.finditer(frame.code):
        difference, target = frame.number(match, "difference"), frame.number(match, "target")
        if sharp(target):
            for level in reversed(frame.levels_before(match.start())):
                yield from _of_base(level, difference, target, certain=False)


@rule(
    "盗窃案件由96起降至72起,降幅〔25%〕。",
    "群众满意率从去年同期的92.4%升至95.1%,提高〔2.7个百分点〕。",
    "破获案件58起,比上年的40起增加18起,增长〔45%〕。",
    "去年同期接报火灾480起,今年360起,下降〔25%〕。",
    "探头由300个增加到900个,增加〔600个〕。",
)
def two_levels(frame: Frame) -> Iterator[Reading]:
    """An earlier and a later level imply the change between them."""
    if frame.code.count("Ⓛ") + frame.code.count("Ⓢ") < 2 or not _CHANGE.search(frame.code):
        return
    for signs, pattern in _BETWEEN:
        for match in pattern.finditer(frame.code) if not signs.isdisjoint(frame.code) else ():
            old, new, target = (frame.number(match, name) for name in ("old", "new", "target"))
            yield from _of_levels(old, new, target, certain=_same_comparison(match))
    for match in _CHANGE.finditer(frame.code):
        target = frame.at(match.start())
        if sharp(target):
            for first, second in pairwise(frame.levels_before(match.start())[-4:]):
                yield from _of_levels(first, second, target, certain=False)
                yield from _of_levels(second, first, target, certain=False)


@rule("入室盗窃由12起上升至〔15起〕。", "破案率由61%提升至〔78%〕。", "安全感排名由第9位跃升至〔第2位〕。")
def direction(frame: Frame) -> Iterator[Reading]:
    """What rises leads to more, what falls to less; a rank that rises to a smaller number."""
    for match in _ONE_WAY.finditer(frame.code) if len(frame.stated) > 1 and not _FROM.isdisjoint(frame.code) else ():
        old, target = frame.number(match, "old"), frame.number(match, "target")
        up = match["up"] is not None
        if old.thing == target.thing and old.amount and target.amount and not _praised(target, up) and "倒" not in match["since"]:
            more = up != (target.fact.kind == "rank")
            if (target.amount.high <= old.amount.low) if more else (target.amount.low >= old.amount.high):
                yield contradicted(target, (old,), f"{'more' if more else 'less'} than {words(old)}")


def _of_base(level: Stated, difference: Stated, target: Stated, certain: bool) -> Iterator[Reading]:
    sign = -1 if difference.fact.direction == "up" else 1

    def percentage(now: Decimal, by: Decimal) -> Decimal:
        before = now + sign * by
        return by * HUNDRED / before if before > 0 else Decimal("Infinity")

    if level.thing == difference.thing and difference.fact.direction == target.fact.direction:
        yield from computed(target, (level, difference), percentage, certain)


def _of_levels(old: Stated, new: Stated, target: Stated, certain: bool) -> Iterator[Reading]:
    sign = {"up": 1, "down": -1}.get(target.fact.direction or "")
    if sign is None or old.thing != new.thing:
        return
    shares = old.fact.unit == "percent"

    def difference(before: Decimal, after: Decimal) -> Decimal:
        return sign * (after - before)

    def percentage(before: Decimal, after: Decimal) -> Decimal:
        return sign * (after - before) * HUNDRED / before

    def times(before: Decimal, after: Decimal) -> Decimal:
        return sign * (after - before) / before

    functions: dict[str, Callable[[Decimal, Decimal], Decimal]] = {"percent": percentage, "times": times}
    if target.fact.unit == ("percentage_point" if shares else old.fact.unit) and (shares or target.thing == old.thing):
        yield from computed(target, (old, new), difference, certain)
    elif target.fact.unit in functions:
        yield from computed(target, (old, new), functions[target.fact.unit], certain and not shares)


def _comparable(first: Stated, second: Stated) -> bool:
    """Whether two changes may be measured against the same time."""
    return first.fact.comparison == second.fact.comparison or "unstated" in (first.fact.comparison, second.fact.comparison)


def _same_comparison(match: re.Match[str]) -> bool:
    """Whether the change is from the earlier level that is named, and not from last year's (由年初的30件降至20件,同比下降15%)."""
    return "比" not in match["link"] or re.search(_EARLIER, match["since"]) is not None


def _praised(target: Stated, up: bool) -> bool:
    return up and (target.fact.unit in _BETTER_WHEN_LESS or (target.fact.classifier or "") in _GRADES)
