"""Where files of a lake lie: in a folder of this machine, or in a bucket of S3, named by a URL.

Keys and server of S3 come from the environment, by the names that its own tools use: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION
and, where it is not Amazon's, AWS_ENDPOINT_URL.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow.fs as pafs

from warehouse.ddl import literal

_DONE = "done"  # the object that is written last: a bucket knows no folder that appears at once


@dataclass(frozen=True, slots=True)
class Bucket:
    """A folder in a bucket: `url` is s3://BUCKET/FOLDER. Has what is used of `Path`."""

    url: str

    def __truediv__(self, name: str) -> Bucket:
        return Bucket(f"{self.url.rstrip('/')}/{name}")

    def __str__(self) -> str:
        return self.url

    @property
    def key(self) -> str:
        """Bucket and folder without the scheme, as Arrow wants them."""
        return self.url.removeprefix("s3://")

    def absolute(self) -> Bucket:
        """Itself."""
        return self

    def exists(self) -> bool:
        """Whether the folder is there and complete."""
        return bool(s3().get_file_info((self / _DONE).key).type != pafs.FileType.NotFound)

    def complete(self) -> None:
        """Say that all is there."""
        with s3().open_output_stream((self / _DONE).key) as stream:
            stream.write(b"")


Folder = Path | Bucket


def s3() -> pafs.S3FileSystem:
    """S3 as the environment describes it."""
    endpoint = urlsplit(os.environ.get("AWS_ENDPOINT_URL", ""))
    server = {"endpoint_override": endpoint.netloc, "scheme": endpoint.scheme} if endpoint.netloc else {}
    return pafs.S3FileSystem(region=os.environ.get("AWS_REGION", "us-east-1"), **server)


def secret() -> str:
    """The statement that lets DuckDB into S3, as the environment describes it."""
    endpoint = urlsplit(os.environ.get("AWS_ENDPOINT_URL", ""))
    given = {
        "KEY_ID": os.environ.get("AWS_ACCESS_KEY_ID", ""),
        "SECRET": os.environ.get("AWS_SECRET_ACCESS_KEY", ""),
        "SESSION_TOKEN": os.environ.get("AWS_SESSION_TOKEN", ""),
        "REGION": os.environ.get("AWS_REGION", "us-east-1"),
        "ENDPOINT": endpoint.netloc,
    }
    parts = [f"{name} {literal(value)}" for name, value in given.items() if value]
    parts += ["URL_STYLE 'path'", f"USE_SSL {endpoint.scheme == 'https'}"] if endpoint.netloc else []
    return f"CREATE SECRET (TYPE s3, {', '.join(parts)})"


def filesystem(folder: Folder) -> tuple[pafs.FileSystem, str]:
    """The file system that a folder lies in, and its path there."""
    return (s3(), folder.key) if isinstance(folder, Bucket) else (pafs.LocalFileSystem(), str(folder))


def sizes(folder: Folder, paths: Sequence[str]) -> dict[str, int]:
    """The bytes of those of the files, by their paths within the folder, that are there."""
    system, root = filesystem(folder)
    infos = system.get_file_info([f"{root}/{path}" for path in paths])
    return {path: info.size for path, info in zip(paths, infos, strict=True) if info.type == pafs.FileType.File}


def size(file: str) -> int:
    """The bytes of a file, by its path or URL."""
    return int(s3().get_file_info(Bucket(file).key).size) if file.startswith("s3://") else Path(file).stat().st_size


def there(files: Sequence[str]) -> list[str]:
    """Those of the files, by path or URL, that are there, in order."""
    remote = [file for file in files if file.startswith("s3://")]
    found = {file for file in files if not file.startswith("s3://") and Path(file).exists()}
    if remote:
        infos = s3().get_file_info([Bucket(file).key for file in remote])
        found |= {file for file, info in zip(remote, infos, strict=True) if info.type == pafs.FileType.File}
    return sorted(found)


def remove(folder: Folder) -> None:
    """Remove a folder with all that it holds, if it is there."""
    if isinstance(folder, Path):
        shutil.rmtree(folder, ignore_errors=True)
        return
    try:
        s3().delete_dir_contents(folder.key, missing_dir_ok=True)
    except OSError:  # a server may complain of folders, which Arrow takes for objects
        left = s3().get_file_info(pafs.FileSelector(folder.key, allow_not_found=True, recursive=True))
        if any(info.type == pafs.FileType.File for info in left):
            raise
