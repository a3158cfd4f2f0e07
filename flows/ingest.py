"""The ingest flow on a Prefect server: the steps of `flows.pipeline` as tasks, one a batch, and artifacts that show what a run did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import wraps
from itertools import islice
from typing import Any, ParamSpec, TypeVar, cast

import duckdb
from prefect import flow, get_run_logger, runtime, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas import TaskRun
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterNextScheduledStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Cancelled, Completed
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner
from prefect.tasks import Task

from flows.batches import Batch
from flows.errors import BusyError
from flows.lean import without_pandas
from flows.local import apart
from flows.pipeline import Request, Summary
from flows.pipeline import ingest as carry_out
from flows.planning import Command
from flows.settings import settings
from flows.text import in_markdown
from flows.watch import LogWatch
from warehouse.errors import LakeError
from warehouse.storage import Folder

P = ParamSpec("P")
R = TypeVar("R")

_WAITING = 8  # batches for each process, at work or next in turn
_SKIPPED = "Skipped"


class OnServer:
    """An engine whose steps are tasks of the flow run around it."""

    def call(self, step: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of the step as a task, tried again where the lake or the disk was not to be had."""
        return _task(step)(*args, **kwargs)

    def each(self, step: Callable[[Batch], Folder], items: Iterable[Batch]) -> Iterator[tuple[Batch, Folder]]:
        """The results of a task for each batch, as they finish; so many are asked for at once as memory holds."""
        extraction = _task(_in_main_thread(step) if settings().dask else step)
        waiting = iter(items)
        while asked := {extraction.submit(item): item for item in islice(waiting, _WAITING * settings().processes)}:
            for future in as_completed(list(asked)):
                yield asked[future], future.result()


def _in_main_thread(step: Callable[[Batch], Folder]) -> Callable[[Batch], Folder]:
    """The step as a Dask worker can take it, which computes in threads."""

    @wraps(step)
    def stepped(item: Batch) -> Folder:
        return apart(step, item)

    return stepped


def _task_runner() -> TaskRunner[PrefectFuture[Any]]:
    """Where tasks run: a pool of processes, or the Dask cluster that the settings name."""
    if scheduler := settings().dask:
        from prefect_dask.task_runners import DaskTaskRunner

        return cast("TaskRunner[PrefectFuture[Any]]", DaskTaskRunner(address=scheduler))
    pool = ProcessPoolTaskRunner(max_workers=settings().processes, initializer=without_pandas)
    return cast("TaskRunner[PrefectFuture[Any]]", pool)


@flow(name="ingest", task_runner=_task_runner())
def ingest(
    inbox: str | None = None, lake: str | None = None, command: Command = "run", only: list[str] | None = None
) -> Summary | State[Any]:
    """Read what is new in the inbox into the lake. `inbox` and `lake` are folders, by default those of the settings.

    `command` is run, backfill (what an older version of the rules has read, too) or retry (the paths in `only`).
    """
    _cancel_overtaken()
    request = Request(command, settings(inbox=inbox, lake=lake), frozenset(only or ()))
    try:
        summary = carry_out(request, OnServer(), LogWatch(get_run_logger()))
    except BusyError as busy:
        return Completed(name=_SKIPPED, message=str(busy))
    _show(summary)
    return summary


def ingest_on_server(request: Request) -> Summary:
    """Carry out the request as a flow run. BusyError where another run is at work; what the flow raises, as it raises it."""
    inbox, lake = (str(path.absolute()) for path in (request.settings.inbox, request.settings.lake))
    state = ingest(inbox, lake, request.command, sorted(request.only), return_state=True)
    if state.name == _SKIPPED:
        raise BusyError(str(state.message), "Run again when it is done.")
    return cast(Summary, state.result())


def _task(step: Callable[P, R]) -> Task[P, R]:
    return task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[2, 20], retry_condition_fn=_may_pass)(step)


def _may_pass(_task: Task[Any, Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether trying again may help: the lake was held by somebody, the disk or the network failed."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, (LakeError, OSError, duckdb.Error))


def _show(summary: Summary) -> None:
    """Leave a summary and the new rejects as artifacts, for the server's pages, which take their cells for Markdown."""
    loaded = summary.loaded
    counts = {"files in the inbox": summary.run.files_seen, "files read": summary.run.files_read, "articles added": loaded.articles_added}
    counts |= {"articles removed": loaded.articles_removed, "facts added": loaded.facts_added, "rejects added": loaded.rejects_added}
    rows = [{"what": what, "count": count} for what, count in counts.items()]
    create_table_artifact(rows, "summary", f"Load {loaded.load_id}: {loaded.outcome}, {summary.seconds:.1f} s")
    told = [(r.origin.path, r.message, r.advice) for r in summary.rejects]
    rejects = [dict(zip(("file", "what is wrong", "what to do"), map(in_markdown, row), strict=True)) for row in told]
    if rejects:
        create_table_artifact(rejects, "rejects", f"Load {loaded.load_id}: what could not be read")


def _cancel_overtaken() -> None:
    """Cancel the overdue runs of the same schedule: this run reads all that is new, so that missed runs do not pile up."""
    if runtime.deployment.id is None:
        return
    overdue = FlowRunFilter(  # by their time: a server that was asleep has not yet called them late
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
        next_scheduled_start_time=FlowRunFilterNextScheduledStartTime.model_validate({"before_": datetime.now(UTC)}),
    )
    same = DeploymentFilter(id=DeploymentFilterId(any_=[runtime.deployment.id]))
    with get_client(sync_client=True) as client:
        for run in client.read_flow_runs(flow_run_filter=overdue, deployment_filter=same):
            if str(run.id) != str(runtime.flow_run.id):
                client.set_flow_run_state(run.id, Cancelled(message="overtaken by a later run"), force=True)
