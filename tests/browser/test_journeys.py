"""From the first page to a result in one's history, as the people of the stories go."""

import pytest
from playwright.sync_api import Page, expect

from posture.catalogue import editions
from tests.browser.stories import story
from tests.browser.walking import Walk

PASSWORD = "heron stands in shallow water"


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def found_in(sentence: str) -> set[str]:
    """The imbalances that a result's heading names."""
    known = editions.current().imbalances.values()
    return {imbalance.slug for imbalance in known if imbalance.finding in sentence}


def sign_up(page: Page, address: str) -> None:
    page.get_by_label("E-mail address").fill(address)
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()


def keep(page: Page) -> None:
    """Keep the one check of this browser in the account."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep this check in your account?")
    page.get_by_role("button", name="Keep it").click()


def open_from_history(page: Page, names: set[str]) -> None:
    """Open the check whose row names what was found."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Your checks")
    [row] = page.locator("tbody tr").all()
    assert all(name in row.inner_text() for name in names)
    row.get_by_role("link").first.click()


@pytest.mark.long
@pytest.mark.parametrize("name", ["desk-worker", "older-person", "right-high-hip"])
def test_a_check_leads_to_a_result_and_into_the_history(either_page, name):
    page, person = either_page, story(name)
    walk = Walk(page, person)
    walk.begin()
    walk.on()
    assert heading(page) == "Check your answers"
    assert {*walk.asked} >= {*person.answers}, "every answer of the story was asked for"
    walk.finish()

    result = walk.path
    assert found_in(heading(page)) == {*person.expected}
    assert not person.side or f"on the {person.side}" in heading(page)
    for part in ('[data-part="body"]', '[data-role="tight"]', '[data-role="weak"]'):
        assert page.locator(f".plate svg {part}").count(), f"the diagram shows {part}"

    said = heading(page)
    page.get_by_role("link", name="Save this result").click()
    sign_up(page, f"{name}@example.org")
    keep(page)
    imbalances = editions.current().imbalances
    open_from_history(page, {imbalances[slug].name for slug in person.expected})
    assert walk.path == result
    assert heading(page) == said


def test_an_emergency_stops_the_check_and_no_address_leads_past_it(either_page):
    page = either_page
    walk = Walk(page, story("emergency"))
    walk.begin()
    walk.answer()

    assert walk.story.stops in heading(page)
    shown = page.locator("main").inner_text()
    assert "You told us: Numb or tingling feeling around your genitals" in shown
    assert page.locator('a[href^="tel:"]').first.is_visible()
    assert not page.get_by_role("link", name="Save and finish later").count()
    stopped = walk.path
    for further in ("", "answers/", "result/", "questions/age/", "safety/your-health/"):
        page.goto(f"{walk.check}{further}")
        assert walk.path == stopped
    page.goto("/history/")
    assert not page.locator("tbody tr").count()


def test_who_answered_by_mistake_is_asked_about_safety_again(either_page):
    walk = Walk(either_page, story("emergency"))
    walk.begin()
    first = walk.path
    walk.answer()
    either_page.get_by_role("button", name="I answered by mistake").click()
    either_page.wait_for_url(f"**{first}")
    assert not either_page.locator("input[name=answer]:checked").count()
