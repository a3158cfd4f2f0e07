"""Zones that cities set up without a code of GB/T 2260 (示范区, 高新区, 经开区): named once with their city, later without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from transforms.lexicon import words
from transforms.mentions.places.chains import Group
from transforms.mentions.places.gazetteer import Level, at_level, full_name, label
from transforms.patterns import seldom

_HOST_LEVELS: Mapping[str, Level] = {"市": "prefecture", "区": "county", "县": "county"}
_NAME = seldom(r"[^\W\da-zA-Z_的了在对和与及为是有将把被从到向由等各每各建设打造级局]{0,3}\Z")
_GOVERNED = seldom("公安分局|分局|管委会|管理委员会|党工委|公安局|法院|检察院")
_OFTEN = 3


class Zone(NamedTuple):
    """A zone as written, the division that set it up, and its full name."""

    start: int
    end: int
    adcode: str
    full: str


def zones(found: Sequence[Group], named: Sequence[tuple[Group, str]], text: str, home: str | None) -> list[Zone]:
    """The zones of the text, in order."""
    listed = [Zone(group.start, group.end, code, full_name(code, group.tail)) for group, code in named if is_zone(group)]
    hosts = {group.end: (group, code) for group, code in named}
    sites = [group for group in found if group.form == "zone"]
    full = {site: zone for site in sites if (zone := _introduced(site, hosts, text, home))}
    known = [*dict.fromkeys(zone.full for zone in (*listed, *full.values()))]
    later = (full.get(site) or _repeated(site, known, text, home) for site in sites)
    return sorted([*listed, *(zone for zone in later if zone)])


def is_zone(group: Group) -> bool:
    """Whether the group is a zone that the table lists by its whole name."""
    return group.form == "part" and group.tail.endswith(words("place_zones", "word"))


def _introduced(site: Group, hosts: Mapping[int, tuple[Group, str]], text: str, home: str | None) -> Zone | None:
    """A zone with its city or county before it: 济南高新区, 合肥新站高新区, 市城乡一体化示范区."""
    for gap in range(4):
        host = hosts.get(site.start - gap)
        between = text[site.start - gap : site.start]
        if host and not host[0].tail and _NAME.fullmatch(between):
            return Zone(host[0].start, site.end, host[1], label(host[1]) + text[site.start - gap : site.end])
    return _introduced_by_level(site, text, home)


def _introduced_by_level(site: Group, text: str, home: str | None) -> Zone | None:
    before = text[site.start - 1 : site.start] if site.start else ""
    if not home or before not in _HOST_LEVELS or text[max(0, site.start - 2) : site.start - 1] in {"城", "都", "县", "全"}:
        return None
    host = at_level(home, _HOST_LEVELS[before])
    return Zone(site.start - 1, site.end, host, label(host) + text[site.start : site.end]) if host else None


def _repeated(site: Group, known: Sequence[str], text: str, home: str | None) -> Zone | None:
    """A zone without its city: one that was introduced by the same last words, or the city's own where an office of it follows."""
    word = text[site.start : site.end]
    same = [full for full in known if full.endswith(word)]
    host = at_level(home, "prefecture") if home else None
    if host and len(same) == 1:
        return Zone(site.start, site.end, host, same[0])
    if host and not same and _GOVERNED.match(text, site.end):
        return Zone(site.start, site.end, host, label(host) + word)
    return None


def dominant(found: Iterable[Zone], rivals: int) -> str | None:
    """The zone that the text names more often than `rivals` times, and often enough to be about it."""
    counts = Counter(zone.full for zone in found)
    if not counts:
        return None
    full, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return full if count >= _OFTEN and count > rivals else None
