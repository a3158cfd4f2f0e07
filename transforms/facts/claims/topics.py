"""What a predicate is about: the noun phrase before it, in its clause or the clause before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Given
from transforms.facts.offences import named_offence
from transforms.facts.phrases import EMPTY, HAPPENINGS, Phrase
from transforms.facts.rules import TIME
from transforms.lexicon import words
from transforms.patterns import seldom

_BARE_AMOUNTS = frozenset(words("claim_words", "word", **{"class": "bare_amount"}))


_AGAINST = frozenset({"比", "较", "较之", "相比", "较前", "比前"})


def topic_of(given: Given, predicate: int) -> Phrase:
    """What a predicate is about: the noun phrase before it in its clause, else in the clause before, else what the last number counted."""
    return meant(given, _named_topic(given, predicate))


def _named_topic(given: Given, predicate: int) -> Phrase:
    chunks, codes = given.sentence.chunks, given.sentence.codes
    end, start = predicate, given.start
    while end > start and codes[end - 1] in "BAFDWPEu#JZ ":
        end -= 1
    end = next((i for i in range(start, end) if chunks[i].code == "P" and chunks[i].text in _AGAINST), end)
    phrase = phrases.topic_before(chunks, start, end)
    if not phrase.chunks and codes[end - 1 : end] == "S":
        return _share_among(chunks, start, end)
    if phrase.chunks and codes[end - 1] == "S":
        return Phrase((*phrase.chunks, chunks[end - 1]), phrase.verb)
    if phrase.text in _BARE_AMOUNTS:
        return _amount_of(given, phrase)
    if phrase.text in _OF_TWO:
        return _former_or_latter(given, phrase)
    if any(c.code in "NHRYQOV" for c in phrase.chunks):
        return of_cases(given, of_accident(given, _of_each(chunks, start, _among(chunks, start, phrase))))
    timed = given.number.unit in TIME
    counted = [claim for claim in given.earlier if timed or claim.rule not in _TIMED]
    counted = [claim for claim in counted if timed and given.sentence.number(claim.at).unit in TIME] or counted or list(given.earlier)
    return _clause_before(given) or (counted[-1].phrase if counted else phrase if all(c.code == "X" for c in phrase.chunks) else EMPTY)


def meant(given: Given, phrase: Phrase) -> Phrase:
    """What a phrase that only points back stands for: 去年受理〔信访件〕86件,今年这个数字降到41件; 〔护林队〕…,这支队伍发展到86人."""
    if len(phrase.chunks) != 1 or phrase.text not in _POINTING:
        return phrase
    chunks = given.sentence.chunks
    at = chunks.index(phrase.chunks[0])
    if not at or chunks[at - 1].text[0] not in _THAT:
        return phrase
    return (_team_told(given, at) if phrase.text in _TEAMS else _figure_told(given, phrase)) or phrase


def _figure_told(given: Given, phrase: Phrase) -> Phrase | None:
    """What a figure in the same unit was said of last, by its whole name."""
    told = [(given.sentence.number(claim.at).unit, claim) for claim in given.earlier] or [
        (given.number.unit, claim) for claim in given.sentence.before
    ]
    last = next((claim for unit, claim in reversed(told) if (unit or "count") == (given.number.unit or "count")), None)
    if last is None or not last.phrase.chunks or last.phrase.chunks[-1].code in "GO":
        return None
    head = last.phrase.chunks[-1]
    return Phrase((phrase.chunks[0]._replace(text=last.metric, code=head.code, word=head.word),), last.phrase.verb)


def _team_told(given: Given, end: int) -> Phrase | None:
    """The team named last before chunk `end` of the sentence, else the one counted in the sentence before."""
    chunks = given.sentence.chunks
    at = next((i for i in range(end - 2, -1, -1) if chunks[i].code in "NHQ" and chunks[i].text.endswith(_TEAM_ENDS)), None)
    if at is not None:
        run = phrases.trimmed([c for c in chunks[max(at - 1, 0) : at + 1] if c is chunks[at] or c.code in "NHQXYV"])
        return Phrase(run, None)
    told = [claim.phrase for claim in given.sentence.before if claim.phrase.nouns[-1:] and claim.phrase.nouns[-1].text.endswith(_TEAM_ENDS)]
    return Phrase(told[-1].nouns, None) if told else None


_THAT = "这该此那"
_TEAMS = frozenset({"队伍", "团队", "组织", "力量"})
_POINTING = _TEAMS | {"数字", "数据", "比例", "比率", "数值", "占比"}
_TEAM_ENDS = ("队", "队伍", "义警", "协会", "联盟", "团队", "服务团", "宣讲团")


def _share_among(chunks: Sequence[Chunk], start: int, end: int) -> Phrase:
    """The share that something has of a whole which is told between: 〔涉未成年人警情在警情总数中的占比〕下降至0.9%."""
    told = chunks[start:end]
    at = next((i for i, c in enumerate(told) if c.text == "在"), 0)
    if not at or "".join(c.text for c in told[-3:-1]) not in {"中的", "里的", "内的"}:
        return EMPTY
    first = max((i for i, c in enumerate(told[:at]) if c.code in "DG,"), default=-1) + 1
    return Phrase(tuple(told[first:]), None)


def _among(chunks: Sequence[Chunk], start: int, phrase: Phrase) -> Phrase:
    """A share with the group that it is of: 〔酒驾醉驾中〕醉驾的比重."""
    at = chunks.index(phrase.chunks[0], start)
    holds = at > start and (chunks[at - 1].code == "S" or chunks[at - 1].text in {"中", "里"})
    if phrase.chunks[-1].text not in {"比重", "占比", "比例"} or not holds:
        return phrase
    return Phrase((*phrases.run_before(chunks, start, at - 1), chunks[at - 1], *phrase.chunks), phrase.verb)


def _of_each(chunks: Sequence[Chunk], start: int, phrase: Phrase) -> Phrase:
    """A count for each of so many: 〔每万人拥有〕民警."""
    at = chunks.index(phrase.chunks[0], start)
    each = next((i for i in range(start, at) if chunks[i].text.startswith("每")), at)
    told = chunks[each:at]
    short = len("".join(c.text for c in told)) <= _SHORT and all(c.code in "ZMNHE" for c in told)
    return Phrase((*told, *phrase.chunks), phrase.verb) if short else phrase


_SHORT = 8


def _former_or_latter(given: Given, phrase: Phrase) -> Phrase:
    """What 前者 or 后者 is, of what was counted last: the first or the last of a list that shared out its numbers, else of two things."""
    told = [claim for claim in given.earlier if claim.kind == "level" and not claim.earlier] or list(given.sentence.before)
    if len(told) < _PAIR:
        return phrase
    listed = [claim for claim in told if claim.items and claim.items is told[-1].items] or told[-_PAIR:]
    return listed[0 if phrase.text == "前者" else -1].phrase


_OF_TWO = frozenset({"前者", "后者"})
_PAIR = 2


def told_metric(given: Given, phrase: Phrase) -> str:
    """What a phrase told before was said to be, where that is more than the phrase: a time, a share, its object; else the phrase itself."""
    rules = _SAID_MORE - _NOT_SAID.get(given.number.unit, frozenset())
    said = (c.metric for c in reversed(given.earlier) if c.phrase is phrase and c.rule in rules)
    return next(said, phrase.text)


_TIMED = frozenset({"arrived", "sentenced", "quarrelled", "served", "kept_up", "spanned", "lasting"})
_SHARES = frozenset({"share", "portion"})
# 连续5年居全省第一 is no rank of years; 占总数的三成,同比增长12% tells of the thing, as a share would change in percentage points.
_NOT_SAID: Mapping[str | None, frozenset[str]] = {"rank": _TIMED, "percent": _SHARES | {"kept_up"}, "times": _SHARES}
_SAID_MORE = _TIMED | {"share", "portion", "scored", "counted_behind"}


def _amount_of(given: Given, amount: Phrase) -> Phrase:
    """What a bare amount (件数, 人数) is of: what the last number counted, else the kind of thing named last before it."""
    if given.last is None:
        kind = next((c for c in reversed(given.sentence.chunks[: given.start]) if c.word.noun in HAPPENINGS), None)
        return Phrase((kind, *amount.chunks), None) if kind else amount
    if amount.text == "人数":
        return Phrase((*given.last.phrase.chunks, *amount.chunks), given.last.phrase.verb)
    alike = (c.phrase for c in reversed(given.earlier) if given.sentence.number(c.at).classifier in _AMOUNTS.get(amount.text, ()))
    lives = given.last.phrase.chunks[-1:] and given.last.phrase.text.endswith("人数") and amount.text in _AMOUNTS
    return _clause_before(given) or next(alike, amount if lives else given.last.phrase)


_AMOUNTS = {"起数": {"起", "宗"}, "宗数": {"宗", "起"}, "件数": {"件", "起"}}  # what a bare amount counts in


def _clause_before(given: Given) -> Phrase | None:
    """The noun phrase that the clause before ends in, where nothing is counted in it or after it."""
    chunks, codes, start = given.sentence.chunks, given.sentence.codes, given.start
    if start < 2 or codes[start - 1] != "," or chunks[start - 2].text in _WHEN:
        return None
    previous = given.sentence.clause_start(start - 1)
    record = any(c.text in _MARKS_PASSED for c in chunks[previous : start - 1])
    if record or "#" in codes[previous : start - 1] or not re.search(r"[NHRYQ]", codes[previous : start - 1]):
        return None
    phrase = _forecast(chunks, previous, start) or phrases.topic_before(chunks, previous, topic_end(codes, previous, start - 1))
    if not phrase.chunks or phrase.chunks[-1].text in _MARKS_PASSED:
        return None
    return phrase if given.last is None or given.last.at < previous else None


def _forecast(chunks: Sequence[Chunk], start: int, end: int) -> Phrase | None:
    """What a number counts that is no fact, as it is yet to come: 预计〔发送旅客〕910万人次,同比增长7%."""
    at = next((i for i in range(start, end) if chunks[i].code == "M" and chunks[i].text[:1].isdecimal()), None)
    return phrases.counted_before(chunks, start, at) if at is not None and chunks[at - 1].code in "NHRY" else None


_MARKS_PASSED = frozenset({"大关", "关口", "新高", "新低", "历史新高", "历史新低", "水平"})  # 首次迈过千万关口,同比增长23%


def of_accident(given: Given, phrase: Phrase) -> Phrase:
    """Deaths, losses and numbers that say nothing else (死亡21人) with the accident, fire or fraud that the sentence told before them."""
    text = phrase.text if 0 < len(phrase.chunks) <= _FEW else ""
    if text not in _FIGURES and not all(c.word.noun == "casualty" or c.text in _FIGURES for c in phrase.chunks):
        return phrase
    if not phrase.chunks:
        return phrase
    told = next((claim.phrase.nouns for claim in reversed(given.earlier) if _is_accident(claim.phrase)), None)
    ahead = (c for c in reversed(given.sentence.chunks[: given.at]) if c.word.noun == "accident" and c not in phrase.chunks)
    owner = told or _accident_of(given, next(ahead, None)) or _event(given)
    if not owner and text in _LOSSES:
        return _of_fraud(given, phrase)
    owner = tuple(c for c in owner if c.text not in {"起数", "事故起数"})
    return Phrase((*owner, *_less_accident(phrase.chunks)), phrase.verb) if owner else phrase


def _accident_of(given: Given, named: Chunk | None) -> tuple[Chunk, ...]:
    """The accident that a chunk names, with its kind where the chunk only counts: 道路交通事故 of 道路交通〔事故起数〕."""
    if named is None or named.text != "事故起数":
        return () if named is None else (named,)
    at = given.sentence.chunks.index(named)
    kind = given.sentence.chunks[at - 1] if at else None
    return (named._replace(text=f"{kind.text}事故"),) if kind is not None and kind.code == "N" else (named,)


def _event(given: Given) -> tuple[Chunk, ...]:
    """The 事件 that happened in a clause before, with the word that says which: 发生〔溃坝事件〕,造成5人死亡."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.start - 1, 0, -1) if chunks[i].text == "事件"), None)
    sort = chunks[at - 1] if at is not None else None
    return (chunks[at]._replace(text=sort.text + "事件"),) if at is not None and sort is not None and sort.code in "XNVY" else ()


