"""What no honest file exceeds: limits that a bomb or a damaged length meets before memory or time run out."""

from __future__ import annotations

LONGEST = 10_000_000
"""The most bytes that a document may have, as text or as a record; an article has a thousandth."""
RATIO = 200
"""How many times its size compressed data may grow; text grows three to ten times."""
SMALL = 1 << 20
"""Up to so many bytes nobody asks for the ratio."""
INSIDE = 10 * LONGEST
"""The most bytes that an archive within an archive may hold, since it is read at once."""
HEADER = 1 << 18
"""The most bytes that a header of an archive's member may have."""
