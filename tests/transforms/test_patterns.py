"""Patterns that are compiled late do what compiled ones do."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.lexicon import table
from transforms.patterns import compiled, literals, seldom

EXPRESSIONS = sorted({row["words"] for row in table("indicator_rules") if literals(row["words"])})
TEXT = "立案12起,破案7起。"


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
def test_a_pattern_compiled_at_its_first_use_answers_as_one_compiled_before(method: str) -> None:
    """Each method answers the same, also where it is the first that is asked."""
    expected = getattr(re.compile(r"([一-鿿]+)(\d+)起"), method)(TEXT)
    found = getattr(seldom(r"([一-鿿]+)(\d+)起"), method)(TEXT)
    assert (found.groups() if isinstance(found, re.Match) else found) == (expected.groups() if isinstance(expected, re.Match) else expected)


def test_a_pattern_is_not_compiled_before_it_is_used() -> None:
    """A pattern that cannot be compiled is told of at its first use, and not before."""
    late = seldom("(")
    with pytest.raises(re.error):
        late.search(TEXT)


def test_a_pattern_of_a_table_is_compiled_once() -> None:
    """The same text gives the same pattern."""
    assert compiled("刑事|治安") is compiled("刑事|治安")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("破案|侦破", {"破案", "侦破"}),
        ("(?:调解|调处)[^,]{0,4}率$", {"调解", "调处", "率"}),
        ("救援(?![站队])|火(?:灾|警)", {"救援", "火", "灾", "警"}),
        ("小?组(?:数|数量)?$", {"组"}),
        ("[盗窃]得", {"盗", "窃", "得"}),
        ("^(?!.*(?:查|破)).*(?<!未)结", {"结"}),
        ("^(?!.*冻结)", set()),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, expected: set[str]) -> None:
    """What may not stand there, or need not, is no word that a pattern needs."""
    assert literals(pattern) == expected


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_a_rule_finds_holds_a_word_that_it_needs(data: st.DataObject) -> None:
    """So a rule that is left out as none of its words stands there could not have held."""
    for pattern in EXPRESSIONS:
        text = data.draw(st.from_regex(pattern))
        assert any(word in text for word in literals(pattern)), (pattern, text)
