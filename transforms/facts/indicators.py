"""Which indicator a claim has: its own, that of what it is part of or tells the change of, or what its story makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.facts.chunks import Chunk
from transforms.facts.claims import Claim, Sentence
from transforms.facts.claims.topics import OF_WHICH
from transforms.facts.classification import in_story, indicator_of, indicators, turned
from transforms.facts.frame import Placed, measure
from transforms.facts.offences import named_offence
from transforms.facts.rules import MONEY, TIME
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom

_PERSONS = frozenset({"人", "名"})
_SEXES = frozenset({"男", "女", "男性", "女性"})  # 拘捕52人,包括〔46〕男6女
_Told = Sequence[tuple[Claim, str]]
"""The claims before one in its sentence, each with its indicator."""


def indicator_among(placed: Placed, told: _Told) -> str:
    """The indicator of a claim: its own, that of what it is about or part of, or what the story that it stands in makes of it."""
    claim, hit, story = placed.claim, placed.hit, placed.story
    if claim.kind == "rank" or hit.unit == "rank":
        return "rank"
    named = claim.metric if hit.unit in MONEY else claim.head or claim.metric
    no_case = hit.form == "zero" and placed.text[hit.start : hit.end].endswith(("发案", "案发"))
    known = "cases_recorded" if no_case else indicator_of(claim.phrase, named, measure(hit, placed.frame)[0], hit.classifier)
    own = told[-1][1] if told and _goes_on_listing(placed, told[-1], known or "other") else known or "other"
    supervised = claim.metric.endswith(("督办案件", "要案件")) and _of_which(placed.sentence, claim) >= 0  # 破案90起,其中督办案件6起
    counted_apart = known == own == "other" and not supervised
    indicator = own if counted_apart else _of_whole(placed, told, own) or (_of_kin(placed, told) if own == "other" else own)
    indicator = _as_told(placed, told, turned(indicator, hit, *_around(placed)))
    if story is None or story.offence is None:
        return indicator
    return in_story(indicator, story.offence, hit, placed.text[placed.clause : hit.end + _BEHIND])


def _as_told(placed: Placed, told: _Told, indicator: str) -> str:
    """The indicator by what the sentence tells: gangs that nobody breaks up, breaches and quarrels that none befell, parts of quarrels."""
    hit = placed.hit
    if indicator == "gangs_broken" and hit.classifier is not None and not _are_broken(placed):
        return "other"
    if indicator in _BEFALLING and hit.form == "zero" and "发生" in placed.text[hit.start : hit.end]:
        return "cases_recorded" if placed.claim.metric.endswith("案件") else "incidents"
    return _of_quarrels(placed, told, indicator) or indicator


_BEFALLING = frozenset({"disputes_mediated", "violations"})


def _of_quarrels(placed: Placed, told: _Told, indicator: str) -> str | None:
    """What a share of quarrels tells: how many were settled, or by which way they are (六成纠纷〔通过〕调解化解); None of other claims."""
    quarrels = "纠纷" in placed.claim.metric or any(known == "disputes_mediated" or "纠纷" in earlier.metric for earlier, known in told)
    rule = placed.claim.rule
    counted = any(known == "disputes_mediated" for _, known in told)
    if rule == "share" and not counted and indicator == "disputes_mediated" and _SETTLED_THERE.match(placed.claim.metric):
        return "service_share"
    partly = rule in {"part_doing", "portion"} or (rule in _COUNTED and placed.hit.unit == "percent")
    if partly and indicator in _OF_QUARRELS:
        behind = _around(placed)[1]
        if (quarrels or _TO_SETTLE.search(placed.claim.metric)) and _BY_WAY.search(behind):
            return "service_share"
        return "mediation_rate" if quarrels and _SETTLED.search(behind) else None
    return "mediation_rate" if quarrels and indicator == "other" and placed.claim.metric.endswith("成功率") else None


_COUNTED = frozenset({"counted_ahead", "counted_behind"})
_OF_QUARRELS = frozenset({"disputes_mediated", "mediation_rate", "incidents", "other"})
_SETTLED_THERE = seldom("[^占]*(?:化解|调解|调处)的")  # 流动调解室化解的纠纷占〔七成〕
_TO_SETTLE = seldom("矛盾|调解")
_BY_WAY = seldom("(?:采用|采取|通过|借助|依托|经由|由)[^,]{2,}|分流|[上里]完成|[线网掌云]上")


def _are_broken(placed: Placed) -> bool:
    """Whether a sentence tells that the gangs that it counts were broken up, or their people caught; 〔6个〕团伙盘踞江上 does not."""
    before = placed.sentence.chunks[: placed.claim.at]
    return any(c.word.verb in _BREAKS for c in before) or _BROKEN.search(placed.text, placed.line.start, placed.line.end) is not None


_BREAKS = frozenset({"solve", "catch", "seize", "block"})
_BROKEN = seldom("打[掉击垮]|捣毁|摧毁|端掉|铲除|瓦解|覆灭|落网|破获|斩断|查处|铲掉")
_SETTLED = seldom("化解|了结|消化|调解|调处|解决|调成|谈拢|谈成")


def _around(placed: Placed) -> tuple[str, str]:
    """What stands before and behind a number in its clause."""
    end = _MARK.search(placed.text, placed.hit.end, placed.line.end)
    return placed.text[placed.clause : placed.hit.start], placed.text[placed.hit.end : end.start() if end else placed.line.end]


_MARK = re.compile("[,，。;；:：!！?？]")
_BEHIND = 8  # characters behind a number that may say that nothing came of it


def _of_whole(placed: Placed, told: _Told, own: str) -> str | None:
    """The indicator of what a claim is part of or tells the change of; None where it is for itself."""
    if not told:
        return None
    sentence, claim, hit = placed.sentence, placed.claim, placed.hit
    shares = measure(hit, placed.frame)[0] == "percent"  # of whatever was counted; other numbers are part of those in their classifier
    alike = [(earlier, known) for earlier, known in told if shares or _counts_alike(sentence.number(earlier.at), hit)]
    of_which = _of_which(sentence, claim) if alike else -1
    wholes = [known for earlier, known in alike if earlier.at < of_which or _is_divided(sentence, earlier, claim)]
    acts = claim.phrase.verb is not None and claim.phrase.verb.word.verb != "lose"
    if (
        wholes
        and wholes[-1] != "other"
        and not acts
        and own != "accidents"
        and (hit.classifier is not None or (claim.metric.endswith("占比") and indicators()[own].standing))
    ):
        return wholes[-1]
    same = _of_same(sentence, claim, told)
    if claim.rule == "share" and own not in _SHARES and (counted := _of_counted(sentence, claim, told)):
        return counted
    if (own == "other" and (same or wholes)) or (claim.kind == "change" and same):
        return (same or wholes)[-1]
    none_of_them = hit.form == "zero" and hit.classifier is not None and not any(c.word.noun for c in claim.phrase.chunks)
    if none_of_them and alike and not (own == "other" and named_offence(claim.metric)):
        return alike[-1][1]
    shared = claim.items and told[-1][0].items is claim.items and claim.metric.endswith("占比")
    return told[-1][1] if shared and own != "casualties" else None


def _counts_alike(number: NumberHit, other: NumberHit) -> bool:
    """Whether two numbers count in the same classifier; people in any (17名死者中,男性〔8人〕)."""
    return number.classifier == other.classifier or {number.classifier, other.classifier} <= _PERSONS


def _of_kin(placed: Placed, told: _Told) -> str:
    """The indicator of a claim that says none of its own, by what is told around it."""
    sentence, claim, hit = placed.sentence, placed.claim, placed.hit
    if hit.classifier not in _PERSONS and _counts_offences(claim, hit):
        return "cases_recorded"
    if claim.metric.startswith("不"):  # 批捕390人,不捕70人
        return "other"
    if told and (_goes_on_counting(sentence, told[-1][0], claim) or _is_done_to_them(sentence, told[-1][0], claim)):
        return told[-1][1]
    if hit.classifier in _PERSONS and _are_caught(sentence, claim):
        return "persons_caught"
    if hit.classifier in _TIMES and placed.story is None and _is_done_so_often(sentence, claim):
        return "activities"
    felt = hit.unit == "point" and _FELT.search(placed.text, sentence.chunks[0].start, hit.start)
    return "satisfaction" if felt else "other"


def _counts_offences(claim: Claim, hit: NumberHit) -> bool:
    """Whether a bare figure counts an offence that it names: none of it, a row of a table, how it changed (外流贩毒下降〔42%〕)."""
    named = named_offence(claim.metric) if not hit.value or claim.rule in {"tabled", "change"} else None
    return named is not None and (claim.rule != "change" or (named.is_kind and claim.metric.endswith(named.word)))


def _of_same(sentence: Sentence, claim: Claim, told: _Told) -> list[str]:
    """The indicators of the claims before one that count the same; where any of them count alike (86件、112人,增加12件), of those."""
    own, unit = sentence.number(claim.at).classifier, sentence.number(claim.at).unit
    kept = [(earlier, known) for earlier, known in told if earlier.phrase is claim.phrase and known != "rank"]
    if unit in MONEY or own is not None:  # 半年时间里获利〔30万元〕, 每3天〔一起〕
        kept = [(earlier, known) for earlier, known in kept if sentence.number(earlier.at).unit not in TIME]
    same = [(earlier, known) for earlier, known in kept if own is None or sentence.number(earlier.at).unit not in MONEY]
    alike = [known for earlier, known in same if own is not None and sentence.number(earlier.at).classifier == own]
    return alike or [known for _, known in same]


_FELT = seldom("安全感|满意|好评|民意")


_SHARES = frozenset({"incident_free_share", "service_share"})


def _of_counted(sentence: Sentence, claim: Claim, told: _Told) -> str | None:
    """The indicator of what was counted of the same right before its share: 判处缓刑36人,占〔78%〕."""
    return next(
        (known for earlier, known in reversed(told) if earlier.phrase is claim.phrase and sentence.number(earlier.at).classifier), None
    )


def _goes_on_counting(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    """Whether a claim goes on counting happenings (接报火灾90起,因电器短路引发〔30起〕), or people by sex."""
    if claim.metric in _SEXES and sentence.number(claim.at).unit in {None, "count"}:
        return sentence.number(before.at).classifier in {*_PERSONS, None}
    return sentence.number(before.at).classifier == sentence.number(claim.at).classifier in _HAPPENINGS


_HAPPENINGS = frozenset({"起", "宗", "件"})


def _are_caught(sentence: Sentence, claim: Claim) -> bool:
    """Whether people are named, with what they did, behind the verb that says that they were caught: 抓获正在销赃的陆某等〔6人〕."""
    named = claim.at > 0 and sentence.chunks[claim.at - 1].text == "等"
    return named and any(c.word.verb in {"catch", "seize"} for c in sentence.chunks[sentence.clause_start(claim.at) : claim.at])


def _is_done_so_often(sentence: Sentence, claim: Claim) -> bool:
    """Whether somebody did so often what is told behind, or an organisation, its people or a place did it: 县局〔6次〕赴外省."""
    done = claim.rule == "times_done" or any(c.code in "OG" or c.word.noun == "staff" for c in sentence.chunks[: claim.at])
    return done and _BEFALLS.search(claim.metric) is None


_TIMES = frozenset({"次", "趟", "轮", "回"})
_BEFALLS = re.compile("发生|遭|[闹吵偷盗骗拒摔]|离婚|功$|奖|地震|[水雪雨]$")


def _goes_on_listing(placed: Placed, before: tuple[Claim, str], own: str) -> bool:
    """Whether a claim without a verb goes on with what was inspected or caught: 排查出租屋360间,以及旅店、工地〔26处〕."""
    sentence, claim = placed.sentence, placed.claim
    earlier, known = before
    alike = _LISTED.get(known, frozenset())
    if known == "goods_seized":
        return _is_seized_too(placed, earlier, own)
    if known == "gangs_broken" and own == "other":
        return _GANGS.search(claim.metric) is not None and not set(sentence.codes[earlier.at + 1 : claim.at]) - set("NHXJ,")
    if known == "violations" and own == "cases_solved":
        return _is_breach_too(sentence, earlier, claim)
    if known == "cases_solved" and own == "cases_recorded" and claim.kind == "level":
        return _is_solved_too(placed, earlier)
    if own not in _STANDING or placed.hit.classifier not in alike or sentence.number(earlier.at).classifier not in alike:
        return False
    between = sentence.chunks[earlier.at + 1 : claim.at]
    joined = between[:1] and (between[0].code == "J" or (between[0].code == "," and between[1].text.startswith(_AND_OTHERS)))
    return bool(joined) and all(c.code not in "VX#" for c in between)


def _is_solved_too(placed: Placed, before: Claim) -> bool:
    """Whether a claim goes on counting cases that were solved: 破案960起,相当于每天〔近3起〕; 破获刑事案件99起,重大案件〔28起〕."""
    sentence, claim, classifier = placed.sentence, placed.claim, placed.hit.classifier
    if any(c.text in _AS_IT_WERE for c in sentence.chunks[before.at + 1 : claim.at]):
        return classifier == sentence.number(before.at).classifier
    verb = claim.phrase.verb is not None and claim.phrase.verb.word.verb
    return not verb and classifier in _HAPPENINGS and _is_said_next(sentence, before, claim)


_AS_IT_WERE = frozenset({"相当于", "等于", "平均", "日均", "每天"})


def _is_breach_too(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    """Whether a claim goes on a list of breaches without a verb of its own: 查处酒驾36起、逆行〔12起〕,但查处逆行案件12起是案件."""
    between = sentence.codes[before.at + 1 : claim.at]
    return between[:1] in {",", "J"} and "V" not in between[:_ITS_VERB] and not claim.metric.endswith(("案", "案件"))


_ITS_VERB = 2  # chunks behind a mark that may be a verb which begins anew


def _is_said_next(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    """Whether nothing but nouns stands between two numbers, in one clause or two: 破获刑事案件99起,重大案件〔28起〕."""
    between = sentence.codes[before.at + 1 : claim.at]
    return between[:1] in {",", "J"} and (not set(between[1:]) - set("NHX()") or _BY_MEANS.fullmatch(between) is not None)


_BY_MEANS = seldom(",?J?P[NHXV]+H")  # 查处…案17起,〔以危险方法危害公共安全案〕18起


def _is_seized_too(placed: Placed, before: Claim, own: str) -> bool:
    """Whether goods, or what they are worth, are told right behind goods that were seized: 查获假酒90箱,空瓶〔300个〕,价值〔6万元〕."""
    sentence, claim, hit = placed.sentence, placed.claim, placed.hit
    if hit.unit in MONEY:
        return own in _LOST and _WORTH.search(claim.metric) is not None
    goods = hit.classifier in _GOODS or (hit.unit in _MASS and hit.unit is not None)
    between = sentence.chunks[before.at + 1 : claim.at]
    joined = between[:1] and between[0].code in ",J)"
    return own in _OF_THINGS and goods and bool(joined) and not any(_governs(between, at) for at in range(len(between)))


def _governs(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk is a verb that is no part of a noun phrase (制作假酒的原料)."""
    return (
        chunks[at].code in "VXLY"
        and chunks[at].text not in _COUNTERFEIT
        and not any(c.code == "U" for c in chunks[at + 1 :])
        and chunks[at].word.verb != "lose"
    )


