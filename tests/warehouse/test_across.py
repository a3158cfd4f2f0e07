"""Findings across articles: judged again for what a load touches, and gone with what they compare."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest

from tests.warehouse.given import START, bare, document, rows, statistic
from transforms.checks.across import across
from warehouse.lake import writing
from warehouse.loading import Delivery, Run, commit
from warehouse.staging import stage


@pytest.fixture
def load(lake, tmp_path):
    """Load articles that claim a number of incidents for 2025, each from a file of its own, and take files away."""
    batches = count()

    def carry_out(*claims: str, gone: tuple[str, ...] = ()) -> list[tuple]:
        read = []
        for claim in claims:
            text = f"全年警情{claim}。"
            fact = replace(
                statistic(claim, text), value=Decimal(claim[:-1]), period="2025", place="654325", indicator="incidents", unit="count"
            )
            extraction = replace(bare(text), statistics=(fact,))
            read.append((document(f"{claim}.txt", text), extraction))
        folder = tmp_path / f"staged-{next(batches)}"
        stage(folder, rows(*read, version="1"))
        delivery = Delivery([folder], [f"{name}.txt" for name in (*claims, *gone)], judge=across)
        with writing(lake) as connection:
            commit(connection, Run("run", START, START, 1, 1, 0, "1", "test", "{}"), delivery)
            return connection.execute("SELECT quote, rule, result, expected, stated, len(facts) FROM findings ORDER BY ALL").fetchall()

    return carry_out


def test_findings_follow_what_comes_and_goes(load) -> None:
    alarm = [("964起", "one_claim_two_values", "fails", "942起", "964起", 2)]
    assert load("942起") == []
    assert sorted(finding[0] for finding in load("964起")) in (["942起"], ["964起"])  # of one day the ids decide which is first
    assert load(gone=("942起",)) == []
    assert len(load("942起")) == len(alarm)
    assert len(load("977起")) == 2
    assert load(gone=("942起", "964起", "977起")) == []
