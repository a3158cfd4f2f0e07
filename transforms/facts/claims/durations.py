"""Claims of how long something takes or lasts."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.results import result_of
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import TIME, rule
from transforms.lexicon import table, words
from transforms.patterns import seldom

_SAID = {row["word"]: row["said"] for row in table("durations") if row["said"] and row["class"] not in {"sentence", "at_a_stretch"}}
_QUARREL, _UNSPOKEN, _STATE, _TAKES, _EFFORT, _PALE = (
    frozenset(words("durations", "word", **{"class": name})) for name in ("quarrel", "unspoken", "state", "takes", "effort", "pale")
)
_SPENT = _TAKES | _EFFORT
_STAFF = frozenset({"staff", "people", "population", "unit"})


@rule(
    "民警〔5分钟〕赶到现场。",
    "拨打110,〔3分钟〕后,巡逻车就停在门口。",
    "老人求助,〔10分钟〕后网格员敲响了房门。",
    "羊倌按响警铃,〔4分钟〕后村民围了上来。",
    units=frozenset({"s", "min", "h"}),
)
def arrived(given: Given) -> Claim | None:
    """How long help took to come, by who came; after a call also where it only turns up: 3分钟后,巡逻车就停在门口."""
    chunks = given.sentence.chunks
    behind = _clause_behind(given)
    called = any(c.text in _CALLS for c in chunks[: given.at])
    came = (_TURNED_UP if called else _CAME).search("".join(c.text for c in behind))
    if came is None:
        return None
    average = _averaged(given)
    if on_way := _on_the_way(given):
        return Claim(given.at, "level", EMPTY, on_way, given.at)
    area = given.right_before
    if area is not None and area.text in _AREAS:
        return Claim(given.at, "level", EMPTY, f"{area.text}赶到现场用时", given.at)
    who = "" if average else comer([c for c in behind if c.end <= behind[0].start + came.start()]) or comer(chunks[: given.at])
    return Claim(given.at, "level", EMPTY, f"{average}到场用时" if average else f"{who}到达现场用时", given.at)


def _on_the_way(given: Given) -> str:
    """What somebody did for so long before they came: 抢修车〔绕行〕2小时后才赶到."""
    way = given.right_before
    return comer(given.sentence.chunks[: given.at]) + way.text + "时间" if way is not None and way.text in _WAYS else ""


_WAYS = frozenset({"绕路", "绕行", "步行", "骑行", "跋涉", "颠簸", "驱车", "开车", "骑车", "奔波"})
_CALLS = frozenset(
    {"报警", "接警", "接报", "接单", "拨打", "求助", "报案", "110", "119", "120", "来电", "电话"}
    | {"指令", "警铃", "铃", "上报", "平台", "小程序", "报警电话", "呼叫", "微信群", "群里", "喊话"}
)
_CAME = seldom(r"赶[到来抵]|到[达场](?!率)|飞抵|抵达|就到了?$")
_TURNED_UP = seldom(rf"停[在到]|就到|到了(?!案)|敲[响开]|出现在|[开冲跑]到|开进|驶[入到进]|围了?[过上]来|上门(?!服务)|{_CAME.pattern}")
_AREAS = frozenset(words("durations", "word", **{"class": "area"}))
_COMER = seldom(r".*(?:.[警员队组车艇]|[警兵]力|力量|干部|医生|[户组格寨楼]长)$")


def comer(chunks: Sequence[Chunk]) -> str:
    """Who came or was on the way: the last of the chunks that names such people."""
    at = next((i for i in range(len(chunks) - 1, -1, -1) if chunks[i].code in "NH" and _COMER.match(chunks[i].text)), None)
    if at is None:
        return ""
    sort = chunks[at - 1].text if at and chunks[at].text in _COMERS and chunks[at - 1].code in "NXVYH" else ""
    return sort + chunks[at].text


_COMERS = frozenset({"人员", "队员", "力量", "小队", "分队"})


def _averaged(given: Given) -> str:
    """The topic that a time is the average of, with that word: 街面警情平均〔4分52秒〕到场."""
    chunks = given.sentence.chunks[given.segment : given.at]
    at = next((i for i, c in enumerate(chunks) if c.text in {"平均", "均"}), None)
    return "" if not at else phrases.topic_before(chunks, 0, at).text + "平均"


def _clause_behind(given: Given) -> tuple[Chunk, ...]:
    """What is told behind a time: the rest of its clause, else the next one (短短15分钟,〔窗口民警办结三项业务〕)."""
    rest = _rest(given)
    return rest if any(c.code in "NHRYQVXC" and c.text not in _WITHIN for c in rest) else _next_clause(given)


def _rest(given: Given) -> tuple[Chunk, ...]:
    """The rest of the clause of a time, as far as the next member of a list."""
    end = given.sentence.clause_end(given.at)
    listed = given.at + 1 if _is_listed(given) else given.sentence.codes.find("J#", given.at, end)
    return tuple(given.sentence.chunks[given.at + 1 : end if listed < 0 else listed])


def _is_listed(given: Given) -> bool:
    """Whether a time ends its member of a list: 巡逻累计〔300天〕、飞行2000小时."""
    return given.right.startswith("J")


def _next_clause(given: Given) -> tuple[Chunk, ...]:
    start = given.sentence.clause_end(given.at) + 1
    return tuple(given.sentence.chunks[start : given.sentence.clause_end(start)]) if start < len(given.sentence.codes) else ()


_WITHIN = frozenset({"时间", "内", "后", "里", "之内", "之后", "以内"})


@rule("法院判处被告人有期徒刑〔三年〕。", "两人被判处拘役〔5个月〕。", "判处周某等9人〔六个月〕有期徒刑。", units=TIME)
def sentenced(given: Given) -> Claim | None:
    """How long a sentence is, in the words of no person's name."""
    chunks = given.sentence.chunks
    ranges = given.left == "J" or (given.left == "P" and chunks[given.at - 1].text == "至")
    if ranges and given.last is not None and given.last.rule == "sentenced":
        return given.last._replace(at=given.at)
    before = "".join([c.text for c in chunks[given.segment : given.at] if c.code not in "uA"][-2:])
    judged = any(c.text.startswith(("判", "处")) for c in chunks[given.sentence.clause_start(given.at) : given.at])
    behind = (
        next((c.text for c in chunks[given.at + 1 : given.sentence.clause_end(given.at)] if c.text in _SENTENCES), "") if judged else ""
    )
    told = next((said for word, said in _SENTENCES.items() if before.endswith(word)), None) or _SENTENCES.get(behind)
    return Claim(given.at, "level", EMPTY, told, given.at) if told else None


