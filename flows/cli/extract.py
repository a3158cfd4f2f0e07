"""`extract`: one file, or a pipe of texts, without a lake and without Prefect."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Literal

import typer

from flows.cli.app import DONE, FAILED, REJECTS, app

if TYPE_CHECKING:
    from transforms.records import Document, Origin, Reject
    from transforms.serialisation import Json

Form = Literal["table", "json", "html"]


@app.command()
def extract(
    file: Annotated[Path | None, typer.Argument(help="A file; `-` is standard input.", show_default=False)] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="For the terminal, for programs, or a page to look at.")] = "table",
    batch: Annotated[bool, typer.Option("--batch", help='JSON Lines {"id", "text", "published"} in, one object a line out.')] = False,
) -> None:
    """Show what one file states, without a lake.

    \b
      shizheng extract article.txt
      shizheng extract article.txt --format json
      shizheng extract article.txt --format html > article.html
      shizheng extract --batch < texts.jsonl > facts.jsonl
    """
    if batch == (file is not None):
        raise typer.BadParameter("name a file, or use --batch for JSON Lines on standard input")
    raise typer.Exit(_batch() if file is None else _file(file, form))


def _file(file: Path, form: Form) -> int:
    """Show the documents of a file; the exit code."""
    read: Counter[str] = Counter()
    _SHOWS[form](_documents(file, read))
    return (REJECTS if read["documents"] else FAILED) if read["rejects"] else DONE


def _documents(file: Path, read: Counter[str]) -> Iterator[Document]:
    """The documents of a file, one after the other; `read` counts them, and the rejects, of which each is told on standard error."""
    from transforms.records import Document

    for item in _read(file):
        if isinstance(item, Document):
            read["documents"] += 1
            yield item
        else:
            read["rejects"] += 1
            _complain(item)


def _read(file: Path) -> Iterator[Document | Reject]:
    from hashlib import file_digest

    from transforms.reading import is_archive, read
    from transforms.records import Origin

    try:
        stream = BytesIO(sys.stdin.buffer.read()) if str(file) == "-" else file.open("rb")
        origin = Origin(str(file), file_digest(stream, "sha256").hexdigest())
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror}") from None
    if is_archive(stream, str(file)):
        return _read_archive(origin, stream)
    stream.seek(0)
    return read(origin, stream.read())


def _read_archive(origin: Origin, stream: BinaryIO) -> Iterator[Document | Reject]:
    from flows.settings import settings
    from transforms.reading import entries, read_entry

    fields = settings().fields
    return (item for entry in entries(stream, origin.path) for item in read_entry(origin, entry, fields))


def _as_tables(documents: Iterable[Document]) -> None:
    from flows.cli.article import show_article
    from transforms.extraction import extract as extraction_of
    from transforms.serialisation import as_json

    for document in documents:
        show_article(as_json(extraction_of(document)), document.raw)


def _as_json(documents: Iterable[Document]) -> None:
    from transforms.extraction import extract as extraction_of
    from transforms.serialisation import as_json

    for document in documents:
        _print(as_json(extraction_of(document)), indent=1)


def _as_page(documents: Iterable[Document]) -> None:
    """One page for all, as a browser opens it."""
    from flows.pages.single import reading_of, single_page
    from flows.settings import settings
    from transforms.extraction import extract as extraction_of

    if readings := [reading_of(document, extraction_of(document)) for document in documents]:
        sys.stdout.buffer.write(single_page(readings, settings().language).encode())


_SHOWS: dict[Form, Callable[[Iterable[Document]], None]] = {"table": _as_tables, "json": _as_json, "html": _as_page}


def _complain(reject: Reject) -> None:
    from flows.cli.terminal import complain

    complain(f"{reject.origin.path}: {reject.message}", reject.advice)


def _batch() -> int:
    """Answer each line of standard input with one line, in order; the exit code."""
    code = DONE
    for number, line in enumerate(sys.stdin.buffer, 1):
        answer = _answer(number, line)
        _print(answer)
        code = REJECTS if "error" in answer else code
    return code


def _answer(number: int, line: bytes) -> dict[str, Json]:
    """What a line states, under its id; or an `error`, where the line is not as it should be or we are at fault."""
    from transforms.extraction import extract as extraction_of
    from transforms.serialisation import as_json

    try:
        name, document = _document(line)
    except (ValueError, TypeError, KeyError) as error:
        return {"id": None, "error": f'line {number} is no JSON object with "id" and "text": {error}'}
    try:
        return {"id": name, **as_json(extraction_of(document))}
    except Exception as error:  # one text must not take the pipe with it
        return {"id": name, "error": f"line {number}: a fault of shizheng: {type(error).__name__}: {error}"}


def _document(line: bytes) -> tuple[Json, Document]:
    """The id of a line, and its text as a document; ValueError, TypeError or KeyError where it is not as it should be."""
    from hashlib import sha256

    from transforms.aligned import AlignedText
    from transforms.records import Document, Origin

    record = json.loads(line)
    text = record["text"]
    if not isinstance(text, str):
        raise TypeError('"text" is no string')
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)  # half of a surrogate pair, which JSON can carry, is no character
    hints = {"published": str(record["published"])} if record.get("published") else {}
    origin = Origin("-", sha256(line).hexdigest())
    return record["id"], Document(origin, "utf-8", "text/plain", text, AlignedText.identity(text), hints)


def _print(record: dict[str, Json], indent: int | None = None) -> None:
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()
