from __future__ import annotations

from itertools import permutations

import pytest

from tests.warehouse.given import START, TEXT, bare, document, full, load
from transforms.records import Origin, Reject
from warehouse.lake import Lake, writing
from warehouse.ledger import Seen, partners, seen_files, vanished_files
from warehouse.loading import Run, record_failure
from warehouse.rejects import drop, named, rejects
from warehouse.status import status
from warehouse.tables import TABLES

PADDED = f"{TEXT}\n分享到微信"


def contents(connection) -> dict[str, list]:
    """All rows of the lake but for what names the load."""
    volatile = {"load_id", "started", "ended"}
    return {
        table.name: sorted(
            connection.execute(
                f"SELECT {', '.join(chr(34) + n + chr(34) for n in table.names if n not in volatile)} FROM {table.name}"
            ).fetchall(),
            key=repr,
        )
        for table in TABLES.values()
        if table.name != "loads"
    }


@pytest.fixture
def connection(lake):
    with writing(lake) as opened:
        yield opened


def paths(connection) -> list[str]:
    return [path for (path,) in connection.execute("SELECT path FROM documents ORDER BY path").fetchall()]


def test_a_load_writes_every_table_and_its_own_row(connection, tmp_path) -> None:
    loaded = load(connection, tmp_path / "s", (document(), full()))
    rows = status(connection).rows
    assert (loaded.load_id, loaded.documents_added, loaded.articles_added, loaded.outcome) == (1, 1, 1, "done")
    assert loaded.facts_added == sum(
        rows[name] for name in ("statistics", "numbers", "incidents", "programmes", "organisations", "persons", "quotations", "findings")
    )
    assert rows["statistics"] == 3 and rows["findings"] == 1
    assert connection.execute("SELECT load_id, outcome, articles_added, software FROM loads").fetchall() == [(1, "done", 1, "test")]


def test_the_same_article_in_two_files_gives_its_facts_once(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document("a.txt"), full()), (document("b.txt"), full()))
    load(connection, tmp_path / "s", (document("c.txt", PADDED), full()))
    rows = status(connection).rows
    assert (rows["documents"], rows["articles"], rows["statistics"]) == (3, 1, 3)


def test_the_order_of_arrival_makes_no_difference(tmp_path) -> None:
    copies = [(document("a.txt"), full()), (document("b.txt", PADDED), full()), (document("c.txt", f"首页>\n{TEXT}"), bare(TEXT))]
    found = []
    for order in permutations(copies):
        folder = tmp_path / str(len(found))
        with writing(Lake(folder / "lake")) as connection:
            for copy in order:
                load(connection, folder / "s", copy)
            found.append(contents(connection))
    with writing(Lake(tmp_path / "at-once")) as connection:
        load(connection, tmp_path / "all", *copies)
        found.append(contents(connection))
    assert all(lake == found[0] for lake in found)


def test_a_changed_file_replaces_its_facts(connection, tmp_path) -> None:
    changed = TEXT.replace("120", "130")
    load(connection, tmp_path / "s", (document(), full()), (document("b.txt", "另一篇。"), bare("另一篇。")))
    loaded = load(connection, tmp_path / "s", (document(raw=changed), bare(changed)))
    assert (loaded.articles_added, loaded.articles_removed) == (1, 1)
    assert connection.execute("SELECT raw FROM articles WHERE text = $text", {"text": changed}).fetchall() == [(changed,)]
    assert status(connection).rows["statistics"] == 0
    assert paths(connection) == ["a.txt", "b.txt"]


def test_an_article_stays_while_another_file_gives_it(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document("a.txt"), full()), (document("b.txt"), full()))
    loaded = load(connection, tmp_path / "s", (document("a.txt", "全新。"), bare("全新。")))
    assert (loaded.articles_added, loaded.articles_removed) == (1, 0)
    assert status(connection).rows["statistics"] == 3


def test_partners_are_the_files_whose_article_loses_its_evidence(connection, tmp_path) -> None:
    load(
        connection,
        tmp_path / "s",
        (document("a.txt"), full()),
        (document("b.txt", PADDED), full()),
        (document("c.txt", "别的。"), bare("别的。")),
    )
    kept = connection.execute(
        "SELECT path FROM documents JOIN articles USING (article_id, content_sha256) WHERE path <> 'c.txt'"
    ).fetchone()[0]
    other = {"a.txt": "b.txt", "b.txt": "a.txt"}[kept]
    assert partners(connection, [kept]) == {other}
    assert partners(connection, [other]) == set()
    assert partners(connection, ["c.txt"]) == set()


