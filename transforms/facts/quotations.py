"""Direct speech: what stands in quotation marks because somebody said it, and who did.

Quotation marks also hold terms, slogans, names and titles; what is speech is told by how it ends (a sentence within the marks), by who is
said to speak before, after or in its middle, and by its being a clause of its own. In an example the speech stands between 〔 and 〕.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transforms.aligned import Span
from transforms.facts.context import Context
from transforms.facts.rules import Rule, first, rule
from transforms.facts.speakers import Cast, Said, cast_of, speaker
from transforms.facts.speech import leads_in, says, told_behind, voices_behind
from transforms.lexicon import alternation
from transforms.patterns import seldom
from transforms.records import Block, Page, Person, Quotation


def _any(use: str) -> str:
    """Any word of `seeds/speech_words.csv` with this use."""
    return alternation("speech_words", "word", use=use)


_KINDS = ("paragraph", "abstract", "caption")
_MARKS = re.compile('[“”"]')
_LEAD = re.compile(r"[。!?;]|…{1,2}(?=[^”])")
_SHORTEST = 5
_BEFORE_SHORT = ":是说喊道问句声呼称"
_SENTENCE = 4
_REACH = 80
_TAIL = 24

_ENDS = "。!?…’)"
_ENDED = seldom(r"(?:[。!?]|…)[’)]?\Z")
_CLAUSE = seldom(
    r"[,;]|[我你您咱俺她]|(?<!麻)将(?!军)|最好|必须|需要|很难|已经|他(?!们?县)|[了吧吗呢啊呀嘛哦啦]\Z|了[,]|没|不(?:是|能|会|了|到|用|怕|敢|让|要|好|如|对|行|够)|就(?:是|要|会|能|没)|才(?:是|能|会|有)|[还也都](?:是|要|得|没|能|会)|把|让|太|真的?|[会能]|谢谢|请|多亏|比.{1,12}[得还更]"
)
_WRITTEN = seldom(rf"(?:{_any('written')}|法》?第.{{1,8}}条|第.{{1,8}}条)[^,。;!?]{{0,8}}:?\Z|《[^《》]{{2,40}}》[^,。;!?]{{0,12}}:?\Z")
_WORD_OF_MOUTH = re.compile(rf"{_any('word_of_mouth')}[就便只都]?(?:是|:)\Z")
_NAMED_SO = re.compile(rf"{_any('named')}\Z|[为作是]\Z")
_OF_TERM = seldom(rf"的(?!{_any('said')})|等(?!等)|之[称名类路]|这[一种些]|为{_any('made')}")
_OF_NAME = re.compile(rf"{_any('titled_modifier')}?{_any('titled')}")
_SHARED = seldom(_any("shared"))
_UTTERED = 3  # letters of what is uttered
_UTTERS = seldom(
    r"(?<![所据听小传俗常们话再或演解])(?:[说喊嚷]|高呼|大喊|质问|反问|追问|劝慰|安慰|叮嘱|嘱咐|报[案警]称|回[答复应])[了着道]?"
    r"(?:[一两三]?[句声](?:话)?|[他她]|男子|女子|对方|母亲|父亲|老人|孩子|民警|警员|探员|群众|记者|大家|自己|司机){0,2}\Z"
)
_OFTEN_SAID = seldom(
    r"(?:,?[^,。;!?“”\n]{0,12}(?:[常爱总]说|说得最多|念叨)的|是[^,。;!?“”\n]{1,12}的口头禅|,?[^,。;!?“”\n]{0,10}(?:这句)?话?(?:常|总|时常)?挂在嘴[边上])"
)
_SOUND = seldom(r"[丁零隆嘀嗖嘎叮铃咚当哗啦呼噜滴嘟砰轰咔嚓嗡咣咯吱呜啪汪喵…!。,]+")
_CLAUSE_START = re.compile(r"(?:\A|[,。;!?:—…\s”)]|但是?|只是|不过|还|却|并|则|而|又|就|一句)\Z")
_NEAR = re.compile(r",?[^“”。!?;\n]{0,50}")
_VOICE = seldom(r"[了啊吧呀呢啦!]\Z|[我你您咱俺]|谢谢|辛苦")


class Quoted(NamedTuple):
    """What stands in quotation marks from `start` to before `end`: the words between, those of its block on either side, and what they are.

    `lead` is what its sentence says just before it. `ended` says that it holds the end of its sentence, `is_clause` that it is a clause
    and no term: it speaks to somebody, tells what happened, or has more than one part.
    """

    start: int
    end: int
    inside: str
    before: str
    lead: str
    after: str
    ended: bool
    is_clause: bool

    @property
    def is_beside_another(self) -> bool:
        """Whether it is one of several in a row."""
        return self.before.endswith(("”", "”、")) or self.after.startswith(("“", "、“"))


@rule(
    "他拉着民警的手说:“〔要不是你们,孩子就找不回来了〕”",
    "所长王立新坦言,“〔光靠我们几个人,是守不住的〕”。",
    "群众留言:“〔给你们点赞!〕”所里的人都笑了。",
)
def _introduced(quoted: Quoted) -> str | None:
    """Somebody says, and a colon, a comma or nothing leads to what (他说:“…”)."""
    lead = quoted.lead[-_TAIL:]
    if not lead or not (lead.endswith(":") or quoted.ended or quoted.is_clause):
        return None
    if _WORD_OF_MOUTH.search(lead):
        return quoted.inside
    if _WRITTEN.search(lead) or _NAMED_SO.search(lead):
        return None
    if lead.endswith(":"):
        said = says().search(quoted.lead) is not None
        return quoted.inside if said or quoted.ended or quoted.is_clause else None
    return quoted.inside if leads_in(lead) and not _is_term(quoted) else None


@rule(
    "“〔来了就不想走,这里住着踏实〕”,刘芳笑着说。",
    "“〔车丢了两天就送回来了〕”张大爷逢人就讲。",
    "“〔我们随叫随到,〕”民警王立新介绍,“路再远也去。”",
)
def _told_behind(quoted: Quoted) -> str | None:
    """What was said, and who said it behind it (“…”侯某说)."""
    if _is_term(quoted) or not (quoted.ended or quoted.is_clause):
        return None
    near = _NEAR.match(quoted.after)
    told = says() if quoted.inside.endswith(",") else told_behind()
    return quoted.inside if near and told.search(near[0]) else None


@rule("“〔灯修好了,夜里不怕了。〕”她指了指路口。", "走进院子,“〔谁家的狗?拴好!〕”声音先到。", "“〔丢一只羊,心疼半年。〕”这话他听过多次。")
def _sentence(quoted: Quoted) -> str | None:
    """A whole sentence within the marks, its end included."""
    least = _SENTENCE if quoted.before.strip() else _UTTERED  # “没有!” opens a paragraph
    if not quoted.ended or len(quoted.inside) < least or _is_term(quoted) or _WRITTEN.search(quoted.lead[-_TAIL:]):
        return None
    called = quoted.inside[-1] in "!?" and _OF_NAME.match(quoted.after)
    return None if called or _NAMED_SO.search(quoted.lead[-_TAIL:]) or _SOUND.fullmatch(quoted.inside) else quoted.inside


@rule("他摆手说“〔没人骗我〕”。", "路人喊了一声“〔警察好样的〕”。", "她劝慰母亲“〔孩子们和睦就好〕”,又去倒茶。")
def _uttered(quoted: Quoted) -> str | None:
    """Right behind a verb of the mouth, with the one spoken to or 一句 between them, however short (喊一声“…”)."""
    if len(quoted.inside) < _UTTERED or quoted.is_beside_another or not _UTTERS.search(quoted.lead[-_TAIL:]):
        return None
    return None if _is_term(quoted) or _NAMED_SO.search(quoted.lead[-_TAIL:]) else quoted.inside


@rule("“〔多走一步路〕”是他常说的一句话。", "“〔有事就来找我〕”是王立新的口头禅。", "“〔群众的事无小事〕”,他总把这句话挂在嘴边。")
def _favourite(quoted: Quoted) -> str | None:
    """What somebody is said to say often (“…”是他常说的一句话)."""
    return quoted.inside if _OFTEN_SAID.match(quoted.after) else None


@rule("县长说,办法很多,但“〔路没有走完〕”。", "他坦言,人手紧,“〔一个人要当三个人用,还得学〕”。", "处长强调,路很长,“〔能走一步是一步〕”。")
def _remark(quoted: Quoted) -> str | None:
    """A clause of its own within the sentence of somebody who speaks."""
    if not quoted.is_clause or _is_term(quoted) or not re.match(r"[,。;!?、]|\Z", quoted.after):
        return None
    starts = _CLAUSE_START.search(quoted.lead[-_TAIL:]) or leads_in(quoted.lead)
    return quoted.inside if starts and says().search(quoted.lead) and not _WRITTEN.search(quoted.lead[-_TAIL:]) else None


@rule(
    "“〔路灯终于亮了〕”“停车有地方了”……居民你一言我一语。",
    "“路灯终于亮了”“〔停车有地方了〕”……居民你一言我一语。",
    "“〔所长是好样的〕”“有他们在,睡得香”……采访中,村民们这样说。",
)
def _voices(quoted: Quoted) -> str | None:
    """One of several voices in a row."""
    if not quoted.is_beside_another or len(quoted.inside) < _SHORTEST:
        return None
    return quoted.inside if _VOICE.search(quoted.inside) or voices_behind().match(quoted.after) else None


@rule(
    "“〔心里有本账,脚下才有准头〕”,这是他们的共识。",
    "“〔再难的事,坐下来谈也就不难了〕”,所里人都信。",
    "“〔把门敲开,才能把心敲开〕”——走访就从这里开始。",
)
def _opening(quoted: Quoted) -> str | None:
    """A saying that opens a paragraph and that its sentence goes on to speak of."""
    alone = not quoted.before.strip() and re.match(r"[,—]", quoted.after)
    if not alone or "," not in quoted.inside or len(quoted.inside) < 10 or _is_term(quoted):
        return None
    return None if _is_parallel(quoted.inside) or _SHARED.search(quoted.after[:30]) else quoted.inside


RULES: tuple[Rule[Quoted, str], ...] = (_introduced, _told_behind, _sentence, _uttered, _favourite, _remark, _voices, _opening)


def find_quotations(page: Page, context: Context, persons: Sequence[Person]) -> tuple[Quotation, ...]:
    """The direct speech of a page in order; the span is what stands inside the marks. Deterministic; never raises.

    The speaker is the name of one of `persons`, None where somebody else speaks or nobody is named.
    """
    cast = cast_of(page, persons)
    telling = {line.block_start for line in context.lines}
    blocks = [block for block in page.blocks if (block.kind in _KINDS and block.start in telling) or _is_said(page.text.text, block)]
    return tuple(quotation for block in blocks for quotation in _of_block(page, block, cast))


def _is_said(text: str, block: Block) -> bool:
    """Whether a line that looks like a heading is a whole sentence that somebody says."""
    return block.kind == "heading" and _LINE.fullmatch(text, block.start, block.end) is not None


_LINE = seldom(r"\s*“[^“”\n]{2,}[。!?…]”\s*")


def _of_block(page: Page, block: Block, cast: Cast) -> Iterator[Quotation]:
    last: Said | None = None
    text = page.text.text
    for span in _marked(text, block):
        read = first(RULES, _quoted(text, block, span)) if _may_be_speech(text, span) else None
        if read:
            last = Said(span.end, speaker(cast, block, span, last))
            yield Quotation(*page.cite(span.start, span.end), read[0], last.speaker)


def _may_be_speech(text: str, span: Span) -> bool:
    """Whether any rule could read it: most of what stands in marks is a term of four letters, and told at a glance."""
    return span.end - span.start >= _SHORTEST or text[span.end - 1] in _ENDS or text[span.start - 2] in _BEFORE_SHORT


def _quoted(text: str, block: Block, span: Span) -> Quoted:
    inside = text[span.start : span.end]
    before = text[max(block.start, span.start - 1 - _REACH) : span.start - 1]
    after = text[span.end + 1 : min(block.end, span.end + 1 + _REACH)]
    is_clause = len(inside) >= _SHORTEST and _CLAUSE.search(inside) is not None
    lead = _LEAD.split(before)[-1]
    return Quoted(span.start, span.end, inside, before, lead, after, inside[-1] in _ENDS and _ENDED.search(inside) is not None, is_clause)


def _marked(text: str, block: Block) -> Iterator[Span]:
    """What stands in quotation marks, without what stands in marks within marks; what is left open goes to the end of the block."""
    opened, depth = block.start, 0
    for mark in _MARKS.finditer(text, block.start, block.end):
        opens = mark[0] == "“" or (mark[0] == '"' and depth == 0)
        if opens and depth == 0:
            opened = mark.end()
        depth = depth + 1 if opens else max(0, depth - 1)
        if not opens and depth == 0 and opened < mark.start():
            yield Span(opened, mark.start())
            opened = mark.end()
    if depth and re.search(r"[。!?]\s*\Z", text[opened : block.end]):
        yield Span(opened, block.end)


def _is_parallel(inside: str) -> bool:
    """Whether the words are parts of one length, as in a slogan (天上有云,地上有格)."""
    parts = re.split("[,、]", inside)
    return len(parts) > 1 and len(set(map(len, parts))) == 1


def _is_term(quoted: Quoted) -> bool:
    """Whether what follows makes a term or a title of it (的理念, 等活动, 为主题)."""
    if _OF_TERM.match(quoted.after):
        return True
    return not quoted.ended and _OF_NAME.match(quoted.after) is not None
