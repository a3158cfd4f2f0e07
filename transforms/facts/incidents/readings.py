"""How an event begins to be told: each rule reads one construction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from transforms.facts.incidents.scenes import THANKED, Sentence
from transforms.facts.incidents.vocabulary import Hit
from transforms.facts.rules import Rule, rule
from transforms.patterns import seldom

_AHEAD = 4
GRAVE = 6


class Telling(NamedTuple):
    """A sentence and those that go on from it; `words` is the text of all, `told` their words that tell what happened.

    `general` tells that the first sentence tells of no one event (破获盗窃案12起), `timed` that it has a day, a time of day or a time that
    is no date.
    """

    first: Sentence
    following: Sequence[Sentence]
    words: str
    told: Sequence[Hit]
    general: bool
    timed: bool


def telling(sentences: Sequence[Sentence], at: int) -> Telling:
    """The sentence at an index with those that may go on from it: up to the next that speaks of many cases."""
    beginning = sentences[at]
    ahead = takewhile(lambda sentence: not sentence.distant, sentences[at + 1 : at + 1 + _AHEAD])
    following = list(takewhile(lambda sentence: not _is_other_report(beginning, sentence), ahead))
    before = sentences[max(0, at - _AHEAD) : at]
    dated = bool(beginning.dates) or any(sentence.dates and not (sentence.distant or sentence.unreal) for sentence in before)
    both = (beginning, *following)
    words, told = "".join(sentence.words for sentence in both), [item for sentence in both for item in sentence.told]
    general = beginning.distant or beginning.unreal or _is_no_event(beginning.words)
    return Telling(beginning, following, words, told, general, dated or beginning.vague)


def _is_other_report(earlier: Sentence, later: Sentence) -> bool:
    """Whether the later of two sentences tells of something besides, or of another call: on another day, by a body that it names."""
    if later.has_time and BESIDES.match(later.words):
        return True
    return _is_on_another_day(earlier, later) and bool(NAMED_BODY.search(later.words) and _REPORT.search(later.words))


def _is_on_another_day(earlier: Sentence, later: Sentence) -> bool:
    """Whether the later of two sentences tells a day that the earlier, which tells one, does not."""
    return bool(earlier.days and later.days - earlier.days)


BESIDES = seldom(r"\s*(?:另外|此外|另据|另有|无独有偶|同样|还有一[起次]|在?另一[起次])")
"""What begins to tell of something besides."""
NAMED_BODY = seldom("公安局|公安分局|派出所|[支大中]队|反诈中心")
"""A body of the police as it is named where something else begins to be told, and not as what has been told goes on (专案组, 民警)."""


def _is_no_event(words: str) -> bool:
    """Whether a sentence speaks of many cases (破案12起), of what people are like, or of a trial or thanks for what is told elsewhere."""
    many = _MANY.search(words) is not None or _AT_COURT.search(words) is not None
    return many or (THANKED.search(words) is not None and _CALLED.search(words) is None)


def found_at(given: Telling, category: str, match: re.Match[str]) -> Event:
    """The event of a category that stands where words of the first sentence do."""
    return Event(category, given.first.start + match.start(), given.first.start + match.end())


_CALLED = seldom(r"报警|报案|求助|接警|接报|接[到获]")
_CASES = r"(?:案件?|警情|纠纷|矛盾|事故|火灾|火警|事件)"
_NUMBER = r"(?:[0-9]{2,}|[2-9]|[两三四五六七八九十数])(?:余|多)?[起件宗]"
_ALIKE = (
    r"成为[^,。]{0,16}(?:招牌|名片|品牌|缩影)"
    r"|像(?!往常|平[时常]|以往)[^,。]{1,12}(?:这样|一样|那样)|时的[^,。]{2,6},[^,。]{2,14}时的|(?:矛盾|纠纷|警情)(?:最|较|很)多"
)
_TALK = r"畅谈|宣讲|[知常]识讲座|院落会|恳谈"
_AT_COURT = re.compile("庭审|旁听|开庭|宣判")
_MASSES = r"[0-9.]+[万亿][余多]?(?:[条件起份次户个名]|人)"
_KEPT_UP = r"(?:劝阻|劝返|化解|调解|调处|处置|拦截|帮扶|走访)[^,。;“”]{0,12}?[0-9]{2,}[余多]?[起件]"  # 劝阻诈骗46起: of a year
_SEVERAL = r"(?:侦破|破获|摧毁|打掉|查处)了?一批|发生了?多[起件宗次]|多[起件宗][^,。;“”]{0,12}(?:案|事故)"
_MANY = re.compile(
    rf"{_MASSES}|{_SEVERAL}|{_KEPT_UP}|{_CASES}[^,。;、“”]{{0,3}}?{_NUMBER}|{_NUMBER}[^,。;“”]{{0,10}}?{_CASES}|{_ALIKE}|{_TALK}"
)


def may_begin(sentence: Sentence) -> bool:
    """Whether any rule may read a sentence as the beginning of an event: a first look."""
    return sentence.has_time or sentence.somebody or any(cue in sentence.words for cue in _CUES)


_CUES = (
    "发生",
    "后,",
    "召开了",
    "召集了",
    "举行了",
    "行动中",
    "查中,",
    "拦下",
    "得知",
    "了解到",
    "第一时间",
    "一起",
    "一桩",
    "一个",
    "收网",
)


class Event(NamedTuple):
    """What a rule makes of a telling: its category and where the words are that tell it."""

    category: str
    start: int
    end: int


_REPORT = re.compile(
    r"报警|报案|求助|接警|接报|接[到获][^,。;]{0,16}(?:警情|电话|举报|反映|投诉|通报|指令|警)|拨打|拨通|致电|打来电话|来电[,。称]|来到[^,。;]{0,10}派出所|发现"
    r"|(?:接[到获]|推送|一条|收到)[^,。;]{0,16}预警"
)
ACT = re.compile(
    r"抓获|抓住|查获|截获|控制|堵住|堵个正着|落网|擒获|制服|赶到|赶赴|赶往|到场|到[达了]?现场|破门|找到|找回|追回|查处|拦[截停下]|截停|冻结|止付|劝阻|劝停|退回|救出|救起|扑灭|劝[下离阻说]|制止|阻止"
    r"|投案|判处|刑拘|拘留|罚款|送[到往医回至来]|转移|召回|化解|和解|调解|达成|签[了订字下]|赔[偿了]|道歉|握了?手|按[下了]手印|登门|上门|办[好完结妥理]"
    r"|侦破|破获|发还|返还|归还|处置|疏散|脱险|护送|隔开|安抚|联系上|平安|拆[了除]|代办|帮[助忙他她]|接待|取出|放下|消除|整改|被控|起回|指派|查明"
    r"|打开了?[^,。;]{0,4}门|拉[上回开]|带[回离至]|背[起到]|抬[上到]|捞[起上]|赶回|送回|领回|退[了回]|换了|修好|更换|劝[开回好住]|答应|着落|各[退让]|让步|拿到了?|到账|兑付|处理好|解决|查到|处罚|清理|约谈|记[0-9]*分|移交|吊销|扣[留押]|修复金|补种|放流|听证|训诫|批评教育|检讨|(?:最后|最终|当场|终于)[^,。;]{0,4}定下|写下|商定|说定|谈妥|约好|让了|退了?钱|转了?账|归还|抱[上出]|转[到出]|没有?转|敲[开响]|封了顶|返工|重新响|分了|扑倒|按倒|拿下|领回了"
    r"|拘捕|逮捕|检获|起获|缴获|查扣|移送|侦办|到案|解救|拉出|拖[出回上离]|推[回出]|顶到|抬出|拽回|推出来|接回|支付|查出|搜出|调成|说开|谈成|划[出定]|保住|拦了下来|取钱|守到|搭救|施救|获救|救下|抽水|赶来|潜伏|蹲守|设伏|伏击"
)
_BEFELL = re.compile(
    r"发生|引发[^,。;]{0,6}(?:火|事故|爆炸)|引燃|被[盗骗困偷抢打撞锁淹埋]|遭|死因|失窃|起火|着火|失火|走失|落水|摔倒|晕倒|掉进|坠|推搡|斗殴|丢失|遗失|轻生|自杀|不见|受伤|侧翻|追尾|相撞|撬|藏|突发|砸中|砸伤|刮倒|中毒|爆炸|被[^,。;]{0,6}劫(?!持罪)|身亡|丧生|遇难|离家|走丢|迷路|昏迷|昏倒|打架|厮打|扭打|互殴|打伤|站在[^,。;]{0,8}(?:楼顶|天台|护栏|窗台|桥)"
)


def event_of(told: Sequence[Hit], words: str) -> Event | None:
    """The category that the gravest of the words tell, the first among equals."""
    if not told:
        return None
    top = max(told, key=lambda item: (item.weight, -item.start))
    return Event(_category(top.category, words), top.start, top.end)


_VEHICLE = r"(?:电动(?:自行|三轮|摩托)?车|摩托车|电瓶车|自行车|轿车|小汽车|面包车)"
_STOLEN_VEHICLE = seldom(rf"(?:盗|偷|窃|撬)[^,。;]{{0,8}}{_VEHICLE}|{_VEHICLE}[^,。;电]{{0,8}}(?:被盗|失窃|被偷|不见|不翼而飞)")
_REMOTE = seldom(
    r"电信|网络|网上(?!在逃|逃犯|追逃)|网购|微信|QQ|转账|客服|链接|APP|反诈|网贷|陌生|来电|电诈|电话(?!就?再?也?打不通)|“[^“”]{0,6}(?:民警|警官|领导|客服|老师)”|公检法|网友|刷单|止付|冒充|提领|临柜|通话|安全账户|屏幕共享"
)
_SUSPECT = seldom(r"嫌疑人|小偷|窃贼|作案|偷[一-鿿]{0,2}[人贼的]|抓获|落网")
_QUARREL = seldom(r"调解(?!委员会|员|室|中心)|和解|握手言和|邻居(?=[^,。;]{0,6}(?:因|吵|争|闹|[起结]))")
_AT_ODDS = seldom(r"纠纷|矛盾|争|吵|调解|和解|协议|讨|赔")
_SETTLED = seldom(r"调解|和解|协议")
_PAPERS = seldom(
    r"(?:办[理好了妥完]?|补办|申[领办请]|换[领发])[^,。;]{0,12}(?:身份证|户口[本簿]?|居住证|护照)"
    r"|新(?:身份证|户口[本簿])[^,。;]{0,4}[寄送到]"
)
_RECONCILED = seldom(
    r"(?:讨(?:个|要)?说法|索赔)[^\n]{0,200}(?:同意|达成|赔偿款|和解|协议)|争吵[^\n]{0,200}(?:调解|和解|协议|和好)"
    r"|(?:纠纷|矛盾|争执|冲突|阻止施工|阻拦施工|阻工|堵路|围堵)[^\n]{0,200}(?:调解|和解|协议|让步|和好)|双方[^,。;]{0,8}(?:达成|和解|让步|进行调解)"
)
_ONLY_QUARREL = seldom(r"(?s)^(?!.*(?:嫌疑人|抓获|刑拘|拘留|投案|落网|逮捕|判处)).*(?:纠纷|争执|口角|矛盾)")
_IN_FAMILY = seldom(
    r"(?s)^(?!.*(?:嫌疑人|抓获|刑拘|拘留|投案|落网|逮捕|判处)).*(?:婆媳|夫妻|兄弟|姐妹|邻居|邻里|妯娌|亲戚|父子|母女|老两口|小两口)"
)
_ROBBED_AND_STOLEN = seldom(r"抢[劫夺][、和及][^,。;]{0,6}[盗扒]窃|[盗扒]窃[、和及]抢[劫夺]")
_LENT = seldom(r"借款|欠款|欠条|借条|还款协议|争吵|纠纷")

_DEADLY = seldom(r"触电身亡|死因|溺亡|(?:宣布|确认|已经?|当场|不幸)(?:临床)?死亡|尸检|触电死亡|抢救无效|因公(?:牺牲|殉职)|与世长辞")
_VEHICLES = seldom(r"(?:小车|轿车|货车|客车|汽车|电动车|摩托车|三轮车|面包车)[^。;]{0,24}事故")
_OVER_MONEY = seldom(r"(?:赔偿金|赔偿款|抚恤金|遗产|补偿款)[^,。;]{0,6}(?:分配|分割|归属)|家庭矛盾|闹得不可开交")
_NARROWER = (
    ("accident", _VEHICLES, "traffic"),
    ("theft", _STOLEN_VEHICLE, "vehicle_theft"),
    ("fraud", seldom("套路贷"), "fraud"),
    ("fraud", _REMOTE, "telecom_fraud"),
    ("accident", _QUARREL, "dispute"),
    ("traffic", _OVER_MONEY, "dispute"),
    ("accident", _OVER_MONEY, "dispute"),
    ("rescue", seldom(r"欠薪|讨薪|讨要|拖欠|工[资钱]"), "dispute"),
    ("rescue", _RECONCILED, "dispute"),
    ("assistance", _RECONCILED, "dispute"),
    ("assault", _ONLY_QUARREL, "dispute"),
    ("brawl", _IN_FAMILY, "dispute"),
    ("robbery", _ROBBED_AND_STOLEN, "robbery_and_theft"),
    ("assistance", _PAPERS, "service"),
    ("assistance", _SUSPECT, "theft"),
    ("rescue", _PAPERS, "service"),
    ("rescue", _DEADLY, "accident"),
    ("assistance", _DEADLY, "accident"),
)


def _category(category: str, words: str) -> str:
    """The category, made narrower or told from its neighbour by what else is said."""
    narrower = next((after for before, said, after in _NARROWER if before == category and said.search(words)), None)
    if narrower:
        return narrower
    quarrel = (category == "fraud" and _LENT.search(words)) or category == "petition"
    if quarrel and _SETTLED.search(words):
        return "dispute"
    if category == "dispute" and "求助" in words and not _AT_ODDS.search(words):
        return "assistance"
    return category


def is_settled(words: str) -> bool:
    """Whether the words of a whole story tell that those at odds in it came to terms."""
    return _RECONCILED.search(words) is not None


_CONVENED = re.compile(
    r"(?:召开|举行|举办|出席|列席|主持)(?!以来)[^。;]{0,40}?(?:会议|大会(?!堂)|例会|会报|记者会|发布会|(?<![社机协委约宴集聚])会(?=[,。;、()上并后通听部总传安研表“]|$))"
    r"|在[^,。;]{0,12}(?:记者会|发布会|通气会)上(?:指出|表示|介绍|通报|宣布|透露|公布|[说称][,:])"
    r"|(?:参加|出席|列席)[^,。;]{2,20}审议|会(?:议)?(?:在[^,。;]{1,16})?(?:隆重|顺利|胜利|如期)?(?:召开|举行|听取|审议)"
    r"|在[^,。;]{2,30}(?:会议|大会|全会|常委会|推进会|部署会|现场会|座谈会|例会)上,"
    r"|(?:采访|考察|观摩|访问|交流|代表)团(?:一行)?(?:来到|走进|抵达|走访|参观)[^。;]{2,60}?(?:调研|采访|感受|学习|观摩|参观|考察|交流)"
    r"|(?:夜话|夜谈|议事会|恳谈会|说事会|院[坝落]会|板凳会|圆桌会|听证会)”?(?:又|准时|如期)?(?:开场|开始|开讲|开席|开了)"
)
_CONVENED_ONCE = seldom(r"(?:召开|举行|召集)了(?!多|数)[^。;0-9]{0,40}?(?:会议|大会(?!堂)|例会|(?<![社机协委约宴集聚])会)(?=[,。;]|$)")
_PLANNED = seldom(r"先后|(?<![第0-9])[0-9]{1,3}(?:场|次)[^,。;第]{0,6}会|多次|将(?:于|在)?[^,。;]{0,20}(?:召开|举行|举办)|拟|计划|原定")
_AFTERWARDS = re.compile(r"结束后,|随后,|会后,")


@rule(
    "5月8日,〔青川县公安局召开夏季治安形势分析会〕。",
    "昨日,〔市法院举行新闻发布会〕通报典型案例。",
    "10日晚,十来个村民围着火塘坐定,〔第八期“火塘夜话”开场了〕。",
    "处长今日〔出席“去年治安形势记者会”〕,交代罪案数字。",
    "8月2日,〔全县反诈工作推进会在城关镇召开〕。",
    "网格员听说后,约上物业和楼长〔召开了楼道议事会〕。",
)
def met(given: Telling) -> Event | None:
    """A meeting on a day, after another event that the sentence before told, or one that was held (召开了)."""
    first, words = given.first, given.first.words
    dated = given.timed or _AFTERWARDS.search(words)
    found = (_CONVENED if dated else _CONVENED_ONCE).search(words)
    if not found or (first.distant and not dated) or _PLANNED.search(words):
        return None
    return found_at(given, "meeting", found)


_INSPECTED = re.compile(
    r"(?:开展|进行|组织|实施|展开|启动|突击|联合|前往|深入|走进|正在?)[^。;]{0,60}?"
    r"(?:检查|排查|盘查|清查|巡查|踏查|督查|督导|观摩|抽查|夜查|巡察|联合执法|明察暗访|查缉|查验|调研|视察)"
    r"|(?:暗访|突击抽?查|实地(?:查看|察看|检查|测试)|(?:夜查|抽查)了)[^,。;、的]{2,}|测试[^,。;]{2,20}(?:能力|速度|反应)"
    r"|(?:检查|督查|督导|巡查|执法|工作)组[^。;]{0,24}?发现[^。;]{2,40}?(?:责令|要求|下[达发]|督促)"
    r"|(?:巡查|检查|排查|夜查|抽查)(?:中|时)[^。;“]{0,6}?发现"
    r"|(?:书记|[市县区州省局厅部]长|主任|主席|政委)[一-鿿]{0,4}(?:到|赴|来到|深入|前往)[^,。;]{2,30}?(?:调研|视察|检查|督导|督查)"
    r"|(?:到|赴|前往)[^,。;]{2,16}?(?:视察|察看)"
    r"|(?:带队|率队|一行)[^。;]{0,12}(?:到|赴|来到)[^。;]{2,40}?(?:检查|督查|督导|观摩|调研|视察)"
)
_CHECKERS = seldom("政法委|记者|媒体|督[导查]组|检查组|工作组|考核组|人大|政协|综治办|平安办")
# Publicity, the stopping of one car, the doctor's examination, and what was counted.
_UNINSPECTED = seldom(
    r"宣传|宣讲|普法|演练|讲座|授课|招聘|慰问|座谈|拦[截停下]|截停|就医|医院|治疗|身体|以来|累计|截至|先后|每[天日周月]|同比"
)


# What the police do to find somebody: 在排查中,民警发现嫌疑人的车.
_IN_A_CASE = seldom(r"嫌疑人|嫌疑|肇事|作案|案发|走访排查|家系排查|专案组|涉案|DNA")


@rule(
    "6月3日晚,〔民警在一处烧烤城开展消防安全检查〕。",
    "9月12日,〔市场监管所联合派出所突击检查两家网吧〕。",
    "11月1日,〔区政法委组织各镇观摩警务室建设〕。",
    "4月2日,〔副县长带队到渡口督导渡运安全〕。",
    "火灾翌日,〔他和消防处长到现场视察〕,要求各部门善后。",
    "去年5月,市综治办〔派人暗访夜市摊主〕,摊主都说夜里踏实。",
)
def inspected(given: Telling) -> Event | None:
    """An inspection on a day."""
    dated = given.timed or (given.first.months and (given.first.somebody or _CHECKERS.search(given.first.words)))
    found = _INSPECTED.search(given.first.words) if dated else None
    if not found or _UNINSPECTED.search(given.first.words) or _IN_A_CASE.search(given.first.words):
        return None
    return found_at(given, "inspection", found)


_COUNTED = seldom(r"(?<!有史)以来|累计|截至|先后|每[天日周月]|同比")
_LASTING = seldom("[日号月]起?(?:至|到|—|-)[0-9一二三四五六七八九十]{1,2}月")
_STRUCK = re.compile(
    r"(?:统一|集中|收网)(?:统一|收网|抓捕|整治|清查|查处)?(?:行动|收网)|(?:专项|集中)整治行动|启动仪式|誓师|发起[^,。;]{0,6}(?:总攻|攻势)"
    r"|(?:统一|集中|同步|联合|突击)(?:组织|开展|展开|实施)了?[^。;]{0,32}行动"
    r"|(?:部署(?![^,。;]{0,4}下)|启动|组织)[^。;]{0,24}(?:专项行动|专项整治|专项斗争|会战|百日行动|清查行动)"
    r"|(?:公开|集中|统一)销毁[^,。;]{2,}|被(?:公开|集中|统一)销毁|(?:活动|行动)”?(?:在[^,。;]{1,16})?(?:正式|同步|全面)?(?:启动|拉开(?:帷幕|序幕|大幕))"
)


@rule(
    "4月6日凌晨,〔市公安局开展集中收网行动〕,抓获嫌疑人23名。",
    "9月1日上午,〔“护航开学季”活动在体育场正式启动〕。",
    "7月1日晚,〔全县公安机关组织夏夜统一行动〕。",
    "10月9日,〔护秋行动启动仪式〕在广场举行。",
    "5月2日20时至5月3日1时,全市警方〔同步开展“清仓”行动〕。",
    "2020年3月9日,市长〔部署为期半年的废矿专项整治〕。",
)
def struck(given: Telling) -> Event | None:
    """A campaign's one action on a day."""
    found = _STRUCK.search(given.first.words) if given.timed else None
    if not found or _COUNTED.search(given.first.words) or _LASTING.search(given.first.words):
        return None
    return found_at(given, "campaign", found)


