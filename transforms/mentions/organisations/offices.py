"""Offices of a place: its police, courts, government, party and bureaus."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transforms.mentions.organisations.bodies import Body, Seat, institution, seat_of
from transforms.mentions.organisations.context import Context, own, is_local
from transforms.mentions.organisations.mention import Mention, ending, floor, recent
from transforms.mentions.organisations.names import name_start
from transforms.mentions.organisations.seats import by_level, is_division, is_generic, is_other_word, seat_at, seated
from transforms.mentions.organisations.vocabulary import Site
from transforms.mentions.places.gazetteer import MUNICIPALITIES, Level, label, level

_HEAD = re.compile(r"副?(?:书记|局长|主任|院长|检察长|站长|队长|支队长|大队长)")
_NUMBER = re.compile("第[一二三四五六]$")
_RANKS: Mapping[str, Level] = {"总队": "province", "支队": "prefecture", "大队": "county"}
_NOT_SHORT = frozenset("厅大长官监建工事业队系员安设通车救站器演知宣栓产机")  # 公安大学, 检察官, 消防车: other things that begin so


def of_seat(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """济南市公安局, 区法院, 市第二人民法院: the institution of the place or level before it; 公安局 alone is the article's own."""
    found = seated(site, known)
    if found:
        return Mention(found[1], site.end, institution(site.word.institution, found[0]), "seat")
    number = _NUMBER.search(known.text, max(0, site.start - 2), site.start)
    numbered = seated(site._replace(start=number.start()), known) if number else None
    if number and numbered:
        return Mention(numbered[1], site.end, Body("office", site.word.kind, number.group() + site.word.text, numbered[0]), "seat")
    return _bare(site, known, before) if site.word.bare and not is_generic(site, known) else None


