"""`search`: articles by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.cli.app import LakeOption, app

if TYPE_CHECKING:
    from warehouse.search import Hit


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Words or phrases, in either script.", show_default=False)],
    lake: LakeOption = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many articles.")] = 10,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="For people, or for programs.")] = "table",
) -> None:
    """Find articles by their words, the best first, with the passage that shows why.

    A query in traditional script finds simplified text, and the reverse.

    \b
      shizheng search 调解 纠纷
      shizheng search 電信詐騙 --most 3
    """
    from flows.cli.terminal import say, write
    from flows.errors import UsageError
    from flows.settings import settings
    from transforms.asking import asked
    from warehouse.lake import reading
    from warehouse.search import Hit
    from warehouse.search import search as find

    query = asked(" ".join(words))
    if not query.words:
        raise UsageError(f"there is no word in {' '.join(words)!r}", "Name at least one word.")
    with reading(settings(lake=lake).place) as connection:
        found = find(connection, query.phrases, query.words, most)
    if form == "json":
        names = tuple(Hit.__dataclass_fields__)
        write("json", names, ([getattr(hit, name) for name in names] for hit in found.hits))
        return
    say(f"{' '.join(query.phrases)}: {len(found.hits)} of {found.articles} articles", "bold")
    for hit in found.hits:
        _show(hit)


def _show(hit: Hit) -> None:
    from flows.cli.terminal import marked, say

    about = " · ".join(part for part in (hit.source, hit.published, hit.article_id[:8]) if part)
    say(f"\n{hit.title or '(no title)'}", "bold")
    say(about, "dim")
    marked(hit.passage, hit.marks)
