"""A plate: rows and muscles light each other, names where there is room, the film, paper."""

import re

import pytest
from playwright.sync_api import Page, expect

WIDE = {"width": 1440, "height": 1000}
PHONE = {"width": 360, "height": 740}
A4 = {"width": 688, "height": 1032}  # less its margins
PLATE = "/imbalances/forward-tipped-pelvis/"
TWO_VIEWS = "/imbalances/high-hip/"
SIZE = "e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a"
PLACES = """() => [...document.querySelectorAll(".plate, .plate-fig svg, .mlist li")].map(one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [x, y + scrollY, width, height];
})"""


@pytest.fixture
def plate(page: Page) -> Page:
    page.set_viewport_size(WIDE)
    page.goto(PLATE)
    return page


def lit(page: Page) -> set[str]:
    """The numbers that are lit, each with what it is lit on."""
    found = page.locator(".plate .lit").all()
    return {
        f"{one.evaluate('e => e.localName')} {one.get_attribute('data-number')}" for one in found
    }


def test_a_row_lights_its_muscle_and_moves_nothing(plate):
    before = plate.evaluate(PLACES)
    plate.locator(".mlist li[data-number='3'] a").focus()
    assert lit(plate) == {"li 3", "g 3", "path 3"}
    assert plate.evaluate(PLACES) == before
    plate.locator(".mlist li[data-number='5']").hover()
    assert lit(plate) == {"li 5", "g 5", "path 5"}
    plate.locator(".mlist li[data-number='5'] a").blur()
    plate.locator("h1").hover()
    assert lit(plate) == set()


def test_a_badge_and_a_muscle_light_their_row(plate):
    plate.locator(".lead[data-number='6'] .badge").hover()
    assert lit(plate) == {"li 6", "g 6", "path 6"}
    plate.locator(".mus[data-number='3']").hover()
    assert lit(plate) == {"li 3", "g 3", "path 3"}


def test_names_stand_beside_the_badges_only_where_there_is_room(plate):
    name = plate.locator(".lead-name").first
    expect(name).to_be_visible()
    inside = plate.locator(".plate-fig").bounding_box()
    for one in plate.locator(".lead-name").all():
        box = one.bounding_box()
        assert inside["x"] <= box["x"]
        assert box["x"] + box["width"] <= inside["x"] + inside["width"]
    plate.set_viewport_size(PHONE)
    plate.locator(".lead .badge").first.hover()
    expect(plate.locator(".lead.lit .badge").first).to_be_visible()
    expect(name).to_be_hidden()
    for one in plate.locator(".badge text, .note-text").all():
        assert one.evaluate(SIZE) >= 11


def body(page: Page) -> str:
    """Where the outline of the body is at this moment."""
    return page.evaluate(
        "() => getComputedStyle(document.querySelector('.film-moving [data-part]')).d"
    )


def test_a_film_takes_the_place_of_the_figure_and_of_nothing_else(plate):
    plate.locator(".show-tight").check()
    plate.get_by_role("link", name="Watch the posture change").click()
    again = plate.get_by_role("link", name="Watch again")
    expect(again).to_be_focused()
    expect(plate.locator(".show-tight")).to_be_checked()
    assert plate.url.endswith(PLATE)
    first = body(plate)
    plate.wait_for_function(
        "first => getComputedStyle(document.querySelector('.film-moving [data-part]')).d !== first",
        arg=first,
    )


def test_a_film_plays_in_sight_on_a_phone(page):
    page.set_viewport_size(PHONE)
    page.goto(TWO_VIEWS)
    page.get_by_role("link", name="Watch the posture change").click()
    expect(page.get_by_role("link", name="Watch again")).to_be_focused()
    expect(page.locator(".film-moving").first).to_be_in_viewport(ratio=0.95)


def test_several_views_on_paper_have_numbers_that_can_be_read(page):
    page.set_viewport_size(A4)
    page.goto(TWO_VIEWS)
    page.emulate_media(media="print")
    badges = page.locator(".badge text").all()
    assert len(badges) > 3
    assert all(one.evaluate(SIZE) >= 10 for one in badges)


def test_paper_shows_all_muscles_alike_whatever_is_lit(plate):
    plate.locator(".mlist li[data-number='3'] a").focus()
    other = plate.locator(".mus[data-number='5']").first
    expect(other).not_to_have_css("opacity", "1")
    plate.emulate_media(media="print")
    expect(other).to_have_css("opacity", "1")


def test_the_key_has_the_readers_own_colours_where_they_are_forced(new_context):
    page = new_context(forced_colors="active").new_page()
    page.goto(PLATE)
    ink, paper = page.evaluate(
        "(({color, backgroundColor: b}) => [color, b])(getComputedStyle(document.body))"
    )
    for kind in ("tight", "weak"):
        drawn = page.locator(f".swatch-{kind}").evaluate("e => getComputedStyle(e).background")
        assert set(re.findall(r"rgb\([^)]*\)", drawn)) == {ink, paper}


def test_a_film_needs_no_script_and_ends_as_the_plate(new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PLATE)
    page.get_by_role("link", name="Watch the posture change").click()
    expect(page.locator(".film-moving")).to_be_visible()
    expect(page.locator(".film-still")).to_be_hidden()
    assert "film=1" in page.url


def test_nothing_moves_for_whoever_wants_no_motion(new_context):
    page = new_context(reduced_motion="reduce").new_page()
    page.goto(f"{PLATE}?film=1")
    expect(page.get_by_role("link", name="Watch")).to_be_hidden()
    expect(page.locator(".film-moving")).to_be_hidden()
    expect(page.locator(".film-still")).to_be_visible()


@pytest.mark.parametrize(("asked", "faded"), [("tight", "weak"), ("weak", "tight")])
def test_the_switch_needs_no_script(new_context, asked, faded):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PLATE)
    page.locator(f".show-{asked}").check(force=True)
    for kind in (".mus", ".lead"):
        shown, gone = (page.locator(f"{kind}-{role}, {kind}.g-{role}") for role in (asked, faded))
        expect(shown.first).to_have_css("opacity", "1")
        expect(gone.first).to_have_css("opacity", "0.14")
    expect(page.locator(f".sec-{faded}")).to_be_hidden()
