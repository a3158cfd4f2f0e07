"""Claims of how many: verb, noun and number in either order."""

from __future__ import annotations

import itertools
import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk, Word, vocabulary
from transforms.facts.claims.comparisons import comparisons_in_turn
from transforms.facts.claims.deeds import adjacent_verb, deed, disposal, listed_verb, made_of_them, spread_to
from transforms.facts.claims.handled import is_handled
from transforms.facts.claims.lists import items_of
from transforms.facts.claims.model import LATER, Claim, Given
from transforms.facts.claims.objects import (
    PEOPLE,
    SIZES,
    case_of,
    measured_alike,
    metric_of,
    size_of,
    weighed,
    with_channel,
    with_object,
    with_owner,
    with_place,
    with_topic,
)
from transforms.facts.claims.people import residents, without_names
from transforms.facts.claims.results import result_of
from transforms.facts.claims.takers import taken
from transforms.facts.claims.topics import meant, of_accident, topic_of
from transforms.facts.namings import bare_name
from transforms.facts.phrases import HAPPENINGS, Phrase
from transforms.facts.rules import TIME, rule
from transforms.lexicon import words
from transforms.patterns import seldom


@rule(
    "先后〔4次〕召开部署会。",
    "〔三次〕走访村民。",
    "队员〔两次〕转移群众。",
    "连续组织〔7轮〕地毯式清查。",
    "执法队先后〔3次〕向企业发出整改通知。",
    classifiers=frozenset({"次", "趟", "回", "遍", "轮"}),
)
def times_done(given: Given) -> Claim | None:
    """How often something is done: the verb behind the number."""
    held = _HELD.search(given.left) and _NAMED_BY_VERB.match(given.right)
    if not held and not _DONE_BEHIND.match(given.right):
        return None
    if done := _done_far_off(given):
        return Claim(given.at, "level", phrases.EMPTY, done, given.at)
    towards = _TOWARDS.match(given.right)
    rest = given.sentence.chunks[given.at + 1 + (towards.end() if towards else 0) : given.end]
    told = [c for c in rest if c.code in "NHRYQVXLJ" or c.text in phrases.MANNERS]
    phrase = Phrase(phrases.trimmed(told), next((c for c in rest if c.code in "VL"), None))
    return Claim(given.at, "level", phrase, phrase.text, given.at) if phrase.chunks else None


def _done_far_off(given: Given) -> str:
    """What is done so often in other places, or with somebody told ahead: 6次赴云南等4省〔开展抓捕〕, 12次将〔嫌疑人押解〕回国."""
    rest = given.sentence.chunks[given.at + 1 : given.sentence.clause_end(given.at)]
    goes = next((c for c in rest if c.code != "A"), None)
    if goes is None:
        return ""
    if goes.code == "P" and any(c.text in {"将", "把"} for c in rest):
        return result_of(list(itertools.takewhile(lambda c: c.code != "J", rest)))
    at = max((i for i, c in enumerate(rest[:-1]) if c.code in "LV"), default=0)
    return "".join(c.text for c in rest[at:] if c.code in "VLXYNH") if goes.text in _GOING and at else ""


_GOING = frozenset({"赴", "奔赴", "前往", "远赴", "辗转", "到", "往返", "奔波", "跨省赴"})
_HELD = re.compile("L[uAE]*$")
_DONE_BEHIND = re.compile("A*(?:[VXLY]|P[NHGOJ]+P[NHGO]+[VX]|P[NHGOZJ]{1,6}[VXLY](?!U))")
_TOWARDS = seldom("A*P[NHGOZJ]{1,6}(?=[VXLY])")  # 先后〔3次〕向企业发出通知
_NAMED_BY_VERB = seldom("[NA]{1,3}[VXY](?:[,.J]|$)")


@rule("村里实现“〔零〕上访”。", "工地实现〔零〕事故。", "景区保持〔零〕投诉。")
def none_of_a_kind(given: Given) -> Claim | None:
    """A zero that names itself what did not happen (零上访); 零发案 and 零发生 say it of what stands before them."""
    if given.number.form != "zero":
        return None
    zero = given.sentence.chunks[given.at]
    event = zero.text.removeprefix("零")
    if not event or event == zero.text or event in _HAPPENING:
        return None
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if any(c.word.noun in HAPPENINGS for c in named.chunks):
        return None
    chunk = zero._replace(text=event, word=vocabulary().get(event, Word("H")))
    return Claim(given.at, "level", Phrase((chunk,), None), event, given.at)


_HAPPENING = frozenset({"发案", "发生", "增长", "立案", "逾期", "差错", "失误", "激化", "感染", "外溢"})
_LISTED_AHEAD = re.compile(r"J[NHQYX]+$")  # 刑侦、禁毒、治安三项…: what is counted is named behind, in however many words
_NAMED_AT_LENGTH = seldom(r"X{1,3}[NH]")
_NAMED_IN_WORDS = seldom(r"[VXY]{1,2}[NHVX]*[NH]")
_RELATED_BEHIND = seldom('P[NHQXYVALGOJ"u]+U[NHQXYVR"]')  # 〔6支〕由退休教师组成的宣讲队, 〔9项〕与商户有关的事项
_HAVING_BEHIND = seldom('X[NHQXYVALGOJM"u]+U[NHQXY]')
_NEW_BEHIND = seldom("A[NH]")
_TOLD_BEHIND = {
    word: pattern
    for known, pattern in ((phrases.RELATING, _RELATED_BEHIND), (phrases.HAVING, _HAVING_BEHIND), (phrases.NEW, _NEW_BEHIND))
    for word in known
}
_DOING_BEHIND = re.compile('[VXAPL][NHQXYVALPGOJMZ"u]*U[NQXY]*[NH]')  # 打掉〔1个〕贩卖假证的团伙
_WORN_BEHIND = seldom("[XAP][NHQXYVALPGOM]{0,12}U[NQXY]*[NH]")  # 〔6名〕身着便服的民警在码头盘查
_NAMED_AHEAD = seldom('[NHRQ"]$')
_NAMED_BEHIND = re.compile(r'(?:D?U?[NHQYOMGR"]|X[NHUYRA]|U[XVL]|VU|A[VX]H[NHYP])')


