"""From a document to a page: title, metadata, body and boilerplate, every character aligned to the raw text."""
