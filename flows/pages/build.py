"""All pages of the site, section by section, from the rows of the lake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path

from duckdb import DuckDBPyConnection

from flows.pages import rows as asked
from flows.pages.facts import Row, indicator_page, place_page, programme_page
from flows.pages.leaves import Division, Indicator, Place, exceptions, write_article, write_indicator, write_place
from flows.pages.press import Job, Press, press
from flows.pages.rows import articles, by, rows
from flows.pages.series import count_chart, is_yearly_change
from flows.pages.site import Site, parts
from flows.pages.words import NOTHING, Language, in_language, term, word
from warehouse.snapshots import current_snapshot
from warehouse.tables import TABLES
from warehouse.views import VIEWS, view_columns

_LIST, _TABLE = 250, 250  # rows of a list of links, of a table of claims
_WORTH_SHARING = 100  # articles; fewer are written before other processes have begun


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

    def divisions(self, codes: Iterable[str]) -> list[Division]:
        """The divisions of some codes."""
        return [Division(code, self.name(code)) for code in codes]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the words that state a fact stand: `exceptions` are not marked on the first page of their article."""

    exceptions: Mapping[str, str]

    def beside(self, found: Iterable[Row]) -> Iterator[Row]:
        """Rows of facts, each with the address of its words as `evidence`."""
        for row in found:
            address = self.exceptions.get(row["fact_id"]) or f"articles/{row['article_id']}.html#m-{row['fact_id']}"
            yield {**row, "evidence": address}


def build(connection: DuckDBPyConnection, folder: Path, language: Language, processes: int = 1) -> Site:
    """Write the site of a lake into an empty folder, with so many processes where the lake has work for them."""
    gazetteer = Gazetteer({row["adcode"]: row for row in rows(connection, asked.PLACES)})
    profiles = list(rows(connection, asked.PROFILES))
    places = _with_wider([row["adcode"] for row in profiles], gazetteer)
    indicators = list(rows(connection, asked.INDICATORS))
    programmes = list(rows(connection, asked.SPREAD))
    known = {place_page(code) for code in places} | {indicator_page(row["indicator"]) for row in indicators}
    known |= {programme_page(row["canonical"]) for row in programmes}
    snapshot, totals = current_snapshot(connection), next(rows(connection, asked.TOTALS))
    site = Site(folder, language, snapshot.number, snapshot.made, frozenset(known))
    site.write_assets()
    with press(processes if totals["articles"] >= _WORTH_SHARING else 1) as printed:
        evidence = _articles(site, connection, printed)
        _done(printed(_places(site, connection, evidence, gazetteer, profiles, places)))
        _done(printed(_indicators(site, connection, evidence, indicators)))
    _listing(site, "places.html", "places", _tree(places, gazetteer, profiles), _LIST)
    site.write("indicators.html", "indicators", rows=indicators)
    _programmes(site, connection, evidence, programmes)
    _records(site, connection, evidence)
    _start(site, connection, evidence, profiles, indicators, {**totals, "places": len(profiles), "programmes": len(programmes)})
    return site


def _with_wider(codes: Sequence[str], gazetteer: Gazetteer) -> list[str]:
    """The divisions with those that they lie in, in the order of their codes."""
    return sorted({code for each in codes for code in (*gazetteer.above(each), each)})


def _listing(site: Site, address: str, template: str, found: Sequence[Row], size: int, **values: object) -> None:
    """A list on as many pages as it needs."""
    for part in parts(address, found, size):
        site.write(part.address, template, part=part, total=len(found), **values)


def _done(results: Iterable[object]) -> None:
    """See that all jobs are done; what they give is of no interest."""
    for _ in results:
        pass


def _articles(site: Site, connection: DuckDBPyConnection, printed: Press) -> Evidence:
    """Write the articles; where the words of all facts stand. Of those that others' findings lead to it is known before all are written."""
    compared = (partial(exceptions, article, facts) for article, facts in articles(connection, asked.COMPARED))
    evidence = _together(printed(compared))
    written = (partial(write_article, site, article, _with_evidence(facts, evidence)) for article, facts in articles(connection))
    _listing(site, "articles.html", "articles", list(rows(connection, asked.LISTED)), _LIST)
    return _together(printed(written))


def _together(found: Iterable[Mapping[str, str]]) -> Evidence:
    return Evidence(dict(chain.from_iterable(each.items() for each in found)))


def _with_evidence(facts: Mapping[str, Sequence[Row]], evidence: Evidence) -> Mapping[str, Sequence[Row]]:
    """The facts of an article, its findings with the addresses of what they compare in other articles."""
    findings = [{**row, "elsewhere": list(evidence.beside(row["elsewhere"] or ()))} for row in facts["findings"]]
    return {**facts, "findings": findings}


