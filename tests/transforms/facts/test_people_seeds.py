"""The tables behind persons and quotations: no row twice, none without a source, none dead."""

import pytest

from transforms.facts.persons.names import is_name, may_follow, read_name, surname
from transforms.facts.persons.titles import author_titles, posts
from transforms.lexicon import table, words

KEYS = {
    "titles": ("word",),
    "office_words": ("word",),
    "name_characters": ("character",),
    "foreign_characters": ("character",),
    "name_followers": ("word",),
    "not_names": ("word",),
    "private_words": ("word",),
    "person_words": ("word", "use"),
    "speech_words": ("word", "use"),
}
USES = {
    "person_words": {"accused", "crime", "holds", "kin", "modifier", "pretends", "punished", "tells"},
    "speech_words": {
        *("addressed", "his", "made", "named", "said", "shared", "somebody", "titled", "titled_modifier", "word_of_mouth", "written"),
    },
}


def of_class(name, sort):
    return words(name, "word", **{"class": sort})


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_no_row_stands_twice_and_each_names_its_source(name, keys):
    found = [tuple(row[key] for key in keys) for row in table(name)]
    assert len(found) == len(set(found)) > 0
    assert all(row["source"] for row in table(name))


@pytest.mark.parametrize(("name", "uses"), USES.items())
def test_every_word_has_a_use_that_something_reads(name, uses):
    assert {row["use"] for row in table(name)} == uses


def test_posts_are_read_whole():
    offices = [row["word"] for row in table("titles") if row["word"] not in author_titles()]
    assert [word for word in offices if [site.title.word for site in posts(word)] != [word]] == []
    assert all(row["bare"] in ("official", "officer") for row in table("titles") if row["class"] == "neutral")


def test_what_follows_names_follows_them_and_no_word_begins_with_another():
    follow = of_class("name_followers", "follow")
    assert all(may_follow(word, 0) for word in (*follow, *of_class("name_followers", "say")))
    every = {*follow, *of_class("name_followers", "say")}
    assert [word for word in follow if any(word[:length] in every for length in range(1, len(word)))] == []


def test_addresses_and_words_are_no_names():
    assert [word for word in of_class("not_names", "address") if read_name(f"王{word},在场", 0)] == []
    lookalikes = of_class("not_names", "word")
    assert [word for word in lookalikes if is_name(word) or not (surname(word) or surname(word[:2]))] == []


def test_characters_of_names():
    surnames = {word for word in words("surnames", "surname") if len(word) == 1}
    assert all(float(row["middle"]) >= -4 and float(row["last"]) <= 5 for row in table("name_characters"))
    assert {row["character"] for row in table("name_characters") if row["surname"]} <= surnames
    assert all(is_name(row["character"] * 3) for row in table("foreign_characters"))
