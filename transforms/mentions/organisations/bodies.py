"""Organisations before they are named: an office of a place, a unit of an organisation, or a name of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from transforms.lexicon import table
from transforms.mentions.places.gazetteer import COUNTRY, MUNICIPALITIES, SPECIAL_REGIONS, divisions, is_district, label, lineage

Form = Literal["institution", "office", "organ", "committee", "unit", "apart", "named", "loose"]
_TAIWAN, _TAIWAN_COUNTIES = "710000", "710700"  # codes below the second are of the municipalities


class Seat(NamedTuple):
    """The place whose organisation is meant: its code, its name there, and whether it is a zone without a code."""

    adcode: str
    at: str
    zone: bool = False


class Body(NamedTuple):
    """An organisation by what makes it one; two mentions of one organisation give equal bodies.

    An `institution` of a seat is named by `seeds/institutions.csv`, an `office` by its seat and word, an `organ` by its party committee;
    a `committee` and a `unit` by what they are `within`; an `apart` unit and a `named` body by themselves; a `loose` one only through its
    units.
    """

    form: Form
    kind: str
    own: str
    seat: Seat | None = None
    within: Body | None = None


Written = Mapping[Body, str]


@cache
def seat_of(adcode: str) -> Seat:
    """The seat that a division is."""
    return Seat(adcode, label(adcode))


@lru_cache(4096)  # a page speaks of few, again and again
def institution(name: str, seat: Seat) -> Body:
    """An institution of that seat, of the kind that it has on that level."""
    return Body("institution", _template(name, seat)[1], name, seat)


def body_name(body: Body, written: Written) -> str:
    """The full name; where the document writes out a body's name in full, that is it."""
    above = body_name(body.within, written) if body.within else ""
    at = body.seat.at if body.seat else ""
    names: Mapping[Form, str] = {
        "office": at + body.own,
        "organ": f"中共{at}委{body.own}",
        "committee": f"中共{above}委员会",
        "unit": above + body.own,
    }
    if body.form == "institution":
        return written.get(body) or _institution_name(body)
    return names.get(body.form, body.own)


ALL_POLICE = Body("named", "other", "全国公安机关")


def police_at(adcode: str) -> str:
    """The full name of the police of a division (广州市公安局); of the country, all police together."""
    return body_name(ALL_POLICE if adcode == COUNTRY else institution("police", seat_of(adcode)), {})


def parent_name(body: Body, written: Written) -> str | None:
    """The organisation above: what the body is within, or the police of the division above for police."""
    if body.within is not None:
        return None if body.within.form == "loose" else body_name(body.within, written)
    if body.form == "institution" and body.own == "police" and body.seat:
        above = _above(body.seat)
        if above is None or above == _TAIWAN:
            return "内政部警政署" if above else "公安部"
        return body_name(institution("police", seat_of(above)), written)
    return None


def place_of(body: Body) -> str | None:
    """The code of the place that the body is of."""
    if body.seat is not None:
        return body.seat.adcode
    return place_of(body.within) if body.within else None


def _above(seat: Seat) -> str | None:
    if seat.zone:
        return seat.adcode
    return next(iter(lineage(seat.adcode)[1:]), None)


def _institution_name(body: Body) -> str:
    seat = body.seat
    if seat is None:
        return body.own
    city = divisions()[divisions()[seat.adcode].parent].name if is_district(seat.adcode) else label(seat.adcode)
    zone = seat.at.removeprefix(label(seat.adcode))
    return _template(body.own, seat)[0].format(label=seat.at, place=divisions()[seat.adcode].name, city=city, zone=zone)


def _template(name: str, seat: Seat) -> tuple[str, str]:
    """The template and the kind of an institution on the level of the seat."""
    templates = _templates()
    return templates.get((name, _level(seat))) or templates.get((name, "")) or ("{label}" + name, "other")


def _level(seat: Seat) -> str:
    if seat.zone:
        return "zone"
    if seat.adcode in SPECIAL_REGIONS:
        return "special"
    if seat.adcode in MUNICIPALITIES:
        return "municipality"
    if lineage(seat.adcode)[-1] == _TAIWAN:
        return "taiwan_city" if seat.adcode < _TAIWAN_COUNTIES else "taiwan"
    return "district" if is_district(seat.adcode) else divisions()[seat.adcode].level


@cache
def _templates() -> Mapping[tuple[str, str], tuple[str, str]]:
    rows = table("institutions")
    return MappingProxyType({(row["institution"], row["level"]): (row["name"], row["kind"]) for row in rows})
