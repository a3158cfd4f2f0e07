"""Which sentences tell one event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transforms.facts.incidents import anecdotes, readings
from transforms.facts.incidents.readings import BESIDES, NAMED_BODY, Event, is_settled, may_begin, telling
from transforms.facts.incidents.scenes import NO_DAY, Paragraph, Sentence
from transforms.facts.incidents.vocabulary import persons_in
from transforms.facts.rules import first
from transforms.patterns import seldom

RULES = (*readings.RULES, *anecdotes.RULES)
_NEAR = 4
_SCENE = 4
_LEAD = 2
_OPENING = 14
_LONGEST = 60  # sentences of one event
_OFFICIAL = frozenset({"meeting", "inspection", "campaign"})
_FAMILY = {
    "vehicle_theft": "theft",
    "burglary": "theft",
    "telecom_fraud": "fraud",
    "assault": "brawl",
    "assistance": "rescue",
    "accident": "rescue",
}


class Story(NamedTuple):
    """The sentences that tell one event, what it is, the rule that found it, and the paragraphs in which it begins and ends so far."""

    sentences: tuple[Sentence, ...]
    event: Event
    rule: str
    begins: int
    paragraph: int

    @property
    def official(self) -> bool:
        """Whether an office arranged it: a meeting, an inspection, a campaign."""
        return self.event.category in _OFFICIAL

    @property
    def is_action(self) -> bool:
        """Whether it is what an office did in one night or day: an inspection, a campaign's action."""
        return self.official and self.event.category != "meeting"

    @property
    def persons(self) -> frozenset[str]:
        """What tells the people in it from others."""
        return frozenset().union(*(persons_in(sentence.words) for sentence in self.sentences))

    @property
    def days(self) -> frozenset[str]:
        """The days that it names."""
        return frozenset(day for sentence in self.sentences for day in sentence.days) - {NO_DAY}

    @property
    def dated(self) -> bool:
        """Whether it begins with a time of its own: a day, a month or 日前."""
        opening = self.sentences[0]
        return bool(self.days or opening.months) or _FRESH.search(opening.words) is not None


_FRESH = seldom(r"日前|近日|近期|前不久|不久前|几天前|前几天|有一次|有一天|有天|一天[早晚深傍中上下]|[去前]年[春夏秋冬]天")


def tell(found: Iterable[Paragraph]) -> Iterator[Story]:
    """The events that paragraphs tell, in order; what goes on in a later paragraph is one event."""
    pending: Story | None = None
    read = list(found)
    headed = [number for number, paragraph in enumerate(read) if paragraph.headed]
    last = -1
    for told in _stories(read):
        story, last = _from_its_beginning(told, read, last), told.paragraph
        if pending and _belongs(pending, story, any(pending.paragraph < number <= story.begins for number in headed)):
            pending = _joined(pending, story)
            continue
        if pending:
            yield _as_it_ended(pending)
        pending = story
    if pending:
        yield _as_it_ended(pending)


def _from_its_beginning(story: Story, read: Sequence[Paragraph], last: int) -> Story:
    """A story whose first paragraph takes something up (为化解两家的纠纷,…), from the sentence with a time in those before it.

    It begins behind the paragraph `last`, in which the story before it ended, and under the same heading.
    """
    opening, at = story.sentences[0], story.begins
    paragraph = read[at]
    timed = bool(opening.days - {NO_DAY} or opening.months or opening.vague)
    whole = opening.start == paragraph.lines[0].start and not (timed or story.official or paragraph.headed)
    if not whole or not _TAKES_UP.match(opening.words):
        return story
    between: tuple[Sentence, ...] = ()
    for number in range(at - 1, max(last, at - 1 - _BACK), -1):
        sentences = tuple(read[number].sentences())
        start = next((index for index, item in enumerate(sentences) if item.has_time and not item.distant), None)
        if start is not None:
            return story._replace(sentences=(*sentences[start:], *between, *story.sentences), begins=number)
        between = (*sentences, *between)
        if read[number].headed:
            return story
    return story


_BACK = 3  # paragraphs
_TAKES_UP = seldom(
    r"\s*(?:当时|最终|随后|于是|为(?:了|妥善|切实|尽快|彻底|更好地?|从根本上)?(?:化解|解决|调解|处理|平息)|(?:经过|经)[^,。;]{0,6}(?:了解|询问|调查)|双方|两[人家]|二人|[兄姐夫][弟妹妻]俩|见[状此])"
)


def _as_it_ended(story: Story) -> Story:
    """A story that began as an illness or an accident is a dispute where those at odds over it come to terms."""
    if story.event.category in _MISHAPS and is_settled("".join(sentence.words for sentence in story.sentences)):
        return story._replace(event=story.event._replace(category="dispute"))
    return story