def test_identical_copies_need_no_second_reading(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document("a.txt"), full()), (document("b.txt"), full()))
    assert partners(connection, ["a.txt"]) == set()


def test_evidence_moves_to_the_copy_that_stays(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document("a.txt"), full()), (document("b.txt", PADDED), full()))
    kept = connection.execute("SELECT path FROM documents JOIN articles USING (article_id, content_sha256)").fetchone()[0]
    other = {"a.txt": document("b.txt", PADDED), "b.txt": document("a.txt")}[kept]
    load(connection, tmp_path / "s", (document(kept, "全新。"), bare("全新。")), (other, full()))
    assert connection.execute("SELECT raw FROM articles WHERE text = $text", {"text": TEXT}).fetchall() == [(other.raw,)]
    with writing(Lake(tmp_path / "fresh")) as fresh:
        load(fresh, tmp_path / "t", (document(kept, "全新。"), bare("全新。")), (other, full()))
        assert contents(fresh) == contents(connection)


def test_another_version_of_the_rules_replaces_the_facts(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document(), full()))
    loaded = load(connection, tmp_path / "s", (document(), bare(TEXT)), version="2")
    assert (loaded.articles_added, loaded.articles_removed) == (1, 1)
    assert status(connection).rows["statistics"] == 0
    assert seen_files(connection, ["a.txt", "b.txt"]) == {"a.txt": Seen(document().origin.file_sha256, "2", 0)}


def test_a_load_of_nothing_says_so(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document(), full()))
    before = contents(connection)
    loaded = load(connection, tmp_path / "s")
    assert (loaded.load_id, loaded.outcome) == (2, "nothing")
    assert contents(connection) == before


def test_a_failed_run_leaves_its_row_alone(connection) -> None:
    record_failure(connection, Run("run", START, START, 3, 0, 0, "1", "test", "{}"), "没有空间")
    assert connection.execute("SELECT outcome, message FROM loads").fetchall() == [("failed", "没有空间")]


def broken(path: str, data: str = "1") -> Reject:
    return Reject(Origin(path, data), "reading", "encoding", "not UTF-8", "Save it as UTF-8.")


def test_rejects_stand_until_their_file_can_be_read(connection, tmp_path) -> None:
    loaded = load(connection, tmp_path / "s", broken("a.txt"), broken("b.txt"))
    assert (loaded.rejects_added, loaded.outcome) == (2, "rejects")
    assert seen_files(connection, ["a.txt", "b.txt", "c.txt"]) == {"a.txt": Seen("1", "1", 1), "b.txt": Seen("1", "1", 1)}
    assert seen_files(connection, ["b.txt"]).keys() == {"b.txt"}
    assert vanished_files(connection, ["b.txt", "c.txt"]) == 1
    load(connection, tmp_path / "s", (document("a.txt"), full()))
    assert [row.reject.origin.path for row in rejects(connection)] == ["b.txt"]


def test_a_file_that_becomes_unreadable_gives_no_article_any_more(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", (document("a.txt"), full()))
    loaded = load(connection, tmp_path / "s", broken("a.txt", "2"))
    assert (loaded.articles_removed, loaded.rejects_added) == (1, 1)
    assert status(connection).rows["statistics"] == 0


def test_rejects_are_found_by_id_and_path_and_can_be_set_aside(connection, tmp_path) -> None:
    load(connection, tmp_path / "s", broken("a.txt"), broken("b.txt"))
    first = rejects(connection)[0]
    assert named(connection, ["a.txt"]) == named(connection, [first.reject_id[:10]]) == [first]
    assert drop(connection, [first.reject_id]) == 1
    assert [row.reject.origin.path for row in rejects(connection)] == ["b.txt"]
    assert [row.reject.origin.path for row in rejects(connection, "dropped")] == ["a.txt"]
    assert seen_files(connection, ["a.txt"])["a.txt"].rejects == 1
