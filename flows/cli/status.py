"""`status`: how the lake stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.cli.app import LakeOption, app

if TYPE_CHECKING:
    from warehouse.status import LastRun


@app.command()
def status(lake: LakeOption = None) -> None:
    """Show what the lake holds, its last runs, and what is open.

    \b
      shizheng status
    """
    from datetime import UTC, datetime

    from flows.cli.terminal import counted, heading, say, table
    from flows.settings import settings
    from warehouse.lake import reading
    from warehouse.status import status as status_of
    from warehouse.tables import TABLES
    from warehouse.versions import unknown_columns

    place = settings(lake=lake).place
    with reading(place) as connection:
        found = status_of(connection)
        newer = unknown_columns(connection)
    age = datetime.now(UTC) - found.changed
    say(f"{place.folder}: snapshot {found.snapshot}, {found.changed:%Y-%m-%d %H:%M:%S} UTC ({_ago(age.total_seconds())})", "bold")
    table(("table", "rows", "one row for"), ((name, rows, TABLES[name].en) for name, rows in found.rows.items()))
    heading("last runs")
    table(("load", "command", "when (UTC)", "took", "outcome", "articles", "rejects"), map(_run, found.runs))
    for run in found.runs:
        if run.message:
            say(f"run {run.load_id} failed: {run.message}", "red")
    if found.open_rejects:
        say(f"{counted(found.open_rejects, 'open reject')}: shizheng rejects list", "yellow")
    if newer:
        say(f"a newer version has written to this lake; this one reads past {', '.join(newer)}, and does not write", "yellow")


def _run(run: LastRun) -> tuple[object, ...]:
    took = f"{(run.ended - run.started).total_seconds():.1f} s"
    return run.load_id, run.command, run.started, took, run.outcome, run.articles_added, run.rejects_added


def _ago(seconds: float) -> str:
    for size, name in ((86400, "days"), (3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name} ago"
    return "just now"
