"""Units below an organisation: stations, teams and inner sections."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.mentions.organisations.bodies import Body, Seat, body_name, institution, seat_of
from transforms.mentions.organisations.context import is_local
from transforms.mentions.organisations.houses import house, is_a
from transforms.mentions.organisations.names import brand_start, in_marks, is_business, name_start
from transforms.mentions.organisations.seats import by_level, quarter, seat_at
from transforms.mentions.organisations.spot import Mention, Spot, only
from transforms.mentions.organisations.vocabulary import vocabulary
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import Level, level
from transforms.patterns import seldom

_APART = re.compile("警务(?:室|站|区|工作站|服务站)$|检查站$")  # called by their own names, without the police that they belong to
_RANKS: Mapping[str, Level] = {"总队": "province", "支队": "prefecture"}
_OTHER_FORCES = ("武警", "高速", "海警")  # not of the police of the place: 武警南丰中队, 高速交警三大队
_RANKED = ("支队", "大队", "中队")
_TELLING = 5  # letters that a team's name has at least where it says which team is meant
_CHIEF = seldom("副?[所站庭]长(?![、和])")


def unit(spot: Spot) -> Mention | None:
    """大观园派出所, 刑警大队: a unit by its name, within what stands before it or what the text is about."""
    start = spot.name_start()
    name = spot.text[start : spot.start]
    if _is_other(spot, start, name):
        return None
    over, hit, quoted = spot.over(start), spot.known.named_until(start), _under_quotation(spot)
    if over and not quoted:
        return None if over.body.own.endswith(name + spot.word.full) else _within(spot, over, name)
    if hit and not quoted:
        return _after_place(spot, hit, name)
    held = quoted or _of_level(spot, start, name) or _of_house(spot, start, name)
    if held:
        return held
    if not name:
        return _of_town(spot) or _plainly_named(spot) or _numbered(spot) or _again(spot)
    return spot.mention(spot.called(name + spot.word.full) or _held(spot, name), "unit", start)


def _under_quotation(spot: Spot) -> Mention | None:
    """白银市公安局“8·05”专案组, “清风”整治专班: a team formed for what is quoted, of what stands before it if anything."""
    found = _QUOTED.search(spot.text, max(0, spot.start - _REACH), spot.start) if spot.word.text in _FORMED else None
    if found is None:
        return None
    over = spot.over(found.start())
    if over:
        return _within(spot, over, found.group())
    return spot.mention(Body("apart", spot.word.kind, found.group() + spot.word.full, spot.known.seat), "unit", found.start())


_QUOTED, _REACH = seldom(in_marks(2, 16) + "\\Z"), 22
_FORMED = frozenset({"专案组", "专班"})


def _is_other(spot: Spot, start: int, name: str) -> bool:
    """An honour (“五星派出所”) or way of working; a post (副支队长); what is of a sort (护照找出入境大队)."""
    quoted = spot.text[start - 1 : start] == "“" and spot.following in {"”", "+"}
    cut = (len(name) == 1 and spot.word.text.startswith("专")) or (
        name.endswith("依") and spot.word.text == "法庭"
    )  # 打击盗抢骗专班, 依法|庭审
    return quoted or cut or spot.text.endswith("副", 0, spot.start) or (is_business(name) and spot.text.endswith("找", 0, start))


def _of_level(spot: Spot, start: int, name: str) -> Mention | None:
    """县交警大队, 市旅游警察支队: a team of the police that the level before its name means."""
    found = by_level(start + 1, spot.known) if len(name) > 2 and name[0] in _LEVELS and spot.word.institution == "police" else None
    if found is None or found[0] != seat_of(found[0].adcode):
        return None
    body = Body("unit", spot.word.kind, name[1:] + spot.word.full, within=institution("police", found[0]))
    return spot.mention(body, "unit", start)


_LEVELS = frozenset("省市州盟县区旗")


def _of_house(spot: Spot, start: int, name: str) -> Mention | None:
    """局治安大队: a team of the bureau that the article calls by one letter."""
    whole = house(spot, start + 1) if len(name) > 2 else None
    return spot.mention(Body("unit", spot.word.kind, name[1:] + spot.word.full, within=whole) if whole else None, "unit", start)


def _of_town(spot: Spot) -> Mention | None:
    """镇司法所, 镇派出所: an office of the town that its level means, a station called by it."""
    found = by_level(spot.start, spot.known) if spot.word.institution == "place" or spot.word.text == "派出所" else None
    if found is None or spot.word.institution == "place":
        return spot.mention(Body("office", spot.word.kind, spot.word.full, found[0]), "office", found[1]) if found else _in_town(spot)
    seat, start = found
    return spot.mention(_station_of(spot, seat.at.removeprefix(seat_of(seat.adcode).at), seat.adcode), "unit", start)


def _in_town(spot: Spot) -> Mention | None:
    """在本庄镇,派出所所长…: the station of the town where the sentence is."""
    home = spot.known.home if spot.word.text == "派出所" and spot.follows(_CHIEF) else None
    town = _IN_TOWN.search(spot.text, max(0, spot.start - _FAR), spot.start) if home else None
    if town is None or home is None:
        return None
    hit = spot.known.named_until(town.end("town"))
    named, code = (quarter(hit), hit.adcode) if hit else (town["town"], home)
    return spot.mention(_station_of(spot, named, code), "unit")


_FAR = 14
_IN_TOWN = seldom("(?:^|[,，。;；\n])在(?P<town>[^,，。;；、\n的]{1,8}(?:[镇乡]|街道))[,，]$")


def _station_of(spot: Spot, town: str, code: str) -> Body | None:
    body = Body("unit", spot.word.kind, town + spot.word.full, within=institution("police", seat_of(code)))
    return body if town.endswith(("镇", "乡", "街道")) else None


def _plainly_named(spot: Spot) -> Mention | None:
    """县法院平安法庭: a tribunal with an ordinary word for its name, right behind its court."""
    last = spot.before[-1] if spot.before and spot.word.institution == "court" else None
    name = spot.text[last.end : spot.start] if last else ""
    return _within(spot, last, name) if last and last.body.kind == "court" and _PLAIN.fullmatch(name) else None


_PLAIN = seldom("[一-鿿]{2,3}")
_NUMBER = re.compile("第?[一二三四五六七八九十]{1,2}$")


def _numbered(spot: Spot) -> Mention | None:
    """刑警大队三中队, 刑侦局二支队: a team by its number, right behind what it is part of."""
    number = _NUMBER.search(spot.text, max(0, spot.start - 3), spot.start)
    over = spot.over(number.start()) if number else None
    part = over is not None and (over.body.kind == "team" or over.body.own.endswith("局"))
    return _within(spot, over, number.group()) if number and over and part else None


def _within(spot: Spot, over: Mention, name: str) -> Mention | None:
    return spot.mention(Body("unit", _kind_within(spot, over.body), name + spot.word.full, within=over.body), "unit", over.start)


def _kind_within(spot: Spot, above: Body) -> str:
    """The kind of a part: 中国人民银行衡阳市分行 is no company; the 局 of a ministry or a bureau are bureaux (公安部禁毒局)."""
    if above.kind == "ministry" and spot.word.kind == "company":
        return "other"
    return "bureau" if above.kind in {"ministry", "bureau"} and spot.word.full.endswith("局") else spot.word.kind


def _after_place(spot: Spot, hit: PlaceHit, name: str) -> Mention | None:
    """A unit right after a place: within the organisation before both (消防救援总队普陀支队), else of that place."""
    over = spot.over(hit.start)
    if over:
        return _within(spot, over, hit.name + name)
    brand = brand_start(spot.text, hit.start)
    if brand < hit.start:
        return spot.mention(Body("apart", spot.word.kind, spot.text[brand : spot.start] + spot.word.full, seat_at(hit)), "unit", brand)
    if spot.word.only or _RAILWAY.fullmatch(name):
        return spot.mention(Body("apart", spot.word.kind, hit.name + name + spot.word.full, seat_at(hit)), "unit", hit.start)
    above = None if name else _above(spot)
    if above:
        return spot.mention(Body("unit", spot.word.kind, hit.name + spot.word.full, within=above), "unit", hit.start)
    stands = name or _APART.search(spot.word.text) or (spot.word.institution == "place" and quarter(hit) != hit.full)
    return spot.mention(_at_place(spot, name, hit) if stands else None, "unit", hit.start)


_RAILWAY = seldom("[东西南北]?(?:火车)?站")  # 衡阳|站|派出所: of the railway's police


def _above(spot: Spot) -> Body | None:
    """Of 鱼峰大队 the traffic police that the paragraph named, or the page alone: teams of a force are called by their districts."""
    if not spot.word.text.endswith(_RANKED):
        return None
    near = next(filter(_is_force, spot.in_paragraph()), None)
    wide = {_force(body): body for body in spot.recent() if _is_force(body)} if near is None else {}
    return near or (next(iter(wide.values())) if len(wide) == 1 else None)


def _is_force(body: Body) -> bool:
    return _force(body).endswith(("总队", "支队"))


def _force(body: Body) -> str:
    return body_name(body, {}) if body.kind == "team" else ""


def _at_place(spot: Spot, name: str, hit: PlaceHit) -> Body:
    """A unit of the police of a division, or called by a town or quarter."""
    seat, called = seat_at(hit), name + spot.word.full
    if spot.word.institution == "police" and (seat.zone or seat == seat_of(hit.adcode)):
        return Body("unit", spot.word.kind, called, within=institution("police", seat))
    return Body("office", spot.word.kind, called, Seat(hit.adcode, quarter(hit) if _APART.search(called) else seat.at))


def _held(spot: Spot, name: str) -> Body:
    """A unit with nothing but its name."""
    called = name + spot.word.full
    if spot.word.institution == "place" or name.startswith(_OTHER_FORCES):
        return Body("apart", spot.word.kind, called, spot.known.seat)
    return Body("apart" if _APART.search(called) else "unit", spot.word.kind, called, within=_holder(spot) or _over_town(spot, name))


_TOWNS = ("镇", "乡", "街道")


def _over_town(spot: Spot, name: str) -> Body | None:
    """The police of the county in which a station's town lies, where the text names both near it: 章丘区普集镇 before 普集派出所."""
    if spot.word.kind != "station" or spot.word.institution != "police":
        return None
    lies = (hit for hit in spot.known.nearby(spot.start) if hit.full.endswith(tuple(name + town for town in _TOWNS)))
    hit = next((hit for hit in lies if level(hit.adcode) == "county"), None)
    return institution("police", seat_of(hit.adcode)) if hit else None


