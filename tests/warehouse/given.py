"""Documents and extractions of our own to store, without the transforms that would give them."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from transforms.aligned import AlignedText, Span
from transforms.records import (
    Article,
    Boilerplate,
    Document,
    Extraction,
    Finding,
    Incident,
    Nonfact,
    NumberMention,
    Organisation,
    Origin,
    Person,
    Programme,
    Quotation,
    Reject,
    Statistic,
)
from warehouse.loading import Delivery, Loaded, Run, commit
from warehouse.rows import Rows, reject_row, rows_of
from warehouse.staging import stage

TEXT = "青河县公安局今年破获案件120起,同比上升20%,比去年多24起。局长林向东说:“群众满意。”“百日行动”期间救助3人。"
START = datetime(2026, 5, 1, 8, tzinfo=UTC)


def document(path: str = "a.txt", raw: str = TEXT, data: str | None = None) -> Document:
    """A document whose file holds `data` (by default its raw text)."""
    return Document(Origin(path, sha256((data or raw).encode()).hexdigest()), "utf-8", "text/plain", raw, AlignedText.identity(raw))


def bare(text: str) -> Extraction:
    """An extraction of a text that states nothing."""
    article = Article(text[:6], "2026-03", None, None, None, None, "Hans", None, None)
    return Extraction(article, *[()] * 12, text, tuple(text[:4]))


def full(text: str = TEXT) -> Extraction:
    """An extraction with a row for every table."""
    article = Article("破案上升", "2026-03", "青河日报", "青河网", 2026, "今年", "Hans", "654325", "青河县")
    return Extraction(
        article,
        (Boilerplate(58, 59, "spam"),),
        (statistic("120", text), statistic("20%", text, derived_from=(at("120", text), at("24起", text))), statistic("24起", text)),
        (Nonfact(*at("百日行动", text), "百日行动", "name-of-campaign", "name"),),
        (
            Incident(
                *at("救助3人", text),
                "救助3人",
                "rescue",
                "2026-05",
                "青河县",
                "654325",
                "rescue",
                "救助",
                None,
                Decimal("7.5"),
                (at("3", text),),
            ),
        ),
        (Programme(*at("百日行动", text), "百日行动", "quoted", "百日行动", "百日行动", "campaign", "青河县公安局", ("甲", "乙")),),
        (Organisation(*at("青河县公安局", text), "青河县公安局", "suffix", "青河县公安局", ("青河县公安局",), "bureau", "654325", None),),
        (Person(*at("林向东", text), "林向东", "title-name", "林向东", "局长", "青河县公安局", "official"),),
        (Quotation(*at("群众满意。", text), "群众满意。", "said", "林向东"),),
        (Finding("change-of-level", "holds", (at("120", text), at("20%", text)), "20", "20"),),
        (number("120", text), number("20%", text), number("24起", text), number("3", text)),
        (),
        (),
        text,
        ("青河县", "公安局"),
    )


def at(part: str, text: str) -> Span:
    """The span of the first occurrence of a part."""
    return Span(text.index(part), text.index(part) + len(part))


def number(part: str, text: str) -> NumberMention:
    """A number that became a statistic."""
    return NumberMention(*at(part, text), part, Decimal(part.rstrip("%起")), None, "count", "exact", "statistic")


def statistic(part: str, text: str, derived_from: tuple[Span, ...] = ()) -> Statistic:
    """A statistic at the first occurrence of a part."""
    return Statistic(
        *at(part, text),
        quote=part,
        rule="verb-object",
        value=Decimal(part.rstrip("%起")),
        value_high=None,
        bound="exact",
        unit="count",
        classifier="起",
        kind="level",
        direction=None,
        comparison=None,
        metric="破获案件",
        indicator="cases_solved",
        offence="criminal_all",
        period="2026/..",
        place="654325",
        place_name="青河县",
        subject="青河县公安局",
        derived_from=derived_from,
        sentence=Span(0, 35),
    )


def rows(*read: tuple[Document, Extraction] | Reject, version: str = "1") -> Rows:
    """The rows of what a batch read."""
    found: Rows = {}
    for item in read:
        given = {"rejects": [reject_row(item, version)]} if isinstance(item, Reject) else rows_of(*item, version)
        for table, more in given.items():
            found.setdefault(table, []).extend(more)
    return found


def load(connection: object, folder: Path, *read: tuple[Document, Extraction] | Reject, version: str = "1") -> Loaded:
    """Stage what was read and commit it."""
    staged = folder / f"batch-{len(list(folder.iterdir())) if folder.exists() else 0}"
    stage(staged, rows(*read, version=version))
    taken = [item[0].origin.path for item in read if not isinstance(item, Reject)]
    taken += [item.origin.path for item in read if isinstance(item, Reject) and item.origin.file_sha256]
    run = Run("run", START, START, len(read), len(taken), 0, version, "test", "{}")
    return commit(connection, run, Delivery([staged], taken))
