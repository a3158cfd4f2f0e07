"""What lies in the inbox: files to read, and a reject for each thing that looks like one and cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from flows.errors import UsageError
from transforms.reading import LONGEST, is_archive
from transforms.records import Origin, Reject

# What a folder is not called, unless somebody took it for a file.
_ENDINGS = frozenset(
    (".txt", ".md", ".htm", ".html", ".json", ".jsonl", ".csv", ".parquet", ".gz", ".zst", ".tar", ".zip", ".warc", ".wet")
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the inbox: `path` within the inbox (as the lake names it), `file` as the system opens it."""

    path: str
    file: Path
    size: int


def discover(inbox: Path, largest: int = LONGEST) -> Iterator[Found | Reject]:
    """Files and rejects in order of their paths. UsageError where there is no such folder.

    Files above `largest` bytes are rejects, unless they are archives. Names that begin with a dot, and a README.md, which is about
    a folder and not of it, are passed over.
    """
    root = inbox.resolve()
    if not root.is_dir():
        raise UsageError(f"there is no folder {inbox}", "Name the folder with the articles: --inbox FOLDER, or SHIZHENG_INBOX.")
    yield from _folder(root, root, largest)


def file_hash(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal digits; OSError where it cannot be read."""
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def unreadable(path: str, error: OSError) -> Reject:
    """The reject of a file that the system does not let us read."""
    if isinstance(error, PermissionError):
        return _reject(
            path, "permission", "no permission to read it", "Give the user who runs shizheng the right to read it (chmod u+r, chown)."
        )
    return _reject(path, "unreadable", f"cannot be read: {error.strerror}", "Check the disk and the name, then run again.")


def _folder(root: Path, folder: Path, largest: int) -> Iterator[Found | Reject]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield unreadable(_name(root, folder), error)
        return
    for entry in entries:
        if not entry.name.startswith(".") and entry.name != "README.md":
            yield from _entry(root, Path(entry.path), largest)


def _entry(root: Path, file: Path, largest: int) -> Iterator[Found | Reject]:
    path = _name(root, file)
    try:
        if file.is_symlink() and (reject := _bad_link(root, file, path)):
            yield reject
            return
        status = file.stat()
    except OSError as error:
        yield unreadable(path, error)
        return
    if stat.S_ISDIR(status.st_mode):
        yield from [_reject(path, *_NO_FILE)] if file.suffix.lower() in _ENDINGS else _folder(root, file, largest)
    elif not stat.S_ISREG(status.st_mode):
        yield _reject(path, "not-a-file", "neither a file nor a folder (a pipe, socket or device)", "Put a plain file in its place.")
    elif status.st_size > largest and not _holds_many(file, path):
        yield too_large(path, status.st_size, largest)
    else:
        yield Found(path, file, status.st_size)


def _holds_many(file: Path, path: str) -> bool:
    try:
        with file.open("rb") as stream:
            return is_archive(stream, path)
    except OSError:
        return True  # whoever reads it says what is wrong


_NO_FILE = ("folder", "a folder named like a file; what lies in it was not read", "Rename the folder, or put the file itself there.")


def _bad_link(root: Path, file: Path, path: str) -> Reject | None:
    target = Path(os.path.realpath(file))  # Path.resolve raises on a link to itself
    if not target.is_relative_to(root):
        return _reject(path, "link-outside", "a link that leads out of the inbox", "Copy the file itself into the inbox.")
    if not target.exists():
        return _reject(path, "link-broken", "a link to nothing", "Remove the link, or put the file in its place.")
    if target.is_dir():
        return _reject(path, "link-folder", "a link to a folder, which is read where it lies", "Remove the link.")
    return None


def too_large(path: str, size: int, largest: int) -> Reject:
    """The reject of a file with more than `largest` bytes."""
    return _reject(
        *(path, "too-large", f"{size:,} bytes, more than the {largest:,} that a file may have"),
        "Split it into articles.",
    )


def _name(root: Path, file: Path) -> str:
    """The path within the inbox; bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(file.relative_to(root).as_posix()).decode("utf-8", "backslashreplace")


def _reject(path: str, code: str, message: str, advice: str) -> Reject:
    return Reject(Origin(path, ""), "discovery", code, message, advice)
