"""The locks are in step with pyproject.toml, as far as can be told without a network; `make lock` renews them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = PROJECT["project"]["dependencies"]
EXTRAS = [line for lines in PROJECT["project"]["optional-dependencies"].values() for line in lines]
LOCKS = {
    "requirements.lock": RUNTIME,
    "requirements-dev.lock": [*RUNTIME, *EXTRAS, *PROJECT["dependency-groups"]["dev"]],
}


def locked(name: str) -> dict[str, tuple[Version, str]]:
    """The packages of a lock: version, and what stands with it (marker, hashes, who asked for it)."""
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)((?:.*\n)(?:[ \t].*\n?)*)", text, re.M)
    return {canonicalize_name(package): (Version(version), rest) for package, version, rest in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_locked_at_a_version_that_it_allows(name) -> None:
    found = locked(name)
    for requirement in map(Requirement, LOCKS[name]):
        version, _ = found[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} is locked at {version}: run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_nothing_is_locked_that_pyproject_no_longer_asks_for(name) -> None:
    """uv writes under each package who asked for it; what the project itself asked for must still be asked for."""
    asked = {canonicalize_name(Requirement(line).name) for line in LOCKS[name]}
    by_project = {package for package, (_, rest) in locked(name).items() if re.search(r"#.*\bshizheng\b", rest)}
    assert by_project == asked, "run `make lock`"


@pytest.mark.parametrize("name", LOCKS)
def test_everything_locked_has_hashes_and_no_address(name) -> None:
    assert all("--hash=sha256:" in rest for _, rest in locked(name).values())
    assert not re.search(r"https?://|--index-url|--find-links", (ROOT / name).read_text(encoding="utf-8"))


def test_the_two_locks_agree() -> None:
    runtime, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {package: version for package, (version, _) in runtime.items()}.items() <= {
        package: version for package, (version, _) in dev.items()
    }.items()


@pytest.mark.parametrize(
    "requirement",
    [
        line
        for line in (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("dependencies = [")[1].split("]\n")[0].splitlines()
        if line.strip()
    ],
)
def test_each_runtime_dependency_has_its_reason(requirement) -> None:
    assert re.search(r'",\s*# \S', requirement)
