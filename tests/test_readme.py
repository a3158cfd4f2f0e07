"""What the README says is true: its queries are asked, its commands and settings are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from flows.cli import app
from flows.settings import Settings
from warehouse.query import ask, asking

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", README, re.S)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.split("\n")[0][:40])
def test_each_query_works(samples, query) -> None:
    with asking(samples) as connection:
        list(ask(connection, query).rows)


def test_the_query_of_make_run_has_an_answer(samples) -> None:
    (query,) = re.findall(r'shizheng sql "(.*)"$', (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    with asking(samples) as connection:
        assert list(ask(connection, query).rows)


def test_there_are_five_queries() -> None:
    assert len(QUERIES) >= 5


def test_each_command_that_it_names_is_there_and_it_names_the_important_ones() -> None:
    named = set(re.findall(r"shizheng ([a-z]+)", README))
    there = set(get_command(app).commands)
    assert named - {"serve"} <= there
    assert {"run", "plan", "extract", "sql", "shell", "status", "rejects", "serve"} <= named


def test_it_names_each_setting() -> None:
    assert all(f"`{name}`" in README and f"SHIZHENG_{name.upper()}" in README for name in Settings.model_fields)
