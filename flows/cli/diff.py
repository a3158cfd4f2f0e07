"""`diff`: what changed between two snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.app import LakeOption, app
from flows.cli.query import FormatOption

if TYPE_CHECKING:
    from warehouse.diff import Change


@app.command()
def diff(
    old: Annotated[str | None, typer.Argument(help="A snapshot, or a time (UTC) [default: the last but one].", show_default=False)] = None,
    new: Annotated[str | None, typer.Argument(help="A snapshot, or a time (UTC) [default: the last].", show_default=False)] = None,
    lake: LakeOption = None,
    table: Annotated[str | None, typer.Option("--table", "-t", help="List the rows of this table, not the counts of all.")] = None,
    form: FormatOption = "table",
) -> None:
    """Show what was added, removed and changed between two snapshots of the lake.

    Each run that loads something leaves a snapshot: shizheng sql 'FROM lake.snapshots()'.

    \b
      shizheng diff
      shizheng diff 3 7 --table statistics
      shizheng diff 2026-03-01 --format csv
    """
    from dataclasses import astuple

    from flows.cli.terminal import say, write
    from flows.settings import settings
    from warehouse.diff import Counts, changes, counts, snapshot
    from warehouse.lake import reading

    with reading(settings(lake=lake).place) as connection:
        before, after = snapshot(connection, old, 2), snapshot(connection, new, 1)
        if form == "table":
            say(f"from snapshot {before} to {after}", "bold")
        if table is None:
            rows = (row for row in counts(connection, before, after) if row.added or row.removed or row.changed)
            write(form, tuple(Counts.__dataclass_fields__), map(astuple, rows))
        else:
            write(form, ("what", "key", "columns"), map(_cells, changes(connection, _named(table), before, after)))


def _named(table: str) -> str:
    from flows.errors import UsageError
    from warehouse.tables import TABLES

    if table not in TABLES:
        raise UsageError(f"there is no table {table!r}", f"There are {', '.join(TABLES)}.")
    return table


def _cells(change: Change) -> tuple[object, ...]:
    from flows.cli.terminal import cell

    pairs = (f"{name}: {cell(old) or '–'} → {cell(new) or '–'}" for name, (old, new) in change.columns.items())
    one = (f"{name}: {cell(old if change.what == 'removed' else new)}" for name, (old, new) in change.columns.items())
    return change.what, " ".join(map(str, change.key)), "; ".join(pairs if change.what == "changed" else one)
