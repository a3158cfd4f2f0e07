"""The words of the pages in both languages: `words.csv`, and from the seeds what people call indicators, offences and other terms."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from transforms.lexicon import table

Language = Literal["zh", "en"]


class Word(NamedTuple):
    """A word or a sentence in both languages; a page shows the one of its language."""

    en: str
    zh: str

    def filled(self, **values: object) -> Word:
        """The sentence with what stands in its braces filled in: words in their language, anything else as it is."""
        en, zh = ({name: _in(value, at) for name, value in values.items()} for at in (0, 1))
        return Word(self.en.format_map(en), self.zh.format_map(zh))

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.en or self.zh)


NOTHING = Word("", "")


def in_language(said: Word, language: Language) -> str:
    """What a page of this language shows."""
    return said.zh if language == "zh" else said.en


def _in(value: object, language: int) -> object:
    return value[language] if isinstance(value, Word) else value


@cache
def words() -> Mapping[str, Word]:
    """The words of the pages by their keys."""
    with Path(__file__).with_name("words.csv").open(encoding="utf-8", newline="") as file:
        return {row["key"]: Word(row["en"], row["zh"]) for row in csv.DictReader(file)}


def word(key: str, **values: object) -> Word:
    """The word or sentence of a key of `words.csv`; KeyError where there is none."""
    found = words()[key]
    return found.filled(**values) if values else found


@cache
def _terms() -> Mapping[str, Mapping[str, Word]]:
    found: dict[str, dict[str, Word]] = {}
    for row in table("terms"):
        found.setdefault(row["vocabulary"], {})[row["term"]] = Word(row["label_en"], row["label_zh"])
    for vocabulary in ("indicator", "offence"):
        found[vocabulary] = {row[vocabulary]: Word(row["label_en"], row["label_zh"]) for row in table(f"{vocabulary}s")}
    return found


def terms(vocabulary: str) -> Mapping[str, Word]:
    """What people call the terms of a vocabulary, in the order of the seeds."""
    return _terms()[vocabulary]


def term(vocabulary: str, name: str | None) -> Word:
    """What people call a term; one that nobody named stands for itself."""
    if not name:
        return NOTHING
    return terms(vocabulary).get(name) or Word(name.replace("_", " "), name.replace("_", " "))


def reason(name: str) -> Word:
    """Why a part of a page is not the article."""
    return words().get(name) or Word(name.replace("_", " "), name.replace("_", " "))


def check(rule: str) -> Word:
    """What a check compares."""
    return reason(f"check_{rule}") if f"check_{rule}" in words() else reason(rule)


_LIMITS = {"over": "超", "under": "不到", "about": "约", "at least": "至少", "at most": "至多"}


def figured(said: str) -> Word:
    """The numbers of a finding, with how they were rounded and where they are limits: `97.5%（四舍五入）`, `至多12位`."""
    number, _, how = said.rpartition(", ")
    rounded = how in ("rounded", "truncated")
    shown = f"{number}（{words()[how].zh}）" if rounded else said
    limit = next((each for each in _LIMITS if shown.startswith(f"{each} ")), "")
    return Word(said, _LIMITS[limit] + shown[len(limit) + 1 :] if limit else shown)
