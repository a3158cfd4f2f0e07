"""From a document to all that it states: the steps of `transforms`, one after the other."""

from __future__ import annotations

import rjieba

from transforms.cleaning import clean
from transforms.records import Article, Document, Extraction, Page

EXTRACTOR_VERSION = "1"


def extract(document: Document) -> Extraction:
    """Everything that the document states. Pure, deterministic, and never raises on any text."""
    page = clean(document)
    return Extraction(
        article=_article(page),
        boilerplate=page.boilerplate,
        statistics=(),
        nonfacts=(),
        incidents=(),
        programmes=(),
        organisations=(),
        persons=(),
        quotations=(),
        findings=(),
        numbers=(),
        dates=(),
        places=(),
        text=page.text.text,
        tokens=tuple(rjieba.cut(page.text.text)),
    )


def _article(page: Page) -> Article:
    return Article(page.title, page.published, page.source, page.site, None, None, page.script, None, None)
