from __future__ import annotations

import duckdb
import pytest

from warehouse.ddl import missing
from warehouse.search import search


@pytest.fixture
def articles():
    """An empty table of articles, and how to add one by its words."""
    with duckdb.connect() as connection:
        connection.execute(";".join(missing({})))

        def add(name: str, *words: str) -> None:
            text = "".join(words)
            cells = [name, f"题{name}", text, len(text), list(words)]
            connection.execute("INSERT INTO articles (article_id, title, text, characters, tokens) VALUES (?, ?, ?, ?, ?)", cells)

        yield connection, add


def found(connection, phrase, *words, most=10):
    return [hit.article_id for hit in search(connection, phrase.split(), words or phrase.split(), most).hits]


def test_more_of_a_word_in_less_text_ranks_higher(articles) -> None:
    connection, add = articles
    add("once", "调解", "了", "纠纷", "。", "天气", "很", "好", "。")
    add("often", "调解", "员", "调解", "纠纷", "。", "天气", "很", "好")
    add("long", "调解", *["天气"] * 200)
    add("none", "天气", "很", "好")
    assert found(connection, "调解") == ["often", "once", "long"]


def test_a_rare_word_weighs_more_than_a_common_one(articles) -> None:
    connection, add = articles
    add("rare", "无人机", "天气", "好")
    for n in range(5):
        add(f"common{n}", "巡逻", "天气", "好")
    assert found(connection, "巡逻 无人机")[0] == "rare"


def test_a_phrase_as_asked_for_stands_before_its_words_apart(articles) -> None:
    connection, add = articles
    add("apart", "警灯", "和", "计划", "警灯", "和", "计划")
    add("together", "县里", "的", "警灯", "计划", "今年", "推出")
    assert found(connection, "警灯计划", "警灯", "计划") == ["together", "apart"]


def test_a_part_of_a_longer_word_is_found_as_a_phrase_but_not_as_a_word(articles) -> None:
    connection, add = articles
    add("inside", "派出所所长", "说")
    assert found(connection, "所长") == ["inside"]
    assert found(connection, "所长来了", "所长", "来", "了") == []


def test_the_passage_shows_where_most_of_the_words_stand(articles) -> None:
    connection, add = articles
    add("a", "盗窃", "。", *["天气", "很", "好", "。"] * 60, "前一句", "。", "派出所", "破获", "盗窃", "案件", "。", *["后来", "。"] * 60)
    (hit,) = search(connection, ["盗窃", "派出所"], ["盗窃", "派出所"], 1).hits
    assert [hit.passage[start:end] for start, end in hit.marks] == ["派出所", "盗窃"]
    assert hit.passage.startswith("派出所破获盗窃案件。")
    assert len(hit.passage) <= 100


def test_all_that_were_found_are_counted_and_only_the_best_are_given(articles) -> None:
    connection, add = articles
    for n in range(7):
        add(f"{n}", "巡逻", *["车"] * n)
    answer = search(connection, ["巡逻"], ["巡逻"], 3)
    assert [hit.article_id for hit in answer.hits] == ["0", "1", "2"]
    assert answer.articles == 7
    assert search(connection, ["没有"], ["没有"], 3).articles == 0
