"""Pure functions from bytes to facts: no I/O, no clock, no network, no state but read-only lexicons."""
