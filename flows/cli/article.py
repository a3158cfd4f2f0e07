"""How an extraction looks to a person."""

from __future__ import annotations

from flows.cli.terminal import heading, say, table
from transforms.serialisation import Json

_QUIET = ("start", "end")  # a person reads the quote
_LONGEST = 60  # characters of a quote


def show_article(found: dict[str, Json], raw: str) -> None:
    """Print what an article is, and a table of each kind of fact that it has; `raw` is the text that the spans count in."""
    article = found["article"]
    if isinstance(article, dict):
        say(str(article.get("title") or "(no title)"), "bold")
        table(("", ""), ((name, value) for name, value in article.items() if name != "title" and value is not None))
    for name, rows in found.items():
        if isinstance(rows, list) and rows:
            heading(f"{name} ({len(rows)})")
            _facts([_quoted(row, raw) for row in rows if isinstance(row, dict)])


def _quoted(row: dict[str, Json], raw: str) -> dict[str, Json]:
    """The row with the characters at its span, where it has one and does not say them itself."""
    match row:
        case {"quote": _}:
            return row
        case {"start": int(start), "end": int(end)}:
            return {"quote": raw[start:end].strip()[:_LONGEST], **row}
    return row


def _facts(rows: list[dict[str, Json]]) -> None:
    """The columns in which any row says something."""
    columns = [name for name in rows[0] if name not in _QUIET and any(row[name] is not None for row in rows)]
    table(columns or _QUIET, ([row[name] for name in columns or _QUIET] for row in rows))
