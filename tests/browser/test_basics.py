"""What a checker of pages looks at, on a page of each kind: contrast, names, order of focus, languages; in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.test_pages import one_of_each, siyang

BASICS = Path(__file__).with_name("basics.js").read_text(encoding="utf-8")
STOPS = """() => [...document.querySelectorAll("a[href], input, summary, [tabindex]")]
    .filter(part => part.tabIndex >= 0 && part.checkVisibility({visibilityProperty: true})).map(part => part.outerHTML)"""
FOCUSED = """() => {
    const part = document.activeElement, style = getComputedStyle(part);
    const shown = part.tagName === "a" ? getComputedStyle(part.querySelector("rect")).stroke : style.outlineStyle;
    return [part.outerHTML, shown !== "none" && part.matches(":focus-visible")];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_of_each_kind_of_page_can_be_read_and_its_parts_have_names(scheme, desk, site) -> None:
    for file in [*one_of_each(site), siyang(site)]:
        page = desk.open(file)
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(BASICS)
        assert found["wrong"] == [] and found["texts"] > 10, file


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_one_file_can_be_read_and_its_parts_have_names(scheme, desk, single) -> None:
    page = desk.open(single)
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(BASICS)["wrong"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_shows_when_a_mark_is_reached_can_be_read(scheme, desk, site) -> None:
    page = desk.open(siyang(site))
    page.emulate_media(color_scheme=scheme)
    for kind in ("statistics", "numbers", "programmes", "organisations", "persons", "quotations"):
        page.locator(f"mark.{kind}[data-fact]").first.focus()
        page.locator(".card").wait_for(state="visible")
        assert page.evaluate(BASICS)["wrong"] == [], kind
    page.locator("mark.statistics[data-fact]").first.press("Enter")  # to its entry in the list, which is then the target
    assert page.evaluate(BASICS)["wrong"] == []


@pytest.mark.parametrize("name", ["index", "places", "places/321323", "article"])
def test_the_keyboard_reaches_all_controls_in_the_order_of_the_page_and_shows_where_it_is(name, desk, site) -> None:
    page = desk.open(siyang(site) if name == "article" else site / f"{name}.html")
    stops = page.evaluate(STOPS)
    assert 'class="skip"' in stops[0]
    for stop in stops[:60]:
        page.keyboard.press("Tab")
        where, visible = page.evaluate(FOCUSED)
        assert visible and where.replace(' active"', '"') == stop


def test_who_skips_the_head_lands_in_the_content(desk, site) -> None:
    page = desk.open(site / "index.html")
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
