"""What a count is of where its own words do not say it all: the object, owner or topic that stands before it in the sentence."""

from __future__ import annotations

import itertools
import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.durations import comer
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import OF_WHICH, stripped, topic_end, topic_of
from transforms.facts.offences import named_offence
from transforms.facts.phrases import HAPPENINGS, Phrase
from transforms.facts.rules import OF_PEOPLE
from transforms.lexicon import table, words
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

SIZES = {"m2": "面积", "km2": "面积", "mu": "面积", "ha": "面积"}


def size_of(unit: str | None, text: str) -> str:
    """The size that a unit measures, where a text does not name it itself: 面积 of 草场, nothing of 陆地面积."""
    size = SIZES.get(unit or "", "")
    return "" if text.endswith(size) else size


def metric_of(given: Given, phrase: Phrase) -> str:
    """The metric of a counted phrase: sizes get their dimension, a bare verb on money the offence told before it (电信诈骗止付金额)."""
    text, unit = phrase.text, given.number.unit or ""
    if unit in {"m", "km"} and (way := _way(given, phrase)):
        return way
    if given.number.classifier == "班" and text.endswith("分"):
        return text[:-1] + "班次"
    if unit.isupper():
        named = ("" if phrase.verb else _for_whom(given, phrase)) + _named_money(given, phrase)
        return f"{named}金额" if phrase.chunks[-1].text in _SUMS else named
    if dimension := _dimension(unit, phrase):
        return text + dimension
    how = text.removesuffix(phrase.chunks[-1].text) if phrase.chunks[0].text in phrases.PER_UNIT else ""  # 日均出动〔32人〕
    return (how or _for_whom(given, phrase)) + untold(text.removeprefix(how), given.number.classifier)


_SUMS = frozenset({"索赔", "起诉", "拦截", "拦下", "劝阻", "执行", "理赔", "赔付", "清退", "兑付"})  # verbs of sums that no noun names


def _way(given: Given, phrase: Phrase) -> str:
    """The name of a way that somebody went, by a bare verb before it; empty where none says so."""
    if phrase.chunks[-1].text in _CHASING:
        return "追赶距离"
    return comer(given.sentence.chunks[: given.at]) + "行程" if phrase.text in _TRAVELLED else ""


def _for_whom(given: Given, phrase: Phrase) -> str:
    """For whom something is done that a bare word names, right before it: 〔为牧民〕办证, 〔给社员〕分红; empty where nobody is told."""
    if len(phrase.chunks) > 1 or len(phrase.text) > _BARE:
        return ""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.segment, given.at) if chunks[i].text in _FOR and phrase.chunks[0].code in "XVN"), None)
    told = [c for c in chunks[at : given.at] if c.end <= phrase.chunks[0].start] if at is not None else []
    who = "".join(c.text for c in told)
    return who if len(told) in {2, 3} and all(c.code in "NHG" for c in told[1:]) and len(who) <= _LONGEST else ""


_FOR = frozenset({"为", "给", "替", "帮"})
_BARE, _LONGEST = 2, 6
_TRAVELLED = frozenset({"行程", "总行程", "累计行程", "辗转", "奔波", "驱车", "长途奔波"})

_LENGTHS = ("长", "宽", "高", "深", "厚", "径")
_CHASING = frozenset({"追", "追出", "连追", "追赶", "追逐", "追了"})


def _dimension(unit: str, phrase: Phrase) -> str:
    """What a phrase lacks to name a size, a distance or a part, after the unit; empty where it lacks nothing."""
    if unit in SIZES:
        return size_of(unit, phrase.text)
    if unit in {"m", "km"}:
        return "距离" if phrase.chunks[-1].code in "VX" and not phrase.text.endswith(_LENGTHS) else ""
    if unit == "point":
        return "分" if phrase.text.endswith(_MARKING) else ""
    return "占比" if unit == "percent" and _is_parted(phrase) else ""


_MARKING = ("记", "加", "扣", "计", "奖")  # 酒后驾车扣〔20分〕


