"""Organisations with names of their own: ministries, media, companies, and people on watch."""

from __future__ import annotations

import re
from functools import cache

from transforms.lexicon import words
from transforms.mentions.organisations.bodies import Body, Seat
from transforms.mentions.organisations.context import is_local
from transforms.mentions.organisations.names import brand_start, in_marks, is_business, is_generic, is_proper
from transforms.mentions.organisations.seats import by_level
from transforms.mentions.organisations.spot import Mention, Spot
from transforms.mentions.places import PlaceHit
from transforms.patterns import seldom

_QUOTED = seldom(in_marks(1, 12) + "$")
_OPEN = seldom("“(?=[^“”\n]{1,10}$)")
_REACH = 18
_SOME = re.compile("[一某这那各几两多][家所个座处间张]|[某各]|全[国省市县区]|籍$|(?<=[省市县区州])一$")  # 一家银行: none in particular
_GOING = frozenset("回到去赴入出住转进")  # 护送病人回医院
_LEAST = {"学会": 4, "厂": 2, "矿": 2, "团": 2, "部": 2, "医院": 2, "银行": 2}  # letters of a name: 小李学会 is no society, 制鞋厂 no name
_PEOPLE = re.compile("生|城|(?<=矿)[业山区石井工]")  # 大学生, 大学城, 金矿业
_HOW_MANY = seldom(r"[一二两三四五六七八九十百千万数0-9][万千百余名]|^[人名]")  # 三万义警, 600人义警队: no names
_EACH_ONE = seldom("一[一-鿿]{1,2}一")  # “一村一义警”: a way of working
_SUM = seldom(r"[一-鿿]\+[一-鿿]")  # “民警+辅警+义警”
_PROGRAM = seldom("”?(?:APP|App|app|小程序|客户端|微信)")
_REPORTED = frozenset("名告警案送道销表考价请备废修批喜答")  # 最早报名, 当日报警: a verb, no paper


def absolute(spot: Spot) -> Mention | None:
    """公安部, 香港警务处: the word is the name; 国家反诈中心APP is none; a place before a medium is a part of its name (广西法治日报)."""
    if spot.follows(_PROGRAM):
        return None
    if spot.word.kind == "media" and spot.hit:
        return spot.mention(Body("named", "media", spot.hit.name + spot.word.full), "absolute", spot.hit.start)
    seat = spot.known.seat if spot.word.only else None
    return spot.mention(Body("named", spot.word.kind, spot.word.full, seat), "absolute")


def press(spot: Spot) -> Mention | None:
    """本报, 本网: the page's source or site."""
    page = spot.known.page
    name = (page.site or page.source) if spot.word.text in {"本网", "本站"} else (page.source or page.site)
    return spot.mention(Body("named", "media", name) if name else None, "press")


def titled(spot: Spot) -> Mention | None:
    """台州日报, 某某有限公司: a name that ends in the word."""
    if spot.word.kind == "media" and spot.word.text.endswith("报") and spot.following in _REPORTED:
        return None
    start = _start(spot)
    name = spot.text[start : spot.start]
    if name in _GOING or _SOME.search(name) or spot.follows(_PEOPLE) or len(name) < _least(spot.word.text):
        return None
    over = spot.over(start)
    if over and over.body.form == "named" and over.body.kind == spot.word.kind != "media":  # 湖南大学法学院
        return spot.mention(Body("unit", spot.word.kind, name + spot.word.text, within=over.body), spot.word.role, over.start)
    found = by_level(spot.start, spot.known) if not name and spot.word.kind == "media" else None
    if found:  # 区融媒体中心
        return spot.mention(Body("named", "media", found[0].at + spot.word.text, found[0]), spot.word.role, found[1])
    return spot.mention(Body("named", spot.word.kind, name + spot.word.text) if name else None, spot.word.role, start)


def _least(word: str) -> int:
    """How many letters a name before that word has at least."""
    return _LEAST.get(word, _LEAST.get(word[-1], 0))


def _start(spot: Spot) -> int:
    """Where the name before the word begins, with the place that it begins with (泉城 | 义警)."""
    number = _NUMBER.search(spot.text, max(0, spot.start - 3), spot.start)
    start = number.start() if number else spot.name_start()
    if start == spot.start and spot.word.text.endswith(_VERBAL[0]):
        start = _before_trade(spot)
    hit = spot.known.named_until(start) or _place_before(spot) or _place_of_firm(spot)
    return brand_start(spot.text, hit.start) if hit else start if not number else spot.start


_NUMBER = re.compile("第[一二三四五六七八九十]{1,2}$")
_NEAR = 5


def _place_before(spot: Spot) -> PlaceHit | None:
    """The place before a sort: 衡水市 of 衡水市人民医院."""
    hit = next(spot.known.nearby(spot.start), None)
    near = hit is not None and spot.start - _NEAR <= hit.end <= spot.start
    return hit if hit and near and is_generic(spot.text[hit.end : spot.start]) else None


_TRADE = 2  # letters of 铸造, 运输


def _before_trade(spot: Spot) -> int:
    """Where the name of a firm begins whose trade is a verb: 恒昌 | 铸造 | 有限公司; the word itself where no name stands there."""
    trade = spot.start - _TRADE
    start = spot._replace(start=trade).name_start() if trade > 0 else trade
    road = _ROAD.match(spot.text, start, trade) if start < trade else None  # 南高线恒昌铸造有限公司
    start = road.end() if road else start
    return start if trade - start >= _TRADE else spot.start


