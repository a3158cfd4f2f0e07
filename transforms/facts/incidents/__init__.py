"""The incidents that a page tells: each one event at one time and place."""

from __future__ import annotations

from transforms.facts.incidents.find import incidents_of, tellings

__all__ = ["incidents_of", "tellings"]
