"""Which article repeats which: told by shared bands, settled by comparing, and kept up to date with what comes and goes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count, permutations

import pytest

from tests.warehouse.given import START, bare, document, rows
from transforms.records import Repeat
from warehouse.lake import Lake, writing
from warehouse.loading import Delivery, Run, commit
from warehouse.staging import stage


def alike(original: str, copy: str) -> Repeat | None:
    """Texts repeat each other that begin with the same letter."""
    return Repeat(0.9, (f"{original}→{copy}",)) if original[0] == copy[0] else None


@pytest.fixture
def load(lake, tmp_path):
    """Load texts, each with its day of publication, its bands and perhaps a sketch, from files named after them."""
    batches = count()

    def carry_out(*given: tuple, gone: tuple[str, ...] = (), version: str = "1") -> None:
        read = []
        for text, published, bands, *sketch in given:
            extraction = bare(text)
            article = replace(extraction.article, published=published)
            extraction = replace(extraction, article=article, signature=bands, sketch="".join(sketch))
            read.append((document(f"{text}.txt", text), extraction))
        folder = tmp_path / f"staged-{next(batches)}"
        stage(folder, rows(*read, version=version))
        run = Run("run", START, START, 1, 1, 0, version, "test", "{}")
        taken = [f"{text}.txt" for text, *_ in given] + [f"{text}.txt" for text in gone]
        with writing(lake) as connection:
            commit(connection, run, Delivery([folder], taken, compare=alike))

    return carry_out


def found(lake: Lake) -> list[tuple[str, str]]:
    query = """
        SELECT a.text, o.text FROM reprints AS r
        JOIN articles AS a USING (article_id) JOIN articles AS o ON o.article_id = r.original_id ORDER BY ALL
    """
    with writing(lake) as connection:
        return connection.execute(query).fetchall()


FIRST, SECOND, THIRD = ("A1", "2026-01-01", (1, 2)), ("A2", "2026-01-02", (2, 3)), ("A3", "2026-01-03", (2, 9))
OTHER = ("B1", "2026-01-01", (2, 7))  # shares a band, and is another text
APART = ("A9", "2026-01-05", (8,))  # would be alike, and shares no band


def test_each_repeats_the_earliest_that_it_is_alike(lake, load) -> None:
    load(FIRST, SECOND, THIRD, OTHER, APART)
    assert found(lake) == [("A2", "A1"), ("A3", "A1")]
    with writing(lake) as connection:
        assert connection.execute("SELECT DISTINCT similarity, changed[1][:3], extractor_version, load_id FROM reprints").fetchall() == [
            (0.9, "A1→", "1", 1)
        ]


@pytest.mark.parametrize("order", list(permutations((FIRST, SECOND, THIRD))), ids=lambda order: " ".join(item[0] for item in order))
def test_the_order_in_which_articles_come_makes_no_difference(lake, load, order) -> None:
    for item in order:
        load(item)
    assert found(lake) == [("A2", "A1"), ("A3", "A1")]


def test_what_loses_its_original_finds_the_next(lake, load) -> None:
    load(FIRST, SECOND, THIRD)
    load(gone=("A1",))
    assert found(lake) == [("A3", "A2")]
    load(gone=("A3",))
    assert found(lake) == []


def test_a_newer_version_of_the_rules_replaces_the_rows(lake, load) -> None:
    load(FIRST, SECOND)
    load(FIRST, SECOND, version="2")
    assert found(lake) == [("A2", "A1")]


def test_an_article_without_a_date_is_the_reprint_and_of_one_day_the_shorter(lake, load) -> None:
    load(("A1", None, (1,)), ("A2", "2026-01-02", (1,)), ("A1234", "2026-01-02", (1,)))
    assert found(lake) == [("A1", "A1234"), ("A2", "A1234")]


def test_texts_with_a_band_in_common_are_compared_unless_their_sketches_are_of_strangers(lake, load) -> None:
    first, near, far, older = "a" * 100, "a" * 20 + "b" * 80, "b" * 100, ""
    load(("A1", "2026-01-01", (1,), first), ("A2", "2026-01-02", (1,), near), ("A3", "2026-01-03", (1,), older))
    assert found(lake) == [("A2", "A1"), ("A3", "A1")]
    load(("A4", "2026-01-04", (1,), "c" * 100), ("B1", "2026-01-05", (1,), first), gone=("A3",))
    assert found(lake) == [("A2", "A1")]
    load(("A5", "2026-01-05", (1,), far))
    assert found(lake) == [("A2", "A1"), ("A5", "A2")]
