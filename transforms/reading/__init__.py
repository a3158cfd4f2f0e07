"""From bytes to documents: encodings, HTML, archives."""
