import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.aligned import AlignedText, Span


def test_deletion_keeps_each_character_at_its_raw_place():
    text = AlignedText.identity("山陽(yáng)公安").without([Span(2, 8)])
    assert text.text == "山陽公安"
    assert text.raw_span(2, 4) == Span(8, 10)
    assert text.raw_span(1, 3) == Span(1, 9)


def test_a_replacement_of_another_length_stands_for_the_whole_match():
    text = AlignedText.identity("a&amp;b").substituted(re.compile("&amp;"), lambda _: "&")
    assert text.text == "a&b"
    assert text.raw_span(1, 2) == Span(1, 6)


def test_a_rewriting_of_another_length_is_refused():
    with pytest.raises(ValueError, match="cannot stand for"):
        AlignedText.identity("ab").rewritten("abc")


def test_an_empty_range_has_no_raw_span():
    with pytest.raises(ValueError, match="no characters"):
        AlignedText.identity("ab").raw_span(1, 1)


@given(st.text(max_size=60), st.data())
def test_deletions_commute_with_reading_the_raw_text(raw, data):
    edges = sorted(data.draw(st.sets(st.integers(0, len(raw)), max_size=8)))
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    text = AlignedText.identity(raw).without(spans)
    assert text.text == "".join(c for i, c in enumerate(raw) if not any(s.start <= i < s.end for s in spans))
    for i, char in enumerate(text.text):
        span = text.raw_span(i, i + 1)
        assert raw[span.start : span.end] == char


@given(st.text(alphabet="a\r\n\u2028b", max_size=30))
def test_the_lines_are_those_of_the_text_bare_of_white_space(raw):
    lines = AlignedText.identity(raw).lines()
    assert [raw[line.start : line.end] for line in lines] == [line.strip() for line in re.split(r"[\r\n]", raw) if line.strip()]


def test_spans_in_lines_keep_their_raw_places_and_a_line_feed_stands_for_nothing():
    text = AlignedText.identity("导航公安局 破案正文").in_lines([[Span(2, 5)], [Span(6, 8), Span(8, 10)]])
    assert text.text == "公安局\n破案正文"
    assert text.raw_span(4, 8) == Span(6, 10)
    assert text.raw_span(3, 4) == Span(5, 5)


@pytest.mark.parametrize("size", [0, 1, 8191, 8192, 8193])
def test_each_character_of_a_raw_text_stands_for_itself_however_long_it_is(size):
    text = AlignedText.identity("警" * size)
    assert (text.starts.tolist(), text.ends.tolist()) == ([*range(size)], [*range(1, size + 1)])
