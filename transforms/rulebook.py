"""Every rule with its documentation, by the table whose rows name it: for whoever asks why a row is there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from transforms import checks
from transforms.facts import claims, nonfacts, quotations
from transforms.facts.incidents import stories
from transforms.facts.persons import posts
from transforms.facts.programmes import bare, joined, quoted, told
from transforms.facts.rules import Rule
from transforms.lexicon import table


@cache
def rulebook() -> Mapping[tuple[str, str], str]:
    """The documentation of a rule, by the table and the name of the rule; what is no `Rule` of its own stands in `seeds/rules.csv`."""
    rules: dict[str, Iterable[Rule[Any, Any]]] = {
        "statistics": claims.RULES,
        "numbers": chain(claims.RULES, nonfacts.RULES),
        "incidents": stories.RULES,
        "programmes": chain(quoted.RULES, told.RULES, quoted.FAINT, bare.RULES, joined.RULES),
        "persons": posts.RULES,
        "quotations": quotations.RULES,
        "findings": checks.RULES,
    }
    documented = {(name, rule.name): rule.documentation for name, found in rules.items() for rule in found}
    return MappingProxyType({(row["table"], row["rule"]): row["documentation"] for row in table("rules")} | documented)
