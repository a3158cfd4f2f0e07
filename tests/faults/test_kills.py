"""A run that is killed loses nothing, doubles nothing and falsifies nothing. `make soak` does the same a hundred times."""

from __future__ import annotations

import random

import pytest

from tests.faults.deeds import STEPS, act
from tests.faults.ground import faults, killed_after, leftovers, process
from warehouse.lake import Lake, writing


@pytest.mark.parametrize("step", sorted(STEPS))
def test_a_kill_at_a_step(ground, name, step) -> None:
    start = "first" if step == "half the lake made" else "later"
    lake = ground.begin(start, name)
    begun = process(act, "run", ground.inbox, lake, step)
    begun.join()
    assert begun.exitcode == -9
    assert not faults(ground, lake, start)


def test_a_kill_in_the_commit(ground, name) -> None:
    lake = ground.begin("later", name)
    begun = process(act, "run", ground.inbox, lake, None, 0.01)
    begun.join()
    assert begun.exitcode == -9
    assert not faults(ground, lake, "later")


def test_a_kill_at_a_random_moment(ground, name) -> None:
    lake = ground.begin("first", name)
    killed_after(random.uniform(0, 1), act, "run", ground.inbox, lake)
    assert not faults(ground, lake, "first")


def test_the_judge_sees_what_is_wrong(ground, name) -> None:
    """A judge that finds nothing in a spoilt lake would find nothing ever."""
    lake = ground.begin("later", name)
    with writing(Lake(lake)) as connection:
        connection.execute("INSERT INTO statistics FROM statistics LIMIT 1")
    found = faults(ground, lake, "later")
    for fault in ("after the fault: rows of no state", "each row has a key of its own"):
        assert any(fault in one for one in found)
    assert leftovers(Lake(lake), set())
