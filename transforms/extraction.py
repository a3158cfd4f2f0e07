"""From a document to all that it states: the steps of `transforms`, one after the other."""

from __future__ import annotations

import rjieba

from transforms.checks import derived, findings
from transforms.checks.reprints import minhash, signature, sketch
from transforms.cleaning import clean
from transforms.facts.accounts import account
from transforms.facts.context import Context, context_of
from transforms.facts.incidents import incidents_of, tellings
from transforms.facts.persons import find_persons
from transforms.facts.programmes import find_programmes
from transforms.facts.quotations import find_quotations
from transforms.mentions.dates import DateHit
from transforms.mentions.organisations import organisations
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import coded
from transforms.records import Article, DateMention, Document, Extraction, Page, PlaceMention

EXTRACTOR_VERSION = "1"


def extract(document: Document) -> Extraction:
    """Everything that the document states. Pure, deterministic, and never raises on any text."""
    page = clean(document)
    context = context_of(page)
    told = tellings(page, context)
    accounts = account(page, context, told)
    found = findings(page, accounts.statistics)
    persons = find_persons(page, context)
    values = minhash(page.text.text)
    return Extraction(
        article=_article(page, context),
        boilerplate=page.boilerplate,
        statistics=derived(accounts.statistics, found),
        nonfacts=accounts.nonfacts,
        incidents=incidents_of(page, context, told, accounts.statistics),
        programmes=find_programmes(page, context),
        organisations=organisations(page, context.organisations),
        persons=persons,
        quotations=find_quotations(page, context, persons),
        findings=found,
        numbers=accounts.numbers,
        dates=tuple(_date(page, hit) for hit in context.dates),
        places=tuple(_place(page, hit) for hit in context.places.hits),
        text=page.text.text,
        tokens=tuple(rjieba.cut(page.text.text)),
        signature=signature(values),
        sketch=sketch(values),
    )


def _article(page: Page, context: Context) -> Article:
    places, reference = context.places, context.reference
    where = (coded(places.jurisdiction), places.jurisdiction_name)
    when = (reference.year, page.cite(*reference.evidence)[2] if reference.evidence else None)
    return Article(page.title, page.published, page.source, page.site, *when, page.script, *where)


def _date(page: Page, hit: DateHit) -> DateMention:
    return DateMention(*page.cite(hit.start, hit.end), hit.edtf)


def _place(page: Page, hit: PlaceHit) -> PlaceMention:
    return PlaceMention(*page.cite(hit.start, hit.end), hit.adcode)
