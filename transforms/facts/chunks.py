"""The chunks of a sentence: words with the part that each plays in a claim, and mentions as one chunk each.

Each part has a code of one character, so that the chunks of a clause make a string that grammar rules match as regular expressions:

    #  number        D  date or period    W  now              G  place            O  organisation     Q  quoted term
    V  strong verb   L  light verb        X  other verb       Y  verb or noun     H  head noun        N  other noun or modifier
    C  change        T  change to         B  baseline         F  respectively     R  rate             S  share
    E  reach         A  adverb            P  preposition      J  conjunction      U  的                u  了, 着, 过
    Z  pronoun       M  numeral no fact   ,  clause end       .  sentence end     (  )  brackets      "  quotation mark
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, repeat
from typing import NamedTuple

import rjieba

from transforms.lexicon import table
from transforms.patterns import seldom


class Word(NamedTuple):
    """What the vocabularies say of a word: its code, and its classes as a verb, as a noun and as a word of change."""

    code: str
    verb: str = ""
    noun: str = ""
    change: str = ""


class Chunk(NamedTuple):
    """A word or mention in its place; `item` is the index of the mention in its own list, -1 for words."""

    start: int
    end: int
    code: str
    text: str
    word: Word
    item: int = -1


Token = tuple[int, int, str, str, Word]
"""A word from start to before end, with its part of speech and what the vocabularies say of it."""


class Cover(NamedTuple):
    """A mention that stands in the sentence as one chunk."""

    start: int
    end: int
    code: str
    item: int


_FUNCTION_CODES = {
    "adverb": "A",
    "reach": "E",
    "share": "S",
    "pronoun": "Z",
    "preposition": "P",
    "conjunction": "J",
    "respectively": "F",
    "determiner": "N",
    "scope": "G",
    "when": "W",
    "act": "X",
}
_MARKS = {
    **dict.fromkeys(",，;；:：—…", ","),
    **dict.fromkeys("。!！?？\n", "."),
    **dict.fromkeys("(（", "("),
    **dict.fromkeys(")）", ")"),
    **dict.fromkeys("“”‘’\"'《》", '"'),
    "、": "J",
    "/": "u",
    "的": "U",
    "之": "U",
    "了": "u",
    "着": "u",
    "过": "u",
    "等等": "U",
    "地": "A",
    "得": "u",
    "等": "U",
}
_BY_TAG = {
    "n": "N",
    "j": "N",
    "l": "N",
    "i": "N",
    "b": "N",
    "a": "N",
    "z": "N",
    "s": "N",
    "f": "N",
    "e": "N",
    "x": "N",
    "k": "N",
    "h": "N",
    "g": "N",
    "o": "N",
    "v": "X",
    "d": "A",
    "p": "P",
    "c": "J",
    "r": "Z",
    "u": "u",
    "y": "u",
    "m": "M",
    "q": "N",
    "t": "N",
}
_RATE = re.compile(r".*(?:率|占比|比例|比重|度|指数|得分|总分|评分|成绩)$")
_NO_RATE = frozenset(
    {
        "效率",
        "季度",
        "年度",
        "制度",
        "力度",
        "程度",
        "高度",
        "速度",
        "角度",
        "态度",
        "深度",
        "广度",
        "温度",
        "难度",
        "密度",
        "强度",
        "额度",
        "一定程度",
        "进度",
        "月度",
        "半年度",
        "幅度",
        "长度",
        "宽度",
        "精度",
        "跨度",
        "维度",
        "率",
        "度",
        "频率",
    }
)
_WIDE = 10_000_000
_KNOWN_WORDS = 1 << 15  # words whose reading is kept: an article has some hundred


@cache
def vocabulary() -> dict[str, Word]:
    """Every word of the grammar's vocabularies (actions, nouns, changes, baselines, function words)."""
    known: dict[str, Word] = {row["word"]: Word("R" if row["class"] == "rate" else "H", noun=row["class"]) for row in table("nouns")}
    for row in table("actions"):
        noun = known.get(row["word"], Word("")).noun
        code = "L" if row["weight"] == "light" else "Y" if noun else "V"
        known[row["word"]] = Word(code, verb=row["class"], noun=noun)
    for row in table("function_words"):
        known.setdefault(row["word"], Word(_FUNCTION_CODES[row["class"]]))
    for row in table("changes"):
        known[row["word"]] = Word("T" if row["form"] == "to" else "C", change=row["direction"])
    for row in table("baselines"):
        known[row["word"]] = Word("B", change=row["comparison"])
    return known


