from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warehouse.edtf import days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-06-25", "2022-06-25", "2022-06-25"),
        ("2022-06-25T20:15", "2022-06-25", "2022-06-25"),
        ("2022-06-25/2022-09", "2022-06-25", "2022-09-30"),
        ("2012/..", "2012-01-01", None),
        ("../2012", None, "2012-12-31"),
        ("2022~", "2022-01-01", "2022-12-31"),
        ("2022-34", "2022-04-01", "2022-06-30"),
        ("2022-40", "2022-01-01", "2022-06-30"),
        ("2022-22", "2022-01-01", "2022-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("2022-03-XX", "2022-03-01", "2022-03-31"),
        ("XXXX-07-29T20", None, None),
        ("2022-02-30", None, None),
        ("2022-13", None, None),
        ("0000", None, None),
        ("", None, None),
        (None, None, None),
        ("春天", None, None),
    ],
)
def test_days(edtf, first, last) -> None:
    assert days(edtf) == tuple(part and date.fromisoformat(part) for part in (first, last))


@given(st.text(alphabet="0123456789X-/.T~?", max_size=24))
def test_any_text_is_taken_and_days_come_in_order(edtf: str) -> None:
    first, last = days(edtf)
    if first and last and "/" not in edtf:
        assert first <= last
