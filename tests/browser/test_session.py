"""A session followed at a browser: a clock that is right whenever looked at, and a list without."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import OF_COLOURS


@pytest.fixture
def session(finished) -> str:
    """The address of a session; its browser is that of the person whose check it is."""
    return finished("tested on both sides").at("plan", "session")


@pytest.fixture
def following(page: Page, session: str):
    """Before a session with the time held still, or at the first exercise that has such an act."""

    def arrived(act: str = "") -> Page:
        page.clock.install()
        page.goto(session)
        page.clock.pause_at(page.evaluate("Date.now() + 1000"))
        if act:
            page.get_by_role("button", name="Start here").nth(part_with(page, act)).click()
        return page

    return arrived


def parts(page: Page) -> list[list[dict]]:
    """The cues of each part of the session."""
    read = "all => all.map(one => JSON.parse(one.dataset.cues))"
    return page.locator("[data-cues]").evaluate_all(read)


def part_with(page: Page, act: str) -> int:
    return next(n for n, cues in enumerate(parts(page)) if act in {cue["act"] for cue in cues})


def pass_part(page: Page, number: int) -> None:
    """All cues of a part, in their time."""
    page.clock.run_for(sum(cue["seconds"] for cue in parts(page)[number]) * 1000 + 500)


def press(page: Page, word: str) -> None:
    page.locator("[data-stage]").get_by_role("button", name=word).click()


def shows(page: Page, digits: str, head: str = "") -> None:
    page.clock.run_for(20)  # a frame
    expect(page.get_by_role("timer")).to_have_text(digits)
    if head:
        expect(page.locator("[data-piece=head]")).to_have_text(head)


def at_hold(page: Page) -> None:
    """Past getting ready and moving in."""
    press(page, "I am ready")
    page.clock.run_for(2_000)
    expect(page.locator("[data-piece=head]")).to_have_text("Hold")


def hide(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        """hidden => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


# The clock


def test_it_begins_with_the_warm_up_which_may_be_left_out(following):
    page = following()
    page.get_by_role("button", name="Start", exact=True).click()
    shows(page, "5:00.0", "Walk on the spot")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()
    page.clock.run_for(61_200)
    shows(page, "3:58.8")
    press(page, "I am warm")
    shows(page, "30.0", "Get ready")


def test_one_step_follows_the_other_and_no_time_is_lost_between(following):
    page = following("hold")
    page.clock.run_for(30_000 + 2_000 + 10_000)
    shows(page, "20.0", "Hold")
    expect(page.locator("[data-piece=line]")).to_have_text("1 of 2")
    page.clock.run_for(20_000 + 2_000 + 5_500)
    shows(page, "24.5", "Hold")
    expect(page.locator("[data-piece=line]")).to_have_text("2 of 2")


def test_a_pause_stops_the_clock_and_nothing_else(following):
    page = following("hold")
    at_hold(page)
    page.clock.run_for(4_300)
    press(page, "Pause")
    page.clock.fast_forward(90_000)
    shows(page, "25.7", "Hold")
    press(page, "Go on")
    page.clock.run_for(700)
    shows(page, "25.0", "Hold")


def test_back_begins_the_step_before_and_waits_where_it_was_paused(following):
    page = following("hold")
    at_hold(page)
    press(page, "Back")
    shows(page, "2.0", "Move in")
    press(page, "Pause")
    press(page, "Back")
    page.clock.run_for(5_000)
    shows(page, "30.0", "Get ready")
    press(page, "Back")
    shows(page, "5:00.0", "Walk on the spot")
    press(page, "Back")
    shows(page, "5:00.0", "Walk on the spot")


def test_repetitions_are_counted_at_a_calm_pace(following):
    page = following("count")
    press(page, "I am ready")
    for rep in ("1", "2"):
        shows(page, rep, "Go")
        page.clock.run_for(2_000)
        shows(page, rep, "Stay")
        page.clock.run_for(1_000)
        shows(page, rep, "Slowly back")
        page.clock.run_for(3_000)
    expect(page.locator("[data-piece=line]")).to_have_text("Set 1 of 2, 3 of 10")
    press(page, "Done")
    shows(page, "5.0", "Change sides")
    expect(page.locator("[data-piece=side]")).to_have_text("Right side")


def test_a_hidden_page_is_right_when_it_is_looked_at_again(following):
    page = following("hold")
    at_hold(page)
    left = 30_000
    for passed in (3_210, 12_345, 7_777):
        hide(page, hidden=True)
        page.clock.fast_forward(passed)
        hide(page, hidden=False)
        left -= passed
        shown = float(page.get_by_role("timer").inner_text())
        assert shown == pytest.approx(left / 1000, abs=0.1)


