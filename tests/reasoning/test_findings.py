"""From probabilities to words: found or not, how well, why, and what would help."""

import json

import pytest

from posture.reasoning.findings import Outcome, Word, as_json, from_json
from posture.reasoning.knowledge import Part
from posture.reasoning.safety import Screening
from tests.reasoning.small import BACKWARD, FORWARD, HIGH, ask, concluded, found, known, yes_no


def signs(*ratios, **more):
    """Questions a, b, c ... of a family each, whose "yes" speaks for a forward tip."""
    return known(
        *(yes_no(name, FORWARD, one) for name, one in zip("abcdef", ratios, strict=False)), **more
    )


def test_an_imbalance_that_several_answers_carry_is_a_strong_match():
    one = found(signs(4.0, 4.0, 3.0), FORWARD, a="yes", b="yes", c="yes")
    assert one.word == Word.STRONG
    assert one.is_found
    assert one.rests_on == ""
    assert one.speaks_for == ("a", "b", "c")


def test_a_strong_match_does_not_rest_on_one_answer():
    one = found(signs(4.0, 2.0), FORWARD, a="yes", b="yes")  # 0.84, and 0.57 without a
    assert one.probability > 0.80
    assert one.word == Word.POSSIBLE
    assert one.rests_on == "a"


def test_from_sixty_of_a_hundred_on_it_is_a_possible_match():
    one = found(signs(2.0, 1.5), FORWARD, a="yes", b="yes")
    assert 0.60 <= one.probability < 0.80
    assert one.word == Word.POSSIBLE
    assert one.rests_on == ""


def test_from_forty_of_a_hundred_on_there_are_some_signs():
    one = found(signs(1.5), FORWARD, a="yes")
    assert one.word == Word.SOME_SIGNS
    assert not one.is_found


def test_below_it_does_not_fit():
    assert found(signs(3.0), FORWARD, a="no").word == Word.NO_FIT


def test_one_family_alone_finds_nothing():
    one = found(signs(4.0), FORWARD, a="yes")
    assert one.probability > 0.60
    assert one.word == Word.SOME_SIGNS


def test_what_is_only_told_finds_nothing():
    knowledge = known(*(yes_no(name, FORWARD, 4.0, part=Part.FEEL) for name in "abc"))
    assert found(knowledge, FORWARD, a="yes", b="yes", c="yes").word == Word.SOME_SIGNS


def test_a_gate_must_be_passed():
    shut = signs(4.0, 4.0, 4.0, forward_gate=["c"])
    assert found(shut, FORWARD, a="yes", b="yes", c="not-sure").word == Word.SOME_SIGNS
    assert found(shut, FORWARD, a="yes", b="yes", c="yes").word == Word.STRONG


def test_answers_that_nearly_cancel_disagree_and_are_named():
    one = found(signs(4.0, 4.0, 3.0), FORWARD, a="yes", b="no", c="yes")
    assert one.disagrees
    assert one.speaks_for == ("a", "c")
    assert one.speaks_against == ("b",)


def test_where_answers_disagree_there_is_no_strong_match():
    knowledge = known(*(yes_no(name, FORWARD, 4.0) for name in "abcde"), yes_no("f", FORWARD, 3.0))
    most = dict.fromkeys("abc", "yes") | {"d": "no"}
    one = found(knowledge, FORWARD, **most, e="no", f="yes")
    assert one.probability > 0.80
    assert one.disagrees
    assert one.word == Word.POSSIBLE
    assert one.rests_on == ""


def test_small_weights_that_cancel_are_not_worth_telling():
    assert not found(signs(1.3, 1.3), FORWARD, a="yes", b="no").disagrees


