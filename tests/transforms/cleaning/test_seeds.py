"""No row of a table stands twice, and none is dead: taken out, it would be missed."""

import opencc
import pytest

from transforms.cleaning.bylines import ending, is_byline, is_name, lead_in
from transforms.cleaning.fields import fields
from transforms.cleaning.folding import foldings
from transforms.cleaning.furniture import may_be_heading, opens_list, reason_at_edge, reason_of_line, reason_of_section
from transforms.cleaning.lines import is_abstract, is_caption
from transforms.cleaning.media import Origin, is_medium, origin
from transforms.cleaning.script import is_traditional, simplified
from transforms.lexicon import table
from transforms.reading.encodings import plausibility

KEYS = {
    "byline_words": ("word", "use"),
    "frequent_characters": ("character",),
    "furniture": ("phrase", "where"),
    "labels": ("label",),
    "lookalikes": ("character",),
    "media": ("name", "kind"),
    "readings": ("character",),
    "surnames": ("surname",),
    "variants": ("variant",),
}


def rows(name, **equal):
    return [row for row in table(name) if all(row[key] == value for key, value in equal.items())]


@pytest.mark.parametrize(("name", "keys"), KEYS.items())
def test_no_row_stands_twice_and_each_names_its_source(name, keys):
    found = [tuple(row[key] for key in keys) for row in table(name)]
    assert len(found) == len(set(found)) > 0
    assert all(row["source"] for row in table(name))


def test_furniture_is_told_by_its_phrases():
    assert all(reason_of_line(row["phrase"]) == row["reason"] for row in rows("furniture", where="line"))
    assert all(
        reason_of_line(row["phrase"]) == row["reason"] and may_be_heading(row["phrase"]) for row in rows("furniture", where="channel")
    )
    assert all(reason_of_section(row["phrase"]) == row["reason"] for row in rows("furniture", where="section"))
    assert all(opens_list(row["phrase"]) for row in rows("furniture", where="soft_section"))
    assert [row["phrase"] for row in rows("furniture", where="start") if not reason_at_edge(row["phrase"] + "甲乙")] == []
    assert all(reason_at_edge(row["phrase"] + "甲乙,转") for row in rows("furniture", where="strong"))
    assert [row["phrase"] for row in rows("furniture", where="weak") if not reason_at_edge("甲乙" + row["phrase"] + "传真授权")] == []


def test_labels_make_fields():
    for row in table("labels"):
        if row["field"] == "abstract":
            assert is_abstract(row["label"] + ":今年以来,警情下降。")
        elif row["field"] == "caption":
            assert is_caption(row["label"] + "民警巡逻")
        else:
            assert fields(row["label"] + ":王晓明")[0].name == row["field"], row["label"]


def test_lookalikes_are_folded():
    assert all(foldings()[int(row["character"], 16)] == chr(int(row["plain"], 16)) for row in table("lookalikes"))


def test_variants_are_what_opencc_lacks():
    alone = opencc.OpenCC("hk2s")
    for row in table("variants"):
        assert simplified(row["variant"]) == row["simplified"]
        assert alone.convert(row["variant"]) != row["simplified"] or row["when"] == "no_着"


def test_readings_are_of_traditional_characters():
    assert all(is_traditional(row["character"]) or simplified(row["character"]) != row["character"] for row in table("readings"))
    assert all(row["readings"].split() for row in table("readings"))


def test_surnames_make_names():
    assert all(is_name(row["surname"] + "晓明") for row in table("surnames"))


def test_media_are_media():
    assert all(is_medium(row["name"]) for row in table("media") if row["kind"] in ("medium", "platform"))
    assert all(is_medium("清河" + row["name"]) for row in rows("media", kind="suffix"))
    assert all(origin(row["name"]) == Origin(None, None) for row in rows("media", kind="none"))


@pytest.mark.parametrize(
    ("use", "line"),
    [
        ("role", "{}王晓明"),
        ("modifier", "{}记者 王晓明"),
        ("report", "王晓明{}"),
        ("report_modifier", "王晓明{}报道"),
        ("task", "{} 王晓明"),
        ("credit", "王晓明 {}"),
    ],
)
def test_words_of_bylines_make_bylines(use, line):
    assert [row["word"] for row in rows("byline_words", use=use) if not is_byline(line.format(row["word"]))] == []


def test_words_of_openings_and_endings_are_told():
    assert all(lead_in(row["word"] + "讯 今年以来") for row in rows("byline_words", use="own"))
    assert all(lead_in("本报" + row["word"] + " 今年以来") for row in rows("byline_words", use="opening"))
    assert all(ending(f"警情下降。({row['word']})") == 5 for row in rows("byline_words", use="ending"))


def test_frequent_characters_are_plausible():
    assert all(plausibility(row["character"]) == 1.0 for row in table("frequent_characters"))
