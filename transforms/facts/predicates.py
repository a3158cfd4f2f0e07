"""What a clause goes on with after the one who heads it: what governs, does or has something."""

from __future__ import annotations

from transforms.mentions.organisations.names import acts
from transforms.patterns import seldom

CLAUSE_ENDS = frozenset({"", "\n", ",", "，", "。", ";", "；", "：", ":", "“", "”", " ", "\u3000"})
_WHEN = (
    r"\d{4}年|\d{1,2}月|近[日期年两三几]*|今年|去年|日前|以来|[还已又也将就共正]|先后|率先|全面|专门|积极|创新|大力|累计|每(?:半|个|[一两三]个?)?[年月周](?:度|都)?"
    r"|[,，]"
)
_MANNER = (
    r"[按以][^,，。;；]{2,24}?|在(?:[^,，。;；]{1,12}?[中内年里]|全[省市县区州旗镇]|农村|城区)"
    r"|(?:针对|围绕|结合|通过|依托|借鉴|坚持|根据)[^,，。;；]{2,24}[,，]"
)
_DEEDS = (
    "推出|出台|提出|制定|印发|实施|建立|建起|开展|启动|推行|投入|划分|划定|设立|设置|[把将][^,，。]{1,16}(?:划分|纳入|列入|划[成为出]|细化)|组建|新增|安排|下拨"
    "|拨付|部署|打造|探索|选聘|招募|配备|成立|组织|引入|采取|发布|联合|深入推进|构建|搭建|投用|培育|深化"
)
GOVERNS = seldom(f"(?:{_WHEN})*(?:(?:{_MANNER})(?:{_WHEN})*)?(?:{_DEEDS})")  # one manner: a run splits in few ways
_HOLDS = seldom("(?:目前)?(?:[现共已总仅]{1,2}有|拥有|有(?=各类|专职))")
_LIES = seldom(
    "[现共仅只]*(?:位于|地处|辖|管辖|下辖|与|同|[住居]|在(?:[这那]|[^,，。]{1,6}(?:[东西南北]|境内))"
    "|(?:人民)?调解委|毗邻|接壤|不|是|因|由|归|得分|最|有|人|的|亲|发生|出现)"
)


def holds_or_does(text: str, end: int) -> bool:
    """Whether what ends there is told to have or to do something (〔某镇〕共有调解员21名), and not how it lies (〔某镇〕地处山区)."""
    return _HOLDS.match(text, end) is not None or (_LIES.match(text, end) is None and acts(text, end))
