"""From a page to its places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from transforms.lexicon import alternation, table
from transforms.mentions.places.chains import Group, groups
from transforms.mentions.places.elsewhere import is_elsewhere
from transforms.mentions.places.gazetteer import COUNTRY, full_name, label, level
from transforms.mentions.places.jurisdiction import jurisdiction, jurisdiction_name
from transforms.mentions.places.quarters import quarters
from transforms.mentions.places.references import earlier, referred
from transforms.mentions.places.resolve import paragraph_edges, resolve
from transforms.mentions.places.scan import codes_in, scan
from transforms.mentions.places.zones import Zone, dominant, is_zone, zones
from transforms.patterns import seldom
from transforms.records import Page


class PlaceHit(NamedTuple):
    """A place named at `start` to before `end` of the clean text.

    `adcode` is the narrowest division with a code of GB/T 2260 that holds it; `name` is as written, `full` with what was left unsaid
    (济南市市中区 for 市中). A `reference` (全市, 该县) has the division that the document gives it; a `zone` (示范区, 高新区) is one of
    those that cities set up without a code.
    """

    start: int
    end: int
    adcode: str
    name: str
    full: str
    kind: Literal["named", "reference", "zone"] = "named"


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a page in order, and the place that it is about."""

    hits: tuple[PlaceHit, ...]
    jurisdiction: str | None
    jurisdiction_name: str | None


def find_places(page: Page) -> Places:
    """The places that the page names or refers to. Deterministic; never raises."""
    text = page.text.text
    found = groups(scan(text), text)
    hints = tuple(_hints(page))
    codes = resolve(found, text, hints)
    named = [(group, code) for group, code in zip(found, codes, strict=True) if code]
    home = _home(found, named, page) or next((code for code in hints if not named and level(code) != "province"), None) or _by_sign(page)
    set_up = zones(found, named, text, home)
    named = [(group, code) for group, code in named if not is_zone(group)]
    hits = [_named(group, code, text) for group, code in named] + [_zone(zone, text) for zone in set_up]
    hits += [PlaceHit(start, end, code, text[start:end], full) for start, end, code, full in quarters(named, text)]
    hits += _references(found, named, text, home)
    return Places(tuple(sorted(hits, key=lambda hit: (hit.start, hit.end))), home, _name(home, named, set_up))


_NATIONAL = seldom("最高人民(?:法院|检察院)|我国|国务院|公安部|应急管理部")


_OWN = frozenset("我全")


def _home(found: Sequence[Group], named: Sequence[tuple[Group, str]], page: Page) -> str | None:
    """What the article is about; where people in it come from does not tell."""
    text = page.text.text
    told = _told_of(named, text) or [(group.start, code) for group, code in named]
    told = [(start, code) for start, code in told if not (code == _CAPITAL and _is_press(page, start))]
    told += _stations(named, text)
    everywhere = [group.start for group in found if group.level == "country"]
    said = {
        "country": everywhere if told else [*everywhere, *(match.start() for match in _NATIONAL.finditer(text))],
        "county": [group.start for group in found if group.level == "county" and text[group.start] in _OWN],
        "prefecture": [group.start for group in found if group.level == "prefecture" and text[group.start] in _OWN],
        "province": [group.start for group in found if group.level == "province" and text[group.start] in _OWN],
        "parts": [group.start for group in found if group.level not in {None, "country"}],
    }
    return jurisdiction(told, said, page, [quarter.adcode for quarter in quarters(named, text)])


_CAPITAL = "110000"
_PRESS_IN = seldom(r"(?<=在)北京(?:正式|联合)?(?:举行|召开|举办|表示|说|介绍|透露|宣布|发布|通报)")


def _is_press(page: Page, start: int) -> bool:
    """Whether the capital is only where the report is sent from (中新社北京5月8日电) or the country's bodies speak (在北京举行发布会)."""
    sent = any(block.kind in {"byline", "dateline"} and block.start <= start < block.end for block in page.blocks)
    return sent or _PRESS_IN.match(page.text.text, start) is not None