@rule(
    "近日,〔群众李某报警称手机被盗〕。民警调取监控,当晚抓获嫌疑人。",
    "5月2日,〔派出所接到报警,一名老人走失〕,民警两小时后找到老人。",
    "〔一名女子拨打110求助,称钥匙锁在车内〕,民警赶到打开车门。",
)
def reported(given: Telling) -> Event | None:
    """Something that somebody calls the police for."""
    first = given.first
    if given.general or not _REPORT.search(first.words) or not (given.timed or first.somebody):
        return None
    event = event_of(first.told, given.words)
    if event is None or event.category == "assistance":
        event = event_of(_told_that_day(given), given.words)
    taken = _TAKEN.search(first.words) and given.timed
    return event if event and (taken or ACT.search(given.words)) else None


def _told_that_day(given: Telling) -> list[Hit]:
    """The words that tell what happened, up to the first sentence with another day."""
    following = takewhile(lambda sentence: not _is_on_another_day(given.first, sentence), given.following)
    return [item for sentence in (given.first, *following) for item in sentence.told]


_TAKEN = seldom(r"接[到获]?[^,。;]{0,16}(?:报警|报案|警情|求助|举报|反映|投诉|警[,:称]|预警)")


@rule(
    "6月9日凌晨2时,〔青石镇一处仓库起火〕,消防员40分钟将火扑灭。",
    "3月5日晚,〔村民周某家的两只羊被盗〕。民警追到邻县,将嫌疑人堵住。",
    "7月8日,〔一男孩在河边落水〕,巡逻民警将其救起。",
    "近日,〔柳塘镇后山发生山林火灾〕。消防员两小时后把火扑灭。",
)
def befell(given: Telling) -> Event | None:
    """Something grave that happens on a day, and what is done about it."""
    first = given.first
    grave = [item for item in _told_that_day(given) if item.weight >= GRAVE]
    sudden = first.somebody and _BEFELL.search(first.words) and any(item.weight >= GRAVE for item in first.told)
    if given.general or not (given.timed or sudden or (first.months and first.somebody)):
        return None
    happened = _BEFELL.search(given.words) or ACT.search(given.words)
    told = first.somebody or first.dates or _HAPPENED.search(first.words)
    told = told or (_ONE.search(first.words) and (_BEFELL.search(first.words) or ACT.search(given.words)))
    event = event_of(grave, given.words) if told and (happened or (first.somebody and (first.dates or first.vague))) else None
    unhelped = event is not None and event.category == "rescue" and not given.following and not ACT.search(first.words)
    return event._replace(category="accident") if event and unhelped else event


