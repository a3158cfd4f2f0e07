"""The ingest flow as a plain function of its steps: plan, extract in batches, load. An engine says where the steps run."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import ParamSpec, Protocol, TypeVar

import duckdb

from flows.batches import Batch, Terms, batches, extract_batch
from flows.errors import MemoryRunError
from flows.lock import only_run
from flows.planning import Command, Plan, make_plan
from flows.reference import reference
from flows.settings import Settings, recorded
from transforms.checks.across import across
from transforms.checks.reprints import compare
from transforms.extraction import EXTRACTOR_VERSION
from transforms.records import Reject
from warehouse.lake import Lake, writing
from warehouse.loading import Delivery, Loaded, Run, commit, record_failure
from warehouse.rejects import rejects
from warehouse.rows import reject_row
from warehouse.staging import stage
from warehouse.storage import Folder, remove

P = ParamSpec("P")
R = TypeVar("R")


class Engine(Protocol):
    """Where steps run: here and in a pool of processes, or as tasks of a Prefect flow."""

    def call(self, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of one step."""
        ...

    def each(self, step: Callable[[Batch], Folder], items: Iterable[Batch]) -> Iterator[tuple[Batch, Folder]]:
        """The results of a step for each item, as they come; items are taken when they have their turn, for they may be many."""
        ...


class Watch(Protocol):
    """Who looks on: a person at a terminal, or a log."""

    def planned(self, plan: Plan) -> None:
        """The run knows what it has to do."""
        ...

    def extracted(self, size: int) -> None:
        """So many more bytes of the inbox have been extracted."""
        ...

    def loading(self) -> None:
        """All is extracted; the load begins."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: a command, its settings, and for a retry the paths."""

    command: Command
    settings: Settings
    only: frozenset[str] = frozenset()

    @property
    def lake(self) -> Lake:
        """The lake that it is about."""
        return self.settings.place


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: `rejects` are those that it wrote, `open_rejects` counts all that nobody has mended or set aside."""

    plan: Plan
    run: Run
    loaded: Loaded
    rejects: tuple[Reject, ...]
    open_rejects: int

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.run.ended - self.run.started).total_seconds()

    @property
    def rejected_share(self) -> float:
        """The new rejects as a share of what the run loaded, documents and rejects."""
        return self.loaded.rejects_added / max(self.loaded.documents_added + self.loaded.rejects_added, 1)


def ingest(request: Request, engine: Engine, watch: Watch) -> Summary:
    """Plan, extract and load. BusyError where another run is at work; LakeError or OSError where the lake or the inbox is not to be had."""
    started = datetime.now(UTC)
    with only_run(request.lake, started):
        plan = engine.call(plan_run, request)
        watch.planned(plan)
        try:
            staged = []
            for batch, folder in engine.each(extract_batch, _batches(request, plan)):
                watch.extracted(batch.share)
                staged.append(folder)
            watch.loading()
            return engine.call(load_run, request, plan, staged, started)
        except Exception as error:
            _record_failure(request, plan, started, error)
            if isinstance(error, MemoryError):
                raise MemoryRunError from error
            raise


def plan_run(request: Request) -> Plan:
    """What the request has to do."""
    return make_plan(request.settings.inbox, request.lake, request.command, EXTRACTOR_VERSION, request.only)


def load_run(request: Request, plan: Plan, staged: Sequence[Folder], started: datetime) -> Summary:
    """Commit what was staged in one transaction, then clear the staging folder, and what a killed load left beside it."""
    folders = [*staged, *_stage_rejects(request.lake.staging / "rejects", plan)]
    run = _run(request, plan, started)
    with writing(request.lake) as connection:
        taken = [planned.found.path for planned in plan.reading]
        loaded = commit(connection, run, Delivery(folders, taken, plan.mended, reference(), compare, across))
        quarantine = rejects(connection)
    for folder in (request.lake.staging, request.lake.spill):
        remove(folder)
    new = tuple(row.reject for row in quarantine if row.load_id == loaded.load_id)
    return Summary(plan, run, loaded, new, len(quarantine))


def _batches(request: Request, plan: Plan) -> Iterator[Batch]:
    """Batches of the wished size, or smaller where all processes would not have one."""
    settings = request.settings
    size = min(settings.batch_bytes, max(plan.bytes // settings.processes, 1))
    return batches(plan.reading, request.lake.staging.absolute(), size, Terms(settings.fields, settings.document_seconds))


def _stage_rejects(folder: Folder, plan: Plan) -> list[Folder]:
    remove(folder)
    if plan.rejects:
        stage(folder, {"rejects": [reject_row(reject, EXTRACTOR_VERSION) for reject in plan.rejects]})
    return [folder] if plan.rejects else []


def _run(request: Request, plan: Plan, started: datetime) -> Run:
    return Run(
        command=request.command,
        started=started,
        ended=datetime.now(UTC),
        files_seen=len(plan.files) + len(plan.rejects),
        files_read=len(plan.reading),
        bytes_read=plan.bytes,
        extractor_version=EXTRACTOR_VERSION,
        software=software(),
        settings=recorded(request.settings),
    )


def software() -> str:
    """The versions of what does the work."""
    return f"shizheng {version('shizheng')}, DuckDB {duckdb.__version__}, Python {platform.python_version()}"


def _record_failure(request: Request, plan: Plan, started: datetime, error: Exception) -> None:
    try:
        with writing(request.lake) as connection:
            record_failure(connection, _run(request, plan, started), f"{type(error).__name__}: {error}")
    except Exception as second:  # the lake itself may be what failed; the first error is the one to tell
        error.add_note(f"(the failure could not be recorded either: {second})")
