"""Keeping the lake in shape: few files of a good size, no snapshot that nobody needs, no file that belongs to none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from duckdb import DuckDBPyConnection

from warehouse.ddl import literal
from warehouse.lake import keep_articles_apart

# How long a reader may go on with files that are no longer needed: a day at least. In a SQLite catalog DuckLake compares these times
# as texts of two forms, which agree to the day and no further.
_GRACE = timedelta(days=2)


def maintain(connection: DuckDBPyConnection, now: datetime, keep: timedelta) -> Iterator[tuple[str, int]]:
    """Compact, expire snapshots older than `keep`, delete what nothing refers to: what was done, and how many times, step by step.

    What is deleted has been unneeded for a day, so that a query that runs now still finds its files.
    """
    connection.execute("SET memory_limit = '4GB'")  # nothing else is at work, and DuckLake sorts what it merges in one go
    keep_articles_apart(connection)
    grace = f"older_than => {_time(now - _GRACE)}"
    steps = {
        "tables whose small files were merged": "ducklake_merge_adjacent_files('lake')",
        "tables whose files with deleted rows were rewritten": "ducklake_rewrite_data_files('lake')",
        "snapshots that were expired": f"ducklake_expire_snapshots('lake', older_than => {_time(now - keep)})",
        "files that were deleted": f"ducklake_cleanup_old_files('lake', {grace})",
        "files of killed runs that were deleted": f"ducklake_delete_orphaned_files('lake', {grace})",
    }
    for what, step in steps.items():
        yield what, len(connection.execute(f"CALL {step}").fetchall())


def _time(when: datetime) -> str:
    return f"{literal(when.isoformat())}::TIMESTAMPTZ"
