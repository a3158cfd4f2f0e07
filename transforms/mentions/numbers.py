"""Numbers with their bounds and units: where they stand in a clean text and what they say, whether or not they state a fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

from transforms.lexicon import table
from transforms.mentions.numerals import DIGITS, SCALES, TENS, parse
from transforms.patterns import seldom
from transforms.records import Bound


class NumberHit(NamedTuple):
    """A number as it stands in a text: its span with bounds and unit, the span of the numeral alone, and what they say.

    `unit` is None where no unit word follows, `ratio` for a part of one (三分之二, 一半). `form` tells numerals apart whose shape matters:
    `vague` (数十, 几百), `damaged` (a lost digit restored), `zero` and `flat` (in words), `plain` for all others.
    """

    start: int
    end: int
    numeral_start: int
    numeral_end: int
    value: Decimal
    value_high: Decimal | None
    bound: Bound
    unit: str | None
    classifier: str | None
    form: str = "plain"


class _Unit(NamedTuple):
    unit: str
    factor: Decimal
    classifier: str | None


_ALL = "俩仨"  # never part of a longer numeral: 夫妻俩一个月
_HAN = "".join(sorted({*DIGITS, *TENS, *SCALES} - set("kK") - set(_ALL)))
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_TAIL = rf"(?:(?<=[{_HAN}])(?:\d,\d{{3}}|\d+))"  # 2万2,807, 3万5
_RUN = re.compile(rf"[0-9{_HAN}]+|[半几双]|[{_ALL}](?![0-9{_HAN}])")
_SITE = re.compile(
    rf"(?:(?P<per>{_ARABIC}|[{_HAN}]+) *分之 *)?"
    rf"(?P<numeral>[{_ALL}]|(?:(?:{_ARABIC})(?: *[十百千万亿兆kK](?![a-zA-Z]))*|[{_HAN}]+)(?:(?:{_ARABIC})?[{_HAN}]+)*{_TAIL}?"
    r"(?:点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖\d]+)?)"
    rf"(?P<loose>[余馀多]|几(?!乎)|来(?![自源到])|\+(?!\w))?(?P<scale>(?<=[余馀多来几])[百千万亿兆]+)?"
)
_HALF = re.compile(
    r"[过近]?一?半(?:数|(?:个?(?P<more>多)?(?P<unit>小时|月|钟头|世纪)|(?P<bare>(?:年|天)(?P<longer>多)?|日|成|个|辈子|生(?![产活意])|分钟|公里|公斤|米|斤|亩|吨))(?!间))?"
)
_DOUBLING = re.compile(r"翻了?(?P<times>[一二两三])?番")
_DAMAGED = re.compile(r"[?�□](?=4小时.{0,6}(?:巡|值|不间断|在线|待命|备勤|服务|运[转行]|监[控测]|看护|守))")
_TO = re.compile(r" ?(?:至|到|~|-|—|–|─|～|−|―)+ ?")
_WIDEST = 8
_PAIR = re.compile(r"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>[十百千万亿]*)")
_VAGUE = re.compile(r"[几数](?=[十百千万亿])")
_VAGUE_WORDS = frozenset("几数")
_FEW = re.compile(r"(?<!茶)几(?![度率])(?P<other>代人|代|任|步路|番|辈|岁|句话)?")
_HALF_WORD = re.compile(r"半(?:晌|夜|点(?!钟)|路|途|宿|空|句|步|本|碗|锅|壶|杯|瓶|袋|截|枚|盒|包|箱)")
_BOTH = re.compile(r"双(?=下降|上升|下滑|提升|提高|增长|清零|重|节(?![约目省点能])|融合|[降升增](?![级值])|网融合)")
_LOST = frozenset("?�□")
_BEFORE = _VAGUE_WORDS | _LOST | frozenset("负-−－ ")
_CURRENCY = re.compile(r"(人民币|港币|港元|澳门币|新台币|台币|美元|美金|欧元|英镑|日元)(?:\(以下同\))? ?$")
_AMBIGUOUS = frozenset("块里级人日分")  # unit words, or how other words begin
_NO_UNITS = ("人口", "日元宵", "日元旦", "分散", "分布", "分赴", "分别")
_ODD = frozenset("个分")
_LI = re.compile(r"里(?=多?(?:[山土夜水雪泥石]?路(?!口)|地(?![区方点]|处))|多(?![\w])|外的|开外)")
_OF_MONEY = re.compile(r"(?:资金|经费|投资|损失|款项?|金额|费用|资产)(?:约|近|达|共|高达|累计|达到|合计|总计)?$")
_YUAN = re.compile(r"块(?=钱|零?[一二三四五六七八九两\d](?:[角毛分]|$|\W|到)|$|\W)")
# what is counted in pieces right before them: 展板30块, 海洛因18块
_IN_PIECES = re.compile(r"(?:海洛因|冰毒|鸦片|毒品|电瓶|电池|手表|玻璃|[板牌屏栏匾碑砖石地])[\d一二三四五六七八九十百两余多]+$")
_FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參陸")
_OF_QUAKE = re.compile(r"震级[^,，。\d]{0,3}[\d.]+$")
_QUAKE = re.compile(r"级(?=.{0,4}?[地余强]震)")
_ALONE = re.compile(r"\w")
_PARTS = {("h", "min"): 60, ("min", "s"): 60, ("a", "month"): 12}
_PRECISION = Context(prec=15)
_MINUS = re.compile(r"(?:负|(?<![\w)%年月日])[-−－]) ?")
_POINTS = re.compile(r"(?:[、,和及与]\d+(?:\.\d+)?个?)+百分点")
_TENTHS = seldom(r"成(?P<more>[一二三四五六七八九\d])(?![成万千百十\d]|[一-鿿]?[%元])")
_MINUTES = re.compile(r"分(?:(?=半)|(?= ?\d{1,2} ?秒)|钟(?= ?\d{1,2} ?秒))")
_TIMED = re.compile(r"(?:小时|时间|用时|时长|分钟|缩短|压缩|耗时|到场|到达|平均)[^,，。;；]{0,12}$")
_PERCENT = {
    "百": Decimal(1),
    "佰": Decimal(1),
    "千": Decimal("0.1"),
    "仟": Decimal("0.1"),
    "万": Decimal("0.01"),
    "100": Decimal(1),
    "1000": Decimal("0.1"),
}
_SPOILT_BEFORE = {
    "近": "附最临靠邻就将接",
    "约": "预节特签条合公契",
    "上": "",
    "过": "通经超不胜",
    "破": "侦突",
    "超": "",
    "多": "",
    "小": "大从最缩幼中弱老",
}
_SPELLS = frozenset({"a", "month", "wk", "d", "h"})  # 小半年, 小一周: not quite
_ROUND_ONLY = frozenset({"上", "过", "破", "多"})


@cache
def _units() -> dict[str, _Unit]:
    return {
        row["word"]: _Unit(row["unit"], Decimal(row["factor"]), row["word"].removeprefix("大") if row["kind"] == "classifier" else None)
        for row in table("units")
    }


@cache
def _bounds(side: str) -> dict[str, Bound]:
    return {row["word"]: row["bound"] for row in table("bounds") if row["side"] == side}  # type: ignore[misc]


@cache
def _units_by_opening() -> dict[str, tuple[tuple[str, _Unit, bool], ...]]:
    """The unit words by their first character, the longest first, and whether a letter or figure behind them makes them another word."""
    found: dict[str, list[tuple[str, _Unit, bool]]] = defaultdict(list)
    for word, unit in sorted(_units().items(), key=lambda item: -len(item[0])):
        found[word[0]].append((word, unit, word.isascii() and word[0].isalpha()))
    return {opening: tuple(units) for opening, units in found.items()}


@cache
def _reach(side: str) -> tuple[int, ...]:
    """The lengths to try, longest first."""
    return tuple(sorted({len(word) for word in _bounds(side)}, reverse=True))


@cache
def _edges(side: str) -> frozenset[str]:
    """The characters next to a number that bounding words on that side have: most numbers have none of them."""
    return frozenset(word[0] if side == "after" else word[-1] for word in _bounds(side))


def find_numbers(text: str) -> tuple[NumberHit, ...]:
    """Every number of a clean text (simplified script, half width), in order and apart from one another."""
    return tuple(_joined(text, (hit for hit in _single(text) if hit.form != "word")))


def _single(text: str) -> Iterator[NumberHit]:
    at = 0
    for run in _RUN.finditer(text):
        start, end = max(run.start(), at), run.end()
        while start < end:
            hit = _read(text, start)
            if hit is None:
                break
            yield hit if hit.start >= at else hit._replace(start=at)
            start = at = hit.end


def _read(text: str, at: int) -> NumberHit | None:
    if text.startswith("零下", at):
        return _below_zero(text, at) or _nothing(at)
    if text[at] == "半" or text.startswith("一半", at):
        return _half(text, at)
    if text[at] in "几双":
        return _few(text, at) or _both(text, at)
    doubling = "番" in text[at : at + 2] and (_DOUBLING.match(text, max(0, at - 1)) or _DOUBLING.match(text, max(0, at - 2)))
    if doubling:
        rounds = int(parse(doubling["times"] or "一"))
        return NumberHit(doubling.start(), doubling.end(), at, doubling.end(), Decimal(2**rounds - 1), None, "exact", "times", None)
    match = _SITE.match(text, at)
    if match and text[at] in _FINANCIAL and match.start("numeral") == at and not _financial(text, match):
        follow = at + 1
        return _read(text, follow) if follow < match.end("numeral") else _nothing(at)
    return _completed(text, match) if match else None


def _below_zero(text: str, at: int) -> NumberHit | None:
    """零下35摄氏度: as many degrees below zero; None where no number follows."""
    hit = _completed(text, match) if (match := _SITE.match(text, at + 2)) else None
    if hit is None or hit.unit not in {"Cel", None}:
        return None
    high = None if hit.value_high is None else -hit.value_high
    return hit._replace(start=at, numeral_start=at, value=-hit.value, value_high=high)


def _nothing(at: int) -> NumberHit:
    """A place holder for a character that looks like a numeral and is none (队伍, 大陆)."""
    return NumberHit(at, at + 1, at, at + 1, Decimal(0), None, "exact", None, None, "word")


def _financial(text: str, match: re.Match[str]) -> bool:
    """Whether a financial numeral (伍, 陆, 拾) is one here: with others of its kind, or with no word at its sides."""
    numeral = match["numeral"]
    sides = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return (
        sum(char in _FINANCIAL for char in numeral) > 1
        or (not numeral[-1].isascii() and not _ALONE.search(sides))
        or numeral[1:2] in set("万亿千百")
    )


def _few(text: str, at: int) -> NumberHit | None:
    """几 with the measure that follows it (几天, 几张, 几代人): a number that does not say how many."""
    match = _FEW.match(text, at)
    known = _unit_at(text, at + 1) if match and not match["other"] else None
    if match is None or not (match["other"] or known):
        return None
    end = at + 1 + known[0] if known else match.end()
    start = at - text.startswith("好", at - 1) if at else at
    return NumberHit(start, end, start, end, Decimal(0), None, "about", None, None, "vague")


def _both(text: str, at: int) -> NumberHit | None:
    """双 before what two things do alike (双下降): it has no value of its own."""
    return NumberHit(at, at + 1, at, at + 1, Decimal(2), None, "exact", None, None, "vague") if _BOTH.match(text, at) else None


def _half(text: str, at: int) -> NumberHit | None:
    match = _HALF.match(text, at - (at > 0 and text[at - 1] in "过近"))
    if match is None or match[0] == "半":
        words = match and _HALF_WORD.match(text, at)
        return NumberHit(at, words.end(), at, words.end(), Decimal(0), None, "about", None, None, "vague") if words else None
    unit = match["unit"] or (match["bare"] or "").removesuffix("多")
    known = _units().get(unit) if unit else _Unit("ratio", Decimal(1), None)
    value = Decimal("0.5") * (known.factor if known else 1)
    bound: Bound = (
        "over" if match[0].startswith("过") or match["more"] or match["longer"] else "under" if match[0].startswith("近") else "exact"
    )
    hit = NumberHit(match.start(), match.end(), at, match.end(), value, None, bound, known.unit if known else None, None)
    if hit.unit == "ratio" and text.startswith("多", hit.end):
        hit = hit._replace(end=hit.end + 1, bound="over")
    return _bounded_before(text, _bounded_after(text, hit))


def _completed(text: str, match: re.Match[str]) -> NumberHit | None:
    """The hit of a numeral with what stands around it: sign, vague or bounding words, unit."""
    try:
        values = _values(match)
    except (ValueError, ArithmeticError):
        return NumberHit(*match.span(), *match.span("numeral"), Decimal(0), None, "exact", None, None, "unread")
    low, high, unit = values
    bound: Bound = "exact" if not match["loose"] else _bounds("inside")[match["loose"]]
    hit = NumberHit(*match.span(), *match.span("numeral"), low, high, bound, unit, None)
    if text[hit.start - 1 : hit.start] in _BEFORE:
        hit = _restored(text, _vague(text, _signed(text, hit)))
    return _in_currency(text, _bounded_before(text, _bounded_after(text, _in_points(text, _measured(text, hit)))))


def _values(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str | None]:
    numeral, per = match["numeral"], match["per"]
    if per in _PERCENT:
        return parse(numeral) * _PERCENT[per], None, "percent"
    if per:
        return _PRECISION.divide(parse(numeral), parse(per)), None, "ratio"
    scale = Decimal(parse(match["scale"])) if match["scale"] else Decimal(1)
    pair = None if len(numeral) < 2 or numeral.isascii() else _PAIR.fullmatch(numeral)
    if pair and _ascends(pair):
        unit = parse("一" + pair["unit"]) if pair["unit"] else Decimal(1)
        tens = parse(pair["tens"]) if pair["tens"] else Decimal(0)
        return (tens + parse(pair["low"])) * unit * scale, (tens + parse(pair["high"])) * unit * scale, None
    return parse(numeral) * scale, None, None


def _ascends(pair: re.Match[str]) -> bool:
    """Whether two digits side by side are a range (二三十, 三五起), not a numeral read out (一二三)."""
    low, high = DIGITS[pair["low"]], DIGITS[pair["high"]]
    return high == low + 1 or (low, high) == (3, 5)


def _in_points(text: str, hit: NumberHit) -> NumberHit:
    """A number that shares its unit with the next one: 提高11.2个、9.8个百分点."""
    shares = hit.classifier in {"个", None} and hit.unit in {"count", None} and _POINTS.match(text, hit.end)
    return hit._replace(unit="percentage_point", classifier=None) if shares else hit


def _signed(text: str, hit: NumberHit) -> NumberHit:
    match = _MINUS.match(text, max(0, hit.start - 2)) or _MINUS.match(text, max(0, hit.start - 1))
    if match is None or match.end() != hit.start:
        return hit
    return hit._replace(start=match.start(), numeral_start=match.start(), value=-hit.value)


def _vague(text: str, hit: NumberHit) -> NumberHit:
    if hit.start and _VAGUE.match(text, hit.start - 1):
        return hit._replace(start=hit.start - 1, bound="about", form="vague")
    return hit


def _restored(text: str, hit: NumberHit) -> NumberHit:
    """The one digit that fits where the page lost it: round the clock is 24 hours."""
    if hit.start and _DAMAGED.match(text, hit.start - 1):
        return hit._replace(start=hit.start - 1, value=Decimal(24), form="damaged")
    return hit


def _measured(text: str, hit: NumberHit) -> NumberHit:
    """The hit with the unit or classifier that follows it, and what may stand between and behind: 5个多月, 三年半."""
    if hit.unit in {"ratio", "percent"}:
        return hit
    at = hit.end + (text[hit.end : hit.end + 1] == " " and text[hit.end - 1].isascii())
    odd = _odd(text, at) if text[at : at + 1] in _ODD else None
    if odd:
        half = Decimal("0.5") if text[at + 1] == "半" else Decimal(0)
        return hit._replace(end=odd[0], value=hit.value + half, bound="exact" if half else "over", unit=odd[1])
    tenths = text.startswith("成", at) and _TENTHS.match(text, at)
    if tenths:
        return hit._replace(end=tenths.end(), value=hit.value * 10 + parse(tenths["more"]), unit="percent")
    known = _unit_at(text, at)
    if known and known[1].unit == "point" and _minutes(text, hit, at):
        known = known[0], _units()["分钟"]
    return _with_unit(text, hit, at + known[0], known[1]) if known else hit


def _odd(text: str, at: int) -> tuple[int, str] | None:
    """Where a unit with 多 or 半 inside ends, and what it is: 5个多月, 三个半小时, 七分多钟."""
    if text.startswith(("分多钟", "分半钟"), at):
        return at + 3, "min"
    known = _unit_at(text, at + 2) if text.startswith(("个多", "个半"), at) else None
    return (at + 2 + known[0], known[1].unit) if known and known[1].unit in {"month", "h", "wk"} else None


def _minutes(text: str, hit: NumberHit, at: int) -> bool:
    """Whether 分 are minutes: before seconds or a half, or after hours or a word of time."""
    return (bool(_MINUTES.match(text, at)) and bool(_TIMED.search(text, max(0, hit.start - 20), hit.start))) or bool(
        re.match(r"分 ?\d{1,2} ?秒", text[at : at + 6]) or re.search(r"\d ?(?:个)?小时$", text[max(0, hit.start - 5) : hit.start])
    )


def _unit_at(text: str, at: int) -> tuple[int, _Unit] | None:
    opening = text[at : at + 1]
    if opening in _AMBIGUOUS:
        if opening == "里":
            return (1, _Unit("km", Decimal("0.5"), None)) if _LI.match(text, at) else None
        if opening == "级":
            return _magnitude_at(text, at)
        if opening == "块" and _YUAN.match(text, at) and not _IN_PIECES.search(text, max(0, at - 12), at):
            return (2 if text.startswith("块钱", at) else 1), _units()["元"]
        if text.startswith(_NO_UNITS, at):
            return None
    for word, unit, spelt in _units_by_opening().get(opening, ()):
        if text.startswith(word, at) and not (spelt and text[at + len(word) : at + len(word) + 1].isalnum()):
            return len(word), unit
    return None


def _magnitude_at(text: str, at: int) -> tuple[int, _Unit] | None:
    """级 of an earthquake: 4.2级地震, 震级4.2级."""
    quake = _QUAKE.match(text, at)
    told = quake or _OF_QUAKE.search(text, max(0, at - 12), at)
    return (quake.end() - at if quake else 1, _units()["级地震"]) if told else None


def _with_unit(text: str, hit: NumberHit, end: int, unit: _Unit) -> NumberHit:
    high = None if hit.value_high is None else hit.value_high * unit.factor
    value, bound = hit.value * unit.factor, hit.bound
    follow = text[end : end + 1]
    if follow == "半" and unit.unit != "count" and text[end : end + 2] not in {"半年", "半径"}:
        value, end = value + unit.factor / 2, end + 1
    elif follow == "多" and bound == "exact" and (unit.unit != "percent" or text[end - 1] == "成"):
        bound, end = "over", end + 1
    return NumberHit(hit.start, end, hit.numeral_start, hit.numeral_end, value, high, bound, unit.unit, unit.classifier, hit.form)


def _in_currency(text: str, hit: NumberHit) -> NumberHit:
    """The hit in the currency named before it (港币2960元); money are 资金120余万, too, and a bare 五分 with no word at its sides."""
    if hit.unit == "CNY":
        named = _CURRENCY.search(text, max(0, hit.start - 10), hit.start)
        return hit._replace(start=named.start(), unit=_units()[named[1]].unit) if named else hit
    if hit.unit is None and text[hit.end - 1] in "万亿" and _OF_MONEY.search(text, max(0, hit.start - 8), hit.start):
        return hit._replace(unit="CNY")
    if hit.unit == "point" and not _ALONE.search(text[max(0, hit.start - 1) : hit.start] + text[hit.end : hit.end + 1]):
        return hit._replace(value=hit.value / 100, unit="CNY")
    return hit


def _bounded_after(text: str, hit: NumberHit) -> NumberHit:
    at = hit.end + 3 if text.startswith("(含)", hit.end) else hit.end
    if text[at : at + 1] not in _edges("after"):
        return hit
    for length in _reach("after"):
        bound = _bounds("after").get(text[at : at + length]) if at + length <= len(text) else None
        if bound and not (length == 1 and hit.unit in {None, "count"}) and text[at : at + length + 1] not in {"以下简", "内容", "内部"}:
            return hit._replace(end=at + length, bound=bound if hit.bound == "exact" else hit.bound)
    return hit


def _bounded_before(text: str, hit: NumberHit) -> NumberHit:
    end = hit.start - (text[hit.start - 1 : hit.start] == " ")
    if text[end - 1 : end] not in _edges("before"):
        return hit
    for length in _reach("before"):
        word = text[end - length : end] if end >= length else ""
        bound = _bounds("before").get(word)
        if bound and not _spoilt(text, end - length, word, hit):
            return hit._replace(start=end - length, bound=hit.bound if bound == "exact" or hit.bound == "over" else bound)
    return hit


def _spoilt(text: str, at: int, word: str, hit: NumberHit) -> bool:
    """Whether the bounding word is the end of another word (附近, 通过), or bounds round numbers only (上百, 过万)."""
    if word == "小" and (hit.unit not in _SPELLS or text[hit.numeral_start].isascii()):
        return True
    if word in _ROUND_ONLY and text[hit.numeral_start] not in "百千万亿十":
        return True
    return at > 0 and text[at - 1] in _SPOILT_BEFORE.get(word, "")


def _joined(text: str, hits: Iterator[NumberHit]) -> Iterator[NumberHit]:
    """The hits, with the two ends of a range made one and the parts of a sum of money added up."""
    last: NumberHit | None = None
    for hit in hits:
        if last is None:
            last = hit
            continue
        near = hit.start - last.end <= _WIDEST or text[last.end : hit.start].isspace()
        merged = (_range(text, last, hit) or _sum(text, last, hit) or _clock(text, last, hit) or _length(text, last, hit)) if near else None
        if merged is None:
            yield last
        last = merged or hit
    if last is not None:
        yield last


def _range(text: str, low: NumberHit, high: NumberHit) -> NumberHit | None:
    if _next_one(text, low, high):
        return high._replace(start=low.start, numeral_start=low.numeral_start, value=low.value, value_high=high.value, bound=low.bound)
    if not 0 < high.numeral_start - low.end <= _WIDEST or _TO.fullmatch(text, low.end, high.numeral_start) is None:
        return None
    if low.value_high is not None or high.value_high is not None or low.unit not in {None, high.unit}:
        return None
    value = _scaled_alike(text, low, high)
    if value > abs(high.value) or "unread" in (low.form, high.form):
        return None
    return high._replace(start=low.start, numeral_start=low.numeral_start, value=value, value_high=abs(high.value), bound=low.bound)


def _next_one(text: str, low: NumberHit, high: NumberHit) -> bool:
    """Whether two digits in characters, each the next of the other, are the ends of a range (五、六个)."""
    pair = text[low.numeral_start : high.numeral_end]
    return len(pair) == 3 and pair[1] == "、" and high.unit == "count" and low.unit is None and pair[0] + pair[2] in "一二三四五六七八九"


def _scaled_alike(text: str, low: NumberHit, high: NumberHit) -> Decimal:
    """The lower end in the scale of the upper one: 两到三万 is 20000 to 30000."""
    scales = "".join(char for char in text[high.numeral_start : high.numeral_end] if char in SCALES or char in "百千")
    own = any(char in SCALES or char in "十百千" for char in text[low.numeral_start : low.numeral_end])
    factor = _units_factor(text, high) if low.unit is None else Decimal(1)
    bare = low.value * factor
    if (own and not any(char in SCALES for char in scales)) or not scales:
        return bare
    scaled = bare * parse("一" + scales)
    return scaled if scaled <= abs(high.value) else bare


def _units_factor(text: str, hit: NumberHit) -> Decimal:
    known = _unit_at(text, hit.numeral_end)
    return known[1].factor if known else Decimal(1)


def _sum(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Yuan, jiao and fen side by side are one sum of money: 五元六角, 三块四分, 一块二."""
    if major.unit not in _currencies() or text[major.end : minor.start] not in {"", "又"} or minor.value >= 10:
        return None
    share = _share(text, minor, text[major.numeral_end : major.end])
    if share is None:
        return None
    high = None if major.value_high is None else major.value_high + share
    value = major.value + share if high is None else major.value
    return major._replace(end=minor.end, numeral_end=minor.numeral_end, value=value, value_high=high)


