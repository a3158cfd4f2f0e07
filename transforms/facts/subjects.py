"""Who did it or owns it: the organisation that the claim's clause, sentence or paragraph has as its subject, else the article's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transforms.facts.bodies import BODY
from transforms.facts.claims import Claim
from transforms.facts.context import REACH, Context, Line, paragraph_before, points_back, within
from transforms.facts.frame import Placed
from transforms.facts.predicates import CLAUSE_ENDS, GOVERNS, holds_or_does
from transforms.facts.scopes import contains, figures_shared_out
from transforms.mentions.numbers import NumberHit
from transforms.mentions.organisations import OrganisationHit, police_at
from transforms.mentions.places import PlaceHit
from transforms.mentions.places.gazetteer import label, name_of
from transforms.patterns import seldom

_AGENCIES = frozenset({"bureau", "branch", "department", "station", "team", "court", "ministry"})
_ACTORS = _AGENCIES | {"government", "other"}


_WITH = re.compile(r"(?:联合|会同|协同|对接|联动|邀请|依托|向)(?:[^,。;“”]{1,12}、)*[^,。;、“”]{0,4}$")
_NEAR = 12
_REACH = 40  # characters of a list of companions


def _accompanies(context: Context, hit: OrganisationHit) -> bool:
    """Whether an organisation only goes along with the one that acts, or gets what is done (分局联合〔司法局〕、〔法院〕设立调解室)."""
    return _WITH.search(context.text, max(0, hit.start - _REACH), hit.start) is not None


_SUPPORTING = seldom(r"[^,。;“”]{0,12}?(?:支持|重视|关心|领导|指导|统一?部署|推动|授权|批准|同意|要求)下?[,，和与、]")
_SOUGHT = re.compile(r"(?:争取|寻求|赢得|获得|依靠|在|经|得到|取得)[^,。;“”]{0,12}$")
_USED = re.compile(r"(?:根据|(?<![已曾途])经|按照|协助|配合|遵照|落实|入选|获评|[带送][到至回往])[^,。;、“”]{0,4}$")
_ORDERING = seldom(
    r"(?:关于|的)?[^,，。;；、“”]{0,8}?(?:决策部署|工作部署|统一部署|部署要求|有关(?:要求|规定|精神)|(?:通知|文件|会议|指示)精神)"
)
_HANDED_DOWN = re.compile(
    r"(?:统一)?(?:下发|转来|转交|转办|移交|交办|推送|派发|转派|流转|通报|移送)(?:过来)?的|(?:联合)?(?:挂牌)?督办|[^,，。;；的]{0,4}?目标[^,，。;；的]{0,8}?案|A级通缉"
)  # 对公安部下发的32条线索
_PEOPLE_OF = seldom(
    "(?:在[校读])?(?:大?学生|新生|教授|教师|老师|毕业生|研究生|员工|职工|客户|业主|患者|家长|村民|居民|住户)"
)  # 某大学学生被骗走5000元
_FOUNDED = seldom(r"(?:组建|成立|建立|建成|建起|建强|设立|新建|创建|创办|打造|聘请|选聘|培育|配备|配齐)(?:起|了|出)?[^,，。;；、的]{0,6}$")
_HONOURING = seldom(r"[^,。;]{0,12}(?:命名|授予|评[为定选]|表彰|推广|列为|确定为|选为|转发|挂牌|点赞)")
_RELIED_ON = seldom("[^,，。;；]{0,8}?为(?:依托|基础|平台|载体|抓手|阵地|试点|切入点|牵引|支撑)")  # 以司法所、〔法庭〕为依托
_POST = seldom("副?(?:主任|委员|干部|成员|书记)")  # 担任村委会主任助理
_HONOURED = re.compile(r"(?:被|获|经)[^,。;“”]{0,12}$")


def _stands_behind(context: Context, hit: OrganisationHit) -> bool:
    """Whether an organisation only leads, helps, honours or is helped, or is where another acts.

    主动寻求〔县委、县政府〕支持, 根据〔义警〕提供的线索, 协助〔外地警方〕抓获, 带到〔城关派出所〕, 被〔公安部〕命名为,
    在〔政务中心〕增设窗口, 给〔市公安局〕记功, 贯彻〔国务院〕决策部署, 核查〔公安部〕下发的线索.
    """
    text, low = context.text, max(0, hit.start - _REACH)
    if "等地" in text[hit.start : hit.end]:  # 丰台等地市场监管局: of many places
        return True
    if _COUNTED_AMONG.match(text, hit.end) and text[hit.start - 1 : hit.start] not in CLAUSE_ENDS:
        return True
    pairs = ((_SOUGHT, _SUPPORTING), (_HONOURED, _HONOURING))
    if any(before.search(text, low, hit.start) and behind.match(text, hit.end) for before, behind in pairs):
        return True
    if hit.name.endswith(("村民委员会", "居民委员会")) and _POST.match(text, hit.end):
        return True
    if any(behind.match(text, hit.end) for behind in (_ORDERING, _HANDED_DOWN, _PEOPLE_OF, _RELIED_ON)):
        return True
    return text.endswith(("在", "给", "授予"), 0, hit.start) or _USED.search(text, low, hit.start) is not None


_COUNTED_AMONG = seldom(
    r"[等共][余多]?[\d一二两三四五六七八九十]{1,4}[余多]?(?:个|家|项|类|名|节|种|支)"
)  # 公安、水利、〔航道局〕等11家部门


def _is_founded(context: Context, hit: OrganisationHit) -> bool:
    """Whether a clause tells that an organisation came to be: it may act later on, but did not found itself (组建〔巡逻队〕397支)."""
    return _FOUNDED.search(context.text, max(0, hit.start - _NEAR), hit.start) is not None


_MEASURES = re.compile(
    r"[^,，。;；]{0,14}(?:测评|(?<!人)民调(?!解)|民意调查|满意度调查|安全感调查|问卷|考评|考核|委托)|的?[^,，。;；]{0,4}(?:数据|统计|资料)(?:显示|表明)"
)


def _measures(context: Context, hit: OrganisationHit) -> bool:
    """Whether an organisation only measures what others did (〔统计局〕测评显示, 〔综治办〕委托第三方, 〔司法部〕的数据显示)."""
    return hit.name.endswith("统计局") or _MEASURES.match(context.text, hit.end) is not None


_OF_PLACE = re.compile("^(?!.*派出所).*(?:安全感|治安满意|平安(?:建设|指数))")


def main_organisation(context: Context) -> str | None:
    """The organisation that the article is about: the agency of its place named most often, the first by name among equals.

    An office of a street is, only where the title names it.
    """
    own = [hit for hit in context.organisations if hit.kind in _ACTORS and _is_of(hit, context.places.jurisdiction)]
    agencies = [hit for hit in own if hit.kind in _AGENCIES or hit.name.endswith("公安机关")]
    quarter = [hit for hit in own if hit.name.endswith(_QUARTER)]
    whole = [hit for hit in own if hit.start < _lead(context) or _OF_STREET.search(hit.name) is None]
    return _often(context, agencies or whole) or _only_one(context, agencies) or _often(context, quarter)


_QUARTER = "社区"
_OF_STREET = seldom("(?:街道|[镇乡])(?:[^镇乡]*中心|[^镇乡]*[办所站])$")  # 普陀区甘泉路街道城运中心 is one of many in a district


def _lead(context: Context) -> int:
    """Where the first paragraph of a page ends, which is its title if it has one."""
    return next((line.block_end for line in context.lines), 0)


def _often(context: Context, own: Sequence[OrganisationHit]) -> str | None:
    """The organisation of those that is named most often, the first by name among equals; none that is named once, and not at the head."""
    lead = _lead(context)
    counts = Counter(hit.name for hit in own if not _accompanies(context, hit))
    known = {hit.name for hit in own if hit.start < lead}
    named = Counter({name: count for name, count in counts.items() if count > 1 or name in known})
    return min(named, key=lambda name: (-named[name], name)) if named else None


def _is_of(hit: OrganisationHit, home: str | None) -> bool:
    """Whether an organisation is of the article's place, or a station or team there that is called after a wider one (市局某派出所)."""
    local = hit.kind in {"station", "team"} and home is not None and hit.place is not None
    return hit.place == home or (local and contains(hit.place or "", home or ""))


