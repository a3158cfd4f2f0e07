"""`report`: the lake as a site to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.app import LakeOption, app


@app.command()
def report(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of the site, replaced if it is one.")] = Path("report"),
    lake: LakeOption = None,
    language: Annotated[str | None, typer.Option("--language", help="zh or en [SHIZHENG_LANGUAGE; default: zh].")] = None,
) -> None:
    """Write the lake as a static site: places, indicators, programmes, and each article with its facts marked. No server, no network.

    \b
      shizheng report
      shizheng report --output site --language en
    """
    from flows.cli.terminal import say
    from flows.pages.publishing import publish
    from flows.settings import settings

    chosen = settings(lake=lake, language=language)
    made = publish(chosen.place, output, chosen.language, chosen.processes)
    say(f"{made.pages:,} pages in {made.seconds:.1f} s: open {output / 'index.html'}", "bold")
