"""Lines of metadata, taken apart: `2023-01-17 09:40 来源:舜网-济南日报 作者:王某 浏览:320` is a date, a source, an author and a counter.

The labels stand in `seeds/labels.csv`; a line is metadata where labels, dates and counters with short values make up all of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from transforms.cleaning.bylines import is_name
from transforms.cleaning.dates import dates
from transforms.cleaning.media import may_be_site
from transforms.lexicon import table

_HAN = "\u4e00-\u9fff"
_LABEL = re.compile(rf"([{_HAN}A-Za-z]{{1,8}}(?:\s?/\s?[{_HAN}]{{1,4}})?)\s*(?:[:丨|/]|(?<=[{_HAN}])\s+(?=[{_HAN}]))\s*")
_COUNTER = re.compile(
    r"(?:阅读|浏览|点击|访问|查看|评论|人气|热度|点赞|收藏|参与|跟帖|转发)(?:量|数|次数|率|人数)?\s*[:(\[]?\s*\d[\d,.]*\s*[万wW]?\+?\s*(?:人次|次|人|条)?\s*[)\]]?"
    r"|\d[\d,.]*\s*[万wW]?\+?\s*(?:人次|次|人|条)?\s*(?:阅读|浏览|点击|访问|评论|跟帖|人参与|参与)(?:量|数)?"
    r"|(?:参与)?评论\s*\(\s*\d*\s*\)\s*人?"
)
_TOOLS = re.compile(
    r"[【\[(<]?\s*(?:大\s+中\s+小|[大中小]\s*[|/]\s*[大中小](?:\s*[|/]\s*[大中小])?|T\s*\|\s*T|A[+-]\s*A?[+-]?|打印(?:本页|本稿)?|关闭(?:窗口)?|收藏|我要评论|纠错|手机看新闻)\s*[】\])>]?"
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+")
_FORBIDDEN = re.compile(r"[。;!?]")
_LONGEST = 160
_LONGEST_VALUE = 40
_FREE = re.compile(r"[\s,.:|()\[\]【】<>·/_\-—■□●◆▲★•]*")


class Field(NamedTuple):
    """A part of a line of metadata: where it stands with its label, its name (a `field` of the labels, or `free`) and value."""

    start: int
    end: int
    name: str
    value: str


def fields(text: str) -> tuple[Field, ...]:
    """The fields of a line of metadata, in order, together the whole line; none for a line that is none."""
    if len(text) > _LONGEST or "。" in text:
        return ()
    anchors = _anchors(text)
    if not anchors or (anchors[0].start > 0 and not _is_opening(text[: anchors[0].start])):
        return ()
    found = _with_values(text, anchors)
    return found if all(map(_is_field, found)) else ()


class _Anchor(NamedTuple):
    start: int
    end: int
    name: str
    value: str | None


def _anchors(text: str) -> list[_Anchor]:
    """What tells metadata, in order and apart from one another: a date with its time, counters, tools, labels."""
    found = [_Anchor(start, end, "published", edtf) for start, end, edtf in dates(text)]
    for pattern, name in ((_COUNTER, "counter"), (_TOOLS, "tools"), (_LINK, "address")):
        found += [_Anchor(*match.span(), name, match[0]) for match in pattern.finditer(text)]
    found += [anchor for match in _LABEL.finditer(text) if (anchor := _labelled(match))]
    return _apart(sorted(found))


def _labelled(match: re.Match[str]) -> _Anchor | None:
    """The label that a word before a colon is, or ends in (济南 来源:)."""
    word = match[1].replace(" ", "")
    for length in range(len(word), 0, -1):
        label = word[-length:]
        field = _labels().get(label)
        if field and (length == len(word) or length > 1) and _may_follow(match, label, field):
            return _Anchor(match.end(1) - length, match.end(), field, None)
    return None


def _may_follow(match: re.Match[str], label: str, field: str) -> bool:
    """Whether what follows suits the label: behind a mere space a name or a site, behind 记者: never a question."""
    rest = match.string[match.end() :].split(maxsplit=1)
    first = re.split(r"[、,|/\]】)(]", rest[0])[0] if rest else ""
    if match[0].rstrip()[-1:] not in ":丨|/":
        return is_name(first) if field in ("author", "editor") else field == "source" and may_be_site(first)
    return label not in ("记者", "通讯员") or not first or is_name(first)


def _apart(anchors: list[_Anchor]) -> list[_Anchor]:
    kept: list[_Anchor] = []
    for anchor in anchors:
        if kept and anchor.start < kept[-1].end:
            continue
        kept.append(anchor)
    return kept


def _with_values(text: str, anchors: list[_Anchor]) -> tuple[Field, ...]:
    ends = [anchor.start for anchor in anchors[1:]] + [len(text)]
    lead = [Field(0, anchors[0].start, "free", text[: anchors[0].start].strip())] if anchors[0].start else []
    found: list[Field] = []
    for anchor, end in zip(anchors, ends, strict=True):
        if anchor.value is None:
            found.append(Field(anchor.start, end, anchor.name, text[anchor.end : end].strip()))
        else:
            found += [
                Field(anchor.start, anchor.end, anchor.name, anchor.value),
                Field(anchor.end, end, "free", text[anchor.end : end].strip()),
            ]
    return tuple(field for field in (*lead, *found) if field.end > field.start)


def _is_field(field: Field) -> bool:
    if field.name == "free":
        return _FREE.fullmatch(field.value) is not None or _is_opening(field.value)
    return len(field.value) <= _LONGEST_VALUE and not _FORBIDDEN.search(field.value)


def _is_opening(text: str) -> bool:
    """Whether a text without a label may stand beside fields: marks, the name of a site, a bracket."""
    bare = text.strip(" ,|()[]【】<>·/_-—■□●◆▲★•《》")
    parts = re.split(r"[\s|·>/-]+", bare)
    return not bare or (len(bare) <= 16 and all(may_be_site(part.strip("《》")) or text.strip(" (").startswith("《") for part in parts))


@cache
def _labels() -> dict[str, str]:
    return {row["label"]: row["field"] for row in table("labels")}
