"""Claims of shares and rates: 占, 率, 80%的事项."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, takewhile

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.lists import items_of
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import OF_WHICH, topic_of
from transforms.facts.phrases import DENYING, EMPTY, HAPPENINGS, Phrase
from transforms.facts.rules import TIME, Units, rule
from transforms.lexicon import words
from transforms.patterns import seldom

PERCENT: Units = frozenset({"percent", "percentage_point", "ratio"})
RATES: Units = PERCENT | {"point", None}
_HOLDS = re.compile(r"S[NHUYRVXEAPQGDOMLJ()\"]*$")  # brackets stand behind areas: 占全省乡镇(街道)总数的
_RATED = re.compile(r"R[uAEPXLNJT\"]*V?$")
_KEEPING = frozenset({"实现", "保持", "稳定", "达到"})
_LONG = 8


@rule(
    "高清探头占〔62%〕。",
    "零发案小区占比〔90%〕。",
    "信访积案占总数的〔四分之一〕。",
    "侵财类案件在刑案总量中占比〔六成〕。",
    units=PERCENT,
)
def share(given: Given) -> Claim | None:
    """A part of a whole: 占, 占比, 占总数的."""
    match = _HOLDS.search(given.left)
    if match is None:
        return None
    predicate = given.segment + match.start()
    items = items_of(given, predicate)
    within = _within(given, predicate)
    phrase = items[0] if items else _among(given, topic_of(given, within or predicate))
    whole = "" if items else _told(given.sentence.chunks[within + 1 : predicate - 1]) if within else _whole(given, predicate)
    suffix = f"占{whole}比例" if whole else "占比"
    told = not phrase.chunks or _is_told(given, phrase)
    counted = "" if items else _own(given, predicate) if told else _located(given, predicate)
    of_whom = "" if items or whole or within else _of_people(given, predicate)
    return Claim(given.at, "level", phrase, of_whom + (counted or _counted(given, phrase)) + suffix, predicate, items=items)


def _of_people(given: Given, predicate: int) -> str:
    """The people that a sort is a part of, with 中: 配备网格长320名,其中党员占四成 is of 〔网格长中〕党员."""
    last, first = given.last, given.sentence.chunks[given.start]
    if last is None or first.text not in OF_WHICH or given.start + 2 > predicate or given.sentence.number(last.at).unit != "count":
        return ""
    who = last.phrase.nouns[-1:]
    named = bool(who) and who[0].word.noun in {"staff", "suspect", "people", "casualty"} and 1 < len(who[0].text) <= _LONG
    return f"{who[0].text}中" if named else ""


def _is_told(given: Given, phrase: Phrase) -> bool:
    return any(claim.phrase is phrase for claim in given.earlier)


def _own(given: Given, predicate: int) -> str:
    """What has a share, where its clause says it by a verb alone: 〔认为有进步〕的占48%."""
    run = [c for c in given.sentence.chunks[given.segment : predicate] if c.code in "NHRYQXVEC"]
    return "".join(c.text for c in run) if any(c.code in "XV" for c in run) and given.sentence.chunks[predicate - 1].text == "的" else ""


def _located(given: Given, predicate: int) -> str:
    """Those of what was counted before that a clause tells from the rest: 刑事案件860起,其中〔发生在城乡结合部的〕占四成."""
    last, own = given.last, _own(given, predicate) if given.start == given.segment else ""
    if not own or last is None or given.sentence.number(last.at).unit != "count" or not last.phrase.nouns:
        return ""
    return f"{own}的{last.phrase.nouns[-1].text}"


def _within(given: Given, predicate: int) -> int | None:
    """Where a whole begins that stands before the verb: 侵财案件〔在〕刑事发案中占65%."""
    chunks = given.sentence.chunks
    if predicate < 1 or chunks[predicate - 1].text not in {"中", "里", "内"}:
        return None
    at = next((i for i in range(predicate - 2, given.start, -1) if chunks[i].text == "在"), None)
    return at if at is not None and _told(chunks[at + 1 : predicate - 1]) else None


def _told(chunks: Sequence[Chunk]) -> str:
    """A whole in words, where it is short."""
    told = "".join(c.text for c in chunks if c.code in "NHRYQVXLGM")
    return told if len(told) <= _LONG else ""


def _whole(given: Given, predicate: int) -> str:
    """What something is a share of, where that is named: 占〔接报总量〕的三成."""
    chunks = given.sentence.chunks[predicate : given.at]
    if not chunks or chunks[-1].text not in {"的", "比"}:
        return ""
    told = _told(chunks[1:-1])
    return _HOLDING.sub("", chunks[0].text) + told if told or len(chunks) == _FEWEST else ""


_FEWEST = 2  # 占总数 and 的
_HOLDING = seldom("^[仅只约已合共]?占[到了据]?")


def _among(given: Given, phrase: Phrase) -> Phrase:
    """A sort with the noun of the group that the clause before names: 去年的〔工单〕里,小区管理类占47%."""
    end = given.start - 1
    if end < 2 or given.sentence.chunks[end - 1].text not in {"中", "里"} or not phrase.chunks:
        return phrase
    before = given.sentence.chunks[given.sentence.clause_start(end) : end]
    group = next((c for c in reversed(before) if c.code == "H"), None)
    sort = phrase.nouns and phrase.nouns[-1].code == "H" and phrase.nouns[-1].word.noun not in {"area", "facility"}
    return phrase if group is None or sort else Phrase((*phrase.chunks, group), phrase.verb)


def _counted(given: Given, phrase: Phrase) -> str:
    """What has a share: its topic, or what was counted before it, with the zero told of it (有12个村实现零发案,占〔三成〕)."""
    last = given.last
    if last is None or phrase is not last.phrase:
        summed = any(c.text in _SUMMED for c in given.sentence.chunks[given.start : given.at])
        return phrase.text + last.metric if last is not None and summed else phrase.text
    counts = [claim for claim in given.earlier if given.sentence.number(claim.at).unit == "count"]
    if given.sentence.number(last.at).unit in PERCENT and counts:
        return counts[-1].metric
    zero = given.sentence.number(last.at).form == "zero" and len(given.earlier) > 1
    if zero:
        return given.sentence.chunks[last.at].text + given.earlier[-2].phrase.text
    what = last.metric.removesuffix("占比")
    return what if what.startswith(where := _where(given, last)) else where + what


def _where(given: Given, last: Claim) -> str:
    """Where what was counted happened: 〔农村地区〕发生火灾35起,占总数的五成."""
    verb, chunks = last.phrase.verb, given.sentence.chunks
    if verb is None or verb.word.verb != "occur" or verb not in chunks[: last.at]:
        return ""
    start, end = given.sentence.clause_start(last.at), chunks.index(verb)
    run = phrases.topic_before(chunks, start, end)
    return run.text if run.chunks and all(c.code in "NH" for c in run.chunks) and len(run.text) <= _LONG else ""


_SUMMED = frozenset({"合计", "加起来", "合起来", "相加", "两者", "三者"})


@rule("纠纷类警情已达到总警情的〔四成〕。", "电诈案件接近全部刑案的〔六成〕。", "外来人口相当于全镇人口的〔三成〕。", units=PERCENT)
def share_of_all(given: Given) -> Claim | None:
    """A part of a whole that is told by how much it comes to: 纠纷类警情达到总警情的四成."""
    match = _OF_ALL.search(given.left)
    if match is None:
        return None
    start, whole = given.segment + match.start(), given.segment + match.start("whole")
    told = "".join(c.text for c in given.sentence.chunks[start:whole])
    if not any(word in told for word in _AMOUNTING) or not given.sentence.chunks[whole].text.startswith(_ALL):
        return None
    topic = phrases.topic_before(given.sentence.chunks, given.segment, start)
    return Claim(given.at, "level", topic, f"{topic.text}占比", start) if topic.chunks else None


_OF_ALL = re.compile("[AEXPJ]+?(?P<whole>[AGNZ]?[NHRQYX]{1,3})U[AEu]*$")
_ALL = ("总", "全", "所有", "整个")


@rule(
    "立案数是上年同期的〔2.6倍〕。",
    "全镇发案不及三年前的〔两成〕。",
    "夜间警情只有去年的〔三分之一〕。",
    "复议案件收案量是诉讼案件的〔2.3倍〕。",
    units=frozenset({"percent", "ratio", "times"}),
)
def as_many_as(given: Given) -> Claim | None:
    """How many there are of what there were then, where nothing was counted before: 是去年同期的2.6倍, 不到整治前的一半."""
    match = _OF_THEN.search(given.left) if given.last is None else None
    if match is None or not match.start():
        return None
    if match["then"][-1] in "NHRY" and given.number.unit != "times":
        return None
    start = given.segment + match.start()
    told = given.sentence.chunks[start : given.segment + match.start("then")]
    if _AMOUNTING.isdisjoint(c.text for c in told) or given.left[match.start() - 1] not in "NHYRVX":
        return None
    topic = topic_of(given, start)
    return Claim(given.at, "level", topic, topic.text, start) if topic.chunks else None


_OF_THEN = seldom("[AEXJu]+(?P<then>P?D|[MVNXY]*W|[NHRY]{1,4})U[AEuX]*$")
_AMOUNTING = frozenset(words("claim_words", "word", **{"class": "amounting"}))


@rule("破案率达〔96%〕。", "群众满意度为〔98.6分〕。", "纠纷化解率保持在〔95%〕以上。", units=RATES)
def rate(given: Given) -> Claim | None:
    """A rate, a share or a score that is named: 破案率达96%."""
    match = _RATED.search(given.left)
    if match is None or (given.left.endswith("V") and given.sentence.chunks[given.at - 1].text not in _KEEPING):
        return None
    predicate = given.segment + match.start() + 1
    items = items_of(given, predicate)
    topic = phrases.attained(phrases.topic_before(given.sentence.chunks, given.segment, predicate))
    phrase = items[0] if items else of_what(given, topic)
    return Claim(given.at, "level", phrase, phrase.text, predicate, items=items)


_CLEARANCE = frozenset(words("claim_words", "word", **{"class": "clearance"}))


def of_what(given: Given, phrase: Phrase) -> Phrase:
    """A bare rate (化解率) with the noun that the number before it counted, else with what the clause before it tells."""
    if len(phrase.chunks) != 1 or len(phrase.chunks[0].text) > 4:
        return phrase
    if given.last is None:
        return Phrase((*_told_before(given), *phrase.chunks), None)
    cleared = phrase.text in _CLEARANCE
    cases = [claim for claim in given.earlier if claim.phrase.nouns and claim.phrase.nouns[-1].word.noun in HAPPENINGS]
    done = given.last.phrase.text == phrase.text[:-1]  # 采纳18人,采纳率85%: of what was to be done
    counted = [claim for claim in given.earlier if not (claim.phrase.nouns and claim.phrase.nouns[-1].word.noun in _SUMS)] or given.earlier
    about = cases[-1:] if cleared and cases else counted[::-1] if done else counted[-1:]
    told = ([c for c in claim.phrase.nouns if c.code in "NHQ" and c.text[-1] not in "数量率"] for claim in about)
    nouns = [c for c in next(filter(None, told), []) if c.text not in phrase.chunks[0].text]
    return Phrase((*nouns[-3:], *phrase.chunks), None)


_SUMS = frozenset({"money", "loss"})  # what a case is about (涉案金额893万元,化解率99%) is not what is solved


def _told_before(given: Given) -> tuple[Chunk, ...]:
    """What the clause before a bare rate tells, where that is short and counts nothing: 〔群众评议派出所〕,满意率97%."""
    start = given.sentence.clause_start(max(given.start - 1, 0))
    before = given.sentence.chunks[start : max(given.start - 1, 0)]
    told = tuple(c for c in before if c.code in "NHYVXRL")
    plain = given.segment == given.start and all(c.code in 'NHYVXRLUuAPJGDZ"' for c in before)
    return told if plain and len("".join(c.text for c in told)) <= _LONG else ()


@rule(
    "破案率为76%,高于全省平均水平〔3.1个百分点〕。",
    "群众满意率高出全国平均〔5.2个百分点〕。",
    "万人发案率低于全市平均水平〔12%〕。",
    "千人抽检量比国家标准高出〔1.1批次〕。",
    "不捕率、不诉率分别为56%、44%,分别高于全市平均水平〔4.2个〕和6.5个百分点。",
    "平均办理周期8天,快于法定时限近〔三分之二〕。",
    units=PERCENT | TIME | {"point", "count"},
)
def beyond_average(given: Given) -> Claim | None:
    """How far a rate is beyond the average of a whole, or what a standard asks: 高于全省平均水平3.1个百分点, 比国家标准高出1.1批次."""
    if _COMPARING.isdisjoint(given.sentence.words):
        return None  # as most
    chunks = given.sentence.chunks
    at = next((i for i in range(given.segment, given.at) if chunks[i].text in _BEYOND), given.at)
    average = "".join(c.text for c in chunks[at : given.at] if c.code not in "Eu")
    if "平均" not in average:
        at = next((i for i in range(given.segment, given.at) if chunks[i].text in _FROM_STANDARD), given.at)
        average = "".join(c.text for c in chunks[at : given.at] if c.code not in "Eu")
        if not _STANDARD.match(average):
            return None
    items = items_of(given, at)
    phrase = items[0] if items else given.last.phrase if at == given.start and given.last else topic_of(given, at)
    return Claim(given.at, "level", phrase, f"{phrase.text}{average}", at, items=items)


_FROM_STANDARD = frozenset({"比", "较", "快于", "短于", "长于", "高于", "低于", "优于", "多于", "少于"})
_STANDARD = seldom(
    "(?:比|较|[快短长高低优多少]于)(?:国家|行业|国际|法定|规定|承诺)(?:标准|时限|期限|时间|要求)(?:[高超多]出?|低|少|快|提前|缩短|压缩)?$"
)
_BEYOND = frozenset({"高于", "高出", "低于", "超出", "超过", "领先", "优于"})
_COMPARING = _BEYOND | _FROM_STANDARD


@rule(
    "〔80%〕的公安服务事项实现网上办。",
    "〔六成〕以上的火灾发生在农村。",
    "线索有〔一半〕来自群众。",
    "受骗者当中,〔六成〕以上是会计。",
    "〔七成〕投诉在当天得到答复。",
    units=PERCENT,
)
def portion(given: Given) -> Claim | None:
    """A part of what follows the number, or stands before it, by what is said of it: 80%的事项, 六成火灾发生在农村, 线索有一半来自群众."""
    ahead = _parted(given) if _SAID_OF.match(given.right) else EMPTY
    of_group = not ahead.chunks and _is_sort_of_group(given)
    if not ahead.chunks and not of_group and not re.match(r'U?[NHQYX"GR]', given.right):
        return None
    phrase, end = (ahead, given.at + 1) if ahead.chunks or of_group else _parted_behind(given)
    said = given.sentence.chunks[end : given.sentence.clause_end(given.at)]
    rest = _short(c.text for c in _rest(given) if c.code not in '"Uu')
    sort, group, measured = _sort(said, phrase), given.last, _measured(given, phrase, end)
    if measured and group is not None and not sort:
        return Claim(given.at, "level", group.phrase, f"{measured}的{group.phrase.text}占比", given.at)
    done = "".join(c.text for c in said if c.code in "NHYQV")
    if ahead.chunks and said and said[-1].code == "V" and len(done) <= _LONG:
        return Claim(given.at, "level", phrase, f"{ahead.text}{done}率", given.at)
    named = (_group(given) if of_group else "") + sort + phrase.text
    text = named if sort else _free_of(given, phrase) or ((ahead.text + rest) if ahead.chunks else _does(said, phrase) or rest)
    return Claim(given.at, "level", phrase, f"{text}占比", given.at)


def _does(said: Sequence[Chunk], phrase: Phrase) -> str:
    """The parted with what they do, as told behind them: 八成的工作时间都〔扎根网格一线〕."""
    told = _short(c.text for c in said if c.code not in '"UuA' or c.text in DENYING)
    acts = any(c.code in "VX" for c in said) and "#" not in {c.code for c in said}
    return f"{told}的{phrase.text}" if acts and phrase.chunks and told else ""


def _short(texts: Iterable[str]) -> str:
    """The first of the words, as many as a metric holds."""
    return next((text for text in reversed(list(accumulate(texts))) if len(text) <= _MOST), "")


_MOST = 18


def _is_sort_of_group(given: Given) -> bool:
    """Whether the part is told by what it is alone (六成是会计), not by where or how it was done (两成是在夜里发生的)."""
    end = given.sentence.clause_end(given.at)
    return given.right.startswith("E") and given.sentence.chunks[given.at + 1].text in _BEING and given.sentence.codes[end - 1] != "U"


def _group(given: Given) -> str:
    """The group that a sort is a part of, with 中: what the last number counted, or what the clause before names (被骗者当中)."""
    end = given.start - 1
    before = given.sentence.chunks[given.sentence.clause_start(max(end, 0)) : max(end, 0)]
    named = bool(before) and before[-1].text in _AMONG
    run = phrases.run_before(before, 0, len(before) - 1) if named else ()
    told = "".join(c.text for c in run if c.code in "NHRYQVX") or (given.last.metric if given.last else "")
    return f"{told}中" if 0 < len(told) <= _LONG + 2 else ""


_AMONG = frozenset({"中", "当中", "里", "之中"})


def _rest(given: Given) -> Sequence[Chunk]:
    """What follows in the clause of a part, with the time that it was done in: 八成投诉在〔24小时内〕得到答复."""
    timed = given.sentence.codes[given.end - 1 : given.end + 1] == "P#" and given.sentence.number(given.end).unit in TIME
    return given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at) if timed else given.end]


def _parted_behind(given: Given) -> tuple[Phrase, int]:
    """What is parted, behind the number, with where it ends; a word of doing before another is a thing here: 八成〔投诉〕得到答复."""
    phrase, end = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    at = given.at + 1 + given.right.startswith("U")
    thing = not phrase.chunks and re.match("U?X[PEVXA]", given.right)
    return (Phrase((given.sentence.chunks[at],), None), at + 1) if thing else (phrase, end)


def _free_of(given: Given, phrase: Phrase) -> str:
    """What the parted are free of, told behind them: 九成的小区实现〔零案件〕."""
    zero = given.sentence.codes[given.end : given.end + 1] == "#" and given.sentence.number(given.end).form == "zero"
    return given.sentence.chunks[given.end].text + phrase.text if zero and phrase.chunks else ""


def _measured(given: Given, phrase: Phrase, end: int) -> str:
    """What another number measures of the members of a group: 小区里,近四成的〔房龄超过30年〕."""
    if given.sentence.codes[given.end : given.end + 1] != "#" or re.search("[^EA]", given.sentence.codes[end : given.end]):
        return ""
    return phrase.text + "".join(c.text for c in given.sentence.chunks[end : given.end + 1])


_SAID_OF = seldom(r"[AE]*(?:[PVXE])")
_SOURCES = frozenset({"来自", "来源于", "源于", "出自", "来源"})
_LOCATING = frozenset({"在", "于", "发生在", "发生于", "集中在", "集中于"})
_BEING = frozenset({"是", "为", "属", "属于", "系"})
_OF_A_SORT = _SOURCES | _LOCATING | _BEING


_SETTLING = frozenset({"mediate", "handle", "solve", "rectify"})  # 九成的矛盾化解在村组: no sort of them


def _parted(given: Given) -> Phrase:
    """What is parted, before the number: 〔线索〕有一半来自群众, 〔受害人〕逾九成为女性."""
    end = given.at
    while end > given.start and given.sentence.chunks[end - 1].code in "AEP":
        end -= 1
    topic = phrases.topic_before(given.sentence.chunks, given.start, end)
    heads = [c for c in topic.chunks if c.code in "NHQ"]
    return Phrase(tuple(heads[-2:]) if topic.verb else topic.chunks, None)


_SUMMING = frozenset({"这些", "这样", "这类", "此类", "这几类", "等"})  # 漏水、停车、噪声〔这些“老三样”〕


def _sort(said: Sequence[Chunk], phrase: Phrase) -> str:
    """The sort that a part is of, by its place, its source or what it is: 发生在〔农村〕, 来自〔群众〕, 为〔女性〕."""
    at = next((i for i, c in enumerate(said) if c.text in _OF_A_SORT), None)
    if at is None or any(c.code not in "VXAE" or c.word.verb in _SETTLING for c in said[:at]):
        return ""
    source, rest = said[at].text in _SOURCES, list(takewhile(lambda c: c.text not in _SUMMING, said[at + 1 :]))
    listed = "XJ" if said[at].text in _BEING and any(c.code == "J" for c in rest) else ""
    harmed = "XVY" if rest and rest[-1].code in "XVY" and rest[0].code in "NH" else ""
    told = "".join(c.text for c in rest if c.code in f"NHYQGMO#{listed}{harmed}" or c.word.verb)
    gives = "提供" if source and phrase.text in {"线索", "案件线索"} else ""
    return told + gives if len(told) <= _LONG + 2 else ""
