"""Numbers, units and periods as a reader takes them in at a glance."""

from __future__ import annotations

from decimal import Decimal

_BOUNDS = {"over": "> ", "under": "< ", "about": "≈ "}
_ARROWS = {"up": "↑ ", "down": "↓ ", "flat": "→ "}
_UNITS = {"percent": "%", "percentage_point": "pp", "count": "", "rank": "", "times": "×"}
_OPEN = ".."


def number(value: Decimal | int) -> str:
    """The number with its thousands apart and no trailing zeros."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Decimal | None, high: Decimal | None, bound: str | None, unit: str | None, classifier: str | None) -> str:
    """A value or range with its bound and unit: `> 1,200 份`, `3–5 名`, `12.5 %`; empty where there is no value."""
    if value is None:
        return ""
    digits = number(value) if high is None else f"{number(value)}–{number(high)}"
    measured = classifier or _UNITS.get(unit or "", unit or "")
    prefix = "№ " if unit == "rank" else _BOUNDS.get(bound or "", "")
    return f"{prefix}{digits} {measured}".rstrip()


def arrow(direction: str | None) -> str:
    """The sign of a direction of change, with a space behind it."""
    return _ARROWS.get(direction or "", "")


def period(edtf: str | None) -> str:
    """A period without the marks of EDTF: `2025-01 – 2025-09`, `2022 –` where it has no end."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    return f"{'' if first == _OPEN else first} – {'' if last == _OPEN else last}".strip() if slash else edtf
