"""Party, government and their offices, of a division, a zone or a town."""

from __future__ import annotations

import re
from collections.abc import Mapping

from transforms.mentions.organisations.bodies import Body, Seat, institution, place_of, seat_of
from transforms.mentions.organisations.context import is_local
from transforms.mentions.organisations.houses import house
from transforms.mentions.organisations.seats import Found, by_level, is_other_word, seat_at, seated
from transforms.mentions.organisations.spot import Mention, Spot
from transforms.mentions.places.gazetteer import Level, label, level
from transforms.patterns import seldom

_HEAD = re.compile(r"副?(?:书记|局长|主任|院长|检察长|站长|队长|支队长|大队长)|有关负责人|相关负责人|负责人|表示|指出|呼吁|提醒|强调")
_RANKS: Mapping[str, Level] = {"总队": "province", "支队": "prefecture", "大队": "county"}
_NOT_PARTY = frozenset("托派任员屈")  # 市委托, 县委派, 市委员


def party(spot: Spot) -> Mention | None:
    """市委, 仙居县委, 团市委: the committee of the place whose last letter the word shares, else of the level that it names."""
    word, at = spot.word, spot.end - 1
    if spot.text.startswith("员会", spot.end):
        return written_out(spot, at)
    if spot.following in _NOT_PARTY or (spot.known.ends.get(at) is None and is_other_word(at - 1, spot.known)):
        return None
    hit = spot.known.named_until(at)
    found = (seat_at(hit), hit.start) if hit else _by_its_level(spot, at)
    head = _LEAGUE_HEAD.search(spot.text, max(0, found[1] - len(_LEAGUE)), found[1]) if found else None
    if found and head:
        return spot.mention(institution("league", found[0]), "party", head.start())
    return spot.mention(institution(word.institution, found[0]), "party", found[1]) if found else None


_LEAGUE = "共青团"
_LEAGUE_HEAD = seldom("共青团$|(?<![集社军师财旅剧表访乐讲帮调导察问兵使解护研考商族智公企工])团$")  # 团文昌市委, of no 集团 or 兵团
_HEADS: Mapping[str, str] = {"中共": "party", _LEAGUE: "league"}


def _by_its_level(spot: Spot, at: int) -> Found | None:
    """The seat that the 市 of 市委 means; 全市委员 names none."""
    if at in spot.known.ends:
        return None
    found = by_level(at - 1 if spot.word.text.startswith("自治区") else at, spot.known)
    return (found[0], spot.start) if found else None


def written_out(spot: Spot, at: int | None = None) -> Mention | None:
    """中共东莞市长安镇委员会, 共青团东莞市委员会: the place ends before the word, or at `at` within it (市委|员会)."""
    hit = spot.known.named_until(spot.start if at is None else at)
    head = next((head for head in _HEADS if hit and spot.text.endswith(head, 0, hit.start)), None)
    if hit is None or head is None:
        return None
    end = spot.end if at is None else spot.end + len("员会")
    return Mention(hit.start - len(head), end, institution(_HEADS[head], seat_at(hit)), "party")


def organ_above(spot: Spot) -> Mention | None:
    """政法委, 纪委: of the committee before it, of the place or level before it, or of the committee named last; 政法委员 is a post."""
    if spot.following == "员":
        return None
    over = spot.over(spot.start)
    if over and _is_party(over.body) and over.body.seat:
        return spot.mention(institution(spot.word.institution, over.body.seat), "organ", over.start)
    found = seated(spot.start, spot.known)
    if found:
        return spot.mention(institution(spot.word.institution, found[0]), "seat", found[1])
    seat = next((body.seat for body in spot.in_paragraph() if _is_party(body)), spot.known.seat)
    of_another = spot.text.endswith("委", 0, spot.start)  # 区委|政法委, of a district that is not named
    stands = spot.word.bare and not spot.is_generic and not of_another and seat is not None and not seat.zone
    return spot.mention(institution(spot.word.institution, seat) if seat and stands else None, "bare")


def _is_party(body: Body) -> bool:
    return body.form == "institution" and body.own == "party"


def organ(spot: Spot) -> Mention | None:
    """区委社会工作部: an organ of the party committee before it; 区委组织部、宣传部 are of one."""
    over, last = spot.over(spot.start), spot.before[-1] if spot.before else None
    if last and last.body.form == "organ" and spot.listed():
        return spot.mention(Body("organ", "party", spot.word.full, spot.listed()), "listed")
    if over is None or not _is_party(over.body):
        return None
    return spot.mention(Body("organ", "party", spot.word.full, over.body.seat), "organ", over.start)


