"""How rows lie in the data files: so that a question about a place reads little."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.warehouse.given import START, bare, document, full, rows
from tests.warehouse.test_loading import contents
from warehouse.lake import Lake, writing
from warehouse.loading import Delivery, Run, commit
from warehouse.maintenance import maintain
from warehouse.staging import portions, stage

ROWS = 50_000
PLACES = 500
MADE = f"""
INSERT INTO statistics (fact_id, article_id, place, indicator)
SELECT i::VARCHAR, 'a', lpad((hash(i) % {PLACES})::VARCHAR, 6, '0'), ['incidents', 'cases_recorded'][1 + i % 2] FROM range({ROWS}) AS r(i)
"""


def files(connection, table: str = "statistics") -> list[str]:
    return [file for (file,) in connection.execute(f"SELECT data_file FROM ducklake_list_files('lake', '{table}')").fetchall()]


def groups_with(connection, place: str) -> tuple[int, int]:
    """Row groups that may hold a place, by what the files say of themselves; and all."""
    within = f"count(*) FILTER (stats_min <= '{place}' AND stats_max >= '{place}')"
    query = f"SELECT {within}, count(*) FROM parquet_metadata({files(connection)}) WHERE path_in_schema = 'place'"
    return connection.execute(query).fetchone()


def test_a_question_about_a_place_reads_few_of_the_row_groups(lake) -> None:
    with writing(lake) as connection:
        connection.execute(MADE)
        asked, there = groups_with(connection, "000250")
    assert asked <= 2 and there >= ROWS // 20_000


def test_maintenance_keeps_the_order(lake) -> None:
    with writing(lake) as connection:
        for _ in range(3):
            connection.execute(MADE)
        before = groups_with(connection, "000250")
        list(maintain(connection, datetime.now(UTC), timedelta(days=30)))
        (file,) = files(connection)
        found = connection.execute(f"SELECT place, indicator FROM '{file}' ORDER BY file_row_number").fetchall()
        assert groups_with(connection, "000250")[0] <= before[0]
    of_a_place = [indicator for place, indicator in found if place == "000250"]
    assert of_a_place == sorted(of_a_place) and len(set(of_a_place)) == 2


def test_a_load_of_several_portions_gives_the_same_rows(tmp_path, monkeypatch) -> None:
    given = [(document("a.txt"), full()), (document("b.txt", "另一篇。"), bare("另一篇。")), (document("c.txt"), full())]
    staged = [tmp_path / str(number) for number in range(3)]
    for folder, item in zip(staged, given, strict=True):
        stage(folder, rows(item))
    found = []
    for size in (1, 10**9):
        monkeypatch.setattr("warehouse.loading.portions", lambda paths, size=size: portions(paths, size))
        with writing(Lake(tmp_path / f"lake{size}")) as connection:
            commit(connection, Run("run", START, START, 3, 3, 0, "1", "test", "{}"), Delivery(staged, ["a.txt", "b.txt", "c.txt"]))
            found.append((contents(connection), len(files(connection, "articles"))))
    (many, several), (whole, one) = found
    assert many == whole and len(whole["articles"]) == 2 and (several, one) == (2, 1)


def test_portions_are_filled_in_order(tmp_path) -> None:
    paths = []
    for name, size in (("a", 6), ("b", 6), ("c", 30), ("d", 1)):
        paths.append(str(tmp_path / name))
        (tmp_path / name).write_bytes(b"." * size)
    assert list(portions(paths, 10)) == [paths[:2], paths[2:3], paths[3:]]
    assert list(portions([], 10)) == []
