"""The clean articles that contradictions are planted in: those of this folder, and those of the gold corpus."""

from functools import cache
from pathlib import Path

from tests.gold.corpora import SHARED
from transforms.aligned import AlignedText
from transforms.extraction import extract
from transforms.reading import read
from transforms.records import Document, Extraction, Origin

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDERS = (HERE / "articles", ROOT / "tests" / "gold" / "articles", ROOT / "seeds" / "articles", SHARED / "articles")


def articles() -> list[Path]:
    """Every article that states nothing wrong, as far as anybody knows."""
    return sorted(path for folder in FOLDERS for path in folder.glob("*.*") if path.suffix != ".md")


def article(name: str) -> str:
    """The raw text of one of them, by its name without suffixes."""
    (raw, _), *_ = extractions(next(path for path in articles() if path.name.split(".")[0] == name))
    return raw


def extracted(text: str) -> Extraction:
    """What is extracted from a plain text."""
    return extract(Document(Origin("article.txt", ""), "utf-8", "text/plain", text, AlignedText.identity(text)))


@cache
def extractions(path: Path) -> tuple[tuple[str, Extraction], ...]:
    """The raw text of each document of a file and what is extracted from it."""
    documents = (item for item in read(Origin(path.name, ""), path.read_bytes()) if isinstance(item, Document))
    return tuple((document.raw, extract(document)) for document in documents)
