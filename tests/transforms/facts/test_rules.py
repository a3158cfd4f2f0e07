"""Every rule reads its own examples: the number between 〔 and 〕 is found by that rule."""

import pytest

from tests.transforms.facts.examples import cases, marked, read, undocumented
from transforms.facts import claims, nonfacts
from transforms.facts.incidents import tellings
from transforms.facts.statistics import account


def found_by(example):
    """The names of the rules that read the number between the marks."""
    text, start, end = marked(example)
    page, context = read(text)
    accounts = account(page, context, tellings(page, context))
    return {fact.rule for fact in (*accounts.statistics, *accounts.nonfacts) if fact.start < end and start < fact.end}


@pytest.mark.parametrize(("rule", "example"), cases((*claims.RULES, *nonfacts.RULES)))
def test_a_rule_reads_its_examples(rule, example):
    assert rule.name in found_by(example)


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    assert not undocumented((*claims.RULES, *nonfacts.RULES))
