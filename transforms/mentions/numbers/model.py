"""A number as it stands in a text."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from transforms.records import Bound


class NumberHit(NamedTuple):
    """A number as it stands in a text: its span with bounds and unit, the span of the numeral alone, and what they say.

    `unit` is None where no unit word follows, `ratio` for a part of one (三分之二, 一半). `form` tells numerals apart whose shape matters:
    `vague` (数十, 几百), `damaged` (a lost digit restored), `zero` and `flat` (in words), `plain` for all others.
    """

    start: int
    end: int
    numeral_start: int
    numeral_end: int
    value: Decimal
    value_high: Decimal | None
    bound: Bound
    unit: str | None
    classifier: str | None
    form: str = "plain"
