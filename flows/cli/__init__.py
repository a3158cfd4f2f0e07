"""The `shizheng` command line: a module a command or a family of them, each importing what it needs when it runs."""

from __future__ import annotations

from flows.cli import diff, explain, export, extract, maintain, query, rejects, report, run, search, serve, status
from flows.cli.app import app, main

__all__ = [
    "app",
    "diff",
    "explain",
    "export",
    "extract",
    "main",
    "maintain",
    "query",
    "rejects",
    "report",
    "run",
    "search",
    "serve",
    "status",
]

# In the order in which a person meets them.
_ORDER = ("run", "plan", "status", "sql", "shell", "search", "explain", "diff", "export", "extract", "report", "serve", "backfill")
app.registered_commands.sort(key=lambda command: _ORDER.index(command.callback.__name__ if command.callback else ""))
