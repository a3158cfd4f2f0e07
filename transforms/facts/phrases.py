"""Noun and verb phrases around a number: what stands before it, what stands behind it, as runs of chunks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from transforms.facts.chunks import Chunk
from transforms.facts.context import last as last_before
from transforms.lexicon import words
from transforms.patterns import seldom

_NOMINAL = frozenset("NHRYQGOM")
_INSIDE = frozenset('NHRYQGOMUJ"XVL()')
_SKIPPED = frozenset('AEuP"S')
_EMPTY_WORDS = frozenset(words("claim_words", "word", **{"class": "empty"}))
PER_UNIT = frozenset(words("claim_words", "word", **{"class": "per_unit"}))
MANNERS = frozenset(words("claim_words", "word", **{"class": "manner"}))
HAPPENINGS = frozenset({"accident", "case", "alarm", "dispute"})  # classes of nouns
NEGATIONS = frozenset(words("claim_words", "word", **{"class": "negation"}))
DENYING = frozenset({"不", "未", "没有", "无", "不再"})  # what turns a deed into its contrary, and is told with it
ATTAINING = frozenset(words("claim_words", "word", **{"class": "attaining"}))
_KEPT = PER_UNIT | MANNERS | NEGATIONS
_WORK = frozenset({"mediate", "handle", "solve", "catch", "train", "help", "prosecute", "visit", "patrol", "warn"})
_LONG_LIST = 3
_PAIR = 2  # chunks that hold neither examples nor a list
_STATIC = frozenset({"facility", "area", "equipment", "staff", "population", "unit", "site"})


@dataclass(frozen=True)
class Phrase:
    """A run of chunks that names what is counted, with the verb that governs it (None where there is none)."""

    chunks: tuple[Chunk, ...]
    verb: Chunk | None

    @cached_property
    def text(self) -> str:
        """The words of the phrase, without quotation marks and empty determiners."""
        told = trimmed(self.chunks)
        told = _abridged(_past_examples_of_kind(told)) if len(told) > _PAIR else told
        told = tuple(c for i, c in enumerate(told) if c.code not in '"u' and not _introduces(told, i))
        plain = "".join(_unhedged(c) for c in told if c.text not in _EACH_SORT)
        return (
            plain if len(plain) > _PAIR else "".join(c.text for i, c in enumerate(told) if c.text not in _MODAL or (i and c.text == "会"))
        )

    @cached_property
    def nouns(self) -> tuple[Chunk, ...]:
        """The chunks less the verbs that govern."""
        return tuple(c for c in self.chunks if c is not self.verb and c.code != "V")


def _introduces(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a numeral with its classifier only introduces a noun: (一座)常住人口, 添置(一个)小推车."""
    text = chunks[at].text
    if chunks[at].code != "M" or len(text) != _PAIR or text[0] != "一" or text[1] not in _CLASSIFIERS or at + 1 == len(chunks):
        return False
    return chunks[at + 1].code in "NHXVQ" and (at == 0 or not chunks[at - 1].text.startswith(("第", "每")))


_CLASSIFIERS = "名位个座起家件栋片支条批组处项场堂段款套部辆台艘所本张份笔眼口道把块间"


def _unhedged(chunk: Chunk) -> str:
    """The text of a chunk, a verb without what only says that it can, must or merely happen: (能)领到工资, (仅)发."""
    if chunk.code != "X":
        return chunk.text
    return "" if chunk.text in _MODAL else chunk.text.lstrip(_MERELY) if len(chunk.text) == _PAIR else chunk.text


_MODAL = frozenset(words("claim_words", "word", **{"class": "modal"}))
_MERELY = "仅只还又再"
_EACH_SORT = frozenset({"各类", "各种", "各项", "各"})
EMPTY = Phrase((), None)


def attained(phrase: Phrase) -> Phrase:
    """A phrase without the verb that only says that it came to be so: 〔实现〕入室盗窃零发案, 〔达到〕重点部位覆盖率100%."""
    rest = phrase.chunks[1:] if len(phrase.chunks) > 1 and phrase.chunks[0].text in ATTAINING else phrase.chunks
    return Phrase(rest, phrase.verb if phrase.verb in rest else None)


