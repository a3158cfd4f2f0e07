"""Places where somebody comes from or goes to: what is told does not happen there."""

from __future__ import annotations

import re

from transforms.lexicon import alternation
from transforms.patterns import seldom

_GONE = alternation("place_passing", "word", side="before", hides="article")
_COME = alternation("place_passing", "word", side="behind", hides="article") + "|人(?![民口均员大才次社力防])"
_GONE_TO = re.compile(f"{_GONE}$")
_COMING = re.compile(_COME)
_CAME = seldom(r"[^,，。;；]{0,4}?(?:来到|赶来|赶到|过来|出发|返回|回到|嫁|搬|调来|运[往到来])")
_SPEAKING = seldom(
    r"的(?![一-鿿]{1,2}[民众警部员长人户工主师生])"  # 的居民说 tells of no name
    rf"{alternation('surnames', 'surname')}(?:[一-鿿]|某){{1,2}}(?:先生|女士|大爷|大妈|阿姨|师傅)?(?:说|表示|称|告诉|回忆|介绍|感慨)"
)
_PASSED = re.compile(f"(?:{_GONE}|{alternation('place_passing', 'word', side='before', hides='number')})$")
_OF_PERSON = re.compile(
    rf"{_COME}|{alternation('place_passing', 'word', side='behind', hides='number')}|网(?![格民络警])|开\w{{0,3}}店|的?[一-鿿]某"
)
_WORD = 4  # letters of the longest word before a place, or more


def is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether what stands at [start, end) is where somebody comes from or goes to (宜宾人, 从河南来到): an article is not about it."""
    came = text.startswith("从", start - 1) and _CAME.match(text, end)
    if text.startswith("的", end) and _SPEAKING.match(text, end):
        return True
    return bool(came or _COMING.match(text, end) or _GONE_TO.search(text, max(0, start - _WORD), start))


def is_passed_by(text: str, start: int) -> bool:
    """Whether somebody is on the way there, or it is only named beside another (途经苏州, 与苏州): numbers are not about it."""
    return _PASSED.search(text, max(0, start - _WORD), start) is not None


def is_of_person(text: str, end: int) -> bool:
    """Whether it tells whose or of what name something is (苏州客商, 苏州打工, 苏州日报): numbers are not about it."""
    return _OF_PERSON.match(text, end) is not None


_HELD = seldom(r"(?:正式|隆重|顺利|成功|同步|联合|集中)?(?:启动|举行|召开|开幕|举办|揭牌|签约|发布|通报)")


def is_venue(text: str, start: int, end: int) -> bool:
    """Whether something is only held there (在唐山正式启动, 在北京召开发布会): what is told at it is not of that place."""
    return text.startswith("在", start - 1) and _HELD.match(text, end) is not None
