"""The pages that everybody may read, in a real browser: reachable, not too wide, filtered."""

import pytest
from playwright.sync_api import expect

from tests.browsers import OF_COLOURS

PAGES = [
    "/",
    "/imbalances/",
    "/imbalances/forward-head-and-neck/",
    "/imbalances/high-hip/",
    "/muscles/",
    "/muscles/?name=nothing",
    "/muscles/psoas/",
    "/muscles/vastus-medialis/",
    "/exercises/",
    "/exercises/?needs=step&place=floor",
    "/exercises/coverage/",
    "/exercises/half-kneeling-hip-flexor/",
    "/evidence/",
    "/accuracy/",
    "/privacy/",
    "/accessibility/",
    "/help/",
]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(new_context, axe, path):
    page = new_context(color_scheme="light", reduced_motion="reduce").new_page()
    page.goto(path)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, OF_COLOURS)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_the_narrowest_screen(new_context, path):
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_typing_a_name_filters_the_muscles_and_says_how_many(page):
    page.goto("/muscles/")
    page.get_by_label("Name or place").press_sequentially("trapezius")
    expect(page.get_by_role("status").first).to_have_text("4 muscles of 56 are listed.")
    expect(page.get_by_role("link", name="Psoas", exact=True)).to_have_count(0)
    expect(page.get_by_label("Name or place")).to_be_focused()
    assert page.url.endswith("/muscles/?name=trapezius&region=")
    page.get_by_label("Region").select_option("Abdomen")
    expect(page.get_by_text("No muscle matches ‘trapezius’.")).to_be_visible()
    page.get_by_role("link", name="Show all muscles").click()
    expect(page.get_by_role("link", name="Psoas", exact=True)).to_be_visible()


def test_the_filter_works_without_a_script(page_without_script):
    page = page_without_script
    page.goto("/muscles/")
    page.get_by_label("Name or place").fill("inner thigh")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("link", name="Adductor", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Psoas", exact=True)).to_have_count(0)


def test_choosing_a_place_filters_the_exercises_and_says_how_many(page):
    page.goto("/exercises/")
    page.get_by_label("Place").select_option("On a bed")
    expect(page.get_by_role("status").first).to_contain_text("exercises of 69 are listed.")
    expect(page.get_by_role("link", name="Dead bug")).to_have_count(0)
    page.get_by_label("What it needs").select_option("Low step")
    expect(page.get_by_text("No exercise fits all of this.")).to_be_visible()
    page.get_by_role("link", name="Show all exercises").click()
    expect(page.get_by_role("link", name="Dead bug")).to_be_visible()


def test_the_filter_of_exercises_works_without_a_script(page_without_script):
    page = page_without_script
    page.goto("/exercises/")
    page.get_by_label("Muscle", exact=True).select_option("Psoas")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(["Psoas deep hip flexor"])


def test_the_switch_of_a_plate_leaves_one_list(page_without_script):
    page = page_without_script
    page.goto("/imbalances/forward-tipped-pelvis/")
    page.get_by_role("radio", name="Weak").check(force=True)
    expect(page.get_by_role("heading", name="Tight", level=3)).to_be_hidden()
    expect(page.get_by_role("heading", name="Weak usually")).to_be_visible()


def test_light_or_dark_is_kept_and_leads_back_to_the_page(page_without_script):
    page = page_without_script
    page.goto("/muscles/psoas/")
    page.get_by_role("button", name="Dark").click()
    assert page.url.endswith("/muscles/psoas/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
