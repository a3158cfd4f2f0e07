"""The programmes that a page names: ways of working, campaigns, platforms, services, teams and slogans."""

from __future__ import annotations

from transforms.facts.programmes.find import find_programmes

__all__ = ["find_programmes"]