def _places(
    site: Site, connection: DuckDBPyConnection, evidence: Evidence, gazetteer: Gazetteer, profiles: Sequence[Row], codes: Sequence[str]
) -> Iterator[Job[None]]:
    told = {row["adcode"]: row for row in profiles}
    inside = by("parent", ({"parent": parent, "code": code} for parent, code in sorted((gazetteer.parent(code), code) for code in codes)))
    claims = by("place", evidence.beside(rows(connection, asked.CLAIMS_BY_PLACE)))
    series = by("place", evidence.beside(rows(connection, asked.SERIES.format("place"))))
    written = by("jurisdiction", rows(connection, asked.PLACE_ARTICLES))
    events = by("place", evidence.beside(rows(connection, asked.PLACE_INCIDENTS)))
    run = by("place", rows(connection, asked.PLACE_PROGRAMMES))
    for code in codes:
        found = claims(code)
        place = Place(
            code,
            gazetteer.name(code),
            gazetteer.divisions(gazetteer.above(code)),
            gazetteer.divisions(row["code"] for row in inside(code)),
            told.get(code),
            series(code),
            list(filter(is_yearly_change, found)),
            written(code),
            events(code),
            run(code),
        )
        for part in parts(place_page(code), found, _TABLE):
            yield partial(write_place, site, place, part, len(found))


def _tree(codes: Sequence[str], gazetteer: Gazetteer, profiles: Sequence[Row]) -> list[Row]:
    """The places in the order of their codes, each with how deep it lies."""
    told = {row["adcode"]: row for row in profiles}
    nothing = {"articles_count": 0, "claims_count": 0}
    return [
        {"adcode": code, "name": gazetteer.name(code), "depth": len(gazetteer.above(code)), **(told.get(code) or nothing)} for code in codes
    ]


def _indicators(site: Site, connection: DuckDBPyConnection, evidence: Evidence, counted: Sequence[Row]) -> Iterator[Job[None]]:
    claims = by("indicator", evidence.beside(rows(connection, asked.CLAIMS_BY_INDICATOR)))
    series = by("indicator", evidence.beside(rows(connection, asked.SERIES.format("indicator"))))
    for row in sorted(counted, key=lambda row: row["indicator"]):
        found = claims(row["indicator"])
        changes = [each for each in found if each["place"] and is_yearly_change(each)]
        indicator = Indicator(row, series(row["indicator"]), changes)
        for part in parts(indicator_page(row["indicator"]), found, _TABLE):
            yield partial(write_indicator, site, indicator, part, len(found))


def _programmes(site: Site, connection: DuckDBPyConnection, evidence: Evidence, spread: Sequence[Row]) -> None:
    adoption = by("canonical", rows(connection, asked.ADOPTION))
    mentions = by("canonical", evidence.beside(rows(connection, asked.MENTIONS)))
    for row in sorted(spread, key=lambda row: row["canonical"] or ""):
        places = adoption(row["canonical"])
        _listing(
            site, programme_page(row["canonical"]), "programme", mentions(row["canonical"]), _TABLE,
            programme=row, adoption=places, years=_years(places),
        )  # fmt: skip
    _listing(site, "programmes.html", "programmes", spread, _LIST)


def _years(adoption: Sequence[Row]) -> object:
    """How many places each year was the first for."""
    seen = sorted(row["first_seen"].year for row in adoption if row["first_seen"] and row["place"])
    counts = [(str(year), len(list(found)), "") for year, found in groupby(seen)]
    return count_chart(counts, word("adoption_years"), NOTHING) if len(counts) > 1 else None


def _records(site: Site, connection: DuckDBPyConnection, evidence: Evidence) -> None:
    """Checks, runs, rejects and the data dictionary."""
    _listing(site, "checks.html", "checks", list(evidence.beside(rows(connection, asked.FINDINGS))), _TABLE)
    _listing(site, "runs.html", "runs", list(rows(connection, asked.RUNS)), _LIST)
    _listing(site, "rejects.html", "rejects", list(rows(connection, asked.REJECTS)), _LIST)
    site.write("dictionary.html", "dictionary", tables=TABLES.values(), views=VIEWS.values(), view_columns=view_columns())


def _start(
    site: Site, connection: DuckDBPyConnection, evidence: Evidence, profiles: Sequence[Row], indicators: Sequence[Row], totals: Row
) -> None:
    newest = list(islice(rows(connection, asked.LISTED), 10))
    failed = [row for row in evidence.beside(islice(rows(connection, asked.FINDINGS), 8)) if row["result"] != "holds"]
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
