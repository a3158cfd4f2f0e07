"""What offence a claim is about: what its metric names, else its story, its sentence or its paragraph, by the tables in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.facts.classification import Indicator, indicators
from transforms.lexicon import table
from transforms.patterns import seldom


@cache
def offences() -> frozenset[str]:
    """The offences by name (`seeds/offences.csv`)."""
    return frozenset(row["offence"] for row in table("offences"))


class OffenceWord(NamedTuple):
    """A word of `seeds/offence_words.csv` in its place in a text; its weight is 9 for the most telling."""

    start: int
    end: int
    weight: int
    offence: str
    word: str

    @property
    def is_general(self) -> bool:
        """Whether the word names criminal or public order offences as a whole."""
        return self.weight == _GENERAL and self.offence in {"criminal_all", "public_order_all"}

    @property
    def is_kind(self) -> bool:
        """Whether the word names a kind of offence, and not cases of many kinds."""
        return self.weight >= _KIND and self.offence not in UMBRELLA

    @property
    def is_step(self) -> bool:
        """Whether the word names a step taken on offences of any kind (起诉)."""
        return self.weight == _STEP


_KIND, _GENERAL, _STEP = 5, 2, 1


@cache
def _offence_matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[int, str, str], ...]]:
    ranked = tuple((int(row["weight"]), row["offence"], row["word"]) for row in table("offence_words"))
    return ahocorasick_rs.AhoCorasick([word for _, _, word in ranked], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), ranked


def offence_words(text: str) -> list[OffenceWord]:
    """The words that name offences, in order; of words that overlap the longest.

    What harms order (扰乱夜市治安的) is told by what follows.
    """
    matcher, ranked = _offence_matcher()
    matches = matcher.find_matches_as_indexes(text)
    if not matches:
        return []  # as in most
    found = [OffenceWord(start, end, *ranked[index]) for index, start, end in matches]
    return [word for word in found if word.word != _ORDER or not text.startswith("的", word.end)] if len(found) > 1 else found


_ORDER = "治安"


def without_examples(text: str, named: Iterable[OffenceWord]) -> list[OffenceWord]:
    """The words that name offences in a text less those that are examples of more (盗窃、诈骗等案件)."""
    return [word for word in named if not _EXAMPLE.match(text, word.end)]


_EXAMPLE = re.compile(r"(?:(?:”?、|”?“|”?(?:以及|及|和))[^,，。;；、等“”]{1,8})*”?等(?!级|待)")


def named_offence(text: str) -> OffenceWord | None:
    """The most telling word in a text that names an offence; None where it names none."""
    return _most_telling(offence_words(text))


def _most_telling(found: Sequence[OffenceWord]) -> OffenceWord | None:
    if len(found) < 2:
        return found[0] if found else None
    return max(found, key=lambda word: (word.weight, len(word.word)))


UMBRELLA = frozenset({"property", "preventable", "all", "dispute"})
_OWN_ONLY = frozenset({"incidents", "cases_recorded"})
_OUTREACH = frozenset({"people_reached", "activities"})
_DISPUTES = frozenset({"disputes_mediated", "mediation_rate"})


def offence_of(metric: str, indicator: str, told: str, story: str | None, theme: str | None) -> str | None:
    """The offence (`seeds/offences.csv`) that a metric is about; None where it is about none.

    `told` is what its sentence says before the number, `story` the offence of the story that it is part of, `theme` that of its paragraph.
    """
    known = indicators()[indicator]
    words = offence_words(metric)
    own = _own_offence(metric, indicator, words)
    own = _known_closer(own, metric, words, told, story, theme)
    if own not in {None, "all"} and not all(word.is_step for word in words if word.weight):
        return own
    there = indicator == "areas" and _REGIONS.search(metric) is not None
    nobodys = story == "dispute" and indicator == "persons_caught"  # nobody is held for a quarrel
    if story and (known.offence != "named" or there) and not nobodys and not _OF_DISTRICT.search(metric):
        return story
    earlier = _told_before(metric, indicator, told)
    themed = known.themed or there or (theme is not None and _DEPLOYED.search(metric) is not None)
    of_paragraph = theme if themed and (known.offence == "always" or not any(word.weight for word in words)) else None
    by_traffic_police = "traffic" if indicator in _ENFORCED and not earlier and _TRAFFIC_POLICE.search(told) else None
    found = earlier or of_paragraph or by_traffic_police or own
    return found or (known.default_offence if known.default_words.search(metric) else None)


_TRAFFIC_POLICE = seldom("交警|交管部门|公安交通管理|交通警察")
_ENFORCED = frozenset({"violations", "cases_recorded", "cases_solved", "persons_caught", "accidents", "hazards_found", "hazards_rectified"})


_OF_DISTRICT = seldom("辖区面积|(?:常住|流动|户籍|实有|总)人口")  # what a place is like, whatever happened there


def _known_closer(
    own: str | None, metric: str, words: Sequence[OffenceWord], told: str, story: str | None, theme: str | None
) -> str | None:
    """What a metric names in general words (被骗, 事故), as its story, sentence or paragraph tells it."""
    if own == "fraud" and _is_of_telecom(words, story, told, theme):
        return "telecom_fraud"
    if own == "accident" and not _AT_WORK.search(metric) and ("traffic" in {theme, _last_named(told)} or _ON_ROADS.search(told)):
        return "traffic"
    return own


_ON_ROADS = seldom("交警|交管|道路|路面|高速公路|国道|省道")
_AT_WORK = seldom("[工矿]|建筑|生产|溺|塌|触电|中毒|燃气|坠")


def _told_before(metric: str, indicator: str, told: str) -> str | None:
    """The offence that a sentence told before a number that may be about it."""
    earlier = _last_named(told) if _inherits(metric, indicator, indicators()[indicator]) else None
    if earlier == "vehicle_theft" and indicator == "stolen_goods" and not _VEHICLE.search(metric):
        return "theft"
    if earlier and not _passes_by(earlier, indicator, told):
        return earlier
    if indicator == "persons_caught":
        return _punished_for(told)
    if indicator == "duration":
        return "dispute" if _SETTLED.search(told) else None
    answered = indicator == "satisfaction" or _UPHELD.search(metric)
    return next((kind for words, kind in _ANSWERED if words in told), None) if answered else None


_VEHICLE = seldom("[车摩瓶]")  # 追回被盗电动车16辆、耕牛〔3头〕


def _passes_by(earlier: str, indicator: str, told: str) -> bool:
    """Whether an offence told before says nothing of an indicator's number: land is of no crime in general, a rate is of all kinds told."""
    if earlier == "accident":
        return indicator != "casualties"
    return (indicator in _OF_ALL and not _names_one(told)) or (earlier == "criminal_all" and indicator == "distance_or_area")


