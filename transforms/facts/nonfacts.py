"""Numbers that state no fact about the world: ages, names, ordinals, identifiers, idioms, plans. The first rule that fits decides."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from string import ascii_letters

from transforms.facts.chunks import words
from transforms.facts.rules import Rule, Units, first, meeting, rule
from transforms.facts.sites import Site
from transforms.lexicon import table
from transforms.lexicon import words as words_of
from transforms.mentions.numbers import NumberHit
from transforms.mentions.zeros import follows_holders

_ONE = frozenset({"一"})
_SQUAD_OF = re.compile(r"(?:[大中支]队|战斗|消防站|救援站|特勤)$")
_MODEL = re.compile(r"式(?:[一-鿿]{0,3}[枪炮弹雷]|警用)")
_SOME = frozenset({"百十", "三两"})
_MOST = re.compile(r"大半个")
_MOON = re.compile(r"(?:[正冬腊]|农历[一二三四五六七八九十]{1,2})月$")
_EVERY_WEEK = re.compile(r"[每逢]个?(?:周|星期|礼拜)$")
_TIMES_A_WEEK = re.compile(r"[次个场回期轮名人起天小讲课篇件至到份]")
_PER_MEASURE = re.compile(r"(?:[克升米元人件]|mg|g)/$")
_CASUALTIES = re.compile(r"[死伤亡](?=[\d一二三四五六七八九十两]+[伤死亡]|\W|$)")
_BEFORE_DAY = re.compile(r"(?:^|每个?月|[,，。;；、:：(\s“]|[于在从自仅说]|截至)$")
_SMALL = frozenset("一二三四五六七八九十两双")
_COUNTED_ONE = re.compile(
    r"(?:每(?![^,。]{1,7}是)[^,。]{1,8}|仅仅?|只有?|只[^,。]{1,3}过|只能[^,。]{1,2}|唯有|各[播巡查开设发派配建测检有]?|由|至少|共|凭借?|只需|仅需|需|用|间隔|都有|均有|配备|利用|不到|有且只有)(?:了|召开|设立?|配备|安排|明确|有|过|组织|开展)?$"
)
_NONE: Units = frozenset({None})
_RUNS: Units = frozenset({"a", "month", "d"})
DONE_SINCE = re.compile(r"(?:开展|成立|实施|运行|启动|推行|设立|建成|开通|上线|投用|创建|组建|履职|任职|施行|试点)$")
_RATHER = re.compile(r"[^,，。]{0,4},?不如|[^,，。]{0,4}也(?:值|行(?!动|走|为|程)|愿|认|无所谓)")
_INSTEAD = re.compile(r"[多少][走跑](?:了|上)?$")
_TOO_LATE = re.compile(r"再[晚迟拖](?:来|到|去)?(?:上|个)?$")
_FLOORS = frozenset("层楼")
_FLOOR = re.compile(r"[层楼](?![栋房宇长道顶盘梯干层])")
_UP_TO = re.compile(r"(?:爬[到上]?|[在到上住从至])$")
_WHOEVER = re.compile(r"凡(?:是)?[^。;；!！]{0,30}$")
_FROM_HOUR = re.compile(r"[从到至早晚夜午晨]$")
_HOURS = re.compile(r"点(?:钟|多|半|整|许)?(?=[谈开起才就到左干等睡忙][^名]|[,，。])")
_TOWN = re.compile(r"[道家堡门桥塘圣](?:镇|乡)(?!镇|村)")
_IN_TURN_BEFORE = re.compile(r"每[^,，。]{1,5}一[^,，。]{1,3}[都就便][^,，。]{0,6}$")
_IN_TURN_AFTER = re.compile(r"[都就便]")
_EVERY = re.compile(r"每(?P<done>[^,，。一\d]{1,4})$")
_PART_OF_DAY = re.compile(r"个?(?:上午|下午|晚上|白天|早上|早晨|中午|通宵|冬天|夏天|春天|秋天|暑假|寒假|周末)")
_ONLY_THOUGHT = re.compile(r"念头|想法|目标|心愿|目的|愿望|信念|道理|理由|声音|要求")
_IN_TEN = re.compile(r"十(?P<of>[个件户家起桩])(?![村乡镇县区所社小单学企])[^,，。]{0,8}[有里][^,，。]{0,4}[七八九](?P=of)")
_BACK = 400
_TWO_BEFORE = re.compile(r"两[家户]")
_TAKEN_UP = re.compile(r"(?:^|[,，。;；:：“\s]|后来|当年|如今|现在|最终|终于|随后|当场)$")
_NEW_PARTY = re.compile(r"人家|村民|牧民|居民|群众|客人|农户|邻居|商铺|店|单位|企业|公司|银行|商场|超市|医院|学校|酒店|宾馆|工厂|网吧|门店")
_CALLED = re.compile(r"(?:热线|电话|专线|拨打|致电|号码)(?:是|为|号|:)?$")
_FIGURATIVE_HALF = re.compile(
    r"(?:成功|气|心(?!脏)|酒|火气|担子|石头|病|包袱)(?:就|也|便|都|已|会)?(?:消|放下|醒|松|凉|落|好|卸|轻|去|下去|降|退)了?$|(?:课|话|饭|戏|路|活|会|歌|书|[走说讲听做干])[^,，。]{0,4}到$"
)
_CREDITED = re.compile(r"(?:要|得|该|应)?归功|的?功劳")
_PERSONS = re.compile(r"个(?:老人|老汉|老乡|老伙计|店主|汉子|邻居|小伙|年轻人|当事人|司机|孩子|男人|女人|老人家|邻里)(?![家口数])")
_ZERO_EVENT = re.compile("|".join(words_of("zero_events", "event")))
_BY_YEAR = r"到(?<![降升长加少高至展复平]到)20\d\d年(?!的|同期|[,，])"
_PLAN = re.compile(
    r"(?:(?<![去前当上同]年)(?:下半年|今后|未来|(?<![一两二三四五六七八九十\d])年内)[^,，。;；]{0,10}?(?:[将拟]|还?要|再(?![次犯发度被也]))|要求[^,，。;；]{0,16}再|力争|争取(?!.{0,2}(?:资金|经费|补助|专项))|(?<![”’》])计划(?!生育|内|外|[”’」』》])|拟(?=[再新建投])|预计|预期|目标(?:是|为|:|,)|有望|将(?:于|再|新|编列|招募|添购|增购|增设|建置|推出|设置|设立|建设|追加|选派|购置|继续|在|达|实现|完成|建成|力争|投入|增|全面|陆续|进一步|达到|为|对|持续|组织|开展|培训|安排|招)|下一步|明年|年底前|年末前|月底前|(?<!从)(?<!由)"
    rf"{_BY_YEAR}|确保|要达到)"
)
_DONE = re.compile(r"(?:已|了|截至|完成了|累计|仅)")
_LETTER = re.compile(r"[A-Za-z]")
_LETTERED = re.compile(r"[A-Za-z](?:[-·]?|[/*×]{1,4}|\d+\+)$")
_JOINING = frozenset(ascii_letters + "-·/*×+")
_GROUP = re.compile(r"[组社](?!织|建|成|区|会|长|员)")
_VILLAGE = re.compile(r"(?:村|村委会|社区|屯|组和|组、)$")
_NUMBERED = re.compile(r"号(?!召|称|令|角|手|人)|號|弄(?!场)|栋(?!楼)|(?:国|省|县)道|室(?!一|内|外)")
_ROAD = re.compile(r"(?:[国國省县縣]道|[东東西]经|[东東西]經|[南北][纬緯])")
_ON_ROAD = re.compile(r"(?:段|线|道|高速|公路|方向|[A-Z])$")
_ARTICLE = re.compile(r"[条條款章项项](?!目|工)")
_AGE = re.compile(r"周?岁|年次|歲|旬(?:老|大|的|妇|翁|婆|,|。|夫|母|父)|旬$")
_YEARS_OLD = re.compile(r"[多余]?(?:周?岁|歲)")
_BORN_SINCE = re.compile(r"[%％]?后(?!续|台|方|勤|备|,|,)")
_OPENING = re.compile(r"[。;；:：,，—\s]")
_ITEM = re.compile(r"[、.．)）](?!\d)| +\S|\s*$")
_ITEM_BRACKET = re.compile(r"(?:^|[\s。;；,，])[(（]$")
_GRADE = re.compile(r"等(?:功|奖|以上|舱)|年级|期(?:工程|项目|建[设成]|改造|投[用入运]|试点|[”’]?$)|号工程|[审审]$|级(?!地震)")
_PLUS = re.compile(r"\s*[+＋]\s*[\dA-Za-zＮNX一-鿿]")
_PLUS_BEFORE = re.compile(r"[\dA-Za-zN]\s*[+＋]\s*$")
_ENDS = frozenset(",，。;；、")
_COUNTED_NOUNS = ("隐患", "问题", "纠纷", "案件", "场所", "点")
_RECORD = re.compile(r"(?:来|以来)?的?(?:新[低高]|最[低高多少好])")
_COMPARED = re.compile(r"(?:[较比同与和在到于从自约]|相比)$")
_SPENT = ("了", "已", "已经", "达", "用时", "历时")
_LASTS = re.compile(r"的|时间|光景|之久|没|未|无|才|过去")
_PLAN_NAME = re.compile(r"(?:[一-鿿]{2}){0,2}(?:行动|计划|规划|攻坚战|工程|方案)")
_AGO = re.compile(r"(?:以前|之前|前)")
_LONG_AGO = re.compile(r"前(?:[一-鿿]{0,4}(?:命案|旧案|积案|悬案|案)|就|才|刚|曾)")
_YEARS_BEFORE = re.compile(r"(?:过去|此前|(?<![提从以目日空])前)$")
_NAMES_ON = re.compile(r"[”’\x22]?(?:的?[一-鿿零]|、[零“])")
_PAIR_AHEAD = re.compile(r"(?![年月日天个名起件死伤亡])[一-鿿](?:\([一-鿿]\))?[一二三四五六七八九两双][一-鿿](?![一-鿿]?元)")
_PAIR_BEHIND = re.compile(r"[一二三四五六七八九两双](?![死伤亡])[一-鿿](?:\([一-鿿]\))?$")
_LIMITED = re.compile(r"(?!的?(?:群众|居民|民警|时间|人|罚款))的?[一-鿿]{2}|的\d")
_TERM = re.compile("年(?:以[上下])?有期徒刑以[上下]|年以[上下]有期徒刑")  # how grave offences are that are counted by it
_CONDITION = re.compile(r"的,?(?:一律|均|都(?:要|应|须|得)|必须|应当?|可以?|不得|予以|要)")
_CIRCLE = re.compile(r"(?:[出到处接]警|便民|反应|响应|处置|生活|服务|救援|办事|巡防|执法){1,2}圈")
_MINUTES_IN_A_ROW = re.compile(
    r"(?<=“)\d{1,2}分钟[^”,，。]{2,5}(?:、\d{1,2}分钟[^”,，。]{2,5})+(?=”)|\d{1,2}(?:分钟)?、\d{1,2}(?:分钟)?(?:、\d{1,2})?分钟"
)
_POINTING = re.compile(r"(?:[这那该此哪后]|上述|以上|前述|其余|[^目当之日年月天以提])(?<=[这那该此哪后述上外余前])$")
_SINCE = re.compile(r"(?:以上|以后|之后|最后|先后|前后|随后|今后|另外|上)$")
_LONGEST = 240
_PLANNED = re.compile(rf"力争|(?<![”’》])计划(?![”’」』》])|下一步|目标(?:是|为)|明年|{_BY_YEAR}|(?<!年)下半年,|接下来(?!的)")
_SIDES = re.compile(
    r"(?:(?:省区?|市|县市?|区|镇|乡|村|地)(?:交界|交汇|结合部|接壤|毗邻|边界)|个?(?:大|金)?字(?![号牌])|级|项(?:主要)?(?:指[数标]|数据)|类加起来|方(?!面积)|个?方面|大(?![巡战辖类项])|重|维|步|手|面|点(?!位|多)|角|边|侧|者|句话|口(?!人)|心)"
)
_LIMBS = re.compile(r"[条只双]?(?:腿(?!部)|手(?![机表套镯续工枪])|脚(?!印)|眼|耳朵|胳膊|膝盖|肩膀)")
_OLD = re.compile(r"(?<![养敬爱助为扶尊])老$")
_KIN = re.compile(r"[哥弟姐妹兄嫂爷孙夫妻婆媳母父子女儿口们他她你我咱]$")
_AGAIN = re.compile(
    r"(?P<times>[次遍趟回])[^,，。;；]{0,4}[不没][^,，。;；]{0,3}[,，]?(?:[咱我他]们?)?(?:那?就|再){1,2}[^,，。;；]{0,3}[两三四五六](?P=times)"
)
_SMALL_UNITS = frozenset({Decimal("0.5"), Decimal(15)})  # 里 in kilometres, 刻钟 in minutes
_CLAUSES = 36
_CLAUSE_MARKS = frozenset(",，。;；“(")
_AMOUNT_OF_ONE = re.compile(r"一[人户家村格校组]$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD_OF_LETTERS = re.compile(r"[A-Za-z]{2,}$")
_HOUSES = frozenset("栋幢座单")
_HOUSE = re.compile(r"(?:栋|幢|座)(?:[\d一二三四五六七八九十]+(?:单元|号|层|室))|单元(?!楼|格)")
_OPENS = re.compile(r"(?:^|[,，。;；:：、\s“]|[让将把使对向与给被由劝])$")
_BEFALLEN = re.compile(r"死亡|受伤|身亡|轻伤|重伤|[,，。、]|落网|溺")
_EACH_GIVEN = re.compile(r"每[^,。]{0,4}[配设选建派][^,。]{0,2}一[^,。]{1,8}[和及、]$")
_LISTED_ONE = re.compile(r"(?:凭借?|只需|仅需|只要|靠|由)一[^、,，。]{1,6}、$")
_COUNTED = re.compile(
    r"(?:余|多)?(?:省(?![级委政公道会])|市(?=合计|共计|累计)|警力|民警|辅警|干警|群众|居民|户|村民|职工|志愿者|人口|县区|区县|乡镇|村|县|镇街|[死伤亡](?![者于刑缓神]))"
)
_NOUN = re.compile(
    r"[余多]?[一-鿿]{2}|[死伤亡](?![者于刑缓神])|[男女](?![性子孩生童工士警])|(?:起|大)[一-鿿]|[镇乡村县区市街校站所队国省企馆园院寨屯]"
)
_DIFFERENCE = re.compile(r"(?:下降|降低|减少|上升|提高|提升|增长|增加)了?$")
_SCORED = re.compile(
    r"(?:数字(?:是|为)|[高升增降减][到至]|率|度|得分|指数|分数|分|达|达到|人口|总[数量]|数量|居民|[人户次件]数|面积)(?:约|近|达|超)?$"
)


def reason_of(site: Site) -> tuple[str, str] | None:
    """The rule that explains why a number is no fact, and the reason; None where it may state one."""
    return first(_asked(site.numeral[0].isdigit(), site.hit.unit), site)


@cache
def _hotlines() -> frozenset[str]:
    return frozenset(row["number"] for row in table("hotlines"))


@rule("市民可拨打〔96110〕咨询。", "全市〔110〕接报警情下降。", "按下〔12345〕热线反映。", units=_NONE)
def hotline(site: Site) -> str | None:
    """A service number (110, 12345, 96110) is an identifier, with a digit lost too (?10接警)."""
    if site.hit.unit is None and site.numeral.isascii() and len(site.numeral) < 7 and _CALLED.search(site.before):
        return "identifier"
    if site.before.endswith(("?", "□")) and site.numeral == "10" and re.match(r"[接报出处指]", site.after):
        return "identifier"
    return "identifier" if site.numeral in _hotlines() else None


@rule("值班电话〔65224567〕。", "手机号〔13800001234〕已停用。", "账号〔6222020200112233〕被冻结。", units=_NONE)
def long_number(site: Site) -> str | None:
    """Seven digits or more without a unit, or digits after a leading zero, are an identifier."""
    plain = site.numeral.isascii() and site.numeral.isdigit()
    return "identifier" if plain and (len(site.numeral) >= 7 or (len(site.numeral) > 1 and site.numeral[0] == "0")) else None


@rule("登记在冀A〔12345〕名下。", "沿G〔15〕高速追赶。", "撞上皖K*〔218〕的小客车。", "行至K91+〔300〕处侧翻。", "全面推广〔5〕G执法终端。")
def lettered(site: Site) -> str | None:
    """A number written together with Latin letters is part of a name or identifier, unless it counts what they name (手机APP175部)."""
    if site.hit.unit is None and _LETTER.match(site.after):
        return "identifier"
    if site.before[-1:] not in _JOINING or (site.hit.unit == "count" and _WORD_OF_LETTERS.search(site.before)):
        return None
    return "identifier" if _LETTERED.search(site.before) else None


@rule(
    "沿国道〔105〕行驶。",
    "震中位于北纬〔31.2〕度。",
    "住在〔3〕号楼。",
    "车停在高速〔1982公里〕处。",
    "家住〔6〕栋2单元。",
    "印发〔15〕号文件。",
    "驻守〔3〕号卡点。",
)
def numbered(site: Site) -> str | None:
    """Numbers of houses, documents, roads and articles of law are identifiers."""
    if site.after[:1] in {"线", "線"} and site.before[-1:] in {"台", "臺"}:
        return "identifier"
    if site.hit.unit == "km" and site.after.startswith("处") and _ON_ROAD.search(site.before):
        return "identifier"
    group = _GROUP.match(site.text, site.hit.numeral_end) and _VILLAGE.search(site.before)
    if group or site.before.endswith(("〔", "[", "﹝")) or _NUMBERED.match(site.after) or _ROAD.fullmatch(site.before[-2:]):
        return "identifier"
    if site.text[site.hit.numeral_end : site.hit.numeral_end + 1] in _HOUSES and _HOUSE.match(site.text, site.hit.numeral_end):
        return "identifier"
    article = site.before.endswith("第") and _ARTICLE.match(site.text, site.hit.numeral_end)
    return "identifier" if article else None


@rule("年过〔七旬〕的老人走失。", "〔85〕岁的老党员带头。", "〔五十六〕年次的李嫌被捕。", "〔60〕岁以上老人优先。")
def age(site: Site) -> str | None:
    """The age of a person, in years or decades of life, or the year of birth (五十六年次)."""
    tail = site.text[site.hit.numeral_end : site.hit.numeral_end + 3].lstrip("多余")
    return "age" if _AGE.match(tail) or _YEARS_OLD.match(site.after) else None


@rule("不少〔90〕后民警主动请战。", "〔80〕后所长扎根边境。", "一批〔95〕后志愿者加入。", units=_NONE)
def generation(site: Site) -> str | None:
    """A generation named by its decade (80后)."""
    return "name" if len(site.numeral) == 2 and _BORN_SINCE.match(site.after) else None


@rule("〔一是〕强化巡防。", "〔二是〕压实责任。", "〔三是〕做优服务。", units=_NONE)
def item_of_speech(site: Site) -> str | None:
    """The counter of an enumeration in running text (一是 … 二是)."""
    if site.numeral not in _SMALL or site.after[:1] not in {"是", "则", "来"}:
        return None
    return "ordinal" if site.line_start or _OPENING.match(site.before[-1:]) else None


@rule("〔1〕 强力推动警务改革", "〔二〕、压实责任", "〔3〕.完善机制")
def list_number(site: Site) -> str | None:
    """The number of a heading or list item, at the start of its line."""
    if (
        site.line_start
        and site.text[site.hit.numeral_end : site.hit.numeral_end + 1] == " "
        and len(site.numeral) <= 2
        and site.numeral.isascii()
    ):
        return "ordinal"
    if site.line_start and site.hit.unit is None and _ITEM.match(site.text[site.hit.numeral_end : site.hit.numeral_end + 2]):
        return "ordinal"
    return "ordinal" if site.after[:1] in {")", "）"} and _ITEM_BRACKET.search(site.before) else None


@rule("荣立个人〔三等〕功。", "立案〔2级〕响应。", "小学〔三年级〕学生。")
def grade(site: Site) -> str | None:
    """Grades, classes and stages of things: 三等功, 二级平台, 一期工程, 三年级."""
    tail = site.text[site.hit.numeral_end : site.hit.numeral_end + 3]
    return "ordinal" if len(site.numeral) <= 2 and _GRADE.match(tail) and not site.before.endswith(("震", "里氏")) else None


@rule("这是今年破获的第〔11〕起案件。", "第〔三〕天便结案。", "第〔四次〕上门劝导。")
def ordinal(site: Site) -> str | None:
    """第N, unless it ranks something: then the frame of ranks takes it."""
    return "ordinal" if site.before.rstrip().endswith("第") else None


@rule("推进“〔4〕+N+N”治理模式。", "构建〔1〕+3+X格局。", "形成“〔1〕+〔6〕”体系。")
def sum_of_parts(site: Site) -> str | None:
    """A formula of parts (1+N, 4+N+N) is a name."""
    return (
        "name" if _PLUS.match(site.after) or (site.before[-2:].rstrip()[-1:] in {"+", "＋"} and _PLUS_BEFORE.search(site.before)) else None
    )


@rule("没有做不到的〔一〕起来想办法。", "与老百姓〔一〕样过节。", "解决〔百姓〕难题。")
def fixed_word(site: Site) -> str | None:
    """A word whose numeral counts nothing (一起来, 老百姓, 四面八方) or names something (两抢一盗)."""
    if site.word is None:
        return None
    counted = site.hit.unit == "count" and site.after[:1] in _ENDS and site.before.endswith(_COUNTED_NOUNS)
    return None if counted else site.word


@rule("深化“〔六〕心警务”品牌。", "〔六〕心警务见成效。“六心警务”推行三年。", "推行“〔3〕快工作法”。", "探索“红黄蓝〔三〕牌预警”机制。")
def quoted_name(site: Site) -> str | None:
    """A number inside a quoted term is part of its name; a zero with an event is judged by the frame of zeros."""
    if site.quoted is None:
        return None
    if site.numeral in {"零", "0"} and _states_zero(site):
        return "name" if follows_holders(site.text, site.hit.start) else None
    whole = site.quoted == site.text[site.hit.start : site.hit.end]
    return None if (whole and site.hit.unit not in {None, "count"}) or site.hit.unit in {"percent", "percentage_point"} else "name"


@rule("实现〔零〕上访、零案件目标。", "创建“无毒”和〔零〕事故小区。", "争创〔零〕发案村。")
def named_zero(site: Site) -> str | None:
    """A zero that stands for a kind of place or aim (零发案小区, 零上访、零事故), not for a count."""
    after = site.text[site.hit.numeral_end : site.hit.numeral_end + 4]
    return "name" if site.numeral == "零" and (site.hit.unit is None or _ZERO_EVENT.match(after)) else None


@rule("发案数创〔10年〕新低。", "破案率为〔五年〕来最高。", "事故起数是〔8年〕以来最少。", units=_RUNS)
def record_years(site: Site) -> str | None:
    """The run of years that a record is one of (创10年新低)."""
    return "date" if _RECORD.match(site.after) else None


@rule("仅〔26日〕就出现多处险情。", "火灾从〔24日〕开始蔓延。", "〔16日〕天还没亮队员就出发了。", units=_RUNS)
def day_of_month(site: Site) -> str | None:
    """A day of the month without its month; behind another word (拘留10日, 为期3日) it is a run of days."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    if own != "日" or site.hit.value > 31:
        return None
    return "date" if _BEFORE_DAY.search(site.before) and site.after[:1] not in set("内游以之多余") else None