def _is_parted(phrase: Phrase) -> bool:
    """Whether a percentage can only be a part of what a phrase names: it is no rate, and is not by how much somebody broke a limit."""
    last = phrase.chunks[-1]
    return last.code in "NHQ" and last.word.noun != "violation" and not phrase.text.endswith(_OF_PERCENT)


_OF_PERCENT = ("率", "度", "比", "比例", "比重", "幅", "感", "面", "指数", "双")


def untold(text: str, classifier: str | None) -> str:
    """What a bare verb counts by its classifier: 抓获嫌疑人 of 抓获4人; the verb itself where the table has none."""
    return _UNTOLD.get((text, classifier or ""), text)


_UNTOLD = {(row["verb"], classifier): row["metric"] for row in table("objects") for classifier in row["classifiers"].split()}


def _named_money(given: Given, phrase: Phrase) -> str:
    """Money that a bare verb got back or stopped, or that was lost, with the offence told before it (电信诈骗止付金额, 诈骗群众损失)."""
    if phrase.chunks[-1].text in _CHEATING:  # 被人以征婚为名诈骗〔3万元〕
        return "被骗金额"
    text, verb = _WORTH.sub("", phrase.text) or phrase.text, phrase.verb.word.verb if phrase.verb else ""
    if verb in {"recover", "lose"} and phrase.nouns and phrase.chunks[-1].word.noun in {"people", "population"}:
        return text + "金额"
    got = len(phrase.chunks) == 1 and verb in {"block", "recover"}
    if not got and text not in _OF_WHOM:
        return text
    told = [named.word for claim in given.earlier if (named := named_offence(claim.metric)) and named.weight >= 6]
    default = "电诈" if text.endswith(("止付", "冻结")) else ""
    return f"{told[-1] if told else default}{text}{'金额' if got else ''}"


_CHEATING = frozenset({"诈骗", "骗取", "骗走", "诈取", "骗", "骗去"})
_WORTH = seldom("(?:折合|约合|折价|折款)(?:现金|人民币)?$")  # 追回赃物〔折合〕人民币85万元
_OF_WHOM = frozenset({"群众损失", "财损", "损失", "损失总额", "损失金额", "群众财产损失", "受害人损失", "被骗金额"})


def weighed(given: Given, phrase: Phrase) -> Phrase:
    """A bare weight with the thing that the clause before ends in: 搜出一包〔冰毒〕,净重860克."""
    chunks, at = given.sentence.chunks, given.start - 2
    if at < 0 or given.segment != given.start or chunks[at].code not in "NH" or phrase.text not in _WEIGHTS:
        return phrase
    return Phrase((chunks[at], *phrase.chunks), phrase.verb)


_WEIGHTS = frozenset({"净重", "重", "重达", "毛重", "总重", "重量", "约重", "总净重", "共重"})


def with_owner(given: Given, phrase: Phrase) -> Phrase:
    """An amount that must be of something (市值, 案值, 涉款) with what was counted right before it: 假烟〔案值〕."""
    place = _place_told(given) if phrase.text in _EXTENTS_OF_PLACE else ()
    if place or (phrase.text not in _AMOUNTS and not _of_building(given, phrase)):
        return Phrase((*place, *phrase.chunks), phrase.verb) if place else phrase
    if seized := _seized_with_others(given, phrase):
        return Phrase((phrase.chunks[0]._replace(text="查获物品" + phrase.chunks[0].text), *phrase.chunks[1:]), seized)
    last, of_all = given.last, _owner_of_all(given)
    if of_all.chunks:
        return Phrase((*of_all.chunks, *phrase.chunks), of_all.verb)
    if last is None or given.sentence.codes.count(",", last.at, given.at) > 1:
        return phrase
    last = _case_of_people(given, next((c for c in reversed(given.earlier) if not _is_rate(c)), last))
    head = last.phrase.nouns[-1].word.noun if last.phrase.nouns else ""
    if phrase.text.startswith("涉案") and (head in PEOPLE or (phrase.text in _OF_CASE_ALONE and head in _NO_CASE)):
        return phrase
    owner = tuple(c for c in last.phrase.chunks if c is not last.phrase.verb)
    return Phrase((*owner, *phrase.chunks), last.phrase.verb)


