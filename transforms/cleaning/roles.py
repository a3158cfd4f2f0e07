"""Which line of a page is what: title, metadata, body, boilerplate. Decided by the line itself and by where it stands.

A page has a head (up to its first paragraph), a body, and a tail (behind its last paragraph). Furniture that says so itself goes
anywhere; what only looks like it goes in the head before the title and in the tail. A paragraph of the body is never dropped for
its looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from transforms.cleaning.bylines import ending, is_picture_credit, is_signature, lead_in
from transforms.cleaning.furniture import is_notice, may_be_heading, opens_list, reason_at_edge
from transforms.cleaning.lines import Line, Part, ends_a_sentence, is_abstract, is_caption, is_marked_heading, merged, said_by_abstract
from transforms.cleaning.media import is_medium
from transforms.cleaning.tables import table_lines
from transforms.cleaning.titles import overlap, subtitle_line, title_line
from transforms.cleaning.torn import continues, wrap_width
from transforms.patterns import seldom
from transforms.records import BlockKind

_FIELD_KINDS: dict[str, BlockKind] = {"author": "byline", "editor": "editor"}
_SIGNING = frozenset({"author", "editor", "source", "original_title"})
_FIELD_REASONS = {"counter": "counter", "tools": "share", "keywords": "navigation", "address": "address"}
_LONG_ENOUGH_TO_REPEAT = 40
_UNRELATED = 0.2
_LONGEST_UNRELATED = 40
_ENOUGH_BODY = 150
_MOST_OF_BODY = 0.6
_LONGEST_HEADING = 60
_LONGEST_HEADING_WITH_COMMA = 32
_NO_LAST_OF_HEADING = ",、;:。的和在把将为与及对"
_CLOSING = frozenset({"advertisement", "comment", "legal", "navigation", "related", "share"})
_END_MARK = seldom(r"[(【〔]?(?:全文)?完[)】〕]?")
_NUMBERED = seldom(r"0[1-9]")  # over a part of the article, as posts have it
_GLUED = seldom(r"(?<=[。!?”…)】])\s+(\S{2,12})$")  # ……放心多了。 我要评论
_SPEAKERS = ("问:", "答:", "记者:", "主持人:")


@dataclass(frozen=True, slots=True)
class Zones:
    """Where a page's lines change: `title` and `subtitle` (or None), first of the `body`, of the `tail`, and behind its end (`close`).

    `sample` is the text of the body, as far as it takes to compare lines with it; `tables` are the lines that are rows or heads of tables.
    """

    title: int | None
    subtitle: int | None
    body: int
    tail: int
    close: int
    sample: str
    tables: frozenset[int]


def zones(lines: Sequence[Line], hinted_title: str | None) -> Zones:
    """Where head, body and tail of a page lie."""
    prose = [i for i, each in enumerate(lines) if each.is_prose and not is_abstract(each.text) and not is_notice(each.text)]
    tables = table_lines([line.text for line in lines])
    close = _close(lines, prose, tables)
    prose = [i for i in prose if i < close]
    body = _first_of_body(lines, next(iter(prose), close))
    sample = "".join(lines[i].text for i in prose)[:20_000]
    title = title_line(lines[:close], body, sample, hinted_title)
    subtitle = None if title is None else subtitle_line(lines, title, body)
    own = frozenset(i for i in tables if i < close)
    tail = max(_tail(lines, body, close, sample), 1 + max(own, default=-1))
    return Zones(title, subtitle, body, tail, close, sample, own)


def roles(lines: Sequence[Line], found: Zones) -> list[tuple[Part, ...]]:
    """The parts of each line with their roles; a text that would be nothing but furniture is taken as it stands."""
    parts = _parts(lines, found)
    return parts if any(part.kind for its in parts for part in its) else [_paragraph(line) for line in lines]


def _parts(lines: Sequence[Line], found: Zones) -> list[tuple[Part, ...]]:
    seen: set[str] = set()
    parts: list[tuple[Part, ...]] = []
    for i, line in enumerate(lines):
        repeated = len(line.text) >= _LONG_ENOUGH_TO_REPEAT and line.text in seen
        parts.append(_whole(line, reason="repeated") if repeated else _roles_of(lines, i, found))
        seen.add(line.text)
    return parts


def _roles_of(lines: Sequence[Line], i: int, found: Zones) -> tuple[Part, ...]:
    line = lines[i]
    if i in found.tables:
        return _whole(line, "table")
    if i >= found.close:
        return _signed(line) or _whole(line, reason=reason_at_edge(line.text) or "related")
    if i >= found.tail:
        return _in_tail(line)
    if i >= found.body:
        return _in_body(lines, i, last=i == found.tail - 1)
    if i == found.subtitle or (found.title is not None and line.text == lines[found.title].text):
        return _whole(line, "title")
    return _in_head(line, found, above_title=found.title is None or i < found.title)


def _close(lines: Sequence[Line], prose: Sequence[int], tables: frozenset[int]) -> int:
    """The line from which on a page holds other things: a list of other articles, furniture behind the body, what follows the editor's."""
    last = prose[-1] if prose else len(lines)
    total = sum(len(lines[i].text) for i in prose)
    before = dict(zip(prose, accumulate(len(lines[i].text) for i in prose), strict=True))
    so_far = 0
    for i, line in enumerate(lines):
        so_far = before.get(i, so_far)
        if line.section and so_far >= max(_ENOUGH_BODY, _MOST_OF_BODY * total):
            return i
        if i > last and i not in tables and (opens_list(line.text) or _closes(line)):
            return i
        if i > last and any(field.name == "editor" for field in line.fields):
            return i + 1
    return len(lines)


