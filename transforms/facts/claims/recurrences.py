"""Claims of how far apart things are that are done again and again."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import TIME, Claim, Given
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import rule


@rule("水质每〔三个月〕检测一次。", "每〔三天〕一次对河道进行巡查。", "每隔〔五年〕开展一次线路检测。", units=TIME | {"count"})
def recurring(given: Given) -> Claim | None:
    """How far apart things are done, by what is done: 每三天一次对河道进行巡查."""
    if given.left == "" and given.last is not None and given.last.rule == "recurring" and given.last.at == given.at - 1:
        every = given.sentence.chunks[given.last.at].text
        done = tuple(c for c in given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)] if c.code in "VY")
        return Claim(
            given.at, "level", Phrase(done, None), f"每{every.removeprefix('每')}{given.last.metric.removesuffix('间隔')}", given.at
        )
    before = given.sentence.chunks[given.at - 1] if given.at > given.segment else None
    end = given.sentence.clause_end(given.at)
    rest = given.sentence.chunks[given.at + 1 : end]
    if before is None or given.number.unit == "count" or not before.text.startswith("每") or not any(c.text == "一次" for c in rest):
        return None
    act = "".join(_recurring_act(given, [c for c in rest if c.text != "一次"]))
    return Claim(given.at, "level", EMPTY, f"{act}间隔", given.at) if act else None


def _recurring_act(given: Given, rest: Sequence[Chunk]) -> tuple[str, ...]:
    """What is done again and again, its object before its verb: 对〔河道〕进行〔巡查〕, 〔巡查〕〔河道〕, 〔电梯〕每月〔保养〕一次."""
    told = list(itertools.takewhile(lambda c: c.text not in _BEING_SO, rest))
    codes = "".join(c.code for c in told)
    run = _VERBS.search(codes, codes.rfind("L") + 1)
    if run is None:
        return ()
    towards = next((i for i in range(run.start()) if told[i].text in _TOWARDS), None)
    topic = [c for c in phrases.topic_before(given.sentence.chunks, given.segment, given.at - 1).chunks if c.word.noun not in _DOERS]
    behind = list(itertools.takewhile(lambda c: c.code in "NHQ", told[run.end() :]))
    things = told[towards + 1 : run.start()] if towards is not None else behind or topic
    return (*_short([c.text for c in things if c.code in "NHQX"]), *(c.text for c in told[run.start() : run.end()]))


def _short(texts: Sequence[str]) -> Sequence[str]:
    """The last of the words, as many as a short name holds."""
    return next(texts[at:] for at in range(len(texts) + 1) if sum(map(len, texts[at:])) <= _OBJECT)


_VERBS, _TOWARDS = re.compile("[VXY]+(?!U)"), frozenset({"对", "为", "给", "将", "把"})
_BEING_SO, _OBJECT = frozenset({"是", "为", "成为"}), 8
_DOERS = frozenset({"staff", "people", "population", "unit", "facility", "area"})
