"""Text from files on its way to people."""

from __future__ import annotations

import re
import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs"})
_NO_CHARACTERS = "\ufffe\uffff"
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def printable(text: str) -> str:
    """The text with control and bidirectional formatting characters written as escapes; line ends and tabs stay."""
    if text.isprintable():
        return text
    return "".join(f"\\u{ord(c):04x}" if _is_hidden(c) else c for c in text)


def in_markdown(text: str) -> str:
    """The text as Markdown that shows just it, on one line: CommonMark lets a backslash stand before any ASCII punctuation."""
    return _PUNCTUATION.sub(r"\\\g<0>", printable(text).replace("\n", "\\n").replace("\t", " "))


def _is_hidden(character: str) -> bool:
    return (unicodedata.category(character) in _HIDDEN and character not in "\n\t") or character in _NO_CHARACTERS
