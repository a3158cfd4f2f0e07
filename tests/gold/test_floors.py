"""The scores of the gold corpora never fall: `floors.csv` holds what was reached, and `make floors` lifts it."""

import csv
from pathlib import Path

import pytest

from tests.gold.corpora import NAMES, corpus, tally

FLOORS = list(csv.DictReader((Path(__file__).parent / "floors.csv").read_text(encoding="utf-8").splitlines()))


@pytest.fixture(scope="module", params=NAMES)
def scored(request):
    if not any(corpus(request.param)):
        pytest.skip("../shared is absent: the real articles cannot be scored")
    return request.param, tally(request.param).rows()


def test_no_score_is_below_its_floor(scored):
    name, rows = scored
    floors = {row["score"]: float(row["floor"]) for row in FLOORS if row["corpus"] == name}
    assert floors, f"floors.csv has no floor for {name}"
    low = {score: (rows[score], floor) for score, floor in floors.items() if rows[score] < floor}
    assert not low, f"scores below their floors (score, floor): {low}"
