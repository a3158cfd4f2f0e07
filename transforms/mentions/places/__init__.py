"""The places that a page names, each with the division of GB/T 2260 that it means, and the place that the page is about."""

from __future__ import annotations

from transforms.mentions.places.find import PlaceHit, Places, find_places

__all__ = ["PlaceHit", "Places", "find_places"]