@rule(
    "破获刑事案件〔70起〕。",
    "走访群众〔7.8万余户〕。",
    "检查车辆130辆、人员〔260余名〕。",
    "吸纳店主等〔近百人〕为“平安守望员”。",
    "交代了盗窃作案〔17起〕的犯罪事实。",
)
def counted_behind(given: Given) -> Claim | None:
    """A count behind what is counted: verb, noun, number."""
    if (_is_named_behind(given) or _offend(given)) and not (_undone(given) or _confessed(given)):
        return None
    if _LISTED_AHEAD.search(given.left) and _NAMED_AT_LENGTH.match(given.right):
        return None
    made = made_of_them(given, given.at + 1)
    if made.chunks:
        return Claim(given.at, "level", made, made.text, given.at)
    phrase = _of_grade(given, meant(given, phrases.counted_before(given.sentence.chunks, _past_counted(given), given.at)))
    next_to_count = not given.right and given.sentence.codes[given.at + 1 : given.at + 2] == "#"
    of_next = next_to_count and (phrase.verb is None or given.left.endswith("U") or _sorted_out(given))
    if given.left.endswith("J") or of_next:
        return None
    if given.last and given.last.at == given.segment - 1 and phrase.chunks and set(phrase.chunks) <= set(given.last.phrase.chunks):
        phrase = given.last.phrase
    phrase = phrases.attained(phrase) if given.number.form == "zero" else phrase
    phrase = _past_age(
        given, of_accident(given, with_object(given, with_channel(given, with_owner(given, weighed(given, with_place(given, phrase))))))
    )
    topic = with_topic(given, phrase)
    done = _with_actor(given, topic)
    phrase = without_names(given, done if done is topic or topic.chunks or done.verb is None else with_object(given, done))
    if not phrase.chunks:
        return None
    metric, case = _extreme(given) or _each_before(given, phrase) + metric_of(given, phrase), case_of(given, phrase)
    return Claim(given.at, "level", phrase, case + metric, given.at, head=metric if case else "")


def _of_grade(given: Given, phrase: Phrase) -> Phrase:
    """A grade with the scope that it is named by: 其中〔全国级〕1个."""
    if given.left[-2:-1] != "G" or phrase.text != "级":
        return phrase
    scope = given.sentence.chunks[given.at - 2]
    return Phrase((phrase.chunks[0]._replace(text=scope.text + "级"),), None)


def _confessed(given: Given) -> bool:
    """Whether the noun behind a number only says that what is counted before it is so: 交代了盗窃作案〔17起〕的犯罪事实."""
    chunks = given.sentence.chunks[given.at + 1 : given.end]
    fact = len(chunks) > 1 and chunks[0].text == "的" and "".join(c.text for c in chunks[1:]) in _FACTS
    return fact and re.search("[VXNH]$", given.left) is not None


_FACTS = frozenset({"事实", "犯罪事实", "违法事实", "违法犯罪事实"})


def _sorted_out(given: Given) -> bool:
    """Whether sorts or groups are counted behind a verb or a list, and their members with their name behind that.

    推出〔15类〕96项服务, 建起〔86支〕1200人的义警队.
    """
    codes, at = given.sentence.codes, given.at + 2
    sorts = (given.number.classifier or "").endswith("类") and re.search("(?:[VXL][uAE]*|J[NHQXYV]{1,4})$", given.left)
    groups = re.search("[VXL][uAE]*$", given.left) and codes[at : at + 1] == "U" and codes[at + 1 : at + 2] in set("NHQ")
    return bool(groups) or (bool(sorts) and codes[at : at + 1] in set("NHQXVY"))


def _offend(given: Given) -> bool:
    """Whether what is counted is named by what offenders did: 将潜逃的〔3名〕诈骗嫌疑人押解归案, 查获〔5部〕被盗手机."""
    behind = given.sentence.chunks[given.at + 1 : given.end][:2]
    if len(behind) < 2 or behind[0].word.verb != "lose":
        return False
    stolen = behind[0].text.startswith("被") and behind[1].code in "HN" and given.number.classifier not in {"人", "名", "户", "位"}
    robbed = given.number.classifier in {"人", "名", "户", "位"} and behind[1].word.noun == "people" and not given.left.endswith("H")
    alone = given.left.rstrip("AEGOD")[-1:] in {"", "P"}  # 对全国〔86个〕诈骗窝点发起攻势
    unnamed = alone and behind[1].code == "H" and given.number.classifier not in {None, "次", "人", "名"}
    return stolen or robbed or unnamed or behind[1].word.noun == "suspect"


