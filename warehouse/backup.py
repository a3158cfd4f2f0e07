"""A copy of a lake that is a lake itself: made while runs and queries go on, brought up to date by copying only what is new.

Data files never change, and each is kept for as long as a snapshot needs it; so a copy of the catalog at one moment (SQLite's online
backup) and the files that it names are one state of the lake. The catalog comes last: a copy that was stopped is what it was before.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from warehouse.errors import LakeError
from warehouse.files import DataFile, catalogued, known_hashes, write_hashes
from warehouse.lake import Lake, inspecting, remove_catalog

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds, and how much of it was new to it: data files and their bytes."""

    files: int
    bytes: int
    new_files: int
    new_bytes: int


def back_up(lake: Lake, target: Lake) -> Copied:
    """Bring `target` to the state of the lake.

    LakeError where it holds another lake or was written to, and where a file of the lake is missing or damaged.
    """
    if target.exists:
        _refuse_other(lake, target)
    return _copy(lake, target)


def restore(backup: Lake, lake: Lake) -> Copied:
    """Make a lake from a backup, where there is none; LakeError where there is one, or where the backup is damaged."""
    if lake.exists or (lake.own_data.exists() and any(lake.own_data.rglob("*.parquet"))):
        raise LakeError(f"there is a lake at {lake.folder} already", "Move that folder away first, or name another with --lake.")
    return _copy(backup, lake)


def _copy(source: Lake, target: Lake) -> Copied:
    incoming = Lake(target.folder / "incoming")
    incoming.folder.mkdir(parents=True, exist_ok=True)
    _copy_catalog(source, incoming)
    with inspecting(incoming) as connection:
        files = catalogued(connection)
    hashes, new = _copy_files(source.own_data, target.own_data, files)
    target.own_data.mkdir(exist_ok=True)
    write_hashes(target.own_data, hashes)
    remove_catalog(target.catalog)
    incoming.catalog.rename(target.catalog)
    shutil.rmtree(incoming.folder)
    _forget(target.own_data, {file.path for file in files})
    return Copied(len(files), sum(file.size for file in files), len(new), sum(file.size for file in new))


def _copy_catalog(source: Lake, target: Lake) -> None:
    """The catalog at one moment, as a file of its own."""
    if not source.exists:
        raise LakeError(f"there is no lake at {source.folder}", "Name the folder that holds its catalog.sqlite.")
    remove_catalog(target.catalog)
    with closing(sqlite3.connect(source.catalog, timeout=30)) as old, closing(sqlite3.connect(target.catalog)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode = DELETE")


def _copy_files(source: Path, target: Path, files: Iterable[DataFile]) -> tuple[dict[str, str], list[DataFile]]:
    """Copy the files that the target lacks: the hashes of all, and those that were new."""
    expected, present = known_hashes(source), known_hashes(target)
    hashes, new = {}, []
    for file in files:
        there = (target / file.path).is_file() and present.get(file.path) == expected.get(file.path, "")
        hashes[file.path] = present[file.path] if there else _copy_file(source / file.path, target / file.path, expected.get(file.path))
        new += [] if there else [file]
    return hashes, new


def _copy_file(source: Path, target: Path, expected: str | None) -> str:
    """Copy a file so that it appears whole; the SHA-256 of what was copied. LakeError where it is missing, or not as expected."""
    taken, unfinished = sha256(), target.with_suffix(".part")
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with source.open("rb") as old, unfinished.open("wb") as new:
            while chunk := old.read(_CHUNK):
                taken.update(chunk)
                new.write(chunk)
            new.flush()
            os.fsync(new.fileno())
    except FileNotFoundError:
        raise LakeError(f"{source} is missing", "`shizheng maintain verify` shows what else is.") from None
    if expected not in {None, taken.hexdigest()}:
        unfinished.unlink()
        raise LakeError(f"{source} is damaged: its SHA-256 has changed", "`shizheng maintain verify` shows what else is.")
    unfinished.rename(target)
    return taken.hexdigest()


def _forget(data: Path, needed: set[str]) -> None:
    """Remove what a copy has of files that no snapshot needs any more."""
    for file in data.rglob("*.*"):
        if file.is_file() and file.relative_to(data).as_posix() not in needed:
            file.unlink()


def _refuse_other(lake: Lake, target: Lake) -> None:
    """LakeError where the target is no earlier state of this lake."""
    (our_id, ours), (their_id, theirs) = _history(lake), _history(target)
    newest = max(theirs)
    if our_id != their_id or newest > max(ours) or ours.get(newest, theirs[newest]) != theirs[newest]:
        problem = f"{target.folder} holds another lake, or one that was written to since it was copied"
        raise LakeError(problem, "Name an empty folder for the backup.")


def _history(lake: Lake) -> tuple[str, dict[int, str]]:
    """What tells a lake from others, and when each of its snapshots was made."""
    with closing(sqlite3.connect(lake.catalog, timeout=30)) as catalog:
        (uuid,) = catalog.execute("SELECT schema_uuid FROM ducklake_schema ORDER BY schema_id LIMIT 1").fetchone()
        return uuid, dict(catalog.execute("SELECT snapshot_id, snapshot_time FROM ducklake_snapshot").fetchall())
