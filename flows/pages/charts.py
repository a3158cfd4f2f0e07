"""Charts as SVG within the page: pygal lays them out, the page's style sheet gives them their look, each bar links to its evidence.

Told apart by labels and patterns, not by colour alone; no wider than a phone, with the value written at the end of each bar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any, Literal
from xml.etree.ElementTree import Element  # or lxml's, where pygal finds that

from markupsafe import Markup

from flows.text import printable

Look = Literal["whole", "part", "up", "down"]

_WIDTH, _BAR, _LETTER, _MARGIN = 340, 27, 14, 4  # in units of the drawing, of which a phone shows one a pixel
_LONGEST = 9  # Chinese characters of a label
_UNWANTED = frozenset({"script", "style", "desc", "title", "defs"})


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its value for the eye and in words, the page that it links to, and how it looks."""

    label: str
    value: float
    text: str
    page: str
    look: Look = "whole"


@lru_cache(maxsize=2**12)  # a series stands on the pages of its place and of its indicator
def bar_chart(bars: tuple[Bar, ...]) -> Markup:
    """The bars below each other, the first on top; those below zero grow to the left."""
    from pygal import HorizontalBar  # noqa: PLC0415  the extra `report`, which only a chart needs

    bars = tuple(replace(bar, label=printable(bar.label), text=printable(bar.text)) for bar in bars)  # XML bears no control characters
    values = max(_width(bar.text) for bar in bars)
    edge = max(_width(shortened(bar.label)) for bar in bars) + (values if any(bar.value < 0 for bar in bars) else 0)
    chart = HorizontalBar(
        width=_WIDTH, height=_BAR * len(bars) + 2 * _MARGIN, margin=_MARGIN, margin_left=edge, margin_right=values,
        show_legend=False, show_x_labels=False, show_y_labels=False, show_y_guides=False, show_x_guides=False, print_values=True,
        js=[], css=[], disable_xml_declaration=True, no_prefix=True, explicit_size=False, spacing=5,
    )  # fmt: skip
    upwards = tuple(reversed(bars))
    chart.add("", [{"value": bar.value, "formatter": partial(_said, bar.text), "node": {"class": bar.look}} for bar in upwards])
    chart.add_xml_filter(partial(_finished, upwards, edge))
    return Markup(chart.render(is_unicode=True))


def shortened(label: str) -> str:
    """The label, cut where it is too long to stand beside a bar."""
    return label if _width(label) <= _LONGEST * _LETTER + 8 else f"{label[: _LONGEST - 1]}…"


def _said(text: str, _value: object) -> str:
    return text


def _width(label: str) -> int:
    """About how wide a label is: Chinese characters are twice as wide as others."""
    return sum(_LETTER if ord(character) > 0x2E7F else 8 for character in label) + 8


def _finished(bars: Sequence[Bar], edge: int, root: Element) -> Element:
    """The drawing without what a page does not need, each bar with its label, a link, and its value at its end."""
    _pruned(root)
    plot, series = (next(part for part in root.iter() if part.get("class") == name) for name in ("plot", "bars"))
    values = [part for part in root.iter() if part.get("class") == "value"]
    for bar, group, value in zip(bars, series, values, strict=True):
        box = next(part for part in group.iter() if part.tag.endswith("rect"))
        _label(plot, bar, box, edge)
        _at_end(bar, box, value)
        _linked(bar, group)
        _axis(plot, bar, box)
    series[:] = reversed(series[:])  # from top to bottom, as one reads and steps through
    root.attrib.pop("id", None)
    root.set("role", "group")
    return root


def _pruned(root: Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if _unwanted(child):
                parent.remove(child)


def _unwanted(part: Element) -> bool:
    tag: Any = part.tag  # a function for a comment
    name = "" if callable(tag) else tag.rpartition("}")[2]
    return not name or name in _UNWANTED or part.get("class") in {"background", "plot tooltip-overlay", "titles", "plot overlay"}


def _label(plot: Element, bar: Bar, box: Element, edge: int) -> None:
    text = plot.makeelement("text", {"class": "label", "x": str(-edge), "y": str(_middle(box))})
    text.text = shortened(bar.label)
    plot.append(text)


def _at_end(bar: Bar, box: Element, value: Element) -> None:
    start = float(box.get("x", 0))
    value.set("x", f"{start - 6 if bar.value < 0 else start + float(box.get('width', 0)) + 6:.1f}")
    value.set("y", str(_middle(box)))
    value.set("text-anchor", "end" if bar.value < 0 else "start")


def _axis(plot: Element, bar: Bar, box: Element) -> None:
    """The line of zero, beside a bar."""
    zero = float(box.get("x", 0)) + (float(box.get("width", 0)) if bar.value < 0 else 0)
    plot.append(plot.makeelement("path", {"class": "axis", "d": f"M{zero:.1f} {_middle(box) - _BAR / 2:.1f}v{_BAR}"}))


def _middle(box: Element) -> float:
    return round(float(box.get("y", 0)) + float(box.get("height", 0)) / 2, 1)


def _linked(bar: Bar, group: Element) -> None:
    """The bar within a link that says in full what it shows."""
    link = group.makeelement("a", {"href": bar.page} if bar.page else {})
    title = group.makeelement("title", {})
    title.text = f"{bar.label}: {bar.text}"
    link.extend([title, *group])
    group[:] = [link]


def tallest(bars: Iterable[Bar], most: int) -> list[Bar]:
    """The bars with the largest values, the largest first."""
    return sorted(bars, key=lambda bar: (-abs(bar.value), bar.label))[:most]
