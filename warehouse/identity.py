"""Ids: hashes of content, kind and place, so that the same bytes have the same ids on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b, sha256

from transforms.aligned import Span
from transforms.records import Document, Origin, Reject


def digest(*parts: object, size: int = 12) -> str:
    """A hash of the parts in hexadecimal digits, two for each byte of `size`."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def article_id(text: str) -> str:
    """The id of the article with this clean text."""
    return digest("article", text, size=16)


def document_id(origin: Origin) -> str:
    """The id of what a file, in this version of its bytes, holds at one place."""
    return digest("document", origin.path, origin.file_sha256, origin.member, origin.offset, size=16)


def fact_ids(article: str, kind: str, spans: Iterable[Span]) -> list[str]:
    """An id for each span in order; where several facts of a kind share a span, the later ones are told apart by a count."""
    seen: Counter[Span] = Counter()
    ids = []
    for span in spans:
        ids.append(digest(article, kind, span.start, span.end, seen[span] or None))
        seen[span] += 1
    return ids


def reject_id(reject: Reject) -> str:
    """The id of what is wrong with a file, or with what it holds at one place."""
    at = reject.origin
    return digest("reject", at.path, at.file_sha256, at.member, at.offset, reject.stage, reject.code)


def content_sha256(document: Document) -> str:
    """A hash of all that an extraction can depend on; UnicodeEncodeError where the raw text is no valid Unicode."""
    hints = "\x1f".join(f"{key}\x1e{value}" for key, value in sorted(document.hints.items()))
    return sha256(f"{document.raw}\x1f{document.media_type}\x1f{hints}".encode()).hexdigest()
