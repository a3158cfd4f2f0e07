"""Checks of one number against what it can be at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from transforms.checks.amounts import HUNDRED
from transforms.checks.frames import Frame
from transforms.checks.readings import Reading, contradicted, words
from transforms.facts.rules import rule
from transforms.lexicon import alternation
from transforms.patterns import seldom

_REACHES = "(?:[例的已高均约为是达到超过,至]|保持在|稳定在|提升|提高|上升|升){0,4}"
_BOUNDED = re.compile(rf"(?:占|占比|比重|比例|{alternation('rates', 'word')}){_REACHES}(?P<target>Ⓢ)")
_BELOW_ZERO = seldom("利润|盈利|净|收益|收入|余额")  # what can fall below zero can fall by more than all
_RANGE = seldom(r"(?<![\d.A-Za-z由从自第时月日年])(?P<first>\d+(?:\.\d+)?)[至到~—–-]$")
_TO = frozenset("至到~—–-")
_RANGE_OF_TWO = re.compile(r"(?<![由从自])(?P<first>Ⓛ)[至~—–-](?P<target>Ⓛ)")
_AMONG = seldom(r"(?=(?P<rivals>Ⓛ)[^ⓁⓈⓇ。;,]{1,16}?(?:中|里)?,?(?:[由从]|名列|位列|排名|位居|排在|[排列居])?(?P<target>Ⓡ))")


@rule("矛盾纠纷化解率达〔99%〕。", "青年占〔41%〕。", "案件办结率为〔100%〕。")
def at_most_all(frame: Frame) -> Iterator[Reading]:
    """A share of something is at most all of it, and nothing falls by more than all."""
    for match in _BOUNDED.finditer(frame.code) if "Ⓢ" in frame.code else ():
        target = frame.number(match, "target")
        if target.amount and target.amount.low > HUNDRED:
            yield contradicted(target, (), "at most 100%")
    for target in frame.stated:
        fact = target.fact
        if fact.unit == "percent" and fact.direction == "down" and fact.value > HUNDRED and not _BELOW_ZERO.search(fact.metric):
            yield contradicted(target, (), "at most 100%")


@rule("每组配备3至〔5名〕队员。", "每天巡逻6—〔8公里〕。", "每次出动2名至〔3名〕队员。")
def range_order(frame: Frame) -> Iterator[Reading]:
    """A range begins with its smaller number."""
    for place, target in zip(frame.places, frame.stated, strict=True):
        match = _RANGE.search(frame.code, max(0, place - 12), place) if frame.code[place - 1 : place] in _TO else None
        if match and target.fact.kind == "level" and target.amount and Decimal(match["first"]) > target.amount.high:
            yield contradicted(target, (), f"at least {match['first']}")
    for match in _RANGE_OF_TWO.finditer(frame.code):
        first, target = frame.number(match, "first"), frame.number(match, "target")
        if first.thing == target.thing and first.amount and target.amount and first.amount.low > target.amount.high:
            yield contradicted(target, (first,), f"at least {words(first)}")


@rule("群众安全感在全市12个县区中排名〔第3位〕。", "考核成绩列全省18个重点县〔第2名〕。", "在5个基层院中由〔第4名〕升至第2名。")
def rank_among(frame: Frame) -> Iterator[Reading]:
    """Nobody ranks lower than there are rivals."""
    for match in _AMONG.finditer(frame.code) if "Ⓡ" in frame.code else ():
        rivals, target = frame.number(match, "rivals"), frame.number(match, "target")
        exact = rivals.fact.bound == "exact" and rivals.fact.unit == "count"
        if exact and rivals.amount and target.amount and target.amount.low > rivals.amount.high:
            yield contradicted(target, (rivals,), f"at most {words(rivals)}")
