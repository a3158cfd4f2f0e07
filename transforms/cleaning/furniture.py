"""What surrounds an article on a page: navigation, share buttons, counters, lists of other articles, legal notices.

The phrases stand in `seeds/furniture.csv`; here is how they are read. A phrase `line` is the whole line, `channel` as well unless it heads
a paragraph of an article, `start` how it begins,
`section` the line that opens a list which is not the article either, `soft_section` one that does so where no sentence follows;
`strong` and `weak` words make a notice by their number.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from transforms.lexicon import table
from transforms.patterns import seldom

_MARKS = re.compile(r"[\s,.:;!?()\[\]【】《》〈〉“”‘’\"'|·>»_=*#&-]")
_BREADCRUMB = re.compile(r"[^。;!?]{0,40}(?:>+|»|›|→|→|->)[^。;!?]{0,80}$|[^,。;!?]{2,16}\s/$")
# The shapes of whole lines that tell what they are, by the reason they give; one pattern, for each line is held against all of them.
# A + behind a quantifier: what was read stays read; else a line that nearly fits takes time that doubles with each character.
_SHAPES = {
    "address": r"\W*(?:(?:https?://|www\.)\S+|[A-Za-z0-9_.+-]+@[A-Za-z0-9.-]+|[0-9a-f]{16,64}(?:\.(?:jpe?g|png|gif))?)\W*$"
    r"|[^,。]{0,10}(?:热线|电话)\s?:\s?\d[\d-]{2,12}$",
    "counter": r"[\W\d_]*\d[\W\d_]*$",
    "share": r"(?:字[号体]|大|中|小|打印|关闭|收藏|分享|微信|微博|QQ|空间"
    r"|facebook|LINE|twitter|复制(?:链接|连结)|留言|列印|T|A[+-]?|[\s|:/【】()\[\]+-])++$",
    "rule": r"[-*=_~·•—|+#.\s]+$",
    "navigation": r"[\s<>«»‹›\[\]()|]*"
    r"(?:(?:首页|上一页|下一页|尾页|末页|共\d+页|第?\d{1,3}页?|\.{2,}|\d{1,3}/\d{1,3})[\s<>«»‹›\[\]()|/]*){2,}+$"
    r"|返回.{0,10}(?:首页|主页|列表|频道)$|.{2,12}(?:版权与免责声明|版权声明|版权所有)$|.{0,20}(?:点击进入|点击查看|查看详情)$"
    r"|\W*(?:点击(?:播放|观看|收看|收听|查看|展开)|(?:[左右上下向]*滑动|[上下]滑)[^,。;]{0,4}查看)[^,。;]{0,8}$"
    r"|\(?(?:下转|上接|紧接)第?\s?[A-Z\d一二三四五六七八九十]{1,4}版\)?$"
    r"|\W*\d?\s*上一[版篇期条页]\s*(?:\d{1,2}\s*){0,2}下一[版篇期条页]\W*\d?(?:\s*版面导航)?$"
    r"|[一-鿿]{2,4}正文\s+\d+\s+\d+$",
}
# What a line is by its shape where no article goes on; within one a heading may have it (警务搬上微信).
_EDGE_SHAPE = re.compile(r".{2,12}(?:微信|微博|公众号|客户端|APP|数字报刊?|电子[报版])$|(?:\s*#\s?[^#\s]{2,16}#?)++$")
_INVITATION = re.compile(
    r"(?:想要?了解更多|更多[^。]{0,12}[,请]|觉得[^。]{0,6}不错|(?:如果[你您]?)?喜欢(?:就|本文|这篇)|点个|记得)[^。]{0,24}(?:关注|下载|点赞|在看|转发)[^。]{0,24}[。!]?$"
)
_MORE = re.compile(r"[\[【]?看?更多.{0,8}(?:新闻|资讯|报道|文章)[>»:\]】]*")
_HOME = frozenset({"首页", "网站首页", "主页"})
_SHAPE = re.compile("|".join(f"(?P<{reason}>{shape})" for reason, shape in _SHAPES.items()))
_COUNT = re.compile(r"\s*[(\[]?\s*\d{1,6}\s*[)\]]?\s*[条次人篇个]?$")
_OPENED_SECTION = seldom(r"[\[【<·•■◆]?\s*([^\s:\]】·•]{2,12}?)\s*[\]】>]?(?:[:·•]|\s+\S)")
_LONGEST_PHRASE = 30
_LONGEST_LIST = 400
_MANY = 5
_SHORT_WORD = 8
_EPAPER = re.compile(r"enpproperty|content_(?<!\wcontent_)\d+\.html?\b")
_NOTICE = 2
_NOTICE_IN_SENTENCES = 3


def reason_of_line(text: str) -> str | None:
    """Why a line is furniture wherever it stands, None where nothing says so. The text is folded and in simplified script."""
    named = _phrases("line", "channel").get(_bare(_COUNT.sub("", text))) if len(text) <= _LONGEST_PHRASE else None
    return named or reason_of_section(text) or _by_shape(text)


def reason_of_section(text: str) -> str | None:
    """Why what follows this line is not the article, None for other lines."""
    if len(text) > _LONGEST_PHRASE:
        return None
    *tags, last = text.split() or [""]
    if _MORE.fullmatch(text):
        return "related"
    listed = bool(tags) and max(map(len, tags)) <= _SHORT_WORD and last in _phrases("section")
    return _phrases("section").get(last if listed else _bare(text))


def opens_list(text: str) -> bool:
    """Whether a line opens a list of other articles if no sentences follow (延伸阅读), and else a part of the article."""
    return len(text) <= _LONGEST_PHRASE and _bare(text) in _phrases("soft_section")


def may_be_heading(text: str) -> bool:
    """Whether a line that names a section of a site (民生, 法治) may as well head a part of an article."""
    return text in _phrases("channel")


def is_notice(text: str) -> bool:
    """Whether a line reads as a legal notice or asks its readers to share and to subscribe."""
    return _notice(text) is not None or _INVITATION.match(text) is not None


def reason_at_edge(text: str) -> str | None:
    """Why a line before the title or behind the body is furniture, None where nothing says so."""
    return reason_of_line(text) or _by_start(text) or _notice(text) or ("navigation" if _is_list_of_links(text) else None)


def _by_shape(text: str) -> str | None:
    if len(text) > 120:
        return None
    shape = _SHAPE.match(text)
    if shape:
        return shape.lastgroup
    return "navigation" if _is_repeated(text) or _EPAPER.search(text) else None


def _by_start(text: str) -> str | None:
    """Why a line is furniture by its first words; of sentences only an invitation to share, with words that tell it."""
    if len(text) > 120:
        return None
    if _INVITATION.match(text):
        return "share"
    if _BREADCRUMB.match(text) or _EDGE_SHAPE.match(text):
        return "navigation"
    bare = text.lstrip("[【(<>|·-—* ").replace(" ", "")
    reason = next((reason for length, phrases in _starts() if (reason := phrases.get(bare[:length]))), None)
    reason = reason or _by_listed_section(text)
    return reason if "。" not in text or (reason == "share" and sum(_telling(text)) >= _NOTICE) else None


def _by_listed_section(text: str) -> str | None:
    """Why a line is furniture that names a section and lists its articles behind it: 24小时热文 1 甲 2 乙."""
    opened = _OPENED_SECTION.match(text)
    return _phrases("section").get(_bare(opened[1])) if opened else None


def _notice(text: str) -> str | None:
    """A legal notice: two telling words in a line, in whole sentences more and one that no story tells of itself."""
    weights = _telling(text)
    enough = max(weights, default=0) > 1 and sum(weights) >= _NOTICE_IN_SENTENCES if "。" in text else sum(weights) >= _NOTICE
    return "legal" if enough else None


def _telling(text: str) -> list[int]:
    """The weights of the telling words in a line, each word once."""
    return [
        _weights()[which] for which in {which for which, _, _ in _words().find_matches_as_indexes(text.replace(" ", ""), overlapping=True)}
    ]


def _is_list_of_links(text: str) -> bool:
    """Words that head sections of sites, or many short words with strokes between (宜都市| 屏山县| ...)."""
    apart = text.split("|")
    if len(apart) > _MANY and "。" not in text and len(text) <= _SHORT_WORD * len(apart):
        return True
    tokens = [token for token in re.split(r"[\s|·/┊]+", text) if token] if len(text) <= _LONGEST_LIST else []
    if len(tokens) > 3 and tokens[0] in _HOME and max(map(len, tokens)) <= _SHORT_WORD:
        return True
    known = sum(_bare(token) in _phrases("line", "channel", "section") for token in tokens)
    return len(tokens) >= 3 and known >= 2 and known * 3 >= len(tokens)


def _is_repeated(text: str) -> bool:
    tokens = text.split()
    return len(tokens) >= 3 and len(set(tokens)) == 1


def _bare(text: str) -> str:
    return _MARKS.sub("", text).casefold()


@cache
def _phrases(*where: str) -> dict[str, str]:
    return {_bare(row["phrase"]): row["reason"] for row in table("furniture") if row["where"] in where}


@cache
def _starts() -> tuple[tuple[int, dict[str, str]], ...]:
    """The phrases that begin a line, by their length, the longest first."""
    rows = [row for row in table("furniture") if row["where"] == "start"]
    lengths = sorted({len(row["phrase"]) for row in rows}, reverse=True)
    return tuple((length, {row["phrase"]: row["reason"] for row in rows if len(row["phrase"]) == length}) for length in lengths)


@cache
def _words() -> AhoCorasick:
    return AhoCorasick([row["phrase"] for row in _word_rows()])


@cache
def _weights() -> tuple[int, ...]:
    return tuple(2 if row["where"] == "strong" else 1 for row in _word_rows())


@cache
def _word_rows() -> tuple[dict[str, str], ...]:
    return tuple(dict(row) for row in table("furniture") if row["where"] in ("strong", "weak"))
