"""Date, source and site of a page, from its lines of metadata, its furniture and what it says of itself (hints)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from transforms.cleaning.dates import dates, yearless
from transforms.cleaning.fields import Field, is_origin
from transforms.cleaning.lines import Line, Part
from transforms.cleaning.media import Origin, is_medium, origin, site_named_by
from transforms.cleaning.roles import Zones
from transforms.patterns import seldom

_EDTF = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_HAN = "\u4e00-\u9fff"
_LEAD_MEDIUM = seldom(
    rf"^[\[【(〔]?据?([{_HAN}·]{{2,12}}?(?:报|网|社|新闻(?!网)|客户端|在线))(?=\s?[{_HAN}]{{0,6}}\s?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?\s?(?:消息|讯|专?电|专讯|全媒体|/|记者|通讯员))"
)
_REPORTER_OF = seldom(rf"[讯电][(\[【]\s?([{_HAN}]{{2,8}}报)(?:社|全媒体|融媒体|首席|见习|实习)*记者")  # 某某网讯(某某晚报记者…)
_SIGNED_FOR = seldom(rf"(?<![{_HAN}])([{_HAN}]{{1,10}}(?:报|社|网|新闻))(?:全媒体|首席|见习|实习|特约)*记者")  # 采写/某某晚报记者 …
_TAKEN_FROM = seldom(r"(?:来源|转自|摘自|原载|转载自)\s*[:于自]?\s*([^()\[\]【】。]{2,30})")
_IMPRINT = re.compile(r"((?:19|20)\d\d-\d\d-\d\d)\s+\d+\s+\d+\s+(\S{2,12})\s+content_\d+")
"""What a kind of e-paper leaves behind its text: 2019-08-09 2 2 清河晚报 content_1.html."""
_PRESS = ("报", "社")
"""How the names of sites end that are themselves the medium, where the page names no source."""
_YEAR_FIRST = frozenset("12X")
_OWN = seldom(r"^(?:据|综合)?本[报网社台刊]")


_SENT = seldom(r"(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?=专?[电讯])")


def published(lines: Sequence[Line], parts: Sequence[Sequence[Part]], found: Zones, hints: Mapping[str, str]) -> str | None:
    """The date of publication as EDTF: of hints, labels, head, tail the first that has one, else an opening (中新网某地3月5日电)."""
    hinted = hints.get("published", "")
    if _EDTF.fullmatch(hinted):
        return hinted
    if full := dates(hinted):
        return full[0].edtf
    head, tail = lines[: found.body], lines[found.tail : found.close]
    labelled = [edtf for line in (*head, *tail) for edtf in _labelled_dates(line.fields)]
    imprints = [match[1] for line in lines[found.tail :] if (match := _IMPRINT.search(line.text))]
    return next(iter((*labelled, *_dates(head)[-1:], *_dates(tail), *imprints, *_sent(lines, parts))), None)


def _sent(lines: Sequence[Line], parts: Sequence[Sequence[Part]]) -> Iterator[str]:
    """The day, of no year, that an opening names medium and day of: XXXX-03-05."""
    bylines = (line.text[part.start : part.end] for line, its in zip(lines, parts, strict=True) for part in its if part.kind == "byline")
    return (edtf for text in bylines if (match := _SENT.search(text)) and (edtf := yearless(int(match["month"]), int(match["day"]))))


def source_and_site(lines: Sequence[Line], parts: Sequence[Sequence[Part]], found: Zones, hints: Mapping[str, str]) -> Origin:
    """Who first published the article and who carries it; None where the page leaves it open."""
    named = next((each for each in _origins(lines, parts, found) if each.source), Origin(None, None))
    hinted = origin(hints.get("source", ""))
    furniture = (line.text for line, its in zip(lines, parts, strict=True) for part in its if part.kind is None)
    site = named.site or hinted.site or hints.get("site") or site_named_by(furniture)
    return Origin(named.source or hinted.source or (site if site and site.endswith(_PRESS) else None), site)


def _heads(line: Line, field: Field) -> bool:
    """Whether a field opens the line and the date follows: 清河网 2022-09-28."""
    return field is line.fields[0] and len(line.fields) > 1 and line.fields[1].name == "published"


def _of_page(named: Origin, heads: bool) -> Origin:
    """What stands beside the date without a label: a site before the date is the page's own."""
    own = heads and named.site is None and named.source is not None and named.source.endswith("网")
    return Origin(named.source, named.source) if own else named


def _dates(lines: Sequence[Line]) -> list[str]:
    return [field.value for line in lines for field in line.fields if field.name == "published" and field.value[:1] in _YEAR_FIRST]


def _labelled_dates(line: Sequence[Field]) -> Iterator[str]:
    for label, value in pairwise(line):
        if label.name == value.name == "published" and not label.value and value.value:
            yield value.value


def _origins(lines: Sequence[Line], parts: Sequence[Sequence[Part]], found: Zones) -> Iterator[Origin]:
    """What names the source, the plainest first: a labelled field, a medium beside the date, a bracket at the end, an opening."""
    labelled = [origin(field.value) for line in lines for field in line.fields if field.name == "source"]
    yield from sorted(labelled, key=lambda named: not is_medium(named.source or ""))  # 摘自: 某某晚报 behind 来源: 某某公司
    head = lines[: found.body]
    yield from (origin(field.value) for line in head for field in line.fields if field.name == "author" and is_medium(field.value))
    beside = [(field.value.strip("·|-()[]【】 "), _heads(line, field)) for line in head for field in line.fields if field.name == "free"]
    yield from (_of_page(origin(value), heads) for value, heads in beside if value and is_origin(value))
    yield from (origin(line.text) for line, its in zip(head, parts, strict=False) if its[0].kind == "dateline" and is_medium(line.text))
    yield from (origin(match[2]) for line in lines[found.tail :] if (match := _IMPRINT.search(line.text)))
    bylines = [
        line.text[part.start : part.end].strip() for line, its in zip(lines, parts, strict=True) for part in its if part.kind == "byline"
    ]
    yield from (origin(text.strip("()[]【】")) for text in bylines if text[0] in "([【" and is_medium(text))
    yield from (origin(match[1]) for text in bylines if (match := _TAKEN_FROM.search(text)))
    yield from (origin(match[1]) for text in bylines if (match := _REPORTER_OF.search(text)) and not _OWN.match(match[1]))
    yield from (origin(match[1]) for text in bylines if (match := _LEAD_MEDIUM.match(text)) and not _OWN.match(match[1]))
    signed = {match[1] for line in (*head, *lines[found.tail :]) if line.is_metadata for match in _SIGNED_FOR.finditer(line.text)}
    yield from (origin(name) for name in signed if len(signed) == 1 and is_medium(name) and not _OWN.match(name))
