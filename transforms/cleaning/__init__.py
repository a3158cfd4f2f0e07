"""From a document to a page: title, metadata, body and boilerplate, every character aligned to the raw text."""

from __future__ import annotations

from transforms.records import Block, Document, Page


def clean(document: Document) -> Page:
    """The page of a document. Never raises on any text."""
    text = document.visible
    blocks = (Block("paragraph", 0, len(text)),) if text.text else ()
    hints = document.hints
    return Page(document, text, blocks, (), "Hans", hints.get("title"), hints.get("published"), hints.get("source"), hints.get("site"))
