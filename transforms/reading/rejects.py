"""What can be wrong with a file, in words for the person who put it there."""

from __future__ import annotations

from typing import NamedTuple

from transforms.records import Origin, Reject


class Problem(NamedTuple):
    """Why bytes cannot be read: a code for machines, a message and an advice for people."""

    code: str
    message: str
    advice: str

    def reject(self, origin: Origin) -> Reject:
        """The reject for the file or member at `origin`."""
        return Reject(origin, "reading", self.code, self.message, self.advice)


EMPTY = Problem("empty", "The file holds no text.", "Put the article's text into it, or remove the file from the inbox.")
ENCODING = Problem(
    "encoding",
    "The bytes are Chinese text in none of UTF-8, UTF-16, GB18030 and Big5, or too many of them are damaged.",
    "Open the file in an editor that shows it rightly, save it as UTF-8, and put it into the inbox again.",
)
TRUNCATED = Problem(
    "truncated",
    "The gzip file ends before its data does, or its data is damaged.",
    "Copy or download the file again; `gzip -t FILE` tells whether it is whole.",
)
NESTED = Problem("nested", "The file is compressed more than three times over.", "Unpack it and put what it holds into the inbox.")


def binary(what: str) -> Problem:
    """The file is no text but `what` (with its article: a PDF document)."""
    return Problem(
        "binary", f"The file is no text but {what}.", "Save the article's text as UTF-8, or as an HTML page, and put that into the inbox."
    )


def too_long(limit: int) -> Problem:
    """The text is longer than `limit` bytes."""
    return Problem(
        "too-long",
        f"The text is longer than {limit // 1_000_000} MB, far more than an article is.",
        "Split it into one file for each article.",
    )


def bomb(ratio: int) -> Problem:
    """The compressed data grows by more than `ratio` times."""
    return Problem(
        "bomb",
        f"The gzip file unpacks to more than {ratio} times its size, as no text does.",
        "Look at what it holds before you unpack it; put the article's text into the inbox as it is.",
    )
