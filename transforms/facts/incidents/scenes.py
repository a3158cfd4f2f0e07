"""The sentences of a page as the reading of incidents sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from transforms.facts.context import Context, Line, within
from transforms.facts.incidents.vocabulary import SPEECH, Found, Hit, find_words, is_somebody
from transforms.mentions.dates import DateHit
from transforms.patterns import seldom
from transforms.records import Page

_TELLING = frozenset({"paragraph", "abstract"})
# A day on which something is said to be so, or up to which: 据某报19日报道, 记者昨日获悉, 截至5日14时.
_TOLD_ON = re.compile(
    r"[^,。;:!?\n]{0,3}(?:报道|电讯?[,(:]|消息[,:]|宣布|证实|确认|发布(?!会)|发表|介绍|透露|表示|称[,:]|从[^,。;\n]{1,24}(?:获悉|了解到?|得知)|获悉|,?记者|,?[^,。;\n]{1,12}向(?:本报|记者)|,?[^,。;:召开\n]{2,12}(?:曾|就此|对此|对外|公开)?(?:介绍|证实|透露|回应|披露)(?!会))"
)
_AS_OF = re.compile(
    r"(?:截[至止]到?|记者[^,。;()\n]{0,4}|据[^,。;()\n]{2,12}于?)(?:北京时间|当地时间)?$|(?:持续|一直|直|忙|预约)[^,。;\n]{0,2}[到至的](?:当[天日])?$"
)
THANKED = re.compile(r"锦旗|感谢信|默哀|悼念|追悼")
"""Thanks for what is told elsewhere, or mourning."""
_STATE = re.compile(r"死亡|遇难|身亡|受伤|伤者|伤亡|失踪|住院|留院|出院|获救|追回|退回|归案|扑灭|控制")
_SAYS = re.compile(r"(?:[说称道]|放话|话来|表示|扬言|威胁|要挟|发誓)[,:]?(?:他|她|自己|对方)?(?:要是)?$")
_ONE_CASE = re.compile(r"(?:破获|侦破|打掉|捣毁|端掉|摧毁|查获)了?一[起个伙宗处]|一举(?:破获|打掉|捣毁|端掉|摧毁)")
_FIRST_OF_ALL = seldom("[^,。;]{0,12}(?:首|第一|最大的?一)[起次例宗]")  # 改制以来破获的第一起: what this one was
_ITEM = re.compile(r"\s*[一二三四五六七八九]是")
_COUNTING = frozenset({"截至", "截止", "累计", "共有", "共计"})
_FEW = 3
NO_DAY = "XXXX-XX-XX"
_DAYS = seldom(r"(?P<month>[0-9X]{4}-(?:[0-9]{2}|XX)-)(?P<first>[0-9]{2})(?:T[0-9:]+)?/(?P=month)(?P<last>[0-9]{2})")
_DAY = re.compile(r"[0-9X]{4}-(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX)")


class Sentence(NamedTuple):
    """A sentence as far as it may tell of an event.

    `words` is its text with all that somebody says blanked out, `dates` its calendar days and times of day, `months` its months, `told`
    its words that tell what happened. `distant` tells that it speaks of many cases or to everybody, `unreal` that it speaks of a habit, of
    an exercise or of what may be, `somebody` that it speaks of somebody, `vague` that it has a time that is no date (日前).
    """

    start: int
    end: int
    words: str
    dates: tuple[DateHit, ...]
    months: tuple[DateHit, ...]
    told: tuple[Hit, ...]
    distant: bool
    unreal: bool
    somebody: bool
    vague: bool

    @property
    def days(self) -> frozenset[str]:
        """The days of its dates in EDTF, without the time of day."""
        return frozenset(hit.edtf[: len("2024-07-01")] for hit in self.dates)

    @property
    def has_time(self) -> bool:
        """Whether it tells a time of its own: a date, a month, or one that is no date."""
        return bool(self.dates or self.months or self.vague)


class Paragraph(NamedTuple):
    """A paragraph: its sentences' lines, its dates, the words of the page that tell something, and whether a heading stands over it."""

    text: str
    lines: Sequence[Line]
    dates: Sequence[DateHit]
    found: Found
    headed: bool

    @property
    def hits(self) -> list[Hit]:
        """Its words that tell something."""
        return self.found.within(self.lines[0].block_start, self.lines[-1].end)

    @property
    def likely(self) -> bool:
        """Whether it may begin to tell of one event: it has a day, a month, a time or somebody."""
        if any(_is_day(hit) or _is_month(hit) for hit in self.dates):
            return True
        if not self.found.may_begin(self.lines[0].block_start, self.lines[-1].end):
            return False
        return any(hit.sign in {"vague", "occurred"} or is_somebody(self.text, hit) for hit in self.hits)

    @property
    def opening(self) -> str:
        """Its first sentence."""
        return self.text[self.lines[0].start : self.lines[0].end]

    @property
    def dated(self) -> bool:
        """Whether it tells a day."""
        return any(map(_is_day, self.dates))

    @property
    def beginning(self) -> str:
        """Its first two sentences."""
        return self.text[self.lines[0].start : self.lines[:2][-1].end]

    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        start, end = self.lines[0].block_start, self.lines[-1].end
        plain, unsaid = self.text[start:end], self.hits
        if "“" in plain or "《" in plain:
            plain = SPEECH.sub(lambda match: " " * len(match[0]), plain)
            unsaid = [hit for hit in unsaid if plain[hit.start - start] != " "]
        return [self._sentence(line, plain[line.start - start : line.end - start], unsaid) for line in self.lines]

    def _sentence(self, line: Line, words: str, hits: Sequence[Hit]) -> Sentence:
        mine = within(hits, line.start, line.end)
        dates = within(self.dates, line.start, line.end)
        if not mine and not dates:
            return Sentence(line.start, line.end, words, (), (), (), False, False, False, False)
        thanks = THANKED.search(words) is not None
        days = tuple(hit for hit in dates if not thanks and _is_day(hit) and not _is_of_report(self.text, line.start, hit))
        signs = {hit.sign for hit in mine if not self._is_passed_over(line, words, hit)}
        return Sentence(
            line.start,
            line.end,
            words,
            dates=days,
            months=tuple(filter(_is_month, dates)),
            told=tuple(hit for hit in mine if hit.sign == "told"),
            distant="distant" in signs or (not days and _ITEM.match(words) is not None),
            unreal="staged" in signs or ("unreal" in signs and all(hit.edtf.startswith(NO_DAY) for hit in days)),
            somebody=any(is_somebody(self.text, hit) for hit in mine),
            vague="vague" in signs,
        )

    def _is_passed_over(self, line: Line, words: str, hit: Hit) -> bool:
        """Whether a sign says nothing of the sentence: how things stand, or what somebody in it says may be."""
        if hit.sign == "unreal":
            return _SAYS.search(words, 0, hit.start - line.start) is not None
        at = hit.end - line.start
        return hit.sign == "distant" and (
            self._is_update(line, words, hit) or self._is_yield(line, words, hit) or _FIRST_OF_ALL.match(words, at) is not None
        )

    def _is_yield(self, line: Line, words: str, hit: Hit) -> bool:
        """Whether a word of counting (共抓获, 共查扣) says what one case came to that is told before it."""
        return self.text[hit.start] == "共" and _ONE_CASE.search(words, 0, hit.start - line.start) is not None

    def _is_update(self, line: Line, words: str, hit: Hit) -> bool:
        """Whether a word of counting only says how things stand: how many are hurt, whether the fire is out."""
        return self.text[hit.start : hit.end] in _COUNTING and _STATE.search(words, hit.end - line.start) is not None


