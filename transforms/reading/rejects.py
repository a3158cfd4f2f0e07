"""What can be wrong with a file, in words for the person who put it there."""

from __future__ import annotations

from collections.abc import Iterable
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
NESTED = Problem("nested", "The file is packed too many times over.", "Unpack it and put what it holds into the inbox.")
CUT_OFF = Problem(
    "truncated",
    "The archive ends before its data does: what stands before is read.",
    "Copy or download the file again.",
)
NO_FILE = Problem("not-a-file", "The member is a link or a device, and no file.", "Put the file itself into the archive.")
ENCRYPTED = Problem("encrypted", "The member is encrypted.", "Unpack the archive with its password, and put what it holds into the inbox.")
NO_RECORD = Problem("record", "The line is no JSON object.", "Write one object a line: JSON Lines.")


def binary(what: str) -> Problem:
    """The file is no text but `what` (with its article: a PDF document)."""
    return Problem(
        "binary", f"The file is no text but {what}.", "Save the article's text as UTF-8, or as an HTML page, and put that into the inbox."
    )


def damaged(why: str) -> Problem:
    """The archive or its member cannot be read, or not any further; `why` as the library says it."""
    return Problem(
        "damaged",
        f"The archive is damaged here ({why}): what stands before is read.",
        "Copy or download the file again, or unpack it with another program and put what it holds into the inbox.",
    )


def answered(status: str) -> Problem:
    """The web server answered with a status other than 200."""
    return Problem("status", f"The server answered {status}, and sent no article.", "Nothing, unless the page matters: crawl it again.")


def no_field(fields: Iterable[str]) -> Problem:
    """The record has a text in none of the fields that are known; `fields` are those that it has."""
    found = ", ".join(fields) or "none"
    return Problem(
        "no-text-field",
        f"The record has a text in no field that is known for it. Its fields: {found[:500]}.",
        'Say which field holds the text: SHIZHENG_FIELDS=\'{"text": "NAME"}\', or [fields] in shizheng.toml.',
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
        f"The file unpacks to more than {ratio} times its size, as no text does.",
        "Look at what it holds before you unpack it; put the article's text into the inbox as it is.",
    )
