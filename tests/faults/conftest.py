from __future__ import annotations

import pytest

from tests.faults.ground import Ground, prepare


@pytest.fixture(scope="session")
def ground(tmp_path_factory) -> Ground:
    return prepare(tmp_path_factory.mktemp("ground"))


@pytest.fixture
def name(request) -> str:
    """What the lake of a test is called."""
    return "".join(c if c.isalnum() else "-" for c in request.node.name)