_MISHAPS = frozenset({"rescue", "assistance", "accident"})


def _stories(found: Sequence[Paragraph]) -> Iterator[Story]:
    """The events paragraph by paragraph."""
    current: Story | None = None
    for number, paragraph in enumerate(found):
        goes_on = current is not None and _takes_up(current, paragraph)
        if current and not goes_on:
            yield current
            current = None
        if goes_on or paragraph.likely:
            *done, current = _told_in(paragraph.sentences(), _next(found, number), current, number)
            yield from (story for story in done if story)
    if current:
        yield current


def _next(found: Sequence[Paragraph], number: int) -> list[Sentence]:
    """The sentences of the next paragraph, where it says that it goes on or tells of the same people."""
    following = found[number + 1] if number + 1 < len(found) else None
    if following is None or following.headed:
        return []
    return following.sentences() if _GOES_ON.match(following.opening) or _shares_people(found[number], following) else []


def _shares_people(earlier: Paragraph, later: Paragraph) -> bool:
    """Whether a paragraph begins with somebody of whom the one before tells; where that has a day, in its first two sentences."""
    persons = persons_in(later.beginning if earlier.dated else later.opening)
    return bool(persons) and bool(persons & persons_in(earlier.text[earlier.lines[0].start : earlier.lines[-1].end]))


def _told_in(sentences: Sequence[Sentence], ahead: Sequence[Sentence], current: Story | None, number: int) -> Iterator[Story | None]:
    """The stories that end within a paragraph, and then the one that its end leaves open, if any."""
    both = (*sentences, *ahead)
    for index, sentence in enumerate(sentences):
        answer = first(RULES, telling(both, index)) if may_begin(sentence) else None
        new = Story((*(() if current else _scene(sentences, index)), sentence), answer[1], answer[0], number, number) if answer else None
        if current is None or (new and _is_another(current, new)):
            if current:
                yield current
            current = new
        elif _ends(current, sentence, new) or len(current.sentences) >= _LONGEST:
            yield current
            current = None
        else:
            current = current._replace(sentences=(*current.sentences, sentence), paragraph=number)
    yield current


def _ends(current: Story, sentence: Sentence, new: Story | None) -> bool:
    """Whether a sentence speaks of many cases, and not of what one night's action yielded (共查处酒驾12起)."""
    return sentence.distant and not new and not (current.is_action and not _MANY_MONTHS.search(sentence.words))


_MANY_MONTHS = seldom(r"以来|累计|截[至止]|[季年]度|半年|近年|[月年日]均|平均|提[醒示]")


def _scene(sentences: Sequence[Sentence], index: int) -> Sequence[Sentence]:
    """The sentences before one without a time of its own that set its scene: from the last with a day on."""
    if sentences[index].dates or sentences[index].vague:
        return ()
    low = max(0, index - _SCENE)
    begins = (at for at in range(index - 1, low - 1, -1) if sentences[at].dates or sentences[at].vague or sentences[at].distant)
    start = next(begins, None)
    return () if start is None or sentences[start].distant else sentences[start:index]


_RESULT = seldom(
    r"拖出|脱困|脱险|抓获|落网|追回|找回|找到|扑灭|救出|救起|和解|协议|握手|化解|让步|办[好结]|送到|拘留|判处|制止|阻止|没打起来|发还|自首|归案|供认|交代了|强制措施|处以"
)
_PURSUES = seldom(r"(?:前往|赶赴|奔赴|赶往|远赴|辗转)[^,。;]{1,14}?(?:开展|实施|进行|展开|组织)?抓捕")
_RETURNED = seldom(r"物归原主|完璧归赵|失而复得|(?:返还|发还|归还|退还)(?:到|至|给)")
_VICTIM = seldom(r"报警|报案|求助|接到|接警|接报|发生(?!的)|被[盗骗困偷抢打撞劫]|失窃|起火|着火|走失|落水")


def _is_another(current: Story, new: Story) -> bool:
    """Whether what begins to be told is another event than the one that is being told."""
    opening = new.sentences[0]
    if current.event.start < opening.start and _is_years_later(current, new):
        return True
    if current.event.start >= opening.start or new.event.start >= opening.end:
        return False
    if new.official and new.rule != "met" and (_GOES_ON if not current.official else _IN_ACTION).match(opening.words):
        return False
    if _is_of_another_kind(current, new):
        return True
    anew = _is_called_anew(current, new)
    if not new.dated or _is_next_step(new) or (not anew and current.days and new.days and not new.days - current.days):
        return False
    return anew or _family(current) != _family(new) or (_is_ended(current) and _is_alike(current, new))


