"""Characters that give way to others, one for one: what `str.translate` does, at the cost of a glance where there are none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple


class Exchange(NamedTuple):
    """Each character with the one that takes its place, and a pattern that finds them."""

    forms: Mapping[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[int, str]) -> Exchange:
        """The exchange that `str.translate` makes with the table."""
        return cls({chr(code): form for code, form in table.items()}, re.compile(_class(table)))

    def apply(self, text: str) -> str:
        """The text with the characters exchanged: those last that become what gives way itself, for that stays."""
        for character in sorted(set(self.pattern.findall(text)), key=lambda each: self.forms[each] in self.forms):
            text = text.replace(character, self.forms[character])
        return text


def _class(codes: Iterable[int]) -> str:
    """The class of characters with these codes, in ranges: `re` would try single ones beyond the basic plane one after the other."""
    runs = ([code for _, code in run] for _, run in groupby(enumerate(sorted(codes)), key=lambda pair: pair[1] - pair[0]))
    return "[" + "".join(f"{re.escape(chr(run[0]))}-{re.escape(chr(run[-1]))}" for run in runs) + "]"
