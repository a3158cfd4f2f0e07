"""Ranks: 第N where it places something in an order (全市第三, 排名第2位, 名列前茅 is none)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from operator import attrgetter

from transforms.mentions.numbers import NumberHit
from transforms.mentions.numerals import parse
from transforms.patterns import seldom

_RANKING = seldom(
    r"(?:排名?在?|位[居列次]于?|名列|名次|[列居排]|跃[居升至]+|[升降退跌前移晋]+[至到]|由|从|勇夺|取得|荣?获|得分|[率数量]|考[核评]|测评|评比|[均又]?为|总分|成绩|保持|稳居|高居|夺得|摘得)"
    r"(?:了|过|去年同期的|上年同期的|原来的|[^,，。;；]{0,14}?的)?(?:全|同|各|本|省|市|区|县|国|州|系统|类|倒数|并列|[^,，。;；]{0,8}?)$"
)
_STRONG = seldom(r"(?:排名|位[居列次]|名列|名次|[列居排]|跃居|稳居|高居)[^,，。;；]{0,8}$")
_SCOPE = seldom(r"(?:全[国省市区县州镇][^,，。;；]{0,8}|同类[^,，。;；]{0,6}|各[市县区]+)$")
_OTHER = re.compile(
    r"[天次期届批轮季步时现责道线代起款章条案组小中支只辆卷幢栋号场站讲课集回]|个(?!百分)|一?时间|检察部|支部|把手|书记|手|方|产业|三方"
)
_MOVED = re.compile(r"(?:上升|下降|前移|后移|前进|后退|提升|提高|上移|下滑|跃升|晋升|升|降|进步|攀升|退)(?:了|近|约)?$")
_PLACES = ("个位次", "个名次", "个位置")
_FIRST = re.compile(r"(?:位[居列]|名列|列|居|排名?在?|稳居|高居|跃居)[^,，。;；]{0,10}(?P<first>首位|榜首|第一)")
_TOP = re.compile(
    r"(?:位[居列]|名列|进入|跻身|列|居|排名?)[^,，。;；]{0,8}前(?P<top>[一二三四五六七八九十两\d]+)(?:名|位|强)?(?=[,，。;；)）]|$)"
)


def with_ranks(text: str, numbers: Sequence[NumberHit]) -> tuple[NumberHit, ...]:
    """The numbers, with those that rank something as numbers of unit `rank`, from 第 to 名 or 位."""
    found = {hit.numeral_start: hit for hit in (*_tops(text), *_firsts(text))}
    kept = [found.pop(hit.numeral_start) if hit.numeral_start in found else _ranked(text, hit) for hit in numbers]
    return tuple(sorted([*kept, *found.values()], key=attrgetter("start")))


def _ranked(text: str, hit: NumberHit) -> NumberHit:
    start = hit.numeral_start - 1
    moved = _moved_by(text, hit)
    if moved:
        return moved
    if start < 0 or text[start] != "第" or hit.form != "plain":
        return hit
    follow = text[hit.numeral_end : hit.numeral_end + 4]
    if _OTHER.match(follow):
        return hit
    before = text[max(0, start - 28) : start]
    if before.endswith(("放在", "摆在", "挺在", "摆到", "放到")):
        return hit
    named = re.match(r"[名位]?(?![名位的和与及并且等是升降跃前后进退上下提到至])[一-鿿]", follow)
    ranking = _STRONG.search(before) if named else _RANKING.search(before) or _SCOPE.search(before)
    if not ranking and (named or not re.match(r"[名位]", follow)):
        return hit
    end = hit.numeral_end + bool(re.match(r"[名位]", follow))
    return hit._replace(start=start, end=end, unit="rank", classifier=None, bound="exact")


def _moved_by(text: str, hit: NumberHit) -> NumberHit | None:
    """The number of places by which a rank moves (上升3位, 前移7个位次), as a number of ranks."""
    if text.startswith(_PLACES, hit.numeral_end) and hit.unit in {"count", None}:
        return hit._replace(end=hit.numeral_end + len(_PLACES[0]), unit="rank", classifier=None)
    if text[hit.end - 1] in "位名" and hit.unit == "count" and _MOVED.search(text, max(0, hit.start - 6), hit.start) and _moves(text, hit):
        return hit._replace(unit="rank", classifier=None)
    return None


def _moves(text: str, hit: NumberHit) -> bool:
    """Whether 上升3位 moves a rank (not people): a word of ranking stands before it, or nothing follows that could be counted."""
    return (text[hit.end - 1] == "位" and not re.match(r"[一-鿿]", text[hit.end : hit.end + 1])) or bool(
        re.search(r"排名|名次|位次|第", text[max(0, hit.start - 30) : hit.start])
    )


def _firsts(text: str) -> Iterator[NumberHit]:
    for match in _FIRST.finditer(text):
        if match["first"] != "第一":
            start, end = match.span("first")
            yield NumberHit(start, end, start, end, Decimal(1), None, "exact", "rank", None)


def _tops(text: str) -> Iterator[NumberHit]:
    for match in _TOP.finditer(text):
        start, end = match.span("top")
        yield NumberHit(start - 1, match.end(), start, end, parse(match["top"]), None, "under", "rank", None)
