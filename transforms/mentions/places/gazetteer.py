"""The administrative divisions as a read-only lexicon: codes of GB/T 2260, their parents, and every way to write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.lexicon import table, words

Level = Literal["country", "province", "prefecture", "county", "town", "own"]
Form = Literal["full", "short", "part", "nickname", "letter", "reference", "zone"]

COUNTRY = "100000"
SPECIAL_REGIONS = frozenset({"810000", "820000"})
MUNICIPALITIES = frozenset({"110000", "120000", "310000", "500000"})
_RANK = {"province": 0, "prefecture": 1, "county": 2}
BEFORE_LETTER, _AFTER_LETTER = "来赴在入驻离返援抵", "籍企"  # the one-letter names of provinces stand only beside these
_FOREIGN = frozenset({"澳籍"})  # of Australia
_ALIAS_FORMS: Mapping[str, Form] = {"former": "full", "variant": "short", "nickname": "nickname", "region": "nickname", "part": "part"}


class Division(NamedTuple):
    """A division with its code; `short` is its name without the kind of division, or empty where nobody writes it so."""

    adcode: str
    name: str
    level: Literal["province", "prefecture", "county"]
    parent: str
    short: str
    current: bool


class Surface(NamedTuple):
    """One way to write a place: the divisions that it may mean, best known first; `common` where it is also an ordinary word."""

    text: str
    form: Form
    codes: tuple[str, ...]
    common: bool
    level: Level | None = None


@cache
def divisions() -> Mapping[str, Division]:
    """All divisions with a code of GB/T 2260, present and past, by code (zones that only statistics know are left out)."""
    rows = (row for row in table("places") if row["status"] != "stat_only")
    found = (Division(r["adcode"], r["name"], r["level"], r["parent"], r["short_name"], r["status"] != "historical") for r in rows)  # type: ignore[arg-type]
    return MappingProxyType({division.adcode: division for division in found})


def coded(adcode: str | None) -> str | None:
    """The code that a fact carries for its place: none for the country as a whole, since no division is all of it."""
    return None if adcode == COUNTRY else adcode


@cache
def lineage(adcode: str) -> tuple[str, ...]:
    """The code itself, then its parents up to the province; empty for a code that is none."""
    division = divisions().get(adcode)
    return () if division is None else (adcode, *lineage(division.parent))


def within(adcode: str, container: str) -> bool:
    """Whether the first division is the second or lies in it."""
    return container in lineage(adcode)


def level(adcode: str) -> str:
    """`province`, `prefecture` or `county`; `country` of the whole."""
    return "country" if adcode == COUNTRY else divisions()[adcode].level


def name_of(adcode: str) -> str:
    """The name of the division alone, 全国 of the whole country."""
    return "全国" if adcode == COUNTRY else divisions()[adcode].name


def is_city(adcode: str) -> bool:
    """Whether people call the division 市: prefectures and counties of that name, and municipalities."""
    return name_of(adcode).endswith("市")


def is_district(adcode: str) -> bool:
    """Whether the division is a district of a city, named with the city before it; 六枝特区 and 神农架林区 are as counties are."""
    if adcode == COUNTRY:
        return False
    division = divisions()[adcode]
    named = division.name.endswith("区") and not division.name.endswith(("特区", "林区"))
    return division.level == "county" and named and division.parent in divisions() and is_city(division.parent)


@cache
def at_level(adcode: str, wanted: Level) -> str | None:
    """The division of that level that a text about `adcode` means by 全省, 全市 or 全县; None where there is none.

    A municipality is its own city; a county-level city is a city and a county; so is a county of Taiwan.
    """
    line = lineage(adcode)
    if line and wanted == "county" and divisions()[line[0]].name.endswith("县"):
        return line[0]
    if wanted == "prefecture":
        if line and divisions()[line[0]].level == "county" and is_city(line[0]):
            return line[0]
        return next((code for code in line if level(code) == "prefecture" or code in MUNICIPALITIES), None)
    return next((code for code in line if level(code) == wanted), None)


@cache
def label(adcode: str) -> str:
    """The name by which organisations call the division: a district with its city, an autonomous one without its peoples (德宏州)."""
    if adcode == COUNTRY:
        return name_of(adcode)
    division = divisions()[adcode]
    autonomous = "自治" in division.name and division.level != "province" and division.short
    name = division.short + division.name[-1] if autonomous else division.name
    return (divisions()[division.parent].name if is_district(adcode) else "") + name


@cache
def full_label(adcode: str) -> str:
    """The name with all that it lies in: 陕西省商洛市山阳县."""
    return "".join(divisions()[code].name for code in reversed(lineage(adcode)))


def full_name(adcode: str, tail: str) -> str:
    """The name of a division, or of what lies in it: 广饶县李鹊镇, 苏州工业园区, 香港深水埗区."""
    short = divisions()[adcode].short
    if not tail:
        return label(adcode)
    if short and tail.startswith(short):
        return tail
    return (short if adcode in SPECIAL_REGIONS else label(adcode)) + tail


def prominence(adcode: str) -> tuple[int, int]:
    """How well known a division is, small for great: its level, then whether it lies in a municipality or a capital."""
    division = divisions()[adcode]
    near = 0 if division.parent in MUNICIPALITIES else 1 if division.parent.endswith("0100") else 2
    return _RANK[division.level], near


def best_known(codes: Iterable[str]) -> str | None:
    """The one that a name without any context means, or None where several are equally well known."""
    ranked = sorted(codes, key=prominence)
    if not ranked or (len(ranked) > 1 and prominence(ranked[0]) == prominence(ranked[1])):
        return None
    return ranked[0]


@cache
def surfaces() -> tuple[Surface, ...]:
    """Every way to write a place, in a fixed order."""
    found: dict[str, dict[str, Form]] = defaultdict(dict)
    for text, form, code in (*_official(), *_aliases()):
        found[text].setdefault(code, form)
    common = frozenset(words("place_words", "name"))
    references = [Surface(r["word"], "reference", (), False, r["level"]) for r in table("place_references")]  # type: ignore[arg-type]
    generic = {surface.text for surface in references}
    named = (_surface(text, forms, text in common) for text, forms in found.items() if text not in generic)
    zones = (Surface(word, "zone", (), False) for word in words("place_zones", "word"))
    return (*named, *references, *zones)


@cache
def matcher() -> AhoCorasick:
    """One pass over a text for all surfaces, leftmost and longest; pattern numbers are places in `surfaces()`."""
    return AhoCorasick([surface.text for surface in surfaces()], matchkind=MatchKind.LeftmostLongest)


def _surface(text: str, forms: Mapping[str, Form], common: bool) -> Surface:
    """A full name goes before short ones; codes stand best known first."""
    if len(forms) == 1:  # as most names are one division's alone
        ((code, form),) = forms.items()
        return Surface(text, form, (code,), common)
    order: tuple[Form, ...] = ("full", "short", "nickname", "letter", "part")
    form = min(forms.values(), key=order.index)
    codes = sorted((code for code in forms if forms[code] == form or form != "full"), key=lambda code: (prominence(code), code))
    return Surface(text, form, tuple(codes), common)


def _official() -> Iterable[tuple[str, Form, str]]:
    """The names of the table, full and short, and what follows from them."""
    current = {division.name for division in divisions().values() if division.current}
    for division in divisions().values():
        if not division.current and division.name in current:
            continue
        yield division.name, "full", division.adcode
        yield from _joined(division)
        if division.current and division.short:
            yield division.short, "short", division.adcode
            yield from _shortened(division)


def _joined(division: Division) -> Iterable[tuple[str, Form, str]]:
    """济南市中区: where the district begins as the city ends, the two share a letter."""
    parent = divisions().get(division.parent)
    if parent and division.name[0] == parent.name[-1] and parent.short:
        yield parent.short + division.name, "full", division.adcode


def _shortened(division: Division) -> Iterable[tuple[str, Form, str]]:
    """延边州, 三江县: an autonomous division without the peoples in its name."""
    if "自治" in division.name and division.level != "province" and division.short + division.name[-1] != division.name:
        yield division.short + division.name[-1], "full", division.adcode


def _aliases() -> Iterable[tuple[str, Form, str]]:
    for row in table("place_aliases"):
        if row["kind"] == "letter":
            yield from ((verb + row["alias"], "letter", row["adcode"]) for verb in BEFORE_LETTER)
            yield from ((row["alias"] + noun, "letter", row["adcode"]) for noun in _AFTER_LETTER if row["alias"] + noun not in _FOREIGN)
        elif row["kind"] != "sign":
            yield row["alias"], _ALIAS_FORMS[row["kind"]], row["adcode"]
    for row in table("places"):
        if row["status"] == "stat_only" and row["level"] != "prefecture" and row["name"] != row["parent_name"]:
            yield row["name"], "part", row["parent"]
