"""Names of media: who first published an article, and whose site carries this copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from transforms.cleaning.furniture import reason_of_line
from transforms.lexicon import words
from transforms.patterns import seldom

_HAN = "\u4e00-\u9fff"
_BETWEEN = re.compile(r"\s*(?:[-—·|/]+|\s)\s*")
_PARTS_OF_SITES = ("频道", "号")
_ROLE = re.compile(r"(?:记者|通讯员|作者|编辑|实习生)")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SITE = (  # each with a word of which every match has one: a line without any is spared the search
    (("版权所有", "主办"), seldom(rf"(?:版权所有|主办单位|主办)\s*[:@©]?\s*([{_HAN}]{{2,14}})")),
    (("社版权所有",), seldom(rf"([{_HAN}]{{2,10}}报)社版权所有")),
    (("欢迎",), seldom(rf"欢迎(?:访问|来到|光临)([{_HAN}]{{2,10}}网)")),
    (("未经",), seldom(rf"未经([{_HAN}]{{2,12}}?)(?:书面)?(?:授权|许可|同意)")),
    (("承办",), seldom(rf"承办(?:单位)?\s*:\s*([{_HAN}]{{2,14}})")),
    (("返回",), seldom(rf"返回([{_HAN}]{{2,10}}?)(?:首页|主页)$")),
    (("版权", "免责声明"), seldom(rf"^(?:本网?站由)?([{_HAN}]{{2,10}}?)(?:版权与免责声明|版权声明|版权所有|免责声明)")),
    (("位置", "位于"), seldom(rf"(?:位置|位于)\s*:?\s*《?([{_HAN}]{{2,10}}?)(?:首页|》)?\s*>")),
    (("提供",), seldom(rf"[-_|]\s*([{_HAN}]{{2,10}}(?:网|在线|新闻))提供")),
    (("",), seldom(rf"^([{_HAN}]{{2,12}}?)(?:首页|主页)?\s*(?:[>»›|/\s]|$)")),
    (("版权", "著作权"), seldom(rf"^[©@\d\s]*([{_HAN}]{{2,10}}?)(?:有限公司|股份有限公司|首页)?\s*(?:版权|著作权)")),
)


_MORE = ("更多", "相关", "热门", "推荐", "最新", "今日", "往期")  # 更多东海岸新闻: a list of articles


class Origin(NamedTuple):
    """Who first published an article, and who carries it; None where open."""

    source: str | None
    site: str | None


def origin(value: str) -> Origin:
    """What the value of a source field names: `舜网-济南日报` is 济南日报 on the site 舜网, `本站` nobody."""
    role = _ROLE.search(value)
    bare = _BRACKETED.sub("", value[: role.start()] if role else value).strip(" ,、:;|-—/《》【】[]()“”>")
    names = [name for part in _BETWEEN.split(bare) if _is_name(name := part.strip("《》“”[]【】(),"))]
    if not names:
        return Origin(None, None)
    joined = re.search(r"[-—·|/]", bare) is not None
    apart = joined and len(names) > 1 and not names[-1].endswith(_PARTS_OF_SITES)
    return Origin(names[-1], names[0]) if apart else Origin(names[0], None)


def is_medium(name: str) -> bool:
    """Whether a short text is the name of a medium: a known one, or one that ends as they do (日报, 新闻网, 融媒)."""
    bare = name.strip("《》[]【】() ")
    named = bare in _media() or (2 < len(bare) <= 14 and bare.endswith(_suffixes()))
    return named and re.fullmatch(rf"[{_HAN}A-Za-z0-9·]+", bare) is not None


def may_be_site(name: str) -> bool:
    """Whether a name may be that of a site: of a medium, or a short one in 网 (which headings end in too: only where a site is due)."""
    return (
        is_medium(name)
        or re.fullmatch(rf"[{_HAN}]{{1,6}}网(?:[{_HAN}]{{2,4}}(?:频道|站))?|[{_HAN}]{{2,8}}网站|[{_HAN}]{{2,5}}报", name) is not None
    )


def site_named_by(lines: Iterable[str]) -> str | None:
    """The site that a page's own furniture names (版权所有: 豫都网), None where none does."""
    told = ((line, pattern) for line in lines for signs, pattern in _SITE if any(sign in line for sign in signs))
    found = (match[1] for line, pattern in told if (match := pattern.search(line)))
    named = next((name for name in found if may_be_site(name) and reason_of_line(name) is None and not name.startswith(_MORE)), None)
    return re.sub(r"(?<=报)社$", "", named) if named else None


def _is_name(name: str) -> bool:
    return 2 <= len(name) <= 30 and re.search(f"[{_HAN}]", name) is not None and name not in _nobody()


@cache
def _media() -> frozenset[str]:
    return frozenset((*words("media", "name", kind="medium"), *words("media", "name", kind="platform")))


@cache
def _suffixes() -> tuple[str, ...]:
    return words("media", "name", kind="suffix")


@cache
def _nobody() -> frozenset[str]:
    return frozenset(words("media", "name", kind="none"))