def _is_of_another_kind(current: Story, new: Story) -> bool:
    """Whether what begins to be told is a meeting or a trial, what an office arranged, or besides what has been told."""
    tried = new.rule == "tried" and current.rule != "tried"
    besides = new.dated and BESIDES.match(new.sentences[0].words) is not None
    return new.rule == "met" or current.official != new.official or tried or besides


def _is_alike(current: Story, new: Story) -> bool:
    """Whether a sentence tells of another event of the sort that has been told to its end."""
    opening = new.sentences[0]
    others = bool(current.persons and new.persons and not current.persons & new.persons)
    afresh = new.paragraph > current.paragraph and _FRESH.match(opening.words) is not None
    introduced = bool(opening.dates or opening.months) and _INTRODUCES.search(opening.words[: 2 * _OPENING]) is not None
    named = new.rule == "cracked" and NAMED_BODY.search(opening.words) is not None
    whole = len(current.sentences) == 1 and bool(opening.dates and (opening.told or named))  # each told in one sentence
    return afresh or introduced or whole or (_VICTIM.search(opening.words) is not None and (others or bool(opening.dates)))


def _is_years_later(current: Story, new: Story) -> bool:
    """Whether what begins to be told has a year that is later than all that has been told."""
    then = {hit.edtf[:_YEAR] for sentence in current.sentences for hit in (*sentence.dates, *sentence.months)}
    now = {hit.edtf[:_YEAR] for hit in (*new.sentences[0].dates, *new.sentences[0].months)}
    return bool(then and now) and all(year.isdigit() for year in then | now) and min(now) > max(then)


_YEAR = len("2024")


def _is_next_step(new: Story) -> bool:
    """Whether a sentence with a time of its own says what came of it: what was returned, whom the same officers caught."""
    opening = new.sentences[0].words
    caught = new.rule in {"cracked", "pursued"} and NAMED_BODY.search(opening) is None
    return caught or _RETURNED.search(opening) is not None or _PURSUES.search(opening) is not None


_GOES_ON = re.compile(
    r"(?:后?经[查审]|接[警报]后|接到(?:报警|求助|指令|警情)|[^,。“”]{2,14}接到?[^,。“”]{0,12}(?:报警|报告|求助|警情|电话|指令|信息)后|随后|随即|之后|经(?:查|询问|审讯|审查|讯问|了解|核实|调查|民警|过|与)|据(?:了解|查|[^,。]{0,12}(?:介绍|反映|交代|供述|供认))|该案|此案|案件|当即|此前|得知|了解|获[知悉]|目前|在?现场"
    r"|到达|抵达|赶到|调解|[一-鿿]{0,4}(?:民警|网格员)|工作人员|该(?:男子|女子|车|名|店|所)|双方|两家|老人|男孩|女孩|孩子|(?:犯罪)?嫌疑人|消防(?:员|官兵|指战员)|指[挥战]员|救援人员|报警人|当事人|被困"
    r"|[0-9]{1,2}[时点][0-9]{0,2}分?|[0-9]+(?:多?分钟|个?小时|天)后|至此|在[^,。]{1,24}(?:帮助|劝说|努力|见证|调解)下|功夫不负"
    r"|警方(?:翻|调[取看查]|[根依]据|通过|经|迅速|立即|随即|锁定|分析|循线|顺线)|当日|当天|当晚|次日|第二天|最终|最后|很快|案发后|事发后|事后|原来|见状|见此|紧接着|途中|为避免|看到|凭借|接报)"
)


