"""Quotation marks of all shapes as one pair, character for character."""

from __future__ import annotations

import re
from itertools import cycle

from transforms.patterns import seldom

_OTHER = re.compile(r"[\"'‘’『』]")
_SINGLE = seldom(r"‘([^‘’“”\n]{1,40})’")
_TERM = seldom(r"[^,。!?;:]{2,16}")
_STRAIGHT = seldom(r"[\"“”\n]")
_TICKED = seldom(r"(?<![A-Za-z0-9])'([^'“”\n]{1,40})'(?![A-Za-z0-9])")


def with_quotation_marks(text: str) -> str:
    """The text with straight, single and white corner quotation marks as “ and ”, as long as it was.

    Single quotation marks within double ones hold a term where they hold no sentence; else they stay as they are.
    """
    if not _OTHER.search(text):
        return text
    text = text.replace("『", "‘").replace("』", "’")
    text = _straightened(text) if '"' in text else text
    text = _TICKED.sub(r"‘\1’", text) if "'" in text else text
    return _unnested(text)


def _straightened(text: str) -> str:
    """Straight marks turned by pairs; a line end ends a pair."""
    turns = cycle("“”")
    pieces, last = [], 0
    for match in _STRAIGHT.finditer(text):
        if match[0] == '"':
            pieces += [text[last : match.start()], next(turns)]
            last = match.end()
        else:
            turns = cycle("”“" if match[0] == "“" else "“”")
    return "".join([*pieces, text[last:]])


def _unnested(text: str) -> str:
    """Single marks as double ones where they stand in no double ones."""
    return _SINGLE.sub(lambda match: f"“{match[1]}”" if _is_outside(text, match.start()) or _TERM.fullmatch(match[1]) else match[0], text)


def _is_outside(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at)
    return text.rfind("”", line + 1, at) >= text.rfind("“", line + 1, at)
