"""From a document to a page: title, metadata, body and boilerplate, every character aligned to the raw text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transforms.aligned import AlignedText
from transforms.cleaning.blocks import boilerplate_of, text_and_blocks
from transforms.cleaning.damage import repaired
from transforms.cleaning.folding import as_written, fold
from transforms.cleaning.glosses import is_glossed, unglossed, without_stumps
from transforms.cleaning.lines import Line, line
from transforms.cleaning.origins import published, source_and_site
from transforms.cleaning.roles import Zones, roles, zones
from transforms.cleaning.script import script_of, simplify
from transforms.cleaning.titles import bare_title
from transforms.records import Document, Page, Script


def clean(document: Document) -> Page:
    """The page of a document. Never raises on any text, and takes time in proportion to its length."""
    text, script = plain(document.visible)
    hints = {key: plain(AlignedText.identity(value))[0].text for key, value in document.hints.items()}
    lines = [line(text.text[start:end], start) for start, end in text.lines()]
    found = zones(lines, hints.get("title"))
    parts = roles(lines, found)
    clean_text, blocks = text_and_blocks(text, lines, parts)
    source, site = source_and_site(lines, parts, found, hints)
    return Page(
        document,
        clean_text,
        blocks,
        boilerplate_of(text, lines, parts),
        script,
        _title(text, lines, found, hints, document.raw),
        published(lines, parts, found, hints),
        source,
        site,
    )


def _title(text: AlignedText, lines: Sequence[Line], found: Zones, hints: Mapping[str, str], raw: str) -> str | None:
    """The title with its subtitle, from the page's lines or else from what it says of itself; its marks as the page has them."""
    if found.title is None:
        return bare_title(hints["title"]) if hints.get("title") else None
    line, name = lines[found.title], bare_title(lines[found.title].text)
    start = line.start + line.text.find(name)
    title = as_written(text, start, start + len(name), raw)
    below = None if found.subtitle is None else lines[found.subtitle]
    return title + (as_written(text, below.start, below.start + len(below.text), raw) if below else "")


def plain(text: AlignedText) -> tuple[AlignedText, Script]:
    """The text in half width and simplified script without glosses, and the script that it was in."""
    folded = fold(text)
    whole = unglossed(folded)
    if is_glossed(folded.text):
        whole = without_stumps(unglossed(repaired(whole)))
    script = script_of(whole.text)
    return simplify(whole, script), script
