"""Which of several divisions of one name is meant: decided by what else the document names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.mentions.places.chains import Group
from transforms.mentions.places.gazetteer import best_known, divisions, is_district, lineage
from transforms.mentions.places.scan import governs

_OFTEN = 3
HINT = -1  # the paragraph number of what the page's source and site say
Evidence = Mapping[str, set[int]]
_SELF, _PARENT_NEAR, _PARENT, _PROVINCE_NEAR, _PROVINCE = 8.0, 4.0, 2.0, 1.5, 1.0


def resolve(groups: Sequence[Group], text: str, hints: Iterable[str]) -> list[str | None]:
    """The code of each group, or None where nothing decides (and for references, which have no code of their own)."""
    edges = paragraph_edges(text)
    evidence = _evidence(groups, edges, hints)
    return [_decided(group, text, evidence, bisect_right(edges, group.start)) for group in groups]


def paragraph_edges(text: str) -> list[int]:
    """Where each paragraph but the first begins."""
    return [match.end() for match in re.finditer("\n", text)]


def _evidence(groups: Sequence[Group], edges: list[int], hints: Iterable[str]) -> Evidence:
    """Each division that is surely named, or that holds one, with the paragraphs that do so."""
    found: dict[str, set[int]] = defaultdict(set)
    for group in _quarters(groups):
        found[group.codes[0]].add(bisect_right(edges, group.start))
    for group in groups:
        if _is_sure(group):
            for code in lineage(group.codes[0]):
                found[code].add(bisect_right(edges, group.start))
    for hint in hints:
        for code in lineage(hint):
            found[code].add(HINT)
    for group in [] if found else _repeated(groups):
        found[group.codes[0]].add(bisect_right(edges, group.start))
    return found


def _quarters(groups: Iterable[Group]) -> list[Group]:
    """The quarters of Hong Kong, Macau and Taiwan on a page that names two or more of one (深水埗 and 旺角): they name it, too."""
    parts = [group for group in groups if group.form == "part" and len(group.codes) == 1 and group.codes[0][0] in "78"]
    names: dict[str, set[str]] = defaultdict(set)
    for group in parts:
        names[group.codes[0]].add(group.tail)
    return [group for group in parts if len(names[group.codes[0]]) > 1]


def _repeated(groups: Iterable[Group]) -> list[Group]:
    """The short names of counties that a page which names nothing else says again and again (高邮)."""
    short = [group for group in groups if group.form == "short" and len(group.codes) == 1 and not group.common and _is_county(group)]
    times = Counter(group.codes[0] for group in short)
    return [group for group in short if times[group.codes[0]] >= _OFTEN]


def _is_sure(group: Group) -> bool:
    """Whether the name needs no other to be understood."""
    if len(group.codes) != 1 or group.common:
        return False
    if group.form == "part":
        own = group.tail.endswith(_NEW_AREA) and len(group.tail) > len(_NEW_AREA)  # 雄安新区: no two are called so
        return group.chained or own or group.tail.startswith(divisions()[group.codes[0]].short or " ")
    return group.chained or group.form in {"full", "nickname", "letter"} or (group.form == "short" and not _is_county(group))


_NEW_AREA = "新区"


def _is_county(group: Group) -> bool:
    return divisions()[group.codes[0]].level == "county"


def _decided(group: Group, text: str, evidence: Evidence, paragraph: int) -> str | None:
    if not group.codes or _is_sure(group):
        return group.codes[0] if group.codes else None
    scores = {code: _support(code, evidence, paragraph) for code in _of_branch(group, text)}
    best = max(scores.values())
    chosen = _whole(best_known(code for code in scores if scores[code] == best), group, text)
    return chosen if chosen and _is_admissible(group, text, best, chosen) else None


def _of_branch(group: Group, text: str) -> Sequence[str]:
    """The divisions that a name may mean: only districts have branches of the police (钟山〔分局〕 is of 钟山区, not of 钟山县)."""
    districts = [code for code in group.codes if is_district(code)]
    return districts if districts and _BRANCH.match(text, group.end) else group.codes


_BRANCH = re.compile("(?:公安)?分局")


def _whole(chosen: str | None, group: Group, text: str) -> str | None:
    """The city, where a short name may also mean a district of it of the same name (白银 is 白银市, but not before 区 or 分局)."""
    if chosen is None or group.form != "short" or _BRANCH.match(text, group.end):
        return chosen
    return next((code for code in group.codes if code != chosen and code in lineage(chosen)), chosen)


def _support(code: str, evidence: Evidence, paragraph: int) -> float:
    """How much the document speaks for this division."""
    line = lineage(code)
    score = _SELF if code in evidence else 0.0
    for number, parent in enumerate(line[1:], 1):
        near, far = (_PROVINCE_NEAR, _PROVINCE) if number == len(line) - 1 and len(line) > 2 else (_PARENT_NEAR, _PARENT)
        where = evidence.get(parent, set())
        score += near if paragraph in where else far if where else 0.0
    return score


def _is_admissible(group: Group, text: str, support: float, chosen: str) -> bool:
    """Whether a name that is short, or also a word, may count as a place here."""
    governed = governs(text, group.end)
    if group.common:
        return ((group.chained or governed) and support > 0) or (group.form == "full" and support >= _SELF)
    if group.form == "part":
        return support > 0
    weak = group.form == "short" and divisions()[chosen].level == "county"
    return not weak or support > 0 or governed
