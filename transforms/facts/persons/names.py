"""Names of persons: where one stands, how long it is, and how sure that is.

A Chinese name is a surname and one or two more characters; nothing but what follows tells 民警董强用手电 from 民警董强勇用手电. So each
length is scored: by how much likelier its characters are in names than elsewhere (`seeds/name_characters.csv`), by whether it ends
where a word ends, by what follows, and by whether the text has it elsewhere. Names of other peoples are read as runs of the
characters that write them (阿旺丹增, 艾力·吾买尔江).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

import rjieba

from transforms.lexicon import table, words
from transforms.patterns import seldom

SURE = 3.5
LIKELY = 0.6

_HAN = "\u4e00-\u9fff"
_NEVER_IN_NAMES = (0.0, -4.0, -4.0)
_TWO = -2.0  # names of two characters are rarer than those of three
_CROSSED = -2.0  # a word goes on behind the end
_WORD = -3.0  # the name begins with a word of the language
_LONGER_WORD = -4.0  # or is but the beginning of one
_RECURS = 3.0
_ENDED = 2.0  # a mark or a post stands behind
_FULL = 3  # characters of a full name
_NEAR = 3000  # characters within which a name is looked for again
_WINDOW = 10
_LONGEST_RUN = 8
_CERTAIN = 20.0
_CUT_SHORT = 3.0
_HOPELESS = -5.0
_NO_WORD = ("", "")
_SPREAD = seldom(rf"([{_HAN}])[ \u3000]([{_HAN}])(?![{_HAN}])")
_SAID = seldom("[说称][,:“。]")  # 张敏|说, and not 张敏说
_HANS = re.compile(rf"[{_HAN}]+")
_DOTTED = seldom(rf"[{_HAN}]{{1,7}}(?:·[{_HAN}]{{1,8}}){{1,3}}")


class Name(NamedTuple):
    """A name that ends before `end`: its characters without spaces, and how sure it is (see `SURE` and `LIKELY`)."""

    end: int
    text: str
    score: float


def may_open(text: str, start: int) -> bool:
    """Whether a name can begin at `start`, by its first character."""
    return text[start : start + 1] in _openings()


def may_follow(text: str, at: int) -> bool:
    """Whether a name, with its post if that stands behind it, can end before `at`: a mark stands there, or a word that follows names."""
    return not "\u4e00" <= text[at : at + 1] <= "\u9fff" or _begins_follower(text, at)


def read_name(text: str, start: int) -> Name | None:
    """The likeliest name that begins at `start`; None where none can."""
    if not may_open(text, start):
        return None
    foreign = list(_foreign(text, start))
    run = max((name.end for name in foreign), default=start)
    found = [*foreign, *(_beside(name, run) for name in _chinese(text, start))]
    if not found or _is_other(max(found).text):
        return None
    return max((name for name in found if not _is_other(name.text)), key=lambda name: name.score)


def name_until(text: str, start: int, end: int) -> Name | None:
    """The name that fills `start` to before `end`, where what stands there says that it ends so (刘洋|副局长); None where none can."""
    name = text[start:end]
    family = surname(name)
    if "·" in name or family is None:
        found = read_name(text, start)
        return found if found and found.end == end else None
    shape = _characters(family, name)
    if shape <= _HOPELESS or _is_other(name):
        return None
    return Name(end, name, shape + _its_words(name, _edges(name)[0]) + _ENDED + _recurrence(text, start, end - start))


def _beside(name: Name, run: int) -> Name:
    """A name that is but the beginning of a run of foreign characters (古丽娜 of 古丽娜尔) is less likely than the run."""
    return name._replace(score=name.score - _CUT_SHORT) if name.end < run else name


def recurring_name(text: str, start: int) -> Name | None:
    """A name whose surname no list has (扇, 字): its characters are those of names, and the text has it again before something else."""
    name = text[start : start + _FULL]
    shape = _characters(name[:1], name)
    if shape < LIKELY or _is_other(name) or not _recurrence(text, start, _FULL):
        return None
    score = shape + _surroundings(text, start, _FULL, _edges(text[start : start + _WINDOW]))
    return Name(start + _FULL, name, score) if score > LIKELY else None


def is_name(text: str) -> bool:
    """Whether a text that stands where only names do (behind 记者, behind 编辑:) can be one."""
    if "·" in text:
        return _DOTTED.fullmatch(text) is not None
    if not 2 <= len(text) <= 4 or not _HANS.fullmatch(text) or _is_other(text):
        return False
    return surname(text) is not None or all(character in _foreign_characters() for character in text)


def likeness(name: str) -> float:
    """How much likelier the characters of a name are in names than elsewhere; that of names written without a Chinese surname is 0."""
    family = surname(name)
    return _characters(family, name) if family else 0.0


def surname(text: str) -> str | None:
    """The surname that a text begins with, where a name of its length can have it."""
    compound, single = text[:2], text[:1]
    if compound in _surnames() and 2 < len(text) <= 4:
        return compound
    return single if single in _surnames() and 1 < len(text) <= 3 else None


def _chinese(text: str, start: int) -> Iterator[Name]:
    """The names of two and three characters (or three and four, by the surname) that may begin there."""
    spread = _SPREAD.match(text, start) if text[start + 1 : start + 2].isspace() else None
    if spread and spread[1] in _surnames():
        yield Name(spread.end(), spread[1] + spread[2], SURE)
        return
    compound = text[start : start + 2] in _surnames()
    family = text[start : start + 2] if compound else text[start]
    if family not in _surnames():
        return
    shapes = [
        (length, _characters(family, text[start : start + length]))
        for length in (len(family) + 1, len(family) + 2)
        if length == len(family) + 1 or not _SAID.match(text, start + length - 1)
    ]
    hopeful = [shape for shape in shapes if shape[1] > _HOPELESS]
    edges = _edges(text[start : start + _WINDOW]) if hopeful else {}
    for length, shape in hopeful:
        score = shape + _surroundings(text, start, length, edges)
        yield Name(start + length, text[start : start + length], score + _recurrence(text, start, length) * (score < SURE + 2))


def _characters(family: str, name: str) -> float:
    """How much likelier the characters are in a name; hopeless where one of them is no Han character."""
    if not _HANS.fullmatch(name) or len(name) == len(family):
        return 2 * _HOPELESS
    weights = _weights()
    weight = weights.get(family, _NEVER_IN_NAMES)[0] if len(family) == 1 else 3.0
    middle = weights.get(name[-2], _NEVER_IN_NAMES)[1] if len(name) > len(family) + 1 else _TWO
    return weight + middle + weights.get(name[-1], _NEVER_IN_NAMES)[2]


def _surroundings(text: str, start: int, length: int, edges: dict[int, tuple[str, str]]) -> float:
    """What the words around say: that one begins behind the name, which one, and that the name is no word itself."""
    score = _its_words(text[start : start + length], edges[0])
    if length in edges:
        return score + _follower(text, start + length, edges[length])
    return score + _CROSSED + _follower(text, start + length, _NO_WORD)


def _its_words(name: str, first: tuple[str, str]) -> float:
    """What the first word says against the name: that it is one of the language, or but the beginning of one."""
    word, tag = first
    if len(word) < 2 or tag.startswith("nr"):
        return 0.0
    return _LONGER_WORD if len(word) > len(name) else _WORD


def _edges(window: str) -> dict[int, tuple[str, str]]:
    """Each word of the window with its part of speech, by where it begins; an empty one behind the last."""
    found, at = {}, 0
    for word, tag in rjieba.tag(window, False):
        found[at] = (word, tag)
        at += len(word)
    found[at] = ("", "x")
    return found


def _follower(text: str, at: int, word: tuple[str, str]) -> float:
    """How well a name goes before what follows: marks and verbs well, a noun less, 着 and 了 not at all."""
    following = text[at : at + 1]
    if not "\u4e00" <= following <= "\u9fff":
        return _ENDED
    if following in _never_follow():
        return -3.0
    if _begins_follower(text, at):
        return 2.5
    return _by_tag(*word)


def _by_tag(word: str, tag: str) -> float:
    long = len(word) > 1
    if tag[:1] in "vd":
        return 1.5 if long else 0.5
    if tag[:1] in "pcu":
        return 0.5
    if tag[:1] in "rtmfali":
        return 1.0 if long else -0.5
    return -0.5 if long else -1.0


def _recurrence(text: str, start: int, length: int) -> float:
    """Whether the text nearby has the same characters again before something else."""
    name, following = text[start : start + length], text[start + length : start + length + 1]
    low, high = max(0, start - _NEAR), start + _NEAR
    for at in (text.find(name, start + length, high), text.rfind(name, low, start)):
        if at >= 0 and text[at + length : at + length + 1] != following:
            return _RECURS + _begins_follower(text, at + length)
    return 0.0


def _foreign(text: str, start: int) -> Iterator[Name]:
    """Names with dots between their parts, and runs of characters that write foreign sounds."""
    dotted = _DOTTED.match(text, start) if "·" in text[start : start + _WINDOW] else None
    if dotted:
        end = _foreign_end(text, dotted[0].rfind("·") + start + 1, dotted.end())
        yield Name(end, text[start:end], _CERTAIN)
        return
    end = start
    while end < start + _LONGEST_RUN and text[end : end + 1] in _foreign_characters():
        end += 1
    while end > start and _begins_follower(text, end - 1):
        end -= 1
    if end - start >= 4 or (end - start == 3 and text[start] not in _surnames()):
        yield Name(end, text[start:end], SURE + 3 * (end - start - 3))


def _foreign_end(text: str, start: int, limit: int) -> int:
    """Where the last part of a dotted name ends: behind its last foreign character, or before what follows names."""
    end = start + 1
    while end < limit and (text[end] in _foreign_characters() or not _begins_follower(text, end)):
        end += 1
    return end


def _begins_follower(text: str, at: int) -> bool:
    found = _followers().get(text[at : at + 1], ())
    return text.startswith(found, at) if found else False


_PARTS = frozenset("一二三四五六七八九两半近约总全")


def _is_other(name: str) -> bool:
    """Whether what looks like a name is a way to address somebody (王某, 张女士, 赵所长) or a common word."""
    if name[0] == "占" and name[1] in _PARTS:  # 双语调解员|占九成
        return True
    if name in _common() or name[:2] in _common() or name[:2] in _addresses() or "某" in name or "姓" in name:
        return True
    given = name[len(surname(name) or "") :]
    return given in _addresses() or given[:2] in _addresses()


@cache
def _weights() -> dict[str, tuple[float, float, float]]:
    """Each character with how much likelier it is as surname, in the middle and at the end of a name than elsewhere (natural logarithm)."""
    rows = table("name_characters")
    return {row["character"]: (float(row["surname"] or 0), float(row["middle"]), float(row["last"])) for row in rows}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames", "surname"))


@cache
def _foreign_characters() -> frozenset[str]:
    return frozenset(words("foreign_characters", "character"))


@cache
def _openings() -> frozenset[str]:
    return frozenset(name[0] for name in _surnames()) | _foreign_characters()


@cache
def _followers() -> dict[str, tuple[str, ...]]:
    """What may follow a name, by its first letter."""
    found = sorted((*words("name_followers", "word", **{"class": "say"}), *words("name_followers", "word", **{"class": "follow"})))
    return {letter: tuple(group) for letter, group in groupby(found, key=lambda word: word[0])}


@cache
def _never_follow() -> frozenset[str]:
    return frozenset(words("name_followers", "word", **{"class": "never"}))


@cache
def _addresses() -> frozenset[str]:
    return frozenset(words("not_names", "word", **{"class": "address"}))


@cache
def _common() -> frozenset[str]:
    return frozenset(words("not_names", "word", **{"class": "word"}))