_HAPPENED = seldom(r"(?<![未没有无再])发生了?(?![多数几的过在])[^,。;0-9]{0,10}(?:火灾|山火|事故|爆炸|坍塌|中毒|案件?)(?=[,。;])")
_ONE = seldom(r"(?<![0-9第])一[所座栋家辆名位处艘架幢间对伙]")


_CRACKED = seldom(
    r"(?:破获|侦破|捣毁|打掉|端掉|摧毁|铲除|斩断|查处|查获|一举)[^,。;]{0,24}(?:案|窝点|团伙|链条|据点|赌场|网络)"
    r"|(?:抓获|抓住|擒获|堵截|截获|抓捕归案|追捕|拘捕|逮捕)[^,。;]{0,24}(?:嫌疑人|逃犯|在逃|团伙|男子|女子|男女)|将[^,。;]{1,24}(?:抓获|擒获|抓捕|缉拿|捉拿)"
)
_OF_POLICE = seldom(
    rf"{NAMED_BODY.pattern}|司法警察局|警务处|海关|行动组|[县市区]局|我[们局所队](?!的)|(?:警|专案组)[^。;]*(?:一[起个伙名宗]|该(?:团伙|案))"
)


@rule(
    "今年3月,〔县公安局网安大队一举捣毁一个网络水军窝点〕,抓获嫌疑人2名。",
    "6月18日,〔盐湾派出所民警在码头守了两夜,抓获偷柴油的嫌疑人3名〕。",
    "2021年8月,〔县局专案组在渡口将一名躲了九年的逃犯抓获〕。",
    "去年9月,〔我们打掉一个倒卖公章的团伙〕,抓了31人。",
)
def cracked(given: Telling) -> Event | None:
    """One case that the police cracked at some time, or whom they caught, whatever it was about."""
    first = given.first
    words = given.words if _WANTED.search(first.words) else first.words
    dated = first.has_time and not _TO_COME.search(first.words)
    if given.general or not dated or not _CRACKED.search(words) or not _OF_POLICE.search(first.words):
        return None
    told = event_of(first.told, given.words)
    if told and told.category not in _BESIDE_CRIME:
        return told
    found = _CRACKED.search(first.words)
    return found_at(given, "other", found) if found else Event("other", first.start, first.end)


