"""Targets and plans: what is still to come is no fact."""

from __future__ import annotations

import re

from transforms.facts.rules import rule
from transforms.facts.sites import Site
from transforms.patterns import seldom

_BY_YEAR = r"(?<![降升长加少高至展复平]到)20\d\d年(?!的|同期|[,，])"
_PLAN = seldom(
    r"(?:(?<![去前当上同]年)(?:下半年|今后|未来|(?<![一两二三四五六七八九十\d])年内)[^,，。;；]{0,10}?(?:[将拟]|还?要|再(?![次犯发度被也]))|要求[^,，。;；]{0,16}再|力争|争取(?![到来得了]|.{0,2}(?:资金|经费|补助|专项))|(?<![原”’》])计划(?!生育|内|外|[”’」』》])|拟(?=[再新建投])|预计|预期|目标(?:是|为|:|,)|有望|将(?:于|再|新|编列|招募|添购|增购|增设|建置|推出|设置|设立|建设|追加|选派|购置|继续|在|达|实现|完成|建成|力争|投入|增|全面|陆续|进一步|达到|为|对|持续|组织|开展|培训|安排|招)|下一步|明年|年底前|年末前|月底前|(?<!从)(?<!由)到"
    rf"{_BY_YEAR}|确保|要达到)"
)
_TO_COME = re.compile(  # one of these stands in whatever `_PLAN` and `_PLANNED` find
    "[将拟要]|力争|争取|计划|预[计期]|目标|有望|下一步|下半年|接下来|今后|未来|年内|明年|[底末]前|到20|确保"
)
_TO_LAST_END = re.compile(".*[。;；\n!！]", re.DOTALL)
_DONE = seldom(r"(?:已|了|截至|完成了|累计|仅)")
_LONGEST = 240
_PLANNED = seldom(
    rf"力争|(?<!原)计划(?<![”’》]计划)(?![”’」』》])|下一步|目标(?:是|为)|明年|到{_BY_YEAR}|下半年,(?<!年下半年,)|接下来(?!的)"
)


@rule("到年底，群众满意率力争达到〔95〕%以上。", "计划新建警务室〔12〕个。", "下半年将再抽调〔20〕名民警。")
def plan(site: Site) -> str | None:
    """Targets and plans state nothing yet."""
    low = max(0, site.hit.start - _LONGEST)
    before = _TO_LAST_END.match(site.text, low, site.hit.start)
    start = before.end() if before else low
    if not _TO_COME.search(site.text, start, site.hit.start):
        return None  # as most: spared the patterns
    sentence = site.text[start : site.hit.start]
    clause = sentence.replace("，", ",").rpartition(",")[2]
    here = _PLAN.search(clause) and not _DONE.search(clause)
    earlier = _PLANNED.search(sentence)
    return "idiom" if here or (earlier and not _DONE.search(sentence[earlier.end() :])) else None
