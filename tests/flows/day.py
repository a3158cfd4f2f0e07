"""A day of schedule in fast motion on a Prefect server: half hours that are over, the runs that they were to have, and who begins them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.objects import ConcurrencyLimitStrategy, ConcurrencyOptions, StateType
from prefect.client.schemas.responses import FlowRunResponse
from prefect.flow_engine import run_flow
from prefect.states import Pending, Scheduled

from flows.ingest import ingest

SLOTS = 48


class Day:
    """Yesterday, in which whatever was scheduled is due; a file comes with each half hour."""

    def __init__(self, client: SyncPrefectClient, inbox: Path, lake: Path) -> None:
        self.client, self.inbox = client, inbox
        self.deployment: UUID = client.create_deployment(
            client.create_flow(ingest),
            "day",
            parameters={"inbox": str(inbox), "lake": str(lake)},
            concurrency_limit=1,
            concurrency_options=ConcurrencyOptions(collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        )
        self.slots: Iterator[int] = iter(range(SLOTS))
        self.runs: list[UUID] = []

    def pass_by(self, slots: int) -> None:
        """Let half hours pass: a file comes in each, and a run has its time, which nobody begins."""
        for slot in islice(self.slots, slots):
            (self.inbox / f"{slot:02}.txt").write_text(f"第{slot}村破获案件3起。")
            when = datetime.now(UTC) - timedelta(hours=25) + slot * timedelta(minutes=30)
            run = self.client.create_flow_run_from_deployment(self.deployment, state=Scheduled(scheduled_time=when))
            self.runs.append(run.id)

    def due(self) -> list[FlowRunResponse]:
        """What a runner would begin now, the oldest first."""
        found = self.client.get_scheduled_flow_runs_for_deployments([self.deployment], datetime.now(UTC))
        return sorted(found, key=lambda run: run.expected_start_time)

    def begin(self, run: FlowRunResponse) -> StateType:
        """What the server makes of a runner's wish to begin."""
        self.client.set_flow_run_state(run.id, Pending())
        return self.client.read_flow_run(run.id).state.type

    def turn(self) -> None:
        """A runner that is free begins the oldest run that is due, and stays with it to its end."""
        run = self.due()[0]
        assert self.begin(run) is StateType.PENDING
        run_flow(ingest, flow_run=self.client.read_flow_run(run.id), parameters=run.parameters)

    def states(self) -> list[StateType]:
        """What became of the runs, in the order of their times."""
        return [self.client.read_flow_run(run).state.type for run in self.runs]