def fully(name: str | None, context: Context) -> str | None:
    """A community with its street and county, where the text tells them: 河北区江都路街道锦泰里社区."""
    if name is None or not name.endswith("社区"):
        return name
    lies = (hit for hit in context.places.hits if hit.kind == "named" and hit.full.endswith(name) and hit.full != label(hit.adcode) + name)
    hit = next(lies, None)
    return name_of(hit.adcode) + hit.full.removeprefix(label(hit.adcode)) if hit and "街道" in hit.full else name


_HEAD = seldom(r"(?:^|[,。;:!?\n\s]|来|[年月日])$")


def _only_one(context: Context, agencies: Sequence[OrganisationHit]) -> str | None:
    """The only police of its place that an article names, where they head a clause: 近年来,〔金寨县公安局〕推进试点."""
    heads = [hit for hit in agencies if _acts(context, hit) and _HEAD.search(context.text, max(0, hit.start - 1), hit.start)]
    bureaux = {hit.name for hit in agencies if hit.kind in {"bureau", "branch", "department"}}
    return heads[0].name if heads and bureaux == {heads[0].name} and "公安" in heads[0].name else None


def _acts(context: Context, hit: OrganisationHit) -> bool:
    return hit.kind in _ACTORS and not (_accompanies(context, hit) or _measures(context, hit) or _stands_behind(context, hit))


