"""What a change is measured against."""

from __future__ import annotations

import re

from transforms.facts.calendar import AT_ITS_PEAK
from transforms.facts.claims.model import Given, Sentence
from transforms.patterns import seldom

_LAST_YEAR = seldom(r"(?:去年|上年|上一年|前年)(?:度|全年)?|.*同期")
_RUNS_BEFORE = {"一年": "yoy", "一个月": "pop", "一月": "pop", "一季度": "pop", "一周": "pop"}  # 较前一年, of no known year
_WITHIN = {**dict.fromkeys(("年增", "年减", "比降", "比升", "比增", "比减"), "yoy"), "月增": "pop", "月减": "pop"}


def comparisons_in_turn(given: Given) -> tuple[str, ...]:
    """The baselines that the numbers of a clause share out: 同比、环比分别下降12%、〔3%〕."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    listed = _IN_TURN.search(codes, given.start, given.at)
    return tuple(c.word.change for c in chunks[listed.start() : listed.end()] if c.code == "B") if listed else ()


_IN_TURN = re.compile("BJB(?=[AF]*C[^B]*#?[^B]*$)")


def comparison_of(given: Given) -> str:
    """The period that a change is measured against: the baseline nearest before the number in its sentence, else unstated."""
    codes = given.sentence.codes
    for at in range(given.at - 1, -1, -1):
        chunk = given.sentence.chunks[at]
        if chunk.text in _WITHIN:
            return _WITHIN[chunk.text]
        if chunk.code == "B" and chunk.text.startswith("同期") and codes[at - 1 : at] == "D":
            continue  # with which period it is compared stands before it: 与2019年同期相比
        if chunk.code == "B":
            return chunk.word.change
        if chunk.code in "DN" and (_compared(given.sentence, at) or _departed_from(given.sentence, at)):
            return "yoy" if _LAST_YEAR.fullmatch(chunk.text) else f"@{chunk.item}" if chunk.code == "D" else "yoy"
        if chunk.code == "M" and (before := _run_before(given.sentence, at)):
            return before
        if codes[at] == "." or (chunk.code == "D" and at < given.start):
            break
    return "unstated"


def _run_before(sentence: Sentence, at: int) -> str | None:
    """What a run of time compared with is, where no year of reference makes a date of it: 较前一年, 较五年前; None of one that is not."""
    if at and sentence.chunks[at - 1].text in {"较前", "比前"}:
        return _RUNS_BEFORE.get(sentence.chunks[at].text)
    return "vs:XXXX" if re.match("U?W", sentence.codes[at + 1 :]) and _compared(sentence, at) else None


def _departed_from(sentence: Sentence, at: int) -> bool:
    """Whether a change set out from this date: 由去年同期的96起降到41起."""
    chunk = sentence.chunks[at]
    before = sentence.chunks[at - 1].text if at else ""
    return before in {"由", "从"} and (chunk.code == "D" or chunk.text.endswith("同期"))


def _compared(sentence: Sentence, at: int) -> bool:
    """Whether a date is what is compared with: 与2012年相比, 较2019年同期, 比上年."""
    before = sentence.chunks[at - 1].text if at else ""
    tail = "".join(c.text for c in sentence.chunks[at + 1 : sentence.clause_end(at)])
    chunk = sentence.chunks[at]
    if chunk.code == "N" and not chunk.text.endswith("同期"):
        return False
    if before in {"与", "同", "和", "跟"} and sentence.chunks[at + 1].text == "同期相比":
        return True
    if before in {"较", "比", "相比", "较之", "同比"} or (
        before == "的" and AT_ITS_PEAK.search("".join(c.text for c in sentence.chunks[:at]))
    ):
        return True
    even = sentence.codes[at + 1 : at + 2] == "#" and sentence.number(at + 1).form == "flat"  # 与去年同期持平
    return before in {"与", "同", "和", "跟"} and ("相比" in tail or even)
