"""The place that an article is about: the narrowest division that most of its names lie in."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from transforms.mentions.places.gazetteer import COUNTRY, MUNICIPALITIES, divisions, full_label, is_district, label, level, lineage
from transforms.patterns import seldom
from transforms.records import Block, Page

# A name in the title says what the article is about; one in a heading or the first paragraph more than one further on.
_WEIGHTS = {"title": 6.0, "heading": 2.0, "abstract": 2.0, "dateline": 0.5, "byline": 0.0, "editor": 0.0, "caption": 0.5}
_LEAD, _ORDINARY = 2.0, 1.0
_MAJORITY = 0.55
_NATIONWIDE = 2  # times that a page says 全国 at least
_ENOUGH = 3  # names in the body that outweigh the title
_HEAD_LINE = 40  # letters of a title
_TWICE = 2  # where police of it are told of
_BRANCH_NAME = 9  # letters of 龙泉驿区公安分局, or more


def jurisdiction(named: Sequence[tuple[int, str]], said: Mapping[str, Sequence[int]], page: Page, again: Sequence[str] = ()) -> str | None:
    """The code of the place that the article is about, from the offsets and codes of the places it names.

    `said` are the offsets of what it says for the `country` (全国), its own `province`, `prefecture` or `county` (我区), and any `parts`;
    `again` the codes of the towns and quarters that return by their own name.
    """
    edges, weights = _weights(page)
    mass: dict[str, float] = defaultdict(float)
    for start, code in named:
        for holder in (*lineage(code), COUNTRY):
            mass[holder] += weights[bisect_right(edges, start)]
    weight = {of: sum(weights[bisect_right(edges, start)] for start in starts) for of, starts in said.items()}
    nationwide = len(said["country"]) >= _NATIONWIDE
    if nationwide and (weight["country"] >= mass[COUNTRY] + weight["parts"] or _opens_with_country(named, said["country"], page)):
        return COUNTRY
    found = _narrowest(mass)
    titles = [block for block in page.blocks if block.kind == "title"]
    inside = [code for start, code in named if found in lineage(code) and not any(block.start <= start < block.end for block in titles)]
    of_county = len(said["county"]) > len(said["prefecture"])  # 我区: the city that it also names is not what it is about
    below = [code for code in inside if code != found]
    own = below if of_county or _is_told_of(named, below, page) else inside
    least = 1 if of_county else _TWICE if own is below and _has_branch(named, found, page) else _ENOUGH
    headed = any(code == found and any(block.start <= start < block.end for block in titles) for start, code in named)
    whole = len(inside) - len(below) + len(said["prefecture"]) + len(said["province"])
    found = _only_county(own, least) or (_only_part(below, again, whole) if not headed else None) or found
    if found is None:
        return _of_title(named, titles) or _of_notice(named, said)
    return _of_province(found, named, said, page) or _of_force(found, named, page)


def _opens_with_country(named: Sequence[tuple[int, str]], country: Sequence[int], page: Page) -> bool:
    """Whether headlines and first paragraph speak of the whole country each, and name no place: those further on are examples."""
    lead = next((block for block in page.blocks if block.kind == "paragraph"), None)
    if lead is None or any(start < lead.end for start, _ in named):
        return False
    return any(start < lead.start for start in country) and any(lead.start <= start < lead.end for start in country)


def _of_title(named: Sequence[tuple[int, str]], titles: Sequence[Block]) -> str | None:
    """The only place of the title, with those that hold it, that the text names more often than any other.

    Far places are where its police went; what the title only calls by the name of a place (瓷都夜话) has another.
    """
    headed = [code for start, code in named if any(block.start <= start < block.end for block in titles)]
    narrowest = max(headed, key=lambda code: len(lineage(code)), default=None)
    if narrowest is None or any(code not in lineage(narrowest) for code in headed):
        return None
    again = sum(narrowest in lineage(code) for _, code in named)
    others = Counter(code for _, code in named if narrowest not in lineage(code) and code not in lineage(narrowest))
    return narrowest if again > max(len(headed), *others.values(), 0) else None


def _of_notice(named: Sequence[tuple[int, str]], said: Mapping[str, Sequence[int]]) -> str | None:
    """The province that a page without a title begins with, and speaks of again and again (陕西省人民政府关于…的通告, 我省)."""
    heads = (code for start, code in named if start < _HEAD_LINE and level(code) == "province" and code not in MUNICIPALITIES)
    return next(heads, None) if len(said["province"]) >= _TWICE else None


def _of_province(found: str, named: Sequence[tuple[int, str]], said: Mapping[str, Sequence[int]], page: Page) -> str | None:
    """The province that the head lines name and the text speaks of (全省) more than of any county, which is then an example."""
    lead = next((block.start for block in page.blocks if block.kind == "paragraph"), 0)
    province = lineage(found)[-1]
    headed = any(start < lead and code == province for start, code in named)
    whole = len(said["province"])
    return province if headed and whole >= _TWICE and whole > len(said["county"]) + len(said["prefecture"]) else None


_CITY_FORCE = seldom(r"(?:^|[,。;、\s由])市(?:公安局)?[一-鿿]{0,4}支队")


def _of_force(found: str, named: Sequence[tuple[int, str]], page: Page) -> str:
    """The city, where title and first paragraph tell of a force of it (市特警支队) and of no place: streets of a district come later."""
    lead = next((block.end for block in page.blocks if block.kind == "paragraph"), 0)
    text = page.text.text
    if text.find("支队", 0, lead) < 0 or any(start < lead for start, _ in named) or not _CITY_FORCE.search(text, 0, lead):
        return found
    return next((code for code in lineage(found) if level(code) == "prefecture"), found)


def _is_told_of(named: Sequence[tuple[int, str]], below: Sequence[str], page: Page) -> bool:
    """Whether the first paragraph speaks of a part of the place (上海市公安局〔徐汇〕分局民警): the whole is but where that lies."""
    lead = next((block for block in page.blocks if block.kind == "paragraph"), None)
    return lead is not None and any(lead.start <= start < lead.end and code in below for start, code in named)


def _has_branch(named: Sequence[tuple[int, str]], found: str | None, page: Page) -> bool:
    """Whether paragraphs name the place only before a branch of its police: 成都市公安局〔龙泉驿区〕分局."""
    text, body = page.text.text, [block for block in page.blocks if block.kind == "paragraph"]
    told = [(start, code) for start, code in named if any(block.start <= start < block.end for block in body)]
    alone = [start for start, code in told if code == found and text.find("公安局", start, start + _BRANCH_NAME) < 0]
    return not alone and any(text.find("分局", start, start + _BRANCH_NAME) >= 0 for start, code in told if code != found)


def _only_county(inside: Sequence[str], least: int) -> str | None:
    """The county that all names in a city mean, where there are enough of them (平安榆林: … 榆阳区 …)."""
    return inside[0] if len(inside) >= least and len(set(inside)) == 1 and level(inside[0]) == "county" else None


def _only_part(below: Sequence[str], again: Sequence[str], whole: int) -> str | None:
    """The only county that is told of in a city, more often than the city itself (重庆…: 江北区, 江北区观音桥街道, 观音桥街道)."""
    return _only_county([*below, *again], max(_ENOUGH, whole + 1)) if below else None


def _narrowest(mass: Mapping[str, float]) -> str | None:
    """From the country down, as long as one part holds most of what the whole holds."""
    at = COUNTRY
    while True:
        parts = [code for code in mass if code != COUNTRY and _parent(code) == at]
        best = max(parts, key=lambda code: (mass[code], code), default=None)
        if best is None or mass[best] < _MAJORITY * mass[at] or mass[best] <= 0:
            return None if at == COUNTRY else at
        at = best


def _parent(code: str) -> str:
    parent = divisions()[code].parent
    return parent if parent in divisions() else COUNTRY


def _weights(page: Page) -> tuple[list[int], list[float]]:
    """The edges of the page's blocks, and what a name counts before, between and after them."""
    edges: list[int] = []
    weights = [_ORDINARY]
    lead = next((block for block in page.blocks if block.kind == "paragraph"), None)
    for block in page.blocks:
        edges += [block.start, block.end]
        weights += [_LEAD if block is lead else _WEIGHTS.get(block.kind, _ORDINARY), _ORDINARY]
    return edges, weights


def jurisdiction_name(code: str, named: Iterable[str]) -> str:
    """The name that tells the place from others: a county with its city where the article names the city, else with all that it lies in."""
    if code == COUNTRY:
        return "全国"
    line = lineage(code)
    if level(code) != "county":
        return divisions()[code].name
    if is_district(code):
        return label(code)
    return label(line[1]) + label(code) if line[1] in set(named) else full_label(code)