_COURT = seldom("法院|司法确认")
_DEPARTMENTS = "部门"  # 市商务部门, named in passing
_ROOM = "room"  # the rule by which rooms of mediation are found; what other sentences count is of those who run them
_BAND = "band"  # the rule by which volunteers are found; they caught nobody by themselves who is told of in another sentence
_OF_FORCES = frozenset(
    {"cases_solved", "clearance_rate", "gangs_broken", "goods_seized", "money_blocked", "money_recovered", "persons_caught"}
    | {"response_time", "stolen_goods", "violations"}
)
_OF_WHOM_COMES_FIRST = frozenset({"other", "areas"})  # what an organisation named later has nothing to do with


def named_subject(spot: Placed, indicator: str, place: str | None = None) -> str | None:
    """The full name of the organisation that acts nearest to a number.

    It stands in the number's clause, in its sentence before or behind it, in its paragraph, or in the one that this points back at; that
    of how safe people feel, which is a place's, only before it in its sentence, or where it tells of which one (倒数第一的〔盘州公安〕).
    """
    context, line, clause, at = spot.frame.context, spot.line, spot.clause, spot.hit.start
    behind = at if indicator in _OF_WHOM_COMES_FIRST else line.end
    stretches = ((clause, at), (line.start, clause), (at, behind), (line.block_start, line.start))
    of_place = _OF_PLACE.search(spot.claim.metric) is not None
    for start, end in stretches[:2] if of_place else stretches:
        hits = _candidates(spot, indicator, start, end)
        if not hits:
            continue  # as in most
        told = [hit for hit in hits if (hit.end <= at or start == at) and not (start == clause and _is_founded(context, hit))]
        near = next((hit for hit in (told if start == at else reversed(told)) if _acts(context, hit)), None)
        if near and end == line.start and _is_far(near, place):
            return None
        if near:
            return None if _told_of_all(context, near, at, indicator) else _joint(context, near, at)
    if points_back(context.text, line.block_start) and not of_place:
        before = paragraph_before(context.text, line.block_start)
        return next((hit.name for hit in within(context.organisations, before, line.block_start) if hit.kind in _ACTORS), None)
    return None


def _is_far(hit: OrganisationHit, place: str | None) -> bool:
    """Whether an organisation that an earlier sentence tells of is of another place than a claim: neither holds the other."""
    return (
        bool(hit.place and place)
        and hit.place != place
        and not (contains(hit.place or "", place or "") or contains(place or "", hit.place or ""))
    )


def _candidates(spot: Placed, indicator: str, start: int, end: int) -> Sequence[OrganisationHit]:
    """Those named in a stretch who may have done what a number counts: volunteers and bodies of a sort only in their own sentence.

    Such a body is not where a court is told of between.
    """
    hits = within(spot.frame.actors, start, end)
    if not hits:
        return hits  # as in most
    before = end == spot.line.start
    if before:
        hits = [hit for hit in hits if not hit.name.endswith(_DEPARTMENTS)]
    if not hits:
        return hits
    out = ({_ROOM, _BAND} if indicator in _OF_FORCES else {_ROOM}) if before else set()
    if (before and spot.frame.main is not None) or (hits[-1].rule == BODY and _COURT.search(spot.text, hits[-1].end, spot.hit.start)):
        out.add(BODY)
    return [hit for hit in hits if hit.rule not in out] if out else hits


