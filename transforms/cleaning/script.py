"""Traditional script to simplified, one character for one character; and the question which script a text is in."""

from __future__ import annotations

import re
from functools import cache

import opencc
from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.aligned import AlignedText
from transforms.cleaning.characters import Exchange
from transforms.lexicon import table
from transforms.records import Script

_IDEOGRAPHS = "".join(map(chr, range(0x4E00, 0xA000)))


def script_of(text: str) -> Script:
    """The script of a text: traditional where more characters are only traditional than only simplified."""
    traditional = len(_strays().pattern.findall(text))
    return "Hant" if traditional and traditional > len(_only_simplified().findall(text)) else "Hans"


def simplify(text: AlignedText, script: Script) -> AlignedText:
    """The text in simplified script: `Hant` by OpenCC with our mends, `Hans` but for stray characters that are only traditional."""
    return text.rewritten(simplified(text.text) if script == "Hant" else _strays().apply(text.text))


def simplified(text: str) -> str:
    """Traditional text in simplified script, of the same length.

    OpenCC's table for Hong Kong holds that of the mainland and of Taiwan but for their variants; what it lacks stands in
    `seeds/variants.csv`. A line that OpenCC would change in length goes character by character.
    """
    whole = _opencc().convert(text)
    lines = zip(text.split("\n"), whole.split("\n"), strict=True)
    converted = "\n".join(new if len(new) == len(old) else old.translate(_characters()) for old, new in lines)
    return _mended(converted, "always" if "着" in converted else "no_着")


def is_traditional(character: str) -> bool:
    """Whether the character has another form in simplified script and none of its own there."""
    return character in _strays().forms


@cache
def _opencc() -> opencc.OpenCC:
    return opencc.OpenCC("hk2s")


@cache
def _characters() -> dict[int, str]:
    """Each ideograph that a conversion on its own changes."""
    changed = zip(_IDEOGRAPHS, _opencc().convert(_IDEOGRAPHS), strict=True)
    return {ord(old): new for old, new in changed if old != new} | _variants()


def _variants() -> dict[int, str]:
    rows = (row for row in table("variants") if row["when"] == "always" and len(row["variant"]) == 1)
    return {ord(row["variant"]): row["simplified"] for row in rows}


@cache
def _strays() -> Exchange:
    """The characters that no simplified text has on purpose: 滎, but not 乾 (乾隆) or 著."""
    legitimate = set(_encodable("gb2312"))
    return Exchange.of({code: new for code, new in _characters().items() if chr(code) not in legitimate})


@cache
def _only_simplified() -> re.Pattern[str]:
    traditional = set(_encodable("big5"))
    return re.compile("[" + "".join(c for c in _encodable("gb2312") if c not in traditional) + "]")


def _encodable(encoding: str) -> str:
    return _IDEOGRAPHS.encode(encoding, "ignore").decode(encoding)


@cache
def _mends(when: str) -> tuple[AhoCorasick, tuple[str, ...]]:
    rows = [row for row in table("variants") if row["when"] in ("always", when)]
    return AhoCorasick([row["variant"] for row in rows], matchkind=MatchKind.LeftmostLongest), tuple(row["simplified"] for row in rows)


def _mended(text: str, when: str) -> str:
    automaton, forms = _mends(when)
    found = automaton.find_matches_as_indexes(text)
    if not found:
        return text
    edges = [0, *(edge for _, start, end in found for edge in (start, end)), len(text)]
    kept = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return "".join(part for pair in zip(kept, [*(forms[which] for which, _, _ in found), ""], strict=True) for part in pair)
