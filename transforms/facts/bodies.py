"""Bodies that head a clause under a descriptive name: 〔县城各级调解组织〕已受理, 〔“老班长”调解中心〕共有."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import rjieba
from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.facts.context import Context, first, last, within
from transforms.facts.predicates import CLAUSE_ENDS, holds_or_does
from transforms.lexicon import words
from transforms.mentions.organisations import OrganisationHit
from transforms.mentions.places.gazetteer import COUNTRY, name_of
from transforms.patterns import seldom

BODY = "body"  # the rule by which they are found
_LONGEST = 24
_STARTS = (CLAUSE_ENDS - {"“", "”", ""}) | {"(", ")"}
_OPENING = seldom(r"(?:目前|如今|现在|同时|此外|其中|当前|近年来|今年|去年|据悉|截至目前)*")
_GENERIC = seldom("[一二三四五两各市区县乡镇村街社]|网格|街道")
_DOWNTOWN = frozenset({"市中心", "县中心", "区中心", "镇中心", "村中心"})  # no body, but where a town is busiest
_OF_WORK = frozenset(
    {"调解", "化解", "协调", "调处", "联调", "服务", "管理", "治理", "指挥", "解纷", "联动", "监督", "咨询", "受理", "接待"}
)


@cache
def _ends() -> AhoCorasick:
    return AhoCorasick(words("claim_words", "word", **{"class": "body_end"}), matchkind=MatchKind.LeftmostLongest)


def bodies(context: Context) -> Iterator[OrganisationHit]:
    """The bodies that head a clause and do something, which the page names in no other way."""
    text = context.text
    for _, at, until in _ends().find_matches_as_indexes(text):
        end = until + text.startswith("”", until)  # “老班长调解室”共调处
        if not holds_or_does(text, _behind_date(context, end)) or _is_known(context, at, end):
            continue
        start = _start(context, at, end)
        if start is not None and start < at and text[start:end] not in _DOWNTOWN and _is_nominal(text[start:at]):
            yield OrganisationHit(start, end, _name(context, start, end), "other", context.places.jurisdiction, None, BODY)


def _behind_date(context: Context, end: int) -> int:
    """Where the clause goes on after when it was done: 缉私部门〔2020年以来〕还破获."""
    dated = first(context.dates, end, end + 1)
    return dated.end if dated else end


def _is_known(context: Context, at: int, end: int) -> bool:
    return any(hit.end > at for hit in within(context.organisations, max(0, at - _LONGEST), end))


def _start(context: Context, at: int, end: int) -> int | None:
    """Where the clause begins that has a word at `at`, behind what tells when; None where it begins too far before."""
    text, low = context.text, max(0, at - _LONGEST)
    head = next(
        (i + 1 for i in range(at - 1, low - 1, -1) if text[i] in _STARTS and not _in_brackets(text, i, end)), 0 if low == 0 else None
    )
    if head is None:
        return None
    dated = last(context.dates, head, at)
    opening = _OPENING.match(text, max(head, dated.end if dated else 0))
    start = opening.end() if opening else head
    unclosed = text.rfind("“", start, at) > text.rfind("”", start, end)  # what somebody says begins there
    return text.rfind("“", start, at) + 1 if unclosed else start


def _in_brackets(text: str, at: int, end: int) -> bool:
    """Whether a bracket stands inside a name: 村(社区)矛调中心."""
    if text[at] == "(":
        return text.find(")", at, end) >= 0
    return text[at] == ")" and text.rfind("(", max(0, at - 6), at) >= 0


_NAMING = frozenset("nbljsfzkmq")
_COUNTED = seldom("[\\d一二三四五六七八九十百两几多]+[余多]?[个家支名位]|[每这那该某]")


def _is_nominal(told: str) -> bool:
    """Whether what stands before the word of a body belongs to its name: no number of them, and no verb but of its work."""
    return _COUNTED.search(told) is None and all(
        tag[0] in _NAMING or token in _OF_WORK or token in _JOINING for token, tag in rjieba.tag(told.strip("“”"), False)
    )


_JOINING = frozenset("的及和与、“”()各") | {"各级"}


def _name(context: Context, start: int, end: int) -> str:
    """The name of a body, with the article's place where it is only told of which sort it is: 青河县三级矛调中心."""
    text, home = context.text, context.places.jurisdiction
    name = text[start:end].replace("(", "（").replace(")", "）")
    place = first(context.places.hits, start, start + 1)
    if place and place.kind == "reference" and place.adcode != COUNTRY:
        return name_of(place.adcode) + text[place.end : end]
    if place is None and home and home != COUNTRY and _GENERIC.match(name):
        return name_of(home) + name
    return name