_SENTENCES = {row["word"]: row["said"] for row in table("durations") if row["class"] == "sentence"}


@rule("两家为一条水渠吵了〔六年〕。", "这桩积怨已有〔12年〕。", "父子俩因宅基地〔两年〕不说话。", units=TIME)
def quarrelled(given: Given) -> Claim | None:
    """How long people have been at odds, by what about: 为漏水吵了两年."""
    chunks = given.sentence.chunks
    ahead, behind = chunks[given.segment : given.at], chunks[given.at + 1 : given.end]
    at = next((i for i in range(len(ahead) - 1, -1, -1) if ahead[i].text in _QUARREL), None)
    unspoken = next((c.text for c in behind if c.text in _UNSPOKEN), None) if any(c.text in _NOT for c in behind) else None
    if (at is None and unspoken is None) or any(c.code in "VX" and c.text != "已有" for c in ahead[(at or 0) + 1 :] if at is not None):
        return None
    about = _cause(ahead[:at])
    return Claim(given.at, "level", EMPTY, f"{about}{_SAID[unspoken or ahead[at or 0].text]}持续时间", given.at)


_NOT = frozenset({"不", "没", "没有", "未", "互不", "没怎么"})


def _cause(chunks: Sequence[Chunk]) -> str:
    """What people quarrel about: the last noun before the verb, with what stands right before it (为一条〔排水沟〕)."""
    run = [c for c in phrases.topic_before(chunks, 0, len(chunks)).chunks if c.code in "NHQX"]
    told = [c.text for c in run if len(c.text) > 1 and c.word.noun not in _STAFF][-2:]
    return "".join(told) if len("".join(told)) <= 6 else "".join(told[-1:])


@rule("警务站〔24小时〕值守。", "大厅〔24小时〕不打烊。", "反诈中心实行〔24小时〕轮值。", units=frozenset({"h"}))
def served(given: Given) -> Claim | None:
    """How long a day somebody is there to serve: 24小时值守."""
    act = tuple(c for c in _act_behind(given) if c.text not in _UNCEASING)
    if given.number.value != 24 or given.number.bound != "exact" or re.match("A*[,.]|AU", given.right) or given.right.startswith("A后"):
        return None
    text = "".join(dict.fromkeys(_SAID.get(c.text, c.text) for c in act if c.code not in "JC"))[-16:]
    return Claim(given.at, "level", Phrase(act, None), f"{_served(given)}每天{text or '服务'}时间", given.at)


_UNCEASING = frozenset({"间断", "不间断", "不歇", "不停", "不停歇", "不断", "全天候", "歇", "停"})


