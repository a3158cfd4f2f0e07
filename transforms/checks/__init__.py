"""From facts to findings: whether it adds up."""
