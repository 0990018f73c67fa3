"""How a session felt and a week's end at a browser: swapped in place, and nothing for axe-core."""

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect

from tests.assessments.results import finish
from tests.assessments.walking import Walker
from tests.browsers import OF_COLOURS


@pytest.fixture
def plan(live_server, context: BrowserContext) -> str:
    """The address of a plan; its browser is that of the person whose check it is."""
    walker = Walker(Client())
    finish(walker, "forward tip")
    cookies = walker.client.cookies.items()
    context.add_cookies(
        [{"name": name, "value": one.value, "url": live_server.url} for name, one in cookies]
    )
    return walker.at("plan")


def look(page: Page, axe) -> None:
    for scheme, width, rules in (
        ("light", 360, ()),
        ("dark", 1440, ()),
        ("light", 1440, OF_COLOURS),
    ):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        axe(page, rules)


def answer(page: Page, **said: str) -> None:
    for name, value in said.items():
        page.locator(f"#{name}-{value}").check(force=True)
    page.get_by_role("button", name="Continue").click()


def test_a_week_from_its_session_to_its_end_and_to_safety(page: Page, plan: str, axe):
    page.goto(plan)
    for count in (1, 2, 3):
        page.get_by_role("button", name="Mark as done").first.click()
        expect(page.locator("#session-status")).to_have_text(f"{count} of 3 done")
    felt = page.get_by_role("button", name="About right")
    felt.focus()
    felt.press("Enter")
    expect(felt).to_have_attribute("aria-pressed", "true")
    expect(felt).to_be_focused()
    look(page, axe)

    page.get_by_role("link", name="Finish this week").click()
    answer(page, effort="hard")
    expect(page.locator("#error-summary")).to_be_focused()
    expect(page.locator("#effort-hard")).to_be_checked()
    look(page, axe)
    answer(page, pain="3", new="no")
    expect(page.get_by_text("with less of each exercise")).to_be_visible()
    look(page, axe)

    page.get_by_role("link", name="Finish this week").click()
    answer(page, effort="right", pain="6", new="no")
    page.wait_for_url("**/safety/emergency-body/")
    page.goto(plan)
    expect(page.get_by_text("Safety comes first")).to_be_visible()
    expect(page.get_by_role("button", name="Mark as done")).to_have_count(0)
    look(page, axe)
    page.get_by_role("link", name="Answer them now").click()
    page.wait_for_url("**/safety/emergency-body/")