_SIDE_BY_SIDE = frozenset({"、", "和", "与", "及", "以及", "暨"})
_TWO, _LONGEST_ROW = 2, 6  # organisations that act together


def _joint(context: Context, near: OrganisationHit, at: int) -> str:
    """All those in a row with an organisation (〔县公安局、县司法局〕建成); of those that share figures out whose the number is.

    What two are parts of is said once (舞阳县公安局刑警大队、保和派出所); many parts of one are that one.
    """
    row = _row(context, near)
    if len(row) == 1:
        return near.name
    its = figures_shared_out(context.text, row[-1].end, at) if near.end <= at else len(row)
    if its < len(row):
        return row[its].name
    above = row[0].parent or ""
    if len(row) > _TWO and above and all(hit.parent == above for hit in row):
        return above
    rest = [hit.name.removeprefix(above) if hit.parent == above else hit.name for hit in row[1:]]
    return "、".join(dict.fromkeys([row[0].name, *rest]))


def _row(context: Context, near: OrganisationHit) -> list[OrganisationHit]:
    """The organisations that stand side by side up to this one, or it alone."""
    row = [near]
    for hit in reversed(within(context.organisations, near.start - REACH, near.start)):
        side_by_side = context.text[hit.end : row[0].start] in _SIDE_BY_SIDE
        if not side_by_side or hit.kind not in _ACTORS or len(row) == _LONGEST_ROW:
            break
        row.insert(0, hit)
    return row


def _told_of_all(context: Context, near: OrganisationHit, at: int, indicator: str) -> bool:
    """Whether an organisation is of a part of the article's place, but what follows it is told of the whole (〔全市〕现有调解室).

    After a station only where the whole heads the clause: 〔全县〕共破获案件, but not 在〔全县〕19个派出所中.
    """
    home, text = context.places.jurisdiction, context.text
    if _OF_TOWN.search(near.name) is None and _WHOLE_TOWN.search(text, max(near.end, at - REACH), at):
        return True
    if home is None or near.place is None:
        return False
    whole = [hit for hit in within(context.places.hits, max(near.end, at - REACH), at) if hit.adcode == home and hit.kind == "reference"]
    if (
        near.kind in {"team", "court"}
        and near.place == home
        and indicator in _OF_ALL
        and _SAID_OF_ALL.search(text, max(near.end, at - REACH), at)
    ):
        return True
    if near.kind == "station" and not contains(home, near.place):
        return any(hit.name.startswith("全") and _WHOLE_DID.search(text, hit.start - 1, hit.end + 1) for hit in whole)
    return contains(home, near.place) and bool(whole)


_OF_ALL = frozenset({"facilities", "personnel", "areas"})  # what a whole place has, and no team or tribunal there
_SAID_OF_ALL = seldom(r"[。;；](?:[^,，。;；]{0,8}[,，])?全[省市县区州旗](?:已|现|共|新)[^。;；]*$")
_OF_TOWN = seldom("[镇乡村]|街道|社区")
_WHOLE_TOWN = seldom(r"(?<=[,，。;；:：\s])全[镇乡村街][^,，。;；]*$")  # 〔全镇〕59个网格
_WHOLE_DID = seldom(r"[,，。;；:\s].{2,}[共已累新]")


_HELPERS = seldom("网格员|网格长|劝导员|代办员|护边员|禁毒专干|志愿消防员|调解员|联户长|楼[栋门]长")
_PEOPLES = seldom("车位|私家车|船舶|渔船|住房")
_QUARTERS = ("社区", "街道")


def is_of_people_there(claim: Claim, indicator: str, main: str) -> bool:
    """Whether a claim that names nobody counts people of a place, or what they have, and no force.

    全县〔网格员〕达1320名, 登记的〔私家车〕有210辆. Those of a community are its own, and so are those whom an agency engages
    (聘请〔乡贤调解员〕204名).
    """
    if indicator == "personnel":
        return not (main.endswith(_QUARTERS) or claim.metric.startswith("聘")) and _HELPERS.search(claim.metric) is not None
    return claim.phrase.verb is None and indicator in {"facilities", "vehicles_and_equipment"} and _PEOPLES.search(claim.metric) is not None


