"""Texts of one example, read as a page; the part that an example is about stands between 〔 and 〕."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning import clean
from transforms.facts.accounts import account
from transforms.facts.context import context_of
from transforms.facts.incidents import tellings
from transforms.records import Document, Origin


def cases(rules):
    return [pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in rules for example in rule.examples]


def page_of(text):
    return clean(Document(Origin("example", ""), "utf-8", "text/plain", text, AlignedText.identity(text)))


def read(text):
    """The page and its context."""
    page = page_of(text)
    return page, context_of(page)


def accounts_of(text):
    """What becomes of each number of a text."""
    page, context = read(text)
    return account(page, context, tellings(page, context))


def marked(example):
    """The text of an example without its marks, and the span between them."""
    start, text = example.index("〔"), example.replace("〔", "")
    return text.replace("〕", ""), start, text.index("〕")


def undocumented(rules):
    """The names of the rules that lack a sentence of documentation or three different examples."""
    return [rule.name for rule in rules if not rule.documentation.endswith(".") or len(set(rule.examples)) < 3]
