"""Claims: what each number of a sentence says of what (kind, direction, comparison, metric), by the grammar of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from transforms.facts import phrases
from transforms.facts.chunks import Chunk, Word
from transforms.facts.classification import named_offence
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import Rule, first, rule
from transforms.lexicon import words
from transforms.mentions.numbers import NumberHit

Kind = Literal["level", "change", "rank"]
Direction = Literal["up", "down", "flat"]

_PERCENT = frozenset({"percent", "percentage_point", "ratio"})
_TIME = frozenset({"s", "min", "h", "d", "wk", "month", "a", "quarter"})
_SIZE = {"m2": "面积", "km2": "面积", "mu": "面积", "ha": "面积"}
_COMPARATIVE = frozenset(words("claim_words", "word", **{"class": "comparative"}))
_LAST_YEAR = re.compile(r"(?:去年|上年|上一年|前年).*|.*同期")
_REACHED = frozenset(words("claim_words", "word", **{"class": "reached"}))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as chunks, their codes as one string, and the numbers that its `#` chunks stand for."""

    chunks: tuple[Chunk, ...]
    codes: str
    numbers: Sequence[NumberHit]

    def number(self, at: int) -> NumberHit:
        """The number of chunk `at`."""
        return self.numbers[self.chunks[at].item]

    def clause_start(self, at: int) -> int:
        """The first chunk of the clause that chunk `at` is in."""
        depth = 0
        for index in range(at - 1, -1, -1):
            code = self.codes[index]
            depth += (code == ")") - (code == "(")
            if code in ",." or depth < 0:
                return index + 1
        return 0

    def clause_end(self, at: int) -> int:
        """One past the last chunk of the clause that chunk `at` is in."""
        depth = 0
        for index in range(at, len(self.codes)):
            code = self.codes[index]
            depth += (code == "(") - (code == ")")
            if code in ",." or depth < 0:
                return index
        return len(self.codes)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one number claims. `at` is its chunk, `phrase` names what is counted, `predicate` is where its frame begins.

    `earlier` tells that a level is that of the time compared with; `items` are the members of a list that the following numbers share out;
    `head` is what is counted without what is told of it, where the metric holds both.
    """

    at: int
    kind: Kind
    phrase: Phrase
    metric: str
    predicate: int
    direction: Direction | None = None
    comparison: str | None = None
    earlier: bool = False
    items: tuple[Phrase, ...] = ()
    head: str = ""
    rule: str = ""


class Given(NamedTuple):
    """A number to be read: the sentence, its chunk, and the claims read before it in the same sentence."""

    sentence: Sentence
    at: int
    earlier: tuple[Claim, ...]

    @property
    def number(self) -> NumberHit:
        """The number itself."""
        return self.sentence.number(self.at)

    @property
    def start(self) -> int:
        """Where the clause begins."""
        return self.sentence.clause_start(self.at)

    @property
    def segment(self) -> int:
        """Where the stretch before the number begins: after the number before it in the clause, else where the clause begins."""
        return max(self.start, self.sentence.codes.rfind("#", 0, self.at) + 1)

    @property
    def end(self) -> int:
        """Where the stretch behind the number ends: at the next number of the clause, else where the clause ends."""
        following = self.sentence.codes.find("#", self.at + 1)
        end = self.sentence.clause_end(self.at)
        return end if following < 0 else min(end, following)

    @property
    def left(self) -> str:
        """The codes of the stretch before the number."""
        return self.sentence.codes[self.segment : self.at]

    @property
    def right(self) -> str:
        """The codes of the stretch behind the number."""
        return self.sentence.codes[self.at + 1 : self.end]

    @property
    def last(self) -> Claim | None:
        """The claim read last."""
        return self.earlier[-1] if self.earlier else None


def read(sentence: Sentence) -> tuple[Claim, ...]:
    """The claim of each number of the sentence, in order."""
    claims: tuple[Claim, ...] = ()
    for at, code in enumerate(sentence.codes):
        if code == "#":
            found = first(RULES, Given(sentence, at, claims))
            if found:
                claims += (replace(found[1], rule=found[0]),)
    return claims


@rule("群众满意度位居全市第〔三〕。", "综合考评列全省第〔2〕位。", "破案率由全市第〔9〕名升至第〔2〕名。")
def rank(given: Given) -> Claim | None:
    """A place in an order: 位居全市第三, 由第9名升至第2名."""
    if given.number.unit != "rank" or (given.sentence.chunks[given.at].text[-1] in "位名" and re.search(r"C[uAEP]*$", given.left)):
        return None
    sentence, at = given.sentence, given.at
    scope = next((c.text for c in reversed(sentence.chunks[given.start : at]) if c.code in "GO" or c.text.startswith("全")), "")
    predicate = _ranking(given)
    phrase = _ranked(given, predicate)
    base = re.sub(r"(?:排名|排|位次|中)$", "", phrase.text) or (given.last.metric if given.last else "")
    earlier = bool(re.search(r"P[DZNUGB]*$", given.left)) and bool(re.search(r"[TC]", sentence.codes[at : sentence.clause_end(at) + 1]))
    return Claim(at, "rank", phrase, f"{base}{'' if scope in base else scope}排名", predicate, earlier=earlier)


_JUDGED = re.compile(r"测评|考[核评]|评比|调查|竞赛|比武|满意|安全感|指数|成绩|总分|综合|得分|率$|[数量]$|评价|测试")


def _ranked(given: Given, predicate: int) -> Phrase:
    """What the rank is of: the topic where it can be judged, else what is judged earlier in the sentence, else nothing."""
    topic = _topic(given, predicate)
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


@rule(
    "刑事、治安警情同比分别下降12.5%、〔8%〕。",
    "事故起数、死亡人数同比分别下降5.5%和〔7.8%〕。",
    "刑事立案、破案数同比分别下降9%、上升〔6%〕。",
)
def distributed(given: Given) -> Claim | None:
    """The next member of a list whose numbers follow in the same order (A、B同比分别下降x、y), with its own verb or the last."""
    last = given.last
    if last is None or not last.items or not re.fullmatch(r"[JA,]?(?:[AEF]*[CT][uAEP]*)?", given.left) or given.start > last.at + 2:
        return None
    index = sum(1 for claim in given.earlier if claim.items is last.items)
    if index >= len(last.items):
        return None
    phrase = last.items[index]
    own = next((c for c in given.sentence.chunks[given.segment : given.at] if c.code in "CT"), None)
    direction = own.word.change if own else last.direction
    suffix = "占比" if last.metric.endswith("占比") else ""
    return replace(last, at=given.at, phrase=phrase, metric=phrase.text + suffix, direction=direction)  # type: ignore[arg-type]


@rule("线索同比〔翻了一番〕。", "接警量与去年同期〔持平〕。", "缴毒量较2019年〔翻了两番〕。")
def doubled_or_flat(given: Given) -> Claim | None:
    """A change that the number itself states: 翻一番, 持平."""
    flat = given.number.form == "flat"
    if not flat and not given.sentence.chunks[given.at].text.startswith("翻"):
        return None
    phrase = _topic(given, given.at)
    return Claim(given.at, "change", phrase, phrase.text, given.at, "flat" if flat else "up", _comparison(given))


@rule("发案6284件(〔-13.9%〕)。", "立案912件(〔-8%〕)。", "事故44起(〔-16%〕)。")
def signed(given: Given) -> Claim | None:
    """A change in brackets, with its sign: (-13.9%)."""
    text = given.sentence.chunks[given.at].text
    if (given.sentence.codes[given.at - 1 : given.at] != "(" and not text.startswith(("-", "+", "−"))) or text[0] not in "-+−":
        return None
    phrase = given.last.phrase if given.last else EMPTY
    return Claim(given.at, "change", phrase, phrase.text, given.at, "up" if text[0] == "+" else "down", _comparison(given))


@rule("刑事警情同比下降〔12.5%〕。", "较上年少立〔80起〕。", "办理量同比增加〔2765件〕。")
def change(given: Given) -> Claim | None:
    """A difference from another period: a verb of change right before the number."""
    match = re.search(r"C[uAEP]*$", given.left)
    if match is None:
        return None
    predicate = given.segment + match.start()
    words = [c.text for c in given.sentence.chunks[predicate + 1 : given.at]]
    verb = given.sentence.chunks[predicate]
    if verb.text in _COMPARATIVE and not re.search("[BD]", given.sentence.codes[given.start : predicate]):
        return None
    if any(word in _REACHED for word in words) and verb.text[-1] != "幅":
        return None
    items = _items(given, predicate)
    phrase = items[0] if items else _topic(given, predicate)
    direction: Direction = verb.word.change  # type: ignore[assignment]
    return Claim(given.at, "change", phrase, phrase.text, predicate, direction, _comparison(given), items=items)


@rule("案件降至〔41起〕。", "满意率由92.4%升至〔95.1%〕。", "化解率提高到〔98%〕。")
def reached(given: Given) -> Claim | None:
    """A level that a change led to: 升至, 降到, 提高到."""
    match = re.search(r"(?:T[uAE]*|C[AP]*[PEX][A]*)$", given.left)
    if match is None:
        return None
    predicate = given.segment + match.start()
    tail = [c.text for c in given.sentence.chunks[predicate + 1 : given.at]]
    if given.sentence.codes[predicate] == "C" and not any(word in _REACHED for word in tail):
        return None
    pair = given.last if given.last and given.last.earlier else None
    items = _items(given, predicate) if pair is None else ()
    phrase = pair.phrase if pair else items[0] if items else _topic(given, predicate)
    return Claim(given.at, "level", phrase, phrase.text, predicate, items=items)


@rule("满意率由〔92.4%〕升至95.1%。", "案件从去年同期的〔96起〕降到41起。", "办理时限由〔30天〕压缩至15天。")
def departed(given: Given) -> Claim | None:
    """The level that a change set out from: 由 … 升至."""
    match = re.search(r"P[DZNUBAXM]*$", given.left)
    rest = given.sentence.codes[given.at + 1 : given.sentence.clause_end(given.at) + 3]
    if match is None or given.sentence.chunks[given.segment + match.start()].text not in {"由", "从", "由原来"}:
        return None
    if not re.match(r"[,UNJA]*(?:T|C[PEX])", rest):
        return None
    predicate = given.segment + match.start()
    phrase = _topic(given, predicate)
    return Claim(given.at, "level", phrase, phrase.text, predicate, earlier=True)


@rule("高清探头占〔62%〕。", "零发案小区占比〔90%〕。", "信访积案占总数的〔四分之一〕。")
def share(given: Given) -> Claim | None:
    """A part of a whole: 占, 占比, 占总数的."""
    match = re.search(r"S[NHUYRVXEAPQ\"]*$", given.left)
    if match is None or given.number.unit not in _PERCENT:
        return None
    predicate = given.segment + match.start()
    items = _items(given, predicate)
    phrase = items[0] if items else _topic(given, predicate)
    return Claim(given.at, "level", phrase, phrase.text + "占比", predicate, items=items)


@rule("破案率达〔96%〕。", "群众满意度为〔98.6分〕。", "纠纷化解率保持在〔95%〕以上。")
def rate(given: Given) -> Claim | None:
    """A rate, a share or a score that is named: 破案率达96%."""
    match = re.search(r"R[uAEPXLNJT\"]*$", given.left)
    if match is None or given.number.unit not in {*_PERCENT, "point", None}:
        return None
    predicate = given.segment + match.start() + 1
    items = _items(given, predicate)
    phrase = items[0] if items else _of_what(given, phrases.topic_before(given.sentence.chunks, given.segment, predicate))
    return Claim(given.at, "level", phrase, phrase.text, predicate, items=items)


def _of_what(given: Given, phrase: Phrase) -> Phrase:
    """A bare rate (化解率) with the noun that the number before it counted."""
    if given.last is None or len(phrase.chunks) != 1 or len(phrase.chunks[0].text) > 4:
        return phrase
    nouns = tuple(c for c in given.last.phrase.nouns if c.code in "NHQ" and c.text not in phrase.chunks[0].text)
    return Phrase((*nouns[-3:], *phrase.chunks), None)


@rule("〔80%〕的公安服务事项实现网上办。", "〔九成〕以上群众表示满意。", "有〔三分之二〕的案件当天告破。")
def portion(given: Given) -> Claim | None:
    """A part of what follows the number: 80%的事项."""
    if given.number.unit not in _PERCENT or not re.match(r'U?[NHQYX"GR]', given.right):
        return None
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    rest = "".join(c.text for c in given.sentence.chunks[given.at + 1 : given.end] if c.code not in '"U')
    return Claim(given.at, "level", phrase, f"{rest[:14]}占比", given.at)


@rule("民警〔3分钟〕赶到现场。", "仅〔4分钟〕,两辆警车到达现场。", "纠纷持续了〔五年〕。")
def lasting(given: Given) -> Claim | None:
    """How long something takes or lasts."""
    if given.number.unit not in _TIME:
        return None
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if named.chunks and named.chunks[-1].word.noun == "time":
        return Claim(given.at, "level", named, named.text, given.at)
    kept = _kept_up(given)
    if kept is not None:
        return kept
    act = _act_behind(given) or (named.chunks if named.chunks else _act_of_next_clause(given))
    taken = any(c.word.verb or c.code == "X" for c in act)
    text = "".join(c.text for c in act if c.code not in '"uAEP')
    return Claim(given.at, "level", Phrase(tuple(act), None), text[-16:] + ("用时" if taken else "时间"), given.at)


_KEPT_UP = frozenset(words("claim_words", "word", **{"class": "keeping"}))


def _kept_up(given: Given) -> Claim | None:
    """How long a state lasts: 纪录已保持6年, 连续三年下降."""
    chunks = given.sentence.chunks
    verb = next((c for c in reversed(chunks[given.segment : given.at]) if c.text in _KEPT_UP), None)
    if verb is None:
        return None
    topic = _topic(given, chunks.index(verb))
    behind = "".join(c.text for c in chunks[given.at + 1 : given.end] if c.code in "NHRYQVXLCE" or c.text in {"未", "无", "没有"})
    about = "" if behind and (verb.text in {"居住", "住"} or topic is (given.last.phrase if given.last else None)) else topic.text
    return Claim(given.at, "level", topic, f"{about}{verb.text}{behind[:12]}时间", given.at)


def _act_behind(given: Given) -> tuple[Chunk, ...]:
    """What is done within a time, in the same clause: 3分钟〔就赶到现场〕."""
    rest = given.sentence.chunks[given.at + 1 : given.end]
    kept = tuple(c for c in rest if c.code in "NHRYQVXLJC")
    return kept if any(c.code in "NHRYQVXC" and c.text not in {"时间", "内", "后"} for c in kept) else ()


def _act_of_next_clause(given: Given) -> tuple[Chunk, ...]:
    """What is done within a time, where the next clause says it: 短短15分钟,〔窗口民警办结三项业务〕."""
    start = given.sentence.clause_end(given.at) + 1
    end = given.sentence.clause_end(start) if start < len(given.sentence.codes) else start
    return tuple(c for c in given.sentence.chunks[start:end] if c.code in "NHYVXL")


@rule("先后〔4次〕召开部署会。", "〔三次〕走访村民。", "队员〔两次〕转移群众。")
def times_done(given: Given) -> Claim | None:
    """How often something is done: the verb behind the number."""
    if given.number.classifier not in {"次", "趟", "回", "遍", "轮"} or not re.match(r"A*[VXLY]", given.right):
        return None
    rest = given.sentence.chunks[given.at + 1 : given.end]
    phrase = Phrase(phrases.trimmed([c for c in rest if c.code in "NHRYQVXLJ"]), next((c for c in rest if c.code in "VL"), None))
    return Claim(given.at, "level", phrase, phrase.text, given.at) if phrase.chunks else None


@rule("全镇〔3万余人〕的喜怒哀乐都在网上。", "全县〔42万人〕。", "社区〔1200户〕、3600人。")
def inhabitants(given: Given) -> Claim | None:
    """The people or households of a place, with nothing else to say who is counted."""
    if (
        given.number.classifier not in {"人", "户", "口"}
        or not re.search(r"(?:[GH]|^)[EAU]*$", given.left)
        or not re.match(r"U|$|J", given.right)
    ):
        return None
    scope = next((c for c in reversed(given.sentence.chunks[given.segment : given.at]) if c.code in "GH"), None)
    if scope is None or (scope.code == "H" and scope.word.noun != "area"):
        return None
    word = "户数" if given.number.classifier == "户" else "人口" if scope.code == "G" else "人数"
    chunk = Chunk(scope.start, scope.end, "H", word, _POPULATION)
    return Claim(given.at, "level", Phrase((chunk,), None), scope.text + word, given.at)


_POPULATION = Word("H", noun="population")


@rule("破获刑事案件〔70起〕。", "走访群众〔7.8万余户〕。", "共检查车辆130辆、人员〔260余名〕。")
def counted_behind(given: Given) -> Claim | None:
    """A count behind what is counted: verb, noun, number."""
    if re.match(r'(?:U?[NHQYOMGR"]|X[NHUYRA]|U[XVL]|VU)', given.right):
        return None
    phrase = _with_object(given, phrases.counted_before(given.sentence.chunks, given.segment, given.at))
    phrase = _with_actor(given, phrase)
    if not phrase.chunks:
        return None
    return Claim(given.at, "level", phrase, _named(given, phrase), given.at)


@rule("召开〔27场〕座谈会。", "〔246个〕智能终端配发一线。", "选派〔55名〕民警进村任职。")
def counted_ahead(given: Given) -> Claim | None:
    """A count before what is counted: number, noun; with the verb before it, or what the counted do behind it."""
    phrase, end = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    if not phrase.chunks:
        return _with_next(given)
    verb, suffix = _adjacent_verb(given), _SIZE.get(given.number.unit or "", "")
    if verb and verb.word.verb not in {"find", "hold"}:
        return Claim(given.at, "level", Phrase((verb, *phrase.chunks), verb), verb.text + phrase.text + suffix, given.at)
    does = _deed(given, end)
    metric = f"{does}的{phrase.text}" if does and not suffix else _scoped(given, phrase.text) + suffix
    caught = next((c for c in given.sentence.chunks[end : given.end] if c.word.verb in {"catch", "die", "surrender"}), None)
    return Claim(
        given.at, "level", Phrase(((caught, *phrase.chunks) if caught else phrase.chunks), caught), metric, given.at, head=phrase.text
    )


def _scoped(given: Given, noun: str) -> str:
    """A short noun with the place right before its number (全州8个县市)."""
    before = given.sentence.chunks[given.at - 1] if given.at > given.segment else None
    return (
        before.text + noun
        if before is not None and len(noun) <= 3 and (before.code == "G" or before.text in {"辖区", "县城", "城区"})
        else noun
    )


def _with_next(given: Given) -> Claim | None:
    """A count right before another count of the same thing (8类16项业务)."""
    if given.sentence.codes[given.at + 1 : given.at + 2] != "#" or given.number.unit != "count":
        return None
    following = given._replace(at=given.at + 1)
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 2, following.end)
    kinds = "类别" if (given.number.classifier or "").endswith("类") else ""
    return Claim(given.at, "level", phrase, phrase.text + kinds, given.at) if phrase.chunks else None


@rule("审查逮捕案件148件〔217人〕。", "查获毒品案1388件〔1452人〕。", "办结公益诉讼32件〔45人〕。")
def counted_again(given: Given) -> Claim | None:
    """A second count right behind the first (148件217人): the same thing in another unit."""
    if given.last is None or given.last.at != given.at - 1 or given.number.unit != "count":
        return None
    suffix = "人数" if given.number.classifier in {"人", "名", "人次"} else ""
    return replace(given.last, at=given.at, metric=given.last.metric + suffix, items=())


def _deed(given: Given, start: int) -> str:
    """What the counted do, behind their noun (9个派出所〔破案率达100%〕) or its list; empty for those that are all there are."""
    before = given.sentence.chunks[given.at - 1] if given.at > given.segment else None
    if before is not None and (before.code in "GO" or before.text in _ALL_THERE_ARE):
        return ""
    listed = re.match(r"J#[NHYQRU\"]+", given.sentence.codes[start:])
    start += listed.end() if listed else 0
    end = given.sentence.clause_end(given.at)
    rest = given.sentence.chunks[start:end]
    words = [c.text for c in rest if c.code not in '"uA']
    plain = not re.search(r"#(?!$)|(?<!R)(?<!RE)(?<!REE)#", given.sentence.codes[start:end])
    told = rest and plain and len("".join(words)) <= 16
    return "".join(words) if told and rest[0].code in "VXRLYAPNE" and any(c.code in "VXRLY" for c in rest) else ""


_ALL_THERE_ARE = frozenset(words("claim_words", "word", **{"class": "all_there_are"}))


@rule("满意率达96%,〔97%〕。", "警情12起、〔8起〕。", "去年〔96起〕,今年〔41起〕。")
def inherited(given: Given) -> Claim | None:
    """A number with nothing of its own to say what it counts: it counts what the number before it counted."""
    phrase = _topic(given, given.at)
    return Claim(given.at, "level", phrase, phrase.text or "数量", given.at)


def _named(given: Given, phrase: Phrase) -> str:
    """The metric of a counted phrase: sizes get their dimension, a bare verb on money the offence told before it (电信诈骗止付金额)."""
    text, unit = phrase.text, given.number.unit or ""
    if unit in _SIZE and not text.endswith(tuple(_SIZE.values())):
        return text + _SIZE[unit]
    bare = phrase.verb is not None and len(phrase.chunks) == 1
    if bare and phrase.verb and phrase.verb.word.verb in {"block", "recover"}:
        told = [named.word for claim in given.earlier if (named := named_offence(claim.metric)) and named.weight >= 6]
        return f"{told[-1] if told else ''}{text}金额"
    return text


def _adjacent_verb(given: Given) -> Chunk | None:
    """The strong verb whose object the counted noun is: right before the number, or behind its noun (7名嫌疑人落网)."""
    chunks, at = given.sentence.chunks, given.at - 1
    while at >= given.segment and chunks[at].code in 'AuEU"':
        at -= 1
    while at > given.segment and chunks[at].code == "V" and chunks[at - 1].code == "V":
        at -= 1
    if at >= given.segment and chunks[at].code in "VY" and chunks[at].word.verb:
        return chunks[at]
    return None


def _with_object(given: Given, phrase: Phrase) -> Phrase:
    """A bare verb takes the object of the number before it, counted alike (发现隐患12处，整改〔10处〕); a bare noun its verb."""
    last = given.last
    if last is None or not phrase.chunks or last.kind == "rank":
        return phrase
    before = given.sentence.number(last.at)
    if (
        phrase.verb is not None
        and phrase.chunks[-1] is phrase.verb
        and before.classifier == given.number.classifier
        and before.unit == given.number.unit
    ):
        nouns = tuple(c for c in last.phrase.nouns if c.code not in "VL")
        if given.number.classifier in {"人", "名", "位", "人次"} and not any(c.word.noun in _PEOPLE for c in nouns):
            return phrase
        return Phrase((*phrase.chunks, *nouns), phrase.verb) if phrase.verb.word.verb not in {"surrender", "die"} else phrase
    listed = given.sentence.codes[last.at + 1 : given.at].startswith("J") or "其中" in _texts(given)
    if phrase.verb is None and last.phrase.verb is not None and listed:
        return Phrase((last.phrase.verb, *phrase.chunks), last.phrase.verb)
    return phrase


_PEOPLE = frozenset({"suspect", "people", "staff", "population"})


def _texts(given: Given) -> set[str]:
    return {c.text for c in given.sentence.chunks[given.last.at if given.last else 0 : given.at]}


def _with_actor(given: Given, phrase: Phrase) -> Phrase:
    """A count that is itself caught or hurt (17人落网): the verb behind the number."""
    if phrase.chunks and phrase.verb is None:
        return phrase
    chunks = given.sentence.chunks[given.at + 1 : given.end]
    verb = next((c for c in chunks if c.code in "VY" and c.word.verb), None)
    return Phrase((verb,), verb) if verb and not phrase.chunks else phrase


def _topic(given: Given, predicate: int) -> Phrase:
    """What a predicate is about: the noun phrase before it in its clause, else in the clause before, else what the last number counted."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    end, start = predicate, given.start
    while end > start and codes[end - 1] in "BAFDWPEu#JZ":
        end -= 1
    phrase = phrases.topic_before(chunks, start, end)
    if phrase.chunks and any(c.code in "NHRYQOV" for c in phrase.chunks):
        return phrase
    if start > 0:
        previous = given.sentence.clause_start(start - 1)
        if "#" not in codes[previous : start - 1] and codes[start - 1] == "," and re.search(r"[NHRYQ]", codes[previous : start - 1]):
            ahead = _strip(codes, previous, start - 1)
            phrase = phrases.topic_before(chunks, previous, ahead)
            if phrase.chunks and (given.last is None or given.last.at < previous):
                return phrase
    return given.last.phrase if given.last else EMPTY


