"""The pool of processes: what becomes of it when somebody dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.errors import RunError
from flows.local import Local

STEPS = """
import os, signal, time
from pathlib import Path

def linger(path):
    Path(path).write_text(str(os.getpid()))
    time.sleep(600)

def die(path):
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def steps(tmp_path, monkeypatch) -> Path:
    (tmp_path / "own_steps.py").write_text(STEPS)
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def alive(pid: int) -> bool:
    """Whether a process runs, and is not just waiting for somebody to hear of its end."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def wait_until(condition) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "waited for a minute"
        time.sleep(0.05)


def test_results_come_with_their_items(tmp_path) -> None:
    assert sorted(Local(2).each(abs, [-1, -2, -3])) == [(-3, 3), (-2, 2), (-1, 1)]
    assert list(Local(2).each(abs, [])) == []


def test_a_worker_that_is_killed_ends_the_run_with_advice(steps) -> None:
    from own_steps import die

    with pytest.raises(RunError, match="was killed") as error:
        list(Local(1).each(die, ["x"]))
    assert "Run again" in error.value.advice


def test_workers_do_not_outlive_a_killed_run(steps) -> None:
    script = "from own_steps import linger; from flows.local import Local; list(Local(2).each(linger, ['one', 'two']))"
    environment = {**os.environ, "PYTHONPATH": str(steps)}
    with subprocess.Popen([sys.executable, "-c", script], cwd=steps, env=environment) as run:
        wait_until(lambda: all((steps / name).exists() and (steps / name).read_text() for name in ("one", "two")))
        workers = [int((steps / name).read_text()) for name in ("one", "two")]
        assert all(map(alive, workers))
        run.kill()
    wait_until(lambda: not any(map(alive, workers)))
