"""Input made to do harm: each kind has a test here that names what becomes of it."""
