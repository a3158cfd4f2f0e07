"""`explain`: a fact, and why it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.cli.app import LakeOption, app

if TYPE_CHECKING:
    from warehouse.explain import Evidence, Row

_SAID = frozenset({"fact_id", "article_id", "start", "end", "rule", "load_id", "extractor_version", "sentence_start", "sentence_end"})


@app.command()
def explain(
    fact: Annotated[str, typer.Argument(help="The id of a fact; its first characters do.")],
    lake: LakeOption = None,
    form: Annotated[Literal["table", "json"], typer.Option("--format", "-f", help="For people, or for programs.")] = "table",
) -> None:
    """Show why a fact is there: its sentence, its characters in the file, the rule that found it, the load, the findings about it.

    \b
      shizheng explain 4c98788f
      shizheng explain 4c98788f --format json
    """
    from flows.settings import settings
    from transforms.rulebook import rulebook
    from warehouse.explain import explain as evidence_of
    from warehouse.lake import reading

    with reading(settings(lake=lake).place) as connection:
        evidence = evidence_of(connection, fact)
    rule = rulebook().get((evidence.table, str(evidence.fact["rule"])))
    (_print if form == "json" else _show)(evidence, rule)


def _print(evidence: Evidence, rule: str | None) -> None:
    from dataclasses import fields

    from flows.cli.terminal import write

    names = [field.name for field in fields(evidence)]
    write("json", [*names, "rule"], [[*(getattr(evidence, name) for name in names), rule]])


def _show(evidence: Evidence, rule: str | None) -> None:
    from flows.cli.terminal import heading, marked, say, table

    fact = evidence.fact
    say(f"{evidence.table} {fact['fact_id']}", "bold")
    marked(evidence.sentence, [(evidence.start, evidence.end)])
    table(("", ""), ((name, value) for name, value in fact.items() if name not in _SAID and value not in (None, [])))
    heading("where it stands")
    table(("", ""), _where(evidence))
    heading("why")
    load = evidence.load
    written = f"{load['load_id']}: {load['command']} of {load['started']:%Y-%m-%d %H:%M:%S} UTC"
    why = {"rule": fact["rule"], "which reads": re.sub(r"\s+", " ", rule or ""), "rules' version": fact["extractor_version"]}
    table(("", ""), (why | {"load": written, "software": load["software"]}).items())
    for title, rows in (("facts that it names", evidence.related), ("findings about it", evidence.findings)):
        if rows:
            heading(title)
            _list(rows)


def _where(evidence: Evidence) -> Iterator[tuple[str, object]]:
    fact, article = evidence.fact, evidence.article
    for file in evidence.files:
        inside = f" › {file['member'] or ''}@{file['member_offset']}" if file["member_offset"] is not None or file["member"] else ""
        yield "file", f"{file['path']}{inside}:{evidence.line}:{evidence.column} ({file['encoding']})"
    yield "characters", f"{fact['start']} to {fact['end']} of the decoded text"
    yield "article", f"{article['title'] or '(no title)'} ({fact['article_id']})"
    yield "published", " ".join(str(article[name]) for name in ("source", "published") if article[name])


def _list(rows: tuple[Row, ...]) -> None:
    from flows.cli.terminal import table

    names = [name for name in ("fact_id", "result", "rule", "quote", "metric", "value", "unit", "expected", "stated") if name in rows[0]]
    table(names, ([row[name] for name in names] for row in rows))
