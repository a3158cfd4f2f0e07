"""What stands behind a preposition that hands its number to a verb: 对〔12家〕不按规定排污的企业开展检查, 对〔17人〕采取强制措施."""

from __future__ import annotations

import itertools

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.objects import PEOPLE
from transforms.facts.phrases import Phrase
from transforms.facts.rules import PERSONS, rule

_HANDING = frozenset({"对", "针对", "被", "把", "将", "由", "与", "同", "跟"})
_UNDERGOING = frozenset({"对", "针对", "把", "将"})
_VERBS = "XVL"
_LONG = 12


def _is_handed(given: Given) -> bool:
    before = given.sentence.chunks[given.at - 1] if given.at > given.segment else None
    return before is not None and before.code == "P" and before.text in _HANDING and given.number.unit == "count"


def is_handled(given: Given, end: int) -> bool:
    """Whether a number behind such a preposition has its noun behind it, to chunk `end` at most; what stands before it counts nothing."""
    if not _is_handed(given) or not given.right:
        return False
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 1, end)
    if not phrase.chunks or phrase.chunks[-1].code not in "NHQYO":
        return False
    acts = given.right.lstrip("A")[:1] in set(_VERBS) and phrase.chunks[0].start <= given.sentence.chunks[given.at + 2].start
    return not acts or (given.number.classifier not in PERSONS and phrase.chunks[-1].code == "H")


@rule(
    "警方已对〔17人〕采取刑事强制措施。",
    "民警将〔4人〕带回派出所。",
    "县里对〔86人〕进行了诫勉谈话。",
    classifiers=PERSONS,
)
def done_to_people(given: Given) -> Claim | None:
    """People of whom nothing is told but what is done to them: 对〔17人〕采取刑事强制措施, 将〔4人〕带回派出所."""
    acts = _is_handed(given) and given.sentence.chunks[given.at - 1].text in _UNDERGOING and given.right.lstrip("A")[:1] in set(_VERBS)
    if not acts or is_handled(given, given.end):
        return None
    behind = given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)]
    done = tuple(itertools.takewhile(lambda c: c.code not in "#J,.", (c for c in behind if c.code not in "AuEZ")))
    if any(c.text.endswith(("人", "者")) or c.word.noun in PEOPLE for c in done[:2]):
        return None
    verb = next((c for c in done if c.word.verb and c.code in "VY"), None)
    told = Phrase(phrases.trimmed(_past_light(done)), verb)
    return Claim(given.at, "level", told, told.text + "人员", given.at) if 1 < len(told.text) <= _LONG else None


def _past_light(done: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A deed without the verb that only says that it is done: 〔进行〕立案调查."""
    return done[1:] if len(done) > 1 and done[0].text in {"进行", "作出", "予以", "加以", "实施", "展开", "开展"} else done
