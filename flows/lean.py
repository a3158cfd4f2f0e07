"""Processes without pandas, and with little search for garbage.

DuckDB (to bind a parameter) and pyarrow (to convert a list) import pandas only to ask whether a value is one of its own, which costs a
process 0.6 s. Where no pandas is meant to be, they are told that there is none.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _NoPandas(MetaPathFinder):
    def find_spec(self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """No module is found here; ModuleNotFoundError for pandas."""
        if fullname == "pandas":
            raise ModuleNotFoundError("this process goes without pandas (flows/lean.py)", name=fullname)
        return None


_OBJECTS = (
    200_000  # between two searches for garbage: Python's 700 let each article, and each table of the seeds, be searched many times over
)


def without_pandas() -> None:
    """Let this process never import pandas, unless it already has."""
    if not any(isinstance(finder, _NoPandas) for finder in sys.meta_path):
        sys.meta_path.insert(0, _NoPandas())


def with_little_collecting() -> None:
    """Let this process search for garbage rarely: the seeds stay as long as it does, and an article leaves no rings."""
    gc.set_threshold(_OBJECTS)
