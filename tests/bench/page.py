"""The figures on paper: docs/benchmarks.json keeps the last of each, and the table and picture of docs/benchmarks.md are made of them."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.figures import Figure

DOCS = Path(__file__).parents[2] / "docs"
KEPT = DOCS / "benchmarks.json"
PAGE = DOCS / "benchmarks.md"
_BEGIN, _END = "<!-- figures: make bench WRITE=--write -->", "<!-- end of figures -->"


def lines(figure: Figure) -> str:
    """A figure for the terminal."""
    bar = f"  {'held' if figure.held else 'NOT HELD'}: {figure.bar}" if figure.bar else ""
    numbers = f"{figure.ours:10.2f}{figure.other:10.2f} {figure.unit:14}{figure.ratio:8.2f}"
    return f"{figure.what:72}{figure.size:>8,}{numbers}{bar}"


def keep(figure: Figure) -> None:
    """Put a figure in place of the older one of the same thing and size, and renew the page."""
    records = [record for record in kept() if (record["what"], record["size"]) != (figure.what, figure.size)]
    about = {"day": f"{datetime.now(UTC):%Y-%m-%d}", "cores": len(os.sched_getaffinity(0)), "waiting": round(os.getloadavg()[0], 1)}
    records.append({**figure.cells(), **about, "python": platform.python_version()})
    KEPT.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    renew()


def kept() -> list[dict[str, object]]:
    """The figures on record."""
    return list(json.loads(KEPT.read_text(encoding="utf-8"))) if KEPT.exists() else []


def renew() -> None:
    """Write the table into the page, and the picture beside it."""
    figures = [_figure(record) for record in kept()]
    head, rest = PAGE.read_text(encoding="utf-8").split(_BEGIN)
    tail = rest.split(_END)[1]
    PAGE.write_text(f"{head}{_BEGIN}\n{_table(kept())}\n{_END}{tail}", encoding="utf-8")
    picture([figure for figure in figures if figure.bar], DOCS / "benchmarks.svg")


def picture(figures: Sequence[Figure], file: Path) -> None:
    """Each figure as a share of its bar: above 1 it is held."""
    import pygal
    from pygal.style import CleanStyle

    chart = pygal.HorizontalBar(style=CleanStyle, show_legend=False, height=90 + 44 * len(figures), width=1000, print_values=True)
    chart.title = "Measured, as a multiple of the bar (1 and above: held)"
    chart.x_labels = [f"{figure.what.split(' (')[0]} ({figure.size:,})" for figure in reversed(figures)]
    chart.add("", [{"value": round(_margin(figure), 2), "color": "#2a7" if figure.held else "#c44"} for figure in reversed(figures)])
    file.write_bytes(chart.render())


def _margin(figure: Figure) -> float:
    return figure.ratio / figure.at_least if figure.at_least is not None else (figure.at_most or 0) / figure.ratio


def _figure(record: dict[str, object]) -> Figure:
    return Figure(**{name: record[name] for name in Figure.__dataclass_fields__})  # type: ignore[arg-type]


def _table(records: Sequence[dict[str, object]]) -> str:
    rows = [
        "| what | articles | ours | beside | unit | ratio | bar | | measured |",
        "| --- | ---: | ---: | ---: | --- | ---: | --- | --- | --- |",
    ]
    for record in records:
        figure = _figure(record)
        verdict = ("held" if figure.held else "**not held**") if figure.bar else ""
        numbers = f"{figure.ours:.2f} | {figure.other:.2f} | {figure.unit} | {figure.ratio:.2f}"
        when = f"{record['day']}, {record['cores']} cores, load {record['waiting']}"
        rows.append(f"| {figure.what} | {figure.size:,} | {numbers} | {figure.bar} | {verdict} | {when} |")
    return "\n".join(rows)