def _share(text: str, minor: NumberHit, word: str) -> Decimal | None:
    """What the smaller part of a sum of money adds to it: jiao, fen, or a bare digit after 块 (in fen where a zero leads it)."""
    if minor.unit in _currencies() and minor.value < 1:
        return minor.value
    if minor.unit == "point":
        return minor.value / 100
    if minor.unit is None and word.startswith("块"):
        return minor.value / (100 if text[minor.start] == "零" else 10)
    return None


def _clock(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Two units of time side by side are one duration, in the smaller unit: 4分52秒 is 292 s, 3年6个月 is 42 months."""
    parts = _PARTS.get((major.unit or "", minor.unit or ""))
    if parts == 12 and (major.value > 99 or not text.startswith("个", minor.numeral_end)):
        return None
    if parts is None or text[major.end : minor.start].strip() or minor.value >= parts or major.value_high is not None:
        return None
    return minor._replace(start=major.start, numeral_start=major.numeral_start, value=major.value * parts + minor.value, bound=major.bound)


def _length(text: str, major: NumberHit, minor: NumberHit) -> NumberHit | None:
    """Metres with the figures of what goes beyond them: 1米75, 一米八."""
    digits = text[minor.start : minor.end]
    if major.end != minor.start or text[major.numeral_end : major.end] != "米" or minor.unit or len(digits) > 2 or minor.value_high:
        return None
    beyond = minor.value.scaleb(-1 if minor.value < 10 else -2)
    return major._replace(end=minor.end, numeral_end=minor.end, value=major.value + beyond)


@cache
def _currencies() -> frozenset[str]:
    return frozenset(row["unit"] for row in table("units") if row["kind"] == "money")
