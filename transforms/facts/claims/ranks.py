"""Claims of rank: 位居全市第三."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import rule
from transforms.lexicon import words


@rule("群众满意度位居全市第〔三〕。", "综合考评列全省第〔2〕位。", "破案率由全市第〔9〕名升至第〔2〕名。")
def rank(given: Given) -> Claim | None:
    """A place in an order: 位居全市第三, 由第9名升至第2名."""
    if given.number.unit != "rank" or (given.sentence.chunks[given.at].text[-1] in "位名" and re.search(r"C[uAEP]*$", given.left)):
        return None
    sentence, at = given.sentence, given.at
    scope = next((c.text for c in reversed(sentence.chunks[given.start : at]) if c.code in "GO" or c.text.startswith("全")), "")
    predicate = _ranking(given)
    phrase = _ranked(given, predicate)
    base = re.sub(r"(?:排名|排|位次|中)$", "", phrase.text) or _judged_before(given)
    earlier = bool(re.search(r"P[DZNUGB]*$", given.left)) and bool(re.search(r"[TC]", sentence.codes[at : sentence.clause_end(at) + 1]))
    return Claim(at, "rank", phrase, f"{base}{'' if scope in base else scope}排名", predicate, earlier=earlier)


def _judged_before(given: Given) -> str:
    """What the claims before the rank are about: the last that can be judged, else the last."""
    metrics = [claim.metric.removesuffix("排名") for claim in given.earlier]
    return next((metric for metric in reversed(metrics) if _JUDGED.search(metric)), metrics[-1] if metrics else "")


_JUDGED = re.compile(r"测评|考[核评]|评比|调查|竞赛|比武|满意|安全感|指数|成绩|总分|综合|得分|率$|[数量]$|评价|测试")


def _ranked(given: Given, predicate: int) -> Phrase:
    """What the rank is of: the topic where it can be judged, else what is judged earlier in the sentence, else nothing."""
    topic = topic_of(given, predicate)
    if _JUDGED.search(topic.text) and given.last is not None and topic is given.last.phrase:
        return topic
    chunks = given.sentence.chunks
    judged = [i for i in range(given.at) if chunks[i].code in "NHRYXV" and _JUDGED.search(chunks[i].text)]
    if not judged:
        return EMPTY if any(c.code in "GO" for c in topic.chunks) or not topic.chunks else topic
    end = judged[-1] + 1
    if end < given.segment and given.last and given.last.at > judged[-1]:
        return EMPTY
    found = phrases.topic_before(chunks, given.sentence.clause_start(judged[-1]), end)
    if len(found.text) <= 2 and len(judged) > 1:
        wider = phrases.topic_before(chunks, given.sentence.clause_start(judged[-2]), judged[-2] + 1)
        return Phrase((*wider.chunks, *found.chunks), None)
    return found


def _ranking(given: Given) -> int:
    """Where the ranking predicate begins (排名, 位居, 由)."""
    for at in range(given.segment, given.at):
        if given.sentence.chunks[at].text in _RANKING:
            return at
    return given.at


_RANKING = frozenset(words("claim_words", "word", **{"class": "ranking"}))
