"""How each kind of word finds the organisation that it means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transforms.mentions.organisations.bodies import Body, institution
from transforms.mentions.organisations.context import Context
from transforms.mentions.organisations.mention import Mention, Reading, floor
from transforms.mentions.organisations.names import name_start
from transforms.mentions.organisations.offices import above_seat, at_large, branch, by_short_name, committee, local, of_seat, office, organ, party, secretary
from transforms.mentions.organisations.seats import by_level, is_division, seat_at
from transforms.mentions.organisations.units import band, desk, inner, same, section, unit
from transforms.mentions.organisations.vocabulary import Site


def read(site: Site, known: Context, before: Sequence[Mention]) -> list[Mention]:
    """The mentions that a word makes there, in order; none where it names nothing in particular."""
    mention = _READINGS[site.word.role](site, known, before)
    if mention is None:
        return _counted(site, known, before)
    return [*_listed(mention, known), section(mention, known)]


def _listed(mention: Mention, known: Context) -> list[Mention]:
    """济南、威海等市公安局, 历下、市中分局: the same institution of each place that is listed before the last."""
    found: list[Mention] = []
    body, start = mention.body, mention.start
    while body.form == "institution" and known.text[start - 1 : start] == "、" and start - 1 in known.ends:
        hit = known.ends[start - 1]
        if hit.kind == "reference" or (body.kind == "branch" and not is_division(hit)):
            break
        found.append(Mention(hit.start, mention.end, institution(body.own, seat_at(hit)), "listed"))
        start = hit.start
    return found[::-1]


_LIST = re.compile(r"(?P<names>(?:[一-鿿]{1,8}、){1,4}[一-鿿]{1,6}?)等?[两三四五六七八九十\d]{1,2}[个家支]$")


def _counted(site: Site, known: Context, before: Sequence[Mention]) -> list[Mention]:
    """湖滨、荥阳两个派出所: a unit for each name."""
    found = _LIST.search(known.text, max(floor(before), site.start - 40), site.start) if site.word.role == "unit" else None
    if found is None:
        return []
    mentions: list[Mention] = []
    at = found.start()
    for name in found["names"].split("、"):
        end = at + len(name)
        start = name_start(known.text, at, end)
        mention = unit(site._replace(start=end), known._replace(text=known.text[:end]), before) if start < end else None
        if mention:
            mentions.append(mention._replace(start=start, end=site.end))
        at = end + 1
    return mentions


def _absolute(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """公安部, 香港警务处: a name of its own."""
    return Mention(site.start, site.end, Body("named", site.word.kind, site.word.full, known.seat if site.word.only else None), "absolute")


_NOT_POLICE = frozenset("面部势域限长外")  # 市局 but not 城市局面


def _level(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """市局, 省厅: the police of that level."""
    found = by_level(site.start + 1, known) if known.text[site.end : site.end + 1] not in _NOT_POLICE else None
    return Mention(site.start, site.end, institution("police", found[0]), "level") if found else None


def _press(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """本报, 本网: the page's source or site."""
    page = known.page
    name = (page.site or page.source) if site.word.text in {"本网", "本站"} else (page.source or page.site)
    return Mention(site.start, site.end, Body("named", "media", name), "press") if name else None


def _titled(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """台州日报, 某某有限公司: a name of its own that ends in the word."""
    start = name_start(known.text, floor(before), site.start)
    if start == site.start:
        return None
    return Mention(start, site.end, Body("named", site.word.kind, known.text[start : site.end]), site.word.role)


def _none(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """社区警务室, 党委书记: words that hold another word and name nothing in particular."""
    return None


_READINGS: Mapping[str, Reading] = {
    "absolute": _absolute,
    "seat": of_seat,
    "branch": branch,
    "short": by_short_name,
    "collective": at_large,
    "party": party,
    "above": above_seat,
    "organ": organ,
    "local": local,
    "committee": committee,
    "secretary": secretary,
    "office": office,
    "unit": unit,
    "inner": inner,
    "desk": desk,
    "band": band,
    "self": same,
    "level": _level,
    "press": _press,
    "media": _titled,
    "company": _titled,
    "none": _none,
}
