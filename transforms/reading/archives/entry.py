"""What an archive gives: an entry for each thing that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from transforms.reading.rejects import Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """What an archive holds at one place.

    `member` is its name there and `offset` the byte at which it begins, as far as the format has them; `content` is a page (the bytes of a
    text, an HTML page or an archive) or a record (a JSON object), or says why it cannot be read.
    """

    member: str | None
    offset: int | None
    content: bytes | Problem
    form: Literal["page", "record"] = "page"

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return 0 if isinstance(self.content, Problem) else len(self.content)


def passed_over(name: str) -> bool:
    """Whether a member is none of the articles: hidden, left by an operating system, or about the archive; as in a folder."""
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    return not parts or parts[-1] == "README.md" or any(part.startswith(".") or part == "__MACOSX" for part in parts)


def written(name: bytes) -> str:
    """The name of a member as text; bytes that are no UTF-8 are written as escapes."""
    return name.decode("utf-8", "backslashreplace")