def paragraphs(page: Page, context: Context) -> Iterator[Paragraph]:
    """The paragraphs of the body, in order."""
    text = page.text.text
    telling = {block.start for block in page.blocks if block.kind in _TELLING}
    headed = {below.start for above, below in pairwise(page.blocks) if above.kind == "heading"}
    found = find_words(text)
    for start, group in groupby(context.lines, key=lambda line: line.block_start):
        if start in telling:
            lines = list(group)
            end = lines[-1].end
            yield Paragraph(text, lines, within(context.dates, start, end), found, start in headed)


def _is_day(hit: DateHit) -> bool:
    """Whether a date is one calendar day, a time of day, or a few days of one month (5月2日20时至3日1时)."""
    if "/" in hit.edtf:
        days = _DAYS.match(hit.edtf)
        return days is not None and 0 <= int(days["last"]) - int(days["first"]) <= _FEW
    return hit.kind in {"date", "time"} and _DAY.match(hit.edtf) is not None


def _is_month(hit: DateHit) -> bool:
    """Whether a date is one month of one year."""
    return hit.kind == "date" and len(hit.edtf) == len("2016-07")


def _is_of_report(text: str, low: int, hit: DateHit) -> bool:
    """Whether a date in a sentence that begins at `low` is the day of a report, not of what it tells."""
    return _TOLD_ON.match(text, hit.end) is not None or _AS_OF.search(text, max(low, hit.start - 16), hit.start) is not None
