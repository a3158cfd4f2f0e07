"""Lines of metadata, taken apart: `2023-01-17 09:40 来源:舜网-济南日报 作者:王某 浏览:320` is a date, a source, an author and a counter.

The labels stand in `seeds/labels.csv`; a line is metadata where labels, dates and counters with short values make up all of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from transforms.cleaning.bylines import is_byline, is_name
from transforms.cleaning.dates import dates
from transforms.cleaning.furniture import reason_of_line
from transforms.cleaning.media import is_medium, may_be_site
from transforms.lexicon import table
from transforms.patterns import seldom

_HAN = "\u4e00-\u9fff"
_LETTERS = "\u4e00-\u4e27\u4e29-\u9fff"  # less 丨, which parts a label from its value
_LABEL = seldom(rf"([{_LETTERS}A-Za-z]{{1,8}}(?:\s?/\s?[{_LETTERS}]{{1,4}})?)\s*(?:[:丨|/]|(?<=[{_HAN}])\s+(?=[{_HAN}]))\s*")
_HOW_MANY = r"\s*[:(\[]{0,2}\s*\d[\d,.]*\s*[万wW]?\+?\s*(?:人次|次|人|条|个)?\s*[)\]]{0,2}\s*(?:人次|次|人|条)?"
_COUNTED = "阅读|浏览|点击|访问|查看|评论|人气|热度|点赞|收藏|参与|参与评论|跟帖|跟贴|转发|分享|赞好|赞|留言|我来说两句|我要评论|网友评论"
_COUNTER = seldom(
    rf"(?:已有|共有|有|共)?(?:{_COUNTED})(?:量|数|次数|率|人数)?{_HOW_MANY}"
    rf"|(?:已有|共有|有|共|已)?\s*\d[\d,.]*\s*[万wW]?\+?\s*(?:人次|次|人|条)?\s*(?:{_COUNTED}|参与讨论)(?:量|数)?"
    r"|(?:参与)?评论\s*\(\s*\)\s*[人条]?"
)
_SIZES = r"大\s*中?\s*小|小\s*中?\s*大|T\s*\|\s*T|A[+-](?:\s*/?\s*A[+-]?)?"
_TOOLS = seldom(
    rf"[【\[(<]?\s*(?:(?:字[号体级]|文字)(?:大小)?\s*:?\s*(?:{_SIZES})|大\s+中\s+小|小\s+中\s+大|[大中小](?:\s*[|/]\s*[大中小]){{1,2}}|(?:\[\s*[大中小]\s*\]\s*){{2,3}}|T\s*\|\s*T|A[+-](?:\s*A[+-]?)?)\s*[】\])>]?"
)
_PAGING = seldom(r"\d?\s*上一[篇版期条]\s*(?:下一[篇版期条])?\s*\d?(?!\d)")
_EDITION = seldom(r"第?\s*(?:[A-Z]?\d{1,3}|(?<=第)[一二三四五六七八九十]{1,3})\s*版(?:\s*[:/]?\s*[\u4e00-\u9fff]{2,6}(?![\u4e00-\u9fff]))?")
_PHONE = seldom(r"(?:(?:新闻|投稿|报料|读者|服务|客服)?(?:热线|电话)|传真)\s*:?\s*\(?\d{3,4}\)?[- ]?\d{7,8}")
_LINK = seldom(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+")
_POSTED = seldom(r"发表于\s?[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff\d])")  # where a post is from
# What finds a part of a line, its name, and the characters of which every match has one: most lines have none, and are spared the search.
_FINDERS = (
    (_COUNTER, "counter", frozenset(word[0] for word in _COUNTED.split("|"))),
    (_TOOLS, "tools", frozenset("大中小TA")),
    (_PAGING, "tools", frozenset("上")),
    (_LINK, "address", frozenset("/.")),
    (_PHONE, "address", frozenset("线话真")),
    (_EDITION, "edition", frozenset("版")),
    (_POSTED, "tools", frozenset("于")),
)
_MAY_DATE = re.compile(r"\d|[一二]")
_MAY_LABEL = re.compile(r"[:丨|/\s]")
_FORBIDDEN = re.compile(r"[。;!?]")
_TELLING = re.compile(r"[\d:|/丨年]|\S\s+\S")  # a line without any of these is no metadata
_LONGEST = 160
_LONGEST_VALUE = 40
_MARKS = ' ",.:|()[]【】<>·/_-—■□●◆▲★•《》'
_OPENING = "[【(<"
_OWN_WORK = "原创"  # before the name of an account: 原创 清河融媒
_AUTHORITY = seldom(
    r"[\u4e00-\u9fff]{2,10}(?:局|厅|部|院|办|委|政府|公安|分局|大队|支队|警方|警务处|交警|特警|消防|政法|检察|发布|首页)"
    r"|平安[\u4e00-\u9fff]{2,5}"
)


_TITLED = seldom(r"[(\[【]?《[^《》]{2,14}》\s?[()\[\]【】]?")  # a paper or programme beside its date: 《清河纪事》 2023-01-07


class Field(NamedTuple):
    """A part of a line of metadata: where it stands with its label, its name (a `field` of the labels, or `free`) and value."""

    start: int
    end: int
    name: str
    value: str


def fields(text: str) -> tuple[Field, ...]:
    """The fields of a line of metadata, in order, together the whole line; none for a line that is none."""
    if len(text) > _LONGEST or "。" in text or not _TELLING.search(text):
        return ()
    anchors = _anchors(text)
    found = _with_values(text, anchors) if anchors else ()
    return found if all(map(_is_field, found)) else ()


class _Anchor(NamedTuple):
    start: int
    end: int
    name: str
    value: str | None


def _anchors(text: str) -> list[_Anchor]:
    """What tells metadata, in order and apart from one another: a date with its time, counters, tools, labels."""
    letters = set(text)
    found = [_Anchor(start, end, "published", edtf) for start, end, edtf in dates(text)] if _MAY_DATE.search(text) else []
    for pattern, name, telling in _FINDERS:
        if not telling.isdisjoint(letters):
            found += [_Anchor(*match.span(), name, match[0]) for match in pattern.finditer(text)]
    if _MAY_LABEL.search(text):
        found += [anchor for match in _LABEL.finditer(text) if (anchor := _labelled(match))]
    return _apart(sorted(found))


def _labelled(match: re.Match[str]) -> _Anchor | None:
    """The label that a word before a colon is, or ends in (济南 来源:)."""
    word = match[1].replace(" ", "")
    for length in range(len(word), 0, -1):
        label = word[-length:]
        field = _labels().get(label)
        if field and (length == len(word) or length > 1) and _may_follow(match, label, field):
            start = len(match.string[: match.end(1) - length].rstrip(_OPENING))
            return _Anchor(start, match.end(), field, None)
    return None


_SPREAD = seldom(rf"^([{_HAN}])\s+([{_HAN}])(?![{_HAN}])")  # 李 杰


def _may_follow(match: re.Match[str], label: str, field: str) -> bool:
    """Whether what follows suits the label: behind a mere space a name or a site, behind 记者: never a question."""
    behind = match.string[match.end() :]
    rest = (_SPREAD.sub(r"\1\2", behind) if behind[1:2].isspace() else behind).split(maxsplit=1)
    first = re.split(r"[、,|/\]】)(]", rest[0])[0] if rest else ""
    if match[0].rstrip()[-1:] not in ":丨|/":
        if field == "author" and is_medium(first):
            return True
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
    found = [_free(text, 0, anchors[0].start)]
    for anchor, end in zip(anchors, ends, strict=True):
        if anchor.value is None:
            found.append(Field(anchor.start, end, anchor.name, text[anchor.end : end].strip()))
        else:
            found += [Field(anchor.start, anchor.end, anchor.name, anchor.value), _free(text, anchor.end, end)]
    return tuple(field for field in found if field.end > field.start)


def _free(text: str, start: int, end: int) -> Field:
    """What stands beside fields without a label: authors, buttons, a label whose colon is missing, or the name of a site."""
    value = text[start:end].strip()
    bare = value.strip(_MARKS)
    if not bare or is_origin(bare) or _TITLED.fullmatch(value):
        return Field(start, end, "free", value)
    if bare in _labels():
        return Field(start, end, _labels()[bare], "")
    return Field(start, end, "author" if is_byline(value) else _button(bare), value)


def _is_field(field: Field) -> bool:
    return field.name != "unknown" and len(field.value) <= _LONGEST_VALUE and not _FORBIDDEN.search(field.value)


def _button(text: str) -> str:
    """The name of a field of buttons (打印 收藏), `free` where a channel is among them (港闻), `unknown` for anything else."""
    reasons = {reason_of_line(token) for token in re.split(rf"[\s{re.escape(_MARKS)}]+", text) if token}
    return "unknown" if None in reasons else "free" if "navigation" in reasons else "tools"


def is_origin(text: str) -> bool:
    """Whether a text is but the names of sites, media or authorities."""
    parts = [part.strip("《》") for part in re.split(r"[\s|·>/-]+", text) if part != _OWN_WORK]
    return (
        len(parts) > 0
        and len(text) <= 20
        and all(may_be_site(part) or _AUTHORITY.fullmatch(part) or text.startswith("《") for part in parts)
    )


@cache
def _labels() -> dict[str, str]:
    return {row["label"]: row["field"] for row in table("labels") if row["field"] not in ("abstract", "caption")}
