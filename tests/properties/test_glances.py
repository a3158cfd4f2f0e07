"""A glance that spares a rule its patterns sees all that they find."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.facts.nonfacts import plans


@settings(max_examples=2000)
@given(st.one_of(*(st.from_regex(re.compile(lazy.pattern)) for lazy in (plans._PLAN, plans._PLANNED))))
def test_no_plan_is_without_a_word_of_what_is_to_come(text):
    assert plans._TO_COME.search(text)
