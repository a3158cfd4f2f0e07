"""Which period a number belongs to: that of its clause, else of its sentence, else of its paragraph, else of the campaign that frames it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.facts.context import Line, within
from transforms.mentions.dates import DateHit

_COMPARED = re.compile(r"(?:较|比|与|同|和|跟|相比)(?:之)?$")
_DEPARTED = re.compile(r"(?:由|从|自)$")
_STANDING = frozenset({"facilities", "areas", "personnel", "vehicles_and_equipment", "population", "distance_or_area"})


def framing(text: str, dates: Sequence[DateHit]) -> tuple[DateHit, ...]:
    """The dates that may frame a claim: not clock times, not what a claim is compared with, not where a change set out from."""
    return tuple(hit for hit in dates if hit.kind not in {"time"} and not _aside(text, hit))


def _aside(text: str, hit: DateHit) -> bool:
    before, after = text[max(0, hit.start - 3) : hit.start], text[hit.end : hit.end + 6]
    if _COMPARED.search(before) and (re.match(r"(?:同期|同比|相比|全年|末|底|的|[^,，。;；]{0,4}(?:增|减|上|下|多|少|高|低|提|降))", after) or before.endswith(("较", "比"))):
        return True
    return bool(_DEPARTED.search(before) and re.match(r"(?:同期)?的", after)) or after.startswith(("同期", "年版", "版"))


def as_period(hit: DateHit) -> str | None:
    """The EDTF period of a date: without its clock time; None for now."""
    return None if hit.kind == "now" or not hit.edtf else re.sub(r"T[\d:]+", "", hit.edtf)


def period_of(at: int, clause: int, line: Line, dates: Sequence[DateHit]) -> str | None:
    """The period of a claim whose number stands at `at`: the last framing date before it in its clause, its sentence, its paragraph."""
    for start, end in ((clause, at), (line.start, clause), (line.block_start, line.start)):
        found = within(dates, start, end)
        if found:
            return as_period(found[-1])
    return None


def standing(indicator: str, verb: str, at: int, line: Line, dates: Sequence[DateHit]) -> bool:
    """Whether a claim tells how things stand (辖区有7个派出所), so that a date of another sentence does not date it."""
    return indicator in _STANDING and verb in {"", "build", "hold", "deploy"} and not within(dates, line.start, at)
