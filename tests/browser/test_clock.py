"""The clock of a self-test: right whenever looked at, stopped in time, words without a script."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.walking import Walk
from tests.browsers import OF_COLOURS


@pytest.fixture
def at_test(page: Page, walk):
    """`at_test(slug)` opens a self-test with the time held still."""

    def opened(slug: str) -> Page:
        person = in_full(walk("desk-worker"))
        page.clock.install()
        page.goto(f"{person.check}questions/{slug}/")
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        return page

    return opened


def in_full(person: Walk) -> Walk:
    person.hasten(until="mode")
    person.box("full").check()
    person.send()
    return person


def press(page: Page, word: str) -> None:
    page.get_by_role("button", name=f"{word} the clock").click()


def digits(page: Page):
    return page.get_by_role("timer").locator("[data-digits]")


def test_the_clock_shows_tenths_and_stops_when_told(at_test):
    page = at_test("bridge")
    expect(digits(page)).to_have_text("0.0")
    press(page, "Start")
    page.clock.run_for(12_345)
    expect(digits(page)).to_have_text("12.3")
    press(page, "Stop")
    page.clock.run_for(5_000)
    expect(digits(page)).to_have_text("12.3")
    expect(page.locator(".clock").get_by_role("status")).to_have_text("Stopped at 12.3 seconds.")


def test_the_clock_is_right_after_a_time_in_which_nothing_was_drawn(at_test):
    page = at_test("bridge")
    press(page, "Start")
    page.clock.fast_forward(41_310)
    page.clock.run_for(40)
    expect(digits(page)).to_have_text("41.3")


def test_the_clock_ends_by_itself_and_says_so(at_test):
    page = at_test("chest-lift")
    press(page, "Start")
    page.clock.run_for(29_900)
    expect(page.locator(".clock").get_by_role("status")).to_be_empty()
    page.clock.run_for(10_000)
    expect(digits(page)).to_have_text("30.0")
    expect(page.locator(".clock").get_by_role("status")).to_have_text("Time is up: 30.0 seconds.")
    expect(page.get_by_role("button", name="Start the clock")).to_be_visible()


def test_each_side_is_timed_by_its_name_and_nothing_is_sent(at_test):
    page = at_test("knee-lift")
    press(page, "Start")
    expect(page.get_by_label("You time:")).to_be_disabled()
    page.clock.run_for(9_000)
    press(page, "Stop")
    page.get_by_label("You time:").select_option("Right side")
    press(page, "Start")
    page.clock.run_for(7_500)
    press(page, "Stop")
    times = page.get_by_role("list", name="Times so far").get_by_role("listitem")
    expect(times).to_have_text(["Left side: 9.0 seconds", "Right side: 7.5 seconds"])
    sent = page.evaluate("[...new FormData(document.querySelector('form.q')).keys()]")
    assert set(sent) == {"csrfmiddlewaretoken", "version"}


def test_the_clock_is_there_where_a_step_was_swapped_in(walk, page: Page):
    person = in_full(walk("desk-worker"))
    page.goto(f"{person.check}questions/bridge/")
    page.evaluate("document.querySelector('#page').dataset.old = 'yes'")
    page.evaluate(
        "htmx.ajax('GET', location.pathname, {target: '#page', select: '#page', swap: 'outerHTML'})"
    )
    page.locator("#page:not([data-old])").wait_for()
    expect(page.get_by_role("button", name="Start the clock")).to_be_visible()


def test_the_words_say_how_long_without_a_clock(either_walk, either_page: Page, request):
    person = in_full(either_walk("desk-worker"))
    either_page.goto(f"{person.check}questions/bridge/")
    expect(either_page.get_by_text("The time is 60 seconds at most.")).to_be_visible()
    scripted = "with script" in request.node.name
    expect(either_page.locator(".clock-face")).to_be_visible(visible=scripted)


def test_axe_finds_nothing_on_a_timed_test(at_test, page: Page, axe):
    at_test("knee-lift")
    press(page, "Start")
    page.clock.run_for(1_000)
    press(page, "Stop")
    page.clock.resume()
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 800})
    axe(page, ())
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    axe(page, OF_COLOURS)