def _closes(line: Line) -> bool:
    """Whether a line behind the last sentence is furniture of the kinds behind which no article goes on."""
    return not line.is_metadata and reason_at_edge(line.text) in _CLOSING


def _first_of_body(lines: Sequence[Line], body: int) -> int:
    """The line where the first paragraph begins, which may be torn or hard-wrapped: above the first that reads as prose."""
    width = wrap_width([len(line.text) for line in lines])
    while 1 < body < len(lines) and _leads_on(lines[body - 1], lines[body], width):
        body -= 1
    return body


def _leads_on(line: Line, below: Line, width: int | None) -> bool:
    plain = not (line.is_metadata or reason_at_edge(line.text) or is_abstract(line.text))
    return plain and continues(line.text, below.text, width)


def _tail(lines: Sequence[Line], body: int, close: int, sample: str) -> int:
    """The first line behind the last paragraph: upwards from the end, as long as lines are no part of a story."""
    at = close
    while at > body and _is_loose(lines[at - 1], sample):
        at -= 1
    return at


def _is_loose(line: Line, sample: str) -> bool:
    if line.is_metadata or line.furniture or is_signature(line.text):
        return True
    return reason_at_edge(line.text) is not None or is_medium(line.text) or _is_unrelated(line, sample)


def _is_unrelated(line: Line, sample: str) -> bool:
    """Whether a short line that is no sentence shares nothing with the body: spam, a teaser."""
    short = len(line.text) <= _LONGEST_UNRELATED and not ends_a_sentence(line.text) and not _is_cut_off(line.text)
    return short and len(sample) >= _ENOUGH_BODY and overlap(line.text, sample) < _UNRELATED


def _is_cut_off(text: str) -> bool:
    """Whether a sentence breaks off at the end of a line, as where a page is cut."""
    return text[-1] in ",、" or text.count("“") > text.count("”")


def _signed(line: Line) -> tuple[Part, ...]:
    """The parts of a line of metadata behind the article's end if it tells who made it; the date or site of another article is none."""
    return _metadata(line) if line.byline or any(field.name in _SIGNING for field in line.fields) else ()


def _in_tail(line: Line) -> tuple[Part, ...]:
    if line.is_metadata:
        return _metadata(line)
    if (is_signature(line.text) and not line.furniture) or _END_MARK.fullmatch(line.text) or _names_source(line.text):
        return _whole(line, "byline")
    return _whole(line, reason=reason_at_edge(line.text) or ("site" if is_medium(line.text) else "unrelated"))


def _names_source(text: str) -> bool:
    """Whether a line behind the body is a medium in brackets: who first published it."""
    return text[0] in "([【" and text[-1] in ")]】" and is_medium(text)


def _in_head(line: Line, found: Zones, above_title: bool) -> tuple[Part, ...]:
    if line.is_metadata:
        return _metadata(line)
    if is_abstract(line.text):
        empty = reason_at_edge(said_by_abstract(line.text)) if "。" not in line.text else None
        return _whole(line, reason=empty) if empty else _whole(line, "abstract")
    kin = overlap(line.text, found.sample) >= _UNRELATED or line.text.endswith("——")
    reason = line.furniture or (None if kin and not above_title else reason_at_edge(line.text))
    if above_title and not reason:
        reason = "site" if is_medium(line.text) else _reason_above_title(line.text, kin, found)
    return _whole(line, reason=reason) if reason else _whole(line, _kind_in_head(line.text))


