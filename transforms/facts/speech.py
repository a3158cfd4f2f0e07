"""The verbs of saying, where a text uses them as such (说, and not 小说; 称, and not 职称)."""

from __future__ import annotations

import re
from functools import cache

from transforms.lexicon import words

_NOT_BEFORE = "职名号俗简统堪人被小慰学请访"
_SINGLE = rf"(?<![{_NOT_BEFORE}])[{{letters}}](?=[,。:;!?“…\s道着了起完过]|\Z)"
_OBJECT = re.compile(r"[道着了]?(?:记者|大家|[他她我]们?)?[,:]?\Z")


@cache
def says() -> re.Pattern[str]:
    """A verb of saying."""
    return re.compile(_verb())


def leads_in(text: str) -> bool:
    """Whether a text ends in a verb of saying that leads straight to what is said (他告诉记者:)."""
    bare = _OBJECT.sub("", text)
    return bare.endswith(_verbs()) and not bare.endswith(_nouns())


@cache
def told_behind() -> re.Pattern[str]:
    """A verb of saying that nothing but its object follows."""
    return re.compile(rf"(?:{_verb()})(?:道|着|了|完|起|来)?(?:[,。;:!?…]|\Z|记者|本报|大家|他|她|我)")


@cache
def voices_behind() -> re.Pattern[str]:
    """What follows several voices: more of them, and that people say so."""
    return re.compile(rf"(?:、?“[^“”]*”)*(?:…+|,?[^“”。]{{0,30}}(?:{_verb()}|留言|评论|议论|你一言我一语|纷纷))")


def _verb() -> str:
    """Verbs of several letters wherever they stand, those of one only before what is said or the end of the clause."""
    longer = "|".join(verb for verb in _verbs() if len(verb) > 1)
    return longer + "|" + _SINGLE.format(letters="".join(verb for verb in _verbs() if len(verb) == 1))


@cache
def _verbs() -> tuple[str, ...]:
    return words("name_followers", "word", **{"class": "say"})


@cache
def _nouns() -> tuple[str, ...]:
    """Nouns that end in one of the verbs of one letter (职称, 小说)."""
    return tuple(before + verb for before in _NOT_BEFORE for verb in _verbs() if len(verb) == 1)
