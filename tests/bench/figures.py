"""What is measured: a ratio beside its bar, and the two figures that it is made of."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter, process_time


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` beside `other`, in `unit`, and how `ratio` is to be read: at least or at most `bar`, or merely watched (None)."""

    what: str
    size: int
    ours: float
    other: float
    unit: str
    ratio: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def held(self) -> bool:
        """Whether the bar is held."""
        return (self.at_least is None or self.ratio >= self.at_least) and (self.at_most is None or self.ratio <= self.at_most)

    @property
    def bar(self) -> str:
        """The bar in words."""
        bars = (("at least", self.at_least), ("at most", self.at_most))
        return ", ".join(f"{word} {bar:g}" for word, bar in bars if bar is not None)

    def cells(self) -> dict[str, object]:
        """The figure as JSON has it."""
        return asdict(self)


def in_turn(ours: Sequence[Callable[[], object]], other: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """Processor seconds of two ways to do the same pieces of work, which take turns: what disturbs one disturbs the other."""
    spent = [0.0, 0.0]
    for pair in zip(ours, other, strict=True):
        for number, step in enumerate(pair):
            gc.collect()
            start = process_time()
            step()
            spent[number] += process_time() - start
    return spent[0], spent[1]


def seconds(step: Callable[[], object]) -> float:
    """How long a step takes, by the clock on the wall."""
    start = perf_counter()
    step()
    return perf_counter() - start


def typical(steps: Sequence[Callable[[], object]], times: int) -> list[float]:
    """The median of several tries of each step, in seconds on the wall; the steps take turns."""
    rounds = [[seconds(step) for step in steps] for _ in range(times)]
    return [median(column) for column in zip(*rounds, strict=True)]
