"""The application that the commands join, what they share, and how it ends."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

DONE, REJECTS, USAGE, FAILED = 0, 1, 2, 3

InboxOption = Annotated[
    Path | None, typer.Option("--inbox", "-i", help="The folder that articles are dropped into [SHIZHENG_INBOX; default: inbox].")
]
LakeOption = Annotated[Path | None, typer.Option("--lake", "-l", help="The folder of the lake [SHIZHENG_LAKE; default: lake].")]

app = typer.Typer(
    name="shizheng",
    help="""Articles in, cited facts out (实证).

Drop Chinese-language articles into a folder, `shizheng run`, and ask in SQL.

\b
  shizheng run --inbox articles      read what is new
  shizheng sql                       list the tables
  shizheng extract article.txt       look at one article, without a lake
""",
    epilog="Exit codes: 0 done, 1 done with rejects, 2 wrong usage, 3 failed. Settings: SHIZHENG_* or shizheng.toml.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"shizheng {version('shizheng')}")
        raise typer.Exit


@app.callback()
def shizheng(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Nothing of its own: the commands do the work, and the help of the application is above."""


def main() -> None:
    """Run the command line, in a process of its own."""
    from flows.lean import with_little_collecting, without_pandas

    without_pandas()
    with_little_collecting()
    sys.exit(call(sys.argv[1:]))


def call(arguments: list[str]) -> int:
    """Carry out a command; its exit code. A fault that nobody foresaw ends with 3 and its traceback."""
    try:
        app(arguments, prog_name="shizheng")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except Exception as error:
        return _failed(error)
    return DONE


def _failed(error: Exception) -> int:
    from flows.cli.terminal import complain

    if advice := getattr(error, "advice", None):
        complain(str(error), str(advice))
        return int(getattr(error, "exit_code", FAILED))
    if isinstance(error, OSError):
        complain(str(error), "Is there room on the disk, and may you write there?")
        return FAILED
    traceback.print_exception(error)
    return FAILED