_OF_CASE_ALONE = frozenset({"涉案金额", "涉案总额", "涉案资金"})
_NO_CASE = frozenset({"", "money", "goods", "material", "equipment", "site", "facility"})  # 查获视频300部,〔涉案金额〕300万元
_EXTENTS_OF_PLACE = frozenset({"面积", "总面积", "占地面积", "人口", "常住人口", "总人口", "户数"})


def _place_told(given: Given) -> tuple[Chunk, ...]:
    """The place that the clause before ends in, where a bare area or population follows (〔第二网格〕,面积0.5平方公里,人口3000)."""
    last = given.last
    if last is not None and last.at >= given.sentence.clause_start(given.start - 1) and last.phrase.chunks:
        again = last.phrase.chunks[-1].text in _EXTENTS_OF_PLACE and last.phrase.chunks[-1].text not in last.metric[:2]
        return last.phrase.chunks[:-1] if again else ()
    end = given.start - 1
    if given.segment != given.start or end < 1 or given.sentence.chunks[end - 1].word.noun not in {"facility", "area", "site"}:
        return ()
    told = phrases.trimmed(phrases.run_before(given.sentence.chunks, max(end - 3, given.sentence.clause_start(end)), end))
    return told if len("".join(c.text for c in told)) <= _LONGEST else told[-1:]


def _is_rate(claim: Claim) -> bool:
    """Whether a claim is a rate, which owns no money: 化解纠纷86件,〔成功率98%〕,涉及金额320万元."""
    return claim.phrase.chunks[-1:] != () and claim.phrase.chunks[-1].code == "R"


def _seized_with_others(given: Given, phrase: Phrase) -> Chunk | None:
    """The verb by which all of a list were seized whose worth is told behind it: 〔查获〕假酒86瓶、商标300套,涉案价值12万元."""
    at = next((i for i, c in enumerate(given.sentence.chunks[: given.at]) if c.word.verb == "seize"), given.at)
    listed = [claim for claim in given.earlier if claim.at > at and claim.phrase.nouns and claim.kind == "level"]
    things = {claim.phrase.nouns[-1].text for claim in listed if claim.phrase.nouns[-1].word.noun not in _NO_GOODS}
    of_all = len(things) > 1 and len(things) == len(listed) and phrase.text.endswith(("价值", "案值", "市值", "货值"))
    return given.sentence.chunks[at] if of_all else None


_NO_GOODS = HAPPENINGS | {"suspect", "people", "staff", "population", "gang", "den"}


def case_of(given: Given, phrase: Phrase) -> str:
    """The case that victims and sums are of, of none that is counted, named in a clause before: 发生多起〔摸奖诈骗案〕,受害人达20余人."""
    if phrase.text not in _OF_CASES or (given.last is not None and given.last.at >= given.start):
        return ""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.start - 1, 0, -1) if chunks[i].code == "H" and chunks[i].text.endswith("案")), 0)
    if not at or any(claim.at > at and claim.phrase.text not in _OF_CASES for claim in given.earlier):
        return ""
    run = phrases.trimmed(phrases.run_before(chunks, max(at - _NAMING, 0), at + 1))
    first = 1 + max((i for i, c in enumerate(run[:-1]) if c.code in "VUGOM" and c.word.verb != "lose"), default=-1)
    return Phrase(run[first:], None).text


_NAMING = 4  # words that name a case
_OF_CASES = frozenset(words("claim_words", "word", **{"class": "of_case"}))


def _case_of_people(given: Given, last: Claim) -> Claim:
    """The cases counted before the people in them: 破获非法集资案18起,涉及群众360名,〔金额〕2.8亿元."""
    people = last.phrase.nouns[-1:] and (last.phrase.nouns[-1].word.noun in PEOPLE or last.phrase.nouns[-1].text.endswith("人"))
    cases = (c for c in reversed(given.earlier) if c.phrase.nouns and c.phrase.nouns[-1].word.noun in HAPPENINGS)
    return next(cases, last) if people else last


