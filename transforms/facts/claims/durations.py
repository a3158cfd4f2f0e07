"""Claims of how long something takes or lasts."""

from __future__ import annotations

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import Phrase
from transforms.facts.rules import rule
from transforms.lexicon import words

_TIME = frozenset({"s", "min", "h", "d", "wk", "month", "a", "quarter"})


@rule("民警〔3分钟〕赶到现场。", "仅〔4分钟〕,两辆警车到达现场。", "纠纷持续了〔五年〕。")
def lasting(given: Given) -> Claim | None:
    """How long something takes or lasts."""
    if given.number.unit not in _TIME:
        return None
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if named.chunks and named.chunks[-1].word.noun == "time":
        return Claim(given.at, "level", named, named.text, given.at)
    extreme = next((c.text for c in given.sentence.chunks[given.segment : given.at] if c.text in {"最快", "最短", "最慢", "最长"}), None)
    timed = next((claim for claim in given.earlier if given.sentence.number(claim.at).unit in _TIME), None)
    if extreme and timed:
        return Claim(given.at, "level", timed.phrase, extreme + timed.metric, given.at)
    kept = _kept_up(given)
    if kept is not None:
        return kept
    act = _act_behind(given) or (named.chunks if named.chunks else _act_of_next_clause(given))
    text = "".join(c.text for c in act if c.code not in '"uAEPJ')[-16:]
    if given.number.value == 24 and given.number.unit == "h":
        return Claim(given.at, "level", Phrase(tuple(act), None), f"每天{text}时间", given.at)
    taken = any(c.word.verb or c.code == "X" for c in act) and not any(c.word.verb == "catch" for c in act)
    return Claim(given.at, "level", Phrase(tuple(act), None), text + ("用时" if taken else "时间"), given.at)


_KEPT_UP = frozenset(words("claim_words", "word", **{"class": "keeping"}))


def _kept_up(given: Given) -> Claim | None:
    """How long a state lasts: 纪录已保持6年, 连续三年下降."""
    chunks = given.sentence.chunks
    verb = next((c for c in reversed(chunks[given.segment : given.at]) if c.text in _KEPT_UP), None)
    if verb is None:
        return None
    topic = topic_of(given, chunks.index(verb))
    behind = _nothing_behind(given) or "".join(
        c.text for c in chunks[given.at + 1 : given.end] if c.code in "NHRYQVXLCE" or c.text in {"未", "无", "没有"}
    )
    about = "" if behind and (verb.text in {"居住", "住"} or topic is (given.last.phrase if given.last else None)) else topic.text
    if given.right.startswith("U"):
        return Claim(given.at, "level", topic, f"{behind[:8]}{topic.text}{verb.text}时间", given.at)
    return Claim(given.at, "level", topic, f"{about}{verb.text}{behind[:12]}时间", given.at)


def _nothing_behind(given: Given) -> str:
    """What has not happened for so long, where a zero says it: 连续6个月〔没有发生一起盗窃案〕."""
    chunks, at = given.sentence.chunks, given.at + 1
    if given.sentence.codes[at : at + 1] != "#" or given.sentence.number(at).form != "zero":
        return ""
    kinds = "".join(c.text for c in chunks[at + 1 : given.sentence.clause_end(at)] if c.code in "NHYQ")
    return f"无{kinds}" if kinds else chunks[at].text


def _act_behind(given: Given) -> tuple[Chunk, ...]:
    """What is done within a time, in the same clause: 3分钟〔就赶到现场〕."""
    rest = given.sentence.chunks[given.at + 1 : given.end]
    kept = tuple(c for c in rest if c.code in "NHRYQVXLJC")
    return kept if any(c.code in "NHRYQVXC" and c.text not in {"时间", "内", "后"} for c in kept) else ()


def _act_of_next_clause(given: Given) -> tuple[Chunk, ...]:
    """What is done within a time, where the next clause says it: 短短15分钟,〔窗口民警办结三项业务〕."""
    start = given.sentence.clause_end(given.at) + 1
    end = given.sentence.clause_end(start) if start < len(given.sentence.codes) else start
    return tuple(c for c in given.sentence.chunks[start:end] if c.code in "NHYVXL")
