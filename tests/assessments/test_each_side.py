"""Self-tests that are done left and right: an answer for each side, and half an answer."""

import pytest

from tests.assessments.test_questions import answer, go_to

SIDED = "bed-edge"


def test_a_test_on_each_side_takes_an_answer_for_each(screened):
    go_to(screened, SIDED)
    screened.post(screened.path, **{"answer-left": "left-thigh-up", "answer-right": "right-level"})
    assert answer(screened, SIDED) == ["left-thigh-up", "right-level"]
    page = screened.see(screened.at("questions", SIDED))
    assert 'value="left-thigh-up" id="answer-left-thigh-up" checked' in page
    assert 'value="right-level" id="answer-right-level" checked' in page
    assert "Left side: " in screened.see(screened.at("answers"))


def test_one_side_may_be_unknown(screened):
    go_to(screened, SIDED)
    sides = {"answer-left": "left-cannot", "answer-right": "right-level"}
    screened.post(screened.path, **sides)
    assert answer(screened, SIDED) == ["left-cannot", "right-level"]


@pytest.mark.parametrize(
    ("left", "right", "stored"),
    [("not-sure", "not-sure", "not-sure"), ("cannot", "not-sure", "cannot")],
)
def test_what_is_known_of_neither_side_is_one_answer(screened, left, right, stored):
    go_to(screened, SIDED)
    sides = {"answer-left": f"left-{left}", "answer-right": f"right-{right}"}
    screened.post(screened.path, **sides)
    assert answer(screened, SIDED) == [stored]


@pytest.mark.parametrize(
    "sides",
    [
        {"answer-left": "left-level"},
        {"answer-left": ["left-level", "left-thigh-up"], "answer-right": "right-level"},
        {"answer": "cannot", "answer-left": "left-level"},
        {"answer-left": "right-level", "answer-right": "right-level"},
    ],
)
def test_a_side_without_one_answer_is_asked_again_and_the_other_is_kept(screened, sides):
    go_to(screened, SIDED)
    told = screened.post(screened.path, htmx=True, **sides)
    assert told.status_code == 422
    assert "Select an answer for each side" in told.content.decode()
    page = screened.client.get(screened.post(screened.path, **sides)["Location"]).content.decode()
    assert "Select an answer for each side" in page
    if sides == {"answer-left": "left-level"}:
        assert 'id="answer-left-level" checked' in page
    assert answer(screened, SIDED) is None
