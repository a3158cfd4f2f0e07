"""The process that libFuzzer drives: `python -m tests.fuzz.inside TARGET [libFuzzer's options]`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["transforms"], enable_loader_override=False):
    from tests.fuzz.targets import TARGETS

if __name__ == "__main__":
    atheris.Setup(sys.argv[1:], TARGETS[sys.argv[1]])
    atheris.Fuzz()
