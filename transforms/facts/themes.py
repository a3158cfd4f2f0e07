"""Themes: the one kind of offence that a sentence, a paragraph or an article is about, and so the numbers in it that name none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from transforms.aligned import Span
from transforms.facts.context import Context, Line, first, holder, within
from transforms.facts.offences import OffenceWord, offence_words, without_examples
from transforms.facts.stories import Story, story_at
from transforms.mentions.numbers import NumberHit
from transforms.patterns import seldom
from transforms.records import Block

_QUOTED = re.compile(r"“[^“”\n]*”")
_CAMPAIGN = re.compile("[^,，。;；]{0,4}(?:宣传|宣讲|教育|演练|培训|知识|主题|整治|治理)")
_SAFETY = frozenset({"fire", "environment"})  # much in an article on these is about other things
_CRIMES = seldom("盗|偷|滥伐|毁林|非法|违法|犯罪|电鱼|毒鱼|狩猎|捕捞|猎捕|采砂")  # but on crimes against nature, little is
_TWICE, _OFTEN, _ALL_ALONG, _NEARLY_ALL, _MOST = 2, 8, 10, 0.9, 0.7


class Themes(NamedTuple):
    """The themes of the sentences that have one, by their start, and what fraud the article means where it only says fraud."""

    of_sentences: Mapping[int, str]
    fraud: str


def themes(context: Context, blocks: Sequence[Block], numbers: Sequence[NumberHit], told: Sequence[Story]) -> Themes:
    """The themes of a page; `numbers` are those that may state facts, `told` the stories."""
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(context.text)]
    mentioned = offence_words(context.text)
    named = [word for word in mentioned if word.is_kind or word.is_general]
    words = [word for word in without_examples(context.text, named) if holder(quoted, word.start, word.end) is None]
    plain = [word for word in words if story_at(told, word.start) is None]
    whole = _of_disaster(context.text, blocks, mentioned) or _of_article(blocks, words)
    found: dict[int, str] = {}
    for block, theme in _of_blocks(context.text, blocks, plain, numbers, whole):
        for line in within(context.lines, block.start, block.end):
            kind = theme or _of_sentence(context.text, line, plain, numbers)
            if kind:
                found[line.start] = kind
    return Themes(found, _fraud_meant(whole, words))


def _fraud_meant(whole: str | None, words: Sequence[OffenceWord]) -> str:
    """What fraud an article means by the bare word: that by telephone and online, where this is its theme or it names it all along."""
    online = sum(word.offence == "telecom_fraud" for word in words)
    return "telecom_fraud" if whole == "telecom_fraud" or online >= _ALL_ALONG else "fraud"


def _of_blocks(
    text: str, blocks: Sequence[Block], words: Sequence[OffenceWord], numbers: Sequence[NumberHit], whole: str | None
) -> Iterator[tuple[Block, str | None]]:
    """The blocks, each with the kind that it opens with and keeps to, or that of the heading over it or of the `whole` article."""
    heading: str | None = None
    for block in blocks:
        named = within(words, block.start, block.end)
        theme = only_kind(named)
        if block.kind == "heading":
            heading = theme
            yield block, theme or whole
            continue
        if not named or theme in {heading, whole}:
            yield block, theme or heading or whole
        else:
            # much that is counted beside fires (rounds, courses, repairs) is for safety at large
            kept = theme != "fire" and _keeps_to(text, block.start, named, first(numbers, block.start, block.end))
            yield block, theme if kept else None


def _keeps_to(text: str, start: int, named: Sequence[OffenceWord], counted: NumberHit | None) -> bool:
    """Whether a block opens with a kind before it counts anything, and names it again or has a headline for it."""
    return counted is not None and _opens(named, counted) and (len(named) >= _TWICE or _heads(text, start, counted))


def _heads(text: str, start: int, counted: NumberHit) -> bool:
    """Whether a block begins with a sentence that counts nothing and only says what it is about."""
    end = _SENTENCE_END.search(text, start, counted.start)
    return end is not None and end.start() - start <= _HEADLINE


_SENTENCE_END = seldom("[。！!]")
_HEADLINE = 24  # characters


def _of_sentence(text: str, line: Line, words: Sequence[OffenceWord], numbers: Sequence[NumberHit]) -> str | None:
    """The kind that the clauses of a sentence before its first number name (在禁毒方面，…), or whose campaign it is (开展禁毒宣传30场)."""
    named = within(words, line.start, line.end)
    counted = first(numbers, line.start, line.end)
    if counted is None or not _opens(named, counted):
        return None
    frames = re.search("[,，:：]", text[named[0].end : counted.start]) or _CAMPAIGN.match(text, named[0].end)
    return only_kind(named) if frames else None


def _opens(named: Sequence[OffenceWord], counted: NumberHit) -> bool:
    """Whether a kind of offence is named before the first thing that is counted."""
    return any(word.is_kind and word.start < counted.start for word in named)


def only_kind(named: Sequence[OffenceWord]) -> str | None:
    """The kind of offence that words name, where they name no other, nor offences in general."""
    if not named or any(word.is_general for word in named):
        return None
    kinds = {word.offence for word in named}
    return kinds.pop() if len(kinds) == 1 else "telecom_fraud" if kinds == {"telecom_fraud", "fraud"} else None


def _of_disaster(text: str, blocks: Sequence[Block], words: Sequence[OffenceWord]) -> str | None:
    """`accident` where the title names a disaster (溃坝案开庭), and nothing done against such: the article is about what came of it."""
    titles = [block for block in blocks if block.kind == "title" and not _AGAINST.search(text, block.start, block.end)]
    named = (word for block in titles for word in within(words, block.start, block.end))
    return "accident" if any(word.offence == "accident" for word in named) else None


_AGAINST = re.compile("事故|防|安全|杜绝|遏制|整治|演练|隐患|宣传|零发生")


def _of_crimes(words: Sequence[OffenceWord], kind: str, count: int) -> bool:
    """Whether most words for a kind name crimes (非法采砂), and not what is looked after (生态环境)."""
    return sum(word.offence == kind and _CRIMES.search(word.word) is not None for word in words) >= _MOST * count


def _of_article(blocks: Sequence[Block], words: Sequence[OffenceWord]) -> str | None:
    """The kind of crime that nearly all of an article's words for offences name, where many do; most of them, if its title names it."""
    kinds = [word for word in words if word.is_kind]
    counts = Counter(word.offence for word in kinds)
    if "telecom_fraud" in counts:
        counts["telecom_fraud"] += counts.pop("fraud", 0)
    kind, count = next(iter(counts.most_common(1)), ("", 0))
    if count < _MOST * counts.total() or (kind in _SAFETY and not _of_crimes(kinds, kind, count)):
        return None
    titled = any(block.kind == "title" and only_kind(within(words, block.start, block.end)) == kind for block in blocks)
    return kind if titled or count >= max(_OFTEN, _NEARLY_ALL * counts.total()) else None
