"""Lists whose members share out the numbers that follow: A、B、C同比分别下降x、y、z."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import CASE_FIGURES, of_accident, of_cases, topic_end
from transforms.facts.phrases import HAPPENINGS, Phrase
from transforms.lexicon import words
from transforms.patterns import seldom


def items_of(given: Given, predicate: int) -> tuple[Phrase, ...]:
    """The members of the list before a predicate, where as many numbers follow (A、B、C同比分别下降x、y、z); else none."""
    codes, chunks = given.sentence.codes, given.sentence.chunks
    numbers = 1 + _row(codes, given.at).count("#")
    chosen = _chosen(given, predicate)
    if chosen or numbers < 2:
        return chosen
    end, start = predicate, given.start
    while end > start and (codes[end - 1] in "BAFDWPEu" or chunks[end - 1].text == "各"):
        end -= 1
    bare = end == start
    if bare and start > 0:
        low = given.sentence.clause_start(start - 1)
        end, start = topic_end(codes, low, _before_verb(chunks, low, start - 1)), low
    members = list(_members(chunks, start, end)) if not (bare and "#" in codes[start:end]) else []
    if len(members) >= numbers:
        return tuple(of_cases(given, of_accident(given, phrase)) for phrase in _shared(members[-numbers:]))
    told = [_named(claim) for claim in given.earlier or given.sentence.before if claim.kind == "level"]
    unnamed = bare or all(c.text in _FIGURES for c in chunks[start:end] if c.code not in "MJU")
    return tuple(told[-numbers:]) if unnamed and len(told) >= numbers else ()


def _named(claim: Claim) -> Phrase:
    """What a claim counts; the people of a second count as such (533件〔645人〕,同比分别下降)."""
    if claim.rule != "counted_again" or not claim.metric.endswith("人数") or not claim.phrase.chunks:
        return claim.phrase
    *rest, last = claim.phrase.chunks
    return Phrase((*rest, last._replace(text=last.text + "人数")), claim.phrase.verb)


def _before_verb(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """The end of a list before what is said of all its members: 发案数、损失金额〔实现“双下降”〕."""
    return next((i for i in range(start + 1, end) if chunks[i].text in _SHOWN or _is_quoted_trend(chunks, i, end)), end)


def _is_quoted_trend(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a word in quotation marks sums up how the members of a list change: 立案、损失〔“双降”〕, 〔“双提升”〕."""
    quoted = 2 <= end - 1 - at <= _TREND and chunks[at].code == chunks[end - 1].code == '"'
    return quoted and (chunks[end - 2].text[-1] in "降升减增" or chunks[end - 2].code == "C")


_TREND = 4  # chunks to the closing mark
_SHOWN = frozenset({"实现", "呈现", "呈", "保持", "出现", "均", "全面", "双双"})


def _chosen(given: Given, predicate: int) -> tuple[Phrase, ...]:
    """The first or last few of the things told before, where a predicate says that it is of those: 前两项, 后一项."""
    chunks = given.sentence.chunks
    found = _FEW.search("".join(c.text for c in chunks[given.start : predicate]))
    if found is None:
        return ()
    few, told = _HOW_MANY[found["few"]], _told(given)
    told = told[-_size("".join(c.text for c in chunks)) :]
    return tuple((told[:few] if found["side"] == "前" else told[-few:]) if len(told) >= few else ())


def _size(sentence: str) -> int:
    """How many things there are of which some are singled out: 三项指数, or 前两项 and 后一项 together; 0 where it is not said."""
    whole = [_HOW_MANY[count] for count in _ALL.findall(sentence)]
    parts = {side: _HOW_MANY[count] for side, count in _FEW.findall(sentence)}
    return max(whole, default=sum(parts.values()) if len(parts) > 1 else 0)


def _told(given: Given) -> list[Phrase]:
    """What was counted before, else the members of the last list before."""
    counted = [claim.phrase for claim in given.earlier if claim.kind == "level" and not claim.earlier]
    end = given.start
    while not counted and end > 0:
        start = given.sentence.clause_start(end - 1)
        members = [_without_figures(m) for m in _members(given.sentence.chunks, start, end - 1)]
        counted, end = list(_shared(members)) if len(members) > 1 else [], start
    return counted