def committee(spot: Spot) -> Mention | None:
    """市公安局党委, 社区党委: the party committee of an organisation or of a town or quarter."""
    over = spot.over(spot.start)
    if over is None:
        return _of_house(spot) or secretary(spot)
    if over.body.kind == "party":
        return None
    return spot.mention(Body("committee", "party", "", within=over.body), "committee", over.start)


def _of_house(spot: Spot) -> Mention | None:
    """局党委, 院党组: of the house that the letter before the word means."""
    whole = house(spot, spot.start)
    return spot.mention(Body("committee", "party", "", within=whole) if whole else None, "committee", spot.start - 1)


def secretary(spot: Spot) -> Mention | None:
    """社区党委书记, 镇党委副书记: the party committee of a town or quarter; of other organisations the word begins a title."""
    found = seated(spot.start, spot.known)
    if found is None or found[0] == seat_of(found[0].adcode):
        return None
    seat, start = found
    town = seat.at if seat.at.endswith(("镇", "乡")) else _below(seat)
    body = Body("apart", "party", f"中共{town}委员会", seat)
    return Mention(start, spot.start + len("党委"), body, "committee")


def cell(spot: Spot) -> Mention | None:
    """张家村党支部: the party branch of a town or quarter, or of an organisation."""
    over, found, whole = spot.over(spot.start), seated(spot.start, spot.known), house(spot, spot.start)
    if over or whole:
        within, start = (over.body, over.start) if over else (whole, spot.start - 1)
        return spot.mention(Body("unit", "party", spot.word.full, within=within), "cell", start)
    if found is None or found[0] == seat_of(found[0].adcode):
        return None
    seat, start = found
    return spot.mention(Body("apart", "party", _below(seat) + spot.word.full, seat), "cell", start)


def council(spot: Spot) -> Mention | None:
    """葵青区议会: the council of the district that the word itself ends."""
    hit = spot.known.named_until(spot.start + 1)
    return spot.mention(Body("named", spot.word.kind, hit.name + spot.word.full[1:], seat_at(hit)), "council", hit.start) if hit else None


def local(spot: Spot) -> Mention | None:
    """武汉铁路公安处, 深圳湾海关: called by a place, no office of it; within what stands right before (某铁路公安局怀化公安处)."""
    start = spot.hit.start if spot.hit else spot.name_start()
    hit = spot.known.named_until(start) if spot.hit is None else spot.hit
    first = hit.start if hit else start
    own = (hit.name + spot.text[hit.end : spot.start] if hit else spot.text[start : spot.start]) + spot.word.full
    over = spot.over(first)
    if over and over.body.kind == spot.word.kind:
        return spot.mention(Body("unit", spot.word.kind, own, within=over.body), "local", over.start)
    return spot.mention(Body("apart", spot.word.kind, own, seat_at(hit) if hit else None) if first < spot.start else None, "local", first)


def street_office(spot: Spot) -> Mention | None:
    """江都路街道办事处: an office of the street that the word itself begins with."""
    found = seated(spot.start + len("街道"), spot.known)
    return spot.mention(Body("office", spot.word.kind, spot.word.full, found[0]), "office", found[1]) if found else None


def office(spot: Spot) -> Mention | None:
    """区司法局, 仙居县横溪镇调解中心: an office of a place; without one only where its head or its rank says which is meant."""
    over = spot.over(spot.start)
    if over and _is_party(over.body):
        return organ(spot)
    of_government = over is not None and over.body.own == "government" and spot.word.kind in {"bureau", "department"}
    if over and (over.body.kind in {"bureau", "branch", "department"} or of_government):
        kind = "team" if over.body.own == "police" and spot.word.full.endswith("中心") else spot.word.kind
        return spot.mention(Body("unit", kind, spot.word.full, within=over.body), "unit", over.start)
    found = seated(spot.start, spot.known) or _found_in_list(spot) or _unseated(spot)
    known = _told_in_full(spot, found[0] if found else spot.known.seat)
    if known:
        return spot.mention(known, "told_in_full", found[1] if found else None)
    return _seated(spot, *found) if found else _quoted(spot) or _called_by_itself(spot) or _of_police(spot)


_AGAINST_FRAUD = seldom("反诈中心|(?:反|打击)[一-鿿]*(?:电信|网络|通讯|虚假)[一-鿿]*中心")


def _told_in_full(spot: Spot, seat: Seat | None) -> Body | None:
    """Of 反诈中心 the centre that the article has named under its long name (反电信网络诈骗犯罪中心)."""
    if spot.word.text != "反诈中心" or seat is None:
        return None
    named = (body for body in spot.recent() if _AGAINST_FRAUD.fullmatch(body.own) and body.own != spot.word.text)
    return next((body for body in named if place_of(body) == seat.adcode), None)