@rule(
    "案件数低于前〔三年〕均值。",
    "数字比过去〔五年〕的都小。",
    "〔一年〕来,网格员上门不断。",
    "满意度较〔五年〕前提高3个百分点。",
    "他第一次进村是在〔十六年〕前。",
    "〔近三年〕先后有12人立功。",
    "一举破获〔18年〕前命案。",
    "他〔3个月〕前刚刚出狱。",
    units=_RUNS,
)
def years_before(site: Site) -> str | None:
    """A run of years told from now or then (前三年, 过去五年, 一年来), where no year of reference makes it a date."""
    ago = (_COMPARED.search(site.before) and _AGO.match(site.after)) or _LONG_AGO.match(site.after)
    recent = (
        site.text.startswith("近", site.hit.start)
        and site.hit.unit == "a"
        and not (_LASTS.match(site.after) or site.before.endswith(_SPENT))
    )
    within = site.hit.unit == "a" and site.text[site.hit.end - 1] == "内" and site.after.startswith("的")
    since = site.after.startswith(("来", "以来", "前的")) and not DONE_SINCE.search(site.before)
    at_head = _AGO.match(site.after) and (not site.before or site.before[-1] in _CLAUSE_MARKS)
    told = recent or ago or at_head or within or since or _YEARS_BEFORE.search(site.before)
    return "date" if told else None


