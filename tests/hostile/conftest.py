from tests.flows.conftest import inbox, run

__all__ = ["inbox", "run"]
