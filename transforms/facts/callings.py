"""How private people are called in the news: 陈某某, 王女士, 李大爷."""

from __future__ import annotations

from functools import cache

from transforms.lexicon import words
from transforms.patterns import seldom

CALLED = seldom(
    r"[一-鿿](?:女士|小姐|阿姨)|[一-鿿](?:先生|师傅|老板)|[一-鿿](?:大爷|大妈|大娘|大伯|老伯|老汉|老太|阿婆|奶奶|爷爷|婆婆)|[一-鿿]某(?:某|[一-鿿](?=[、等]|$))?(?![村镇乡小公单企酒商超网品学医地处局县市区社街路厂])|[一-鿿](?=姓(?:男子|女子|妇人|老人))姓"
)
"""A surname with what stands for the rest of the name; the first character must be one of `surnames`."""


@cache
def surnames() -> frozenset[str]:
    """The surnames of `seeds/surnames.csv`."""
    return frozenset(words("surnames", "surname"))


def impersonal(text: str) -> str:
    """A text without anonymised people and forms of address: they stay in quotes and stand nowhere else."""
    if _CALLING.isdisjoint(text):
        return text  # as most
    told = CALLED.sub(lambda match: "" if match[0][0] in surnames() else match[0], text)
    return told if told == text else _LEFT_OVER.sub("", told)


_LEFT_OVER = seldom("^[、和与及]*(?:等人?)?|[、和与及]+$")  # (罗某、陈某)等人盗窃车辆
_CALLING = frozenset("士姐姨生傅板爷妈娘伯汉太婆奶某姓")  # letters of which all that `CALLED` finds has one
