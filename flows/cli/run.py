"""`run`, `backfill` and `plan`: the ingest flow, and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.app import FAILED, REJECTS, InboxOption, LakeOption, app

if TYPE_CHECKING:
    from flows.pipeline import Request, Summary

ProcessesOption = Annotated[int | None, typer.Option("--processes", "-p", min=1, help="How many processes extract [default: one a core].")]


@app.command()
def run(inbox: InboxOption = None, lake: LakeOption = None, processes: ProcessesOption = None) -> None:
    """Read what is new in the inbox into the lake.

    A file is known by its bytes: what was read before is not read again, and a changed file replaces its articles and their facts.
    With a Prefect server (PREFECT_API_URL) the run is a flow run there, with its tasks and artifacts.

    \b
      shizheng run
      shizheng run --inbox ~/articles --lake ~/facts
    """
    from flows.pipeline import Request
    from flows.settings import settings

    carry_out(Request("run", settings(inbox=inbox, lake=lake, processes=processes)))


@app.command()
def backfill(inbox: InboxOption = None, lake: LakeOption = None, processes: ProcessesOption = None) -> None:
    """Read again what older rules have read.

    What is new is read, too. It can be stopped and started again: what was extracted is not extracted twice.

    \b
      shizheng backfill
    """
    from flows.pipeline import Request
    from flows.settings import settings

    carry_out(Request("backfill", settings(inbox=inbox, lake=lake, processes=processes)))


def carry_out(request: Request) -> None:
    """Run a request with progress, print its summary, and end with exit code 1 where too much was rejected."""
    from flows.cli.summary import show_summary
    from flows.cli.terminal import complain
    from flows.engines import server_configured

    try:
        summary = (_on_server if server_configured() or request.settings.dask else _here)(request)
    except KeyboardInterrupt:
        complain("stopped; the lake is as it was", "What was extracted is kept: run again to go on.")
        raise typer.Exit(FAILED) from None
    show_summary(summary)
    if summary.rejected_share > request.settings.reject_share:
        raise typer.Exit(REJECTS)


def _on_server(request: Request) -> Summary:
    from flows.ingest import ingest_on_server

    return ingest_on_server(request)


def _here(request: Request) -> Summary:
    from flows.cli.progress import watching
    from flows.local import Local
    from flows.pipeline import ingest

    with watching() as watch:
        return ingest(request, Local(request.settings.processes), watch)


@app.command()
def plan(
    inbox: InboxOption = None,
    lake: LakeOption = None,
    every: Annotated[bool, typer.Option("--all", "-a", help="Name each file, also those that would not be read.")] = False,
    backfill: Annotated[bool, typer.Option("--backfill", help="What `backfill` would do.")] = False,
) -> None:
    """Say what a run would do, and why. Changes nothing.

    \b
      shizheng plan --inbox ~/articles
      shizheng plan --all
    """
    from flows.cli.summary import show_plan
    from flows.pipeline import Request, plan_run
    from flows.settings import settings

    request = Request("backfill" if backfill else "run", settings(inbox=inbox, lake=lake))
    show_plan(plan_run(request), every)
