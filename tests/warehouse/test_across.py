"""Findings across articles: judged again for what a load touches, and gone with what they compare."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from tests.warehouse.given import START, bare, document, rows, statistic
from transforms.checks.across import across
from transforms.records import Statistic
from warehouse.lake import writing
from warehouse.loading import Delivery, Run, commit
from warehouse.staging import stage


def about_incidents(fact: Statistic) -> Statistic:
    return fact._replace(metric="警情", indicator="incidents", period="2025")


@pytest.fixture
def load(lake, tmp_path):
    """Load articles that claim a number of incidents for 2025, each from a file of its own, and take files away."""
    batches = count()

    def carry_out(*claims: str, gone: tuple[str, ...] = ()) -> list[tuple]:
        read = []
        for claim in claims:
            text = f"全年警情{claim}。"
            first, *others = (statistic(part, text) for part in claim.split("、"))
            facts = (about_incidents(first), *(other._replace(metric="事故", indicator="accidents", period="2025") for other in others))
            extraction = replace(bare(text), statistics=facts)
            read.append((document(f"{claim}.txt", text), extraction))
        folder = tmp_path / f"staged-{next(batches)}"
        stage(folder, rows(*read, version="1"))
        delivery = Delivery([folder], [f"{name}.txt" for name in (*claims, *gone)], judge=across)
        with writing(lake) as connection:
            commit(connection, Run("run", START, START, 1, 1, 0, "1", "test", "{}"), delivery)
            return connection.execute("SELECT quote, rule, result, expected, stated, len(facts) FROM findings ORDER BY ALL").fetchall()

    return carry_out


def test_findings_follow_what_comes_and_goes(load) -> None:
    alarm = ("one_claim_two_values", "fails", 2)
    assert load("942起") == []
    assert [(rule, result, facts) for _, rule, result, *_, facts in load("964起")] == [alarm]
    assert load(gone=("942起",)) == []
    assert len(load("942起")) == 1
    assert len(load("977起")) == 2
    assert load(gone=("942起", "964起", "977起")) == []


def test_articles_that_state_each_others_numbers_do_not_contradict(load) -> None:
    assert load("942起、964起", "964起、942起") == []
    assert len(load("977起")) > 0
