"""`rejects`: what could not be read, looked at, tried again and set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from flows.cli.app import InboxOption, LakeOption, app

if TYPE_CHECKING:
    from warehouse.lake import Lake
    from warehouse.rejects import Quarantined

family = typer.Typer(
    help="""List, retry or set aside what could not be read.

\b
  shizheng rejects list
  shizheng rejects show damaged.txt
  shizheng rejects retry --all
""",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(family, name="rejects")

NamesArgument = Annotated[list[str] | None, typer.Argument(help="Ids (their first characters do) or paths.", show_default=False)]
AllOption = Annotated[bool, typer.Option("--all", "-a", help="All that are open.")]


@family.command("list")
def list_rejects(
    lake: LakeOption = None,
    dropped: Annotated[bool, typer.Option("--dropped", help="Those that were set aside.")] = False,
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", "-f", help="For people, or for programs.")] = "table",
) -> None:
    """List what could not be read, and what to do about each."""
    from dataclasses import astuple

    from flows.cli.summary import reject_cells
    from flows.cli.terminal import say, table, write
    from flows.settings import settings
    from transforms.records import Origin
    from warehouse.lake import reading
    from warehouse.rejects import rejects

    with reading(settings(lake=lake).place) as connection:
        found = rejects(connection, "dropped" if dropped else "NOT dropped")
    if not found and form == "table":
        say("Nothing is set aside." if dropped else "No reject is open.")
        return
    if form == "table":
        table(("id", "file", "what is wrong", "what to do"), ((row.reject_id[:8], *reject_cells(row.reject)) for row in found))
        return
    columns = ("reject_id", *Origin.__dataclass_fields__, "stage", "code", "message", "advice")
    write(form, columns, ((row.reject_id, *astuple(row.reject.origin), *astuple(row.reject)[1:]) for row in found))


@family.command()
def show(names: NamesArgument = None, lake: LakeOption = None) -> None:
    """Show all that is known of rejects."""
    from flows.cli.terminal import say, table
    from flows.settings import settings

    for row in _chosen(settings(lake=lake).place, names, every=False):
        reject, at = row.reject, row.reject.origin
        say(f"{at.path}: {reject.message}", "bold")
        facts: dict[str, object] = {
            "id": row.reject_id,
            "stage": reject.stage,
            "code": reject.code,
            "what to do": reject.advice,
            "SHA-256": at.file_sha256,
        }
        facts |= {"member": at.member, "at byte": at.offset, "load": row.load_id, "set aside": "yes" if row.dropped else "no"}
        table(("", ""), ((name, value) for name, value in facts.items() if value not in {None, ""}))


@family.command()
def retry(names: NamesArgument = None, every: AllOption = False, inbox: InboxOption = None, lake: LakeOption = None) -> None:
    """Read files again that were rejected: what can be read now becomes articles, and the reject goes."""
    from flows.cli.run import carry_out
    from flows.pipeline import Request
    from flows.settings import settings

    configured = settings(inbox=inbox, lake=lake)
    paths = frozenset(row.reject.origin.path for row in _chosen(configured.place, names, every))
    carry_out(Request("retry", configured, paths))


@family.command()
def drop(names: NamesArgument = None, every: AllOption = False, lake: LakeOption = None) -> None:
    """Set rejects aside: they stay known, and are not reported again until their files change."""
    from flows.cli.terminal import counted, say
    from flows.settings import settings
    from warehouse.lake import writing
    from warehouse.rejects import drop as drop_rejects

    place = settings(lake=lake).place
    chosen = [row.reject_id for row in _chosen(place, names, every)]
    with writing(place) as connection:
        say(f"{counted(drop_rejects(connection, chosen), 'reject')} set aside.")


def _chosen(place: Lake, names: list[str] | None, every: bool) -> list[Quarantined]:
    """The rejects that the arguments name; usage error where they name none."""
    from warehouse.lake import reading
    from warehouse.rejects import named, rejects

    if bool(names) == every:
        raise typer.BadParameter("name rejects by id or path, or say --all")
    with reading(place) as connection:
        return rejects(connection) if every else named(connection, names or [])
