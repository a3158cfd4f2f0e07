"""Police, courts and procuratorates of a place, by their whole names and by their short ones."""

from __future__ import annotations

from transforms.mentions.organisations.bodies import ALL_POLICE, Body, Seat, institution, seat_of
from transforms.mentions.organisations.context import is_local
from transforms.mentions.organisations.names import acts
from transforms.mentions.organisations.seats import by_level, is_division, seat_at, seated
from transforms.mentions.organisations.spot import Mention, Spot, only
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import COUNTRY, MUNICIPALITIES, divisions, is_district, label, level
from transforms.patterns import seldom

_NUMBER = seldom("第[一二三四五六]$")
_NOT_SHORT = frozenset("厅大长官监建工事业队系员安设通车救站器演知宣栓产")  # 公安大学, 检察官, 消防车: other things that begin so
_LONGER = seldom("机(?!场)|(?<=警)[总支大中]队")  # 公安机关; 浦东交警支队 is a unit with its own name
_BUREAU = "公安局"
_NOT_POLICE = frozenset("面部势域限长外")  # 城市局面


def institution_of_seat(spot: Spot) -> Mention | None:
    """济南市公安局, 区法院, 市第二人民法院: of the place or level before it; 公安局 alone is the article's own."""
    found = seated(spot.start, spot.known)
    if found and spot.word.text == _BUREAU:
        found = (_of_city(spot, found[0]), found[1])
    if found:
        mention = spot.mention(institution(spot.word.institution, found[0]), "seat", found[1])
        own = mention is not None and found[0].zone and spot.word.text == _BUREAU  # 雄安新区公安局 is no branch
        return mention._replace(written=spot.text[found[1] : spot.end]) if mention and own else mention
    listed = spot.listed()
    if listed:
        return spot.mention(institution(spot.word.institution, listed), "listed")
    return _numbered(spot) or (_bare(spot) if spot.word.bare and not spot.is_generic else None) or _of_unknown(spot)


def _of_city(spot: Spot, seat: Seat) -> Seat:
    """Of 白银公安局 the city, which has a district of its name: a city has a bureau, its districts have branches."""
    hit = spot.hit
    if hit is None or seat.zone or not is_district(seat.adcode) or hit.name.endswith(("区", "县", "市")):
        return seat
    city = divisions()[seat.adcode].parent
    return seat_of(city) if label(city).endswith(hit.name + "市") else seat


_UNKNOWN = seldom(
    "(?![某该各本我全两三四五六七八九十几多个这那])[一-鿿A-Z][一-鿿]{0,2}(?<![城社辖地校厂园景灾战学小老山库街郊旧禁])[市县区旗]$"
)
_LEAST_UNKNOWN, _LONGEST_UNKNOWN = 2, 4  # letters of 甲县, 宁川新区


def _of_unknown(spot: Spot) -> Mention | None:
    """宁川区法院: by its place as written, where the page names none that the table knows."""
    found = _UNKNOWN.search(spot.text, max(0, spot.start - _LONGEST_UNKNOWN), spot.start) if spot.known.home is None else None
    start = max(spot.name_start(), found.start()) if found else spot.start
    if found is None or spot.start - start < _LEAST_UNKNOWN:
        return None
    court = "人民" if spot.word.text in {"法院", "检察院"} else ""
    return spot.mention(Body("named", spot.word.kind, spot.text[start : spot.start] + court + spot.word.full), "seat", start)


def _numbered(spot: Spot) -> Mention | None:
    number = _NUMBER.search(spot.text, max(0, spot.start - 2), spot.start)
    found = seated(number.start(), spot.known) if number else None
    if number is None or found is None:
        return None
    return spot.mention(Body("office", spot.word.kind, number.group() + spot.word.text, found[0]), "seat", found[1])


def _bare(spot: Spot) -> Mention | None:
    """公安局 and 公安厅 without a place; 高速公路公安局 is none of these."""
    if spot.name_start() < spot.start:
        return None
    seat = spot.known.seat if is_local(spot.known.seat) and spot.word.kind == "bureau" else _nearest(spot)
    return spot.mention(institution(spot.word.institution, seat) if seat else None, "bare")


def _nearest(spot: Spot) -> Seat | None:
    """The province for what only provinces have, else the county named last in the paragraph, else what the article is about."""
    code = spot.at_level("province" if spot.word.kind == "department" else "county")
    return seat_of(code) if code else spot.known.seat


def by_rank(spot: Spot) -> Mention | None:
    """市局, 省厅: the police of that level."""
    found = by_level(spot.start + 1, spot.known) if spot.following not in _NOT_POLICE else None
    return spot.mention(institution("police", found[0]) if found else None, "level")