def _told_of(named: Sequence[tuple[Group, str]], text: str) -> list[tuple[int, str]]:
    """The offsets and codes of the places where something happens: of 来自四川、江苏和山东 none."""
    told, apart, end = [], False, -1
    for group, code in named:
        listed = apart and text[end : group.start] in _LISTED
        apart, end = listed or is_elsewhere(text, group.start, group.end), group.end
        if not apart:
            told.append((group.start, code))
    return told


_LISTED = frozenset({"、", "和", "与", "及"})
_STATION = re.compile(r"(?:公安)?分局(?P<name>[一-鿿]{2,8}?派出所)")
_MOST_STATIONS = 12


def _stations(named: Iterable[tuple[Group, str]], text: str) -> Iterator[tuple[int, str]]:
    """Where a text speaks again of a station whose district it names once: 城关分局古塔派出所, and then 古塔派出所."""
    headed = ((match["name"], code) for group, code in named if (match := _STATION.match(text, group.end)))
    for name, code in islice(dict(headed).items(), _MOST_STATIONS):
        yield from ((match.start(), code) for match in re.finditer(name, text))


def _by_sign(page: Page) -> str | None:
    """The special administrative region that words of it tell, for a page that names no place (本港, 警务处).

    In simplified script 全港 may be of any harbour.
    """
    told = re.search(alternation("place_aliases", "alias", kind="sign"), page.text.text)
    if told is None or (told[0][0] == _WHOLE and page.script == "Hans"):
        return None
    return next((row["adcode"] for row in table("place_aliases") if row["alias"] == told[0]), None)


_WHOLE = "全"


def _hints(page: Page) -> Iterable[str]:
    """What the names of the source and the site and the path to the page say.

    济南日报 is of 济南, 鞍山市铁西区应急管理局 of the district of 鞍山; 东方网 > 上海频道 > 社区 leads to what is told of 上海.
    """
    for name in (page.source, page.site, *_path(page)):
        chained = [group.codes[0] for group in groups(scan(name), name) if group.chained and len(group.codes) == 1] if name else []
        yield from chained or (codes_in(name) if name else ())


_LONGEST_PATH = 40


def _path(page: Page) -> Iterator[str]:
    """The steps of the path that the page shows above its title."""
    for part in page.boilerplate:
        shown = page.document.raw[part.start : part.end]
        if part.reason == "navigation" and len(shown) <= _LONGEST_PATH and ">" in shown:
            yield from shown.split(">")


def _named(group: Group, code: str, text: str) -> PlaceHit:
    return PlaceHit(group.start, group.end, code, text[group.start : group.end], full_name(code, group.tail))


def _zone(zone: Zone, text: str) -> PlaceHit:
    return PlaceHit(zone.start, zone.end, zone.adcode, text[zone.start : zone.end], zone.full, "zone")


def _references(found: Iterable[Group], named: Sequence[tuple[Group, str]], text: str, home: str | None) -> list[PlaceHit]:
    edges = [0, *paragraph_edges(text)]
    starts, codes = [group.start for group, _ in named], [code for _, code in named]
    hits = []
    for group in found:
        if group.level is None:
            continue
        written = text[group.start : group.end]
        town = _town(written, named, bisect_left(starts, group.start)) if group.level == "town" else None
        before = earlier(starts, codes, group.start, edges[bisect_right(edges, group.start) - 1])
        code = town[0] if town else referred(group.level, written, home if home != COUNTRY else None, before)
        if code:
            full = town[1] if town else label(code)
            hits.append(PlaceHit(group.start, group.end, code, written, full, "reference"))
    return hits


_MEMORY = 50  # places that a reader still has in mind


def _town(written: str, named: Sequence[tuple[Group, str]], last: int) -> tuple[str, str] | None:
    """The code and full name of the town that 全镇 or 该村 means: the last one of its sort."""
    sort = written[1:]
    near = ((group, code) for group, code in named[max(0, last - _MEMORY) : last][::-1])
    return next(((code, full_name(code, group.tail)) for group, code in near if group.tail.endswith(sort)), None)


def _name(home: str | None, named: Sequence[tuple[Group, str]], set_up: Sequence[Zone]) -> str | None:
    if home is None:
        return None
    codes = [code for _, code in named]
    zone = dominant((zone for zone in set_up if zone.adcode == home), codes.count(home))
    return zone or jurisdiction_name(home, codes)
