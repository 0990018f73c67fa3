"""The page of a self-test: its picture, its clock, and what to know before it."""

import pytest

from posture.catalogue import drawing
from posture.reasoning.knowledge import Part
from tests.assessments.test_questions import CATALOGUE, go_to

TESTS = [one for one in CATALOGUE.questions if one.part == Part.TEST]


def shown(walker, slug):
    return walker.see(go_to(walker, slug).path)


@pytest.mark.parametrize("test", TESTS, ids=lambda one: one.slug)
def test_every_self_test_has_a_picture_of_its_own(test):
    assert drawing.choice_picture(test.picture)
    assert [one.slug for one in TESTS if one.picture == test.picture] == [test.slug]


@pytest.mark.parametrize(("slug", "seconds"), [("bridge", 60), ("one-leg", 20)])
def test_a_timed_test_says_how_long_without_a_script(screened, slug, seconds):
    page = shown(screened, slug)
    assert f"The time is {seconds} seconds at most." in page


def test_a_test_that_is_not_timed_has_no_clock(screened):
    assert "data-clock" not in shown(screened, "bed-edge")


@pytest.mark.parametrize(
    ("slug", "asks"), [("knee-lift", True), ("side-leg", True), ("bridge", False)]
)
def test_only_a_test_done_on_each_side_asks_which_side_is_timed(screened, slug, asks):
    assert ("You time:" in shown(screened, slug)) == asks


def test_warming_up_and_when_to_stop_stand_before_the_steps(screened):
    page = shown(screened, "bed-edge")
    assert page.index("Before your first test walk on the spot") < page.index('class="do"')
    assert "pain spreads down an arm or a leg" in page


def test_how_reliable_a_test_is_stands_beside_why_it_is_asked(screened):
    page = shown(screened, "bed-edge")
    assert "How reliable is this test?" in page
    assert "Low to moderate when people judge it by eye." in page
    assert "Why we ask" in page