def _seated(spot: Spot, seat: Seat, start: int) -> Mention | None:
    if spot.word.full in _OF_QUARTERS and _below(seat) and not seat.zone:
        return spot.mention(Body("apart", spot.word.kind, _below(seat) + spot.word.full, seat), "office", start)
    return spot.mention(Body("office", _rank(spot.word.kind, seat), spot.word.full, seat), "office", start)


def _quoted(spot: Spot) -> Mention | None:
    """“事不隔夜”综治中心: a centre under a name."""
    found = _QUOTED.search(spot.text, max(0, spot.start - _REACH), spot.start) if spot.word.full.endswith("中心") else None
    if found is None:
        return None
    return spot.mention(Body("named", spot.word.kind, found.group() + spot.word.full, spot.known.seat), "office", found.start())


def _called_by_itself(spot: Spot) -> Mention | None:
    """延安路消防救援站, 石坎村村委会: a station that is called by a street or quarter, the committee of a village that is on no map."""
    in_village = spot.word.full == _OF_VILLAGE
    start = spot.name_start() if spot.word.kind == "station" or in_village else spot.start
    if in_village:
        above = _ABOVE.match(spot.text, start, spot.start)
        start = above.end() if above else start
        start = spot.start if spot.start - start < _SHORTEST else start
    body = Body("apart", spot.word.kind, spot.text[start : spot.start] + spot.word.full, spot.known.seat)
    return spot.mention(body if start < spot.start else None, "unit", start)


def _of_police(spot: Spot) -> Mention | None:
    """反诈中心 without more: of the police that the paragraph named last, or that the article is about."""
    if spot.word.institution != "police" or spot.is_generic or spot.name_start() < spot.start:
        return None
    near = (body for body in spot.in_paragraph() if body.own == "police" and body.form == "institution")
    home = spot.own("police") if is_local(spot.known.seat) else None
    police = next(near, None) or next((body for body in spot.recent() if body == home), None)
    return spot.mention(Body("unit", "team", spot.word.full, within=police) if police else None, "unit")


_QUOTED, _REACH = seldom("“[^“”\n]{2,10}”\\Z"), 12
_OF_VILLAGE, _SHORTEST, _ABOVE = "村民委员会", 2, seldom(".+[乡镇区县市](?=..)")
_OF_QUARTERS = frozenset({"居民委员会", "村民委员会", "党工委"})  # called by the quarter, without what it is in


def _below(seat: Seat) -> str:
    """The town or quarter alone."""
    return seat.at.removeprefix(label(seat.adcode))


def _rank(kind: str, seat: Seat) -> str:
    """The kind of an office there: what a county calls a bureau is a department of a province."""
    return "department" if kind == "bureau" and level(seat.adcode) == "province" else kind


_OTHER_END = frozenset("导结格布僵破大全时战饭棋骗困残败胜变开定赌牌出做邮书药分市县州当该各多两三政总副")  # 格局, 大局: no office


def other_office(spot: Spot) -> Mention | None:
    """陕西省通信管理局, 县乡村振兴局: an office with a name that no table has, right behind its place or level."""
    over, start = spot.over(spot.start), spot.name_start()
    if over and _is_party(over.body):
        return organ(spot)
    if spot.start - start < 2 or spot.text[spot.start - 1] in _OTHER_END or spot.following in {"面", "部", "势"}:
        return None
    hit = spot.known.named_until(start)
    found = (seat_at(hit), hit.start) if hit else by_level(start + 1, spot.known) if spot.start - start > 2 else None
    if found is None:
        return None
    seat, first = found
    own = spot.text[start if hit else start + 1 : spot.end]
    return spot.mention(Body("office", _rank(spot.word.kind, seat), own, seat), "office", first)


def _found_in_list(spot: Spot) -> Found | None:
    listed = spot.listed()
    return (listed, spot.start) if listed else None


def _unseated(spot: Spot) -> Found | None:
    """管委会 is the zone's own, 边防支队 the city's, 司法局局长 heads the article's own bureau."""
    seat, rank = spot.known.seat, _RANKS.get(spot.word.full[-2:])
    if spot.is_generic or seat is None:
        return None
    if spot.word.full == "管理委员会":
        return (seat, spot.start) if seat.zone else None
    if rank:
        return _found(spot.at_level(rank), spot.start)
    return (seat, spot.start) if is_local(seat) and spot.follows(_HEAD) else None


def _found(code: str | None, start: int) -> tuple[Seat, int] | None:
    return (seat_of(code), start) if code else None
