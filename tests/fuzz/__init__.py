"""Fuzzing guided by coverage: `make fuzz`. What it found stands in `findings/`, which `tests/hostile/test_findings.py` reads."""