@rule("开展治本攻坚〔三年〕行动。", "实施反诈〔两年〕攻坚计划。", "编制平安建设〔五年〕规划。", units=_RUNS)
def years_of_plan(site: Site) -> str | None:
    """The years in the name of a plan or campaign."""
    return "name" if site.hit.unit == "a" and _PLAN_NAME.match(site.after) else None


@rule("戒断〔三年〕未复吸人员1380人。", "帮教期满〔两年〕未重犯人员占九成。", "戒断〔3年〕以上未复吸的有86人。", units=_RUNS)
def years_without(site: Site) -> str | None:
    """The years without a relapse by which people are classed (戒断三年未复吸人员)."""
    return "name" if re.match(r"(?:以上)?未(?:复吸|重犯|再犯)", site.after) else None


@rule(
    "特警大队〔三班〕巡逻至此。",
    "消防站战斗〔一班〕破拆。",
    "收缴〔64〕式手枪一支。",
    "发现〔82〕式迫击炮弹10枚。",
    units=frozenset({None, "count"}),
)
def squad_or_model(site: Site) -> str | None:
    """A squad by its number (大队三班) or a model of arms (64式手枪)."""
    squad = site.text[site.hit.numeral_end : site.hit.end] == "班" and _SQUAD_OF.search(site.before)
    return "name" if squad or (site.hit.unit is None and _MODEL.match(site.after)) else None