def _of_building(given: Given, phrase: Phrase) -> bool:
    """Whether a bare area is that of the buildings counted before it: 新建业务用房12处,〔面积〕2.6万平方米."""
    nouns = given.last.phrase.nouns if given.last else ()
    return phrase.text in {"面积", "总面积", "建筑面积"} and bool(nouns) and nouns[-1].word.noun in {"facility", "site"}


def _owner_of_all(given: Given) -> Phrase:
    """What a total is of, right before it (检获的〔毒品〕总市值), with the verb that got it."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.segment, given.at) if chunks[i].text == "总"), given.segment)
    named = phrases.counted_before(chunks, given.segment, at) if at > given.segment else phrases.EMPTY
    return Phrase(tuple(c for c in named.chunks if c.code != "U"), named.verb)


_AMOUNTS = frozenset(words("claim_words", "word", **{"class": "amount_of_something"}))


def with_channel(given: Given, phrase: Phrase) -> Phrase:
    """Users and clicks with the programme or account that has them: 〔“平安通”小程序〕注册用户12万, 推广〔反诈中心APP〕,注册量9万."""
    if not phrase.chunks or phrase.chunks[-1].text not in _ONLINE or any(c.text in _CHANNELS for c in phrase.chunks):
        return phrase
    chunks = given.sentence.chunks
    at = next((i for i in range(given.at - 1, -1, -1) if chunks[i].text in _CHANNELS), None)
    if at is None:
        return phrase
    start = next((i + 1 for i in range(at - 1, -1, -1) if chunks[i].code in "VXL,." or chunks[i].text.endswith("推广")), 0)
    named = phrases.run_before(chunks, start, at + 1)
    figure = [c for c in chunks[at + 1 : given.at] if c.code == "V" and c.end == phrase.chunks[-1].start]
    return Phrase((*named, *figure, phrase.chunks[-1]), None)


_ONLINE = frozenset(words("claim_words", "word", **{"class": "online"}))
_CHANNELS = frozenset(words("claim_words", "word", **{"class": "channel"}))


def with_place(given: Given, phrase: Phrase) -> Phrase:
    """Where only a place stands before the number (这样的志愿者,全镇有〔1300名〕): what the clause before it names.

    Nothing of people who are told behind their number to do something.
    """
    if not phrase.chunks or not all(c.code in "GO" for c in phrase.chunks):
        return phrase
    if given.number.classifier in OF_PEOPLE and _ACTING.match(given.right):
        return phrases.EMPTY
    chunks, at = given.sentence.chunks, next(i for i in range(given.segment, given.at) if given.sentence.chunks[i] is phrase.chunks[0])
    here = phrases.topic_before(chunks, given.segment, at - 1) if at > given.segment and chunks[at - 1].text == "在" else phrases.EMPTY
    topic = here if here.chunks else topic_of(given, given.segment)
    return topic if topic.chunks else phrase


_ACTING = seldom("A*(?:P[NHO]{1,2}A*)?[VXY]")  # 全国每年〔4000万人〕被猫狗咬伤: what they do or suffer names them


def with_object(given: Given, phrase: Phrase) -> Phrase:
    """A bare verb takes the object of the number before it, counted alike (发现隐患12处，整改〔10处〕); a bare noun its verb."""
    last = given.last
    if last is None or not phrase.chunks or last.kind == "rank":
        return phrase
    verb = _bare_verb(phrase)
    counted = _counted_alike(given, verb) if verb else None
    if verb and counted:
        return _another_sort(given, phrase, last) or _of_object(given, phrase, verb, counted.phrase)
    if sort := _sort_of_whole(given, phrase):
        return sort
    if phrase.text in _MEMBERS and last.phrase.nouns and last.phrase.nouns[-1].text.endswith(_TEAMS):
        return Phrase((*last.phrase.nouns, *phrase.chunks), None)
    listed = (
        given.sentence.codes[last.at + 1 : given.at].startswith("J")
        or not OF_WHICH.isdisjoint(_texts(given))
        or _goes_on(given, phrase, last)
    )
    return _as_part(phrase, last.phrase) if listed else phrase


def _another_sort(given: Given, phrase: Phrase, last: Claim) -> Phrase | None:
    """The next sort of what was dealt with, told by a verb that we do not know: 查处闯红灯86起、〔逆行〕47起."""
    verb, alike = last.phrase.verb, measured_alike(given.sentence.number(last.at), given.number)
    if verb is None or verb.text not in _SORTED_BY or phrase.chunks[0].code != "X" or last.phrase.chunks[0] is not verb:
        return None
    told = given.sentence.codes.startswith("J", last.at + 1) and len(last.phrase.chunks) > 1 and last.at == given.segment - 1
    return Phrase((verb, *phrase.chunks), verb) if told and alike and phrase.text not in _DEALT_WITH else None


_SORTED_BY = frozenset({"查处", "查纠", "纠正", "处罚", "现场查处", "纠处", "依法查处"})
_DEALT_WITH = frozenset({"劝返", "劝离", "教育", "警告", "扣车", "教育劝导"})
_MOST = frozenset({"最大", "最小", "最多", "最少", "最高", "最低"})


def _sort_of_whole(given: Given, phrase: Phrase) -> Phrase | None:
    """A sort that stands for some of what was counted as a whole before, with that (咨询类5200件)."""
    if phrase.text in _MOST and given.last is not None and given.last.phrase.nouns:
        return Phrase((*phrase.chunks, given.last.phrase.nouns[-1]), None)
    whole = _sorted_whole(given) if phrase.chunks[-1].text.endswith("类") else None
    return Phrase((*phrase.chunks, *whole.nouns[-1:]), whole.verb) if whole else None


def _sorted_whole(given: Given) -> Phrase | None:
    """What was counted as a whole before its sorts: 8600件〔诉求〕中,咨询类5200件、投诉类2100件."""
    alike = (claim.phrase for claim in reversed(given.earlier) if measured_alike(given.sentence.number(claim.at), given.number))
    wholes = (phrase for phrase in alike if phrase.nouns and phrase.nouns[-1].code == "H")
    return next((phrase for phrase in wholes if not any(c.text.endswith("类") for c in phrase.nouns)), None)


def _goes_on(given: Given, phrase: Phrase, last: Claim) -> bool:
    """Whether a clause of a noun and a number goes on with the kind of things counted before: 破获部督案件3起,〔省督案件6起〕."""
    kinds = {claimed.chunks[-1].word.noun for claimed in (phrase, last.phrase) if claimed.chunks}
    bare = _NOUN_ALONE.fullmatch(given.sentence.codes, last.at + 1, given.at)
    alike = len(kinds) == 1 and "" not in kinds and measured_alike(given.sentence.number(last.at), given.number)
    done = last.phrase.verb.word.verb if last.phrase.verb is not None else ""
    gone_over = given.number.unit == "count" and given.number.classifier not in OF_PEOPLE
    return bare is not None and (alike or kinds <= (_LOOT if done == "seize" else _PLACES if done in _LOOKING and gone_over else set()))


_NOUN_ALONE = re.compile(',J?[NHQ"]+(?:J[NHQ"]+)?')
_LOOT = frozenset({"goods", "vehicle", "equipment", "money"})
_PLACES = frozenset({"site", "facility", "unit"})
_LOOKING = frozenset({"inspect", "investigate"})  # 排查出租房1200间,〔旅馆86家〕


_ASIDE = phrases.MANNERS | phrases.NEGATIONS
_MEMBERS = frozenset(words("claim_words", "word", **{"class": "member"}))
_TEAMS = ("队", "队伍", "团", "组", "社", "协会", "联盟")


def _bare_verb(phrase: Phrase) -> Chunk | None:
    """The verb of a phrase that has no object, known to us or not."""
    verb = phrase.verb or (phrase.chunks[0] if len(phrase.chunks) == 1 and phrase.chunks[0].code == "X" else None)
    return verb if all(c.code == "V" or c is verb or c.text in _ASIDE for c in phrase.chunks) else None


def _counted_alike(given: Given, verb: Chunk) -> Claim | None:
    """The last claim of the sentence that counts in the same unit and classifier; of people and charges only the one right before."""
    another = given.number.classifier in OF_PEOPLE or verb.word.verb == "prosecute"
    near = given.earlier[-1:] if another else given.earlier
    alike = (claim for claim in reversed(near) if claim.kind == "level" and _counts_alike(given.sentence.number(claim.at), given.number))
    return next(alike, None)


def _counts_alike(one: NumberHit, other: NumberHit) -> bool:
    """Whether two numbers are measured alike, be it in all or by visits (检查460家次,处罚〔21家〕), or both count people."""
    visited = one.unit == other.unit and _once(one) == _once(other) is not None
    return visited or measured_alike(one, other) or {one.classifier, other.classifier} <= OF_PEOPLE


def _once(number: NumberHit) -> str | None:
    """The classifier of a number, without its 次: 家 of 家次."""
    return number.classifier.removesuffix("次") or number.classifier if number.classifier else None


def measured_alike(one: NumberHit, other: NumberHit) -> bool:
    """Whether two numbers have the same unit and classifier."""
    return one.classifier == other.classifier and one.unit == other.unit


def _of_object(given: Given, phrase: Phrase, verb: Chunk, before: Phrase) -> Phrase:
    """A verb with the nouns of the phrase before it, where they may be its object."""
    nouns = tuple(c for c in before.nouns if c.code not in "VLY" and c.text not in phrases.MANNERS)
    of_losses = verb.word.verb in {"block", "recover"} and any(c.word.verb == "lose" for c in before.chunks)
    of_things = given.number.classifier in OF_PEOPLE and not any(c.word.noun in PEOPLE for c in nouns)
    of_cases = verb.word.verb in {"catch", "prosecute"} and not any(c.word.noun in {*PEOPLE, "staff"} for c in nouns)
    sent = before.verb is not None and before.verb.word.verb == "deploy" != verb.word.verb  # 出动警力320人次,护送〔86人〕
    held = verb.word.verb == "catch" and before.verb is not None and before.verb.word.verb == "catch"  # 抓获18名,其中刑拘6名
    if of_losses or of_things or of_cases or held or sent or verb.word.verb in {"surrender", "die"}:
        return phrase
    return Phrase((*phrase.chunks, *nouns), verb)


def _as_part(phrase: Phrase, whole: Phrase) -> Phrase:
    """A member of a list or a part: a sort with the nouns of its whole (其中〔省级〕1个), another noun with its verb."""
    if phrase.text in _SORTS:
        nouns = (c._replace(text=c.text.removeprefix("专兼职")) for c in whole.nouns if c.text not in _SORTS)
        return Phrase((*phrase.chunks, *(c for c in nouns if c.text)), None)
    if whole.verb is not None and whole.chunks[-1] is whole.verb and phrase.chunks[-1].word.noun in {"accident", "alarm"}:
        return Phrase((*phrase.chunks, *(c for c in whole.chunks if c.word.verb)), whole.verb)
    if _is_made(phrase) and whole.verb is not None and whole.verb.word.verb == "seize":
        return Phrase((whole.verb, *phrase.chunks), whole.verb)
    held = whole.verb is not None and whole.verb.text in _HELD and phrase.chunks[-1].word.noun == "violation"
    if phrase.verb is None and whole.verb is not None and phrase.chunks[0].word.noun != "casualty" and not held:
        return Phrase((whole.verb, *phrase.chunks), whole.verb)
    return phrase


def _is_made(phrase: Phrase) -> bool:
    """Whether a noun has a word before it, no verb of ours, that tells what was done to it: 缴获毒品3公斤、〔自制手枪〕2支."""
    return len(phrase.chunks) > 1 and phrase.chunks[0].code == "X" and phrase.chunks[-1].code in "NH"


_HELD = frozenset({"暂扣", "扣留", "扣押", "没收", "收缴", "查扣"})  # what is held is a thing: 暂扣摩托车58辆、其他〔违法〕31起


def with_topic(given: Given, phrase: Phrase) -> Phrase:
    """A bare verb with what stands before it to say what it is done to: 盗窃案件共〔立〕12起; 毒品方面,去年〔查获〕212件."""
    verb = phrase.chunks[0] if len(phrase.chunks) == 1 else None
    if verb is None or verb.code not in "VXY" or verb.word.verb == "lose" or given.right_before is not verb:
        return phrase
    happening = _happening_before(given)
    if happening:
        return Phrase((*happening, verb), verb)
    topic = _of_clause_before(given, phrase, verb)
    return topic if len(topic.chunks) > 1 else _done_to_before(given, verb) or phrase


def _happening_before(given: Given) -> tuple[Chunk, ...]:
    """The cases, alarms or accidents that stand before a bare verb: they cannot do what it tells (盗窃类警情今年共接报86起)."""
    end = stripped(given.sentence.codes, given.segment, given.segment + len(given.left.rstrip("uAE")) - 1)
    topic = phrases.topic_before(given.sentence.chunks, given.segment, end).chunks
    return topic if topic and topic[-1].word.noun in HAPPENINGS else ()


def _of_clause_before(given: Given, phrase: Phrase, verb: Chunk) -> Phrase:
    """A bare verb with what the clause before it names, where nothing is counted in between."""
    chunks, codes = given.sentence.chunks, given.sentence.codes
    start = given.start
    if given.segment != start or start < 2 or codes[start - 1] != "," or not re.fullmatch("[DWAPEuZHG]*[VXY]u?", given.left):
        return phrase
    low = given.sentence.clause_start(start - 1)
    end = topic_end(codes, low, start - 1 - (chunks[start - 2].text in {"方面", "上"}))
    low = max(low, codes.rfind("U", low, end) + 1)
    acts = any(c.code in "VL" and c.word.verb != "lose" for c in chunks[low:end])
    if "#" in codes[low:end] or codes[end - 1 : end] != "H" or acts:
        return phrase
    topic = phrases.topic_before(chunks, low, end)
    named = tuple(itertools.dropwhile(lambda c: c.code in "XVL" and c.word.verb != "lose", topic.chunks))
    if verb.word.verb == "catch" and not any(c.word.noun in PEOPLE or c.word.noun == "activity" for c in named):  # 找到线索,抓获4人
        return phrase
    return Phrase((*phrase.chunks, *named), verb)


def _done_to_before(given: Given, verb: Chunk) -> Phrase | None:
    """A bare verb with the object that it has before in the sentence, or in the one before: 夜间查处酒驾最多,19时后〔查处〕58起."""
    chunks = given.sentence.chunks
    at = next((i for i in range(given.start) if chunks[i].text == verb.text and chunks[i].word.verb), None)
    object_ = phrases.after(chunks, at + 1, given.sentence.clause_end(at))[0] if at is not None else phrases.EMPTY
    told = [c.phrase for c in given.sentence.before if c.phrase.verb is not None and c.phrase.verb.text == verb.text]
    named = object_.chunks and object_.chunks[-1].word.noun
    phrase = Phrase((verb, *object_.chunks), verb) if named else told[-1] if told else None
    heads = phrase.nouns[-1:] if phrase else ()
    fits = bool(heads) and (heads[0].word.noun in PEOPLE) == (given.number.classifier in OF_PEOPLE)
    return phrase if fits and verb.word.verb in _DONE_TO else None


_DONE_TO = frozenset({"solve", "seize", "penalise", "check", "inspect", "handle"})
_SORTS = frozenset(words("claim_words", "word", **{"class": "sort"}))
PEOPLE = frozenset({"suspect", "people", "staff", "population"})


def _texts(given: Given) -> set[str]:
    return {c.text for c in given.sentence.chunks[given.last.at if given.last else 0 : given.at]}
