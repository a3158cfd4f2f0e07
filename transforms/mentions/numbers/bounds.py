"""Whether a number is exact: words before and behind it that bound it (近, 约, 超, 余, 以上)."""

from __future__ import annotations

from functools import cache

from transforms.lexicon import table
from transforms.mentions.numbers.model import NumberHit
from transforms.patterns import seldom
from transforms.records import Bound

_SPOILT_BEFORE = {
    "近": "附最临靠邻就将接",
    "约": "预节特签条合公契",
    "上": "",
    "过": "通经超不胜",
    "破": "侦突",
    "超": "商",
    "多": "",
    "小": "大从最缩幼中弱老",
    "大约": "扩放增加",
}
_FULL_OR_SCANT: dict[str, Bound] = {"强": "over", "弱": "under"}
_SPELLS = frozenset({"a", "month", "wk", "d", "h"})  # 小半年, 小一周: not quite
_ROUND_ONLY = frozenset({"上", "过", "破", "多"})


@cache
def bounds(side: str) -> dict[str, Bound]:
    """The words that bound a number from one side (`seeds/bounds.csv`: `before` or `after` it), each with its bound."""
    return {row["word"]: row["bound"] for row in table("bounds") if row["side"] == side}  # type: ignore[misc]


@cache
def _reach(side: str) -> tuple[int, ...]:
    """The lengths to try, longest first."""
    return tuple(sorted({len(word) for word in bounds(side)}, reverse=True))


@cache
def _edges(side: str) -> frozenset[str]:
    """The characters next to a number that bounding words on that side have: most numbers have none of them."""
    return frozenset(word[0] if side == "after" else word[-1] for word in bounds(side))


def bounded_after(text: str, hit: NumberHit) -> NumberHit:
    """The number with the bounding word behind it, if there is one: 30名〔以上〕, 12000〔余〕起; a share may be 三分之一〔强〕."""
    if text[hit.end : hit.end + 1] in _FULL_OR_SCANT and hit.unit in {"ratio", "percent"} and not text[hit.end + 1 : hit.end + 2].isalpha():
        return hit._replace(end=hit.end + 1, bound=_FULL_OR_SCANT[text[hit.end]])
    at = hit.end + 3 if text.startswith("(含)", hit.end) else hit.end
    if text[at : at + 1] not in _edges("after"):
        return hit
    for length in _reach("after"):
        bound = bounds("after").get(text[at : at + length]) if at + length <= len(text) else None
        if bound and not (length == 1 and hit.unit in {None, "count"}) and text[at : at + length + 1] not in {"以下简", "内容", "内部"}:
            return hit._replace(end=at + length, bound=bound if hit.bound == "exact" else hit.bound)
    return hit


def bounded_before(text: str, hit: NumberHit) -> NumberHit:
    """The number with the bounding word before it, if there is one: 〔近〕3000户, 〔不到〕3分钟."""
    end = hit.start - (text[hit.start - 1 : hit.start] == " ")
    if text[end - 1 : end] not in _edges("before"):
        return hit
    for length in _reach("before"):
        word = text[end - length : end] if end >= length else ""
        bound = bounds("before").get(word)
        if bound and not _spoilt(text, end - length, word, hit):
            return hit._replace(start=end - length, bound=hit.bound if bound == "exact" or hit.bound == "over" else bound)
    return hit


def _spoilt(text: str, at: int, word: str, hit: NumberHit) -> bool:
    """Whether the bounding word is the end of another word (附近, 通过), or bounds round numbers only (上百, 过万)."""
    if word == "小" and (hit.unit not in _SPELLS or text[hit.numeral_start].isascii()):
        return True
    if word in _ROUND_ONLY and text[hit.numeral_start] not in "百千万亿十" and not (word == "破" and _is_large(text, hit)):
        return True
    if word == "超出" and _AGAINST.search(text, max(0, at - 14), at):
        return True  # 较2019年超出两个百分点: by how much
    if word == "约" and text.startswith("规民", at - 2):
        return True  # 村规民约229份
    return at > 0 and text[at - 1] in _SPOILT_BEFORE.get(word, "")


_AGAINST = seldom(r"[较比][^,，。;；]{2,12}$")


def _is_large(text: str, hit: NumberHit) -> bool:
    """Whether a number is an amount of a scale that may be passed (金额破15亿); with a classifier it counts cases that were solved."""
    return hit.classifier is None and text[hit.numeral_end - 1] in "万亿"