@rule(
    "各镇检查数依次为:城关镇〔1340家〕、白沙镇902家。",
    "各镇检查数依次为:城关镇1340家、白沙镇〔902家〕。",
    "三个街道接警量分别是:东关街道320起、西关街道〔118起〕。",
    units=frozenset({"count", "percent", "CNY"}),
)
def of_each_place(given: Given) -> Claim | None:
    """What several places share out, told before a colon: 各镇检查数依次为:城关镇1340家、白沙镇902家."""
    left = given.sentence.chunks[given.segment : given.at]
    if not _PLACE_ALONE.fullmatch(given.left) or not left[-1].text.endswith(_PLACES) or not given.start:
        return None
    told = given.sentence.chunks[given.sentence.clause_start(given.start - 1) : given.start - 1]
    if given.sentence.chunks[given.start - 1].text not in {":", "："} or not _SHARED_OUT.search("".join(c.text for c in told[-2:])):
        return None
    at = next(i for i, c in enumerate(given.sentence.chunks) if c is told[-1])
    phrase = topic_of(given._replace(start=given.sentence.clause_start(at), earlier=(), last=None), at)
    return Claim(given.at, "level", phrase, phrase.text, given.at) if phrase.chunks else None


_PLACE_ALONE = seldom("J?[NGHO]{1,3}")
_PLACES = ("镇", "乡", "街道", "县", "区", "市", "村", "社区", "州", "派出所", "旗")
_SHARED_OUT = seldom("(?:依次|分别)(?:为|是|有)$")


@rule(
    "抢劫、盗窃案件分别立案〔12起〕、360起。",
    "酒驾、超速降幅较大,分别查处〔86起〕、48起。",
    "刑事、治安警情分别为〔320起〕、860起。",
    "民事、行政案件各审结〔620件〕、43件。",
    "调解成功率、自动履行率“双提升”,分别达到〔83%〕和91%。",
    units=frozenset({"count", "percent"}),
)
def counted_in_turn(given: Given) -> Claim | None:
    """The first of several counts that the members of a list before them share out: 抢劫、盗窃案件分别立案12起、360起."""
    if _SHARING_OUT.isdisjoint(given.sentence.words):
        return None  # as most
    match = _IN_TURN.search(given.left)
    at = given.segment + match.start() if match else given.at
    if given.sentence.chunks[at].text not in _SHARING_OUT:
        return None
    verb = next((c for c in given.sentence.chunks[at + 1 : given.at] if c.code in "VXY"), None)
    items = tuple(_done(item, verb) for item in items_of(given, at) if verb is None or _is_done_to(item, verb))
    return Claim(given.at, "level", items[0], items[0].text, at, items=items) if items else None


_IN_TURN = re.compile("[AFZ][AE]*[VXY]?[uE]*$")
_SHARING_OUT = frozenset(words("claim_words", "word", **{"class": "in_turn"}))


def _is_done_to(item: Phrase, verb: Chunk) -> bool:
    """Whether a member of a list is what a verb is done to, not who does it (东区、西区分别破案47起、38起)."""
    return verb.word.verb == "occur" or (item.chunks[-1].word.noun in _THINGS if item.chunks else False)


_THINGS = HAPPENINGS | {"violation", "goods", "vehicle", "material", "animal", "suspect", "hazard"}


def _done(item: Phrase, verb: Chunk | None) -> Phrase:
    """What was counted with what was done to it: 查处网约车; what happened by itself stands behind (抢劫案件立案)."""
    if verb is None or item.verb is not None:
        return item
    return Phrase((*item.chunks, verb) if verb.code == "Y" else (verb, *item.chunks), verb)


def _is_named_behind(given: Given) -> bool:
    """Whether what is counted is named behind the number; a list that ends there is only summed up (管制刀具56把〔等违禁品〕)."""
    behind = given.sentence.chunks[given.at + 1].text if given.right else ""
    opens = phrases.opens_clause(given.sentence.chunks, given.at) and _WORN_BEHIND.match(given.right) is not None
    related = (
        opens
        or _sums_up(given)
        or is_handled(given, _place_end(given))
        or (_is_related_behind(given, behind) and not _NAMED_AHEAD.search(given.left))
    )
    return (
        (related or _named_by_deed(given) or _named_by_use(given) or _NAMED_BEHIND.match(given.right) is not None)
        and (behind not in _NO_NOUNS or given.right.startswith(("NU", "XU", "AU")))
        and not (given.number.classifier == "路" and given.left.endswith("X"))  # 兵分〔五路〕抓捕嫌犯
        and not _all_do(given)
    )


_NO_NOUNS = frozenset({"等", "大关"}) | phrases.OUTSIDE


def _sums_up(given: Given) -> bool:
    """Whether a number sums up a list, and the kind of its members stands behind it: “议事亭”“说事室”〔两个〕调解平台."""
    chunks = given.sentence.chunks
    listed = given.at > given.segment and (chunks[given.at - 1].text == "等" or given.left.endswith(('Q"', 'N"', 'H"', 'X"')))
    return listed and given.number.unit == "count" and _NAMED_IN_WORDS.match(given.right) is not None


def _named_by_use(given: Given) -> bool:
    """Whether a verb right behind a number tells what the thing behind that is for or like: 涉及〔200宗〕受损财物案, 的〔54个〕清查区域."""
    if _USED.match(given.right) is None or given.number.unit != "count" or given.number.classifier in _DOING:
        return False
    if given.number.form == "zero" and given.sentence.chunks[given.at].text.endswith(_HAPPENED):
        return True
    return _HOLDING.search(given.left) is not None or (given.left == "J" and given.number.classifier in _OF_THINGS)


_USED = re.compile("V[NH]")
_HAPPENED = ("起", "例", "宗", "件")  # 全市〔未发生一起〕溺亡事件
_HOLDING = seldom("[VXE]u?$|[XNH]U$")
_OF_THINGS = frozenset("个项条种本份块张")
_DOING = frozenset({"人", "名", "位", "户", "人次", "次", "家", None})


