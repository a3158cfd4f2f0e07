"""Stories: sentences that tell one event. What happened in it holds for the numbers of the whole story."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from typing import NamedTuple

from transforms.facts.context import REACH, Context, Line, holder, within
from transforms.facts.incidents.readings import event_of
from transforms.facts.incidents.stories import Story as Telling
from transforms.facts.incidents.vocabulary import find_words
from transforms.facts.offences import named_offence, offences, whole_of
from transforms.patterns import seldom

_SOMEBODY = seldom(
    r"[一-鿿]某|[一-鿿](?:女士|先生|大爷|大妈|阿姨|奶奶|大娘|老汉|阿婆|伯|姐|叔)|一名[^,，。;；]{0,8}(?:男子|女子|老人|村民|居民|市民|群众|学生|司机)|群众报警|嫌疑人|事主|报案人|受害人|男子|女子"
)
_HAPPENING = re.compile(
    r"报警|接警|求助|事发|赶到|到达|赶赴|发现|发生|抓获|被盗|被骗|争吵|纠纷|轻生|走失|起火|堵住|处置|劝|现场|调解|打架|丢失|被困|失联|遭"
)
_STRIFE = re.compile(r"吵|闹|争执|口角|积怨|矛盾|纠纷|冲突|对峙|推搡|不说话|不和|斗了|反目")
_QUARREL = seldom(
    rf"(?:两[家户]|双方|父子|母子|母女|夫妻|夫妇|婆媳|兄弟|姐妹|邻居|村民|居民|[一-鿿]某)[^。;；]{{0,24}}(?:{_STRIFE.pattern})"
)
_EVENT = re.compile(r"发生(?<![未没无有曾再]发生)了?一[起宗]")
_SUMMED_UP = re.compile(r"今年以来|同比|截至|累计|共(?!同)|近年来|去年以来|以来")
_OF_MANY = seldom("今年以来|去年以来|近年来|同比|截至|累计|[这那]样的|类似的")
_ONCE = seldom(r"日前|近日|不久前|当晚|一天|前不久|有一次")
_DAY = len("2024-07-01")


class Story(NamedTuple):
    """The sentences that tell one event, the offence that it is about, if any, and whether it is a service that an office gave."""

    start: int
    end: int
    offence: str | None
    service: bool = False


def stories(text: str, context: Context, incidents: Sequence[Telling]) -> tuple[Story, ...]:
    """The stories of a page, in order: its incidents, and what else happens to somebody at a day or hour, to the paragraph's end."""
    found = [story for told in incidents if (story := _of_incident(text, told))]
    for line in context.lines:
        if story_at(found, line.start) is not None:
            continue
        at_odds = _is_at_odds(text, line)
        if at_odds or _begins(text, line, context):
            insort(found, Story(line.start, line.block_end, "dispute" if at_odds else _offence(text[line.start : line.block_end])))
    return tuple(found)


def _is_at_odds(text: str, line: Line) -> bool:
    """Whether a sentence names people of whom its paragraph tells how they fell out: 才某和铁某是兄弟。…才某诉说委屈.

    The next paragraph tells it too where it names one of them again.
    """
    sentence = text[line.start : line.end]
    parties = {match[0] for match in _PARTIES.finditer(sentence)}
    if not parties or _SUMMED_UP.search(sentence):
        return False
    rest = text[line.start : min(line.block_end, line.start + REACH)]
    below = text[line.block_end + 1 : min(_paragraph_end(text, line.block_end + 1), line.block_end + REACH)]
    told = {match[0] for match in _AT_ODDS.finditer(rest)}
    if told and any(party in below for party in parties):
        told |= {match[0] for match in _AT_ODDS.finditer(below)}
    if len(told) < _AT_LEAST or not _PRIVATE.search(rest) or all(_AGREED.match(word) for word in told):
        return False
    named = named_offence(sentence if _AT_ODDS.search(sentence) else rest)
    return named is None or named.weight <= _OF_STRIFE


_PARTIES = seldom(
    "[一-鿿]某(?!种)|两[家户村]|[老小]两口|夫妻|夫妇|兄弟|姐[妹弟]|兄妹|父子|母[子女]|婆媳|双方|邻居|女士|先生|大爷|大妈|师傅|老汉|工头|承包商|施工方|院方|种植户|村民|业主|租户|房东|租客|工人|姐姐|哥哥|弟弟"
)
_PRIVATE = seldom("某|女士|先生|大爷|大妈|师傅|老汉|兄弟|姐[妹弟]|夫妻|两口|两[家户村]|双方|邻居|当事人")
_AT_ODDS = seldom(
    "吵|争执|口角|积怨|纠纷|冲突|对峙|对骂|推搡|不和|反目|较[了着]?[^,，。]{0,3}劲|官司|离婚|不可开交|红[了过]脸|翻脸|讨要|讨[个要]?说法|扯皮"
    "|互不相让|僵持|各执一词|谈不拢|委屈|拖欠|握手言和|重归于好|和好|调解协议|调解书|动[了起]?手|讨价|情绪激动|家庭矛盾|达成[^,，。]{0,6}(?:和解|协议|一致)|道歉|赔偿|赔付|骂仗|劝和"
)
_AGREED = seldom("赔|达成|调解|道歉|拖欠|讨价")  # what parties to any contract do
_AT_LEAST, _OF_STRIFE = 2, 5


def _of_incident(text: str, told: Telling) -> Story | None:
    """An incident as a story; what an office arranged (a meeting, a campaign) is none."""
    if told.official:
        return None
    start, end = told.sentences[0].start, told.sentences[-1].end
    category = told.event.category
    if category == "service":
        return Story(start, end, None, service=True)
    kind = whole_of(category, text[start:end]) if category in offences() else _offence(text[start : _paragraph_end(text, end)])
    return Story(start, _settled(text, end) if category == "dispute" else end, kind)


def _settled(text: str, end: int) -> int:
    """Where a quarrel that is told up to `end` is over: at its paragraph's end, or where the paragraph goes on to sum up."""
    below = _paragraph_end(text, end)
    summed_up = _OF_MANY.search(text, end, below)
    return max(end, text.rfind("。", end, summed_up.start()) + 1) if summed_up else below


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _begins(text: str, line: Line, context: Context) -> bool:
    sentence = text[line.start : line.end]
    strife, happening = _STRIFE.search(sentence), _HAPPENING.search(sentence)
    if not (strife or happening) or _SUMMED_UP.search(sentence):
        return False
    if (strife and _QUARREL.search(sentence)) or (happening and _EVENT.search(sentence)):
        return True
    if not (happening and _SOMEBODY.search(sentence)):
        return False
    dates = within(context.dates, line.start, line.end)
    return "某" in sentence or _ONCE.search(sentence) is not None or any(hit.kind == "time" or _is_day(hit.edtf) for hit in dates)


def _is_day(edtf: str) -> bool:
    """Whether a date is a day, or days of one month: longer periods are summed up."""
    first, _, final = edtf.partition("/")
    return len(edtf) >= _DAY and (not final or final.startswith(first[: len("2024-07")]))


def _offence(text: str) -> str | None:
    """The offence that a story names, else the kind of event that it tells, if that is an offence (起火, 牛被牵走)."""
    named = named_offence(text)
    if named and named.weight > 2:
        return whole_of(named.offence, text)
    told = [hit for hit in find_words(text).within(0, len(text)) if hit.sign == "told"]
    event = event_of(told, text)
    return event.category if event and event.category in offences() else None


def story_at(found: Sequence[Story], at: int) -> Story | None:
    """The story that tells what stands at `at`, if any."""
    return holder(found, at, at + 1)
