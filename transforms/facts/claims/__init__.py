"""Claims: what each number of a sentence says of what (kind, direction, comparison, metric), by the grammar of claims."""

from __future__ import annotations

import re
from functools import lru_cache

from transforms.facts.claims.actors import actor_of
from transforms.facts.claims.changes import (
    by_most,
    change,
    compared,
    departed,
    distributed,
    doubled_or_flat,
    lessened,
    more_done,
    reached,
    signed,
)
from transforms.facts.claims.counts import (
    counted_again,
    counted_ahead,
    counted_behind,
    counted_in_turn,
    inherited,
    none_of_a_kind,
    of_each_place,
    of_that_kind,
    times_done,
)
from transforms.facts.claims.durations import arrived, kept_up, lasting, quarrelled, sentenced, served, spanned
from transforms.facts.claims.handled import done_to_people
from transforms.facts.claims.measures import away, extent, possessed, temperature
from transforms.facts.claims.model import LATER, Claim, Given, Sentence
from transforms.facts.claims.money import cost, involved, laid_out, owed, parted_with, sold
from transforms.facts.claims.parts import part_being, part_doing
from transforms.facts.claims.people import befallen, dealt_with, inhabitants, loaded, taking_part
from transforms.facts.claims.ranks import rank, scored
from transforms.facts.claims.recurrences import recurring, so_often
from transforms.facts.claims.shares import as_many_as, beyond_average, portion, rate, share, share_of_all
from transforms.facts.rules import Rule, Signs, first, meeting, signs_of

# The order decides: the first rule that reads a number has it.
RULES: tuple[Rule[Given, Claim], ...] = (
    doubled_or_flat,
    signed,
    distributed,
    beyond_average,
    rank,
    scored,
    more_done,
    lessened,
    change,
    by_most,
    reached,
    departed,
    compared,
    share,
    share_of_all,
    rate,
    portion,
    possessed,
    arrived,
    sentenced,
    quarrelled,
    served,
    kept_up,
    spanned,
    recurring,
    so_often,
    lasting,
    temperature,
    extent,
    away,
    times_done,
    loaded,
    inhabitants,
    befallen,
    dealt_with,
    none_of_a_kind,
    taking_part,
    owed,
    parted_with,
    involved,
    laid_out,
    cost,
    sold,
    as_many_as,
    counted_again,
    counted_in_turn,
    of_each_place,
    part_being,
    part_doing,
    of_that_kind,
    done_to_people,
    counted_behind,
    counted_ahead,
    inherited,
)


_SIGNS = signs_of(RULES)


@lru_cache(maxsize=4096)
def _asked(unit: str | None, classifier: str | None, signs: Signs) -> tuple[Rule[Given, Claim], ...]:
    """The rules that a number of a unit and classifier, with such chunks before it, can meet."""
    return meeting(RULES, unit, classifier, signs)


def read(sentence: Sentence) -> tuple[Claim, ...]:
    """The claim of each number of the sentence, in order; what follows brackets knows nothing of those in them: 3200件(含旧存〔210件〕)."""
    claims: tuple[Claim, ...] = ()
    known, opened = claims, 0
    for mark in _READ.finditer(sentence.codes):
        if mark[0] == "(":
            opened = len(known)
        elif mark[0] == ")":
            known, opened = known[:opened] or known, len(known)
        elif claim := _claim(sentence, mark.start(), known):
            claims, known = (*claims, claim), (*known, claim)
    return claims


_READ = re.compile("[#()]")


def _claim(sentence: Sentence, at: int, known: tuple[Claim, ...]) -> Claim | None:
    """What the number of chunk `at` claims after those that are known, if a rule reads it."""
    number = sentence.number(at)
    given = Given.of(sentence, at, known)
    signs = _SIGNS.intersection((*given.left, LATER) if known else given.left)
    found = first(_asked(number.unit, number.classifier, signs), given)
    return _named(given, *found, known) if found else None


def _named(given: Given, rule: str, claim: Claim, known: tuple[Claim, ...]) -> Claim:
    """A claim with its rule and those who did it; a change or a rate of what somebody was told to have done is theirs as well."""
    if rule in _DONE:
        return claim.of(rule, actor_of(given, claim.phrase))
    theirs = known and known[-1].actor is not None and (claim.phrase is known[-1].phrase or rule in _JUDGED)
    return claim.of(rule, known[-1].actor if theirs else claim.actor)


_DONE = frozenset({"counted_behind", "counted_ahead", "times_done"})
_JUDGED = frozenset({"rate", "departed", "reached", "portion", "part_doing", "share"})


__all__ = ["RULES", "Claim", "Sentence", "read"]
