"""Claims of how far apart things are that are done again and again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.results import result_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import TIME, rule
from transforms.patterns import seldom


@rule(
    "水质每〔三个月〕检测一次。",
    "每〔三天〕一次对河道进行巡查。",
    "每隔〔五年〕开展一次线路检测。",
    "每隔〔一周〕,网格员就会走访孤寡老人。",
    units=TIME,
)
def recurring(given: Given) -> Claim | None:
    """How far apart things are done, by what is done: 每三天一次对河道进行巡查, 每隔一周就会走访老人."""
    before = given.sentence.chunks[given.at - 1] if given.at > given.segment else None
    if before is None or not before.text.startswith("每"):
        return None
    rest = given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)]
    done = [c for c in rest if c.text != "一次"]
    act = "".join(_recurring_act(given, done)) if len(done) < len(rest) else ""
    act = act or (_done_at_intervals(given, rest) if before.text == "每隔" else "")
    return Claim(given.at, "level", EMPTY, f"{act}间隔", given.at) if act or before.text == "每隔" else None


def _done_at_intervals(given: Given, rest: Sequence[Chunk]) -> str:
    """What is done whenever so much time has gone by, in the same clause or the next one."""
    start = given.sentence.clause_end(given.at) + 1
    following = given.sentence.chunks[start : given.sentence.clause_end(start)] if start < len(given.sentence.codes) else ()
    clauses = [[c for c in told if c.text not in _SURELY] for told in (rest, following)]
    known = next(filter(None, map(result_of, clauses)), "")
    return known or next((c.text for told in clauses for c in reversed(told) if c.code in "XV"), "")


_SURELY = frozenset({"会", "就会", "都会", "便会", "必", "必有", "必会", "总会", "要", "都要", "就要", "得"})


@rule("每三天〔一次〕对河道进行巡查。", "每五天〔一次〕走访独居老人。", "每四天〔一次〕检测水质。", units=frozenset({"count"}))
def so_often(given: Given) -> Claim | None:
    """What is done once in such a time: 每三天〔一次〕对河道进行巡查."""
    last = given.last
    if given.left or last is None or last.rule != "recurring" or last.at != given.at - 1:
        return None
    every = given.sentence.chunks[last.at].text.removeprefix("每")
    done = tuple(c for c in given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)] if c.code in "VY")
    return Claim(given.at, "level", Phrase(done, None), f"每{every}{last.metric.removesuffix('间隔')}", given.at)


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


_VERBS, _TOWARDS = seldom("[VXY]+(?!U)"), frozenset({"对", "为", "给", "将", "把"})
_BEING_SO, _OBJECT = frozenset({"是", "为", "成为"}), 8
_DOERS = frozenset({"staff", "people", "population", "unit", "facility", "area"})
