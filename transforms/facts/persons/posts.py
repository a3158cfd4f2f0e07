"""Persons in office: by the post before the name, behind it, or told of it in the same sentence.

Each rule reads a post at its place and answers with the names that hold it. In an example the name stands between 〔 and 〕.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from transforms.facts.persons.names import LIKELY, SURE, Name, is_name, may_follow, may_open, name_until, read_name, recurring_name
from transforms.facts.persons.roles import Kind, kind, organisation, role_start
from transforms.facts.persons.scene import Scene
from transforms.facts.persons.titles import Site, private_words
from transforms.facts.rules import Rule, first, rule
from transforms.lexicon import alternation
from transforms.patterns import seldom

Names = tuple[tuple[int, Name], ...]


class At(NamedTuple):
    """A post in its scene, and where its words begin."""

    scene: Scene
    site: Site


class Holder(NamedTuple):
    """A name with the post that its person holds."""

    start: int
    end: int
    name: str
    role: str
    kind: Kind
    organisation: str | None
    rule: str


def _any(*uses: str) -> str:
    """Any word of `seeds/person_words.csv` with one of these uses."""
    return "(?:" + "|".join(alternation("person_words", "word", use=use) for use in uses) + ")"


_GAP = seldom(r"(?:\([^()\n]{1,12}\))?[”’]?[ \u3000]?(?:同志)?")
_GAPS = "(”’ 同"  # what a gap begins with
_LIST = re.compile(r"\s?(?:、|和|与|及|以及)\s?|\s")
_FALSE = re.compile(rf"{_any('pretends')}[^,。;!?]{{0,14}}\Z|{_any('accused')}(?:[、:(]|系|是|为|原|当事)*\Z")
_CRIME = rf"(?:{_any('crime')}|被{_any('punished')})"
_ACCUSED = re.compile(rf"\(化名|[^,。;!?]{{0,6}}{_any('crime')}|被{_any('punished')}")
_PENSIONER = seldom(r"[,(]?(?:现年|今年|已经?|年过)?(?:6[1-9]|[7-9]\d)岁")
_RETIRED = re.compile("老(?:支书|书记|村长|主任|队长|所长|局长)|退休")
_CONVICTED = seldom(_CRIME)
_PRIVATE_LIFE = seldom(_any("kin", "crime"))
_BEFORE_NAME = re.compile(r"(?:^|[^一-鿿]|[在由向对与和是的被把请让据见听跟给到称及同于随经])\Z")
_HOLDS = seldom(rf"{_any('holds')}[^,。;!?:“”]{{0,40}}\Z")
_PORTRAIT = seldom(rf"(?:,(?:[^,。;!?\n]{{1,16}})){{0,5}}?(?:同志)?,?[他她]?{_any('tells')}?\Z")
_SENTENCE_END = seldom("[。!?\n]")
_CLAUSE_ENDS = ",。;!?、)” \n"
_ADDRESSES = "长任记委员官司察席"  # last letters of the posts that a name may go before (王所长); nobody is called 王干部
_OF_QUARTERS = "村镇乡社街网楼组"  # posts that go behind the name of a village or quarter (高桥|村主任) as well as that of a person
_LINKS = ",是任现系为同就时今担兼出接升调履当转正将他她·"
_IN_LIST = 2.5  # how sure a name in a list must be
_BEFORE_POST = 1.5  # and one before a post or before what tells it
_FAR = 4000
_REACH = 44
_SENTENCE = 120


@rule("派出所民警〔王立新〕赶到现场。", "副县长、公安局局长〔郑海〕介绍了做法。", "据边境派出所教导员〔旦增多吉〕回忆。")
def _title_before(at: At) -> Names | None:
    """A post and the name of who holds it: 社区民警宋立."""
    start = at.site.end
    if at.scene.text[start : start + 1] in _GAPS and (gap := _GAP.match(at.scene.text, start)):
        start = gap.end()
    if may_open(at.scene.text, start):
        name = _name(at.scene, start, LIKELY) or _before_next_post(at.scene, start)
    else:
        name = None if may_follow(at.scene.text, start) else recurring_name(at.scene.text, start)
    if name is None or _is_preposition(at.scene, start, name) or _RIVER.match(at.scene.text, start - 1):
        return None
    return ((start, name), *_others(at.scene, name.end))


_RIVER = seldom("长江(?:大桥|[一二三]桥|源头|流域|沿[线岸]|[干支]流|[上中下]游|航[道运务]|两岸|水[域面道]|口岸|生态|经济)")


def _before_next_post(scene: Scene, start: int) -> Name | None:
    """What has the shape of a name between two posts: 县委书记 | 方军 | 、县长."""
    for end in (start + 2, start + 3):
        if scene.text[end : end + 1] in _BETWEEN_POSTS and end + 1 in scene.site_starts and is_name(scene.text[start:end]):
            return Name(end, scene.text[start:end], LIKELY)
    return None


_BETWEEN_POSTS = frozenset("、,和")


@rule(
    "〔孟志刚〕、〔李海〕、〔赵小满〕三名民警赶到。",
    "所长带着〔王卫东〕、〔吴鹏〕两名辅警走访。",
    "〔孙立新〕、〔赵海〕、〔何敏〕等5名刑警分头走访。",
)
def _counted(at: At) -> Names | None:
    """Names in a list, how many they are, and what they all are: 孟志刚、李海、赵小满三名民警."""
    text, end = at.scene.text, at.site.start
    listed = _COUNTED.search(text, max(0, end - _LONGEST_LIST), end)
    if listed is None:
        return None
    starts = [listed.start("rest") + match.start() for match in _ITEM.finditer(listed["rest"])]
    others = [(start, name) for start in starts if (name := _name(at.scene, start, _IN_LIST))]
    first = _first_of_list(at, listed.start("rest") - 1)
    found = (first, *others) if first and len(others) == len(starts) else ()
    private = any(_is_private(text, start, name.text) for start, name in found)
    return None if private or not found else found


def _first_of_list(at: At, end: int) -> tuple[int, Name] | None:
    """The name that ends there, before the first comma of a list."""
    found = ((end - length, name_until(at.scene.text, end - length, end)) for length in (3, 2, 4) if may_open(at.scene.text, end - length))
    return next(((start, name) for start, name in found if name and name.score >= _IN_LIST), None)


_LONGEST_LIST = 40
_COUNTED = seldom(
    r"、(?P<rest>[一-鿿·]{2,8}(?:(?:、|和|与|及)[一-鿿·]{2,8})*?)等?[两二三四五六七八九十\d]{1,2}[名位个]"
    r"(?:社区|值班|便衣|年轻|驻村|巡逻|专职|一线|女)?\Z"
)
_ITEM = seldom(r"[^、和与及]+")


@rule("身为所长的〔王立新〕每天第一个到岗。", "时任县法院院长的〔周海〕说。", "担任教导员的〔李春梅〕也不例外。")
def _who_is(at: At) -> Names | None:
    """A post that somebody is said to hold: 身为所长的王立新."""
    text, end = at.scene.text, at.site.end
    if not text.startswith("的", end) or not may_open(text, end + 1):
        return None
    name = _name(at.scene, end + 1, SURE)
    return (
        ((end + 1, name), *_others(at.scene, name.end))
        if name and _HOLDS.search(text, max(0, at.site.start - _REACH), at.site.start)
        else None
    )


@rule(
    "作为枣林村的网格员,〔王立新〕每天走访。",
    "身为城关派出所所长,〔李海〕从不迟到。",
    "作为一名社区民警,〔赵敏〕熟悉每条巷子。",
)
def _as_holder(at: At) -> Names | None:
    """A clause that says as what somebody acts, and then who: 作为村里的网格员,王立新每天走访."""
    text, end = at.scene.text, at.site.end
    if text[end : end + 1] != "," or not may_open(text, end + 1) or at.site.title.word.endswith(_VAGUE):
        return None
    name = _name(at.scene, end + 1, _BEFORE_POST) if _AS.search(text, max(0, end - _REACH), at.site.start) else None
    private = name is not None and _is_private(text, end + 1, name.text)
    return None if name is None or private else ((end + 1, name),)


_VAGUE = ("干部", "负责人", "人员", "代表")
_AS = seldom(r"(?:\A|[^一-鿿])(?:作为|身为)[^,。;!?:“”\n]{0,24}\Z")


@rule("〔张永明〕大队长说,路修好了。", "据〔刘志远〕所长介绍,", "元朗警区的〔陈嘉慧〕总警司表示。")
def _title_after(at: At) -> Names | None:
    """A name and the post of whom it names: 张永明大队长."""
    text, end = at.scene.text, at.site.start
    if at.site.title.word[-1] not in _ADDRESSES or end in at.scene.named_since or not may_follow(text, at.site.end):
        return None
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not may_open(text, start):
            continue
        if _BEFORE_NAME.search(text, max(0, start - 1), start) or start in at.scene.named_since:
            name = read_name(text, start) if at.site.title.word[0] in _OF_QUARTERS else name_until(text, start, end)
            if name and name.end == end and name.score >= _BEFORE_POST and not _is_place(at, start):
                return ((start, name),)
    return None


def _is_place(at: At, start: int) -> bool:
    """Whether a place or an organisation stands there up to the post (白塔镇|镇长); what takes in part of the post is none."""
    until = at.scene.named_until.get(start, 0)
    if until > at.site.start and at.site.title.word[1:2] in _COMMITTEES:  # 沈阳市|委常委
        return True
    return until == at.site.start and at.scene.named_from(start, at.site.start)


_COMMITTEES = frozenset("委政")


@rule(
    "〔何建国〕,男,1975年生,现任城关派出所所长。",
    "1981年出生的〔方卫〕,是城东派出所的社区民警。",
    "会上,〔孟庆〕同志任副县长。",
)
def _told(at: At) -> Names | None:
    """A sentence that begins with a name and tells its post: 何建国,现任城关派出所所长."""
    text, end = at.scene.text, at.site.start
    if text[at.site.end : at.site.end + 1] not in _CLAUSE_ENDS:
        return None
    begin = 1 + max(text.rfind("。", max(0, end - _SENTENCE), end), text.rfind("\n", max(0, end - _SENTENCE), end))
    comma = text.find(",", begin, end)
    starts = [
        start
        for start in (begin, comma + 1, text.rfind("的", begin, comma) + 1)
        if start and may_open(text, start) and _goes_on(text, start)
    ]
    post = role_start(at.scene, at.site) if starts else 0
    for start in starts:
        name = _name(at.scene, start, _BEFORE_POST) if start < post else None
        if name and _PORTRAIT.fullmatch(text, name.end, post) and not _is_accused(text, name.end, at.site.end):
            return ((start, name),)
    return None


def _goes_on(text: str, start: int) -> bool:
    """Whether what begins there can be a name of which more is told: a comma, 是 or 任 stands behind its second or third letter."""
    return text[start + 2 : start + 3] in _LINKS or text[start + 3 : start + 4] in _LINKS or text[start + 1 : start + 2] == " "


def _is_accused(text: str, start: int, end: int) -> bool:
    """Whether what is told of somebody, to the end of the sentence, is a private life or a crime."""
    rest = _SENTENCE_END.split(text[end : end + _SENTENCE], 1)[0]
    return _PRIVATE_LIFE.search(text, start, end) is not None or _CONVICTED.search(rest) is not None


@rule("〔何旭明〕(民勤县公安局副局长):请大家放心。", "〔钱晓红〕(县司法局局长):谢谢。", "〔郑国强〕(城关派出所所长):我们每天都在。")
def _in_brackets(at: At) -> Names | None:
    """A name with its post in brackets, as a record of a conference has it: 何旭明(县公安局副局长):."""
    text, end = at.scene.text, at.site.end
    if text[end : end + 1] != ")":
        return None
    opened = role_start(at.scene, at.site) - 1
    if text[opened : opened + 1] != "(":
        return None
    for length in (3, 2, 4):
        start = opened - length
        if start >= 0 and may_open(text, start) and _BEFORE_NAME.search(text, max(0, start - 1), start):
            name = read_name(text, start)
            if name and name.end == opened and name.score >= _BEFORE_POST:
                return ((start, name),)
    return None


RULES: tuple[Rule[At, Names], ...] = (_title_before, _counted, _who_is, _as_holder, _title_after, _told, _in_brackets)


def holders(scene: Scene, site: Site) -> Iterator[Holder]:
    """The persons in office who hold that post."""
    at = At(scene, site)
    found = first(RULES, at)
    if found:
        yield from _holders(at, found[1], found[0])


def _holders(at: At, found: Names, name_of_rule: str) -> Iterator[Holder]:
    scene, site = at
    start = role_start(scene, site)
    of = kind(scene, start, site.end)
    if of is None or _FALSE.search(scene.text, max(0, start - 20), start):
        return
    role, body = scene.text[start : site.end].strip("的、, "), organisation(scene, start, site)
    if _RETIRED.match(role):
        return
    for begin, name in found:
        if site.title.sort == "neutral" and role == site.title.word and _is_private(scene.text, begin, name.text):
            continue
        if start <= begin < site.start:
            role = site.title.word
        if not _ACCUSED.match(scene.text, name.end) and not (of == "officer" and _PENSIONER.match(scene.text, name.end)):
            second = scene.site_starts.get(name.end)
            further = second.title if second and second is not site else None
            police = further is not None and further.sort == "police" and site.title.sort == "neutral"  # 主任王立新总督察
            called = role + ("、" + further.word if further else "")
            yield Holder(begin, name.end, name.text, called, "officer" if police else of, body, name_of_rule)


def _name(scene: Scene, start: int, least: float) -> Name | None:
    """The name there, where it is at least so sure, and no place or organisation."""
    name = read_name(scene.text, start)
    return None if name is None or name.score < least or scene.named_from(start, name.end) else name


def _is_preposition(scene: Scene, start: int, name: Name) -> bool:
    """Whether the surname is none, and another name begins behind it: 政委向孙伟明介绍 names nobody before 向."""
    if name.text[0] in "和从与同及都":
        return True
    inner = _name(scene, start + 1, LIKELY) if name.text[0] in "向于" else None
    return inner is not None and inner.end > name.end


def _others(scene: Scene, end: int) -> Iterator[tuple[int, Name]]:
    """The names that follow one in a list (民警王立、李红和赵强)."""
    while gap := _LIST.match(scene.text, end):
        start = gap.end()
        name = None if start in scene.site_starts else _name(scene, start, _IN_LIST)
        if name is None or _is_private(scene.text, start, name.text):
            return
        yield start, name
        end = name.end


def _is_private(text: str, start: int, name: str) -> bool:
    """Whether the text nearby calls somebody of that name a resident, a victim or a suspect (村民王立新)."""
    at, high = text.find(name, max(0, start - _FAR), start + _FAR), start + _FAR
    while at >= 0:
        if any(text[max(0, at - length) : at] in private_words() for length in (2, 3, 4, 5)):
            return True
        at = text.find(name, at + 1, high)
    return False
