"""Choosing whose emergency number is shown, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browsers import OF_COLOURS

CHOOSE = "Choose your country"


def unfold(page: Page) -> None:
    page.get_by_role("contentinfo").get_by_text(CHOOSE).click()


def test_a_country_is_chosen_without_a_script_and_leads_back_to_the_page(page_without_script):
    page = page_without_script
    page.goto("/muscles/psoas/")
    unfold(page)
    page.get_by_role("button", name="Australia: 000").click()
    assert page.url.endswith("/muscles/psoas/")
    expect(page.get_by_role("link", name="000")).to_have_attribute("href", "tel:000")


def test_axe_finds_nothing_in_the_unfolded_choice_and_it_fits_the_narrowest_screen(
    new_context, axe
):
    page = new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce").new_page()
    page.goto("/muscles/psoas/")
    unfold(page)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, OF_COLOURS)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
