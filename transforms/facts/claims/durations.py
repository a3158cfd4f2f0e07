"""Claims of how long something takes or lasts."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import Units, rule
from transforms.lexicon import words

TIME: Units = frozenset({"s", "min", "h", "d", "wk", "month", "a", "quarter"})


@rule(
    "拨打110,〔3分钟〕后,巡逻车就停在门口。",
    "居民报警后仅〔4分钟〕,消防车就开到楼下。",
    "老人求助,〔10分钟〕后网格员敲响了房门。",
    units=TIME,
)
def arrived(given: Given) -> Claim | None:
    """How long after a call help came, as the clause of the number or the next one tells."""
    chunks, end = given.sentence.chunks, given.sentence.clause_end(given.at)
    if not any(c.text in _CALLS for c in chunks[: given.at]):
        return None
    end = end if _act_behind(given) else given.sentence.clause_end(min(end + 1, len(chunks)))
    came = _ARRIVAL.search("".join(c.text for c in chunks[given.at + 1 : end]))
    return Claim(given.at, "level", EMPTY, "到达现场用时", given.at) if came else None


@rule("民警〔3分钟〕赶到现场。", "仅〔4分钟〕,两辆警车到达现场。", "纠纷持续了〔五年〕。", units=TIME)
def lasting(given: Given) -> Claim | None:
    """How long something takes or lasts."""
    named = phrases.counted_before(given.sentence.chunks, given.segment, given.at)
    if named.chunks and named.chunks[-1].word.noun == "time":
        named = phrases.topic_before(given.sentence.chunks, given.segment, given.at)
        return Claim(given.at, "level", named, named.text, given.at)
    extreme = next((c.text for c in given.sentence.chunks[given.segment : given.at] if c.text in {"最快", "最短", "最慢", "最长"}), None)
    timed = next((claim for claim in given.earlier if given.sentence.number(claim.at).unit in TIME), None)
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


_CALLS = frozenset({"报警", "接警", "接报", "拨打", "求助", "报案", "110", "119", "120", "来电", "电话"})
_ARRIVAL = re.compile(r"停[在到]|就到|赶[到来]|敲[响开]|出现在|开[到进]|驶[入到进]|到[场了达]|抵达")


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
