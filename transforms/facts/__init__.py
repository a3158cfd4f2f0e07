"""From mentions to facts: statistics, incidents, programmes, persons, quotations."""
