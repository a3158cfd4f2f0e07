"""The tables of reference, from the seeds: divisions, and what people call the terms that columns use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from transforms.lexicon import table


def reference() -> dict[str, Sequence[Mapping[str, str]]]:
    """The rows of each table of reference."""
    terms = [*_named("indicators", "indicator"), *_named("offences", "offence", "iccs"), *table("terms")]
    return {"places": table("places"), "terms": terms}


def _named(seed: str, vocabulary: str, standard: str = "") -> Iterator[dict[str, str]]:
    """The terms that a seed defines and names, with their code in a standard, if it has such a column."""
    for row in table(seed):
        yield {**row, "vocabulary": vocabulary, "term": row[vocabulary], "standard": row.get(standard, "")}