_ONE_CRACKED = seldom(
    r"(?:破获|侦破|打掉|捣毁|端掉|摧毁)了?一[起个伙处][^,。;]{2,24}(?:案件?|团伙|窝点|链条),[^。;]{0,12}(?:抓获|缴获|刑拘|查获|扣押)"
    r"|对[^,。;]{2,40}(?:案件?|团伙)(?:开展|实施|进行)?(?:了?(?:集中|成功|统一|同步))*收网"
)


@rule(
    "与此同时,〔市禁毒支队破获一起运输毒品案〕,抓获嫌疑人3名,缴获海洛因7包。",
    "〔警方对“9·15”虚开发票案开展集中收网〕,抓获嫌疑人7名。",
    "此外,〔经侦支队打掉一个地下钱庄团伙〕,扣押账本11册。",
)
def cracked_one(given: Telling) -> Event | None:
    """One case that the police cracked, with whom or what they caught in it, told without a time."""
    first = given.first
    found = _ONE_CRACKED.search(first.words)
    if not found or first.unreal or _TO_COME.search(first.words) or _YEARLY.search(first.words):
        return None
    told = event_of([item for item in first.told if item.weight >= GRAVE], first.words)
    return told if told and told.category not in _BESIDE_CRIME else found_at(given, "other", found)


