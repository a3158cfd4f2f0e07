"""Names made to do harm, of files and of members: they are provenance, and never a path, a command, a line of a log or markup."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from tests.archives import tar, zipped
from tests.flows.test_cli import shizheng
from transforms.reading import entries, read_entry
from transforms.records import Origin, Reject
from warehouse.lake import Lake, reading

TEXT = "青河县公安局破获案件三起。"
ESCAPE = "\x1b[2J\x1b]0;owned\x07<img src=x onerror=alert(1)>\u202etxt.exe"
OUTSIDE = [
    "../../outside.txt",
    "/outside.txt",
    "a/../../b.txt",
    "C:\\outside.txt",
    "\\\\host\\outside.txt",
    "a\nb.txt",
    ESCAPE + ".txt",
]


@pytest.mark.parametrize("pack", [tar, zipped])
def test_a_member_of_any_name_is_a_document_and_nothing_is_written(pack, inbox, run, tmp_path) -> None:
    (inbox / "a").write_bytes(pack({name: TEXT.encode() for name in OUTSIDE}))
    before = {path for path in tmp_path.rglob("*") if "lake" not in path.parts}
    assert run().loaded.documents_added == len(OUTSIDE)
    assert {path for path in tmp_path.rglob("*") if "lake" not in path.parts} == before
    assert not Path("/outside.txt").exists()
    with reading(Lake(tmp_path / "lake")) as connection:
        assert {name for (name,) in connection.execute("SELECT member FROM documents").fetchall()} == set(OUTSIDE)


def test_members_that_are_links_or_devices_are_rejects_and_not_followed() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for n, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE)):
            header = tarfile.TarInfo(f"{n}.txt")
            header.type, header.linkname = kind, "/etc/hostname"
            archive.addfile(header)
    items = [item for entry in entries(io.BytesIO(file.getvalue()), "a.tar") for item in read_entry(Origin("a.tar", "0"), entry)]
    assert [item.code for item in items if isinstance(item, Reject)] == ["not-a-file"] * 4


def test_names_that_are_no_text_can_be_written_down() -> None:
    data = tar({"qqqq.txt": TEXT.encode()}).replace(b"qqqq", b"\xb9\xab\xb0\xb2")
    total = sum(data[:148]) + sum(b" " * 8) + sum(data[156:512])
    data = data[:148] + f"{total:06o}\0 ".encode() + data[156:]
    (entry,) = entries(io.BytesIO(data), "a.tar")
    assert entry.member == r"\xb9\xab\xb0\xb2.txt"


def harmless(text: str) -> bool:
    """Whether a terminal would show it all, line by line, and obey none of it."""
    return not any(character in text for character in "\x1b\x07\x9b\u202e\r")


@pytest.fixture
def hostile(tmp_path) -> Path:
    """An inbox with names that a terminal would obey, of files and of members."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / f"{ESCAPE.replace('/', '')}\nerror: all is lost.txt").write_bytes(b"\x89PNG")
    (inbox / "a.zip").write_bytes(zipped({f"{ESCAPE}\nerror: all is lost": b"\x89PNG"}))
    (inbox / "b.jsonl").write_text('{"\\u001b[2J\\u202e": 1}\n')
    return tmp_path


def test_names_reach_the_terminal_harmlessly(hostile) -> None:
    for command in ("plan", "run", "rejects list", "rejects show b.jsonl", "status", "extract inbox/a.zip", "extract inbox/b.jsonl"):
        done = shizheng(*command.split(), cwd=hostile)
        said = done.stdout + done.stderr
        assert said and harmless(said)
        assert not any(line.startswith("error: all is lost") for line in said.splitlines())


def test_a_name_that_looks_like_an_option_is_a_file(tmp_path) -> None:
    (tmp_path / "--help").write_text(TEXT)
    done = shizheng("extract", "--format", "json", "--", "--help", cwd=tmp_path)
    assert done.returncode == 0 and '"statistics"' in done.stdout
