"""Copies of the lake for other tools: Parquet, CSV, Excel, or one DuckDB file, each with a Frictionless `datapackage.json` beside it.

A copy is of one snapshot, and appears whole or not at all.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from duckdb import DuckDBPyConnection

from warehouse.errors import LakeError
from warehouse.export.database import EXPORTED, write_database
from warehouse.export.excel import write_excel
from warehouse.export.package import package
from warehouse.export.text import write_csv, write_parquet
from warehouse.export.things import Resource, Thing, things
from warehouse.lake import transaction
from warehouse.snapshots import current_snapshot

Writer = Callable[[DuckDBPyConnection, Sequence[Thing], Path], Sequence[Resource]]

WRITERS: Mapping[str, Writer] = {"parquet": write_parquet, "csv": write_csv, "excel": write_excel, "duckdb": write_database}


class ExportError(LakeError):
    """What was asked for cannot be written."""

    exit_code = 2


def export(connection: DuckDBPyConnection, form: str, folder: Path, names: Sequence[str] = ()) -> Sequence[Resource]:
    """Write tables and views, all or those named, in one of the forms of `WRITERS` to a folder that is new or empty: what was written.

    ExportError where the folder holds something, or a name is none.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ExportError(f"{folder} is there already", "Name a folder that is new or empty.")
    wanted = _named(names)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        with transaction(connection):
            resources = WRITERS[form](connection, wanted, unfinished)
            snapshot = current_snapshot(connection)
        connection.execute(f"DETACH DATABASE IF EXISTS {EXPORTED}")  # which completes its file
        package(snapshot, resources, unfinished)
        unfinished.chmod(0o755)
        unfinished.replace(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return resources


def _named(names: Sequence[str]) -> Sequence[Thing]:
    known = things()
    for name in names:
        if name not in known:
            raise ExportError(f"there is no table or view {name!r}", f"There are {', '.join(known)}.")
    return [known[name] for name in names or known]