_YEARLY = seldom(r"近年|多发|(?<!有史)以来|累计|截[至止]|先后|全年|年度|同比|[多数几]起")


_INTERCEPTED = seldom(
    r"(?:拦[下截住]|止付|劝阻|阻止|截停)[^,。;]{0,16}(?:转账|汇款|诈骗|被骗|骗局|赃款)"
    r"|(?:转账|汇款|打款|转钱|刷单)[^,。;]{0,16}[被让][^,。;]{0,10}(?:拦|劝|叫停|制止|喊住)"
)


@rule(
    "近日,〔县反诈中心民警拦下一笔可疑转账〕,为群众挽回损失8万元。",
    "5月6日,〔派出所民警成功劝阻一起正在发生的诈骗〕。",
    "前几天,〔银行职员和民警合力止付一笔被骗的养老钱〕。",
    "今年5月,〔郑阿姨接到自称医保局的电话,要她转走6万元〕。民警8分钟赶到,阻止了转账。",
    "〔一名店主给“领导”汇款时被民警叫停〕,保住了18万元。",
)
def intercepted(given: Telling) -> Event | None:
    """A fraud that the police stopped in time, at some time or with somebody; what somebody was told to pay may be told first."""
    first = given.first
    if given.general or not (first.has_time or first.somebody):
        return None
    lured = first.somebody and _LURED.search(first.words)
    found = _INTERCEPTED.search(first.words) or (lured if _INTERCEPTED.search(given.words) else None)
    return found_at(given, "telecom_fraud", found) if found and not _TO_COME.search(first.words) else None