@rule("纪念建局〔60周年〕。", "建党〔100周年〕安保。", "成立〔十周年〕之际。", units=_RUNS)
def anniversary(site: Site) -> str | None:
    """An anniversary counts nothing that happened."""
    return "ordinal" if site.text[site.hit.numeral_end : site.hit.end] == "周年" else None


@rule("打通服务群众的最后〔一米〕。", "走好防范的最后〔一百米〕。", "破解最后〔一公里〕难题。", units=frozenset({"m", "km"}))
def last_mile(site: Site) -> str | None:
    """The last mile, metre or kilometre of a service is a figure of speech."""
    return "idiom" if site.before.endswith("最后") else None


def _states_zero(site: Site) -> bool:
    """Whether 零发案 is stated of something (保持零发案), not part of a name (零发案小区)."""
    rest = site.text[site.hit.numeral_end : site.hit.numeral_end + 10]
    event = _ZERO_EVENT.match(rest)
    return event is not None and not _NAMES_ON.match(rest, event.end())


@rule("深化〔一〕格一员。", "推行〔五〕队三室。", "落实〔一〕楼一管家。")
def paired(site: Site) -> str | None:
    """Small numerals in pairs, each with a noun and no classifier (一村一警, 两队一室), are a name."""
    if site.numeral not in _SMALL or site.hit.end - site.hit.start > 3 or site.hit.unit == "percent":
        return None
    rest = site.text[site.hit.numeral_end : site.hit.numeral_end + 6]
    if _PAIR_AHEAD.match(rest) and rest[2:3] not in set("十百千万年月"):
        return "name"
    return "name" if site.hit.unit is None and _PAIR_BEHIND.search(site.before) else None


