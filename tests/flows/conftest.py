from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from flows import batches
from flows.batches import Batch
from flows.pipeline import Request, Summary, ingest
from flows.planning import Command, Plan
from flows.settings import settings


class Here:
    """An engine without other processes: the quick one for tests of what the flow does, not of where."""

    def call(self, step: Callable, *args, **kwargs):
        return step(*args, **kwargs)

    def each(self, step: Callable[[Batch], Path], items: Iterable[Batch]) -> Iterator[tuple[Batch, Path]]:
        for item in items:
            yield item, step(item)


class Unwatched:
    def planned(self, plan: Plan) -> None: ...

    def extracted(self, size: int) -> None: ...

    def loading(self) -> None: ...


@pytest.fixture
def stops_at(monkeypatch):
    """Make the nth extraction stop the run; the answer grows by the raw text of each document that is asked for."""

    def stops_at(count: int) -> list[str]:
        extract, texts = batches.extract, []

        def extract_or_stop(document):
            texts.append(document.raw)
            if len(texts) == count:
                raise KeyboardInterrupt
            return extract(document)

        monkeypatch.setattr(batches, "extract", extract_or_stop)
        return texts

    return stops_at


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def run(tmp_path: Path, inbox: Path) -> Callable[..., Summary]:
    """Run a command on the inbox, in this process."""

    def carry_out(command: Command = "run", only: frozenset[str] = frozenset(), lake: str = "lake", **given) -> Summary:
        return ingest(Request(command, settings(**{"inbox": inbox, "lake": tmp_path / lake, **given}), only), Here(), Unwatched())

    return carry_out
