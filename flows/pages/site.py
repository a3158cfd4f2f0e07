"""The static site of a lake: what pages it has, and how they are written. It needs no server and no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from flows.pages.environment import SECTIONS, asset, environment
from flows.pages.facts import Row
from flows.pages.words import Language

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages go, in which language, of which state of the lake, and which pages there are to link to."""

    folder: Path
    language: Language
    snapshot: int
    changed: datetime
    known: frozenset[str]

    def write(self, address: str, template: str, **values: object) -> None:
        """Write a page; `address` is its path within the site."""
        root = "../" * address.count("/")
        page = environment(self.language).get_template(f"{template}.html")
        file = self.folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.render(site=self, root=root, address=address, section=_section(address), **values), encoding="utf-8")

    def write_assets(self) -> None:
        """Write the style sheet and the scripts that the pages share."""
        static = self.folder / "static"
        static.mkdir(parents=True, exist_ok=True)
        for name in ("style.css", "notes.js", "filter.js"):
            (static / name).write_text(asset(name).text, encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a long list that takes several pages: its rows, its number, how many there are, and their addresses."""

    rows: Sequence[Row]
    number: int
    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        """Its own."""
        return self.addresses[self.number - 1]


def _section(address: str) -> str:
    """The section that a page belongs to."""
    return next((name for name in SECTIONS if address.startswith((f"{name}/", f"{name}.", f"{name}-"))), "")


def numbered(address: str, number: int) -> str:
    """The address of a page of several: the first has no number."""
    return address if number == 1 else address.replace(".html", f"-{number}.html")


def parts(address: str, rows: Sequence[Row], size: int) -> list[Part]:
    """A list on as many pages as it needs, at least one."""
    cut = list(chunks(rows, size)) or [()]
    addresses = tuple(numbered(address, n) for n in range(1, len(cut) + 1))
    return [Part(each, n, addresses) for n, each in enumerate(cut, 1)]


def chunks(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in groups of a size, the last perhaps smaller."""
    waiting = iter(items)
    while group := tuple(islice(waiting, size)):
        yield group
