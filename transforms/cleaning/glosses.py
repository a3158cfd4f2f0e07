"""Pinyin in brackets behind Han characters, 陽(yáng), as some sites set it through their whole text: recognised and taken out."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from transforms.aligned import AlignedText, Span
from transforms.lexicon import table
from transforms.patterns import seldom

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# What may stand in the brackets: letters, tone marks (whole, apart or broken), tone numbers; at least one plain letter.
_GLOSS = re.compile(rf"\((?<=[{_HAN}]\()\s*((?=[^()]*[a-zü])[^(){_HAN}\sA-Z,;:!/+%、。“”-]{{1,8}})\s*\)")
_SYLLABLE = seldom(
    "(?:[bpm]|f|[dtnl]|[gkh]|[jqx]|[zcs]h?|r|[yw])?"
    "(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|io|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve)"
)
# What is left of a gloss whose first half was swallowed, as in 域?qū)嵭?; only ever toned.
_STUMP = re.compile(r"\?([a-zü]*[\u00e0-\u01dc][a-z\u0300-\u030c]*)\)")
_TONE_MARKS = seldom("[\u0300-\u030f]")


def unglossed(text: AlignedText) -> AlignedText:
    """The text (folded) without pinyin glosses. Brackets that hold anything else stay."""
    found = (match for match in _GLOSS.finditer(text.text) if _is_gloss(text.text[match.start() - 1], match[1]))
    return text.without([Span(match.start(), _past_space(text.text, match.end())) for match in found])


def _past_space(text: str, end: int) -> int:
    """Past the one space that some machines set behind a gloss: 萬(wan) 件."""
    return end + 1 if _SPACED.match(text, end) else end


_SPACED = seldom(rf" (?=[{_HAN},、。:;!?”])")


def without_stumps(text: AlignedText) -> AlignedText:
    """The text without what is left of glosses whose first half was swallowed: 域?qū)嵭 is 域嵭."""
    return text.without([Span(*match.span()) for match in _STUMP.finditer(text.text)])


def is_glossed(text: str) -> bool:
    """Whether the text carries a gloss with its tone mark: the mark of the machine that sets them, and damages text on its way."""
    return _STUMP.search(text) is not None or any(_toned(match[1]) for match in _GLOSS.finditer(text))


def toneless(pinyin: str) -> str:
    """Pinyin in plain letters: lü is `lv`."""
    apart = unicodedata.normalize("NFD", pinyin).replace("u\u0308", "v")
    return _TONE_MARKS.sub("", apart)


@cache
def all_readings() -> dict[str, frozenset[str]]:
    """The toned pinyin readings of each traditional character."""
    return {row["character"]: frozenset(row["readings"].split()) for row in table("readings")}


@lru_cache(4096)  # a page that has them has them again and again
def _is_gloss(character: str, inside: str) -> bool:
    plain = toneless(inside).rstrip("12345")
    if _toned(inside):
        return _SYLLABLE.fullmatch(plain) is not None
    return any(_may_be(plain, toneless(reading)) for reading in all_readings().get(character, ()))


def _toned(inside: str) -> bool:
    return any("\u00e0" <= letter <= "\u01dc" or "\u0300" <= letter <= "\u030c" for letter in inside) and inside.islower()


def _may_be(written: str, syllable: str) -> bool:
    """Whether the letters are the syllable, whole or with its toned vowel broken into other characters (y?ng, y¨¢ng for yáng)."""
    letters = re.sub(r"[^a-z]+", ".{1,2}", written)
    return re.fullmatch(letters, syllable) is not None
