"""Characters that give way to others, one for one: what `str.translate` does, at the cost of a glance where there are none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

_FAR = "\U00010000-\U0010ffff"  # as a range: single characters out there would be compared one by one


class Exchange(NamedTuple):
    """Each character with the one that takes its place, and a pattern that finds them (and the like, on the far planes)."""

    forms: Mapping[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[int, str]) -> Exchange:
        """The exchange that `str.translate` makes with the table."""
        forms = {chr(code): form for code, form in table.items()}
        near = re.escape("".join(character for character in forms if character < _FAR[0]))
        return cls(forms, re.compile(f"[{near}{_FAR if max(forms) >= _FAR[0] else ''}]"))

    def found(self, text: str) -> list[str]:
        """The characters of the text that give way, as often as they stand there."""
        return [character for character in self.pattern.findall(text) if character in self.forms]

    def apply(self, text: str) -> str:
        """The text with the characters exchanged: those last that become what gives way itself, for that stays."""
        for character in sorted(set(self.found(text)), key=lambda each: self.forms[each] in self.forms):
            text = text.replace(character, self.forms[character])
        return text
