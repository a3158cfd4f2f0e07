"""A lake as each release wrote it, so that every later program can be held to reading it: `make release-lake` before a release."""

from __future__ import annotations

import tarfile
import tempfile
from pathlib import Path

from tests.warehouse.given import TEXT, bare, document, full, load
from transforms.records import Origin, Reject
from warehouse.lake import Lake, writing

FOLDER = Path(__file__).parent
SECOND = "另一篇。青河县走访群众3次。"


def unpacked(archive: Path, folder: Path) -> Lake:
    """The lake of an archive, in a folder of its own."""
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return Lake(folder / "lake")


def pack(archive: Path) -> None:
    """Write the archive of a lake with a row in every table of facts, a changed article, a reject, and three loads."""
    with tempfile.TemporaryDirectory() as name:
        lake, staging = Lake(Path(name) / "lake"), Path(name) / "staging"
        with writing(lake) as connection:
            load(connection, staging, (document(), full()), (document("b.txt", SECOND), bare(SECOND)))
            load(connection, staging, Reject(Origin("c.txt", "1"), "reading", "encoding", "not UTF-8", "Save it as UTF-8."))
            load(connection, staging, (document("b.txt", f"{SECOND}{TEXT}"), bare(f"{SECOND}{TEXT}")))
        with tarfile.open(archive, "w:gz") as packed:
            packed.add(lake.folder, "lake")
