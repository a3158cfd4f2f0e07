"""Which sentences tell one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.facts.incidents.readings import RULES, Event, telling
from transforms.facts.incidents.scenes import Paragraph, Sentence
from transforms.facts.incidents.vocabulary import PERSON
from transforms.facts.rules import first

_GOES_ON = re.compile(
    r"(?:接[警报]后|接到(?:报警|求助|指令|警情)|随后|随即|之后|经(?:查|询问|审讯|讯问|了解|核实|调查|民警|过)|据(?:了解|查|介绍)|得知|了解|获[知悉]|目前|在?现场"
    r"|到达|抵达|赶到|调解|民警(?:随即|立即|迅速|到|赶|一边|通过|先|在|发现)|当日|当天|当晚|次日|第二天|最终|最后|很快|案发后|事发后|事后|原来|见状|见此|紧接着|途中|为避免|看到|凭借|经侦查)"
)
_FAMILY = {"vehicle_theft": "theft", "burglary": "theft", "telecom_fraud": "fraud", "assistance": "rescue", "assault": "brawl"}


class Story(NamedTuple):
    """The sentences that tell one event, what it is, and the rule that found it."""

    sentences: tuple[Sentence, ...]
    event: Event
    rule: str

    @property
    def persons(self) -> frozenset[str]:
        """What tells the people in it from others."""
        return frozenset(key for sentence in self.sentences for key in PERSON.findall(sentence.words))

    @property
    def days(self) -> frozenset[str]:
        """The days that it names."""
        return frozenset(hit.edtf[:10] for sentence in self.sentences for hit in sentence.dates) - {"XXXX-XX-XX"}


def tell(found: Iterable[Paragraph]) -> Iterator[Story]:
    """The events that paragraphs tell one after the other; an event goes on into the next paragraph where that takes it up."""
    current: Story | None = None
    for paragraph in found:
        if not paragraph.likely and not (current and _takes_up(current, paragraph)):
            if current:
                yield current
            current = None
            continue
        sentences = paragraph.sentences()
        if current and not _takes_up(current, paragraph):
            opened = _opening(sentences)
            if opened is None or not _retells(current, opened):
                yield current
                current = None
            else:
                current = current._replace(event=opened.event)
        *done, current = _told_in(sentences, current)
        yield from (story for story in done if story)
    if current:
        yield current


def _told_in(sentences: Sequence[Sentence], current: Story | None) -> Iterator[Story | None]:
    """The stories that end within a paragraph, and then the one that its end leaves open, if any."""
    for index, sentence in enumerate(sentences):
        answer = first(RULES, telling(sentences, index))
        new = Story((sentence,), answer[1], answer[0]) if answer else None
        if current is None or (new and _is_another(current, new)):
            if current:
                yield current
            current = new
        elif sentence.distant and not new:
            yield current
            current = None
        else:
            current = current._replace(sentences=(*current.sentences, sentence))
    yield current


def _opening(sentences: Sequence[Sentence]) -> Story | None:
    """The story that a paragraph begins with, if it begins one."""
    answer = first(RULES, telling(sentences, 0))
    return Story((sentences[0],), answer[1], answer[0]) if answer else None


def _is_another(current: Story, new: Story) -> bool:
    """Whether what begins to be told is another event than the one that is being told."""
    sentence = new.sentences[0]
    if current.event.start >= sentence.start or new.event.start >= sentence.end:
        return False
    if new.rule != "met" and current.days and not new.days - current.days:
        return False
    return new.event.category != current.event.category or not new.persons & current.persons


def _takes_up(current: Story, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on telling: it says so, or tells of the same people."""
    return _GOES_ON.match(paragraph.opening) is not None or bool(current.persons & paragraph.persons())


def _retells(current: Story, new: Story) -> bool:
    """Whether a paragraph tells in detail what the one before it gave in short: without a day there, and of nobody else."""
    alike = _family(current.event.category) == _family(new.event.category)
    return alike and not current.days and not (current.persons and new.persons and not current.persons & new.persons)


def _family(category: str) -> str:
    return _FAMILY.get(category, category)
