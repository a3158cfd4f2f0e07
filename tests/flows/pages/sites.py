"""A site as a reader walks it: its pages by address, and what is wrong with its links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urldefrag

from lxml import html

from tests.warehouse.given import TEXT

HOSTILE = TEXT.replace("。", "。\n") + "<script>alert(1)</script>"
"""A text with a fact of every kind, on three lines, that would like to be markup."""


@cache
def page(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def pages(folder: Path) -> dict[str, html.HtmlElement]:
    return {file.relative_to(folder).as_posix(): page(file) for file in sorted(folder.rglob("*.html"))}


def links(address: str, tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Where a page links to: the address within the site and the anchor, empty for none."""
    for href in tree.xpath("//@href | //@src"):
        if href.startswith("data:"):
            continue
        path, anchor = urldefrag(href)
        yield normpath(f"{address}/../{path}") if path else address, unquote(anchor)


def dead_links(folder: Path) -> list[str]:
    """What a reader would click in vain."""
    found = pages(folder)
    anchors = {address: set(tree.xpath("//@id")) for address, tree in found.items()}
    return [
        f"{address}: {target}#{anchor}"
        for address, tree in found.items()
        for target, anchor in links(address, tree)
        if not (folder / target).is_file() or (anchor and anchor not in anchors[target])
    ]
