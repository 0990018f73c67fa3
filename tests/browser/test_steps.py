"""Going from step to step without a flash: what the script adds, and what it must not break."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import Walk


@pytest.fixture
def at_age(walk):
    """The desk worker at the first question after the safety screen."""
    return walk("desk-worker").hasten(until="your-health").on(until="age")


@pytest.fixture
def refused(watch):
    """The browser itself logs each answer that the page refuses."""
    watch.expect("422 (Unprocessable")


def press_continue(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def expect_step(page: Page, slug: str) -> None:
    expect(page).to_have_url(re.compile(f"/{slug}/$"))
    expect(page.locator("#page form.q")).to_have_attribute("action", re.compile(f"/{slug}/$"))


def test_a_step_swaps_the_page_in_place_and_says_where_one_is(at_age):
    page = at_age.page
    page.evaluate("window.same = true")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    at_age.answer()
    expect_step(page, "pain-where")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.title() == "Where does it hurt or feel stiff? – how you feel – Plumb"
    assert page.evaluate("window.scrollY") == 0
    assert page.evaluate("window.same"), "the page was not loaded anew"


def test_an_empty_answer_is_said_in_a_summary_that_has_the_focus(at_age, refused):
    page = at_age.page
    pages = page.evaluate("history.length")
    press_continue(page)
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.title().startswith("Error: How old are you?")
    assert page.get_by_role("alert").inner_text().startswith("There is a problem")
    assert page.locator(".err").inner_text().startswith("Error:\nSelect an answer. We need it")
    assert page.evaluate("history.length") == pages


def test_the_summary_leads_to_the_answers_with_the_question_in_view(at_age, refused):
    page = at_age.page
    press_continue(page)
    page.locator("#error-summary a").click()
    expect(page.locator("input[name=answer]").first).to_be_focused()
    expect(page.locator("legend")).to_be_in_viewport()


def test_back_after_an_error_leads_to_the_step_before(at_age, refused):
    page = at_age.page
    press_continue(page)
    expect(page.locator("#error-summary")).to_be_visible()
    page.go_back()
    expect_step(page, "your-body")
    expect(at_age.box("none")).to_be_checked()


def test_back_twice_and_forward_show_what_was_answered(at_age):
    page = at_age.page
    at_age.on(until="pain-average")
    page.go_back()
    expect_step(page, "pain-side")
    expect(at_age.box("both")).to_be_checked()
    page.go_back()
    expect_step(page, "pain-where")
    expect(at_age.box("neck")).to_be_checked()
    page.go_forward()
    expect_step(page, "pain-side")
    expect(at_age.box("both")).to_be_checked()
    press_continue(page)
    expect_step(page, "pain-average")


def test_the_link_back_leads_through_the_whole_check(at_age):
    page = at_age.page
    at_age.on(until="pain-side")
    for slug in ("pain-where", "age", "your-body", "your-health"):
        page.get_by_role("link", name="Back", exact=True).click()
        expect_step(page, slug)


def test_who_chooses_dark_stays_at_the_step_on_the_screen(at_age):
    at_age.page.get_by_role("button", name="Dark").click()
    expect(at_age.page.locator("html")).to_have_attribute("data-theme", "dark")
    expect_step(at_age.page, "age")


def test_nothing_of_a_check_is_left_in_the_stores_of_the_browser(at_age):
    at_age.answer()
    at_age.page.go_back()
    expect_step(at_age.page, "age")
    at_age.hasten().finish()
    assert at_age.page.evaluate("Object.keys(localStorage)") == []
    assert at_age.page.evaluate("async () => await caches.keys()") == []
    assert at_age.page.evaluate("Object.keys(sessionStorage)") == []


def test_without_a_connection_the_choice_stays_and_the_page_says_so(at_age, watch):
    page = at_age.page
    watch.expect("ERR_INTERNET_DISCONNECTED")
    watch.expect("console: htmx:")
    at_age.box("18-39").check()
    page.context.set_offline(True)
    press_continue(page)
    expect(page.get_by_role("status")).to_have_text(re.compile("Not saved: no connection"))
    expect(at_age.box("18-39")).to_be_checked()
    page.context.set_offline(False)
    press_continue(page)
    expect_step(page, "pain-where")
    expect(page.get_by_role("status")).to_have_text("")


def test_when_the_service_fails_the_choice_stays_and_the_page_says_so(at_age, watch):
    page = at_age.page
    watch.expect("500")
    page.route("**/questions/age/", lambda route: route.fulfill(status=500, body="broken"))
    at_age.box("18-39").check()
    press_continue(page)
    expect(page.get_by_role("status")).to_have_text(re.compile("there is a problem"))
    expect(at_age.box("18-39")).to_be_checked()


def test_a_slow_answer_says_that_it_is_being_saved(at_age):
    page = at_age.page
    held = []
    page.route("**/questions/age/", lambda route: held.extend([route]))
    at_age.box("18-39").check()
    press_continue(page)
    expect(page.get_by_role("button", name="Saving…")).to_be_disabled()
    held[0].continue_()
    expect_step(page, "pain-where")


def test_a_double_click_answers_one_step(either_page, either_walk):
    walk = either_walk("desk-worker").hasten(until="age")
    walk.choose()
    either_page.get_by_role("button", name="Continue").dblclick()
    either_page.wait_for_url("**/pain-where/")
    either_page.locator('form[action$="/pain-where/"]').wait_for()
    assert not either_page.locator("input[name=answer]:checked").count()
    assert not either_page.locator("#error-summary").count()


def test_a_second_tab_is_told_that_the_check_moved_on_and_keeps_its_choice(
    either_page, either_walk, refused
):
    walk = either_walk("desk-worker").hasten(until="age")
    other = Walk(either_page.context.new_page(), walk.story)
    other.page.goto(either_page.url)
    walk.answer()

    other.box("40-54").check()
    press_continue(other.page)
    expect(other.page.get_by_role("alert")).to_contain_text("moved on in another tab")
    expect(other.box("40-54")).to_be_checked()
    press_continue(other.page)
    other.page.wait_for_url("**/pain-where/")
    other.page.goto(other.page.url.replace("pain-where", "age"))
    expect(other.box("40-54")).to_be_checked()


def test_what_another_tab_changed_is_said_where_the_focus_goes(walk, page, refused):
    person = walk("desk-worker").hasten(until="age")
    other = Walk(page.context.new_page(), person.story)
    other.page.goto(page.url)
    person.answer()
    other.box("40-54").check()
    press_continue(other.page)
    expect(other.page.locator("#moved")).to_be_focused()


def test_a_second_tab_with_the_same_answer_goes_on(either_page, either_walk):
    walk = either_walk("desk-worker").hasten(until="age")
    other = Walk(either_page.context.new_page(), walk.story)
    other.page.goto(either_page.url)
    walk.answer()
    other.answer()
    assert other.step == "pain-where"


def test_changing_an_answer_leads_back_to_the_answers(either_page, either_walk):
    walk = either_walk("desk-worker").hasten()
    answers = walk.path
    either_page.get_by_role("link", name="Change Your age").click()
    assert walk.step == "age"
    expect(walk.box("18-39")).to_be_checked()
    walk.box("40-54").check()
    walk.send()
    assert walk.path == answers
    assert "40 to 54" in either_page.locator("main").inner_text()


def test_an_answer_that_opens_questions_leads_to_those_first(walk):
    person = walk("desk-worker").hasten(until="pain-where")
    person.box("none").check()
    person.send()
    assert person.step == "sitting-hours"
    person.hasten()
    person.page.get_by_role("link", name="Change Where it hurts").click()
    person.box("neck").check()
    person.send()
    assert person.step == "pain-side"
    person.hasten()
    assert person.path.endswith("/answers/")


def test_changing_an_answer_of_a_result_leaves_that_result_as_it_was(either_page, either_walk):
    walk = either_walk("right-high-hip").hasten().finish()
    first = walk.path
    either_page.get_by_role("link", name=re.compile("^Change .*right hip")).first.click()
    walk.box("level").check()
    walk.send()
    walk.finish()
    assert walk.path != first
    either_page.goto(first)
    assert "high hip on the right" in either_page.get_by_role("heading", level=1).inner_text()
    either_page.goto("/history/")
    assert either_page.locator("tbody tr").count() == 2


def test_who_closes_the_browser_goes_on_where_they_were(walk, new_context):
    left = walk("desk-worker").hasten(until="pain-average")
    again = new_context(storage_state=left.page.context.storage_state()).new_page()
    left.page.context.close()
    again.goto("/check/")
    again.get_by_role("link", name="Go on with it").click()
    assert Walk(again, left.story).step == "pain-average"


def test_who_forgets_a_check_finds_nothing_of_it(either_page, either_walk):
    walk = either_walk("desk-worker")
    check = walk.check
    either_page.get_by_role("link", name="Finish and forget on this device").click()
    either_page.get_by_role("button", name="Finish and forget").click()
    either_page.wait_for_url(re.compile(r"^[^/]+//[^/]+/$"))
    left = {cookie["name"] for cookie in either_page.context.cookies()}
    assert not any("browser" in name for name in left)
    assert either_page.request.get(check, max_redirects=0).status == 404