@rule(
    "每〔10〕万人命案发案率最低。",
    "每〔百〕户配一名管家。",
    "酒精含量为86毫克/〔100毫升〕。",
    units=frozenset({None, "count", "km2", "L"}),
)
def denominator(site: Site) -> str | None:
    """What a rate is per: 每10万人, 每百户, 毫克/100毫升."""
    per = site.before.endswith("每") and (site.hit.value > 1 or site.numeral in {"百", "千", "万"})
    return "name" if per or (site.before.endswith("/") and _PER_MEASURE.search(site.before)) else None


@rule("〔低于80分〕的一律退回重办。", "欠费〔超过3个月〕的应当提醒。", "逾期〔5天以上〕的要通报。")
def condition(site: Site) -> str | None:
    """A limit that a rule sets (低于80分的一律退回)."""
    limit = site.hit.bound in {"over", "under"} and site.hit.unit not in {"percent", "percentage_point", "ratio", None}
    return "name" if limit and _CONDITION.match(site.after) else None


@rule("破获〔5〕万元以上大案12起。", "走访〔30〕人以上企业46家。", "积压〔3〕年以上的案件逐一清理。")
def threshold(site: Site) -> str | None:
    """A limit that narrows down what is counted (5万元以上大案, 30人以上企业)."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    limit = own.endswith(("以上", "以下", "以内")) and site.hit.unit not in {"percent", "percentage_point", "ratio", None}
    return "name" if (limit and _LIMITED.match(site.after)) or _TERM.match(site.text, site.hit.numeral_end) else None


@rule("健全1、3、〔5分钟〕快速反应圈。", "落实1、〔3〕、5分钟处置机制。", "打造〔3〕、5、10分钟出警圈。")
def tiers(site: Site) -> str | None:
    """Grades of speed in a row (1、3、5分钟) and circles of minutes (5分钟出警圈) name a mechanism."""
    if "圈" in site.after and _CIRCLE.match(site.after):
        return "name"
    start = max(0, site.hit.start - 20)
    around = site.text[start : site.hit.end + 20]
    in_row = "分钟" in around and any(m.start() + start <= site.hit.start < m.end() + start for m in _MINUTES_IN_A_ROW.finditer(around))
    return "name" if in_row else None


@rule("〔一个个〕难题迎刃而解。", "〔一家家〕店铺开门营业。", "化解〔一起起〕纠纷。")
def reduplicated(site: Site) -> str | None:
    """A doubled classifier (一个个) counts nothing."""
    own = site.text[site.hit.numeral_end : site.hit.end]
    return "idiom" if site.numeral in _ONE and own and site.after.startswith(own) else None


@rule(
    "〔数十〕名民警连夜搜救。",
    "〔几百〕户居民受益。",
    "〔成千上万〕名群众参与。",
    "以前办一件事要跑〔好几个〕地方。",
    "〔几天〕后老人送来锦旗。",
    "警情、发案实现“〔双〕下降”。",
    "〔百十来号人〕围在路口。",
    "约上〔三两个〕朋友聚餐。",
    "人群占了大〔半个〕广场。",
)
def vague(site: Site) -> str | None:
    """Numbers that do not say how many (数十, 几百, 成千上万, 好几个, 三两个, 大半个) or have no value of their own (双下降)."""
    rounded = site.numeral[0] in "十百千万亿" and site.before.endswith(("成百上", "成千", "成百", "成千上", "几", "数"))
    most = site.hit.start and _MOST.match(site.text, site.hit.start - 1)
    return "idiom" if site.hit.form == "vague" or rounded or most or site.numeral in _SOME else None


@rule("串〔百〕户门、知百户情。", "守护〔万〕户安宁。", "解了〔千〕人难题。")
def bare_scale(site: Site) -> str | None:
    """A bare 百, 千 or 万 without a bound is a figure of speech."""
    bare = site.numeral in {"百", "千", "万", "亿", "千万", "万千", "十"} and site.hit.bound == "exact" and site.hit.unit != "percent"
    return "idiom" if bare and not (site.numeral == "十" and site.hit.unit) else None


@rule("这〔两〕个案例令人深思。", "上述〔三〕个问题已整改。", "后〔两〕项有所下降。", units=frozenset({None, "count"}))
def anaphoric(site: Site) -> str | None:
    """A number that points back at what was told (这两个案例, 前两项)."""
    if len(site.numeral) > 1 or (site.numeral.isascii() and not site.before.endswith("这")):
        return None
    return "idiom" if _POINTING.search(site.before) and not _SINCE.search(site.before) else None


@rule("到年底，群众满意率力争达到〔95〕%以上。", "计划新建警务室〔12〕个。", "下半年将再抽调〔20〕名民警。")
def plan(site: Site) -> str | None:
    """Targets and plans state nothing yet."""
    sentence = site.text[max(0, site.hit.start - _LONGEST) : site.hit.start]
    for mark in "。;；\n!！":
        sentence = sentence.rpartition(mark)[2]
    clause = sentence.replace("，", ",").rpartition(",")[2]
    here = _PLAN.search(clause) and not _DONE.search(clause)
    earlier = _PLANNED.search(sentence)
    return "idiom" if here or (earlier and not _DONE.search(sentence[earlier.end() :])) else None


@rule("统筹〔五方〕力量。", "坚持〔四个方面〕发力。", "覆盖〔三方面〕对象。")
def level_of_system(site: Site) -> str | None:
    """Levels, sides and the like of a system in Chinese numerals (三级, 四方, 两方面)."""
    if site.numeral.isascii() or (site.hit.classifier and site.text.startswith("大", site.hit.numeral_end)):
        return None
    return "idiom" if _SIDES.match(site.text, site.hit.numeral_end) else None


@rule("〔8〕类严重暴力案件全破。", "交通事故〔4〕项指数全面下降。", "〔5〕类可防性案件少发。", units=frozenset({None, "count"}))
def kinds_of_case(site: Site) -> str | None:
    """How many kinds of case or figure a name sums up (8类严重暴力案件, 4项指数)."""
    return "name" if _KINDS.match(site.text, site.hit.numeral_end) else None


_KINDS = re.compile("类(?:严重|主要|重点|突出|多发|高发|暴力|可防性?|侵财|刑事){1,3}[^,，。;；、]{0,4}[案警]|项(?:主要)?指[数标]")


@rule("〔两人〕随后被带走。", "民警让〔两人〕坐下来谈。", "经查,〔三人〕系同乡。")
def pronoun(site: Site) -> str | None:
    """两人, 二人 that stand for people told of before."""
    own = site.text[site.hit.numeral_start : site.hit.end]
    if own not in {"两人", "二人", "三人", "俩人", "四人"} or _BEFALLEN.match(site.after):
        return None
    return "idiom" if _OPENS.search(site.before) else None


@rule(
    "争执平息后,〔两家〕各让一步。",
    "修缮费〔两户〕都愿意出。",
    "老人一劝,〔两家〕握了手。",
    units=frozenset({"count"}),
)
def two_parties(site: Site) -> str | None:
    """The parties of a dispute told of before: 两家, 两户 at the head of a clause or taken together by what follows (两家各让一步)."""
    if site.text[site.hit.numeral_start : site.hit.end] not in {"两家", "两户"}:
        return None
    if site.after[:1] in {"各", "都", "均"}:
        return "idiom"
    known = _TAKEN_UP.search(site.before) or _TWO_BEFORE.search(site.text, max(0, site.hit.start - _BACK), site.hit.start)
    return "idiom" if known and not (site.before.endswith("有") or _NEW_PARTY.match(site.after)) else None


@rule("送〔一单〕餐就少〔一单〕纠纷。", "每送〔一单〕都贴一张提示卡。", "审核合格一个上岗〔一个〕。", units=frozenset({"count"}))
def in_turn(site: Site) -> str | None:
    """One thing with one other, as often as it happens (每送一单都贴一张, 合格一个上岗一个)."""
    if site.numeral not in _ONE:
        return None
    own = re.escape(site.text[site.hit.numeral_start : site.hit.end])
    paired_with = re.match(rf"(?:[一-鿿]{{0,2}}[就便])?[一-鿿]{{1,2}}{own}", site.after) or re.search(
        rf"{own}(?:[一-鿿]{{0,2}}[就便])?[一-鿿]{{1,2}}$", site.before
    )
    every = _EVERY.search(site.before)
    each = every and (_IN_TURN_AFTER.match(site.after) or _are_verbs(site.text, site.hit.start - len(every["done"]), site.hit.start))
    return "idiom" if paired_with or each or _IN_TURN_BEFORE.search(site.before) else None


def _are_verbs(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is but verbs (每打出一通, 每调成一件)."""
    return all(tag[:1] in "vu" for *_, tag in words(text, start, end))


