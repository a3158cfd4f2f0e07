from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.warehouse.given import document, full, load
from tests.warehouse.test_loading import contents
from warehouse.lake import reading, writing
from warehouse.maintenance import maintain


def test_maintenance_leaves_fewer_files_and_the_same_rows(lake, tmp_path) -> None:
    with writing(lake) as connection:
        for name in "abcd":
            load(
                connection,
                tmp_path / "s",
                (document(f"{name}.txt", f"{name}破获120起,20%,24起。局长林向东说:“群众满意。”百日行动救助3人。青河县公安局"), full()),
            )
        before, files = contents(connection), sorted(lake.data.rglob("*.parquet"))
        later = datetime.now(UTC) + timedelta(days=4)
        done = dict(maintain(connection, later, timedelta(days=1)))
        assert contents(connection) == before
    assert done["tables whose small files were merged"] > 0 and done["snapshots that were expired"] > 0
    assert len(sorted(lake.data.rglob("*.parquet"))) < len(files)
    with reading(lake) as connection:
        assert contents(connection) == before


def test_what_a_reader_may_still_need_stays(lake, tmp_path) -> None:
    with writing(lake) as connection:
        for name in "ab":
            load(connection, tmp_path / "s", (document(f"{name}.txt"), full()))
        files = set(lake.data.rglob("*.parquet"))
        done = dict(maintain(connection, datetime.now(UTC), timedelta(days=30)))
    assert done["snapshots that were expired"] == done["files that were deleted"] == 0
    assert files <= set(lake.data.rglob("*.parquet"))