_ANSWERED = (("信访", "petition"), ("纠纷", "dispute"), ("当事人", "dispute"))  # 代办信访事项86件,群众满意率98%

_UPHELD = re.compile("(?:履行|兑现|反弹|反复)率$")  # 调解纠纷86件,自动履行率95%


def _punished_for(told: str) -> str | None:
    """The general offences that a text names, where it is of these alone that people were punished: 查处治安案件16起,行政拘留9人."""
    general = {word.offence for word in offence_words(told) if word.weight == _GENERAL}
    return next(iter(general)) if general in ({"public_order_all"}, {"administrative_all"}) else None


_SETTLED = re.compile("(?:调解|化解|调处)[^,;]{0,8}纠纷[^,;]*,平均[^,;]*$")  # 化解纠纷36件,平均用时2天


def _names_one(told: str) -> bool:
    """Whether a text names offences of one sort only: a rate behind several (刑事案件…,盗窃案件…,破案率) is of them all."""
    return len({_SORT_OF.get(word.offence, word.offence) for word in offence_words(told) if word.is_kind or word.is_general}) < _SEVERAL


_SEVERAL = 2
_SORT_OF = {"telecom_fraud": "fraud", "vehicle_theft": "theft", "burglary": "theft"}
_OF_ALL = frozenset({"clearance_rate", "money_recovered"})


def _is_of_telecom(words: Sequence[OffenceWord], story: str | None, told: str, theme: str | None) -> bool:
    """Whether those who were swindled (被骗) were so by telephone or online, as their story, sentence or paragraph tells."""
    plain = all(word.word.startswith("被骗") for word in words if word.offence == "fraud")
    return plain and "telecom_fraud" in {story, theme, _last_named(told)}


def _inherits(metric: str, indicator: str, known: Indicator) -> bool:
    """Whether a number may be about what its sentence names before it."""
    if indicator in _OWN_ONLY:
        return metric.endswith(("占比", "比例"))
    return known.offence in {"always", "told"} or indicator in _OUTREACH


_REGIONS = seldom("(?:国家|地区|省份|[省州]|(?<![超夜集])市)$")  # where a paragraph's work was done (在5省7市收网), not what lies there
_DEPLOYED = re.compile("^(?:日均|累计|共)?(?:出动|投入)")  # who went out, went out against what the paragraph is about
# a judging of work against fraud is about no fraud, nor are marks (酒驾扣〔20分〕)
_ASSESSED = re.compile(r"(?:考[核评]|测评|评[比议估])(?:排名|得分)$|[扣加减]分?$")


