"""Contradictions planted in clean articles, one at a time: each is found, where it stands and by the rule for it, and nothing else is."""

import csv

import pytest

from tests.transforms.checks.given import HERE, article, articles, extracted, extractions

PLANTS = list(csv.DictReader((HERE / "plants.csv").read_text(encoding="utf-8").splitlines()))


def alarms(extraction):
    return {(finding.rule, finding.result, finding.facts) for finding in extraction.findings if finding.result != "holds"}


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.stem)
def test_a_clean_article_gives_no_alarm(path):
    for _, extraction in extractions(path):
        assert not alarms(extraction)


def planted(plant):
    """The article with the contradiction, and the span of what was changed."""
    text = article(plant["article"])
    start = text.index(plant["stands"])
    return text.replace(plant["stands"], plant["planted"], 1), start, start + len(plant["planted"])


@pytest.fixture(scope="module")
def found():
    """For each plant the alarms that it raises, those that are about it first."""
    results = []
    for plant in PLANTS:
        text, start, end = planted(plant)
        raised = alarms(extracted(text))
        results.append((plant, [rule for rule, _, facts in raised if any(start < b and a < end for a, b in facts)], raised))
    return results


def test_at_least_forty_contradictions_are_planted():
    assert len({(plant["article"], plant["planted"]) for plant in PLANTS}) == len(PLANTS) >= 40


def test_what_is_planted_is_found(found):
    missed = [(plant["article"], plant["planted"]) for plant, about, _ in found if not about]
    assert len(missed) <= 0.05 * len(PLANTS), missed


def test_nothing_else_is(found):
    raised = sum(len(all_of_them) for _, _, all_of_them in found)
    elsewhere = [(plant["article"], plant["planted"], all_of_them) for plant, about, all_of_them in found if len(all_of_them) > len(about)]
    assert len(elsewhere) <= 0.05 * raised, elsewhere


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant['article']}: {plant['planted']}")
def test_a_plant_is_found_by_its_rule(plant):
    text, _, _ = planted(plant)
    assert (plant["rule"], plant["result"]) in {(rule, result) for rule, result, _ in alarms(extracted(text))}
