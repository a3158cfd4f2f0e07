"""The pages of one thing each, from what was read of it: pure work, for whichever process has its hands free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flows.pages.article import Line, Reading, reading
from flows.pages.facts import Row
from flows.pages.series import change_chart, series_charts
from flows.pages.site import Part, Site, numbered

_SHORT = 40  # rows of a list below others


@dataclass(frozen=True, slots=True)
class Division:
    """A division: its code and what it is called."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    """What the lake holds of a place, beside its claims: `changes` are those that a chart may show."""

    code: str
    name: str
    above: Sequence[Division]
    inside: Sequence[Division]
    profile: Row | None
    series: Sequence[Row]
    changes: Sequence[Row]
    articles: Sequence[Row]
    incidents: Sequence[Row]
    programmes: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Indicator:
    """What the lake holds of an indicator, beside its claims."""

    counts: Row
    series: Sequence[Row]
    changes: Sequence[Row]


def write_article(site: Site, article: Row, facts: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """Write the pages of an article: one, but for the very long. The addresses of `exceptions`."""
    read = reading(article, facts)
    pages = _addressed(read)
    where = _exceptions(read, pages)
    first = next(iter(pages))
    for number, (name, lines) in enumerate(pages.items(), 1):
        part = Part((), number, tuple(pages))
        site.write(name, "article", reading=read, lines=lines, article=article, part=part, to=_Address(first, name, where))
    return where


def exceptions(article: Row, facts: Mapping[str, Sequence[Row]]) -> dict[str, str]:
    """The addresses of the facts and findings that are not marked on the first page of their article."""
    read = reading(article, facts)
    return _exceptions(read, _addressed(read))


def write_place(site: Site, place: Place, part: Part, total: int) -> None:
    """Write a page of a place: all that is known of it on the first, a part of its claims on each."""
    first = part.number == 1
    series = series_charts(place.series, site.language, _metric) if first else ()
    changes = change_chart(place.changes, site.language, _metric) if first else None
    site.write(
        part.address, "place",
        part=part, total=total, place=place, series=series, changes=changes, short=_SHORT,
    )  # fmt: skip


def write_indicator(site: Site, indicator: Indicator, part: Part, total: int) -> None:
    """Write a page of an indicator: all that is known of it on the first, a part of its claims on each."""
    first = part.number == 1
    series = series_charts(indicator.series, site.language, lambda row: f"{row['place_name']}:{_metric(row)}") if first else ()
    changes = change_chart(indicator.changes, site.language, lambda row: f"{row['place_name']} {_metric(row)}") if first else None
    site.write(part.address, "indicator", part=part, total=total, counts=indicator.counts, series=series, changes=changes)


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a fact of an article stands, seen from one of its pages."""

    first: str
    here: str
    elsewhere: Mapping[str, str]

    def __call__(self, fact_id: str) -> str:
        page, _, anchor = (self.elsewhere.get(fact_id) or f"{self.first}#m-{fact_id}").partition("#")
        return f"#{anchor}" if page == self.here else f"{page.rpartition('/')[2]}#{anchor}"


def _addressed(read: Reading) -> dict[str, tuple[Line, ...]]:
    """The pages of an article by their addresses."""
    return {numbered(f"articles/{read.article_id}.html", number): lines for number, lines in enumerate(read.parts(), 1)}


def _exceptions(read: Reading, pages: Mapping[str, Sequence[Line]]) -> dict[str, str]:
    found = {}
    for number, (page, lines) in enumerate(pages.items()):
        for fact in (fact for line in lines for fact in line.facts):
            if number or fact.fact_id not in read.marked:
                found[fact.fact_id] = f"{page}#{'m' if fact.fact_id in read.marked else 'f'}-{fact.fact_id}"
        if number:
            found |= {note.finding_id: f"{page}#m-{note.finding_id}" for line in lines for note in line.notes}
    return found


def _metric(row: Row) -> str:
    return row["metric"] or ""
