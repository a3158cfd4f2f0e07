"""All pages of the site, section by section, from the rows of the lake."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby
from pathlib import Path

from duckdb import DuckDBPyConnection

from flows.pages import rows as asked
from flows.pages.article import Reading, reading
from flows.pages.facts import Row, indicator_page, place_page, programme_page
from flows.pages.rows import articles, by, rows
from flows.pages.series import change_chart, count_chart, in_language, series_charts
from flows.pages.site import Part, Site, numbered, parts
from flows.pages.words import NOTHING, Language, term, word
from warehouse.tables import TABLES
from warehouse.views import VIEWS, view_columns

_LIST, _TABLE, _SHORT = 250, 250, 40  # rows of a list of links, of a table of claims, of a list below others


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The divisions by code."""

    rows: Mapping[str, Row]

    def name(self, code: str | None, otherwise: str | None = None) -> str:
        """What a division is called."""
        found = self.rows.get(code or "")
        return found["name"] if found else otherwise or code or ""

    def above(self, code: str) -> list[str]:
        """The codes of the divisions that a division lies in, the widest first."""
        parent = self.parent(code)
        return [*self.above(parent), parent] if parent in self.rows else []

    def parent(self, code: str) -> str:
        """The code of the division that a division is part of; empty where there is none."""
        found = self.rows.get(code)
        return (found["parent"] or "") if found else ""


def build(connection: DuckDBPyConnection, folder: Path, language: Language) -> Site:
    """Write the site of a lake into an empty folder."""
    gazetteer = Gazetteer({row["adcode"]: row for row in rows(connection, asked.PLACES)})
    profiles = list(rows(connection, asked.PROFILES))
    places = _with_wider([row["adcode"] for row in profiles], gazetteer)
    indicators = list(rows(connection, asked.INDICATORS))
    programmes = list(rows(connection, asked.SPREAD))
    known = {place_page(code) for code in places} | {indicator_page(row["indicator"]) for row in indicators}
    known |= {programme_page(row["canonical"]) for row in programmes}
    snapshot = next(rows(connection, asked.SNAPSHOT))
    site = Site(folder, language, snapshot["snapshot_id"], snapshot["snapshot_time"], frozenset(known))
    site.write_assets()
    _articles(site, connection)
    _places(site, connection, gazetteer, profiles, places)
    _indicators(site, connection, gazetteer, indicators)
    _programmes(site, connection, programmes)
    _records(site, connection)
    _start(site, connection, profiles, indicators, len(programmes))
    return site


