from __future__ import annotations

import os
import socket
from hashlib import sha256

import pytest

from flows.discovery import Found, discover, file_hash
from flows.errors import UsageError
from transforms.records import Reject


def codes(inbox, largest: int = 1000) -> dict[str, str]:
    """What became of each path: `found`, or the code of its reject."""
    return {
        item.path if isinstance(item, Found) else item.origin.path: "found" if isinstance(item, Found) else item.code
        for item in discover(inbox, largest)
    }


def test_files_are_found_in_all_folders_in_order_of_their_paths(inbox) -> None:
    for path in ("乙/2.txt", "甲.txt", "b/1.txt", "a.html"):
        (inbox / path).parent.mkdir(exist_ok=True)
        (inbox / path).write_text(path)
    found = list(discover(inbox, 1000))
    assert [item.path for item in found] == ["a.html", "b/1.txt", "乙/2.txt", "甲.txt"]
    assert [item.size for item in found] == [6, 7, 9, 7]


def test_hidden_files_and_what_is_said_about_a_folder_are_passed_over(inbox) -> None:
    (inbox / ".part").write_text("x")
    (inbox / "README.md").write_text("x")
    (inbox / ".git").mkdir()
    (inbox / ".git" / "a.txt").write_text("x")
    assert codes(inbox) == {}


def test_a_link_within_the_inbox_is_read_and_others_are_rejected(inbox, tmp_path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    (inbox / "folder").mkdir()
    (inbox / "folder" / "a.txt").write_text("x")
    (inbox / "inside.txt").symlink_to(inbox / "folder" / "a.txt")
    (inbox / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "up.txt").symlink_to("../secret.txt")
    (inbox / "nothing.txt").symlink_to(inbox / "gone.txt")
    (inbox / "loop").symlink_to(inbox)
    (inbox / "self").symlink_to(inbox / "self")
    assert codes(inbox) == {
        "folder/a.txt": "found",
        "inside.txt": "found",
        "outside.txt": "link-outside",
        "up.txt": "link-outside",
        "nothing.txt": "link-broken",
        "loop": "link-folder",
        "self": "link-broken",
    }


def test_what_is_no_file_is_rejected_and_not_opened(inbox) -> None:
    (inbox / "folder.txt").mkdir()
    (inbox / "folder.txt" / "a.txt").write_text("x")
    os.mkfifo(inbox / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(inbox / "socket.txt"))
        assert codes(inbox) == {"folder.txt": "folder", "pipe.txt": "not-a-file", "socket.txt": "not-a-file"}


def test_a_file_beyond_the_limit_is_rejected(inbox) -> None:
    (inbox / "large.txt").write_bytes(b"x" * 1001)
    (inbox / "fits.txt").write_bytes(b"x" * 1000)
    assert codes(inbox) == {"fits.txt": "found", "large.txt": "too-large"}


def test_no_permission_is_a_reject(inbox, monkeypatch) -> None:
    """Whoever runs the tests as root may read everything: the system's answer is put in its mouth."""
    (inbox / "closed").mkdir()
    (inbox / "open.txt").write_text("x")
    scandir = os.scandir

    def refuse(path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(inbox) == {"closed": "permission", "open.txt": "found"}


def test_names_that_are_no_utf8_can_be_written_down(inbox) -> None:
    (inbox / os.fsdecode(b"\xb9\xab\xb0\xb2.txt")).write_text("x")
    (inbox / "two\nlines.txt").write_text("x")
    found = {item.path: item for item in discover(inbox, 1000) if isinstance(item, Found)}
    assert set(found) == {r"\xb9\xab\xb0\xb2.txt", "two\nlines.txt"}
    assert all(file_hash(item.file) == sha256(b"x").hexdigest() for item in found.values())


def test_every_reject_says_what_to_do(inbox, tmp_path) -> None:
    (inbox / "folder.txt").mkdir()
    (inbox / "outside.txt").symlink_to(tmp_path)
    (inbox / "large.txt").write_bytes(b"x" * 1001)
    rejects = [item for item in discover(inbox, 1000) if isinstance(item, Reject)]
    assert len(rejects) == 3
    assert all(reject.stage == "discovery" and reject.message and reject.advice for reject in rejects)


def test_an_inbox_that_is_not_there_is_a_wrong_argument(inbox) -> None:
    with pytest.raises(UsageError, match="no folder"):
        list(discover(inbox / "none", 1000))