_LURED = seldom(r"(?:接到|收到)[^,。;]{0,20}(?:电话|短信|链接|私信)|(?:转|汇)[^,。;]{0,10}(?:账|款|元|钱)|刷单|投资|网恋|贷款")


_TRIED = seldom(
    r"(?:法院|法庭)[^。;]{0,40}?(?:开庭|宣判|庭审|审理|判处|(?:一审|二审|终审|再审|作出)[^,。;]{0,6}(?:判决|裁定))|庭审[^。;]{0,24}(?:判处|宣判|宣布)"
    r"|[一二终再]审[^。;]{0,24}?(?:判处|宣判|判决|驳回上诉)"
)
_TRIAL_TO_COME = seldom(r"定于|拟于|将[^,。;]{0,12}(?:开庭|审理|宣判|受理)")
_CIVIL = seldom(r"原告|索赔|民事|赔偿|纠纷")
_SENTENCED = seldom(r"被告人[^。;]{0,60}?判处|(?:有期|无期)徒刑|拘役|死刑|获刑")
_CRIMINAL = seldom(r"被告人|公诉|徒刑|主犯|罪")


@rule(
    "昨天,〔县法院公开开庭审理鱼塘污染纠纷〕,原告索赔31万元。",
    "5月8日,〔市中级人民法院对周某等9人涉黑案宣判〕,主犯获刑。",
    "3月12日,〔镇上的法庭开庭审理了鱼塘承包纠纷〕,两家当庭和解。",
    "2019年6月,〔市中院审理后作出终审判决〕:被告人伍某犯非法采矿罪,判处有期徒刑三年。",
)
def tried(given: Telling) -> Event | None:
    """A trial on a day."""
    first = given.first
    found = _TRIED.search(first.words) if first.dates or first.vague or first.months else None
    if not found or first.distant or first.unreal or _COUNTED.search(first.words) or _TRIAL_TO_COME.search(first.words):
        return None
    civil = _CIVIL.search(given.words) and not _CRIMINAL.search(given.words)
    offence = event_of([item for item in given.told if item.weight > GRAVE], given.words)
    sentenced = "other" if _SENTENCED.search(given.words) else None  # whatever they did
    category = "dispute" if civil else offence.category if offence else sentenced
    return found_at(given, category, found) if category else None


_WANTED = re.compile(r"逃犯|在逃|通缉|潜逃|接[到获][^,。;]{0,12}(?:指令|线索|举报)")
_TO_COME = re.compile("要求|力争|计划|将持续|将继续|下一步")


_BESIDE_CRIME = frozenset({"assistance", "service", "rescue", "dispute"})  # what else is told where somebody is caught
_BROKE_OUT = re.compile(r"发生了?一(?:起|宗|场)")