def _is_related_behind(given: Given, behind: str) -> bool:
    """Whether what is counted is named behind what it has or does, how it stands or 新 (〔6支〕由教师组成的宣讲队, 〔6张〕新护照)."""
    told = _TOLD_BEHIND.get(behind)
    does = phrases.governed(given.sentence.chunks, given.at, "VX") and (
        _DOING_BEHIND.match(given.right) is not None or phrases.head_far_off(given.sentence.chunks, given.at + 1, given.end) > 0
    )
    return does or (told is not None and told.match(given.right) is not None)


def _named_by_deed(given: Given) -> bool:
    """Whether what is counted is a deed, named by a verb alone between another verb and the end: 推出〔96项〕服务, 举行〔8场〕比武."""
    alone = _VERB_ALONE.fullmatch(given.right) and _VERB_BEFORE.search(given.left)
    return bool(alone) and (given.number.classifier or "").removesuffix("类")[-1:] in _DEEDS


_VERB_ALONE, _VERB_BEFORE = re.compile("[VXY]J?"), re.compile("[VXL][uAE]*$")
_DEEDS = frozenset("项场宗种个大") | {""}


def _all_do(given: Given) -> bool:
    """Whether the verb behind says what all of them do: 重点人员1860人〔全部落实帮教〕."""
    named = given.segment < given.at and given.sentence.chunks[given.at - 1].code == "H"
    return named and given.sentence.chunks[given.at + 1].text in {"全部", "全都", "全体", "悉数"} and given.right[1:2] in set("VXL")


def _past_counted(given: Given) -> int:
    """Where the stretch before the number begins, past what the number before it counts (对12家〔单位〕罚款8万元)."""
    last = given.last
    if last is None or last.at != given.segment - 1 or last.rule != "counted_ahead" or not last.head:
        return given.segment
    ends = [i + 1 for i in range(given.segment, given.at) if given.sentence.chunks[i] in last.phrase.chunks]
    behind = given.sentence.chunks[ends[-1] : given.at] if ends else ()
    acts = bool(behind) and behind[0].code not in "UE" and sum(len(c.text) for c in behind if c.code != "u") > 1
    return ends[-1] if acts else given.segment


def _past_age(given: Given, phrase: Phrase) -> Phrase:
    """Old cases with the verb before their age: 侦破最久19年盗墓积案〔3起〕."""
    last = given.last
    if phrase.verb or last is None or last.at != given.segment - 1 or given.sentence.number(last.at).unit not in TIME:
        return phrase
    verb = next(
        (c for c in reversed(given.sentence.chunks[given.start : last.at]) if c.code not in "ANEu" and c.text not in _AT_LARGE), None
    )
    got = verb is not None and verb.code == "V" and verb.word.verb in {"solve", "catch"}
    return Phrase((verb, *phrase.chunks), verb) if verb and got else phrase


_AT_LARGE = frozenset({"潜逃", "在逃", "外逃", "逃亡", "负案在逃"})


def _extreme(given: Given) -> str:
    """The most that one case comes to: 涉案金额最高的一件达〔1240万元〕."""
    match = _MOST.search(given.left)
    most = given.sentence.chunks[given.segment + match.start() : given.at] if match else ()
    return most[1].text + most[0].text if most and most[1].text.startswith("最") else ""


_MOST = re.compile("[HN][AN]UME*$")


def _each_before(given: Given, phrase: Phrase) -> str:
    """Of whom or how often the count is one, right before its phrase: 〔人均〕走访群众, 〔每人〕服务, 〔每千名居民〕拥有网格员."""
    stretch = given.sentence.chunks[given.segment : given.at]
    at = next((i for i, c in enumerate(stretch) if c.text in phrases.PER_UNIT or c.text.startswith("每")), None)
    if at is None:
        return ""  # as most
    told = "".join(c.text for c in stretch[at:] if c.end <= phrase.chunks[0].start and c.code not in "uE,")
    return told if len(told) <= 8 else ""


@rule("组建流动调解车,全县已有〔12辆〕这样的车。", "村里设了议事亭,全镇建起〔9座〕这样的亭子。", "全乡有〔5个〕这样的驿站。")
def of_that_kind(given: Given) -> Claim | None:
    """Things of the kind named before in the sentence: 组建〔流动调解车〕,全县已有12辆这样的车."""
    found = _SUCH.match(given.right)
    if found is None or given.sentence.chunks[given.at + 1].text not in _OF_THE_KIND:
        return None
    phrase, _ = phrases.after(given.sentence.chunks, given.at + 1 + found.end(), given.end)
    head = phrase.chunks[-1].text if phrase.chunks else ""
    at = next((i for i in range(given.start - 1, -1, -1) if head and given.sentence.chunks[i].text.endswith(head)), None)
    run = phrases.counted_before(given.sentence.chunks, given.sentence.clause_start(at), at + 1).nouns if at is not None else ()
    named = Phrase(run if run and len(phrase.chunks) == 1 else phrase.chunks, None)
    return Claim(given.at, "level", named, named.text, given.at) if phrase.chunks else None


_ENDS = frozenset({"catch", "die", "surrender"})  # of those who are counted: 〔3名〕嫌疑人落网
_SUCH = re.compile("ZU(?=[NHXVQ])")
_OF_THE_KIND = frozenset({"这样", "这种", "类似", "同样", "那样", "如此", "此类"})


