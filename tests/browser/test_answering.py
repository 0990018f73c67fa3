"""Answering with a mouse, a finger or a keyboard: the body map, boxes that stand alone, Enter."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stories import story
from tests.browser.walking import Walk

FEW = 40  # presses of Tab that lead from anywhere on a page of the check to its button


def painted(page: Page, region: str) -> str:
    """How much of the colour of a region of the body map shows: "0" or "1"."""
    [shape, *_] = page.locator(f'[data-reg="{region}"]').all()
    return shape.evaluate("shape => getComputedStyle(shape).fillOpacity")


@pytest.fixture
def at_body_map(walk):
    return walk("desk-worker").hasten(until="pain-where")


def test_a_click_on_the_body_ticks_the_box(either_walk):
    walk = either_walk("desk-worker").hasten(until="pain-where")
    walk.page.locator(".bm-hit-low-back").click()
    expect(walk.box("low-back")).to_be_checked()
    walk.page.locator(".bm-hit-low-back").click()
    expect(walk.box("low-back")).not_to_be_checked()


def test_a_ticked_box_paints_the_body(at_body_map):
    assert painted(at_body_map.page, "neck") == "0"
    at_body_map.box("neck").check()
    expect(at_body_map.page.locator('[data-reg="neck"]').first).to_have_css("fill-opacity", "1")


def test_every_place_on_the_body_is_a_box_of_the_list(at_body_map):
    hits = at_body_map.page.locator(".bm-hit").all()
    boxes = {hit.get_attribute("for").removeprefix("w-") for hit in hits}
    assert boxes == at_body_map.offered() - {"none", "not-sure", "elsewhere", "both-hips"}


def test_the_body_is_large_enough_for_a_finger_on_every_screen(at_body_map):
    page, wider = at_body_map.page, 0
    for width in (320, 360, 820, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = [hit.bounding_box() for hit in page.locator(".bm-hit").all()]
        sizes = [side for box in boxes for side in (box["width"], box["height"])]
        assert min(sizes) >= 32, width
        assert sum(sizes) > wider, width
        wider = sum(sizes)


def test_what_is_ticked_is_named_below_the_body_on_a_phone(at_body_map):
    page = at_body_map.page
    page.set_viewport_size({"width": 360, "height": 740})
    name = page.locator(".bm-name-low-back")
    expect(name).to_be_hidden()
    page.locator(".bm-hit-low-back").click()
    expect(name).to_be_visible()
    expect(at_body_map.box("low-back")).to_have_accessible_name(name.inner_text())


def test_a_box_that_stands_alone_empties_the_others_and_they_it(at_body_map):
    at_body_map.box("neck").check()
    at_body_map.box("knee").check()
    at_body_map.box("none").check()
    expect(at_body_map.page.locator("input[name=answer]:checked")).to_have_count(1)
    at_body_map.box("not-sure").check()
    expect(at_body_map.box("none")).not_to_be_checked()
    at_body_map.box("neck").check()
    expect(at_body_map.box("not-sure")).not_to_be_checked()


def test_without_a_script_the_server_says_that_a_box_stands_alone(page_without_script):
    walk = Walk(page_without_script, story("desk-worker"))
    walk.begin()
    walk.hasten(until="pain-where")
    walk.box("neck").check()
    walk.box("none").check()
    walk.page.get_by_role("button", name="Continue").click()
    assert walk.page.title().startswith("Error:")
    assert "alone" in walk.page.locator(".err").inner_text()
    expect(walk.box("neck")).to_be_checked()
    expect(walk.box("none")).to_be_checked()


# With the keyboard alone


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what the selector names."""
    for _ in range(FEW):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def pick(walk: Walk, value: str) -> None:
    """Tab into a group of radios and use the arrows; tab to a box; press the space bar."""
    page = walk.page
    if walk.box(value).get_attribute("type") == "checkbox":
        tab_to(page, f'[name=answer][value="{value}"]')
        page.keyboard.press("Space")
        return
    tab_to(page, "[name=answer]")
    page.keyboard.press("Space")
    while not walk.box(value).is_checked():
        page.keyboard.press("ArrowDown")


def answer_by_keyboard(walk: Walk) -> None:
    here, chosen = walk.path, walk.story.reply(walk.step, walk.offered())
    listed = [box.get_attribute("value") for box in walk.boxes().all()]
    for value in sorted(chosen, key=listed.index):
        pick(walk, value)
    tab_to(walk.page, "button[type=submit]")
    walk.page.keyboard.press("Enter")
    walk.page.locator(f'form[action="{here}"]').wait_for(state="detached")


@pytest.mark.long
def test_the_whole_check_can_be_done_with_the_keyboard_alone(page):
    walk = Walk(page, story("right-high-hip"))
    page.goto("/")
    tab_to(page, "main a[href='/check/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    tab_to(page, "#id_consent")
    page.keyboard.press("Space")
    tab_to(page, "main button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/safety/**")
    while walk.step:
        answer_by_keyboard(walk)
    page.get_by_role("button", name="See my result").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/result/")
    assert "high hip on the right" in page.get_by_role("heading", level=1).inner_text()


def test_a_test_on_each_side_keeps_half_an_answer_and_leads_on_with_the_whole(either_walk, watch):
    watch.expect("422 (Unprocessable")
    walk = either_walk("desk-worker").hasten(until="mode")
    walk.box("full").check()
    walk.send()
    page = walk.page
    page.goto(f"{walk.check}questions/bed-edge/")
    page.locator("input[value=left-thigh-up]").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.locator("input[value=left-thigh-up]")).to_be_checked()
    page.locator("input[value=right-level]").check()
    walk.send()
    page.goto(f"{walk.check}answers/")
    expect(page.get_by_text("Left side: The thigh stays up")).to_be_visible()


def test_the_first_tab_leads_past_the_header(page):
    page.goto("/check/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/#main")