_TAKES_IN = seldom(
    "[^,，。;；]{0,6}?(?:接到|接[警报转获处]|受理|[出处]警|上报|录入|登记|采集|办理|处理|服务(?!中心|站|窗口|大厅)|走访)(?!中心|平台|台|员|大厅|窗口)"
)


_CALLS = seldom("[^,，。;；]{0,6}?接")


def takes_in(spot: Placed) -> bool:
    """Whether the one who is named last before a number in its clause takes in what it counts: 〔指挥中心〕接到报警320起."""
    hits = [hit for hit in within(spot.frame.actors, spot.clause, spot.hit.start) if _acts(spot.frame.context, hit)]
    if not hits or spot.text[hits[-1].start] == "全":
        return False
    if hits[-1].name.endswith(_QUARTERS) and _CALLS.match(spot.text, hits[-1].end):
        return False  # what police there are told
    return _TAKES_IN.match(spot.text, hits[-1].end) is not None


_PURSUED = frozenset({"duration", "distance_or_area", "goods_seized", "activities"})
_POLICE = seldom("民警|辅警|警方|警力|巡逻|所长|教导员|队员|接警|出警")


def is_of_police(indicator: str, context: Context, line: Line) -> bool:
    """Whether a number of a story tells what police did in it (〔11公里〕 of a chase)."""
    return indicator in _PURSUED and _POLICE.search(context.text, line.start, line.end) is not None


_LASTS = seldom("下降|走低|连跌|连降|无|零|未|居住|获评")


def lasts_by_itself(metric: str) -> bool:
    """Whether what went on for some time is nobody's doing (连续〔三个月〕下降, 居住〔30年〕)."""
    return _LASTS.search(metric) is not None


def narrowest(place_name: str | None) -> str | None:
    """The place itself, of a name with all that holds it: 隆回县 of 湖南省邵阳市隆回县."""
    return re.split(r"(?:(?<=[省市盟])|(?<=自治州)|(?<=自治区))(?=[^市州区县]+[市州区县旗镇乡村])", place_name)[-1] if place_name else None


_BODIES_THERE = seldom("机关|部门|法院|检察|公安|警|支队|大队")


def place_acts(context: Context, line: Line, at: int, indicator: str) -> str | None:
    """The place whose government a sentence tells of by its name alone (〔北京市〕出台16条措施): no organisation acts after it.

    What it governs by is always its doing; what else it does or has is, but not how it lies or what it scores (〔某县〕与缅甸相连).
    """
    hits = [hit for hit in within(context.places.hits, line.start, at) if hit.kind == "named" or hit.name[0] == "该"]
    heads = (hit for hit in reversed(hits) if _heads_deed(context.text, hit, indicator))
    hit = next(heads, None)
    if hit is None or _BODIES_THERE.search(context.text, hit.end, at):
        return None
    return None if any(_acts(context, other) for other in within(context.organisations, hit.end, at)) else narrowest(hit.full)


_MERELY_SO = frozenset({"areas", "population", "distance_or_area", "rank", "satisfaction"})


def _heads_deed(text: str, hit: PlaceHit, indicator: str) -> bool:
    """Whether a clause begins with a place that does something."""
    if text[hit.start - 1 : hit.start] not in CLAUSE_ENDS:
        return False
    return GOVERNS.match(text, hit.end) is not None or (indicator not in _MERELY_SO | OF_POLICE and holds_or_does(text, hit.end))


OF_POLICE = frozenset({"cases_solved", "persons_caught", "goods_seized"})
_FAR = 200  # characters of a sentence that tells one thing
_WHERE = frozenset("在赴到于从往抵")


def police_there(context: Context, start: int, at: int, place: str | None, indicator: str) -> str | None:
    """The police of a place that from `start` on is told to do what police do (〔广州〕缴获1.06吨); of the country, all police together.

    Courts, procuratorates and other authorities there where the text tells of them (〔全国法院〕审结).
    """
    if place is None or indicator not in OF_POLICE:
        return None
    told = [hit for hit in within(context.places.hits, max(start, at - _FAR), at) if hit.adcode == place]
    there = [hit for hit in told if context.text[hit.start - 1 : hit.start] not in _WHERE]
    courts = _COURTS.match(context.text, there[-1].end) if there else None
    if courts:
        return label(place) + courts[0]
    return police_at(place) if there else None


