"""Claims of several articles held against each other: what contradicts, what bears out, and what only looks like it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from transforms.checks.across import across
from transforms.records import Claim

LEVEL = Claim("", "", "incidents", "刑事警情", "2023", 365, "942起", Decimal(942), None, "exact", "count", "起", "level", None, None)
CHANGE = replace(
    LEVEL, quote="16.3%", value=Decimal("16.3"), unit="percent", classifier=None, kind="change", direction="down", comparison="yoy"
)


def claim(of: Claim, article: str, quote: str, period: str = "2023", **given) -> Claim:
    value = Decimal(quote.strip("起件名%万亿元")) * (10_000 if "万" in quote else 1)
    return replace(of, fact_id=f"{article}:{quote}:{period}", article_id=article, quote=quote, value=value, period=period, **given)


def judged(*claims: Claim) -> list[tuple[str, str, tuple[str, ...], str, str]]:
    return [(found.rule, found.result, found.claims, found.expected, found.stated) for found in across(claims)]


def test_one_claim_with_two_values_contradicts_what_was_published_first():
    first, second = claim(LEVEL, "a", "942起"), claim(LEVEL, "b", "964起", metric="接报刑事警情")
    assert judged(first, second) == [("one_claim_two_values", "fails", (second.fact_id, first.fact_id), "942起", "964起")]


@pytest.mark.parametrize(
    "second",
    [
        claim(LEVEL, "b", "942起"),  # the same
        claim(LEVEL, "b", "0.09万起"),  # the same, cut off
        claim(LEVEL, "a", "964起"),  # of one article
        claim(LEVEL, "b", "9421起"),  # worlds apart
        claim(LEVEL, "b", "964起", period="2022"),  # of another year
        claim(LEVEL, "b", "964起", metric="盗窃警情"),  # of another thing
        claim(LEVEL, "b", "964名", classifier="名"),  # of other things
        claim(LEVEL, "b", "964起", bound="over"),  # a bound
        claim(LEVEL, "b", "964起", value_high=Decimal(970)),  # a range
        claim(LEVEL, "b", "964起", days=3),  # of a few days
        claim(LEVEL, "b", "964起", indicator="other"),  # of nobody knows what
    ],
)
def test_what_differs_in_more_than_its_value_is_no_contradiction(second):
    assert judged(claim(LEVEL, "a", "942起"), second) == []


def test_small_numbers_may_be_of_one_case():
    assert judged(claim(LEVEL, "a", "12起"), claim(LEVEL, "b", "13起")) == []


def test_an_article_that_says_two_things_contradicts_nobody():
    assert judged(claim(LEVEL, "a", "942起"), claim(LEVEL, "b", "964起"), claim(LEVEL, "b", "970起")) == []


@pytest.mark.parametrize(("stated", "result"), [("16.3%", ["holds"]), ("16.4%", []), ("26.3%", ["fails"]), ("6.3%", ["fails"])])
def test_a_change_is_held_against_the_levels_of_two_years(stated, result):
    """A change that is off by less than a point may be from a revised figure, and says nothing."""
    before, now, change = claim(LEVEL, "a", "1126起", "2022"), claim(LEVEL, "b", "942起"), claim(CHANGE, "b", stated)
    found = judged(before, now, change)
    assert [(rule, outcome, facts, expected) for rule, outcome, facts, expected, _ in found] == [
        ("change_of_levels", outcome, (change.fact_id, before.fact_id, now.fact_id), "16.34%") for outcome in result
    ]


def test_a_part_of_a_year_is_compared_with_the_same_part_of_the_year_before():
    now, change = claim(LEVEL, "b", "942起", "2023-01/2023-06"), claim(CHANGE, "b", "26.3%", "2023-01/2023-06")
    assert judged(claim(LEVEL, "a", "1126起", "2022"), now, change) == []
    assert [found[1] for found in judged(claim(LEVEL, "a", "1126起", "2022-01/2022-06"), now, change)] == ["fails"]


@pytest.mark.parametrize(("middle", "alarms"), [("9420起", 1), ("94起", 1), ("1500起", 0), ("500起", 0)])
def test_a_year_that_jumps_out_of_its_series_is_told(middle, alarms):
    years = claim(LEVEL, "a", "960起", "2021"), claim(LEVEL, "b", middle, "2022"), claim(LEVEL, "c", "942起", "2023")
    found = judged(*years)
    assert [(rule, result, facts[0], expected) for rule, result, facts, expected, _ in found] == [
        ("series_jump", "fails", years[1].fact_id, "942-960起")
    ] * alarms