@rule("召开〔27场〕座谈会。", "〔246个〕智能终端配发一线。", "选派〔55名〕民警进村任职。", "组建〔6支〕由退休教师组成的宣讲队。")
def counted_ahead(given: Given) -> Claim | None:
    """A count before what is counted: number, noun; with the verb before it, or what the counted do behind it."""
    phrase, end = phrases.after(given.sentence.chunks, given.at + 1, _place_end(given))
    if not phrase.chunks and _named_by_deed(given):
        phrase, end = Phrase(given.sentence.chunks[given.at + 1 : given.at + 2], None), given.at + 2
    if not phrase.chunks or (travelled := _travelled(given)):
        return travelled if phrase.chunks else _with_next(given)
    if (
        part := _of_sex(given, phrase)
        or _part_of_whole(given, phrase)
        or _in_trouble(given, phrase, end)
        or _ground(given, phrase)
        or _priced(given, phrase)
    ):
        return part
    noun = phrase.text
    verb, suffix = disposal(given, end) or adjacent_verb(given) or listed_verb(given), size_of(given.number.unit, noun)
    come_about = deed(given, end) if verb and verb.text in phrases.ATTAINING else ""  # 实现〔41项〕业务全程网办
    known_by = come_about or _named_behind(given, end) or spread_to(given) or ("" if verb else _told_ahead(given, noun))
    if known_by:
        return Claim(given.at, "level", phrase, known_by + noun + suffix, given.at, head=noun)
    if verb and verb.word.verb not in {"find", "hold"}:
        sent = verb.word.verb == "deploy" and verb.text not in _RAISING and phrase.chunks[-1].word.noun == "staff"
        does = deed(given, end) if sent else ""
        metric = f"{_each(given)}{verb.text}{does}{noun}{suffix}"
        return Claim(given.at, "level", Phrase((verb, *phrase.chunks), verb), metric, given.at)
    scoped = _involved(given, phrase) + _scoped(given, noun)
    does = "" if given.number.unit in SIZES else deed(given, end)
    noun = noun.rpartition("的")[2] if does else noun  # one clause tells enough: 〔2名〕(身着便服的)民警登船检查
    each = _each(given) if does and scoped.startswith("每") and not does.startswith(_MAKING_UP) else ""
    scoped = taken(given, phrase, noun) + noun if scoped == noun else scoped
    metric = each + does + noun if does and (each or not scoped.startswith("每")) else scoped + suffix
    lost = next((c for c in given.sentence.chunks[end : end + 2] if c.word.verb == "lose"), None)
    if lost and not does:
        return Claim(given.at, "level", Phrase((lost, *phrase.chunks), lost), lost.text + noun, given.at)
    broken = phrase.chunks[-1].word.noun in HAPPENINGS  # 5起命案全破; 侦查 has broken none yet
    behind = given.sentence.chunks[end : given.end]
    caught = next((c for c in behind if c.word.verb in _ENDS or (broken and c.word.verb == "solve" and c.text.endswith("破"))), None)
    counted = Phrase(((caught, *phrase.chunks) if caught else phrase.chunks), caught)
    metric = metric + caught.text if caught and caught.word.verb == "die" and not does and not suffix else metric
    return Claim(given.at, "level", counted, metric, given.at, head=noun)


def _told_ahead(given: Given, noun: str) -> str:
    """What says of a short noun which ones are meant, right before their number with its 的: 〔提拔使用的〕19名干部."""
    chunks, end = given.sentence.chunks, given.at - 1
    if not given.left.endswith("U") or len(noun) > _TELLING_ITSELF or chunks[end].text != "的":
        return ""
    start = end
    while start > given.segment and (chunks[start - 1].code in "XVY" or chunks[start - 1].text in _SERVING | phrases.NEW):
        start -= 1
    told = "".join(c.text for c in chunks[start:end])
    gone = any(c.text in _GONE or c.word.verb == "lose" for c in chunks[given.at : given.sentence.clause_end(given.at)])
    if not 1 < len(told) <= _TOLD or gone or told in _ITS or not re.search("[XV]", given.sentence.codes[start:end]):
        return ""
    return told + "的"


_TELLING_ITSELF, _TOLD = 3, 5
_SERVING = frozenset({"使用", "任用"})
_GONE = frozenset({"不见", "丢失", "失窃", "不翼而飞", "丢"})
_ITS = frozenset({"下辖", "所辖", "管辖", "辖", "现有", "原有", "具有", "共有", "拥有", "初选", "属于", "所有", "有"})


def _priced(given: Given, phrase: Phrase) -> Claim | None:
    """A price or rate with what it is for one of, told before it: 以〔每条〕0.5元的价格出售, 按〔每人每年〕300元的标准发放."""
    if not (given.number.unit or "").isupper() or not phrase.chunks[0].text.startswith(_RATES):
        return None
    ahead = given.sentence.chunks[given.segment : given.at]
    at = next((i for i, c in enumerate(ahead) if c.text.startswith("每")), None)
    each = "".join(c.text for i, c in enumerate(ahead[at:]) if c.code not in "AE" or i == 1) if at is not None else ""  # 每(只)
    paid = next((i for i, c in enumerate(phrase.chunks) if c.code == "V"), None)  # 按每村1.5万元的标准列支〔奖补资金〕
    named = Phrase(phrase.chunks[paid + 1 :] if paid is not None else phrase.chunks[:1], phrase.chunks[paid] if paid else None)
    each = each if 1 < len(each) <= _EACH_LONG else ""
    if not named.chunks or not (each or _is_asked(phrase)):
        return None
    return Claim(given.at, "level", named, (each or _sold_for(phrase)) + named.text, given.at, head=named.text)


