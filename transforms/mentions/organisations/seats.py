"""Whose office a word means: the place, the level or the town that is written before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.mentions.organisations.bodies import Seat, seat_of
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.names import name_start
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import Level, label, level
from transforms.patterns import seldom

_LEVELS: Mapping[str, Level] = {
    "省": "province",
    "市": "prefecture",
    "州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
}
_OTHER_WORDS = frozenset(
    "城都超夜门股社地小园景校厂辖战防楼民各全两三"
)  # 城市, 社区, 辖区: with the letter before it 市 or 区 is another word
_TOWN = re.compile("(?:街道|社区|居民区|[镇乡村])$")
_TOWN_ALONE = seldom("[一-鿿]{2,4}[镇乡]")
_LONGEST_TOWN = 8
_STREET = "街道"
_SESSION = re.compile("第[一二三四五六七八九十]{1,3}届$")

Found = tuple[Seat, int]


def seat_at(hit: PlaceHit) -> Seat:
    """The seat that a place in the text is."""
    return Seat(hit.adcode, hit.full, hit.kind == "zone")


def seated(end: int, known: Context) -> Found | None:
    """The seat that is written before a word at `end`, and where that begins: 济南市 | 公安局, 市 | 公安局, 横溪镇 | 调解中心."""
    session = _SESSION.search(known.text, max(0, end - 5), end)
    end = session.start() if session else end
    hit = known.ends.get(end)
    if hit is None:
        return by_level(end, known)
    if hit.kind == "reference" and hit.name[0] not in "我本该":
        return None
    seat = seat_at(hit)
    return (seat if seat.zone or hit.adcode != known.home else seat._replace(at=_of_county(seat.at, known))), hit.start


def by_level(end: int, known: Context) -> Found | None:
    """The seat that 省, 市, 县 or 镇 means where it ends at `end`, and where that begins."""
    text = known.text
    if text.endswith("自治区", 0, end):
        code = known.at_level("province", "省", end)
        return (seat_of(code), end - 3) if code else None
    letter, earlier = text[end - 1 : end], text[max(0, end - 2) : end - 1]
    listed = known.named_until(end - 2) if earlier == "等" else None
    if listed:
        return seat_at(listed), listed.start
    if letter not in _LEVELS or earlier in _OTHER_WORDS:
        return _by_town(end, known)
    code = known.at_level(_LEVELS[letter], letter, end)
    return (seat_of(code), end - 1) if code else None


def _by_town(end: int, known: Context) -> Found | None:
    """镇 and 社区: the one that is named there (牛首镇 | 综治中心), else the one that was named last."""
    kind = _TOWN.search(known.text, max(0, end - 3), end)
    if kind is None or known.text.endswith("乡镇", 0, end):
        return None
    named = next((hit.end for hit in known.nearby(kind.start()) if hit.end <= kind.start()), 0)
    start = name_start(known.text, max(named, end - _LONGEST_TOWN), kind.start())
    if known.text.startswith(_STREET, start):  # 老山|街道古城路社区
        start = name_start(known.text, max(named, start - _LONGEST_TOWN), start)
    if start < kind.start():
        return (Seat(known.home, _of_county(known.text[start:end], known)), start) if known.home else None
    near = (_town_of(hit, kind.group()) for hit in known.nearby(end))
    seat = next((seat for seat in near if seat), None) or _town_before(kind, known)
    return (seat, kind.start()) if seat else None


def _of_county(town: str, known: Context) -> str:
    """A town by its full name: with the county that the article is about, where it is about one."""
    local = known.home is not None and level(known.home) == "county" and _TOWN_ALONE.fullmatch(town)
    return label(known.home) + town if known.home and local and not town.startswith(label(known.home)) else town


def _town_of(hit: PlaceHit, kind: str) -> Seat | None:
    """The town or quarter of that sort which a place is or lies in: 石阡县龙塘镇 of 石阡县龙塘镇大屯村."""
    if hit.full.endswith(kind):
        return seat_at(hit)
    below = quarter(hit)
    at = below.rfind(kind)
    rest = below[at + len(kind) :]
    apart = at > 0 and below != hit.full and rest[:1] not in "镇乡街"  # 咸村镇 is no village
    return Seat(hit.adcode, hit.full.removesuffix(rest)) if apart else None


def _town_before(kind: re.Match[str], known: Context) -> Seat | None:
    """The town or quarter that the paragraph named last, where no table has it."""
    text, low = known.text, known.paragraph(kind.start())
    at = text.rfind(kind.group(), low, kind.start())
    while known.home and at > low:
        start = name_start(text, max(low, at - _LONGEST_TOWN), at)
        if start < at:
            return Seat(known.home, text[start : at + len(kind.group())])
        at = text.rfind(kind.group(), low, at)
    return None


def quarter(hit: PlaceHit) -> str:
    """The town or quarter alone: 绿洲小区 of 济南市长清区绿洲小区."""
    return hit.full.removeprefix(label(hit.adcode)) or hit.full


def is_other_word(at: int, known: Context) -> bool:
    """Whether 市 or 区 at `at` is a part of another word (社区委员)."""
    return known.text[max(0, at - 1) : at] in _OTHER_WORDS


def is_division(hit: PlaceHit) -> bool:
    """Whether the place is a county, a district or a zone: one with a branch of its own."""
    return hit.kind == "zone" or level(hit.adcode) == "county"
