"""Who wrote it: whole lines (本报记者 X 通讯员 Y), the opening of a report (本报讯(记者 X)), the bracket that ends it ((记者 X Y))."""

from __future__ import annotations

import re
from functools import cache

from transforms.cleaning.media import is_medium
from transforms.lexicon import words
from transforms.patterns import seldom

_HAN = "\u4e00-\u9fff"


def _any(*uses: str) -> str:
    """An alternation of the words of `seeds/byline_words.csv` with these uses, the longest first."""
    found = {word for use in uses for word in words("byline_words", "word", use=use)}
    return "(?:" + "|".join(map(re.escape, sorted(found, key=len, reverse=True))) + ")"


_ROLE = seldom(
    rf"{_any('modifier')}*{_any('role')}|[{_HAN}]{{0,5}}{_any('report_modifier')}?{_any('report')}(?!员)"
    rf"|{_any('task')}|(?<=/)[文图摄]|[文图](?=[/:])|{_any('credit')}(?![像氏书案])"
)
_ROLE_WORD = re.compile(rf"{_any('role', 'report', 'task', 'credit')}|[文图摄]")  # without one of these there is no role
_SEPARATOR = seldom(r"[\s,、:;/|()\[\]【】〔〕·■□●◆▲★▪◎○&和与及—-]+")
_BRACKETED = r"[^\[\]【】()〔〕。;]"
_LEAD_IN = re.compile(
    # 本报讯, 新华社北京9月27日电, 清河日报讯(记者 X):
    rf"^据?(?:{_any('own')}|[{_HAN}·]{{1,10}}(?:报|网|社|台|新闻|客户端|在线|融媒|传媒|时报)\s?)[{_HAN}]{{0,6}}?\s?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?\s?"
    rf"{_any('opening')}(?![视话信子网脑动力费诈影梯缆器站台])(?:\s*[:,]|\s*\([^()]{{1,80}}\))*\s*(?:{_any('role')}\s?[{_HAN}·、\s]{{2,30}}?{_any('report')}\s*[:,]\s*)?"
    # 【清河报道】, (中央社记者X台北8日电), (记者 X)
    rf"|^[\[【(〔](?:{_BRACKETED}{{2,40}}(?:{_any('report')}|{_any('opening')})|{_BRACKETED}{{0,12}}{_any('role')}{_BRACKETED}{{2,30}})[\]】)〕]\s*"
)
_ENDING = seldom(r"(?<=[。!?”…;])\s*[(\[【]([^()\[\]【】。;]{1,80})[)\]】]$")
_ENDING_WORD = seldom(rf"{_any('role', 'report', 'task')}|编辑|来源|原标题|^{_any('ending')}$|转自|摘自|^据.{{2,10}}$|(?:摄影?|整理)$")
_SPREAD = seldom(rf"(?<![{_HAN}])([{_HAN}])\s+([{_HAN}])(?![{_HAN}])")
_CREDIT = seldom(rf"{_any('credit')}{_any('report')}?\s*[)\]】]?$")
_NAMELESS = seldom(rf"(?:{_any('credit')}|{_any('report')})\s*[)\]】]?$")
_NO_BYLINE = re.compile(r"^—+(?:记(?!者)|访|来自|走进)|\?$")  # ——记柳林派出所; 东南网记者:怎么办?
_LONGEST = 90
_LONGEST_SIGNATURE = 24
_MOST = 30


def is_byline(text: str) -> bool:
    """Whether a whole line (folded, simplified) names authors: roles and names, and nothing else."""
    if _is_signed_for(text):
        return True
    if len(text) > _LONGEST or "。" in text or _NO_BYLINE.search(text) or not _ROLE_WORD.search(text) or not _ROLE.search(text):
        return False
    names = _names(_ROLE.sub(" ", text))
    known = sum(map(_is_author, names))
    return len(names) <= _MOST and 2 * known >= len(names) and (bool(names) or _NAMELESS.search(text) is not None)


def _is_signed_for(text: str) -> bool:
    """Whether a line in brackets is an office or a medium and who wrote for it: (融媒体中心 郭海方), (县公安局办公室 刘志刚)."""
    if not text.startswith("(") or not text.endswith(")") or len(text) > _LONGEST_SIGNATURE:
        return False
    office, *names = _names(text) or [""]
    return bool(names) and all(map(is_name, names)) and not is_name(office) and (is_medium(office) or _OFFICE.fullmatch(office) is not None)


_OFFICE = seldom(rf"[{_HAN}]{{2,14}}(?:报社?|网|台|中心|局|队|所|院|办|办公室|科|部|委|处)")


def is_signature(text: str) -> bool:
    """Whether a whole line is but names, as an author signs: 徐卫华; 房 晶; (王某 李某)."""
    names = _names(text) if len(text) <= _LONGEST_SIGNATURE else []
    return 0 < len(names) <= 6 and all(is_name(name) and len(name) <= 3 for name in names)


def is_picture_credit(text: str) -> bool:
    """Whether a byline is that of a photograph, so that the line before it is a caption."""
    return is_byline(text) and _CREDIT.search(text) is not None


def lead_in(text: str) -> int:
    """How many characters of a paragraph are the opening that names medium, place, day and authors: 新华社北京9月27日电(记者 X)."""
    match = _LEAD_IN.match(text)
    return match.end() if match else 0


def ending(text: str) -> int:
    """Where the bracket with the authors or the source begins that ends a paragraph; its length where there is none."""
    if not text.endswith((")", "]", "】")) or not (match := _ENDING.search(text)):
        return len(text)
    inside = match[1].strip()
    return match.start() if _ENDING_WORD.search(inside) or is_signature(inside) or is_medium(inside) else len(text)


def is_name(text: str) -> bool:
    """Whether a text is shaped like a Chinese name: a surname and one or two more characters, or a name with a middle dot."""
    if "·" in text:
        return re.fullmatch(rf"[{_HAN}]{{1,6}}(?:·[{_HAN}]{{1,8}})+", text) is not None
    surname = 2 if text[:2] in _surnames() else 1
    return text[:surname] in _surnames() and surname < len(text) <= surname + 2 and re.fullmatch(rf"[{_HAN}]+", text) is not None


def _is_author(text: str) -> bool:
    """A name, two or three run together, or the medium or office that somebody writes for."""
    return (
        is_name(text)
        or is_medium(text)
        or _is_run_of_names(text)
        or re.fullmatch(rf"[{_HAN}]{{2,14}}(?:报|社|网|台|中心|局|队|所|院|办|组|部|委|站|方)", text) is not None
    )


def _is_run_of_names(text: str) -> bool:
    return 4 <= len(text) <= 12 and any(is_name(text[:cut]) and (is_name(text[cut:]) or _is_run_of_names(text[cut:])) for cut in (3, 2))


def _names(text: str) -> list[str]:
    """The names in a text, apart; two single characters with a space between are one name (房 晶)."""
    return [part for part in _SEPARATOR.split(_SPREAD.sub(r"\1\2", text)) if part]


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames", "surname"))
