"""Names in quotation marks without a head: told by what the words say, or by what people do with what they name."""

from __future__ import annotations

import re

from transforms.facts.programmes.quoted import SORT, Reading, alone
from transforms.facts.programmes.sites import Site
from transforms.facts.programmes.vocabulary import figures
from transforms.facts.rules import Rule, rule
from transforms.patterns import seldom

_SUCH = re.compile(r"(?:像|类似|如此|就是)?这样的$|类似的$")
_NO_WAY = re.compile(r"[事人户点话家案]$|最美|先进|典型")


@rule(
    "像这样的“〔船头办证〕”,所里今年办了14次。",
    "类似的“〔田埂普法〕”,司法所每月都有。",
    "这样的“〔牛栏说理〕”,镇里已经坚持了六年。",
)
def such(site: Site) -> Reading | None:
    """Quoted words that sum up the way of working of which the article told a case."""
    plain_words = len(site.core) >= 4 and site.core not in figures() and not _NO_WAY.search(site.core)
    return alone(site, "mechanism", 1) if plain_words and _SUCH.search(site.before) else None


_ENTERING = seldom(
    r"[一-鿿]{2,6}(?:进|入|下|到)(?:网格|社区|校园|企业|万家|农村|乡村|楼栋|小区|课堂|家庭|工地|机关|市场|园区|军营|基层|田间|村居|牧区|渔村|千家)"
    r"[一-鿿]{0,4}"
)


@rule(
    "与之配套的,是“〔律师进楼栋〕”。",
    "今年起,“〔检察官进渔村〕”成了常事。",
    "再说“〔警花进工地〕”。",
)
def entering(site: Site) -> Reading | None:
    """Quoted words that say who goes where."""
    return alone(site, "mechanism", 1) if _ENTERING.fullmatch(site.core) and not SORT.match(site.text, site.last) else None


_GIVEN = seldom(
    r"(?:发|发放|填|填写|领取|领|派发|制作|印制|制发|送上|递上|张贴|贴上|开出|推出|摆着|收到)(?:了|好|起)?(?:一?[张份本封枚])?$"
)
_SHEET = seldom(r"[一-鿿]{2,12}[单卡书册信券码]")


@rule(
    "进门先填一张“〔烦心单〕”,由中心分派。",
    "窗口给老人发了“〔防骗口诀书〕”。",
    "民警给骑手送上“〔雨天行车提示单〕”。",
)
def given(site: Site) -> Reading | None:
    """A sheet or card under a name that people are given or fill in."""
    own = _GIVEN.search(site.before) and _SHEET.fullmatch(site.core) and site.core not in figures()
    return alone(site, "service", 1) if own else None


_BECOMES = seldom(r"(?:当起?|当上|担任|选聘为?|聘为|化身|组成|充当|推选出?|选出|评选出|聘请|选任|配齐|配备)了?$")
_WHO = seldom(r"[一-鿿]{1,5}[长警]")


@rule(
    "请护林员、村医一起当“〔渠长〕”。",
    "老船工担任“〔滩长〕”。",
    "十几位店主当起“〔铺警〕”。",
)
def office_given(site: Site) -> Reading | None:
    """An office of their own that people are given to watch over something: “路长”."""
    own = _BECOMES.search(site.before) and _WHO.fullmatch(site.core) and site.core not in figures()
    return alone(site, "mechanism", 1) if own else None


_FREE = seldom(
    r"(?:[零无][一-鿿]{1,3}|[三五]零)(?:村|社区|小区|工厂|企业|校园|家庭|村居|商圈|市场|工地|楼栋|店铺|乡镇|单位|村屯|院落)(?:\([一-鿿]{1,4}\))?"
)


@rule(
    "全镇评出“〔无诈渔村〕”6个,其中2个满了三年。",
    "再建“〔零火情小区〕”12个。",
    "“〔三零企业〕”越来越多。",
)
def free_of(site: Site) -> Reading | None:
    """Villages, firms and the like that a movement wants to be free of something."""
    return alone(site, "campaign", 1) if site.core[0] in "零无三五" and _FREE.fullmatch(site.core) and site.core not in figures() else None


_CHORUS = seldom(r"[一-鿿]{1,4}(?P<sign>[防巡调管控治联查访教])(?:、[一-鿿]{1,4}(?P=sign)){2,}")


