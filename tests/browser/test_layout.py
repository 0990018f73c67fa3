"""The pages of a check fit: narrow screens, wider letters, paper."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.stories import story
from tests.browser.walking import Walk

NARROW = {"width": 320, "height": 640}
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""  # WCAG 1.4.12
CLIPPED = """
() => [...document.querySelectorAll("#page *")].filter(element => {
  const style = getComputedStyle(element);
  const cut = style.overflowX === "hidden" || style.overflowY === "hidden";
  const words = element.innerText?.trim() && !element.matches(".vh");
  const wide = element.scrollWidth > element.clientWidth + 1;
  const high = element.scrollHeight > element.clientHeight + 1;
  return cut && words && (wide || high);
}).map(element => element.className)
"""


def addresses(page: Page) -> list[str]:
    """From the page of all answers: that page, and every step."""
    links = page.locator(".summary-change a").all()
    return [page.url, *(link.get_attribute("href") for link in links)]


def printed_pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))


def too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


def expect_whole(page: Page) -> None:
    """Nothing is cut off or too wide with the letters and lines that WCAG asks to bear."""
    page.add_style_tag(content=SPACED)
    assert page.evaluate(CLIPPED) == [], page.url
    assert not too_wide(page), page.url


@pytest.fixture
def narrow(page):
    page.set_viewport_size(NARROW)
    return page


def test_no_page_of_a_check_scrolls_sideways_at_320_px(walk, narrow):
    walk("older-person").hasten()
    for address in ["/check/", *addresses(narrow)]:
        narrow.goto(address)
        assert not too_wide(narrow), address


@pytest.mark.parametrize("name", ["desk-worker", "right-high-hip"])
def test_no_result_scrolls_sideways_at_320_px(walk, narrow, name):
    walk(name).hasten().finish()
    assert not too_wide(narrow)


def test_a_stop_page_fits_320_px(walk, narrow):
    walk("emergency").answer()
    assert not too_wide(narrow)


def test_the_bodies_of_the_first_page_are_whole_and_stand_on_its_edge(page):
    page.goto("/")
    bodies, lineup = page.locator(".lineup [data-part=body]"), page.locator(".lineup")
    for width in (320, 360, 820, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        frame, boxes = lineup.bounding_box(), [body.bounding_box() for body in bodies.all()]
        assert len(boxes) == 5
        floor = frame["y"] + frame["height"]
        for box in boxes:
            assert box["y"] >= frame["y"], width
            assert box["y"] + box["height"] == pytest.approx(floor, abs=3), width
            assert frame["x"] <= box["x"] <= frame["x"] + frame["width"] - box["width"], width
        assert min(box["height"] for box in boxes) >= 230, width
        assert not too_wide(page), width


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 820, 1440])
def test_wider_letters_and_lines_cut_nothing_off(new_context, width):
    page = new_context(bypass_csp=True, viewport={"width": width, "height": 800}).new_page()
    walk = Walk(page, story("desk-worker"))
    walk.begin()
    walk.hasten()
    for address in ["/check/", *(steps := addresses(page))]:
        page.goto(address)
        expect_whole(page)
    page.goto(steps[0])
    walk.finish()
    expect_whole(page)


@pytest.mark.parametrize("name", ["desk-worker", "older-person", "right-high-hip"])
def test_a_result_prints_on_two_pages(walk, name):
    page = walk(name).hasten().finish().page
    assert printed_pages(page) == 2


def test_a_result_with_a_notice_prints_on_two_pages(walk):
    person = walk("desk-worker").hasten(until="your-body")
    for care in ("balance", "knee", "shoulder", "hernia"):
        person.box(care).check()
    person.send()
    assert printed_pages(person.hasten().finish().page) == 2


def test_paper_carries_the_result_and_not_the_site(walk):
    page = walk("desk-worker").hasten().finish().page
    page.emulate_media(media="print")
    for gone in (
        "header.site-header",
        "footer.site-footer",
        "#status",
        ".no-print",
        ".btn",
        ".seg",
    ):
        assert not any(found.is_visible() for found in page.locator(gone).all()), gone
    for kept in ("h1", ".matches", ".plate-views svg", ".mlist", ".evid", ".care"):
        assert page.locator(kept).first.is_visible(), kept
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert colour == "rgb(255, 255, 255)"