def _bare(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """公安局 and 公安厅 without a place; 高速公路公安局 is none of these."""
    if name_start(known.text, floor(before), site.start) < site.start:
        return None
    seat = known.seat if is_local(known.seat) and site.word.kind == "bureau" else _nearest(site, known)
    return Mention(site.start, site.end, institution(site.word.institution, seat), "bare") if seat else None


def _nearest(site: Site, known: Context) -> Seat | None:
    """The province for what only provinces have, else the county named last in the paragraph, else what the article is about."""
    code = known.at_level("province" if site.word.kind == "department" else "county", "", site.start)
    return seat_of(code) if code else known.seat


def branch(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """峄城分局, 市公安局示范区分局, 高新分局, 区公安分局, 分局."""
    hit = known.ends.get(site.start)
    if hit and is_division(hit):
        return _of_district(site, known, before)
    found = by_level(site.start, known) if hit is None else None
    if found:
        return Mention(found[1], site.end, institution("police", found[0]), "seat")
    start = name_start(known.text, floor(before), site.start)
    if start < site.start:
        return _of_name(site, start, known, before)
    if is_generic(site, known):
        return None
    body = _meant(site, known, before)
    return Mention(site.start, site.end, body or Body("loose", "branch", site.word.full), "bare")


def _of_district(site: Site, known: Context, before: Sequence[Mention]) -> Mention:
    """The police of the district before 分局; written out in full where the city's police stand before the district."""
    hit = known.ends[site.start]
    body, over = institution("police", seat_at(hit)), ending(before, hit.start)
    if over is None or over.body.form != "institution" or over.body.own != "police" or over.body.seat is None:
        return Mention(hit.start, site.end, body, "seat")
    return Mention(over.start, site.end, body, "seat", f"{over.body.seat.at}公安局{hit.name}分局")


def _of_name(site: Site, start: int, known: Context, before: Sequence[Mention]) -> Mention | None:
    """高新分局, 机场分局: a branch that is not of a district."""
    over = ending(before, start)
    city = known.at_level("prefecture", "市", start)
    within = over.body if over else institution("police", seat_of(city)) if city else None
    body = Body("unit", "branch", known.text[start : site.start] + site.word.full, within=within)
    return Mention(over.start if over else start, site.end, body, "branch") if within else None


def _meant(site: Site, known: Context, before: Sequence[Mention]) -> Body | None:
    """Which branch 分局 means: the article's own, else the last one of the paragraph."""
    home = own("police", known)
    if home and home.kind == "branch":
        return home
    return next((body for body in recent(before, known.paragraph(site.start)) if body.kind == "branch" and body.form != "loose"), None)


def by_short_name(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """济南公安, 市中警方: the institution of the place named before it; of a province, its police at large."""
    hit = known.ends.get(site.start)
    if site.word.full == "警方" and hit is None:
        home = own("police", known)
        return Mention(site.start, site.end, home, "bare") if home and before else None
    if hit is None or hit.kind == "reference" or known.text[site.end : site.end + 1] in _NOT_SHORT:
        return None
    if _is_province(hit.adcode) and site.word.institution == "police":
        return _at_large(site, known)
    return Mention(hit.start, site.end, institution(site.word.institution, seat_at(hit)), "short")


def _is_province(code: str) -> bool:
    """Whether the division has cities under it, and so no single police."""
    return level(code) == "province" and code not in MUNICIPALITIES


def at_large(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """山东公安机关: all police of a province; of a city or county, its police."""
    hit = known.ends.get(site.start)
    if hit is None or hit.kind == "reference":
        return None
    if _is_province(hit.adcode):
        return _at_large(site, known)
    return Mention(hit.start, site.end, institution("police", seat_at(hit)), "collective")


def _at_large(site: Site, known: Context) -> Mention:
    hit = known.ends[site.start]
    return Mention(hit.start, site.end, Body("named", "other", hit.name + "公安机关", seat_of(hit.adcode)), "collective")


def party(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """市委, 仙居县委, 团市委: the committee of the place whose last letter the word shares, else of the level that it names."""
    text, word = known.text, site.word.text
    if word == "委员会":
        return _written_out(site, known)
    hit = known.ends.get(site.end - 1)
    if text[site.end : site.end + 1] in {"托", "派", "任", "员", "屈"}:
        return None
    if hit and hit.kind != "reference":
        return Mention(hit.start, site.end, institution(site.word.institution, seat_at(hit)), "seat")
    if hit or is_other_word(site.end - 2, known):
        return None
    found = by_level(site.end - 2 if word.startswith("自治区") else site.end - 1, known)
    return Mention(site.start, site.end, institution(site.word.institution, found[0]), "level") if found else None


def _written_out(site: Site, known: Context) -> Mention | None:
    """中共东莞市长安镇委员会."""
    hit = known.ends.get(site.start)
    if hit is None or not known.text.endswith("中共", 0, hit.start):
        return None
    return Mention(hit.start - 2, site.end, institution("party", seat_at(hit)), "seat")


def above_seat(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """政法委, 纪委: of the committee before it, of the place or level before it, or of the committee named last."""
    over = ending(before, site.start)
    if over and _is_party(over.body) and over.body.seat:
        return Mention(over.start, site.end, institution(site.word.institution, over.body.seat), "organ")
    found = seated(site, known)
    if found:
        return Mention(found[1], site.end, institution(site.word.institution, found[0]), "seat")
    if not site.word.bare or is_generic(site, known):
        return None
    seat = next((body.seat for body in recent(before, known.paragraph(site.start)) if _is_party(body)), known.seat)
    return Mention(site.start, site.end, institution(site.word.institution, seat), "bare") if seat and not seat.zone else None


def _is_party(body: Body) -> bool:
    return body.form == "institution" and body.own == "party"


def organ(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """区委社会工作部: an organ of the party committee before it."""
    over = ending(before, site.start)
    if over is None or not _is_party(over.body):
        return None
    return Mention(over.start, site.end, Body("organ", "party", site.word.full, over.body.seat), "organ")


def committee(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """市公安局党委, 社区党委: the party committee of an organisation or of a town or quarter."""
    over = ending(before, site.start)
    if over is None:
        return secretary(site, known, before)
    if over.body.kind == "party":
        return None
    return Mention(over.start, site.end, Body("committee", "party", "", within=over.body), "committee")


def secretary(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """社区党委书记: the party committee of a town or quarter; of other organisations the word begins a title."""
    found = by_level(site.start, known)
    if found is None or found[0] == seat_of(found[0].adcode):
        return None
    seat, start = found
    body = Body("apart", "party", f"中共{seat.at.removeprefix(label(seat.adcode))}委员会", seat)
    return Mention(start, site.start + len("党委"), body, "committee")


def local(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """武汉铁路公安处: called by a place without being an office of it."""
    hit = known.ends.get(site.start)
    if hit is None or hit.kind == "reference":
        return None
    return Mention(hit.start, site.end, Body("apart", site.word.kind, hit.name + site.word.full, seat_at(hit)), "local")


def office(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """区司法局, 仙居县横溪镇调解中心: an office of a place; without one only where its head or its rank says which is meant."""
    over = ending(before, site.start)
    if over and over.body.kind in {"bureau", "branch", "department"}:
        return Mention(over.start, site.end, Body("unit", site.word.kind, site.word.full, within=over.body), "unit")
    at = site._replace(start=site.start + 2) if site.word.text.startswith("街道") else site
    found = seated(at, known) or _unseated(at, known)
    if found is None:
        return None
    seat, start = found
    kind = "department" if site.word.kind == "bureau" and level(seat.adcode) == "province" else site.word.kind
    return Mention(start, site.end, Body("office", kind, site.word.full, seat), "office")


def _unseated(site: Site, known: Context) -> tuple[Seat, int] | None:
    """管委会 is the zone's own, 边防支队 the city's, 司法局局长 heads the article's own bureau."""
    if is_generic(site, known) or known.seat is None:
        return None
    if site.word.full == "管理委员会":
        return (known.seat, site.start) if known.seat.zone else None
    rank = _RANKS.get(site.word.full[-2:])
    if rank:
        code = known.at_level(rank, "", site.start)
        return (seat_of(code), site.start) if code else None
    return (known.seat, site.start) if is_local(known.seat) and _HEAD.match(known.text, site.end) else None