def _reason_above_title(text: str, kin: bool, found: Zones) -> str | None:
    """A line above the title is spam unless it speaks of what the body speaks of, is a kicker, or names an author."""
    kept = kin or _is_kicker(text) or is_signature(text) or len(found.sample) < _ENOUGH_BODY
    return None if kept else "unrelated"


def _kind_in_head(text: str) -> BlockKind:
    if is_signature(text):
        return "byline"
    if is_medium(text):
        return "dateline"
    return "caption" if is_caption(text) else "heading"


def _is_kicker(text: str) -> bool:
    """Whether a line above the title is made of phrases of one length, as kickers are: 全警上路 全时守护 全域联防."""
    lengths = {len(phrase) for phrase in text.split()}
    return len(text.split()) > 1 and len(lengths) == 1 and min(lengths) >= 4


def _in_body(lines: Sequence[Line], i: int, last: bool) -> tuple[Part, ...]:
    line = lines[i]
    if line.furniture == "rule":
        return _paragraph(line)
    if line.furniture and not (i + 1 < len(lines) and _heads_part(line.text, lines[i + 1])):
        return _whole(line, reason=line.furniture)
    if line.byline or _is_credit(line):
        return _metadata(line)
    if is_abstract(line.text):
        return _whole(line, "abstract")
    if is_caption(line.text) or (i + 1 < len(lines) and _may_be_caption(line.text) and is_picture_credit(lines[i + 1].text)):
        return _whole(line, "caption")
    heads = not line.is_prose and _is_heading(line.text) and not (last and (line.text.startswith("——") or ends_a_sentence(line.text)))
    return _whole(line, "heading") if heads else _paragraph(line)


def _heads_part(text: str, below: Line) -> bool:
    """Whether what looks like furniture heads a part of the article: the name of a channel (民生), the number of the part."""
    if _NUMBERED.fullmatch(text):
        return below.furniture is None
    return may_be_heading(text) and below.is_prose


def _is_credit(line: Line) -> bool:
    """Whether fields in the middle of the body are metadata: not such as a list of a story may have (名称:, 类别:)."""
    return any(field.name not in ("free", "keywords") for field in line.fields)


def _may_be_caption(text: str) -> bool:
    return len(text) <= 100 and text.count("。") <= 1 and "“" not in text


def _is_heading(text: str) -> bool:
    """Whether a line in the body that is no prose is a heading, and not what is left of a torn paragraph or a turn of a talk."""
    if is_marked_heading(text):
        return True
    longest = _LONGEST_HEADING_WITH_COMMA if "," in text else _LONGEST_HEADING
    return len(text) <= longest and text[-1] not in _NO_LAST_OF_HEADING and not text.startswith(_SPEAKERS)


def _paragraph(line: Line) -> tuple[Part, ...]:
    """A paragraph, with the opening and the bracket at its end that name the authors apart, and a button glued to it."""
    glued, whole = _GLUED.search(line.text), len(line.text)
    button = reason_at_edge(glued[1]) if glued else None
    length = glued.start() if glued and button else whole
    start, end = lead_in(line.text), ending(line.text[:length])
    if start >= end:
        return _whole(line, "paragraph")
    parts = (Part(0, start, "byline"), Part(start, end, "paragraph"), Part(end, length, "byline"), Part(length, whole, None, button))
    return tuple(part for part in parts if part.end > part.start)


def _metadata(line: Line) -> tuple[Part, ...]:
    """The parts of a line of metadata; counters, tools and the like in it are boilerplate, mere marks belong to what follows."""
    if line.byline:
        return _whole(line, "byline")
    named = [field for field in line.fields if field.name != "free" or is_medium(field.value)]
    if not named:
        return ()
    if {field.name for field in line.fields} in ({"edition"}, {"edition", "free"}):
        return _whole(line, reason="navigation")  # a running head: the paper and its page, without a date
    starts = [0, *(field.start for field in named[1:]), len(line.text)]
    kinds = [
        (None if field.name in _FIELD_REASONS else _FIELD_KINDS.get(field.name, "dateline"), _FIELD_REASONS.get(field.name))
        for field in named
    ]
    return merged(Part(start, end, kind, reason) for (start, end), (kind, reason) in zip(pairwise(starts), kinds, strict=True))


def _whole(line: Line, kind: BlockKind | None = None, *, reason: str | None = None) -> tuple[Part, ...]:
    return (Part(0, len(line.text), kind, reason),)
