"""Claims of a part of what was counted just before, told by what it does: 建成警务室46个,其中〔32个〕常年有人值守."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import LATER, Claim, Given
from transforms.facts.phrases import DENYING, Phrase
from transforms.facts.rules import MONEY, rule
from transforms.lexicon import words
from transforms.patterns import seldom


@rule(
    "建成警务室46个,其中〔32个〕常年有人值守。",
    "全县86个行政村中,有〔72个〕没有发生盗窃。",
    "受理纠纷320件,其中〔九成以上〕在村里化解。",
    units=frozenset({"count", "percent", "ratio"}),
    signs=frozenset({LATER}),
)
def part_doing(given: Given) -> Claim | None:
    """Some of what was counted before, with no noun of their own: what is said of them tells them from the rest."""
    whole = _whole(given)
    head = _head(whole.phrase) if whole is not None else ()
    said = _said(given) if head else ""
    if not said:
        return None
    share = "占比" if given.number.unit in _SHARES else ""
    return Claim(given.at, "level", Phrase(head, None), f"{said}的{''.join(c.text for c in head)}{share}", given.at)


@rule(
    "86名队员中,〔52名〕是退役军人。",
    "2.6万的常住人口里有〔1.8万名〕是外来务工人员。",
    "签约调解员230人,其中〔160人〕是退休教师。",
    units=frozenset({"count"}),
    signs=frozenset({LATER}),
)
def part_being(given: Given) -> Claim | None:
    """Some of what was counted before, by what they are."""
    chunks, end = given.sentence.chunks, given.sentence.clause_end(given.at)
    being = given.at + 1 < end and chunks[given.at + 1].text in {"是", "为"}
    if not being or given.last is None or _AMONG.isdisjoint([c.text for c in chunks[given.last.at : given.at]]):
        return None
    phrase, behind = phrases.after(chunks, given.at + 2, end)
    return Claim(given.at, "level", phrase, phrase.text, given.at) if behind == end and phrase.chunks[-1:] and phrase.nouns else None


_AMONG = frozenset({"中", "里", "当中", "其中"})


def _whole(given: Given) -> Claim | None:
    """The claim that this one counts some of: the last of the sentence, where nothing new stands between the two."""
    of_all = given.number.unit in _SHARES
    told = [claim for claim in given.earlier if given.sentence.number(claim.at).unit in _WHOLES] if of_all else given.earlier
    last = told[-1] if told else None
    if last is None or given.last is None or last.kind != "level" or given.sentence.number(last.at).unit not in _WHOLES:
        return None
    if not of_all and given.sentence.number(last.at).classifier != given.number.classifier:
        return None
    since = given.sentence.chunks[given.last.at + 1 : given.at]
    if _OF_THEM.isdisjoint([c.text for c in since]) and not (of_all and given.segment == given.at):
        return None
    return last if all(c.text in _OF_THEM or c.code in "AEW," or c in last.phrase.chunks for c in since) else None


_SHARES = frozenset({"percent", "ratio"})
_WHOLES = MONEY | {"count"}
_OF_THEM = frozenset(words("claim_words", "word", **{"class": "of_them"}))


def _head(whole: Phrase) -> tuple[Chunk, ...]:
    """What was counted, by its last noun and the one before it where both are short."""
    nouns = [c for c in whole.nouns if c.code in "NHQYX" and len(c.text) > (c.code in "YX") and c.text not in _OF_ALL_SORTS]
    return tuple(nouns[-2:] if sum(len(c.text) for c in nouns[-2:]) <= _SHORT else nouns[-1:])


_OF_ALL_SORTS = frozenset({"各类", "各种", "各项", "类", "各"})
_SHORT = 6
_PREDICATE = seldom(r"A*(?:P[NHYQGJOM()#\"A]*)?Z?[VXLY]|A*P[NHQGJOM()\"]+[AEVXY]")


def _said(given: Given) -> str:
    """What is said of the part behind its number, where it is neither its name nor what police did to it."""
    rest = given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)]
    rest = rest[1:-1] if rest and rest[0].text == "是" and rest[-1].text == "的" else rest  # 一半是在地头谈拢的
    predicate = _PREDICATE.match("".join(c.code for c in rest)) or (rest and rest[0].text in DENYING)
    if not predicate or _is_done_to(rest):
        return ""
    kept = (c for c in rest if c.code not in '"uE' and (c.code != "A" or c.text in DENYING | _AT_ONCE) and c.text not in _PALE)
    told = "".join(c.text for c in kept)
    return told if _PLAIN < len(told) <= _LONG else ""


_AT_ONCE = frozenset({"当场", "就地", "当天", "当面", "当日", "现场", "及时", "按时", "限期", "全部"})
_PALE = frozenset({"实现", "在", "被", "得到"})
_PLAIN, _LONG = 2, 16


def _is_done_to(rest: Sequence[Chunk]) -> bool:
    """Whether the part was caught, hurt or got back: that is counted as such."""
    verb = next((c for c in rest if c.code in "VY" and c.word.verb), None)
    return verb is not None and verb.word.verb in _DONE_TO


_DONE_TO = frozenset({"catch", "die", "surrender", "prosecute", "penalise", "recover", "seize", "block", "lose", "solve"})
