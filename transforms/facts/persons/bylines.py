"""Authors and editors, as bylines and editor lines name them.

A line is cut into words for posts (本报记者, 责任编辑), names, and others. A post goes with the names behind it, and where none follows
with those before it (卢平 摄). A line of nothing but names is signed by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from transforms.cleaning.media import is_medium
from transforms.facts.persons.names import SURE, Name, is_name, likeness, read_name
from transforms.facts.persons.scene import Scene
from transforms.facts.persons.titles import author_titles
from transforms.patterns import seldom

Kind = Literal["journalist", "editor"]
Span = tuple[int, int]

_HAN = "一-鿿"
_LINES = ("byline", "editor", "dateline")
_TOKEN = re.compile(
    rf"文/图|图/文|(?<![{_HAN}])[{_HAN}][ \u3000]{{1,2}}[{_HAN}](?![{_HAN}])|[^\s,、:;/丨|()\[\]【】〔〕<>《》&—“”□■◎○●◆▲★-]+"
)
_BRACKETS = re.compile(r"[(【\[][^()【】\[\]\n。]{2,80}[)】\]]")
_SPEAKS_OF_AUTHORS = seldom(r"记者|通讯员|作者|编辑|实习生|撰[文稿]|文/|图/|/[文图]|供[稿图]|[责美]编|校对|摄(?![像氏])")
_REPORTER = "记者"
_CREDIT = seldom(r"记者[^。,;!?\n]{2,40}(?:摄影?|文|图)(?=[)\]】。\s]|\Z)")
_SHOT = seldom(rf"(?<=[\s。])[{_HAN}]{{2,4}}[ \u3000]+(?:摄影?|供图|文/图)(?=[)\s]|\Z)")  # 右图:民警走访。 胡海涛 摄
_CLOSING = seldom(rf"(?<=[。!?”]) ?(?:通讯员|(?:[{_HAN}]{{2,6}})?记者)[ \u3000:/][^。,;!?\n]{{2,40}}(?=\n|\Z)")
_SLASHED = seldom(rf"(?:记者|通讯员|作者|编辑|责编|实习生)/[{_HAN}]{{2,4}}(?:、[{_HAN}]{{2,4}})*(?![{_HAN}])")  # 记者/王立新 编辑/李海
_IN_STORY = (  # each with words of which every match has one
    (("摄", "供图", "文/图"), _SHOT),
    (("记者", "通讯员"), _CLOSING),
    (("/",), _SLASHED),
)
_OF_MEDIUM = seldom(
    rf"(?:本[报网台刊]|[{_HAN}](?:[社网台]|日报|晚报|早报|时报|法治报|法制报))(?:全媒体|特约|见习|实习|首席|驻\S{{2,4}})*\Z"
)
_TAIL = re.compile(
    r"(?:(?:综合|专题|现场|摄影|采访|即时)*(?:报道|报导|专电|摄影|翻摄|摄|供图|供稿|整理|文)|(?:对[本此]文)?[亦也]?(?:有|作出了?)[所重]?贡献)\Z"
)
_GOES_BEHIND = re.compile(r"[文图摄稿]|报[道导]|整理")
_LONGEST_ALONE = 7  # letters of a post with one name: 见习记者欧阳春
_SHORTEST = 3  # letters of a name with its post: 王磊摄
_NO_AUTHOR = re.compile(r"来源|时间|日期|字号|阅读|点击|浏览|市民|读者|网友|村民|居民|受访者|提供|资料|新闻网|网讯|[报社]讯$|公安|警方")
_SIGNED = "作者"


class Author(NamedTuple):
    """A name with the post under which a byline has it."""

    start: int
    end: int
    name: str
    role: str
    kind: Kind
    rule: str


class _Token(NamedTuple):
    """A piece of a line: a `post`, a `name`, the `end` of what an author can be part of, or something `other`."""

    start: int
    end: int
    text: str
    sort: Literal["post", "name", "end", "other"]


def authors(scene: Scene) -> Iterator[Author]:
    """The authors and editors whom a page names: in lines of them, and elsewhere in brackets, credits and as reporters in the story."""
    for block in scene.page.blocks:
        if block.kind in _LINES:
            found = _of_line(scene, block.start, block.end)
            yield from found or (_signed(scene, block.start, block.end) if block.kind == "byline" else ())
    for match in _BRACKETS.finditer(scene.text):
        if _SPEAKS_OF_AUTHORS.search(match[0]):
            yield from _of_line(scene, *match.span())
        elif match[0][0] == "(" and scene.text[match.end() : match.end() + 1] in {"", "\n"} and scene.text[match.start() - 1] in _ENDS:
            yield from _in_brackets(scene, match.start() + 1, match.end() - 1)
    for signs, pattern in _IN_STORY:
        for match in pattern.finditer(scene.text) if any(sign in scene.text for sign in signs) else ():
            yield from _of_line(scene, *match.span())
    yield from _reporters(scene)


_ENDS = frozenset("。!?”\n")
_SURE_RUN = 1.5  # how much likelier than elsewhere the characters of each name are


def _in_brackets(scene: Scene, start: int, end: int) -> Iterator[Author]:
    """The names in brackets at the end of a paragraph that hold nothing else, but for a medium: (某某网王立新李海)."""
    whole = scene.text[start:end]
    medium = next((length for length in range(_LONGEST_MEDIUM, 1, -1) if length < len(whole) and is_medium(whole[:length])), 0)
    at = start + medium
    tokens = [token for piece in _TOKEN.finditer(scene.text, at, end) for token in _read(piece[0], piece.start())]
    if tokens and all(token.sort == "name" and likeness(token.text) > _SURE_RUN for token in tokens) and (medium or len(tokens) > 1):
        yield from (_author(token, _SIGNED, "signed") for token in tokens)


_LONGEST_MEDIUM = 8


def _reporters(scene: Scene) -> Iterator[Author]:
    """Reporters who sign a picture (本报记者 王立新 摄), or who appear in the story (本报记者王立新在现场看到)."""
    text, at = scene.text, scene.text.find(_REPORTER)
    while at >= 0:
        credit = _CREDIT.match(text, at)
        name = read_name(text, at + len(_REPORTER)) if not credit and _OF_MEDIUM.search(text, max(0, at - 12), at) else None
        if credit:
            yield from _of_line(scene, *credit.span())
        elif name and name.score >= SURE and not _is_bracketed(text, at):
            yield from _in_prose(text, at + len(_REPORTER), name)
        at = text.find(_REPORTER, at + len(_REPORTER))


def _is_bracketed(text: str, at: int) -> bool:
    """Whether brackets hold the word and the names behind it: they are read as a line, (本报记者王立新李海)."""
    opened = text.rfind("(", max(0, at - 12), at)
    whole = _BRACKETS.match(text, opened) if opened >= 0 else None
    return whole is not None and whole.end() > at


def _in_prose(text: str, start: int, name: Name) -> Iterator[Author]:
    """The reporter there, and those listed behind (新华社记者王立新、李海)."""
    yield Author(start, name.end, name.text, _REPORTER, "journalist", "in_prose")
    while text[name.end : name.end + 1] == "、":
        start, listed = name.end + 1, read_name(text, name.end + 1)
        if listed is None or listed.score < _LISTED:
            return
        name = listed
        yield Author(start, name.end, name.text, _REPORTER, "journalist", "in_prose")


_LISTED = 1.0  # how sure a name behind that of another reporter must be


def _of_line(scene: Scene, start: int, end: int) -> list[Author]:
    """Names with the post before them, or with the one behind where none is before."""
    found: list[Author] = []
    post: str | None = None
    waiting: list[_Token] = []
    for token in _tokens(scene, start, end):
        if token.sort == "name" and post is None:
            waiting.append(token)
        elif token.sort == "name" and post is not None:
            found.append(_author(token, post, "post_before"))
        elif token.sort == "post":
            found += (_author(name, token.text, "post_behind") for name in waiting)
            post, waiting = None if waiting and _GOES_BEHIND.search(token.text) else token.text, []
        elif token.sort == "end":
            post, waiting = None, []
    return found


def _signed(scene: Scene, start: int, end: int) -> list[Author]:
    """The names of a line that holds nothing else; behind 电 or 讯, of the brackets there."""
    bracket = _BRACKETS.search(scene.text, start, end)
    if bracket and bracket[0][0] == "【":  # the name of a column
        return []
    tokens = list(_tokens(scene, *(bracket.span() if bracket else (start, end))))
    if bracket and len(tokens) > 1 and tokens[0].sort in {"end", "other"}:  # (融媒体中心 郭海方)
        tokens = tokens[1:]
    return [_author(token, _SIGNED, "signed") for token in tokens] if all(token.sort == "name" for token in tokens) else []


def _author(token: _Token, post: str, rule: str) -> Author:
    return Author(token.start, token.end, re.sub(r"\s", "", token.text), post, author_titles()[post], rule)


def _tokens(scene: Scene, start: int, end: int) -> Iterator[_Token]:
    """The pieces between marks and what is written together in them; what is a place is no name (林重远/云林报道)."""
    for match in _TOKEN.finditer(scene.text, start, end):
        for token in _read(match[0], match.start()):
            is_place = token.sort == "name" and scene.named_since.get(token.end) == token.start
            yield token._replace(sort="other") if is_place else token


def _read(word: str, at: int) -> Iterator[_Token]:
    """A piece between marks: a post, a name, or posts with the names written to it (记者王立新, 张平摄, 王京京张力, 记者张平通讯员王新)."""
    second = _second_post(word)
    if second:
        yield from _read(word[:second], at)
        yield from _read(word[second:], at + second)
        return
    post = _post_in(word)
    if post is None:
        yield from _named(word, at)
        return
    before, behind = post
    if _GOES_BEHIND.search(word, before, behind):
        yield from (token for token in _named(word[:before], at) if token.sort == "name")
    yield _Token(at + before, at + behind, word[before:behind], "post")
    if behind < len(word):
        yield from _named(word[behind:], at + behind)


def _second_post(word: str) -> int | None:
    """Where another post begins behind a post and its names, all written together."""
    posts = [match.span() for match in _post_pattern().finditer(word)] if len(word) > _LONGEST_ALONE else []
    runs = (second for (_, end), (second, _) in pairwise(posts) if _names_in(word[end:second]))
    return next(runs, None)


def _post_in(word: str) -> Span | None:
    """The post that a piece is, begins with or ends in; a single letter (文, 摄) only where it is the piece, or 摄 behind a name."""
    if word in author_titles():
        return 0, len(word)
    if len(word) < _SHORTEST:
        return None
    found = _post_pattern().search(word)
    if found and (found.end() == len(word) or len(_names_in(word[found.end() :])) > 0):
        return found.span()
    return (len(word) - 1, len(word)) if word.endswith("摄") and is_name(word[:-1]) else None


def _named(word: str, at: int) -> Iterator[_Token]:
    if _NO_AUTHOR.search(word) or is_medium(word):
        yield _Token(at, at + len(word), word, "end")
        return
    names = _names_in(word)
    for start, end in names:
        yield _Token(at + start, at + end, word[start:end], "name")
    if not names:
        yield _Token(at, at + len(word), word, "other")


def _names_in(word: str) -> Sequence[Span]:
    """The names that a piece is made of, the place that a report is from aside (林重远台中报道)."""
    if word.endswith("摄") and is_name(word[:-1]):
        return ((0, len(word) - 1),)
    if is_name(re.sub(r"\s", "", word)):
        return ((0, len(word)),)
    tail = _TAIL.search(word)
    if tail is None:
        return _run(word, 0) or ()
    return next((names for end in (tail.start(), tail.start() - 2, tail.start() - 3) if (names := _run(word[: max(0, end)], 0))), ())


def _run(word: str, at: int) -> tuple[Span, ...] | None:
    """The names that a piece is a run of, cut where they are likeliest (阎晋 | 于文哲); None where it is none."""
    runs = _runs(word, at) if len(word) <= _LONGEST_RUN else ()
    return max(runs, key=lambda run: sum(likeness(word[start:end]) for start, end in run), default=None)


_LONGEST_RUN = 24


def _runs(word: str, at: int) -> Iterator[tuple[Span, ...]]:
    """Each way to cut a piece into names, those of three characters first."""
    if at == len(word):
        yield ()
        return
    skip = at + (at > 0 and word[at] in "和与")
    for end in (skip + 3, skip + 2, skip + 4):
        if end <= len(word) and is_name(word[skip:end]):
            yield from (((skip, end), *rest) for rest in _runs(word, end))


@cache
def _post_pattern() -> re.Pattern[str]:
    """Any post of more than one letter, the longest first."""
    found = sorted((word for word in author_titles() if len(word) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)))
