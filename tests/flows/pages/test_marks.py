from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flows.pages.marks import Piece, by_line, line_spans, piece, shown_span, tokens
from transforms.aligned import AlignedText, Span

TEXT = "破案12起。\r\n\n同比上升5%!\n完"
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9)).map(lambda at: Span(at[0], min(at[0] + at[1], len(TEXT))))


def written(text: str, pieces: list[Piece]) -> tuple[str, dict[str, str]]:
    """The text that the tokens give, and what of it stands within each mark; fails where marks do not nest."""
    lines = line_spans(text)
    shown, within, around = "", dict.fromkeys((each.reference for each in pieces), ""), list[str]()
    for line, cut in zip(lines, by_line(lines, pieces), strict=True):
        for token in tokens(text, line, cut):
            if token.opens:
                around.append(token.opens.reference)
            elif token.closes:
                assert around.pop() == token.closes.reference
            shown += token.text
            for name in around:
                within[name] += token.text
        assert not around
    return shown, within


@given(st.lists(SPANS, max_size=8))
def test_marks_nest_and_hold_their_characters_whatever_they_cross(spans: list[Span]) -> None:
    shown, within = written(TEXT, [piece(span, "statistics", str(n), n % 3) for n, span in enumerate(spans)])
    assert shown == TEXT.replace("\r\n\n", "").replace("\n", "")
    for number, span in enumerate(spans):
        assert within[str(number)] == "".join(c for c in TEXT[span.start : span.end] if c not in "\r\n")


def test_a_mark_that_goes_on_says_where_it_begins_and_ends() -> None:
    lines = line_spans("一二\n三四")
    first, second = by_line(lines, [piece(Span(1, 4), "quotations", "q", 0)])
    assert [(each.first, each.last) for each in (*first, *second)] == [(True, False), (False, True)]


def test_long_lines_are_cut() -> None:
    assert [span.end - span.start for span in line_spans("字" * 45_000)] == [20_000, 20_000, 5_000]


def test_a_raw_span_that_no_reader_sees_has_no_mark() -> None:
    text = AlignedText("ab", (3, 9), (4, 10))
    assert shown_span(text, Span(3, 10)) == Span(0, 2)
    assert shown_span(text, Span(4, 9)) is None
