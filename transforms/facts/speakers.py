"""Who says what stands in quotation marks: the person of the table whom the sentence has speak, None for anybody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from transforms.aligned import Span
from transforms.facts.persons.names import surname
from transforms.facts.speech import leads_in, says
from transforms.lexicon import alternation
from transforms.patterns import seldom
from transforms.records import Block, Page, Person


def _any(use: str) -> str:
    """Any word of `seeds/speech_words.csv` with this use."""
    return alternation("speech_words", "word", use=use)


_REACH = 80
_FAR = 400
_SENTENCE_END = re.compile("[。!?;\n]")
_QUOTED = re.compile("“[^“”]+”")
_ENDS = "。!?…"
_LEADS_IN = re.compile(r"[:,]\Z")
_HE = re.compile(r"(?<![其吉])[他她](?!们)|该(?:民警|所长|局长|负责人)")
_WHEN = re.compile(r"^[,。]?当[^,。]{2,40}时,")  # who acts while somebody else speaks
_ADDRESSED = seldom(rf"{_any('addressed')}[^,:]{{0,30}}\Z")
_NOT_HIS = seldom(rf"的(?!{_any('his')})")
_SOMEBODY = re.compile(rf"{_any('somebody')}|[一这那]名[^民警,。]{{1,6}}")


class Said(NamedTuple):
    """The last thing said in a paragraph: where it ended and by whom."""

    end: int
    speaker: str | None


class Role(NamedTuple):
    """A person by the full name, and by the ways in which the text goes on to call that person."""

    name: str
    calls: tuple[str, ...]


class Cast(NamedTuple):
    """The text and those in it who may be named as speakers."""

    text: str
    roles: tuple[Role, ...]


def cast_of(page: Page, persons: Sequence[Person]) -> Cast:
    """The persons of a page by how they are called: 王立新, 王所长."""
    return Cast(page.text.text, tuple(Role(person.name, _calls(person)) for person in persons))


def speaker(cast: Cast, block: Block, span: Span, last: Said | None) -> str | None:
    """The name of who says what stands at `span` within a block; `last` is what was said before it in the same block."""
    lead, behind = _lead(cast.text, block, span), _behind(cast.text, block, span)
    if _LEADS_IN.search(lead) or leads_in(lead):
        return _told(cast, block, (lead,), span.start - 1 - len(lead)) or _same(cast.text, span, last, lead)
    told = _told(cast, block, (behind, lead), span.start - 1) or _same(cast.text, span, last, behind)
    return told or (None if lead or _SOMEBODY.search(behind) else _speaks_of_self(cast, block, span))


def _speaks_of_self(cast: Cast, block: Block, span: Span) -> str | None:
    """Who was just spoken of, where nobody is said to speak but the speech is of oneself (王立新摆摆手。“我做得还不够。”)."""
    if "我" not in cast.text[span.start : span.end]:
        return None
    sentences = _SENTENCE_END.split(cast.text[max(block.start, span.start - 1 - _REACH) : span.start - 1].rstrip("。!?"))
    found = _subject(cast, sentences[-1].split(",", 1)[0])
    return None if _SOMEBODY.search(sentences[-1]) else found


def _told(cast: Cast, block: Block, clauses: Sequence[str], before: int) -> str | None:
    """Who speaks by the first of the clauses that tells it: by name, or as he or she, whom the text names before that offset."""
    for clause in (_WHEN.sub("", clause) for clause in clauses):
        name = _subject(cast, clause)
        if name or _SOMEBODY.search(clause):
            return name
        if _HE.search(clause):
            return _antecedent(cast, block, before)
    return None


def _subject(cast: Cast, clause: str) -> str | None:
    """The person who acts in a clause: the first named that is neither spoken to nor the owner of what acts."""
    found = sorted((clause.find(call), -len(call), role.name, call) for role in cast.roles for call in role.calls if call in clause)
    for at, _, name, call in found:
        if not _ADDRESSED.search(clause[:at]) and not _NOT_HIS.match(clause, at + len(call)):
            return name
    return None


def _antecedent(cast: Cast, block: Block, before: int) -> str | None:
    """Whom he or she means: the person named last, in the same paragraph if any, unless somebody else came since."""
    for low in (block.start, max(0, block.start - _FAR)):
        earlier = cast.text[max(low, before - _FAR) : before]
        found = max(((earlier.rfind(call), role.name) for role in cast.roles for call in role.calls), default=(-1, ""))
        if found[0] >= 0:
            return None if _SOMEBODY.search(earlier, found[0]) else found[1]
    return None


def _same(text: str, span: Span, last: Said | None, clause: str) -> str | None:
    """The speaker before, who goes on where nobody else is named."""
    if last is None or _SOMEBODY.search(clause):
        return None
    between = text[last.end + 1 : span.start - 1]
    return None if len(between) > _REACH or _SOMEBODY.search(between) or ":" in between else last.speaker


def _lead(text: str, block: Block, span: Span) -> str:
    """What the sentence says before the mark, other quotations in it left out."""
    before = text[max(block.start, span.start - 1 - _REACH) : span.start - 1]
    return _SENTENCE_END.split(_QUOTED.sub(lambda quoted: "”。" if quoted[0][-2] in _ENDS else "”", before))[-1]


def _behind(text: str, block: Block, span: Span) -> str:
    """What the sentence says behind the mark; of a sentence without a verb of saying the first clause."""
    behind = _SENTENCE_END.split(text[span.end + 1 : min(block.end, span.end + 1 + _REACH)].split("“", 1)[0], 1)[0]
    return behind if says().search(behind) else behind.lstrip(",").split(",", 1)[0]


def _calls(person: Person) -> tuple[str, ...]:
    """The full name, the first part of a dotted one, and the surname with the last word of the post (王所长, 王教导员)."""
    family = surname(person.name)
    short = (family + person.role[-2:], family + person.role[-3:]) if family else ()
    return (person.name, *((person.name.split("·")[0],) if "·" in person.name else ()), *short)
