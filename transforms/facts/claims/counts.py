"""Claims of how many: verb, noun and number in either order."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk, Word, vocabulary
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import HAPPENINGS, OF_WHICH, of_accident, topic_of
from transforms.facts.classification import named_offence
from transforms.facts.phrases import Phrase
from transforms.facts.rules import rule
from transforms.lexicon import table, words
from transforms.mentions.numbers import NumberHit

_SIZE = {"m2": "面积", "km2": "面积", "mu": "面积", "ha": "面积"}


@rule("先后〔4次〕召开部署会。", "〔三次〕走访村民。", "队员〔两次〕转移群众。")
def times_done(given: Given) -> Claim | None:
    """How often something is done: the verb behind the number."""
    if given.number.classifier not in {"次", "趟", "回", "遍", "轮"} or not re.match(r"A*[VXLY]", given.right):
        return None
    rest = given.sentence.chunks[given.at + 1 : given.end]
    phrase = Phrase(phrases.trimmed([c for c in rest if c.code in "NHRYQVXLJ"]), next((c for c in rest if c.code in "VL"), None))
    return Claim(given.at, "level", phrase, phrase.text, given.at) if phrase.chunks else None


@rule(
    "全镇〔3万余人〕的喜怒哀乐都在网上。", "全县〔42万人〕。", "社区〔1200户〕、3600人。", "楼里住着〔86户〕。", "小区居住着〔1.2万〕人。"
)
def inhabitants(given: Given) -> Claim | None:
    """The people or households of a place, with nothing else to say who is counted."""
    households = given.number.classifier == "户"
    if _lived_in(given):
        word = "居民户数" if households else "人口" if "G" in given.left else "居民人数"
        chunk = given.sentence.chunks[given.at]._replace(code="H", text=word, word=_POPULATION)
        return Claim(given.at, "level", Phrase((chunk,), None), chunk.text, given.at)
    if (
        given.number.classifier not in {"人", "户", "口"}
        or not re.search(r"(?:[GH]|^)[EAU]*$", given.left)
        or not re.match(r"U|$|J", given.right)
    ):
        return None
    scope = next((c for c in reversed(given.sentence.chunks[given.segment : given.at]) if c.code in "GH"), None)
    if scope is None or (scope.code == "H" and scope.word.noun != "area"):
        return None
    word = "户数" if households else "人口" if scope.code == "G" else "人数"
    chunk = Chunk(scope.start, scope.end, "H", word, _POPULATION)
    return Claim(given.at, "level", Phrase((chunk,), None), scope.text + word, given.at)


def _lived_in(given: Given) -> bool:
    """Whether a verb of living stands right before people or households that nothing else names (楼里住着〔86户〕)."""
    verb = next((c for c in reversed(given.sentence.chunks[given.segment : given.at]) if c.code not in "uAE"), None)
    people = given.number.classifier in {"人", "户", "口"}
    return verb is not None and verb.text in _LIVING and people and not re.match("U?[NHQX]", given.right)


_LIVING = frozenset(words("claim_words", "word", **{"class": "living"}))
_POPULATION = Word("H", noun="population")


@rule("两车相撞〔3〕死4伤。", "事故造成〔3人〕当场死亡。", "山洪致〔5人〕遇难。", units=frozenset({"count", None}))
def befallen(given: Given) -> Claim | None:
    """People dead or hurt: the number right before what befell them."""
    if given.number.classifier not in {"人", "名", "位", "例", None}:
        return None
    at = given.at + 1 + len(given.right) - len(given.right.lstrip("A"))
    if at >= given.end:
        return None
    chunk = given.sentence.chunks[at]
    told = _BEFALLEN.get(chunk.text) or (chunk.text if chunk.word.verb == "die" else None)
    if told is None:
        return None
    harm = chunk._replace(text=told, word=_HARM)
    phrase = of_accident(given, Phrase((harm,), harm))
    return Claim(given.at, "level", phrase, phrase.text, given.at)


@rule("村里实现“〔零〕上访”。", "工地实现〔零〕事故。", "景区保持〔零〕投诉。")
def none_of_a_kind(given: Given) -> Claim | None:
    """A zero that names itself what did not happen (零上访); 零发案 and 零发生 say it of what stands before them."""
    if given.number.form != "zero":
        return None
    zero = given.sentence.chunks[given.at]
    event = zero.text.removeprefix("零")
    if event == zero.text or event in _HAPPENING:
        return None
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if any(c.word.noun in HAPPENINGS for c in named.chunks):
        return None
    chunk = zero._replace(text=event, word=vocabulary().get(event, Word("H")))
    return Claim(given.at, "level", Phrase((chunk,), None), event, given.at)


_HAPPENING = frozenset({"发案", "发生", "增长", "立案", "逾期", "差错", "失误", "激化", "感染", "外溢"})
_BEFALLEN = {"死": "死亡", "亡": "死亡", "伤": "受伤"}
_HARM = Word("V", verb="die", noun="casualty")
@rule("宣讲会吸引〔300余人〕参加。", "院坝会开了86场,〔1.2万人次〕参加。", "全村〔326户〕参评。", units=frozenset({"count"}))
def taking_part(given: Given) -> Claim | None:
    """People who take part, in what the sentence told before them or in what stands behind the verb."""
    chunks = given.sentence.chunks
    at = given.at + 1 + len(given.right) - len(given.right.lstrip("A"))
    if given.number.classifier not in {"人", "人次", "户", "余人"} or at >= given.end or chunks[at].text not in _TAKING_PART | _TURNING_UP:
        return None
    behind, _ = phrases.after(chunks, at + 1, given.end)
    told = behind if behind.chunks else _event(given)
    does = told.text + chunks[at].text if chunks[at].text in _TURNING_UP else chunks[at].text + told.text
    return Claim(given.at, "level", told, does + ("户数" if given.number.classifier == "户" else "人数"), given.at)


_TAKING_PART = frozenset(words("claim_words", "word", **{"class": "taking_part"}))
_TURNING_UP = frozenset(words("claim_words", "word", **{"class": "turning_up"}))


def _event(given: Given) -> Phrase:
    """What people take part in: the event named before them, else what was counted before them."""
    named = [c for c in given.sentence.chunks[given.segment : given.at] if c.word.noun == "activity"]
    if named:
        return Phrase((named[-1],), None)
    events = [claim.phrase for claim in given.earlier if any(c.word.noun == "activity" for c in claim.phrase.nouns)]
    return Phrase(events[-1].nouns, None) if events else phrases.EMPTY


_NAMED_BEHIND = re.compile(r'(?:U?[NHQYOMGR"]|X[NHUYRA]|U[XVL]|VU)')


@rule("破获刑事案件〔70起〕。", "走访群众〔7.8万余户〕。", "共检查车辆130辆、人员〔260余名〕。")
def counted_behind(given: Given) -> Claim | None:
    """A count behind what is counted: verb, noun, number."""
    if _NAMED_BEHIND.match(given.right) and not _undone(given):
        return None
    phrase = phrases.counted_before(given.sentence.chunks, _past_counted(given), given.at)
    next_to_count = not given.right and given.sentence.codes[given.at + 1 : given.at + 2] == "#"
    if given.left.endswith("J") or (next_to_count and (phrase.verb is None or given.left.endswith("U"))):
        return None
    phrase = of_accident(given, _with_object(given, _with_owner(given, _with_place(given, phrase))))
    phrase = _with_actor(given, _with_topic(given, phrase))
    if not phrase.chunks:
        return None
    metric = _extreme(given) or _each_before(given, phrase) + _named(given, phrase)
    return Claim(given.at, "level", phrase, metric, given.at, actor=_people(given, phrase))


def _past_counted(given: Given) -> int:
    """Where the stretch before the number begins, past what the number before it counts (对12家〔单位〕罚款8万元)."""
    last = given.last
    if last is None or last.at != given.segment - 1 or last.rule != "counted_ahead" or not last.head:
        return given.segment
    ends = [i + 1 for i in range(given.segment, given.at) if given.sentence.chunks[i] in last.phrase.chunks]
    behind = given.sentence.chunks[ends[-1] : given.at] if ends else ()
    acts = bool(behind) and behind[0].code not in "UE" and sum(len(c.text) for c in behind if c.code != "u") > 1
    return ends[-1] if acts else given.segment


def _extreme(given: Given) -> str:
    """The most that one case comes to: 涉案金额最高的一件达〔1240万元〕."""
    match = re.search("[HN][AN]UME*$", given.left)
    most = given.sentence.chunks[given.segment + match.start() : given.at] if match else ()
    return most[1].text + most[0].text if most and most[1].text.startswith("最") else ""


def _each_before(given: Given, phrase: Phrase) -> str:
    """Of whom or how often the count is one, right before its phrase: 〔人均〕走访群众, 〔每人〕服务, 〔每千名居民〕拥有网格员."""
    ahead = [c for c in given.sentence.chunks[given.segment : given.at] if c.end <= phrase.chunks[0].start]
    at = next((i for i, c in enumerate(ahead) if c.text in phrases.PER_UNIT or c.text.startswith("每")), None)
    told = "".join(c.text for c in ahead[at:] if c.code not in "uE,") if at is not None else ""
    return told if len(told) <= 8 else ""


def _people(given: Given, phrase: Phrase) -> str | None:
    """The people who give a tip, right before the verb: 〔群众〕提供线索920条."""
    if phrase.verb is None or phrase.verb.word.verb != "tip":
        return None
    ahead = next((c for c in given.sentence.chunks if c.end == phrase.chunks[0].start), None)
    return ahead.text if ahead is not None and ahead.word.noun in {"people", "population"} else None


@rule("召开〔27场〕座谈会。", "〔246个〕智能终端配发一线。", "选派〔55名〕民警进村任职。")
def counted_ahead(given: Given) -> Claim | None:
    """A count before what is counted: number, noun; with the verb before it, or what the counted do behind it."""
    phrase, end = phrases.after(given.sentence.chunks, given.at + 1, _place_end(given))
    if not phrase.chunks:
        return _with_next(given)
    if phrase.text in _SEXES and given.last and given.last.phrase.verb and given.segment == given.last.at + 1:
        phrase = Phrase((given.last.phrase.verb, *phrase.chunks), given.last.phrase.verb)
        return Claim(given.at, "level", phrase, phrase.text, given.at)
    verb, suffix = _disposal(given, end) or _adjacent_verb(given), _SIZE.get(given.number.unit or "", "")
    named = _named_behind(given, end)
    if named:
        return Claim(given.at, "level", phrase, named + phrase.text, given.at, head=phrase.text)
    if verb and verb.word.verb not in {"find", "hold"}:
        does = _deed(given, end) if verb.word.verb == "deploy" and phrase.chunks[-1].word.noun == "staff" else ""
        metric = f"{_each(given)}{verb.text}{does}{'的' if does else ''}{phrase.text}{suffix}"
        return Claim(given.at, "level", Phrase((verb, *phrase.chunks), verb), metric, given.at)
    scoped = _scoped(given, phrase.text)
    does = "" if suffix or scoped.startswith("每") else _deed(given, end)
    metric = f"{does}的{phrase.text}" if does else scoped + suffix
    lost = next((c for c in given.sentence.chunks[end : end + 2] if c.word.verb == "lose"), None)
    if lost and not does:
        return Claim(given.at, "level", Phrase((lost, *phrase.chunks), lost), lost.text + phrase.text, given.at)
    caught = next((c for c in given.sentence.chunks[end : given.end] if c.word.verb in {"catch", "die", "surrender"}), None)
    counted = Phrase(((caught, *phrase.chunks) if caught else phrase.chunks), caught)
    return Claim(given.at, "level", counted, metric, given.at, head=phrase.text)


def _disposal(given: Given, start: int) -> Chunk | None:
    """What is done with the counted, told behind them: 将〔5名〕逃犯悉数抓获."""
    chunks, end = given.sentence.chunks, given.sentence.clause_end(given.at)
    if not any(c.text in {"将", "把"} for c in chunks[given.segment : given.at]):
        return None
    done = next((c for c in chunks[start:end] if c.code not in "AN" or c.word.verb), None)
    return done if done is not None and done.word.verb in _DISPOSING else None


_DISPOSING = frozenset({"catch", "recover", "seize", "help", "block", "solve", "rectify"})


def _place_end(given: Given) -> int:
    """Where a counted noun must end: before what is done in it (在〔5个〕旗推广警务室43个), else where the stretch does."""
    chunks = given.sentence.chunks
    located = given.at > 0 and chunks[given.at - 1].text == "在"
    done = (i for i in range(given.at + 2, given.end) if chunks[i].code == "V" and located)
    return next(done, given.end)


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
    each = re.match(r"[ZNH][NQH]{0,2}(?=[EVXLAY])", given.sentence.codes[given.start + at : given.at])
    words = [c.text for c in clause[at : at + each.end()]] if each else []
    return "".join(words) if len("".join(words)) <= 8 else ""


def _scoped(given: Given, noun: str) -> str:
    """A short noun with the place right before its number (全州8个县市), or with what it is each of (每所固定1辆警车)."""
    chunks = given.sentence.chunks[given.segment : given.at]
    ahead = "".join(c.text for c in chunks if c.code not in '"E')
    each = ahead if ahead.startswith("每") and len(ahead) <= 6 else _each(given)
    if each:
        return each + noun
    scope = chunks[-1] if chunks and len(noun) <= 3 else None
    return scope.text + noun if scope and (scope.code == "G" or scope.text in {"辖区", "县城", "城区"}) else noun


def _with_next(given: Given) -> Claim | None:
    """A count right before another count of the same thing (8类16项业务)."""
    if given.sentence.codes[given.at + 1 : given.at + 2] != "#" or given.number.unit != "count":
        return None
    following = Given.of(given.sentence, given.at + 1, given.earlier)
    phrase, end = phrases.after(given.sentence.chunks, given.at + 2, following.end)
    kinds = "类别" if (given.number.classifier or "").endswith("类") else ""
    does = _deed(given, end) if phrase.chunks else ""
    metric = f"{does}{'的' if does else ''}{phrase.text}{kinds}"
    return Claim(given.at, "level", phrase, metric, given.at, head=phrase.text) if phrase.chunks else None


@rule("审查逮捕案件148件〔217人〕。", "查获毒品案1388件〔1452人〕。", "办结公益诉讼32件〔45人〕。", units=frozenset({"count"}))
def counted_again(given: Given) -> Claim | None:
    """A second count right behind the first (148件217人): the same thing in another unit."""
    counted = given.last is not None and given.last.at == given.at - 1 and given.sentence.number(given.last.at).unit == "count"
    if given.last is None or not counted or given.number.form == "zero":
        return None
    suffix = "人数" if given.number.classifier in {"人", "名", "人次"} else ""
    return given.last._replace(at=given.at, metric=given.last.metric.removesuffix("类别") + suffix, items=())


def _deed(given: Given, start: int) -> str:
    """What the counted do, behind their noun (9个派出所〔破案率达100%〕) or its list; empty for those that are all there are."""
    listed = re.match(r"(?:J#[NHYQRU\"]+)+", given.sentence.codes[start:])
    start += listed.end() if listed else 0
    if start >= len(given.sentence.chunks) or _all_there_are(given, start):
        return ""
    rest = given.sentence.chunks[start : _deed_end(given, start)]
    told = "".join(c.text for c in phrases.trimmed(rest) if c.code not in '"uA' or c.text in _NOT)
    says = bool(rest) and rest[0].code in "VXRLYAPNE" and (rest[0].text == "被" or any(c.code in "VXRLY" for c in rest))
    return told if says and 3 <= len(told) <= 16 else ""


def _deed_end(given: Given, start: int) -> int:
    """Where the deed that begins at chunk `start` ends; at once where a number in it counts something of its own."""
    sentence, end = given.sentence, given.sentence.clause_end(given.at)
    end = next((i for i in range(start, end) if sentence.codes[i] == "J"), end)
    number = next((i for i in range(start, end) if sentence.codes[i] == "#" and not _belongs(given, start, i, end)), None)
    if number is None:
        return end
    before = sentence.chunks[given.at - 1].text if given.at > given.segment else ""
    return number if before.endswith(_FOR_WHOM) or _sent(given) else start


def _belongs(given: Given, start: int, at: int, end: int) -> bool:
    """Whether a number belongs to the deed it stands in: a rate at its end (破案率达100%), a zero (实现“零发案”), 双100%."""
    rated = at + 1 == end and re.search("RE{0,2}$", given.sentence.codes[start:at])
    return bool(rated) or given.sentence.number(at).form == "zero" or given.sentence.chunks[at - 1].text == "双"


def _sent(given: Given) -> bool:
    """Whether a verb sends those who are counted (抽调〔46名〕民警包联企业)."""
    verb = _adjacent_verb(given)
    return verb is not None and verb.word.verb == "deploy"


def _all_there_are(given: Given, start: int) -> bool:
    """Whether the counted are all that a place or somebody has: what they do tells them from no others (全县9个乡镇〔均〕设立专班)."""
    codes, chunks = given.sentence.codes, given.sentence.chunks
    before = chunks[given.at - 1] if given.at > given.segment else None
    if before is None:
        return False
    if before.text in _THERE_ARE:
        return not re.match("A*[VXLYRP]", codes[start:])
    told = codes[start] in "VXLA" and chunks[start].text not in _EACH and "J" not in codes[start : given.sentence.clause_end(given.at)]
    return before.code == "O" or (before.code == "G" and not told) or before.text in _ALL_THERE_ARE


_THERE_ARE = frozenset({"有", "共有", "先后有", "另有", "已有"})
_NOT = frozenset({"不", "未", "没有", "无"})
_FOR_WHOM = ("向", "为", "对", "给", "帮", "替")
_EACH = frozenset({"均", "都", "全部", "全", "各", "已", "皆", "悉数"})
_ALL_THERE_ARE = frozenset(words("claim_words", "word", **{"class": "all_there_are"}))


@rule("满意率达96%,〔97%〕。", "警情12起、〔8起〕。", "去年〔96起〕,今年〔41起〕。")
def inherited(given: Given) -> Claim | None:
    """A number with nothing of its own to say what it counts: it counts what the number before it counted."""
    if given.last and given.last.kind == "change" and given.left == "J" and not given.last.items:
        return given.last._replace(at=given.at)
    listed = given.last is not None and re.fullmatch("[JA,]*", given.sentence.codes[given.last.at + 1 : given.at])
    phrase = _residents(given) or (given.last.phrase if given.last and listed else topic_of(given, given.at))
    return Claim(given.at, "level", phrase, f"{_averaged(given)}{phrase.text or '数量'}{_in_people(given, phrase)}", given.at)


def _residents(given: Given) -> Phrase | None:
    """Households or people told behind houses or places (居民楼32栋、1876户): those who live there."""
    word = {"户": "居民户数", "人": "居民人数"}.get(given.number.classifier or "")
    head = given.last.phrase.chunks[-1:] if given.last else ()
    listed = re.fullmatch("[NH]*[J,]", given.left)
    if word is None or not head or head[0].word.noun not in {"area", "facility", "population"} or not listed:
        return None
    return Phrase((head[0]._replace(text=word, word=_POPULATION),), None)


def _averaged(given: Given) -> str:
    """Over what the number is an average, where it is one of what was counted before: 平均每日27次."""
    told = "".join(c.text for c in given.sentence.chunks[given.segment : given.at] if c.code not in ",J")
    return told if told.startswith(("平均", "人均", "户均", "日均", "月均", "年均", "村均", "每")) and len(told) <= 6 else ""


def _in_people(given: Given, phrase: Phrase) -> str:
    """People counted behind something else (护林队伍26支、430人) are those of it."""
    people = given.number.classifier in {"人", "名"} and given.last is not None
    if not people or given.last is None or given.sentence.number(given.last.at).classifier in {"人", "名", "户", "个", "位"}:
        return ""
    return "" if not phrase.nouns or phrase.nouns[-1].word.noun in {*_PEOPLE, "casualty"} else "人数"


def _named(given: Given, phrase: Phrase) -> str:
    """The metric of a counted phrase: sizes get their dimension, a bare verb on money the offence told before it (电信诈骗止付金额)."""
    text, unit = phrase.text, given.number.unit or ""
    if unit in _SIZE and not text.endswith(tuple(_SIZE.values())):
        return text + _SIZE[unit]
    if unit in {"m", "km"} and phrase.chunks[-1].code in "VX":
        return text + "距离"
    if unit.isupper():
        return _named_money(given, phrase)
    return _UNTOLD.get((text, given.number.classifier or ""), text)


_UNTOLD = {(row["verb"], classifier): row["metric"] for row in table("objects") for classifier in row["classifiers"].split()}


def _named_money(given: Given, phrase: Phrase) -> str:
    """Money that a bare verb got back or stopped, or that was lost, with the offence told before it (电信诈骗止付金额, 诈骗群众损失)."""
    text, verb = phrase.text, phrase.verb.word.verb if phrase.verb else ""
    if verb == "recover" and phrase.nouns and phrase.chunks[-1].word.noun in {"people", "population"}:
        return text + "金额"
    got = len(phrase.chunks) == 1 and verb in {"block", "recover"}
    if not got and text not in _OF_WHOM:
        return text
    wholes = [claim for claim in given.earlier if not _is_part(given, claim)]
    told = [named.word for claim in wholes if (named := named_offence(claim.metric)) and named.weight >= 6]
    default = "电诈" if text.endswith(("止付", "冻结")) else ""
    return f"{told[-1] if told else default}{text}{'金额' if got else ''}"


_OF_WHOM = frozenset({"群众损失", "财损", "损失", "损失总额", "损失金额", "群众财产损失", "受害人损失", "被骗金额"})


def _is_part(given: Given, claim: Claim) -> bool:
    """Whether a claim is of a part in an earlier clause (其中盗窃720起)."""
    sentence = given.sentence
    return claim.at < given.start and any(c.text in OF_WHICH for c in sentence.chunks[sentence.clause_start(claim.at) : claim.at])


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


def _with_owner(given: Given, phrase: Phrase) -> Phrase:
    """An amount that must be of something (市值, 案值, 涉款) with what was counted right before it: 假烟〔案值〕."""
    last = given.last
    if last is None or phrase.text not in _AMOUNTS or given.sentence.codes.count(",", last.at, given.at) > 1:
        return phrase
    owner = tuple(c for c in last.phrase.chunks if c is not last.phrase.verb)
    return Phrase((*owner, *phrase.chunks), last.phrase.verb)


_AMOUNTS = frozenset(words("claim_words", "word", **{"class": "amount_of_something"}))


def _with_place(given: Given, phrase: Phrase) -> Phrase:
    """Where only a place stands before the number (这样的志愿者,全镇有〔1300名〕): what the clause before it names."""
    if not phrase.chunks or not all(c.code in "GO" for c in phrase.chunks):
        return phrase
    topic = topic_of(given, given.segment)
    return topic if topic.chunks else phrase


def _with_object(given: Given, phrase: Phrase) -> Phrase:
    """A bare verb takes the object of the number before it, counted alike (发现隐患12处，整改〔10处〕); a bare noun its verb."""
    last = given.last
    if last is None or not phrase.chunks or last.kind == "rank":
        return phrase
    verb = _bare_verb(phrase)
    counted = _counted_alike(given, verb) if verb else None
    if verb and counted:
        return _of_object(given, phrase, verb, counted.phrase)
    if phrase.text in _MEMBERS and last.phrase.nouns and last.phrase.nouns[-1].text.endswith(_TEAMS):
        return Phrase((*last.phrase.nouns, *phrase.chunks), None)
    listed = given.sentence.codes[last.at + 1 : given.at].startswith("J") or not OF_WHICH.isdisjoint(_texts(given))
    return _as_part(phrase, last.phrase) if listed else phrase


_MEMBERS = frozenset(words("claim_words", "word", **{"class": "member"}))
_TEAMS = ("队", "队伍", "团", "组", "社", "协会", "联盟")


def _bare_verb(phrase: Phrase) -> Chunk | None:
    """The verb of a phrase that has no object, known to us or not."""
    verb = phrase.verb or (phrase.chunks[0] if len(phrase.chunks) == 1 and phrase.chunks[0].code == "X" else None)
    return verb if all(c is verb or c.text in phrases.MANNERS for c in phrase.chunks) else None


def _counted_alike(given: Given, verb: Chunk) -> Claim | None:
    """The last claim of the sentence that counts in the same unit and classifier; of people and charges only the one right before."""
    another = given.number.classifier in {"人", "名", "位", "人次"} or verb.word.verb == "prosecute"
    near = given.earlier[-1:] if another else given.earlier
    alike = (claim for claim in reversed(near) if claim.kind == "level" and _measured_alike(given.sentence.number(claim.at), given.number))
    return next(alike, None)


def _measured_alike(one: NumberHit, other: NumberHit) -> bool:
    return one.classifier == other.classifier and one.unit == other.unit


def _of_object(given: Given, phrase: Phrase, verb: Chunk, before: Phrase) -> Phrase:
    """A verb with the nouns of the phrase before it, where they may be its object."""
    nouns = tuple(c for c in before.nouns if c.code not in "VLY" and c.text not in phrases.MANNERS)
    of_losses = verb.word.verb in {"block", "recover"} and any(c.word.verb == "lose" for c in before.chunks)
    of_things = given.number.classifier in {"人", "名", "位", "人次"} and not any(c.word.noun in _PEOPLE for c in nouns)
    of_cases = verb.word.verb in {"catch", "prosecute"} and not any(c.word.noun in {*_PEOPLE, "staff"} for c in nouns)
    held = verb.word.verb == "catch" and before.verb is not None and before.verb.word.verb == "catch"  # 抓获18名,其中刑拘6名
    if of_losses or of_things or of_cases or held or verb.word.verb in {"surrender", "die"}:
        return phrase
    return Phrase((*phrase.chunks, *nouns), verb)


def _as_part(phrase: Phrase, whole: Phrase) -> Phrase:
    """A member of a list or a part: a sort with the nouns of its whole (其中〔省级〕1个), another noun with its verb."""
    if phrase.text in _SORTS:
        return Phrase((*phrase.chunks, *(c for c in whole.nouns if c.text not in _SORTS)), None)
    if whole.verb is not None and whole.chunks[-1] is whole.verb and phrase.chunks[-1].word.noun in {"accident", "alarm"}:
        return Phrase((*phrase.chunks, *(c for c in whole.chunks if c.word.verb)), whole.verb)
    if phrase.verb is None and whole.verb is not None and phrase.chunks[0].word.noun != "casualty":
        return Phrase((whole.verb, *phrase.chunks), whole.verb)
    return phrase


def _with_topic(given: Given, phrase: Phrase) -> Phrase:
    """A bare verb with what the clause before it names (毒品方面,去年查获212件), where nothing is counted in between."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    start = given.sentence.clause_start(given.at)
    verb = _bare_verb(phrase)
    bare = verb is not None and len(phrase.chunks) == 1 and verb.word.verb != "lose"
    if not bare or given.segment != start or start < 2 or codes[start - 1] != "," or not re.fullmatch("[DWAPEuZHG]*[VXY]u?", given.left):
        return phrase
    low = given.sentence.clause_start(start - 1)
    end = start - 1 - (chunks[start - 2].text in {"方面", "上"})
    if "#" in codes[low:end] or codes[end - 1 : end] != "H" or re.search("[VL]", codes[low:end].rpartition("U")[2]):
        return phrase
    topic = phrases.topic_before(chunks, max(low, codes.rfind("U", low, end) + 1), end)
    return Phrase((*phrase.chunks, *topic.chunks), verb)


_SORTS = frozenset(words("claim_words", "word", **{"class": "sort"}))
_PEOPLE = frozenset({"suspect", "people", "staff", "population"})


def _texts(given: Given) -> set[str]:
    return {c.text for c in given.sentence.chunks[given.last.at if given.last else 0 : given.at]}


def _with_actor(given: Given, phrase: Phrase) -> Phrase:
    """A count that is itself caught or hurt (17人落网): the verb behind the number."""
    if phrase.chunks and phrase.verb is None:
        return phrase
    done = _undone(given)
    if phrase.chunks and done:
        return Phrase((done, *phrase.chunks), done)
    if phrase.chunks:
        return phrase
    act = phrases.trimmed([_uncounted(c) for c in given.sentence.chunks[given.at + 1 : given.end] if c.code in "VXYLNH"][:3])
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
