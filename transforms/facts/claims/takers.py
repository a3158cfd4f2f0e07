"""What takes a counted noun that is too short to tell itself, or has it: 购买〔三套〕房产, 国土部门〔两名〕干部."""

from __future__ import annotations

from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Given
from transforms.facts.claims.objects import PEOPLE, SIZES
from transforms.facts.persons.names import is_name
from transforms.facts.phrases import Phrase
from transforms.lexicon import words

_SHORT = 4
_SHARE = 4 / 3  # of a noun's length at most, so that the noun stays the greater part of the name
_NO_TAKERS = frozenset(words("claim_words", "word", **{"class": "no_taker"}))


def taken(given: Given, phrase: Phrase, noun: str) -> str:
    """The verb that takes a short noun, or the noun that it is of, right before its number; empty where nothing does."""
    before = given.right_before
    if before is None or len(noun) > _SHORT or "的" in noun or given.number.unit in SIZES or before.text in _NO_TAKERS:
        return ""
    told = _owner(given, before) if before.code != "X" else _bare(before) if _takes(before, phrase) else ""
    return told if len(told) <= len(noun) * _SHARE else ""


def _bare(verb: Chunk) -> str:
    """The text of a verb without what is glued to it: (却)管, 出(过)."""
    return verb.text.lstrip(_MERELY).rstrip("过了")


def _takes(verb: Chunk, phrase: Phrase) -> bool:
    """Whether a verb that we do not know takes things, or harms people: 对比〔十万枚〕指纹, 杀害〔11名〕女性."""
    thing = phrase.chunks[-1]
    fits = (thing.code != "X" or verb.text in _OF_DEEDS) and thing.word.noun not in PEOPLE
    return fits and len(verb.text) < _SHORT and not verb.text.endswith(_STANDING)


_OF_DEEDS = frozenset({"提出", "面临", "作出", "发出", "提起", "编列", "受到", "遭到", "遭受"})  # 提出〔3项〕要求
_MERELY = "却又还只仅就才都也再已曾"
_STANDING = ("有", "着", "为", "是", "到", "给", "于", "成")


def _owner(given: Given, noun: Chunk) -> str:
    """The noun that has the counted, right before the number and in no list: 沿河〔27个〕村屯."""
    beside = given.sentence.chunks[given.at - 1] is noun and "J" not in given.left
    return noun.text if beside and len(noun.text) > 1 and _may_own(noun) else ""


def _may_own(noun: Chunk) -> bool:
    """Whether a noun can have something: no people, no word of place or order, nobody's name."""
    told = noun.code in "NH" and noun.word.noun not in PEOPLE and noun.text not in _NO_TAKERS
    return told and (noun.code == "H" or not is_name(noun.text))
