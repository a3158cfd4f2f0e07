"""Claims of rank: 位居全市第三."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.changes import CHANGED
from transforms.facts.claims.lists import items_of
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import told_metric, topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import TIME, rule
from transforms.lexicon import words
from transforms.patterns import seldom


@rule(
    "群众满意度位居全省第〔三〕。",
    "综合考评列全省第〔2〕位。",
    "破案率由全市第〔9〕名升至第〔2〕名。",
    "考评由第18位跃升为〔第5位〕。",
    units=frozenset({"rank"}),
)
def rank(given: Given) -> Claim | None:
    """A place in an order: 位居全市第三, 由第9名升至第2名."""
    if given.sentence.chunks[given.at].text[-1] in "位名次置" and CHANGED.search(given.left) and not _LED_TO.search(given.left):
        return None
    given = _past_number(given)
    sentence, at = given.sentence, given.at
    predicate = _ranking(given)
    items = items_of(given, predicate) if _IN_TURN.search("".join(c.text for c in sentence.chunks[given.start : at])) else ()
    phrase = items[0] if items else _ranked(given, predicate)
    scope = _scope(given)
    told = Phrase(phrase.chunks[1:], None) if scope and phrase.chunks[:1] and phrase.chunks[0].code == "G" else phrase
    base = re.sub(r"(?:排名|排|位次|中)$", "", told_metric(given, told)) or _judged_before(given)
    scope = scope or _whole_before(given)
    earlier = bool(re.search(r"P[DZNUGB]*$", given.left)) and bool(re.search(r"[TC]", sentence.codes[at : sentence.clause_end(at) + 1]))
    return Claim(at, "rank", phrase, f"{base}{'' if scope in base else scope}排名", predicate, earlier=earlier, items=items)


_IN_TURN = seldom("分[别列居]|依次")
_LED_TO = seldom("C[uA]*[PE][uAE]*$")  # 跃升为第6位, 升到了第3名; 上升3位 is how far


def _scope(given: Given) -> str:
    """Among whom the rank is, in its own clause: a whole (全市), else the place right before it."""
    chunks = given.sentence.chunks[given.start : given.at]
    whole = next((c.text for c in reversed(chunks) if c.text.startswith("全")), "")
    last = next((c for c in reversed(chunks) if c.code not in "AEU" and c.text != "排名"), None)
    return whole or (last.text if last is not None and last.code in "GO" and last.text[0] not in "我本该" else "")


@rule("在全市执法考评中,青河分局得〔96.5分〕。", "测评中我县获〔92分〕。", "年度考核全所得了〔98分〕。", units=frozenset({"point"}))
def scored(given: Given) -> Claim | None:
    """The points that somebody got where it was judged: the judging and 得分."""
    counted = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    told = [c for c in counted.chunks if c.code in "NHRYQ" and c.text not in _POINTS]
    got = _GOT.search("".join(c.text for c in given.sentence.chunks[given.segment : given.at]))
    if (told and not got) or CHANGED.search(given.left):
        return None
    assessment = _assessment(given)
    judged = assessment if assessment.chunks else EMPTY if told else _ranked(given, given.at)
    text = judged.text.removesuffix("中") or _judged_before(given)
    if not _JUDGED.search(text):
        return None
    return Claim(given.at, "level", judged, text + ("" if text.endswith("分") else "得分"), given.at)


_GOT = seldom("[得获]了?(?:约|近)?$")
_POINTS = frozenset({"得分", "总分", "总得分", "综合得分", "分数", "成绩", "均分", "平均分"})


def _whole_before(given: Given) -> str:
    """The whole that the clause before speaks of: 在〔全省〕考评中,我局列第2名."""
    before = given.sentence.chunks[given.sentence.clause_start(max(given.start - 1, 0)) : given.start]
    return next((c.text for c in before if c.text.startswith("全")), "")


def _past_number(given: Given) -> Given:
    """A rank without the number of those that are ranked, which stands right before it: 列〔11个市州〕第2名."""
    last = given.last
    if last is None or last.rule != "counted_ahead" or last.at < given.start or not re.fullmatch("[NHGAVXPOUuJZD()]*", given.left):
        return given
    before = Given.of(given.sentence, last.at, given.earlier[:-1])
    return given._replace(earlier=before.earlier, last=before.last, segment=before.segment, left=before.left)


def _judged_before(given: Given) -> str:
    """What the claims before the rank are about: the last that can be judged, else the last; those behind a semicolon come first."""
    texts = [c.text for c in given.sentence.chunks[: given.at]]
    since = max((i for i, text in enumerate(texts) if text in ";；"), default=-1)
    counted = _told(given)
    near = [claim for claim in counted if claim.at > since] or counted
    metrics = [claim.metric.removesuffix("排名") for claim in near]
    return next((metric for metric in reversed(metrics) if _JUDGED.search(metric)), metrics[-1] if metrics else "")


def _told(given: Given) -> list[Claim]:
    """The claims before the rank that it may be of: not times, and not how many are ranked."""
    claims = [claim for claim in given.earlier if given.sentence.number(claim.at).unit not in TIME]
    return [claim for claim in claims if claim.rule != "counted_ahead" or claim.phrase.verb]


_JUDGED = seldom(r"测评|考[核评]|评[比估议选查]|调查|竞赛|比武|满意|安全感|指数|成绩|总分|综合|得分|率$|[数量]$|评价|测试|民调")
_ASSESSED = seldom(r"测评|考[核评]|评[比估议选查]|调查|竞赛|比武|评价|测试|民调|人评")


def _assessment(given: Given) -> Phrase:
    """The judging that the sentence names as where it was done: 在〔全区〕15个街道的〔网格考评〕中."""
    chunks = given.sentence.chunks
    for end in range(given.at - 1, 0, -1):
        if chunks[end].text[0] in "中里上" and chunks[end].code in "AN":
            run = chunks[given.sentence.clause_start(end) : end]
            judged = next((i for i in range(len(run) - 1, -1, -1) if _ASSESSED.search(run[i].text)), -1)
            if judged >= 0 and all(c.code in '"H' for c in run[judged + 1 :]):
                return Phrase(_bare(run[: judged + 1]), None)
    return EMPTY


def _bare(run: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """An assessment with the whole that it is of, without those judged, dates and who did it."""
    last = max((i for i, c in enumerate(run) if c.code in "UPD,"), default=-1)
    scope = [c for c in run if c.code == "G" and c.text[0] not in "我本该"][-1:]
    return (*scope, *(c for c in run[last + 1 :] if c.code in "NHRYQXVJ" and c not in scope))


def _ranked(given: Given, predicate: int) -> Phrase:
    """What the rank is of: the rate that its clause names, else the judging that it was in, else what can be judged before it."""
    topic = topic_of(given, predicate)
    assessment = _assessment(given)
    own = given.sentence.chunks[given.start : predicate]
    if assessment.chunks and not any(c.code == "R" and c.text not in _POINTS for c in own):
        return assessment
    if _JUDGED.search(topic.text) and given.last is not None and topic is given.last.phrase:
        return topic
    chunks = given.sentence.chunks
    judged = [i for i in range(given.at) if chunks[i].code in "NHRYXV" and _JUDGED.search(chunks[i].text) and not _is_points(chunks, i)]
    if not judged:
        return EMPTY if any(c.code in "GO" for c in topic.chunks) or _are_ranked(given, topic) else topic
    end = judged[-1] + 1
    if end < given.segment and any(claim.at > judged[-1] for claim in _told(given)):
        return EMPTY
    found = phrases.topic_before(chunks, given.sentence.clause_start(judged[-1]), end)
    if len(found.text) <= 2 and len(judged) > 1:
        wider = phrases.topic_before(chunks, given.sentence.clause_start(judged[-2]), judged[-2] + 1)
        return Phrase((*wider.chunks, *found.chunks), None)
    return found


def _are_ranked(given: Given, topic: Phrase) -> bool:
    """Whether a topic is those that are ranked, behind their number: 在全市4个〔县〕中排第1."""
    counted = next((c.start for c in given.sentence.chunks[given.start : given.at] if c.code == "#"), None)
    return not topic.chunks or (counted is not None and topic.chunks[0].start > counted)


def _is_points(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a word only names points, not all of them together (综合成绩)."""
    return chunks[at].text in _POINTS and not (at and chunks[at - 1].text == "综合")


def _ranking(given: Given) -> int:
    """Where the ranking predicate begins (排名, 位居, 由)."""
    for at in range(given.segment, given.at):
        if given.sentence.chunks[at].text in _RANKING:
            return at
    return given.at


_RANKING = frozenset(words("claim_words", "word", **{"class": "ranking"}))
