"""Every column of the lake, defined once: a name means the same thing, in the same type and unit, in every table that has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Type(StrEnum):
    """The types that columns have, by their DuckDB names."""

    TEXT = "VARCHAR"
    TEXTS = "VARCHAR[]"
    INTEGER = "INTEGER"
    BIGINT = "BIGINT"
    BIGINTS = "BIGINT[]"
    NUMBER = "DECIMAL(38,9)"
    SHARE = "DOUBLE"
    DATE = "DATE"
    TIME = "TIMESTAMP WITH TIME ZONE"
    FLAG = "BOOLEAN"
    RANGES = 'STRUCT("start" INTEGER, "end" INTEGER, reason VARCHAR)[]'


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `unit` is what a value counts (empty for text), `en` and `zh` say what it means."""

    name: str
    type: Type
    unit: str
    en: str
    zh: str


# fmt: off
_DEFINED = (  # a table: a column a line
    # who and where from
    Column("article_id", Type.TEXT, "", "The article: hash of its clean text", "文章标识:净文本的散列值"),
    Column("document_id", Type.TEXT, "", "A copy of an article: hash of its file and its place in it", "文档标识:由文件及其在文件中的位置得出的散列值"),
    Column("fact_id", Type.TEXT, "", "The fact: hash of article, kind of fact and span", "事实标识:由文章、事实类别和区间得出的散列值"),
    Column("path", Type.TEXT, "", "The file, by its path within the inbox", "文件在收件目录中的相对路径"),
    Column("file_sha256", Type.TEXT, "", "SHA-256 of the file's bytes; NULL where they could not be read", "文件字节的 SHA-256;无法读取时为空"),
    Column("member", Type.TEXT, "", "The member of the archive that holds it; NULL outside archives", "归档文件中的成员名;非归档文件为空"),
    Column("member_offset", Type.BIGINT, "bytes", "Where it begins in the archive or member", "在归档或成员中的起始字节"),
    Column("encoding", Type.TEXT, "", "The encoding that the bytes were read in", "读取时采用的字符编码"),
    Column("media_type", Type.TEXT, "", "What the bytes are (IANA media type)", "内容类型(IANA 媒体类型)"),
    Column("content_sha256", Type.TEXT, "", "SHA-256 of the raw text and of what the page says of itself", "原始文本及页面自述信息的 SHA-256"),
    Column("extractor_version", Type.TEXT, "", "The version of the rules that read it", "抽取规则的版本"),
    Column("load_id", Type.BIGINT, "", "The load that wrote the row", "写入该行的入库批次"),
    # spans
    Column("start", Type.INTEGER, "characters", "First character in the raw text (Unicode code points, from 0)", "在原始文本中的起始字符(Unicode 码位,从 0 起)"),
    Column("end", Type.INTEGER, "characters", "The character after the last in the raw text", "在原始文本中的结束字符(不含)"),
    Column("quote", Type.TEXT, "", "The raw characters at the span", "该区间的原文"),
    Column("sentence_start", Type.INTEGER, "characters", "Where its sentence starts in the raw text", "所在句子在原始文本中的起始字符"),
    Column("sentence_end", Type.INTEGER, "characters", "Where its sentence ends in the raw text", "所在句子在原始文本中的结束字符(不含)"),
    Column("rule", Type.TEXT, "", "The rule that found it", "得出该行的规则"),
    # articles
    Column("title", Type.TEXT, "", "Title in simplified script", "标题(简体)"),
    Column("published", Type.TEXT, "", "Date of publication (EDTF)", "发布日期(EDTF)"),
    Column("published_first", Type.DATE, "", "First day that `published` can mean", "发布日期所指的最早一天"),
    Column("published_last", Type.DATE, "", "Last day that `published` can mean", "发布日期所指的最晚一天"),
    Column("source", Type.TEXT, "", "Where it comes from: the medium that first published it, or the origin of a reference row", "来源:首发媒体,或参考数据的出处"),
    Column("site", Type.TEXT, "", "The site that carries this copy", "刊载该文的网站"),
    Column("script", Type.TEXT, "", "Script of the raw text: Hans or Hant", "原文字体:Hans(简体)或 Hant(繁体)"),
    Column("jurisdiction", Type.TEXT, "", "The place that the article is about (GB/T 2260); none for the whole country", "文章所述辖区(GB/T 2260 代码),全国则为空"),
    Column("jurisdiction_name", Type.TEXT, "", "Its name", "辖区名称"),
    Column("reference_year", Type.INTEGER, "year", "The year that 今年 and dates without a year count from", "“今年”及无年份日期所依据的年份"),
    Column("reference_evidence", Type.TEXT, "", "The words that prove the reference year", "基准年份的依据原文"),
    Column("text", Type.TEXT, "", "Clean text: simplified, half width, without boilerplate", "净文本:简体、半角、去除页面杂项"),
    Column("tokens", Type.TEXTS, "", "Words of the clean text (jieba), for search", "净文本分词(jieba),供检索"),
    Column("signature", Type.BIGINTS, "", "Hashes of parts of a MinHash signature: articles that share one may repeat each other", "MinHash 签名的分段散列:有相同值的文章可能互为转载"),
    Column("sketch", Type.TEXT, "", "A letter for each value of the MinHash signature: the share of equal letters tells how alike two articles are", "MinHash 签名的每个值对应一个字母:相同字母所占比例即两篇文章的相近程度"),
    Column("raw", Type.TEXT, "", "Raw text, the reference of all spans", "原始文本,所有区间以此为准"),
    Column("boilerplate", Type.RANGES, "characters", "Raw ranges that are not the article, each with its reason", "不属于正文的原文区间及原因"),
    Column("characters", Type.INTEGER, "characters", "Length of the clean text", "净文本字数"),
    Column("statistics_count", Type.INTEGER, "rows", "How many statistics it states", "统计数据条数"),
    Column("numbers_count", Type.INTEGER, "rows", "How many numbers it holds", "数字个数"),
    # numbers and statistics
    Column("value", Type.NUMBER, "as `unit`", "The number in the base unit; NULL where it is too large to hold", "以基本单位计的数值;超出可存范围时为空"),
    Column("value_high", Type.NUMBER, "as `unit`", "Upper end of a stated range", "区间的上限"),
    Column("bound", Type.TEXT, "", "exact, over (余, 多), under (近, 不足) or about (约, 左右)", "界限:exact 确数,over 以上,under 以下,about 约数"),
    Column("unit", Type.TEXT, "", "Unit: count, percent, ISO 4217 for money, s, min, km2 ...", "单位:count、percent、货币(ISO 4217)、s、min、km2 等"),
    Column("fate", Type.TEXT, "", "What became of the number: `statistic`, or why it is none", "数字的归宿:statistic,或不作统计的原因"),
    Column("classifier", Type.TEXT, "", "Measure word of a count (起, 件, 人次)", "量词(起、件、人次等)"),
    Column("direction", Type.TEXT, "", "Of a change: up, down or flat", "变化方向:up 升,down 降,flat 平"),
    Column("comparison", Type.TEXT, "", "What a change is measured against: yoy, pop, vs:2012, unstated", "比较基准:yoy 同比,pop 环比,vs:2012 等"),
    Column("metric", Type.TEXT, "", "The thing counted or measured, in the article's words", "指标原文:所计量的事物"),
    Column("indicator", Type.TEXT, "", "The indicator that the metric belongs to", "归一化的指标"),
    Column("offence", Type.TEXT, "", "The kind of offence or incident that it is about", "所涉违法犯罪或警情类别"),
    Column("period", Type.TEXT, "", "The time that it covers (EDTF)", "所指时期(EDTF)"),
    Column("period_first", Type.DATE, "", "First day of the period; NULL where open", "时期的第一天;未限定时为空"),
    Column("period_last", Type.DATE, "", "Last day of the period; NULL where open", "时期的最后一天;未限定时为空"),
    Column("place", Type.TEXT, "", "The place that it is about (GB/T 2260); none for the whole country", "所涉地点(GB/T 2260 代码),全国则为空"),
    Column("place_name", Type.TEXT, "", "Its name", "地点名称"),
    Column("subject", Type.TEXT, "", "The organisation or group that did it or owns it", "主体:实施或所属的单位、群体"),
    Column("derived_from", Type.TEXTS, "", "Facts of the article that imply this number", "可推出该数字的同文事实"),
    # events, names, people
    Column("when", Type.TEXT, "", "When it happened (EDTF)", "发生时间(EDTF)"),
    Column("when_first", Type.DATE, "", "First day that `when` can mean", "发生时间所指的最早一天"),
    Column("when_last", Type.DATE, "", "Last day that `when` can mean", "发生时间所指的最晚一天"),
    Column("category", Type.TEXT, "", "What kind of event", "事件类别"),
    Column("summary", Type.TEXT, "", "What happened, in under 20 characters", "概要(20 字以内)"),
    Column("outcome", Type.TEXT, "", "How it ended: an event in under 20 characters; a run as done, rejects (done, with new rejects), nothing (nothing new) or failed", "结果:事件为 20 字以内的概括;运行为 done 完成、rejects 完成但有拒收、nothing 无新内容、failed 失败"),
    Column("response_minutes", Type.NUMBER, "minutes", "From the call to the arrival", "自报警至到场的分钟数"),
    Column("facts", Type.TEXTS, "", "The facts that belong to the event, or that the check compares", "所含或所比较的事实"),
    Column("name", Type.TEXT, "", "Name in simplified script, as full as the article lets one say", "名称(简体全称)"),
    Column("canonical", Type.TEXT, "", "One name for all variants of a programme", "各种写法的统一名称"),
    Column("kind", Type.TEXT, "", "What sort of thing the row is, in its table's own terms: a statistic is a level, change or rank, a person an official, officer ...", "类别,各表自有取值:统计数据为 level 水平、change 变化、rank 名次,人员为 official、officer 等"),
    Column("owner", Type.TEXT, "", "The organisation that runs it", "主办单位"),
    Column("parts", Type.TEXTS, "", "The parts that the article names", "文中列出的组成部分"),
    Column("aliases", Type.TEXTS, "", "How the article writes the name", "文中的各种写法"),
    Column("parent", Type.TEXT, "", "What it is part of: an organisation's name, a place's code", "上级:单位名称或行政区划代码"),
    Column("role", Type.TEXT, "", "Office or role as written, in simplified script", "职务或身份(简体)"),
    Column("organisation", Type.TEXT, "", "Where the person serves", "所在单位"),
    Column("speaker", Type.TEXT, "", "Who says it; NULL where unnamed", "说话人;未具名时为空"),
    # checks
    Column("result", Type.TEXT, "", "holds, fails or impossible", "检验结果:holds 成立,fails 不符,impossible 不可能"),
    Column("expected", Type.TEXT, "", "What the check expected", "应有的数值"),
    Column("stated", Type.TEXT, "", "What the article states", "文中的数值"),
    Column("original_id", Type.TEXT, "", "The article that this one repeats", "被转载的文章"),
    Column("similarity", Type.SHARE, "1", "Share of the shorter text that stands in the other too, from 0 to 1", "较短文本中与另一文本相同部分的比例(0 至 1)"),
    Column("changed", Type.TEXTS, "", "Numbers that the reprint changed: what stands before, `original→reprint`, its unit", "转载时改动的数字:上文、“原数→新数”及单位"),
    # places
    Column("adcode", Type.TEXT, "", "Code of the administrative division (GB/T 2260)", "行政区划代码(GB/T 2260)"),
    Column("level", Type.TEXT, "", "province, prefecture, county ...", "行政级别"),
    Column("province", Type.TEXT, "", "Name of its province", "所属省级行政区"),
    Column("city", Type.TEXT, "", "Name of its prefecture", "所属地级行政区"),
    Column("short_name", Type.TEXT, "", "Name without the suffix of its level", "简称"),
    Column("status", Type.TEXT, "", "current, or why it is not", "状态:现行或其他"),
    # terms
    Column("vocabulary", Type.TEXT, "", "The column, or kind of thing, that uses the term", "使用该术语的列或事物类别"),
    Column("term", Type.TEXT, "", "The term as the column has it", "列中的术语"),
    Column("label_en", Type.TEXT, "", "What people call it in English", "英文名称"),
    Column("label_zh", Type.TEXT, "", "What people call it in Chinese", "中文名称"),
    Column("standard", Type.TEXT, "", "Its code in a standard: UCUM for units, ICCS for offences; NULL where none has it", "标准代码:单位为 UCUM,罪名为 ICCS;无则为空"),
    # rejects
    Column("reject_id", Type.TEXT, "", "The reject: hash of what and where", "拒收标识"),
    Column("stage", Type.TEXT, "", "Where it failed: discovery, reading, cleaning, extraction", "失败环节"),
    Column("code", Type.TEXT, "", "What is wrong, for machines", "错误代码"),
    Column("message", Type.TEXT, "", "What is wrong, for people", "错误说明"),
    Column("advice", Type.TEXT, "", "What to do", "处理建议"),
    Column("dropped", Type.FLAG, "", "Whether somebody has set it aside", "是否已搁置"),
    # runs
    Column("started", Type.TIME, "", "When the run began", "运行开始时间"),
    Column("ended", Type.TIME, "", "When the run ended", "运行结束时间"),
    Column("command", Type.TEXT, "", "What was asked for: run, backfill, retry; migrate (the tables were brought to a later version), inbox (another folder was named)", "命令:run、backfill、retry;migrate 表结构升级,inbox 更换收件目录"),
    Column("software", Type.TEXT, "", "Versions of shizheng, DuckDB and Python", "软件版本"),
    Column("settings", Type.TEXT, "", "Settings of the run (JSON)", "运行设置(JSON)"),
    Column("schema_version", Type.INTEGER, "", "Version of the tables that the program knew", "程序所用表结构的版本"),
    Column("files_seen", Type.BIGINT, "files", "Files in the inbox", "收件目录中的文件数"),
    Column("files_read", Type.BIGINT, "files", "Files read in this run", "本次读取的文件数"),
    Column("bytes_read", Type.BIGINT, "bytes", "Bytes read in this run", "本次读取的字节数"),
    Column("documents_added", Type.BIGINT, "rows", "Documents that the load wrote", "写入的文档数"),
    Column("articles_added", Type.BIGINT, "rows", "Articles that the load wrote", "写入的文章数"),
    Column("articles_removed", Type.BIGINT, "rows", "Articles that the load took away or replaced", "移除或替换的文章数"),
    Column("facts_added", Type.BIGINT, "rows", "Facts that the load wrote", "写入的事实数"),
    Column("rejects_added", Type.BIGINT, "rows", "Rejects that the load wrote", "写入的拒收数"),
    # views
    Column("county", Type.TEXT, "", "Name of the county, where the place is one", "所在县级行政区"),
    Column("year", Type.INTEGER, "year", "The calendar year that the whole period lies in; NULL where there is none", "时期所在的日历年;跨年或未限定时为空"),
    Column("indicator_en", Type.TEXT, "", "The indicator in English", "指标的英文名称"),
    Column("indicator_zh", Type.TEXT, "", "The indicator in Chinese", "指标的中文名称"),
    Column("offence_en", Type.TEXT, "", "The offence in English", "罪名或警情类别的英文名称"),
    Column("offence_zh", Type.TEXT, "", "The offence in Chinese", "罪名或警情类别的中文名称"),
    Column("iccs", Type.TEXT, "", "Its code in the International Classification of Crime for Statistical Purposes", "国际犯罪统计分类(ICCS)代码"),
    Column("ucum", Type.TEXT, "", "The unit in the Unified Code for Units of Measure", "单位的 UCUM 代码"),
    Column("value_en", Type.TEXT, "", "The value as one would write it in English: down 12.5% year on year", "数值的英文写法"),
    Column("value_zh", Type.TEXT, "", "The value as one would write it in Chinese", "数值的中文写法:同比下降12.5%"),
    Column("sentence", Type.TEXT, "", "The sentence that states it, as it stands in the raw text", "所在句子的原文"),
    Column("lowest", Type.NUMBER, "as `unit`", "The lowest value claimed", "各方主张的最低值"),
    Column("highest", Type.NUMBER, "as `unit`", "The highest value claimed", "各方主张的最高值"),
    Column("claims_count", Type.INTEGER, "rows", "How many numeric claims", "数字主张条数"),
    Column("articles_count", Type.INTEGER, "articles", "In how many articles", "文章数"),
    Column("sources_count", Type.INTEGER, "sources", "From how many sources", "来源数"),
    Column("claims", Type.TEXTS, "", "The claims that are compared, in words", "所比较的各条主张"),
    Column("sources", Type.TEXTS, "", "The sources of what is compared", "所比较内容的来源"),
    Column("first_seen", Type.DATE, "", "When the first article that tells of it was published; NULL where none is dated", "最早的报道日期;均无日期时为空"),
    Column("last_seen", Type.DATE, "", "When the last article that tells of it was published", "最近的报道日期"),
    Column("first_source", Type.TEXT, "", "The source of the first dated article", "最早报道的来源"),
    Column("first_article", Type.TEXT, "", "The first dated article", "最早报道的文章标识"),
    Column("first_place", Type.TEXT, "", "The place of the first dated article (GB/T 2260)", "最早见报的地点(GB/T 2260 代码)"),
    Column("first_place_name", Type.TEXT, "", "Its name", "最早见报的地点名称"),
    Column("owners", Type.TEXTS, "", "The organisations that run it there", "在当地的主办单位"),
    Column("names", Type.TEXTS, "", "How it is named", "各种名称"),
    Column("places_count", Type.INTEGER, "places", "In how many places", "地点数"),
    Column("provinces_count", Type.INTEGER, "places", "In how many provinces", "省份数"),
    Column("programmes_count", Type.INTEGER, "programmes", "How many programmes", "工作机制、行动或平台数"),
    Column("persons_count", Type.INTEGER, "persons", "How many persons by name", "人员数"),
    Column("organisations_count", Type.INTEGER, "organisations", "How many organisations by name", "单位数"),
    Column("incidents_count", Type.INTEGER, "rows", "How many incidents", "事件数"),
    Column("contradictions_count", Type.INTEGER, "rows", "How many checks that its claims do not pass", "未通过的检验数"),
    Column("category_en", Type.TEXT, "", "The kind of event in English", "事件类别的英文名称"),
    Column("category_zh", Type.TEXT, "", "The kind of event in Chinese", "事件类别的中文名称"),
    Column("scene", Type.TEXT, "", "Where it happened, in the article's words", "事发地点(文中写法)"),
    Column("timed_count", Type.INTEGER, "rows", "How many of them with a response time", "有到场用时的事件数"),
    Column("fastest", Type.NUMBER, "minutes", "The shortest response time", "最短到场用时"),
    Column("middle", Type.NUMBER, "minutes", "The median response time", "到场用时的中位数"),
    Column("slowest", Type.NUMBER, "minutes", "The longest response time", "最长到场用时"),
    Column("first_year", Type.INTEGER, "year", "The first year that claims are about", "各条主张所涉的最早年份"),
    Column("last_year", Type.INTEGER, "year", "The last year that claims are about", "各条主张所涉的最晚年份"),
    Column("indicators", Type.TEXTS, "", "The indicators that are claimed, the most frequent first", "所涉指标,按条数排列"),
    Column("explained_count", Type.INTEGER, "rows", "Numbers that are no statistic, with the reason", "不作统计且已说明原因的数字个数"),
    Column("unstated_count", Type.INTEGER, "rows", "Numbers that nothing accounts for", "未能说明的数字个数"),
    Column("accounted", Type.SHARE, "1", "Share of the numbers that are accounted for, from 0 to 1", "已说明的数字占比(0 至 1)"),
    Column("fate_en", Type.TEXT, "", "The fate in English", "归宿的英文名称"),
    Column("fate_zh", Type.TEXT, "", "The fate in Chinese", "归宿的中文名称"),
    Column("example", Type.TEXT, "", "One of them, as it stands in the raw text", "原文一例"),
    Column("first_published", Type.DATE, "", "When the oldest article was published", "最早的发布日期"),
    Column("last_published", Type.DATE, "", "When the newest article was published", "最近的发布日期"),
    Column("days_since", Type.INTEGER, "days", "Days from the newest article to today", "距最近发布的天数"),
    Column("loaded", Type.TIME, "", "When the last run that brought articles ended", "最近一次入库的结束时间"),
)
# fmt: on

COLUMNS: Mapping[str, Column] = MappingProxyType({column.name: column for column in _DEFINED})
