"""Charts of what the lake holds: claims over time, and ups and downs side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from flows.pages.amounts import period
from flows.pages.charts import Bar, bar_chart, tallest
from flows.pages.facts import Row, claimed
from flows.pages.words import Language, Word, in_language, word

_SAME = ("place", "indicator", "offence", "subject", "metric", "unit")
_MOST, _CHARTS = 24, 24  # bars of a chart, charts of a page


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with what it shows: `title`, and smaller `about`; `claims` are the numbers behind it."""

    title: str | Word
    about: str | Word
    drawing: Markup
    claims: int


def series_charts(rows: Iterable[Row], language: Language, named: Callable[[Row], str]) -> list[Chart]:
    """A chart for each series, those of most periods first, as many as a page bears; rows come in the order of series and periods."""
    groups = [list(found) for _, found in groupby(rows, key=lambda row: [row[name] for name in _SAME])]
    longest = sorted(groups, key=lambda found: -len(found))[:_CHARTS]
    return [_series(found[-_MOST:], language, named) for found in longest]


def _series(rows: Sequence[Row], language: Language, named: Callable[[Row], str]) -> Chart:
    bars = [
        Bar(
            in_language(period(row["period"]), language),
            float(row["value"]),
            in_language(claimed(row), language),
            _evidence(row),
            "whole" if _whole_year(row) else "part",
        )
        for row in rows
    ]
    return Chart(named(rows[0]), rows[0]["subject"] or "", bar_chart(tuple(bars)), len(bars))


def _evidence(row: Row) -> str:
    """The address of the words behind a bar, seen from a page one folder down."""
    return f"../{row['evidence']}"


def _whole_year(row: Row) -> bool:
    """Whether a period is a calendar year."""
    return bool((row["period_last"] - row["period_first"]).days >= 364)


def change_chart(rows: Iterable[Row], language: Language, named: Callable[[Row], str]) -> Chart | None:
    """The ups and downs against the year before, the newest of each thing; None where there are less than two."""
    newest = {named(row): row for row in sorted(rows, key=lambda row: str(row["period_last"] or ""))}
    bars = [_change(row, name, language) for name, row in newest.items()]
    shown = sorted(tallest(bars, _MOST), key=lambda bar: -bar.value)
    return Chart(word("changes"), word("changes_hint"), bar_chart(tuple(shown)), len(shown)) if len(shown) > 1 else None


def is_yearly_change(row: Row) -> bool:
    """Whether a claim is a change against the year before in percent."""
    named = row["kind"] == "change" and row["comparison"] == "yoy" and row["unit"] == "percent"
    return named and row["direction"] in {"up", "down"} and row["value"] is not None


def _change(row: Row, name: str, language: Language) -> Bar:
    sign = -1 if row["direction"] == "down" else 1
    return Bar(name, sign * float(row["value"]), in_language(claimed(row), language), _evidence(row), row["direction"])


def count_chart(counts: Iterable[tuple[str, int, str]], title: Word, about: Word) -> Chart | None:
    """How many there are of each: label, count, page; None where there is nothing."""
    bars = [Bar(label, count, f"{count:,}", page) for label, count, page in counts]
    return Chart(title, about, bar_chart(tuple(bars)), len(bars)) if bars else None
