"""What must hold of whatever is read, cleaned and extracted; AssertionError where it does not."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace

from transforms.aligned import AlignedText
from transforms.cleaning import clean
from transforms.extraction import extract
from transforms.reading import LONGEST, entries, is_archive, read, read_entry
from transforms.records import Document, Extraction, Origin, Page, Reject
from warehouse.rows import reject_row, rows_of

ORIGIN = Origin("fuzz", "0" * 64)


def reading(data: bytes) -> list[Document | Reject]:
    """Read bytes as a file, and as an archive if they are one; both ways are sound and agree."""
    items = list(read(ORIGIN, data))
    assert items, "nothing came of it"
    for item in items:
        sound(item)
    if is_archive(io.BytesIO(data), ORIGIN.path):
        streamed = [item for entry in entries(io.BytesIO(data), ORIGIN.path) for item in read_entry(ORIGIN, entry)]
        assert [item.origin for item in streamed] == [item.origin for item in items]
    return items


def sound(item: Document | Reject) -> None:
    """A reject says what and what to do; a document's visible text lies within its raw text, in order."""
    if isinstance(item, Reject):
        assert item.message and item.advice
        reject_row(item, "1")
        return
    assert len(item.raw) <= LONGEST
    aligned(item.visible, item.raw)


def aligned(text: AlignedText, raw: str) -> None:
    """Each character stands for a range within the raw text."""
    assert len(text.starts) == len(text.ends) == len(text.text)
    assert all(0 <= start <= end <= len(raw) for start, end in zip(text.starts, text.ends, strict=True))


def cleaning(text: str) -> Page:
    """Clean a text: blocks lie in order within the clean text, boilerplate within the raw text, and every character is aligned."""
    page = clean(document(text))
    aligned(page.text, text)
    ends = [0, *(block.end for block in page.blocks)]
    assert all(before <= block.start <= block.end <= len(page.text) for before, block in zip(ends, page.blocks, strict=False))
    assert all(0 <= part.start <= part.end <= len(text) for part in page.boilerplate)
    return page


def extraction(text: str, media_type: str = "text/plain") -> Extraction:
    """Extract from a text: spans and quotes are the raw text's, each number has one fate, and the rows can be stored."""
    source = replace(document(text), media_type=media_type)
    found = extract(source)
    for record in cited(found):
        assert 0 <= record.start <= record.end <= len(text)
        assert record.quote == text[record.start : record.end], f"{record.quote!r} is not {text[record.start : record.end]!r}"
    accounted(found)
    rows_of(source, found, "1")
    return found


def accounted(found: Extraction) -> None:
    """Every number is one statistic, or within nonfacts, or stands where nothing is stated (`unstated`: a title, a repeated abstract)."""
    statistics = Counter((record.start, record.end) for record in found.statistics)
    assert all(count == 1 for count in statistics.values()), f"statistics twice: {statistics}"
    for number in found.numbers:
        stated = statistics[number.start, number.end]
        dismissed = any(record.start < number.end and number.start < record.end for record in found.nonfacts)
        fate = {"statistic": (1, False), "unstated": (0, False)}.get(number.fate, (0, True))
        assert (stated, dismissed) == fate, f"{number.quote!r} at {number.start} is {number.fate}: {stated} statistics, nonfact {dismissed}"
    numbers = {(number.start, number.end) for number in found.numbers}
    assert numbers >= statistics.keys(), f"statistics without a number: {statistics.keys() - numbers}"


def cited(found: Extraction) -> Iterator[object]:
    """All records with a span and a quote."""
    for field in fields(found):
        records = getattr(found, field.name)
        if isinstance(records, tuple):
            yield from (record for record in records if hasattr(record, "quote"))


def document(text: str) -> Document:
    """The document of a plain text."""
    return Document(ORIGIN, "utf-8", "text/plain", text, AlignedText.identity(text))
