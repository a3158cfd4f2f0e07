"""Dates, periods and times of day in a clean text, as EDTF (ISO 8601-2:2019)."""

from transforms.mentions.dates.campaigns import find_campaigns
from transforms.mentions.dates.finding import find_dates, narrowed
from transforms.mentions.dates.model import DateHit, Kind, Reference

__all__ = ["DateHit", "Kind", "Reference", "find_campaigns", "find_dates", "narrowed"]
