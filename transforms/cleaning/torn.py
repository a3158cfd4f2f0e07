"""Lines torn in mid-sentence: newspaper columns and hard-wrapped text, where the next line goes on with the sentence or the word."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from transforms.cleaning.lines import ends_a_sentence, is_marked_heading, is_prose

_PAIRS = (("“", "”"), ("‘", "’"), ("(", ")"), ("《", "》"), ("【", "】"))
_NEW_ITEM = re.compile(r"^(?:[一二三四五六七八九十]是|其[一二三四五六七八九十]|首先|其次|再次|此外|同时|问:|答:|记者:)")
_NEVER_FIRST = tuple(",。、;!?”’)》")
_LONG = 45
_LONG_ENOUGH_FOR_A_WORD = 12
_WINDOW = 6


def continues(before: str, after: str, width: int | None) -> bool:
    """Whether a line goes on with the sentence that the line before it leaves open; neither is metadata.

    `width` is that of the lines where the page is hard-wrapped: a full line without an end goes on.
    """
    if after[:1] in _NEVER_FIRST:
        return True
    if ends_a_sentence(before) or before.endswith((":", "——")) or _NEW_ITEM.match(after) or any(map(is_marked_heading, (before, after))):
        return False
    full = width is not None and len(before) >= width - 3
    if full or _is_open(before) or before.endswith((",", "、")):
        return True
    if is_prose(after) and ("。" in before or (len(before) >= _LONG and "," in before)):
        return True
    return len(before) >= _LONG_ENOUGH_FOR_A_WORD and _word_across(before, after)


def wrap_width(lengths: Sequence[int]) -> int | None:
    """The width at which a page is hard-wrapped: most of its lines are as long as the longest; None where it is not."""
    longest = max(lengths, default=0)
    full = sum(length >= longest - 3 for length in lengths)
    return longest if 15 <= longest <= 60 and full >= 6 and 2 * full >= len(lengths) else None


def _is_open(text: str) -> bool:
    """Whether a quotation or bracket opens and does not close."""
    return any(text.rfind(opening) > text.rfind(closing) for opening, closing in _PAIRS)


def _word_across(before: str, after: str) -> bool:
    """Whether the dictionary has a word that begins at the end of one line and ends at the start of the next."""
    left, right = before[-_WINDOW:], after[:_WINDOW]
    at = 0
    for word in rjieba.cut(left + right, False):
        if at < len(left) < at + len(word):
            return True
        at += len(word)
    return False
