"""What is done by the counted or with them, as the clause behind them tells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Given
from transforms.facts.phrases import Phrase
from transforms.facts.rules import PERSONS
from transforms.lexicon import words
from transforms.patterns import seldom


def disposal(given: Given, start: int) -> Chunk | None:
    """What is done with the counted, told behind them: 将〔5名〕逃犯悉数抓获."""
    chunks, end = given.sentence.chunks, given.sentence.clause_end(given.at)
    if not disposed_of(given):
        return None
    done = next((c for c in chunks[start:end] if (c.code not in "AN" or c.word.verb) and c.text not in _DOING), None)
    return done if done is not None and done.word.verb in _DISPOSING else None


def disposed_of(given: Given) -> bool:
    """Whether somebody else does something with the counted (将, 把)."""
    before = {c.text for c in given.sentence.chunks[given.segment : given.at]}
    towards = "对" in before and any(c.text in _DOING for c in given.sentence.chunks[given.at + 1 : given.end])
    return towards or not before.isdisjoint({"将", "把"})


_DISPOSING = frozenset({"catch", "recover", "seize", "help", "block", "solve", "rectify", "penalise", "prosecute", "inspect", "visit"})
_DOING = frozenset(words("claim_words", "word", **{"class": "doing"}))  # 对26人〔作出〕行政处罚: what was done follows


def deed(given: Given, start: int) -> str:
    """What the counted do, behind their noun (9个派出所〔破案率达100%〕) or its list, with the 的 that joins it to the noun.

    Empty for those that are all there are.
    """
    listed = _LIST_BEHIND.match(given.sentence.codes, start)
    start = _past_list(given, listed) if listed else start
    free = _free_of(given, start)
    if free:
        return free + "的"
    if start >= len(given.sentence.chunks) or _all_there_are(given, start) or _MODIFYING.match(given.sentence.codes, start):
        return ""
    made = made_of_them(given, start)
    if made.chunks:
        return f"担任{made.text}的"
    if next((c.text for c in given.sentence.chunks[start:] if c.code != "A"), "") in _BEING:
        return ""
    return _quarrel(given, start) or _telling(given, _past_adjunct(given, start), listed=listed is not None)


def _quarrel(given: Given, start: int) -> str:
    """That one or two parties are at odds, however they are told to be: 两户村民〔为一条水渠起了争执〕."""
    if given.number.classifier not in _OF_PARTIES or given.number.value > _PARTIES:
        return ""
    found = _AT_ODDS.search("".join([c.text for c in given.sentence.chunks[start : given.sentence.clause_end(given.at)]]))
    return (f"起{found[1]}的" if found[1] else "纠纷当事") if found else ""


def _telling(given: Given, start: int, *, listed: bool) -> str:
    """What those are told to do from chunk `start` on, where it is of a length that tells; a list of them says more than a bare verb."""
    rest = _past_members(given, start, _deed_end(given, start))
    telling = _past_inner(_past_light(rest))
    told = "".join(c.text for c in phrases.trimmed(telling) if (c.code not in '"uAD' or c.text in _NOT) and c.text not in _ABLE)
    told = rest[0].text + told.removeprefix(rest[0].text) if rest and rest[0].text in _SETTING else told
    opens = bool(rest) and (rest[0].code in "VXRLYAPNE" or rest[0].word.noun == "case")
    says = opens and (rest[0].text in {"被", *_SETTING} or any(c.code in "VXRLY" for c in rest))
    if _is_scene(rest) or any(c.text == "的" for c in telling) or _is_moved(given, rest) or any(c.text in _SAYING for c in rest[:2]):
        return ""
    if len(told) == _PLAIN and telling is not rest and given.number.classifier not in {"次", "场"}:
        return told + "的"
    if len(told) == _PLAIN:
        by = given.at > given.segment and given.sentence.chunks[given.at - 1].text == "被"  # 被〔三名〕男子(拦住)
        return told + "的" * by if says and not listed and _does_plainly(given, start, rest) else ""
    return told + "的" if says and _PLAIN < len(told) <= _LONG else ""


def _past_members(given: Given, start: int, end: int) -> Sequence[Chunk]:
    """A deed on a list by the kind that sums it up, else by its last member where the first is but half told.

    送去(面包、牛奶等)慰问品, 涉嫌(生产、)销售假药.
    """
    chunks, stop = given.sentence.chunks, given.sentence.clause_end(given.at)
    rest, listed = chunks[start:end], chunks[end:stop]
    if not rest or not listed or listed[0].code != "J" or any(c.code == "#" for c in listed):
        return rest
    verb = max((i for i, c in enumerate(rest[:-1]) if c.code in "VXL"), default=-1)
    verb += verb >= 0 and verb + 1 < len(rest) and rest[verb + 1].code in "uP"
    such = next((i for i, c in enumerate(listed) if c.text == "等"), len(listed))
    kind = tuple(itertools.takewhile(lambda c: c.code in "NHQYXVR", listed[such + 1 :]))
    if sum(len(c.text) for c in kind) > _PAIR and -1 < verb < len(rest) - 1:
        return (*rest[: verb + 1], *kind)
    member = listed[max(i for i, c in enumerate(listed) if c.code == "J") + 1 : such]
    if not member:
        return rest
    verbs = rest[-1].code in "XV" and member[0].code in "XV" and (len(rest) == 1 or rest[-2].code in "XVLP")
    return (*rest[:-1], *member) if verbs and listed[0].text == "、" and any(c.code in "NHQY" for c in member[1:]) else rest


def _past_inner(telling: Sequence[Chunk]) -> Sequence[Chunk]:
    """A deed with its object alone, where that has a clause of its own: 领回(被盗的)牲畜."""
    marks = [i for i, c in enumerate(telling) if c.text == "的"]
    if len(marks) != 1 or telling[0].code not in "VXL" or marks[0] + 1 == len(telling):
        return telling
    return [telling[0], *telling[marks[0] + 1 :]]


def _is_scene(rest: Sequence[Chunk]) -> bool:
    """Whether a clause paints how somebody or something was to be seen, which names no sort: 〔两名〕男子(推着摩托车走过)."""
    return bool(rest) and rest[0].code == "X" and rest[0].text.endswith("着")


def _is_moved(given: Given, rest: Sequence[Chunk]) -> bool:
    """Whether the counted are only put somewhere else: 把〔62项〕业务集中(到)一个窗口, 将〔9名〕民警从值班中解脱(出来)."""
    return disposed_of(given) and any(c.text.endswith(_WHERETO) for c in rest if c.code in "XVPNA")


_WHERETO = ("到", "至", "给", "进", "下来", "出来", "起来", "回来", "过来", "下去", "出去", "回去")
_SAYING = frozenset({"认为", "称", "说", "介绍", "告诉", "透露", "回忆", "坦言", "直言", "觉得"})
_SETTING = frozenset({"设置", "设有", "设"})


def _past_light(rest: Sequence[Chunk]) -> Sequence[Chunk]:
    """A deed without the verb that only says that it is done: 〔进行〕拉网式排查, 〔开展〕集中收网行动."""
    if len(rest) < _PAIR or rest[0].code != "L":
        return rest
    return rest[1:] if rest[-1].code in "VY" or (rest[0].text in _DONE and rest[-1].code in "XH") else rest


_PAIR, _PARTIES = 2, 3
_OF_PARTIES = frozenset({"户", "家", "名", "位", "人", "个", "对"})
_AT_ODDS = seldom("起了?(争执|纠纷|冲突|口角)|(?:争|大)?吵(?:起来|到|了|成|得)|争吵|红了?脸|闹(?:起|得|了)?(?:矛盾|纠纷|翻|僵)")
_DONE = frozenset({"开展", "进行", "实行"})


def _past_adjunct(given: Given, start: int) -> int:
    """Past where or towards whom it is done: 〔在海南、福建两地〕同时收网, 〔向正在巡逻的民警〕求助."""
    found = _ADJUNCT.match(given.sentence.codes, start, given.sentence.clause_end(given.at))
    return start if found is None or given.sentence.chunks[start].text not in _ADJOINING else found.end()


_ADJUNCT = re.compile("P[^PVXLYE,.]*(?:[VXY][^PVXLYE,.]*U[^PVXLYE,.]*)?(?=[VXLY])(?![VXLY][NHQ]*U)")
_ADJOINING = frozenset({"在", "向", "对", "与", "跟", "同", "从", "于", "为", "就", "沿", "沿着", "围绕", "针对"})
_FREE_OF = seldom('[NHVXY]{1,4}#"?[,.]')


def _free_of(given: Given, start: int) -> str:
    """What the counted places are free of: 〔46个〕小区可防性案件零发案."""
    found = _FREE_OF.match(given.sentence.codes, start) if given.number.classifier in _OF_PLACES else None
    told = given.sentence.chunks[start : given.sentence.codes.index("#", start) + 1] if found else ()
    zero = bool(told) and any(c.word.noun in {"case", "alarm"} for c in told) and told[-1].text.startswith("零")
    return "".join(c.text for c in told if c.code not in 'EA"') if zero else ""


_OF_PLACES = frozenset({"个", "家", "处", "所", "座"})
_MADE = seldom('E("?)[NHQXO]{1,4}\\1[,.J]')


def made_of_them(given: Given, start: int) -> Phrase:
    """What people are made, told behind them: 选派〔14名〕民警为〔网格长〕, 吸纳〔近百人〕为〔“平安守望员”〕."""
    chunks = given.sentence.chunks
    people = given.number.classifier in PERSONS and start < len(chunks) and chunks[start].text in {"为", "作为", "成为"}
    found = _MADE.match(given.sentence.codes, start) if people else None
    made = phrases.trimmed(chunks[start + 1 : found.end() - 1]) if found else ()
    return Phrase(made, None) if made and _NAMES_PEOPLE.search(made[-1].text) else phrases.EMPTY


_NAMES_PEOPLE = seldom("[员长警师者人手官]$|队长|义警|委员")
_PLAIN, _LONG = 2, 16
_LIST_BEHIND = re.compile(r'(?:J#[NHYQRU"]+)+')


def _past_list(given: Given, listed: re.Match[str]) -> int:
    """Where a list behind the counted ends: past the whole of what its last number counts (12个岗点和5个〔机动化值守岗点〕)."""
    last = given.sentence.codes.rindex("#", 0, listed.end())
    return max(listed.end(), phrases.after(given.sentence.chunks, last + 1, given.sentence.clause_end(last))[1])


_MODIFYING = re.compile('A*[VXLY]U[NHQXVYO"]')  # 〔50名〕志愿者参加的巡逻队: what they do tells of something else


def _does_plainly(given: Given, start: int, rest: Sequence[Chunk]) -> bool:
    """Whether a verb alone is a deed (群众旁听, 单位常驻): nothing follows it, and it does more than happen."""
    end, verb = start + len(rest), rest[-1]
    ends = end == given.sentence.clause_end(given.at) or given.sentence.codes.startswith("J#", end)
    plain = ends and all(c.code == "A" for c in rest[:-1]) and given.number.unit == "count"
    return plain and verb.code in "VXY" and verb.word.verb not in {"occur", "lose", "die"} and verb.text not in _MAINLY


def _deed_end(given: Given, start: int) -> int:
    """Where the deed that begins at chunk `start` ends; at once where a number in it counts something of its own."""
    sentence, end = given.sentence, given.sentence.clause_end(given.at)
    end = next((i for i in range(start, end) if sentence.codes[i] in "J "), end)
    if any(c.text in _ASKING for c in sentence.chunks[start:end]):
        return start
    number = next((i for i in range(start, end) if sentence.codes[i] == "#" and not _belongs(given, start, i, end)), None)
    if number is None:
        return end
    before = sentence.chunks[given.at - 1].text if given.at > given.segment else ""
    return number if before.endswith(_FOR_WHOM) or _sent(given) else start


_ASKING = frozenset({"如何", "什么", "为何", "怎么", "怎样", "为什么", "这意味着"})


def _belongs(given: Given, start: int, at: int, end: int) -> bool:
    """Whether a number belongs to the deed it stands in: a rate at its end (破案率达100%), a zero (实现“零发案”), 双100%."""
    rated = at + 1 == end and re.search("RE{0,2}$", given.sentence.codes[start:at])
    return bool(rated) or given.sentence.number(at).form == "zero" or given.sentence.chunks[at - 1].text == "双"


def _sent(given: Given) -> bool:
    """Whether a verb sends those who are counted (抽调〔46名〕民警包联企业)."""
    verb = adjacent_verb(given)
    return verb is not None and verb.word.verb == "deploy"


def _all_there_are(given: Given, start: int) -> bool:
    """Whether the counted are all that a place or somebody has: what they do tells them from no others (全县9个乡镇〔均〕设立专班)."""
    codes, chunks = given.sentence.codes, given.sentence.chunks
    before = chunks[given.at - 1] if given.at > given.segment else None
    if before is None:
        return False
    if "在" in {c.text for c in chunks[given.segment : given.segment + 2]} and codes[start] in "VXLAE":  # 在辖区7个社区分别设立警务室
        return False
    if before.text in _THERE_ARE:
        return not re.match("A*[VXLYRP]", codes[start:])
    told = codes[start] in "VXLA" and chunks[start].text not in _EACH and "J" not in codes[start : given.sentence.clause_end(given.at)]
    return before.code == "O" or (before.code == "G" and not told) or before.text in _ALL_THERE_ARE


_BEING = frozenset({"成为", "是", "成了"})  # 〔112名〕民警成为平安的骨干: all of them, no sort
_MAINLY = frozenset({"为主", "为辅"})  # 以摩托车、电动车巡逻为主
_THERE_ARE = frozenset({"有", "共有", "先后有", "另有", "已有"})
_ABLE = frozenset({"能", "能够", "可", "可以", "会", "要", "都能", "就能"})
_NOT = frozenset({"不", "未", "没有", "无"})
_FOR_WHOM = ("向", "为", "对", "给", "帮", "替")
_EACH = frozenset({"均", "都", "全部", "全", "各", "已", "皆", "悉数"})
_ALL_THERE_ARE = frozenset(words("claim_words", "word", **{"class": "all_there_are"}))


def adjacent_verb(given: Given) -> Chunk | None:
    """The strong verb whose object the counted noun is: right before the number, or behind its noun (7名嫌疑人落网)."""
    chunks, at = given.sentence.chunks, given.at - 1
    while at >= given.segment and chunks[at].code in 'AuEU"' and chunks[at].text != "涉及":
        at -= 1
    while at > given.segment and chunks[at].code == "V" and chunks[at - 1].code == "V":
        at -= 1
    several = given.left.count("J") >= _SEVERAL or chunks[given.at - 1].text == "等"
    sorts = given.number.classifier in _SORTS  # 建立走访、调解、考核〔六项〕机制
    summed_up = several and (sorts or (at > given.segment and chunks[at - 1].code == "J"))  # 水利、教育等〔8个〕部门
    made_of = at >= given.segment and chunks[at].text in _MADE_OF and "U" in given.left[at - given.segment :]
    if at >= given.segment and not summed_up and not made_of and chunks[at].code in "VY" and chunks[at].word.verb:
        return chunks[at]
    return None


_MADE_OF = frozenset({"组成", "构成", "参加", "牵头"})  # 由刑侦、网安组成的〔32人〕专案组
_SEVERAL, _SORTS = 2, frozenset({"项", "种", "条", "套", "类"})


def listed_verb(given: Given) -> Chunk | None:
    """The verb that gets what a list counts, told before its first member: 查获4辆被盗汽车、〔12台〕被盗摩托车."""
    last = given.last
    if last is None or last.at != given.segment - 1 or last.rule != "counted_ahead" or not _LISTED.fullmatch(given.left):
        return None
    verb = last.phrase.verb
    return verb if verb is not None and verb is last.phrase.chunks[0] and verb.word.verb in _GETTING else None


_LISTED = seldom('[NHQXYU"]+J')
_GETTING = frozenset({"catch", "recover", "seize", "solve", "help"})


def spread_to(given: Given) -> str:
    """What has spread to the counted, told before them with its verb and 的: “一村一警”覆盖的(行政村)."""
    chunks, at = given.sentence.chunks, given.at - 1
    while at > given.segment and (chunks[at].code in "AEGuP" or chunks[at].text == "全部"):
        at -= 1
    if at <= given.segment or chunks[at].text not in _SPREADING:
        return ""
    by = "".join(c.text for c in phrases.run_before(chunks, given.segment, at) if c.code in "NHQYX")
    return f"{by}{chunks[at].text}的" if 0 < len(by) <= _SHORT else ""


_SHORT = 10
_SPREADING = frozenset(words("claim_words", "word", **{"class": "spreading"}))