def _strip(codes: str, start: int, end: int) -> int:
    while end > start and codes[end - 1] in "BAFDWPEuJZUX":
        end -= 1
    return end


def _items(given: Given, predicate: int) -> tuple[Phrase, ...]:
    """The members of the list before a predicate, where as many numbers follow (A、B、C同比分别下降x、y、z); else none."""
    codes, chunks = given.sentence.codes, given.sentence.chunks
    numbers = 1 + len(re.findall(r"#", _row(codes, given.at)))
    if numbers < 2:
        return ()
    end, start = predicate, given.start
    while end > start and codes[end - 1] in "BAFDWPEu":
        end -= 1
    if end == start and start > 0:
        end, start = _strip(codes, given.sentence.clause_start(start - 1), start - 1), given.sentence.clause_start(start - 1)
    members = list(_members(chunks, start, end))
    if len(members) >= numbers:
        return _shared(members[-numbers:])
    told = [claim.phrase for claim in given.earlier if claim.kind == "level"]
    unnamed = end == start or all(c.text in _FIGURES for c in chunks[start:end] if c.code not in "MJU")
    return tuple(told[-numbers:]) if unnamed and len(told) >= numbers else ()


_FIGURES = frozenset(words("claim_words", "word", **{"class": "figures"}))


def _row(codes: str, at: int) -> str:
    """The codes of the numbers that follow in the same list: 、8.9%和14.2%, 、上升6%."""
    match = re.match(r"(?:[JA]*[AE]*(?:C[uAEP]*)?#)+", codes[at + 1 :])
    return match[0] if match else ""


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


