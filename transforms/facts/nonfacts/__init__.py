"""Numbers that state no fact about the world: ages, names, ordinals, identifiers, idioms, plans. The first rule that fits decides."""

from __future__ import annotations

from functools import lru_cache

from transforms.facts.nonfacts.identifiers import bare_digits, floor, hotline, lettered, long_number, numbered, ratio, squad_or_model
from transforms.facts.nonfacts.idioms import (
    anaphoric,
    bare_numeral,
    bare_scale,
    figurative_half,
    in_ten,
    in_turn,
    introducing_one,
    last_mile,
    level_of_system,
    part_of_day,
    rather,
    reduplicated,
    vague,
)
from transforms.facts.nonfacts.limits import condition, denominator, threshold, tiers, whoever
from transforms.facts.nonfacts.names import (
    called_by_number,
    fixed_word,
    generation,
    kinds_of_case,
    maxims,
    named_zero,
    paired,
    quoted_name,
    size_of_vehicle,
    street,
    sum_of_parts,
    town,
    whereabouts,
    within_what_time,
    working_day,
    year_in_name,
    years_of_plan,
    years_without,
)
from transforms.facts.nonfacts.ordinals import anniversary, grade, item_of_speech, list_number, ordinal
from transforms.facts.nonfacts.persons import child, limbs, of_kin, pronoun, told_persons, two_parties
from transforms.facts.nonfacts.plans import plan
from transforms.facts.nonfacts.times import age, day_of_month, hour, lunar_day, record_years, too_late, weekday, years_before
from transforms.facts.rules import Numerals, Rule, Signs, first, meeting, signs_of
from transforms.facts.sites import Site


def reason_of(site: Site) -> tuple[str, str] | None:
    """The rule that explains why a number is no fact, and the reason; None where it may state one."""
    numerals: Numerals = "figures" if site.numeral[0].isdigit() else "characters"
    end = site.hit.numeral_end
    signs = _SIGNS.intersection((f"{site.before[-1:]}〔", f"〕{site.text[end : end + 1]}", site.after[:1]))
    return first(_asked(numerals, site.hit.unit, site.hit.classifier, signs), site)


# The order decides: the first rule that reads a number has it.
RULES: tuple[Rule[Site, str], ...] = (
    hotline,
    ratio,
    vague,
    lettered,
    sum_of_parts,
    called_by_number,
    record_years,
    years_before,
    years_of_plan,
    working_day,
    years_without,
    day_of_month,
    lunar_day,
    weekday,
    anniversary,
    last_mile,
    squad_or_model,
    ordinal,
    street,
    named_zero,
    fixed_word,
    maxims,
    whereabouts,
    quoted_name,
    long_number,
    age,
    generation,
    numbered,
    item_of_speech,
    list_number,
    grade,
    paired,
    denominator,
    condition,
    threshold,
    tiers,
    reduplicated,
    bare_scale,
    in_ten,
    rather,
    too_late,
    whoever,
    hour,
    town,
    floor,
    part_of_day,
    anaphoric,
    limbs,
    child,
    level_of_system,
    kinds_of_case,
    size_of_vehicle,
    within_what_time,
    pronoun,
    two_parties,
    told_persons,
    of_kin,
    figurative_half,
    in_turn,
    introducing_one,
    bare_numeral,
    year_in_name,
    bare_digits,
    plan,
)


_SIGNS = signs_of(RULES)


@lru_cache(maxsize=4096)
def _asked(numerals: Numerals, unit: str | None, classifier: str | None, signs: Signs) -> tuple[Rule[Site, str], ...]:
    """The rules that a number in figures or characters, of a unit and classifier, with such letters at its sides, can meet."""
    return meeting(RULES, unit, classifier, signs, numerals)


__all__ = ["RULES", "reason_of"]