@rule(
    "“〔岸防、船防、哨防〕”拧成一股绳。",
    "夜里靠“〔车巡、步巡、空中巡〕”。",
    "镇里用好“〔亲情调、乡贤调、律师调〕”。",
)
def chorus(site: Site) -> Reading | None:
    """Three ways or more that end in one letter: “人防、物防、技防”."""
    return alone(site, "mechanism", 1) if "、" in site.core and _CHORUS.fullmatch(site.core) else None


_DONE = seldom(r"[一-鿿]{1,4}办(?:、[一-鿿]{1,4}办)+")


@rule(
    "42项业务实现“〔线上办、就近办〕”。",
    "“〔马上办、上门办、邻里帮着办〕”成了窗口的规矩。",
    "渔民证件可以“〔码头办、船上办〕”。",
)
def done_how(site: Site) -> Reading | None:
    """Ways in which business is done: “网上办、掌上办”."""
    return alone(site, "service", 2) if "、" in site.core and _DONE.fullmatch(site.core) else None


_LETTERS = seldom(r"[一-鿿](?:、[一-鿿]){2,7}")
_CRIMES = frozenset("盗抢骗黄赌毒枪爆拐黑恶食药环")


@rule(
    "夜里靠“〔巡、守、报〕”护住渔港。",
    "镇里一体推进“〔访、调、帮〕”。",
    "网格员在“〔巡、查、报、治〕”上下功夫。",
)
def in_letters(site: Site) -> Reading | None:
    """Ways of working in a letter each; kinds of crime (“盗、抢、骗”) are none."""
    ways = "、" in site.core and _LETTERS.fullmatch(site.core) and not _CRIMES.intersection(site.core)
    return alone(site, "mechanism", 1) if ways and not SORT.match(site.text, site.last) else None


_RECRUITED = seldom(r"(?:选聘|聘请|聘任|招募|选任|吸纳|动员|发动|推选|选出)了?[^。;“”\n]{2,20}等$")
_STEWARDS = seldom(r"[一-鿿]{2,10}[家员帮团友手]")
_SO_MANY = seldom(r"(?:共|共计|近|超|逾)?[0-9]{2,6}[多余]?[名人位]")


@rule(
    "县里选聘塾师、货郎等“〔岭上管事员〕”340名,小事不过夜。",
    "招募船工、渡工等“〔河湾守望员〕”近600人。",
    "各村动员退休教师、老支书等“〔门前说理手〕”1200余人。",
)
def recruited(site: Site) -> Reading | None:
    """What those are called who are taken on from several walks of life, so many of them."""
    of_them = _SO_MANY.match(site.text, site.last) and _STEWARDS.fullmatch(site.core) and _RECRUITED.search(site.before)
    return alone(site, "mechanism", 1) if of_them and site.core not in figures() else None


_NEIGHBOURS = seldom(r"[一-鿿]{2,4}(?:大妈|大姐|大嫂|嫂子|阿姨|大叔|街坊|快递小哥|义警|红袖标|红马甲)")


@rule(
    "戴红袖章的“〔盐湖大妈〕”成了街头一景。",
    "“〔柳林街坊〕”把线索报到群里。",
    "老人都认得“〔青坪快递小哥〕”。",
)
def on_watch(site: Site) -> Reading | None:
    """Neighbours who watch over a place and are called after it: “朝阳群众”."""
    own = _NEIGHBOURS.fullmatch(site.core) and site.core not in figures()
    return alone(site, "organisation", 1) if own else None


_COMPOSED = seldom(r"[一-鿿]{0,4}(?:由[^,。;“”]{2,40}(?:组成|组建)|以[^,。;“”]{2,30}为(?:班底|骨干|主体|主力|成员))")


@rule(
    "“〔塔河瞭望哨〕”由护林员和牧户组成。",
    "“〔石桥守夜人〕”以十来位更夫为班底,夜夜巡街。",
    "“〔麻柳渡船帮〕”主要由船工组成,见人落水就下河。",
)
def composed(site: Site) -> Reading | None:
    """A group of which it is said who is in it."""
    own = site.tail is None and len(site.core) >= 4 and _COMPOSED.match(site.text, site.last)
    return alone(site, "organisation", 1) if own else None


RULES: tuple[Rule[Site, Reading], ...] = (
    *(entering, free_of, given, office_given, such, chorus, done_how, in_letters, recruited),
    *(on_watch, composed),
)
