"""Pages for tests: plain text, its first line the title if asked."""

from transforms.aligned import AlignedText
from transforms.records import Block, Document, Origin, Page


def plain_page(text: str, *, title: str | None = None, source: str | None = None, site: str | None = None) -> Page:
    """A page whose clean text is its raw text: a title line where one is given, then paragraphs."""
    whole = f"{title}\n{text}" if title else text
    blocks, at = [], 0
    for number, line in enumerate(whole.split("\n")):
        if line:
            blocks.append(Block("title" if title and number == 0 else "paragraph", at, at + len(line)))
        at += len(line) + 1
    aligned = AlignedText.identity(whole)
    document = Document(Origin("test", ""), "utf-8", "text/plain", whole, aligned)
    return Page(document, aligned, tuple(blocks), (), "Hans", title, None, source, site)
