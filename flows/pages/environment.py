"""The templates, with autoescape always on, and what every template may call."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flows.pages.words import word
from flows.text import printable

_FOLDER = Path(__file__).parent


class Asset(NamedTuple):
    """A style sheet or script of ours: its text, and its hash as a content security policy names it."""

    text: Markup
    hash: str


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["word"] = word
    return made


@cache
def asset(name: str) -> Asset:
    """A file of `static/`."""
    text = (_FOLDER / "static" / name).read_text(encoding="utf-8")
    return Asset(Markup(text), f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}")


def _shown(value: object) -> object:
    """A value as it enters a page: nothing for None, control and bidirectional characters as escapes."""
    if value is None:
        return ""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