@rule(
    "〔城南夜市发生一起打架事件〕,3分钟后民警到场,双方被隔开。",
    "〔向阳路口发生一起追尾事故〕,交警赶到疏导。",
    "〔城西超市发生一起扒窃案〕,民警循监控追回财物。",
)
def broke_out(given: Telling) -> Event | None:
    """One case that broke out, and what was done about it."""
    found = None if given.general else _BROKE_OUT.search(given.first.words)
    grave = [item for item in given.first.told if item.weight >= GRAVE]
    return event_of(grave, given.words) if found and ACT.search(given.words) else None


@rule(
    "〔两家村民为地界吵了三年〕,驻村民警五次登门,终于签了协议。",
    "8月4日,〔刘某和郑某因停车起了口角〕,民警当场劝和,双方道歉。",
    "〔一对兄弟因老宅闹矛盾〕,调解员请来族老,兄弟握手和解。",
    "9月3日,〔渔行与船队因过磅起了争执〕,民警到场,双方达成协议。",
)
def quarrelled(given: Telling) -> Event | None:
    """A quarrel of somebody with somebody, and how it ends."""
    first = given.first
    opening = (first, *given.following[: _AHEAD if first.dates and first.somebody else 2])
    at_odds = [item for sentence in opening for item in sentence.told if item.category == "dispute"]
    timed = given.timed or bool(first.months)
    at_odds = _in_particular(opening, at_odds)
    quarrels = at_odds if timed else [item for item in at_odds if not _settles(opening, item)]
    parties = (
        first.somebody
        or (first.dates and any(item.somebody for item in given.following))
        or (given.timed and (_ONE_QUARREL.search(first.words) or _BETWEEN.search(first.words)))
        or ((timed or _IN_ONE.match(first.words)) and _PARTIES.search(first.words))
    )
    told = first.has_time and (first.somebody or _PARTIES.search(first.words))  # with a time of its own it need not end
    only_said = (not timed and _SAYING.search(first.words)) or (
        not first.dates and _POLICY.search(first.words) and not _AT_IT.search(first.words)
    )
    only_said = only_said or _REMARK.search(first.words) is not None
    if given.general or only_said or not quarrels or not parties or not (told or ACT.search(given.words)):
        return None
    return event_of(given.told, given.words)


_ONE_SETTLED = seldom(r"(?:调解|化解|处理|处置|调处)[过了]?一[起场桩件](?!起)[^。;]{2,40}?(?:纠纷|矛盾)")
_HOW_IT_WENT = seldom(r"双方|两[家人]|达成|和解|协议|握手|让步|当事人|[申被]请人")


@rule(
    "〔镇上化解过一起修路占地的纠纷〕,大家一合计,最后达成了协议。",
    "〔调解员正在调解一起运输合同纠纷〕。因被申请人住院,调解搬到了线上。",
    "〔老所长处理过一桩分家的矛盾〕,劝了三回,双方握手和解。",
)
def settled_one(given: Telling) -> Event | None:
    """One quarrel that somebody settled or is settling, with how it went."""
    first = given.first
    found = None if given.general else _ONE_SETTLED.search(first.words)
    if not found or _REMARK.search(first.words) or not _HOW_IT_WENT.search(given.words, found.end()):
        return None
    return found_at(given, "dispute", found)


def _settles(sentences: Sequence[Sentence], told: Hit) -> bool:
    """Whether a word tells only that a quarrel is settled: without a time that may be said of any."""
    return any(s.start <= told.start < s.end and _SETTLING.match(s.words, told.start - s.start) for s in sentences)


def _in_particular(sentences: Sequence[Sentence], told: Sequence[Hit]) -> list[Hit]:
    """The words of a quarrel less those of quarrels of a sort (各类民间纠纷), or of the work of settling them (人民调解工作)."""
    if not told:
        return []
    general = {s.start + at for s in sentences for span in _IN_GENERAL.finditer(s.words) for at in range(*span.span())}
    return [item for item in told if item.start not in general]