def _holder(spot: Spot) -> Body | None:
    """What such a unit belongs to: the police or court that the page is about, else the police named last in the paragraph."""
    if is_local(spot.known.seat):
        return spot.own(spot.word.institution)
    if spot.word.institution != "police":
        return None
    rank = _RANKS.get(spot.word.text)
    code = spot.at_level(rank) if rank else None
    if code:
        return institution("police", seat_of(code))
    return next((body for body in spot.in_paragraph() if body.kind == "branch" or (body.kind == "bureau" and is_local(body.seat))), None)


_ORDERED = re.compile(r"(?:组织|发动|抽调|协调|依托|统筹)$")  # all of that sort: 组织派出所、交警等警种


def _again(spot: Spot) -> Mention | None:
    """派出所, 支队 without a name: the last of that sort in the paragraph, the only one of the text, or that of a quarter."""
    if spot.is_generic or _ORDERED.search(spot.text, max(0, spot.start - 4), spot.start):
        return None
    near = (body for body in spot.in_paragraph() if _is_such(body, spot))
    return spot.mention(next(near, None) or _only(spot) or _of_quarter(spot) or _headed(spot) or _of_force(spot), "again")


def _is_such(body: Body, spot: Spot) -> bool:
    return body.own.endswith(spot.word.full) and body.form != "loose"


