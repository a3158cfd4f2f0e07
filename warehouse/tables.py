"""The tables of the lake: which columns each has, what its rows are, and what tells them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from warehouse.columns import COLUMNS, Column


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `en` and `zh` say what one row stands for, `key` what identifies it, `order` how rows lie in the data files."""

    name: str
    en: str
    zh: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in order."""
        return tuple(COLUMNS[name] for name in self.names)


def _facts(name: str, en: str, zh: str, own: str, order: str = "") -> Table:
    """A table of facts: in `order` first, then as they stand in their articles."""
    names = f"fact_id article_id start end quote rule {own} extractor_version load_id"
    return Table(name, en, zh, ("fact_id",), (*order.split(), "article_id", "start", "end", "fact_id"), tuple(names.split()))


def _table(name: str, en: str, zh: str, names: str, key: str, order: str = "") -> Table:
    return Table(name, en, zh, tuple(key.split()), tuple((order or key).split()), tuple(names.split()))


STATISTIC = """
    value value_high bound unit classifier kind direction comparison metric indicator offence
    period period_first period_last place place_name subject derived_from sentence_start sentence_end
"""
INCIDENT = "when when_first when_last place_name place category summary outcome response_minutes facts"
ARTICLE = """
    article_id title published published_first published_last source site script jurisdiction jurisdiction_name
    reference_year reference_evidence characters statistics_count numbers_count text tokens signature sketch raw boilerplate content_sha256
    extractor_version load_id
"""
DOCUMENT = "document_id path file_sha256 member member_offset encoding media_type content_sha256 article_id extractor_version load_id"
PLACE = "adcode name level parent province city short_name status source"
REJECT = "reject_id path file_sha256 member member_offset stage code message advice dropped extractor_version load_id"
TERM = "vocabulary term label_en label_zh standard source"
LOAD = """
    load_id command outcome message started ended files_seen files_read bytes_read
    documents_added articles_added articles_removed facts_added rejects_added extractor_version software settings schema_version
"""

FACTS: tuple[Table, ...] = (
    _facts("statistics", "a numeric claim", "一条数字主张", STATISTIC, "place indicator period_first"),
    _facts("numbers", "a number in an article, with what became of it", "文中的一个数字及其归宿", "value value_high unit bound fate"),
    _facts("incidents", "an event at one time and place", "一时一地的一起事件", INCIDENT, "place when_first"),
    _facts("programmes", "a named way of working", "一项有名称的工作机制、行动或平台", "name canonical kind owner parts"),
    _facts("organisations", "an organisation in an article", "文中的一个单位", "name aliases kind place parent"),
    _facts("persons", "somebody in office, or an author, in an article", "文中的一位任职者或作者", "name role organisation kind"),
    _facts("quotations", "direct speech", "一段直接引语", "speaker"),
    _facts("findings", "the result of a check", "一次检验的结果", "result facts expected stated"),
)

_OTHERS: tuple[Table, ...] = (
    _table(
        *("articles", "an article: one clean text, however many files hold it", "一篇文章:同一净文本只记一行"),
        *(ARTICLE, "article_id", "jurisdiction published_first article_id"),
    ),
    _table(
        *("documents", "a copy of an article in a file: the ledger of what was read", "文件中的一份文章:读取台账"),
        *(DOCUMENT, "document_id", "path document_id"),
    ),
    _table(
        *("reprints", "an article and the article that it repeats", "一篇文章及其所转载的文章"),
        *("article_id original_id similarity changed extractor_version load_id", "article_id original_id"),
    ),
    _table("places", "an administrative division", "一个行政区划", PLACE, "adcode"),
    _table("terms", "a term that a column uses, and what people call it", "列中所用的一个术语及其名称", TERM, "vocabulary term"),
    _table("rejects", "a file or record that could not be read", "一个无法读取的文件或记录", REJECT, "reject_id", "path reject_id"),
    _table("loads", "a run", "一次运行", LOAD, "load_id"),
)

TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in (*_OTHERS, *FACTS)})
