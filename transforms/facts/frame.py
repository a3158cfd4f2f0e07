"""What the claims of a page are placed in: the page, its mentions, and what its parts are about."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from transforms.facts.abroad import Raid
from transforms.facts.calendar import Calendar
from transforms.facts.claims import Claim, Sentence
from transforms.facts.context import Context, Line
from transforms.facts.scopes import Scope
from transforms.facts.stories import Story
from transforms.facts.tables import Tables
from transforms.facts.themes import Themes
from transforms.mentions.dates import DateHit
from transforms.mentions.numbers import NumberHit
from transforms.mentions.numerals import hundredths
from transforms.mentions.organisations import OrganisationHit
from transforms.records import Page


@dataclass(frozen=True, slots=True)
class Frame:
    """What the claims of a page are placed in.

    `headings` are where its sections begin, `actors` its organisations with those who act under less than their name.
    """

    page: Page
    context: Context
    numbers: tuple[NumberHit, ...]
    dates: tuple[DateHit, ...]
    days: Calendar
    scopes: tuple[Scope, ...]
    headings: tuple[int, ...]
    raids: tuple[Raid, ...]
    stories: tuple[Story, ...]
    themes: Themes
    main: str | None
    tables: Tables
    actors: tuple[OrganisationHit, ...]


class Placed(NamedTuple):
    """A claim in its place: its sentence as a line and as chunks, its number, where its clause begins, and the story that holds it.

    `text` is the page's clean text.
    """

    frame: Frame
    line: Line
    sentence: Sentence
    claim: Claim
    hit: NumberHit
    clause: int
    story: Story | None
    text: str


_LOCAL_MONEY = {"81": "HKD", "82": "MOP", "71": "TWD"}


def measure(hit: NumberHit, frame: Frame) -> tuple[str, Decimal, Decimal | None]:
    """Unit and value as a statistic has them: a ratio is its percentage, a bare number counts, a bare 元 is the local currency."""
    if hit.unit == "CNY" and "人民" not in frame.page.text.text[hit.start - 3 : hit.end]:
        return _LOCAL_MONEY.get((frame.context.places.jurisdiction or "")[:2], "CNY"), hit.value, hit.value_high
    if hit.unit == "ratio":
        return "percent", hundredths(hit.value * 100), None
    return hit.unit or "count", hit.value, hit.value_high