_FEW = 3  # words of a figure: 损失金额


def _less_accident(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """A figure without the 事故 that stands before it, as its kind is put there instead: 事故起数, 事故死亡人数."""
    first = chunks[0]._replace(text=chunks[0].text.removeprefix("事故"))
    return (first, *chunks[1:]) if first.text else tuple(chunks[1:])


def _of_fraud(given: Given, phrase: Phrase) -> Phrase:
    """Losses with the kind of offence that the sentence counted before them: 电信诈骗立案86起,群众〔损失〕420万元."""
    return _named(phrase, next(filter(None, (_offence(claim.metric) for claim in reversed(given.earlier))), _field(given)))


def _named(phrase: Phrase, word: str) -> Phrase:
    """A phrase with a word before it."""
    return Phrase((phrase.chunks[0]._replace(text=word + phrase.chunks[0].text), *phrase.chunks[1:]), phrase.verb)


def _field(given: Given) -> str:
    """The kind of offence that a sentence says it is about: 在打击〔电信网络诈骗〕方面."""
    texts = [c.text for c in given.sentence.chunks[: given.start]]
    return _offence("".join(texts[: texts.index("方面")])) if "方面" in texts else ""


def _offence(text: str) -> str:
    """The word by which a text tells a kind of offence."""
    named = named_offence(text)
    return named.word if named and named.weight >= _TELLING else ""


_TELLING = 6
_BARE = frozenset({"亡人", "伤人", "起数", "宗数", "事故起数", "事故死亡人数", "亡人数", "伤人数"})


def _is_accident(phrase: Phrase) -> bool:
    return bool(phrase.nouns) and phrase.nouns[-1].word.noun == "accident"


_LOSSES = frozenset(words("claim_words", "word", **{"class": "loss"}))
_FIGURES = _LOSSES | _BARE


def of_cases(given: Given, phrase: Phrase) -> Phrase:
    """A bare figure of cases (破案数) with the kind of case that another such figure named before: 电信诈骗立案数…,破案数."""
    if phrase.text not in CASE_FIGURES:
        return phrase
    figures = (claim.phrase.chunks for claim in given.earlier if claim.phrase.chunks and claim.phrase.chunks[-1].text in CASE_FIGURES)
    kind = next(figures, ())[:-1]
    return Phrase((*kind, *phrase.chunks), phrase.verb) if kind else _named(phrase, _field(given))


CASE_FIGURES = frozenset({"立案数", "破案数", "发案数", "破案率", "立案", "发案", "破案"})


OF_WHICH = frozenset({"其中", "当中"})
_WHEN = frozenset({"以来", "之后", "后", "期间", "以后", "之前", "前", "以前"})  # a clause that ends so tells when, not what


def topic_end(codes: str, start: int, end: int) -> int:
    """The end of what a clause without numbers is about, before how it changes: 〔诈骗类警情〕呈下降趋势, 〔死亡人数〕明显减少."""
    changing = _CHANGING.search(codes, start + 1, end)
    return stripped(codes, start, changing.start() if changing else end)


_CHANGING = seldom("C[uAENX]*$|T[^#,]*$")


def stripped(codes: str, start: int, end: int) -> int:
    """The end of a stretch of chunks without the baselines, dates and particles at its tail."""
    while end > start and codes[end - 1] in "BAFDWPEuJZUX":
        end -= 1
    return end
