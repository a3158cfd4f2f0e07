"""Verbs that introduce a programme (推行, 建立, 打造) or say that something is to end (告别, 整治)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from transforms.facts.programmes.vocabulary import role
from transforms.patterns import seldom

COUNT = (
    r"(?:[0-9一二两三四五六七八九十百几余近约N]+(?:多|余)?(?:大|个|项|套|支|批|条|种|类|家|次|场|处|名|期|轮|间|座|台|块|把)"
    r"|(?:这|该)一?|[一-鿿]{0,8}首[个批家套支条]|一大?[个项套支批])?"
)
_BREAK = re.compile(r"[,。;:!?\n]")
_DIRECT = seldom(rf"(?:了|起了?|出了?|好|着)?(?:的|以|为|名为)?{COUNT}(?:的|以|由|名为|新时代|新型?)?")
_LISTED = seldom(rf".*(?:[、和及与]|等{COUNT}(?:的)?)")
_MANNER = frozenset({"", "集中", "全面", "严厉", "深入", "联合", "统一", "依法", "重点"})  # 开展 | 集中查处超员超载行动
_FARTHEST = 80
_NEAR = 4


class Lead(NamedTuple):
    """The verb before a name, and what stands between the two."""

    verb: str
    gap: str

    @property
    def direct(self) -> bool:
        """Whether nothing but a count or a particle stands between."""
        return not self.gap or _DIRECT.fullmatch(self.gap) is not None

    @property
    def listed(self) -> bool:
        """Whether the name goes on a list that the verb begins."""
        return _LISTED.fullmatch(self.gap) is not None

    def is_one_of(self, *roles: str) -> bool:
        """Whether the verb has one of these roles."""
        return self.verb in role(*roles)


class Leads(NamedTuple):
    """The verbs of a text that may introduce a name, in order."""

    text: str
    ends: list[int]
    words: list[str]

    def before(self, at: int, floor: int) -> Lead | None:
        """The last verb before an offset in the same clause."""
        index = bisect_right(self.ends, at) - 1
        if index < 0 or self.ends[index] < max(floor, at - _FARTHEST):
            return None
        gap = self.text[self.ends[index] : at]
        return None if gap and _BREAK.search(gap) else Lead(self.words[index], gap)

    def governing(self, at: int) -> Lead | None:
        """The last verb before a head in the same clause, less those that make one noun with it (整治 of 整治行动, 开展 | 打通通道行动)."""
        lead = self.before(at, 0)
        while lead:
            at -= len(lead.gap) + len(lead.verb)
            earlier = self.before(at, 0)
            compound = lead.verb in role("nominal") and len(lead.gap) <= _NEAR
            governed = earlier is not None and earlier.gap in _MANNER and not lead.is_one_of("adopt")
            itself = lead.is_one_of("adopt") and (earlier is None or not earlier.is_one_of("adopt"))  # 深化 | 渔区警务改革
            if itself or not (compound or governed):
                break
            lead = earlier
        return lead