def _served(given: Given) -> str:
    """Who or what is there all day: the noun before the number, where it is short."""
    topic = phrases.topic_before(given.sentence.chunks, given.segment, given.at)
    run = [c for c in topic.chunks if c.code in "NHQ"]
    return "".join(c.text for c in run) if len("".join(c.text for c in run)) <= 6 else "".join(c.text for c in run[-1:])


@rule(
    "命案全破的纪录已保持〔6年〕。",
    "刑事警情连续〔三年〕下降。",
    "小区已连续〔200天〕没有发生盗窃案。",
    "民事收案持续增长〔15年〕后首次回落。",
    units=TIME,
)
def kept_up(given: Given) -> Claim | None:
    """How long a state lasts: 纪录已保持6年, 连续三年下降."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.at - 1, given.segment - 1, -1) if chunks[i].text in _KEPT_UP), None)
    if (
        at is None
        or chunks[given.at - 1].text == "为期"
        or (chunks[at].text.startswith("连") and any(c.code in "VX" for c in chunks[at + 1 : given.at]))
    ):
        return None
    verb, topic = _SAID.get(chunks[at].text, chunks[at].text), topic_of(given, at)
    if given.right.startswith("U"):
        return Claim(given.at, "level", topic, _kept_doing(given) or f"{_lived(given, at, verb)}{_held(given)}{verb}时间", given.at)
    between = next((c.text for c in chunks[at + 1 : given.at] if c.code == "C"), "")  # 连续下降〔8年〕
    behind = between or _nothing_behind(given) or _predicate_behind(given)
    if chunks[at].text in _AWAY_THEMSELVES:  # 抓获潜逃〔18年〕逃犯, 王某潜逃境外〔8年〕
        return Claim(given.at, "level", topic, f"{verb}时间", given.at)
    extent = _EXTENTS.get(given.number.unit or "", "时间") if verb.startswith("连") and behind + verb[1:] else "时间"
    return Claim(given.at, "level", topic, f"{_lived(given, at, verb) or _about(given, at, topic, behind)}{verb}{behind}{extent}", given.at)


_AWAY_THEMSELVES = frozenset({"潜逃", "在逃", "外逃", "逃亡", "潜藏", "隐姓埋名", "藏匿"})


def _about(given: Given, verb: int, topic: Phrase, behind: str) -> str:
    """What a state is that of; where its clause does not say, what was counted before, as far as that can change, go on or be ranked."""
    if given.sentence.chunks[verb].text in _CAREERS and not any(c.code == "R" for c in topic.chunks):
        return "".join(c.text for c in itertools.dropwhile(lambda c: c.text != "从事", topic.chunks))
    if given.last is None or topic is not given.last.phrase or not behind:
        return topic.text
    own = phrases.topic_before(given.sentence.chunks, given.start, verb).text
    trend = any(c.code == "C" or c.text in _GOING_ON for c in given.sentence.chunks[given.at + 1 : given.end])
    return own or ("".join(c.text for c in topic.nouns) if trend else "")


_CAREERS = frozenset({"工作", "扎根", "从警", "从事", "从业", "坚守"})  # whoever has been at it
_GOING_ON = frozenset({"全破", *words("claim_words", "word", **{"class": "ranking"})})


def _lived(given: Given, verb: int, said: str) -> str:
    """The place where somebody has lived so long: 在〔老街〕住了40年."""
    chunks = given.sentence.chunks[given.segment : verb]
    at = next((i for i, c in enumerate(chunks) if c.text == "在"), None) if said == "居住" else None
    return "在" + "".join(c.text for c in chunks[at + 1 :] if c.code in "NHGO") if at is not None else ""


_KEPT_UP = frozenset(words("claim_words", "word", **{"class": "keeping"}))
_EXTENTS = {"a": "年数", "d": "天数"}


def _predicate_behind(given: Given) -> str:
    """What is so for so long: 连续三年〔下降〕, 连续200天〔没有发生盗窃案〕."""
    rest = given.sentence.chunks[given.at + 1 : given.end]
    if rest and rest[0].text in _WITHIN:
        return ""
    return "".join(c.text for c in rest if (c.code in "NHRYQVXLCEG" or c.text in _NOT | {"无"}) and c.text not in _PALE)[:14]


def _held(given: Given) -> str:
    """What has lasted so long, named behind it: 持续了7年的〔土地纠纷〕."""
    phrase, end = phrases.after(given.sentence.chunks, given.at + 2, given.end)
    about = given.sentence.chunks[end].text if end < given.end and given.sentence.chunks[end].word.noun == "dispute" else ""
    return phrase.text + about


def _kept_doing(given: Given) -> str:
    """What is done for so long, where a verb alone tells it: 长达六小时的〔审理〕."""
    act = re.fullmatch("UA*[VXY]", given.right)
    return f"{given.sentence.chunks[given.end - 1].text}时间" if act else ""


def _nothing_behind(given: Given) -> str:
    """What has not happened for so long, where a zero says it: 连续6个月〔没有发生一起盗窃案〕."""
    chunks, at = given.sentence.chunks, given.end
    if given.sentence.codes[at : at + 1] != "#" or given.sentence.number(at).form != "zero":
        return ""
    ahead = _predicate_behind(given)
    kinds = "".join(c.text for c in chunks[at + 1 : given.sentence.clause_end(at)] if c.code in "NHYQ" and c.text not in _PALE)
    return f"{ahead}无{kinds}" if kinds else f"{ahead}{chunks[at].text}"


@rule("从接警到抓获仅用了〔40分钟〕。", "报警后仅〔7分钟〕,资金就被冻结。", "案发〔36小时〕后,嫌疑人落网。", units=TIME)
def spanned(given: Given) -> Claim | None:
    """How long it was from one thing to another: 从接警到抓获只用了40分钟, 报警后7分钟资金就被冻结."""
    span = _from_to(given)
    began = _began(given)
    done = result_of(_clause_behind(given)) if began and not span and not _not_yet(given) else ""
    if not span and not done:
        return None
    return Claim(given.at, "level", EMPTY, f"{span or f'{began}到{done}'}用时", given.at)


_FROM_TO = re.compile(r"(?:从|自)([^,，。从]{2,8}?)[到至]([^,，。]{2,10})$")
_BEFORE_TIME = re.compile(r"[,，]?(?:一共|总共|前后|全程|整个过程|民警|一?[共仅只才]|不过|用时|历时|耗时|[用花]了?|就)*$")
_BEGAN = re.compile(
    r"(汇款|转账|起火|落水|走失|失踪|报警|接警|案发|发案|接单|预警|报案|接报|受理|立案|接案)(?:之?后)?(?:仅仅?|不到|短短|只用了?|仅用了?|用了)?$"
)


def _from_to(given: Given) -> str:
    """The two ends of a time that stand before it: 从〔接警〕到〔抓获〕."""
    chunks = given.sentence.chunks
    clause = chunks[given.sentence.clause_start(max(given.start - 1, 0)) : given.at]
    found = _FROM_TO.search(_BEFORE_TIME.sub("", "".join(c.text for c in clause)))
    return f"{found[1]}到{found[2]}" if found and not found[2].endswith("这") else ""


def _began(given: Given) -> str:
    """What a time is counted from, right before it: 〔报警〕后仅7分钟."""
    found = _BEGAN.search("".join(c.text for c in given.sentence.chunks[given.segment : given.at]))
    return found[1] if found else ""


@rule("平均办结时间〔3天〕。", "仅用〔12天〕就补齐证据链。", "道路封闭〔5小时〕后恢复通行。", units=TIME)
def lasting(given: Given) -> Claim | None:
    """How long something takes or lasts."""
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if not given.right.strip("AE") and (nothing := _nothing_behind(given)):
        return Claim(given.at, "level", EMPTY, nothing + _EXTENTS.get(given.number.unit or "", "时间"), given.at)
    if named.chunks and named.chunks[-1].word.noun == "time" and not _is_bare(named):
        named = phrases.topic_before(given.sentence.chunks, given.segment, given.at)
        often = _often(given)
        return Claim(given.at, "level", named, often + _in_all(given, named) + named.text.removeprefix(often), given.at)
    timed = next((claim for claim in given.earlier if given.sentence.number(claim.at).unit in TIME), None)
    each = "".join(c.text for c in given.sentence.chunks[given.segment : given.at] if c.code != "E")
    if each in phrases.PER_UNIT and timed and not _act_behind(given):
        return Claim(given.at, "level", timed.phrase, each + timed.metric, given.at)
    if average := _average_of_counted(given, named):
        return Claim(given.at, "level", named, average, given.at)
    extreme = next((c.text for c in given.sentence.chunks[given.segment : given.at] if c.text in _EXTREMES), None)
    if extreme and timed:
        return Claim(given.at, "level", timed.phrase, extreme + _EXTREME.sub("", timed.metric), given.at)
    phrase, text = _not_yet(given) or _since(given) or _investigated(given) or _aged(given) or _taken(given, named)
    often = _often(given)
    return Claim(given.at, "level", phrase, often + text.removeprefix(often).replace("用时", "时间") if often else text, given.at)


def _average_of_counted(given: Given, named: Phrase) -> str:
    """The average time of what was counted before: 化解纠纷226件,〔平均用时〕2.5天."""
    last = given.last
    if named.text not in _AVERAGE_TIMES or last is None or last.kind != "level" or last.phrase.verb is None or not last.phrase.nouns:
        return ""
    return f"{''.join(c.text for c in last.phrase.nouns)}平均{last.phrase.verb.text}用时"


_AVERAGE_TIMES = frozenset({"平均用时", "平均耗时", "平均时间", "平均时长", "平均"})


def _often(given: Given) -> str:
    """How often it is done, told before a time: 〔每周〕至少三天."""
    return next((c.text for c in given.sentence.chunks[given.segment : given.at] if c.text in _OFTEN), "")


_OFTEN = frozenset({"每天", "每日", "每周", "每月", "每年", "每季度", "每个月"})


def _in_all(given: Given, named: Phrase) -> str:
    """What stands before a 总 that a time has before its name: 〔服务总〕时长."""
    chunks = given.sentence.chunks
    ahead = [c for c in chunks[given.segment : given.at] if c.end <= named.chunks[0].start]
    total = ahead[-1:] and ahead[-1].text == "总"
    return phrases.topic_before(ahead, 0, len(ahead) - 1).text + "总" if total else ""


_EXTREMES = frozenset({"最快", "最短", "最慢", "最长"})
_EXTREME = seldom("^最[快短慢长]")


def _is_bare(named: Phrase) -> bool:
    """Whether nothing says what a time is of: 用时, 民警用时."""
    return named.chunks[-1].text in _TAKES and all(c.word.noun in _STAFF or c.text in _TAKES for c in named.chunks)


def _taken(given: Given, named: Phrase) -> tuple[Phrase, str]:
    """What takes a time: the verb before the number, else what is done behind it, else what the clauses beside it tell."""
    if stretch := _at_a_stretch(given) or _term(given) or _going_on(given):
        return EMPTY, stretch
    verb, behind = _verb_before(given), _rest(given)
    if verb is not None and (not _DONE_BEHIND.match(given.right) or given.left.endswith("u") or verb.text.endswith(tuple(_STATE))):
        told = named if named.chunks != (verb,) else phrases.topic_before(given.sentence.chunks, given.segment, _before(given, verb))
        return named, _topic(told, verb) + _lasted(given, verb)
    if given.right.startswith("U") and behind[1:2] and behind[1].text not in _BARE_TIME:
        return _modifying(given, named)
    if behind and behind[0].text in _UP_TO_NOW:
        return (named, f"{named.text}时间") if named.chunks else (EMPTY, f"{_running(given)}运行时间")
    return _taken_behind(given, named) or _taken_beside(given, named)


def _at_a_stretch(given: Given) -> str:
    """What somebody is at without a break: 一〔等〕就是两个小时, 一〔干〕就是12年."""
    found = _STRETCH.search("".join(c.text for c in given.sentence.chunks[given.segment : given.at]))
    return f"{_STRETCHES.get(found[1], found[1])}时间" if found else ""


def _going_on(given: Given) -> str:
    """What went on for a time, told before a light verb that ends its clause: 〔谈话〕进行了40分钟."""
    verb = given.right_before
    if given.right or verb is None or verb.text not in _GOES_ON:
        return ""
    topic = phrases.topic_before(given.sentence.chunks, given.segment, given.sentence.chunks.index(verb))
    told = "".join(c.text for c in topic.nouns if c.code in "NHYXQ")
    return f"{told}时间" if told else ""


_GOES_ON = frozenset({"进行", "举行", "开展"})


def _term(given: Given) -> str:
    """What is held for a time that ends its clause: 〔专项行动〕为期三个月."""
    ends = given.sentence.chunks[given.at - 1].text == "为期" and not given.right and given.at > given.segment
    topic = "".join(c.text for c in phrases.topic_before(given.sentence.chunks, given.segment, given.at - 1).nouns) if ends else ""
    return f"{topic}为期" if topic else ""


_STRETCH = re.compile("(?:^|[^第])一([一-鿿]{1,2}?)就是?(?:整整|将近|近|又)?$")
_STRETCHES = {row["word"]: row["said"] for row in table("durations") if row["class"] == "at_a_stretch"}
_BARE_TIME = frozenset(words("durations", "word", **{"class": "bare_time"}))


def _lasted(given: Given, verb: Chunk) -> str:
    """What a verb before a time and its object took; what somebody is at for months or years lasts: 当了12年网格员."""
    done, behind = verb.text + _object(given), _rest(given)
    at_it = (
        verb.word.verb not in _TASKS
        and not done.endswith(_COMPLETED)
        and done not in _SAID
        and (given.left.endswith(("u", "X")) or verb.text.endswith("过"))
    )
    lasts = (given.number.unit in _LONG_RUNS and at_it) or (behind and behind[0].text in _SINCE)
    return f"{done}时间" if lasts else _timed(done)


def _modifying(given: Given, named: Phrase) -> tuple[Phrase, str]:
    """What a time modifies: 近7个小时的紧张救援."""
    if term := _for_a_term(given):
        return EMPTY, f"{term}为期"
    act = _modified(given)
    act = result_of(_next_clause(given)) or act if act in _EFFORT else act
    if act and (kept := _kept_at_it(given)):
        return EMPTY, kept
    if act and re.match(r'U[NQRXVY"]*H', given.right):
        return EMPTY, f"{act}持续时间"
    return (EMPTY, _timed(act)) if act else (named, f"{named.text}时间")


def _kept_at_it(given: Given) -> str:
    """What people were at for so long, by its verb: 奋战〔15年〕的老民警, 潜逃〔8年〕的嫌疑人."""
    found, verb = _WHOSE.match(given.right), given.right_before
    who = given.sentence.chunks[given.at + found.end()].word.noun if found else ""
    return f"{verb.text}时间" if verb is not None and verb.code in "XVY" and who in _STAFF | {"suspect"} else ""


_WHOSE = seldom('U[NQRXVY"]*?H')


def _for_a_term(given: Given) -> str:
    """What is held for a time: 为期两年的〔打击盗抢专项行动〕, by its name in quotation marks if it has one."""
    behind = given.sentence.chunks[given.at + 2 : given.end] if given.sentence.chunks[given.at - 1].text == "为期" else ()
    if behind and behind[0].code == "D" and not behind[0].text[0].isdecimal():  # 为期40天的〔春运〕
        return behind[0].text
    run = list(itertools.takewhile(lambda c: c.code in 'NHRQXVYLJ"', behind))
    named = next((i for i, c in enumerate(run) if c.code == '"'), 0)
    return "".join(c.text for c in run[named:] if c.code != '"') if run and run[-1].code in "HNY" else ""


def _taken_behind(given: Given, named: Phrase) -> tuple[Phrase, str] | None:
    """What is done behind a time in its clause: 10分钟领到新证."""
    kept, behind = _act_behind(given), _rest(given)
    if not kept or all(c.text in _FINISHED for c in kept):
        return None
    act = result_of(behind) or Phrase(kept, None).text[-16:]
    if _timed(act).endswith("用时") and _is_limit(given):
        return Phrase(kept, None), f"{_to_be_done(given, act)}{act}时限"
    return Phrase(kept, None), _without(behind, given.number.unit) or _of_what(given, named, act) + _timed(act)


def _to_be_done(given: Given, act: str) -> str:
    """What is to be done within a time, named before it in its clause: 规定〔一般纠纷〕3日内办结."""
    chunks = given.sentence.chunks
    start = 1 + max((i for i in range(given.segment, given.at) if chunks[i].code in "XVL"), default=given.segment - 1)
    topic = phrases.topic_before(chunks, start, given.at).chunks
    told = [c for c in topic if c.code in "NHYR"] if topic and not any(c.word.noun in _DOERS or c.text in _BODIES for c in topic) else []
    named = "".join(c.text for c in told)
    return named if 1 < len(named) <= _SHORT and named not in act else ""


_BODIES = frozenset({"单位", "部门", "窗口", "中心"})


def _is_limit(given: Given) -> bool:
    """Whether something is to be done within a time, not told to have been: 承诺〔24小时内〕响应, 限〔3日内〕整改."""
    chunks, end = given.sentence.chunks, given.sentence.clause_end(given.at)
    within = chunks[given.at].text.endswith("内") or any(c.text in _WITHIN for c in chunks[given.at + 1 : given.at + 2])
    if not within or any(c.code == "u" or c.text in _DONE_ALREADY for c in chunks[given.segment : end] if c is not chunks[given.at]):
        return False
    return any(c.text.startswith(_BOUND_TO) for c in chunks[max(given.start - _AS_FAR, 0) : given.at])


_AS_FAR = 12
_DONE_ALREADY = frozenset({"已", "已经", "就", "均", "都", "便", "即", "全部", "成功", "才", "只", "仅", "仅用"})
_BOUND_TO = (
    "限",
    "须",
    "必须",
    "要求",
    "承诺",
    "规定",
    "明确",
    "确保",
    "做到",
    "应当",
    "实行",
    "保证",
    "务必",
    "原则上",
    "有权",
    "事项",
    "诉求",
)


def _taken_beside(given: Given, named: Phrase) -> tuple[Phrase, str]:
    """What takes a time, as the words before it or the clauses beside it tell."""
    if named.chunks and not all(c.text in _SPENT or c.word.noun in _STAFF or _COMER.match(c.text) for c in named.chunks):
        what = "".join(c.text for c in named.chunks if c.word.noun not in _STAFF and c.code != '"' and c.text not in _TAKES)
        return named, f"{what or named.text}时间"
    done = _taking(given) or _summed_up(given)
    alone = given.right_before if not done else None
    return EMPTY, f"{alone.text}时间" if alone is not None and alone.text in _EFFORT else _timed(done)


_SINCE = frozenset({"来", "以来"})  # 建队50年来
_TASKS = frozenset({"mediate", "solve", "handle", "rectify", "recover", "catch"})
_LONG_RUNS = frozenset({"a", "month"})
_COMPLETED = ("完", "成", "好", "到", "出", "破", "获")


def _taking(given: Given) -> str:
    """What takes a time, told right before the verb that says so: 〔新生儿落户〕仅需10分钟."""
    chunks, end = given.sentence.chunks, given.at
    while end > given.segment and (chunks[end - 1].text in _TAKES or chunks[end - 1].code in "AEu"):
        end -= 1
    told = phrases.topic_before(chunks, given.segment, end).chunks
    done = told and chunks[end : given.at] and told[-1].code in "HXYV" and given.start == given.segment
    by_somebody = any(c.word.noun in _DOERS - {"population"} or c.text in _EFFORT for c in told)
    return "".join(c.text for c in told if c.code != '"') if done and not by_somebody else ""


def _of_what(given: Given, named: Phrase, act: str) -> str:
    """What a time right behind it is the time of (〔简单纠纷〕3天内办结), where that is a thing and short."""
    if not _THING_BEFORE.fullmatch(given.left) or any(c.word.noun in _DOERS for c in named.chunks):
        return ""
    told = "".join(c.text for c in named.chunks if c.code in "NHRQ")
    return told if len(told) <= _SHORT and told not in act else ""


_DOERS = _STAFF | {"facility", "area"}
_THING_BEFORE = seldom("[^VX#]*[HR][AE]*")
_SHORT = 6  # characters


def _not_yet(given: Given) -> tuple[Phrase, str] | None:
    """For how long something has not been done: 三个月后仍〔未派发灭火器〕, 两年后〔主犯〕仍〔未落网〕."""
    behind = _clause_behind(given)
    at = next((i for i, c in enumerate(behind) if _STILL.match(c.text)), None)
    if at is None or not _UNDONE.search("".join(c.text for c in behind[at : at + 2])):
        return None
    done = result_of([c for c in behind[at + 1 :] if c.text not in _NOT])
    alone = any(c.text == done for c in behind)
    who = next((c.text for c in reversed(behind[:at]) if alone and c.code in "NHQ" and c.word.noun not in _DOERS), "")
    return (EMPTY, f"{who}未{done}时间") if done else None


_STILL = re.compile("仍|还|依然|依旧|至今|迟迟|一直|始终|尚")
_UNDONE = seldom("未|没")


def _since(given: Given) -> tuple[Phrase, str] | None:
    """How long ago something was, or is to be: 距〔案发〕已过去5个小时."""
    found = _AWAY.search("".join(c.text for c in given.sentence.chunks[given.segment : given.at]))
    return (EMPTY, f"距{found[1]}时间") if found else None


_AWAY = re.compile(r"(?:距离?|离)([^,，。;；距离]{2,8}?)(?:已经?|仅|只|还|才|不过)*(?:过去了?|过了|有|剩|隔|余)?$")


def _investigated(given: Given) -> tuple[Phrase, str] | None:
    """How long a special case took, told of those who worked on it with no result right behind: 专案组历时〔5个月〕,行程2万公里."""
    verb = given.right_before
    on_case = any(c.text.startswith("专案") for c in given.sentence.chunks[: given.at])
    on_case = on_case and not any(c.code in "VY" and c.word.verb for c in _clause_behind(given))
    return (EMPTY, "专案侦办用时") if on_case and verb is not None and verb.text in _ON_CASE else None


_ON_CASE = frozenset({"历时", "历经", "耗时", "奋战", "鏖战", "侦办", "经营"})


_GONE_BY = frozenset({"下来", "过去"})
_UP_TO_NOW = _SINCE | _GONE_BY


def _running(given: Given) -> str:
    """What has been at work so long, at the head of the clause behind: 两年下来,〔流动调解车〕化解纠纷86起."""
    subject = list(itertools.takewhile(lambda c: c.code in 'ZNHQUMGOXVY"', _next_clause(given)))
    at = next((i for i, c in enumerate(subject) if c.word.noun in _AT_WORK or c.text.endswith(_WORKS)), None)
    return "" if at is None else "".join(c.text for c in subject[: at + 1] if c.code not in 'ZMGO"')


_AT_WORK = frozenset({"facility", "unit", "activity"})
_WORKS = ("机制", "法庭", "平台", "队", "窗口", "模式", "系统", "制度", "车")


def _aged(given: Given) -> tuple[Phrase, str] | None:
    """How old a thing is: 建成〔超过25年〕的小区."""
    verb = given.right_before
    if verb is None or verb.text not in _AGEING or not re.match("U[NHQXR]*H", given.right):
        return None
    aged, _ = phrases.after(given.sentence.chunks, given.at + 2, given.end)
    return EMPTY, f"{aged.text}{verb.text}时间"


_AGEING = frozenset({"建成", "建", "使用", "投用", "竣工", "服役"})
_DONE_BEHIND = re.compile(r"A*[VXY]")


def _modified(given: Given) -> str:
    """What a time modifies, without how: 近7个小时的〔紧张救援〕, 近40分钟的合力〔扑灭〕."""
    run = re.match(r'A*[NQRXVY"]*H?', given.right[1:])
    return "".join(
        c.text for c in given.sentence.chunks[given.at + 2 : given.at + 2 + (run.end() if run else 0)] if c.code not in 'A"'
    ).removesuffix("下")


def _topic(named: Phrase, verb: Chunk) -> str:
    """What a verb before a time is said of, less those who do it and how (调解员苦口婆心劝说)."""
    told = (c for c in named.chunks if c is not verb and (c.code in "NHRYQVX" or c.text in phrases.PER_UNIT))
    return "".join(c.text for c in told if c.word.noun not in _STAFF and not (c.code == "X" and len(c.text) == 4))


def _before(given: Given, verb: Chunk) -> int:
    """Where a verb begins, with the preposition before it (哈尔滨段〔在〕封闭5小时后恢复通行)."""
    at = given.sentence.chunks.index(verb)
    return at - (given.sentence.codes[at - 1 : at] == "P")


def _object(given: Given) -> str:
    """The object of the verb before a time, right behind it: 当了12年〔网格员〕."""
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 1, given.end) if given.right[:1] in "NH" else (EMPTY, 0)
    return phrase.text


def _timed(act: str) -> str:
    """The time that an act takes, or that a state lasts."""
    said = _SAID.get(act, act)
    return said + ("时间" if said.endswith(tuple(_STATE)) else "用时")


def _without(behind: Sequence[Chunk], unit: str | None) -> str:
    """The time without something, as told behind it: 12天〔全所无警情〕."""
    at = next((i for i, c in enumerate(behind) if c.text in _NONE), None)
    told = "".join(c.text for c in behind[at:] if c.code not in 'uAEPJ"' or c.text in _NONE) if at is not None else ""
    return f"{told[:14]}{_EXTENTS.get(unit or '', '时间')}" if told else ""


_NONE = frozenset({"无", "没有", "未"})


def _verb_before(given: Given) -> Chunk | None:
    """The verb right before a time: 封闭了〔5小时〕."""
    verb = given.right_before
    known = verb is not None and (verb.code in "VXY" or verb.text in _SAID or verb.text in _BEING) and verb.text not in _SPENT
    return verb if known else None


_BEING = frozenset({"当", "当过"})  # 当了12年网格员: a verb, whatever the segmenter says


def _summed_up(given: Given) -> str:
    """What is done in the clauses beside a bare time: the one behind it, but before 前后 the one before it."""
    chunks, start = given.sentence.chunks, given.start
    before = chunks[given.sentence.clause_start(max(start - 1, 0)) : start]
    done_before = any(c.text in _IN_ALL for c in chunks[start : given.at]) or any(c.text in _FINISHED for c in _rest(given))
    sides = (before, _clause_behind(given)) if done_before else (_clause_behind(given), before)
    done = next(filter(None, map(result_of, sides)), "")
    about = (c for c in topic_of(given, given.at).chunks if c.code in "NHRYQX" and c.word.noun not in _STAFF)
    return done or "".join(c.text for c in about if c.text not in _TAKES)


_FINISHED = frozenset(words("durations", "word", **{"class": "finished"}))
_IN_ALL = frozenset({"前后", "总共", "一共", "全程"})


def _act_behind(given: Given) -> tuple[Chunk, ...]:
    """What is done within a time, in the same clause: 3分钟〔就赶到现场〕."""
    rest = () if _is_listed(given) else given.sentence.chunks[given.at + 1 : given.end]
    kept = tuple(c for c in rest if c.code in "NHRYQVXLJC")
    return kept if any(c.code in "NHRYQVXC" and c.text not in _WITHIN for c in kept) else ()
