"""From a document to all that it states: the steps of `transforms`, one after the other."""

from __future__ import annotations

import rjieba

from transforms.cleaning import clean
from transforms.mentions.dates import DateHit, find_dates
from transforms.mentions.organisations import find_organisations, organisations
from transforms.mentions.places import PlaceHit, Places, find_places
from transforms.mentions.reference import Reference, find_reference
from transforms.records import Article, DateMention, Document, Extraction, Page, PlaceMention

EXTRACTOR_VERSION = "1"


def extract(document: Document) -> Extraction:
    """Everything that the document states. Pure, deterministic, and never raises on any text."""
    page = clean(document)
    places = find_places(page)
    reference = find_reference(page)
    return Extraction(
        article=_article(page, places, reference),
        boilerplate=page.boilerplate,
        statistics=(),
        nonfacts=(),
        incidents=(),
        programmes=(),
        organisations=organisations(page, find_organisations(page, places)),
        persons=(),
        quotations=(),
        findings=(),
        numbers=(),
        dates=tuple(_date(page, hit) for hit in find_dates(page.text.text, reference)),
        places=tuple(_place(page, hit) for hit in places.hits),
        text=page.text.text,
        tokens=tuple(rjieba.cut(page.text.text)),
    )


def _article(page: Page, places: Places, reference: Reference) -> Article:
    where = (places.jurisdiction, places.jurisdiction_name)
    when = (reference.year, page.cite(*reference.evidence)[1] if reference.evidence else None)
    return Article(page.title, page.published, page.source, page.site, *when, page.script, *where)


def _date(page: Page, hit: DateHit) -> DateMention:
    span, quote = page.cite(hit.start, hit.end)
    return DateMention(span.start, span.end, quote, hit.edtf)


def _place(page: Page, hit: PlaceHit) -> PlaceMention:
    span, quote = page.cite(hit.start, hit.end)
    return PlaceMention(span.start, span.end, quote, hit.adcode)