_IN_GENERAL = seldom(
    r"(?:各类|各种|一些|不少|许多|大量|诸多|[多数几]起|民间|日常|常见)[^,。;、]{0,8}(?:矛盾|纠纷|调解|和解)+"
    r"|不少积怨|遇到了?(?:矛盾|纠纷)|没有[^,。;]{0,10}(?:矛盾|纠纷)|有[^,。;、]{2,16}(?:吵架|打架|纠纷|矛盾)[^,。;]{0,8}的"
    r"|(?:公益性?|从事|负责|开展|参与|人民|专职|基层)[^,。;、]{0,6}?(?:矛盾|纠纷)*(?:调解|化解|调处)"
    r"|(?:矛盾|纠纷)*(?:调解|化解)(?:工作|理念|室|经验|作用|能力|机制|方法|基础|制度|队伍|力量|组织)|有[^,。;]{0,4}矛盾,"
)
_AT_IT = seldom("因[^,。;]{2,}|(?:发生|起)了?(?:纠纷|争执|矛盾|口角|冲突)|纠纷(?:案|的)")
_SAYING = re.compile("[却常总也都爱]说[,:]")
_REMARK = seldom("(?:的(?:故事|事例|案例|一幕|经历|实践)[^,。;]{0,24}(?:缩影|注脚|写照|体现|折射|印证))")
_POLICY = seldom("(?:推行|推广|依托|搭建|成立|建立|设立)[^,。;]{2,}")
_SETTLING = seldom("调解|调处|调停|和解|化解|协议|说和|劝和|握手")
_ONE_QUARREL = re.compile(r"一[起场桩件](?!起)[^,。;]{0,24}(?:纠纷|矛盾)")
_PARTIES = re.compile(
    r"村民|居民|家属|业主|商户|住户|工人|顾客|牧民|租户|房东|邻居|双方|两个?[家户村组屯寨]|(?:上下|左右)[游邻]|[一两]方|两边"
)
_IN_ONE = seldom(r"\s*在(?:处理|处置|调解|化解)?一[起场桩件][^,。;]{0,16}(?:纠纷|矛盾)[^,。;]{0,4},")
_BETWEEN = seldom(
    r"(?:[一-鿿]{2}[与和跟同][^,。;]{1,12}|居民|村民|业主|商户|住户|群众|两[村组家户队])因[^,。;]{2,20}(?:纠纷|矛盾|争执|争吵|冲突|口角)"
    r"|[一-鿿][与和跟同][^,。;]{1,12}(?:发生|起)了?(?:冲突|争执|口角|纠纷|争吵|矛盾)|[一-鿿][与和跟同][^,。;]{1,12}因[^,。;]{2,20}(?:对峙|僵持|闹翻|争[了执])"
)
_SLIGHT = 1  # words that tell of papers only beside others: 登记, 证明, 窗口
_BESIDE = frozenset({"theft", "rescue"})  # what may have happened to the papers or the people
_SERVED = seldom(r"[为给替帮]|陪[着同]|交到|补办|接待|上门|代办|送[到证上至]|办[好完结妥]|取出|拿到|领到|[助帮][其助他她]")


_ON_TOUR = re.compile(r"流动|移动|服务车|办证车|服务队|上门服务")


@rule(
    "〔86岁的吴奶奶卧床多年〕,民警上门照相,三天后把身份证送到床前。",
    "6月11日,〔市民郑先生来到窗口办理护照〕,20分钟就办好了。",
    "日前,〔村民孙大爷的户口本丢了〕,户籍民警上门为他补办。",
    "10月8日,〔流动车管所来到石桥镇〕,为群众办理换证业务30笔。",
)
def served(given: Telling) -> Event | None:
    """Somebody whose papers are seen to, or an office that came for a day to see to those of all (流动车管所来到…)."""
    services = [item for item in given.told if item.category == "service"]
    on_tour = given.first.dates and _ON_TOUR.search(given.first.words)
    if (
        given.general
        or not any(item.weight > _SLIGHT for item in services)
        or not (on_tour or (given.first.somebody and _SERVED.search(given.words)))
    ):
        return None
    if _SUSPECT.search(given.first.words) or any(item.weight >= GRAVE and item.category not in _BESIDE for item in given.told):
        return None
    return event_of([item for item in given.told if item.category in {"service", "assistance", "rescue", "theft"}], given.words)


_HELPER = seldom(
    r"民警|辅警|交警|特警|义警|警察|巡逻|消防|网格员|志愿者|义工|所长|站长|队长|教导员|支书|书记|主任|干部|工作人员|调解员|专员|村医|医护|队员|护林员|管家|民兵"
)


@rule(
    "8月的一天,〔牧民家的三十只羊走散了〕,民警骑马找了半夜,把羊赶回了圈。",
    "前不久,〔吴奶奶把钥匙忘在屋里〕,网格员联系锁匠打开了门。",
    "巡逻时,网格员看到〔一位老人迷了路〕,一路护送她到家。",
    "事情发生在5月3日8时。〔胡某的背包遗落在候车室〕,民警帮他找到了。",
)
def helped(given: Telling) -> Event | None:
    """Somebody in need, and who of those whose office it is came to help."""
    opening = (given.first, *given.following[: given.timed])
    needs = [item for sentence in opening for item in sentence.told if item.category in {"assistance", "rescue"}]
    if given.general or not needs or not _is_noticed(given) or not _is_seen_to(given):
        return None
    return event_of(needs, given.words)


def _is_seen_to(given: Telling) -> bool:
    """Whether those whose office it is come to help, or are called by somebody, or somebody gets back what was lost."""
    if _HELPER.search(given.words) and ACT.search(given.words):
        return True
    return given.first.somebody and (_SOUGHT_HELP.search(given.words) or _GOT_BACK.search(given.first.words)) is not None


_SOUGHT_HELP = seldom("报了?警|报案|求助")
_GOT_BACK = seldom("[领取找]回|物归原主|失而复得|完璧归赵")


def _is_noticed(given: Telling) -> bool:
    """Whether the first sentence has a time, or somebody whom somebody sees or helps out."""
    first = given.first
    return (
        given.timed or bool(first.months) or (first.somebody and (_SEEN.search(first.words) or _HELPED_OUT.search(first.words)) is not None)
    )


_HELPED_OUT = seldom(r"帮助?[^,。;]{0,4}一[户位名个对家][^,。;]{1,8}(?:找|拉|救|送|修|打开|抬|捞|推)")
_SEEN = seldom(r"看[到见]|发现|遇[到见]|只见|撞见|碰[到见]|听[到见]|闻到")


RULES: tuple[Rule[Telling, Event], ...] = (
    *(met, struck, inspected, tried, reported, intercepted, befell),
    *(broke_out, quarrelled, served, helped, cracked, cracked_one, settled_one),
)
