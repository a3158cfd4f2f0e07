"""Names that would like to be markup or orders to a terminal, on every page of a report and in the artifacts of a Prefect server."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from flows.pages.publishing import publish
from flows.text import in_markdown, printable
from tests.flows.pages.sites import dead_links, pages
from tests.warehouse.given import document, full, load
from transforms.records import Origin, Reject
from warehouse.lake import Lake, writing

NAME = "\x1b[2J\x1b]0;owned\x07\u202e\u2066</title><script>alert(1)</script>\r\n'\"><img src=x onerror=alert(2)>&lt;/青河.txt"
SHOWN = re.sub("[\x1b\x07\u202e\u2066\r]", lambda found: f"\\u{ord(found[0]):04x}", NAME)
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NAMES = {
    "articles": ("title", "source", "site", "jurisdiction_name", "reference_evidence"),
    "statistics": ("metric", "subject", "place_name", "classifier", "rule"),
    "programmes": ("name", "canonical", "owner"),
    "incidents": ("summary", "outcome", "place_name"),
    "organisations": ("name", "parent"),
    "persons": ("name", "role", "organisation"),
    "quotations": ("speaker",),
    "findings": ("expected", "stated"),
    "loads": ("message", "software"),
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory) -> Lake:
    """A lake in which whatever is a name is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    made = Lake(folder / "lake")
    reject = Reject(Origin(f"{NAME}.zip", "0" * 64, member=NAME), "reading", "not-text", NAME, NAME)
    with writing(made) as connection:
        load(
            connection,
            folder / "staged",
            (document(NAME), full()),
            (document("b.txt", f"乙:{full().text}"), full(f"乙:{full().text}")),
            reject,
        )
        for table, columns in NAMES.items():
            connection.execute(f"UPDATE {table} SET {', '.join(f'{column} = $name' for column in columns)}", {"name": NAME})
        connection.execute("UPDATE statistics SET place = '654325'")
        connection.execute("INSERT INTO places (adcode, name, level) VALUES ('654325', $name, 'county')", {"name": NAME})
    return made


@pytest.fixture(scope="module")
def site(lake, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "report"
    publish(lake, folder, "zh")
    return folder


def test_names_stay_text_and_show_what_they_hide(site) -> None:
    told = ""
    for address, tree in pages(site).items():
        assert not tree.xpath("//script[not(@src)] | //img | //@onerror"), address
        assert not HIDDEN.search((site / address).read_text(encoding="utf-8")), address
        told += tree.text_content()
    assert told.count(SHOWN) > 20
    assert dead_links(site) == []


def test_no_name_is_the_name_of_a_page(site) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*")}
    assert all(re.fullmatch(r"[a-z0-9_./-]+", name) for name in names)


@pytest.mark.parametrize(
    "name", [NAME, "- [x](javascript:alert(1))", "1. a", "# a", "> a", "a|b", "***", "http://a.b www.a.b a@b.c", "\t`a`"]
)
def test_a_name_in_markdown_shows_just_itself(name) -> None:
    shown = printable(name).replace("\n", "\\n").strip()
    assert (
        MarkdownIt("js-default").enable(["table"]).render(in_markdown(name))
        == f"<p>{escape(shown, quote=False).replace(chr(34), '&quot;')}</p>\n"
    )


def test_names_reach_the_artifacts_of_a_server_as_themselves(inbox, run, monkeypatch) -> None:
    from flows import ingest

    told = {}
    monkeypatch.setattr(ingest, "create_table_artifact", lambda rows, key, description: told.update({key: (rows, description)}))
    name = NAME.replace("/", "")
    (inbox / name).write_bytes(b"\x89PNG")
    ingest._show(run())
    (row,) = told["rejects"][0]
    assert row["file"] == in_markdown(name) and not HIDDEN.search("".join(row.values()))
    assert not HIDDEN.search("".join(description for _, description in told.values()))