def test_after_ten_minutes_in_a_hidden_page_it_says_so_and_waits(following):
    page = following("hold")
    at_hold(page)
    page.clock.run_for(10_000)
    hide(page, hidden=True)
    page.clock.fast_forward(600_000)
    hide(page, hidden=False)
    shows(page, "0.0", "Hold")
    ago = page.locator("[data-piece=ago]")
    expect(ago).to_have_text("This step ended 9 minutes ago. Go on when you are ready.")
    expect(page.locator("[data-piece=said]")).to_have_text(ago.inner_text())
    page.clock.run_for(60_000)
    expect(ago).to_contain_text("10 minutes ago")
    press(page, "Go on")
    shows(page, "2.0", "Out, and in")
    expect(ago).to_be_hidden()


def test_a_step_that_nobody_saw_the_end_of_can_be_done_once_more(following):
    page = following("hold")
    at_hold(page)
    page.clock.fast_forward(75_000)  # a device that slept
    page.clock.run_for(20)
    expect(page.locator("[data-piece=ago]")).to_contain_text("This step ended 45 seconds ago.")
    press(page, "Once more")
    shows(page, "30.0", "Hold")


def test_a_wall_clock_alone_counts_when_it_goes_on_and_not_when_it_is_set_back(following):
    page = following("hold")
    at_hold(page)
    page.clock.set_system_time(page.evaluate("Date.now() / 1000") + 12)
    shows(page, "18.0")
    page.clock.set_system_time(page.evaluate("Date.now() / 1000") - 3_600)
    page.clock.run_for(5_000)
    shows(page, "13.0")


# What is done


def test_an_exercise_is_marked_as_done_when_its_last_step_is_over_and_was_not_skipped(following):
    page = following("count")
    told = page.locator("[data-piece=told]")
    for _cue in parts(page)[part_with(page, "count")]:
        page.locator("[data-piece=step-on]").click()
    expect(told).to_contain_text("Not marked as done, for you went past it")
    page.get_by_role("button", name="Start here").nth(part_with(page, "hold")).click()
    name = page.locator("[data-piece=name]").inner_text()
    with page.expect_response("**/plan/done/"):
        pass_part(page, part_with(page, "hold"))
    expect(told).to_have_text(f"Marked as done: {name}.")
    page.reload()
    expect(page.locator("[data-done]:visible")).to_have_count(1)


def test_without_a_connection_it_says_so_and_goes_on(following, watch):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    page = following("hold")
    page.context.set_offline(True)
    pass_part(page, part_with(page, "hold"))
    expect(page.locator("#status")).to_contain_text(
        "Not marked as done, for there is no connection"
    )
    expect(page.locator("[data-piece=head]")).to_have_text("Get ready")
    page.context.set_offline(False)


def test_what_could_not_be_marked_is_not_said_to_be(following):
    page = following("hold")
    number = part_with(page, "hold")
    form = page.locator("[data-cues]").nth(number).locator("form")
    form.locator("[name=exercise]").evaluate("input => { input.value = 'no-such'; }")
    pass_part(page, number)
    expect(page.locator("#status")).to_contain_text("Not marked as done, sorry")
    expect(page.locator("[data-piece=told]")).to_be_empty()
    expect(form).not_to_have_attribute("hidden", "")


def test_the_end_leads_back_to_the_plan_without_praise(following):
    page = following()
    last = page.get_by_role("button", name="Start here").count() - 1
    page.get_by_role("button", name="Start here").nth(last).click()
    with page.expect_response("**/plan/done/"):
        pass_part(page, last)
    expect(page.locator("[data-ended]")).to_be_focused()
    expect(page.locator("[data-ended]")).to_contain_text("That is all for today.")
    page.get_by_role("link", name="how did it feel").click()
    page.wait_for_url("**/plan/#felt")


# Around it


