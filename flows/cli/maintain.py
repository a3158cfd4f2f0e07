"""`maintain`: keeping the lake in shape, looking whether it is whole, copying it and bringing it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.app import REJECTS, LakeOption, app

if TYPE_CHECKING:
    from warehouse.backup import Copied
    from warehouse.lake import Lake

family = typer.Typer(
    help="""Compact the lake's files and let go of old snapshots; verify it, back it up, restore it.

Without a further word it compacts: no row changes, queries go on, runs wait.

\b
  shizheng maintain
  shizheng maintain --keep-days 365
  shizheng maintain verify
  shizheng maintain backup /backups/lake
  shizheng maintain restore /backups/lake --lake lake
""",
    invoke_without_command=True,
    rich_markup_mode=None,
)
app.add_typer(family, name="maintain")

KeepOption = Annotated[int, typer.Option("--keep-days", min=0, help="Days that earlier snapshots stay.")]


@family.callback()
def maintain(context: typer.Context, lake: LakeOption = None, keep_days: KeepOption = 30) -> None:
    """Compact, unless a further word says what else to do."""
    if context.invoked_subcommand is None:
        _compact(_lake(lake), keep_days)
    elif lake is not None:
        raise typer.BadParameter(f"say --lake after `{context.invoked_subcommand}`, not before it")


def _compact(place: Lake, keep_days: int) -> None:
    import shutil
    from datetime import UTC, datetime, timedelta

    from flows.cli.terminal import table
    from flows.lock import only_run
    from warehouse.lake import writing
    from warehouse.maintenance import maintain as maintained

    now = datetime.now(UTC)
    with only_run(place, now), writing(place) as connection:
        table(("done", "what"), ((count, what) for what, count in maintained(connection, now, timedelta(days=keep_days))))
        shutil.rmtree(place.spill, ignore_errors=True)  # of a load that was killed


@family.command()
def verify(lake: LakeOption = None) -> None:
    """Look whether the lake is whole: files, hashes, rows, references, quotes read again from the raw texts. Changes nothing.

    \b
      shizheng maintain verify
      shizheng maintain verify --lake /backups/lake
    """
    if not _verified(_lake(lake)):
        raise typer.Exit(REJECTS)


@family.command()
def backup(folder: Annotated[Path, typer.Argument(help="Where the copy lies.")], lake: LakeOption = None) -> None:
    """Copy the lake to a folder, or bring an earlier copy there up to date. Runs and queries go on. The copy is a lake itself.

    \b
      shizheng maintain backup /backups/lake
    """
    from datetime import UTC, datetime

    from flows.lock import only_run
    from warehouse.backup import back_up
    from warehouse.lake import Lake

    place = _lake(lake)
    target = Lake(folder)
    with only_run(target, datetime.now(UTC)):
        _show(folder, back_up(place, target))


@family.command()
def restore(folder: Annotated[Path, typer.Argument(help="The backup.")], lake: LakeOption = None) -> None:
    """Make the lake from a backup, where there is none (any more), and verify it.

    \b
      shizheng maintain restore /backups/lake --lake lake
    """
    from datetime import UTC, datetime

    from flows.lock import only_run
    from flows.settings import settings
    from warehouse.backup import restore as restored
    from warehouse.lake import Lake

    place = settings(lake=lake).place
    with only_run(place, datetime.now(UTC)):
        _show(place.folder, restored(Lake(folder), place))
    if not _verified(place):
        raise typer.Exit(REJECTS)


@family.command()
def inbox(folder: Annotated[Path, typer.Argument(help="The folder that articles are dropped into now.")], lake: LakeOption = None) -> None:
    """Name another folder as the inbox of the lake. A lake serves one inbox; where it was just moved, runs see that for themselves.

    \b
      shizheng maintain inbox /srv/articles
    """
    from datetime import UTC, datetime

    from flows.cli.terminal import say
    from flows.home import name_inbox
    from flows.lock import only_run
    from flows.settings import settings

    place, now = _lake(lake), datetime.now(UTC)
    with only_run(place, now):
        name_inbox(settings(lake=lake, inbox=folder), now)
    say(f"the inbox of {place.folder} is {folder.absolute()}")


def _lake(folder: Path | None) -> Lake:
    from flows.errors import UsageError
    from flows.settings import settings

    place = settings(lake=folder).place
    if not place.exists:
        raise UsageError(f"there is no lake at {place.folder}", "Make one with `shizheng run`, or name another with --lake.")
    return place


def _verified(place: Lake) -> bool:
    """Print the checks of a lake; whether all hold."""
    from flows.cli.terminal import say, table
    from warehouse.lake import inspecting
    from warehouse.verification import verify as checks_of

    with inspecting(place) as connection:
        checks = list(checks_of(connection, place.data))
    table(("what", "looked at", "broken"), ((check.promise, check.looked_at, check.broken) for check in checks))
    for check in checks:
        for example in check.examples:
            say(f"{check.promise}: not so for {example}", "red")
    whole = all(check.holds for check in checks)
    say(
        f"{place.storage or place.folder} is whole." if whole else "The lake is damaged: restore a backup, or remove it and run again.",
        "" if whole else "red",
    )
    return whole


def _show(folder: Path, copied: Copied) -> None:
    from flows.cli.terminal import counted, say

    new = f"{counted(copied.new_files, 'file')} ({copied.new_bytes:,} bytes) of it new"
    say(f"{folder}: {counted(copied.files, 'file')} ({copied.bytes:,} bytes), {new}.")
