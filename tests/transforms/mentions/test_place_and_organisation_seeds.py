from collections import Counter
from typing import get_args

import pytest

from transforms.lexicon import table
from transforms.mentions.organisations.reading import READINGS
from transforms.mentions.organisations.vocabulary import vocabulary
from transforms.mentions.places.elsewhere import is_elsewhere, is_of_person, is_passed_by
from transforms.mentions.places.gazetteer import Level, divisions, surfaces

KINDS = {"ministry", "department", "bureau", "branch", "station", "team", "government", "party", "court", "media", "company", "other"}
KEYS = {
    "places": ("adcode",),
    "place_aliases": ("alias", "adcode"),
    "place_words": ("name",),
    "place_followers": ("word",),
    "place_passing": ("word", "side"),
    "raid_places": ("word",),
    "place_references": ("word",),
    "place_zones": ("word",),
    "organisations": ("word", "only"),
    "institutions": ("institution", "level"),
    "organisation_words": ("word", "role"),
}


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_no_row_stands_twice_and_each_has_its_source(name, key):
    rows = table(name)
    counts = Counter(tuple(row[column] for column in key) for row in rows)
    assert [row for row, count in counts.items() if count > 1] == []
    assert all(row["source"] for row in rows)


@pytest.mark.parametrize("row", table("place_passing"), ids=lambda row: row["word"])
def test_every_word_about_coming_and_going_hides_the_place_beside_it(row):
    text = f"，{row['word']}苏州，" if row["side"] == "before" else f"，苏州{row['word']}，"
    start = text.index("苏州")
    assert is_passed_by(text, start) or is_of_person(text, start + 2)
    assert is_elsewhere(text, start, start + 2) == (row["hides"] == "article")


def test_every_common_word_is_a_way_to_write_a_place():
    written = {surface.text for surface in surfaces()}
    assert [row["name"] for row in table("place_words") if row["name"] not in written] == []


def test_every_alias_names_a_division_and_says_something_new():
    names = {(division.name, division.adcode) for division in divisions().values() if division.current}
    assert [row["alias"] for row in table("place_aliases") if row["adcode"] not in divisions()] == []
    assert [row["alias"] for row in table("place_aliases") if (row["alias"], row["adcode"]) in names] == []


def test_every_reference_has_a_level():
    assert {row["level"] for row in table("place_references")} <= set(get_args(Level))


def test_every_word_for_an_organisation_has_a_reading_and_a_kind():
    assert {row["role"] for row in table("organisations")} - {"none", "head"} == set(READINGS)
    assert {row["kind"] for row in table("organisations") if row["role"] not in {"none", "head", "self"}} <= KINDS
    assert {row["kind"] for row in table("institutions")} <= KINDS


def test_every_institution_that_a_word_means_has_a_name():
    named = {row["institution"] for row in table("institutions")}
    meant = {row["institution"] for row in table("organisations") if row["role"] in {"seat", "short", "party", "above", "level", "branch"}}
    assert meant <= named
    assert named <= {row["institution"] for row in table("organisations")}


def test_the_head_of_a_longer_word_is_a_word():
    assert [row["word"] for row in table("organisations") if row["role"] == "head" and row["name"] not in vocabulary()] == []