_COUNTERFEIT = frozenset({"伪造", "仿造", "变造", "盗版", "走私", "包装"})
_LOST = frozenset({"money_lost", "money_spent", "other"})
_OF_THINGS = frozenset({"other", "vehicles_and_equipment", "people_reached", "services_handled"})
_WORTH = seldom("价值|案值|货值|市值|总值")
_MASS = frozenset({"g", "kg", "t", "L"})
_GOODS = frozenset("瓶箱包袋套件盒条只张台部把支枚块桶罐册本双顶副根颗粒发辆艘头株棵片个")


_STANDING = frozenset({"other", "facilities", "areas", "population", "personnel"})  # what a noun without a verb seems to be
_AND_OTHERS = ("以及", "还有", "其他", "其它", "其余")
_GANGS = seldom("(?<!作案)(?<!非法)(?<!涉案)窝点$|(?:团伙|集团|组织)$")
_PLACES = frozenset({"家", "处", "个", "间", "户", "座", "所"})
_LISTED = {"sites_inspected": _PLACES, "checks": _PERSONS, "persons_caught": _PERSONS}


def _is_done_to_them(sentence: Sentence, before: Claim, claim: Claim) -> bool:
    """Whether a claim only says what was done to some of what the one before counted (收到线索627条，〔查实257条〕)."""
    alike = sentence.number(before.at).classifier == sentence.number(claim.at).classifier is not None
    return alike and bool(claim.phrase.chunks) and all(c.code in "VXYL" for c in claim.phrase.chunks)


def _of_which(sentence: Sentence, part: Claim) -> int:
    """The last 其中 before a claim; every number before it may be the whole that the claim is a part of."""
    return next((at for at in range(part.at - 1, -1, -1) if sentence.chunks[at].text in OF_WHICH), -1)


def _is_divided(sentence: Sentence, whole: Claim, part: Claim) -> bool:
    """Whether what stands right behind a claim makes a later one a part of it: 190人中, 190名学员中, or a list."""
    behind = whole.at + 1
    if behind >= part.at or sentence.number(whole.at).form == "zero":
        return False
    listed = sentence.codes[behind] == "J" and sentence.codes.rfind("#", 0, part.at) == whole.at
    if whole.rule == "counted_ahead":
        behind = next((at for at in range(behind, part.at) if sentence.codes[at] not in "NHXV"), behind)
    return listed or sentence.chunks[behind].text in {"中", "里"}