def _own_offence(metric: str, indicator: str, words: Sequence[OffenceWord]) -> str | None:
    """The offence that a metric names itself; behind its examples (盗窃等侵财案件) if there is one. `words` are all in it."""
    if (not words and indicator not in _DISPUTES) or _ASSESSED.search(metric):
        return None
    causes = [cause.end() for cause in _CAUSED.finditer(metric)]
    start = max(metric.rfind("等") + 1, *causes, 0)
    named = _most_telling([word for word in words if word.start >= start]) or _most_telling(words)
    if _IN_DISPUTE.search(metric) or (indicator == "service_share" and named is not None and named.offence == "dispute"):
        return "dispute"
    if indicator in _DISPUTES:
        return "petition" if named and named.offence == "petition" else "dispute"
    floor = {"always": -1, "told": 2}.get(indicators()[indicator].offence, 2 if metric.endswith("率") else 3)
    if named is None or (named.weight <= floor and not named.is_step):
        return None
    return _together(metric, [word for word in words if word.is_kind and word.start >= start]) or named.offence


_IN_DISPUTE = seldom("纠纷[^,]{0,4}(?:金额|标的额?|款项?)$")  # what disputes were about: 纠纷涉案金额
_CAUSED = re.compile("(?:引发|引起|诱发|导致|造成)的")  # what came of a quarrel is no quarrel (邻里纠纷引发的治安案件)
_TOGETHER = (
    ("robbery_and_snatching", frozenset({"robbery", "snatching"})),
    ("robbery_and_theft", frozenset({"robbery", "snatching", "theft", "robbery_and_snatching"})),
    ("property", frozenset({"robbery", "snatching", "theft", "burglary", "vehicle_theft", "fraud", "telecom_fraud", "robbery_and_theft"})),
)
_LISTED = seldom(r"[^,，。;；、]{0,2}[、和与及](?:涉嫌)?")


def _together(text: str, kinds: Sequence[OffenceWord]) -> str | None:
    """The offence that holds all kinds of the list that a text ends its naming in (抢劫、抢夺案件); None where it ends in no list."""
    listed = list(kinds[-1:])
    for word in reversed(kinds[:-1]):
        if not _LISTED.fullmatch(text, word.end, listed[0].start):
            break
        listed.insert(0, word)
    offences = {word.offence for word in listed}
    if len(offences) < 2:
        return None
    return next((whole for whole, parts in _TOGETHER if offences <= parts), "other")


def whole_of(offence: str, text: str) -> str:
    """The offence that holds all of a list in which a text names an offence beside others (抢劫、盗窃团伙); itself where it is in none."""
    kinds = [word for word in without_examples(text, offence_words(text)) if word.is_kind]
    lists = (kinds[:end] for end in range(len(kinds), 1, -1) if offence in {kinds[end - 1].offence, kinds[end - 2].offence})
    return next((whole for named in lists if (whole := _together(text, named)) not in {None, "other"}), None) or offence


# what is told again later by a part of it or in short
_SORTS = (("telecom_fraud", frozenset({"fraud"})), ("theft", frozenset({"vehicle_theft", "burglary"})))
_PART = re.compile(r"(?:其中|当中)[^,;]*[,;]")  # what a part of a whole is named holds for that part alone


def _last_named(text: str) -> str | None:
    """The kind of offence that a text names last; criminal offences as a whole, or accidents, where it names no kind but that."""
    text = _PART.sub("", text)
    named = _at_last(text, without_examples(text, offence_words(text)))
    kinds = [word for word in named if word.is_kind]
    if kinds:
        told = {word.offence for word in kinds}
        same = next((before for before, later in _SORTS if kinds[-1].offence in later and before in told), None)
        return same or _together(text, kinds) or kinds[-1].offence
    general = {word.offence for word in named if word.weight in {_GENERAL, _STEP}}
    return next(iter(general)) if general in ({"criminal_all"}, {"accident"}) else None


def _at_last(text: str, named: list[OffenceWord]) -> list[OffenceWord]:
    """Of words in a text those of its last part that names offences, if as a whole (盗窃案件3起;破获刑事案件30起,抓获…)."""
    telling = [word.start for word in named if word.is_kind or word.is_general]
    semicolon = text.rfind(";", 0, telling[-1]) if telling else -1
    last = [word for word in named if word.start > semicolon]
    return last if any(word.is_general for word in last) else named
