"""Every rule reads its own examples: the number between 〔 and 〕 is found by that rule."""

import pytest

from tests.transforms.facts.examples import accounts_of, cases, marked, undocumented
from transforms.facts import claims, nonfacts


def found_by(example):
    """The names of the rules that read the number between the marks."""
    text, start, end = marked(example)
    accounts = accounts_of(text)
    return {fact.rule for fact in (*accounts.statistics, *accounts.nonfacts) if fact.start < end and start < fact.end}


@pytest.mark.parametrize(("rule", "example"), cases((*claims.RULES, *nonfacts.RULES)))
def test_a_rule_reads_its_examples(rule, example):
    assert rule.name in found_by(example)


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented((*claims.RULES, *nonfacts.RULES))
