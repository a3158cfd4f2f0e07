"""The ingest flow on a cron schedule, with a Prefect server of its own where none is configured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import cast
from urllib.error import URLError
from urllib.request import urlopen

from flows.engines import server_configured
from flows.errors import RunError
from flows.settings import Settings

_API = "http://127.0.0.1:4200/api"
_START_SECONDS = 60


def serve_schedule(settings: Settings) -> None:
    """Run the flow as the settings' cron says until the process is told to stop. RunError where no server can be had."""
    with nullcontext() if server_configured() else _server():
        _serve(settings)


def _serve(settings: Settings) -> None:
    from prefect import serve
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
    from prefect.deployments.runner import RunnerDeployment
    from prefect.schedules import Cron
    from prefect.types.entrypoint import EntrypointType

    from flows.ingest import ingest

    deployment = ingest.to_deployment(
        name="scheduled",
        description="Reads what is new in the inbox into the lake.",
        schedule=Cron(settings.cron, timezone=settings.timezone),
        parameters={"inbox": str(settings.inbox.absolute()), "lake": str(settings.lake.absolute())},
        entrypoint_type=EntrypointType.MODULE_PATH,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
    )
    serve(cast(RunnerDeployment, deployment), limit=1)  # a coroutine only where an event loop runs


@contextmanager
def _server() -> Iterator[None]:
    """A Prefect server on this machine, for as long as it is needed."""
    os.environ["PREFECT_API_URL"] = _API
    environment = {**os.environ, "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    command = (sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", "4200", "--log-level", "WARNING")
    with subprocess.Popen(command, env=environment) as process:
        try:
            _wait_for(process)
            yield
        finally:
            process.terminate()


def _wait_for(process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(f"{_API}/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RunError("the Prefect server did not start", "Is port 4200 in use? Start a server of your own and set PREFECT_API_URL.")