def _with_wider(codes: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """The divisions with those that they lie in, in the order of their codes."""
    return sorted({code for each in codes for code in (*gazetteer.above(each), each)})


def _listing(site: Site, address: str, template: str, found: Sequence[Row], size: int, **values: object) -> None:
    """A list on as many pages as it needs."""
    for part in parts(address, found, size):
        site.write(part.address, template, part=part, total=len(found), **values)


def _articles(site: Site, connection: DuckDBPyConnection) -> None:
    for article, facts in articles(connection):
        _article(site, article, facts)
    _listing(site, "articles.html", "articles", list(rows(connection, asked.LISTED)), _LIST)


def _article(site: Site, article: Row, facts: Mapping[str, Sequence[Row]]) -> None:
    """The pages of an article: one, but for the very long."""
    read = reading(article, facts)
    pages = read.parts()
    first = f"articles/{article['article_id']}.html"
    names = [numbered(first, n) for n in range(1, len(pages) + 1)]
    where = _exceptions(read, dict(zip(names, pages, strict=True)))
    site.elsewhere.update(where)
    for number, lines in enumerate(pages, 1):
        address = _Address(first, names[number - 1], where)
        site.write(
            names[number - 1], "article", reading=read, lines=lines, article=article, part=Part((), number, tuple(names)), to=address
        )


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a fact of an article stands, seen from one of its pages."""

    first: str
    here: str
    elsewhere: Mapping[str, str]

    def __call__(self, fact_id: str) -> str:
        page, _, anchor = (self.elsewhere.get(fact_id) or f"{self.first}#m-{fact_id}").partition("#")
        return f"#{anchor}" if page == self.here else f"{page.rpartition('/')[2]}#{anchor}"


def _exceptions(read: Reading, pages: Mapping[str, Sequence[object]]) -> dict[str, str]:
    """The addresses of the facts that are not marked on the first page of their article."""
    found = {}
    for number, (page, lines) in enumerate(pages.items()):
        for fact in (fact for line in lines for fact in line.facts):  # type: ignore[attr-defined]
            if number or fact.fact_id not in read.marked:
                found[fact.fact_id] = f"{page}#{'m' if fact.fact_id in read.marked else 'f'}-{fact.fact_id}"
    return found


def _places(site: Site, connection: DuckDBPyConnection, gazetteer: Gazetteer, profiles: Sequence[Row], codes: Sequence[str]) -> None:
    told = {row["adcode"]: row for row in profiles}
    claims = by("place", rows(connection, asked.CLAIMS_BY_PLACE))
    series = by("place", rows(connection, asked.SERIES.format("place")))
    written = by("jurisdiction", rows(connection, asked.PLACE_ARTICLES))
    events = by("place", rows(connection, asked.PLACE_INCIDENTS))
    run = by("place", rows(connection, asked.PLACE_PROGRAMMES))
    for code in codes:
        found = claims(code)
        inside = [each for each in codes if gazetteer.parent(each) == code]
        _listing(
            site, place_page(code), "place", found, _TABLE,
            code=code, name=gazetteer.name(code), above=gazetteer.above(code), inside=inside, gazetteer=gazetteer, told=told,
            series=_series(site, series(code), _metric), changes=change_chart(found, _from(site), site.language, _metric),
            articles=written(code), incidents=events(code), programmes=run(code), short=_SHORT, programme_page=programme_page,
        )  # fmt: skip
    _listing(site, "places.html", "places", _tree(codes, gazetteer, told), _LIST, gazetteer=gazetteer)


def _tree(codes: Sequence[str], gazetteer: Gazetteer, told: Mapping[str, Row]) -> list[Row]:
    """The places in the order of their codes, each with how deep it lies."""
    nothing = {"articles_count": 0, "claims_count": 0}
    return [
        {"adcode": code, "name": gazetteer.name(code), "depth": len(gazetteer.above(code)), **(told.get(code) or nothing)} for code in codes
    ]


def _from(site: Site) -> Callable[[Row], str]:
    """Evidence, seen from a page one folder down."""
    return lambda row: f"../{site.evidence(row)}"


def _metric(row: Row) -> str:
    return row["metric"] or ""


def _series(site: Site, found: Sequence[Row], named: Callable[[Row], str]) -> list[object]:
    return list(series_charts(found, _from(site), site.language, named))


def _indicators(site: Site, connection: DuckDBPyConnection, gazetteer: Gazetteer, counted: Sequence[Row]) -> None:
    claims = by("indicator", rows(connection, asked.CLAIMS_BY_INDICATOR))
    series = by("indicator", rows(connection, asked.SERIES.format("indicator")))
    for row in sorted(counted, key=lambda row: row["indicator"]):
        found = claims(row["indicator"])
        _listing(
            site, indicator_page(row["indicator"]), "indicator", found, _TABLE,
            counts=row, gazetteer=gazetteer,
            series=_series(site, series(row["indicator"]), lambda each: f"{each['place_name']}:{each['metric']}"),
            changes=change_chart(
                (each for each in found if each["place"]), _from(site), site.language, lambda each: f"{each['place_name']} {_metric(each)}"
            ),
        )  # fmt: skip
    site.write("indicators.html", "indicators", rows=counted)


def _programmes(site: Site, connection: DuckDBPyConnection, spread: Sequence[Row]) -> None:
    adoption = by("canonical", rows(connection, asked.ADOPTION))
    mentions = by("canonical", rows(connection, asked.MENTIONS))
    for row in sorted(spread, key=lambda row: row["canonical"] or ""):
        places = adoption(row["canonical"])
        _listing(
            site, programme_page(row["canonical"]), "programme", mentions(row["canonical"]), _TABLE,
            programme=row, adoption=places, years=_years(places),
        )  # fmt: skip
    _listing(site, "programmes.html", "programmes", spread, _LIST, programme_page=programme_page)


def _years(adoption: Sequence[Row]) -> object:
    """How many places each year was the first for."""
    seen = sorted(row["first_seen"].year for row in adoption if row["first_seen"] and row["place"])
    counts = [(str(year), len(list(found)), "") for year, found in groupby(seen)]
    return count_chart(counts, word("adoption_years"), NOTHING) if len(counts) > 1 else None


def _records(site: Site, connection: DuckDBPyConnection) -> None:
    """Checks, runs, rejects and the data dictionary."""
    _listing(site, "checks.html", "checks", list(rows(connection, asked.FINDINGS)), _TABLE)
    _listing(site, "runs.html", "runs", list(rows(connection, asked.RUNS)), _LIST)
    _listing(site, "rejects.html", "rejects", list(rows(connection, asked.REJECTS)), _LIST)
    site.write("dictionary.html", "dictionary", tables=TABLES.values(), views=VIEWS.values(), view_columns=view_columns())


def _start(site: Site, connection: DuckDBPyConnection, profiles: Sequence[Row], indicators: Sequence[Row], programmes: int) -> None:
    newest = [row for row, _ in zip(rows(connection, asked.LISTED), range(10), strict=False)]
    totals = {**next(rows(connection, asked.TOTALS)), "places": len(profiles), "programmes": programmes}
    failed = [row for row, _ in zip(rows(connection, asked.FINDINGS), range(8), strict=False) if row["result"] != "holds"]
    charts = [chart for chart in _overviews(site, connection, profiles, indicators) if chart]
    site.write("index.html", "index", newest=newest, totals=totals, failed=failed, charts=charts)


def _overviews(site: Site, connection: DuckDBPyConnection, profiles: Sequence[Row], indicators: Sequence[Row]) -> Iterator[object]:
    """The charts of the start page."""
    said = partial(in_language, language=site.language)
    told = sorted(profiles, key=lambda row: (-row["claims_count"], row["adcode"]))[:10]
    yield count_chart([(row["name"], row["claims_count"], place_page(row["adcode"])) for row in told], word("where"), word("claims_count"))
    measured = [row for row in indicators if row["indicator"] != "other"][:10]
    most = [(said(term("indicator", row["indicator"])), row["claims_count"], indicator_page(row["indicator"])) for row in measured]
    yield count_chart(most, word("what"), word("claims_count"))
    fates = [(said(term("fate", row["fate"])), row["n"], "") for row in rows(connection, asked.FATES)]
    yield count_chart(fates, word("fates"), word("fates_hint"))
    months = [(row["month"], row["n"]) for row in rows(connection, asked.MONTHS)]
    counts = [(label, count, "") for label, count in _by_month_or_year(months)]
    yield count_chart(counts, word("published_when"), word("articles_count"))


def _by_month_or_year(months: Sequence[tuple[datetime, int]]) -> list[tuple[str, int]]:
    """The counts by month, or by year where there are many."""
    if len(months) <= 24:
        return [(f"{month:%Y-%m}", count) for month, count in months]
    return [(year, sum(count for _, count in found)) for year, found in groupby(months, key=lambda each: f"{each[0]:%Y}")][-20:]