@rule("气消了〔一半〕。", "课上到〔一半〕,有人敲门。", "有〔一半〕要归功于群众。", units=frozenset({"ratio"}))
def figurative_half(site: Site) -> str | None:
    """Half of what nobody measures: of one's anger, of a lesson, of the credit."""
    if not site.numeral.startswith(("一半", "半")):
        return None
    return "idiom" if _FIGURATIVE_HALF.search(site.before) or _CREDITED.match(site.after) else None


@rule("民警一劝,〔两个〕老人握了手。", "隔着屏幕,〔两个〕老乡别过头去。", "没多久,〔两个〕店主就和好了。", units=frozenset({"count"}))
def told_persons(site: Site) -> str | None:
    """Two persons of a story told before, at the head of a clause (两个老人握了手)."""
    return (
        "idiom" if site.numeral in {"两", "俩"} and _PERSONS.match(site.text, site.hit.numeral_end) and _OPENS.search(site.before) else None
    )


@rule(
    "他跑〔十趟〕,不如我跑一趟。",
    "说〔十句〕不如做一件。",
    "骂我〔十句〕也行。",
    "诉后少跑〔十里〕路。",
    units=frozenset({"count", "km"}),
)
def rather(site: Site) -> str | None:
    """What somebody would rather do, as often as one says it (跑十趟,不如跑一趟; 多跑十趟也值; 少跑十里路)."""
    return "idiom" if not site.numeral.isascii() and (_RATHER.match(site.after) or _INSTEAD.search(site.before)) else None


