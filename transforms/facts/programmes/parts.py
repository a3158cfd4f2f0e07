"""The named parts of a programme, where the text spells them out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from transforms.facts.programmes.quoted import Reading
from transforms.facts.programmes.vocabulary import role
from transforms.patterns import seldom

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九十")} | {"两": 2, "双": 2}
_ITEM = r"[^、,。;:“”()\n]{1,14}"
_ROW = rf"{_ITEM}(?:、{_ITEM})+"
_LAST = seldom(r"(?<=[^、,]{2})(?:和|及|以及)(?=[^、,]{2,14}$)")
_QUOTED_ROW = re.compile(r"“([^“”\n]{5,40})”")
_MEANT = re.compile(rf"“([^“”\n]{{2,4}})”(?:是|分别)?指(?:的是)?({_ITEM}(?:、{_ITEM})*)")
_END = seldom(r"等[^、,]{0,8}$")
_JOINT = re.compile(r"[、,+]|(?<!—)—(?!—)")
_NAMED = seldom(r"[一-鿿]")
_SIGN = seldom(r"^(?:[一二三四五六七八九十]|再?加上)(?=.)")
_HOW_MANY = seldom(r"^[0-9N一二三四五]+[名个支]")
_MOST = 12
_BRIEF = 9
_BEFORE, _AFTER = 60, 90
Way = Callable[[str, Reading], tuple[str, ...]]


class Spelling(NamedTuple):
    """What a page spells out apart from the programmes themselves.

    `rows` are its quoted rows, in which a counted name (“三联”) may be spelled out, `meanings` what it says that quoted words mean
    (“三队”指案件队、社区队和巡逻队).
    """

    rows: tuple[tuple[str, ...], ...]
    meanings: tuple[tuple[str, tuple[str, ...]], ...]


def spelling(text: str) -> Spelling:
    """What a page spells out."""
    rows = tuple(_split(match[1]) for match in _QUOTED_ROW.finditer(text) if "、" in match[1])
    return Spelling(rows, tuple((match[1], _split(match[2])) for match in _MEANT.finditer(text)))


def parts_of(text: str, reading: Reading, spelled: Spelling) -> tuple[str, ...]:
    """The parts that the text names for a programme named at `reading`; none where it names none."""
    if reading.kind == "slogan":
        return ()
    meant = tuple(item for word, items in spelled.meanings if word in reading.core for item in items)
    found = next((items for way in _ways(text, reading) if 1 < len(items := way(text, reading)) <= _MOST), ())
    return meant or found or _spelled_elsewhere(reading, spelled.rows)


def _ways(text: str, reading: Reading) -> Iterator[Way]:
    """The ways in which the parts may be spelled out, by a first look at what stands around the name."""
    if _JOINT.search(reading.core):
        yield _in_the_name
    if "(" in text[reading.start : reading.end + 1]:
        yield _in_brackets
    if text.endswith("的", 0, reading.start) and "”" in text[max(0, reading.start - _NEAR) : reading.start]:
        yield _quoted_before
    if "、" in text[max(0, reading.start - _BEFORE) : reading.start]:
        yield from (_made_up_of, _made_one, _said_before)
    if text[reading.end : reading.end + 1] in _SAYING:
        yield _said_after
    if _OF_UNITS.search(reading.core):
        yield _set_up_beside


def _split(row: str) -> tuple[str, ...]:
    """The items of a row that commas, 、 or + join, the last perhaps by 和."""
    items = [_LAST.split(item) for item in _JOINT.split(_END.sub("", row))]
    return tuple(item.strip() for pair in items for item in pair if item.strip())


def _counted(name: str) -> int | None:
    """How many things a name counts: 3 in 三联, 四步法."""
    return next((_DIGITS[character] for character in name if _DIGITS.get(character, 0) > 1), None)


def _in_the_name(_: str, reading: Reading) -> tuple[str, ...]:
    """“车巡+步巡”模式, “群众点单、民警上门”机制."""
    items = _split(_AS_ONE.sub("", reading.core))
    told = len({len(item) > 1 for item in items}) == 1 and all(_NAMED.search(item) for item in items)  # “防、调、巡” as well as 车巡+步巡
    return items if told else ()


_AS_ONE = seldom(r"(?:[二三四五多]|相)结合$|[三四五多]位一体$")


def _in_brackets(text: str, reading: Reading) -> tuple[str, ...]:
    """“1+2”(1个中心,2支队伍)体系."""
    quoted = text.find("”", reading.start, reading.end) + 1 or reading.end
    found = _BRACKETS.match(text, quoted) or _BRACKETS.match(text, reading.end)
    return _split(found[1]) if found else ()


_BRACKETS = seldom(r"\((?:即|指|分别是)?([^()\n]{4,80})\)")
_MADE_UP = seldom(
    rf"(?:由|整合|集合|汇集|联合)({_ROW})(?:共同)?(?:组成|组建|成立|构成)[^、,。“]{{0,6}}$"
    rf"|(?:把|将)({_ROW})(?:打散重编|整合|捆绑|编组|融合)[^、,。]{{0,4}},?(?:建起|组建|成立|组成|建立|打造)[^、,。“]{{0,6}}$"
)


def _made_up_of(text: str, reading: Reading) -> tuple[str, ...]:
    """由老党员、退役军人组成的“板凳调解队”; 整合交警、巡警成立联勤大队."""
    found = _MADE_UP.search(text[max(0, reading.start - _BEFORE) : reading.start])
    return _split(found[1] or found[2]) if found else ()


_MADE_ONE = seldom(r"((?:[^、,。;:“”\n的]{2,8}、)+[^、,。;:“”\n的]{2,8})的“[^“”\n]*(?:一体|合一|融合)")


def _made_one(text: str, reading: Reading) -> tuple[str, ...]:
    """前端感知、后端处置的“双端一体”体系: what is made one."""
    if "一体" not in reading.core and "合一" not in reading.core and "融合" not in reading.core:
        return ()
    found = _MADE_ONE.search(text, max(0, reading.start - _BEFORE), reading.end)
    first, *rest = _split(found[1]) if found and found.end() > reading.start else ("",)
    own = first.removeprefix("以")
    return (own[2:] if own[:2] in role("adopt", "build", "new") else own, *rest) if rest else ()


_ROW_BEFORE = seldom(r"((?:[^、,。;:“”\n]{1,8}、)+[^、,。;:“”\n等]{1,6})$")


def _said_before(text: str, reading: Reading) -> tuple[str, ...]:
    """内圈、中圈、外圈“三圈”; 县、乡、村三级网络: as many items before a name as it counts."""
    count = _counted(reading.core)
    found = _ROW_BEFORE.search(text[max(0, reading.start - _BEFORE) : reading.start]) if count else None
    items = _split(found[1])[-count:] if found and count else ()
    plain = not any(item.startswith("的") or item.endswith("的") for item in items)
    return _trimmed(items) if plain and count and len(items) == count else ()


def _trimmed(items: tuple[str, ...]) -> tuple[str, ...]:
    """The items less what stands before the first: as long as the longest of the others."""
    longest = max(len(item) for item in items[1:])
    return (items[0][-longest:], *items[1:])


_NEAR = 7
_QUOTED_BEFORE = seldom(r"“([^“”\n]*[、+][^“”\n]*)”[^“”,。]{0,5}的$")


def _quoted_before(text: str, reading: Reading) -> tuple[str, ...]:
    """“门岗、楼长和保安”的“三道防线”."""
    found = _QUOTED_BEFORE.search(text[max(0, reading.start - _BEFORE) : reading.start])
    return tuple(_HOW_MANY.sub("", item) for item in _split(found[1])) if found else ()


_SAYING = frozenset(":,即也分包就指集涵囊—")
_SAID = seldom(
    rf"(?::|,?(?:即|也就是|分别是|分别为|包括|就是|指的是|集成|涵盖|囊括)|——)(?P<row>{_ROW}(?:,(?:再)?加上{_ITEM})?|{_ITEM}(?:,{_ITEM}){{1,5}})"
)


def _said_after(text: str, reading: Reading) -> tuple[str, ...]:
    """“四步法”:一看、二听、三问、四办; “三员”,即网格员、调解员、宣传员."""
    found = _SAID.match(text, reading.end, reading.end + _AFTER)
    if not found:
        return ()
    items = [_SIGN.sub("", item) for item in _split(found["row"])]
    count, sign = _counted(reading.core), reading.core[-2:]
    if count and all(sign in item for item in items[:count]):
        items = [item[: item.index(sign) + 2] for item in items[:count]]
    told = "、" in found["row"] or (count == len(items))
    brief = count is not None or max(map(len, items)) <= _BRIEF
    return tuple(items) if told and brief and count in {None, len(items)} else ()


_OF_UNITS = re.compile(r"(?:[一两二三四五][队室站组]){2}")
_UNIT = seldom(r"([一两二三四五])([队室站组])")
_UNIT_ITEM = seldom(r"[一-鿿]{2,10}?[队室站组](?=[、和及,”的各等三分]|$)")
_FOUNDING = seldom(r"^.*(?:设立|设置|组建|成立|建立|下设|分为|划分为|整合为|优化为|调整为|形成|构建|即|和|及|与)")


def _set_up_beside(text: str, reading: Reading) -> tuple[str, ...]:
    """“一室两队”改革,设立综合指挥室、社区警务队、案件办理队: units of the sorts and in the numbers that the name says."""
    wanted = sorted(sign for count, sign in _UNIT.findall(reading.core) for _ in range(_DIGITS[count]))
    for stretch in (text[reading.end : reading.end + _AFTER], text[max(0, reading.start - _BEFORE) : reading.start]):
        for row in re.split(r"[。;\n]", stretch):
            if sum(map(row.count, set(wanted))) < len(wanted):
                continue
            items = [_FOUNDING.sub("", item) for item in _UNIT_ITEM.findall(row)]
            if sorted(item[-1] for item in items) == wanted:
                return tuple(items)
    return ()


def _spelled_elsewhere(reading: Reading, rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """“三联” where the page also has “警种联动、警保联控、警民联防”."""
    count, sign = _counted(reading.core), reading.core[-1:]
    short = count is not None and len(reading.core) <= 4
    return next((items for items in rows if short and len(items) == count and all(sign in item for item in items)), ())
