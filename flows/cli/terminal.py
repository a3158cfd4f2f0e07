"""What a person sees. Names and texts from files reach the terminal without their control characters."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Literal

from rich import box
from rich.cells import cell_len, chop_cells, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.text import printable

Format = Literal["table", "csv", "json"]

out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
_MOST = 500  # rows of a table on the terminal
_NARROWEST = 9  # characters of a column, below which rows are shown as records
_LONGEST = 400  # characters of a cell on the terminal


def cell(value: object) -> str:
    """A value as a person reads it: no trailing zeros, nothing for NULL."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value.normalize():f}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}"
        case list():
            return "、".join(map(cell, value))
        case _:
            return printable(str(value))


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def complain(message: str, advice: str) -> None:
    """Say on standard error what is wrong and what to do."""
    err.print(Text.assemble(("error: ", "bold red"), printable(message)), soft_wrap=True)
    err.print(Text(f"       {printable(advice)}", "dim"), soft_wrap=True)


def say(text: str, style: str = "") -> None:
    """Print a line for a person."""
    out.print(Text(printable(text), style))


def marked(text: str, marks: Iterable[tuple[int, int]]) -> None:
    """Print a text in which ranges of characters, in order and apart, stand out."""
    shown, at = Text(), 0
    for start, end in marks:
        shown.append(printable(text[at:start])).append(printable(text[start:end]), "bold reverse")
        at = end
    out.print(shown.append(printable(text[at:])))


def heading(text: str) -> None:
    """Print the title of what follows."""
    out.print(Text(f"\n{printable(text)}", "bold"))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as a table, or one below the other where there are too many columns for the window; numbers to the right."""
    found = list(islice(iter(rows), _MOST + 1))
    shown = [[_short(cell(value)) for value in row] for row in found[:_MOST]]
    if sum(max(_NARROWEST, len(name)) for name in columns) > out.width and shown:
        _records(columns, shown)
    else:
        _grid(columns, shown, [_numeric(row[n] for row in found) for n in range(len(columns))])
    if len(found) > _MOST:
        say(f"(the first {_MOST} rows; `--format csv` or `--format json` gives all)", "dim")


def _numeric(values: Iterable[object]) -> bool:
    return all(value is None or (isinstance(value, int | float | Decimal) and not isinstance(value, bool)) for value in values)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text):,} characters)"


def _grid(columns: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> None:
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold", show_header=any(columns))
    for name, right in zip(columns, numeric, strict=True):
        grid.add_column(name, justify="right" if right else "left", overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    out.print(grid)


def _records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows one below the other, each with what it has to say: lines of ours, as rich's grids would take longer than the extraction."""
    left = max(map(cell_len, columns)) + 2
    shown = Text()
    for number, row in enumerate(rows, 1):
        shown.append(f"── {number} " + "─" * 20 + "\n", "dim")
        for name, value in zip(columns, row, strict=True):
            if value:
                shown.append(set_cell_size(name, left), "bold").append(_hanging(value, left))
    out.print(shown, end="", soft_wrap=True)


def _hanging(value: str, left: int) -> str:
    """The lines of a value, broken at the window's edge, all but the first indented."""
    lines = [part for line in value.splitlines() for part in chop_cells(line, max(out.width - left, _NARROWEST))]
    return ("\n" + " " * left).join(lines) + "\n"


def write(form: Format, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as a table for people, or as CSV or JSON for programs."""
    match form:
        case "table":
            table(columns, rows)
        case "csv":
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows([_exact(value) for value in row] for row in rows)
        case "json":
            _write_json(columns, rows)


def _write_json(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A JSON array of objects, a row a line."""
    before = "["
    for row in rows:
        record = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=_exact)
        sys.stdout.write(f"{before}\n{record}")
        before = ","
    sys.stdout.write("[]\n" if before == "[" else "\n]\n")


def _exact(value: object) -> object:
    """A value as programs read it: decimals without trailing zeros, dates as ISO 8601."""
    match value:
        case Decimal():
            return f"{value.normalize():f}"
        case date() | datetime():
            return value.isoformat()
        case list() | dict():
            return json.dumps(value, ensure_ascii=False, default=_exact)
        case int() | float() | str() | None:
            return value
    return str(value)
