"""What 全市, 该县 and 辖区 mean: the division of that level which the document, or else the paragraph, is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from transforms.mentions.places.gazetteer import COUNTRY, Level, at_level, divisions, is_city, lineage

_MEMORY = 50
_AUTONOMOUS_REGIONS = frozenset({"150000", "450000", "540000", "640000", "650000"})


def referred(wanted: Level, written: str, home: str | None, before: Sequence[str]) -> str | None:
    """The code that a reference of that level means.

    `home` is the article's jurisdiction; `before` are the codes named earlier in the same paragraph, the nearest first.
    """
    if wanted == "country":
        return COUNTRY
    if wanted in {"own", "town"}:
        return _nearest_county(before, home)
    region = lineage(home)[-1] if home else None
    settled = at_level(home, wanted) if home else None
    if settled and _is_of(settled, wanted, written) and not written.startswith("该"):
        return settled
    near = next((found for code in before if (found := at_level(code, wanted)) and _is_of(found, wanted, written)), None)
    return near or (region if region in _AUTONOMOUS_REGIONS and written.endswith("区") else settled)


def _nearest_county(before: Sequence[str], home: str | None) -> str | None:
    """The last division named in the paragraph where it lies within what the article is about, else that."""
    if home and divisions()[home].level == "county":
        return home
    return before[0] if before else home


def _is_of(code: str, wanted: Level, written: str) -> bool:
    """Whether the reference's last letter fits the division's name: 该区 is no county, 该市 no league."""
    name, kind = divisions()[code].name, written[-1:]
    return kind not in "市区县州盟旗" or name.endswith(kind) or (wanted == "prefecture" and kind == "市" and is_city(code))


def earlier(starts: Sequence[int], codes: Sequence[str], position: int, paragraph_start: int) -> Sequence[str]:
    """The codes of the places named from the paragraph's start to before `position`, the nearest first, as many as a reader has in mind."""
    last = bisect_left(starts, position)
    first = max(bisect_left(starts, paragraph_start), last - _MEMORY)
    return codes[first:last][::-1]
