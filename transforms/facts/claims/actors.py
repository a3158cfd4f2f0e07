"""Who does what a number counts, where they are no agency: people of a sort, groups under a name, all bodies of a sort."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Given
from transforms.facts.phrases import Phrase
from transforms.lexicon import words
from transforms.patterns import seldom


def actor_of(given: Given, phrase: Phrase) -> str | None:
    """The people other than police who do what is counted, told before its verb or with what was counted before.

    〔群众〕提供线索920条, 〔全县义警〕参与巡逻1.9万人次,协助化解纠纷860起.
    """
    chunks = given.sentence.chunks
    if phrase.chunks and phrase.chunks[0].start < chunks[given.start].start:
        return _before(given)
    at = _verb_at(given, phrase)
    verb = chunks[at]
    if at < given.start or verb.word.verb == "lose":
        return None
    at -= 1
    while at >= given.start and (chunks[at].code in "ADEuLW" or chunks[at].text == "们" or chunks[at + 1].text in _AND):
        at -= 1
    if at >= given.start:
        near = _doer(chunks, at, given.start, tips=verb.word.verb == "tip")
        return near or _ahead(chunks, given.start, at)
    return _before(given)


def _before(given: Given) -> str | None:
    """Those who did what was counted last, where that stands in the clause before."""
    last = given.last
    goes_on = last is not None and last.at >= given.sentence.clause_start(max(given.start - 1, 0)) and last.actor not in _GIVING_TIPS
    return last.actor if last is not None and goes_on else None


def _verb_at(given: Given, phrase: Phrase) -> int:
    """The chunk of the verb that tells what is done, before the number in its clause; -1 where there is none."""
    chunks, verb = given.sentence.chunks, next((c for c in phrase.chunks if not _is_doer(c.text)), None)
    before = range(given.start, given.at)
    own = bisect_left(chunks, verb.start, key=attrgetter("start")) if verb is not None else -1
    if own in before and verb is not None and chunks[own].start == verb.start:
        return own if chunks[own].code in "VXYL" or (own > given.start and chunks[own - 1].code == "L") else -1
    return next((i for i in before if chunks[i].code in "VXYL"), -1)


_AND = frozenset({"并", "并且", "而且"})
_GIVING_TIPS = frozenset({"群众", "居民", "村民", "市民"})  # 群众提供线索920条,破获案件89起: the second is the doing of police


def _ahead(chunks: Sequence[Chunk], start: int, end: int) -> str | None:
    """Whom a clause begins with, where only the way or the place of the doing stands between: 〔网格员〕按提示排查隐患5630处."""
    at = next((i for i in range(start, end) if chunks[i].code not in "ADW"), end)
    while at < end and chunks[at].code in "GHNM" and chunks[at + 1].code in "HN":
        at += 1
    if at == end or not (chunks[at].text in _ACTORS or _is_doer(chunks[at].text)):
        return None
    of_all = _all_of(chunks, at, start) < at and chunks[at + 1].code in "AXV"
    plain = of_all or (chunks[at + 1].code == "P" and not any(c.code in "VO" for c in chunks[at + 1 : end + 1]))
    return _doer(chunks, at, start, tips=False) if plain else None


def _doer(chunks: Sequence[Chunk], at: int, start: int, *, tips: bool) -> str | None:
    """Those whom chunk `at` names, with their place or their name in quotation marks: 〔全县义警〕, 〔“老班长”调解室〕."""
    if tips and chunks[at].word.noun in {"people", "population"}:
        before = next((c.code for c in reversed(chunks[start:at]) if c.code not in "GNHU"), "")
        return None if before and before in "VXPE" else chunks[at].text  # 收到〔群众〕线索 tells who got them, 为〔群众〕for whom
    quoted = "".join(c.code for c in chunks[max(at - 2, start) : at + 1]) == '"Q"' and chunks[at - 1].text.endswith(_GROUPS)
    if quoted and (at - 2 == start or chunks[at - 3].code not in "PVX"):
        return "".join(c.text for c in chunks[at - 2 : at + 1])
    low = at - 1 if at > start and chunks[at].text == "队员" else at
    named = low - 3 if "".join(c.code for c in chunks[max(low - 3, start) : low]) == '"Q"' else low
    if named == low:
        named = _all_of(chunks, low, start)
    if not (_is_doer(chunks[low].text) or (named < low and chunks[low].text in _OF_A_SORT)):
        return None
    first = _list_start(chunks, _described(chunks, named, start), start)
    if first is None or (first > start and chunks[first - 1].code == "O"):
        return None
    first -= first > start and chunks[first - 1].code == "G"
    return "".join(c.text for c in chunks[first : at + 1])


def _is_doer(word: str) -> bool:
    """Whether a word is of people who work together and are no police: 网格员, 联户长, 村干部."""
    longer = len(word) >= _SHORTEST and word.endswith(_DOING) and not word.endswith(_NO_DOING)
    return longer or word in _DOERS or word in _DOING


def _described(chunks: Sequence[Chunk], at: int, start: int) -> int:
    """Where the nouns begin that tell of which sort they are: 〔景区〕救生员."""
    return at - 1 if at > start and chunks[at - 1].code in "NH" and chunks[at - 1].text not in _DETERMINED else at


_DETERMINED = frozenset({"各", "名", "位", "这些", "每名", "每位", "各级", "等"})


def _list_start(chunks: Sequence[Chunk], at: int, start: int) -> int | None:
    """Where a list begins whose last member begins at chunk `at`: 〔楼栋长、物业人员〕和志愿者.

    None for one that agencies or police are in, or that only go along with one.
    """
    while at - 1 > start and chunks[at - 1].code == "J" and chunks[at - 2].code in "NH":
        at -= 2
        if chunks[at].text.endswith(_NO_DOING):
            return None
        at -= at > start and chunks[at - 1].code in "NH"
    before = chunks[at - 1] if at > start else None
    governed = before is not None and (before.code in "JVXL" or before.text in _ALONG or (before.code == "P" and before.text != "由"))
    return None if governed else at


_ALONG = frozenset({"联合", "会同", "协同", "联动", "联手"})


def _all_of(chunks: Sequence[Chunk], at: int, start: int) -> int:
    """Where all bodies of a sort at chunk `at` begin to be named: 全县 | 各级人民调解组织, 全国 | 法院; `at` for those of no place."""
    if chunks[at].text not in _OF_A_SORT:
        return at
    low = at - (at > start and chunks[at - 1].text == "人民")
    ranks = next((size for size in (1, 2) if _RANKS.fullmatch("".join(c.text for c in chunks[max(low - size, start) : low]))), 0)
    low -= ranks
    whole = low > start and chunks[low - 1].code == "G" and chunks[low - 1].text.startswith("全")
    if chunks[at].text == _TREASURY and low > start and chunks[low - 1].text in _LEVELS:
        return low - 1
    return low - whole if whole or ranks else at


_RANKS = seldom("各级|[两三四]级")
_TREASURY, _LEVELS = "财政", frozenset("省市州县区旗镇乡")
_BODIES = frozenset(words("claim_words", "word", **{"class": "body"}))
_GROUPS = ("队", "室", "站", "会", "团", "员", "岗", "管家")  # what ends the names of people who work together: “井台会”
_DOERS = frozenset(words("claim_words", "word", **{"class": "doer"}))
_DOING = words("claim_words", "word", **{"class": "doer_end"})
_NO_DOING = words("claim_words", "word", **{"class": "no_doer_end"})
_SHORTEST = 3
_OFFICES = frozenset(words("claim_words", "word", **{"class": "office"}))
_OF_A_SORT = _OFFICES | _BODIES
_ACTORS = _DOERS | _OF_A_SORT