@cache
def _segmenter() -> rjieba.Jieba:
    """The segmenter with our vocabulary added, so that each of our words stays whole."""
    segmenter = rjieba.Jieba()
    for word, entry in vocabulary().items():
        if len(word) > 1:
            segmenter.add_word(word, _WIDE if entry.code in "BTCS" else 2000 * len(word), "v" if entry.verb else "n")
    return segmenter


def words(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch of text, with their part of speech (jieba's tags)."""
    at, stretch = start, text[start:end]
    for whole in _segmenter().cut(stretch):
        for word, tag, known, _ in _parted(whole) or _parted_in(stretch, whole):
            behind = at + len(word)
            yield at, behind, word, tag, known
            at = behind


_Part = tuple[str, str, Word, bool]
"""A word with its part of speech, what we know of it, and whether it may change the chunk before it."""


@lru_cache(maxsize=_KNOWN_WORDS)
def _parted(whole: str) -> tuple[_Part, ...]:
    """A word of jieba's as the words that it is to us; none where jieba would cut it if alone.

    A word has the same tag wherever it stands, and to cut a text takes jieba a quarter of the time that it takes to tag it.
    """
    alone = _segmenter().tag(whole)
    return _parted_as(*alone[0]) if len(alone) == 1 else ()


def _parted_in(stretch: str, whole: str) -> tuple[_Part, ...]:
    """A word of jieba's that it keeps whole only where it stands."""
    return _parted_as(whole, dict(_segmenter().tag(stretch))[whole])


def _parted_as(whole: str, tag: str) -> tuple[_Part, ...]:
    known = ((word, of_word, _entry(word, of_word)) for word, of_word in _words_of(whole, tag))
    return tuple((word, of_word, entry, entry.code in _AFTER_BLANK or word in _SUFFIX_CODES) for word, of_word, entry in known)


def _words_of(word: str, tag: str) -> tuple[tuple[str, str], ...]:
    """A word of jieba's with its tag as the words that it is to us: nearly always itself."""
    if word in _GLUED_PAIRS:
        return (word[0], "d" if word[0] in _GLUED_ADVERBS else "n"), (word[1], "v")
    if len(word) == 4 and _is_verb_and_noun(word):
        return (word[:2], "v"), (word[2:], "n")
    if _is_adverb_and_verb(word):
        return (word[0], "d"), (word[1:], "v")
    return ((word, tag),)


def _is_verb_and_noun(word: str) -> bool:
    """Whether a word that jieba keeps whole is a verb and its object to us (调解纠纷, 提供线索)."""
    known = vocabulary()
    if word in known:
        return False
    verb, noun = known.get(word[:2]), known.get(word[2:])
    return verb is not None and verb.code == "V" and noun is not None and noun.code in "HY" and bool(noun.noun)


def _is_adverb_and_verb(word: str) -> bool:
    """Whether a word that jieba keeps whole is an adverb of one character and a verb of ours (共出动, 已建成)."""
    if word[0] not in "共已均并又再" or len(word) < 3:
        return False
    known = vocabulary()
    return word not in known and word[1:] in known and bool(known[word[1:]].verb)


_GLUED_ADVERBS = frozenset("共已还又再均都也各")
_GLUED_PAIRS = frozenset(
    {a + b for a in "率数量额值" for b in "达为约超近由从在比与较居列排占同降升增减涨跌仅只"}
    | {"共" + b for b in "立为破抓查接受侦缴追调收花用耗罚判拘诉救办建设装招缴发送捐赔骗报拆组派投排配开"}
    | {a + b for a in "还又再均都也各" for b in "降升减增涨"}
    | {a + "了" for a in "降升减增涨跌"}
    | {"已" + b for b in "向为将对在从有被把给"}
    | {a + b for a in "较比" for b in "前上同往"}
    | {a + b for a in "前期度季" for b in "少多降升增减高低"}
    | {a + b for a in "村镇乡区县街" for b in "设建全"}
    | {a + b for a in "村镇乡区县街户所站队" for b in "达超近约仅"}
    | {"由原", "从原", "由现", "内共", "中排", "中列", "中居", "法已", "员共", "队共", "所共", "站共", "户共", "民共"}
)


def chunk(text: str, stretches: Iterable[tuple[int, int]], covers: Sequence[Cover]) -> list[Chunk]:
    """The chunks of the stretches of a text, in order; `covers` are its mentions in order and apart from one another."""
    chunks: list[Chunk] = []
    pending = chain(covers, repeat(Cover(len(text), len(text), "", -1)))
    cover, cut = next(pending), _segmenter().cut
    for begin, end in stretches:
        behind, stretch = begin, text[begin:end]
        for whole in cut(stretch):
            for word, tag, known, joins in _parted(whole) or _parted_in(stretch, whole):
                start, behind = behind, behind + len(word)
                if behind > cover.start:
                    here, cover = _reaching(start, behind, cover, pending)
                    if here:
                        for item in _cut_by(here, (start, behind, word, tag, known), text):
                            _add(chunks, item)
                        continue
                item = tuple.__new__(Chunk, (start, behind, known.code, word, known, -1))  # what `Chunk(…)` gives, in half the time
                if joins:
                    _add(chunks, item)
                else:
                    chunks.append(item)
    return chunks


def _reaching(start: int, end: int, cover: Cover, pending: Iterator[Cover]) -> tuple[list[Cover], Cover]:
    """The mentions from `cover` on that reach into a word, and the first that ends behind it or stands behind it."""
    here = []
    while cover.end <= start:
        cover = next(pending)
    if cover.start < end:
        here.append(cover)
        while cover.end <= end and (cover := next(pending)).start < end:
            here.append(cover)
    return here, cover


def _add(chunks: list[Chunk], item: Chunk) -> None:
    """Add a chunk with what it changes of the one before it: a blank is left out, a preposition freed, a suffix joined."""
    if item.code in _AFTER_BLANK and chunks and chunks[-1].code == " ":
        chunks.pop()
    if item.code == "#" and chunks[-1:] and chunks[-1].text == "发" and chunks[-2:-1] and chunks[-2].word.noun == "case":
        chunks[-1] = chunks[-1]._replace(code="Y", text="发案", word=vocabulary()["发案"])  # 两抢案件发|56起
    if item.code == "M" and chunks and chunks[-1].text in _AGAINST_BEFORE:
        chunks[-1] = chunks[-1]._replace(code="P", word=Word("P"))
    if item.code == "D" and chunks:
        for part in _unglued(chunks.pop()):
            _append(chunks, part)
    _append(chunks, item)


def _append(chunks: list[Chunk], item: Chunk) -> None:
    """Add a chunk; a suffix is joined to what it makes a noun of."""
    if item.text in _SUFFIX_CODES and chunks and _is_suffixed(chunks[-1], item):
        chunks[-1] = _with_suffix(chunks[-1], item)
    else:
        chunks.append(item)


_AFTER_BLANK = frozenset("#,.()JU")  # a blank before these is typography: 下降 12% ,破获 56 起
_AGAINST_BEFORE = frozenset({"较前", "比前"})  # 较前|一年, where no year of reference makes a date of it
_GLUED = seldom(r"(.+)([比较与由从])")


def _unglued(item: Chunk) -> tuple[Chunk, ...]:
    """What stands before a date, with a preposition freed that the segmenter glued to it (立案数比〔2015年〕)."""
    glued = _GLUED.fullmatch(item.text) if item.code in "NX" else None
    if glued is None:
        return (item,)
    cut = item.end - 1
    return item._replace(end=cut, text=glued[1]), Chunk(cut, item.end, "P", glued[2], Word("P"))


_UNNAMED = "某某"  # behind a surname: 罗某某
_SUFFIX_NOUNS = {"组": "staff", "员": "staff", "站": "facility", "岗": "facility"}  # 抓捕组, 代办员, 劝导站
_SUFFIX_CODES = {"率": "R", "数": "N", "量": "N", "额": "N", "类": "N", "案": "H", "件": "H", "组": "H", "员": "H", "站": "H", "岗": "H"}
_SUFFIX_CODES[_UNNAMED] = "N"
_OF_VERBS = frozenset({"员", "站", "岗"})  # nouns behind verbs alone: 民警站在路口


def _is_suffixed(stem: Chunk, suffix: Chunk) -> bool:
    """Whether a suffix makes a noun of the verb or noun right before it: 办结率, 受理数, 查处量."""
    joined = stem.end == suffix.start and stem.code in "VXYNHLC" and stem.item < 0
    if suffix.text == _UNNAMED:
        return joined and len(stem.text) == 1
    if suffix.text in _OF_VERBS:
        return joined and stem.code in "VY" and len(stem.text) > 1
    return joined and (suffix.text != "件" or stem.text.endswith("案"))


def _with_suffix(stem: Chunk, suffix: Chunk) -> Chunk:
    code = _SUFFIX_CODES[suffix.text]
    noun = "rate" if code == "R" else _SUFFIX_NOUNS.get(suffix.text) or stem.word.noun or suffix.word.noun
    return Chunk(stem.start, suffix.end, code, stem.text + suffix.text, Word(code, verb=stem.word.verb, noun=noun))


def _cut_by(covers: Sequence[Cover], token: Token, text: str) -> Iterator[Chunk]:
    """The mentions that reach into a word, each where it begins, and what they leave of the word."""
    at, end, word, tag, _ = token
    for cover in covers:
        if at < cover.start:
            yield _word_until(at, cover.start, word, text[at : cover.start], tag)
        if cover.start >= token[0]:
            yield _covered(cover, text[cover.start : cover.end])
        at = max(at, cover.end)
    if at < end:
        yield _word_chunk(at, end, text[at:end], "n")


def _word_until(start: int, end: int, word: str, text: str, tag: str) -> Chunk:
    """What is left of a word before a mention; one of change remains one: 发展到 of 发展到现在."""
    known = _entry(word, tag)
    return Chunk(start, end, "T", text, known) if known.code == "T" else _word_chunk(start, end, text, tag)


def _covered(cover: Cover, text: str) -> Chunk:
    """The chunk of a mention; a quoted term that is or ends in a word of ours is one of its kind."""
    if cover.code != "Q":
        return Chunk(cover.start, cover.end, cover.code, text, _mention(cover.code), cover.item)
    known = vocabulary()
    ending = next((known[text[at:]] for at in range(len(text) - 1) if text[at:] in known), Word("Q"))
    word = ending if ending.code == "H" else Word("Q", noun=ending.noun)
    return Chunk(cover.start, cover.end, word.code, text, word, cover.item)


@cache
def _mention(code: str) -> Word:
    return Word(code)


def _word_chunk(start: int, end: int, word: str, tag: str) -> Chunk:
    known = _entry(word, tag)
    return Chunk(start, end, known.code, word, known)


@lru_cache(maxsize=_KNOWN_WORDS)
def _entry(word: str, tag: str) -> Word:
    known = vocabulary().get(word)
    if known and not (len(word) == 1 and known.code == "H" and tag[:1] == "v"):
        return known
    if word in _MARKS or (not word[0].isalnum() and word[0] in _MARKS):
        return Word(_MARKS.get(word) or _MARKS[word[0]])
    if word.isspace():
        return Word(" ")
    return _unknown(word, tag)


def _unknown(word: str, tag: str) -> Word:
    """What a word that no vocabulary holds says by its ending, else by its part of speech."""
    if len(word) > 1 and _RATE.match(word) and word not in _NO_RATE:
        return Word("R", noun="rate")
    if len(word) > 2 and tag[:1] in _NOMINAL_TAGS and (kind := _by_ending(word, tag)):
        return Word("H", noun=kind)
    if len(word) == 2 and word[1] == "着" and tag[:1] in "nu" and word[0] not in _TOWARDS:  # 印着, 扛着
        return Word("X")
    if len(word) == 4 and tag[:1] in "il":
        return Word("H", noun="case") if word.endswith("案件") else Word("X")
    return Word(_BY_TAG.get(tag[:1], "N"))


_TOWARDS = frozenset("沿顺循随向朝为凭本借")  # 沿着, 循着: prepositions
_NOMINAL_TAGS = frozenset("nlij")
_CONCRETE = frozenset({"staff", "people", "population", "facility", "area", "site", "unit", "equipment", "vehicle", "goods", "animal"}) | {
    *("activity", "material", "gang", "den", "dispute", "hazard", "tip")
}


_MOVING = frozenset("进入到走下上送驻")  # 进校园, 走村入户: no place of a kind


def _by_ending(word: str, tag: str) -> str:
    """The class of a compound that we do not know, by what it ends in: 烟感〔报警器〕, 护路〔员〕; empty where that is nothing."""
    if word[0] in _MOVING:
        return ""
    ending = vocabulary().get(word[-2:])
    if ending is not None and ending.code == "H" and ending.noun in _CONCRETE:
        return ending.noun
    return _endings().get(word[-2:]) or (_endings().get(word[-1:], "") if tag[:1] == "n" else "")


@cache
def _endings() -> dict[str, str]:
    """What compounds end in, with the class of noun that it makes (`seeds/noun_endings.csv`)."""
    return {row["ending"]: row["class"] for row in table("noun_endings")}
