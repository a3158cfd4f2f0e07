"""From a page to what it mentions: numbers, dates, places, organisations, each with its span."""