def branch(spot: Spot) -> Mention | None:
    """峄城分局, 市公安局示范区分局, 高新分局, 区公安分局, 分局."""
    hit = spot.hit
    if hit and hit.adcode.startswith(_TAIWAN):
        return _of_name(spot, hit.start)
    over = spot.over(hit.start) if hit else None
    bureau = _right_before(spot) if over is None else over if over.body.kind == "bureau" and over.body.own != "police" else None
    if bureau:  # 长江航运公安局武汉分局
        called = spot.text[bureau.end : spot.start] + spot.word.full
        return spot.mention(Body("unit", "branch", called, within=bureau.body), "branch", bureau.start)
    if hit and is_division(hit):
        return _of_district(spot, hit)
    found = by_level(spot.start, spot.known) if hit is None else None
    if found:
        return spot.mention(institution("police", found[0]), "seat", found[1])
    number = _NUMBER.search(spot.text, max(0, spot.start - 2), spot.start)
    start = number.start() if number else spot.name_start()
    if spot.text.endswith(_DEVELOPMENT, 0, spot.start):
        start = spot.start - len(_DEVELOPMENT)
    if start < spot.start:
        return _of_name(spot, start)
    return None if spot.is_generic else spot.mention(_meant(spot) or Body("loose", "branch", spot.word.full), "bare")


_BRANCH_NAME = seldom("(?!.*(?:[和与及等的在将对向为把被各其]|会同|联合|指导|组织|协同|配合|下[属辖]|所[属辖]))[一-鿿]+")
_LONGEST_BRANCH = 6  # letters of a name
_DEVELOPMENT = "经开"  # 经开|分局: of a zone of economic development


def _right_before(spot: Spot) -> Mention | None:
    """The bureau of police of a city before the word, where nothing but a name stands between them (合肥市公安局 | 经开 | 分局)."""
    last = spot.before[-1] if spot.before else None
    bureau = last is not None and last.body.kind == "bureau" and last.body.own == "police" and spot.text.endswith("公安局", 0, last.end)
    near = bureau and last and 0 < spot.start - last.end <= _LONGEST_BRANCH
    named = near and last and _BRANCH_NAME.fullmatch(spot.text, last.end, spot.start)
    return last if named else None


def _of_district(spot: Spot, hit: PlaceHit) -> Mention:
    """The police of the district before 分局; written out in full where the city's police stand before the district."""
    body, over = institution("police", seat_at(hit)), spot.over(hit.start)
    written = body._replace(kind="branch")  # of a county that was a district, or has become one
    if over is None or over.body.own != "police" or over.body.seat is None:
        return Mention(hit.start, spot.end, written if written in spot.recent() else body, "seat")
    return Mention(over.start, spot.end, written, "seat", f"{over.body.seat.at}公安局{hit.name}分局")


def _of_name(spot: Spot, start: int) -> Mention | None:
    """高新分局, 机场分局: a branch that is not of a district."""
    over, city = spot.over(start), spot.at_level("prefecture", "市") or _county_of_taiwan(spot)
    within = over.body if over else institution("police", seat_of(city)) if city else None
    called = spot.text[start : spot.start]
    if within is None:  # of a farm or a forest: 林海公安分局
        apart = Body("apart", "branch", called + spot.word.text, spot.known.seat) if spot.word.text == "公安分局" else None
        return spot.mention(apart, "branch", start)
    body = Body("unit", "branch", called + spot.word.full, within=within)
    return spot.mention(body, "branch", over.start if over else start)


def _county_of_taiwan(spot: Spot) -> str | None:
    home = spot.known.seat.adcode if spot.known.seat else ""
    return home if home.startswith(_TAIWAN) and level(home) == "prefecture" else None


_TAIWAN = "71"


def _meant(spot: Spot) -> Body | None:
    """Which branch 分局 means: the article's own, else the last one of the paragraph, else the only one that a local text has named."""
    home = spot.own("police")
    if home and home.kind == "branch":
        return home
    last = next((body for body in spot.in_paragraph() if _is_branch(body)), None)
    if last or not is_local(spot.known.seat):
        return last
    return only(body for body in spot.recent() if _is_branch(body))


def _is_branch(body: Body) -> bool:
    return body.kind == "branch" and body.form != "loose"


