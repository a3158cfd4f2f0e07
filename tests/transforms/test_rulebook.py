from __future__ import annotations

from transforms.lexicon import table
from transforms.rulebook import rulebook
from warehouse.lake import reading
from warehouse.tables import FACTS


def test_each_rule_that_found_something_in_the_samples_is_documented(samples) -> None:
    query = " UNION ".join(f"SELECT DISTINCT '{fact.name}', rule FROM {fact.name} WHERE rule IS NOT NULL" for fact in FACTS)
    with reading(samples) as connection:
        found = set(connection.execute(query).fetchall())
    assert len(found) > 50
    assert found <= set(rulebook())


def test_a_description_is_one_sentence_and_is_of_a_rule_without_its_own() -> None:
    rows = table("rules")
    assert all(row["documentation"].endswith(".") for row in rows)
    assert len({(row["table"], row["rule"]) for row in rows}) == len(rows)
    assert all(rulebook()[row["table"], row["rule"]] == row["documentation"] for row in rows)