@rule("一次谈不拢,就谈〔两次〕。", "一遍听不懂就讲〔三遍〕。", "一趟没找着人就再跑〔两趟〕。", units=frozenset({"count"}))
def as_often(site: Site) -> str | None:
    """As often as it takes (一次谈不拢,就谈两次)."""
    if site.numeral.isascii():
        return None
    start = max(0, site.hit.start - 20)
    around = site.text[start : site.hit.end + 20]
    return "idiom" if any(m.start() + start <= site.hit.end and site.hit.start < m.end() + start for m in _AGAIN.finditer(around)) else None


@rule("靠〔两条〕腿走遍全村。", "他张开〔两只〕手拦住众人。", "急得〔两眼〕发红。", units=frozenset({None, "count"}))
def limbs(site: Site) -> str | None:
    """The two legs, hands or eyes that everybody has."""
    return "idiom" if site.numeral in {"两", "双"} and _LIMBS.match(site.text, site.hit.numeral_end) else None


@rule("老〔二〕劝老大。", "老〔三家〕的院墙塌了。", "说起老〔四〕,大伙都乐。")
def child(site: Site) -> str | None:
    """A child by the order of birth (老二, 老三)."""
    return (
        "name" if site.before.endswith("老") and site.numeral in _SMALL and site.numeral not in _ONE and _OLD.search(site.before) else None
    )


@rule("正月〔十五〕元宵节。", "腊月〔二十三〕过小年。", "农历八月〔十五〕团圆夜。")
def lunar_day(site: Site) -> str | None:
    """A day of a month of the moon (正月十五)."""
    return "date" if site.before.endswith("月") and site.hit.value <= 30 and _MOON.search(site.before) else None


@rule("每周〔一〕例会雷打不动。", "每周〔五〕大扫除。", "逢周〔三〕巡回办公。")
def weekday(site: Site) -> str | None:
    """A day of every week (每周一); 每周一次 counts."""
    weekly = site.numeral in _SMALL and _EVERY_WEEK.search(site.before)
    return "date" if weekly and not _TIMES_A_WEEK.match(site.text, site.hit.numeral_end) else None


@rule("老哥〔俩〕头一低,手一握。", "母女〔俩〕当场落泪。", "爷〔仨〕守着果园。")
def of_kin(site: Site) -> str | None:
    """The two or three that a word for kin or a pronoun names (母女俩)."""
    return "idiom" if site.numeral in {"俩", "仨"} and _KIN.search(site.before) else None


@rule("护航〔2025〕行动收官。", "启动平安〔2024〕专项整治。", "完成禁毒〔2023〕第三季度抽检。", units=_NONE)
def year_in_name(site: Site) -> str | None:
    """A year without 年, as campaigns have it in their names."""
    return "date" if _YEAR.fullmatch(site.numeral) and not _SCORED.search(site.before) and not _DIFFERENCE.search(site.before) else None


@rule(
    "再晚〔半个小时〕,人就没了。",
    "再迟〔两三分钟〕,钱就转走了。",
    "再拖〔一天〕,证据就没了。",
    units=frozenset({"min", "h", "d", "s", "month"}),
)
def too_late(site: Site) -> str | None:
    """What would have been too late (再晚两分钟)."""
    return "idiom" if _TOO_LATE.search(site.before) else None


@rule("老人爬到〔三层〕就喘。", "漏水的根子在〔二层〕。", "他住〔3〕楼。", units=frozenset({None, "count"}))
def floor(site: Site) -> str | None:
    """A floor of a house, by its number."""
    named = site.text[site.hit.numeral_end : site.hit.numeral_end + 1] in _FLOORS and _FLOOR.match(site.text, site.hit.numeral_end)
    return "ordinal" if named and (site.hit.unit is None or _UP_TO.search(site.before)) else None


@rule("凡是一个月内诉求达到〔三件〕的,就要会商。", "凡欠薪〔三万元〕的一律督办。", "凡是〔两次〕未到的,都要约谈。")
def whoever(site: Site) -> str | None:
    """What a rule asks of whoever it is for (凡是一个月内达到三件的,就要会商)."""
    start = max(0, site.hit.start - _CLAUSES)
    return "idiom" if "凡" in site.text[start : site.hit.start] and _WHOEVER.search(site.text, start, site.hit.start) else None


@rule("从〔2〕点谈到天黑。", "从〔3〕点等到开饭。", "从〔五〕点忙到半夜。", units=frozenset({None, "point", "count"}))
def hour(site: Site) -> str | None:
    """An hour of the day."""
    if not site.text.startswith("点", site.hit.numeral_end):
        return None
    return "time" if 0 < site.hit.value <= 24 and _FROM_HOUR.search(site.before) and _HOURS.match(site.text, site.hit.numeral_end) else None


@rule("在〔三道〕镇巡逻。", "〔六家〕乡的干部到场。", "来到〔两道〕乡。", units=frozenset({"count"}))
def town(site: Site) -> str | None:
    """A town whose name begins as a count does (三道镇)."""
    return "name" if site.numeral in _SMALL and _TOWN.match(site.text, site.hit.numeral_end) else None


