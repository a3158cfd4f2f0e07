"""Units below an organisation: stations, teams, inner sections, and people on watch under a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from transforms.mentions.organisations.bodies import Body, Seat, institution, seat_of
from transforms.mentions.organisations.context import Context, is_local, own
from transforms.mentions.organisations.mention import Mention, ending, floor, recent
from transforms.mentions.organisations.names import is_business, name_start
from transforms.mentions.organisations.seats import is_generic, quarter, seat_at
from transforms.mentions.organisations.vocabulary import Site
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import Level

_APART = re.compile("警务(?:室|站|区|工作站|服务站)$")  # called by their own names, without the police that they belong to
_RANKS: Mapping[str, Level] = {"总队": "province", "支队": "prefecture"}
_CHIEF = re.compile("副?[所站庭]长")


def unit(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """大观园派出所, 刑警大队: a unit by its name, within what stands before it or what the text is about."""
    place = next(known.nearby(site.start), None)
    start = name_start(known.text, max(floor(before), place.end if place and place.end <= site.start else 0), site.start)
    name = known.text[start : site.start]
    over, hit = ending(before, start), known.ends.get(start)
    if over:
        return None if over.body.own.endswith(name + site.word.full) else _within(over, site, name)
    if hit and hit.kind != "reference":
        return _after_place(site, name, hit, before)
    if not name:
        return _again(site, known, before)
    return Mention(start, site.end, _known_as(name + site.word.full, before) or _of_holder(site, name, known, before), "unit")


def _within(over: Mention, site: Site, name: str) -> Mention:
    return Mention(over.start, site.end, Body("unit", site.word.kind, name + site.word.full, within=over.body), "unit")


def _after_place(site: Site, name: str, hit: PlaceHit, before: Sequence[Mention]) -> Mention | None:
    """A unit right after a place: within the organisation before both (消防救援总队普陀支队), else of that place."""
    over = ending(before, hit.start)
    if over:
        return _within(over, site, hit.name + name)
    if site.word.only:
        return Mention(hit.start, site.end, Body("apart", site.word.kind, hit.name + name + site.word.full, seat_at(hit)), "unit")
    if not name and not _APART.search(site.word.text):
        return None
    return Mention(hit.start, site.end, _at_place(site, name, hit), "unit")


def _at_place(site: Site, name: str, hit: PlaceHit) -> Body:
    """A unit right after a place: of its police where the place is a division, else called by the place."""
    seat = seat_at(hit)
    if site.word.institution == "police" and (seat.zone or seat == seat_of(hit.adcode)):
        return Body("unit", site.word.kind, name + site.word.full, within=institution("police", seat))
    called = quarter(hit) if _APART.search(site.word.text) else seat.at
    return Body("office", site.word.kind, name + site.word.full, Seat(hit.adcode, called))


def _known_as(name: str, before: Sequence[Mention]) -> Body | None:
    """The body that was called so before, with what it belongs to."""
    return next((body for body in recent(before) if body.own == name and body.form in {"unit", "apart"}), None)


def _of_holder(site: Site, name: str, known: Context, before: Sequence[Mention]) -> Body:
    called = name + site.word.full
    if site.word.institution == "place":
        return Body("apart", site.word.kind, called, known.seat)
    return Body("apart" if _APART.search(called) else "unit", site.word.kind, called, within=_holder(site, known, before))


def _holder(site: Site, known: Context, before: Sequence[Mention]) -> Body | None:
    """What a unit without any prefix belongs to: the police or court that the page is about, else the police named last in the paragraph."""
    if is_local(known.seat) or site.word.institution != "police":
        return own(site.word.institution, known) if is_local(known.seat) else None
    rank = _RANKS.get(site.word.text)
    code = known.at_level(rank, "", site.start) if rank else None
    if code:
        return institution("police", seat_of(code))
    near = recent(before, known.paragraph(site.start))
    return next((body for body in near if body.kind == "branch" or (body.kind == "bureau" and is_local(body.seat))), None)


def _again(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """派出所, 支队 without a name: the one of that sort that the paragraph named last, or the only one of the text; or that of a quarter."""
    if is_generic(site, known):
        return None
    near = (body for body in recent(before, known.paragraph(site.start)) if _is_called(body, site))
    body = next(near, None) or _only(site, before) or _ofquarter(site, known) or _headed(site, known)
    return Mention(site.start, site.end, body, "again") if body else None


def _is_called(body: Body, site: Site) -> bool:
    return body.own.endswith(site.word.full) and body.form != "loose"


def _only(site: Site, before: Sequence[Mention]) -> Body | None:
    """The one body of that sort that the text has named so far."""
    called = {body for body in recent(before) if _is_called(body, site)}
    return called.pop() if len(called) == 1 else None


def _ofquarter(site: Site, known: Context) -> Body | None:
    """这里的警务室: that of the quarter or village which the paragraph named last."""
    if not _APART.search(site.word.text):
        return None
    near = known.nearby(site.start, known.paragraph(site.start))
    hit = next((hit for hit in near if hit.full.endswith(("小区", "社区", "村"))), None)
    return Body("office", site.word.kind, site.word.full, Seat(hit.adcode, quarter(hit))) if hit else None


def _headed(site: Site, known: Context) -> Body | None:
    """渔政站站长: one whose head is named is one in particular."""
    if site.word.institution != "place" or not _CHIEF.match(known.text, site.end):
        return None
    return Body("apart", site.word.kind, site.word.full, known.seat)


def inner(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """综合指挥室, 合成作战中心: a section of the organisation before it, or of the station that the paragraph named last."""
    over = ending(before, site.start)
    if over:
        return _within(over, site, "")
    if is_generic(site, known):
        return None
    near = recent(before, known.paragraph(site.start))
    station = next((body for body in near if body.kind == "station" and body.form == "unit"), None)
    if station and site.word.institution == "station":
        return Mention(site.start, site.end, Body("unit", site.word.kind, site.word.full, within=station), "inner")
    body = _known_as(site.word.full, before)
    return Mention(site.start, site.end, body, "again") if body else None


def desk(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """警务督察部门: a department of the police that the page is about, by its branch of work."""
    start = name_start(known.text, floor(before), site.start)
    name = known.text[start : site.start]
    if not is_business(name) or known.text[start - 1 : start] == "、" or known.text[site.end : site.end + 1] == "、":
        return None
    over = ending(before, start)
    if over:
        return _within(over, site, name)
    holder = _holder(site, known, before)
    return Mention(start, site.end, Body("unit", site.word.kind, name + site.word.full, within=holder), "unit") if holder else None


_SECTION = re.compile("(?P<name>[一-鿿]{2,6}?(?P<kind>[处科股]))(?=副?[处科股]长|民警|负责人|工作人员)")
_SECTION_KINDS: Mapping[str, str] = {"处": "other", "科": "department", "股": "department"}


def section(mention: Mention, known: Context) -> Mention:
    """山东省公安厅信通处: the mention with the section that follows it, where an officer of that section is named."""
    found = _SECTION.match(known.text, mention.end)
    if found is None or mention.body.form == "named":
        return mention
    body = Body("unit", _SECTION_KINDS[found["kind"]], found["name"], within=mention.body)
    return Mention(mention.start, found.end(), body, "section")


_SORTS: Mapping[str, frozenset[str]] = {
    "局": frozenset({"bureau", "branch"}),
    "分局": frozenset({"branch"}),
    "厅": frozenset({"department"}),
    "院": frozenset({"court", "procuratorate"}),
}


def same(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """该局, 该所: the last organisation of that sort."""
    last = site.word.text[1:]
    home = own("police", known)
    near = next((body for body in recent(before, known.paragraph(site.start)) if body == home), None)
    body = near if near and _is_a(near, last) else next((body for body in recent(before) if _is_a(body, last)), None)
    return Mention(site.start, site.end, body, "same") if body else None


def _is_a(body: Body, last: str) -> bool:
    """Whether 该局, 该院 may mean the body."""
    if body.form == "institution":
        return not _SORTS.get(last, frozenset()).isdisjoint({body.kind, body.own})
    return body.own.endswith(last) and body.form != "loose"


_QUOTED = re.compile("“[^“”\n]{1,12}”$")
_OPEN = re.compile("“[^“”\n]{1,10}$")


def band(site: Site, known: Context, before: Sequence[Mention]) -> Mention | None:
    """“红袖标”巡逻队, “平安巡防队”, 泉城义警: people on watch under a name; without one they are none in particular."""
    text, reach = known.text, max(0, site.start - 14)
    quoted = _QUOTED.search(text, reach, site.start)
    opened = _OPEN.search(text, reach, site.start) if text[site.end : site.end + 1] == "”" else None
    if quoted or opened:
        start = quoted.start() if quoted else opened.start() + 1 if opened else site.start
    else:
        start = name_start(text, floor(before), site.start)
    if start == site.start or is_business(text[start : site.start]):
        return None
    return Mention(start, site.end, Body("named", "team", text[start : site.end], known.seat), "band")
