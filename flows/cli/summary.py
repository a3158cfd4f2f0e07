"""How a plan, a run and its rejects look to a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.cli.terminal import counted, heading, say, table
from flows.pipeline import Summary
from flows.planning import KEPT, READ, Plan
from transforms.records import Reject

_MOST = 20  # rows that are named one by one


def show_plan(plan: Plan, every: bool) -> None:
    """Print what a run would do, and why; `every` file by name, or the first of those that would be read."""
    named = plan.files if every else plan.reading[:_MOST]
    say(f"{len(plan.reading):,} of {counted(len(plan.files), 'file')} would be read, {plan.bytes:,} bytes.", "bold")
    _show_reasons(plan)
    if named:
        table(
            ("file", "", "why"),
            ((p.found.path, "read" if p.reason in READ else "kept", READ.get(p.reason, KEPT.get(p.reason))) for p in named),
        )
    if not every and len(plan.reading) > _MOST:
        say(f"... and {len(plan.reading) - _MOST:,} more; --all names each.", "dim")
    if plan.rejects:
        heading(f"{len(plan.rejects):,} would be rejected")
        show_rejects(plan.rejects)


def show_summary(summary: Summary) -> None:
    """Print what a run did."""
    loaded = summary.loaded
    say(_headline(summary), "bold")
    _show_reasons(summary.plan)
    if loaded.outcome != "nothing":
        counts = {"document": loaded.documents_added, "article": loaded.articles_added, "fact": loaded.facts_added}
        say("added: " + ", ".join(counted(count, name) for name, count in counts.items()))
    if loaded.articles_removed:
        say(f"removed or replaced: {counted(loaded.articles_removed, 'article')} (earlier snapshots keep them)")
    if summary.rejects:
        heading(f"{loaded.rejects_added:,} rejected")
        show_rejects(summary.rejects[:_MOST])
    if summary.open_rejects:
        say(f"{counted(summary.open_rejects, 'open reject')}: shizheng rejects list", "dim")


def show_rejects(rejects: Iterable[Reject]) -> None:
    """Print rejects, each with what to do."""
    table(("file", "what is wrong", "what to do"), map(reject_cells, rejects))


def reject_cells(reject: Reject) -> tuple[str, str, str]:
    """Where it lies, what is wrong with it, what to do."""
    at = reject.origin
    where = at.path + (f" » {at.member}" if at.member else "") + (f" at byte {at.offset}" if at.offset is not None else "")
    return where, f"{reject.message} ({reject.stage}: {reject.code})", reject.advice


def _headline(summary: Summary) -> str:
    loaded = summary.loaded
    if loaded.outcome == "nothing":
        return f"Nothing new: load {loaded.load_id} changed no row ({summary.seconds:.1f} s)."
    return f"Load {loaded.load_id} done: {counted(summary.run.files_read, 'file')} read in {summary.seconds:.1f} s."


def _show_reasons(plan: Plan) -> None:
    if rows := list(_reasons(plan)):
        table(("files", "", "why"), rows)


def _reasons(plan: Plan) -> Iterator[tuple[int, str, str]]:
    counts = plan.counts
    yield from ((counts[reason], "read", why) for reason, why in READ.items() if counts[reason])
    yield from ((counts[reason], "kept", why) for reason, why in KEPT.items() if counts[reason])
    if plan.vanished:
        yield plan.vanished, "kept", "no longer in the inbox; their rows stay"
