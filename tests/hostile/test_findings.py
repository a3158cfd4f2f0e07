"""What fuzzing found once, it finds no more: each input in `tests/fuzz/findings` is tried on the target that it broke."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.limits import within
from tests.fuzz.targets import TARGETS

FINDINGS = sorted((Path(__file__).parents[1] / "fuzz" / "findings").iterdir())


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: finding.name[:24])
def test_a_finding_stays_mended(finding: Path) -> None:
    with within(20):
        TARGETS[finding.name.split("-")[0]](finding.read_bytes())


def test_there_are_findings() -> None:
    assert FINDINGS