def _takes_up(current: Story, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on telling: it says so, or tells of the same people."""
    if paragraph.headed or current.official:
        return current.is_action and not paragraph.headed and _IN_ACTION.match(paragraph.opening) is not None
    return _GOES_ON.match(paragraph.opening) is not None or bool(persons_in(paragraph.opening) & current.persons)


_IN_ACTION = seldom(
    r"(?:据[^,。]{1,8},)?在?(?:[0-9]{1,2}日的?)?(?:此次|本次|这次|当[天日晚]的?)?(?:专项|集中|统一|整治|联合)*(?:行动|检查|清查|夜查|整治|执法)"
    r"(?:中|当[晚天日]|期间|现场|结合|包括|由)|当[晚天日]|(?:据[^,。]{1,8},)?(?:此次|本次|这次)(?:统一|集中|整治|专项)*行动"
)
_INTRODUCES = seldom(r"(?:村民|居民|市民|群众|[0-9]{2}岁的?)[一-鿿]{1,3}|一(?:名|位|对|户|家)|两(?:[家户]|兄弟|姐妹)")


def _is_called_anew(current: Story, new: Story) -> bool:
    """Whether a later paragraph tells of another call, after it has been told what came of the first."""
    called = new.rule == "reported" and _CALLED.search(new.sentences[0].words) is not None
    return called and new.paragraph > current.paragraph and _is_ended(current)


_CALLED = seldom(r"接[到获][^,。;]{0,16}(?:报警|求助|报案)(?!后)")


def _is_ended(story: Story) -> bool:
    """Whether it has been told what came of it."""
    return any(_RESULT.search(sentence.words) for sentence in story.sentences)


def _belongs(earlier: Story, later: Story, headed: bool) -> bool:
    """Whether the later of two stories goes on with the earlier, or tells in detail what that gave in short.

    Who is introduced under a heading of its own (`headed`) is somebody else, even by the same surname.
    """
    if later.paragraph - earlier.paragraph > _NEAR or later.event.category in _OFFICIAL or BESIDES.match(later.sentences[0].words):
        return False
    if _family(earlier) != _family(later):
        return not later.dated and not earlier.official and _refers_back(earlier, later)
    anew = _is_called_anew(earlier, later) and not (len(earlier.sentences) <= _LEAD and _is_lead(earlier, later))
    if anew or _is_listed_beside(earlier, later):
        return False
    strangers = bool(earlier.persons and later.persons and not earlier.persons & later.persons)
    if later.days and later.days <= earlier.days and not strangers and not _VICTIM.search(later.sentences[0].words):
        return True
    if later.dated and not _GOES_ON.match(later.sentences[0].words):
        return len(earlier.sentences) <= _LEAD and not strangers and _is_lead(earlier, later)
    opening = later.sentences[0].words
    over = later.paragraph > earlier.paragraph and not _GOES_ON.match(opening) and _is_ended(earlier)
    known = later.begins - earlier.paragraph <= 1 or _GOES_ON.match(opening) or earlier.persons & later.persons
    return bool(known) and not ((strangers or headed or over) and _INTRODUCES.search(opening[:_OPENING]))


def _is_listed_beside(earlier: Story, later: Story) -> bool:
    """Whether two paragraphs begin with the same time and words, and then differ, as the items of a list do (2019年7月,市局会同…)."""
    first, second = (story.sentences[0].words for story in (earlier, later))
    return later.begins > earlier.paragraph and later.dated and first[:_ALIKE] == second[:_ALIKE] and first != second


_ALIKE = 12  # characters: a month or day and what follows it


def _refers_back(earlier: Story, later: Story) -> bool:
    """Whether the later of two stories, which tells no time of its own, speaks of the event or of the people of the earlier."""
    opening = later.sentences[0].words
    known = later.begins - earlier.paragraph <= 1 and bool(earlier.persons & later.persons) and not _VICTIM.search(opening)
    return known or _REFERS_BACK.search(opening) is not None


_REFERS_BACK = seldom(r"[事案]发(?:时|当[天晚日]|之?前)|^\s*(?:最终|至此|就这样),")


def _is_lead(earlier: Story, later: Story) -> bool:
    """Whether a short telling is taken up by a longer one with a day of its own.

    That tells how it began whose end the short one told; or, in a later paragraph, the day where that had none, or the day with its time
    (1月8日, then 1月8日上午9时).
    """
    months = {hit.edtf for sentence in earlier.sentences for hit in sentence.months}
    told_of = {day[:7] for day in later.days} | {hit.edtf for hit in later.sentences[0].months}
    if months and told_of and not months & told_of:
        return False
    if earlier.days and _says_what(later) and not _says_what(earlier):
        return True
    clocks = ["T" in hit.edtf for story in (earlier, later) for hit in story.sentences[0].dates[:1]]
    again = later.days == earlier.days and clocks == [False, True]
    told = again if earlier.days else bool(later.days or later.sentences[0].months)
    return told and later.paragraph > earlier.paragraph


def _joined(earlier: Story, later: Story) -> Story:
    """Both as one; what happened is said where a day is told, unless only the other says who called or what befell."""
    told = later if later.days and not earlier.days and (_says_what(later) or not _says_what(earlier)) else earlier
    return Story((*earlier.sentences, *later.sentences), told.event, told.rule, earlier.begins, later.paragraph)


def _says_what(story: Story) -> bool:
    """Whether the sentence that tells the event says who called, or what befell whom."""
    return any(item.start <= story.event.start < item.end and _VICTIM.search(item.words) for item in story.sentences)


def _family(story: Story) -> str:
    return _FAMILY.get(story.event.category, story.event.category)
