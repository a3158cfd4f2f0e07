"""Every rule reads its own examples: the number between 〔 and 〕 is found by that rule."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning import clean
from transforms.facts import claims, nonfacts
from transforms.facts.context import context_of
from transforms.facts.statistics import account
from transforms.records import Document, Origin


def cases(rules):
    return [pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in rules for example in rule.examples]


def found_by(example):
    """The names of the rules that read the number between the marks."""
    start, text = example.index("〔"), example.replace("〔", "")
    end, text = text.index("〕"), text.replace("〕", "")
    page = clean(Document(Origin("example", ""), "utf-8", "text/plain", text, AlignedText.identity(text)))
    accounts = account(page, context_of(page))
    return {fact.rule for fact in (*accounts.statistics, *accounts.nonfacts) if fact.start < end and start < fact.end}


@pytest.mark.parametrize(("rule", "example"), cases((*claims.RULES, *nonfacts.RULES)))
def test_a_rule_reads_its_examples(rule, example):
    assert rule.name in found_by(example)


def test_every_rule_is_documented_by_a_sentence_and_three_examples():
    for rule in (*claims.RULES, *nonfacts.RULES):
        assert rule.documentation.endswith("."), rule.name
        assert len(rule.examples) >= 3, rule.name