_COURTS = seldom(
    "各级(?:人民)?法院|(?:人民)?法院(?!院)|检察机关|(?:各级)?(?:人民)?检察院"
    "|(?:各级)?(?:纪检监察|司法行政|国家安全|移民管理|税务|海关)机关|(?:各级)?(?:市场监管|应急管理|信访|司法行政|纪检监察|城管|海警|消防救援)(?:部门|机构|队伍)"
)


_CLOSE = 20
_RANKED_AMONG = re.compile(r"(?:在|列|居)[^,，。;；]{0,10}$")
_JUDGED = seldom(r"[^,，。;；]{1,8}[^,，。;；]{0,16}?(?:考[评核]|[测考]评|评[比议选]|排名|第[一二三四五六七八九十\d])")
_IN_AREA = re.compile(r"(?<![在到对为给向把将与全])(?:辖区|[辖境]内|下辖|管辖|所辖|辖)内?(?:共|现|总|还)?(?:有|达)?$")
_HELD = re.compile(r"[住挤守]着[^,，。;；]{0,16}$")
_APART = seldom(r"距[^,，。;；]{0,10}$")
_SIZED = seldom("[深宽长高厚处]|以?外")
_CRIMINALS = re.compile(r"(?:该|这[个伙一])(?:[一-鿿]{0,6}(?:团伙|组织|集团)|人)(?!案|成员)[^。;；]*$")
_TO_CRIMINALS = frozenset({"catch", "prosecute", "penalise", "seize", "recover", "block", "solve"})
_BY_ITSELF = re.compile("佩戴率|守法率|保有量")


def is_nobodys(text: str, clause: int, line: Line, hit: NumberHit, claim: Claim) -> bool:
    """Whether a number tells what merely is, or what criminals did, so that nobody of the article's has it.

    在全县〔19个〕乡镇测评中排第二, 辖区〔16个〕社区, 住着〔9个〕民族, 距卡点〔80米〕, 该团伙先后骗取〔68名〕老人, 王某转账〔3万元〕.
    """
    if _did_others(text[max(line.start, hit.start - _FAR) : hit.start]) or (hit.unit not in _JUDGED_IN and _is_needed(text, clause, hit)):
        return True
    before, own = text[max(clause, hit.start - _CLOSE) : hit.start], "派出所" in claim.metric  # 辖区〔7个〕派出所 are parts of the force
    if hit.unit in {"m", "km"}:
        return _APART.search(before) is not None or _SIZED.match(text, hit.end) is not None
    ranked = hit.classifier in {"个", "家"} and _RANKED_AMONG.search(before) and _JUDGED.match(text, hit.end)
    stands = ranked or _IN_AREA.search(before) or _HELD.search(before)
    return bool(stands and not own) or _BY_ITSELF.search(claim.metric) is not None or _did_criminals(text, line, hit, claim)


_SENTENCED = seldom("判处|被告人|有期徒刑|刑期")


def is_of_sentence(spot: Placed) -> bool:
    """Whether a number tells what a court imposed, in a clause that names no court: nobody else's doing (判处〔十年〕有期徒刑)."""
    at = spot.hit.start
    if _SENTENCED.search(spot.claim.metric) is None and _SENTENCED.search(spot.text, max(spot.clause, at - _FAR), at) is None:
        return False  # as most
    named = (hit.name for hit in within(spot.frame.actors, max(spot.line.start, at - REACH), at))
    return not any("法院" in name for name in (spot.frame.main or "", *named))


_JUDGED_IN = frozenset({"point", "percent", "rank"})
_NEEDED = seldom(
    r"(?:(?:[^主重必只]要|(?<![获所取仅记])得)(?:走上?|跑上?|坐|开|等上?|花|来回|转|用|排队?){0,2}|[每时相间事]隔|(?:搭|耗)上|[只仅]剩下?)(?:[近约]|将近)?$"
)
_BEFORE_NEED = frozenset("要得走上跑坐开等花回转用排队隔剩下近约将")  # what the pattern may end with


def _is_needed(text: str, clause: int, hit: NumberHit) -> bool:
    """Whether a number tells what something takes whoever does it, or how often it comes: 办证要跑〔两天〕, 每隔〔一周〕."""
    return text[hit.start - 1] in _BEFORE_NEED and _NEEDED.search(text, max(clause, hit.start - _NEAR), hit.start) is not None


