"""The persons in office whom a page names, and its authors."""

from transforms.facts.persons.find import find_persons

__all__ = ["find_persons"]
