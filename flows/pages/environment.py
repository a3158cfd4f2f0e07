"""The templates, with autoescape always on, and what every template may call."""

from __future__ import annotations

from base64 import b64encode
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flows.pages.amounts import number, period
from flows.pages.facts import Detail, category, claimed, comparison, indicator_page, place_page, programme_page
from flows.pages.words import Language, Word, check, figured, in_language, reason, term, word
from flows.text import printable

_FOLDER = Path(__file__).parent
SECTIONS = ("index", "articles", "places", "indicators", "programmes", "checks", "dictionary", "runs")
"""The pages that every page leads to, by their addresses without the ending; the first is called `start`."""
_TAGS: dict[Language, str] = {"zh": "zh-Hans", "en": "en"}


class Asset(NamedTuple):
    """A style sheet or script of ours: its text, and its hash as a content security policy names it."""

    text: Markup
    hash: str


@cache
def environment(language: Language) -> Environment:
    """The environment of all templates, in which words are shown in one language."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=partial(_shown, language),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(sections=SECTIONS, lang=_TAGS[language])
    made.filters.update(word=partial(_word, language), chinese=partial(_chinese, language), detail=partial(_detail, language))
    made.filters.update(term=_term, reason=reason, check=check, figured=figured, number=number, period=period)
    made.filters.update(claimed=claimed, comparison=comparison, category=category)
    made.filters.update(place_page=place_page, indicator_page=indicator_page, programme_page=programme_page)
    return made


@cache
def asset(name: str) -> Asset:
    """A file of `static/`."""
    text = (_FOLDER / "static" / name).read_text(encoding="utf-8")
    return Asset(Markup(text), f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}")


def _shown(language: Language, value: object) -> object:
    """A value as it enters a page: nothing for None, words in the page's language, control and bidirectional characters as escapes."""
    if value is None:
        return ""
    if isinstance(value, Word):
        return printable(in_language(value, language))
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _word(language: Language, key: str, **values: object) -> str:
    """A word of the pages in the page's language. Of a key that stands in a template Jinja asks once, as it compiles."""
    return in_language(word(key, **values), language)


def _term(name: str | None, vocabulary: str) -> Word:
    return term(vocabulary, name)


@lru_cache(maxsize=2**16)
def _detail(language: Language, it: Detail, root: str, linked: bool) -> Markup:
    """A line of what is known of a fact. Most facts share most lines: their place, period, indicator and rule."""
    return Markup(environment(language).get_template("detail.html").render(it=it, root=root, linked=linked).strip())


def _chinese(language: Language, value: object) -> Markup:
    """The language tag for text of an article on a page that is not in Chinese."""
    return Markup("") if language == "zh" or isinstance(value, Word) or not value else Markup(' lang="zh-Hans"')
