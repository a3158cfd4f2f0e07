"""What the reading of incidents knows of words: `seeds/incident_words.csv`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from transforms.lexicon import table

SPEECH = re.compile(r"“[^“”\n]*[。!?][^“”\n]*”|(?<=[:说道喊问答])“[^“”\n]*”|“[^“”\n]{16,}”")
"""What somebody says: quoted sentences."""

DISTANT = re.compile(
    r"以来|累计|截至|截止|同比|环比|年均|月均|日均|平均|共(?:接|破|立|查|抓|办|受|调|检|排|化|走|为|组|开|发|有|计|出|处|挽|收|侦|打)"
    r"|先后[^,。]{0,12}[0-9]{2,}|系列[^,。]{0,8}案|等人|连续打掉|如果|假如|一旦|万一|倘若|近年来|多年来|[上下]半年|季度"
)
"""What is told of many cases or of what may be, and so of no one event."""

HABITUAL = re.compile(r"每[天日周月年晚逢当到]|经常|常常|时常|往往|定期|平时")
"""What is told of a habit, and of no one event, unless on a day."""

SOMEBODY = re.compile(
    r"[一-鿿]某|[一-鿿](?:女士|先生|大爷|大妈|大娘|大伯|大叔|大姐|大哥|阿姨|阿婆|阿伯|奶奶|爷爷|老汉|老伯|老太|婆婆|师傅|老板|小姐|同学|婶)"
    r"|[一两二三四五六七八九十几数0-9]+(?:名|位|个|对|户|家|伙|群|艘)[^,，。;、“”]{0,14}?(?:男子|女子|男孩|女孩|老人|妇人|妇女|村民|居民|市民|群众|学生|司机|青年|年轻人|游客|旅客|儿童|孩子|小孩|食客|顾客|工人|乘客|父子|母子|夫妻|夫妇|兄弟|姐妹|邻居|商户|渔船|客人|业主)"
    r"|[0-9]{1,2}岁的?|两家|两户|父子|婆媳|母女|夫妻俩|两兄弟|两邻居|失主|事主|受害人|报案人|报警人|求助人|当事人|嫌疑人"
)
"""Somebody of whom something is told, named or not."""

VAGUE = re.compile(r"日前|近日|前不久|不久前|几天前|前几天|当晚|前晚|昨晚|昨夜|当天|当日|有一次|有一天|一天[早晚深傍中上下]|那天|事发时|案发时|[上本]周|月初|月底|月中旬")
"""A time that is told, but not as a date."""

PERSON = re.compile(r"[一-鿿](?=某)|[一-鿿](?=女士|先生|大爷|大妈|大娘|大伯|阿姨|奶奶|爷爷|老汉|老伯|师傅)")
"""What tells one anonymised person from another."""


class Told(NamedTuple):
    """A word that tells what happened, in its place."""

    start: int
    end: int
    word: str
    category: str
    weight: int


class _Matcher(NamedTuple):
    matcher: ahocorasick_rs.AhoCorasick
    rows: tuple[tuple[str, str, int], ...]


@cache
def _words() -> _Matcher:
    rows = tuple((row["word"], row["category"], int(row["weight"])) for row in table("incident_words"))
    matcher = ahocorasick_rs.AhoCorasick([word for word, _, _ in rows], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Matcher(matcher, rows)


def told_in(text: str) -> list[Told]:
    """The words of a text that tell what happened, in order."""
    words = _words()
    return [Told(start, end, *words.rows[index]) for index, start, end in words.matcher.find_matches_as_indexes(text)]
