"""Claims of people: who live somewhere, who are hurt, who take part."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk, Word
from transforms.facts.claims.deeds import disposed_of
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.objects import untold
from transforms.facts.claims.topics import of_accident
from transforms.facts.persons.names import is_name
from transforms.facts.phrases import Phrase
from transforms.facts.rules import PERSONS, rule
from transforms.lexicon import words


@rule(
    "全镇〔3万余人〕的喜怒哀乐都在网上。",
    "全县〔42万人〕。",
    "社区〔1200户〕、3600人。",
    "楼里住着〔86户〕。",
    "小区居住着〔1.2万〕人。",
    classifiers=frozenset({"人", "户", "口"}),
)
def inhabitants(given: Given) -> Claim | None:
    """The people or households of a place, with nothing else to say who is counted."""
    households = given.number.classifier == "户"
    if _lived_in(given):
        word = "居民户数" if households else "人口" if "G" in given.left else "居民人数"
        chunk = given.sentence.chunks[given.at]._replace(code="H", text=word, word=_POPULATION)
        return Claim(given.at, "level", Phrase((chunk,), None), chunk.text, given.at)
    if not re.search(r"(?:[GH]|^)[EAU]*$", given.left) or not re.match(r"U|$|J", given.right):
        return None
    scope = next((c for c in reversed(given.sentence.chunks[given.segment : given.at]) if c.code in "GH"), None)
    if scope is None or (scope.code == "H" and scope.word.noun != "area"):
        return None
    word = "户数" if households else "人口" if scope.code == "G" else "人数"
    chunk = Chunk(scope.start, scope.end, "H", word, _POPULATION)
    return Claim(given.at, "level", Phrase((chunk,), None), scope.text + word, given.at)


def _lived_in(given: Given) -> bool:
    """Whether a verb of living stands right before people or households that nothing else names (楼里住着〔86户〕)."""
    verb = given.right_before
    return verb is not None and verb.text in _LIVING and not re.match("U?[NHQX]", given.right)


_LIVING = frozenset(words("claim_words", "word", **{"class": "living"}))
_POPULATION = Word("H", noun="population")


@rule(
    "两车相撞〔3〕死4伤。",
    "发生火灾3起,亡〔2人〕。",
    "大火夺去〔3条〕人命。",
    "事故造成〔3人〕当场死亡。",
    "山洪致〔5人〕遇难。",
    units=frozenset({"count", None}),
    classifiers=frozenset({"人", "名", "位", "例", "条", None}),
)
def befallen(given: Given) -> Claim | None:
    """People dead or hurt: the number right before what befell them."""
    harm = _harm(given)
    if harm is None:
        return None
    cause = _cause(given)
    phrase = Phrase((*cause, harm), harm) if cause else of_accident(given, Phrase((harm,), harm))
    mishap = _mishap(given, harm) if len(phrase.chunks) == 1 else ()
    phrase = Phrase((*mishap, harm), harm) if mishap else phrase
    return Claim(given.at, "level", phrase, phrase.text, given.at)


def _harm(given: Given) -> Chunk | None:
    """What befell people: told right behind their number (3人死亡), or in one character right before it (亡3人)."""
    at = given.at + 1 + len(given.right) - len(given.right.lstrip("A"))
    behind = given.sentence.chunks[at] if at < given.end else None
    if behind is not None and (behind.text in _BEFALLEN or behind.word.verb == "die"):
        return behind._replace(text=_BEFALLEN.get(behind.text, behind.text), word=_HARM)
    before = given.right_before
    if before is not None and behind is not None and before.text in _TAKING and behind.text in _LIVES:
        return behind._replace(text="死亡", word=_HARM)
    alone = before is not None and before.text in _BEFALLEN and len(given.left.strip("JEA")) == 1
    return before._replace(text=_BEFALLEN[before.text], word=_HARM) if before is not None and alone else None


def _cause(given: Given) -> tuple[Chunk, ...]:
    """What brought it about, where the clause of the number says it: 〔营运货车肇事〕造成36人死亡."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.at - 1, given.start, -1) if chunks[i].text in _CAUSING), given.start)
    run = phrases.topic_before(chunks, given.start, at - (chunks[at - 1].code == " ")).chunks
    return run if len("".join(c.text for c in run)) <= _LONG else ()


_TAKING = frozenset({"夺走", "夺去", "带走", "吞噬", "葬送", "断送", "夺"})
_LIVES = frozenset({"性命", "生命", "人命", "人生命", "人性命", "鲜活"})


