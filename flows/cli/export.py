"""`export`: the lake for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from flows.cli.app import LakeOption, app


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="The folder to write, new or empty.")],
    form: Annotated[Literal["parquet", "csv", "excel", "duckdb"], typer.Option("--format", "-f", help="For which tools.")] = "parquet",
    only: Annotated[list[str] | None, typer.Option("--only", help="A table or view, and none that is not named so.")] = None,
    lake: LakeOption = None,
) -> None:
    """Write tables and views for other tools, with a Frictionless `datapackage.json`.

    CSV is UTF-8 with a byte-order mark, as Excel wants it, and holds no formulas. The DuckDB file opens without extensions.

    \b
      shizheng export facts --format csv
      shizheng export facts --format excel --only claims --only articles
      shizheng export facts --format duckdb
    """
    from flows.cli.terminal import counted, say, table
    from flows.settings import settings
    from warehouse.export import export as exported
    from warehouse.lake import reading
    from warehouse.versions import unknown_columns

    with reading(settings(lake=lake).place) as connection:
        resources = exported(connection, form, folder, only or [])
        newer = unknown_columns(connection)
    files = sorted({resource.path.name for resource in resources})
    say(f"{folder}: {counted(len(files), 'file')} and datapackage.json", "bold")
    table(("file", "MB"), ((name, f"{(folder / name).stat().st_size / 1e6:.1f}") for name in files))
    for note in sorted({resource.note for resource in resources if resource.note}):
        say(note, "dim")
    if newer:
        say(f"left out, for only a newer version knows what it is: {', '.join(newer)}", "yellow")
