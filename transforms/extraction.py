"""From a document to all that it states: the steps of `transforms`, one after the other."""

from __future__ import annotations

from transforms.records import Document, Extraction

EXTRACTOR_VERSION = "1"


def extract(document: Document) -> Extraction:
    """Everything that the document states. Pure, deterministic, and never raises on any text."""
    raise NotImplementedError
