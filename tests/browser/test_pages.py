"""The pages in a real browser: as wide as a desk or a phone, on paper, and under mouse and keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

KINDS = ("articles/*", "places/321323", "indicators/cases_recorded", "programmes/*")
SECTIONS = ("index", "articles", "places", "indicators", "programmes", "checks", "dictionary", "runs", "rejects")


def one_of_each(site: Path) -> list[Path]:
    return [*(site / f"{name}.html" for name in SECTIONS), *(sorted(site.glob(f"{kind}.html"))[0] for kind in KINDS)]


def siyang(site: Path) -> Path:
    """The page of the sample article on a county's crime in 2023."""
    return next(file for file in sorted(site.glob("articles/*.html")) if "接报刑事警情" in file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("where", ["desk", "phone"])
def test_pages_of_each_kind_fit_their_window_and_show_what_they_are(where, site, request) -> None:
    visit = request.getfixturevalue(where)
    for file in one_of_each(site):
        page = visit.open(file)
        assert page.locator("main h1").first.is_visible(), file
        too_wide = (
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML)"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], page.evaluate(too_wide)[:1]


def test_a_mark_says_on_hover_what_it_states(desk, site) -> None:
    page = desk.open(siyang(site))
    card, mark = page.locator(".card"), page.locator("mark.statistics[data-fact]").first
    assert card.is_hidden()
    mark.hover()
    assert card.is_visible() and mark.inner_text() in card.inner_text()
    page.mouse.move(2, 2)
    card.wait_for(state="hidden")


def test_marks_answer_the_keyboard(desk, site) -> None:
    page = desk.open(siyang(site))
    mark = page.locator("mark.statistics[data-fact]").first
    mark.focus()
    assert page.locator(".card").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".card").is_hidden()
    page.keyboard.press("Tab")  # the next mark, in the order of the text
    assert page.locator(".card").is_visible() and page.evaluate("document.activeElement.tagName") == "MARK"
    page.keyboard.press("Enter")
    assert re.search(r"#f-[0-9a-f]+$", page.url)


def test_kinds_of_marks_can_be_hidden(desk, site) -> None:
    page = desk.open(siyang(site))
    mark = page.locator("mark.statistics[data-fact]").first
    shown = mark.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    page.locator('input[data-kind="statistics"]').uncheck()
    assert shown == "underline" and mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"


def test_a_number_leads_to_the_words_that_state_it(desk, site) -> None:
    page = desk.open(site / "places/321323.html")
    number = page.locator(".claims td.number a").first
    digits = re.findall(r"[\d.]+", number.inner_text())[0]
    number.click()
    target = page.locator("mark:target")
    assert target.is_visible() and digits in target.inner_text()


def test_charts_are_drawn_within_their_frames(phone, site) -> None:
    page = phone.open(site / "places/321323.html")
    for chart in page.locator(".chart").all():
        frame = chart.bounding_box()
        for part in chart.locator("rect, text").all():
            box = part.bounding_box()
            assert box["width"] > 0 and frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        assert all(size >= 11 for size in chart.locator("text").evaluate_all("all => all.map(t => t.getBoundingClientRect().height)"))


def test_typing_leaves_the_rows_that_hold_what_was_typed(desk, site) -> None:
    page = desk.open(site / "places.html")
    page.get_by_label("筛选").fill("泗阳")
    assert page.locator(".tree tbody tr:visible").all_inner_texts()[0].startswith("泗阳县")
    assert page.get_by_role("status").inner_text() == "1 条符合"


def test_print_leaves_out_what_paper_cannot_do(desk, site) -> None:
    page = desk.open(siyang(site))
    page.emulate_media(media="print")
    assert page.locator("header nav").is_hidden() and page.locator(".legend .hint").is_hidden()
    numbers = page.locator("mark.statistics[data-n]").first.evaluate("mark => getComputedStyle(mark, '::after').content")
    assert re.fullmatch(r'"\d+"', numbers)
    assert page.pdf().startswith(b"%PDF")


def test_text_stays_text(desk, hostile) -> None:
    for file in sorted(hostile.rglob("*.html")):
        desk.open(file)
    page = desk.open(next(hostile.glob("articles/*.html")))
    assert page.locator("h1").inner_text() == "<script>alert(2)</script>"
    assert "<script>alert(1)</script>" in page.locator(".text").inner_text()


def test_the_page_of_one_file_answers_without_anything_beside_it(desk, single) -> None:
    page = desk.open(single)
    page.locator("mark.statistics[data-fact]").first.hover()
    assert page.locator(".card").is_visible()
    assert "成立" in page.get_by_role("note").inner_text()