@rule("不到〔一个〕上午,纠纷就有了着落。", "他用了〔两个〕晚上才写完。", "跑了〔三个〕下午。", units=frozenset({None, "count"}))
def part_of_day(site: Site) -> str | None:
    """Mornings, evenings and seasons that something took: no measure of time."""
    return "idiom" if _PART_OF_DAY.match(site.text, site.hit.numeral_end) else None


@rule("以前劝〔十个〕人有八个不听。", "以前劝十个人有〔八个〕不听。", "〔十个〕里头有九个说好。", units=frozenset({"count"}))
def in_ten(site: Site) -> str | None:
    """Eight or nine in ten, as one says of most."""
    start = max(0, site.hit.start - 16)
    around = site.text[start : site.hit.end + 16]
    return "idiom" if any(m.start() + start <= site.hit.start < m.end() + start for m in _IN_TEN.finditer(around)) else None


@rule("〔一〕名男子形迹可疑。", "妥善处置〔一〕起纠纷。", "走进〔一〕家超市。")
def introducing_one(site: Site) -> str | None:
    """一 with a classifier that only introduces a participant; counted when 每, 仅, 共, 由 stand before it, or when it follows its noun."""
    if (
        site.numeral not in _ONE
        or site.hit.bound != "exact"
        or not _is_one(site.hit)
        or site.hit.unit in {"percent", "percentage_point", "ratio", "times"}
    ):
        return None
    if _CASUALTIES.match(site.text, site.hit.numeral_end) or (site.hit.unit == "km" and site.after.startswith(("外", "之外", "开外"))):
        return None
    if site.hit.unit in {"h", "min", "s", "d", "wk", "month", "a"}:
        return (
            None
            if (site.hit.unit in {"a", "month"} and site.after.startswith(("没", "未")))
            or site.after.startswith(("后", "之后", "时间", "内", "之内", "以内", "左右", "就", "便", "不到"))
            or site.before.endswith(("仅用", "只用", "用时", "用了", "不到", "历时"))
            else "idiom"
        )
    listed = (site.before.endswith("、") and _LISTED_ONE.search(site.before)) or _EACH_GIVEN.search(site.before)
    if not _ONLY_THOUGHT.match(site.after) and (listed or _COUNTED_ONE.search(site.before) or _postposed(site)):
        return None
    return "idiom"


def _is_one(hit: NumberHit) -> bool:
    """Whether a numeral one is one of its unit, and no half more (一年半); one of a small unit (一里, 一刻钟) is one, too."""
    return hit.value in {0, 1} or (hit.unit in {"km", "min"} and hit.value in _SMALL_UNITS)


def _postposed(site: Site) -> bool:
    """Whether the number follows its noun and ends its clause (丢失手机一部)."""
    if site.hit.unit != "count" or (site.after and site.after[0] not in _ENDS):
        return False
    if site.before.endswith(("成", "人手")) or _AMOUNT_OF_ONE.search(site.before):
        return False
    before = [tag for *_, tag in words(site.text, site.hit.start - len(site.before), site.hit.start)]
    return bool(before) and before[-1][:1] in {"n", "j"}


@rule("走遍〔六〕合路。", "打通〔五〕联巷。", "加强〔七〕联建设。", units=_NONE)
def bare_numeral(site: Site) -> str | None:
    """A small Chinese numeral without a unit counts nothing by itself."""
    if any(char.isdigit() and char.isascii() for char in site.numeral) or site.hit.bound != "exact":
        return None
    return None if _COUNTED.match(site.text, site.hit.numeral_end) else "idiom"


@rule("版本升级到〔2.0〕。", "比分为〔3:2〕。", "编号为〔17〕。", units=_NONE)
def bare_digits(site: Site) -> str | None:
    """Digits without unit and without a noun to count."""
    if not site.numeral[0].isascii() or site.hit.form == "damaged":
        return None
    fraction = "." in site.numeral and _DIFFERENCE.search(site.before)
    counts = _NOUN.match(site.after) or _SCORED.search(site.before) or fraction
    return None if counts or (site.hit.numeral_end - site.hit.numeral_start > 1 and site.numeral[-1] in "万亿") else "identifier"


# The order decides: the first rule that reads a number has it.
RULES: tuple[Rule[Site, str], ...] = (
    hotline,
    vague,
    lettered,
    sum_of_parts,
    record_years,
    years_before,
    years_of_plan,
    years_without,
    day_of_month,
    lunar_day,
    weekday,
    anniversary,
    last_mile,
    squad_or_model,
    ordinal,
    named_zero,
    fixed_word,
    quoted_name,
    long_number,
    age,
    generation,
    numbered,
    item_of_speech,
    list_number,
    grade,
    paired,
    denominator,
    condition,
    threshold,
    tiers,
    reduplicated,
    bare_scale,
    in_ten,
    rather,
    as_often,
    too_late,
    whoever,
    hour,
    town,
    floor,
    part_of_day,
    anaphoric,
    limbs,
    child,
    level_of_system,
    kinds_of_case,
    pronoun,
    two_parties,
    told_persons,
    of_kin,
    figurative_half,
    in_turn,
    introducing_one,
    bare_numeral,
    year_in_name,
    bare_digits,
    plan,
)
# Rules that only one kind of numeral can meet are not asked about the other: most of a page's numerals are characters (一线, 进一步).
_OF_CHARACTERS = (
    lunar_day,
    weekday,
    item_of_speech,
    named_zero,
    paired,
    reduplicated,
    vague,
    bare_scale,
    in_ten,
    rather,
    as_often,
    town,
    part_of_day,
    limbs,
    child,
    level_of_system,
    pronoun,
    two_parties,
    told_persons,
    of_kin,
    figurative_half,
    in_turn,
    introducing_one,
    bare_numeral,
)
_OF_DIGITS = (hotline, long_number, year_in_name, bare_digits)


@cache
def _asked(digits: bool, unit: str | None) -> tuple[Rule[Site, str], ...]:
    """The rules that a number in figures or characters, of a unit, can meet."""
    never = _OF_CHARACTERS if digits else _OF_DIGITS
    return meeting(unit, (known for known in RULES if known not in never))
