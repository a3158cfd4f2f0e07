"""Campaigns that are known by name, and the days they lasted (`seeds/campaigns.csv`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from transforms.lexicon import table
from transforms.mentions.dates.model import DateHit, Reference
from transforms.patterns import seldom

Row = Mapping[str, str]

_QUOTE = '[“”"「」]?'
_QUOTES = re.compile(_QUOTE[:-1])
_YEARLY = "yearly"
_RELATIVE = {"今年": 0, "去年": -1, "前年": -2}
_YEAR_BEFORE = seldom(rf"(?:(?P<told>20[0-9]{{2}})年|(?P<relative>{'|'.join(_RELATIVE)}))(?:全国|公安部)?\Z")
_YEAR_BEHIND = seldom(rf"{_QUOTE}[-—·]?(?P<year>20[0-9]{{2}})(?![0-9])")
_REACH = 8  # letters of the longest year before a name: 2022年公安部


def find_campaigns(text: str, reference: Reference) -> tuple[DateHit, ...]:
    """The campaigns that a clean text names, each with its days, in order.

    A name that recurs (夏季行动, 百日行动) is one campaign's only where the text tells the year or the reference year does; a yearly one
    (净网2022) has its year in its name.
    """
    plain = _QUOTES.sub("", text)
    told = tuple(name for name in _names() if name in plain)
    return tuple(hit for match in _pattern(told).finditer(text) if (hit := _hit(match, reference))) if told else ()


def _hit(match: re.Match[str], reference: Reference) -> DateHit | None:
    rows = _rows()[_QUOTES.sub("", match[0])]
    if rows[0]["kind"] == _YEARLY:
        return _of_its_year(match)
    told = _YEAR_BEFORE.search(match.string, max(0, match.start() - _REACH), match.start())
    year = _told_year(told, reference) if told else None
    row = next((row for row in rows if (_is_of(row, year) if year else _fits(row, reference))), None)
    if row is None:
        return None
    start, end = match.span()
    end += match[0].count("“") > match[0].count("”") and match.string.startswith("”", end)
    edtf = f"{row['start']}/{row['end'] or '..'}"
    return DateHit(
        start, end, edtf, "period" if row["end"] else "since", "campaign", year_told=bool(told and told["told"]), name=row["name"]
    )


def _of_its_year(match: re.Match[str]) -> DateHit | None:
    year = _YEAR_BEHIND.match(match.string, match.end())
    if year is None:
        return None
    return DateHit(match.start(), year.end(), year["year"], "date", "campaign", year_told=True, name=match[0] + year["year"])


def _told_year(told: re.Match[str], reference: Reference) -> int | None:
    if told["told"]:
        return int(told["told"])
    return reference.year + _RELATIVE[told["relative"]] if reference.year else None


def _is_of(row: Row, year: int) -> bool:
    return int(row["start"][:4]) <= year <= int((row["end"] or "9999")[:4])


def _fits(row: Row, reference: Reference) -> bool:
    """Whether an article of that date means this campaign: always where the name is its alone, else until the next may have begun."""
    if row["kind"] == "once":
        return True
    if reference.year is None:
        return False
    year, month = int(row["start"][:4]), int(row["start"][5:7])
    if reference.year == year:
        return reference.month is None or reference.month >= month
    return reference.year == year + 1 and reference.month is not None and reference.month < month


@cache
def _rows() -> Mapping[str, list[Row]]:
    """The campaigns by each of their names, the latest first."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(table("campaigns"), key=lambda row: row["start"], reverse=True):
        for variant in row["variants"].split("|"):
            rows[variant].append(row)
    return rows


@cache
def _names() -> tuple[str, ...]:
    """The names of campaigns, the longest first, the yearly ones last."""
    return tuple(sorted(_rows(), key=lambda name: (_is_yearly(name), 0 if _is_yearly(name) else -len(name), name)))


def _is_yearly(name: str) -> bool:
    return _rows()[name][0]["kind"] == _YEARLY


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of some campaigns' names, with or without quotation marks in it; of all together it would take as long as many articles."""
    return re.compile("|".join(name if _is_yearly(name) else _QUOTE.join(map(re.escape, name)) for name in names))