def _is_asked(phrase: Phrase) -> bool:
    """Whether a price is followed by what is done for it, which no longer belongs to its name: 〔250元〕的价格向他人出售."""
    return len(phrase.chunks) > 1 and phrase.chunks[0].text in _RATES and phrase.chunks[1].code in "XVL"


def _sold_for(phrase: Phrase) -> str:
    """What is done for a price, right behind it: 以〔250元〕的价格〔出售银行卡〕."""
    if len(phrase.chunks) == 1 or phrase.chunks[1].code not in "XVL":
        return ""
    sold = phrase.chunks[2:3]
    return phrase.chunks[1].text + (sold[0].text if sold and sold[0].code in "HQ" and sold[0].word.noun not in PEOPLE else "")


_RATES, _EACH_LONG = ("价格", "单价", "价钱", "标准"), 6


def _ground(given: Given, phrase: Phrase) -> Claim | None:
    """The ground that somebody has charge of, by its place or as a beat: 守护〔全镇〕186平方公里的平安, 〔管着〕32平方公里的土地."""
    if given.number.unit != "km2" or (phrase.text not in _VAGUE_GROUND and phrase.text.endswith(_SORTS_OF_GROUND)):
        return None
    before = given.right_before
    scope = before.text if before is not None and before.code in "GH" else ""
    charged = any(c.text.startswith(_IN_CHARGE) for c in given.sentence.chunks[given.start : given.at])
    named = f"{scope}面积" if scope and scope not in _ITS_OWN else "辖区面积" if charged or scope else ""
    return Claim(given.at, "level", phrase, named, given.at, head=named) if named else None


_ITS_OWN = frozenset({"辖区", "全辖区", "管区", "片区"})
_IN_CHARGE = ("管", "守", "负责", "辖", "服务", "巡护", "护卫", "承担", "肩负", "看护")
_VAGUE_GROUND = frozenset({"土地", "地方", "大地", "地界", "地域", "区域", "面积", "热土", "国土", "地面", "地"})
_SORTS_OF_GROUND = ("面积", "地", "场", "林", "域", "水面", "海", "田", "园", "山", "区", "草原", "湖面")


def _of_sex(given: Given, phrase: Phrase) -> Claim | None:
    """Men or women of those who were counted before: 拘捕36人,包括〔30男〕6女."""
    if phrase.text not in _SEXES:
        return None
    told = next((c.phrase.verb for c in reversed(given.earlier) if c.phrase.verb is not None), None)
    counted = Phrase((told, *phrase.chunks), told) if told else phrase
    return Claim(given.at, "level", counted, counted.text + "性", given.at)


def _part_of_whole(given: Given, phrase: Phrase) -> Claim | None:
    """Parts with what is parted into them: 把〔县城〕划分为6个巡区, 〔社区〕划分为16个网格."""
    verb = adjacent_verb(given)
    if verb is None or not verb.text.startswith(_PARTING):
        return None
    before = [c for c in given.sentence.chunks[given.segment : given.sentence.chunks.index(verb)] if c.code not in "uAEM"]
    if not before or before[-1].code not in "NH" or before[-1].word.noun in _DOERS:
        return None
    return Claim(given.at, "level", Phrase((before[-1], *phrase.chunks), None), before[-1].text + phrase.text, given.at)


def _in_trouble(given: Given, phrase: Phrase, end: int) -> Claim | None:
    """Those whose trouble is told behind them: 解决〔86个〕村没有网络的问题."""
    chunks, found = given.sentence.chunks, _TROUBLED.match(given.sentence.codes, end)
    if found is None or chunks[found.end() - 1].text not in _TROUBLES:
        return None
    does = "".join(c.text for c in chunks[end : found.end() - 1])
    return Claim(given.at, "level", phrase, does + phrase.text, given.at, head=phrase.text)


_TROUBLED = seldom("[VXA][NHQXYVA]{1,6}U[NH]")
_TROUBLES = frozenset({"问题", "难题", "现象", "情况", "困难", "困境", "局面"})
_PARTING = ("划分", "划为", "划成")
_DOERS = frozenset({"staff", "people", "unit"})
_MAKING_UP = ("组成", "构成")  # 每个小组由6名队员〔组成〕
_RAISING = frozenset(words("claim_words", "word", **{"class": "raising"}))  # 招募〔800名〕义警开展夜巡: all that they do is told of all


def _travelled(given: Given) -> Claim | None:
    """The places that somebody went through, told by the verb before the first number of them: 辗转〔4省〕11市."""
    place = given.sentence.chunks[given.at + 1]
    found = _THROUGH.search(given.sentence.codes, given.start, given.at) if place.text in _DIVISIONS else None
    verb = given.sentence.chunks[found.start()].text if found else ""
    if verb not in _TRAVELLING:
        return None
    return Claim(given.at, "level", Phrase((place,), None), verb + _DIVISIONS[place.text], given.at, head=place.text)


_DIVISIONS = {"省": "省份", "市": "城市"} | {word: word for word in ("县", "区", "省市", "省份", "城市", "省区", "县市", "省区市")}
_THROUGH = seldom("[VXAN][PEu]?(?:[GOJ]+U?|[AE]+)?(?:#[HN]J?)*$")
_TRAVELLING = frozenset(words("claim_words", "word", **{"class": "travelling"}))


_BEFOREHAND = frozenset({"提前", "事先", "同步", "逐一", "依法", "集中", "联合", "先行", "分类", "及时"})


