"""How small stories begin to be told: who is turned to, what is learnt on a round, who is caught in passing."""

from __future__ import annotations

import re

from transforms.facts.incidents.readings import ACT, GRAVE, Event, Telling, event_of, found_at
from transforms.facts.rules import Rule, rule
from transforms.patterns import seldom

_NEIGHBOURS = (
    r"(?:居民|村民|业主|群众|商户|市民|住户|租户|牧民|渔民|游客|老人|店主|家长|女士|先生|大[爷妈娘伯叔姐哥]|阿[姨婆伯]|奶奶|爷爷|老[一-鿿])"
)
_KEEPERS = (
    r"(?:网格[长员]|志愿者|志愿服务|社区(?:干部|书记|民警|工作者)|居委会|村委会|村干部|楼[长栋门]|单元长|物业|警务助理|驻村|管家|调解员|老?党员|支书|书记|主任"
    r"|热线|12345|服务中心)"
)
_COMPLAINED = seldom(r"(?:居民|村民|业主|群众|商户|市民|住户)[^,。;]{0,8}反映(?!强烈|突出|较多|集中|比较|的|出)[^,。;]{4,}")
_TURNED = seldom(
    rf"{_NEIGHBOURS}[^。;]{{0,60}}?(?:打电话给|致电|打通了?|拨打了?|联系上?了?|求助|找到了?|告诉了?|说起|向|跟|给)[^,。;]{{0,16}}?{_KEEPERS}"
    r"(?:[^,。;]{0,8}(?:求助|反映|说起|打|发|报告|诉|提))?"
)
_POSTED = seldom(
    rf"{_NEIGHBOURS}[^。;]{{0,60}}?(?:在|通过|打开)[^,。;]{{0,6}}“[^“”]{{2,8}}”[^,。;]{{0,8}}?(?:点|拍|报|反映|留言|求助|提交|发)"
)
_AT_ONCE = re.compile(r"第一时间|立马|立刻|赶紧|急忙|连忙|当即|随即|一次,|无意中|试着|抱着")
_SEEN_TO = seldom(
    rf"{ACT.pattern}|修|补好|更换|换上|安装|疏通|清除|清运|清走|搬|装上|协调|拍照上传|上报|接单|派单|办好|搞定|有了着落|[工师][人傅]?(?:就|便|已)?[来到]"
)
_WEIGHTY = frozenset({"dispute", "rescue", "theft", "burglary", "vehicle_theft", "fraud", "telecom_fraud", "suicide_attempt", "fire"})


@rule(
    "不久前,〔一位居民反映楼道灯坏了半年〕,网格员当天修好。",
    "5月9日,〔几名商户向网格员反映下水道堵塞〕,社区请来工人疏通,问题当天解决。",
    "上周末,〔居民贾玉兰发现楼顶漏雨,连忙打电话给楼长〕。楼长请来师傅,当晚补好了。",
)
def turned_to(given: Telling) -> Event | None:
    """Somebody who turns to those who look after the neighbourhood with what is wrong there, and what they do about it."""
    first = given.first
    if given.general or not (first.has_time or _AT_ONCE.search(first.words)):
        return None
    found = (_COMPLAINED.search(first.words) if first.has_time else None) or _TURNED.search(first.words)
    found = found or (_POSTED.search(first.words) if first.has_time else None)
    if not found or not _SEEN_TO.search(given.words):
        return None
    grave = event_of([item for item in given.told if item.category in _WEIGHTY], given.words)
    return grave or found_at(given, "service", found)


_LEARNT = seldom(
    r"(?:走访|入户|巡查|巡逻|下乡|排查|家访|摸排)[^,。;]{0,6}?(?:中|时|期间|途中)?,?[^,。;]{0,12}?(?:得知|了解到|获悉|听说|发现[^,。;]{0,12}家)[^。;]{0,40}?[,后]"
)
_HELPED_OUT = seldom(
    r"(?:立即|立刻|马上|随即|及时|主动|当即|便|就|当天|多次|先后)?(?:为|帮|带人|请来|打电话|联系|协调|申请|修|送|补|办|跑|凑|筹)"
)


@rule(
    "今年春天,〔民警小段走访时得知孤寡老人家的屋顶漏雨〕,立即帮老人请来瓦匠,把屋顶修好。",
    "3月4日,〔网格员在入户中了解到独居的邓大爷看不成电视〕,当天就帮他接好了线。",
    "〔驻村民警在走访中得知一家工厂拖欠工钱后〕,及时联系厂长,补发了5名工人的工资。",
)
def learnt(given: Telling) -> Event | None:
    """What somebody learns on a round, and does something about."""
    found = None if given.general else _LEARNT.search(given.first.words)
    if not found or not _HELPED_OUT.search(given.words, found.end()):
        return None
    told = event_of([item for item in given.told if item.category in {"dispute", "service", "rescue", "assistance"}], given.words)
    return told or found_at(given, "service", found)


_NETTED = seldom(
    r"在[^,。;]{2,30}(?<![场个])(?:成功|当场|一举|现场)?(?:抓获|查获|查处|捣毁|端掉|抓住|拦下|截停)(?:了)?(?=[^。;]{0,24}?(?:一[对名伙处个家辆艘起]|[某等]))"
    r"|(?:民警|交警|执勤人员|执法人员|检查组)[一-鿿]{0,4}(?:拦下|截停|截下)了?一[辆艘台]"
)


@rule(
    "清查行动中,〔民警在老城一家棋牌室抓获一伙赌博人员〕。",
    "检查中,〔民警在二马路一间出租屋内查获一名吸毒人员〕,当场收缴冰毒。",
    "夜查中,〔交警拦下一辆灰色面包车〕,酒精含量达到醉驾标准。",
)
def netted(given: Telling) -> Event | None:
    """Who is caught at one spot in the course of a raid or check."""
    found = None if given.general else _NETTED.search(given.first.words)
    grave = [item for item in given.told if item.weight >= GRAVE] if found else []
    event = event_of(grave, given.words)
    return event if event and event.category not in {"rescue", "assistance"} else None


_PURSUED = seldom(r"(?:嫌疑人|可疑|形迹|毛贼|小偷|逃犯|扒手|蹲守)")
_SEIZED = seldom(r"抓获|抓住|按倒|扑倒|制服|控制住|落网|擒获|擒住|逮住|带回|戴上手铐|束手就擒|拿下")
_BY_POLICE = seldom(r"便衣|民警|警员|队员|反扒|侦查员|刑警|巡警|特警")


@rule(
    "前年夏天,〔两个戴帽子的人引起了蹲守民警的注意〕。两人转身要跑,民警几步追上,将嫌疑人按倒在地。",
    "去年冬天,〔便衣民警在夜市盯上一名形迹可疑的男子〕,跟了三条街后将他控制住,从他身上搜出手机4部。",
    "有一次,〔反扒队员在公交站发现一个小偷〕,追出两里地才把人擒住。",
)
def pursued(given: Telling) -> Event | None:
    """A suspect whom the police see and catch, told as a scene with a time."""
    first = given.first
    timed = given.timed or bool(first.months)
    opening = "".join(item.words for item in (first, *given.following[:1]))
    if given.general or not timed or not _PURSUED.search(opening) or not _BY_POLICE.search(given.words):
        return None
    seized = _SEIZED.search(given.words)
    told = event_of([item for item in given.told if item.weight >= GRAVE], given.words) if seized else None
    return told or (found_at(given, "other", seized) if seized else None)


RULES: tuple[Rule[Telling, Event], ...] = (turned_to, learnt, netted, pursued)