def _only(spot: Spot) -> Body | None:
    return only(body for body in spot.recent() if _is_such(body, spot))


def _of_quarter(spot: Spot) -> Body | None:
    """这里的警务室: that of the quarter or village which the paragraph named last."""
    if not _APART.search(spot.word.text):
        return None
    near = spot.known.nearby(spot.start, spot.known.paragraph(spot.start))
    hit = next((hit for hit in near if hit.full.endswith(("小区", "社区", "村"))), None)
    return Body("office", spot.word.kind, spot.word.full, Seat(hit.adcode, quarter(hit))) if hit else None


def _headed(spot: Spot) -> Body | None:
    """渔政站站长: one whose head is named is one in particular."""
    if spot.word.institution != "place" or not spot.follows(_CHIEF):
        return None
    return Body("apart", spot.word.kind, spot.word.full, spot.known.seat)


def _of_force(spot: Spot) -> Body | None:
    """商业罪案调查科: a team that a force has once; 重案组 it has in every district."""
    if not spot.word.only or len(spot.word.text) < _TELLING - 2 * (spot.word.institution == "police"):
        return None
    return Body("unit", spot.word.kind, spot.word.full, within=spot.own("police"))


def inner(spot: Spot) -> Mention | None:
    """综合指挥室, 合成作战中心: a section of the organisation before it, or of the station that the paragraph named last."""
    over, whole = spot.over(spot.start), house(spot, spot.start)
    if over:
        return _within(spot, over, "")
    if whole:  # 局指挥中心
        return _part_of(spot, whole, spot.start - 1)
    beside = spot.beside()
    if beside and beside.within and beside.within.kind == "ministry":  # 公安部刑事侦查局、治安管理局
        return spot.mention(Body("unit", "bureau", spot.word.full, within=beside.within), "listed")
    if spot.is_generic:
        return None
    if spot.word.institution in {"court", "procuratorate"}:
        return _of_judges(spot)
    station = _station(spot) if spot.word.institution == "station" else None
    return _part_of(spot, station) or spot.mention(spot.called(spot.word.full), "inner") or _of_the_force(spot)


