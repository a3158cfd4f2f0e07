"""The words of the pages in English and Chinese: `words.csv`, and the labels of indicators and offences from the seeds."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from transforms.lexicon import table


class Word(NamedTuple):
    """A word in both languages."""

    en: str
    zh: str


@cache
def words() -> dict[str, Word]:
    """The words of the pages by their keys."""
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: Word(row["en"], row["zh"]) for row in csv.DictReader(file)}


def word(key: str) -> Word:
    """The word of a key; a key that nobody translated stands for itself."""
    return words().get(key) or Word(key.replace("_", " "), "")


@cache
def indicators() -> dict[str, Word]:
    """The indicators by their names in the lake, in the order of the seeds."""
    return {row["indicator"]: Word(row["label_en"], row["label_zh"]) for row in table("indicators")}


@cache
def offences() -> dict[str, Word]:
    """The offences by their names in the lake, in the order of the seeds."""
    return {row["offence"]: Word(row["label_en"], row["label_zh"]) for row in table("offences")}