def trimmed(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """The chunks without conjunctions, particles and marks at either end."""
    low, high = 0, len(chunks)
    if high > _PAIR and chunks[0].text == "过去" and chunks[1].code == "M":  # 过去一周拘捕〔86人〕
        low = _PAIR
    if high > _PAIR and chunks[0].code == "M" and chunks[0].text in _SPANS and chunks[1].code in "XV":  # 一年写下日记〔12本〕
        low = 1
    while low < high and not _is_kept(chunks, low, high) and (chunks[low].code in 'UJu")AZEP' or chunks[low].text in _EMPTY_WORDS):
        low += 1
    while high > low and (chunks[high - 1].code in 'UJu"(AEPZ' or (high > low + 1 and chunks[high - 1].text in _NOT_LAST)):
        high -= 1
    return tuple(chunks[low:high])


_SPANS = frozenset({"一年", "半年", "一个月", "两年", "三年", "一季度", "全年"})
_ALL = frozenset({"全部", "全体", "全都", "悉数"})
OUTSIDE = frozenset({"外", "以外", "之外", "不等", "之间", "之多"})  # 除借款〔135万元〕外: no noun
_NOT_LAST = _ALL | {"外", "以外", "之外", "不等"}


def _is_kept(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a chunk says of what or how a number is: 人均, 联合, the 每 of 每万人."""
    return chunks[at].text in _KEPT or (chunks[at].text == "每" and at + 1 < end and chunks[at + 1].code == "M")


def _abridged(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A list of four things or more by its first and its last: 检查车站、码头、商场和旅馆 is 检查车站和旅馆."""
    marks = [i for i, c in enumerate(chunks) if c.code == "J"]
    if len(marks) < _LONG_LIST:
        return chunks
    return (*chunks[: marks[0]], chunks[marks[-1]]._replace(text="和"), *chunks[marks[-1] + 1 :])


def _past_examples_of_kind(chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A kind with but its last example, a short one with none: 破获(盗窃、)诈骗等侵财案件, 检查(宾馆、网吧等)场所."""
    end = next((i for i, c in enumerate(chunks) if c.text == "等" or (c.text == "级" and i and chunks[i - 1].code == "M")), None)
    if end is None or end + 1 >= len(chunks):
        return chunks
    listed = next((i for i in range(end) if chunks[i].code in 'J"'), None)
    start = 1 + max((i for i in range(listed or 0) if chunks[i].code in "VL" and chunks[i].word.verb != "lose"), default=-1)
    start = start or int(chunks[0].code == "X" and chunks[1].code != "J")  # a verb that we do not know
    kind = chunks[end + 1 :]
    said = sum(len(c.text) for c in kind)
    if listed is None or not (start or said > _SHORT // 2):
        return chunks
    return (*chunks[:start], *(_last_example(chunks, start, end) if said > _PAIR else ()), *kind)


def _last_example(chunks: tuple[Chunk, ...], start: int, end: int) -> tuple[Chunk, ...]:
    """The last of the examples before an 等, with it, where it is but a word or two."""
    mark = max(i for i in range(start, end) if chunks[i].code in 'J"')
    told = chunks[mark + 1 : end + 1]
    fits = chunks[end].text == "等" and len(told) > 1 and sum(len(c.text) for c in told) <= _SHORT + 1
    return told if fits and not any(c.code == "U" for c in told[:-1]) else ()


def run_before(chunks: Sequence[Chunk], start: int, end: int) -> tuple[Chunk, ...]:
    """The nominal and verbal chunks that end right before chunk `end`, less the places and organisations at their head."""
    while end > start and chunks[end - 1].code in _SKIPPED:
        end -= 1
    low = end
    while low > start and (chunks[low - 1].code in _INSIDE or (low < end and _belongs(chunks, low - 1, end))):
        low -= 1
    return tuple(chunks[_past_scope(chunks, low, end) : end])


def _belongs(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    return _is_kept(chunks, at, end) or _is_done(chunks, at) or _is_located(chunks, at)


def _is_located(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a preposition tells where that happened which is counted: 破获发生〔在〕城中村的盗窃案."""
    if at >= len(chunks) or chunks[at].text != "在" or at == 0 or chunks[at - 1].word.verb != "occur":
        return False
    return any(c.text == "的" for c in chunks[at + 2 : at + _PLACED])


_PLACED = 8  # chunks that a place takes


def _is_done(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a particle stands between a verb and 的: 帮助〔过〕的学生."""
    return chunks[at].code == "u" and chunks[at + 1].code == "U" and at > 0 and chunks[at - 1].code in "VXL"


_AT_PLACE = frozenset({"在", "到", "于", "赴", "深入", "走进"})  # a list of places where it is done: 在(集市、车站)演出
_FOR = frozenset({"为", "给", "替", "帮"})  # for whom it is done (为群众挽回损失) is not what is counted


def _past_scope(chunks: Sequence[Chunk], low: int, end: int) -> int:
    """Past places and organisations at the head of a run: they scope the claim, they do not name what is counted."""
    at = low = _past_aside(chunks, _past_bracket(chunks, low, end), end)
    if low and chunks[low - 1].text in _AT_PLACE and chunks[end - 1].code in "VX" and any(c.code == "J" for c in chunks[low:end]):
        return end - 1
    if low and chunks[low - 1].text in _FOR:
        at = next((i for i in range(low, end) if chunks[i].code in "VXLY"), low + 1 if chunks[low].code in "NH" and low + 1 < end else low)
    while at < end and not _sized(chunks, at, end) and (chunks[at].code in "GOUJ" or (chunks[at].code in '")' and at == low)):
        at += 1
    return at if at < end else low


def _sized(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a place at `at` is that whose size is told: 〔辖区〕面积."""
    return chunks[at].text == "辖区" and at + 2 == end and chunks[at + 1].text.endswith("面积")


def _past_bracket(chunks: Sequence[Chunk], low: int, end: int) -> int:
    """Past a bracket at the head of a run, right behind another number: 超载18起(含超限四起)、〔逆向行驶〕46起."""
    close = next((i for i in range(low, end) if chunks[i].code == ")"), None) if chunks[low : low + 1] and chunks[low].code == "(" else None
    return close + 1 if close is not None and close + 1 < end else low


def _past_aside(chunks: Sequence[Chunk], low: int, end: int) -> int:
    """Past what brackets say of a person, or the end of it: 驾驶人李某(34岁)〔血液酒精含量〕, (女,51岁)〔随身财物〕."""
    close = next((i for i in range(end - 2, low, -1) if chunks[i].code == ")"), None)
    if close is None:
        return low
    opened = next((i for i in range(close - 1, low - 1, -1) if chunks[i].code == "("), None)
    return close + 1 if opened is None or any(c.code == "M" for c in chunks[opened:close]) else low


def counted_before(chunks: Sequence[Chunk], start: int, end: int) -> Phrase:
    """What a number counts that stands behind it, from the verb that governs it on: 破获刑事案件〔70起〕."""
    if (qualified := _qualified(chunks, start, end)) is not None:
        return qualified
    run = _past_adjunct(chunks, run_before(chunks, start, end))
    at = _verb_index(run)
    if at is None:
        return Phrase(_done_by_agent(run) or trimmed(_after_light(run)), None)
    verb = run[at]
    if run[-1].word.verb == "solve" and run[-1].code == "V" and at < len(run) - 1:  # 提供线索帮助破案〔7起〕
        return Phrase((*(c for c in run[-2:-1] if c.text in _HELPING), run[-1]), run[-1])
    if at == len(run) - 1:
        each = [c for c in run[-2:-1] if c.text in _KEPT or c.text in _HELPING]
        return Phrase((*_past_agent(trimmed(_after_light(run[: -1 - len(each)]))), *each, verb), verb)
    first = at
    while first > 0 and (run[first - 1].code == "V" or (run[first].word.verb == "lose" and run[first - 1].code in "NH")):
        first -= 1
    if first > 0 and (run[first - 1].text in _HELPING or run[first - 1].text in _GRADES):
        first -= 1
    by = _past_agent(trimmed(run[:first])) if verb.text in _REACHING else ()
    passive = _is_passive(chunks, run)
    by = () if passive or sum(len(c.text) for c in by) > _SHORT else by
    if passive and verb.word.verb == "lose":
        first = at
    return Phrase(trimmed((*by, *_unqualified(run[first:], verb))), verb)


def _qualified(chunks: Sequence[Chunk], start: int, end: int) -> Phrase | None:
    """What a verb governs that a clause of its own qualifies: 查扣未经检疫的肉〔86公斤〕, 清理(受过处罚、不再适合任职的)干部〔12人〕.

    A long clause is left out.
    """
    if not any(c.code == "U" for c in chunks[start:end]):
        return None  # as most
    codes = "".join(c.code for c in chunks[start:end])
    found = _QUALIFIED.search(codes)
    last = chunks[start + found.end("verb") - 1] if found else None
    if (
        found is None
        or last is None
        or chunks[start + found.start("of")].text != "的"
        or last.word.verb in _HAPPENING
        or last.text == "查明"
    ):
        return None
    verb, clause, head = (chunks[start + found.start(part) : start + found.end(part)] for part in ("verb", "clause", "head"))
    told = "".join(c.text for c in clause)
    kept = chunks[start + found.start("clause") : start + found.end("of")] if len(told) <= _SHORT and not told.startswith("包括") else ()
    return Phrase(trimmed((*verb, *kept, *head)), verb[-1])


_QUALIFIED = seldom(r'(?P<verb>V+)u?(?P<clause>[APXE][^,.#;()"]*)(?P<of>U)(?P<head>[NHQYXJ"]*[NHQ]"?)[uAE]*$')
_HAPPENING = frozenset({"occur", "hold", "lose"})


def _past_adjunct(chunks: Sequence[Chunk], run: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """What is done, without whom, where or by what means, as a preposition right before tells: (向法院)提起公益诉讼〔5件〕."""
    before = last_before(chunks, 0, run[0].start) if len(run) > 1 else None
    if before is None or before.end != run[0].start or before.text not in _ADJOINING or run[0].code not in _OPENING:
        return run
    acts = [i for i in range(1, len(run)) if _is_act(run, i) and (before.text in _TOWARDS or run[i].code == "V")]
    acts = [i for i in acts if i + 1 < len(run)] or acts
    acts = [i for i in acts if run[i].word.verb != "lose"] or acts
    behind = "".join(c.code for c in run[acts[-1] :]) if acts else "U"
    return run if "U" in behind else run[acts[-1] :]


def _is_act(run: Sequence[Chunk], at: int) -> bool:
    """Whether a verb behind a noun tells what is done."""
    verb = run[at].code in "XVL" or (run[at].code == "Y" and run[at].word.verb != "")
    return verb and run[at - 1].code in _OPENING and run[at].text not in _STATES


_TOWARDS = frozenset({"对", "向", "从", "给", "把", "将", "通过", "经"})
_ADJOINING = _TOWARDS | {"在", "于", "以", "用", "与", "同"}
_OPENING = frozenset("NHGOQZ")  # what such a preposition stands before


def _is_passive(chunks: Sequence[Chunk], run: Sequence[Chunk]) -> bool:
    """Whether a run follows 被: what stands before its verb did it (被〔对方骗走养老钱〕)."""
    before = last_before(chunks, 0, run[0].start)
    return before is not None and before.end == run[0].start and before.text in _BY


_BY = frozenset({"被", "遭", "遭到"})


def _past_agent(run: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """What a bare verb is about; who does it (民警走访, 法院诉前调解) is not what is counted."""
    if any(c.text in _KEPT for c in run):
        return run
    return trimmed(run[1 + max((i for i, c in enumerate(run) if c.code == "O" or c.word.noun in _AGENTS), default=-1) :])


def _done_by_agent(run: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """A word that may be a noun, but right behind somebody who does it is a verb: 义警队〔巡逻〕320次."""
    each = next((i for i, c in enumerate(run) if c.text in PER_UNIT), 0)
    if any(c.code == "O" or c.word.noun in _AGENTS for c in run[:each]) and any(c.code in "XY" for c in run[each:]):
        return tuple(run[each:])
    if len(run) > 2 and run[0].word.noun == "unit" and run[1].code == "X" and len(run[1].text) > 1 and run[-1].code in "XH":
        return tuple(run[1:])  # 检察机关〔提起公益诉讼〕
    acts = len(run) > 1 and run[-1].code in "XY" and len(run[-1].text) > 1 and (run[-2].code == "O" or run[-2].word.noun in _AGENTS)
    return (run[-1],) if acts else ()


_REACHING = frozenset(words("claim_words", "word", **{"class": "reaching"}))  # by what people are reached is told with them
_SHORT = 8
_AGENTS = frozenset({"staff", "facility", "unit"})
_GRADES = frozenset({"省级", "市级", "县级", "部级", "区级", "国家级"})  # 〔省级〕挂牌督办案件
_HELPING = frozenset({"协助", "参与"})  # who only helps to do it does not do it alone


def _unqualified(run: Sequence[Chunk], verb: Chunk) -> Sequence[Chunk]:
    """What happens, without a clause that qualifies it: 发生(可以自行协商解决的)非机动车事故."""
    last = max((i for i, c in enumerate(run) if c.code == "U"), default=0)
    clause = run[1:last]
    qualified = verb.word.verb == "occur" and run[0] is verb and last + 1 < len(run) and any(c.code in "XV" for c in clause)
    return (verb, *run[last + 1 :]) if qualified else run


def topic_before(chunks: Sequence[Chunk], start: int, end: int) -> Phrase:
    """What a predicate is about, whole: 养老诈骗案件侦破数〔环比提高〕."""
    run = trimmed(_after_light(run_before(chunks, start, end)))
    run = run[:-1] if len(run) > 1 and run[-1].text in _COMING_ABOUT else run
    verb = next((c for c in run if c.code == "V" and c.word.verb != "lose"), None)
    return Phrase(run, verb)


_COMING_ABOUT = frozenset(words("claim_words", "word", **{"class": "coming_about"}))  # 盗窃案件〔实现〕同比下降


def _verb_index(run: Sequence[Chunk]) -> int | None:
    """The last strong verb with a noun after it, else the last; what offenders do (盗窃, 诈骗) governs only for want of another."""
    strong = [
        i
        for i, c in enumerate(run)
        if (c.code == "V" and not _names_place(run, i) and not _is_example(run, i) and not (i and _is_located(run, i + 1)))
        or (c.code == "Y" and _acts(run, i))
        or (c.code == "X" and _acts_unknown(run, i))
    ]
    reported = [i for i in strong if run[i].word.verb != "lose"] or strong
    with_object = [i for i in reported if any(c.code in _NOMINAL for c in run[i + 1 :])]
    return with_object[-1] if with_object else reported[-1] if reported else None


def _is_example(run: Sequence[Chunk], at: int) -> bool:
    """Whether a verb is but a member of a list that a kind sums up: 审理(养老、教育、消费等)民生案件."""
    return 0 < at < len(run) - 1 and run[at - 1].code == "J" and (run[at + 1].code == "J" or run[at + 1].text == "等")


def _names_place(run: Sequence[Chunk], at: int) -> bool:
    """Whether a verb only tells what a place or a team is for (矛盾调处中心, 消防救援队伍): another verb governs, if any does."""
    if run[at].word.verb not in _WORK or at == 0 or at + 1 == len(run):
        return False
    return run[at + 1].word.noun in {"facility", "site"} or run[at + 1].text in {"队伍", "力量", "队"}


def _acts(run: Sequence[Chunk], at: int) -> bool:
    """Whether a word that may be verb or noun is a verb here: nothing nominal before it, something nominal after it.

    Patrols that stand before a thing say what that is for (巡逻电动车).
    """
    if run[at].word.verb == "patrol" and at + 1 < len(run) and run[at + 1].word.noun in {"vehicle", "equipment"}:
        return False
    opens = at == 0 or run[at - 1].code in "AVLJu"
    return opens and at + 1 < len(run) and run[at + 1].code in 'NHQ"UR'


def _acts_unknown(run: Sequence[Chunk], at: int) -> bool:
    """Whether a verb that we do not know governs: it opens the run and does not end it."""
    of_case = len(run) == 2 and run[-1].word.noun == "case"  # 猥亵案件: a kind of case
    qualifies = of_case or run[at].text in _STATES
    governed = any(c.code == "V" and not _is_example(run, i) for i, c in enumerate(run))
    return at == 0 and len(run) > 1 and not qualifies and run[1].code not in "U" and not governed


_STATES = frozenset(words("claim_words", "word", **{"class": "state"}))  # how those are who are counted: 可疑车辆, 溺水儿童


def _after_light(run: Sequence[Chunk]) -> Sequence[Chunk]:
    """What follows the last light verb (开展 …), where anything does."""
    for at in range(len(run) - 1, -1, -1):
        if run[at].code == "L" and any(c.code in _NOMINAL for c in run[at + 1 :]):
            return run[at:] if run[at].text in _JOINING and run[-1].word.noun not in _JOINED else _manner(run, at)
    return [
        c for i, c in enumerate(run) if c.code != "L" or (c.text in _ALSO_NOUNS and i == len(run) - 1 and i and run[i - 1].code in "NHX")
    ]


_JOINING = frozenset({"参与", "参加"})  # 〔参与〕人数, 〔参与〕社区巡逻; but 参与(群众)3万人
_JOINED = _AGENTS | {"people", "population", "suspect"}
_ALSO_NOUNS = frozenset({"组织"})  # 社会〔组织〕86家


def _manner(run: Sequence[Chunk], light: int) -> Sequence[Chunk]:
    """What follows a light verb, a short noun with the manner before the verb (联合开展演练 is 联合演练)."""
    rest = list(run[light + 1 :])
    short = sum(len(c.text) for c in rest) <= 2
    return [run[light - 1], *rest] if short and light and run[light - 1].text in MANNERS else rest


def after(chunks: Sequence[Chunk], start: int, end: int) -> tuple[Phrase, int]:
    """The noun phrase that begins at chunk `start`, at most to chunk `end`, and where it ends: 〔246个〕智能移动终端配备一线."""
    start += start < end and chunks[start].code == "D"
    number = start - 1
    start += 2 * (start + 1 < end and chunks[start].text == "不等" and chunks[start + 1].text == "的")  # 收取〔200元至500元〕不等的费用
    start = _past_deeds(chunks, start, end) or _past_opening(chunks, start, end) or _past_qualities(chunks, start, end)
    at, last = start, start
    end = max(end, start + 3) if start > end else end  # named in a clause behind
    while at < end and not (at > start and _predicates(chunks, at, end)):
        bracketed = _bracket(chunks, at, end) if at > start else None
        if bracketed is not None:
            at = last = bracketed
        elif chunks[at].code in _NOMINAL or chunks[at].code in '"U' or _modifies(chunks, at, end) or _is_new(chunks, at, end):
            at += 1
            last = at
        elif chunks[at].code == "J" and at > start and _continues(chunks, at + 1, end):
            at += 1
        else:
            break
        if _complete(chunks, start, at, end):
            break
    last = _before_rate(chunks, start, _before_next(chunks, start, last))
    people = _until_people(chunks, number, start, last)
    last, names = (last, last - people) if any("某" in c.text for c in chunks[people:last]) else (people, 0)
    start = _past_age(chunks, _past_examples(chunks, start, last), last)
    first = start + 2 if last > start + 2 and chunks[start].code in "XV" and chunks[start + 1].code == "U" else start
    named = last - names
    named = named - 1 if last > first + 1 and chunks[last - 1].text in _SPOTS else named
    return Phrase(trimmed(chunks[first:named]), None), last


def _until_people(chunks: Sequence[Chunk], number: int, start: int, last: int) -> int:
    """Where the run of those whom 名 or 位 counts ends: in people, not in what they do or where they are.

    〔6位〕养殖户(共领补偿款), 〔两名〕幼儿园孩子, 〔两名〕教师(虐待幼儿).
    """
    if last <= start or chunks[number].text[-1:] not in _OF_PERSONS:
        return last
    people = [i for i in range(start, last) if _names_people(chunks[i])]
    end = next((i + 1 for i in people if i + 1 < last and chunks[i + 1].code == "X" and not _of_whom(chunks, i + 1, last)), 0)
    if end or not people or people[-1] == last - 1 or chunks[people[-1] + 1].code == "J":
        return end or last
    return people[-1] + 1 + (chunks[people[-1] + 1].text == "们")


def _of_whom(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether the words from a verb on are of people behind them: 〔5名〕群众反映的干部, 〔3名〕未成年人保护社工."""
    return any(c.code == "U" for c in chunks[at:end]) or chunks[end - 1].word.noun in _PERSONS


def _names_people(chunk: Chunk) -> bool:
    """Whether a chunk names people of some sort."""
    return chunk.word.noun in _PERSONS or (chunk.code in "NH" and chunk.text.endswith(_PERSON_ENDS))


_OF_PERSONS = "名位任"
_PERSONS = frozenset({"suspect", "people", "staff", "population"})
_PERSON_ENDS = words("claim_words", "word", **{"class": "person_end"})
_SPOTS = frozenset(words("claim_words", "word", **{"class": "spot"}))  # 送到两位老人〔手中〕
_QUALITIES = seldom(r"(?:[NXAR]+(?:J[NXHAR]*[NXAR])+|[NH]{1,3}P?C)U(?=[NHYQR])")


def _past_qualities(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past how those are who are counted: 〔5名〕业务精、经验丰富的民警, 〔30个〕警情较多的派出所, 〔12个〕已改造小区."""
    if start + 1 < end and chunks[start].text in NEW and chunks[start + 1].code in "NH":
        return start + 1
    if start + 2 < end and chunks[start].text in {"已", "未", "新"} and chunks[start + 1].code in "VX" and chunks[start + 2].code == "H":
        return start + 1
    if start < end and (chunks[start].text in _TOLD_OF):
        return _past_features(chunks, start)
    if start < end and chunks[start].code == '"' and chunks[start - 1].text[-1:] not in _OF_PERSONS:
        return _past_slogan(chunks, start, end)
    if start + 1 < end and chunks[start].text == "大" and chunks[start - 1].text[-1] in _DIGITS and chunks[start + 1].code in "NH":
        return start + 1  # 〔8〕大防区
    told = _qualifying(chunks, start, end)
    found = _QUALITIES.match("".join(c.code for c in chunks[start : told + 2])) if told else None
    return start + found.end() if found else start


def _past_slogan(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past words in quotation marks that say of which sort what is counted is: 〔80项〕“一窗办、网上办”的新举措."""
    close = next((i for i in range(start + 2, min(start + _LONGEST, end)) if chunks[i].code == '"'), 0)
    named = close and close + 2 < end and chunks[close + 1].text == "的" and chunks[close + 2].code in "NHXVA"
    return close + 2 if named else start


def _past_deeds(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past what those do whom a verb right before their number is done to (打掉〔两个〕长期盗窃、销赃的团伙); 0 where nothing tells it."""
    if not governed(chunks, start - 1, "VXP") or start >= end or chunks[start].code not in "VXAPL":
        return 0
    if far := head_far_off(chunks, start, end):
        return far
    past = _past_features(chunks, start)
    return past if past > start and chunks[past].code in "NH" else 0


def _past_opening(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past what those are told to have done whose number opens a clause: 〔18名〕已经退休的教师; 0 where nothing tells it."""
    if start >= end or chunks[start].code not in "XAP" or not opens_clause(chunks, start - 1):
        return 0
    mark = next((i for i in range(start + 1, end - 1) if chunks[i].text == "的"), 0)
    named = chunks[start].code != "P" and any(chunks[i].code == "H" and chunks[i + 1].code in "XVLEP" for i in range(start, mark))
    told = mark > 0 and chunks[mark + 1].code in "NH" and not any(c.code in "#J" for c in chunks[start:mark])
    return mark + 1 if told and not named else 0


def opens_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a number that counts people or things has nothing before it in its clause but a date or adverbs."""
    before = at - 1
    while before >= 0 and chunks[before].code in "ADWE":
        before -= 1
    return chunks[at].code == "#" and chunks[at].text[-1] in _COUNTING and (before < 0 or chunks[before].code in ",.")


_COUNTING = "名位个家只辆台条件"


def head_far_off(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Where those are named of whom more than one clause tells first: 捣毁〔9个〕藏在城郊,专门造假的(窝点); 0 where none are."""
    if end >= len(chunks) or chunks[end].code != "," or chunks[start].code != "X" or any(c.code == "U" for c in chunks[start:end]):
        return 0
    codes = "".join(c.code for c in chunks[start : end + _FEATURES])
    found = _FAR_OFF.match(codes, end - start)
    return start + found.start("head") if found else 0


_FAR_OFF = seldom(',[XNA][NHQXYALPGJE"]*U(?P<head>[NQXY]{0,2}H)[,.]')


def governed(chunks: Sequence[Chunk], at: int, codes: str = "V") -> bool:
    """Whether a number has its governing verb right before it: 打掉〔两个〕, 抓获了〔3名〕."""
    before = at - 1 - (at > 1 and chunks[at - 1].code == "u")
    return at > 0 and chunks[at].code == "#" and before >= 0 and chunks[before].code in codes


def _qualifying(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """The 的 that ends a stretch of words that may tell a quality, 0 where none does."""
    for at in range(start, min(start + _LONGEST, end)):
        if chunks[at].code not in "NXARHJPC":
            return at if chunks[at].code == "U" and at > start + 1 else 0
    return 0


_LONGEST = 12  # words of qualities
NEW = frozenset({"新", "日常"})  # adverbs to the segmenter, adjectives between a classifier and its noun
_DIGITS = frozenset("0123456789一二三四五六七八九十两")
HAVING = frozenset({"有", "没有", "具有", "拥有", "具备", "集", "设有", "配有", "带有"})
RELATING = frozenset({"由", "与"})
_TOLD_OF = HAVING | RELATING
_FEATURES = 40


def _past_features(chunks: Sequence[Chunk], start: int) -> int:
    """Past what the counted have, or how they stand to others: 〔60个〕具有接警等多种功能的便民警亭, 〔6支〕由退休教师组成的宣讲队."""
    clause = next((i for i in range(start, min(start + _FEATURES, len(chunks))) if chunks[i].code in ",.#"), start)
    marks = [i for i in range(start + 1, clause - 1) if chunks[i].text == "的" and chunks[i + 1].code in "NHRYQXO"]
    of_people = (i for i in marks if chunks[start - 1].text[-1:] in _OF_PERSONS and _names_people(chunks[i + 1]))
    return next(of_people, marks[-1]) + 1 if marks else start


def _bracket(chunks: Sequence[Chunk], at: int, end: int) -> int | None:
    """One past a short bracket that belongs to the noun before it: 村(社区), 村(居), 乡镇(街道、园艺中心)."""
    if chunks[at].code != "(":
        return None
    close = next((i for i in range(at + 1, min(at + _BRACKETED, end)) if chunks[i].code == ")"), None)
    return close + 1 if close and all(c.code in "NHYJ" or c.text in _QUARTERS for c in chunks[at + 1 : close]) else None


_BRACKETED, _QUARTERS = 7, frozenset({"地", "居", "场"})


def _past_examples(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past the examples of what is counted: 〔9万名〕网格员、志愿者、保安等社会力量."""
    such = [i for i in range(start, end) if chunks[i].text in {"等", "等等"}]
    listed = such and any(c.code == "J" for c in chunks[start : such[-1]])
    return such[-1] + 1 if listed and such[-1] + 1 < end else start


def _past_age(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Past the age of those who are counted: 〔3名〕年龄介乎19至34岁男子."""
    ages = [i for i in range(start, end) if chunks[i].text in {"岁", "周岁"}]
    return ages[-1] + 1 if ages and ages[-1] + 1 < end else start


def _before_next(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """Where another number stands right behind the run, its last noun is that number's: 〔3个〕警种政务窗口4个."""
    heads = [i for i in range(start, end) if chunks[i].code == "H"]
    return heads[0] + 1 if end < len(chunks) and chunks[end].code == "#" and len(heads) > 1 else end


def _before_rate(chunks: Sequence[Chunk], start: int, end: int) -> int:
    """A rate cannot be counted: where the run ends in one, the counted noun is the last static one before it (136个区县窗口群众满意度)."""
    rate = next((i for i in range(start, end) if chunks[i].code == "R"), None)
    if rate is None:
        return end
    static = [i for i in range(start, rate) if chunks[i].word.noun in _STATIC and chunks[i].code == "H"]
    run = static[:1]
    for index in static[1:]:
        if index != run[-1] + 1:
            break
        run.append(index)
    return run[-1] + 1 if run else end


def _modifies(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a verb at `at` is part of the noun phrase: before a noun or 的, and not after a finished head noun."""
    of_new = at + 2 < end and chunks[at].code in "XV" and chunks[at + 1].text in NEW and chunks[at + 2].code in "NH"  # 改革新措施
    if of_new or (chunks[at].code == "X" and at + 1 < end and chunks[at + 1].text in {"中", "里"}):
        return True
    if (chunks[at].text in {"组成", "构成"} and at and chunks[at - 1].code == "H") or chunks[at].text in _SERVING_AS:
        return False
    if chunks[at].text.endswith("着") and chunks[at + 1 : end] and not any(c.code == "U" for c in chunks[at:end]):  # 两名骑警〔推着〕自行车
        return False
    if (
        chunks[at].code not in "XVLA"
        or at + 1 >= end
        or (chunks[at].code == "A" and chunks[at].text not in {"各类", "各种", "常态化", "集中", "联合"})
    ):
        return False
    if chunks[at].code == "L" and chunks[at - 1].code in "NH" and chunks[at + 1].code != "U":  # 出〔三支〕水枪进行灭火
        return False
    head = at > 0 and chunks[at - 1].code == "H" and not (_tells_event(chunks, at) or _counts_teams(chunks, at) or _is_body(chunks, at))
    return chunks[at + 1].code in 'NHYRUX"VQ' and not (head and chunks[at + 1].code != "U")


def _predicates(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a verb behind a noun can only tell what that does or suffers: 〔6支〕球队(报名参赛), 〔两只〕拖鞋(位于路边)."""
    if chunks[at].text not in _PREDICATES or chunks[at - 1].code not in "NHQY":
        return False
    of_noun = at + 1 < end and chunks[at + 1].code == "U"
    return not of_noun and next((c for c in reversed(chunks[:at]) if c.code == "#"), chunks[at]).text[-1] not in _OF_EVENTS


_PREDICATES = frozenset(words("claim_words", "word", **{"class": "predicate"}))


def _is_new(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a 新 stands inside a noun: 改革〔新〕措施."""
    return chunks[at].text in NEW and at + 1 < end and chunks[at + 1].code in "NH" and chunks[at - 1].code in "XVNH"


def _tells_event(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb at `at` tells what befell somebody in a case that is counted: 〔三起〕老人突发急病的案例."""
    found = _BEFALLING.match("".join(c.code for c in chunks[at : at + _FEW]))
    if found is None or not (found["of"] or chunks[at + found.end() - 1].word.noun in HAPPENINGS):
        return False
    number = next((c for c in reversed(chunks[max(at - _FEW, 0) : at]) if c.code == "#"), None)
    return number is not None and number.text[-1] in _OF_EVENTS


_FEW = 6
_OF_EVENTS = "起宗件例"
_BEFALLING = seldom("[VX][NHYVX]{0,3}(?P<of>U(?=[NH]))?[NH]")
_SERVING_AS = frozenset({"担任", "兼任", "出任"})


def _continues(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether another noun of the list follows, not another number or verb."""
    following = chunks[at : min(at + 3, end)]
    return at < end and chunks[at].code in 'NHYQ"' and not any(c.code in "#U" and c.text != "等" for c in following[:2])


_PLACES = frozenset({"area", "facility"})  # 〔8个〕派出所的网格, 〔12个〕村刑事案件零发生


def _goes_on_quoted(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a noun goes on with a name in quotation marks: 〔17支〕乡村‘黄背心’护学志愿队."""
    quoted = at + 3 < end and chunks[at].code == chunks[at + 2].code == '"' and chunks[at + 1].code == "Q"
    return quoted and chunks[at + 3].code in "NHX"


def _happens(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a case or an alarm is named at `at`, in one word or two (可防性案件)."""
    named = at + 1 if chunks[at].code == "N" and at + 1 < end else at
    return chunks[named].word.noun in HAPPENINGS and chunks[named].text != "警务"


def _is_body(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb between two nouns tells what a body of people or a room for them is for: 〔12个〕业主自治委员会, 〔4个〕居民调解站."""
    of_people = chunks[at - 1].word.noun in {"people", "population"} and chunks[at].text not in _STATES
    if of_people and chunks[at + 1].word.noun == "facility" and chunks[at].word.verb in _WORK:
        return chunks[max(at - _PAIR, 0)].text[-1:] not in _OF_TEAMS
    return (of_people or _counts_teams(chunks, at)) and chunks[at + 1].text.endswith(_BODIES)


def _counts_teams(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb of work stands between an area and a team that 支 counts: 〔68支〕社区巡防队伍."""
    counted = chunks[max(at - _PAIR, 0)].text.endswith("支") and chunks[at - 1].word.noun in _PLACES
    return counted and chunks[at].word.verb in _WORK


_OF_TEAMS = "支名位人员"
_BODIES = ("委员会", "队", "队伍", "协会", "理事会", "小组", "联盟", "团")
_CELLS = ("小组", "支部", "委员会", "理事会", "合作社")
_SAID_OF_ALL = ("平均", "年龄")  # 〔18名〕民警平均年龄31岁; 〔5名〕民警一家一户走


def _complete(chunks: Sequence[Chunk], start: int, at: int, end: int) -> bool:
    """Whether the head noun is reached: what comes after it is no noun, or modifies a verb (派出所〔强力推行〕, 业务〔“一门通办”〕)."""
    if at <= start or at >= end:
        return False
    if chunks[at - 1].code == ")":
        of_people = chunks[start - 1].text[-1:] in _OF_TEAMS and chunks[start].word.noun in _PLACES  # 〔15支〕镇(街道)应急救援队伍
        return not of_people and (chunks[at].code in 'VXLAPE"' or chunks[at].text in _EMPTY_WORDS)
    if chunks[at - 1].code == '"' and chunks[at - 2].code in "QH" and at - 2 > start:
        return _does_something(chunks, at, end)
    if chunks[at - 1].code != "H" or _goes_on_quoted(chunks, at, end):
        return _ends_list(chunks, at, end)
    return _follows_head(chunks, start, at, end)


def _ends_list(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether an 等 ends a list, and what is done goes on behind it: 七种台账等〔进行规范〕."""
    return chunks[at].text == "等" and at + 1 < end and chunks[at + 1].code in "VXLAP"


def _does_something(chunks: Sequence[Chunk], at: int, end: int) -> bool:
    """Whether a verb behind a quoted name tells what those of that name do: 〔36名〕“法治副校长”走进校园."""
    acts = chunks[at].code == "X" and len(chunks[at].text) > 1 and at + 1 < end
    return acts and chunks[at + 1].code != "U" and not chunks[at + 1].text.endswith(_BODIES)


def _follows_head(chunks: Sequence[Chunk], start: int, at: int, end: int) -> bool:
    """Whether what stands at `at`, behind a head noun, belongs to it no longer."""
    unit_of_area = chunks[at].word.noun == "unit" and chunks[at - 1].word.noun == "area" and len(chunks[at].text) > 1
    unit_of_area = unit_of_area and not chunks[at].text.endswith(_CELLS)  # 〔86个〕网格党小组
    of_place = chunks[at - 1].word.noun in _PLACES and (chunks[at].code == "U" or _happens(chunks, at, end))
    told = (
        chunks[at].text.startswith(_SAID_OF_ALL) or chunks[at].text in _ALL or (chunks[at].code == "M" and chunks[at].text.startswith("一"))
    )
    if (chunks[at].code == "U" and at == start + 1) or unit_of_area or of_place or told or _ends_list(chunks, at, end):
        return True
    if _tells_event(chunks, at):
        return False
    if chunks[at].code in 'VXAPECTBDFZLQ"':
        return not (chunks[at].code in "VX" and at + 1 < end and (chunks[at + 1].code == "U" or _is_body(chunks, at)))
    return chunks[at].code == "N" and at + 1 < end and chunks[at + 1].code in "VXLY"
