"""The flow on a real Prefect server, started for these tests alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[None]:
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


def test_a_run_on_a_server_has_a_task_a_batch_artifacts_and_the_same_rows(server, inbox, tmp_path, run) -> None:
    from prefect.client.orchestration import get_client

    from flows.ingest import ingest_on_server
    from flows.pipeline import Request
    from flows.settings import settings
    from tests.warehouse.test_loading import contents
    from warehouse.lake import Lake, reading

    for name in "甲乙丙":
        (inbox / f"{name}.txt").write_text(f"{name}县破获案件3起。")
    (inbox / "folder.txt").mkdir()
    configured = settings(inbox=inbox, lake=tmp_path / "served")
    summary = ingest_on_server(Request("run", configured))
    assert (summary.loaded.articles_added, summary.loaded.rejects_added) == (3, 1)
    assert ingest_on_server(Request("run", configured)).loaded.outcome == "nothing"
    run()
    found = []
    for lake in ("served", "lake"):
        with reading(Lake(tmp_path / lake)) as connection:
            found.append(contents(connection))
    assert found[0] == found[1]
    with get_client(sync_client=True) as client:
        tasks = sorted(task.name.rsplit("-", 1)[0] for task in client.read_task_runs())
        artifacts = {artifact.key for artifact in client.read_artifacts()}
    assert tasks.count("plan_run") == tasks.count("load_run") == 2
    assert tasks.count("extract_batch") >= 2
    assert artifacts == {"summary", "rejects"}


def test_a_run_beside_another_says_so_and_is_no_failure(server, inbox, tmp_path) -> None:
    from datetime import UTC, datetime

    from flows.errors import BusyError
    from flows.ingest import ingest, ingest_on_server
    from flows.lock import only_run
    from flows.pipeline import Request
    from flows.settings import settings
    from warehouse.lake import Lake

    with only_run(Lake(tmp_path / "lake"), datetime.now(UTC)):
        with pytest.raises(BusyError, match="another run"):
            ingest_on_server(Request("run", settings(inbox=inbox, lake=tmp_path / "lake")))
        state = ingest(str(inbox), str(tmp_path / "lake"), return_state=True)
    assert state.is_completed() and state.name == "Skipped"


def test_late_runs_of_the_same_schedule_are_cancelled(server, monkeypatch) -> None:
    from datetime import UTC, datetime, timedelta

    from prefect import runtime
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.objects import StateType
    from prefect.states import Scheduled

    from flows.ingest import _cancel_overtaken, ingest

    with get_client(sync_client=True) as client:
        deployment = client.create_deployment(client.create_flow(ingest), "late")
        hours = [datetime.now(UTC) - timedelta(hours=n) for n in (3, 2, 1)]
        runs = [client.create_flow_run_from_deployment(deployment, state=Scheduled(scheduled_time=hour)) for hour in hours]
        for late in runs:
            client.set_flow_run_state(late.id, Scheduled(scheduled_time=late.expected_start_time, name="Late"), force=True)
        monkeypatch.setattr(runtime.deployment, "id", str(deployment), raising=False)
        monkeypatch.setattr(runtime.flow_run, "id", str(runs[-1].id), raising=False)
        _cancel_overtaken()
        states = [client.read_flow_run(late.id).state.type for late in runs]
    assert states == [StateType.CANCELLED, StateType.CANCELLED, StateType.SCHEDULED]


MISSED = (0, 0, 14, 0, "long", 0, 5, 9, 8)  # half hours that a machine sleeps through before a run, or a run of three


def test_a_day_with_long_and_missed_runs_piles_nothing_up_and_loads_each_file_once(server, inbox, tmp_path, monkeypatch) -> None:
    from collections import Counter

    from prefect.client.orchestration import get_client
    from prefect.client.schemas.objects import StateType

    from flows.errors import BusyError
    from flows.pipeline import Request, ingest
    from flows.settings import settings
    from tests.flows.conftest import Here, Unwatched
    from tests.flows.day import SLOTS, Day
    from warehouse.lake import Lake, reading

    meanwhile = []  # what comes to pass while a run is at work

    class Long(Here):
        def each(self, step, items):
            yield from super().each(step, items)
            while meanwhile:
                meanwhile.pop()()

    def three_half_hours() -> None:
        day.pass_by(3)
        assert day.begin(day.due()[0]) is StateType.CANCELLED  # a second worker's; a runner of one leaves them for later
        with pytest.raises(BusyError):  # and by hand
            ingest(Request("run", settings(inbox=inbox, lake=tmp_path / "lake")), Here(), Unwatched())

    monkeypatch.setattr("flows.ingest.OnServer", Long)
    with get_client(sync_client=True) as client:
        day = Day(client, inbox, tmp_path / "lake")
        for missed in MISSED:
            long = missed == "long"
            meanwhile += [three_half_hours] * long
            day.pass_by(1 if long else missed + 1)
            day.turn()
            assert len(day.due()) == (2 if long else 0)
        states = Counter(day.states())
    assert states == {StateType.COMPLETED: len(MISSED), StateType.CANCELLED: SLOTS - len(MISSED)}
    with reading(Lake(tmp_path / "lake")) as connection:
        loads = connection.execute("SELECT started, ended, documents_added FROM loads ORDER BY load_id").fetchall()
        paths = connection.execute("SELECT path FROM documents ORDER BY path").fetchall()
    assert paths == [(f"{slot:02}.txt",) for slot in range(SLOTS)]
    assert [added for *_, added in loads] == [1, 1, 15, 1, 1, 4, 6, 10, 9]
    assert all(ended <= started for (_, ended, _), (started, *_) in pairwise(loads))


def test_the_deployment_names_a_flow_that_is_there() -> None:
    from flows.ingest import ingest

    root = Path(__file__).parents[2]
    (deployment,) = yaml.safe_load((root / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    file, name = deployment["entrypoint"].split(":")
    assert (root / file).exists() and name == ingest.fn.__name__
    assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
