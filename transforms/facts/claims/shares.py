"""Claims of shares and rates: 占, 率, 80%的事项."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.claims.lists import items_of
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import HAPPENINGS, topic_of
from transforms.facts.phrases import Phrase
from transforms.facts.rules import Units, rule

PERCENT: Units = frozenset({"percent", "percentage_point", "ratio"})
RATES: Units = PERCENT | {"point", None}
_HOLDS = re.compile(r"S[NHUYRVXEAPQGDOML\"]*$")
_RATED = re.compile(r"R[uAEPXLNJT\"]*$")


@rule("高清探头占〔62%〕。", "零发案小区占比〔90%〕。", "信访积案占总数的〔四分之一〕。", units=PERCENT)
def share(given: Given) -> Claim | None:
    """A part of a whole: 占, 占比, 占总数的."""
    match = _HOLDS.search(given.left)
    if match is None:
        return None
    predicate = given.segment + match.start()
    items = items_of(given, predicate)
    phrase = items[0] if items else topic_of(given, predicate)
    return Claim(given.at, "level", phrase, _counted(given, phrase) + "占比", predicate, items=items)


def _counted(given: Given, phrase: Phrase) -> str:
    """What has a share: its topic, or what was counted before it, with the zero told of it (有12个村实现零发案,占〔三成〕)."""
    last = given.last
    if last is None or phrase is not last.phrase:
        return phrase.text
    counts = [claim for claim in given.earlier if given.sentence.number(claim.at).unit == "count"]
    if last.rule == "rate" and counts:
        return counts[-1].metric
    zero = given.sentence.number(last.at).form == "zero" and len(given.earlier) > 1
    return given.sentence.chunks[last.at].text + given.earlier[-2].phrase.text if zero else last.metric


@rule("破案率达〔96%〕。", "群众满意度为〔98.6分〕。", "纠纷化解率保持在〔95%〕以上。", units=RATES)
def rate(given: Given) -> Claim | None:
    """A rate, a share or a score that is named: 破案率达96%."""
    match = _RATED.search(given.left)
    if match is None:
        return None
    predicate = given.segment + match.start() + 1
    items = items_of(given, predicate)
    phrase = items[0] if items else _of_what(given, phrases.topic_before(given.sentence.chunks, given.segment, predicate))
    return Claim(given.at, "level", phrase, phrase.text, predicate, items=items)


def _of_what(given: Given, phrase: Phrase) -> Phrase:
    """A bare rate (化解率) with the noun that the number before it counted."""
    if given.last is None or len(phrase.chunks) != 1 or len(phrase.chunks[0].text) > 4:
        return phrase
    cleared = phrase.text in {"破案率", "侦破率", "发案率"}
    cases = [claim for claim in given.earlier if claim.phrase.nouns and claim.phrase.nouns[-1].word.noun in HAPPENINGS]
    about = cases[-1] if cleared and cases else given.last
    told = [c for c in about.phrase.nouns if c.code in "NHQ" and c.text[-1] not in "数量率"]
    nouns = [c for c in told if c.text not in phrase.chunks[0].text]
    return Phrase((*nouns[-3:], *phrase.chunks), None)


@rule("〔80%〕的公安服务事项实现网上办。", "〔九成〕以上群众表示满意。", "有〔三分之二〕的案件当天告破。", units=PERCENT)
def portion(given: Given) -> Claim | None:
    """A part of what follows the number: 80%的事项."""
    if not re.match(r'U?[NHQYX"GR]', given.right):
        return None
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    rest = "".join(c.text for c in given.sentence.chunks[given.at + 1 : given.end] if c.code not in '"U')
    return Claim(given.at, "level", phrase, f"{rest[:14]}占比", given.at)