_OTHERS = seldom("(?:[一-鿿]某|男子|女子|女士|先生|大爷|大妈|阿姨|老汉|奶奶|双方|[两二三]人|两家)(?![等案涉、])")
_SOMEBODY_ELSE = re.compile("某|男子|女子|女士|先生|大[爷妈]|阿姨|老汉|奶奶|双方|[两二三]人|两家")
_CLAUSES = seldom("[,，;；:：。“”\n]")
_AUTHORITIES = seldom(
    "警|公安|消防|法院|检察|派出所|法官|执法|法庭|抓|查[获扣处]|缴获|起获|追[回缴]|挽回|劝|调解|救|判|罚|拘|落网|社区|网格|干部|中心|联络员|[协帮]助|等"
)
_GOVERNED = seldom("[、对将把给从为]")  # 对两人作出处罚: not who does it
_HEAD_LENGTH = 16  # letters before the name of the one who a clause begins with: 驾驶人丁某


def _did_others(told: str) -> bool:
    """Whether what is told up to a number was done by those whom a story is about (〔王某〕在住处购买了250公斤).

    They head a clause, and no authority does anything behind that.
    """
    if _SOMEBODY_ELSE.search(told) is None:
        return False  # as most: what begins with any letter is looked for at each
    for match in reversed([*_OTHERS.finditer(told)]):
        clause = next(
            (end.end() for end in reversed([*_CLAUSES.finditer(told, max(0, match.start() - _HEAD_LENGTH), match.start())])), None
        )
        if clause is None and match.start() > _HEAD_LENGTH:
            continue
        head = told[clause or 0 : match.start()]
        return _GOVERNED.search(head) is None and _AUTHORITIES.search(told, clause or 0) is None
    return False


def _did_criminals(text: str, line: Line, hit: NumberHit, claim: Claim) -> bool:
    """Whether a gang did what is told after it in its sentence, and not those who caught it."""
    done = claim.phrase.verb.word.verb if claim.phrase.verb else ""
    return done not in _TO_CRIMINALS and _CRIMINALS.search(text, max(line.start, hit.start - _FAR), hit.start) is not None


_HEADS = 4  # characters that a sentence may begin with before its first word
_FOUND_OUT = seldom(r"[“\s]*经(?:初步|进一步)?(?:查|审[查讯理]|侦查|调查|核查|核实)[,，明]")
_TAKEN = seldom("抓获|捣毁|打掉|查扣|缴获|破获|查获|查处|拘留|扣押|端掉|冻结|摧毁")
# 〔6个〕团伙互相关联
_GANG = seldom(r"[\d一二两三四五六七八九十]{1,8}[个余多]{0,3}[^,，。;；]{0,8}(?:团伙|集团)(?!案|被|成员|全部|均|悉数|落网)")
_GANGS = frozenset({"gangs_broken", "other"})  # broken up, or only told of
_FOUND_OF = seldom("查明(?:其|该|不法|嫌疑|犯罪|黑客|[一-鿿]某|上述)[^。;；]*$")
_WORTH = seldom("涉案|案值")
_CONFESSED = seldom("交代|供述|供认")


def is_found_out(line: Line, text: str, at: int, indicator: str) -> bool:
    """Whether a sentence tells what police found out that criminals did, and nothing of what police did: 经查,王某等人雇用〔20人〕."""
    if indicator in _GANGS and _GANG.match(text, at) and _TAKEN.search(text, max(line.start, at - _FAR), at) is None:
        return True
    if text.find("查明", max(line.start, at - _FAR), at) >= 0 and _FOUND_OF.search(text, max(line.start, at - _FAR), at):
        return True
    if text.find("经", line.start, line.start + _HEADS) < 0 or indicator in OF_POLICE or _FOUND_OUT.match(text, line.start) is None:
        return False
    return _TAKEN.search(text, max(line.start, at - REACH), at) is None


def is_of_the_case(line: Line, text: str, at: int, metric: str) -> bool:
    """Whether a sum is that of the cases that an agency is told to have cleared up: 打掉团伙8个,涉案金额〔300万元〕."""
    if _WORTH.search(metric) is None or _FOUND_OUT.match(text, line.start) is not None:
        return False
    low = max(line.start, at - REACH)
    return _TAKEN.search(text, low, at) is not None and _CONFESSED.search(text, low, at) is None
