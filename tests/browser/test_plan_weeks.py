"""How a session felt and a week's end at a browser: swapped in place, and nothing for axe-core."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import OF_COLOURS


@pytest.fixture
def plan(finished) -> str:
    """The address of a plan; its browser is that of the person whose check it is."""
    return finished("forward tip").at("plan")


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


def test_marking_by_keyboard_keeps_the_focus_and_says_what_is_done(page: Page, plan: str):
    page.goto(plan)
    page.evaluate(
        """window.heard = [];
        const status = document.querySelector("#session-status");
        const ear = new MutationObserver(() => window.heard.push(status.textContent.trim()));
        ear.observe(status, { childList: true, subtree: true, characterData: true });"""
    )
    title = page.locator("#week-title")
    page.get_by_role("button", name="Mark as done").first.focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    expect(title).to_contain_text("1 of 3 sessions done")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Mark as done").first).to_be_focused()
    expect(title).to_contain_text("0 of 3 sessions done")
    assert page.evaluate("heard") == ["1 of 3 done", "0 of 3 done"]


def test_what_could_not_be_marked_shows_the_plan_as_it_is_now(page: Page, plan: str):
    page.goto(plan)
    for field in page.locator(".plan-item [name=exercise]").all():
        field.evaluate("input => { input.value = 'no-such'; }")
    page.get_by_role("button", name="Mark as done").first.click()
    expect(page.get_by_text("Your plan has changed meanwhile.")).to_be_visible()
    expect(page.get_by_role("button", name="Mark as done")).to_have_count(3)


def test_a_calendar_to_be_mended_leads_to_the_field(page: Page, plan: str, axe):
    page.goto(plan)
    form = page.locator("#calendar")
    for box in form.get_by_role("checkbox").all():
        box.uncheck()
    form.get_by_label("Time").fill("06:45")
    form.get_by_role("button").click()
    expect(page.locator("#error-summary")).to_be_focused()
    axe(page, ())
    page.get_by_role("link", name="Select at least one day.").click()
    expect(form.get_by_role("checkbox").first).to_be_focused()
    expect(form.get_by_label("Time")).to_have_value("06:45")


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
