"""The page of one file, without a lake: `extract --format html`."""

from __future__ import annotations

from collections.abc import Sequence

from flows.pages.article import Reading, reading
from flows.pages.environment import asset, environment
from flows.pages.words import Language
from transforms.extraction import EXTRACTOR_VERSION
from transforms.records import Document, Extraction
from warehouse.arrow import staged_names
from warehouse.rows import rows_of


def single_page(readings: Sequence[Reading], language: Language) -> str:
    """A page with the annotated text of each article, one below the other; it holds its styles and scripts."""
    template = environment(language).get_template("single.html")
    return template.render(readings=readings, style=asset("style.css"), script=asset("notes.js"), address="#m-{}".format)


def reading_of(document: Document, extraction: Extraction) -> Reading:
    """A document as a page shows it: by the rows that a lake would hold of it."""
    found = rows_of(document, extraction, EXTRACTOR_VERSION)
    rows = {table: [dict(zip(staged_names(table), row, strict=True)) for row in made] for table, made in found.items()}
    return reading(rows["articles"][0], rows)
