"""Stories: sentences that tell one event. What happened in it holds for the numbers of the whole story."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from typing import NamedTuple

from transforms.facts.context import Context, Line, holder, within
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
        if story_at(found, line.start) is None and _begins(text, line, context):
            insort(found, Story(line.start, line.block_end, _offence(text[line.start : line.block_end])))
    return tuple(found)


def _of_incident(text: str, told: Telling) -> Story | None:
    """An incident as a story; what an office arranged (a meeting, a campaign) is none."""
    if told.official:
        return None
    start, end = told.sentences[0].start, told.sentences[-1].end
    category = told.event.category
    if category == "service":
        return Story(start, end, None, service=True)
    kind = whole_of(category, text[start:end]) if category in offences() else _offence(text[start : _paragraph_end(text, end)])
    return Story(start, end, kind)


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
