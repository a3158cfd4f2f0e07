"""DuckDB's extensions, which come with wheels."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from warehouse.ddl import literal


def load_extension(connection: DuckDBPyConnection, name: str) -> None:
    """Load what is installed, else what a wheel brought, else what DuckDB can download; DuckDB checks the signature of each."""
    for statement in (f"LOAD {name}", f"LOAD {literal(str(_wheel(name)))}"):
        try:
            connection.execute(statement)
        except duckdb.Error:
            continue
        return
    connection.execute(f"INSTALL {name}; LOAD {name}")


def _wheel(name: str) -> Path:
    module = import_module(f"duckdb_extension_{name}")
    return Path(str(module.__file__)).parent / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