def _mishap(given: Given, harm: Chunk) -> tuple[Chunk, ...]:
    """What befell them, as a clause before tells: 货车〔追尾〕,造成2死3伤; 〔旧楼〕发生夺命〔火警〕,造成两人死亡."""
    last = given.last
    if last is not None and last.rule == "befallen" and last.at == given.segment - 1 and len(last.phrase.chunks) > 1:
        return last.phrase.chunks[:-1]
    chunks = given.sentence.chunks
    at = next((i for i in range(given.start - 1, -1, -1) if chunks[i].text in _MISHAPS), None)
    if at is None:
        return ()
    named = chunks[at].text if chunks[at].text.endswith(_NAMED) else "火灾" if chunks[at].text.endswith("火") else chunks[at].text + "事故"
    where = next((chunks[i - 1] for i in range(at, max(at - _FEW, 0), -1) if chunks[i].word.verb == "occur"), None)
    place = (where,) if where is not None and where.code in "NH" else ()
    return (*place, harm._replace(code="H", text=named, word=_ACCIDENT))


_MISHAPS = frozenset(words("claim_words", "word", **{"class": "mishap"}))
_NAMED = ("火警", "大火", "爆炸", "山洪", "泥石流", "滑坡", "雪崩")
_FEW = 4
_ACCIDENT = Word("H", noun="accident")
_CAUSING = frozenset({"造成", "导致", "致", "致使", "引发", "共造成", "共导致"}) | _TAKING
_LONG = 14


_BEFALLEN = {"死": "死亡", "亡": "死亡", "伤": "受伤"}
_HARM = Word("V", verb="die", noun="casualty")


@rule(
    "宣讲会吸引〔300余人〕参加。",
    "院坝会开了86场,〔1.2万人次〕参加。",
    "全村〔326户〕参评。",
    units=frozenset({"count"}),
    classifiers=frozenset({"人", "人次", "户", "余人"}),
)
def taking_part(given: Given) -> Claim | None:
    """People who take part, in what the sentence told before them or in what stands behind the verb."""
    chunks = given.sentence.chunks
    at = given.at + 1 + len(given.right) - len(given.right.lstrip("A"))
    if at >= given.end or chunks[at].text not in _COMING:
        return None
    behind, _ = phrases.after(chunks, at + 1, given.end)
    told = behind if behind.chunks else _event(given)
    does = told.text + chunks[at].text if chunks[at].text in _TURNING_UP else chunks[at].text + told.text
    return Claim(given.at, "level", told, does + ("户数" if given.number.classifier == "户" else "人数"), given.at)


_TAKING_PART = frozenset(words("claim_words", "word", **{"class": "taking_part"}))
_TURNING_UP = frozenset(words("claim_words", "word", **{"class": "turning_up"}))
_COMING = _TAKING_PART | _TURNING_UP


def _event(given: Given) -> Phrase:
    """What people take part in: the event named before them, else what was counted before them."""
    named = [c for c in given.sentence.chunks[given.segment : given.at] if c.word.noun == "activity"]
    if named:
        return Phrase((named[-1],), None)
    events = [claim.phrase for claim in given.earlier if any(c.word.noun == "activity" for c in claim.phrase.nouns)]
    return Phrase(events[-1].nouns, None) if events else phrases.EMPTY


_PERSONS = frozenset({"人", "名"})


@rule(
    "涉赌的〔57人〕被抓获。",
    "蒋某等〔6人〕已被公安机关行政拘留。",
    "民警将参与赌博的〔40人〕全部控制。",
    units=frozenset({"count"}),
    classifiers=_PERSONS,
)
def dealt_with(given: Given) -> Claim | None:
    """People who are caught, charged or punished, as the clause behind them tells, with what they did told before them."""
    found = _DEALT_WITH.match(given.right)
    if not found:
        return None
    chunks = given.sentence.chunks
    done, between = chunks[given.at + found.end()], chunks[given.at + 1 : given.at + found.end()]
    told = any(c.text in _BY for c in between) or disposed_of(given)
    if not told or done.word.verb not in _DEALING:
        return None
    phrase = Phrase((done,), done)
    who = _offenders(given) or _sentence_passed(given, done)
    return Claim(given.at, "level", phrase, done.text + who if who else untold(done.text, given.number.classifier), given.at)


_DEALT_WITH = re.compile("[AEuN]{0,3}(?:P[NHOG]{0,3}A*)?[XL]?V")
_BY = frozenset({"被", "由", "遭"})
_DEALING = frozenset({"catch", "prosecute", "penalise"})


