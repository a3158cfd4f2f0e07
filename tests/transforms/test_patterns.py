"""Patterns that are compiled late do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from transforms.patterns import compiled, seldom

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
