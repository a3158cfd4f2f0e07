"""One number at a place in the text: its numeral, its value, its unit and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from transforms.mentions.numbers.bounds import bounded_after, bounded_before, bounds
from transforms.mentions.numbers.model import NumberHit
from transforms.mentions.numbers.units import ALONE, Unit, in_currency, measured, unit_at, units
from transforms.mentions.numerals import DIGITS, SCALES, TENS, parse, part_of
from transforms.patterns import seldom
from transforms.records import Bound

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
_HALF = seldom(
    r"[过近]?一?半(?:数|(?:个?(?P<more>多)?(?P<unit>小时|月|钟头|世纪)|(?P<bare>(?:年|天)(?P<longer>多)?|日|成|个|辈子|生(?![产活意])|分钟|公里|公斤|米|斤|亩|吨))(?!间))?"
)
_DOUBLING = seldom(r"翻了?(?P<bound>将?近|约|超|过)?(?P<times>[一二两三])?番")
_DAMAGED = re.compile(r"[?�□](?=4小时.{0,6}(?:巡|值|不间断|在线|待命|备勤|服务|运[转行]|监[控测]|看护|守))")
_GREATER = seldom("^.*[亿兆](?=.)")  # the part of 4亿6000余万 that 万 is not said of
_NOT_ONE = seldom("(?<=[百千万亿])一(?=[分个人毛][没不未都也])")  # 18万一分没少: not one of them
_PAIR = seldom(r"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?P<unit>[十百千万亿]*)")
_VAGUE = re.compile(r"[几数](?=[十百千万亿])")
_VAGUE_WORDS = frozenset("几数")
_FEW = re.compile(r"(?<!茶)几(?![度率])(?P<other>代人|代|任|步路|番|辈|岁|句话)?")
_HALF_WORD = seldom(r"半(?:晌|夜|点(?!钟)|路|途|宿|空|句|步|本|碗|锅|壶|杯|瓶|袋|截|枚|盒|包|箱)")
_BOTH = re.compile(r"双(?=下降|上升|下滑|提升|提高|增长|清零|重|节(?![约目省点能])|融合|[降升增](?![级值])|网融合)")
_LOST = frozenset("?�□")
_BEFORE = _VAGUE_WORDS | _LOST | frozenset("负-−－ ")
_FINANCIAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參陸")
_MINUS = re.compile(r"(?:负|(?<![\w)%年月日])[-−－]) ?")
_POINTS = re.compile(r"(?:[、,和及与]\d+(?:\.\d+)?个?){1,12}百分点")  # a list is no longer
_PERCENT = {
    "百": Decimal(1),
    "佰": Decimal(1),
    "千": Decimal("0.1"),
    "仟": Decimal("0.1"),
    "万": Decimal("0.01"),
    "100": Decimal(1),
    "1000": Decimal("0.1"),
}


def single(text: str) -> Iterator[NumberHit]:
    """Every number of a text by itself, in order: the ends of a range are two."""
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
    if "番" in text[at : at + 2] and (doubling := _doubling(text, at)):
        return doubling
    match = _SITE.match(text, at)
    if match and match.end("numeral") - at > 1 and _NOT_ONE.match(text, match.end("numeral") - 1):
        match = _SITE.match(text, at, match.end("numeral") - 1)
    if match and text[at] in _FINANCIAL and match.start("numeral") == at and not _financial(text, match):
        follow = at + 1
        return _read(text, follow) if follow < match.end("numeral") else _nothing(at)
    return _completed(text, match) if match else None


def _doubling(text: str, at: int) -> NumberHit | None:
    """翻了两番, 翻近一番: so much more than before."""
    match = next((found for back in (1, 2, 3, 4) if (found := _DOUBLING.match(text, max(0, at - back)))), None)
    if match is None:
        return None
    rounds, bound = int(parse(match["times"] or "一")), bounds("before").get(match["bound"] or "", "exact")
    return NumberHit(match.start(), match.end(), at, match.end(), Decimal(2**rounds - 1), None, bound, "times", None)


def _below_zero(text: str, at: int) -> NumberHit | None:
    """零下35摄氏度, 零下41度: as many degrees below zero; None where no number follows."""
    hit = _completed(text, match) if (match := _SITE.match(text, at + 2)) else None
    if hit is None or hit.unit not in {"Cel", "度", None}:
        return None
    high = None if hit.value_high is None else -hit.value_high
    return hit._replace(start=at, numeral_start=at, value=-hit.value, value_high=high, unit="Cel" if hit.unit else None)


def _nothing(at: int) -> NumberHit:
    """A place holder for a character that looks like a numeral and is none (队伍, 大陆)."""
    return NumberHit(at, at + 1, at, at + 1, Decimal(0), None, "exact", None, None, "word")


def _financial(text: str, match: re.Match[str]) -> bool:
    """Whether a financial numeral (伍, 陆, 拾) is one here: with others of its kind, or with no word at its sides."""
    numeral = match["numeral"]
    sides = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return (
        sum(char in _FINANCIAL for char in numeral) > 1
        or (not numeral[-1].isascii() and not ALONE.search(sides))
        or numeral[1:2] in set("万亿千百")
    )


def _few(text: str, at: int) -> NumberHit | None:
    """几 with the measure that follows it (几天, 几张, 几代人): a number that does not say how many."""
    match = _FEW.match(text, at)
    known = unit_at(text, at + 1) if match and not match["other"] else None
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
    known = units().get(unit) if unit else Unit("ratio", Decimal(1), None)
    value = Decimal("0.5") * (known.factor if known else 1)
    bound: Bound = (
        "over" if match[0].startswith("过") or match["more"] or match["longer"] else "under" if match[0].startswith("近") else "exact"
    )
    hit = NumberHit(match.start(), match.end(), at, match.end(), value, None, bound, known.unit if known else None, None)
    if hit.unit == "ratio" and text.startswith("多", hit.end):
        hit = hit._replace(end=hit.end + 1, bound="over")
    return bounded_before(text, bounded_after(text, hit))


def _completed(text: str, match: re.Match[str]) -> NumberHit | None:
    """The hit of a numeral with what stands around it: sign, vague or bounding words, unit."""
    try:
        values = _values(match)
    except (ValueError, ArithmeticError):
        return NumberHit(*match.span(), *match.span("numeral"), Decimal(0), None, "exact", None, None, "unread")
    low, high, unit = values
    bound: Bound = "exact" if not match["loose"] else bounds("inside")[match["loose"]]
    hit = NumberHit(*match.span(), *match.span("numeral"), low, high, bound, unit, None)
    if text[hit.start - 1 : hit.start] in _BEFORE:
        hit = _restored(text, _vague(text, _signed(text, hit)))
    return in_currency(text, bounded_before(text, bounded_after(text, _in_points(text, measured(text, hit)))))


def _values(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str | None]:
    numeral, per = match["numeral"], match["per"]
    if per in _PERCENT:
        return parse(numeral) * _PERCENT[per], None, "percent"
    if per:
        return part_of(parse(numeral), parse(per)), None, "ratio"
    if match["scale"] and (greater := _GREATER.match(numeral)):
        return parse(greater[0]) + parse(numeral[greater.end() :]) * parse(match["scale"]), None, None
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
