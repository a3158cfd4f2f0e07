from __future__ import annotations

from pathlib import Path

import pytest

from flows.pipeline import Request, ingest
from flows.settings import settings
from tests.flows.conftest import Here, Unwatched
from warehouse.lake import Lake

ARTICLES = Path(__file__).parents[1] / "seeds" / "articles"


@pytest.fixture(scope="session")
def samples(tmp_path_factory) -> Lake:
    """The lake that `make run` makes, of the sample articles; read it, and never write to it."""
    folder = tmp_path_factory.mktemp("samples") / "lake"
    ingest(Request("run", settings(inbox=ARTICLES, lake=folder)), Here(), Unwatched())
    return Lake(folder)
