"""Claims of money that a plain verb tells: what somebody was cheated of, what was laid out and for what, what was paid."""

from __future__ import annotations

import re

from transforms.facts import phrases
from transforms.facts.chunks import Chunk
from transforms.facts.claims.model import Claim, Given
from transforms.facts.claims.topics import topic_of
from transforms.facts.phrases import EMPTY, Phrase
from transforms.facts.rules import MONEY, PERSONS, rule
from transforms.lexicon import table, words
from transforms.patterns import seldom

_FUNDS = frozenset(words("claim_words", "word", **{"class": "funds"}))
_OUTLAYS = frozenset(words("claim_words", "word", **{"class": "outlay"}))
_COSTS = frozenset(words("claim_words", "word", **{"class": "cost"}))
_MAKING = frozenset({"build", "rectify", "deploy", "train", "help"})


@rule("老人被骗走〔6万元〕。", "她被人以刷单为由骗走〔2.3万元〕。", "店主赔偿〔800元〕。", "由他赔偿给邻居〔1200元〕。", units=MONEY)
def parted_with(given: Given) -> Claim | None:
    """Money that a bare verb tells to be lost, sent or paid: 被骗〔3万元〕 is the sum one was cheated of."""
    last = given.last
    again = last is not None and last.at == given.segment - 1 and re.fullmatch("[AE]*", given.left)
    verb = last.phrase.verb if last and again else _outlay(given)
    named = _SUMS.get(verb.text) if verb and not re.match("U?[NHQ]", given.right) else None
    if verb is None or named is None:
        return None
    meant = any(c.text in _MEANT for c in given.sentence.chunks[given.start : given.at])
    asked = named == _DAMAGES and any(c.text in _ASKING for c in given.sentence.chunks[given.segment : given.at])
    return Claim(
        given.at, "level", Phrase((verb,), verb), f"{'拟' if meant and named in _SENT else '要求' if asked else ''}{named}", given.at
    )


_MEANT = frozenset(words("claim_words", "word", **{"class": "meant"}))
_SENT = frozenset({"汇款金额", "转账金额"})
_DAMAGES, _ASKING = "赔偿金额", frozenset({"要求", "索要", "主张", "请求", "提出", "索赔"})
_SUMS = {row["word"]: row["metric"] for row in table("sums")}


@rule(
    "区财政拿出〔260万元〕改造老旧小区路灯。",
    "县里投入〔1800万元〕,建成智慧警务中心。",
    "镇里自筹资金〔30万元〕,用于更新巡逻车。",
    units=MONEY,
)
def laid_out(given: Given) -> Claim | None:
    """Money laid out, with what it is for, told behind it: 投入〔260万元〕建设警务室."""
    verb = _outlay_of_funds(given)
    purpose = _purpose(given) if verb and verb.text in _OUTLAYS else ""
    return Claim(given.at, "level", EMPTY, purpose + "投入", given.at) if purpose else None


@rule("整个改造花了〔38万元〕。", "修缮门楼花费〔1.2万元〕。", "更换电梯耗资〔45万元〕。", units=MONEY)
def cost(given: Given) -> Claim | None:
    """What something cost: its topic before a verb of cost."""
    verb = _outlay(given)
    if verb is None or verb.text not in _COSTS:
        return None
    topic = phrases.topic_before(given.sentence.chunks, given.segment, given.sentence.chunks.index(verb))
    named = verb.text if verb.text in _NOUNS else "费用"
    return Claim(given.at, "level", topic, topic.text + named, given.at) if topic.chunks else None


_NOUNS = frozenset({"支出", "开支", "开销", "花销", "投资"})  # 采购支出260万元: a noun as well


@rule("今年草莓卖了〔4.6万元〕。", "这批木雕售出〔12万元〕。", "他种的草莓去年卖出〔3万多元〕。", units=MONEY)
def sold(given: Given) -> Claim | None:
    """What was got for what was sold: its topic before the verb."""
    verb = _outlay(given)
    if verb is None or verb.text not in _SELLING or re.match("U?[NHQ]", given.right):
        return None
    topic = topic_of(given, given.sentence.chunks.index(verb))
    thing = "".join(c.text for c in topic.chunks[-_THING:] if c.code in "NHQX")
    return Claim(given.at, "level", topic, f"{thing}销售收入", given.at)


_SELLING = frozenset({"卖", "卖出", "卖得", "卖到", "售出", "销售", "售得"})
_THING = 2


