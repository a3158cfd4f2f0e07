"""From facts to findings: whether it adds up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transforms.aligned import Span
from transforms.checks import changes, limits, shares, totals
from transforms.checks.frames import Frame, frames
from transforms.checks.readings import Check, Reading, chosen
from transforms.records import Finding, Page, Statistic

RULES: tuple[Check, ...] = (
    *(changes.base_and_difference, changes.two_levels, changes.direction),
    *(shares.part_of_whole, shares.rate, shares.grim),
    *(totals.total_after_parts, totals.total_before_parts, totals.part_and_whole, totals.remainder),
    *(limits.at_most_all, limits.range_order, limits.rank_among),
)
_OF_ONE: tuple[Check, ...] = (limits.at_most_all, limits.range_order)  # all others compare numbers of the same sentence
_DERIVING = frozenset(rule.name for rule in RULES) - {"direction", "at_most_all", "range_order", "rank_among"}


def findings(page: Page, statistics: Sequence[Statistic]) -> tuple[Finding, ...]:
    """What the checks find in the statistics of a page, each number read once."""
    return chosen(_readings(tuple(frames(page, statistics))))


def derived(statistics: Sequence[Statistic], found: Sequence[Finding]) -> tuple[Statistic, ...]:
    """The statistics, each that a finding implies by others with them in `derived_from`."""
    sources = {finding.facts[0]: finding.facts[1:] for finding in found if finding.rule in _DERIVING}
    return tuple(
        fact._replace(derived_from=sources[span]) if (span := Span(fact.start, fact.end)) in sources else fact for fact in statistics
    )


def _readings(found: Sequence[Frame]) -> Iterator[tuple[str, Reading]]:
    for frame in found:
        for rule in RULES if len(frame.stated) > 1 else _OF_ONE:
            for reading in rule.apply(frame) or ():
                yield rule.name, reading
    yield from ((shares.grim.name, reading) for reading in shares.grim_of_page(found))
    yield from ((totals.part_and_whole.name, reading) for reading in totals.parts_in_next_sentence(found))
