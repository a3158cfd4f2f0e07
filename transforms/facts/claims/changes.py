"""Claims of change, and the levels that a change sets out from and leads to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk, Word, vocabulary
from transforms.facts.claims.comparisons import comparison_of, comparisons_in_turn
from transforms.facts.claims.lists import items_of
from transforms.facts.claims.model import LATER, Claim, Given
from transforms.facts.claims.shares import of_what
from transforms.facts.claims.topics import told_metric, topic_of
from transforms.facts.phrases import EMPTY, HAPPENINGS, Phrase
from transforms.facts.rules import MONEY, PERSONS, TIME, rule
from transforms.lexicon import words
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom
from transforms.records import Direction

_COMPARATIVE = frozenset(words("claim_words", "word", **{"class": "comparative"}))


_REACHED = frozenset(words("claim_words", "word", **{"class": "reached"}))
_IN_TURN = seldom(r"[JA,]?(?:[AEF]*[CT][uAEP]*)?")
CHANGED = re.compile(r"C[uAEP]*$")
_MORE_DONE = re.compile(r'C[VL]?[NHYQ"]*[uAE]*$')
_LED_TO = re.compile(r"(?:T[uAE]*|C[AP]*[PEX][A]*)(?:[DW]U)?$|CWU$")
_TURNED_TO = seldom(r"[VXY][PEA](?:[DW]U)?[uAE]*$")  # 整合为, 扩充至, 合并成: a level only behind the one that it set out from
_SET_OUT = re.compile(r"P[DWZNUBAXMHYVGO]*$")
_AGAINST = re.compile(r"(?:PD|B)U[A]*$")


@rule(
    "盗窃、诈骗警情环比分别减少16.5%、〔9%〕。",
    "火灾起数、受伤人数环比分别减少6.2%和〔8.4%〕。",
    "刑事立案、破案数同比分别下降9%、上升〔6%〕。",
    signs=frozenset({LATER}),
)
def distributed(given: Given) -> Claim | None:
    """The next member of a list whose numbers follow in the same order (A、B同比分别下降x、y), with its own verb or the last."""
    last = given.last
    if last is None or not last.items or not _IN_TURN.fullmatch(given.left) or given.start > last.at + 2:
        return None
    index = sum(1 for claim in given.earlier if claim.items is last.items)
    if index >= len(last.items):
        return None
    phrase = last.items[index]
    own = next((c for c in given.sentence.chunks[given.segment : given.at] if c.code in "CT"), None)
    direction = own.word.change if own else last.direction
    suffix = last.metric.removeprefix(last.phrase.text) if last.metric.endswith(("占比", "排名", "平均水平", "平均")) else ""
    return last._replace(at=given.at, phrase=phrase, metric=told_metric(given, phrase).removesuffix(suffix) + suffix, direction=direction)  # type: ignore[arg-type]


@rule("线索同比〔翻了一番〕。", "接警量与去年同期〔持平〕。", "缴毒量较2019年〔翻了两番〕。", "查处量比2019年翻了〔一倍多〕。")
def doubled_or_flat(given: Given) -> Claim | None:
    """A change that the number itself states: 翻一番, 持平."""
    flat = given.number.form == "flat"
    over = given.number.unit == "times" and _TURNED_OVER.search("".join(c.text for c in given.sentence.chunks[given.segment : given.at]))
    if not flat and not over and not given.sentence.chunks[given.at].text.startswith("翻"):
        return None
    end = given.at - len(re.search("[XVu]*$", given.left)[0]) if over else given.at  # type: ignore[index]
    phrase = topic_of(given, end)
    if given.last is not None and phrase.text in _COMING_ABOUT:
        phrase = given.last.phrase
    return Claim(given.at, "change", phrase, phrase.text, given.at, "flat" if flat else "up", comparison_of(given))


@rule("发案6284件(〔-13.9%〕)。", "立案912件(〔-8%〕)。", "事故44起(〔-16%〕)。")
def signed(given: Given) -> Claim | None:
    """A change in brackets, with its sign: (-13.9%)."""
    text = given.sentence.chunks[given.at].text
    if (given.sentence.codes[given.at - 1 : given.at] != "(" and not text.startswith(("-", "+", "−"))) or text[0] not in "-+−":
        return None
    phrase = given.last.phrase if given.last else EMPTY
    return Claim(given.at, "change", phrase, phrase.text, given.at, "up" if text[0] == "+" else "down", comparison_of(given))


_TURNED_OVER = seldom("翻了?$")
_COMING_ABOUT = frozenset({"实现", "呈现", "出现", "接近"})  # 破案率由三成提高到六成,实现翻番


def _by_so_much(given: Given, predicate: int, behind: Sequence[str]) -> bool:
    """Whether a number says by how much there is more or less of what stands right before: 警情少了〔四成〕, 住宅火警多了〔3起〕."""
    shared = given.number.unit in {"percent", "percentage_point", "ratio"} or not _NAMED_BEHIND.match(given.sentence.codes, given.at + 1)
    told = given.left[:predicate].rstrip("A")
    return shared and "了" in behind and (told == "V" or told[-1:] in set("NHRY"))


@rule(
    "刑事警情同比下降〔12.5%〕。",
    "较上年少〔80起〕。",
    "办理量同比增加〔2765件〕。",
    "群众损失比降〔21.3%〕。",
    "夜间警情少了〔三成〕。",
    "住宅火警多了〔3起〕,厂房火警少了14起。",
    "违法警情86起\n同比 ↓ 〔14.7%〕",
    "平均时长3.6天,比改革前快了〔11天〕。",
    signs=frozenset("C"),
)
def change(given: Given) -> Claim | None:
    """A difference from another period: a verb of change right before the number."""
    match = CHANGED.search(given.left)
    if match is None:
        return None
    predicate = given.segment + match.start()
    words = [c.text for c in given.sentence.chunks[predicate + 1 : given.at]]
    verb = given.sentence.chunks[predicate]
    if given.number.unit in {"a", "month"} and given.sentence.chunks[predicate - 1].text in _ON_AND_ON:
        return None
    against = re.search("[BD]", given.sentence.codes[given.start : predicate]) or any(
        c.text.startswith(("较", "比")) for c in given.sentence.chunks[given.start : predicate]
    )
    if verb.text in _COMPARATIVE and not (against or _by_so_much(given, match.start(), words)):
        return None
    if (any(word in _REACHED for word in words) and not verb.text.endswith(("幅", "幅度"))) or _is_added(given, verb):
        return None
    items = items_of(given, predicate)
    phrase = items[0] if items else _changing(given, predicate)
    direction: Direction = "down" if _is_sooner(given, verb) else verb.word.change  # type: ignore[assignment]
    moved = given.number.unit == "rank" and given.last is not None and given.last.kind == "rank"
    metric = given.last.metric if given.last and moved else told_metric(given, phrase)
    metric = f"{metric.removesuffix('得分')}排名" if given.number.unit == "rank" and not metric.endswith("排名") else metric
    baselines = comparisons_in_turn(given)
    return Claim(given.at, "change", phrase, metric, predicate, direction, baselines[0] if baselines else comparison_of(given), items=items)


_ON_AND_ON = frozenset({"连续", "持续", "一直", "逐年"})  # 警情连续下降〔8年〕: how long, not by how much


@rule(
    "刑事警情同比下降12%,其中抢夺警情降幅最大,为〔71%〕。",
    "毒品消耗量较2020年下降64.5%,海洛因降幅最大,为71%,冰毒次之,为〔66.2%〕。",
    "各类诈骗中,虚假购物增长最快,达〔38%〕。",
    units=frozenset({"percent", "ratio", "times", "percentage_point"}),
    signs=frozenset("EA"),
)
def by_most(given: Given) -> Claim | None:
    """By how much that changed which changed most, or next to it: 降幅最大,为71%,冰毒次之,为66.2%."""
    if not _IS.fullmatch(given.left) or given.start < 2:
        return None
    begin, end = given.sentence.clause_start(given.start - 1), given.start - 1
    before = given.sentence.chunks[begin:end]
    most = _MOST.search("".join(c.text for c in before))
    next_one = most is not None and most["next"] is not None
    verb = next((i for i in range(begin, end) if given.sentence.codes[i] == "C"), end)
    if most is None or (next_one and (given.last is None or given.last.kind != "change")) or (not next_one and verb == end):
        return None
    direction = given.last.direction if next_one and given.last else given.sentence.chunks[verb].word.change
    named = next((i for i in range(begin, end) if "".join(c.text for c in given.sentence.chunks[i:end]).startswith(most[0])), end)
    phrase = phrases.topic_before(given.sentence.chunks, begin, min(verb, named))
    return Claim(given.at, "change", phrase, phrase.text, given.at, direction, comparison_of(given))  # type: ignore[arg-type]


_IS = seldom("[EA]*")
_MOST = seldom("(?:最[大高多快小低]|居首|最为?明显|(?P<next>次之|其次|紧随其后|居次))$")


def _is_sooner(given: Given, verb: Chunk) -> bool:
    """Whether a word of more says that a time is less: 用时3.6天,比改革前快了〔11天〕, 快了近〔一半〕."""
    last = given.last
    timed = given.number.unit in TIME or (last is not None and given.sentence.number(last.at).unit in TIME)
    return timed and verb.text in _SOONER


_SOONER = frozenset({"快了", "加快", "提速"})


def _is_added(given: Given, verb: Chunk) -> bool:
    """Whether things named behind their number have come to be, and nothing is said to have changed: 增加了〔30名〕警力."""
    if not given.number.classifier or not verb.text.startswith("增") or comparison_of(given) != "unstated":
        return False
    return _NAMED_BEHIND.match(given.sentence.codes, given.at + 1) is not None


_NAMED_BEHIND = seldom("(?:[LVXE][NHAX]{1,3}U)?[NHYQO]")


def _changing(given: Given, predicate: int) -> Phrase:
    """What changes: the topic of the predicate, else what the sentence before counted last (破获案件〔320起〕。同比上升12%)."""
    topic, before = _topic(given, predicate), given.sentence.before
    return topic if topic.chunks or given.earlier or not before else before[-1].phrase


@rule(
    "打掉团伙36个,同比多打掉〔8个〕。",
    "较上年同期多破获电诈案件〔120起〕。",
    "比去年少开展演练〔6次〕。",
    "法官人均结案331件,比上年多结〔46件〕。",
    "亩产1120斤,比去年多打〔60斤〕。",
    "32个村无刑事案件,较上年新增〔7个〕。",
    units=frozenset({"count", "kg", "t", "km", "mu", "m2"}) | MONEY,
    signs=frozenset("CXV"),
)
def more_done(given: Given) -> Claim | None:
    """How much more or less was done than before: 同比多打掉8个; its object may be told with the number before it."""
    match = _MORE_DONE.search(given.left)
    if match is None or given.sentence.chunks[given.segment + match.start()].text[0] not in "多少":
        return _more_of_it(given)
    predicate = given.segment + match.start()
    more, *does = given.sentence.chunks[predicate : given.at]
    known = vocabulary().get(more.text[1:])
    does = [more._replace(text=more.text[1:], code=known.code, word=known), *does] if known else does
    comparison = comparison_of(given)
    if not does or does[0].code not in "VL" or comparison == "unstated":
        return None
    if len(does) == 1 and (of_it := _more_of_it(given)):
        return of_it
    told = (c.phrase for c in reversed(given.earlier) if c.phrase.verb is not None and _same_deed(c.phrase.verb, does[0]))
    own = phrases.counted_before(does, 0, len(does))
    phrase = own if len(own.chunks) > 1 or does[0].code == "L" else next(told, own)
    return Claim(given.at, "change", phrase, phrase.text, predicate, more.word.change, comparison)  # type: ignore[arg-type]


@rule(
    "新平台减少群众跑动次数〔53%〕。",
    "派出所压缩办证时限约〔四成〕,精简材料35%。",
    "预约服务平均缩短等候时间〔26%〕。",
    units=frozenset({"percent", "percentage_point", "ratio"}),
    signs=frozenset("C"),
)
def lessened(given: Given) -> Claim | None:
    """By how much somebody made something more or less: the verb of change, its object, the number (减少跑动次数〔53%〕)."""
    match = _LESSENED.search(given.left)
    at = given.segment + match.start("verb") if match else given.at
    if match is None or given.sentence.chunks[at].text in _COMPARATIVE or given.sentence.chunks[at].text[0] not in _MAKING:
        return None
    before = given.sentence.chunks[at - 1] if at > given.segment else None
    if before is not None and (before.code not in "ADBWPJZuNHOG" or before.word.noun in _CHANGING_ITSELF):
        return None
    phrase = phrases.topic_before(given.sentence.chunks, at + 1, given.at)
    direction: Direction = given.sentence.chunks[at].word.change  # type: ignore[assignment]
    return Claim(given.at, "change", phrase, phrase.text, at, direction, comparison_of(given)) if phrase.chunks else None


_LESSENED = seldom(r"(?P<verb>C)u?[NHYQXVR]*[NHR][uA]*$")
_CHANGING_ITSELF = HAPPENINGS | {"rate", "money", "casualty", "violation"}
_MAKING = "减降压缩精提增节"


def _more_of_it(given: Given) -> Claim | None:
    """How much more or less than before there was of what was counted right before, by a bare verb (多结46件, 少接报904起)."""
    last, right_before = given.last, given.right_before
    if right_before is not None and right_before.text == "新增":
        alike = (c for c in reversed(given.earlier) if given.sentence.number(c.at).classifier == given.number.classifier)
        last = next(alike, last) if given.number.classifier else last
    elif last is not None and last.at < given.sentence.clause_start(max(given.start - 1, 0)):
        return None
    if last is None or right_before is None or last.kind != "level":
        return None
    chunks = given.sentence.chunks
    verb = right_before if _MORE_VERB.fullmatch(right_before.text) else None
    at = next((i for i in range(given.segment, given.at) if chunks[i].code == "C" and chunks[i].text in {"多", "少"}), given.at)
    verb = verb or (chunks[at] if at + 1 < given.at and chunks[at + 1] is right_before and right_before.code in "VLXY" else None)
    number = given.sentence.number(last.at)
    same = (number.unit, number.classifier) == (given.number.unit, given.number.classifier)
    comparison = comparison_of(given) if verb is not None and same else "unstated"
    if verb is None or comparison == "unstated":
        return None
    return Claim(given.at, "change", last.phrase, last.metric, given.at, "down" if verb.text[0] == "少" else "up", comparison)


_MORE_VERB = seldom("[多少][一-鿿]|新增")


def _same_deed(one: Chunk, other: Chunk) -> bool:
    """Whether two verbs tell of the same deed: 缉捕 and 抓."""
    return one.text == other.text or (one.word.verb == other.word.verb and one.word.verb in {"catch", "solve", "mediate", "seize"})


@rule(
    "案件降至〔41起〕。",
    "满意率由92.4%升至〔95.1%〕。",
    "化解率提高到〔98%〕。",
    "警务室由96个整合为〔58个〕。",
    signs=frozenset({"C", "T", LATER}),
)
def reached(given: Given) -> Claim | None:
    """A level that a change led to: 升至, 降到, 提高到."""
    match = _LED_TO.search(given.left) or _turned_to(given)
    if match is None:
        return None
    predicate = given.segment + match.start()
    tail = [c.text for c in given.sentence.chunks[predicate + 1 : given.at]]
    if given.sentence.codes[predicate] == "C" and not any(word in _REACHED or word.startswith("到") for word in tail):
        return None
    pair = _set_out_from(given)
    items = items_of(given, predicate) if pair is None else (*pair.items,)
    phrase = items[0] if items else pair.phrase if pair else _topic(given, predicate)
    return Claim(given.at, "level", phrase, phrase.text, predicate, items=items)


def _set_out_from(given: Given) -> Claim | None:
    """The level that a change set out from, before the number of people in it, where those are told as well (由3支120人发展到42支)."""
    *before, last = given.earlier or (None,)
    if last is not None and last.rule == "counted_again" and before:
        last = before[-1]
    return last if last is not None and last.earlier else None


def _topic(given: Given, predicate: int) -> Phrase:
    """What a predicate is about, a bare rate with the cases that it is of: 破获〔诈骗案件〕86起,破案率提高到68%."""
    topic = topic_of(given, predicate)
    bare = topic.chunks[:1] and topic.chunks[0].code == "R" and topic.chunks[0] in given.sentence.chunks[given.segment : predicate]
    return of_what(given, topic) if bare and _counts_cases(given) else topic


def _counts_cases(given: Given) -> bool:
    """Whether the number before, not parted from this one by a semicolon, counts cases or disputes."""
    last = given.last
    if last is None or not last.phrase.nouns or last.phrase.nouns[-1].word.noun not in HAPPENINGS:
        return False
    return not any(c.text in {";", "；"} for c in given.sentence.chunks[last.at : given.at])


def _turned_to(given: Given) -> re.Match[str] | None:
    """A verb that we know no change by, where a level was departed from right before it."""
    departed_from = given.last is not None and given.last.earlier and given.last.at == given.segment - 1
    match = _TURNED_TO.search(given.left) if departed_from else None
    to = given.sentence.chunks[given.segment + match.start() + 1].text if match else ""
    return match if to in _REACHED else None


@rule(
    "满意率由〔92.4%〕升至95.1%。",
    "案件从去年同期的〔96起〕降到41起。",
    "巡防队从〔二十几人〕发展到现在的600多人。",
    "其中入室盗窃〔31起〕变为4起。",
    "发案数由1月的〔86起〕一路降至6月的31起。",
    "满意度从2020年的〔91.3%〕逐年攀升,2021年93.6%。",
    "不捕率、不诉率由2020年的〔23.1%〕和12.4%分别上升至41.6%、28.9%。",
    signs=frozenset("PNHRYV"),
)
def departed(given: Given) -> Claim | None:
    """The level that a change set out from: 由 … 升至."""
    match = _SET_OUT.search(given.left)
    if match is None and _is_turned(given):
        phrase = topic_of(given, given.at)
        return Claim(given.at, "level", phrase, phrase.text, given.at, earlier=True) if phrase.chunks else None
    if match is None or given.sentence.chunks[given.segment + match.start()].text not in {"由", "从"}:
        return None
    rest = given.sentence.codes[given.at + 1 : given.sentence.clause_end(given.at) + 3]
    if not re.match(r"[,UNJAXM]*(?:T|C[PEXW])|A*CA?[,.]|(?:JA?)?#A*(?:T|C[PE])", rest) and not _turns_to(given) and not _is_cleared(given):
        return None
    if _goes_elsewhere(given):
        return None
    predicate = given.segment + match.start()
    items = items_of(given, predicate)
    team = None if given.number.classifier in _OF_TEAMS else _team_before(given, predicate)
    phrase = items[0] if items else team or _topic(given, predicate)
    return Claim(given.at, "level", phrase, phrase.text, predicate, earlier=True, items=items)


def _is_turned(given: Given) -> bool:
    """Whether a number is right before what it turned to, of the same kind: 31起〔变为〕4起, 86起〔降至〕12起."""
    turned = _TURNED.match(given.sentence.codes, given.at + 1)
    if turned is None or not given.left or given.left[-1] not in "NHRYV":
        return False
    to = given.sentence.number(turned.end() - 1)
    return (to.unit, to.classifier) == (given.number.unit, given.number.classifier)


_TURNED = seldom("TA?#")


def _is_cleared(given: Given) -> bool:
    """Whether what is left right behind a number is nothing: 由1680处〔清零〕."""
    behind = given.sentence.codes.find("#", given.at + 1, given.at + 3)
    return behind > 0 and given.sentence.number(behind).form == "zero"


def _goes_elsewhere(given: Given) -> bool:
    """Whether people are taken from one place and brought to others, which are counted as well: 从机关抽调〔86名〕民警充实到13个车站."""
    to = next((i for i in range(given.at + 1, given.sentence.clause_end(given.at)) if given.sentence.codes[i] == "#"), None)
    if to is None or given.sentence.number(to).unit != "count" or given.number.classifier not in PERSONS:
        return False
    taken = any(c.code in "VX" and c.text != "原来" for c in given.sentence.chunks[given.segment : given.at])
    return taken and given.sentence.number(to).classifier not in PERSONS


_OF_TEAMS = frozenset({"支", "队", "组", "家"})  # 由3支120人发展到42支: those are teams


def _turns_to(given: Given) -> bool:
    """Whether a verb that we know no change by leads on to another number: 由96个〔整合为〕58个."""
    found = _TURNS_TO.match(given.sentence.codes, given.at + 1)
    return found is not None and given.sentence.chunks[found.start("to")].text in _REACHED


_TURNS_TO = seldom("[HN]?[AX]?[VXY](?P<to>[PEA])[uAE]*(?:[DW]U)?#")
_TEAM = seldom("(?:队|队伍|义警|志愿者|协会|联盟|团队)$")


def _team_before(given: Given, predicate: int) -> Phrase | None:
    """The team that people are counted of, named last before: 这支队伍从〔十几人〕发展到900人."""
    chunks = given.sentence.chunks
    grows = any(c.text.startswith(_GROWING) for c in chunks[given.at + 1 : given.sentence.clause_end(given.at)])
    at = next((i for i in range(predicate - 1, -1, -1) if _TEAM.search(chunks[i].text)), None) if grows else None
    if at is None:
        return None
    quoted = next((i for i in range(at - 2, max(at - _NAMED, -1), -1) if chunks[i].code == '"'), at) if chunks[at - 1].code == '"' else at
    first = quoted if quoted < at else at - (at > 0 and chunks[at - 1].code in "NHQXV")
    named = phrases.trimmed(chunks[first : at + 1])
    return Phrase((*named, chunks[at]._replace(code="H", text="人数", word=_STAFF)), None)


_NAMED = 6  # chunks of a name in quotation marks
_GROWING = ("发展", "壮大", "扩充", "扩大")
_STAFF = Word("H", noun="staff")


@rule(
    "案件86起,比去年同期的〔121起〕少。",
    "平均出警时间5分钟,比上年的〔9分钟〕快了近一半。",
    "满意率97%,较2019年的〔91.5%〕高。",
    signs=frozenset({LATER}),
)
def compared(given: Given) -> Claim | None:
    """The level that the number before it is compared with: 比去年同期的9.8分钟."""
    last = given.last
    if last is None or not _AGAINST.search(given.left) or _kind_of(given.sentence.number(last.at)) != _kind_of(given.number):
        return None
    return Claim(given.at, "level", last.phrase, last.metric, given.at, earlier=True)


def _kind_of(number: NumberHit) -> str | None:
    """What a number measures: money of any currency is money, since only the first may name it (新台币2亿元,比前年的3亿元)."""
    return "money" if re.fullmatch("[A-Z]{3,4}", number.unit or "") else number.unit
