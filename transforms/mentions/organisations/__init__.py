"""The organisations that a page names, each under its full name."""

from __future__ import annotations

from transforms.mentions.organisations.bodies import police_at
from transforms.mentions.organisations.find import OrganisationHit, find_organisations, organisations

__all__ = ["OrganisationHit", "find_organisations", "organisations", "police_at"]
