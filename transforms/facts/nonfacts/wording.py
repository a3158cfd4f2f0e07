"""What several kinds of such numbers are told by."""

from __future__ import annotations

from transforms.facts.rules import Signs, Units
from transforms.patterns import seldom


def ahead(letters: str) -> Signs:
    """Signs of a number: one of the letters right before it."""
    return frozenset(f"{letter}〔" for letter in letters)


def behind(letters: str) -> Signs:
    """Signs of a number: one of the letters right behind its numeral."""
    return frozenset(f"〕{letter}" for letter in letters)


END = frozenset({"〕"})  # the sign of a number at the end of a text


def after(letters: str) -> Signs:
    """Signs of a number: one of the letters right behind it, with its unit."""
    return frozenset(letters)


ONE = frozenset({"一"})
SMALL = frozenset("一二三四五六七八九十两双")
NONE: Units = frozenset({None})
RUNS: Units = frozenset({"a", "month", "d"})
ENDS = frozenset(",，。;；、")
PER_MEASURE = seldom(r"(?:[克升米元人件]|(?<=\d)m?g)/$")
DIFFERENCE = seldom(r"(?:下降|降低|减少|上升|提高|提升|增长|增加)了?$")
SCORED = seldom(
    r"(?:数字(?:是|为)|[高升增降减][到至]|率|度|得分|指数|分数|分|达|达到|人口|总[数量]|数量|居民|[人户次件]数|面积)(?:约|近|达|超|为|仅为|是|[却就也已只仅]?有)?$"
)