def test_without_a_script_it_is_a_list(session, context, new_context):
    page = new_context(java_script_enabled=False, storage_state=context.storage_state()).new_page()
    page.goto(session)
    for name in ("Start", "Start here", "Pause"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    expect(page.locator(".session-part svg.fig").first).to_be_visible()
    page.get_by_role("button", name="Mark as done").first.click()
    page.wait_for_url("**/plan/session/#ex-*")
    expect(page.locator("[data-done]:visible")).to_have_count(1)


def test_one_leaves_for_the_list_and_goes_on_where_one_was(following):
    page = following("hold")
    at_hold(page)
    page.clock.run_for(4_000)
    press(page, "To the list")
    page.clock.run_for(30_000)
    expect(page.locator(".session-part svg.fig").first).to_be_visible()
    page.get_by_role("button", name="Go on where you were").click()
    shows(page, "26.0", "Hold")


def test_the_screen_stays_awake_only_while_a_step_runs(page: Page, following):
    page.add_init_script(
        """window.asked = [];
        const lock = { request: async () => {
          window.asked.push("awake");
          const held = new EventTarget();
          held.release = () => {
            window.asked.push("let go");
            held.dispatchEvent(new Event("release"));
          };
          return held;
        } };
        Object.defineProperty(navigator, "wakeLock", { value: lock });"""
    )
    page = following("hold")
    press(page, "Pause")
    press(page, "Go on")
    press(page, "To the list")
    assert page.evaluate("asked") == ["awake", "let go"] * 2


def test_a_quick_pause_leaves_one_lock_on_the_screen_while_a_step_runs(page: Page, following):
    page.add_init_script(
        """window.held = 0;
        const waiting = [];
        window.grant = async () => {
          for (const one of waiting.splice(0)) one();
          await new Promise(requestAnimationFrame);
        };
        const lock = { request: () => new Promise((granted) => {
          waiting.push(() => {
            const lock = new EventTarget();
            window.held += 1;
            lock.release = async () => {
              window.held -= 1;
              lock.dispatchEvent(new Event("release"));
            };
            granted(lock);
          });
        }) };
        Object.defineProperty(navigator, "wakeLock", { value: lock });"""
    )
    page = following("hold")
    press(page, "Pause")
    press(page, "Go on")
    page.clock.resume()
    page.evaluate("grant()")
    assert page.evaluate("held") == 1
    press(page, "Pause")
    assert page.evaluate("held") == 0


SPY_ON_SOUND = """
window.sound = { made: 0, begun: [], cut: 0 };
const Real = window.AudioContext;
window.AudioContext = class extends Real { constructor() { super(); sound.made += 1; } };
const { start } = OscillatorNode.prototype;
OscillatorNode.prototype.start = function (at) {
  sound.begun.push(at - this.context.currentTime);
  start.call(this, at);
};
GainNode.prototype.disconnect = () => { sound.cut += 1; };
"""


def test_a_soft_tone_ends_each_step_once_it_is_asked_for(page: Page, session: str):
    page.add_init_script(SPY_ON_SOUND)
    page.goto(session)
    page.get_by_role("button", name="Start here").nth(part_with(page, "hold")).click()
    assert page.evaluate("sound.made") == 0
    press(page, "Sound is off")
    press(page, "I am ready")
    assert page.evaluate("sound.cut") == 1, "a step that was left makes no sound"
    expect(page.locator("[data-piece=head]")).to_have_text("Hold")
    assert page.evaluate("sound.cut") == 1, "the tone of a step that ended is heard to its end"
    press(page, "Pause")
    assert page.evaluate("sound.cut") == 2
    at_once, ready, move, hold = page.evaluate("sound.begun")
    assert (at_once, move, hold) == pytest.approx((0, 2, 30), abs=0.1)
    assert 25 < ready <= 30
    press(page, "Sound is on")
    expect(page.get_by_role("button", name="Sound is off")).to_be_visible()
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_only_digits_move_where_less_motion_is_wished(following):
    page = following("hold")
    page.emulate_media(reduced_motion="reduce")
    at_hold(page)
    expect(page.locator("[data-piece=bar]")).to_be_hidden()
    expect(page.locator("[data-piece=tenths]")).to_be_hidden()
    page.emulate_media(reduced_motion="no-preference")
    expect(page.locator("[data-piece=bar]")).to_be_visible()


def test_steps_are_said_and_seconds_are_not(following):
    page = following("hold")
    at_hold(page)
    said = page.locator("[data-piece=said]")
    expect(said).to_have_text("Hold. Left side. 1 of 2")
    page.evaluate(
        """window.heard = 0;
        const ear = new MutationObserver(() => { window.heard += 1; });
        for (const live of document.querySelectorAll("[role=status]"))
          ear.observe(live, { childList: true, subtree: true, characterData: true });"""
    )
    page.clock.run_for(10_000)
    assert page.evaluate("heard") == 0


@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(following, axe, width):
    page = following("hold")
    page.set_viewport_size({"width": width, "height": 740})
    at_hold(page)
    press(page, "Pause")
    page.clock.resume()
    page.emulate_media(reduced_motion="reduce")
    axe(page, ())
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    axe(page, OF_COLOURS)
    press(page, "To the list")
    axe(page, ())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
