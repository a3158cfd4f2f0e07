"""What a clause says was done, the verb before its object in whichever order the clause has them."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.facts.chunks import Chunk, vocabulary
from transforms.lexicon import words

_TAKING = frozenset({"将", "把"})
_BY = frozenset({"被", "遭"})
_MARKING = _TAKING | _BY
_PALE = frozenset(words("durations", "word", **{"class": "pale"}))
_SETTLED = frozenset(words("durations", "word", **{"class": "settled"}))
_COMPLEMENTS = frozenset({"回来", "过来", "出来", "下来", "起来", "上来", "过去", "出去", "下去", "进来", "回去"})  # 追了回来
_LONG = 6
_AGENTS = frozenset({"staff", "unit"})


def result_of(clause: Sequence[Chunk]) -> str:
    """What is done in a clause: 将嫌疑人抓获 and 嫌疑人被抓获 are 抓获嫌疑人; empty where nothing is."""
    told = [c for c in clause if c.code not in 'AuEZ"M#' and c.text not in _PALE]
    if any(c.text in _SETTLED for c in told):
        return "调解"
    at = _verb_at(told)
    if at is None:
        return ""
    verb, mark = _stem(told[at]), next((i for i in range(at) if told[i].text in _MARKING), None)
    if mark is not None:
        return verb + _head(told[mark + 1 : at] if told[mark].text in _TAKING else told[:mark])
    return verb + _head(told[at + 1 :]) if _head(told[at + 1 :]) else _sufferer(told[:at]) + verb


def _verb_at(told: Sequence[Chunk]) -> int | None:
    """The last verb that we know, else the last of all; what modifies a noun (被骗的) is none."""
    codes = "".join(c.code for c in told) + " "
    verbs = [i for i, c in enumerate(told) if c.code in "VXY" and codes[i + 1] != "U"]
    verbs = [i for i in verbs if told[i].text not in _COMPLEMENTS] or verbs
    known = [i for i in verbs if told[i].word.verb not in {"", "lose"}]
    return next(reversed(known or verbs), None)


def _stem(verb: Chunk) -> str:
    """A verb without what only rounds it off: 抓获 of 抓获归案, 清除 of 彻底清除."""
    if len(verb.text) == 4 and verb.text[:2] in _PALE:
        return verb.text[2:]
    return verb.text[:2] if len(verb.text) == 4 and verb.text[:2] in vocabulary() else verb.text


def _head(run: Sequence[Chunk]) -> str:
    """The last noun of a run with what stands right before it, as far as both are short."""
    end = next((i + 1 for i in range(len(run) - 1, -1, -1) if run[i].code == "H"), None)
    end = end or next((i + 1 for i in range(len(run) - 1, -1, -1) if run[i].code in "NQY"), 0)
    text = ""
    for chunk in reversed(run[:end]):
        if chunk.code not in "NHQYXV" or len(text + chunk.text) > _LONG:
            break
        text = chunk.text + text
    return text


def _sufferer(run: Sequence[Chunk]) -> str:
    """Who or what a verb without an object is said of, unless it is who did it: 嫌疑人 of 嫌疑人落网."""
    return "" if not run or run[-1].word.noun in _AGENTS else _head(run)
