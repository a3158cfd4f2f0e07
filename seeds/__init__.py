"""Reference tables (CSV, one row a thing, each with its source and licence) and the sample articles: data, no code."""
