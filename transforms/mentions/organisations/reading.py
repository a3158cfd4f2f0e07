"""How each kind of word finds the organisation that it means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.mentions.organisations import offices, police, titles, units
from transforms.mentions.organisations.bodies import Body, institution
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.names import name_start
from transforms.mentions.organisations.seats import is_division, seat_at
from transforms.mentions.organisations.spot import Mention, Reading, Spot
from transforms.patterns import seldom


def foreign(spot: Spot) -> Mention | None:
    """越南公安部, 美国缉毒局: an authority of another country, in its own words."""
    start = spot.abroad() if spot.word.role in _AUTHORITIES and spot.word.kind != "media" and not _is_other_word(spot) else None
    return None if start is None else spot.mention(Body("named", "other", spot.text[start : spot.end]), "foreign", start)


_PART = seldom("部(?!署)")


def _is_other_word(spot: Spot) -> bool:
    """Whether 局 is of 局长 behind a bureau (警察局|局长), or of 局部."""
    return spot.text.endswith(spot.word.text, 0, spot.start) or (spot.word.text == "局" and spot.follows(_PART))


_AUTHORITIES = frozenset({"absolute", "seat", "short", "collective", "bodies", "other_office", "office", "local", "branch", "abroad"})


# The readings by the `role` of a word in `seeds/organisations.csv`; a word of another role names nothing in particular (社区警务室).
READINGS: Mapping[str, Reading] = {
    "seat": police.institution_of_seat,
    "branch": police.branch,
    "short": police.by_short_name,
    "collective": police.collective,
    "bodies": police.bodies,
    "level": police.by_rank,
    "party": offices.party,
    "written": offices.written_out,
    "above": offices.organ_above,
    "organ": offices.organ,
    "committee": offices.committee,
    "secretary": offices.secretary,
    "cell": offices.cell,
    "local": offices.local,
    "other_office": offices.other_office,
    "council": offices.council,
    "street": offices.street_office,
    "office": offices.office,
    "unit": units.unit,
    "inner": units.inner,
    "desk": units.desk,
    "self": units.same,
    "absolute": titles.absolute,
    "press": titles.press,
    "media": titles.titled,
    "company": titles.titled,
    "band": titles.band,
    "room": titles.room,
    "tour": titles.tour,
    "abroad": foreign,
}


def read(spot: Spot) -> list[Mention]:
    """The mentions that a word makes there, in order; none where it names nothing in particular."""
    reading = READINGS.get(spot.word.role)
    mention = (foreign(spot) or reading(spot)) if reading else None
    if mention and (spot.text.startswith(_OTHER_WORDS, mention.end - 1) or _is_post(spot)):
        return []
    if mention and spot.word.role in _COUNTABLE and _NUMBERED.match(spot.text, mention.end):
        return []
    if mention is None or (_is_counted(spot.text, mention.start) and spot.text[mention.start] != "“"):
        return _counted(spot) if spot.word.role == "unit" else []
    return [*_listed(mention, spot.known), units.section(mention, spot.text)]


_OTHER_WORDS = ("部门", "队伍")


def _is_post(spot: Spot) -> bool:
    """Whether 总队 and the like are of the post that follows the unit itself: 治安总队原|总队长."""
    return spot.following == "长" and spot.text.endswith(("原", "时任"), 0, spot.start) and spot.over(spot.start - 1) is not None


def _listed(mention: Mention, known: Context) -> list[Mention]:
    """济南、威海等市公安局, 历下、市中分局: the same institution of each place that is listed before the last."""
    found: list[Mention] = []
    body, start = mention.body, mention.start
    while body.form == "institution" and known.text[start - 1 : start] == "、":
        hit = known.named_until(start - 1)
        if hit is None or (body.kind == "branch" and not is_division(hit)):
            break
        found.append(Mention(hit.start, mention.end, institution(body.own, seat_at(hit)), "listed"))
        start = hit.start
    return found[::-1]


_MEASURED = re.compile(r"[\d一二三四五六七八九十百千万两几多余NX][家个所支处间座名]")
_COUNT = re.compile(r"[\d一二三四五六七八九十百千万两几多余][个家支所]$")


def _is_counted(text: str, start: int) -> bool:
    """Whether what begins there is counted, not named: 3个巡警中队, 89家医院."""
    return _MEASURED.match(text, max(0, start - 1)) is not None or _COUNT.search(text, max(0, start - 2), start) is not None


_COUNTABLE = frozenset({"unit", "office"})
_NUMBERED = re.compile(r"\d[\d.,]*(?:余|多)?万?[个支家所处座间]")  # 建成消防站12座


_LIST = seldom(r"(?P<names>(?:[一-鿿]{1,8}、){1,4}[一-鿿]{1,6}?)等?[两三四五六七八九十\d]{1,2}[个家支]$")
_COUNTERS = frozenset("个家支")
_LONGEST_LIST = 40


def _counted(spot: Spot) -> list[Mention]:
    """湖滨、荥阳两个派出所: a unit for each name."""
    if spot.text[max(0, spot.start - 1) : spot.start] not in _COUNTERS:
        return []
    last = spot.before[-1].end if spot.before else 0
    found = _LIST.search(spot.text, max(last, spot.start - _LONGEST_LIST), spot.start)
    if found is None:
        return []
    at, mentions = found.start(), []
    for name in found["names"].split("、"):
        mentions.append(_one_of(spot, at, at + len(name)))
        at += len(name) + 1
    return [mention for mention in mentions if mention]


def _one_of(spot: Spot, at: int, end: int) -> Mention | None:
    """The unit whose name stands at `at` to before `end`, as if the word followed it."""
    start = name_start(spot.text, at, end)
    mention = units.unit(spot._replace(start=end)) if start < end else None
    return mention._replace(start=start) if mention else None
