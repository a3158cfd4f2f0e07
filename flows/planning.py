"""What a run has to do, and why: files of the inbox held against the ledger of the lake, by content and not by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from flows.discovery import Found, discover, file_hash, unreadable
from flows.errors import UsageError
from transforms.records import Reject
from warehouse.identity import reject_id
from warehouse.lake import Lake, reading
from warehouse.ledger import Seen, inbox_of, partners, seen_files, unread, vanished_files

Command = Literal["run", "backfill", "retry"]
_Hashed = tuple[Found, str]  # a file with the hash of its bytes

READ = MappingProxyType({
    "new": "not seen before",
    "changed": "their bytes have changed",
    "version": "read by another version of the rules",
    "retry": "asked for again",
    "evidence": "they give an article whose evidence was in a changed file",
})  # fmt: skip
KEPT = MappingProxyType({
    "loaded": "loaded already, unchanged",
    "rejected": "rejected already, unchanged",
    "outdated": "loaded by another version of the rules; `shizheng backfill` reads them again",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planned:
    """A file and what to do with it: `reason` is a key of READ or of KEPT."""

    found: Found
    file_sha256: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What the lake knows.

    Of the files that are there those that it has read, by their paths; how many others it has read; the ids of the rejects of what could
    not be opened; and the inbox that fills it.
    """

    files: Mapping[str, Seen] = field(default_factory=dict)
    vanished: int = 0
    rejects: Collection[str] = frozenset()
    inbox: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do about an inbox.

    All files in order; rejects that the lake does not know yet; ids of rejects whose cause has gone; how many known files have vanished.
    """

    files: tuple[Planned, ...]
    rejects: tuple[Reject, ...]
    mended: tuple[str, ...]
    vanished: int

    @property
    def reading(self) -> tuple[Planned, ...]:
        """The files to read."""
        return tuple(planned for planned in self.files if planned.reason in READ)

    @property
    def bytes(self) -> int:
        """How much there is to read."""
        return sum(planned.found.size for planned in self.reading)

    @property
    def counts(self) -> Counter[str]:
        """How many files there are for each reason."""
        return Counter(planned.reason for planned in self.files)


def make_plan(inbox: Path, lake: Lake, command: Command, version: str, only: Collection[str] = frozenset()) -> Plan:
    """What `command` would do; `only` are the paths that a retry asks for. Reads the inbox and the lake, and changes neither.

    UsageError where there is no inbox, or where the lake is filled from another.
    """
    items = [*_hashed(discover(inbox))]
    if not lake.exists:
        return _plan(items, Ledger(), command, version, only)
    with reading(lake) as connection:
        paths = [*map(_path, items)]
        known = seen_files(connection, paths), vanished_files(connection, paths)
        ledger = Ledger(*known, unread(connection), inbox_of(connection))
        plan = _plan(items, ledger, command, version, only)
        if ledger.inbox not in {None, str(inbox.resolve())}:
            _refuse_stranger(inbox, ledger, plan)
        changed = [planned.found.path for planned in plan.files if planned.reason == "changed"]
        again = partners(connection, changed) if changed else set()
    return replace(plan, files=tuple(_again(planned, again) for planned in plan.files))


def _refuse_stranger(inbox: Path, ledger: Ledger, plan: Plan) -> None:
    """UsageError where a folder is no moved inbox: of the paths that the lake knows, most hold other bytes, or none is there."""
    known = [
        ledger.files[planned.found.path].file_sha256 == planned.file_sha256 for planned in plan.files if planned.found.path in ledger.files
    ]
    if (ledger.files or ledger.vanished) and 2 * sum(known) <= len(known):
        raise UsageError(
            f"the lake is filled from {ledger.inbox}, and {inbox} has other files",
            "Each lake serves one inbox: name another lake with --lake, or make this its inbox with `shizheng maintain inbox FOLDER`.",
        )


def reason(command: Command, version: str, seen: Seen | None, file_sha256: str, asked: bool) -> str:
    """Why a file is read (a key of READ) or is not (a key of KEPT)."""
    if command == "retry" and asked:
        return "retry"
    if seen is None:
        return "new"
    if seen.file_sha256 != file_sha256:
        return "changed"
    if seen.extractor_version != version:
        return "version" if command == "backfill" else "outdated"
    return "rejected" if seen.rejects else "loaded"


def _plan(items: Iterable[_Hashed | Reject], ledger: Ledger, command: Command, version: str, only: Collection[str]) -> Plan:
    files, rejects = [], []
    for item in items:
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            found, file_sha256 = item
            why = reason(command, version, ledger.files.get(found.path), file_sha256, found.path in only)
            files.append(Planned(found, file_sha256, why))
    return Plan(
        files=tuple(planned for planned in files if command != "retry" or planned.found.path in only),
        rejects=tuple(reject for reject in rejects if reject.origin.path in only or reject_id(reject) not in ledger.rejects),
        mended=tuple(sorted(set(ledger.rejects) - {reject_id(reject) for reject in rejects})),
        vanished=ledger.vanished,
    )


def _path(item: _Hashed | Reject) -> str:
    return item.origin.path if isinstance(item, Reject) else item[0].path


def _hashed(items: Iterable[Found | Reject]) -> Iterator[_Hashed | Reject]:
    for item in items:
        try:
            yield item if isinstance(item, Reject) else (item, file_hash(item.file))
        except OSError as error:
            yield unreadable(item.path, error) if isinstance(item, Found) else item


def _again(planned: Planned, partners: Collection[str]) -> Planned:
    return replace(planned, reason="evidence") if planned.found.path in partners and planned.reason in KEPT else planned
