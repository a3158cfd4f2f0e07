"""`maintain`: keeping the lake in shape."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.app import LakeOption, app


@app.command()
def maintain(
    lake: LakeOption = None,
    keep_days: Annotated[int, typer.Option("--keep-days", min=0, help="Days that earlier snapshots stay.")] = 30,
) -> None:
    """Compact the lake's files and let go of old snapshots. No row changes; runs wait.

    \b
      shizheng maintain
      shizheng maintain --keep-days 365
    """
    from datetime import UTC, datetime, timedelta

    from flows.cli.terminal import table
    from flows.errors import UsageError
    from flows.lock import only_run
    from flows.settings import settings
    from warehouse.lake import Lake, writing
    from warehouse.maintenance import maintain as maintained

    place, now = Lake(settings(lake=lake).lake), datetime.now(UTC)
    if not place.exists:
        raise UsageError(f"there is no lake at {place.folder}", "Make one with `shizheng run`, or name another with --lake.")
    with only_run(place.folder, now), writing(place) as connection:
        table(("done", "what"), ((count, what) for what, count in maintained(connection, now, timedelta(days=keep_days))))