def by_short_name(spot: Spot) -> Mention | None:
    """济南公安, 市中警方, 武汉交警: the institution of the place named before it; of a province, its police at large."""
    hit = spot.hit
    if hit is None:
        return spot.mention(_meant_by_police(spot), "bare") if spot.word.full == "警方" and spot.before else None
    if spot.word.text != "警方" and (spot.following in _NOT_SHORT or spot.follows(_LONGER)):
        return None
    large = _at_large(hit)
    at_large = spot.word.institution == "police" and (_has_cities(hit.adcode) or large in spot.recent())
    seat = _of_city(spot, seat_at(hit)) if spot.word.text == "警方" else seat_at(hit)
    return spot.mention(large if at_large else institution(spot.word.institution, seat), "short", hit.start)


def _meant_by_police(spot: Spot) -> Body | None:
    """Whom 警方 means: the police that the article is about, of a province or a city only where it has named them."""
    home, seat = spot.own("police"), spot.known.seat
    if home is None or seat is None or is_local(seat):
        return home
    large = _all_police(seat.at, seat.adcode)
    return next((body for body in spot.recent() if body in (home, large)), None)


def collective(spot: Spot) -> Mention | None:
    """山东公安机关, 全市公安机关: all police of a province or city; of a county, its police (该县公安机关); 市公安部门; 全国公安机关."""
    if spot.text.endswith(_AND_MORE, 0, spot.start):  # 青岛、烟台等地公安机关: of many places, and of none
        return _everywhere(spot)
    hit = spot.known.ends.get(spot.start)
    if hit is None:
        found = by_level(spot.start, spot.known)
        return spot.mention(institution("police", found[0]), "collective", found[1]) if found else _acting(spot)
    if hit.adcode == COUNTRY:
        acts = spot.word.text == "公安机关" and not spot.follows(_HONOURS)
        return spot.mention(ALL_POLICE if acts else None, "collective", hit.start)
    large = hit.kind != "zone" and level(hit.adcode) in {"province", "prefecture"}
    return spot.mention(_at_large(hit) if large else institution("police", seat_at(hit)), "collective", hit.start)


def _acting(spot: Spot) -> Mention | None:
    """公安机关 as the subject of a clause, in an article about a province or no place: all police of it, or of the country."""
    home = spot.known.home
    heads = spot.text[spot.start - 1 : spot.start] in _CLAUSE and spot.word.text == "公安机关"
    if not heads or not (acts(spot.text, spot.end) or spot.follows(_YEAR)) or (home and not _has_cities(home)):
        return None
    return spot.mention(_all_police(label(home), home) if home else ALL_POLICE, "collective")


_YEAR = seldom(r"\d{4}年")
_CLAUSE = frozenset({"", "\n", ",", "，", "。", ";", "；", "“"})
# what is measured or honoured among all police, or is only named
_HONOURS = seldom(r"$|[\s,，。;；、]|的|优秀|先进|模范|标兵|成绩|爱民|执法示范|英雄|科技|首|第|中")
_AND_MORE = ("等地", "各地", "等省", "等省市")
_EVERYWHERE = "各地"


def _everywhere(spot: Spot) -> Mention | None:
    """各地公安机关: in an article about no place in particular all police of the country."""
    listed = spot.text.endswith("、", 0, spot.start - len(_EVERYWHERE))
    if not spot.text.endswith(_EVERYWHERE, 0, spot.start) or listed or spot.known.seat or spot.follows(_HONOURS):
        return None
    return spot.mention(ALL_POLICE, "collective", spot.start - len(_EVERYWHERE))


def bodies(spot: Spot) -> Mention | None:
    """全国纪检监察机关, 吉林省司法行政机关: all bodies of a sort of the country, a province or a city."""
    hit = spot.known.ends.get(spot.start)
    if hit is None or hit.kind == "zone" or spot.follows(_HONOURS):
        return None
    if hit.adcode == COUNTRY:
        return spot.mention(Body("named", "other", "全国" + spot.word.full), "collective", hit.start)
    if level(hit.adcode) not in {"province", "prefecture"}:
        return None
    return spot.mention(Body("named", "other", label(hit.adcode) + spot.word.full, seat_of(hit.adcode)), "collective", hit.start)


def _has_cities(code: str) -> bool:
    return level(code) == "province" and code not in MUNICIPALITIES


def _at_large(hit: PlaceHit) -> Body:
    return _all_police(label(hit.adcode) if hit.kind == "reference" else hit.name, hit.adcode)


def _all_police(name: str, code: str) -> Body:
    """All police of a province or city of that name: 山东公安机关."""
    return Body("named", "other", name.removesuffix("省").removesuffix("市").split("省")[-1] + "公安机关", seat_of(code))
