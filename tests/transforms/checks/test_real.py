"""What adds up in the real articles is found; that nothing in them is called wrong is tested with the clean articles."""

import pytest

from tests.gold.corpora import SHARED
from tests.transforms.checks.given import extractions

pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SHARED.exists(), reason="no ../shared")]


def test_the_arithmetic_of_003_is_found():
    ((raw, extraction),) = extractions(next((SHARED / "articles").glob("003_*.txt")))
    found = {tuple(raw[start:end] for start, end in finding.facts): (finding.result, finding.expected) for finding in extraction.findings}
    assert found == {
        ("28个", "8个", "10个", "5个", "5个"): ("holds", "28个"),
        ("95.74%", "47个"): ("holds", "45/47 = 95.74%"),
        ("100%", "47个"): ("holds", "47/47 = 100%"),
        ("93.62%", "47个"): ("holds", "44/47 = 93.62%"),
        ("52.9%", "7985件", "2765件"): ("holds", "52.97%"),
        ("171.7%", "2139份", "1352份"): ("holds", "171.79%"),
    }