def _place_end(given: Given) -> int:
    """Where a counted noun must end: before what is done in it (在〔5个〕旗推广警务室43个), else where the stretch does."""
    chunks = given.sentence.chunks
    located = "在" in {c.text for c in chunks[max(given.at - 2, given.segment) : given.at] if c.code in "PG" or c.text == "辖区"}
    before = chunks[given.at - 1].text if "U" not in given.right else ""
    moved = before in {"把", "将"}  # 把〔两个〕包裹装进后备箱
    treated = before == "对"  # 对〔12名〕负责人提前采取措施
    done = (
        i
        for i in range(given.at + 2, given.end)
        if (chunks[i].code == "V" and located)
        or (chunks[i].code in "VX" and (moved or (treated and chunks[i - 1].code in "NH" and chunks[i].text in _BEFOREHAND)))
    )
    end = next(done, given.end)
    return end - 1 if end < given.end and chunks[end - 1].text == "全部" else end


_SEXES = frozenset({"男", "女"})  # 拘捕23男9女: one verb for both


def _named_behind(given: Given, start: int) -> str:
    """The name in quotation marks that a counted noun carries behind it: 85项业务〔“一门通办”〕."""
    rest = given.sentence.chunks[start : given.sentence.clause_end(given.at)]
    quoted = "".join(c.text for c in rest if c.code != '"')
    return quoted if len(rest) > 2 and rest[0].code == rest[-1].code == '"' and len(quoted) <= 8 else ""


def _each(given: Given) -> str:
    """How often the counted is done, told before the verb (每天出动〔三辆〕警车), or what it is each of (每个网格配备〔2名〕网格员)."""
    clause = given.sentence.chunks[given.start : given.at]
    at = next((i for i, c in enumerate(clause) if c.text.startswith("每")), None)
    if at is None:
        return ""
    if clause[at].text in phrases.PER_UNIT:
        return clause[at].text
    each = _EACH_OF.match(given.sentence.codes, given.start + at, given.at)
    words = [c.text for c in given.sentence.chunks[each.start() : each.end()]] if each else []
    return "".join(words) if len("".join(words)) <= 8 else ""


def _done_by_each(given: Given) -> str:
    """What each of those does with the counted, right before their number: 每名民警〔管理〕4个小区."""
    verb = given.right_before
    return verb.text if verb is not None and verb.code == "X" else ""


_EACH_OF = seldom(r"(?:[ZNH][NQH]{1,2}|Z[XY]H|ZX(?=A*V)|[ZNH])(?=[PEVXLAY])")


def _scoped(given: Given, noun: str) -> str:
    """A short noun with the place right before its number (全州8个县市), or with what it is each of (每所固定1辆警车)."""
    chunks = given.sentence.chunks[given.segment : given.at]
    ahead = "".join(c.text for c in chunks if c.code not in '"EP')
    if ahead.startswith("每") and len(ahead) <= 6:
        return ahead + noun
    each = _each(given)
    if each:
        return each + _done_by_each(given) + noun
    scope = chunks[-1] if chunks and len(noun.partition("(")[0] + noun.rpartition(")")[2] * ("(" in noun)) <= 3 else None
    if scope is None or (scope.text.startswith("全") and len(noun) <= _OF_TWO):  # 全市〔423个〕村: all of them
        return noun
    return scope.text + noun if scope.code == "G" or scope.text in {"辖区", "县城", "城区"} else noun


_OF_TWO = 2


def _involved(given: Given, phrase: Phrase) -> str:
    """What says that people are those of cases: 两宗案件〔涉及〕9名公职人员."""
    before = given.sentence.chunks[given.at - 1].text if given.at > given.segment else ""
    return before if before in _INVOLVING and phrase.chunks[-1].word.noun in PEOPLE else ""


_INVOLVING = frozenset({"涉及", "牵涉", "牵连"})


def _with_next(given: Given) -> Claim | None:
    """A count right before another count of the same thing (8类16项业务)."""
    if given.sentence.codes[given.at + 1 : given.at + 2] != "#" or given.number.unit != "count":
        return None
    following = Given.of(given.sentence, given.at + 1, given.earlier)
    phrase, end = phrases.after(given.sentence.chunks, given.at + 2, following.end)
    if not phrase.chunks and re.fullmatch("[VXY]", following.right):
        phrase, end = Phrase(given.sentence.chunks[given.at + 2 : given.at + 3], None), given.at + 3  # 15类96项服务
    kinds = "类别" if (given.number.classifier or "").endswith("类") else ""
    does = deed(given, end) if phrase.chunks else ""
    metric = f"{does}{phrase.text}{kinds}"
    return Claim(given.at, "level", phrase, metric, given.at, head=phrase.text) if phrase.chunks else None


@rule(
    "审查逮捕案件148件〔217人〕。",
    "查获毒品案1388件〔1452人〕。",
    "办结公益诉讼32件〔45人〕。",
    units=frozenset({"count"}),
    signs=frozenset({LATER}),
)
def counted_again(given: Given) -> Claim | None:
    """A second count right behind the first (148件217人): the same thing in another unit."""
    counted = given.last is not None and given.last.at == given.at - 1 and given.sentence.number(given.last.at).unit == "count"
    if given.last is None or not counted or given.number.form == "zero":
        return None
    people = given.number.classifier in {"人", "名", "人次"}
    metric = given.last.metric.removesuffix("类别")
    return given.last._replace(at=given.at, metric=metric.removesuffix("户数") + "人数" if people else metric, items=())