def _offenders(given: Given) -> str:
    """What the people did, told before them (参与赌博的〔40人〕): 参与赌博人员; empty where nothing is told."""
    if given.right_before is None or given.right_before.text != "的":
        return ""
    run = phrases.run_before(given.sentence.chunks, given.segment, given.at)
    did = "".join(c.text for c in phrases.trimmed(run) if c.code in "NHXVYJ" and c.text not in _AT_THE_SCENE)
    return did + "人员" if did not in {"", "等"} and len(did) <= _SHORT else ""


def _sentence_passed(given: Given, done: Chunk) -> str:
    """To what people were sentenced, told behind the verb with no figure but its own: 被判处〔十年以上徒刑〕."""
    rest = given.sentence.chunks[given.sentence.chunks.index(done) + 1 : given.sentence.clause_end(given.at)]
    told = "".join(c.text for c in rest)
    return told + "人员" if rest and rest[-1].text.endswith(("徒刑", "拘役", "管制", "缓刑")) and len(told) <= _LONG else ""


_AT_THE_SCENE = frozenset({"现场", "当场", "其余", "等"})
_SHORT = 8


def without_names(given: Given, phrase: Phrase) -> Phrase:
    """People counted behind some of their names, without those: 抓获(王某、李某等)8人, 查获提供条件的(王大明、赵小亮等)人员."""
    if given.right_before is None or not given.right_before.text.endswith("等") or given.number.classifier not in PERSONS:
        return phrase
    at = max((i + 1 for i, c in enumerate(phrase.chunks) if c.code not in "NZJ" and c.text != "等"), default=0)
    named = "".join(c.text for c in phrase.chunks[at:]).removesuffix("等").split("、")
    if not at or not all("某" in name or is_name(name) for name in named):
        return phrase
    told = phrase.chunks[:at]
    if told[-1].text == "的":
        people = told[-1]._replace(code="H", text="人员", word=Word("H", noun="people"))
        got = next((c for c in given.sentence.chunks[given.segment : given.at] if c.word.verb in _GETTING), phrase.verb)
        return Phrase((*(c for c in (got,) if c is not None and c not in told), *told[:-1], people), got)
    return Phrase(told, phrase.verb)


_GETTING = frozenset({"catch", "seize", "find"})


def residents(given: Given) -> Phrase | None:
    """Households or people told behind houses or places (居民楼32栋、1876户; 7个居民组,一共380户): those who live there."""
    word = {"户": "居民户数", "人": "居民人数"}.get(given.number.classifier or "")
    head = given.last.phrase.chunks[-1:] if given.last else ()
    beside = re.fullmatch("[NH]*[J,]", given.left) or _in_all(given)
    if word is None or not head or head[0].word.noun not in {"area", "facility", "population"} or not beside:
        return None
    return Phrase((head[0]._replace(text=word, word=_POPULATION),), None)


def _in_all(given: Given) -> bool:
    """Whether a clause begins with nothing but 共有 before the number."""
    ahead = given.sentence.chunks[given.segment : given.at]
    return given.segment == given.start and bool(ahead) and all(c.text in _IN_ALL for c in ahead)


_IN_ALL = frozenset({"共", "共有", "现有", "有", "共计", "总计", "辖"})


@rule(
    "交警查获一辆核载〔5人〕、实载9人的面包车。",
    "一辆核定载客19人的中巴车坐了〔31人〕。",
    "该面包车限载7人,却挤了〔15人〕。",
    units=frozenset({"count"}),
    classifiers=_PERSONS,
)
def loaded(given: Given) -> Claim | None:
    """People whom a vehicle may hold, or holds: 核载〔5人〕、实载9人的面包车."""
    before = "".join(c.text for c in given.sentence.chunks[given.segment : given.at] if c.code not in "uE")
    said = "核载人数" if before.endswith(_CAPACITY) else "实载人数" if before.endswith(_LOAD) and _is_of_load(given) else ""
    if not said:
        return None
    vehicle = next((c.text for c in _beside(given) if c.word.noun == "vehicle"), "")
    return Claim(given.at, "level", phrases.EMPTY, vehicle + said, given.at)


def _is_of_load(given: Given) -> bool:
    """Whether the sentence told before how many may be in it."""
    return any(claim.rule == "loaded" for claim in given.earlier)


def _beside(given: Given) -> tuple[Chunk, ...]:
    """The chunks of the clause, those behind the number first."""
    end = given.sentence.clause_end(given.at)
    return (*given.sentence.chunks[given.at + 1 : end], *reversed(given.sentence.chunks[: given.at]))


_CAPACITY = words("claim_words", "word", **{"class": "capacity"})
_LOAD = words("claim_words", "word", **{"class": "load"})
