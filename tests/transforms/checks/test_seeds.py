"""The table of rates: no word twice, each with its source, and none that does nothing."""

import pytest

from tests.transforms.checks.given import extracted
from transforms.lexicon import table

RATES = table("rates")


def test_no_rate_stands_twice_and_each_has_a_source():
    assert len({row["word"] for row in RATES}) == len(RATES)
    assert all(row["source"] for row in RATES)


@pytest.mark.parametrize("word", [row["word"] for row in RATES])
def test_a_rate_is_at_most_all(word):
    assert [finding.rule for finding in extracted(f"全年{word}达到120%。").findings] == ["at_most_all"]


@pytest.mark.parametrize(("word", "done"), [(row["word"], done) for row in RATES for done in row["done"].split()])
def test_a_rate_is_of_what_was_done(word, done):
    found = extracted(f"全年受理1240件,{done}1178件,{word}为85%。").findings
    assert [(finding.rule, finding.result, finding.expected) for finding in found] == [("rate", "fails", "95%")]
