"""Claims of rank: 位居全市第三."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.changes import CHANGED
from transforms.facts.claims.model import TIME, Claim, Given
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import rule
from transforms.lexicon import words


@rule("群众满意度位居全市第〔三〕。", "综合考评列全省第〔2〕位。", "破案率由全市第〔9〕名升至第〔2〕名。", units=frozenset({"rank"}))
def rank(given: Given) -> Claim | None:
    """A place in an order: 位居全市第三, 由第9名升至第2名."""
    if given.sentence.chunks[given.at].text[-1] in "位名次置" and CHANGED.search(given.left):
        return None
    given = _past_number(given)
    sentence, at = given.sentence, given.at
    scope = next((c.text for c in reversed(sentence.chunks[given.start : at]) if _is_scope(c)), "") or _whole_before(given)
    predicate = _ranking(given)
    phrase = _ranked(given, predicate)
    base = re.sub(r"(?:排名|排|位次|中)$", "", phrase.text) or _judged_before(given)
    earlier = bool(re.search(r"P[DZNUGB]*$", given.left)) and bool(re.search(r"[TC]", sentence.codes[at : sentence.clause_end(at) + 1]))
    return Claim(at, "rank", phrase, f"{base}{'' if scope in base else scope}排名", predicate, earlier=earlier)


@rule("在全市执法考评中,青河分局得〔96.5分〕。", "测评中我县获〔92分〕。", "年度考核全所得了〔98分〕。", units=frozenset({"point"}))
def scored(given: Given) -> Claim | None:
    """The points that somebody got where it was judged: the judging and 得分."""
    counted = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if any(c.code in "NHRYQ" and c.text not in _POINTS for c in counted.chunks):
        return None
    judged = _ranked(given, given.at)
    text = judged.text.removesuffix("中") or _judged_before(given)
    if not _JUDGED.search(text):
        return None
    return Claim(given.at, "level", judged, text + ("" if text.endswith("分") else "得分"), given.at)


_POINTS = frozenset({"得分", "总分", "总得分", "综合得分", "分数", "成绩", "均分", "平均分"})


def _is_scope(chunk: Chunk) -> bool:
    """Whether a chunk says among whom somebody is ranked: a place or an organisation, but not the one that is ranked (我县)."""
    return (chunk.code in "GO" or chunk.text.startswith("全")) and chunk.text[0] not in "我本该"


def _whole_before(given: Given) -> str:
    """The whole that the clause before speaks of: 在〔全省〕考评中,我局列第2名."""
    before = given.sentence.chunks[given.sentence.clause_start(max(given.start - 1, 0)) : given.start]
    return next((c.text for c in before if c.text.startswith("全")), "")


def _past_number(given: Given) -> Given:
    """A rank without the number of those that are ranked, which stands right before it: 列〔11个市州〕第2名."""
    last = given.last
    if last is None or last.rule != "counted_ahead" or last.at < given.start or not re.fullmatch("[NHGAVXPOUu()]*", given.left):
        return given
    before = Given.of(given.sentence, last.at, given.earlier[:-1])
    return given._replace(earlier=before.earlier, segment=before.segment, left=given.sentence.codes[before.segment : given.at])


def _judged_before(given: Given) -> str:
    """What the claims before the rank are about: the last that can be judged, else the last."""
    metrics = [claim.metric.removesuffix("排名") for claim in given.earlier if given.sentence.number(claim.at).unit not in TIME]
    return next((metric for metric in reversed(metrics) if _JUDGED.search(metric)), metrics[-1] if metrics else "")


_JUDGED = re.compile(r"测评|考[核评]|评比|调查|竞赛|比武|满意|安全感|指数|成绩|总分|综合|得分|率$|[数量]$|评价|测试")


def _ranked(given: Given, predicate: int) -> Phrase:
    """What the rank is of: the topic where it can be judged, else what is judged earlier in the sentence, else nothing."""
    topic = topic_of(given, predicate)
    if _JUDGED.search(topic.text) and given.last is not None and topic is given.last.phrase:
        return topic
    chunks = given.sentence.chunks
    judged = [i for i in range(given.at) if chunks[i].code in "NHRYXV" and _JUDGED.search(chunks[i].text) and chunks[i].text not in _POINTS]
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