@rule("满意率达96%,〔97%〕。", "警情12起、〔8起〕。", "去年〔96起〕,今年〔41起〕。")
def inherited(given: Given) -> Claim | None:
    """A number with nothing of its own to say what it counts: it counts what the number before it counted."""
    if given.last and given.last.kind == "change" and given.left == "J" and not given.last.items:
        baselines = comparisons_in_turn(given)
        return given.last._replace(at=given.at, comparison=baselines[-1] if baselines else given.last.comparison)
    listed = given.last is not None and re.fullmatch("[JA,]*", given.sentence.codes[given.last.at + 1 : given.at])
    lived_in = residents(given)
    if (
        given.last
        and listed
        and not lived_in
        and not _averaged(given)
        and measured_alike(given.sentence.number(given.last.at), given.number)
    ):
        return given.last._replace(at=given.at, items=())
    phrase = lived_in or (given.last.phrase if given.last and listed else _staff_just_told(given) or topic_of(given, given.at))
    phrase = phrase if listed or lived_in else _nominal(phrase)
    if not phrase.chunks and (before := _counted_in_sentence_before(given)):
        return before._replace(at=given.at, items=())
    sized = SIZES.get(given.number.unit or "", "") if phrase.chunks else ""
    told = (metric_of(given, phrase) if listed and phrase.chunks else phrase.text.removesuffix(sized) + sized) or bare_name(given.number)
    average = _averaged(given)
    told = told.removeprefix("日均") if average else told
    return Claim(given.at, "level", phrase, f"{average}{told}{_in_people(given, phrase)}", given.at)


def _nominal(phrase: Phrase) -> Phrase:
    """A phrase that names something; of a clause that somebody says or that tells where something is, nothing."""
    last = phrase.chunks[-1] if phrase.chunks else None
    said = last is not None and last.code == "X" and last.text in _SAYING
    placed = any(c.text in _LOCATED for c in phrase.chunks[:-1])
    return phrases.EMPTY if said or placed else phrase


_SAYING = frozenset({"发现", "看到", "说", "称", "表示", "介绍", "告诉", "透露", "得知", "问", "认为", "写道", "回忆", "看见", "听到"})
_LOCATED = frozenset({"位于", "地处", "坐落"})


def _counted_in_sentence_before(given: Given) -> Claim | None:
    """What the sentence before counted last, where a sentence says of another time how many there were (去年发案32起。今年只有〔9起〕)."""
    if given.earlier or given.right or given.number.unit != "count" or not _OF_ANOTHER_TIME.fullmatch(given.left):
        return None
    before = given.sentence.before[-1:]
    return before[0] if before and before[0].kind == "level" and before[0].phrase.chunks else None


_OF_ANOTHER_TIME = seldom(r"[WD][,AE]*")


def _staff_just_told(given: Given) -> Phrase | None:
    """The people that the clause before ends in, where people are counted next: 学校都配了保安,共〔680人〕."""
    chunk = given.sentence.chunks[given.start - 2] if given.start > 1 else None
    people = given.number.classifier in {"人", "名"} and re.fullmatch("[AE]*", given.left)
    named = (
        chunk is not None and chunk.code == "H" and chunk.word.noun in PEOPLE and (given.last is None or given.last.at < given.start - 2)
    )
    return Phrase((chunk,), None) if chunk and people and named else None


def _averaged(given: Given) -> str:
    """Over what the number is an average, where it is one of what was counted before: 平均每日27次."""
    told = "".join(c.text for c in given.sentence.chunks[given.segment : given.at] if c.code not in ",J")
    return told if told.startswith(_AVERAGES) and len(told) <= 6 else ""


_AVERAGES = ("平均", "人均", "户均", "日均", "月均", "年均", "村均", "每", "单日", "高峰")


def _in_people(given: Given, phrase: Phrase) -> str:
    """People counted behind something else (护林队伍26支、430人) are those of it."""
    people = given.number.classifier in {"人", "名"} and given.last is not None
    if not people or given.last is None or given.sentence.number(given.last.at).classifier in {"人", "名", "户", "个", "位"}:
        return ""
    named = bool(phrase.nouns) and phrase.nouns[-1].word.noun in {*PEOPLE, "casualty"} and not phrase.nouns[-1].text.endswith("队")
    return "" if not phrase.nouns or named else "人数"


def _with_actor(given: Given, phrase: Phrase) -> Phrase:
    """A count that is itself caught or hurt (17人落网): the verb behind the number."""
    if phrase.chunks and phrase.verb is None:
        return phrase
    done = _undone(given)
    if phrase.chunks and done:
        return Phrase((done, *phrase.chunks), done)
    if phrase.chunks:
        return phrase
    by = re.match("PN?[HO](?=[VXY])", given.right)  # 〔9人〕被法院判刑
    behind = given.sentence.chunks[given.at + 1 + (by.end() if by else 0) : given.end]
    act = phrases.trimmed([_uncounted(c) for c in behind if c.code in "VXYLNH"][:3])
    verb = next((c for c in act if c.code in "VY" and c.word.verb), None)
    return Phrase(act, verb) if any(c.code in "VXY" for c in act) else phrase


def _undone(given: Given) -> Chunk | None:
    """The verb that undoes what is counted: 被骗的28万元全部〔追回〕."""
    chunks = given.sentence.chunks
    at = given.at + 1 + (given.at + 1 < given.end and chunks[given.at + 1].text in {"全部", "悉数", "如数", "均", "都", "已"})
    verb = chunks[at] if given.left.endswith("U") and at < given.end else None
    return verb if verb and verb.word.verb in {"recover", "block", "seize", "catch"} else None


def _uncounted(chunk: Chunk) -> Chunk:
    """An area in what the counted do (无一起上交到县) is not what is counted."""
    return chunk._replace(word=chunk.word._replace(noun="")) if chunk.word.noun == "area" else chunk
