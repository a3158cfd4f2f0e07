"""HTML pages: the text that a reader sees, character by character at its place in the source, and what the page says of itself.

Trafilatura decides which lines are the main text; our own walker over the source knows where each character stands, so that a
fact found in the text is cited from the source. Between the first and the last main line whole sentences stay even where
trafilatura drops them: losing a paragraph is worse than keeping a teaser.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from transforms.aligned import AlignedText
from transforms.patterns import seldom

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<raw>script|style|title)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|</?(?P<tag>[a-z][a-z0-9:-]*)[^<>]*>?|<[!?/][^<>]*>?|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});?)|(?P<text>[^<&]+|[<&])",
    re.DOTALL | re.IGNORECASE,
)
_INLINE = seldom(
    "(?:a|abbr|b|bdi|bdo|big|cite|code|dfn|em|font|i|img|ins|kbd|label|mark|nobr|o:p|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)"
)
_START = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title|div|p|article|table|h[1-6]|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_META = re.compile(r"<meta\b([^<>]{0,2000})>", re.IGNORECASE)
_ATTRIBUTE = seldom(r"([a-zA-Z:_-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TITLE = re.compile(r"<title[^<>]*>([^<]{1,500})</title>", re.IGNORECASE)
_HINTS: Mapping[str, tuple[str, ...]] = {
    "title": ("articletitle", "og:title", "twitter:title"),
    "published": (
        "pubdate",
        "article:published_time",
        "publishdate",
        "og:release_date",
        "weibo:article:create_at",
        "publish_time",
        "dc.date",
        "date",
    ),
    "source": ("contentsource", "source", "mediaid", "article:source", "og:article:source"),
    "site": ("sitename", "og:site_name", "application-name"),
    "author": ("author", "article:author", "og:article:author"),
}
_NAMES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "unicode": "utf-8",
}
_KNOWN = ("utf-8", "utf8", "gb18030", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be")
_SPACE = seldom(r"\s+")
_BREAK = seldom(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]\s*(?=[^\x00-\x7f])|(?<=[,.;:])[ \t]*[\r\n]\s*(?=[\u4e00-\u9fff])")
_NOT_A_WORD = seldom(r"[\W_]+")
_SHORT = 6
_CLOSE_TO_TITLE = 160
_SIGNED = seldom(r"^[\[(【（]?\s*(?:责任编辑|責任編輯|责编|编辑|編輯|审核|校对|一审|初审|来源|來源|作者|记者|記者|本报记者|通讯员)")
"""Lines behind the main text that belong to the article: who edited it, who wrote it."""


def is_html(text: str) -> bool:
    """Whether a text is an HTML page or a piece of one."""
    return _START.match(text[:5000]) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page's meta tag names, as we read it; None where it names none that we know."""
    match = _CHARSET.search(data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    known = _NAMES.get(name, name)
    return known if known in _KNOWN else None


def hints(source: str) -> Mapping[str, str]:
    """What the page says of itself in its meta tags: title, published, source, site, author."""
    tags = {name: content for name, content in _meta_tags(source[:200_000]) if content}
    found = {hint: tags[name] for hint, names in _HINTS.items() for name in reversed(names) if name in tags}
    if "title" not in found and (title := _TITLE.search(source)):
        found["title"] = html.unescape(title[1]).strip()
    return MappingProxyType(found)


def visible_text(source: str, title: str | None) -> AlignedText:
    """The lines of a page that are its article, each character at its place in the source."""
    lines = [line for line in map(_collapsed, _lines(source)) if len(line)]
    main = _main_lines(source)
    return _joined(_kept(lines, main, _squeezed(title or "")) or lines)


def _meta_tags(source: str) -> Iterator[tuple[str, str]]:
    for tag in _META.finditer(source):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(tag[1])}
        name = attributes.get("name") or attributes.get("property") or ""
        yield name.lower(), html.unescape(attributes.get("content", "")).strip()


def _lines(source: str) -> Iterator[AlignedText]:
    """The text between block tags, entities resolved; a cell of a table is set off by a space."""
    whole = AlignedText.identity(source)
    parts: list[AlignedText] = []
    for token in _TOKEN.finditer(source):
        if token["text"]:
            parts.append(whole.cut(*token.span()))
        elif token["entity"]:
            parts.append(_standing_for(html.unescape(token[0]), *token.span()))
        elif (tag := token["tag"]) and tag.lower() in ("td", "th"):
            parts.append(_standing_for(" ", token.start(), token.start()))
        elif tag and not _INLINE.fullmatch(tag.lower()):
            yield AlignedText.concatenate(parts)
            parts = []
    yield AlignedText.concatenate(parts)


def _standing_for(text: str, start: int, end: int) -> AlignedText:
    return AlignedText(text, array("l", [start]) * len(text), array("l", [end]) * len(text))


def _collapsed(line: AlignedText) -> AlignedText:
    """The line with a space for each stretch of white space, and none where the source breaks Chinese text."""
    return line.substituted(_BREAK, lambda _: "").substituted(_SPACE, lambda _: " ").strip()


def _main_lines(source: str) -> frozenset[str]:
    """The lines of the main text by trafilatura, squeezed; none where it finds none or fails on the page."""
    import trafilatura  # noqa: PLC0415  only a page pays for its import, which takes as long as a plain text's extraction

    try:
        text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False)
    except Exception:  # whatever a broken page does to a parser, the page is still read whole
        return frozenset()
    return frozenset(filter(None, map(_squeezed, (text or "").splitlines())))


def _kept(lines: list[AlignedText], main: frozenset[str], title: str) -> list[AlignedText]:
    """The main lines, with the title and what stands between it and them, sentences among them, and who signs below."""
    squeezed = [_squeezed(line.text) for line in lines]
    chosen = [i for i, text in enumerate(squeezed) if _is_main(text, main)]
    if not chosen:
        return []
    first, last = chosen[0], chosen[-1]
    head = next((i for i in range(first) if len(squeezed[i]) >= _SHORT and squeezed[i] in title), first)
    return [
        line
        for i, line in enumerate(lines)
        if i in set(chosen)
        or (head <= i < first and len(line) <= _CLOSE_TO_TITLE)
        or (first < i < last and ("。" in line.text or _is_of_table(lines, i)))
        or (i > last and _SIGNED.match(line.text) and len(line) <= _CLOSE_TO_TITLE)
    ]


def _is_of_table(lines: Sequence[AlignedText], at: int) -> bool:
    """Whether a line is a row or the head of a table: of as many cells, three or more, as a line next to it, one of them with figures."""
    cells = lines[at].text.split(" ")
    beside = [line.text.split(" ") for line in lines[max(0, at - 1) : at + 2 : 2]]
    return len(cells) > _FEW and any(len(other) == len(cells) and _FIGURES.search(" ".join(other[1:] + cells[1:])) for other in beside)


_FEW = 2
_FIGURES = seldom(r"\d")


def _is_main(text: str, main: frozenset[str]) -> bool:
    return text in main


def _squeezed(text: str) -> str:
    return _NOT_A_WORD.sub("", text)


def _joined(lines: list[AlignedText]) -> AlignedText:
    """The lines with a line feed between them that stands for no character of the source."""
    parts: list[AlignedText] = []
    for line in lines:
        parts += [_standing_for("\n", line.starts[0], line.starts[0]), line] if parts else [line]
    return AlignedText.concatenate(parts)