def _without_figures(member: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A member without what sums up the list behind its last one: 交通事故〔三项数据〕."""
    return _without_figures(member[:-1]) if len(member) > 1 and (member[-1].code in 'M"' or member[-1].text in _FIGURES) else member


_HOW_MANY = {**dict(zip("一两三四五六", (1, 2, 3, 4, 5, 6), strict=True)), "二": 2}
_FEW = re.compile("(?P<side>[前后])(?P<few>[一二两三四五])[项者类种]")
_ALL = seldom("(?<![前后])([二两三四五六])项(?:指[数标]|数据)")
_FIGURES = frozenset(words("claim_words", "word", **{"class": "figures"}))


def _row(codes: str, at: int) -> str:
    """The codes of the numbers that follow in the same list: 、8.9%和14.2%, 、上升6%."""
    match = _LISTED.match(codes, at + 1)
    return match[0] if match else ""


_LISTED = re.compile(r"(?:[JA]*[AE]*(?:C[uAEP]*)?#)+")


def _members(chunks: Sequence[Chunk], start: int, end: int) -> Iterator[tuple[Chunk, ...]]:
    member: list[Chunk] = []
    for chunk in chunks[start:end]:
        if chunk.code == "J":
            if member:
                yield tuple(member)
            member = []
        elif chunk.code in 'NHRYQVXMUOL"':
            member.append(chunk)
        elif chunk.code in "GDWZAP,":
            member = []
    if member:
        yield tuple(member)


def _shared(members: Sequence[tuple[Chunk, ...]]) -> tuple[Phrase, ...]:
    """The members with what they share: the head that only the last one names, the modifiers that only the first one names."""
    members = _past_kind([_unqualified(members[0]), *members[1:-1], _without_figures(members[-1])])
    head = _head(members)
    lacking = [bool(head) and _lacks(member, head[-1]) for member in members]
    if any(lacking):
        prefix = members[0][:-1] if lacking[0] and not any(c.code == "X" for c in members[0][:-1]) else ()
        whole = [(*m, *head) if lack else m for m, lack in zip(members, lacking, strict=True)]
        members = [whole[0], *((*prefix, *m) if len(m) <= 3 and prefix else m for m in whole[1:])]
    else:
        members = [members[0], *(_in_kind(members[0], m) for m in members[1:])]
    return tuple(Phrase(phrases.trimmed(m), next((c for c in m if c.code == "V"), None)) for m in members)


def _unqualified(member: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """The first member without a clause that qualifies them all: (群众反映强烈的)入室盗窃、扒窃案件."""
    end = max((i for i, c in enumerate(member) if c.text == "的"), default=-1)
    qualified = any(c.code == "X" for c in member[:end]) and not any(c.code == "V" for c in member[:end])
    return member[end + 1 :] if qualified and end + 1 < len(member) else member


def _past_kind(members: list[tuple[Chunk, ...]]) -> list[tuple[Chunk, ...]]:
    """The members without the kind that they are examples of, but with what follows it or its own head: 超速、酒驾(等违法)〔致死人数〕."""
    last = members[-1]
    at = next((i for i, c in enumerate(last) if c.text in {"等", "等等"}), 0)
    head = next((i for i in range(at + 1, len(last)) if last[i].code == "H"), None)
    if not at or head is None:
        return members
    tail = last[head + 1 :] or (_bare_head(last[head]),)
    return [(*m, *tail) if _lacks(m, tail[-1]) else m for m in (*members[:-1], last[:at])]


def _head(members: Sequence[tuple[Chunk, ...]]) -> tuple[Chunk, ...]:
    """What the last member names for all of them: 案件 in 刑事、治安案件, 车辆事故 in 客运、货运车辆事故."""
    first, last = members[0], members[-1]
    alike = len(last) > len(first) + 1 and all(c.code == "N" for c in (*first, *last[: len(first)]))
    if alike and all(c.code == "H" for c in last[len(first) :]):
        return last[len(first) :]
    taken = len(last) > 2 and last[-2].word.verb == "lose"  # 自行车、电动车〔被盗案件〕
    named = (c for c in last[-2 if taken else -1 :] if c.code in "HR" or (taken and c.code == "V") or _is_figure(c))
    return tuple(map(_bare_head, named))


def _is_figure(chunk: Chunk) -> bool:
    """Whether a chunk is a figure made of a verb or of what happens: 缴获量, 结案数, 案件数."""
    made = bool(chunk.word.verb) or chunk.word.noun in HAPPENINGS
    return chunk.code == "N" and chunk.text.endswith(_AMOUNTS) and made


_AMOUNTS = ("数", "量", "额")


def _lacks(member: Sequence[Chunk], head: Chunk) -> bool:
    """Whether a member does not say itself what is counted, where another one ends in `head`."""
    if head.word.noun in _COUNTED:
        return not any(c.code == "R" or c.word.noun in _COUNTED or c.text in _FIGURES or c.text.endswith(_AMOUNTS) for c in member)
    named = "R" if head.code == "R" else "RY" if _is_figure(head) else "HRY"
    return not any(c.code in named or c.text in _FIGURES or c.text.endswith(_AMOUNTS) for c in member)


_COUNTED = HAPPENINGS | {"casualty", "money"}


def _bare_head(chunk: Chunk) -> Chunk:
    """A head noun without what makes it special, so that other members may share it: 案件 of 治安案件, 案件数 of 治安案件数."""
    amount = chunk.text[-1] if _is_figure(chunk) and not chunk.word.verb else ""
    named = chunk.text.removesuffix(amount)
    base = next((word for word in ("案件", "警情", "交通事故", "事故", "纠纷", "案") if named.endswith(word)), named)
    return chunk._replace(text=base + amount)


def _is_of(chunk: Chunk) -> bool:
    """Whether a chunk says of which accidents or cases a member is: no verb of those who count them, no figure."""
    return chunk.text not in CASE_FIGURES and (chunk.code != "V" or chunk.word.verb == "lose")


def _in_kind(leader: tuple[Chunk, ...], member: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A member that counts deaths or losses of the accidents (or cases) that the first member names."""
    kind = next((i for i, c in enumerate(leader) if c.word.noun in {"accident", "alarm", "case"}), None)
    own = leader[0].code == member[0].code == "V" and len(member) > 1  # 破获案件数、〔抓获嫌疑人数〕
    if kind is None or own or any(c.word.noun in {"accident", "alarm", "case"} for c in member):
        return member
    if "损失" in "".join(c.text for c in member) and leader[kind].word.noun != "accident":
        case = leader[kind]._replace(text=_CASE.split(leader[kind].text)[0] if _CASE.search(leader[kind].text) else "")
        return (*leader[:kind], *((case,) if case.text else ()), *member)  # 电诈警情、〔电诈〕损失数
    if kind == len(leader) - 1:
        whose = (c._replace(text=c.text.removesuffix("起数")) for c in leader if _is_of(c))
        return (*whose, *member) if any(c.word.noun in {"casualty", "money"} for c in member) else member
    return (*leader[: kind + 1], *member)


_CASE = seldom("(?:类?案件?|警情)$")
