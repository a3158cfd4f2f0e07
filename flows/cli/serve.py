"""`serve`: the ingest flow on its schedule."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.app import InboxOption, LakeOption, app


@app.command()
def serve(
    inbox: InboxOption = None,
    lake: LakeOption = None,
    cron: Annotated[str | None, typer.Option("--cron", help="When to run [SHIZHENG_CRON; default: */15 * * * *].")] = None,
) -> None:
    """Run the flow on a schedule, until stopped.

    A Prefect server shows the runs. Where none is configured (PREFECT_API_URL), one is started on this machine and stopped at the end.
    Runs do not overlap, and runs that were missed are not made up for: one run reads all that is new.

    \b
      shizheng serve --cron '*/5 * * * *'
      SHIZHENG_INBOX=/srv/inbox SHIZHENG_LAKE=/srv/lake shizheng serve
    """
    from flows.schedule import serve_schedule
    from flows.settings import settings

    serve_schedule(settings(inbox=inbox, lake=lake, cron=cron))