_ROAD = seldom("[一-鿿]{1,5}?(?:线|路|街|大道)")
_FIRM = seldom("[一-鿿]{2,10}")


def _place_of_firm(spot: Spot) -> PlaceHit | None:
    """The place before a registered firm or a hospital, whose name may have verbs in it: 平江县 of 平江县富民水电安装工程有限公司."""
    hit = next(spot.known.nearby(spot.start), None) if spot.word.text.endswith(_VERBAL) else None
    if hit is None or not _FIRM.fullmatch(spot.text, hit.end, spot.start) or _ROAD.match(spot.text, hit.end, spot.start):
        return None
    strict = not spot.word.text.endswith(_TOLD)
    return hit if is_proper(spot.text[hit.end : spot.start], strict) else None


_TOLD = ("有限公司", "专科医院")
_VERBAL = ("有限公司", "医院")


def band(spot: Spot) -> Mention | None:
    """“红袖标”巡逻队, “平安巡防队”, 泉城义警: people on watch under a name; without one they are none in particular."""
    if spot.following == "员":
        return None
    start = _quoted_start(spot)
    if start is None:
        start = _start(spot)
    name = spot.text[start : spot.start]
    if not name or is_business(name) or _SUM.search(name) or _HOW_MANY.search(name) or _EACH_ONE.search(name):
        return None
    return spot.mention(Body("named", spot.word.kind, name + spot.word.text, spot.known.seat), "band", start)


def tour(spot: Spot) -> Mention | None:
    """“某地经验”中央媒体主题宣传采访团: reporters on a tour that has a name."""
    named = _TOUR.search(spot.text, max(0, spot.start - _LONGEST_TOUR), spot.start)
    if named is None:
        return None
    return spot.mention(Body("named", spot.word.kind, spot.text[named.start() : spot.end]), "tour", named.start())


_TOUR, _LONGEST_TOUR = seldom("(?:新时代)?“[^“”\n]{2,12}”[一-鿿]{0,18}$|(?:中央|全国|省级|市级)[一-鿿]{2,14}$"), 36


def room(spot: Spot) -> Mention | None:
    """“老沙”调解工作室, “嫂子调解室”, 王公正调解室: a room where somebody settles quarrels; a 联合调解室 is of a sort."""
    quoted = _quoted_start(spot, _ROOM_IN_MARKS)
    start = _called_after(spot) if quoted is None else quoted
    name = spot.text[start : spot.start]
    bare = name.strip("“”")
    of_sort = is_generic(bare) or (quoted is None and name.endswith(_BRAND)) or _HOW_MANY.search(name) or _IN_FIGURES.search(name)
    if of_sort or spot.follows(_SO_MANY) or _is_set_up(spot.text, bare):
        return None
    mine = quoted is not None or spot.word.text not in _ANY_ROOM or bare.startswith(_ELDER) or bare[0] in _surnames()
    fits = len(bare) <= _LONGEST_CALLED and not spot.text.endswith("法官", start, spot.start)
    return spot.mention(Body("named", spot.word.kind, name + spot.word.text, _own_seat(spot)), "room", start) if mine and fits else None


_ROOM_IN_MARKS = seldom("“[^“”\n,，。!！?？;；]{2,10}”(?:个人|特色|婚恋|家庭)?(?:品牌)?$")
_SOMEBODY = seldom("(?<=[进到由在从找去与和的了是,，。、:：“\n])[一-鿿]{3}$")
_FOUNDED = seldom(
    "(?:[建设成创]立|打造|建成|建设|创建|组建|推出|培育|开设|依托|借助|通过|发挥)了?[“、]?$|”“$"
)  # as one of many: what a programme sets up
_SO_MANY = seldom(r"”?\d+[个间家]")
_BRAND = "品牌"  # 唯一品牌|调解室
_ANY_ROOM = frozenset({"工作室"})  # of any trade, but where somebody's name stands before it
_ELDER, _LONGEST_CALLED = "老", 8
_IN_FIGURES = seldom(r"\d|[一二两三四五六七八九十](?:调|联|站)")  # “三调联动”工作室, 110联片调解室: ways of working


def _is_set_up(text: str, name: str) -> bool:
    """Whether the text tells of a room as one that was set up: then it is a programme of who did so."""
    at = text.find(name)
    for _ in range(_SO_OFTEN):
        if at < 0:
            return False
        if _FOUNDED.search(text, max(0, at - 5), at):
            return True
        at = text.find(name, at + 1)
    return False


_SO_OFTEN = 8  # mentions of it


def _called_after(spot: Spot) -> int:
    """Where the name before a room begins: that of somebody (在 | 郭守信 | 调解室), which may be a word to jieba, or any other."""
    somebody = _SOMEBODY.search(spot.text, max(0, spot.start - 4), spot.start)
    return somebody.start() if somebody and somebody[0][0] in _surnames() else spot.name_start()


def _own_seat(spot: Spot) -> Seat | None:
    """The county or district that the article is about: of a wider one a room tells nothing."""
    return spot.known.seat if is_local(spot.known.seat) else None


@cache
def _surnames() -> frozenset[str]:
    return frozenset(words("surnames", "surname"))


def _quoted_start(spot: Spot, before: re.Pattern[str] = _QUOTED) -> int | None:
    """Where a quoted name begins that ends before the word, or with it."""
    reach = max(0, spot.start - _REACH)
    quoted = before.search(spot.text, reach, spot.start)
    if quoted:
        return quoted.start()
    opened = _OPEN.search(spot.text, reach, spot.start) if spot.following == "”" else None
    return opened.end() if opened else None
