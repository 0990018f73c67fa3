"""The plate of a result: figure, film and lists, and why each muscle is in them."""

import re

import brotli
import pytest

from tests.assessments.results import text


def test_the_plate_lists_the_muscles_with_the_numbers_of_the_figure(walker, result):
    result("forward tip")
    page = walker.see()
    listed = re.findall(r'<li data-muscle="([a-z-]+)" data-number="(\d+)">', page)
    assert [slug for slug, _ in listed] == [
        "lumbar", "hip-flexors", "quadriceps", "abdominal", "gluteal", "hamstrings",
    ]  # fmt: skip
    badges = dict(re.findall(r'data-badge="([a-z-]+)".*?<text[^>]*>(\d+)</text>', page, re.DOTALL))
    assert badges == dict(listed)
    assert re.findall(r'<span class="num[^>]*>(\d+)<', page) == [number for _, number in listed]


def test_a_film_of_the_posture_comes_when_it_is_asked_for(walker, result):
    result("forward tip")
    assert "<animate" not in walker.see()
    assert "Watch the posture change" in walker.see()
    (address,) = re.findall(r'hx-get="([^"]*film[^"]*)"', walker.see())
    assert address == "?film=1"
    film = walker.client.get(walker.at("result") + address).content.decode()
    assert "<animate" in film
    assert "Watch again" in film


def test_a_film_of_one_of_several_patterns_leads_there_alone(walker, result):
    result("all three")
    page = walker.client.get(walker.at("result") + "?pattern=high-hip").content.decode()
    assert 'hx-get="?pattern=high-hip&amp;film=1"' in page
    film = walker.client.get(walker.at("result") + "?pattern=high-hip&film=1").content.decode()
    assert film.count('role="img"') == 2
    assert "<animate" in film


def test_the_key_explains_deep_muscles_where_there_are_some(result):
    assert "Deep, under other muscles" in result("forward tip")


def test_what_was_not_tested_is_said_to_be_from_the_article(result):
    words = result("forward tip")
    assert "Lumbar Low-back muscles Listed in the article, not tested for you" in words


def test_an_answer_about_a_muscle_is_named_beside_it(result):
    words = result("all three")
    assert (
        "Chest Listed in the article, and you said: The backs of your hands face forward" in words
    )


def test_a_muscle_pulled_both_ways_has_a_row_of_its_own_with_an_explanation(walker, result):
    words = result("backward tip and left high hip")
    assert "Pulled both ways" in words
    assert "Gluteal (left side) Buttocks The buttock has several parts" in words
    assert "Gluteal (right side) Buttocks Listed in the article" in words
    assert 'data-role="mixed"' in walker.see()


def test_a_high_hip_whose_side_is_unclear_says_so(walker, result):
    words = result("hip of unclear side")
    assert "High hip, side unclear" in words
    assert "Quadratus lumborum (on the high side)" in words
    assert "Your answers do not say which hip is the higher one. The left one is drawn." in words


def test_of_several_patterns_each_can_be_seen_alone(walker, result):
    result("backward tip and left high hip")
    page = walker.see(walker.path + "?pattern=high-hip")
    assert re.search(r'href="\?pattern=high-hip" aria-current="true"', page)
    assert 'data-muscle="thoracic-erector-spinae"' not in page.split('class="plate-lists"')[1]
    assert 'href="?" aria-current="true"' in walker.see(walker.path + "?pattern=nonsense")


@pytest.mark.parametrize(
    ("name", "most"),
    [("forward tip", 10_000), ("backward tip and left high hip", 14_000), ("all three", 15_360)],
)
def test_a_result_with_its_figures_is_small_enough_for_a_slow_phone(walker, result, name, most):
    result(name)
    assert len(brotli.compress(walker.see().encode(), quality=4)) <= most


def test_a_result_draws_the_muscles_that_it_speaks_of_and_no_others(walker, result):
    result("all three")
    assert "mus-tight" in walker.see()
    assert "mus-idle" not in walker.see()


def test_a_self_test_settles_a_muscle_and_is_named_with_the_side_it_speaks_of(result):
    words = result("tested on both sides")
    assert (
        "Hamstrings (left side) Back of the thigh Listed in the article, and you said: Your left"
        " knee stays bent more than 35 degrees with the thigh upright 4" in words
    )


def test_a_muscle_that_tests_speak_against_is_listed_as_fine_and_not_drawn(walker, result):
    words = result("tested on both sides")
    fine = words.split("Fine in your tests listed in the article ")[1].split("Why we think so")[0]
    assert fine.startswith("Gluteal (right side) Buttocks Listed in the article, but your answer")
    assert "Your right knee passes the middle of your body" in fine
    drawn = re.findall(r'data-muscle="gluteal"[^>]*data-side="(\w+)"', walker.see())
    assert set(drawn) == {"left"}


def test_a_test_that_would_settle_a_muscle_pulled_both_ways_is_one_tap_away(walker, result):
    told = "Tests that would tell: Holding a knee up, sitting"
    assert told in result("tested on both sides")
    assert 'href="../questions/knee-lift/"' in walker.see()
    test = walker.at("questions", "knee-lift")
    assert "Holding a knee up, sitting" in walker.see(test)
    weak = {"answer-left": "left-under-15", "answer-right": "right-under-15"}
    walker.root = walker.post(test, **weak)["Location"].removesuffix("answers/")
    assert told not in text(walker.finish().see())


def test_after_the_quick_check_more_questions_are_one_tap_away(walker, result):
    assert "Go on with self-tests, which could tell" in result("backward tip and left high hip")
    assert 'href="../questions/mode/"' in walker.see()


def test_tests_say_what_they_say_of_single_muscles(result):
    words = result("tested on both sides")
    told = words.split("What your tests say of single muscles")[1]
    assert "Hamstrings (left side) : Tight Your left knee stays bent" in told
    assert "Gluteal (right side) : Fine Your right knee passes" in told
    assert "What your tests say of single muscles" not in result("nothing")
