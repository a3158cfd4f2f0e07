"""Names that stand one after the other: 陕西省商洛市山阳县 is one place, and so is 广饶县李鹊镇."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transforms.mentions.places.gazetteer import Form, Level, divisions, lineage
from transforms.mentions.places.scan import Match

_LINKS = frozenset(
    {"公安局", "公安", "人民法院", "法院", "人民检察院", "检察院", "政府", "警察局", "的", "辖区", "下辖", "所辖", "市", "警方"}
)
_LONGEST_LINK = 5
_NO_NAME = "的了在对和与及为是有将把被从到向由各每这那其该本我他她们以于至设推展组织走公警政机群委局部院所镇乡某余名个两外"
_TAIL = re.compile(
    rf"(?:(?![城小重集古乡特县]镇|城乡|自然村|[新农乡]村)[^\W\da-zA-Z_{_NO_NAME}]{{1,5}}?"
    r"(?:街道|苏木|嘎查|镇(?![政定压静])|乡(?![村镇亲]|政府)|社区(?!民警|警|矫|服务|干部|卫生)|村(?![民级居务里口组干])|小区)){1,3}"
)


class Group(NamedTuple):
    """One place as written: the divisions that it may be, what vouches for them, and what follows below the county."""

    start: int
    end: int
    codes: tuple[str, ...]
    form: Form
    chained: bool
    common: bool
    tail: str
    level: Level | None


def groups(matches: Sequence[Match], text: str) -> list[Group]:
    """The matches joined to chains, each narrowed by the parent that stands before it and stretched over its towns and villages."""
    found: list[Group] = []
    for match in matches:
        joined = _joined(found[-1], match, text) if found else None
        if joined is None and found and _is_branch_elsewhere(found[-1], match, text):
            continue
        if joined and joined.start < match.start:
            found.pop()
        found.append(joined or _alone(match))
    return _with_towns(found, text)


def _with_towns(found: Sequence[Group], text: str) -> list[Group]:
    """The groups stretched over their towns; what is a part of a town's name (江都 in 江都路街道) is no place."""
    whole = [group.start for group in found if group.form in {"full", "zone", "reference"}]
    stretched: list[Group] = []
    for group in found:
        if stretched and group.start < stretched[-1].end:
            continue
        later = bisect_right(whole, group.start)
        stretched += _stretched(group, text, whole[later] if later < len(whole) else len(text))
    return stretched


def _alone(match: Match) -> Group:
    surface = match.surface
    tail = surface.text if surface.form == "part" else ""
    return Group(match.start, match.end, surface.codes, surface.form, False, surface.common, tail, surface.level)


def _joined(last: Group, match: Match, text: str) -> Group | None:
    """The match narrowed by the group before it; with that group's start where nothing stands between them; None where unrelated."""
    gap = match.start - last.end
    if gap > _LONGEST_LINK or last.tail or (gap and text[last.end : match.start] not in _LINKS):
        return None
    start = match.start if gap else last.start
    if match.surface.form == "part":
        codes = tuple(code for code in match.surface.codes if any(parent in lineage(code) for parent in last.codes))
        return Group(start, match.end, codes, "part", True, False, match.surface.text, None) if codes else None
    codes = _beneath(match.surface.codes, last.codes)
    if codes:
        return Group(start, match.end, codes, match.surface.form, True, False, "", None)
    if not gap and _is_unknown_part(last, match):
        return Group(start, match.end, last.codes, "part", True, False, match.surface.text, None)
    return None


def _is_branch_elsewhere(last: Group, match: Match, text: str) -> bool:
    """Whether a branch of a city's police is called so (西安市公安局〔曲江〕分局), and not by the division far away of that name."""
    between = text[last.end : match.start]
    named = match.surface.form == "short" and len(last.codes) == 1 and not last.tail
    return named and between in {"公安局", "市公安局"} and text.startswith("分局", match.end)


def _beneath(codes: Iterable[str], parents: Sequence[str]) -> tuple[str, ...]:
    """The codes that lie truly within one of the parents."""
    return tuple(code for code in codes if any(parent in lineage(code)[1:] for parent in parents))


def _is_unknown_part(last: Group, match: Match) -> bool:
    """济宁 and 市中区: a district that the table does not know under that city stands for the city."""
    names_county = match.surface.form == "full" and divisions()[match.surface.codes[0]].level == "county"
    return names_county and bool(last.codes) and divisions()[last.codes[0]].level == "prefecture"


def _stretched(group: Group, text: str, end: int) -> list[Group]:
    """The group with the town, street or village that follows it, then those that are listed after it (李鹊镇、花官镇)."""
    if not group.codes or group.form not in {"full", "short", "part"} or divisions()[group.codes[0]].level == "province":
        return [group]
    tail = _TAIL.match(text, group.end, end)
    found = [group]
    while tail:
        last = found.pop()
        found += [last._replace(end=tail.end(), tail=last.tail + tail.group()), group._replace(start=tail.end() + 1, end=tail.end() + 1)]
        tail = _TAIL.match(text, tail.end() + 1, end) if text[tail.end() : tail.end() + 1] == "、" else None
    return found if len(found) == 1 else found[:-1]
