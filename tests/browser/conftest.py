"""A real browser: Debian's Chromium without a window, driven by Playwright. Where either is missing the tests are skipped, and say so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.pages.publishing import publish
from flows.pages.single import reading_of, single_page
from tests.flows.pages.sites import HOSTILE
from tests.warehouse.given import document, full, load
from warehouse.lake import Lake, writing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium here: `apt-get install chromium`, or name one in CHROMIUM")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Visit:
    """A page as somebody sees it, and all that goes wrong meanwhile."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.wrong: list[str] = []
        tab.on("console", lambda said: self.wrong.append(f"console: {said.text}") if said.type in {"error", "warning"} else None)
        tab.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        tab.on("requestfailed", lambda request: self.wrong.append(f"failed: {request.url}"))
        tab.on("dialog", lambda dialog: (self.wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        tab.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else self.wrong.append(f"network: {asked.url}"))

    def open(self, file: Path, anchor: str = "") -> Page:
        self.tab.goto(file.absolute().as_uri() + anchor)
        return self.tab


@pytest.fixture
def desk(chromium) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 1200, "height": 900})
    visit = Visit(context.new_page())
    yield visit
    context.close()
    assert visit.wrong == []


@pytest.fixture
def phone(chromium) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    visit = Visit(context.new_page())
    yield visit
    context.close()
    assert visit.wrong == []


@pytest.fixture(scope="module")
def site(chromium, samples: Lake, tmp_path_factory) -> Path:
    """The report of the sample articles."""
    folder = tmp_path_factory.mktemp("site") / "report"
    publish(samples, folder, "zh")
    return folder


@pytest.fixture(scope="module")
def hostile(chromium, tmp_path_factory) -> Path:
    """A report of an article that holds markup in all its texts."""
    folder = tmp_path_factory.mktemp("hostile")
    lake = Lake(folder / "lake")
    with writing(lake) as connection:
        load(connection, folder / "staged", (document(raw=HOSTILE), full(HOSTILE)))
        connection.execute("UPDATE articles SET title = '<script>alert(2)</script>', source = '<img src=x onerror=alert(3)>'")
        connection.execute("UPDATE statistics SET metric = '<script>alert(4)</script>'")
    publish(lake, folder / "report", "zh")
    return folder / "report"


@pytest.fixture
def single(chromium, tmp_path: Path) -> Path:
    """What `extract --format html` prints of that article."""
    file = tmp_path / "article.html"
    file.write_text(single_page([reading_of(document(raw=HOSTILE), full(HOSTILE))], "zh"), encoding="utf-8")
    return file
