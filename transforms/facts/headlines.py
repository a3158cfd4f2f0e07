"""Numbers alone on a line, at the head of what the text below says with the same number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.mentions.numbers import NumberHit
from transforms.records import Statistic

Stated = tuple[NumberHit, Statistic]
_NEAR = 240  # characters below the head
_FEW = 6  # statistics below the head


def told_below(text: str, stated: Sequence[Stated]) -> Iterator[Stated]:
    """The statistics of `text` in order; a bare number that heads a paragraph (5593个) says what its like below says of it."""
    for at, (hit, statistic) in enumerate(stated):
        below = _below(hit, stated[at + 1 : at + 1 + _FEW]) if _is_alone(text, hit) else None
        yield hit, statistic if below is None else _as_below(statistic, below)


def _alike(hit: NumberHit, other: NumberHit) -> bool:
    return (other.value, other.unit, other.classifier) == (hit.value, hit.unit, hit.classifier)


def _is_alone(text: str, hit: NumberHit) -> bool:
    """Whether nothing but a number stands on its line."""
    start, end = text.rfind("\n", 0, hit.start) + 1, text.find("\n", hit.end)
    return end >= 0 and not text[start : hit.start].strip() and not text[hit.end : end].strip()


def _below(hit: NumberHit, following: Sequence[Stated]) -> Statistic | None:
    """What the nearest number of the same value and measure says."""
    near = ((other, statistic) for other, statistic in following if other.start - hit.end <= _NEAR)
    return next((told for other, told in near if _alike(hit, other)), None)


def _as_below(statistic: Statistic, below: Statistic) -> Statistic:
    return statistic._replace(
        kind=below.kind,
        direction=below.direction,
        comparison=below.comparison,
        metric=below.metric,
        indicator=below.indicator,
        offence=below.offence,
        period=below.period,
        place=below.place,
        place_name=below.place_name,
        subject=below.subject,
    )