def _shared(members: list[tuple[Chunk, ...]]) -> tuple[Phrase, ...]:
    """The members with what they share: the head that only the last one names, the modifiers that only the first one names."""
    head = tuple(_bare_head(c) for c in members[-1][-1:] if c.code in "HR")
    lacking = [not any(c.code in "HR" or c.code == "Y" for c in member) for member in members]
    if head and any(lacking):
        prefix = members[0][:-1] if lacking[0] else ()
        whole = [(*m, *head) if lack else m for m, lack in zip(members, lacking, strict=True)]
        members = [whole[0], *((*prefix, *m) if len(m) <= 3 and prefix else m for m in whole[1:])]
    else:
        members = [members[0], *(_in_kind(members[0], m) for m in members[1:])]
    return tuple(Phrase(phrases.trimmed(m), next((c for c in m if c.code == "V"), None)) for m in members)


def _bare_head(chunk: Chunk) -> Chunk:
    """A head noun without what makes it special, so that other members may share it: 案件 of 治安案件."""
    base = next((word for word in ("案件", "警情", "事故", "纠纷", "案") if chunk.text.endswith(word)), chunk.text)
    return chunk._replace(text=base)


def _in_kind(leader: tuple[Chunk, ...], member: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """A member that counts deaths or losses of the accidents (or cases) that the first member names."""
    kind = next((i for i, c in enumerate(leader) if c.word.noun in {"accident", "alarm", "case"}), None)
    if kind is None or any(c.word.noun in {"accident", "alarm", "case"} for c in member):
        return member
    if kind == len(leader) - 1:
        return (*leader[:kind], *member) if any(c.word.noun in {"casualty", "money"} for c in member) else member
    return (*leader[: kind + 1], *member)


def _comparison(given: Given) -> str:
    """The period that a change is measured against: the baseline nearest before the number in its sentence, else unstated."""
    codes = given.sentence.codes
    for at in range(given.at - 1, -1, -1):
        chunk = given.sentence.chunks[at]
        if chunk.code == "B":
            return chunk.word.change
        if chunk.code in "DN" and (_compared(given.sentence, at) or _departed_from(given.sentence, at)):
            return "yoy" if _LAST_YEAR.fullmatch(chunk.text) else f"@{chunk.item}" if chunk.code == "D" else "yoy"
        if codes[at] == "." or (chunk.code == "D" and at < given.start):
            break
    return "unstated"


def _departed_from(sentence: Sentence, at: int) -> bool:
    """Whether a change set out from this date: 由去年同期的96起降到41起."""
    chunk = sentence.chunks[at]
    before = sentence.chunks[at - 1].text if at else ""
    return before in {"由", "从"} and (chunk.code == "D" or chunk.text.endswith("同期"))


def _compared(sentence: Sentence, at: int) -> bool:
    """Whether a date is what is compared with: 与2012年相比, 较2019年同期, 比上年."""
    before = sentence.chunks[at - 1].text if at else ""
    tail = "".join(c.text for c in sentence.chunks[at + 1 : at + 4])
    chunk = sentence.chunks[at]
    if chunk.code == "N" and not chunk.text.endswith("同期"):
        return False
    if before in {"较", "比", "相比", "较之", "同比"}:
        return True
    return before in {"与", "同", "和", "跟"} and "相比" in tail


RULES: tuple[Rule[Given, Claim], ...] = (
    *(
        rank,
        doubled_or_flat,
        signed,
        distributed,
        change,
        reached,
        departed,
        share,
        rate,
        portion,
        lasting,
        times_done,
        inhabitants,
        counted_again,
        counted_behind,
        counted_ahead,
        inherited,
    ),
)
