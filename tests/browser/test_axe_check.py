"""axe-core finds nothing on any page of a check or an account: light and dark, small and wide."""

import pytest

from tests.browsers import OF_COLOURS

PASSWORD = "heron stands in shallow water"


WAYS = (  # every rule at either width and in either scheme; a scheme changes colours alone
    ("light", 360, ()),
    ("dark", 360, OF_COLOURS),
    ("dark", 1440, ()),
    ("light", 1440, OF_COLOURS),
)


@pytest.fixture
def look(page, axe):
    """`look(address)` opens a page, and looks at it in every way."""

    def looked(address=None):
        if address:
            page.goto(address)
        for scheme, width, rules in WAYS:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 800})
            axe(page, rules)

    return looked


@pytest.mark.long
def test_every_step_of_a_check(walk, page, look):
    person = walk("desk-worker").hasten()
    addresses = [link.get_attribute("href") for link in page.locator(".summary-change a").all()]
    assert len(addresses) > 25
    for address in [person.path, *addresses]:
        look(address)


@pytest.mark.parametrize("step", ["emergency-body", "pain-where", "pain-average", "ear"])
def test_a_step_whose_answer_is_missing(walk, page, look, watch, step):
    watch.expect("422 (Unprocessable")
    walk("desk-worker").hasten(until=step)
    page.get_by_role("button", name="Continue").click()
    page.locator("#error-summary").wait_for()
    look()


def test_a_test_on_each_side_of_the_body(walk, page, look, watch):
    watch.expect("422 (Unprocessable")
    person = walk("desk-worker").hasten(until="mode")
    person.box("full").check()
    person.send()
    look(f"{person.check}questions/bed-edge/")
    page.get_by_role("button", name="Continue").click()
    page.locator("#error-summary").wait_for()
    look()


def test_the_start_with_and_without_consent(page, look):
    look("/check/")
    page.get_by_role("button", name="Start").click()
    page.locator("#error-summary").wait_for()
    look()


def test_what_surrounds_an_open_check(walk, look):
    check = walk("desk-worker").hasten(until="age").check
    for address in ("/check/", f"{check}save/", "/check/forget/", "/history/", f"{check}delete/"):
        look(address)


def test_a_question_for_who_is_not_sure_about_safety(walk, page, look):
    person = walk("desk-worker")
    person.box("not-sure").check()
    person.send()
    look()


def test_a_check_that_goes_on_with_care(walk, look):
    person = walk("older-person").hasten(until="your-body")
    person.box("knee").check()
    person.send()
    look()


@pytest.mark.parametrize(
    ("step", "choice"),
    [("emergency-body", "saddle"), ("same-day-illness", "fever"), ("age", "under-16")],
)
def test_a_check_that_stops(walk, page, look, step, choice):
    person = walk("desk-worker").hasten(until=step)
    person.box(choice).check()
    person.send()
    person.on()
    assert person.path.endswith("/stop/")
    look()


@pytest.mark.parametrize("name", ["desk-worker", "older-person", "right-high-hip"])
def test_a_result(walk, look, name):
    walk(name).hasten().finish()
    look()


@pytest.mark.long
def test_a_result_in_an_account_and_the_pages_around_it(walk, page, look):
    person = walk("desk-worker").hasten().finish()
    for address in ("/account/signup/", "/account/login/", "/account/password/reset/"):
        look(address)
    page.goto("/account/signup/")
    page.get_by_label("E-mail address").fill("ann@example.org")
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="Make an account").click()
    look()
    page.get_by_role("button", name="Keep it").click()
    look()
    for address in (
        person.path,
        "/account/",
        "/account/logout/",
        "/account/email/",
        f"{person.check}delete/",
    ):
        look(address)


def test_forms_of_the_account_with_mistakes(page, look):
    for address, button in (
        ("/account/signup/", "Make an account"),
        ("/account/login/", "Sign in"),
    ):
        page.goto(address)
        page.locator("main").get_by_role("button", name=button).click()
        page.locator("#error-summary").wait_for()
        look()
