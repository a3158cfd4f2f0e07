"""`report`: the site of the sample articles, of an empty lake, and of texts that are not meant well."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest

from flows.errors import UsageError
from flows.pages import build
from flows.pages.publishing import publish
from flows.pages.site import parts
from flows.pages.words import figured, words
from tests.flows.pages.sites import HOSTILE, dead_links, pages
from tests.warehouse.given import document, full, load
from transforms.checks import RULES
from transforms.records import AcrossRule
from warehouse.lake import Lake, writing
from warehouse.query import ask, asking

TEMPLATES = Path(build.__file__).parent / "templates"


@pytest.fixture(scope="session")
def site(samples: Lake, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "report"
    publish(samples, folder, "zh")
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory) -> Lake:
    """A lake with one article that has a row in every table, and means no good."""
    folder = tmp_path_factory.mktemp("hostile")
    lake = Lake(folder / "lake")
    with writing(lake) as connection:
        load(connection, folder / "staged", (document(raw=HOSTILE), full(HOSTILE)))
        connection.execute("UPDATE articles SET title = '<script>alert(2)</script>', source = '<b onclick=alert(3)>'")
        connection.execute("UPDATE statistics SET metric = '<script>alert(4)</script>', subject = '\"><script>alert(5)</script>'")
        connection.execute("INSERT INTO places (adcode, name, level) VALUES ('654325', '青河县', 'county')")
    return lake


@pytest.fixture(scope="session")
def english(hostile: Lake, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("english") / "report"
    publish(hostile, folder, "en")
    return folder


def rows(lake: Lake, query: str) -> list[tuple[object, ...]]:
    with asking(lake) as connection:
        return list(ask(connection, query).rows)


def test_every_link_leads_somewhere_and_nothing_leaves_the_site(site) -> None:
    assert dead_links(site) == []
    assert not [file for file in site.rglob("*") if file.is_file() and re.search(rb"(?:src|href)=.?(?:https?:)?//", file.read_bytes())]


def test_every_article_place_indicator_and_programme_has_its_page(site, samples) -> None:
    found = pages(site)
    for folder, query in (
        ("articles", "SELECT article_id FROM articles"),
        ("places", "SELECT DISTINCT place FROM statistics WHERE place IS NOT NULL"),
        ("indicators", "SELECT DISTINCT indicator FROM statistics"),
    ):
        wanted = rows(samples, query)
        assert wanted and {f"{folder}/{name}.html" for (name,) in wanted} <= set(found)
    (programmes,) = rows(samples, "SELECT count(*) FROM spread")[0]
    assert programmes == sum(address.startswith("programmes/") for address in found) > 0


def test_every_number_on_a_page_links_to_the_words_that_state_it(site, samples) -> None:
    stated = dict(rows(samples, "SELECT fact_id, quote FROM statistics"))
    found = pages(site)
    shown = set()
    for tree in found.values():
        for href in tree.xpath('//table[contains(@class, "claims")]//td[contains(@class, "number")]/a/@href'):
            path, _, anchor = href.rpartition("/")[2].partition("#")
            (mark,) = found[f"articles/{path}"].xpath(f'//*[@id="{anchor}"]')
            shown.add(anchor[2:])
            assert mark.text_content() == unescape(re.sub(r"<[^>]*>", "", stated[anchor[2:]]))
    assert shown == set(stated)


def test_series_are_drawn_with_their_values_and_link_to_their_evidence(site) -> None:
    charts = pages(site)["places/321323.html"].xpath('//figure[@class="chart"]')
    (fraud,) = [chart for chart in charts if chart[0].text == "电信网络诈骗案件立案"]
    assert [title.text_content() for title in fraud.xpath(".//a/title")] == ["2022年: 312起", "2023年: 268起"]
    assert all("#m-" in href for href in fraud.xpath(".//a/@href"))


def test_pages_are_light_and_say_their_language_and_title(site) -> None:
    titles = set()
    for address, tree in pages(site).items():
        assert (site / address).stat().st_size < 500_000
        assert tree.get("lang") == "zh-Hans" and tree.xpath("//main//h1") and tree.xpath("//meta[@name='viewport']")
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), address
        titles.add(tree.findtext(".//title"))
    assert "泗阳县 · 实证" in titles


def test_a_site_can_be_in_english(english) -> None:
    found = pages(english)
    assert found["index.html"].get("lang") == "en" and "What these articles claim" in found["index.html"].text_content()
    assert [(each.get("lang"), each.text) for each in found["places/654325.html"].iter("h1")] == [("zh-Hans", "青河县 ")]


def test_findings_stand_on_their_own_page_and_beside_the_text(english) -> None:
    found = pages(english)
    (link,) = found["checks.html"].xpath('//main//div[contains(@class, "note")]/a/@href')
    page, _, anchor = link.partition("#")
    assert "Holds" in found[page].xpath(f'//*[@id="{anchor}"]')[0].text_content()


def test_an_empty_lake_has_a_site_that_says_what_to_do(tmp_path) -> None:
    lake = Lake(tmp_path / "lake")
    with writing(lake):
        pass
    publish(lake, tmp_path / "site", "zh")
    assert dead_links(tmp_path / "site") == []
    assert "shizheng run" in pages(tmp_path / "site")["index.html"].text_content()


def test_text_of_articles_stays_text_on_every_page(english) -> None:
    found = pages(english)
    assert all(not tree.xpath("//script[not(@src)] | //@onclick") for tree in found.values())
    assert "<script>alert(4)</script>" in found["places/654325.html"].text_content()
    assert "<script>alert(1)</script>" in next(tree for address, tree in found.items() if "articles/" in address).text_content()


def test_long_lists_and_long_articles_go_on_further_pages(hostile, tmp_path, monkeypatch) -> None:
    for name in ("_LIST", "_TABLE"):
        monkeypatch.setattr(build, name, 1)
    monkeypatch.setattr("flows.pages.article._HEAVIEST", 1)
    publish(hostile, tmp_path / "site", "zh")
    found = pages(tmp_path / "site")
    assert {"places/654325-3.html", "indicators/cases_solved-2.html"} <= set(found)
    assert len([address for address in found if re.fullmatch(r"articles/[0-9a-f]+-[0-9]\.html", address)]) == 3
    assert dead_links(tmp_path / "site") == []


def test_several_processes_write_the_same_site_as_one(site, samples, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(build, "_WORTH_SHARING", 1)
    publish(samples, tmp_path / "site", "zh", processes=2)
    assert contents(tmp_path / "site") == contents(site)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_report_shows_one_snapshot_though_loads_are_committed_meanwhile(tmp_path, monkeypatch) -> None:
    lake, places = Lake(tmp_path / "lake"), build._places

    def add(name: str) -> None:
        raw = f"{name}{HOSTILE}"
        with writing(lake) as connection:
            load(connection, tmp_path / "staged", (document(f"{name}.txt", raw), full(raw)))

    def after_a_load(*given: Any) -> Iterator[Any]:
        add("乙")
        return places(*given)

    add("甲")
    monkeypatch.setattr(build, "_places", after_a_load)
    publish(lake, tmp_path / "site", "zh")
    assert rows(lake, "SELECT count(*) FROM articles") == [(2,)]
    found = pages(tmp_path / "site")
    assert len([address for address in found if address.startswith("articles/")]) == 1
    assert len(found["articles.html"].xpath('//ul[@class="articles"]/li')) == 1
    assert len(found["indicators/cases_solved.html"].xpath('//table[@class="claims"]/tbody/tr')) == 3
    assert dead_links(tmp_path / "site") == []


def test_findings_lead_to_the_very_page_of_what_they_compare_in_other_articles(samples, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("flows.pages.article._HEAVIEST", 1)
    publish(samples, tmp_path / "site", "zh")
    across = [tree.xpath('//*[@role="note"]/a[contains(@href, "../articles/")]/@href') for tree in pages(tmp_path / "site").values()]
    assert any("-" in href.partition("#")[0] for hrefs in across for href in hrefs)
    assert dead_links(tmp_path / "site") == []


def test_a_list_without_rows_has_one_page() -> None:
    assert [part.address for part in parts("a.html", (), 5)] == ["a.html"]
    assert [(part.address, len(part.rows)) for part in parts("a/b.html", ({},) * 6, 5)] == [("a/b.html", 5), ("a/b-2.html", 1)]


def test_a_report_replaces_a_report_and_nothing_else(hostile, english, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "site"
    shutil.copytree(english, folder)
    monkeypatch.setattr("flows.pages.publishing.build", lambda _, made, *__: (made / "index.html").write_text("new"))
    assert publish(hostile, folder, "en").pages == 1
    assert [file.name for file in tmp_path.rglob("*")] == ["site", "index.html"]


def test_a_report_that_fails_leaves_the_earlier_one(hostile, english, tmp_path, monkeypatch) -> None:
    folder = tmp_path / "site"
    shutil.copytree(english, folder)
    monkeypatch.setattr("flows.pages.publishing.build", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(hostile, folder, "en")
    assert (folder / "checks.html").exists() and [file.name for file in tmp_path.iterdir()] == ["site"]


def test_what_is_no_report_is_left_alone(hostile, tmp_path) -> None:
    (tmp_path / "index.html").write_text("<p>mine</p>")
    with pytest.raises(UsageError, match="something else"):
        publish(hostile, tmp_path, "zh")
    assert [file.name for file in tmp_path.iterdir()] == ["index.html"]


def test_every_word_of_the_templates_is_there_and_every_word_is_used() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in [*TEMPLATES.glob("*.html"), *TEMPLATES.parent.glob("*.py")])
    asked = set(re.findall(r'word\("([a-z_]+)"', sources)) | set(re.findall(r'"([a-z_]+)" \| word', sources))
    assert asked - {"run_outcome_"} <= set(words())
    unused = {key for key in words() if f'"{key}"' not in sources.replace("'", '"') and not key.startswith(("run_outcome_", "check_"))}
    assert unused == {*REASONS, "Hant"}


def test_every_check_has_its_words() -> None:
    assert {f"check_{name}" for name in (*(rule.name for rule in RULES), *get_args(AcrossRule))} == {
        key for key in words() if key.startswith("check_")
    }
    for said, zh in {"97.5%, rounded": "97.5%（四舍五入）", "at most 12位": "至多12位", "45/47 = 95.74%, 46/47 = 97.87%": None}.items():
        assert figured(said) == (said, zh or said)


REASONS = {"legal", "navigation", "related", "counter", "share", "comment", "unrelated", "advertisement", "picture", "spam", "torn"}