@rule("侦破涉案金额〔1.2亿元〕的赌博案。", "捣毁涉案〔3亿元〕的地下钱庄。", "打掉涉案价值达〔500余万元〕的团伙。", units=MONEY)
def involved(given: Given) -> Claim | None:
    """The sum that a case involves, told before it: 涉案金额〔1.2亿元〕的赌博案."""
    sum_ = given.right_before
    behind = phrases.after(given.sentence.chunks, given.at + 2, given.end)[0] if given.right.startswith("U") else EMPTY
    if sum_ is None or not behind.chunks or behind.text.endswith("事实") or not sum_.text.startswith(_INVOLVING):
        return None
    owner = "".join(c.text for c in behind.chunks if c.code != "M")  # 涉案金额6亿元的(多个)团伙
    metric = owner + (sum_.text if sum_.text != "涉案" else "涉案金额")
    return Claim(given.at, "level", behind, metric, given.at)


_INVOLVING = ("涉案", "案值", "涉款", "涉赌", "涉及金额")


def _outlay(given: Given) -> Chunk | None:
    """The verb right before the number or the one to whom it is given (赔偿给邻居〔1200元〕), or the noun that stands for one."""
    to_whom = _TO_WHOM.search(given.left)
    if to_whom and given.sentence.chunks[given.segment + to_whom.start() + 1].text == "给":
        return given.sentence.chunks[given.segment + to_whom.start()]
    chunk = given.right_before
    return chunk if chunk is not None and chunk.code in "VXYLN" else None


_TO_WHOM = seldom("[VXYL]P[NHZX]{1,2}[uAE]*$")


def _outlay_of_funds(given: Given) -> Chunk | None:
    """The same past an object that says no more than the number (投入〔资金〕)."""
    chunks = reversed(given.sentence.chunks[given.segment : given.at])
    chunk = next((c for c in chunks if c.code not in "uAE" and c.text not in _FUNDS), None)
    return chunk if chunk is not None and chunk.code in "VXYLN" else None


def _purpose(given: Given) -> str:
    """What money is laid out for: what is done in the same clause (投入〔20万元〕修缮围墙), or made in one of the two behind it."""
    chunks, start = given.sentence.chunks, given.at + 1
    for clause in range(3):
        end = given.sentence.clause_end(start)
        acts = (i for i in range(start, end) if chunks[i].word.verb in _MAKING or (clause == 0 and _acts(chunks[i])))
        made = next((told for at in acts if (told := _made(chunks, at, end))), "")
        if made or end + 1 >= len(chunks) or given.sentence.codes[end] != ",":
            return made
        start = end + 1
    return ""


def _acts(chunk: Chunk) -> bool:
    return chunk.code in "VXL" and chunk.text != "用于"


def _made(chunks: tuple[Chunk, ...], verb: int, end: int) -> str:
    """A verb and its object, past the number that counts it (建成警务室, 建成〔5个〕警务室); empty where it has none."""
    start = verb + 1 + (verb + 1 < end and chunks[verb + 1].code in "#u")
    end = next((i for i in range(start, end) if chunks[i].code == "#"), end)
    phrase, behind = phrases.after(chunks[:end], start, end)
    work = chunks[behind].text if behind < end and chunks[behind].text.endswith("建设") else ""
    return chunks[verb].text.replace("建成", "建设") + phrase.text + work if phrase.chunks else ""


@rule("总包方垫付〔50万元〕工资。", "公司拖欠〔16名〕员工62万元工资。", "三人讨要〔9.6万元〕工程款。", units=MONEY | {"count"})
def owed(given: Given) -> Claim | None:
    """Wages and debts with what is done about them, and those to whom they are owed: 拖欠16名员工〔62万元〕工资."""
    if _OWING.isdisjoint(given.sentence.words):
        return None  # as most
    done = next((c for c in reversed(given.sentence.chunks[given.start : given.at]) if c.text in _OWING), None)
    if done is None:
        return None
    if given.number.unit == "count":
        return _creditors(given, done)
    due, _ = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    named = due.text.endswith(_DUE)
    return Claim(given.at, "level", due, done.text + due.text, given.at, head=due.text) if named else None


def _creditors(given: Given, done: Chunk) -> Claim | None:
    """The people to whom what the next number counts is owed: 拖欠〔16名〕员工62万元工资."""
    who, end = phrases.after(given.sentence.chunks, given.at + 1, given.end)
    due = given.sentence.chunks[end + 1].text if end + 1 < len(given.sentence.chunks) else ""
    fails = done.text in _FAILING and given.number.classifier in PERSONS and given.sentence.codes[end] == "#"
    owed_to = f"被{done.text}{due}{who.text}" if who.chunks and due.endswith(_DUE) and fails else ""
    return Claim(given.at, "level", who, owed_to, given.at, head=who.text) if owed_to else None


_OWING = frozenset(words("claim_words", "word", **{"class": "owing"}))
_FAILING = frozenset({"拖欠", "欠", "克扣"})
_DUE = (
    "工资",
    "工钱",
    "欠薪",
    "薪资",
    "薪酬",
    "工程款",
    "材料款",
    "货款",
    "劳务费",
    "欠款",
    "租金",
    "房租",
    "押金",
    "定金",
    "彩礼",
    "补偿款",
    "赔偿款",
)