def _of_judges(spot: Spot) -> Mention | None:
    if spot.text[max(0, spot.start - 1) : spot.start] == "、":  # 信访大厅、诉讼服务中心: of that sort
        return None
    near = (body for body in spot.in_paragraph() if body.own == spot.word.institution)
    return _part_of(spot, next(near, None) or spot.own(spot.word.institution))


def _of_the_force(spot: Spot) -> Mention | None:
    """指挥中心 without more: of the force that the article is about, its team before its bureau."""
    if spot.word.institution != "police" or not spot.word.text.endswith("中心") or not is_local(spot.known.seat):
        return None
    if spot.name_start() < spot.start:
        return None
    home = spot.own("police")
    teams = {body for body in spot.recent() if body.within == home and body.own.endswith("支队")}
    whole = next(iter(teams)) if len(teams) == 1 else next((body for body in spot.recent() if body == home), None)
    return _part_of(spot, whole)


def _station(spot: Spot) -> Body | None:
    """The station that the paragraph named last, else the only one of the text."""
    near, wide = (body for body in spot.in_paragraph() if _is_station(body)), (body for body in spot.recent() if _is_station(body))
    last, only = next(near, None), next(wide, None) if is_local(spot.known.seat) else None
    return last or (only if all(body == only for body in wide) else None)


def _is_station(body: Body) -> bool:
    return body.kind == "station" and body.form == "unit"


def _part_of(spot: Spot, whole: Body | None, start: int | None = None) -> Mention | None:
    return spot.mention(Body("unit", spot.word.kind, spot.word.full, within=whole) if whole else None, "inner", start)


def desk(spot: Spot) -> Mention | None:
    """警务督察部门: a department of the police that the page is about, by its branch of work; not one of many in a list."""
    start = spot.name_start()
    name = spot.text[start : spot.start]
    if not is_business(name) or "、" in {spot.text[max(0, start - 1) : start], spot.following}:
        return None
    over = spot.over(start)
    if over:
        return _within(spot, over, name)
    holder = _holder(spot)
    return spot.mention(Body("unit", spot.word.kind, name + spot.word.full, within=holder) if holder else None, "unit", start)


_SECTION = re.compile(
    "(?P<name>[一-鿿]{2,6}?[处科股]|(?![各在把将对向由与和为让从全相有某])[一-鿿]{1,4}[室组])"
    "(?=副?(?:[处科股组]长|主任)|民警|负责人|工作人员)"
)
_DESK = re.compile("(?P<name>[一-鿿]{2,8}?[处科股])")
_BUREAU = seldom("(?P<name>[一-鿿]{2,7}?[局司])(?![法令机部势面])")
_SECTION_KINDS: Mapping[str, str] = {
    "局": "bureau",
    "司": "bureau",
    "处": "other",
    "科": "department",
    "股": "department",
    "室": "department",
    "组": "team",
}


def section(mention: Mention, text: str) -> Mention:
    """山东省公安厅信通处, 县公安局法制科, 公安部装备财务局: the mention with its section.

    One whose officer is named, one of a branch of police work, or a bureau of a ministry.
    """
    if mention.body.kind == "ministry":
        found = _bureau_at(text, mention.end)
    else:
        found = None if mention.body.form == "named" else _SECTION.match(text, mention.end) or _desk_at(text, mention.end)
    if found is None:
        return mention
    body = Body("unit", _SECTION_KINDS[found["name"][-1]], found["name"], within=mention.body)
    return Mention(mention.start, found.end(), body, "section")


def _bureau_at(text: str, at: int) -> re.Match[str] | None:
    """A bureau of a ministry at an offset: 应急管理部 | 消防救援局."""
    found = _BUREAU.match(text, at)
    named = found is not None and found["name"] not in vocabulary() and name_start(text, at, found.end() - 1) == at
    return found if named else None


def _desk_at(text: str, at: int) -> re.Match[str] | None:
    """A section of a branch of police work at an offset: 法制科."""
    found = _DESK.match(text, at)
    return found if found and is_business(found["name"][:-1]) else None


def same(spot: Spot) -> Mention | None:
    """该局, 该所: the article's own where the paragraph has named it, else the last organisation of that sort."""
    last, home = spot.word.text[1:], spot.own("police")
    own = next((body for body in spot.in_paragraph() if body == home and is_a(body, last)), None)
    return spot.mention(own or next((body for body in spot.recent() if is_a(body, last)), None), "same")