def test_each_question_about_an_imbalance_is_for_against_neutral_or_unknown():
    knowledge = known(
        yes_no("a", FORWARD, 2.0),
        yes_no("b", FORWARD, 3.0),
        ask("c", ("yes", (FORWARD, 2.0)), ("so-so",)),
        ask("d", ("yes", (FORWARD, 2.0)), ("cannot",)),
        yes_no("e", FORWARD, 2.0),
        yes_no("f", BACKWARD, 2.0),
        yes_no("g", FORWARD, 2.0),
    )
    said = {"a": "yes", "b": "no", "c": "so-so", "d": "cannot", "e": "not-sure", "f": "yes"}
    one = found(knowledge, FORWARD, **said)
    assert (one.speaks_for, one.speaks_against) == (("a",), ("b",))
    assert (one.neutral, one.unknown) == (("c",), ("d", "e"))


def test_findings_come_by_fit_then_by_likelihood():
    knowledge = known(
        *(yes_no(name, FORWARD, 4.0) for name in "abc"),
        ask("hands", ("left", (HIGH, 4.0, "left"))),
        ask("waist", ("left", (HIGH, 3.0, "left"))),
    )
    whole = concluded(knowledge, a="yes", b="yes", c="yes", hands="left", waist="left")
    assert [(one.imbalance, one.word) for one in whole.findings] == [
        (FORWARD, Word.STRONG),
        (HIGH, Word.POSSIBLE),
        (BACKWARD, Word.NO_FIT),
    ]
    assert [one.imbalance for one in whole.found] == [FORWARD, HIGH]
    assert whole.found[1].side == "left"
    assert whole.outcome == Outcome.FOUND


def test_what_is_normal_for_a_person_now_is_explained_and_not_found():
    pregnant = Screening(explained=frozenset({FORWARD}))
    knowledge = signs(4.0, 4.0, 4.0)
    whole = concluded(knowledge, pregnant, a="yes", b="yes", c="yes")
    assert {one.imbalance: one.word for one in whole.findings}[FORWARD] == Word.EXPLAINED
    assert whole.outcome == Outcome.NO_PATTERN
    assert whole.muscles == ()


def test_what_does_not_fit_needs_no_explanation():
    pregnant = Screening(explained=frozenset({FORWARD}))
    whole = concluded(signs(4.0), pregnant, a="no")
    assert {one.imbalance: one.word for one in whole.findings}[FORWARD] == Word.NO_FIT


def test_half_of_the_signs_must_be_known_for_no_pattern():
    knowledge = known(*(yes_no(name, FORWARD, 2.0) for name in "abcd"), ask("e", part=Part.FEEL))
    half = concluded(knowledge, a="no", b="no", c="not-sure", d="not-sure", e="not-sure")
    assert half.outcome == Outcome.NO_PATTERN
    less = concluded(knowledge, a="no", b="cannot", c="not-sure", d="not-sure")
    assert less.outcome == Outcome.NOT_ENOUGH
    assert less.missing == ("b", "c", "d")


def test_the_question_that_would_help_most_moves_what_is_in_doubt():
    knowledge = known(
        yes_no("a", FORWARD, 1.5),
        yes_no("b", FORWARD, 3.0),
        yes_no("c", FORWARD, 1.2),
        ask("pain", part=Part.FEEL),
    )
    assert concluded(knowledge, a="not-sure", b="not-sure", c="yes").helps_most == "b"
    assert concluded(knowledge, a="not-sure", b="yes", c="yes").helps_most == "a"
    assert concluded(knowledge, a="yes", b="yes", c="yes", pain="not-sure").helps_most == ""


@pytest.mark.parametrize("answer", ["yes", "no", "not-sure"])
def test_a_conclusion_is_read_back_as_it_was_stored(answer):
    knowledge = known(
        *(yes_no(name, FORWARD, 4.0) for name in "abc"),
        ask("hands", ("left", (HIGH, 4.0, "left"))),
        ask("waist", ("left", (HIGH, 3.0, "left"))),
    )
    whole = concluded(knowledge, a=answer, b=answer, c=answer, hands="left", waist="left")
    assert from_json(json.loads(json.dumps(as_json(whole)))) == whole
